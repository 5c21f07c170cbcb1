//! Marking a class: one criterion across all students, or one student across all criteria.
//!
//! | file | what it does |
//! |---|---|
//! | [`mod@file`] | the file of marks on the disk, saved soon after every decision |
//! | [`draw`](mod@draw) | the list, the plan, what was found, the levels |

mod draw;
mod file;

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::Instant;

use self::file::MarksFile;
pub use self::file::Trouble;
use super::Reply;
use crate::checks::Finding;
use crate::classroom::grade::Verdict;
use crate::classroom::marking::{Axis, Cell, Marking, key};
use crate::classroom::student::Handed;
use crate::classroom::{Both, Exercise, Rubric};
use crate::store::{Folders, Recovery};
use crate::tui::canvas::{Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::input::{Code, Key};
use crate::words::{Lang, Text};

/// A class to mark, as whoever knows the files of a class read it.
#[derive(Debug, Clone)]
pub struct Opening {
    /// What is judged.
    pub rubric: Rubric,
    /// The exercise; none for whole plans.
    pub exercise: Option<Exercise>,
    /// What was handed in.
    pub handed: Vec<Handed>,
    /// The file of marks, which need not be there yet.
    pub marks: PathBuf,
    /// Whether names are hidden.
    pub blind: bool,
}

/// Reads a folder as a class, or says in a sentence why it is none.
pub type ReadClass = fn(&Path, Lang) -> Result<Opening, String>;

/// What a screen shows that has no room for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// The levels in their words.
    Levels,
    /// What was found, and what is proposed.
    Findings,
    /// The plan.
    Text,
    /// The students or criteria.
    List,
}

/// A class on the screen.
#[derive(Debug)]
pub struct Marker {
    /// What is marked.
    pub work: Marking,
    file: MarksFile,
    title: Option<Both>,
    /// What students of the exercise answer in writing, beside the plan.
    questions: Vec<Both>,
    /// Where one is.
    pub cell: Cell,
    axis: Axis,
    view: View,
    blind: bool,
    /// The students in the order of the list, which tells nobody their names while those are hidden.
    order: Vec<usize>,
    /// The finding that is chosen, among those of the criterion.
    chosen: usize,
    /// The first lines shown: of the list, the plan and the findings.
    top: usize,
    text_from: Option<usize>,
    findings_from: usize,
}

impl Marker {
    /// Opens a class where the first level is missing.
    ///
    /// # Errors
    /// A sentence: the file of marks cannot be read, or is none.
    pub fn open(opening: Opening, desk: &Desk) -> Result<(Marker, Option<Recovery>), String> {
        let (file, text) = MarksFile::open(&opening.marks, desk.lang)?;
        let exercise = opening.exercise.as_ref();
        let work = Marking::new(opening.rubric, exercise, opening.handed, &text, desk.today);
        let work = work.map_err(|faults| file::broken(&opening.marks, &faults, desk.lang))?;
        let recovery = file.recovery(desk.folders.as_ref());
        let questions = exercise.map(|it| it.questions.clone());
        let mut marker = Marker {
            title: opening.exercise.map(|it| it.title),
            questions: questions.unwrap_or_default(),
            work,
            file,
            cell: Cell::default(),
            axis: Axis::Criterion,
            view: View::Levels,
            blind: opening.blind,
            order: Vec::new(),
            chosen: 0,
            top: 0,
            text_from: None,
            findings_from: 0,
        };
        marker.put_in_order();
        let first = marker.order.first().copied().unwrap_or_default();
        let unmarked = marker.work.unmarked(None, marker.axis, &marker.order);
        marker.go(unmarked.unwrap_or(Cell {
            student: first,
            criterion: 0,
        }));
        Ok((marker, recovery))
    }

    /// By name, or by what tells nothing of the name and is the same every time.
    fn put_in_order(&mut self) {
        self.order = (0..self.work.handed.len()).collect();
        if self.blind {
            let handed = &self.work.handed;
            self.order.sort_by_key(|at| {
                let mut hasher = DefaultHasher::new();
                handed.get(*at).map(|it| &it.student.id).hash(&mut hasher);
                hasher.finish()
            });
        }
    }

    /// Goes to a student and a criterion, and begins with the answer that waits for a judgement.
    pub fn go(&mut self, cell: Cell) {
        self.cell = cell;
        self.text_from = None;
        self.findings_from = 0;
        self.work.look(cell.student);
        let waits = |it: &&Finding| self.waits(it);
        let found = self.work.findings(cell);
        self.chosen = found.iter().position(waits).unwrap_or(0);
    }

