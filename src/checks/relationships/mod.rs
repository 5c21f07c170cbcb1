//! R: relationships, and what customers are worth in return.

use super::Rule;

mod average_customer_fallacy;
mod barnacle_without_repricing;
mod butterfly_chased_for_loyalty;
mod clv_below_cac;
mod clv_from_revenue;
mod clv_inputs_implausible;
mod customer_equity_not_projected;
mod data_or_content_without_consent;
mod engagement_is_broadcast;
mod groups;
mod key_account_dependency;
mod no_retention_plan;
mod partners_absent;
mod relationship_level_mismatch;
mod satisfaction_not_measured;
mod share_of_customer_without_wallet;
mod spend_on_strangers;
mod touchpoint_or_complaint_unowned;
mod true_friends_under_served;

/// The rules of step 5.
pub const RULES: &[Rule] = &[
    no_retention_plan::RULE,
    relationship_level_mismatch::RULE,
    satisfaction_not_measured::RULE,
    engagement_is_broadcast::RULE,
    partners_absent::RULE,
    touchpoint_or_complaint_unowned::RULE,
    data_or_content_without_consent::RULE,
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
