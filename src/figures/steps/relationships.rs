//! Step 5: what customers are worth.

use crate::catalogue::Step;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::lifetime_value::LIFETIME_VALUE;
use crate::plan::Plan;
use crate::words::Text;

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    let terms = &plan.value_capture;
    for group in &plan.groups {
        let label = Text::new("Lifetime value", "终身价值");
        figures.push(
            Draft::new(
                "lifetime-value",
                label,
                Step::Relationships,
                &LIFETIME_VALUE,
            )
            .of(group, group.name.as_ref())
            .take(
                "margin",
                group,
                "average_purchase",
                group.average_purchase.as_ref(),
            )
            .take("retention", group, "retention", group.retention.as_ref())
            .take(
                "discount",
                terms,
                "discount_rate",
                terms.discount_rate.as_ref(),
            )
            .done(),
        );
    }
}
