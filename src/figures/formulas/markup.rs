//! From cost to price and back, through every hand that keeps a part.

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Margin on the price and markup on the cost, from any two numbers that settle them.
pub static MARKUP: Formula = Formula {
    name: "markup",
    aliases: &[
        "margin",
        "gross-margin",
        "price-from-margin",
        "margin-and-markup",
        "加成",
        "加成率",
        "毛利率",
    ],
    topic: Topic::Price,
    title: Text::new("Margin and markup", "毛利率与加成率"),
    answers: Text::new(
        "Which price gives a margin, and which margin on the price is a markup on the cost?",
        "要达到某个毛利率该定什么价？成本加成率合多少毛利率？",
    ),
    inputs: &[
        one("cost", Unit::Money, "Cost", "成本")
            .also(&["c", "unit-cost"])
            .in_range(Range::NotNegative)
            .optional(),
        one("price", Unit::Money, "Price", "价格")
            .also(&["p"])
            .in_range(Range::NotNegative)
            .optional(),
        one("margin", Unit::Rate, "Margin on the price", "毛利率")
            .also(&["m", "gross-margin"])
            .optional(),
        one(
            "markup-rate",
            Unit::Rate,
            "Markup on the cost",
            "成本加成率",
        )
        .also(&["k"])
        .optional(),
    ],
    outputs: &[
        out(
            "selling-price",
            Unit::Money,
            "Price",
            "价格",
            "{cost} ÷ (1 − {on-price})",
        ),
        out(
            "on-price",
            Unit::Rate,
            "Margin on the price",
            "毛利率",
            "{markup} ÷ {selling-price}",
        ),
        out(
            "on-cost",
            Unit::Rate,
            "Markup on the cost",
            "成本加成率",
            "{on-price} ÷ (1 − {on-price})",
        ),
        out(
            "markup",
            Unit::Money,
            "Markup in money",
            "加价额",
            "{selling-price} − {buying-cost}",
        ),
        out(
            "buying-cost",
            Unit::Money,
            "Cost",
            "成本",
            "{price} × (1 − {on-price})",
        ),
    ],
    convention: Some(Text::new(
        "Margin is always a share of the price, markup always of the cost: the same money, two percentages.",
        "毛利率一律以价格为底，加成率一律以成本为底：同一笔钱，两个百分数。",
    )),
    page: include_str!("markup.md"),
    compute: markup,
};

const TOO_LITTLE: Fault = Fault::NoAnswer(Text::new(
    "give the cost and the price, or one of them beside a margin on the price or a markup on the cost; a margin or a markup alone is turned into the other",
    "请给出成本和价格；或者给出其中一个，再加毛利率或加成率；只给毛利率或加成率时，只换算成另一个",
));
const NO_MARGIN: Fault = Fault::NoAnswer(Text::new(
    "a margin of 100 % or more of the price leaves nothing for the cost; a markup on the cost may be that high",
    "毛利率达到 100% 或更高，就没有钱付成本了；以成本为底的加成率才可能这么高",
));

fn markup(given: &Given, results: &mut Results) {
    let (cost, price) = (given.maybe("cost"), given.maybe("price"));
    given.apart(&["margin", "markup-rate"], results);
    if let (Some(cost), Some(price)) = (cost, price) {
        given.apart(&["price", "margin", "markup-rate"], results);
        results.by("selling-price", "{price}");
        results.by("buying-cost", "{cost}");
        results.by("on-cost", "{markup} ÷ {buying-cost}");
        let markup = results.one("markup", price - cost);
        results.one("selling-price", price);
        results.one("buying-cost", cost);
        results.one("on-price", markup / price);
        results.one("on-cost", markup / cost);
        return;
    }
    let margin = match (given.maybe("margin"), given.maybe("markup-rate")) {
        (Some(margin), _) => {
            results.by("on-price", "{margin}");
            margin
        }
        (None, Some(rate)) => {
            results.by("on-price", "{markup-rate} ÷ (1 + {markup-rate})");
            results.by("on-cost", "{markup-rate}");
            rate / (Amount::ONE + rate)
        }
        (None, None) => return results.refuse(TOO_LITTLE),
    };
    let left = Amount::ONE - margin;
    if left
        .ok()
        .is_some_and(|it| it.is_zero() || it.is_sign_negative())
    {
        return results.refuse(NO_MARGIN);
    }
    results.one("on-price", margin);
    results.one(
        "on-cost",
        given.maybe("markup-rate").unwrap_or(margin / left),
    );
    let (cost, price) = match (cost, price) {
        (Some(cost), _) => {
            results.by("buying-cost", "{cost}");
            (cost, cost / left)
        }
        (None, Some(price)) => {
            results.by("selling-price", "{price}");
            (price * left, price)
        }
        (None, None) => return,
    };
    results.one("selling-price", price);
    results.one("buying-cost", cost);
    results.one("markup", price - cost);
}

