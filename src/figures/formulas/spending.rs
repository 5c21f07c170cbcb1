//! Where marketing money goes, what it leaves, and whether more of it pays.

use super::common::CONTRIBUTION_RATIO;
use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::Text;

/// What marketing leaves of net sales.
pub static NET_MARKETING_CONTRIBUTION: Formula = Formula {
    name: "net-marketing-contribution",
    aliases: &[
        "nmc",
        "marketing-ros",
        "marketing-return-on-sales",
        "净营销贡献",
    ],
    topic: Topic::Communication,
    title: Text::new("Net marketing contribution", "净营销贡献"),
    answers: Text::new(
        "What is left of net sales after the goods and all marketing are paid?",
        "净销售额付掉货物成本和全部营销费用，还剩多少？",
    ),
    inputs: &[
        one("net-sales", Unit::Money, "Net sales", "净销售额")
            .also(&["sales", "revenue"])
            .in_range(Range::NotNegative),
        one(
            "cost-of-goods",
            Unit::Money,
            "Cost of goods sold",
            "销货成本",
        )
        .also(&["cogs"])
        .in_range(Range::NotNegative),
        one("marketing", Unit::Money, "Marketing expenses", "营销费用")
            .also(&["marketing-expenses", "spend"])
            .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "contribution",
            Unit::Money,
            "Net marketing contribution",
            "净营销贡献",
            "{net-sales} − {cost-of-goods} − {marketing}",
        ),
        out(
            "return-on-sales",
            Unit::Rate,
            "Marketing return on sales",
            "营销销售回报率",
            "{contribution} ÷ {net-sales}",
        ),
        out(
            "return-on-marketing",
            Unit::Rate,
            "Marketing return on investment",
            "营销投资回报率",
            "{contribution} ÷ {marketing}",
        ),
    ],
    convention: Some(Text::new(
        "Marketing expenses are all that would end with the marketing, salaries of the sales force included; overheads stay out. All sales count, not only the added ones: this is no ROMI.",
        "营销费用指停掉营销就不再发生的全部费用，含销售人员工资，不含公司管理费。算的是全部销售，不只是增量，所以不是 ROMI。",
    )),
    page: include_str!("net_marketing_contribution.md"),
    compute: |given, results| {
        let (sales, marketing) = (given.one("net-sales"), given.one("marketing"));
        let left = results.one(
            "contribution",
            sales - given.one("cost-of-goods") - marketing,
        );
        results.one("return-on-sales", left / sales);
        results.one("return-on-marketing", left / marketing);
    },
};

/// Whether more advertising pays.
pub static ADVERTISING_INCREASE: Formula = Formula {
    name: "advertising-increase",
    aliases: &[
        "ad-increment",
        "added-advertising",
        "incremental-advertising",
        "增加广告",
        "追加广告",
    ],
    topic: Topic::Communication,
    title: Text::new(
        "Effect of more advertising on profit",
        "追加广告对利润的影响",
    ),
    answers: Text::new(
        "Does more advertising raise the profit, and how much must it sell to pay for itself?",
        "追加广告能不能增加利润？要多卖多少才够本？",
    ),
    inputs: &[
        one("added-sales", Unit::Money, "Added sales", "增加的销售额").also(&["sales"]),
        CONTRIBUTION_RATIO,
        one("added-cost", Unit::Money, "Added cost", "增加的费用")
            .also(&["cost", "spend"])
            .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "change",
            Unit::Money,
            "Change of profit",
            "利润变化",
            "{added-sales} × {contribution-ratio} − {added-cost}",
        ),
        out(
            "sales-to-break-even",
            Unit::Money,
            "Added sales that pay for it",
            "够本所需的增加销售额",
            "{added-cost} ÷ {contribution-ratio}",
        ),
    ],
    convention: Some(Text::new(
        "Other fixed costs stay as they are; what counts of the added sales is their contribution.",
        "其他固定成本不变；增加的销售额里只算贡献部分。",
    )),
    page: include_str!("advertising_increase.md"),
    compute: |given, results| {
        let (ratio, cost) = (given.one("contribution-ratio"), given.one("added-cost"));
        results.one("change", given.one("added-sales") * ratio - cost);
        results.one("sales-to-break-even", cost / ratio);
    },
};

/// What is planned of a budget, line by line, and what is left.
pub static BUDGET: Formula = Formula {
    name: "budget",
    aliases: &[
        "budget-share",
        "budget-remaining",
        "预算",
        "预算占比",
        "预算余额",
    ],
    topic: Topic::Communication,
    title: Text::new("Budget, its parts and its rest", "预算的分配与余额"),
    answers: Text::new(
        "How much of a budget is planned, what share has each line, and what is left?",
        "预算安排了多少？每一项占几成？还剩多少？",
    ),
    inputs: &[
        one("total", Unit::Money, "Budget", "预算总额")
            .also(&["budget"])
            .in_range(Range::NotNegative),
        many("lines", Unit::Money, "Amounts of the lines", "各项金额").also(&["line", "amounts"]),
        one("sales", Unit::Money, "Expected sales", "预计销售额")
            .also(&["revenue"])
            .in_range(Range::Positive)
            .optional(),
    ],
    outputs: &[
        out("planned", Unit::Money, "Planned", "已安排", "Σ({lines})"),
        out(
            "remaining",
            Unit::Money,
            "Left",
            "余额",
            "{total} − {planned}",
        ),
        out(
            "used",
            Unit::Rate,
            "Part that is planned",
            "已安排的比例",
            "{planned} ÷ {total}",
        ),
        out(
            "shares",
            Unit::Rate,
            "Share of each line",
            "各项占比",
            "{lines} ÷ {total}",
        ),
        out(
            "of-sales",
            Unit::Rate,
            "Budget as a share of sales",
            "预算占销售额的比例",
            "{total} ÷ {sales}",
        ),
    ],
    convention: Some(Text::new(
        "All in one currency. A negative rest is money that is planned twice.",
        "全部用同一种货币。余额为负，说明安排的钱比预算多。",
    )),
    page: include_str!("budget.md"),
    compute: budget,
};

fn budget(given: &Given, results: &mut Results) {
    let (total, lines) = (given.one("total"), given.many("lines"));
    let planned = results.one("planned", Amount::sum(lines.iter().copied()));
    results.one("remaining", total - planned);
    results.one("used", planned / total);
    let shares: Vec<Amount> = lines.into_iter().map(|line| line / total).collect();
    results.many("shares", &shares);
    if let Some(sales) = given.maybe("sales") {
        results.one("of-sales", total / sales);
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn more_spent_may_leave_less() {
        check(
            &NET_MARKETING_CONTRIBUTION,
            &[
                ("sales 100 cogs 70 marketing 40", "contribution", "-10"),
                (
                    "sales 100 cogs 70 marketing 0",
                    "return-on-marketing",
                    "this would divide by zero",
                ),
            ],
        );
        check(
            &ADVERTISING_INCREASE,
            &[("added-sales 100 cm 0.3 added-cost 40", "change", "-10")],
        );
    }

    #[test]
    fn a_budget_may_be_planned_twice_over() {
        check(
            &BUDGET,
            &[
                ("total 100 lines 60;50", "remaining", "-10"),
                ("total 100 lines 60;50", "shares", "0.6;0.5"),
                ("total 0 lines 1", "used", "this would divide by zero"),
            ],
        );
    }
}
