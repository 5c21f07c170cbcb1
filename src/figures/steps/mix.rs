//! Step 4: contribution, break-even, budget and forecast.

use crate::catalogue::Step;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::break_even::BREAK_EVEN;
use crate::plan::Plan;
use crate::words::Text;

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    let totals = &plan.totals;
    for product in &plan.products {
        let label = Text::new("Break-even", "盈亏平衡");
        figures.push(
            Draft::new("break-even", label, Step::Mix, &BREAK_EVEN)
                .of(product, product.name.as_ref())
                .take("price", product, "net_price", product.net_price.as_ref())
                .take(
                    "variable-cost",
                    product,
                    "unit_cost",
                    product.unit_cost.as_ref(),
                )
                .take(
                    "fixed-costs",
                    totals,
                    "fixed_costs",
                    totals.fixed_costs.as_ref(),
                )
                .per(Text::new("the whole plan", "整个计划期"))
                .done(),
        );
    }
}
