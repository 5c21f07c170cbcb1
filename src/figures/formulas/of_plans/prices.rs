//! What a plan's prices and its forecast leave.

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::words::Text;

/// How much of a list price arrives.
pub static PRICE_REALISATION: Formula = Formula {
    name: "price-realisation",
    aliases: &["price-realization", "net-of-list", "价格实现率"],
    topic: Topic::Price,
    title: Text::new("Price realisation", "价格实现率"),
    answers: Text::new(
        "How much of the list price reaches us?",
        "标价里有多少真正到我们手里？",
    ),
    inputs: &[
        one("price", Unit::Money, "List price", "标价"),
        one("net-price", Unit::Money, "Net price", "净价"),
    ],
    outputs: &[
        out(
            "kept",
            Unit::Rate,
            "Part of the list price that reaches us",
            "标价中到手的比例",
            "{net-price} ÷ {price}",
        ),
        out(
            "passed-on",
            Unit::Money,
            "Tax, trade and discounts",
            "税、渠道与折扣",
            "{price} − {net-price}",
        ),
    ],
    convention: Some(Text::new(
        "Both prices are for one unit of the same product.",
        "两个价格都按同一产品的一件算。",
    )),
    page: include_str!("price_realisation.md"),
    compute: |given, results| {
        let (price, net) = (given.one("price"), given.one("net-price"));
        results.one("kept", net / price);
        results.one("passed-on", price - net);
    },
};

/// The break-even of all products together, in the mix of the forecast.
pub static MIX_BREAK_EVEN: Formula = Formula {
    name: "sales-mix-break-even",
    aliases: &[
        "multi-product-break-even",
        "break-even-of-a-mix",
        "产品组合盈亏平衡",
    ],
    topic: Topic::Price,
    title: Text::new("Break-even of a sales mix", "产品组合的盈亏平衡"),
    answers: Text::new(
        "What must all products together bring in before the fixed costs are paid?",
        "所有产品合起来要卖多少，才能收回固定成本？",
    ),
    inputs: &[
        many(
            "contributions",
            Unit::Money,
            "Contribution of the lines",
            "各行贡献毛益",
        ),
        many("revenues", Unit::Money, "Revenue of the lines", "各行收入"),
        one("fixed-costs", Unit::Money, "Fixed costs", "固定成本").in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "revenue",
            Unit::Money,
            "Break-even revenue",
            "盈亏平衡收入",
            "{fixed-costs} ÷ {ratio}",
        ),
        out(
            "ratio",
            Unit::Rate,
            "Contribution margin of the mix",
            "组合的贡献毛益率",
            "Σ({contributions}) ÷ Σ({revenues})",
        ),
        out(
            "part-of-forecast",
            Unit::Rate,
            "Part of the forecast that pays the fixed costs",
            "付清固定成本所需的预测比例",
            "{fixed-costs} ÷ Σ({contributions})",
        ),
        out(
            "safety",
            Unit::Rate,
            "Margin of safety",
            "安全边际率",
            "1 − {part-of-forecast}",
        ),
    ],
    convention: Some(Text::new(
        "The products are sold in the proportions of the base forecast; another mix has another break-even.",
        "各产品按基准预测的比例销售；组合变了，盈亏平衡点也变。",
    )),
    page: include_str!("sales_mix_break_even.md"),
    compute: |given, results| {
        let contributions = Amount::sum(given.many("contributions"));
        let revenues = Amount::sum(given.many("revenues"));
        let fixed = given.one("fixed-costs");
        let leaves = contributions
            .ok()
            .is_none_or(|it| it.is_sign_positive() && !it.is_zero());
        let contributions = contributions.only_if(leaves, NOTHING_LEFT);
        let ratio = results.one("ratio", contributions / revenues);
        results.one("revenue", fixed / ratio);
        let part = results.one("part-of-forecast", fixed / contributions);
        results.one("safety", Amount::ONE - part);
    },
};

/// What a forecast leaves after the fixed costs.
pub static PROFIT_AFTER_FIXED_COSTS: Formula = Formula {
    name: "profit-after-fixed-costs",
    aliases: &["forecast-profit", "预测利润"],
    topic: Topic::Price,
    title: Text::new("Profit after fixed costs", "扣除固定成本后的利润"),
    answers: Text::new(
        "What is left once sales have paid the fixed costs?",
        "销售付清固定成本之后，还剩多少？",
    ),
    inputs: &[
        many(
            "contributions",
            Unit::Money,
            "Contribution of the lines",
            "各行贡献毛益",
        ),
        one("fixed-costs", Unit::Money, "Fixed costs", "固定成本"),
    ],
    outputs: &[
        out(
            "profit",
            Unit::Money,
            "Profit",
            "利润",
            "{contribution} − {fixed-costs}",
        ),
        out(
            "contribution",
            Unit::Money,
            "Contribution",
            "贡献毛益",
            "Σ({contributions})",
        ),
        out(
            "covered",
            Unit::Rate,
            "Part of the fixed costs that is paid",
            "固定成本已付清的比例",
            "{contribution} ÷ {fixed-costs}",
        ),
    ],
    convention: Some(Text::new(
        "Contributions and fixed costs belong to the same time; before tax on profits.",
        "贡献毛益与固定成本属于同一段时间；未扣所得税。",
    )),
    page: include_str!("profit_after_fixed_costs.md"),
    compute: |given, results| {
        let contribution = results.one("contribution", Amount::sum(given.many("contributions")));
        let fixed = given.one("fixed-costs");
        results.one("profit", contribution - fixed);
        results.one("covered", contribution / fixed);
    },
};

const NOTHING_LEFT: Fault = Fault::NoAnswer(Text::new(
    "the forecast leaves nothing after its unit costs, so more of the same never pays the fixed costs",
    "预测扣除单位成本后没有剩余，照这样卖多少都付不清固定成本",
));
