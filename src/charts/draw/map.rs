//! Points between two axes.

use rust_decimal::Decimal;

use super::Frame;
use super::plane::Plane;
use crate::charts::chart::{Map, Point, Region, Side, Spot, mark};
use crate::charts::picture::{Picture, Role, clip, width};
use crate::charts::scale::{cells, float};

/// Draws a map.
pub(super) fn draw(map: &Map, frame: Frame) -> Picture {
    let Some(mut plane) = Plane::new(&map.x, &map.y, frame) else {
        return frame.too_small(24, 8);
    };
    for divider in &map.dividers {
        divide(&mut plane, divider);
    }
    let largest = map.points.iter().filter_map(|point| point.size).max();
    for point in &map.points {
        let sign = sized(mark(point.note), point, largest);
        plane.mark(point.at, &sign, role(point.side), point.note);
    }
    for region in &map.regions {
        name(&mut plane, region);
    }
    plane.grid.done(frame.notes)
}

/// The role of a point or a line.
pub(super) const fn role(side: Side) -> Role {
    match side {
        Side::Plain => Role::Mark,
        Side::Ours => Role::Ours,
        Side::Theirs => Role::Rival,
    }
}

/// A mark in brackets: the more, the larger; the area counts, so half the most is large already.
fn sized(mark: char, point: &Point, largest: Option<Decimal>) -> String {
    let share = match (point.size, largest) {
        (Some(size), Some(largest)) if largest > Decimal::ZERO => float(size) / float(largest),
        _ => return mark.to_string(),
    };
    match share {
        share if share > 0.5 => format!("(({mark}))"),
        share if share > 0.15 => format!("({mark})"),
        _ => mark.to_string(),
    }
}

/// A line from edge to edge.
fn divide(plane: &mut Plane, [from, to]: &[Spot; 2]) {
    let (x0, x1) = (plane.x.cell(from.x), plane.x.cell(to.x));
    let (y0, y1) = (plane.y.cell(from.y), plane.y.cell(to.y));
    let rows = plane.rows;
    let mut dot =
        |x: usize, y: usize, sign| plane.dot(x, rows - 1 - y.min(rows - 1), sign, Role::Line);
    if from.x == to.x {
        (y0.min(y1)..=y0.max(y1)).for_each(|y| dot(x0, y, "┊"));
    } else if from.y == to.y {
        (x0.min(x1)..=x0.max(x1)).for_each(|x| dot(x, y0, "┄"));
    } else {
        let steps = x1.abs_diff(x0).max(1);
        for step in (0..=steps).step_by(2) {
            let share = step as f64 / steps as f64;
            let x = x0 as f64 + (x1 as f64 - x0 as f64) * share;
            let y = y0 as f64 + (y1 as f64 - y0 as f64) * share;
            dot(cells(x), cells(y), "·");
        }
    }
}

/// The name of a part of the plane, in its corner, where no mark is in the way.
fn name(plane: &mut Plane, region: &Region) {
    let name = clip(&region.name, plane.cols / 2);
    let (right, top) = region.corner;
    let size = width(&name);
    let x = plane.left + if right { plane.cols - size } else { 0 };
    let rows = 0..plane.rows.div_ceil(2);
    let free = rows
        .map(|row| plane.top + if top { row } else { plane.rows - 1 - row })
        .find(|y| plane.grid.is_free(x, *y, size));
    if let Some(y) = free {
        plane.grid.put(x, y, &name, Role::Region);
    }
}
