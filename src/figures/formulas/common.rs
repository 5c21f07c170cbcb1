//! Inputs that many formulas share, so that they bear one name and one word everywhere.

use crate::figures::input::{Input, Range, Unit, many, one};

/// What reaches the seller for one unit.
pub(super) const PRICE: Input = one("price", Unit::Money, "Price", "价格")
    .also(&["p"])
    .in_range(Range::NotNegative);

/// What one unit more costs.
pub(super) const VARIABLE_COST: Input = one(
    "variable-cost",
    Unit::Money,
    "Variable cost",
    "单位变动成本",
)
.also(&["v", "unit-cost", "variable"])
.in_range(Range::NotNegative);

/// What must be paid however much is sold.
pub(super) const FIXED_COSTS: Input = one("fixed-costs", Unit::Money, "Fixed costs", "固定成本")
    .also(&["f", "fixed"])
    .in_range(Range::NotNegative);

/// The profit that is aimed at.
pub(super) const TARGET_PROFIT: Input =
    one("target-profit", Unit::Money, "Target profit", "目标利润").also(&["target"]);

/// How many are sold.
pub(super) const UNITS: Input = one("units", Unit::Count, "Units sold", "销量")
    .also(&["q", "quantity", "volume"])
    .in_range(Range::NotNegative);

/// What is left of one unit of money of sales after variable costs.
pub(super) const CONTRIBUTION_RATIO: Input = one(
    "contribution-ratio",
    Unit::Rate,
    "Contribution ratio",
    "贡献毛益率",
)
.also(&["cm", "cm-ratio", "contribution-margin"]);

/// What is spent on a campaign.
pub(super) const SPEND: Input = one("spend", Unit::Money, "Spend", "投入")
    .also(&["cost", "budget"])
    .in_range(Range::Positive);

/// Shares that multiply, one for each step.
pub(super) const RATIOS: Input = many("ratios", Unit::Rate, "Ratios", "各级比率")
    .also(&["ratio", "rates"])
    .in_range(Range::NotNegative);
