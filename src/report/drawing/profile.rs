//! Scores of several sides on the same factors: one line for each factor.

use super::{Anchor, Canvas, WIDTH, class, width};
use crate::charts::chart::Profile;
use crate::charts::scale::Scale;

const STEPS: usize = 2001;
/// The scale begins and ends away from the edge, so that no mark is cut.
const EDGE: f64 = 14.0;
/// A label and its line.
const ROW: f64 = 42.0;

/// Draws a profile: the name of a factor above the line of its scores.
pub(super) fn draw(canvas: &mut Canvas<'_>, profile: &Profile) {
    let scale = Scale::new(&profile.scale, STEPS, canvas.chart.lang);
    let place = |step: usize| EDGE + step as f64 / (STEPS - 1) as f64 * (WIDTH - 2.0 * EDGE);
    for tick in scale.ticks(11) {
        let at = place(tick.at);
        canvas.text("tick", (at, 12.0), Anchor::Middle, 60.0, &tick.label);
    }
    let mut y = 20.0;
    let mut group = "";
    for factor in &profile.factors {
        if factor.group != group {
            group = &factor.group;
            canvas.text("group", (0.0, y + 14.0), Anchor::Start, WIDTH, group);
            y += 20.0;
        }
        let label = format!("{} {}", canvas.sign(factor.note), factor.name);
        canvas.text("label", (0.0, y + 12.0), Anchor::Start, WIDTH, &label);
        let line = y + 27.0;
        canvas.line("axis", (EDGE, line), (WIDTH - EDGE, line));
        for tick in scale.ticks(11) {
            let at = place(tick.at);
            canvas.line("grid", (at, line - 4.0), (at, line + 4.0));
        }
        let mut taken: Vec<f64> = Vec::new();
        for (side, score) in &factor.scores {
            let Some(side) = profile.sides.get(*side) else {
                continue;
            };
            let mut at = place(scale.cell(*score));
            // Who has the same score stands beside the other, inside the drawing.
            let step = if at > WIDTH / 2.0 { -20.0 } else { 20.0 };
            while taken.iter().any(|other| (other - at).abs() < 19.0) {
                at += step;
            }
            taken.push(at);
            canvas.circle(class(side.side), (at, line), 9.5);
            let sign = canvas.sign(side.note);
            canvas.text("sign", (at, line + 4.5), Anchor::Middle, width("字"), &sign);
        }
        y += ROW;
    }
    canvas.height = y + 4.0;
}
