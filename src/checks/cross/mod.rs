//! X: across the steps.

use super::Rule;

mod action_incomplete;
mod assumption_untested;
mod broken_chain;
mod budget_does_not_sum;
mod kpi_incomplete;
mod no_control_or_contingency;
mod orphan_element;
mod placeholder_left;

/// The rules across steps.
pub const RULES: &[Rule] = &[
    broken_chain::RULE,
    orphan_element::RULE,
    budget_does_not_sum::RULE,
    kpi_incomplete::RULE,
    action_incomplete::RULE,
    assumption_untested::RULE,
    no_control_or_contingency::RULE,
    placeholder_left::RULE,
];
