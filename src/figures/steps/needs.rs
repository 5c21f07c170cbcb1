//! Step 1: how large the market is, and which needs are worth answering.

use crate::catalogue::Step;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::of_plans::market::{CHAIN_OF_FACTORS, SPEND_PER_CUSTOMER};
use crate::figures::formulas::segment::OPPORTUNITY_SCORE;
use crate::plan::Plan;
use crate::words::Text;

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    figures.extend(sizing(plan));
    figures.extend(spend(plan));
    for row in &plan.customer_needs {
        let label = Text::new("Opportunity score", "机会得分");
        let draft = Draft::new("opportunity", label, Step::Needs, &OPPORTUNITY_SCORE)
            .of(row, row.need.as_ref())
            .take("importance", row, "importance", row.importance.as_ref())
            .take(
                "satisfaction",
                row,
                "satisfaction",
                row.satisfaction.as_ref(),
            );
        figures.extend(draft.begun());
    }
}

/// The size of the market by the factors of its chain.
fn sizing(plan: &Plan) -> Option<Figure> {
    let label = Text::new("Market size by its chain", "连比法市场规模");
    let mut draft = Draft::new("market-size", label, Step::Needs, &CHAIN_OF_FACTORS);
    for row in &plan.sizing {
        draft = draft.take("factors", row, "factor", row.factor.as_ref());
    }
    let size = plan.market.size.as_ref();
    draft
        .take("stated", &plan.market, "size", size)
        .begun_with("factors")
}

/// What one customer of the market spends.
fn spend(plan: &Plan) -> Option<Figure> {
    let market = &plan.market;
    let label = Text::new("Market value a customer", "人均市场价值");
    let figure = Draft::new("market-value-each", label, Step::Needs, &SPEND_PER_CUSTOMER)
        .take("value", market, "value", market.value.as_ref())
        .take("size", market, "size", market.size.as_ref())
        .per(Text::new("a year", "每年"));
    (market.value.is_some() && market.size.is_some()).then(|| figure.done())
}
