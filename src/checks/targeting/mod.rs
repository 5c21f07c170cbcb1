//! Rules of this step.

use super::Rule;
use crate::catalogue::choices::Basis;

mod competitor_role_undeclared;
mod everyone_is_the_target;
mod long_run_interest_ignored;
mod niche_ceiling_below_goal;
mod orientation_mismatch;
mod positioning_not_distinct;
mod product_or_channel_as_segment;
mod segment_not_measured;
mod segment_shares_exceed_whole;
mod segment_unreachable;
mod segments_by_demography_only;
mod segments_not_different;
mod target_chosen_without_criteria;
mod target_fails_man;

/// The rules.
pub const RULES: &[Rule] = &[
    everyone_is_the_target::RULE,
    segments_by_demography_only::RULE,
    segments_not_different::RULE,
    segment_not_measured::RULE,
    segment_unreachable::RULE,
    segment_shares_exceed_whole::RULE,
    target_chosen_without_criteria::RULE,
    target_fails_man::RULE,
    positioning_not_distinct::RULE,
    orientation_mismatch::RULE,
    long_run_interest_ignored::RULE,
    competitor_role_undeclared::RULE,
    niche_ceiling_below_goal::RULE,
    product_or_channel_as_segment::RULE,
];

/// Whether a base of segmentation only says who people are, and nothing of why they buy.
fn describes(basis: Basis) -> bool {
    matches!(
        basis,
        Basis::Geographic | Basis::Demographic | Basis::Industry | Basis::Size
    )
}
