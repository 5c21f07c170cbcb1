//! What of a price reaches the seller, and prices that start from the cost.

use super::common::{FIXED_COSTS, UNITS, VARIABLE_COST};
use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// What reaches the seller of a list price.
pub static NET_PRICE: Formula = Formula {
    name: "net-price",
    aliases: &["price-received", "pocket-price", "净价", "实收价"],
    topic: Topic::Price,
    title: Text::new("Net price", "净价"),
    answers: Text::new(
        "How much of the price on the label reaches us?",
        "标签上的价格，真正到我们手里的有多少？",
    ),
    inputs: &[
        one("list-price", Unit::Money, "List price", "标价")
            .also(&["price", "list", "retail-price"])
            .in_range(Range::NotNegative),
        one("tax", Unit::Rate, "Sales tax", "销售税率")
            .also(&["vat", "tax-rate"])
            .in_range(Range::NotNegative)
            .or("0"),
        one("trade-margin", Unit::Rate, "Trade margin", "渠道毛利率")
            .also(&["channel-margin", "margin"])
            .in_range(Range::Share)
            .or("0"),
        one("discount", Unit::Rate, "Average discount", "平均折让")
            .in_range(Range::Share)
            .or("0"),
    ],
    outputs: &[
        out(
            "net-price",
            Unit::Money,
            "Net price",
            "净价",
            "{before-tax} × (1 − {trade-margin})",
        ),
        out(
            "paid",
            Unit::Money,
            "Price paid",
            "实际成交价",
            "{list-price} × (1 − {discount})",
        ),
        out(
            "before-tax",
            Unit::Money,
            "Price before tax",
            "不含税价",
            "{paid} ÷ (1 + {tax})",
        ),
        out(
            "tax-amount",
            Unit::Money,
            "Tax in it",
            "所含税额",
            "{paid} − {before-tax}",
        ),
        out(
            "trade-keeps",
            Unit::Money,
            "The trade keeps",
            "渠道留下",
            "{before-tax} − {net-price}",
        ),
    ],
    convention: Some(Text::new(
        "The list price includes the tax, and the tax rate is a share of the price before tax. The trade margin is a share of the price before tax, after the discount.",
        "标价含税，税率以不含税价为底；渠道毛利率以折让之后的不含税价为底。",
    )),
    page: include_str!("net_price.md"),
    compute: net_price,
};

fn net_price(given: &Given, results: &mut Results) {
    let paid = given.one("list-price") * (Amount::ONE - given.one("discount"));
    let before_tax = results.one("paid", paid) / (Amount::ONE + given.one("tax"));
    results.one("before-tax", before_tax);
    results.one("tax-amount", paid - before_tax);
    let net = results.one(
        "net-price",
        before_tax * (Amount::ONE - given.one("trade-margin")),
    );
    results.one("trade-keeps", before_tax - net);
}

/// Prices that start from the cost.
pub static COST_PLUS_PRICE: Formula = Formula {
    name: "cost-plus-price",
    aliases: &[
        "unit-cost-pricing",
        "markup-pricing",
        "target-return-price",
        "target-return-pricing",
        "cost-plus",
        "成本加成定价",
        "目标收益定价",
    ],
    topic: Topic::Price,
    title: Text::new(
        "Cost-plus and target-return price",
        "成本加成价与目标收益价",
    ),
    answers: Text::new(
        "What does one unit cost all told, and which price gives the return that is wanted?",
        "全部成本摊到每件是多少？要达到想要的收益，价格该是多少？",
    ),
    inputs: &[
        VARIABLE_COST,
        FIXED_COSTS,
        UNITS.in_range(Range::Positive),
        one(
            "return-on-sales",
            Unit::Rate,
            "Return on sales wanted",
            "期望销售利润率",
        )
        .also(&["ros", "markup"])
        .in_range(Range::BelowOne)
        .optional(),
        one(
            "return-on-investment",
            Unit::Rate,
            "Return on investment wanted",
            "期望投资收益率",
        )
        .also(&["roi"])
        .in_range(Range::NotNegative)
        .optional(),
        one("investment", Unit::Money, "Investment", "投资额")
            .in_range(Range::NotNegative)
            .optional(),
    ],
    outputs: &[
        out(
            "unit-cost",
            Unit::Money,
            "Full cost of a unit",
            "单位完全成本",
            "{variable-cost} + {fixed-costs} ÷ {units}",
        ),
        out(
            "markup-price",
            Unit::Money,
            "Cost-plus price",
            "成本加成价",
            "{unit-cost} ÷ (1 − {return-on-sales})",
        ),
        out(
            "target-return-price",
            Unit::Money,
            "Target-return price",
            "目标收益价",
            "{unit-cost} + {return-on-investment} × {investment} ÷ {units}",
        ),
    ],
    convention: Some(Text::new(
        "Both prices hold for this volume alone: fewer units carry more fixed cost each. Neither asks what customers would pay.",
        "两个价格都只在这个销量下成立：卖得少，每件摊的固定成本就多。它们都没有问顾客愿意付多少。",
    )),
    page: include_str!("cost_plus_price.md"),
    compute: cost_plus_price,
};

fn cost_plus_price(given: &Given, results: &mut Results) {
    let units = given.one("units");
    let cost = given.one("variable-cost") + given.one("fixed-costs") / units;
    results.one("unit-cost", cost);
    if let Some(rate) = given.maybe("return-on-sales") {
        results.one("markup-price", cost / (Amount::ONE - rate));
    }
    if let Some(rate) = given.maybe("return-on-investment") {
        results.one(
            "target-return-price",
            cost + rate * given.one("investment") / units,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn a_price_has_parts() {
        check(
            &NET_PRICE,
            &[
                ("list-price 120 vat 0.2", "net-price", "100"),
                (
                    "list-price 120 vat 0.2 trade-margin 0.3 discount 0.5",
                    "net-price",
                    "35",
                ),
                ("list-price 120", "net-price", "120"),
            ],
        );
        check(
            &COST_PLUS_PRICE,
            &[
                (
                    "variable-cost 5 fixed 100 units 20 ros 0.2",
                    "markup-price",
                    "12.5",
                ),
                (
                    "variable-cost 5 fixed 100 units 20 roi 0.1",
                    "target-return-price",
                    "Investment is not given",
                ),
                (
                    "variable-cost 5 fixed 100 units 20 ros 1",
                    "markup-price",
                    "from 0 % to below 100 %",
                ),
            ],
        );
    }
}
