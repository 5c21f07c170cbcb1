//! Lines over time or over a quantity.

use rust_decimal::Decimal;

use super::Frame;
use super::map::role;
use super::plane::Plane;
use crate::charts::chart::{Lines, Series, Spot, mark};
use crate::charts::picture::{Picture, Role};
use crate::charts::scale::cells;

/// The fewest columns between two signs of one line.
const APART: usize = 6;

/// Draws lines.
pub(super) fn draw(lines: &Lines, frame: Frame) -> Picture {
    let Some(mut plane) = Plane::new(&lines.x, &lines.y, frame) else {
        return frame.too_small(24, 8);
    };
    for point in &lines.points {
        let sign = mark(point.note).to_string();
        plane.mark(point.at, &sign, role(point.side), point.note);
    }
    for series in &lines.series {
        signs(&mut plane, series);
    }
    for series in &lines.series {
        let pairs = series.points.iter().zip(series.points.iter().skip(1));
        for (from, to) in pairs {
            connect(&mut plane, *from, *to, role(series.side));
        }
    }
    if lines.y.low < Decimal::ZERO && lines.y.high > Decimal::ZERO {
        let row = plane.rows - 1 - plane.y.cell(Decimal::ZERO);
        for column in 0..plane.cols {
            plane.dot(column, row, "┄", Role::Line);
        }
    }
    plane.grid.done(frame.notes)
}

/// The sign of a line at its points, as far as they are apart; the first one always has room.
fn signs(plane: &mut Plane, series: &Series) {
    let sign = series.sign.to_string();
    let Some(note) = series.note else {
        return;
    };
    let mut last = None;
    for spot in &series.points {
        let (x, y) = plane.cell(*spot);
        let near = last.is_some_and(|last: usize| x.abs_diff(last) < APART);
        if !near && !plane.grid.has_note(x, y) {
            plane.grid.mark(x, y, &sign, role(series.side), note);
            last = Some(x);
        }
    }
    if let (None, Some(spot)) = (last, series.points.last()) {
        plane.mark(*spot, &sign, role(series.side), note);
    }
}

/// Dots from one point to the next.
fn connect(plane: &mut Plane, from: Spot, to: Spot, role: Role) {
    let (x0, y0) = (plane.x.cell(from.x), plane.y.cell(from.y));
    let (x1, y1) = (plane.x.cell(to.x), plane.y.cell(to.y));
    let steps = x0.abs_diff(x1).max(y0.abs_diff(y1)).max(1);
    for step in 0..=steps {
        let share = step as f64 / steps as f64;
        let x = x0 as f64 + (x1 as f64 - x0 as f64) * share;
        let y = y0 as f64 + (y1 as f64 - y0 as f64) * share;
        let row = plane.rows - 1 - cells(y).min(plane.rows - 1);
        plane.dot(cells(x), row, "·", role);
    }
}
