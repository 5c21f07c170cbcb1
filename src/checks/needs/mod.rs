//! Rules of this step.

use super::Rule;

mod market_or_mission_named_after_product;
mod market_size_without_derivation;
mod need_phrased_as_our_product;
mod need_without_evidence;
mod no_unmet_or_latent_need;
mod research_on_current_customers_only;
mod rivals_same_category_only;

/// The rules.
pub const RULES: &[Rule] = &[
    market_or_mission_named_after_product::RULE,
    rivals_same_category_only::RULE,
    need_phrased_as_our_product::RULE,
    need_without_evidence::RULE,
    no_unmet_or_latent_need::RULE,
    research_on_current_customers_only::RULE,
    market_size_without_derivation::RULE,
];
