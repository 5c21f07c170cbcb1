//! Scores of several sides on the same factors: one line for each factor.

use super::Frame;
use super::map::role;
use crate::charts::chart::{Chart, Factor, Profile};
use crate::charts::picture::{Grid, Picture, Role, clip, width};
use crate::charts::scale::Scale;
use crate::words::Text;

/// The fewest columns of a scale that can be read.
const LEAST: usize = 11;
/// Narrower than this, a factor has a line of its own above its scale.
const NARROW: usize = 44;

/// Draws a profile.
pub(super) fn draw(profile: &Profile, chart: &Chart, frame: Frame) -> Picture {
    let narrow = frame.width < NARROW;
    let longest = profile.factors.iter().map(|it| width(&it.name)).max();
    let label = longest.unwrap_or_default().min(frame.width / 3);
    let left = if narrow { 2 } else { label + 3 };
    let Some(cols) = frame.width.checked_sub(left).filter(|it| *it >= LEAST) else {
        return frame.too_small(left + LEAST, 4);
    };
    let rows = rows(profile, narrow);
    if frame.height < 4 {
        return frame.too_small(left + LEAST, 4);
    }
    let all = rows.len() < frame.height;
    let shown = if all { rows.len() } else { frame.height - 2 };
    let mut grid = Grid::new(frame.width, shown + 1 + usize::from(!all));
    let scale = Scale::new(&profile.scale, cols, frame.lang);
    for tick in scale.ticks_in_line() {
        let start = (left + tick.at + 1).saturating_sub(width(&tick.label));
        grid.put(start, 0, &tick.label, Role::Axis);
    }
    for (nth, row) in rows.iter().take(shown).enumerate() {
        let y = nth + 1;
        match row {
            Row::Group(name) => {
                grid.put(0, y, &clip(name, frame.width), Role::Title);
            }
            Row::Name(factor) => {
                let cells = if narrow { frame.width - 2 } else { label };
                let sign = chart.notes.get(factor.note).map_or(' ', |it| it.mark);
                grid.mark(0, y, &sign.to_string(), Role::Mark, factor.note);
                grid.put(2, y, &clip(&factor.name, cells), Role::Label);
                if !narrow {
                    scores(&mut grid, profile, factor, (left, y, cols), scale, chart);
                }
            }
            Row::Scores(factor) => {
                scores(&mut grid, profile, factor, (left, y, cols), scale, chart);
            }
        }
    }
    if !all {
        let more = rows
            .iter()
            .skip(shown)
            .filter(|row| matches!(row, Row::Name(_)));
        let text = Text::new("… {0} more", "……另有 {0} 项");
        let more = text.fill(frame.lang, &[more.count().to_string()]);
        grid.put(2, shown + 1, &more, Role::Faint);
    }
    grid.done(frame.notes)
}

/// A line of the drawing.
#[derive(Debug)]
enum Row<'p> {
    Group(&'p str),
    Name(&'p Factor),
    Scores(&'p Factor),
}

fn rows(profile: &Profile, narrow: bool) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut group = "";
    for factor in &profile.factors {
        if factor.group != group {
            group = &factor.group;
            rows.push(Row::Group(group));
        }
        rows.push(Row::Name(factor));
        if narrow {
            rows.push(Row::Scores(factor));
        }
    }
    rows
}

/// The signs of all sides on one scale; who has the same score stands beside the other.
fn scores(
    grid: &mut Grid,
    profile: &Profile,
    factor: &Factor,
    (left, y, cols): (usize, usize, usize),
    scale: Scale,
    chart: &Chart,
) {
    grid.put(left, y, &"─".repeat(cols), Role::Axis);
    for tick in scale.ticks_in_line() {
        grid.put(left + tick.at, y, "┼", Role::Axis);
    }
    for (side, score) in &factor.scores {
        let Some(side) = profile.sides.get(*side) else {
            continue;
        };
        let sign = chart
            .notes
            .get(side.note)
            .map_or('?', |it| it.mark)
            .to_string();
        let at = scale.cell(*score);
        let places = [
            Some(at),
            Some(at + 1),
            at.checked_sub(1),
            Some(at + 2),
            at.checked_sub(2),
        ];
        let free = places
            .into_iter()
            .flatten()
            .find(|at| *at < cols && !grid.has_note(left + at, y));
        if let Some(at) = free {
            grid.mark(left + at, y, &sign, role(side.side), side.note);
        }
    }
}
