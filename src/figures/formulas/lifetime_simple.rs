//! What a customer is worth, by the simpler ways: no discount, a lifetime that is known.

use super::retention::lifetime;
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Yearly profit times years, less the acquisition cost.
pub static SIMPLE_LIFETIME_VALUE: Formula = Formula {
    name: "simple-lifetime-value",
    aliases: &[
        "simple-clv",
        "clv-simple",
        "lifetime-profit",
        "简易终身价值",
    ],
    topic: Topic::Customers,
    title: Text::new("Simple lifetime value", "简易终身价值"),
    answers: Text::new(
        "What does a customer leave over the years that he or she stays, without discount?",
        "一位顾客在留下的年头里共带来多少利润，不贴现？",
    ),
    inputs: &[
        one(
            "years",
            Unit::Years,
            "Years that a customer stays",
            "顾客留下的年数",
        )
        .also(&["loyal-years"])
        .in_range(Range::NotNegative),
        one("yearly-profit", Unit::Money, "Profit a year", "每年利润")
            .also(&["annual-profit"])
            .optional(),
        one("yearly-revenue", Unit::Money, "Revenue a year", "每年收入")
            .also(&["annual-revenue"])
            .optional(),
        one("profit-rate", Unit::Rate, "Profit rate", "利润率")
            .also(&["margin"])
            .optional(),
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
            "{before-cost} − {acquisition-cost}",
        ),
        out(
            "before-cost",
            Unit::Money,
            "Before the acquisition cost",
            "未减获客成本",
            "{yearly-profit} × {years}",
        ),
        out(
            "lifetime-revenue",
            Unit::Money,
            "Lifetime revenue",
            "终身收入",
            "{yearly-revenue} × {years}",
        ),
    ],
    convention: Some(Text::new(
        "Every year is like the first, and money of later years is worth as much as money of today.",
        "每年都与第一年一样；以后的钱与今天的钱等值。",
    )),
    page: include_str!("simple_lifetime_value.md"),
    compute: simple,
};

const NO_PROFIT: Fault = Fault::NoAnswer(Text::new(
    "give the profit a year, or the revenue a year and the profit rate",
    "请给出每年利润，或每年收入和利润率",
));

fn simple(given: &Given, results: &mut Results) {
    let years = given.one("years");
    let revenue = given.maybe("yearly-revenue");
    let profit = match (
        given.maybe("yearly-profit"),
        revenue.zip(given.maybe("profit-rate")),
    ) {
        (Some(profit), None) => profit,
        (None, Some((revenue, rate))) => {
            results.by("before-cost", "{yearly-revenue} × {profit-rate} × {years}");
            revenue * rate
        }
        _ => return results.refuse(NO_PROFIT),
    };
    let before = results.one("before-cost", profit * years);
    results.one("lifetime-value", before - given.one("acquisition-cost"));
    if let Some(revenue) = revenue {
        results.one("lifetime-revenue", revenue * years);
    }
}

/// What a customer pays over the years.
pub static LIFETIME_REVENUE: Formula = Formula {
    name: "lifetime-revenue",
    aliases: &["终身收入"],
    topic: Topic::Customers,
    title: Text::new("Lifetime revenue", "终身收入"),
    answers: Text::new(
        "How much money does a customer bring in over all the years that he or she comes?",
        "一位顾客在来往的这些年里一共付了多少钱？",
    ),
    inputs: &[
        one("spend", Unit::Money, "Spend each time", "每次消费")
            .also(&["spend-per-period"])
            .in_range(Range::NotNegative),
        one("purchases", Unit::Count, "Purchases a year", "每年消费次数")
            .also(&["periods", "periods-per-year"])
            .in_range(Range::NotNegative),
        one(
            "years",
            Unit::Years,
            "Years that a customer stays",
            "顾客留下的年数",
        )
        .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "lifetime-revenue",
            Unit::Money,
            "Lifetime revenue",
            "终身收入",
            "{yearly-revenue} × {years}",
        ),
        out(
            "yearly-revenue",
            Unit::Money,
            "Revenue a year",
            "每年收入",
            "{spend} × {purchases}",
        ),
    ],
    convention: Some(Text::new(
        "This is revenue and no profit: what the goods cost is still in it.",
        "这是收入，不是利润：货品成本还在里面。",
    )),
    page: include_str!("lifetime_revenue.md"),
    compute: lifetime_revenue,
};

fn lifetime_revenue(given: &Given, results: &mut Results) {
    let yearly = given.one("spend") * given.one("purchases");
    let yearly = results.one("yearly-revenue", yearly);
    results.one("lifetime-revenue", yearly * given.one("years"));
}

