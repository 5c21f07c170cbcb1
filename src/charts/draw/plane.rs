//! The plane of a map and of lines: two axes, their numbers, and marks that do not cover each other.

use super::Frame;
use crate::charts::chart::{Axis, Spot};
use crate::charts::picture::{Grid, Role, clip, width};
use crate::charts::scale::Scale;

/// The fewest cells of a plane that can be read.
const LEAST: (usize, usize) = (12, 3);
/// The most lines that a plane takes, however much room there is.
const MOST_ROWS: usize = 24;

/// A grid with axes around it.
#[derive(Debug)]
pub(super) struct Plane {
    /// The cells of the whole drawing.
    pub grid: Grid,
    /// The column of the first cell of the plane.
    pub left: usize,
    /// How many lines the plane has; it begins at `top`.
    pub rows: usize,
    /// How many columns the plane has.
    pub cols: usize,
    /// The first line of the plane.
    pub top: usize,
    /// From left to right.
    pub x: Scale,
    /// From bottom to top.
    pub y: Scale,
}

impl Plane {
    /// Axes with their numbers and names; nothing where there is no room for a plane.
    pub fn new(x: &Axis, y: &Axis, frame: Frame) -> Option<Plane> {
        let most = (frame.width / 4).clamp(8, MOST_ROWS);
        // Names of the axes are worth their lines only where there are enough of them.
        let names = frame.height >= LEAST.1 + 4;
        let around = if names { 4 } else { 2 };
        let rows = frame.height.checked_sub(around)?.min(most);
        if rows < LEAST.1 {
            return None;
        }
        let y_scale = Scale::new(y, rows, frame.lang);
        let y_ticks = y_scale.ticks((rows / 2).clamp(2, 10));
        let gutter = y_ticks.iter().map(|tick| width(&tick.label)).max()?;
        let cols = frame.width.checked_sub(gutter + 1)?;
        if cols < LEAST.0 {
            return None;
        }
        let x_scale = Scale::new(x, cols, frame.lang);
        let mut plane = Plane {
            grid: Grid::new(frame.width, rows + around),
            left: gutter + 1,
            rows,
            cols,
            top: usize::from(names),
            x: x_scale,
            y: y_scale,
        };
        let foot = plane.top + rows;
        for row in 0..rows {
            plane.grid.put(gutter, plane.top + row, "│", Role::Axis);
        }
        for tick in y_ticks {
            let y = foot - 1 - tick.at;
            let indent = gutter - width(&tick.label);
            plane.grid.put(indent, y, &tick.label, Role::Axis);
            plane.grid.put(gutter, y, "┤", Role::Axis);
        }
        plane
            .grid
            .put(gutter, foot, &format!("└{}", "─".repeat(cols)), Role::Axis);
        for tick in x_scale.ticks_in_line() {
            let at = plane.left + tick.at;
            plane.grid.put(at, foot, "┬", Role::Axis);
            let start = at.saturating_sub(width(&tick.label) / 2);
            let start = start.min(frame.width - width(&tick.label));
            plane.grid.put(start, foot + 1, &tick.label, Role::Axis);
        }
        if names {
            let label = clip(&format!("↑ {}", y.label), frame.width);
            plane.grid.put(0, 0, &label, Role::Label);
            let label = clip(&format!("{} →", x.label), frame.width);
            let at = frame.width - width(&label);
            plane.grid.put(at, foot + 2, &label, Role::Label);
        }
        Some(plane)
    }

    /// The cell of a place.
    pub fn cell(&self, spot: Spot) -> (usize, usize) {
        let row = self.rows - 1 - self.y.cell(spot.y);
        (self.left + self.x.cell(spot.x), self.top + row)
    }

    /// Writes a sign into a cell of the plane unless something more important stands there.
    pub fn dot(&mut self, column: usize, row: usize, sign: &str, role: Role) {
        let (x, y) = (self.left + column, self.top + row);
        let inside = column < self.cols && row < self.rows;
        if inside && self.grid.glyph(x, y) == Some(" ") {
            self.grid.put(x, y, sign, role);
        }
    }

    /// Writes a mark at its place, or in the nearest free cell beside it.
    ///
    /// Marks of the same place so stand side by side. Where all is full the mark is hidden, and its
    /// words stand beside the drawing with the mark in brackets.
    pub fn mark(&mut self, spot: Spot, sign: &str, role: Role, note: usize) {
        let (x, y) = self.cell(spot);
        let size = width(sign);
        // A wide sign has its mark in the middle.
        let x = x.saturating_sub((size - 1) / 2).max(self.left);
        let steps: [(isize, isize); 11] = [
            (0, 0),
            (1, 0),
            (-1, 0),
            (2, 0),
            (-2, 0),
            (3, 0),
            (-3, 0),
            (0, -1),
            (0, 1),
            (1, -1),
            (1, 1),
        ];
        for (dx, dy) in steps {
            let (Some(x), Some(y)) = (
                x.checked_add_signed(dx * size.cast_signed()),
                y.checked_add_signed(dy),
            ) else {
                continue;
            };
            let inside = x >= self.left
                && x + size <= self.left + self.cols
                && (self.top..self.top + self.rows).contains(&y);
            if inside && self.is_unmarked(x, y, size) {
                self.grid.mark(x, y, sign, role, note);
                return;
            }
        }
    }

    fn is_unmarked(&self, x: usize, y: usize, size: usize) -> bool {
        (x..x + size).all(|x| !self.grid.has_note(x, y))
    }
}
