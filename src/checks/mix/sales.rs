//! What the forecast expects to sell: its lines, their units and what a unit brings.

use rust_decimal::Decimal;

use crate::catalogue::choices::Scenario;
use crate::checks::Context;
use crate::checks::context::id;
use crate::figures;
use crate::plan::Plan;
use crate::plan::records::{ForecastLine, Product};
use crate::words::date::Period;

/// Whether the plan counts on a line: it is of the base case, or names no case.
fn is_base(line: &ForecastLine<'_>) -> bool {
    let scenario = line.scenario.as_ref();
    scenario.is_none_or(|it| it.value == Scenario::Base)
}

/// The lines that the plan counts on.
pub(super) fn base<'c, 'p>(
    plan: &'c Plan<'p>,
) -> impl Iterator<Item = &'c ForecastLine<'p>> + use<'c, 'p> {
    plan.forecast.iter().filter(|line| is_base(line))
}

/// Of these lines, those that sell a product.
pub(super) fn base_of<'c, 'p>(
    context: &Context<'c, 'p>,
    product: &str,
) -> impl Iterator<Item = &'c ForecastLine<'p>> {
    context.lines(product).filter(|line| is_base(line))
}

/// How many units a line sells.
pub(super) fn units(line: &ForecastLine<'_>) -> Option<Decimal> {
    let purchases = line.purchases.as_ref()?.value;
    line.customers.as_ref()?.checked_mul(purchases)
}

/// What a line brings.
pub(super) fn takings(line: &ForecastLine<'_>) -> Option<Decimal> {
    units(line)?.checked_mul(line.price.as_ref()?.value)
}

/// The product that a line sells.
pub(super) fn product<'c, 'p>(
    context: &Context<'c, 'p>,
    line: &ForecastLine<'_>,
) -> Option<&'c Product<'p>> {
    context.product(id(line.product.as_ref())?)
}

/// What reaches the seller for one unit: the price of the line, unless it is a list price of which
/// the product says that less arrives.
pub(super) fn unit_price(line: &ForecastLine<'_>, product: &Product<'_>) -> Option<Decimal> {
    let net = product.net_price.as_ref().map(|price| price.value);
    let Some(price) = &line.price else {
        return net;
    };
    let is_list = product
        .price
        .as_ref()
        .is_some_and(|list| list.value == price.value);
    Some(
        net.filter(|net| is_list && *net < price.value)
            .unwrap_or(price.value),
    )
}

/// The time that a line covers, if it says so.
pub(super) fn period(line: &ForecastLine<'_>) -> Option<Period> {
    Period::parse(&line.period.as_ref()?.value)
}

/// Whether others than buyers help to pay: the plan serves a cause, or lives on gifts, grants or
/// advertising too.
pub(super) fn is_carried(context: &Context) -> bool {
    figures::is_carried(context.plan)
}