    /// Whether an answer waits for the teacher's judgement.
    fn waits(&self, finding: &Finding) -> bool {
        finding.answered.is_some() && self.work.verdict(self.cell.student, finding).is_none()
    }

    /// The lines of the list, and where one is among them.
    fn lines(&self) -> (Vec<Cell>, usize) {
        let at = self.cell;
        let lines: Vec<Cell> = match self.axis {
            Axis::Criterion => {
                let cell = |student: &usize| Cell {
                    student: *student,
                    ..at
                };
                self.order.iter().map(cell).collect()
            }
            Axis::Student => {
                let cell = |criterion| Cell { criterion, ..at };
                (0..self.work.rubric.criteria.len()).map(cell).collect()
            }
        };
        let here = lines.iter().position(|it| *it == at).unwrap_or(0);
        (lines, here)
    }

    /// Goes along the list.
    pub fn step(&mut self, by: isize) {
        let (lines, at) = self.lines();
        let to = at
            .saturating_add_signed(by)
            .min(lines.len().saturating_sub(1));
        if let Some(cell) = lines.get(to).filter(|_| to != at) {
            self.go(*cell);
        }
    }

    /// Goes to the next list: another criterion, or another student.
    pub fn step_across(&mut self, by: isize) {
        self.turn();
        self.step(by);
        self.turn();
    }

    /// Switches between a criterion across students and a student across criteria.
    pub fn turn(&mut self) {
        self.axis = match self.axis {
            Axis::Criterion => Axis::Student,
            Axis::Student => Axis::Criterion,
        };
        self.top = 0;
    }

    /// Goes to what has no level yet; whether there was something.
    pub fn go_unmarked(&mut self) -> bool {
        let next = self.work.unmarked(Some(self.cell), self.axis, &self.order);
        if let Some(cell) = next {
            self.go(cell);
        }
        next.is_some()
    }

    /// Shows another part where not all have room.
    pub fn next_view(&mut self) {
        self.view = match self.view {
            View::Levels => View::Findings,
            View::Findings => View::Text,
            View::Text => View::List,
            View::List => View::Levels,
        };
    }

    /// Hides names or shows them.
    pub fn toggle_blind(&mut self) -> bool {
        self.blind = !self.blind;
        self.put_in_order();
        self.blind
    }

    /// Gives a level by its place, or takes it back.
    pub fn give(&mut self, level: Option<usize>) {
        if level.is_none_or(|at| at < self.work.rubric.levels.len()) {
            self.work.give(self.cell, level);
            self.file.touch();
        }
    }

    /// Says something of the criterion.
    pub fn say(&mut self, comment: &str) {
        self.work.say(self.cell, comment);
        self.file.touch();
    }

    /// Changes a comment wherever it was made; how often that was.
    pub fn say_everywhere(&mut self, old: &str, new: &str) -> usize {
        self.file.touch();
        self.work.say_everywhere(self.cell, old, new)
    }

    /// Says something of the whole plan.
    pub fn note(&mut self, note: &str) {
        self.work.note(self.cell, note);
        self.file.touch();
    }

    /// Agrees with the chosen answer or not, and goes to the next that waits; false if there is none.
    pub fn judge(&mut self, verdict: Verdict) -> bool {
        let found = self.work.findings(self.cell);
        let chosen = found.get(self.chosen).filter(|it| it.answered.is_some());
        let Some(finding) = chosen.map(|it| key(it)) else {
            return false;
        };
        self.work.judge(self.cell, &finding, verdict);
        self.file.touch();
        let found = self.work.findings(self.cell);
        if let Some(at) = found.iter().position(|it| self.waits(it)) {
            self.chosen = at;
        }
        true
    }

    /// Chooses the next finding.
    pub fn next_finding(&mut self) {
        let count = self.work.findings(self.cell).len();
        self.chosen = (self.chosen + 1).checked_rem(count).unwrap_or(0);
        self.text_from = None;
    }

    /// Takes the last decision back and shows where it was; false if there is none.
    pub fn undo(&mut self) -> bool {
        let cell = self.work.undo(self.cell);
        self.replayed(cell)
    }

    /// Makes it again; false if there is none.
    pub fn redo(&mut self) -> bool {
        let cell = self.work.redo(self.cell);
        self.replayed(cell)
    }

