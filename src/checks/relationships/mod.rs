//! R: relationships, and what customers are worth in return.

use super::Rule;

mod average_customer_fallacy;
mod barnacle_without_repricing;
mod butterfly_chased_for_loyalty;
mod clv_below_cac;
mod clv_from_revenue;
mod clv_inputs_implausible;
mod customer_equity_not_projected;
mod groups;
mod key_account_dependency;
mod lifetime;
mod share_of_customer_without_wallet;
mod spend_on_strangers;
mod true_friends_under_served;

/// The rules of step 5.
pub const RULES: &[Rule] = &[
    spend_on_strangers::RULE,
    butterfly_chased_for_loyalty::RULE,
    barnacle_without_repricing::RULE,
    true_friends_under_served::RULE,
    clv_below_cac::RULE,
    clv_from_revenue::RULE,
    clv_inputs_implausible::RULE,
    average_customer_fallacy::RULE,
    share_of_customer_without_wallet::RULE,
    customer_equity_not_projected::RULE,
    key_account_dependency::RULE,
];
