//! Rules of this step.

use super::Rule;

mod everyone_is_the_target;
mod segment_not_measured;
mod segment_unreachable;
mod target_chosen_without_criteria;

/// The rules.
pub const RULES: &[Rule] = &[
    everyone_is_the_target::RULE,
    segment_not_measured::RULE,
    segment_unreachable::RULE,
    target_chosen_without_criteria::RULE,
];