/// What a guest is worth by how often he or she comes.
pub static VALUE_FROM_VISITS: Formula = Formula {
    name: "lifetime-value-from-visits",
    aliases: &["clv-visits", "按到店次数算终身价值"],
    topic: Topic::Customers,
    title: Text::new("Lifetime value from visits", "按到店次数算终身价值"),
    answers: Text::new(
        "What is a guest worth who comes so many times a week for so many years?",
        "每周来几次、来上好几年的顾客值多少？",
    ),
    inputs: &[
        one(
            "visits-per-week",
            Unit::Count,
            "Visits a week",
            "每周到店次数",
        )
        .also(&["visits"])
        .in_range(Range::NotNegative),
        one("spend", Unit::Money, "Spend a visit", "每次消费").in_range(Range::NotNegative),
        one("margin", Unit::Rate, "Profit margin", "利润率").also(&["profit-margin"]),
        one(
            "years",
            Unit::Years,
            "Years that a customer stays",
            "顾客留下的年数",
        )
        .in_range(Range::NotNegative),
        one("weeks", Unit::Count, "Weeks a year", "每年周数")
            .in_range(Range::NotNegative)
            .or("52"),
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
            "{yearly-profit} × {years} − {acquisition-cost}",
        ),
        out(
            "yearly-profit",
            Unit::Money,
            "Profit a year",
            "每年利润",
            "{yearly-revenue} × {margin}",
        ),
        out(
            "yearly-revenue",
            Unit::Money,
            "Revenue a year",
            "每年收入",
            "{visits-per-week} × {weeks} × {spend}",
        ),
    ],
    convention: Some(Text::new(
        "A year has 52 weeks unless you say otherwise; nothing is discounted.",
        "一年按 52 周算，另有说明的除外；不贴现。",
    )),
    page: include_str!("lifetime_value_from_visits.md"),
    compute: from_visits,
};

fn from_visits(given: &Given, results: &mut Results) {
    let revenue = given.one("visits-per-week") * given.one("weeks") * given.one("spend");
    let revenue = results.one("yearly-revenue", revenue);
    let profit = results.one("yearly-profit", revenue * given.one("margin"));
    let value = profit * given.one("years") - given.one("acquisition-cost");
    results.one("lifetime-value", value);
}

/// Profit of a period times the average lifetime.
pub static VALUE_FROM_COSTS: Formula = Formula {
    name: "lifetime-value-from-costs",
    aliases: &["clv-lifetime", "按成本算终身价值"],
    topic: Topic::Customers,
    title: Text::new(
        "Lifetime value from revenue and costs",
        "按收入和成本算终身价值",
    ),
    answers: Text::new(
        "What is a customer worth, if revenue, costs and retention of a period are known?",
        "知道每期的收入、成本和保留率，一位顾客值多少？",
    ),
    inputs: &[
        one("revenue", Unit::Money, "Revenue a period", "每期收入"),
        one("product-cost", Unit::Money, "Cost of the goods", "货品成本"),
        one("service-cost", Unit::Money, "Cost to serve", "服务成本")
            .also(&["cost-to-serve"])
            .or("0"),
        one("retention", Unit::Rate, "Retention rate", "保留率")
            .also(&["r", "retention-rate"])
            .in_range(Range::Share),
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
            "{profit} × {lifetime} − {acquisition-cost}",
        ),
        out(
            "profit",
            Unit::Money,
            "Profit a period",
            "每期利润",
            "{revenue} − {product-cost} − {service-cost}",
        ),
        out(
            "lifetime",
            Unit::Periods,
            "Average lifetime",
            "平均留存期数",
            "1 ÷ (1 − {retention})",
        ),
    ],
    convention: Some(Text::new(
        "The retention rate is turned into an average lifetime, whose first period counts in full; nothing is discounted.",
        "把保留率换成平均留存期，第一期整期计入；不贴现。",
    )),
    page: include_str!("lifetime_value_from_costs.md"),
    compute: from_costs,
};

fn from_costs(given: &Given, results: &mut Results) {
    let costs = given.one("product-cost") + given.one("service-cost");
    let profit = results.one("profit", given.one("revenue") - costs);
    let lifetime = lifetime(Amount::ONE - given.one("retention"));
    let lifetime = results.one("lifetime", lifetime);
    let value = profit * lifetime - given.one("acquisition-cost");
    results.one("lifetime-value", value);
}

/// Margin of a period divided by churn.
pub static VALUE_FROM_CHURN: Formula = Formula {
    name: "lifetime-value-from-churn",
    aliases: &[
        "clv-churn",
        "ltv-churn",
        "subscription-value",
        "按流失率算终身价值",
    ],
    topic: Topic::Customers,
    title: Text::new("Lifetime value from churn", "按流失率算终身价值"),
    answers: Text::new(
        "What is a subscriber worth who pays each period until he or she leaves?",
        "每期付费、直到离开的订户值多少？",
    ),
    inputs: &[
        one(
            "revenue",
            Unit::Money,
            "Revenue a customer and period",
            "每位顾客每期收入",
        )
        .also(&["arpa", "arpu"]),
        one("gross-margin", Unit::Rate, "Gross margin", "毛利率").also(&["margin-rate"]),
        one("churn", Unit::Rate, "Churn rate", "流失率")
            .also(&["churn-rate"])
            .in_range(Range::Share),
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
            "{margin} ÷ {churn} − {acquisition-cost}",
        ),
        out(
            "lifetime",
            Unit::Periods,
            "Average lifetime",
            "平均留存期数",
            "1 ÷ {churn}",
        ),
        out(
            "margin",
            Unit::Money,
            "Margin a period",
            "每期毛利",
            "{revenue} × {gross-margin}",
        ),
    ],
    convention: Some(Text::new(
        "Revenue and churn belong to one period; the first payment is certain; nothing is discounted.",
        "收入和流失率同属一期；第一次付费必定收到；不贴现。",
    )),
    page: include_str!("lifetime_value_from_churn.md"),
    compute: from_churn,
};

fn from_churn(given: &Given, results: &mut Results) {
    let margin = results.one("margin", given.one("revenue") * given.one("gross-margin"));
    let lifetime = results.one("lifetime", lifetime(given.one("churn")));
    // By the quotient and not by the lifetime: a third of a period is no exact number.
    let value = lifetime.and(margin / given.one("churn"));
    results.one("lifetime-value", value - given.one("acquisition-cost"));
}
