//! Step 3: what the offer is worth to customers, against each thing that they could choose instead.

use rust_decimal::Decimal;

use super::{below, has, id, is, is_free};
use crate::catalogue::Step;
use crate::catalogue::choices::{ProductRole, Scenario};
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::of_plans::value::{RELATIVE_VALUE, VALUE_OF_A_YEAR};
use crate::plan::records::{Alternative, Factor, ForecastLine, Product, Proposition};
use crate::plan::{Plan, Record};
use crate::words::Text;
use crate::words::date::Period;

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    let mut segments: Vec<&str> = Vec::new();
    for factor in &plan.factors {
        let segment = id(factor.segment.as_ref()).unwrap_or_default();
        if !segments.contains(&segment) {
            segments.push(segment);
        }
    }
    for segment in segments {
        let of = |row: &&Factor<'_>| id(row.segment.as_ref()).unwrap_or_default() == segment;
        let rows: Vec<&Factor<'_>> = plan.factors.iter().filter(of).collect();
        let mut rivals: Vec<&str> = Vec::new();
        for (rival, _) in rows.iter().flat_map(|row| &row.rivals) {
            if !rivals.contains(&rival.value.as_ref()) {
                rivals.push(&rival.value);
            }
        }
        for rival in rivals {
            figures.push(perceived(plan, segment, rival, &rows));
        }
    }
    for row in &plan.propositions {
        figures.extend(economic(plan, row));
    }
}

/// What customers of a segment see in us and in a rival, by what they weigh.
fn perceived(plan: &Plan, segment: &str, rival: &str, rows: &[&Factor<'_>]) -> Figure {
    let label = Text::new("Perceived value against", "顾客感知价值对比");
    let mut draft = Draft::new("perceived-value", label, Step::Value, &RELATIVE_VALUE);
    if let Some(row) = plan
        .segments
        .iter()
        .find(|row| is(row.id.as_ref(), segment))
    {
        draft = draft.of(row, row.name.as_ref());
    }
    let other = plan
        .alternatives
        .iter()
        .find(|row| is(row.id.as_ref(), rival));
    draft = match other {
        Some(row) => draft.of(row, row.name.as_ref()),
        None => draft.about(rival, rival, below("needs.alternatives", rival)),
    };
    for row in rows {
        draft = draft
            .take("weights", *row, "weight", row.weight.as_ref())
            .take("ours", *row, "us", row.us.as_ref());
        let path = below(&row.path("rivals"), rival);
        let score = row.rivals.iter().find(|(name, _)| name.value == rival);
        draft = match score {
            Some((_, score)) => draft.number("theirs", *score, path),
            None => draft.lacks(path),
        };
    }
    draft.done()
}

/// What a year with the offer is worth to one customer, against what it costs.
fn economic(plan: &Plan, proposition: &Proposition<'_>) -> Option<Figure> {
    let own = id(proposition.id.as_ref())?;
    let benefits: Vec<_> = plan
        .benefits
        .iter()
        .filter(|row| is(row.proposition.as_ref(), own))
        .collect();
    if !benefits.iter().any(|row| row.worth.is_some()) {
        return None;
    }
    let product = lead(plan, id(proposition.segment.as_ref())?)?;
    let (segment, name) = (id(proposition.segment.as_ref())?, id(product.id.as_ref())?);
    let label = Text::new("Economic value to the customer", "对顾客的经济价值");
    let mut draft = Draft::new("economic-value", label, Step::Value, &VALUE_OF_A_YEAR)
        .of(proposition, None)
        .of(product, product.name.as_ref());
    draft = match reference(plan, proposition) {
        Some(row) => draft.take("reference-price", row, "price", row.price.as_ref()),
        None => draft.lacks(proposition.path("against")),
    };
    for row in benefits {
        draft = draft.take("worths", row, "worth", row.worth.as_ref());
    }
    let line = plan.forecast.iter().find(|line| {
        let base = line
            .scenario
            .as_ref()
            .is_none_or(|it| it.value == Scenario::Base);
        base && is(line.product.as_ref(), name) && is(line.segment.as_ref(), segment)
    });
    draft = match line.and_then(|line| Some((line, times(line)?))) {
        Some((line, times)) => draft.number("purchases", times, line.path("purchases")),
        None => draft.assume(
            "purchases",
            Decimal::ONE,
            Text::new("no forecast says how often", "预测没有写购买次数"),
        ),
    };
    Some(
        draft
            .take("price", product, "price", product.price.as_ref())
            .note(Text::new(
                "The reference is the dearest alternative named in `against`; one of it is taken to do what one of yours does. Costs to the customer other than money are not counted.",
                "参照价取“针对”里最贵的一个替代选择，并视为一件顶一件。金钱以外的顾客成本未计入。",
            ))
            .per(Text::new("a year", "每年"))
            .done(),
    )
}

/// How often a customer of a line buys in a year.
fn times(line: &ForecastLine<'_>) -> Option<Decimal> {
    let purchases = line.purchases.as_ref()?.value;
    let months = line
        .period
        .as_ref()
        .and_then(|period| Period::parse(&period.value))
        .map_or(12, Period::months);
    purchases
        .checked_mul(Decimal::from(12))?
        .checked_div(Decimal::from(months))
}

/// The product that a proposition is about: the segment's lead product, or its first.
fn lead<'c, 'p>(plan: &'c Plan<'p>, segment: &str) -> Option<&'c Product<'p>> {
    let sold = |row: &&Product<'_>| has(&row.segments, segment) && !is_free(row.price.as_ref());
    let leads = |row: &&Product<'_>| {
        let role = row.role.as_ref();
        role.is_some_and(|role| role.value == ProductRole::Lead)
    };
    let mut own = plan.products.iter().filter(sold);
    own.clone().find(leads).or_else(|| own.next())
}

/// The dearest alternative that a proposition names.
fn reference<'c, 'p>(
    plan: &'c Plan<'p>,
    proposition: &Proposition<'_>,
) -> Option<&'c Alternative<'p>> {
    let named = |row: &&Alternative<'_>| {
        id(row.id.as_ref()).is_some_and(|id| has(&proposition.against, id))
    };
    let priced = |row: &&Alternative<'_>| row.price.as_ref().map(|price| price.value);
    plan.alternatives.iter().filter(named).max_by_key(priced)
}
