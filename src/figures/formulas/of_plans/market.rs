//! The size of a plan's market, and the share of it that its forecast needs.

use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::words::Text;

/// What is left of a large number after each condition.
pub static CHAIN_OF_FACTORS: Formula = Formula {
    name: "chain-of-factors",
    aliases: &["factor-chain", "链式系数"],
    topic: Topic::Market,
    title: Text::new("Market size by a chain of factors", "连比法市场规模"),
    answers: Text::new(
        "How many are left of a large number after each condition?",
        "从一个大数出发，一层层条件筛下来还剩多少？",
    ),
    inputs: &[
        many("factors", Unit::Number, "Factors", "各环系数"),
        one("stated", Unit::Count, "Size as stated", "写明的规模").optional(),
    ],
    outputs: &[
        out(
            "size",
            Unit::Count,
            "Size of the market",
            "市场规模",
            "Π({factors})",
        ),
        out(
            "difference",
            Unit::Count,
            "Above the size as stated",
            "比写明的规模多",
            "{size} − {stated}",
        ),
    ],
    convention: Some(Text::new(
        "The first factor is a number of people or buyers, the others are shares of what is left or units of each; all are multiplied.",
        "第一个系数是人数或买者数，其余是剩下部分的比例或每人的数量；全部相乘。",
    )),
    page: include_str!("chain_of_factors.md"),
    compute: |given, results| {
        let size = results.one("size", Amount::product(given.many("factors")));
        if let Some(stated) = given.maybe("stated") {
            results.one("difference", size - stated);
        }
    },
};

/// What one customer of a market spends.
pub static SPEND_PER_CUSTOMER: Formula = Formula {
    name: "spend-per-customer",
    aliases: &[
        "market-value-each",
        "spend-per-head",
        "人均花费",
        "人均市场价值",
    ],
    topic: Topic::Market,
    title: Text::new("Spend per customer", "人均花费"),
    answers: Text::new(
        "What does one customer of this market spend in a year?",
        "这个市场的一位顾客一年花多少？",
    ),
    inputs: &[
        one("value", Unit::Money, "Value of the market", "市场总额"),
        one("size", Unit::Count, "Size of the market", "市场规模").in_range(Range::NotNegative),
    ],
    outputs: &[out(
        "each",
        Unit::Money,
        "Spent by one customer",
        "每位顾客的花费",
        "{value} ÷ {size}",
    )],
    convention: Some(Text::new(
        "Value and size are of the same market and the same year.",
        "市场总额和市场规模须是同一个市场、同一年的。",
    )),
    page: include_str!("spend_per_customer.md"),
    compute: |given, results| {
        results.one("each", given.one("value") / given.one("size"));
    },
};

/// The share of a segment that a forecast takes for granted.
pub static IMPLIED_SHARE: Formula = Formula {
    name: "implied-share",
    aliases: &["implied-market-share", "隐含份额"],
    topic: Topic::Market,
    title: Text::new("Implied share", "隐含份额"),
    answers: Text::new(
        "What share of the potential must be won for the forecast to come true?",
        "要实现预测，得拿下潜量的多大份额？",
    ),
    inputs: &[
        many(
            "revenue",
            Unit::Money,
            "Revenue from the segment",
            "来自该细分的收入",
        ),
        one("potential", Unit::Money, "Segment potential", "细分潜量"),
    ],
    outputs: &[out(
        "share",
        Unit::Rate,
        "Share that the forecast implies",
        "预测隐含的份额",
        "Σ({revenue}) ÷ {potential}",
    )],
    convention: Some(Text::new(
        "Revenue and potential belong to the same year and are counted at the same prices.",
        "收入与潜量按同一年、同一种价格口径计算。",
    )),
    page: include_str!("implied_share.md"),
    compute: |given, results| {
        let revenue = Amount::sum(given.many("revenue"));
        results.one("share", revenue / given.one("potential"));
    },
};
