//! Gradebooks: what a teacher gave, in the forms that learning platforms take.
//!
//! | file | what it fills |
//! |---|---|
//! | [`canvas`](mod@canvas) | the teacher's own export, in which one column changes and no other byte |
//! | [`moodle`](mod@moodle) | a list for import, in which a grade never goes without its feedback |
//! | [`plain`](mod@plain) | a table for anything else, with proposals in columns of their own |
//! | [`xlsx`](mod@xlsx) | the same for a spreadsheet |

pub mod canvas;
pub mod moodle;
pub mod plain;
pub mod xlsx;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::grade::{Graded, points, proposed};
use super::student::{Person, Roster};
use super::{Marked, Marks, Rubric};
use crate::report::clean;
use crate::words::{Lang, Text};

/// What a gradebook says of one student.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// The student's handle.
    pub id: String,
    /// The student's name.
    pub name: String,
    /// The file that was handed in.
    pub file: String,
    /// The points of 100 that the teacher gave; none until every criterion has a level.
    pub given: Option<Decimal>,
    /// The points that the rules propose, and the most that they could.
    pub proposed: Option<(Decimal, Decimal)>,
    /// What is said to the student; never empty.
    pub comments: String,
}

/// A gradebook that was filled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The file.
    pub text: String,
    /// How many students got a value.
    pub count: usize,
    /// Students with points who are not in the teacher's file, or not clearly.
    pub strangers: Vec<String>,
    /// Students of the teacher's file who have no points here.
    pub without: Vec<String>,
}

impl Entry {
    /// The points of 100 that are filled in: the teacher's, or the proposal where that is wanted.
    pub fn score(&self, with_proposals: bool) -> Option<Decimal> {
        let proposal = self.proposed.map(|(sum, _)| sum);
        self.given.or(proposal.filter(|_| with_proposals))
    }
}

/// The entries of a class: those who were graded, and those who only stand in the marks.
pub fn entries(marks: &Marks, graded: &[Graded], rubric: &Rubric, lang: Lang) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut known = BTreeSet::new();
    for one in graded.iter().filter(|it| !it.proposals.is_empty()) {
        known.insert(one.handed.student.id.as_str());
        let sums = proposed(&one.proposals, rubric);
        entries.push(Entry {
            id: one.handed.student.id.clone(),
            name: clean(&one.handed.student.name).into_owned(),
            file: one.handed.file.clone(),
            given: one.marked.total(rubric),
            proposed: Some(sums),
            comments: comments(&one.marked, Some(sums), rubric, lang),
        });
    }
    for (id, marked) in &marks.students {
        if known.contains(id.as_str()) {
            continue;
        }
        let name = if marked.name.is_empty() {
            id
        } else {
            &marked.name
        };
        entries.push(Entry {
            id: id.clone(),
            name: clean(name).into_owned(),
            file: marked.file.clone(),
            given: marked.total(rubric),
            proposed: None,
            comments: comments(marked, None, rubric, lang),
        });
    }
    entries.sort_by(|a, b| a.id.cmp(&b.id));
    entries
}

/// What is said to a student in a few lines.
fn comments(
    marked: &Marked,
    proposed: Option<(Decimal, Decimal)>,
    rubric: &Rubric,
    lang: Lang,
) -> String {
    let mut lines = Vec::new();
    if marked.total(rubric).is_none() {
        let text = match proposed {
            Some(_) => Text::new(
                "A proposal by rules, not a grade: {0} of {1} points.",
                "规则建议，不是成绩：{0}分（满分{1}）。",
            ),
            None => Text::new("Not marked in full yet.", "尚未评完。"),
        };
        let (sum, most) = proposed.unwrap_or_default();
        lines.push(text.fill(lang, &[points(sum), points(most)]));
    }
    lines.extend(Some(marked.note.trim().to_owned()).filter(|it| !it.is_empty()));
    for criterion in &rubric.criteria {
        let level = marked
            .level(&criterion.code, rubric)
            .map(|it| it.name.get(lang));
        let comment = marked.comments.get(&criterion.code).map(|it| it.trim());
        let name = format!("{} {}", criterion.code, criterion.name.get(lang));
        let said: Vec<&str> = level.into_iter().chain(comment).collect();
        if !said.is_empty() {
            let text = Text::new("{0}: {1}", "{0}：{1}");
            let between = if lang == Lang::En { ". " } else { "。" };
            lines.push(text.fill(lang, &[name, said.join(between)]));
        }
    }
    // Nor do marks that turn the direction of writing belong into somebody else's program.
    clean(&lines.join("\n")).into_owned()
}

/// Finds the person of each entry with points; one whom two entries could mean gets none.
///
/// The entries that no person could be found for come back beside.
fn matched<'r, 'e>(
    roster: &'r Roster,
    entries: &'e [Entry],
    with_proposals: bool,
) -> (Vec<(&'r Person, &'e Entry, Decimal)>, Vec<String>) {
    let scored = |it: &'e Entry| Some((it, it.score(with_proposals)?));
    let found: Vec<_> = (entries.iter().filter_map(scored))
        .map(|(it, score)| (roster.find(&it.file, Some(&it.name)), it, score))
        .collect();
    let mut pairs = Vec::new();
    let mut strangers = Vec::new();
    for (at, entry, score) in &found {
        let rivals = found.iter().filter(|(other, ..)| other == at).count();
        let person = at
            .filter(|_| rivals == 1)
            .and_then(|at| roster.people.get(at));
        match person {
            Some(person) => pairs.push((person, *entry, *score)),
            None => strangers.push(entry.name.clone()),
        }
    }
    (pairs, strangers)
}

#[cfg(test)]
mod tests;
