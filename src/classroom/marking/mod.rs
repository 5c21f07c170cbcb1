//! Marking a class: what was given so far, what was said before, what can be taken back.
//!
//! The text of the file of marks is the single truth here, as that of a plan is elsewhere: every
//! decision is an edit of it, so that undo and a teacher's own notes in the file come for free.
//! Nothing is marked by a rule. What the rules propose stands beside.

mod merge;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::grade::{Proposal, Task, Verdict, finding_key, propose};
use super::rubric::STEPS;
use super::student::Handed;
use super::{Criterion, Exercise, Fault, Marked, Marks, Rubric};
use crate::checks::{self, Finding, Report, Settings};
use crate::plan::{Document, Edit, History};

/// A class that is being marked.
#[derive(Debug)]
pub struct Marking {
    /// What is judged.
    pub rubric: Rubric,
    /// What was handed in, in the order of names; what cannot be graded is among it.
    pub handed: Vec<Handed>,
    exercise: Option<String>,
    settings: Settings,
    looked: Vec<Option<Looked>>,
    document: Document,
    history: History,
    marks: Marks,
}

/// What the rules say of one plan.
#[derive(Debug, Default)]
struct Looked {
    report: Report,
    proposals: Vec<Proposal>,
}

/// What is marked at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// A place in [`Marking::handed`].
    pub student: usize,
    /// A place in the criteria of the rubric.
    pub criterion: usize,
}

/// What stays while one goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Axis {
    /// One criterion across all students, which keeps the measure the same.
    #[default]
    Criterion,
    /// One student across all criteria.
    Student,
}

/// A comment that was made before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// What it says.
    pub text: String,
    /// How many students have it.
    pub times: usize,
    /// Whether it was made of this criterion.
    pub here: bool,
}

impl Marking {
    /// A class with the file of marks that it has so far.
    ///
    /// # Errors
    /// The mistakes in the file of marks.
    pub fn new(
        rubric: Rubric,
        exercise: Option<&Exercise>,
        handed: Vec<Handed>,
        marks: &str,
        today: Option<Date>,
    ) -> Result<Marking, Vec<Fault>> {
        Ok(Marking {
            rubric,
            exercise: exercise.map(|it| it.name.clone()),
            settings: Task::settings(exercise, today),
            looked: handed.iter().map(|_| None).collect(),
            handed,
            document: Document::parse(marks),
            history: History::default(),
            marks: Marks::read(marks)?,
        })
    }

    /// The text of the file of marks.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// What is given so far.
    pub const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The criterion of a cell.
    pub fn criterion(&self, cell: Cell) -> Option<&Criterion> {
        self.rubric.criteria.get(cell.criterion)
    }

    /// What is given to a student; none where nothing is yet.
    pub fn marked(&self, student: usize) -> Option<&Marked> {
        self.marks
            .students
            .get(&self.handed.get(student)?.student.id)
    }

    /// The level that was given, as a place in the levels of the rubric.
    pub fn level(&self, cell: Cell) -> Option<usize> {
        let key = self
            .marked(cell.student)?
            .levels
            .get(&self.criterion(cell)?.code)?;
        self.rubric.level(key)
    }

    /// The comment that was made; empty where there is none.
    pub fn comment(&self, cell: Cell) -> &str {
        let said = || {
            let code = &self.criterion(cell)?.code;
            self.marked(cell.student)?.comments.get(code)
        };
        said().map_or("", String::as_str)
    }

    /// Whether the rules have not looked at a plan yet.
    pub fn is_unread(&self, student: usize) -> bool {
        self.looked.get(student).is_some_and(Option::is_none)
    }

    /// Has the rules look at a plan, once.
    pub fn look(&mut self, student: usize) {
        let (Some(handed), true) = (self.handed.get(student), self.is_unread(student)) else {
            return;
        };
        let looked = if handed.is_sound() {
            let report = checks::check_text_with(&handed.text, &self.settings);
            let proposals = self.proposals(student, &report);
            Looked { report, proposals }
        } else {
            Looked::default()
        };
        if let Some(place) = self.looked.get_mut(student) {
            *place = Some(looked);
        }
    }

    fn proposals(&self, student: usize, report: &Report) -> Vec<Proposal> {
        let marked = self.marked(student);
        propose(&self.rubric, report, |it| marked?.verdict(it))
    }

    /// Proposes again: what a teacher thinks of an answer may lift a ceiling or lower it.
    fn propose_again(&mut self, student: usize) {
        let looked = self.looked.get_mut(student).and_then(Option::take);
        let Some(mut looked) = looked else { return };
        if self.handed.get(student).is_some_and(Handed::is_sound) {
            looked.proposals = self.proposals(student, &looked.report);
        }
        if let Some(place) = self.looked.get_mut(student) {
            *place = Some(looked);
        }
    }

