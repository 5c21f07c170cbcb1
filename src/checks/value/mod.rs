//! V: the value proposition.

use super::Rule;

mod benefit_answers_no_need;
mod generic_superlative_proposition;
mod important_need_unanswered;
mod no_frame_of_reference;
mod promise_without_proof;
mod target_without_proposition;

/// The rules of step 3.
pub const RULES: &[Rule] = &[
    promise_without_proof::RULE,
    target_without_proposition::RULE,
    benefit_answers_no_need::RULE,
    important_need_unanswered::RULE,
    generic_superlative_proposition::RULE,
    no_frame_of_reference::RULE,
];
