//! X: across the steps.

use super::Rule;

mod action_incomplete;
mod actions_without_objective;
mod activity_counted_as_result;
mod assumption_untested;
mod broken_chain;
mod budget_does_not_sum;
mod budget_line_without_objective;
mod dates_contradict;
mod figures;
mod first_or_only_unproved;
mod kpi_incomplete;
mod measures;
mod no_control_or_contingency;
mod numbers_contradict;
mod objective_without_kpi;
mod objectives_only_in_units;
mod objectives_without_actions;
mod orphan_element;
mod owner_overloaded;
mod percent_scale_ambiguous;
mod placeholder_left;
mod scale;
mod spend_does_not_follow_targets;
mod stakeholder_conflict_unresolved;
mod strategy_written_as_objective;
mod target_equals_baseline_or_extreme;
mod together;
mod units_currency_or_period_mixed;

/// The rules across steps.
pub const RULES: &[Rule] = &[
    objectives_only_in_units::RULE,
    stakeholder_conflict_unresolved::RULE,
    broken_chain::RULE,
    orphan_element::RULE,
    spend_does_not_follow_targets::RULE,
    budget_does_not_sum::RULE,
    budget_line_without_objective::RULE,
    kpi_incomplete::RULE,
    objective_without_kpi::RULE,
    strategy_written_as_objective::RULE,
    target_equals_baseline_or_extreme::RULE,
    action_incomplete::RULE,
    percent_scale_ambiguous::RULE,
    units_currency_or_period_mixed::RULE,
    assumption_untested::RULE,
    no_control_or_contingency::RULE,
    placeholder_left::RULE,
    activity_counted_as_result::RULE,
    numbers_contradict::RULE,
    dates_contradict::RULE,
    first_or_only_unproved::RULE,
    owner_overloaded::RULE,
    actions_without_objective::RULE,
    objectives_without_actions::RULE,
];
