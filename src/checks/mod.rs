//! The checks: an engine that runs rules over a plan, and the rules.
//!
//! One rule is one file with its page beside it: what it finds, why and whose idea it is, a plan
//! that has the gap, the same plan repaired, and when it is right to leave it. Checking is pure:
//! the same text gives the same findings in the same order.

pub mod answers;
pub mod baseline;
mod context;
mod cross;
mod file;
mod finding;
mod fingerprint;
mod mix;
pub mod myopia;
mod needs;
pub mod order;
pub mod profile;
pub mod progress;
mod relationships;
mod repair;
mod rule;
mod settings;
mod targeting;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod testing_plans;
#[cfg(test)]
mod tests;
pub mod thresholds;
pub mod trace;
mod value;

pub use context::{Context, filled};
pub use finding::{Answered, Finding, Say, Severity, Sink};
pub use fingerprint::{digest, fingerprint};
pub use profile::Profile;
pub use repair::{Repaired, repair};
pub use rule::{Checked, Rule};
pub use settings::{Selector, Settings, Words};

use crate::plan::Reading;
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
    answers::RULES,
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
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// What was found, in the order of the file; answered findings among them.
    pub findings: Vec<Finding>,
    /// Rules that had the data they need.
    pub checked: usize,
    /// Rules that lacked data, with what they lacked.
    pub unchecked: Vec<(&'static Rule, Text)>,
    /// Rules that the settings switch off.
    pub off: Vec<&'static Rule>,
    /// How many findings the profile does not show.
    pub hidden: usize,
}

impl Report {
    /// How many rules there are, but for those that are switched off.
    pub fn total(&self) -> usize {
        self.checked + self.unchecked.len()
    }

    /// The findings that nobody has answered and no baseline knows.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| finding.answered.is_none() && !finding.known)
    }

    /// The findings that the author answered, each with the answer.
    pub fn answered(&self) -> impl Iterator<Item = (&Finding, &Answered)> {
        self.findings
            .iter()
            .filter_map(|finding| Some((finding, finding.answered.as_ref()?)))
    }

    /// How many findings a baseline knows.
    pub fn known(&self) -> usize {
        self.findings.iter().filter(|finding| finding.known).count()
    }

    /// How many open findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.open()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// Whether a rule could look: it was neither switched off nor short of data.
    pub fn has_looked(&self, rule: &Rule) -> bool {
        let mut blind = self
            .unchecked
            .iter()
            .map(|(it, _)| *it)
            .chain(self.off.iter().copied());
        !blind.any(|it| it.code == rule.code)
    }
}

/// Reads and checks a text in one go.
pub fn check_text(text: &str) -> Report {
    check_text_with(text, &Settings::default())
}

/// Reads and checks a text as the settings say.
pub fn check_text_with(text: &str, settings: &Settings) -> Report {
    check_with(text, &crate::plan::read(text), settings)
}

/// Runs all rules over a reading of a text.
pub fn check(text: &str, reading: &Reading<'_>) -> Report {
    check_with(text, reading, &Settings::default())
}

/// Runs the rules over a reading of a text as the settings say.
pub fn check_with(text: &str, reading: &Reading<'_>, settings: &Settings) -> Report {
    run(rules(), text, reading, settings)
}

/// Runs some rules over a reading of a text.
fn run(
    rules: impl Iterator<Item = &'static Rule>,
    text: &str,
    reading: &Reading<'_>,
    settings: &Settings,
) -> Report {
    let mut context = Context::new(text, &reading.plan, &reading.problems, settings);
    let mut report = Report::default();
    let mut sink = Sink::default();
    // Answers are judged by what they answer, so their rules come last.
    let (last, first): (Vec<_>, Vec<_>) = rules.partition(|rule| rule.is_about_answers());
    // With broken syntax much of the plan may be out of sight: only the file itself is judged.
    let sound = reading.is_sound() && !reading.is_newer();
    look(&first, &context, sound, &mut sink, &mut report);
    context.standings = answers::standings(&context, sink.so_far(), &report);
    look(&last, &context, sound, &mut sink, &mut report);
    report.findings = sink.finish();
    answers::mark(&mut report.findings, &context);
    settle(&mut report, settings);
    report
}

/// Lets rules look at a plan.
fn look(
    rules: &[&'static Rule],
    context: &Context,
    sound: bool,
    sink: &mut Sink,
    report: &mut Report,
) {
    for &rule in rules {
        if !context.settings.runs(rule) {
            report.off.push(rule);
        } else if !sound && !rule.is_about_the_file() {
            let why = Text::new("the file cannot be read whole", "文件未能完整读取");
            report.unchecked.push((rule, why));
        } else {
            sink.begin(rule);
            match (rule.check)(context, sink) {
                Checked::Yes => report.checked += 1,
                Checked::Lacks(what) => report.unchecked.push((rule, what)),
            }
        }
    }
}

/// Puts findings in the order of the file, each once, graded and chosen as the settings say.
fn settle(report: &mut Report, settings: &Settings) {
    let findings = &mut report.findings;
    for finding in &mut *findings {
        if let Some(severity) = settings.severity(finding.rule) {
            finding.severity = severity;
        }
    }
    findings.sort_by(|a, b| {
        (a.span.start, a.rule.code, &a.path).cmp(&(b.span.start, b.rule.code, &b.path))
    });
    let mut once: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        // What is alike in all else but the end of its place stands together.
        let mut beside = once.iter().rev().take_while(|it| {
            (it.span.start, it.rule.code, &it.path)
                == (finding.span.start, finding.rule.code, &finding.path)
        });
        if !beside.any(|it| it.span == finding.span) {
            once.push(finding);
        }
    }
    *findings = once;
    let all = findings.len();
    findings.retain(|finding| settings.profile.shows(finding));
    report.hidden = all - findings.len();
}
