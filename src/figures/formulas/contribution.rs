//! Contribution, profit, and how far sales may fall.

use super::break_even::units;
use super::common::{FIXED_COSTS, PRICE, UNITS, VARIABLE_COST};
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// What a unit leaves, and the ratios of cost, volume and profit.
pub static CONTRIBUTION: Formula = Formula {
    name: "contribution",
    aliases: &[
        "contribution-margin",
        "unit-contribution",
        "cvp",
        "cost-volume-profit",
        "单位贡献",
        "贡献毛益",
        "本量利",
    ],
    topic: Topic::Price,
    title: Text::new("Contribution and its ratios", "贡献毛益与本量利比率"),
    answers: Text::new(
        "What does one sale leave towards fixed costs and profit, as money and as a share of the price?",
        "每卖一件，剩多少来抵固定成本、产生利润？占价格的几成？",
    ),
    inputs: &[
        PRICE.in_range(Range::Positive),
        VARIABLE_COST.optional(),
        one(
            "variable-cost-ratio",
            Unit::Rate,
            "Variable-cost ratio",
            "变动成本率",
        )
        .also(&["vcr", "cost-share"])
        .in_range(Range::NotNegative)
        .optional(),
        FIXED_COSTS.optional(),
        one(
            "total-contribution",
            Unit::Money,
            "Contribution of all sales",
            "贡献总额",
        )
        .optional(),
        one(
            "new-variable-cost",
            Unit::Money,
            "New variable cost",
            "新的单位变动成本",
        )
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "contribution",
            Unit::Money,
            "Contribution a unit",
            "单位贡献",
            "{price} − {variable-cost}",
        ),
        out(
            "contribution-ratio",
            Unit::Rate,
            "Contribution ratio",
            "贡献毛益率",
            "{contribution} ÷ {price}",
        ),
        out(
            "cost-ratio",
            Unit::Rate,
            "Variable cost as a share of price",
            "变动成本占价格的比例",
            "1 − {contribution-ratio}",
        ),
        out(
            "break-even-units",
            Unit::Count,
            "Break-even units",
            "盈亏平衡销量",
            "{fixed-costs} ÷ {contribution}",
        ),
        out(
            "break-even-revenue",
            Unit::Money,
            "Break-even revenue",
            "盈亏平衡收入",
            "{fixed-costs} ÷ {contribution-ratio}",
        ),
        out(
            "profit",
            Unit::Money,
            "Profit",
            "利润",
            "{total-contribution} − {fixed-costs}",
        ),
        out(
            "price-keeping-ratio",
            Unit::Money,
            "Price that keeps the ratio",
            "保持比率的价格",
            "{new-variable-cost} ÷ {cost-ratio}",
        ),
    ],
    convention: Some(Text::new(
        "Variable cost is either money a unit or a share of the price. What does not change with the volume stays out of it.",
        "变动成本可以是每件的金额，也可以是占价格的比例；不随销量变化的费用不算在内。",
    )),
    page: include_str!("contribution.md"),
    compute: contribution,
};

const NO_COST: Fault = Fault::NoAnswer(Text::new(
    "give the variable cost of one unit, or the share of the price that it takes (`--variable-cost-ratio 60%`)",
    "请给出单位变动成本，或者给出它占价格的比例（`--variable-cost-ratio 60%`）",
));

fn contribution(given: &Given, results: &mut Results) {
    given.apart(&["variable-cost", "variable-cost-ratio"], results);
    let price = given.one("price");
    let contribution = match (
        given.maybe("variable-cost"),
        given.maybe("variable-cost-ratio"),
    ) {
        (Some(cost), _) => price - cost,
        (None, Some(ratio)) => {
            results.by("contribution", "{price} × (1 − {variable-cost-ratio})");
            price * (Amount::ONE - ratio)
        }
        (None, None) => return results.refuse(NO_COST),
    };
    results.one("contribution", contribution);
    let ratio = results.one("contribution-ratio", contribution / price);
    let cost_ratio = results.one("cost-ratio", Amount::ONE - ratio);
    if let Some(fixed) = given.maybe("fixed-costs") {
        let units = results.one("break-even-units", units(fixed, contribution));
        results.one("break-even-revenue", units * price);
        if let Some(total) = given.maybe("total-contribution") {
            results.one("profit", total - fixed);
        }
    }
    if let Some(cost) = given.maybe("new-variable-cost") {
        results.one("price-keeping-ratio", cost / cost_ratio);
    }
}

