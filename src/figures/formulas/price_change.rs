//! What a change of price asks of the volume.

use super::common::{CONTRIBUTION_RATIO, PRICE, VARIABLE_COST};
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// How much more, or less, must be sold after a change of price.
pub static PRICE_CHANGE: Formula = Formula {
    name: "price-change",
    aliases: &[
        "besc",
        "break-even-sales-change",
        "price-cut",
        "discount",
        "price-rise",
        "降价",
        "提价",
        "打折",
        "价格变动",
    ],
    topic: Topic::Price,
    title: Text::new(
        "What a price change asks of sales",
        "价格变动要求的销量变化",
    ),
    answers: Text::new(
        "How much more must we sell after a price cut, or how much may we lose after a rise, to earn the same?",
        "降价之后要多卖多少，或者提价之后能少卖多少，赚的才一样？",
    ),
    inputs: &[
        one("change", Unit::Rate, "Price change", "价格变动率")
            .also(&["dp", "price-change"])
            .optional(),
        one("discount", Unit::Rate, "Discount", "折让率")
            .also(&["cut"])
            .in_range(Range::BelowOne)
            .optional(),
        one("amount", Unit::Money, "Price change in money", "价格变动额")
            .also(&["delta"])
            .optional(),
        PRICE
            .also(&["p", "old-price"])
            .in_range(Range::Positive)
            .optional(),
        VARIABLE_COST.optional(),
        CONTRIBUTION_RATIO.optional(),
        one("sales", Unit::Money, "Sales before", "变动前的销售额")
            .also(&["old-sales"])
            .in_range(Range::NotNegative)
            .optional(),
    ],
    outputs: &[
        out(
            "volume-change",
            Unit::Rate,
            "Volume change that keeps the profit",
            "保住利润所需的销量变化",
            "−{relative-change} ÷ ({old-ratio} + {relative-change})",
        ),
        out(
            "relative-change",
            Unit::Rate,
            "Price change",
            "价格变动率",
            "{amount} ÷ {price}",
        ),
        out(
            "old-ratio",
            Unit::Rate,
            "Contribution ratio before",
            "变动前的贡献毛益率",
            "({price} − {variable-cost}) ÷ {price}",
        ),
        out(
            "new-ratio",
            Unit::Rate,
            "Contribution ratio after",
            "变动后的贡献毛益率",
            "({old-ratio} + {relative-change}) ÷ (1 + {relative-change})",
        ),
        out(
            "volume-change-for-revenue",
            Unit::Rate,
            "Volume change that keeps the revenue",
            "保住收入所需的销量变化",
            "1 ÷ (1 + {relative-change}) − 1",
        ),
        out(
            "new-price",
            Unit::Money,
            "New price",
            "新价格",
            "{price} × (1 + {relative-change})",
        ),
        out(
            "old-contribution",
            Unit::Money,
            "Contribution before",
            "变动前的贡献",
            "{sales} × {old-ratio}",
        ),
        out(
            "sales-needed",
            Unit::Money,
            "Sales that keep the contribution",
            "保住贡献所需的销售额",
            "{old-contribution} ÷ {new-ratio}",
        ),
    ],
    convention: Some(Text::new(
        "Changes are shares of the old price: a cut is negative as a change, positive as a discount. Fixed costs and the cost of a unit stay as they are.",
        "变动按原价的比例算：用变动率表示时降价为负，用折让率表示时为正。固定成本和单位变动成本不变。",
    )),
    page: include_str!("price_change.md"),
    compute: price_change,
};

const NO_CHANGE: Fault = Fault::NoAnswer(Text::new(
    "say how the price changes: `--change -10%`, `--discount 10%`, or `--amount -0.5` beside the price",
    "请写明价格怎样变：`--change -10%`，或 `--discount 10%`，或在价格之外写 `--amount -0.5`",
));
const NOTHING_LEFT: Fault = Fault::NoAnswer(Text::new(
    "at the new price each unit leaves nothing, so no volume earns the same; the cut must stay below the contribution ratio",
    "按新价格每件都没有剩余，卖多少也赚不回来；降价幅度必须小于贡献毛益率",
));
const NO_PRICE_LEFT: Fault = Fault::NoAnswer(Text::new(
    "a cut of 100 % or more leaves no price",
    "降价 100% 或更多，就没有价格了",
));

fn price_change(given: &Given, results: &mut Results) {
    given.apart(&["change", "discount", "amount"], results);
    given.apart(&["contribution-ratio", "variable-cost"], results);
    let price = given.maybe("price");
    let [change, discount, amount] = ["change", "discount", "amount"].map(|it| given.maybe(it));
    let change = match (change, discount, amount, price) {
        (Some(change), ..) => {
            results.by("relative-change", "{change}");
            change
        }
        (None, Some(discount), ..) => {
            results.by("relative-change", "−{discount}");
            -discount
        }
        (None, None, Some(amount), Some(price)) => amount / price,
        _ => return results.refuse(NO_CHANGE),
    };
    let left = Amount::ONE + results.one("relative-change", change);
    if !is_positive(left) {
        return results.refuse(NO_PRICE_LEFT);
    }
    results.one(
        "volume-change-for-revenue",
        Amount::ONE / left - Amount::ONE,
    );
    if let Some(price) = price {
        results.one("new-price", price * left);
    }
    let ratio = match (
        given.maybe("contribution-ratio"),
        price,
        given.maybe("variable-cost"),
    ) {
        (Some(ratio), ..) => {
            results.by("old-ratio", "{contribution-ratio}");
            ratio
        }
        (None, Some(price), Some(cost)) => (price - cost) / price,
        _ => return,
    };
    results.one("old-ratio", ratio);
    let after = ratio + change;
    let new_ratio = results.one("new-ratio", after / left);
    results.one(
        "volume-change",
        -change / after.only_if(is_positive(after), NOTHING_LEFT),
    );
    if let Some(sales) = given.maybe("sales") {
        let contribution = results.one("old-contribution", sales * ratio);
        let divisor = new_ratio.only_if(is_positive(new_ratio), NOTHING_LEFT);
        results.one("sales-needed", contribution / divisor);
    }
}

fn is_positive(amount: Amount) -> bool {
    amount
        .ok()
        .is_none_or(|it| it.is_sign_positive() && !it.is_zero())
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn a_cut_and_a_discount_say_the_same() {
        check(
            &PRICE_CHANGE,
            &[
                ("change -0.2 cm 0.6", "volume-change", "0.5"),
                ("discount 0.2 cm 0.6", "volume-change", "0.5"),
                ("price 10 variable-cost 4 amount -2", "volume-change", "0.5"),
                (
                    "price 10 variable-cost 4 discount 0.2 sales 3000",
                    "sales-needed",
                    "3600",
                ),
                ("discount 0.2", "volume-change-for-revenue", "0.25"),
                ("discount 0.2", "volume-change", "nothing"),
                ("discount 0.2 change 0.2", "volume-change", "not both"),
                ("change 0.1 cm 0.4", "volume-change", "-0.2"),
                (
                    "change -0.5 cm 0.4",
                    "volume-change",
                    "each unit leaves nothing",
                ),
                (
                    "change -0.5 cm 0.4 sales 100",
                    "sales-needed",
                    "each unit leaves nothing",
                ),
                ("change -1 cm 0.4", "volume-change", "leaves no price"),
                (
                    "price 10 variable-cost 4",
                    "volume-change",
                    "say how the price changes",
                ),
            ],
        );
    }
}
