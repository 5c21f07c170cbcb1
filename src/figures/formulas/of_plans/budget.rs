//! The lines of a plan's budget, their sum, and its months.

use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::words::Text;

/// What one line of a budget costs in the plan's currency.
pub static BUDGET_LINE: Formula = Formula {
    name: "budget-line",
    aliases: &["预算行"],
    topic: Topic::Communication,
    title: Text::new("Cost of a budget line", "预算行的金额"),
    answers: Text::new(
        "What does a line cost in the plan's currency?",
        "这一行折成计划的货币是多少？",
    ),
    inputs: &[
        one("sum", Unit::Money, "Amount", "金额").optional(),
        one("quantity", Unit::Number, "Quantity", "数量").optional(),
        one("rate", Unit::Money, "Rate", "单价").optional(),
        one("exchange-rate", Unit::Number, "Exchange rate", "汇率").or("1"),
    ],
    outputs: &[out("amount", Unit::Money, "Amount", "金额", "{sum}")],
    convention: Some(Text::new(
        "An exchange rate is what one unit of the bill's currency costs in the plan's; without one the bill is in the plan's currency.",
        "汇率指账单货币一个单位折多少计划货币；不写汇率，账单就是计划的货币。",
    )),
    page: include_str!("budget_line.md"),
    compute: |given, results| {
        let rate = given.one("exchange-rate");
        let foreign = given.has("exchange-rate");
        let amount = match given.maybe("sum") {
            Some(sum) => {
                if foreign {
                    results.by("amount", "{sum} × {exchange-rate}");
                }
                sum
            }
            None => {
                let product = if foreign {
                    "{quantity} × {rate} × {exchange-rate}"
                } else {
                    "{quantity} × {rate}"
                };
                results.by("amount", product);
                given.one("quantity") * given.one("rate")
            }
        };
        results.one("amount", amount * rate);
    },
};

/// What the lines of a budget come to, and what is left of the total.
pub static BUDGET_TOTAL: Formula = Formula {
    name: "budget-total",
    aliases: &["budget-sum", "预算合计"],
    topic: Topic::Communication,
    title: Text::new("Sum and rest of a budget", "预算合计与剩余"),
    answers: Text::new(
        "What do the lines come to, and what is left of the total?",
        "各行合计多少，总额还剩多少？",
    ),
    inputs: &[
        many("amounts", Unit::Money, "Amounts of the lines", "各行金额"),
        one("budget", Unit::Money, "Total budget", "预算总额").optional(),
    ],
    outputs: &[
        out(
            "total",
            Unit::Money,
            "Sum of the lines",
            "各行合计",
            "Σ({amounts})",
        ),
        out(
            "remaining",
            Unit::Money,
            "Left of the total",
            "总额剩余",
            "{budget} − {total}",
        ),
    ],
    convention: Some(Text::new(
        "All lines are in one currency; a negative rest is planned beyond the total.",
        "各行用同一种货币；剩余为负，说明安排超出了总额。",
    )),
    page: include_str!("budget_total.md"),
    compute: |given, results| {
        let total = results.one("total", Amount::sum(given.many("amounts")));
        if let Some(budget) = given.maybe("budget") {
            results.one("remaining", budget - total);
        }
    },
};

/// What falls on one month, each line spread over its period.
pub static BUDGET_PHASING: Formula = Formula {
    name: "budget-phasing",
    aliases: &["monthly-budget", "budget-of-a-month", "预算分月"],
    topic: Topic::Communication,
    title: Text::new("Budget of a month", "当月预算"),
    answers: Text::new("What falls on this month?", "这个月要花多少？"),
    inputs: &[
        many("amounts", Unit::Money, "Amounts of the lines", "各行金额"),
        many(
            "months",
            Unit::Months,
            "Months of their periods",
            "各行时段的月数",
        )
        .in_range(Range::Positive),
        many("actuals", Unit::Money, "Spent on the lines", "各行实际支出").optional(),
        many(
            "actual-months",
            Unit::Months,
            "Months of the periods of what is spent",
            "实际支出各行时段的月数",
        )
        .in_range(Range::Positive)
        .optional(),
    ],
    outputs: &[
        out(
            "amount",
            Unit::Money,
            "Budget of the month",
            "当月预算",
            "Σ({amounts} ÷ {months})",
        ),
        out(
            "spent",
            Unit::Money,
            "Spent in the month",
            "当月实际支出",
            "Σ({actuals} ÷ {actual-months})",
        ),
        out(
            "left",
            Unit::Money,
            "Not spent",
            "当月未花",
            "{amount} − {spent}",
        ),
    ],
    convention: Some(Text::new(
        "A line for a quarter or a year is spread evenly over its months.",
        "按季或按年写的行，平均摊到各个月。",
    )),
    page: include_str!("budget_phasing.md"),
    compute: |given, results| {
        let mut spread = |amounts: &str, months: &str| {
            let parts = given.pairs(amounts, months, results);
            Amount::sum(parts.into_iter().map(|(amount, months)| amount / months))
        };
        let amount = spread("amounts", "months");
        let spent = (given.has("actuals") || given.has("actual-months"))
            .then(|| spread("actuals", "actual-months"));
        results.one("amount", amount);
        if let Some(spent) = spent {
            results.one("spent", spent);
            results.one("left", amount - spent);
        }
    },
};
