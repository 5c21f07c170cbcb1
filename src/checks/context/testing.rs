//! Questions that tests of rules ask.

use crate::checks::{Severity, check_text};
use crate::words::Lang;

/// The paths at which a rule found something in a plan; `farsight = 1` is put in front.
pub fn paths(code: &str, plan: &str) -> Vec<String> {
    check_text(&format!("farsight = 1\n{plan}"))
        .findings
        .into_iter()
        .filter(|finding| finding.rule.code == code)
        .map(|finding| finding.path)
        .collect()
}

/// The severities of what a rule found.
pub fn severities(code: &str, plan: &str) -> Vec<Severity> {
    check_text(&format!("farsight = 1\n{plan}"))
        .findings
        .into_iter()
        .filter(|finding| finding.rule.code == code)
        .map(|finding| finding.severity)
        .collect()
}

/// What a rule says, in one language.
pub fn messages(code: &str, plan: &str, lang: Lang) -> Vec<String> {
    check_text(&format!("farsight = 1\n{plan}"))
        .findings
        .into_iter()
        .filter(|finding| finding.rule.code == code)
        .map(|finding| finding.message(lang))
        .collect()
}

/// Whether a rule had the data it needs.
pub fn is_checked(code: &str, plan: &str) -> bool {
    check_text(&format!("farsight = 1\n{plan}"))
        .unchecked
        .iter()
        .all(|(rule, _)| rule.code != code)
}
