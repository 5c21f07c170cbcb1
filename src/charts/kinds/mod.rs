//! The charts of a plan, one file each, in the order of the work.

mod break_even;
mod budget;
mod calendar;
mod equity;
mod funnel;
mod groups;
mod lifetime;
mod opportunity;
mod positioning;
mod segments;
mod value_curve;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::chart::{Axis, Chart, Missing, Spot};
use super::ground::Ground;
use crate::catalogue::Step;
use crate::plan::Plan;
use crate::plan::records::Group;
use crate::words::{Lang, Text};

/// A kind of chart.
#[derive(Debug)]
pub struct Kind {
    /// The name that people type: `opportunity-map`.
    pub key: &'static str,
    /// The step to whose work it belongs.
    pub step: Step,
    /// Its heading.
    pub title: Text,
    /// The question that it answers.
    pub question: Text,
    /// Fills the chart: its body, its notes, its remarks.
    build: fn(&Ground<'_, '_>, &mut Chart),
}

/// The scale of judgements.
const FIVE: (Decimal, Decimal) = (Decimal::ONE, Decimal::from_parts(5, 0, 0, false, 0));
/// The scale of scores.
const TEN: (Decimal, Decimal) = (Decimal::ZERO, Decimal::TEN);

/// Why a plan whose groups pay nothing has no chart of their worth in money.
const PAYS_NOTHING: Text = Text::new(
    "The groups pay nothing, so their worth in money says nothing here; groups that pay would be drawn.",
    "这些群体不付钱，用金钱衡量他们的价值没有意义；有付钱的群体才会画出来。",
);

/// Whether a group pays nothing: its worth is no matter of money.
fn pays_nothing(group: &Group<'_>) -> bool {
    let paid = group.average_purchase.as_ref();
    paid.is_some_and(|paid| paid.is_zero())
}

/// Every kind of chart, in the order of the work.
pub const CHARTS: &[&Kind] = &[
    &opportunity::KIND,
    &segments::KIND,
    &funnel::KIND,
    &positioning::KIND,
    &value_curve::KIND,
    &calendar::KIND,
    &budget::BY_LEVER,
    &budget::BY_MONTH,
    &break_even::KIND,
    &groups::KIND,
    &lifetime::KIND,
    &equity::KIND,
];

impl Kind {
    /// The chart of a plan.
    pub fn chart(&self, ground: &Ground<'_, '_>) -> Chart {
        let mut chart = Chart {
            key: self.key,
            step: self.step,
            title: ground.word(self.title),
            question: ground.word(self.question),
            lang: ground.lang,
            body: Err(Missing {
                say: String::new(),
                paths: Vec::new(),
            }),
            notes: Vec::new(),
            remarks: Vec::new(),
            signs: Vec::new(),
        };
        (self.build)(ground, &mut chart);
        chart
    }
}

/// Every chart of a plan; `today` is marked in its calendar.
pub fn charts(plan: &Plan<'_>, today: Option<Date>, lang: Lang) -> Vec<Chart> {
    let ground = Ground::new(plan, today, lang);
    CHARTS.iter().map(|kind| kind.chart(&ground)).collect()
}

/// A line from the bottom of a map to its top.
fn upright(at: Decimal, y: &Axis) -> [Spot; 2] {
    [y.low, y.high].map(|y| Spot { x: at, y })
}

/// A line from the left edge of a map to its right one.
fn level(at: Decimal, x: &Axis) -> [Spot; 2] {
    [x.low, x.high].map(|x| Spot { x, y: at })
}
