//! Money of later periods in money of today: period by period.

use super::lifetime_value::TIMING;
use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one, word};
use crate::figures::results::Results;
use crate::words::Text;

/// The worth of margins that differ from period to period.
pub static VALUE_BY_PERIOD: Formula = Formula {
    name: "lifetime-value-by-period",
    aliases: &["clv-by-period", "finite-clv", "分期终身价值"],
    topic: Topic::Customers,
    title: Text::new("Lifetime value period by period", "分期终身价值"),
    answers: Text::new(
        "What is a customer worth whose margin differs from period to period?",
        "各期毛利不同的顾客，今天值多少？",
    ),
    inputs: &[
        many("margins", Unit::Money, "Margin of each period", "各期毛利").also(&["margin"]),
        many("costs", Unit::Money, "Cost of each period", "各期成本").optional(),
        one("retention", Unit::Rate, "Retention rate", "保留率")
            .also(&["r", "retention-rate"])
            .in_range(Range::Share),
        one("discount", Unit::Rate, "Discount rate", "贴现率")
            .also(&["i", "discount-rate"])
            .in_range(Range::NotNegative)
            .or("0"),
        word("timing", TIMING, "end-certain", "First margin", "首期毛利"),
        one(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
        )
        .also(&["cac"])
        .or("0"),
    ],
    outputs: &[
        out(
            "lifetime-value",
            Unit::Money,
            "Lifetime value",
            "终身价值",
            "{present-value} − {acquisition-cost}",
        ),
        out(
            "present-value",
            Unit::Money,
            "Present value of the margins",
            "毛利现值",
            "Σ(({margins} − {costs}) × {retention} ^ t ÷ (1 + {discount}) ^ (t + 1))",
        ),
    ],
    convention: Some(Text::new(
        "t counts from 0. `end-certain`: the first margin comes at the end of the first period from everyone; `end`: only from those who stay; `start`: it comes now.",
        "t 从 0 数起。`end-certain`：首期毛利在第一期末收到，人人都付；`end`：只来自留下的人；`start`：现在就收到。",
    )),
    page: include_str!("lifetime_value_by_period.md"),
    compute: by_period,
};

/// The expressions of the present value, with costs and without.
const WORTH: [(&str, [&str; 2]); 3] = [
    (
        "end-certain",
        [
            "Σ(({margins} − {costs}) × {retention} ^ t ÷ (1 + {discount}) ^ (t + 1))",
            "Σ({margins} × {retention} ^ t ÷ (1 + {discount}) ^ (t + 1))",
        ],
    ),
    (
        "end",
        [
            "Σ(({margins} − {costs}) × {retention} ^ (t + 1) ÷ (1 + {discount}) ^ (t + 1))",
            "Σ({margins} × {retention} ^ (t + 1) ÷ (1 + {discount}) ^ (t + 1))",
        ],
    ),
    (
        "start",
        [
            "Σ(({margins} − {costs}) × {retention} ^ t ÷ (1 + {discount}) ^ t)",
            "Σ({margins} × {retention} ^ t ÷ (1 + {discount}) ^ t)",
        ],
    ),
];

fn by_period(given: &Given, results: &mut Results) {
    let timing = given.word("timing");
    let costs = given.has("costs");
    let mut margins = given.many("margins");
    if costs {
        let pairs = given.pairs("margins", "costs", results);
        margins = pairs
            .into_iter()
            .map(|(margin, cost)| margin - cost)
            .collect();
    }
    if let Some((_, expressions)) = WORTH.iter().find(|(word, _)| *word == timing) {
        let expression = if costs {
            expressions[0]
        } else {
            expressions[1]
        };
        results.by("present-value", expression);
    }
    let (retention, worth) = (given.one("retention"), Amount::ONE + given.one("discount"));
    let (stay, wait) = match timing {
        "start" => (0, 0),
        "end" => (1, 1),
        _ => (0, 1),
    };
    let margins = (0..).zip(margins);
    let present = Amount::sum(
        margins.map(|(t, margin)| margin * retention.power(t + stay) / worth.power(t + wait)),
    );
    let present = results.one("present-value", present);
    results.one("lifetime-value", present - given.one("acquisition-cost"));
}

