//! What an offer is worth to those who choose.

use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Weighted scores against what it costs, and against a rival.
pub static VALUE_INDEX: Formula = Formula {
    name: "value-index",
    aliases: &[
        "customer-value-index",
        "perceived-value",
        "weighted-score",
        "顾客价值指数",
        "感知价值",
    ],
    topic: Topic::Value,
    title: Text::new("Customer-perceived value", "顾客感知价值"),
    answers: Text::new(
        "How do customers rate an offer, all that matters to them weighed, and how far ahead of a rival is it?",
        "按顾客看重的各个方面加权，一个方案值多少分，比对手高多少？",
    ),
    inputs: &[
        many("weights", Unit::Rate, "Weights", "权重")
            .also(&["weight", "w"])
            .in_range(Range::NotNegative),
        many("scores", Unit::Points, "Scores", "得分").also(&["score", "s"]),
        one("cost-index", Unit::Points, "Cost index", "成本指数")
            .also(&["cost"])
            .optional(),
        many("rival-scores", Unit::Points, "Rival's scores", "对手的得分")
            .also(&["rival"])
            .optional(),
    ],
    outputs: &[
        out(
            "benefits",
            Unit::Points,
            "Weighted score",
            "加权得分",
            "Σ({weights} × {scores})",
        ),
        out(
            "value-index",
            Unit::Points,
            "Value index",
            "价值指数",
            "{benefits} − {cost-index}",
        ),
        out(
            "rival-benefits",
            Unit::Points,
            "Rival's weighted score",
            "对手的加权得分",
            "Σ({weights} × {rival-scores})",
        ),
        out(
            "advantage",
            Unit::Points,
            "Lead over the rival",
            "领先对手",
            "{benefits} − {rival-benefits}",
        ),
        out(
            "weights-sum",
            Unit::Rate,
            "Sum of the weights",
            "权重合计",
            "Σ({weights})",
        ),
    ],
    convention: Some(Text::new(
        "Weights add up to 100 %, and every score and the cost index lie on one scale. The scores are the customers', not the seller's.",
        "权重合计 100%，所有得分和成本指数用同一把尺子；打分的是顾客，不是卖方自己。",
    )),
    page: include_str!("value_index.md"),
    compute: value_index,
};

fn value_index(given: &Given, results: &mut Results) {
    let weighted = |scores: &str, results: &mut Results| {
        let pairs = given.pairs("weights", scores, results);
        Amount::sum(pairs.into_iter().map(|(weight, score)| weight * score))
    };
    let benefits = weighted("scores", results);
    results.one("benefits", benefits);
    if let Some(cost) = given.maybe("cost-index") {
        results.one("value-index", benefits - cost);
    }
    if given.has("rival-scores") {
        let rival = weighted("rival-scores", results);
        results.one("rival-benefits", rival);
        results.one("advantage", benefits - rival);
    }
    results.one("weights-sum", Amount::sum(given.many("weights")));
}

