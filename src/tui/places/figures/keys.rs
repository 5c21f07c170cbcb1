//! What keys, clicks, the wheel and pastes do among the figures.

use rust_decimal::Decimal;

use super::board::Entry;
use super::slots::{At, Slot};
use super::{Figures, Side, chart};
use crate::plan::{Path, place_of};
use crate::tui::canvas::{Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::editor::Editor;
use crate::tui::input::{Code, Key};
use crate::tui::places::Reply;
use crate::tui::session::Session;
use crate::tui::text_field::Change;
use crate::words::{Lang, Text};

impl Figures {
    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(session) = &desk.session else {
            return Reply::Ignored;
        };
        self.look(session, desk.lang);
        if self.editor.is_some() {
            return self.edit_key(key, desk);
        }
        if self.side == Side::List && self.finder.key(key) {
            // What the words leave is chosen from the top.
            (self.at, self.top) = (0, 0);
            self.settle(desk.lang);
            return Reply::Done;
        }
        match (key.code, self.side) {
            (Code::Esc, _) if self.trial.is_running() => {
                self.trial.drop();
                let text = Text::new("The trial is dropped.", "已放弃试算。");
                desk.say(text, &[]);
                Reply::Done
            }
            (Code::Char('?'), _) => Reply::Run("help"),
            (_, Side::List) => self.list_key(key, desk.lang),
            (_, Side::Sheet) => self.sheet_key(key, desk),
        }
    }

    fn list_key(&mut self, key: &Key, lang: Lang) -> Reply {
        let to = match key.code {
            Code::Up => self.at.saturating_sub(1),
            Code::Down => self.at + 1,
            Code::PageUp => self.at.saturating_sub(10),
            Code::PageDown => self.at + 10,
            Code::Home => 0,
            Code::End => usize::MAX,
            Code::Char(digit @ '1'..='5') => {
                let number = digit as usize - '0' as usize;
                let entries = self.entries(lang);
                let first = entries.iter().position(|it| it.step().number() >= number);
                first.unwrap_or(usize::MAX)
            }
            Code::Enter | Code::Tab | Code::Right => {
                if self.entry().is_some() {
                    (self.side, self.follow) = (Side::Sheet, true);
                }
                return Reply::Done;
            }
            _ => return Reply::Ignored,
        };
        self.choose(to, lang);
        Reply::Done
    }

    fn sheet_key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let presses = if key.shift { 10 } else { 1 };
        match key.code {
            Code::Esc | Code::Tab | Code::BackTab => self.side = Side::List,
            Code::Up => self.choose_slot(self.slot.saturating_sub(1)),
            Code::Down => self.choose_slot(self.slot + 1),
            Code::Home => self.choose_slot(0),
            Code::End => self.choose_slot(usize::MAX),
            Code::PageUp => (self.from, self.follow) = (self.from.saturating_sub(8), false),
            Code::PageDown => (self.from, self.follow) = (self.from + 8, false),
            Code::Left | Code::Right if self.chart().is_some() => {
                self.next_chart(key.code == Code::Right, desk.lang);
            }
            Code::Left => self.turn(-presses, desk),
            Code::Right => self.turn(presses, desk),
            Code::Enter => return self.enter(desk),
            Code::Char('0'..='9' | '-' | '.') if !key.ctrl && !key.alt => {
                let reply = self.enter(desk);
                if self.editor.is_some() {
                    return self.edit_key(key, desk);
                }
                return reply;
            }
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    fn choose_slot(&mut self, slot: usize) {
        self.slot = slot.min(self.lines().saturating_sub(1));
        self.follow = true;
    }

    /// Chooses the chart after this one, or before it.
    fn next_chart(&mut self, forward: bool, lang: Lang) {
        let entries = self.entries(lang);
        let charts = entries.iter().enumerate();
        let mut charts = charts.filter(|(_, entry)| matches!(entry, Entry::Chart(_)));
        let next = if forward {
            charts.find(|(at, _)| *at > self.at)
        } else {
            charts.rfind(|(at, _)| *at < self.at)
        };
        if let Some((at, _)) = next {
            self.choose(at, lang);
        }
    }

    /// Where an input stands without a trial.
    pub(super) fn base(&self, slot: &Slot, session: &Session) -> Option<Decimal> {
        match slot.path() {
            Some(path) if self.trial.get(path).is_some() => {
                let value = session.document.value(path)?;
                crate::words::number::from_toml(&value.plain())
            }
            _ => slot.value,
        }
    }

    /// Tries the chosen input a little higher or lower.
    fn turn(&mut self, presses: i32, desk: &mut Desk) {
        let (Some(session), Some(slot)) = (&desk.session, self.slots.get(self.slot)) else {
            return;
        };
        if let Some(locked) = session.locked {
            desk.complain(locked.message().get(desk.lang));
            return;
        }
        let base = self.base(slot, session);
        let knob = base
            .zip(slot.value)
            .and_then(|(base, now)| Some((slot.knob(base)?, now)));
        let (Some((knob, now)), Some(path)) = (knob, slot.path()) else {
            let text = if matches!(slot.at, At::Figure(_)) {
                Text::new(
                    "This comes from another figure: Enter goes there, where it can be tried.",
                    "这个数来自另一个数字：按回车转过去，在那里试算。",
                )
            } else {
                Text::new(
                    "Only a number of the plan can be tried.",
                    "只能试算计划中的数字。",
                )
            };
            desk.say(text, &[]);
            return;
        };
        let value = knob.moved(now, presses);
        if value == now {
            let range = knob.range_in_words(desk.lang);
            desk.say(
                Text::new("{0} must be {1}.", "“{0}”必须{1}。"),
                &[&slot.label, &range],
            );
            return;
        }
        let path = path.to_owned();
        self.trial.set(&path, value, knob.base);
        self.follow = true;
        if let Some(session) = &desk.session {
            self.look(session, desk.lang);
        }
    }

    /// Edits the chosen input where it stands, or goes to where it comes from.
    fn enter(&mut self, desk: &mut Desk) -> Reply {
        if let Some(chart) = self.chart() {
            let path = chart::path(chart, self.slot);
            return path.map_or(Reply::Done, |path| Reply::Go(path.to_owned()));
        }
        let (Some(session), Some(slot)) = (&mut desk.session, self.slots.get(self.slot)) else {
            return Reply::Done;
        };
        match slot.at.clone() {
            At::Figure(key) => {
                self.show(&key, desk.lang);
                Reply::Done
            }
            At::Fixed | At::Given => {
                let text = Text::new(
                    "This is assumed, and not a field of the plan.",
                    "这是假设，计划中没有这个字段。",
                );
                desk.say(text, &[]);
                Reply::Done
            }
            At::Field(name) => {
                let path = Path::parse(&name);
                let place = place_of(&path);
                let Some((section, Some(field))) = place.filter(|(_, field)| {
                    // Only one number has room here; lists and words are edited in their form.
                    field.is_some_and(|it| it.kind.is_number())
                }) else {
                    return Reply::Go(name);
                };
                if let Some(locked) = session.locked {
                    desk.complain(locked.message().get(desk.lang));
                    return Reply::Done;
                }
                session.pause();
                if let Some(base) = self.trial.get(&name) {
                    self.trial.set(&name, base, base);
                }
                self.edited = session.revision;
                let mut editor = Editor::new(session, section, field, path);
                // What is typed replaces the number, unless an arrow goes into it.
                let all = 0..editor.text.text().len();
                editor.text.select(all);
                self.editor = Some(editor);
                self.follow = true;
                Reply::Done
            }
        }
    }

    fn edit_key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let (Some(editor), Some(session)) = (&mut self.editor, &mut desk.session) else {
            return Reply::Ignored;
        };
        match key.code {
            Code::Enter | Code::Esc | Code::Tab | Code::BackTab | Code::Up | Code::Down => {
                session.pause();
                self.editor = None;
                match key.code {
                    Code::Up | Code::BackTab => self.choose_slot(self.slot.saturating_sub(1)),
                    Code::Down | Code::Tab => self.choose_slot(self.slot + 1),
                    _ => {}
                }
                return Reply::Done;
            }
            _ => {}
        }
        match editor.key(key) {
            Change::Ignored => return Reply::Ignored,
            Change::None => {}
            Change::Moved => session.pause(),
            Change::Text => self.commit(desk),
        }
        Reply::Done
    }

    fn commit(&mut self, desk: &mut Desk) {
        let (Some(editor), Some(session)) = (&mut self.editor, &mut desk.session) else {
            return;
        };
        let done = editor.commit(session, desk.lang, desk.today);
        if done.is_err() {
            editor.refresh(session);
        }
        self.edited = session.revision;
        if let Some(session) = &desk.session {
            self.look(session, desk.lang);
        }
        if let Err(why) = done {
            desk.complain(why);
        }
    }

    /// Takes pasted text into the input that is edited, as one step.
    pub fn paste(&mut self, text: &str, desk: &mut Desk) {
        let Some(editor) = &mut self.editor else {
            if self.side == Side::List {
                self.finder.paste(text);
                self.choose(0, desk.lang);
            }
            return;
        };
        if let Some(session) = &mut desk.session {
            session.pause();
        }
        if editor.text.paste(text) == Change::Text {
            self.commit(desk);
        }
        if let Some(session) = &mut desk.session {
            session.pause();
        }
    }

    /// Handles a click: the first chooses, the second goes in.
    pub fn click(&mut self, hit: &Hit, desk: &mut Desk) -> Reply {
        match hit {
            Hit::Item(at) => {
                self.editor = None;
                let again = self.at == *at && self.side == Side::List;
                self.side = if again { Side::Sheet } else { Side::List };
                self.choose(*at, desk.lang);
            }
            Hit::Field(at) => {
                self.editor = None;
                let again = self.slot == *at && self.side == Side::Sheet;
                self.side = Side::Sheet;
                self.choose_slot(*at);
                if again {
                    return self.enter(desk);
                }
            }
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, pane: Pane, lines: isize, lang: Lang) {
        if pane == Pane::List {
            self.editor = None;
            self.choose(self.at.saturating_add_signed(lines.signum()), lang);
        } else {
            self.from = self.from.saturating_add_signed(lines);
            self.follow = false;
        }
    }
}
