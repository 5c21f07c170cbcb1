//! Bars beside their labels.

use rust_decimal::Decimal;

use super::Frame;
use crate::charts::chart::{Bar, Bars, Chart, Form};
use crate::charts::picture::{Grid, Picture, Role, clip, width};
use crate::charts::scale::{cells, float};
use crate::words::Text;

/// The fillings of a stack or of bars beside each other, told apart without colour.
const FILLS: [&str; 4] = ["█", "▒", "▓", "░"];
/// What a bar below zero is made of.
const BELOW: &str = "▒";
/// Parts of a cell, from one eighth to seven.
const PARTS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// Narrower than this, a label has a line of its own above its bars.
const NARROW: usize = 36;
/// The fewest cells of a bar that says something.
const LEAST: usize = 4;

/// Draws bars.
pub(super) fn draw(bars: &Bars, chart: &Chart, frame: Frame) -> Picture {
    let narrow = frame.width < NARROW;
    let shown = bars.rows.iter().flat_map(|row| &row.shown);
    let value = shown.map(|it| width(it)).max().unwrap_or_default();
    let marks = if bars.rows.iter().any(|row| row.note.is_some()) {
        2
    } else {
        0
    };
    let longest = bars.rows.iter().map(|row| width(&row.label)).max();
    let label = longest.unwrap_or_default().min(frame.width / 3);
    let label = if narrow { 0 } else { label + 1 };
    let left = marks + label;
    let room = frame.width.saturating_sub(left + value + 1);
    if room < LEAST {
        return frame.too_small(left + value + 1 + LEAST, 3);
    }
    let legend = legend(bars, frame);
    let each = lines_of(bars) + usize::from(narrow);
    let fits = frame.height.saturating_sub(legend.len()) / each.max(1);
    let all = bars.rows.len() <= fits;
    // The last line says how many are out of sight.
    let fits = if all {
        bars.rows.len()
    } else {
        frame.height.saturating_sub(legend.len() + 1) / each
    };
    let height = legend.len() + fits * each + usize::from(!all);
    let mut grid = Grid::new(frame.width, height.min(frame.height));
    let scale = Reach::of(bars, room);
    for (nth, row) in bars.rows.iter().take(fits).enumerate() {
        let mut y = nth * each;
        if let Some(note) = row.note {
            let sign = chart.notes.get(note).map_or(' ', |note| note.mark);
            grid.mark(0, y, &sign.to_string(), Role::Mark, note);
        }
        let room = if narrow {
            frame.width - marks
        } else {
            label.saturating_sub(1)
        };
        grid.put(marks, y, &clip(&row.label, room), Role::Label);
        if narrow {
            y += 1;
        }
        one(&mut grid, bars, row, (left, y), scale);
    }
    let mut y = fits * each;
    if !all {
        let text = Text::new("… {0} more", "……另有 {0} 项");
        let more = text.fill(frame.lang, &[(bars.rows.len() - fits).to_string()]);
        grid.put(marks, y, &more, Role::Faint);
        y += 1;
    }
    for (nth, line) in legend.iter().enumerate() {
        grid.put(0, y + nth, line, Role::Faint);
    }
    grid.done(frame.notes)
}

/// How many lines the bars of one label take.
fn lines_of(bars: &Bars) -> usize {
    match bars.form {
        Form::Beside => bars.series.len().max(1),
        Form::Stacked | Form::Funnel => 1,
    }
}

/// How far the bars reach to both sides of zero, in cells.
#[derive(Debug, Clone, Copy)]
struct Reach {
    /// Cells left of zero.
    below: usize,
    /// Cells in all.
    room: usize,
    /// Cells for one unit.
    unit: f64,
}

impl Reach {
    fn of(bars: &Bars, room: usize) -> Reach {
        let sums = bars.rows.iter().flat_map(|row| match bars.form {
            Form::Stacked => {
                let side = |keep: fn(&f64) -> bool| {
                    row.values
                        .iter()
                        .map(|it| float(*it))
                        .filter(keep)
                        .sum::<f64>()
                };
                vec![side(|it| *it > 0.0), side(|it| *it < 0.0)]
            }
            _ => row.values.iter().map(|it| float(*it)).collect(),
        });
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for sum in sums {
            low = low.min(sum);
            high = high.max(sum);
        }
        let span = if high - low > 0.0 { high - low } else { 1.0 };
        if low >= 0.0 {
            let unit = room as f64 / span;
            return Reach {
                below: 0,
                room,
                unit,
            };
        }
        // The line at zero takes a cell, and rounding or the shortest bar one on each side.
        let unit = room.saturating_sub(3) as f64 / span;
        let below = cells(-low * unit).clamp(1, room.max(1));
        Reach { below, room, unit }
    }
}

