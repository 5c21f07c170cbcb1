//! The figures of the plan: each explained, its inputs edited in place, and tried without writing.

mod board;
mod chart;
mod list;
mod sheet;
mod slots;
mod trial;

use std::cmp::Ordering;

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use self::board::{Board, Entry};
use self::list::Row;
use self::sheet::Sheet;
use self::slots::{At, Slot};
use self::trial::Trial;
use super::Reply;
use crate::catalogue::Step;
use crate::charts::{self, Chart};
use crate::figures::Figure;
use crate::plan::{Edit, EditError, Path, place_of};
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::editor::Editor;
use crate::tui::input::{Code, Key};
use crate::tui::session::Session;
use crate::tui::text_field::Change;
use crate::words::{Lang, Text};

/// What has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Side {
    /// The list of figures.
    #[default]
    List,
    /// The inputs of the chosen one.
    Sheet,
}

/// The figures of the open plan.
#[derive(Debug, Default)]
pub struct Figures {
    board: Board,
    trial: Trial,
    side: Side,
    /// The key of the chosen figure, which stays chosen when the list changes around it.
    chosen: String,
    /// Where it stood last: when it goes, the one that takes its place is chosen.
    at: usize,
    top: usize,
    slots: Vec<Slot>,
    slot: usize,
    from: usize,
    /// Whether the chosen input is to be in view; not after scrolling by hand.
    follow: bool,
    editor: Option<Editor>,
    /// The text that the editor has seen.
    edited: u64,
}

impl Figures {
    /// Computes the figures of the newest text.
    fn look(&mut self, session: &Session, lang: Lang) {
        if self.board.look(session, &mut self.trial, lang) {
            (self.at, self.top, self.side) = (0, 0, Side::List);
            self.chosen.clear();
            self.editor = None;
        }
        if let Some(editor) = &mut self.editor
            && self.edited != session.revision
        {
            // Undo, or a change outside.
            editor.refresh(session);
            self.edited = session.revision;
        }
        let entries = self.board.entries();
        let found = entries.iter().position(|it| it.key() == self.chosen);
        self.at = found
            .unwrap_or(self.at)
            .min(entries.len().saturating_sub(1));
        self.settle(lang);
    }

