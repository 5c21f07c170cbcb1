//! Step 5: what customers are worth, and how content they are.

mod accounts;
mod equity;
mod groups;

use crate::catalogue::Step;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::of_plans::equity::DISCONFIRMATION;
use crate::plan::Plan;
use crate::words::Text;

use super::{id, is};

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    groups::figures(plan, figures);
    for row in &plan.satisfaction {
        let wanted = id(row.segment.as_ref());
        let segment = wanted.and_then(|id| plan.segments.iter().find(|it| is(it.id.as_ref(), id)));
        let label = Text::new("Satisfaction gap", "满意度差距");
        let name = segment.and_then(|segment| segment.name.as_ref());
        let draft = Draft::new("satisfaction", label, Step::Relationships, &DISCONFIRMATION)
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