/// What every hand on the way to the shelf keeps.
pub static MARKUP_CHAIN: Formula = Formula {
    name: "markup-chain",
    aliases: &[
        "chain-margins",
        "channel-margins",
        "price-structure",
        "加价链",
        "渠道毛利",
        "价格链",
    ],
    topic: Topic::Price,
    title: Text::new("Markup chain", "渠道加价链"),
    answers: Text::new(
        "What is left for the producer of the price on the shelf, and what does every dealer keep?",
        "货架上的价格，最后留给生产者的有多少？每一级经销商各留多少？",
    ),
    inputs: &[
        one(
            "retail",
            Unit::Money,
            "Shelf price before tax",
            "不含税零售价",
        )
        .also(&["retail-price", "price"])
        .in_range(Range::NotNegative)
        .optional(),
        many("margins", Unit::Rate, "Dealers' margins", "各级毛利率")
            .also(&["margin"])
            .in_range(Range::BelowOne)
            .optional(),
        many("prices", Unit::Money, "Prices of the chain", "各级价格")
            .in_range(Range::NotNegative)
            .optional(),
    ],
    outputs: &[
        out(
            "producer-price",
            Unit::Money,
            "Producer's price",
            "出厂价",
            "{retail} × Π(1 − {margins})",
        ),
        out(
            "chain",
            Unit::Money,
            "Prices from the shelf back",
            "从货架往回的价格",
            "chained({retail}, 1 − {margins})",
        ),
        out(
            "margins-kept",
            Unit::Rate,
            "Margins on the selling price",
            "各级留下的毛利率",
            "1 − shifted({chain}) ÷ {chain}",
        ),
        out(
            "markups",
            Unit::Rate,
            "Markups on the buying price",
            "各级成本加成率",
            "{chain} ÷ shifted({chain}) − 1",
        ),
        out(
            "kept",
            Unit::Money,
            "Each keeps",
            "各级留下",
            "{chain} − shifted({chain})",
        ),
    ],
    convention: Some(Text::new(
        "Without sales tax. Each margin is a share of the price at which that dealer sells, and dealers are named from the shelf back to the producer.",
        "不含销售税。每一级毛利率都以那一级自己的卖出价为底；顺序从货架往回数到生产者。",
    )),
    page: include_str!("markup_chain.md"),
    compute: markup_chain,
};

const NO_CHAIN: Fault = Fault::NoAnswer(Text::new(
    "give the shelf price and the margins (`--retail 60 --margins 40%,20%`), or two prices and more from the shelf back (`--prices 60,36,28.8`)",
    "请给出零售价和各级毛利率（`--retail 60 --margins 40%,20%`），或者从货架往回至少给两个价格（`--prices 60,36,28.8`）",
));

fn markup_chain(given: &Given, results: &mut Results) {
    given.apart(&["prices", "retail"], results);
    given.apart(&["prices", "margins"], results);
    let mut chain = given.many("prices");
    if let (Some(retail), true) = (given.maybe("retail"), given.has("margins")) {
        let mut price = retail;
        chain = vec![retail];
        for margin in given.many("margins") {
            price = price * (Amount::ONE - margin);
            chain.push(price);
        }
        results.one("producer-price", price);
    } else {
        results.by("chain", "{prices}");
    }
    let (Some((_, bought)), Some((_, sold))) = (chain.split_first(), chain.split_last()) else {
        return results.refuse(NO_CHAIN);
    };
    if bought.is_empty() {
        return results.refuse(NO_CHAIN);
    }
    let each = |of: fn(Amount, Amount) -> Amount| -> Vec<Amount> {
        sold.iter()
            .zip(bought)
            .map(|(&sold, &bought)| of(sold, bought))
            .collect()
    };
    results.many("chain", &chain);
    results.many("margins-kept", &each(|sold, bought| (sold - bought) / sold));
    results.many("markups", &each(|sold, bought| (sold - bought) / bought));
    results.many("kept", &each(|sold, bought| sold - bought));
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn margin_and_markup_turn_into_each_other() {
        check(
            &MARKUP,
            &[
                ("cost 4 price 5", "on-price", "0.2"),
                ("cost 4 price 5", "on-cost", "0.25"),
                ("cost 4 margin 0.2", "selling-price", "5"),
                ("price 5 margin 0.2", "buying-cost", "4"),
                ("markup-rate 0.5", "on-price", "0.333333"),
                ("margin 0.5", "on-cost", "1"),
                ("margin 0.5", "selling-price", "nothing"),
                (
                    "cost 4 margin 1",
                    "selling-price",
                    "leaves nothing for the cost",
                ),
                ("cost 4", "selling-price", "give the cost and the price"),
                ("cost 0 price 5", "on-cost", "this would divide by zero"),
                ("cost 6 price 5", "on-price", "-0.2"),
            ],
        );
    }

    #[test]
    fn a_chain_is_told_from_the_shelf_back() {
        check(
            &MARKUP_CHAIN,
            &[
                ("retail 100 margins 0.4;0.2", "chain", "100;60;48"),
                ("prices 100;60;48", "margins-kept", "0.4;0.2"),
                ("prices 100;60;48", "producer-price", "nothing"),
                (
                    "prices 100",
                    "chain",
                    "give the shelf price and the margins",
                ),
                (
                    "retail 100",
                    "chain",
                    "give the shelf price and the margins",
                ),
            ],
        );
    }
}