/// What a group of customers won together is worth.
pub static COHORT_VALUE: Formula = Formula {
    name: "cohort-value",
    aliases: &["cohort", "cohort-table", "clv-cohort", "同期群价值"],
    topic: Topic::Customers,
    title: Text::new("Value of a cohort", "同期群价值"),
    answers: Text::new(
        "What are the customers won in one go worth, when fewer are left each period?",
        "同一批赢得的顾客逐期减少，合起来值多少？",
    ),
    inputs: &[
        one("acquired", Unit::Count, "Customers won", "最初赢得的顾客数").in_range(Range::Positive),
        many(
            "customers",
            Unit::Count,
            "Customers left in each period",
            "各期尚存的顾客数",
        )
        .in_range(Range::NotNegative),
        many(
            "revenue",
            Unit::Money,
            "Revenue a customer in each period",
            "各期每位顾客收入",
        ),
        many(
            "cost",
            Unit::Money,
            "Cost a customer in each period",
            "各期每位顾客成本",
        )
        .also(&["costs"]),
        one(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
        )
        .also(&["cac"])
        .or("0"),
        one("discount", Unit::Rate, "Discount rate", "贴现率")
            .also(&["i", "discount-rate"])
            .in_range(Range::NotNegative)
            .or("0"),
    ],
    outputs: &[
        out(
            "customer-equity",
            Unit::Money,
            "Customer equity of the cohort",
            "同期群的顾客资产",
            "{present-value} − {acquired} × {acquisition-cost}",
        ),
        out(
            "value-per-customer",
            Unit::Money,
            "Lifetime value of a customer won",
            "每位顾客的终身价值",
            "{customer-equity} ÷ {acquired}",
        ),
        out(
            "present-value",
            Unit::Money,
            "Present value of the profits",
            "利润现值",
            "Σ({customers} × ({revenue} − {cost}) ÷ (1 + {discount}) ^ (t + 1))",
        ),
    ],
    convention: Some(Text::new(
        "The first period ends a period after the winning; its profit is discounted once. t counts from 0.",
        "第一期在获客后满一期时结束，其利润贴现一次。t 从 0 数起。",
    )),
    page: include_str!("cohort_value.md"),
    compute: cohort,
};

fn cohort(given: &Given, results: &mut Results) {
    given.even(&["customers", "revenue", "cost"], results);
    let worth = Amount::ONE + given.one("discount");
    let margins = given.many("revenue").into_iter().zip(given.many("cost"));
    let margins = given.many("customers").into_iter().zip(margins);
    let profits = (1..)
        .zip(margins)
        .map(|(t, (customers, (revenue, cost)))| customers * (revenue - cost) / worth.power(t));
    let present = results.one("present-value", Amount::sum(profits));
    let acquired = given.one("acquired");
    let equity = present - acquired * given.one("acquisition-cost");
    let equity = results.one("customer-equity", equity);
    results.one("value-per-customer", equity / acquired);
}

/// Money of several periods in money of today.
pub static NET_PRESENT_VALUE: Formula = Formula {
    name: "net-present-value",
    aliases: &["npv", "present-value", "净现值"],
    topic: Topic::Customers,
    title: Text::new("Net present value", "净现值"),
    answers: Text::new(
        "What is money worth today that comes in and goes out over several periods?",
        "分几期收进和付出的钱，折到今天值多少？",
    ),
    inputs: &[
        many("cash", Unit::Money, "Money of each period", "各期收支")
            .also(&["cash-flows", "cash-flow"]),
        one("discount", Unit::Rate, "Discount rate", "贴现率")
            .also(&["i", "discount-rate"])
            .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "net-present-value",
            Unit::Money,
            "Net present value",
            "净现值",
            "Σ({cash} ÷ (1 + {discount}) ^ t)",
        ),
        out(
            "undiscounted",
            Unit::Money,
            "Sum without discount",
            "不贴现之和",
            "Σ{cash}",
        ),
    ],
    convention: Some(Text::new(
        "The first amount is of today and is not discounted: t counts from 0. What you pay is negative.",
        "第一笔是今天的钱，不贴现：t 从 0 数起。付出的钱写负数。",
    )),
    page: include_str!("net_present_value.md"),
    compute: npv,
};

fn npv(given: &Given, results: &mut Results) {
    let worth = Amount::ONE + given.one("discount");
    let cash = given.many("cash");
    results.one("undiscounted", Amount::sum(cash.iter().copied()));
    let present = (0..).zip(cash).map(|(t, cash)| cash / worth.power(t));
    results.one("net-present-value", Amount::sum(present));
}
