//! Formulas of customer groups that only a plan needs.

use rust_decimal::Decimal;

use super::super::own::formula;
use crate::figures::Fault;
use crate::figures::customers::Kind;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, one};
use crate::words::Text;

/// What one customer leaves in a period.
pub(super) static MARGIN: Formula = formula(
    "customer-margin",
    Topic::Customers,
    Text::new("Margin of a customer", "每位顾客的毛利"),
    Text::new(
        "What does one customer leave in a period, after goods and service?",
        "一位顾客一期扣掉商品和服务的成本，能留下多少？",
    ),
    &[
        one("purchases", Unit::Number, "Purchases", "购买次数").in_range(Range::NotNegative),
        one(
            "average-purchase",
            Unit::Money,
            "Average purchase",
            "平均每次金额",
        ),
        one("margin-rate", Unit::Rate, "Margin rate", "毛利率").in_range(Range::AtMostOne),
        one("cost-to-serve", Unit::Money, "Cost to serve", "服务成本").or("0"),
    ],
    &[
        out(
            "margin",
            Unit::Money,
            "Margin of a customer",
            "每位顾客的毛利",
            "{revenue} × {margin-rate} − {cost-to-serve}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Revenue of a customer",
            "每位顾客的收入",
            "{purchases} × {average-purchase}",
        ),
    ],
    |given, results| {
        let revenue = given.one("purchases") * given.one("average-purchase");
        let revenue = results.one("revenue", revenue);
        let margin = revenue * given.one("margin-rate") - given.one("cost-to-serve");
        results.one("margin", margin);
    },
);

/// What all customers of a group leave in a period.
pub(super) static TOTAL: Formula = formula(
    "group-profit",
    Topic::Customers,
    Text::new("Profit from a group", "群体利润"),
    Text::new(
        "What do all customers of a group leave in a period?",
        "这个群体全部顾客一期能留下多少？",
    ),
    &[
        one("customers", Unit::Count, "Customers", "顾客数").in_range(Range::NotNegative),
        one(
            "margin",
            Unit::Money,
            "Margin of a customer",
            "每位顾客的毛利",
        ),
        one(
            "revenue-each",
            Unit::Money,
            "Revenue of a customer",
            "每位顾客的收入",
        ),
    ],
    &[
        out(
            "profit",
            Unit::Money,
            "Profit from the group",
            "群体利润",
            "{customers} × {margin}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Revenue from the group",
            "群体收入",
            "{customers} × {revenue-each}",
        ),
    ],
    |given, results| {
        let customers = given.one("customers");
        results.one("profit", customers * given.one("margin"));
        results.one("revenue", customers * given.one("revenue-each"));
    },
);

/// What one point more of retention is worth.
pub(super) static SENSITIVITY: Formula = formula(
    "retention-gain",
    Topic::Customers,
    Text::new("Worth of a point of retention", "保留率每提高一点的价值"),
    Text::new(
        "What does keeping one more customer in a hundred add to the lifetime value of each?",
        "每一百位顾客多留住一位，每位顾客的终身价值增加多少？",
    ),
    &[
        one("margin", Unit::Money, "Margin a period", "每期毛利"),
        one("multiple", Unit::Times, "Multiple today", "现在的毛利乘数"),
        one(
            "multiple-then",
            Unit::Times,
            "Multiple with one point more retention",
            "保留率多一点时的毛利乘数",
        ),
    ],
    &[
        out(
            "gain",
            Unit::Money,
            "Added lifetime value",
            "增加的终身价值",
            "{margin} × ({multiple-then} − {multiple})",
        ),
        out(
            "part",
            Unit::Rate,
            "As a part of today's",
            "占现在的比例",
            "({multiple-then} − {multiple}) ÷ {multiple}",
        ),
    ],
    |given, results| {
        let gain = given.one("multiple-then") - given.one("multiple");
        results.one("gain", given.one("margin") * gain);
        results.one("part", gain / given.one("multiple"));
    },
);

