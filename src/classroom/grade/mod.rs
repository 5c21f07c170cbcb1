//! Grading: what is proposed for a plan, and what a class and a student are told.
//!
//! Nothing here is a grade. The rules propose a level for each criterion and say why; a person
//! marks ([`super::marks`]). Automatic points and the teacher's points stand beside each other and
//! are never added.
//!
//! | file | what it does |
//! |---|---|
//! | [`propose`](mod@propose) | the level that the rules leave of each criterion, and why |
//! | [`feedback`](mod@feedback) | what a student gets back |
//! | [`since`](mod@since) | what the student changed after the last feedback |
//! | [`summary`](mod@summary) | what a teacher sees of the class |

pub mod feedback;
pub mod propose;
mod since;
pub mod summary;

use rust_decimal::Decimal;

pub use self::feedback::feedback;
pub use self::propose::{Cap, Proposal, Verdict, finding_key, propose, proposed};
pub use self::summary::summary;
use super::student::Handed;
use super::{Exercise, Marked, Marks, Rubric};
use crate::checks::{self, Report, Settings, Severity};
use crate::review::{Review, review};
use crate::words::number::show;

/// What a class is graded by.
#[derive(Debug)]
pub struct Task<'t> {
    /// What is judged.
    pub rubric: &'t Rubric,
    /// The exercise; none for whole plans.
    pub exercise: Option<&'t Exercise>,
    /// What the teacher has decided so far.
    pub marks: &'t Marks,
    /// How the rules run: see [`Task::settings`].
    pub settings: Settings,
}

/// A plan that was handed in, with what is proposed for it and what was given.
#[derive(Debug)]
pub struct Graded {
    /// Who handed in what.
    pub handed: Handed,
    /// What was found; nothing where the file cannot be graded.
    pub report: Report,
    /// What is proposed, in the order of the rubric; nothing where the file cannot be graded.
    pub proposals: Vec<Proposal>,
    /// What the teacher gave.
    pub marked: Marked,
    /// What changed since an earlier version, where there is one.
    pub since: Option<Review>,
}

impl Task<'_> {
    /// How the rules run for an exercise or for whole plans.
    pub fn settings(exercise: Option<&Exercise>, today: Option<jiff::civil::Date>) -> Settings {
        let settings = exercise.map_or_else(Settings::default, Exercise::settings);
        Settings { today, ..settings }
    }

    /// Grades what a student handed in; `before` is what the same student had handed in earlier.
    pub fn grade(&self, handed: Handed, before: Option<&str>) -> Graded {
        let marked = self.marks.students.get(&handed.student.id);
        let marked = marked.cloned().unwrap_or_default();
        if !handed.is_sound() {
            return Graded {
                handed,
                report: Report::default(),
                proposals: Vec::new(),
                marked,
                since: None,
            };
        }
        let report = checks::check_text_with(&handed.text, &self.settings);
        let proposals = propose(self.rubric, &report, |finding| marked.verdict(finding));
        let since = before.map(|before| review(before, &handed.text, &self.settings));
        Graded {
            handed,
            report,
            proposals,
            marked,
            since,
        }
    }
}

impl Graded {
    /// What is proposed for a criterion.
    pub fn proposal(&self, code: &str) -> Option<&Proposal> {
        self.proposals.iter().find(|it| it.code == code)
    }

    /// The share of rules that had something to look at, over all criteria.
    pub fn coverage(&self) -> Option<Decimal> {
        let looked: usize = self.proposals.iter().map(|it| it.looked).sum();
        let rules: usize = self.proposals.iter().map(|it| it.rules).sum();
        Decimal::from(looked).checked_div(Decimal::from(rules))
    }

    /// How many findings of this severity are open.
    pub fn open(&self, severity: Severity) -> usize {
        self.report.count(severity)
    }

    /// How many answers nobody has judged yet.
    pub fn unjudged(&self) -> usize {
        let answered = self.report.answered();
        answered
            .filter(|(it, _)| self.marked.verdict(it).is_none())
            .count()
    }
}

/// Points as people read them: at most two decimals.
pub fn points(value: Decimal) -> String {
    show(value.round_dp(2).normalize())
}

#[cfg(test)]
mod tests;
