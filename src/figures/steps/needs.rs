//! Step 1: how large the market is, and which needs are worth answering.

use super::own::formula;
use crate::catalogue::Step;
use crate::figures::Amount;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::plan::Plan;
use crate::words::Text;

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    figures.extend(sizing(plan));
    figures.extend(spend(plan));
    for row in &plan.customer_needs {
        let label = Text::new("Opportunity score", "机会得分");
        let draft = Draft::new("opportunity", label, Step::Needs, &OPPORTUNITY)
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

static OPPORTUNITY: Formula = Formula {
    convention: Some(Text::new(
        "On the plan's scale from 1 to 5 the score runs from 1 to 9; only shortfall counts, so a need met beyond its importance scores its importance.",
        "计划用1～5分，得分在1～9之间；只计不足，满足程度超过重要程度的需要就得它的重要程度分。",
    )),
    ..formula(
        "opportunity-score",
        Topic::Value,
        Text::new("Opportunity score", "机会得分"),
        Text::new(
            "Which need is important and badly met today?",
            "哪个需要既重要、如今又满足得差？",
        ),
        &[
            one("importance", Unit::Points, "Importance", "重要程度").in_range(Range::NotNegative),
            one(
                "satisfaction",
                Unit::Points,
                "Satisfaction today",
                "现有满足程度",
            )
            .in_range(Range::NotNegative),
        ],
        &[out(
            "score",
            Unit::Points,
            "Opportunity score",
            "机会得分",
            "{importance} + max({importance} − {satisfaction}, 0)",
        )],
        |given, results| {
            let (importance, satisfaction) = (given.one("importance"), given.one("satisfaction"));
            let gap = importance - satisfaction;
            let short = gap.ok().is_none_or(|gap| gap.is_sign_positive());
            let gap = if short { gap } else { Amount::ZERO };
            results.one("score", importance + gap);
        },
    )
};
