//! V: the value proposition.

use super::Rule;

mod benefit_answers_no_need;
mod important_need_unanswered;
mod promise_without_proof;
mod target_without_proposition;

/// The rules of step 3.
pub const RULES: &[Rule] = &[
    promise_without_proof::RULE,
    target_without_proposition::RULE,
    benefit_answers_no_need::RULE,
    important_need_unanswered::RULE,
];
