//! Where a plan is to be written so that a rule can look.

use std::cmp::Reverse;

use crate::catalogue::{self, Section, Step};
use crate::checks::Rule;
use crate::words::Text;

/// Words of everyday speech for what stands in a section, beside the names of lists and rows.
const WORDS: &[(&str, &str)] = &[
    ("need", "needs.customer_needs"),
    ("want", "needs.customer_needs"),
    ("rival", "needs.alternatives"),
    ("target", "targeting.segments"),
    ("segment", "targeting.segments"),
    ("promise", "value.propositions"),
    ("value position", "value.propositions"),
    ("price", "mix.products"),
    ("fixed costs", "mix.forecast"),
    ("forecast", "mix.forecast"),
    ("revenue", "mix.forecast"),
    ("actions", "mix.actions"),
    ("retention", "relationships.groups"),
    ("discount rate", "relationships.groups"),
];

/// The section for what a rule lacks: the one that its words name first.
///
/// Rules say what they lack in words for people. Where the words name no section, the first one of
/// the rule's step is where the work on it begins.
pub fn section(rule: &Rule, lack: Text) -> &'static str {
    let words = lack.en.to_lowercase();
    let named = catalogue::sections().flat_map(|section| {
        let names = [section.row.en, section.label.en];
        names.map(|name| (name.to_lowercase(), section.path))
    });
    let everyday = WORDS.iter().map(|(name, path)| ((*name).to_owned(), *path));
    named
        .chain(everyday)
        .filter(|(name, _)| !name.is_empty())
        .filter_map(|(name, path)| Some((words.find(&name)?, Reverse(name.len()), path)))
        .min_by_key(|(at, length, _)| (*at, *length))
        .map_or_else(|| beginning(rule.step), |(_, _, path)| path)
}

/// The section with which a step begins.
pub fn beginning(step: Step) -> &'static str {
    let own = |section: &&Section| section.step == step;
    catalogue::sections()
        .find(|section| own(section) && section.is_core())
        .or_else(|| catalogue::sections().find(own))
        .map_or("plan", |section| section.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lack_of_an_empty_plan_leads_to_a_section() {
        let report = crate::checks::check_text("farsight = 1\n");
        assert!(report.unchecked.len() > 50);
        let of = |code: &str| {
            let found = report.unchecked.iter().find(|(rule, _)| rule.code == code);
            found.map(|(rule, lack)| section(rule, *lack))
        };
        for (code, path) in [
            ("N103", "needs.customer_needs"),
            ("N110", "needs.evidence"),
            ("T201", "targeting.segments"),
            ("V302", "value.benefits"),
            ("V308", "value.propositions"),
            ("M406", "mix.products"),
            ("M408", "mix.forecast"),
            ("M413", "mix.messages"),
            ("R512", "relationships.groups"),
            ("X609", "mix.objectives"),
        ] {
            assert_eq!(of(code), Some(path), "{code}");
        }
        for (_, path) in WORDS {
            assert!(catalogue::section(path).is_some(), "{path}");
        }
        for (rule, lack) in &report.unchecked {
            let path = section(rule, *lack);
            assert!(catalogue::section(path).is_some(), "{path}");
        }
    }
}