/// What is left after all costs.
pub static PROFIT: Formula = Formula {
    name: "profit",
    aliases: &["operating-profit", "profit-at-volume", "利润", "目标利润"],
    topic: Topic::Price,
    title: Text::new("Profit at a volume", "一定销量下的利润"),
    answers: Text::new(
        "What is left after all costs when so many are sold?",
        "卖出这么多，扣掉全部成本还剩多少？",
    ),
    inputs: &[PRICE, VARIABLE_COST, FIXED_COSTS, UNITS],
    outputs: &[
        out(
            "profit",
            Unit::Money,
            "Profit",
            "利润",
            "{total-contribution} − {fixed-costs}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Revenue",
            "收入",
            "{units} × {price}",
        ),
        out(
            "total-contribution",
            Unit::Money,
            "Contribution of all sales",
            "贡献总额",
            "{units} × ({price} − {variable-cost})",
        ),
        out(
            "return-on-sales",
            Unit::Rate,
            "Return on sales",
            "销售利润率",
            "{profit} ÷ {revenue}",
        ),
        out(
            "break-even-units",
            Unit::Count,
            "Break-even units",
            "盈亏平衡销量",
            "{fixed-costs} ÷ ({price} − {variable-cost})",
        ),
    ],
    convention: Some(Text::new(
        "Before tax on profits; the price is net of sales tax and of what the trade keeps. A loss is shown as one.",
        "税前利润；价格不含销售税，也不含渠道留成。亏损照实显示。",
    )),
    page: include_str!("profit.md"),
    compute: profit,
};

fn profit(given: &Given, results: &mut Results) {
    let (price, sold, fixed) = (
        given.one("price"),
        given.one("units"),
        given.one("fixed-costs"),
    );
    let contribution = price - given.one("variable-cost");
    let revenue = results.one("revenue", sold * price);
    let total = results.one("total-contribution", sold * contribution);
    let profit = results.one("profit", total - fixed);
    results.one("return-on-sales", profit / revenue);
    results.one("break-even-units", units(fixed, contribution));
}

/// How far sales may fall before there is a loss.
pub static MARGIN_OF_SAFETY: Formula = Formula {
    name: "margin-of-safety",
    aliases: &["safety", "safety-margin", "安全边际", "安全边际率"],
    topic: Topic::Price,
    title: Text::new("Margin of safety", "安全边际"),
    answers: Text::new(
        "How far may sales stay below the forecast before the plan makes a loss?",
        "销售比预测低多少，计划才会开始亏损？",
    ),
    inputs: &[
        one("sales", Unit::Count, "Expected sales", "预计销售")
            .also(&["units", "forecast"])
            .in_range(Range::Positive),
        one("break-even", Unit::Count, "Break-even point", "盈亏平衡点")
            .also(&["break-even-units", "break-even-revenue"])
            .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "safety",
            Unit::Rate,
            "Margin of safety",
            "安全边际率",
            "{cushion} ÷ {sales}",
        ),
        out(
            "cushion",
            Unit::Count,
            "Sales above break-even",
            "超出盈亏平衡点的销售",
            "{sales} − {break-even}",
        ),
    ],
    convention: Some(Text::new(
        "Both numbers count the same thing, units or money. Below zero the forecast itself does not reach break-even.",
        "两个数要同为件数或同为金额。小于零表示按预测本来就达不到盈亏平衡。",
    )),
    page: include_str!("margin_of_safety.md"),
    compute: |given, results| {
        let sales = given.one("sales");
        let cushion = results.one("cushion", sales - given.one("break-even"));
        results.one("safety", cushion / sales);
    },
};

