//! Rules of this step.

use super::Rule;

mod buying_process_unmapped;
mod common;
mod demand_without_purchasing_power;
mod environment_scan_missing_or_idle;
mod evidence_stale_or_single;
mod growth_assumed_from_population;
mod growth_by_efficiency_or_price_only;
mod inside_out_voice;
mod market_or_mission_named_after_product;
mod market_size_without_derivation;
mod need_phrased_as_our_product;
mod need_without_evidence;
mod needs_not_ranked;
mod no_substitute_claimed;
mod no_unmet_or_latent_need;
mod offer_without_service_or_experience;
mod product_improvement_obsession;
mod research_on_current_customers_only;
mod rivals_same_category_only;
mod wants_without_needs;

/// The rules.
pub const RULES: &[Rule] = &[
    market_or_mission_named_after_product::RULE,
    rivals_same_category_only::RULE,
    need_phrased_as_our_product::RULE,
    need_without_evidence::RULE,
    no_unmet_or_latent_need::RULE,
    growth_assumed_from_population::RULE,
    no_substitute_claimed::RULE,
    growth_by_efficiency_or_price_only::RULE,
    product_improvement_obsession::RULE,
    research_on_current_customers_only::RULE,
    wants_without_needs::RULE,
    demand_without_purchasing_power::RULE,
    inside_out_voice::RULE,
    needs_not_ranked::RULE,
    evidence_stale_or_single::RULE,
    offer_without_service_or_experience::RULE,
    market_size_without_derivation::RULE,
    environment_scan_missing_or_idle::RULE,
    buying_process_unmapped::RULE,
];
