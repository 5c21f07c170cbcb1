//! A: the answers that authors give to findings instead of repairing the plan.
//!
//! An answer is a row of `[[accept]]`: which check, where, and why it is right to leave it. It
//! silences the findings of its check at its place and below, as long as it has a reason and has
//! not run out. What is wrong with an answer is a finding of this family. Findings of this family
//! and of the file itself have no answer but a repair.

mod answer_expired;
mod answer_to_unknown_rule;
mod answer_unused;
mod answer_without_place;
mod answer_without_reason;
mod edit;

pub use edit::{Reply, change, edit, row};

use super::finding::{Answered, Finding};
use super::{Checked, Context, Report, Rule, Sink, filled, rule, rules};
use crate::plan::records::Answer;
use crate::plan::{Document, Edit, Path, Record};

/// The rules about answers.
pub const RULES: &[Rule] = &[
    answer_without_reason::RULE,
    answer_expired::RULE,
    answer_unused::RULE,
    answer_to_unknown_rule::RULE,
    answer_without_place::RULE,
];

/// How an answer stands to what the other rules found.
///
/// The first that fits, in this order: one answer has one thing wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It names no check, or one that does not exist.
    NoRule,
    /// Its check has no answer but a repair.
    Unanswerable,
    /// Its check finds nothing at its place.
    Unused,
    /// It gives no reason.
    NoReason,
    /// It has run out.
    Expired,
    /// It names no place and holds for the whole plan; where it answers a single finding, its path.
    NoPlace(Option<String>),
    /// It holds.
    Holds,
}

/// How each answer of a plan stands.
pub(super) fn standings(context: &Context, found: &[Finding], report: &Report) -> Vec<Standing> {
    let answers = context.plan.answers.iter();
    answers
        .map(|answer| standing(answer, context, found, report))
        .collect()
}

fn standing(answer: &Answer, context: &Context, found: &[Finding], report: &Report) -> Standing {
    let Some(check) = checked(answer) else {
        return Standing::NoRule;
    };
    if !check.can_be_answered() {
        return Standing::Unanswerable;
    }
    let mut paths: Vec<&str> = found
        .iter()
        .filter(|finding| covers(answer, finding))
        .map(|finding| finding.path.as_str())
        .collect();
    paths.sort_unstable();
    paths.dedup();
    // A rule that could not look may yet find what is answered here.
    if paths.is_empty() && report.has_looked(check) {
        return Standing::Unused;
    }
    if filled(answer.reason.as_ref()).is_none() {
        return Standing::NoReason;
    }
    if is_expired(answer, context) {
        return Standing::Expired;
    }
    match paths.as_slice() {
        // A finding about the plan as a whole has no other place.
        [""] => Standing::Holds,
        _ if !place(answer).is_empty() => Standing::Holds,
        [path] => Standing::NoPlace(Some((*path).to_owned())),
        _ => Standing::NoPlace(None),
    }
}

/// Marks the findings that an answer in force silences.
pub(super) fn mark(findings: &mut [Finding], context: &Context) {
    if context.plan.answers.is_empty() {
        return;
    }
    for finding in findings {
        finding.answered = context.plan.answers.iter().find_map(|answer| {
            let reason = filled(answer.reason.as_ref())?;
            let holds = covers(answer, finding) && !is_expired(answer, context);
            holds.then(|| Answered {
                reason: reason.to_owned(),
                by: answer.by.as_ref().map(|by| by.value.to_string()),
                until: answer.until.as_ref().map(|until| until.value),
            })
        });
    }
}

/// The rule that an answer names.
fn checked(answer: &Answer) -> Option<&'static Rule> {
    rule(answer.check.as_ref()?.value.trim())
}

/// The place that an answer names; empty for the whole plan.
fn place<'a>(answer: &'a Answer) -> &'a str {
    answer.at.as_ref().map_or("", |at| at.value.trim())
}

/// Whether an answer means a finding, by its check and its place.
fn covers(answer: &Answer, finding: &Finding) -> bool {
    finding.rule.can_be_answered()
        && answer
            .check
            .as_ref()
            .is_some_and(|check| finding.rule.answers_to(check.value.trim()))
        && finding.is_at(place(answer))
}

/// Whether an answer has run out: the day it names has come, and the finding returns.
fn is_expired(answer: &Answer, context: &Context) -> bool {
    let until = answer.until.as_ref().map(|until| until.value);
    until
        .zip(context.settings.today)
        .is_some_and(|(until, today)| until <= today)
}

/// Shows a rule the answers that stand in a certain way.
fn each(
    context: &Context,
    sink: &mut Sink,
    mut say: impl FnMut(&Answer, &Standing, &mut Sink),
) -> Checked {
    for (answer, standing) in context.plan.answers.iter().zip(&context.standings) {
        say(answer, standing, sink);
    }
    Checked::Yes
}

/// The repair that takes an answer out of the plan.
fn removal(answer: &Answer, context: &Context) -> Option<Edit> {
    let path = Path::parse(&answer.path(""));
    Document::parse(context.text).remove(&path).ok()
}

/// The name that an answer's check was probably meant to be.
pub fn meant(name: &str) -> Option<&'static str> {
    let wanted = name.trim().to_lowercase();
    rules()
        .filter(|rule| rule.can_be_answered())
        .map(|rule| (strsim::jaro_winkler(&wanted, rule.name), rule.name))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests;
