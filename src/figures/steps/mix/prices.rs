//! What is left of a price, and how much must be sold to pay the fixed costs.

use super::super::is_free;
use super::{Sales, take_fixed_costs, take_net_price};
use crate::catalogue::Step;
use crate::catalogue::choices::{PlanKind, RevenueModel, Scenario};
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::break_even::BREAK_EVEN;
use crate::figures::formulas::contribution::CONTRIBUTION;
use crate::figures::formulas::of_plans::prices::{MIX_BREAK_EVEN, PRICE_REALISATION};
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
            let draft = Draft::new("net-price", label, Step::Mix, &PRICE_REALISATION)
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
            .need(
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
    let mut draft = Draft::new("break-even", label, Step::Mix, &MIX_BREAK_EVEN);
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
