//! How strongly demand answers a price.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Range, Unit, one, word};
use crate::figures::results::Results;
use crate::words::Text;

/// How strongly demand answers a price.
pub static ELASTICITY: Formula = Formula {
    name: "elasticity",
    aliases: &[
        "price-elasticity",
        "price-elasticity-of-demand",
        "ped",
        "arc-elasticity",
        "弹性",
        "价格弹性",
        "需求价格弹性",
    ],
    topic: Topic::Price,
    title: Text::new("Price elasticity of demand", "需求价格弹性"),
    answers: Text::new(
        "By how many per cent do sales change when the price changes by one per cent?",
        "价格变动百分之一，销量会变动百分之几？",
    ),
    inputs: &[
        level("old-price", Unit::Money, "Old price", "原价", &["p1"]),
        level(
            "old-quantity",
            Unit::Count,
            "Old quantity",
            "原销量",
            &["q1"],
        ),
        level("new-price", Unit::Money, "New price", "新价", &["p2"]),
        level(
            "new-quantity",
            Unit::Count,
            "New quantity",
            "新销量",
            &["q2"],
        ),
        word("method", METHODS, "midpoint", "Method", "算法"),
    ],
    outputs: &[
        out(
            "elasticity",
            Unit::Number,
            "Elasticity",
            "弹性",
            "{quantity-change} ÷ {price-change}",
        ),
        out(
            "kind",
            Unit::Number,
            "Kind",
            "类型",
            "abs({elasticity}) > 1",
        ),
        out(
            "quantity-change",
            Unit::Rate,
            "Change of quantity",
            "销量变动率",
            "({new-quantity} − {old-quantity}) ÷ (({old-quantity} + {new-quantity}) ÷ 2)",
        ),
        out(
            "price-change",
            Unit::Rate,
            "Change of price",
            "价格变动率",
            "({new-price} − {old-price}) ÷ (({old-price} + {new-price}) ÷ 2)",
        ),
        out(
            "revenue-change",
            Unit::Rate,
            "Change of revenue",
            "收入变动率",
            "({new-price} × {new-quantity}) ÷ ({old-price} × {old-quantity}) − 1",
        ),
    ],
    convention: Some(Text::new(
        "`midpoint` measures both changes from the middle of old and new, so that the way back gives the same number; `point` measures them from the old values. The two differ on the same data: name the method beside the number.",
        "`midpoint`（中点法）以新旧两值的中点为底，来回算结果一样；`point`（点弹性）以旧值为底。同样的数据两种算法结果不同，报数时要写明算法。",
    )),
    page: include_str!("elasticity.md"),
    compute: elasticity,
};

/// What the changes are measured from.
const METHODS: &[(&str, Text)] = &[
    (
        "midpoint",
        Text::new("from the middle of old and new", "以新旧两值的中点为底"),
    ),
    ("point", Text::new("from the old values", "以旧值为底")),
];

const fn level(
    name: &'static str,
    unit: Unit,
    en: &'static str,
    zh: &'static str,
    letter: &'static [&'static str],
) -> Input {
    one(name, unit, en, zh)
        .also(letter)
        .in_range(Range::NotNegative)
}

const SAME_PRICE: Fault = Fault::NoAnswer(Text::new(
    "the price did not change, so the change of quantity has another cause; elasticity needs two prices",
    "价格没有变，销量变动另有原因；计算弹性需要两个不同的价格",
));

fn elasticity(given: &Given, results: &mut Results) {
    let [p1, q1, p2, q2] =
        ["old-price", "old-quantity", "new-price", "new-quantity"].map(|name| given.one(name));
    if p1 == p2 {
        return results.refuse(SAME_PRICE);
    }
    let (q_base, p_base) = if given.word("method") == "point" {
        results.by(
            "quantity-change",
            "({new-quantity} − {old-quantity}) ÷ {old-quantity}",
        );
        results.by("price-change", "({new-price} − {old-price}) ÷ {old-price}");
        (q1, p1)
    } else {
        let two = Amount::from(2);
        ((q1 + q2) / two, (p1 + p2) / two)
    };
    results.one("quantity-change", (q2 - q1) / q_base);
    let price_change = results.one("price-change", (p2 - p1) / p_base);
    // One division at the end: −1 is −1, and not nearly so.
    let exact = (q2 - q1) * p_base / (q_base * (p2 - p1));
    let elasticity = price_change.get().map_or_else(Amount::fault, |_| exact);
    results.one("elasticity", elasticity);
    let size = elasticity.abs().ok();
    if let Some(size) = size {
        results.word("kind", kind(size.cmp(&Decimal::ONE)));
    }
    results.one("revenue-change", p2 * q2 / (p1 * q1) - Amount::ONE);
}

/// What the size of an elasticity is called.
const fn kind(beside_one: Ordering) -> Text {
    match beside_one {
        Ordering::Greater => Text::new("elastic", "富有弹性"),
        Ordering::Equal => Text::new("unit elastic", "单位弹性"),
        Ordering::Less => Text::new("inelastic", "缺乏弹性"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn the_method_of_an_elasticity_matters() {
        check(
            &ELASTICITY,
            &[
                ("p1 10 q1 100 p2 12 q2 80", "elasticity", "-1.222222"),
                ("p1 10 q1 100 p2 12 q2 80 method point", "elasticity", "-1"),
                (
                    "p1 10 q1 100 p2 12 q2 80 method point",
                    "kind",
                    "unit elastic",
                ),
                ("p1 10 q1 100 p2 12 q2 80", "kind", "elastic"),
                ("p1 10 q1 100 p2 12 q2 98", "kind", "inelastic"),
                (
                    "p1 10 q1 100 p2 10 q2 98",
                    "kind",
                    "the price did not change",
                ),
                (
                    "p1 10 q1 0 p2 12 q2 0",
                    "elasticity",
                    "this would divide by zero",
                ),
            ],
        );
    }
}