/// What an offer is worth beside the next best one.
pub static ECONOMIC_VALUE: Formula = Formula {
    name: "economic-value",
    aliases: &[
        "evc",
        "economic-value-to-the-customer",
        "value-build-up",
        "value-buildup",
        "经济价值",
        "顾客经济价值",
    ],
    topic: Topic::Value,
    title: Text::new("Economic value to the customer", "顾客的经济价值"),
    answers: Text::new(
        "What is the most that a customer could sensibly pay, the next best alternative considered?",
        "和次优选择相比，顾客最多值得付多少钱？",
    ),
    inputs: &[
        one(
            "reference-price",
            Unit::Money,
            "Price of the alternative",
            "替代方案的价格",
        )
        .also(&["reference"])
        .in_range(Range::NotNegative),
        many(
            "benefits",
            Unit::Money,
            "Worth of what is better",
            "更好之处的价值",
        )
        .also(&["premiums", "benefit", "differences"])
        .optional(),
        many(
            "costs",
            Unit::Money,
            "Cost of what is worse",
            "更差之处的代价",
        )
        .also(&["drawbacks"])
        .in_range(Range::NotNegative)
        .optional(),
        one("price", Unit::Money, "Price asked", "要价")
            .also(&["p"])
            .in_range(Range::NotNegative)
            .optional(),
        one(
            "discount",
            Unit::Money,
            "Left to the customer",
            "让给顾客的部分",
        )
        .also(&["incentive"])
        .optional(),
    ],
    outputs: &[
        out(
            "economic-value",
            Unit::Money,
            "Economic value",
            "经济价值",
            "{reference-price} + {added-value}",
        ),
        out(
            "added-value",
            Unit::Money,
            "Worth beyond the alternative",
            "超出替代方案的价值",
            "Σ({benefits}) − Σ({costs})",
        ),
        out(
            "asking-price",
            Unit::Money,
            "Price",
            "价格",
            "{economic-value} − {discount}",
        ),
        out(
            "surplus",
            Unit::Money,
            "What the customer keeps",
            "顾客剩余",
            "{economic-value} − {asking-price}",
        ),
        out(
            "premium",
            Unit::Money,
            "Premium over the alternative",
            "相对替代方案的溢价",
            "{asking-price} − {reference-price}",
        ),
        out(
            "kept-share",
            Unit::Rate,
            "Part of the added worth that the customer keeps",
            "顾客留下的增值比例",
            "{surplus} ÷ {added-value}",
        ),
    ],
    convention: Some(Text::new(
        "Everything is for one customer, over the same time and quantity as the alternative's price. A negative surplus means that the alternative is the better buy.",
        "所有金额都按一位顾客算，时间和用量与替代方案的价格一致。剩余为负，说明买替代方案更划算。",
    )),
    page: include_str!("economic_value.md"),
    compute: economic_value,
};

fn economic_value(given: &Given, results: &mut Results) {
    given.apart(&["price", "discount"], results);
    let reference = given.one("reference-price");
    match (given.has("benefits"), given.has("costs")) {
        (true, false) => results.by("added-value", "Σ({benefits})"),
        (false, true) => results.by("added-value", "−Σ({costs})"),
        (false, false) => results.by("added-value", "0"),
        (true, true) => {}
    }
    let added = Amount::sum(given.many("benefits")) - Amount::sum(given.many("costs"));
    let value = reference + results.one("added-value", added);
    results.one("economic-value", value);
    let price = match (given.maybe("price"), given.maybe("discount")) {
        (Some(price), _) => {
            results.by("asking-price", "{price}");
            price
        }
        (None, Some(discount)) => value - discount,
        (None, None) => return,
    };
    let surplus = value - results.one("asking-price", price);
    results.one("surplus", surplus);
    results.one("premium", price - reference);
    results.one("kept-share", surplus / added);
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn scores_and_weights_are_as_many_as_each_other() {
        check(
            &VALUE_INDEX,
            &[
                ("weights 0.6;0.4 scores 8;3", "benefits", "6"),
                (
                    "weights 0.6;0.4 scores 8;3 cost-index 7",
                    "value-index",
                    "-1",
                ),
                (
                    "weights 0.6;0.4 scores 8",
                    "benefits",
                    "as many as each other",
                ),
                (
                    "weights 0.6;0.4 scores 8;3 rival-scores 5",
                    "advantage",
                    "as many as each other",
                ),
                ("weights 0.6;0.3 scores 8;3", "weights-sum", "0.9"),
            ],
        );
    }

    #[test]
    fn a_price_above_the_value_leaves_less_than_nothing() {
        check(
            &ECONOMIC_VALUE,
            &[
                (
                    "reference 100 benefits 30;20 costs 10 price 150",
                    "surplus",
                    "-10",
                ),
                ("reference 100 benefits 30;20", "economic-value", "150"),
                ("reference 100 benefits 30;20", "surplus", "nothing"),
                (
                    "reference 100 benefits 30;20 discount 15",
                    "asking-price",
                    "135",
                ),
                ("reference 100", "economic-value", "100"),
                ("reference 100 costs 120 price 0", "surplus", "-20"),
            ],
        );
    }
}
