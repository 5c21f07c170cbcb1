//! Rules of this step.

use super::Rule;
use crate::catalogue::choices::Basis;

mod everyone_is_the_target;
mod segment_not_measured;
mod segment_shares_exceed_whole;
mod segment_unreachable;
mod segments_by_demography_only;
mod segments_not_different;
mod target_chosen_without_criteria;

/// The rules.
pub const RULES: &[Rule] = &[
    everyone_is_the_target::RULE,
    segments_by_demography_only::RULE,
    segments_not_different::RULE,
    segment_not_measured::RULE,
    segment_unreachable::RULE,
    segment_shares_exceed_whole::RULE,
    target_chosen_without_criteria::RULE,
];

/// Whether a base of segmentation only says who people are, and nothing of why they buy.
fn describes(basis: Basis) -> bool {
    matches!(
        basis,
        Basis::Geographic | Basis::Demographic | Basis::Industry | Basis::Size
    )
}
