//! Step 2: how much each segment could spend, what share of it the goal takes for granted, and how
//! attractive it is to us.

use super::mix::{Sales, is_base};
use super::{id, is};
use crate::catalogue::Step;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::of_plans::market::IMPLIED_SHARE;
use crate::figures::formulas::segment::{SEGMENT_ATTRACTIVENESS, SEGMENT_POTENTIAL};
use crate::plan::Plan;
use crate::plan::records::Segment;
use crate::words::Text;

/// Adds the figures of this step.
pub(super) fn figures(plan: &Plan, sales: &Sales, figures: &mut Vec<Figure>) {
    for row in &plan.segments {
        let label = Text::new("Segment potential", "细分潜量");
        let potential = Draft::new(
            "segment-potential",
            label,
            Step::Targeting,
            &SEGMENT_POTENTIAL,
        )
        .of(row, row.name.as_ref())
        .take("size", row, "size", row.size.as_ref())
        .take("spend", row, "annual_spend", row.annual_spend.as_ref())
        .take("growth", row, "growth", row.growth.as_ref())
        .per(Text::new("a year", "每年"))
        .begun();
        let share = potential
            .as_ref()
            .and_then(|it| share(plan, row, it, sales));
        figures.extend(potential);
        figures.extend(share);
        let label = Text::new("Attractiveness × fit", "吸引力×匹配度");
        let score = Draft::new(
            "segment-score",
            label,
            Step::Targeting,
            &SEGMENT_ATTRACTIVENESS,
        )
        .of(row, row.name.as_ref())
        .take(
            "attractiveness",
            row,
            "attractiveness",
            row.attractiveness.as_ref(),
        )
        .take("fit", row, "fit", row.fit.as_ref());
        figures.extend(score.begun());
    }
}

/// The share of the segment's potential that the base forecast takes for granted.
fn share(plan: &Plan, row: &Segment<'_>, potential: &Figure, sales: &Sales) -> Option<Figure> {
    let own = id(row.id.as_ref())?;
    let mut lines = plan.forecast.iter().zip(&sales.lines);
    // Revenue of a quarter is no share of what a year could bring.
    if !sales.is_a_year {
        return None;
    }
    let label = Text::new("Share that the forecast implies", "预测隐含的份额");
    let mut draft = Draft::new("implied-share", label, Step::Targeting, &IMPLIED_SHARE)
        .of(row, row.name.as_ref())
        .from("potential", potential, "potential");
    let mut counted = false;
    for (line, figure) in lines.by_ref() {
        if is_base(line) && is(line.segment.as_ref(), own) {
            let free = figure.number("revenue").is_some_and(|it| it.is_zero());
            draft = draft.from("revenue", figure, "revenue");
            counted |= !free;
        }
    }
    counted.then(|| {
        draft
            .note(Text::new(
                "Revenue is what reaches you, potential is what customers pay: with dealers or tax between them the true share is higher.",
                "收入是你实收的钱，潜量是顾客付出的钱：中间有渠道或税时，真实份额还要更高。",
            ))
            .per(Text::new("a year", "每年"))
            .done()
    })
}