/// Customers, how often they buy, what they pay.
pub static REVENUE: Formula = Formula {
    name: "revenue",
    aliases: &[
        "revenue-forecast",
        "sales-forecast",
        "sales",
        "收入",
        "销售收入",
        "销售预测",
    ],
    topic: Topic::Price,
    title: Text::new("Revenue", "收入"),
    answers: Text::new(
        "What do so many customers bring in who buy so often at this price?",
        "这么多顾客，买这么多次，按这个价格一共带来多少收入？",
    ),
    inputs: &[
        one("customers", Unit::Count, "Customers", "顾客数")
            .also(&["n", "buyers"])
            .in_range(Range::NotNegative),
        one(
            "purchases",
            Unit::Number,
            "Purchases of one",
            "人均购买次数",
        )
        .also(&["frequency", "q"])
        .in_range(Range::NotNegative)
        .or("1"),
        PRICE.also(&["p", "amount", "basket"]),
        VARIABLE_COST.optional(),
    ],
    outputs: &[
        out(
            "revenue",
            Unit::Money,
            "Revenue",
            "收入",
            "{units} × {price}",
        ),
        out(
            "units",
            Unit::Count,
            "Purchases in all",
            "购买总次数",
            "{customers} × {purchases}",
        ),
        out(
            "contribution",
            Unit::Money,
            "Contribution",
            "贡献",
            "{units} × ({price} − {variable-cost})",
        ),
    ],
    convention: Some(Text::new(
        "Customers and purchases belong to one period. With the net price it is what you receive; with the list price it is not.",
        "顾客数和购买次数按同一个周期算。用净价算，得到的是你实收的收入；用标价算就不是。",
    )),
    page: include_str!("revenue.md"),
    compute: |given, results| {
        let price = given.one("price");
        let units = results.one("units", given.one("customers") * given.one("purchases"));
        results.one("revenue", units * price);
        if let Some(cost) = given.maybe("variable-cost") {
            results.one("contribution", units * (price - cost));
        }
    },
};

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn a_loss_is_told_as_one() {
        check(
            &PROFIT,
            &[
                (
                    "price 20 variable-cost 8 fixed 1000 units 50",
                    "profit",
                    "-400",
                ),
                (
                    "price 20 variable-cost 8 fixed 1000 units 0",
                    "return-on-sales",
                    "this would divide by zero",
                ),
                ("price 5 variable-cost 8 fixed 0 units 10", "profit", "-30"),
            ],
        );
        check(
            &MARGIN_OF_SAFETY,
            &[
                ("sales 80 break-even 100", "safety", "-0.25"),
                ("sales 0 break-even 100", "safety", "more than zero"),
            ],
        );
        check(
            &REVENUE,
            &[
                ("customers 10 price 5", "revenue", "50"),
                (
                    "customers 10 purchases 2.5 price 4 variable-cost 5",
                    "contribution",
                    "-25",
                ),
            ],
        );
    }

    #[test]
    fn variable_cost_is_money_or_a_share_of_the_price() {
        check(
            &CONTRIBUTION,
            &[
                ("price 20 variable-cost 8", "contribution-ratio", "0.6"),
                ("price 20 vcr 0.4", "contribution", "12"),
                (
                    "price 20",
                    "contribution",
                    "give the variable cost of one unit",
                ),
                ("price 20 vcr 0.4 fixed 240", "break-even-revenue", "400"),
                (
                    "price 20 vcr 0.4 new-variable-cost 10",
                    "price-keeping-ratio",
                    "25",
                ),
                (
                    "price 20 vcr 1 fixed 240",
                    "break-even-units",
                    "each unit sold leaves nothing",
                ),
                (
                    "price 20 vcr 0 new-variable-cost 10",
                    "price-keeping-ratio",
                    "this would divide by zero",
                ),
            ],
        );
    }
}
