//! The figures of a plan, one file a step.
//!
//! A figure stands where the plan has begun its section: a row whose numbers are all still to come
//! lacks nothing, one that has some of them lacks the rest.

mod mix;
mod needs;
mod relationships;
mod targeting;
mod value;

use rust_decimal::Decimal;

pub use mix::{Case, Part, is_carried, scenarios};

use super::Figure;
use crate::plan::{Path, Plan, Sp, Str};

/// Every figure of a plan, step by step; one that lacks inputs says which.
pub fn figures(plan: &Plan) -> Vec<Figure> {
    let mut figures = Vec::new();
    needs::figures(plan, &mut figures);
    let sales = mix::sales(plan);
    targeting::figures(plan, &sales, &mut figures);
    value::figures(plan, &mut figures);
    mix::figures(plan, sales, &mut figures);
    relationships::figures(plan, &mut figures);
    let place = |figure: &Figure| ROLES.iter().position(|role| *role == figure.role());
    figures.sort_by_cached_key(|figure| (figure.step, place(figure)));
    figures
}

/// The roles of figures in the order in which a step is read: what it comes to first, and the lines
/// from which that is added up last.
pub const ROLES: &[&str] = &[
    "market-size",
    "market-value-each",
    "opportunity",
    "segment-score",
    "segment-potential",
    "implied-share",
    "perceived-value",
    "economic-value",
    "revenue",
    "revenue-against-goal",
    "profit",
    "break-even",
    "net-price",
    "contribution",
    "revenue-by-product",
    "revenue-by-segment",
    "revenue-by-channel",
    "revenue-concentration",
    "budget",
    "budget-spent",
    "budget-by-lever",
    "budget-by-objective",
    "budget-by-month",
    "objective",
    "milestone",
    "forecast",
    "budget-line",
    "customer-equity",
    "lifetime-value",
    "retention-gain",
    "acquisition",
    "relationship-group",
    "share-of-customer",
    "group-concentration",
    "group-equity",
    "group-profit",
    "customer-margin",
    "new-customers",
    "satisfaction",
    "account",
    "account-shares",
];

/// A reference or an id, where one is written.
fn id<'t>(text: Option<&'t Sp<Str<'_>>>) -> Option<&'t str> {
    let text = text?.value.trim();
    (!text.is_empty()).then_some(text)
}

/// Whether a reference names this id.
fn is(reference: Option<&Sp<Str<'_>>>, wanted: &str) -> bool {
    id(reference) == Some(wanted)
}

/// Whether a list of references names this id.
fn has(references: &[Sp<Str<'_>>], wanted: &str) -> bool {
    references.iter().any(|it| it.value.trim() == wanted)
}

/// A path one name deeper.
fn below(path: &str, name: &str) -> String {
    Path::parse(path).join(name).to_string()
}

/// Whether a price is zero: what is given away has no margin to speak of.
fn is_free(price: Option<&Sp<Decimal>>) -> bool {
    price.is_some_and(|price| price.value.is_zero())
}
