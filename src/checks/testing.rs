//! What the tests of rules share.

use super::{Finding, Severity, check_text};
use crate::words::Lang;

/// The findings of one rule in a plan, given without its first line.
pub fn found(code: &str, plan: &str) -> Vec<Finding> {
    let text = format!("farsight = 1\n{plan}");
    let reading = crate::plan::read(&text);
    assert!(
        reading.problems.is_empty(),
        "{:?}\n{text}",
        reading.problems
    );
    let mut findings = check_text(&text).findings;
    findings.retain(|finding| finding.rule.code == code);
    findings
}

/// How bad each finding of one rule is.
pub fn severities(code: &str, plan: &str) -> Vec<Severity> {
    found(code, plan).iter().map(|it| it.severity).collect()
}

/// The findings of one rule as sentences in English and Chinese.
pub fn said(code: &str, plan: &str) -> Vec<String> {
    let findings = found(code, plan);
    let both = |it: &Finding| Lang::ALL.map(|lang| it.message(lang)).join(" | ");
    findings.iter().map(both).collect()
}

/// What one rule lacks in a plan; `None` if it could look.
pub fn lacks(code: &str, plan: &str) -> Option<&'static str> {
    let report = check_text(&format!("farsight = 1\n{plan}"));
    let mut unchecked = report.unchecked.into_iter();
    unchecked.find_map(|(rule, what)| (rule.code == code).then_some(what.en))
}