    fn entry(&self) -> Option<Entry<'_>> {
        self.board.entries().get(self.at).copied()
    }

    fn figure(&self) -> Option<&Figure> {
        match self.entry()? {
            Entry::Figure(figure) => Some(figure),
            Entry::Chart(_) => None,
        }
    }

    fn chart(&self) -> Option<&Chart> {
        match self.entry()? {
            Entry::Chart(chart) => Some(chart),
            Entry::Figure(_) => None,
        }
    }

    /// How many lines of what is chosen can be chosen in it.
    fn lines(&self) -> usize {
        self.chart().map_or(self.slots.len(), chart::count)
    }

    /// Notes what is chosen, and its inputs.
    fn settle(&mut self, lang: Lang) {
        let key = self.entry().map(Entry::key).unwrap_or_default();
        let same = key == self.chosen;
        let all = self.board.shown();
        let mut slots = self
            .figure()
            .map(|it| slots::slots(it, all, lang))
            .unwrap_or_default();
        if same {
            // A field that is emptied while it is edited stays where it was.
            let order: Vec<&str> = self.slots.iter().filter_map(Slot::path).collect();
            let place = |slot: &Slot| {
                let path = slot.path()?;
                order.iter().position(|it| *it == path)
            };
            if self.editor.is_some() {
                slots.sort_by_key(|slot| place(slot).unwrap_or(usize::MAX));
            }
        } else {
            (self.slot, self.from, self.follow) = (0, 0, true);
        }
        self.slots = slots;
        self.slot = self.slot.min(self.lines().saturating_sub(1));
        self.chosen = key;
    }

    /// Chooses a figure by its place in the list.
    fn choose(&mut self, at: usize, lang: Lang) {
        self.at = at.min(self.board.entries().len().saturating_sub(1));
        self.settle(lang);
    }

    /// Chooses a figure by its key.
    fn show(&mut self, key: &str, lang: Lang) {
        let entries = self.board.entries();
        let at = entries.iter().position(|it| it.key() == key);
        if let Some(at) = at {
            self.choose(at, lang);
        }
    }

    /// Whether an input is being edited, so that letters are text.
    pub const fn is_typing(&self) -> bool {
        self.editor.is_some()
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(session) = &desk.session else {
            return Reply::Ignored;
        };
        self.look(session, desk.lang);
        if self.editor.is_some() {
            return self.edit_key(key, desk);
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
                if let Some(editor) = &mut self.editor {
                    let all = 0..editor.text.text().len();
                    editor.text.select(all);
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
        let entries = self.board.entries();
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
    fn base(&self, slot: &Slot, session: &Session) -> Option<Decimal> {
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
            desk.say(
                Text::new(
                    "Only a number of the plan can be tried here.",
                    "这里只能试算计划中的数字。",
                ),
                &[],
            );
            return;
        };
        let value = knob.moved(now, presses);
        if value == now {
            let range = slot.input.map(|it| it.range.words().get(desk.lang));
            desk.say(
                Text::new("{0} must be {1}.", "“{0}”必须{1}。"),
                &[&slot.label, range.unwrap_or_default()],
            );
            return;
        }
        self.trial.set(&path.to_owned(), value, knob.base);
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
            At::Fixed | At::Given(_) => {
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
                self.editor = Some(Editor::new(session, section, field, path));
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
        // What is typed may have put the field among those that are missing, or taken it away.
        let path = self.editor.as_ref().map(|it| it.path.to_string());
        let slot = self
            .slots
            .iter()
            .position(|it| it.path() == path.as_deref());
        self.slot = slot.unwrap_or(self.slot);
    }

    /// Takes pasted text into the input that is edited, as one step.
    pub fn paste(&mut self, text: &str, desk: &mut Desk) {
        let Some(editor) = &mut self.editor else {
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

    /// Where the chosen input or figure is in the plan.
    pub fn place(&self) -> Option<String> {
        if self.side == Side::Sheet
            && let Some(path) = self.slots.get(self.slot).and_then(Slot::path)
        {
            return Some(path.to_owned());
        }
        if let Some(chart) = self.chart() {
            return chart::path(chart, self.slot).map(ToOwned::to_owned);
        }
        let figure = self.figure()?;
        let subject = figure.subject.as_ref().map(|it| it.path.clone());
        subject.or_else(|| Some(self.slots.iter().find_map(Slot::path)?.to_owned()))
    }

    /// The edit that writes the trial, if one runs.
    pub fn trial(&self, session: &Session) -> Option<Result<Edit, EditError>> {
        self.trial
            .is_running()
            .then(|| self.trial.edit(&session.document))
    }

    /// How many values are tried.
    pub fn tried(&self) -> usize {
        self.trial.count()
    }

    /// Forgets the trial.
    pub fn drop_trial(&mut self) {
        self.trial.drop();
    }

    /// Ends the editing of an input.
    pub fn leave_field(&mut self) {
        self.editor = None;
    }

    /// The chosen figure as text, or what is selected in the input being edited.
    pub fn as_text(&self, lang: Lang) -> String {
        let selected = self.editor.as_ref().map(|editor| editor.text.copy());
        if let Some(selected) = selected.filter(|it| !it.is_empty()) {
            return selected;
        }
        if let Some(chart) = self.chart() {
            return charts::page(chart, 80, 20).to_string();
        }
        let Some(figure) = self.figure() else {
            return String::new();
        };
        let sheet = Sheet {
            figure,
            before: self.board.before(&figure.key),
            slots: &self.slots,
            bases: &[],
            chosen: None,
            movers: &[],
            currency: &self.board.currency,
            remark: None,
        };
        format!("{}\n{}", slots::title(figure, lang), sheet.to_text(lang))
    }

    /// Draws the list, and the chosen figure beside or below it.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        self.look(session, canvas.lang);
        let area = self.banner(canvas, area);
        let (list, sheet) = match (self.chart(), self.side) {
            // A chart needs all the room that there is.
            (Some(_), Side::Sheet) => (None, Some(area)),
            (_, side) => list::split(area, side == Side::List),
        };
        if let Some(area) = list {
            self.draw_list(session, canvas, area);
        }
        if let Some(area) = sheet {
            self.draw_sheet(desk, canvas, area);
        }
    }

    /// While a trial runs, a line says so and how it ends; returns what is left.
    fn banner(&self, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
        if !self.trial.is_running() || area.height < 4 {
            return area;
        }
        let long = Text::new(
            "Trial, not in the plan: {0} values tried.   w writes them   Esc drops them",
            "试算，未写入计划：正在试{0}个数值。   w 写入计划   Esc 放弃",
        );
        let short = Text::new(
            "Trial of {0}: w writes, Esc drops",
            "试算{0}个：w 写入，Esc 放弃",
        );
        let text = if area.width >= 78 { long } else { short };
        let text = text.fill(canvas.lang, &[self.trial.count().to_string()]);
        canvas.put(
            area.x + 1,
            area.y,
            &text,
            canvas.theme.warning,
            area.width - 1,
        );
        Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        }
    }

    fn draw_list(&mut self, session: &Session, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let figures = self.board.shown().iter();
        let without = figures.filter(|it| sheet::short(it, "", lang).is_none());
        let counts = [self.board.shown().len(), without.count()].map(|n| n.to_string());
        let title = if counts[1] == "0" {
            Text::new("Figures: {0}", "数字：{0}个")
        } else {
            Text::new(
                "Figures: {0}, without a result: {1}",
                "数字：{0}个，其中{1}个没有结果",
            )
        };
        let focused = self.side == Side::List;
        let inner = draw::frame(
            canvas.buf,
            area,
            &title.fill(lang, &counts),
            focused,
            &theme,
        );
        if self.board.entries().is_empty() {
            let text = match session.locked {
                Some(locked) if !self.board.sound => locked.message(),
                _ => Text::new(
                    "There is nothing to compute yet. Prices, costs, customers and rates in the plan make figures here.",
                    "还没有可以计算的数字。在计划中填入价格、成本、顾客数、各种比率，这里就会算出来。",
                ),
            };
            canvas.prose(inner, inner.y, text.get(lang), theme.text);
            canvas.caret_at(inner.x, inner.y);
            return;
        }
        let rows = self.rows(lang);
        self.top = list::draw(&rows, self.at, self.top, focused, canvas, inner);
    }

    fn rows(&self, lang: Lang) -> Vec<Row> {
        let mut step: Option<Step> = None;
        let row = |entry: Entry<'_>| {
            let its = entry.step();
            let head =
                (step != Some(its)).then(|| format!("{} {}", its.number(), its.label().get(lang)));
            step = Some(its);
            match entry {
                Entry::Figure(figure) => Row {
                    head,
                    label: slots::title(figure, lang),
                    value: sheet::short(figure, &self.board.currency, lang),
                    moved: self.moved(figure),
                },
                Entry::Chart(chart) => Row {
                    head,
                    label: format!("▦ {}", chart.title),
                    value: chart.body.is_ok().then(String::new),
                    moved: None,
                },
            }
        };
        self.board.entries().into_iter().map(row).collect()
    }

    /// How a trial moves the main result of a figure.
    fn moved(&self, figure: &Figure) -> Option<Ordering> {
        let before = self.board.before(&figure.key)?;
        let number = |it: &Figure| it.number(it.main()?.0.name);
        match (number(before), number(figure)) {
            (Some(before), Some(now)) => Some(now.cmp(&before)).filter(|it| it.is_ne()),
            (before, now) => (before.is_some() != now.is_some()).then_some(Ordering::Equal),
        }
    }

    fn draw_sheet(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        let (lang, theme) = (canvas.lang, canvas.theme);
        let focused = self.side == Side::Sheet;
        if let Some(chart) = self.chart() {
            let inner = draw::frame(canvas.buf, area, &chart.title, focused, &theme);
            if focused {
                canvas.caret_at(inner.x, inner.y);
            }
            let chosen = focused.then_some(self.slot);
            self.from = chart::draw(chart, chosen, (self.from, self.follow), canvas, inner);
            return;
        }
        let entries = self.board.entries();
        let Some(Entry::Figure(figure)) = entries.get(self.at).copied() else {
            draw::frame(canvas.buf, area, "", focused, &theme);
            return;
        };
        let title = slots::title(figure, lang);
        let inner = draw::frame(canvas.buf, area, &title, focused, &theme);
        if inner.width < 12 || inner.height == 0 {
            return;
        }
        let bases: Vec<_> = self.slots.iter().map(|it| self.base(it, session)).collect();
        let remark = self.editor.as_ref().and_then(|editor| {
            let takes = Text::new("takes {0}", "这里应填{0}");
            match &editor.expected {
                Some(expected) => Some((takes.fill(lang, &[expected.message(lang)]), true)),
                None => Some((format!("= {}", editor.reading(lang, desk.today)?), false)),
            }
        });
        let sheet = Sheet {
            figure,
            before: self.board.before(&figure.key),
            slots: &self.slots,
            bases: &bases,
            chosen: focused.then_some(self.slot),
            movers: &[],
            currency: &self.board.currency,
            remark,
        };
        if focused {
            canvas.caret_at(inner.x, inner.y);
        }
        let text = self.editor.as_mut().map(|it| &mut it.text);
        self.from = sheet.draw(canvas, inner, (self.from, self.follow), text);
    }
}
