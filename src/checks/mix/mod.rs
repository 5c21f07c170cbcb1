//! M: the mix, its prices and its dates.

use super::Rule;

mod benefit_never_communicated;
mod break_even_beyond_forecast;
mod cannibalisation_ignored;
mod channel_segment_mismatch;
mod discount_as_strategy;
mod forecast_without_driver;
mod four_c_counterpart_missing;
mod list_price_used_as_net_price;
mod message_promises_undelivered_benefit;
mod message_without_target_or_step;
mod messages_contradict;
mod mix_element_missing;
mod price_above_perceived_value;
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
    four_c_counterpart_missing::RULE,
    price_below_unit_cost::RULE,
    price_above_perceived_value::RULE,
    price_rationale_cost_plus_only::RULE,
    list_price_used_as_net_price::RULE,
    break_even_beyond_forecast::RULE,
    forecast_without_driver::RULE,
    revenue_target_does_not_add_up::RULE,
    channel_segment_mismatch::RULE,
    message_promises_undelivered_benefit::RULE,
    benefit_never_communicated::RULE,
    message_without_target_or_step::RULE,
    messages_contradict::RULE,
    discount_as_strategy::RULE,
    timeline_impossible::RULE,
    volume_exceeds_capacity::RULE,
    cannibalisation_ignored::RULE,
];
