//! What is left of a price, and how much must be sold to pay the fixed costs.

use super::super::is_free;
use super::super::own::formula;
use super::{Sales, take_fixed_costs, take_net_price};
use crate::catalogue::Step;
use crate::catalogue::choices::{PlanKind, RevenueModel, Scenario};
use crate::figures::figure::{Draft, Figure};
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::formulas::break_even::BREAK_EVEN;
use crate::figures::formulas::contribution::CONTRIBUTION;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::{Amount, Fault};
use crate::plan::Plan;
use crate::words::Text;

/// Adds the figures of prices and break-even.
pub(super) fn figures(plan: &Plan, sales: &Sales, figures: &mut Vec<Figure>) {
    let several = plan.products.len() > 1;
    for product in plan
        .products
        .iter()
        .filter(|row| !is_free(row.price.as_ref()))
    {
        if product.price.is_some() && product.net_price.is_some() {
            let label = Text::new("Net price", "净价");
            let draft = Draft::new("net-price", label, Step::Mix, &NET_PRICE)
                .of(product, product.name.as_ref())
                .take("price", product, "price", product.price.as_ref())
                .take(
                    "net-price",
                    product,
                    "net_price",
                    product.net_price.as_ref(),
                );
            figures.push(draft.done());
        }
        let label = Text::new("Contribution", "单位贡献");
        let draft = Draft::new("contribution", label, Step::Mix, &CONTRIBUTION)
            .of(product, product.name.as_ref());
        let contribution = take_net_price(draft, "price", product)
            .take(
                "variable-cost",
                product,
                "unit_cost",
                product.unit_cost.as_ref(),
            )
            .per(Text::new("a unit", "每件"))
            .begun();
        // A plan that counts no costs has not come to break-even.
        let costs = plan.totals.fixed_costs.is_some() || plan.totals.budget.is_some();
        if let Some(contribution) = contribution {
            let asks = costs && contribution.results.is_ok();
            figures.push(contribution);
            if asks {
                let label = Text::new("Break-even of one product", "单个产品的盈亏平衡");
                let mut draft = Draft::new("break-even", label, Step::Mix, &BREAK_EVEN)
                    .of(product, product.name.as_ref());
                draft = take_net_price(draft, "price", product).take(
                    "variable-cost",
                    product,
                    "unit_cost",
                    product.unit_cost.as_ref(),
                );
                draft = take_fixed_costs(draft, &plan.totals);
                if several {
                    draft = draft.note(Text::new(
                        "As if this product alone had to pay all fixed costs; the break-even of the whole mix is the one to plan by.",
                        "假设全部固定成本只由这一个产品承担；做计划请看整个产品组合的盈亏平衡。",
                    ));
                }
                figures.push(draft.per(WHOLE_PLAN).done());
            }
        }
    }
    figures.extend(break_even(plan, sales));
}

/// The time that totals are about.
pub(super) const WHOLE_PLAN: Text = Text::new("the whole plan", "整个计划期");

/// The break-even of all products together, in the mix of the base forecast.
fn break_even(plan: &Plan, sales: &Sales) -> Option<Figure> {
    let totals = &plan.totals;
    let costs = totals.fixed_costs.is_some() || totals.budget.is_some();
    let lines: Vec<&Figure> = sales.of(plan, Scenario::Base);
    if lines.is_empty() || !costs || !sales.is_sold {
        return None;
    }
    let label = Text::new("Break-even of the plan's mix", "整个产品组合的盈亏平衡");
    let mut draft = Draft::new("break-even", label, Step::Mix, &MIX);
    for line in lines {
        draft = draft
            .from("revenues", line, "revenue")
            .from("contributions", line, "contribution");
    }
    draft = take_fixed_costs(draft, totals).per(WHOLE_PLAN);
    if is_carried(plan) {
        draft = draft.note(Text::new(
            "Others than buyers help to pay, so sales need not carry all of these costs.",
            "除了购买者还有别的资金来源，这些成本不必全由销售承担。",
        ));
    }
    Some(draft.done())
}

/// Whether others than buyers help to pay: the plan serves a cause, or lives on gifts, grants or
/// advertising too.
pub fn is_carried(plan: &Plan) -> bool {
    let kind = plan.frame.kind.as_ref();
    kind.is_some_and(|kind| kind.value != PlanKind::Business)
        || plan.revenue_streams.iter().any(|row| {
            row.model.as_ref().is_some_and(|model| {
                matches!(
                    model.value,
                    RevenueModel::Grant | RevenueModel::Donation | RevenueModel::Advertising
                )
            })
        })
}

static NET_PRICE: Formula = formula(
    "net-of-list",
    Topic::Price,
    Text::new("Net price", "净价"),
    Text::new(
        "How much of the list price reaches us?",
        "标价里有多少真正到我们手里？",
    ),
    &[
        one("price", Unit::Money, "List price", "标价"),
        one("net-price", Unit::Money, "Net price", "净价"),
    ],
    &[
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
    |given, results| {
        let (price, net) = (given.one("price"), given.one("net-price"));
        results.one("kept", net / price);
        results.one("passed-on", price - net);
    },
);

static MIX: Formula = Formula {
    convention: Some(Text::new(
        "The products are sold in the proportions of the base forecast; another mix has another break-even.",
        "各产品按基准预测的比例销售；组合变了，盈亏平衡点也变。",
    )),
    ..formula(
        "break-even-of-a-mix",
        Topic::Price,
        Text::new("Break-even of a mix", "产品组合的盈亏平衡"),
        Text::new(
            "What must all products together bring in before the fixed costs are paid?",
            "所有产品合起来要卖多少，才能收回固定成本？",
        ),
        &[
            many(
                "contributions",
                Unit::Money,
                "Contribution of the lines",
                "各行贡献毛益",
            ),
            many("revenues", Unit::Money, "Revenue of the lines", "各行收入"),
            one("fixed-costs", Unit::Money, "Fixed costs", "固定成本").in_range(Range::NotNegative),
        ],
        &[
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
        |given, results| {
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
    )
};

const NOTHING_LEFT: Fault = Fault::NoAnswer(Text::new(
    "the forecast leaves nothing after its unit costs, so more of the same never pays the fixed costs",
    "预测扣除单位成本后没有剩余，照这样卖多少都付不清固定成本",
));
