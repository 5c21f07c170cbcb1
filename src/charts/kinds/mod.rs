//! The charts of a plan, one file each, in the order of the work.

mod budget;
mod opportunity;

use jiff::civil::Date;

use super::chart::{Chart, Missing};
use super::ground::Ground;
use crate::catalogue::Step;
use crate::plan::Plan;
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

/// Every kind of chart, in the order of the work.
pub const CHARTS: &[&Kind] = &[&opportunity::KIND, &budget::BY_LEVER, &budget::BY_MONTH];

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
