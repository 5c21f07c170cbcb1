//! The teacher's marks: levels, comments, and what they think of students' answers.
//!
//! They stand in one TOML file that a person can read, write and merge: one block for each
//! student, one line for each decision. What is written back changes the lines that changed and no
//! others, so that a teacher's own notes in the file stay.
//!
//! ```toml
//! marks = 1
//!
//! [students.ana-ruiz]
//! name = "Ana Ruiz"
//! level.A1 = "meets"
//! comment.A1 = "The need is there; say whose it is."
//! answer."N103 needs.customer_needs.dry-seat.need" = "agree"
//! note = "Come and see me."
//! ```

mod edit;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::grade::{Verdict, finding_key};
use super::sheet::{Fault, Sheet};
use super::{Level, Rubric};
use crate::checks::Finding;
use crate::plan::{Document, Path};
use crate::words::Text;

/// The name of the file, beside the plans that it is about.
pub const FILE: &str = "marks.toml";

/// What a teacher has decided about a class so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The exercise that is graded; none for whole plans.
    pub exercise: Option<String>,
    /// The students by their handles, in the order of the alphabet.
    pub students: BTreeMap<String, Marked>,
}

/// What a teacher has decided about one student's plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The student's name.
    pub name: String,
    /// The file that was graded, as seen from the folder of the class.
    pub file: String,
    /// The keys of levels by the code of a criterion: `A1` and `meets`.
    pub levels: BTreeMap<String, String>,
    /// What there is to say, by the code of a criterion.
    pub comments: BTreeMap<String, String>,
    /// What the teacher thinks of the student's answers, by [`finding_key`].
    pub answers: BTreeMap<String, Verdict>,
    /// What there is to say of the whole plan.
    pub note: String,
}

impl Marks {
    /// Reads a file of marks.
    ///
    /// # Errors
    /// Every mistake with its place. A level that no rubric has is none of them here, see
    /// [`Marks::strangers`].
    pub fn read(text: &str) -> Result<Marks, Vec<Fault>> {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Ok(Marks::default());
        }
        let mut sheet = Sheet::open(text)?;
        sheet.begins(
            "marks",
            Text::new(
                "This is no file of marks: its first line is `marks = 1`.",
                "这不是评分记录：第一行应是 `marks = 1`。",
            ),
        );
        sheet.only("", &["marks", "exercise", "students"]);
        let mut marks = Marks {
            exercise: sheet.has("exercise").then(|| sheet.text("exercise")),
            ..Marks::default()
        };
        for id in sheet.keys(&Path::parse("students")) {
            let at = Path::new(["students", &id]);
            marks.students.insert(id, marked(&mut sheet, &at));
        }
        sheet.close(marks)
    }

    /// The file, written over the one that was read: what did not change stays as it is.
    ///
    /// An `old` text that cannot be read as marks is replaced whole, so whoever calls this reads
    /// it first.
    pub fn write(&self, old: &str) -> String {
        edit::write(self, old)
    }

    /// As [`Marks::write`], over a document whose marks are `before`.
    pub fn write_over(&self, before: &Marks, old: &Document) -> String {
        edit::write_over(self, before, old.clone())
    }

    /// What is marked of a student; a new sheet where there is nothing yet.
    pub fn student(&mut self, id: &str) -> &mut Marked {
        self.students.entry(id.to_owned()).or_default()
    }

    /// Criteria and levels that a rubric does not have: the student, the criterion, the level.
    pub fn strangers<'m>(&'m self, rubric: &Rubric) -> Vec<(&'m str, &'m str, &'m str)> {
        let mut strangers = Vec::new();
        for (id, marked) in &self.students {
            for (code, level) in &marked.levels {
                if rubric.criterion(code).is_none() || rubric.level(level).is_none() {
                    strangers.push((id.as_str(), code.as_str(), level.as_str()));
                }
            }
        }
        strangers
    }
}

impl Marked {
    /// The level that a criterion was given.
    pub fn level<'r>(&self, code: &str, rubric: &'r Rubric) -> Option<&'r Level> {
        let at = rubric.level(self.levels.get(code)?)?;
        rubric.levels.get(at)
    }

    /// The points that a criterion was given.
    pub fn points(&self, code: &str, rubric: &Rubric) -> Option<Decimal> {
        let criterion = rubric.criterion(code)?;
        Some(criterion.worth(self.level(code, rubric)?))
    }

    /// How many criteria of the rubric have a level.
    pub fn given(&self, rubric: &Rubric) -> usize {
        let criteria = rubric.criteria.iter();
        criteria
            .filter(|it| self.level(&it.code, rubric).is_some())
            .count()
    }

    /// The points in all; none until every criterion has a level.
    pub fn total(&self, rubric: &Rubric) -> Option<Decimal> {
        let points = rubric
            .criteria
            .iter()
            .map(|it| self.points(&it.code, rubric));
        points.sum()
    }

    /// What the teacher thinks of the answer to a finding.
    pub fn verdict(&self, finding: &Finding) -> Option<Verdict> {
        self.answers.get(&finding_key(finding)).copied()
    }
}

fn marked(sheet: &mut Sheet<'_>, at: &Path) -> Marked {
    let path = at.to_string();
    sheet.only(
        &path,
        &["name", "file", "level", "comment", "answer", "note"],
    );
    let said = |sheet: &mut Sheet<'_>, key: &str| {
        let path = at.join(key).to_string();
        let is_there = sheet.has(&path);
        if is_there {
            sheet.text(&path)
        } else {
            String::new()
        }
    };
    let (name, file, note) = (
        said(sheet, "name"),
        said(sheet, "file"),
        said(sheet, "note"),
    );
    let texts = |sheet: &mut Sheet<'_>, key: &str| {
        let table = at.join(key);
        let mut texts = BTreeMap::new();
        for code in sheet.keys(&table) {
            let text = sheet.text(&table.join(code.as_str()).to_string());
            texts.insert(code, text);
        }
        texts
    };
    let (levels, comments) = (texts(sheet, "level"), texts(sheet, "comment"));
    let table = at.join("answer");
    let mut answers = BTreeMap::new();
    for key in sheet.keys(&table) {
        let path = table.join(key.as_str()).to_string();
        if let Some(verdict) = sheet.choice(&path, &Verdict::KEYS) {
            answers.insert(key, verdict);
        }
    }
    Marked {
        name,
        file,
        levels,
        comments,
        answers,
        note,
    }
}

#[cfg(test)]
mod tests;
