//! Step 4: prices and contribution, the forecast and its scenarios, the budget, the objectives.

mod budget;
mod forecast;
mod objectives;
mod prices;
mod scenarios;

use rust_decimal::Decimal;

pub(super) use forecast::Sales;
pub use prices::is_carried;
pub use scenarios::{Case, Part, scenarios};

use crate::figures::Figure;
use crate::figures::figure::Draft;
use crate::plan::records::{Product, Totals};
use crate::plan::{Plan, Sp};
use crate::words::Text;

/// The figures of the forecast's lines, from which many others are added up.
pub(super) fn sales(plan: &Plan) -> Sales {
    forecast::sales(plan)
}

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, sales: Sales, figures: &mut Vec<Figure>) {
    prices::figures(plan, &sales, figures);
    forecast::figures(plan, sales, figures);
    budget::figures(plan, figures);
    objectives::figures(plan, figures);
}

/// The costs that sales must carry: the fixed costs, of which the budget is a part.
///
/// Where they are not written, or less than the budget, the budget is the least that they can be.
fn fixed_costs<'t>(totals: &'t Totals<'_>) -> (&'static str, Option<&'t Sp<Decimal>>) {
    match (&totals.fixed_costs, &totals.budget) {
        (Some(fixed), Some(budget)) if budget.value > fixed.value => ("budget", Some(budget)),
        (None, Some(budget)) => ("budget", Some(budget)),
        (fixed, _) => ("fixed_costs", fixed.as_ref()),
    }
}

/// Takes the fixed costs, and says where the budget stands for them.
fn take_fixed_costs(draft: Draft, totals: &Totals<'_>) -> Draft {
    let (key, fixed) = fixed_costs(totals);
    let draft = draft.take("fixed-costs", totals, key, fixed);
    if key == "budget" {
        return draft.note(Text::new(
            "The plan writes no fixed costs above its budget, so the budget stands for them: the least that they can be.",
            "计划没有写出高于预算的固定成本，这里以预算代替：这是最低的可能。",
        ));
    }
    draft
}

/// Takes what reaches the seller for one unit of a product; a list price stands in where no net
/// price is written, and that is said.
fn take_net_price(draft: Draft, name: &str, product: &Product<'_>) -> Draft {
    if product.net_price.is_none()
        && let Some(price) = &product.price
    {
        return draft
            .take(name, product, "price", Some(price))
            .note(LIST_PRICE);
    }
    draft.take(name, product, "net_price", product.net_price.as_ref())
}

const LIST_PRICE: Text = Text::new(
    "No net price is written, so the list price is taken: tax and what the trade keeps are still in it.",
    "没有写净价，这里用标价：其中还含着税和渠道留成。",
);
