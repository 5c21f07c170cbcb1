//! M: the mix, its prices and its dates.

use super::Rule;

mod mix_element_missing;
mod price_below_unit_cost;
mod timeline_impossible;

/// The rules of step 4.
pub const RULES: &[Rule] = &[
    mix_element_missing::RULE,
    price_below_unit_cost::RULE,
    timeline_impossible::RULE,
];