/// The bars of one label.
fn one(grid: &mut Grid, bars: &Bars, row: &Bar, (left, y): (usize, usize), reach: Reach) {
    let zero = left + reach.below;
    match bars.form {
        Form::Beside => {
            for (nth, value) in row.values.iter().enumerate() {
                let fill = FILLS.get(nth % FILLS.len()).copied().unwrap_or("█");
                let y = y + nth;
                let end = bar(
                    grid,
                    zero,
                    y,
                    *value,
                    reach,
                    (bars.series.len() > 1).then_some(fill),
                );
                say(grid, row, nth, (end.max(zero) + 1, y));
            }
        }
        Form::Stacked => {
            let (mut right, mut leftmost) = (0.0, 0.0);
            for (nth, value) in row.values.iter().enumerate() {
                let fill = FILLS.get(nth % FILLS.len()).copied().unwrap_or("█");
                let value = float(*value);
                let from = if value < 0.0 {
                    &mut leftmost
                } else {
                    &mut right
                };
                let start: f64 = *from;
                *from += value;
                let edge = |at: f64| cells(zero as f64 + at * reach.unit);
                let (a, b) = (edge(start.min(*from)), edge(start.max(*from)));
                let role = if value < 0.0 {
                    Role::Negative
                } else {
                    Role::Bar
                };
                grid.put(a, y, &fill.repeat(b - a), role);
            }
            let end = cells(zero as f64 + right * reach.unit);
            say(grid, row, 0, (end + 1, y));
        }
        Form::Funnel => {
            let value = row.values.first().copied().unwrap_or_default();
            let size = cells(float(value) * reach.unit);
            let size = size.clamp(usize::from(value > Decimal::ZERO), reach.room);
            let start = left + (reach.room - size) / 2;
            grid.put(start, y, &"█".repeat(size), Role::Bar);
            say(grid, row, 0, (left + reach.room + 1, y));
        }
    }
}

/// One bar from zero; returns the cell after its right end.
fn bar(
    grid: &mut Grid,
    zero: usize,
    y: usize,
    value: Decimal,
    reach: Reach,
    fill: Option<&str>,
) -> usize {
    let size = float(value) * reach.unit;
    // What is not nothing can be seen.
    let least = usize::from(!value.is_zero());
    if size < 0.0 {
        let whole = cells(-size).max(least);
        grid.put(
            zero.saturating_sub(whole),
            y,
            &BELOW.repeat(whole),
            Role::Negative,
        );
        if reach.below > 0 {
            grid.put(zero, y, "│", Role::Axis);
        }
        return zero + 1;
    }
    let mut at = zero;
    if reach.below > 0 {
        at += grid.put(at, y, "│", Role::Axis);
    }
    if let Some(fill) = fill {
        let whole = cells(size).max(least);
        return at + grid.put(at, y, &fill.repeat(whole), Role::Bar);
    }
    let eighths = cells(size * 8.0).max(least);
    at += grid.put(at, y, &"█".repeat(eighths / 8), Role::Bar);
    if let Some(part) = (eighths % 8)
        .checked_sub(1)
        .and_then(|part| PARTS.get(part))
    {
        at += grid.put(at, y, part, Role::Bar);
    }
    at
}

/// The value of a bar, in words, beside it.
fn say(grid: &mut Grid, row: &Bar, nth: usize, (x, y): (usize, usize)) {
    if let Some(shown) = row.shown.get(nth) {
        grid.put(x, y, shown, Role::Text);
    }
}

/// What the fillings mean.
fn legend(bars: &Bars, frame: Frame) -> Vec<String> {
    if bars.series.len() < 2 {
        return Vec::new();
    }
    let mut lines: Vec<String> = Vec::new();
    for (name, fill) in bars.series.iter().zip(FILLS.iter().cycle()) {
        let item = clip(&format!("{fill} {name}"), frame.width);
        match lines.last_mut() {
            Some(line) if width(line) + 3 + width(&item) <= frame.width => {
                line.push_str("   ");
                line.push_str(&item);
            }
            _ => lines.push(item),
        }
    }
    lines.truncate(frame.height.saturating_sub(2));
    lines
}