    /// What is proposed; none until the rules have looked, or where they cannot.
    pub fn proposal(&self, cell: Cell) -> Option<&Proposal> {
        let looked = self.looked.get(cell.student)?.as_ref()?;
        looked.proposals.get(cell.criterion)
    }

    /// What was found for a criterion, in the order of the plan.
    pub fn findings(&self, cell: Cell) -> Vec<&Finding> {
        let found = || {
            let report = &self.looked.get(cell.student)?.as_ref()?.report;
            let criterion = self.criterion(cell)?;
            let mine = report.findings.iter();
            Some(mine.filter(|it| criterion.counts(it.rule)).collect())
        };
        found().unwrap_or_default()
    }

    /// What the teacher thinks of the answer to a finding.
    pub fn verdict(&self, student: usize, finding: &Finding) -> Option<Verdict> {
        self.marked(student)?.verdict(finding)
    }

    /// The table of a plan in which a criterion's step is written; none for all of the plan.
    pub fn table(&self, cell: Cell) -> Option<&'static str> {
        let step = self.criterion(cell)?.step;
        let (name, _) = STEPS.iter().find(|(_, it)| *it == step)?;
        (*name != "plan").then_some(*name)
    }

    /// Gives a level, or takes it back.
    pub fn give(&mut self, cell: Cell, level: Option<usize>) {
        let key = level.and_then(|at| self.rubric.levels.get(at));
        let key = key.map(|it| it.key.clone());
        let Some(code) = self.code(cell) else { return };
        self.change(cell, |it| put(&mut it.levels, code, key));
    }

    /// Says something of a criterion, or nothing.
    pub fn say(&mut self, cell: Cell, comment: &str) {
        let Some(code) = self.code(cell) else { return };
        self.change(cell, |it| put(&mut it.comments, code, said(comment)));
    }

    /// Says something of the whole plan, or nothing.
    pub fn note(&mut self, cell: Cell, note: &str) {
        self.change(cell, |it| it.note = said(note).unwrap_or_default());
    }

    /// Agrees with an answer or does not; the same again takes it back.
    pub fn judge(&mut self, cell: Cell, finding: &str, verdict: Verdict) {
        let key = finding.to_owned();
        self.change(cell, |it| {
            let verdict = (it.answers.get(&key) != Some(&verdict)).then_some(verdict);
            match verdict {
                Some(verdict) => it.answers.insert(key, verdict),
                None => it.answers.remove(&key),
            };
        });
    }

    /// Changes a comment wherever it was made of this criterion; how often that was.
    pub fn say_everywhere(&mut self, cell: Cell, old: &str, new: &str) -> usize {
        let Some(code) = self.code(cell) else {
            return 0;
        };
        let mut times = 0;
        let before = self.marks.clone();
        for marked in self.marks.students.values_mut() {
            if marked.comments.get(&code).is_some_and(|it| it == old) {
                put(&mut marked.comments, code.clone(), said(new));
                times += 1;
            }
        }
        self.record(cell, &before);
        times
    }

    /// The comments that were made before: of this criterion first, and the most used first.
    pub fn comments(&self, cell: Cell) -> Vec<Used> {
        let code = self.criterion(cell).map_or("", |it| it.code.as_str());
        let mut used: Vec<Used> = Vec::new();
        for (of, text) in (self.marks.students.values()).flat_map(|it| &it.comments) {
            let here = of == code;
            match used.iter_mut().find(|it| it.text == *text) {
                Some(it) => {
                    it.times += 1;
                    it.here |= here;
                }
                None => used.push(Used {
                    text: text.clone(),
                    times: 1,
                    here,
                }),
            }
        }
        used.sort_by_key(|it| (!it.here, std::cmp::Reverse(it.times)));
        used
    }

    /// How many of the plans that can be graded have a level in a criterion, and of how many.
    pub fn done(&self, criterion: usize) -> (usize, usize) {
        self.count(|cell| cell.criterion == criterion)
    }

    /// How many criteria of a student have a level, and of how many.
    pub fn done_of(&self, student: usize) -> (usize, usize) {
        self.count(|cell| cell.student == student)
    }

    /// How many levels are given, and of how many.
    pub fn done_in_all(&self) -> (usize, usize) {
        self.count(|_| true)
    }

    fn count(&self, wanted: impl Fn(Cell) -> bool) -> (usize, usize) {
        // Every drawing counts a whole class: each student is looked up once.
        let (mut given, mut all) = (0, 0);
        let sound = self.handed.iter().enumerate().filter(|it| it.1.is_sound());
        for (student, _) in sound {
            let marked = self.marked(student);
            for (criterion, it) in self.rubric.criteria.iter().enumerate() {
                if wanted(Cell { student, criterion }) {
                    let key = marked.and_then(|marked| marked.levels.get(&it.code));
                    all += 1;
                    given += usize::from(key.is_some_and(|it| self.rubric.level(it).is_some()));
                }
            }
        }
        (given, all)
    }

    /// All that can be graded, one line after the other; `order` is that of students, if it is
    /// another than that of names.
    fn cells(&self, axis: Axis, order: &[usize]) -> Vec<Cell> {
        let names: Vec<usize> = (0..self.handed.len()).collect();
        let order = if order.is_empty() { &names } else { order };
        let is_sound = |at: &&usize| self.handed.get(**at).is_some_and(Handed::is_sound);
        let students: Vec<usize> = order.iter().filter(is_sound).copied().collect();
        let criteria = 0..self.rubric.criteria.len();
        let cell = |student, criterion| Cell { student, criterion };
        match axis {
            Axis::Criterion => criteria
                .flat_map(|at| students.iter().map(move |it| cell(*it, at)))
                .collect(),
            Axis::Student => (students.iter())
                .flat_map(|it| criteria.clone().map(move |at| cell(*it, at)))
                .collect(),
        }
    }

    /// What has no level yet and comes first from a cell on, and then from the beginning.
    pub fn unmarked(&self, from: Option<Cell>, axis: Axis, order: &[usize]) -> Option<Cell> {
        let cells = self.cells(axis, order);
        let at = from.and_then(|from| cells.iter().position(|it| *it == from));
        let (before, after) = cells.split_at(at.unwrap_or(0));
        let mut all = after.iter().chain(before);
        all.find(|it| self.level(**it).is_none()).copied()
    }

    /// Takes the last decision back; where it was, or where one is if it was everywhere.
    pub fn undo(&mut self, here: Cell) -> Option<Cell> {
        let place = self.history.undo(&mut self.document)?;
        Some(self.replayed(&place, here))
    }

    /// Makes the decision taken back again; where it is.
    pub fn redo(&mut self, here: Cell) -> Option<Cell> {
        let place = self.history.redo(&mut self.document)?;
        Some(self.replayed(&place, here))
    }

    fn replayed(&mut self, place: &str, here: Cell) -> Cell {
        self.read_again();
        let (id, code) = place.split_once('/').unwrap_or((place, ""));
        let student = self.handed.iter().position(|it| it.student.id == id);
        let mut criteria = self.rubric.criteria.iter();
        let criterion = criteria.position(|it| it.code == code);
        Cell {
            student: student.unwrap_or(here.student),
            criterion: criterion.unwrap_or(here.criterion),
        }
    }

    fn read_again(&mut self) {
        // Every text of the history was read before, or written by us.
        if let Ok(marks) = Marks::read(self.document.text()) {
            self.marks = marks;
        }
        for student in 0..self.handed.len() {
            self.propose_again(student);
        }
    }

    /// Takes what somebody else wrote into the file since it had the text `base`: what was decided
    /// here stays, all else is theirs.
    ///
    /// # Errors
    /// The mistakes in their file, which is then left alone.
    pub fn merge(&mut self, base: &str, theirs: &str) -> Result<(), Vec<Fault>> {
        let marks = Marks::read(theirs)?;
        let base = Marks::read(base).unwrap_or_default();
        let text = merge::merged(&base, &self.marks, marks).write(theirs);
        self.take(&text);
        Ok(())
    }

    /// Takes another text of marks as one step, which undo takes back.
    pub fn take(&mut self, text: &str) {
        let edit = Edit::between(self.document.text(), text);
        self.history.apply(&mut self.document, &edit, "", None);
        self.read_again();
    }

    fn code(&self, cell: Cell) -> Option<String> {
        Some(self.criterion(cell)?.code.clone())
    }

    fn change(&mut self, cell: Cell, edit: impl FnOnce(&mut Marked)) {
        let Some(handed) = self.handed.get(cell.student) else {
            return;
        };
        let before = self.marks.clone();
        let marked = self.marks.student(&handed.student.id);
        if marked.name.is_empty() {
            marked.name.clone_from(&handed.student.name);
        }
        // The file keeps the handle, whatever else of that name is handed in later.
        if marked.file.is_empty() {
            marked.file.clone_from(&handed.file);
        }
        edit(marked);
        self.record(cell, &before);
    }

    /// Writes what was decided since `before` into the text, as one step.
    fn record(&mut self, cell: Cell, before: &Marks) {
        if self.marks.exercise.is_none() {
            self.marks.exercise.clone_from(&self.exercise);
        }
        let text = self.marks.write_over(before, &self.document);
        let id = self.handed.get(cell.student).map(|it| &it.student.id);
        let code = self.code(cell).unwrap_or_default();
        let place = format!("{}/{code}", id.map_or("", String::as_str));
        let edit = Edit::between(self.document.text(), &text);
        self.history.apply(&mut self.document, &edit, &place, None);
        self.propose_again(cell.student);
    }
}

/// The name under which the answer to a finding is judged.
pub fn key(finding: &Finding) -> String {
    finding_key(finding)
}

fn put(map: &mut BTreeMap<String, String>, key: String, value: Option<String>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}

/// A comment without the blanks around it; none where nothing is left.
fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
