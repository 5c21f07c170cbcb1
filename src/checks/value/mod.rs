//! V: the value proposition.

use super::Rule;

mod benefit_answers_no_need;
mod customer_cost_ignored;
mod durations;
mod expectation_above_delivery;
mod features_without_benefits;
mod generic_superlative_proposition;
mod important_need_unanswered;
mod no_frame_of_reference;
mod not_better_than_alternative;
mod one_proposition_for_all;
mod price_quality_position_contradiction;
mod promise_without_proof;
mod target_without_proposition;
mod too_many_promises;
mod value_not_quantified_b2b;

/// The rules of step 3.
pub const RULES: &[Rule] = &[
    features_without_benefits::RULE,
    promise_without_proof::RULE,
    target_without_proposition::RULE,
    benefit_answers_no_need::RULE,
    important_need_unanswered::RULE,
    one_proposition_for_all::RULE,
    generic_superlative_proposition::RULE,
    no_frame_of_reference::RULE,
    not_better_than_alternative::RULE,
    customer_cost_ignored::RULE,
    too_many_promises::RULE,
    price_quality_position_contradiction::RULE,
    expectation_above_delivery::RULE,
    value_not_quantified_b2b::RULE,
];
