//! The scenarios of the forecast side by side.

use rust_decimal::Decimal;

use super::super::id;
use super::fixed_costs;
use super::forecast::{Sales, WAYS, name, sales, scenario};
use crate::catalogue::choices::{Choose, Scenario};
use crate::figures::{Amount, Figure};
use crate::plan::Plan;
use crate::plan::records::ForecastLine;

/// What a scenario comes to; what cannot be computed is nothing.
#[derive(Debug, Clone)]
pub struct Case {
    /// Which scenario.
    pub scenario: Scenario,
    /// What its lines bring.
    pub revenue: Option<Decimal>,
    /// What they leave after unit costs.
    pub contribution: Option<Decimal>,
    /// What is left after the fixed costs.
    pub profit: Option<Decimal>,
    /// Its revenue by product.
    pub by_product: Vec<Part>,
    /// Its revenue by segment.
    pub by_segment: Vec<Part>,
    /// The ids of lines that it takes from the base case.
    pub taken: Vec<String>,
}

/// A part of a scenario's revenue.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The id of the product or segment.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it brings.
    pub revenue: Option<Decimal>,
}

/// The scenarios that the forecast tells, from low to high.
///
/// A scenario that has no line of its own for a product, segment and channel takes the base line:
/// who writes only what differs means the rest to stay.
pub fn scenarios(plan: &Plan) -> Vec<Case> {
    let all = sales(plan);
    let told = |case: &&Scenario| plan.forecast.iter().any(|line| scenario(line) == **case);
    Scenario::VALUES
        .iter()
        .filter(told)
        .map(|case| of(plan, &all, *case))
        .collect()
}

fn of(plan: &Plan, all: &Sales, case: Scenario) -> Case {
    let lines: Vec<(&ForecastLine<'_>, &Figure)> = all.rows(plan, case);
    let sum = |output: &str| total(lines.iter().map(|(_, figure)| *figure), output);
    let contribution = sum("contribution");
    let fixed = fixed_costs(&plan.totals).1.map(|fixed| fixed.value);
    let [product, segment, _] = WAYS;
    let parts = |(_, list, _, part): super::forecast::Way| {
        let mut parts: Vec<(&str, Vec<&Figure>)> = Vec::new();
        for (line, figure) in &lines {
            let Some(own) = part(line) else { continue };
            match parts.iter_mut().find(|(id, _)| *id == own) {
                Some((_, figures)) => figures.push(figure),
                None => parts.push((own, vec![figure])),
            }
        }
        parts
            .into_iter()
            .map(|(own, figures)| Part {
                id: own.to_owned(),
                name: name(plan, list, own).to_owned(),
                revenue: total(figures.into_iter(), "revenue"),
            })
            .collect()
    };
    let taken = lines
        .iter()
        .filter(|(line, _)| scenario(line) != case)
        .map(|(line, figure)| {
            id(line.id.as_ref()).map_or_else(|| figure.key.clone(), ToOwned::to_owned)
        });
    Case {
        scenario: case,
        revenue: sum("revenue"),
        contribution,
        profit: contribution
            .zip(fixed)
            .and_then(|(contribution, fixed)| contribution.checked_sub(fixed)),
        by_product: parts(product),
        by_segment: parts(segment),
        taken: taken.collect(),
    }
}

/// The sum of an output; nothing where one of the figures has none.
fn total<'f>(figures: impl Iterator<Item = &'f Figure>, output: &str) -> Option<Decimal> {
    let numbers: Option<Vec<Amount>> = figures
        .map(|figure| figure.number(output).map(Amount::from))
        .collect();
    Amount::sum(numbers?).ok()
}
