//! How far the objectives and their milestones have come.

use super::super::{id, is};
use crate::catalogue::Step;
use crate::catalogue::choices::ObjectiveKind;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::of_plans::control::GOAL_PROGRESS;
use crate::plan::Plan;
use crate::plan::records::Objective;
use crate::words::Text;

/// Adds the progress of everything that has an actual number.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    for row in plan.objectives.iter().filter(|row| row.actual.is_some()) {
        let label = Text::new("Objective against actual", "目标与实绩");
        let draft = Draft::new("objective", label, Step::Mix, &GOAL_PROGRESS)
            .of(row, row.statement.as_ref().or(row.metric.as_ref()))
            .take("actual", row, "actual", row.actual.as_ref())
            .take("target", row, "target", row.target.as_ref());
        figures.push(from_baseline(draft, row).done());
    }
    for row in plan.milestones.iter().filter(|row| row.actual.is_some()) {
        let wanted = id(row.objective.as_ref());
        let objective =
            wanted.and_then(|id| plan.objectives.iter().find(|it| is(it.id.as_ref(), id)));
        let label = Text::new("Milestone against actual", "阶段目标与实绩");
        let mut draft = Draft::new("milestone", label, Step::Mix, &GOAL_PROGRESS)
            .of(row, None)
            .take("actual", row, "actual", row.actual.as_ref())
            .take("target", row, "target", row.target.as_ref());
        if let Some(objective) = objective {
            draft = from_baseline(draft, objective);
        }
        figures.push(draft.done());
    }
}

/// Takes the baseline, but not that of money: sales of this year do not go on from those of the
/// last, they begin again at nothing.
fn from_baseline(draft: Draft, row: &Objective<'_>) -> Draft {
    let kind = row.kind.as_ref().map(|kind| kind.value);
    if kind == Some(ObjectiveKind::Financial) {
        return draft.note(Text::new(
            "Money is counted from nothing and not from the baseline, which is another year's.",
            "金额从零算起，不从起点值算起：起点值是另一年的数。",
        ));
    }
    draft.take("baseline", row, "baseline", row.baseline.as_ref())
}
