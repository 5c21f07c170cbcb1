//! M: the mix, its prices and its dates.

use super::Rule;

mod break_even_beyond_forecast;
mod forecast_without_driver;
mod list_price_used_as_net_price;
mod mix_element_missing;
mod price_below_unit_cost;
mod price_rationale_cost_plus_only;
mod revenue_target_does_not_add_up;
mod sales;
mod timeline_impossible;
mod tone;
mod volume_exceeds_capacity;

/// The rules of step 4.
pub const RULES: &[Rule] = &[
    mix_element_missing::RULE,
    price_below_unit_cost::RULE,
    price_rationale_cost_plus_only::RULE,
    list_price_used_as_net_price::RULE,
    break_even_beyond_forecast::RULE,
    forecast_without_driver::RULE,
    revenue_target_does_not_add_up::RULE,
    timeline_impossible::RULE,
    volume_exceeds_capacity::RULE,
];
