//! The calculator: every formula with a worked example that can be changed and tried.

use std::collections::BTreeMap;

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::finder::Finder;
use super::list::{self, Row};
use super::sheet::Sheet;
use super::slots::Slot;
use super::worked::{self, Worked};
use super::{Side, slots};
use crate::figures::{FORMULAS, Figure, Formula, Shape, Value, read};
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::input::{Code, Key};
use crate::tui::places::Reply;
use crate::tui::text_field::{Change, TextField};
use crate::words::{Lang, Text};

/// Every formula, and what is given to those that were looked at.
#[derive(Debug, Default)]
pub struct Calculator {
    side: Side,
    chosen: &'static str,
    at: usize,
    top: usize,
    finder: Finder,
    works: BTreeMap<&'static str, Worked>,
    slots: Vec<Slot>,
    slot: usize,
    from: usize,
    follow: bool,
    field: Option<TextField>,
    /// What is wrong with what is typed.
    wrong: Option<String>,
}

impl Calculator {
    fn entries(&self) -> Vec<&'static Formula> {
        let formulas = FORMULAS.iter().copied();
        let kept = formulas.filter(|it| {
            let aliases = it.aliases.join(" ");
            let names = [it.name, it.title.en, it.title.zh, it.topic.label().zh];
            self.finder.keeps(&format!("{} {aliases}", names.join(" ")))
        });
        kept.collect()
    }

    fn formula(&self) -> Option<&'static Formula> {
        self.entries().get(self.at).copied()
    }

    fn work(&self) -> Option<&Worked> {
        self.works.get(self.chosen)
    }

    /// Notes what is chosen, and its inputs; a formula begins with its worked example.
    fn settle(&mut self, lang: Lang) {
        let entries = self.entries();
        self.at = self.at.min(entries.len().saturating_sub(1));
        let Some(formula) = entries.get(self.at) else {
            self.chosen = "";
            self.slots.clear();
            return;
        };
        if formula.name != self.chosen {
            (self.slot, self.from, self.follow) = (0, 0, true);
            self.chosen = formula.name;
        }
        let work = self.works.entry(formula.name);
        let work = work.or_insert_with(|| Worked::example(formula, lang));
        self.slots = slots::given(&work.now, lang);
        self.slot = self.slot.min(self.slots.len().saturating_sub(1));
    }

    /// Shows a formula, the one chosen last where none is named.
    pub fn show(&mut self, name: Option<&str>, lang: Lang) {
        if let Some(name) = name {
            self.finder.clear();
            let at = FORMULAS.iter().position(|it| it.name == name);
            self.at = at.unwrap_or(self.at);
        }
        self.settle(lang);
    }

    /// The formula that is chosen.
    pub fn chosen(&self) -> Option<&'static Formula> {
        self.formula()
    }

    /// Whether letters are text.
    pub const fn is_typing(&self) -> bool {
        self.field.is_some() || self.finder.typing
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let lang = desk.lang;
        self.settle(lang);
        if self.field.is_some() {
            return self.edit_key(key, lang);
        }
        if self.side == Side::List && self.finder.key(key) {
            (self.at, self.top) = (0, 0);
            self.settle(lang);
            return Reply::Done;
        }
        let tries = self.work().is_some_and(Worked::is_trial);
        match (key.code, self.side) {
            (Code::Esc, _) if tries => {
                if let Some(work) = self.works.get_mut(self.chosen) {
                    work.drop_trial();
                }
                desk.say(Text::new("The trial is dropped.", "已放弃试算。"), &[]);
            }
            (Code::Char('?'), _) => return Reply::Run("help"),
            (code, Side::List) => {
                self.at = match code {
                    Code::Up => self.at.saturating_sub(1),
                    Code::Down => self.at + 1,
                    Code::PageUp => self.at.saturating_sub(10),
                    Code::PageDown => self.at + 10,
                    Code::Home => 0,
                    Code::End => usize::MAX,
                    Code::Enter | Code::Tab | Code::Right => {
                        if self.formula().is_some() {
                            (self.side, self.follow) = (Side::Sheet, true);
                        }
                        self.at
                    }
                    _ => return Reply::Ignored,
                };
            }
            (code, Side::Sheet) => {
                let presses = if key.shift { 10 } else { 1 };
                match code {
                    Code::Esc | Code::Tab | Code::BackTab => self.side = Side::List,
                    Code::Up => self.choose(self.slot.saturating_sub(1)),
                    Code::Down => self.choose(self.slot + 1),
                    Code::Home => self.choose(0),
                    Code::End => self.choose(usize::MAX),
                    Code::PageUp => (self.from, self.follow) = (self.from.saturating_sub(8), false),
                    Code::PageDown => (self.from, self.follow) = (self.from + 8, false),
                    Code::Left => self.turn(-presses, desk),
                    Code::Right => self.turn(presses, desk),
                    Code::Enter => self.edit(),
                    Code::Char('0'..='9' | '-' | '.') if !key.ctrl && !key.alt => {
                        self.edit();
                        return self.edit_key(key, lang);
                    }
                    _ => return Reply::Ignored,
                }
            }
        }
        self.settle(lang);
        Reply::Done
    }

    fn choose(&mut self, slot: usize) {
        self.slot = slot.min(self.slots.len().saturating_sub(1));
        self.follow = true;
    }

    /// Tries the chosen input a little higher or lower, or the next word.
    fn turn(&mut self, presses: i32, desk: &mut Desk) {
        let slot = self.slots.get(self.slot);
        let input = slot.and_then(|slot| slot.input);
        let (Some(work), Some(slot), Some(input)) = (self.works.get_mut(self.chosen), slot, input)
        else {
            return;
        };
        self.follow = true;
        if let Shape::Word(words) = input.shape {
            work.next_word(input, words, presses);
            return;
        }
        let base = work.base_of(input);
        let knob = base.and_then(|base| slot.knob(base)).zip(slot.value);
        let moved = knob.map(|(knob, now)| (now, knob.moved(now, presses)));
        match moved {
            Some((now, value)) if now != value => {
                work.now.set(input.name, Value::One(value));
            }
            Some(_) => desk.say(
                Text::new("{0} must be {1}.", "“{0}”必须{1}。"),
                &[&slot.label, input.range.words().get(desk.lang)],
            ),
            None => desk.say(
                Text::new("Enter types the numbers.", "按回车输入数字。"),
                &[],
            ),
        }
    }

    /// Edits the chosen input where it stands.
    fn edit(&mut self) {
        let input = self.slots.get(self.slot).and_then(|slot| slot.input);
        let text = input
            .zip(self.work())
            .map(|(input, work)| work.entry(input));
        self.field = text.map(|text| {
            // What is typed replaces the number, unless an arrow goes into it.
            let mut field = TextField::new(&text, false);
            field.select(0..text.len());
            field
        });
        (self.wrong, self.follow) = (None, true);
    }

    fn edit_key(&mut self, key: &Key, lang: Lang) -> Reply {
        let Some(field) = &mut self.field else {
            return Reply::Ignored;
        };
        match key.code {
            Code::Enter | Code::Esc => self.leave(),
            Code::Up | Code::BackTab => {
                self.leave();
                self.choose(self.slot.saturating_sub(1));
            }
            Code::Down | Code::Tab => {
                self.leave();
                self.choose(self.slot + 1);
            }
            _ => match field.handle(key) {
                Change::Ignored => return Reply::Ignored,
                Change::Text => self.take(lang),
                Change::None | Change::Moved => {}
            },
        }
        Reply::Done
    }

    fn leave(&mut self) {
        (self.field, self.wrong) = (None, None);
    }

    /// Takes what is typed, as soon as it is a number.
    fn take(&mut self, lang: Lang) {
        let input = self.slots.get(self.slot).and_then(|slot| slot.input);
        let (Some(work), Some(input), Some(field)) =
            (self.works.get_mut(self.chosen), input, &self.field)
        else {
            return;
        };
        let typed = field.text().trim();
        self.wrong = None;
        if typed.is_empty() {
            work.clear(input);
        } else {
            match read::read(input, typed) {
                Ok(value) => work.give(input, value),
                Err(fault) => self.wrong = Some(fault.message(lang)),
            }
        }
        self.settle(lang);
    }

    /// Takes pasted text into the input that is edited, or into the words to look for.
    pub fn paste(&mut self, text: &str, lang: Lang) {
        let pasted = self.field.as_mut().map(|field| field.paste(text));
        if pasted == Some(Change::Text) {
            self.take(lang);
        } else if pasted.is_none() && self.side == Side::List {
            self.finder.paste(text);
            self.at = 0;
            self.settle(lang);
        }
    }

    /// Handles a click: the first chooses, the second goes in.
    pub fn click(&mut self, hit: &Hit, desk: &Desk) -> Reply {
        match hit {
            Hit::Item(at) => {
                self.leave();
                let again = self.at == *at && self.side == Side::List;
                self.side = if again { Side::Sheet } else { Side::List };
                self.at = *at;
                self.settle(desk.lang);
            }
            Hit::Field(at) => {
                let again = self.slot == *at && self.side == Side::Sheet;
                self.leave();
                self.side = Side::Sheet;
                self.choose(*at);
                if again {
                    self.edit();
                }
            }
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, pane: Pane, lines: isize, lang: Lang) {
        if pane == Pane::List {
            self.leave();
            self.at = self.at.saturating_add_signed(lines.signum());
            self.settle(lang);
        } else {
            self.from = self.from.saturating_add_signed(lines);
            self.follow = false;
        }
    }

    /// The chosen formula with its numbers as text, or what is selected in what is typed.
    pub fn as_text(&self, lang: Lang) -> String {
        let selected = self.field.as_ref().map(TextField::copy);
        if let Some(selected) = selected.filter(|it| !it.is_empty()) {
            return selected;
        }
        let Some(work) = self.work() else {
            return String::new();
        };
        let figure = work.figure();
        let before = work.before();
        let text = self
            .sheet(&figure, before.as_ref(), &[], &[], lang)
            .to_text(lang);
        format!("{}\n{text}", figure.title(lang))
    }

    fn sheet<'s>(
        &'s self,
        figure: &'s Figure,
        before: Option<&'s Figure>,
        bases: &'s [Option<Decimal>],
        movers: &'s [(String, [Option<Decimal>; 2])],
        lang: Lang,
    ) -> Sheet<'s> {
        let remark = self.wrong.clone().map(|wrong| (wrong, true)).or_else(|| {
            let typed = self.field.as_ref()?;
            let slot = self.slots.get(self.slot)?;
            let said = slot.said_in(lang);
            (said != typed.text()).then(|| (format!("= {said}"), false))
        });
        Sheet {
            figure,
            before,
            slots: &self.slots,
            bases,
            chosen: (self.side == Side::Sheet).then_some(self.slot),
            movers,
            currency: "",
            remark,
        }
    }

    /// Draws the list of formulas, and the chosen one beside or below it.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        self.settle(lang);
        let (list, sheet) = list::split(area, self.side == Side::List);
        if let Some(area) = list {
            let entries = self.entries();
            let title = match entries.len() {
                1 => Text::new("Calculator: 1 formula", "计算器：1个公式"),
                _ => Text::new("Calculator: {0} formulas", "计算器：{0}个公式"),
            };
            let title = title.fill(lang, &[entries.len().to_string()]);
            let focused = self.side == Side::List;
            let inner = draw::frame(canvas.buf, area, &title, focused, &theme);
            let inner = self.finder.draw(canvas, inner);
            let caret = canvas.caret.filter(|_| self.finder.typing);
            if entries.is_empty() {
                let text = Text::new(
                    "Nothing fits. Esc shows all.",
                    "没有符合的。按 Esc 显示全部。",
                );
                canvas.say(inner.x, inner.y, text, theme.text, inner.width);
                canvas.caret_at(inner.x, inner.y);
            }
            self.top = list::draw(
                &rows(&entries, lang),
                self.at,
                self.top,
                focused,
                canvas,
                inner,
            );
            canvas.caret = caret.or(canvas.caret);
        }
        if let Some(area) = sheet {
            self.draw_sheet(canvas, area);
        }
    }

    fn draw_sheet(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let focused = self.side == Side::Sheet;
        let title = self.formula().map_or("", |it| it.title.get(lang));
        let inner = draw::frame(canvas.buf, area, title, focused, &theme);
        if focused {
            canvas.caret_at(inner.x, inner.y);
        }
        let Some(work) = self.work().filter(|_| inner.width > 12) else {
            return;
        };
        let (figure, before) = (work.figure(), work.before());
        let bases: Vec<_> = self
            .slots
            .iter()
            .map(|slot| work.base_of(slot.input?))
            .collect();
        let movers = worked::movers(work, lang);
        let sheet = self.sheet(&figure, before.as_ref(), &bases, &movers, lang);
        let mut field = self.field.clone();
        self.from = sheet.draw(canvas, inner, (self.from, self.follow), field.as_mut());
        self.field = field;
    }
}

fn rows(entries: &[&'static Formula], lang: Lang) -> Vec<Row> {
    let mut topic = None;
    let row = |formula: &&'static Formula| {
        let head =
            (topic != Some(formula.topic)).then(|| formula.topic.label().get(lang).to_owned());
        topic = Some(formula.topic);
        Row {
            head,
            label: formula.title.get(lang).to_owned(),
            value: Some(String::new()),
            ..Row::default()
        }
    };
    entries.iter().map(row).collect()
}
