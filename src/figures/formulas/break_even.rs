//! How much must be sold before the fixed costs are paid.

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Units, revenue and contribution at which the fixed costs are paid.
pub static BREAK_EVEN: Formula = Formula {
    name: "break-even",
    aliases: &[
        "breakeven",
        "cost-volume-profit",
        "cvp",
        "盈亏平衡",
        "保本点",
    ],
    topic: Topic::Price,
    title: Text::new("Break-even", "盈亏平衡"),
    answers: Text::new(
        "How many must be sold before the fixed costs are paid, and how many for a profit?",
        "卖出多少才能收回固定成本？要达到目标利润又要卖多少？",
    ),
    inputs: &[
        one("price", Unit::Money, "Net price", "净价").also(&["p"]),
        one(
            "variable-cost",
            Unit::Money,
            "Variable cost",
            "单位变动成本",
        )
        .also(&["v", "unit-cost"]),
        one("fixed-costs", Unit::Money, "Fixed costs", "固定成本")
            .also(&["f", "fixed"])
            .in_range(Range::NotNegative),
        one("target-profit", Unit::Money, "Target profit", "目标利润")
            .also(&["target"])
            .optional(),
    ],
    outputs: &[
        out(
            "units",
            Unit::Count,
            "Break-even units",
            "盈亏平衡销量",
            "{fixed-costs} ÷ {contribution}",
        ),
        out(
            "units-to-sell",
            Unit::Count,
            "Whole units to sell",
            "须售出的整数量",
            "round_up({units})",
        ),
        out(
            "contribution",
            Unit::Money,
            "Contribution a unit",
            "单位贡献",
            "{price} − {variable-cost}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Break-even revenue",
            "盈亏平衡收入",
            "{units} × {price}",
        ),
        out(
            "units-for-target",
            Unit::Count,
            "Units for the target profit",
            "达到目标利润的销量",
            "({fixed-costs} + {target-profit}) ÷ {contribution}",
        ),
    ],
    convention: Some(Text::new(
        "The price is what you receive, net of tax and of what the trade keeps; units are rounded up, since a part of one cannot be sold.",
        "价格是你实收的净价，不含税和渠道留成；销量向上取整，因为卖不出半件。",
    )),
    page: include_str!("break_even.md"),
    compute,
};

/// No number of units makes up for a loss on each of them.
const NO_CONTRIBUTION: Fault = Fault::NoAnswer(Text::new(
    "each unit sold leaves nothing towards the fixed costs, so no number of units is enough; the price must be above the variable cost",
    "每卖一件都没有剩余来抵固定成本，卖多少都不够；价格必须高于单位变动成本",
));

fn compute(given: &Given, results: &mut Results) {
    let (price, fixed) = (given.one("price"), given.one("fixed-costs"));
    let contribution = results.one("contribution", price - given.one("variable-cost"));
    let units = results.one("units", units(fixed, contribution));
    results.one("units-to-sell", units.ceil());
    results.one("revenue", units * price);
    if let Some(target) = given.maybe("target-profit") {
        results.one(
            "units-for-target",
            self::units(fixed + target, contribution),
        );
    }
}

/// The units whose contribution pays an amount, as an exact quotient.
fn units(to_pay: Amount, contribution: Amount) -> Amount {
    let pays = contribution
        .ok()
        .is_none_or(|it| it.is_sign_positive() && !it.is_zero());
    to_pay / contribution.only_if(pays, NO_CONTRIBUTION)
}
