//! The figures of the plan: each explained, its inputs edited in place, and tried without writing.

mod board;
pub mod calc;
mod chart;
mod draw;
mod finder;
mod inputs;
mod keys;
mod list;
mod sheet;
mod slots;
mod trial;
mod worked;

use std::time::{Duration, Instant};

use self::board::{Board, Entry};
use self::finder::Finder;
use self::slots::Slot;
use self::trial::Trial;
use crate::charts::Chart;
use crate::figures::{Figure, Formula, Lack};
use crate::plan::{Edit, EditError};
use crate::tui::desk::Desk;
use crate::tui::editor::Editor;
use crate::tui::session::Session;
use crate::words::Lang;

/// Keys rest when none came for so long.
const REST: Duration = Duration::from_millis(150);

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
    finder: Finder,
    slots: Vec<Slot>,
    slot: usize,
    from: usize,
    /// Whether the chosen input is to be in view; not after scrolling by hand.
    follow: bool,
    editor: Option<Editor>,
    /// The text that the editor has seen.
    edited: u64,
    /// Since when what moves the chosen figure most is wanted.
    wanted: Option<Instant>,
}

impl Figures {
    /// Computes the figures of the newest text.
    fn look(&mut self, session: &Session, lang: Lang) {
        let held = self.held();
        if self.board.look(session, &mut self.trial, lang) {
            (self.at, self.top, self.side) = (0, 0, Side::List);
            self.chosen.clear();
            self.editor = None;
        }
        if let Some(held) = held.filter(|_| self.editor.is_some()) {
            self.board.hold(held);
        }
        if let Some(editor) = &mut self.editor
            && self.edited != session.revision
        {
            // Undo, or a change outside.
            editor.refresh(session);
            self.edited = session.revision;
        }
        let entries = self.entries(lang);
        let found = entries.iter().position(|it| it.key() == self.chosen);
        self.at = found
            .unwrap_or(self.at)
            .min(entries.len().saturating_sub(1));
        self.settle(lang);
        if !self.board.knows_movers(&self.chosen, session, &self.trial) {
            self.wanted.get_or_insert_with(Instant::now);
        }
    }

    /// The figure whose input is being edited: half a number may leave it nothing to stand on, and
    /// it must not go under the hands of who types.
    fn held(&self) -> Option<Figure> {
        let path = self.editor.as_ref()?.path.to_string();
        let figure = self.figure()?.clone();
        let results = Err(Lack::Missing(vec![path]));
        Some(Figure { results, ..figure })
    }

    /// What the list shows: everything that has the words that are typed.
    fn entries(&self, lang: Lang) -> Vec<Entry<'_>> {
        let mut entries = self.board.entries();
        if self.finder.is_narrow() {
            entries.retain(|entry| self.finder.keeps(&entry.title(lang)));
        }
        entries
    }

    /// What is chosen.
    fn entry(&self) -> Option<Entry<'_>> {
        let entries = self.board.entries().into_iter();
        entries.into_iter().find(|it| it.key() == self.chosen)
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
        let entries = self.entries(lang);
        let key = entries.get(self.at).map(|it| it.key());
        let key = key.unwrap_or_default();
        let same = key == self.chosen;
        self.chosen = key;
        let all = self.board.shown();
        let mut slots = self
            .figure()
            .map(|it| slots::slots(it, all, lang))
            .unwrap_or_default();
        if same {
            // A field that is emptied or filled stays where it was, and stays chosen.
            let place = |slot: &Slot| self.slots.iter().position(|it| it.origin == slot.origin);
            slots.sort_by_key(|slot| place(slot).unwrap_or(usize::MAX));
            let was = self.slots.get(self.slot).map(|it| &it.origin);
            let stays = slots.iter().position(|it| Some(&it.origin) == was);
            self.slot = stays.unwrap_or(self.slot);
        } else {
            (self.slot, self.from, self.follow) = (0, 0, true);
        }
        self.slots = slots;
        self.slot = self.slot.min(self.lines().saturating_sub(1));
    }

    /// Chooses a figure by its place in the list.
    fn choose(&mut self, at: usize, lang: Lang) {
        self.at = at.min(self.entries(lang).len().saturating_sub(1));
        self.settle(lang);
    }

    /// Chooses a figure by its key.
    fn show(&mut self, key: &str, lang: Lang) {
        if self.entries(lang).iter().all(|it| it.key() != key) {
            self.finder.clear();
        }
        let entries = self.entries(lang);
        let at = entries.iter().position(|it| it.key() == key);
        if let Some(at) = at {
            self.choose(at, lang);
        }
    }

    /// Whether an input is being edited, so that letters are text.
    pub const fn is_typing(&self) -> bool {
        self.editor.is_some() || self.finder.typing
    }

    /// Computes what the place shows, before it is drawn.
    pub fn arrive(&mut self, desk: &Desk) {
        if let Some(session) = &desk.session {
            self.look(session, desk.lang);
        }
    }

    /// When what moves the chosen figure most should be looked at: when the keys rest, since it
    /// takes many computations.
    pub fn look_at(&self) -> Option<Instant> {
        self.wanted.map(|since| since + REST)
    }

    /// Looks at what moves the chosen figure most; true if it did.
    pub fn look_more(&mut self, desk: &Desk) -> bool {
        let Some(session) = desk
            .session
            .as_ref()
            .filter(|_| self.wanted.take().is_some())
        else {
            return false;
        };
        self.board
            .look_at_movers(&self.chosen, session, &self.trial);
        true
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

    /// The figure that is chosen, for its page.
    pub fn explained(&self) -> Option<&'static Formula> {
        self.figure().map(|figure| figure.formula)
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
}
