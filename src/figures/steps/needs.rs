//! Step 1: how large the market is, and which needs are worth answering.

use super::own::formula;
use crate::catalogue::Step;
use crate::figures::Amount;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::formulas::segment::OPPORTUNITY_SCORE;
use crate::figures::input::{Range, Unit, many, one};
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
    let label = Text::new("Market size by its chain", "链比法市场规模");
    let mut draft = Draft::new("market-size", label, Step::Needs, &CHAIN);
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
    let figure = Draft::new("market-value-each", label, Step::Needs, &VALUE_EACH)
        .take("value", market, "value", market.value.as_ref())
        .take("size", market, "size", market.size.as_ref())
        .per(Text::new("a year", "每年"));
    (market.value.is_some() && market.size.is_some()).then(|| figure.done())
}

static CHAIN: Formula = formula(
    "chain-of-factors",
    Topic::Market,
    Text::new("Chain ratio", "链比法"),
    Text::new(
        "How many are left of a large number after each condition?",
        "从一个大数出发，一层层条件筛下来还剩多少？",
    ),
    &[
        many("factors", Unit::Number, "Factors", "各环系数"),
        one("stated", Unit::Count, "Size as stated", "写明的规模").optional(),
    ],
    &[
        out(
            "size",
            Unit::Count,
            "Size of the market",
            "市场规模",
            "Π({factors})",
        ),
        out(
            "difference",
            Unit::Count,
            "Above the size as stated",
            "比写明的规模多",
            "{size} − {stated}",
        ),
    ],
    |given, results| {
        let size = results.one("size", Amount::product(given.many("factors")));
        if let Some(stated) = given.maybe("stated") {
            results.one("difference", size - stated);
        }
    },
);

static VALUE_EACH: Formula = formula(
    "market-value-each",
    Topic::Market,
    Text::new("Market value a customer", "人均市场价值"),
    Text::new(
        "What does one customer of this market spend in a year?",
        "这个市场的一位顾客一年花多少？",
    ),
    &[
        one("value", Unit::Money, "Value of the market", "市场总额"),
        one("size", Unit::Count, "Size of the market", "市场规模").in_range(Range::NotNegative),
    ],
    &[out(
        "each",
        Unit::Money,
        "Spent by one customer",
        "每位顾客的花费",
        "{value} ÷ {size}",
    )],
    |given, results| {
        results.one("each", given.one("value") / given.one("size"));
    },
);
