//! What a change of price asks of the volume, and what volume makes of a price.

use super::common::{CONTRIBUTION_RATIO, PRICE, VARIABLE_COST};
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Range, Unit, one, word};
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
        results.word("kind", kind(size.cmp(&rust_decimal::Decimal::ONE)));
    }
    results.one("revenue-change", p2 * q2 / (p1 * q1) - Amount::ONE);
}

/// What the size of an elasticity is called.
const fn kind(beside_one: std::cmp::Ordering) -> Text {
    match beside_one {
        std::cmp::Ordering::Greater => Text::new("elastic", "富有弹性"),
        std::cmp::Ordering::Equal => Text::new("unit elastic", "单位弹性"),
        std::cmp::Ordering::Less => Text::new("inelastic", "缺乏弹性"),
    }
}

/// What a new product takes from an old one.
pub static CANNIBALISATION: Formula = Formula {
    name: "cannibalisation",
    aliases: &[
        "cannibalization",
        "cannibalisation-rate",
        "cannibalization-rate",
        "自相竞食",
        "产品蚕食",
        "蚕食率",
    ],
    topic: Topic::Price,
    title: Text::new("Cannibalisation", "自相竞食"),
    answers: Text::new(
        "Is a new product worth it when part of its sales comes from our old one?",
        "新产品的一部分销量是从自家老产品抢来的，还值得推吗？",
    ),
    inputs: &[
        level(
            "old-units",
            Unit::Count,
            "Old product's units before",
            "老产品原销量",
            &["q1"],
        ),
        level(
            "new-units",
            Unit::Count,
            "New product's units",
            "新产品销量",
            &["q2"],
        ),
        one(
            "rate",
            Unit::Rate,
            "Taken from the old product",
            "来自老产品的比例",
        )
        .also(&["cannibalisation-rate", "cannibalization-rate"])
        .in_range(Range::Share),
        level(
            "old-price",
            Unit::Money,
            "Old product's price",
            "老产品价格",
            &["p1"],
        )
        .optional(),
        level(
            "new-price",
            Unit::Money,
            "New product's price",
            "新产品价格",
            &["p2"],
        )
        .optional(),
        one(
            "old-contribution",
            Unit::Money,
            "Old product's contribution",
            "老产品单位贡献",
        )
        .also(&["old-cm"])
        .optional(),
        one(
            "new-contribution",
            Unit::Money,
            "New product's contribution",
            "新产品单位贡献",
        )
        .also(&["new-cm"])
        .optional(),
        one(
            "fixed-costs",
            Unit::Money,
            "Added fixed costs",
            "新增固定成本",
        )
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "net-gain",
            Unit::Money,
            "Gain in contribution",
            "贡献净增",
            "{new-units} × {new-contribution} − {lost-units} × {old-contribution}",
        ),
        out(
            "lost-units",
            Unit::Count,
            "Units lost by the old product",
            "老产品失去的销量",
            "{rate} × {new-units}",
        ),
        out(
            "break-even-rate",
            Unit::Rate,
            "Rate at which nothing is gained",
            "净增为零的蚕食率",
            "{new-contribution} ÷ {old-contribution}",
        ),
        out(
            "contribution-before",
            Unit::Money,
            "Contribution before",
            "推出前的贡献",
            "{old-units} × {old-contribution}",
        ),
        out(
            "contribution-after",
            Unit::Money,
            "Contribution after",
            "推出后的贡献",
            "{contribution-before} + {net-gain}",
        ),
        out(
            "gain-after-fixed",
            Unit::Money,
            "Gain after added fixed costs",
            "扣除新增固定成本后的净增",
            "{net-gain} − {fixed-costs}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Revenue after",
            "推出后的收入",
            "({old-units} − {lost-units}) × {old-price} + {new-units} × {new-price}",
        ),
        out(
            "revenue-before",
            Unit::Money,
            "Revenue before",
            "推出前的收入",
            "{old-units} × {old-price}",
        ),
        out(
            "revenue-gain",
            Unit::Money,
            "Gain in revenue",
            "收入净增",
            "{revenue} − {revenue-before}",
        ),
    ],
    convention: Some(Text::new(
        "The rate is a share of the new product's sales, not of the old one's. Contribution decides; revenue may rise while the gain is negative.",
        "蚕食率以新产品的销量为底，不是以老产品的销量为底。看贡献，不看收入：收入增加时净增也可能为负。",
    )),
    page: include_str!("cannibalisation.md"),
    compute: cannibalisation,
};

const TAKES_MORE_THAN_THERE_IS: Fault = Fault::NoAnswer(Text::new(
    "the new product would take more units from the old one than the old one sells",
    "新产品从老产品抢走的销量，比老产品卖出的还多",
));

fn cannibalisation(given: &Given, results: &mut Results) {
    let (old, new) = (given.one("old-units"), given.one("new-units"));
    let lost = results.one("lost-units", given.one("rate") * new);
    if lost.ok() > old.ok() {
        return results.refuse(TAKES_MORE_THAN_THERE_IS);
    }
    let both = |one: &str, other: &str| Some((given.maybe(one)?, given.maybe(other)?));
    if let Some((was, is)) = both("old-contribution", "new-contribution") {
        let before = results.one("contribution-before", old * was);
        let gain = results.one("net-gain", new * is - lost * was);
        results.one("contribution-after", before + gain);
        results.one("break-even-rate", is / was);
        if let Some(fixed) = given.maybe("fixed-costs") {
            results.one("gain-after-fixed", gain - fixed);
        }
    }
    if let Some((was, is)) = both("old-price", "new-price") {
        let before = results.one("revenue-before", old * was);
        let after = results.one("revenue", (old - lost) * was + new * is);
        results.one("revenue-gain", after - before);
    }
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

    #[test]
    fn contribution_decides_whether_cannibalising_pays() {
        check(
            &CANNIBALISATION,
            &[
                (
                    "old-units 100 new-units 50 rate 0.6 old-cm 10 new-cm 5",
                    "net-gain",
                    "-50",
                ),
                (
                    "old-units 100 new-units 50 rate 0.6 p1 10 p2 8",
                    "revenue-gain",
                    "100",
                ),
                (
                    "old-units 10 new-units 50 rate 0.6",
                    "lost-units",
                    "more units from the old one",
                ),
                (
                    "old-units 100 new-units 50 rate 0.6 old-cm 10 new-cm 8 fixed-costs 40",
                    "gain-after-fixed",
                    "60",
                ),
                ("old-units 100 new-units 50 rate 0.6", "net-gain", "nothing"),
            ],
        );
    }
}