/// What is left of a lifetime value, and how soon winning is paid back.
pub(super) static ACQUISITION: Formula = formula(
    "acquisition-payback",
    Topic::Customers,
    Text::new("Acquisition cost and payback", "获客成本与回本"),
    Text::new(
        "Is a customer worth the cost of winning, and how soon is it paid back?",
        "顾客值不值获客的钱？多久回本？",
    ),
    &[
        one("lifetime-value", Unit::Money, "Lifetime value", "终身价值"),
        one("margin", Unit::Money, "Margin a period", "每期毛利"),
        one(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
        )
        .in_range(Range::NotNegative),
    ],
    &[
        out(
            "left",
            Unit::Money,
            "Lifetime value less acquisition cost",
            "扣除获客成本后的终身价值",
            "{lifetime-value} − {acquisition-cost}",
        ),
        out(
            "ratio",
            Unit::Times,
            "Lifetime value to acquisition cost",
            "终身价值与获客成本之比",
            "{lifetime-value} ÷ {acquisition-cost}",
        ),
        out(
            "payback",
            Unit::Periods,
            "Payback",
            "回本期",
            "{acquisition-cost} ÷ {margin}",
        ),
    ],
    |given, results| {
        let (value, cost) = (given.one("lifetime-value"), given.one("acquisition-cost"));
        let margin = given.one("margin");
        results.one("left", value - cost);
        // What costs nothing is paid back at once, and no ratio tells more.
        if cost.ok().is_none_or(|cost| !cost.is_zero()) {
            results.one("ratio", value / cost);
            let pays = margin.ok().is_none_or(|margin| margin > Decimal::ZERO);
            results.one("payback", cost / margin.only_if(pays, NEVER_PAID));
        }
    },
);

const NEVER_PAID: Fault = Fault::NoAnswer(Text::new(
    "each period leaves a loss, so the cost of winning is never paid back",
    "每期都亏，获客成本永远收不回来",
));

/// How many customers some spending wins.
pub(super) static NEW: Formula = formula(
    "new-customers",
    Topic::Customers,
    Text::new("New customers", "新增顾客"),
    Text::new(
        "How many customers does the spending win?",
        "这笔获客费用能赢得多少顾客？",
    ),
    &[
        one(
            "acquisition-spend",
            Unit::Money,
            "Spent on winning",
            "获客费用",
        )
        .in_range(Range::NotNegative),
        one(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
        )
        .in_range(Range::NotNegative),
    ],
    &[out(
        "customers",
        Unit::Count,
        "New customers",
        "新增顾客",
        "{acquisition-spend} ÷ {acquisition-cost}",
    )],
    |given, results| {
        let spend = given.one("acquisition-spend");
        results.one("customers", spend / given.one("acquisition-cost"));
    },
);

/// Which of the four relationship groups customers belong to.
pub(super) static GROUP: Formula = Formula {
    convention: Some(Text::new(
        "The profit line is a margin of one customer in a year, whatever the period of the plan's groups.",
        "利润线按一位顾客一年的毛利算，与计划所用的周期无关。",
    )),
    ..formula(
        "relationship-group",
        Topic::Customers,
        Text::new("Relationship group", "关系群体"),
        Text::new(
            "Which customers are worth a relationship, and which relationship?",
            "哪些顾客值得维系，该怎样维系？",
        ),
        &[
            one("margin", Unit::Money, "Margin a period", "每期毛利"),
            one(
                "periods-a-year",
                Unit::Periods,
                "Periods in a year",
                "一年的期数",
            ),
            one("retention", Unit::Rate, "Retention rate", "保留率").in_range(Range::Share),
            one("profit-threshold", Unit::Money, "Profit line", "利润线"),
            one("loyalty-threshold", Unit::Rate, "Loyalty line", "忠诚线").in_range(Range::Share),
        ],
        &[
            out(
                "group",
                Unit::Number,
                "Group",
                "群体",
                "{above-profit} ≥ 0; {above-loyalty} ≥ 0",
            ),
            out(
                "above-profit",
                Unit::Money,
                "Above the profit line",
                "高出利润线",
                "{margin} × {periods-a-year} − {profit-threshold}",
            ),
            out(
                "above-loyalty",
                Unit::Rate,
                "Above the loyalty line",
                "高出忠诚线",
                "{retention} − {loyalty-threshold}",
            ),
        ],
        |given, results| {
            let a_year = given.one("margin") * given.one("periods-a-year");
            let profit = results.one("above-profit", a_year - given.one("profit-threshold"));
            let stay = given.one("retention") - given.one("loyalty-threshold");
            let stay = results.one("above-loyalty", stay);
            if let (Some(profit), Some(stay)) = (profit.ok(), stay.ok()) {
                let kind = Kind::of(profit >= Decimal::ZERO, stay >= Decimal::ZERO);
                results.word("group", kind.words());
            }
        },
    )
};
