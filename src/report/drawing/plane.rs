//! Points and lines between two axes.

use super::{Anchor, Canvas, WIDTH, class, width};
use crate::charts::chart::{Axis, Lines, Map, Point, Spot};
use crate::charts::scale::{Scale, float};
use crate::words::Lang;

/// The plane, without its labels.
const TOP: f64 = 24.0;
const HIGH: f64 = 280.0;
const RIGHT: f64 = 12.0;
/// Below the plane: numbers and the name of the axis.
const BELOW: f64 = 44.0;
/// How finely a place is told.
const STEPS: usize = 2001;

/// Two axes laid over a drawing.
struct Plane {
    left: f64,
    x: Scale,
    y: Scale,
}

impl Plane {
    fn new(canvas: &mut Canvas<'_>, x: &Axis, y: &Axis, lang: Lang) -> Plane {
        let (across, up) = (Scale::new(x, STEPS, lang), Scale::new(y, STEPS, lang));
        let beside = up.ticks(6);
        let widest = beside
            .iter()
            .map(|tick| width(&tick.label))
            .fold(16.0, f64::max);
        let plane = Plane {
            left: widest + 8.0,
            x: across,
            y: up,
        };
        for tick in beside {
            let at = Plane::up(tick.at);
            canvas.line("grid", (plane.left, at), (WIDTH - RIGHT, at));
            canvas.text(
                "tick",
                (plane.left - 6.0, at + 4.0),
                Anchor::End,
                widest,
                &tick.label,
            );
        }
        let ticks = plane.x.ticks(7);
        let room = plane.wide() / ticks.len().max(1) as f64;
        for tick in ticks {
            let at = plane.across(tick.at);
            canvas.line("grid", (at, TOP), (at, TOP + HIGH));
            // The last number must not leave the drawing.
            let half = width(&tick.label) / 2.0;
            let beside = at.min(WIDTH - half - 1.0);
            canvas.text(
                "tick",
                (beside, TOP + HIGH + 16.0),
                Anchor::Middle,
                room,
                &tick.label,
            );
        }
        canvas.line("axis", (plane.left, TOP), (plane.left, TOP + HIGH));
        canvas.line(
            "axis",
            (plane.left, TOP + HIGH),
            (WIDTH - RIGHT, TOP + HIGH),
        );
        canvas.text(
            "name",
            (0.0, 13.0),
            Anchor::Start,
            WIDTH,
            &format!("↑ {}", y.label),
        );
        let end = (WIDTH - RIGHT, TOP + HIGH + 36.0);
        canvas.text("name", end, Anchor::End, WIDTH, &format!("{} →", x.label));
        canvas.height = TOP + HIGH + BELOW;
        plane
    }

    fn wide(&self) -> f64 {
        WIDTH - RIGHT - self.left
    }

    fn across(&self, step: usize) -> f64 {
        self.left + step as f64 / (STEPS - 1) as f64 * self.wide()
    }

    fn up(step: usize) -> f64 {
        TOP + HIGH - step as f64 / (STEPS - 1) as f64 * HIGH
    }

    fn at(&self, spot: Spot) -> (f64, f64) {
        (
            self.across(self.x.cell(spot.x)),
            Plane::up(self.y.cell(spot.y)),
        )
    }

    /// Draws points: all circles, the largest below, then all signs above them.
    fn points(&self, canvas: &mut Canvas<'_>, points: &[Point]) {
        let sizes = points.iter().filter_map(|point| point.size);
        let largest = sizes.map(float).fold(f64::MIN_POSITIVE, f64::max);
        let mut placed: Vec<(f64, f64, f64, &Point)> = Vec::with_capacity(points.len());
        for point in points {
            let (mut x, y) = self.at(point.at);
            let share = point.size.map_or(0.0, |size| float(size) / largest);
            // The area counts, not the width.
            let radius = LEAST + share.clamp(0.0, 1.0).sqrt() * 17.0;
            // Marks at the same place stand side by side, as long as there is room.
            let step = if x > WIDTH - 60.0 { -2.0 } else { 2.0 } * LEAST;
            let meets = |x: f64| {
                placed
                    .iter()
                    .any(|(a, b, _, _)| (a - x).abs() < LEAST && (b - y).abs() < LEAST)
            };
            while meets(x) && (LEAST..WIDTH - LEAST).contains(&(x + step)) {
                x += step;
            }
            placed.push((x, y, radius, point));
        }
        placed.sort_by(|a, b| b.2.total_cmp(&a.2));
        for (x, y, radius, point) in &placed {
            canvas.circle(class(point.side), (*x, *y), *radius);
        }
        for (x, y, _, point) in &placed {
            let sign = canvas.sign(point.note);
            canvas.text("sign", (*x, y + 5.0), Anchor::Middle, 20.0, &sign);
        }
    }
}

/// The radius of the smallest point: its sign has room inside.
const LEAST: f64 = 11.0;

/// Points between two axes.
pub(super) fn map(canvas: &mut Canvas<'_>, map: &Map) {
    let plane = Plane::new(canvas, &map.x, &map.y, canvas.chart.lang);
    for [from, to] in &map.dividers {
        canvas.line("divider", plane.at(*from), plane.at(*to));
    }
    for region in &map.regions {
        let (right, top) = region.corner;
        let x = if right {
            WIDTH - RIGHT - 5.0
        } else {
            plane.left + 5.0
        };
        let y = if top { TOP + 15.0 } else { TOP + HIGH - 7.0 };
        let anchor = if right { Anchor::End } else { Anchor::Start };
        canvas.text("region", (x, y), anchor, plane.wide() / 2.0, &region.name);
    }
    plane.points(canvas, &map.points);
}

/// Lines over time or over a quantity.
pub(super) fn lines(canvas: &mut Canvas<'_>, lines: &Lines) {
    let plane = Plane::new(canvas, &lines.x, &lines.y, canvas.chart.lang);
    if float(lines.y.low) < 0.0 && float(lines.y.high) > 0.0 {
        let zero = Plane::up(plane.y.cell(rust_decimal::Decimal::ZERO));
        canvas.line("axis", (plane.left, zero), (WIDTH - RIGHT, zero));
    }
    let mut taken = Vec::new();
    for (nth, series) in lines.series.iter().enumerate() {
        let points: Vec<(f64, f64)> = series.points.iter().map(|spot| plane.at(*spot)).collect();
        let dashes = ["line", "line dashed", "line dotted"];
        let look = dashes.get(nth % dashes.len()).copied().unwrap_or("line");
        canvas.path(&format!("{look} {}", class(series.side)), &points);
        // The sign of a line stands at its end, where lines are furthest apart.
        if let Some((x, y)) = points.last().copied() {
            let mut at = y - 5.0;
            while taken
                .iter()
                .any(|(_, b): &(f64, f64)| (b - at).abs() < 13.0)
            {
                at += 14.0;
            }
            let x = x.min(WIDTH - RIGHT - 2.0);
            taken.push((x, at));
            canvas.text(
                "sign",
                (x - 6.0, at),
                Anchor::End,
                20.0,
                &series.sign.to_string(),
            );
        }
    }
    plane.points(canvas, &lines.points);
}
