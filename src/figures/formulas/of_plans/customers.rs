//! What one customer and one group leave, and what winning and keeping them brings.

use rust_decimal::Decimal;

use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, one};
use crate::words::Text;

/// What one customer leaves in a period.
pub static CUSTOMER_MARGIN: Formula = Formula {
    name: "customer-margin",
    aliases: &["margin-per-customer", "customer-profit", "顾客毛利"],
    topic: Topic::Customers,
    title: Text::new("Margin of a customer", "每位顾客的毛利"),
    answers: Text::new(
        "What does one customer leave in a period, after goods and service?",
        "一位顾客一期扣掉商品和服务的成本，能留下多少？",
    ),
    inputs: &[
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
    outputs: &[
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
    convention: Some(Text::new(
        "All four numbers belong to one customer and one period; the cost to serve is not in the margin rate.",
        "四个数都按一位顾客、一期算；服务成本不包含在毛利率里。",
    )),
    page: include_str!("customer_margin.md"),
    compute: |given, results| {
        let revenue = given.one("purchases") * given.one("average-purchase");
        let revenue = results.one("revenue", revenue);
        let margin = revenue * given.one("margin-rate") - given.one("cost-to-serve");
        results.one("margin", margin);
    },
};

/// What all customers of a group leave in a period.
pub static GROUP_PROFIT: Formula = Formula {
    name: "group-profit",
    aliases: &["群体利润"],
    topic: Topic::Customers,
    title: Text::new("Profit from a group of customers", "群体利润"),
    answers: Text::new(
        "What do all customers of a group leave in a period?",
        "这个群体全部顾客一期能留下多少？",
    ),
    inputs: &[
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
    outputs: &[
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
    convention: Some(Text::new(
        "Before the cost of winning customers and before fixed costs.",
        "未扣获客成本，也未扣固定成本。",
    )),
    page: include_str!("group_profit.md"),
    compute: |given, results| {
        let customers = given.one("customers");
        results.one("profit", customers * given.one("margin"));
        results.one("revenue", customers * given.one("revenue-each"));
    },
};

/// What one point more of retention is worth.
pub static RETENTION_GAIN: Formula = Formula {
    name: "retention-gain",
    aliases: &["retention-sensitivity", "保留率敏感度"],
    topic: Topic::Customers,
    title: Text::new("Worth of a point of retention", "保留率每提高一点的价值"),
    answers: Text::new(
        "What does keeping one more customer in a hundred add to the lifetime value of each?",
        "每一百位顾客多留住一位，每位顾客的终身价值增加多少？",
    ),
    inputs: &[
        one("margin", Unit::Money, "Margin a period", "每期毛利"),
        one("multiple", Unit::Times, "Multiple today", "现在的毛利乘数"),
        one(
            "multiple-then",
            Unit::Times,
            "Multiple with one point more retention",
            "保留率多一点时的毛利乘数",
        ),
    ],
    outputs: &[
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
    convention: Some(Text::new(
        "Both multiples hold for the same discount rate, timing and horizon.",
        "两个乘数按同样的贴现率、到手时间和期限计算。",
    )),
    page: include_str!("retention_gain.md"),
    compute: |given, results| {
        let gain = given.one("multiple-then") - given.one("multiple");
        results.one("gain", given.one("margin") * gain);
        results.one("part", gain / given.one("multiple"));
    },
};

/// What is left of a lifetime value, and how soon winning is paid back.
pub static UNIT_ECONOMICS: Formula = Formula {
    name: "unit-economics",
    aliases: &["单位经济", "单客经济"],
    topic: Topic::Customers,
    title: Text::new("Unit economics of a customer", "单客经济"),
    answers: Text::new(
        "Is a customer worth the cost of winning, and how soon is it paid back?",
        "顾客值不值获客的钱？多久回本？",
    ),
    inputs: &[
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
    outputs: &[
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
    convention: Some(Text::new(
        "The lifetime value has not had the acquisition cost taken off; the payback counts no leaving and no discount.",
        "终身价值未扣获客成本；回本期不计流失，也不贴现。",
    )),
    page: include_str!("unit_economics.md"),
    compute: |given, results| {
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
};

/// How many customers some spending wins.
pub static NEW_CUSTOMERS: Formula = Formula {
    name: "new-customers",
    aliases: &["customers-won", "新增顾客"],
    topic: Topic::Customers,
    title: Text::new("New customers for a spend", "获客费用带来的新顾客"),
    answers: Text::new(
        "How many customers does the spending win?",
        "这笔获客费用能赢得多少顾客？",
    ),
    inputs: &[
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
    outputs: &[out(
        "customers",
        Unit::Count,
        "New customers",
        "新增顾客",
        "{acquisition-spend} ÷ {acquisition-cost}",
    )],
    convention: Some(Text::new(
        "The acquisition cost stays the same, however much is spent.",
        "假定花多少，获客成本都不变。",
    )),
    page: include_str!("new_customers.md"),
    compute: |given, results| {
        let spend = given.one("acquisition-spend");
        results.one("customers", spend / given.one("acquisition-cost"));
    },
};

const NEVER_PAID: Fault = Fault::NoAnswer(Text::new(
    "each period leaves a loss, so the cost of winning is never paid back",
    "每期都亏，获客成本永远收不回来",
));
