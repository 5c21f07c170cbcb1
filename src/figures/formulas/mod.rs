//! The formulas, one family a file beside its pages.

pub mod acquisition;
pub mod break_even;
pub mod campaign;
pub mod cannibalisation;
pub mod cash;
mod common;
pub mod contribution;
pub mod control;
pub mod elasticity;
pub mod equity;
pub mod lifetime_simple;
pub mod lifetime_value;
pub mod market;
pub mod markup;
pub mod media;
pub mod of_plans;
pub mod perceived_value;
pub mod price;
pub mod price_change;
pub mod retention;
pub mod sales_force;
pub mod satisfaction;
pub mod segment;
pub mod share;
pub mod share_of_customer;
pub mod spending;

use super::formula::Formula;

/// Every formula, in the order of its topic and then of a list.
pub const FORMULAS: &[&Formula] = &[
    // Market and share.
    &market::MARKET_POTENTIAL,
    &market::TAM_SAM_SOM,
    &market::ATAR,
    &of_plans::market::CHAIN_OF_FACTORS,
    &of_plans::market::SPEND_PER_CUSTOMER,
    &segment::SEGMENT_POTENTIAL,
    &of_plans::market::IMPLIED_SHARE,
    &segment::SEGMENT_ATTRACTIVENESS,
    &share::RELATIVE_SHARE,
    &share::PENETRATION,
    &share::DEVELOPMENT_INDEX,
    &share_of_customer::MARKET_CONCENTRATION,
    &share_of_customer::SHARE_DECOMPOSITION,
    &share_of_customer::HEAVY_USAGE,
    // Value to the customer.
    &segment::OPPORTUNITY_SCORE,
    &perceived_value::VALUE_INDEX,
    &of_plans::value::RELATIVE_VALUE,
    &perceived_value::ECONOMIC_VALUE,
    &of_plans::value::VALUE_OF_A_YEAR,
    // Price, cost and break-even.
    &price::NET_PRICE,
    &of_plans::prices::PRICE_REALISATION,
    &contribution::CONTRIBUTION,
    &break_even::BREAK_EVEN,
    &of_plans::prices::MIX_BREAK_EVEN,
    &break_even::BREAK_EVEN_PRICE,
    &break_even::TRIAL_BREAK_EVEN,
    &contribution::MARGIN_OF_SAFETY,
    &contribution::REVENUE,
    &contribution::PROFIT,
    &of_plans::prices::PROFIT_AFTER_FIXED_COSTS,
    &markup::MARKUP,
    &markup::MARKUP_CHAIN,
    &price::COST_PLUS_PRICE,
    &price_change::PRICE_CHANGE,
    &elasticity::ELASTICITY,
    &cannibalisation::CANNIBALISATION,
    // Communication and selling.
    &spending::BUDGET,
    &of_plans::budget::BUDGET_LINE,
    &of_plans::budget::BUDGET_TOTAL,
    &of_plans::budget::BUDGET_PHASING,
    &campaign::ROMI,
    &campaign::CAMPAIGN_ROI,
    &campaign::BREAK_EVEN_ROAS,
    &spending::NET_MARKETING_CONTRIBUTION,
    &spending::ADVERTISING_INCREASE,
    &media::SHARE_OF_VOICE,
    &media::CPM,
    &media::EXPOSURES,
    &media::GRP,
    &sales_force::SALES_FORCE_WORKLOAD,
    &sales_force::SALES_FORCE_BREAKDOWN,
    &sales_force::SALES_FORCE_MARGINAL,
    // Customers and their value.
    &acquisition::ACQUISITION_COST,
    &acquisition::ACQUISITION_PAYBACK,
    &acquisition::NEW_CUSTOMER_PROFIT,
    &of_plans::customers::NEW_CUSTOMERS,
    &of_plans::customers::UNIT_ECONOMICS,
    &of_plans::customers::CUSTOMER_MARGIN,
    &of_plans::customers::GROUP_PROFIT,
    &of_plans::customers::RETENTION_GAIN,
    &retention::RETENTION_RATE,
    &retention::CHURN_RATE,
    &retention::CUSTOMER_LIFETIME,
    &lifetime_value::LIFETIME_VALUE,
    &lifetime_value::MARGIN_MULTIPLE,
    &lifetime_simple::SIMPLE_LIFETIME_VALUE,
    &lifetime_simple::LIFETIME_REVENUE,
    &lifetime_simple::VALUE_FROM_VISITS,
    &lifetime_simple::VALUE_FROM_COSTS,
    &lifetime_simple::VALUE_FROM_CHURN,
    &cash::VALUE_BY_PERIOD,
    &cash::COHORT_VALUE,
    &cash::NET_PRESENT_VALUE,
    &acquisition::VALUE_TO_COST,
    &equity::CUSTOMER_EQUITY,
    &of_plans::equity::EQUITY_OF_GROUPS,
    &of_plans::equity::GROUP_EQUITY,
    &equity::TIER_VALUE,
    &equity::RELATIONSHIP_GROUP,
    &equity::ABC_SCORE,
    &equity::ABC_TIERS,
    &equity::CUSTOMER_CONCENTRATION,
    &of_plans::equity::KEY_ACCOUNTS,
    &share_of_customer::SHARE_OF_CUSTOMER,
    &share_of_customer::WALLET_ALLOCATION,
    &satisfaction::CUSTOMER_SATISFACTION,
    &satisfaction::NET_PROMOTER_SCORE,
    &satisfaction::NPS_FROM_ANSWERS,
    &satisfaction::SATISFACTION_GAP,
    &of_plans::equity::DISCONFIRMATION,
    // Results against plan.
    &control::SALES_VARIANCE,
    &control::ATTAINMENT,
    &control::EXPENSE_RATIO,
    &of_plans::control::GOAL_VARIANCE,
    &of_plans::control::GOAL_PROGRESS,
    &of_plans::control::SUM_AND_SHARE,
    &of_plans::control::REVENUE_CONCENTRATION,
];

/// The formula of this name, its own or another under which people look for it.
pub fn formula(name: &str) -> Option<&'static Formula> {
    FORMULAS
        .iter()
        .copied()
        .find(|formula| formula.answers_to(name))
}
