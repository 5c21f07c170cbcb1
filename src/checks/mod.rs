//! The checks: an engine that runs rules over a plan, and the rules.
//!
//! One rule is one file with its page beside it: what it finds, why and whose idea it is, a plan
//! that has the gap, the same plan repaired, and when it is right to leave it. Checking is pure:
//! the same text gives the same findings in the same order.

mod context;
mod cross;
mod file;
mod finding;
mod mix;
pub mod myopia;
mod needs;
pub mod progress;
mod relationships;
mod rule;
mod targeting;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod testing_plans;
#[cfg(test)]
mod tests;
mod value;

use std::collections::HashSet;

pub use context::{Context, filled};
pub use finding::{Answered, Finding, Say, Severity, Sink};
pub use rule::{Checked, Rule};

use crate::plan::{Plan, Reading};
use crate::words::Text;

/// Every rule, by code.
pub const RULES: &[&[Rule]] = &[
    file::RULES,
    needs::RULES,
    targeting::RULES,
    value::RULES,
    mix::RULES,
    relationships::RULES,
    cross::RULES,
];

/// All rules in the order of their steps.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

/// The rule with this name, code or former name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.answers_to(name))
}

/// What came of checking a plan.
#[derive(Debug, Clone)]
pub struct Report {
    /// What was found, in the order of the file; answered findings among them.
    pub findings: Vec<Finding>,
    /// Rules that had the data they need.
    pub checked: usize,
    /// Rules that lacked data, with what they lacked.
    pub unchecked: Vec<(&'static Rule, Text)>,
}

impl Report {
    /// How many rules there are.
    pub fn total(&self) -> usize {
        self.checked + self.unchecked.len()
    }

    /// The findings that nobody has answered.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| finding.answered.is_none())
    }

    /// How many open findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.open()
            .filter(|finding| finding.severity == severity)
            .count()
    }
}

/// Reads and checks a text in one go.
pub fn check_text(text: &str) -> Report {
    let reading = crate::plan::read(text);
    check(text, &reading)
}

/// Runs all rules over a reading of a text.
pub fn check(text: &str, reading: &Reading<'_>) -> Report {
    run(rules(), text, reading)
}

/// Runs some rules over a reading of a text.
fn run(rules: impl Iterator<Item = &'static Rule>, text: &str, reading: &Reading<'_>) -> Report {
    let context = Context::new(text, &reading.plan, &reading.problems);
    let mut sink = Sink::default();
    let mut checked = 0;
    let mut unchecked = Vec::new();
    // With broken syntax much of the plan may be out of sight: only the file itself is judged.
    let sound = reading.is_sound() && !reading.is_newer();
    for rule in rules {
        if !sound && !rule.is_about_the_file() {
            unchecked.push((
                rule,
                Text::new("the file cannot be read whole", "文件未能完整读取"),
            ));
            continue;
        }
        sink.begin(rule);
        match (rule.check)(&context, &mut sink) {
            Checked::Yes => checked += 1,
            Checked::Lacks(what) => unchecked.push((rule, what)),
        }
    }
    let mut findings = sink.finish();
    answer(&mut findings, &reading.plan);
    findings.sort_by(|a, b| {
        (a.span.start, a.rule.code, &a.path).cmp(&(b.span.start, b.rule.code, &b.path))
    });
    let mut seen = HashSet::new();
    findings.retain(|finding| seen.insert((finding.rule.code, finding.path.clone(), finding.span)));
    Report {
        findings,
        checked,
        unchecked,
    }
}

/// Marks the findings that the author answered with a reason.
fn answer(findings: &mut [Finding], plan: &Plan<'_>) {
    for finding in findings {
        finding.answered = plan.answers.iter().find_map(|answer| {
            let check = answer.check.as_ref()?;
            let reason = filled(answer.reason.as_ref())?;
            let here = answer.at.as_ref().is_none_or(|at| {
                finding
                    .path
                    .strip_prefix(at.value.as_ref())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
            (finding.rule.answers_to(check) && here && !finding.rule.is_about_the_file()).then(
                || Answered {
                    reason: reason.to_owned(),
                    by: answer.by.as_ref().map(|by| by.value.to_string()),
                },
            )
        });
    }
}
