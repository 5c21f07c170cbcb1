//! Bars beside their labels.

use super::{Anchor, Canvas, WIDTH, width};
use crate::charts::chart::{Bar, Bars, Form};
use crate::charts::scale::float;

/// How high one bar is.
const BAR: f64 = 16.0;
/// From the top of a bar to the next of the same row.
const STEP: f64 = 19.0;
/// Between two rows.
const GAP: f64 = 11.0;
/// Where the line of a label stands above its bars.
const LABEL: f64 = 16.0;

/// Where values lie: the line of nothing, and how long one unit is.
struct Reach {
    zero: f64,
    unit: f64,
}

/// Draws bars: each label above its own, so that a long one has room on a phone.
pub(super) fn draw(canvas: &mut Canvas<'_>, bars: &Bars) {
    let mut y = 2.0;
    if bars.series.len() > 1 {
        y = legend(canvas, bars, y);
    }
    let shown = bars.rows.iter().flat_map(|row| &row.shown);
    let words = shown
        .map(|text| width(text))
        .fold(0.0, f64::max)
        .min(WIDTH / 3.0);
    let reach = reach(bars, WIDTH - words - 12.0);
    for row in &bars.rows {
        let sign = row.note.map(|note| canvas.sign(note) + " ");
        let label = sign.unwrap_or_default() + &row.label;
        canvas.text("label", (0.0, y + 12.0), Anchor::Start, WIDTH, &label);
        y += LABEL;
        y = one(canvas, bars, row, &reach, y) + GAP;
    }
    canvas.height = y.max(STEP);
}

fn legend(canvas: &mut Canvas<'_>, bars: &Bars, mut y: f64) -> f64 {
    let mut x = 0.0;
    for (nth, name) in bars.series.iter().enumerate() {
        let wide = width(name) + 34.0;
        if x > 0.0 && x + wide > WIDTH {
            (x, y) = (0.0, y + STEP);
        }
        canvas.rect(shade(nth), (x, y), (12.0, 12.0));
        canvas.text(
            "tick",
            (x + 17.0, y + 10.5),
            Anchor::Start,
            WIDTH - 20.0,
            name,
        );
        x += wide;
    }
    y + STEP + 4.0
}

fn reach(bars: &Bars, room: f64) -> Reach {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for row in &bars.rows {
        let values = row.values.iter().map(|value| float(*value));
        if bars.form == Form::Stacked {
            low = low.min(values.clone().filter(|it| *it < 0.0).sum());
            high = high.max(values.filter(|it| *it > 0.0).sum());
        } else {
            low = values.clone().fold(low, f64::min);
            high = values.fold(high, f64::max);
        }
    }
    let span = high - low;
    let unit = if span > 0.0 { room / span } else { 0.0 };
    Reach {
        zero: -low * unit,
        unit,
    }
}

/// The bars of one row; where they end comes back.
fn one(canvas: &mut Canvas<'_>, bars: &Bars, row: &Bar, reach: &Reach, mut y: f64) -> f64 {
    match bars.form {
        Form::Beside => {
            for (nth, value) in row.values.iter().enumerate() {
                let value = float(*value);
                let end = bar(
                    canvas,
                    shade_of(nth, value),
                    reach.zero,
                    value * reach.unit,
                    y,
                );
                let shown = row.shown.get(nth).map_or("", String::as_str);
                canvas.text(
                    "tick",
                    (end + 5.0, y + 12.0),
                    Anchor::Start,
                    WIDTH - end,
                    shown,
                );
                y += STEP;
            }
        }
        Form::Stacked => {
            let (mut left, mut right) = (reach.zero, reach.zero);
            for (nth, value) in row.values.iter().enumerate() {
                let long = float(*value) * reach.unit;
                let from = if long < 0.0 { left } else { right };
                bar(canvas, shade_of(nth, long), from, long, y);
                if long < 0.0 {
                    left += long;
                } else {
                    right += long;
                }
            }
            let shown = row.shown.first().map_or("", String::as_str);
            canvas.text(
                "tick",
                (right + 5.0, y + 12.0),
                Anchor::Start,
                WIDTH - right,
                shown,
            );
            y += STEP;
        }
        Form::Funnel => {
            let long = row.values.first().map_or(0.0, |value| float(*value)) * reach.unit;
            let all = WIDTH / 2.0;
            bar(canvas, shade(0), all - long / 2.0, long, y);
            let shown = row.shown.first().map_or("", String::as_str);
            let over = width(shown) + 10.0 < long;
            let (class, x) = if over {
                ("inside", all)
            } else {
                ("tick", all + long / 2.0 + 5.0 + width(shown) / 2.0)
            };
            canvas.text(class, (x, y + 12.0), Anchor::Middle, WIDTH, shown);
            y += STEP;
        }
    }
    y
}

/// One bar from a place on; its right end comes back.
fn bar(canvas: &mut Canvas<'_>, class: &str, from: f64, long: f64, y: f64) -> f64 {
    let start = from.min(from + long);
    let long = long.abs().max(1.0);
    canvas.rect(class, (start, y), (long, BAR));
    start + long
}

fn shade_of(nth: usize, value: f64) -> &'static str {
    if value < 0.0 {
        "bar negative"
    } else {
        shade(nth)
    }
}

const fn shade(nth: usize) -> &'static str {
    match nth % 4 {
        0 => "bar a",
        1 => "bar b",
        2 => "bar c",
        _ => "bar d",
    }
}
