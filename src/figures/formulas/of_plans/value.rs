//! What a plan's offer is worth to customers, against what they could choose instead.

use rust_decimal::Decimal;

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::words::Text;

/// What customers see in us and in a rival, by what they weigh.
pub static RELATIVE_VALUE: Formula = Formula {
    name: "relative-perceived-value",
    aliases: &["customer-perceived-value", "relative-value", "相对感知价值"],
    topic: Topic::Value,
    title: Text::new("Perceived value against a rival", "相对感知价值"),
    answers: Text::new(
        "Does the customer see more in us than in the alternative?",
        "在顾客眼里，我们比那个替代选择好吗？",
    ),
    inputs: &[
        many("weights", Unit::Rate, "Weights", "权重").in_range(Range::NotNegative),
        many("ours", Unit::Points, "Our scores", "我方得分"),
        many("theirs", Unit::Points, "Their scores", "对方得分"),
    ],
    outputs: &[
        out(
            "lead",
            Unit::Points,
            "Our lead",
            "我方领先",
            "{our-value} − {their-value}",
        ),
        out(
            "our-value",
            Unit::Points,
            "Our value",
            "我方价值",
            "Σ({weights} × {ours}) ÷ Σ({weights})",
        ),
        out(
            "their-value",
            Unit::Points,
            "Their value",
            "对方价值",
            "Σ({weights} × {theirs}) ÷ Σ({weights})",
        ),
    ],
    convention: Some(Text::new(
        "Scores from 0 to 10 in the customer's eyes; weights are shares, and are brought to a sum of 1 where they do not have it.",
        "由顾客打0～10分；权重是比例，合计不为1时按比例折算。",
    )),
    page: include_str!("relative_perceived_value.md"),
    compute: |given, results| {
        let whole = Amount::sum(given.many("weights"));
        let ours = given.pairs("weights", "ours", results);
        let theirs = given.pairs("weights", "theirs", results);
        let value = |pairs: Vec<(Amount, Amount)>| {
            Amount::sum(pairs.into_iter().map(|(weight, score)| weight * score)) / whole
        };
        let ours = results.one("our-value", value(ours));
        let theirs = results.one("their-value", value(theirs));
        results.one("lead", ours - theirs);
    },
};

/// What a year with an offer is worth to one customer, against what it costs.
pub static VALUE_OF_A_YEAR: Formula = Formula {
    name: "economic-value-a-year",
    aliases: &["value-in-use", "年经济价值"],
    topic: Topic::Value,
    title: Text::new("Economic value of a year's use", "使用一年的经济价值"),
    answers: Text::new(
        "What is a year with the offer worth to one customer, and what is left after its price?",
        "用一年，对一位顾客值多少？付了价格还剩多少？",
    ),
    inputs: &[
        one(
            "reference-price",
            Unit::Money,
            "Price of the alternative",
            "替代选择的价格",
        ),
        one(
            "purchases",
            Unit::Count,
            "Purchases in a year",
            "每年购买次数",
        ),
        many(
            "worths",
            Unit::Money,
            "Worth of the benefits in a year",
            "各项利益一年的价值",
        ),
        one("price", Unit::Money, "Our price", "我方价格"),
    ],
    outputs: &[
        out(
            "surplus",
            Unit::Money,
            "Left to the customer",
            "留给顾客的",
            "{value} − {price} × {purchases}",
        ),
        out(
            "value",
            Unit::Money,
            "Economic value",
            "经济价值",
            "{reference-price} × {purchases} + Σ({worths})",
        ),
        out(
            "highest-price",
            Unit::Money,
            "Price at which nothing is left",
            "顾客无所得的价格",
            "{value} ÷ {purchases}",
        ),
    ],
    convention: Some(Text::new(
        "One of the alternative does what one of yours does, and all worths are for one customer and year.",
        "一件替代品顶你的一件；各项利益的价值都按一位顾客一年算。",
    )),
    page: include_str!("economic_value_a_year.md"),
    compute: |given, results| {
        let times = given.one("purchases");
        let bought = times.ok().is_none_or(|times| times > Decimal::ZERO);
        let worths = Amount::sum(given.many("worths"));
        let value = results.one("value", given.one("reference-price") * times + worths);
        results.one("surplus", value - given.one("price") * times);
        results.one("highest-price", value / times.only_if(bought, NEVER_BOUGHT));
    },
};

const NEVER_BOUGHT: Fault = Fault::NoAnswer(Text::new(
    "what is never bought has no price to compare; give the purchases in a year",
    "从不购买就没有可比的价格；请给出每年购买次数",
));
