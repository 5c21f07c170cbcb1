//! Step 5: what customers are worth, and how content they are.

mod accounts;
mod equity;
mod groups;

use crate::catalogue::Step;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Unit, one};
use crate::plan::Plan;
use crate::words::Text;

use super::own::formula;
use super::{id, is};

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    groups::figures(plan, figures);
    for row in &plan.satisfaction {
        let wanted = id(row.segment.as_ref());
        let segment = wanted.and_then(|id| plan.segments.iter().find(|it| is(it.id.as_ref(), id)));
        let label = Text::new("Satisfaction gap", "满意度差距");
        let name = segment.and_then(|segment| segment.name.as_ref());
        let draft = Draft::new("satisfaction", label, Step::Relationships, &GAP)
            .of(row, name)
            .take("performance", row, "performance", row.performance.as_ref())
            .take("expectation", row, "expectation", row.expectation.as_ref())
            .take("target", row, "target", row.target.as_ref());
        // A measure such as complaints has no expectation to be held against.
        if row.expectation.is_some() {
            figures.extend(draft.begun());
        }
    }
    accounts::figures(plan, figures);
}

static GAP: Formula = formula(
    "satisfaction-gap",
    Topic::Customers,
    Text::new("Satisfaction gap", "满意度差距"),
    Text::new(
        "Is what customers got more or less than what they expected?",
        "顾客得到的，比期望的多还是少？",
    ),
    &[
        one("performance", Unit::Number, "Performance", "实际感受"),
        one("expectation", Unit::Number, "Expectation", "期望"),
        one("target", Unit::Number, "Target", "目标值").optional(),
    ],
    &[
        out(
            "gap",
            Unit::Number,
            "Above the expectation",
            "超出期望",
            "{performance} − {expectation}",
        ),
        out(
            "to-target",
            Unit::Number,
            "Still to the target",
            "离目标还差",
            "{target} − {performance}",
        ),
    ],
    |given, results| {
        let performance = given.one("performance");
        results.one("gap", performance - given.one("expectation"));
        if let Some(target) = given.maybe("target") {
            results.one("to-target", target - performance);
        }
    },
);