    fn replayed(&mut self, cell: Option<Cell>) -> bool {
        if let Some(cell) = cell {
            self.go(cell);
            self.file.touch();
        }
        cell.is_some()
    }

    /// Takes the text of marks that a crash left.
    pub fn restore(&mut self, text: &str) {
        self.work.take(text);
        self.go(self.cell);
        self.file.touch();
    }

    /// When the marks are due to be saved.
    pub const fn due(&self) -> Option<Instant> {
        self.file.due()
    }

    /// Whether there are decisions that the file does not have.
    pub fn is_dirty(&self) -> bool {
        self.file.is_dirty(self.work.text())
    }

    /// Saves the marks; takes in what somebody else decided meanwhile.
    ///
    /// # Errors
    /// Why not; the decisions are in the recovery file then.
    pub fn save(&mut self, folders: Option<&Folders>) -> Result<bool, Trouble> {
        self.file.save(&mut self.work, folders)
    }

    /// What must be written when the program ends against its will.
    pub fn rescue(&self, folders: &Folders) -> Option<crate::tui::rescue::Rescued> {
        self.is_dirty()
            .then(|| self.file.rescue(self.work.text(), folders))
    }

    /// Whether plans in view have not been looked at yet.
    pub fn has_unread(&self) -> bool {
        self.unread().is_some()
    }

    fn unread(&self) -> Option<usize> {
        let near = self.order.iter().skip(self.top).take(40);
        let mut near = near.copied();
        near.find(|at| self.work.is_unread(*at))
    }

    /// Looks at plans for a moment, so that a large class shows at once and fills in.
    pub fn read_some(&mut self) -> bool {
        let began = Instant::now();
        let mut some = false;
        while let Some(at) = self.unread() {
            self.work.look(at);
            some = true;
            if began.elapsed() > std::time::Duration::from_millis(8) {
                break;
            }
        }
        some
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key) -> Reply {
        match key.code {
            Code::Up => self.step(-1),
            Code::Down => self.step(1),
            Code::Left => self.step_across(-1),
            Code::Right => self.step_across(1),
            Code::Home => self.step(isize::MIN + 1),
            Code::End => self.step(isize::MAX),
            Code::PageUp => self.scroll(Pane::Form, -10),
            Code::PageDown => self.scroll(Pane::Form, 10),
            Code::Char('?') => return Reply::Run("help"),
            Code::Char('q') => return Reply::Run("quit"),
            Code::Char(c @ '1'..='9') if !key.ctrl && !key.alt => {
                let digit = c.to_digit(10).unwrap_or(1) as usize;
                self.give(Some(digit - 1));
            }
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    /// Handles a click on a line of the list or on a level.
    pub fn click(&mut self, hit: &Hit) -> Reply {
        match hit {
            Hit::Item(at) => {
                let (lines, _) = self.lines();
                if let Some(cell) = lines.get(*at) {
                    self.go(*cell);
                }
            }
            Hit::Button(at) => self.give(Some(*at)),
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    /// Scrolls what is under the wheel.
    pub fn scroll(&mut self, pane: Pane, lines: isize) {
        match pane {
            Pane::List => self.step(lines.signum()),
            Pane::Form => {
                let from = self.text_from.unwrap_or_default();
                self.text_from = Some(from.saturating_add_signed(lines));
            }
            Pane::Coach => self.findings_from = self.findings_from.saturating_add_signed(lines),
        }
    }

    /// The students in the order of the list.
    pub fn order(&self) -> impl Iterator<Item = usize> {
        self.order.iter().copied()
    }

    /// What a student is called here.
    pub fn name(&self, student: usize, lang: Lang) -> String {
        if !self.blind {
            let handed = self.work.handed.get(student);
            return handed.map_or_else(String::new, |it| it.student.name.replace('\n', " "));
        }
        let at = self.order.iter().position(|it| *it == student);
        let number = (at.unwrap_or_default() + 1).to_string();
        Text::new("Student {0}", "学生{0}").fill(lang, &[number])
    }

    /// What the head of the screen says: what is marked, and how far one is.
    pub fn head(&self, lang: Lang) -> (String, String) {
        let (given, all) = self.work.done_in_all();
        let text = Text::new("{0} of {1} levels given", "已评{0}/{1}项");
        let said = text.fill(lang, &[given.to_string(), all.to_string()]);
        let title = self.title.as_ref().map_or("", |it| it.get(lang));
        (title.to_owned(), said)
    }
}
