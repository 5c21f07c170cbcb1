//! Tables on paper: columns as wide as their content wants, and no row cut by the end of a page.

use std::rc::Rc;

use super::flow::{Cell, Strip, row};
use super::ink::{FAINT, INK, Piece, RULE, Role};
use super::layout::Layout;
use super::lines::{Letter, Look, extent, wrap};
use crate::report::document::{Align, Kind, Table, text};

/// Lays out a table.
pub fn table(layout: &mut Layout<'_>, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let outer = layout.flow.begin(Role::Table);
    // Many columns get smaller letters before they get narrow.
    let times = if table.columns.len() > 6 { 0.82 } else { 0.92 };
    let look = layout.look(times);
    let head = Look {
        bold: true,
        colour: FAINT,
        ..look
    };
    if !text(&table.caption).is_empty() {
        let faint = Look {
            colour: FAINT,
            ..look
        };
        layout.prose(&table.caption, faint, 0.7, Role::Paragraph);
        if let Some(last) = layout.flow.waiting.last_mut() {
            last.keeps_next = true;
        }
    }
    let last = table.rows.len().saturating_sub(1);
    let heads: Vec<Vec<Letter>> = (table.columns.iter())
        .map(|column| layout.setter.letters(&column.head, head))
        .collect();
    let rows: Vec<Vec<Vec<Letter>>> = (table.rows.iter().enumerate())
        .map(|(nth, cells)| {
            let bold = table.total && nth == last;
            let look = Look { bold, ..look };
            let set = |cell: &crate::report::Cell| layout.setter.letters(&cell.spans, look);
            cells.iter().map(set).collect()
        })
        .collect();
    let gap = layout.space(1.4);
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    // A number and a day are read in one line.
    let whole: Vec<bool> = (table.columns.iter())
        .map(|column| column.align == Align::End || column.kind == Kind::Day)
        .collect();
    let places = columns(&heads, &rows, &whole, layout.width(), gap);
    let leading = layout.leading(look.size);
    let pads = (layout.space(0.22), layout.space(0.28));
    let whole = layout.width();
    let mut grid = Grid {
        layout,
        places,
        aligns,
        leading,
        pads,
        whole,
    };
    let mut header = grid.row(&heads, Role::HeadCell);
    for strip in &mut header {
        strip.before = grid.layout.space(0.6);
        strip.keeps_next = true;
        grid.rule(strip, 1.0, FAINT, true);
    }
    let in_one = header.len() == 1;
    let repeated = header.first().cloned().filter(|_| in_one).map(Rc::new);
    let is_headed = table
        .columns
        .iter()
        .any(|column| !text(&column.head).is_empty());
    if is_headed {
        grid.layout.flow.waiting.extend(header);
    }
    for (nth, cells) in rows.iter().enumerate() {
        let is_total = table.total && nth == last;
        let mut strips = grid.row(cells, Role::Cell);
        let count = strips.len();
        for (at, strip) in strips.iter_mut().enumerate() {
            strip.header = repeated.clone().filter(|_| is_headed);
            if is_total && at == 0 {
                grid.rule(strip, 1.0, INK, false);
            }
            if at + 1 == count {
                grid.rule(strip, 0.5, RULE, true);
            }
        }
        // The sum stands with a row that it sums.
        let before_sum = table.total && nth + 1 == last;
        if let Some(strip) = strips.last_mut().filter(|_| before_sum) {
            strip.keeps_next = true;
        }
        grid.layout.flow.waiting.extend(strips);
    }
    layout.flow.open = outer;
}

/// A table whose columns have their places.
struct Grid<'l, 'd> {
    layout: &'l mut Layout<'d>,
    places: Vec<(f32, f32)>,
    aligns: Vec<Align>,
    leading: f32,
    pads: (f32, f32),
    whole: f32,
}

impl Grid<'_, '_> {
    /// A row: in one piece, unless it is longer than a page allows.
    fn row(&mut self, cells: &[Vec<Letter>], role: Role) -> Vec<Strip> {
        let outer = self.layout.flow.begin(Role::Row);
        let indent = self.layout.indent;
        let places = self.places.iter().zip(&self.aligns);
        let mut boxes = Vec::new();
        for (letters, ((x, width), align)) in cells.iter().zip(places) {
            boxes.push(Cell {
                x: x + indent,
                width: *width,
                align: *align,
                lines: wrap(letters, *width),
                node: Some(self.layout.flow.node(role)),
            });
        }
        self.layout.flow.open = outer;
        let count = boxes.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
        let high = count as f32 * self.leading;
        let most = self.layout.flow.frame.height() * 0.6;
        row(&boxes, self.pads, self.leading, high < most)
    }

    /// A line across the table, below a strip or above it.
    fn rule(&self, strip: &mut Strip, thick: f32, colour: u32, below: bool) {
        let y = if below { strip.height - thick } else { 0.0 };
        let line = Piece::fill(self.layout.indent, y, self.whole, thick, colour);
        strip.pieces.push(line);
    }
}

/// Where each column begins and how wide it is.
///
/// Each has what its longest line wants, where there is room; otherwise at least its longest word,
/// and a share of the rest by how much more it wants.
fn columns(
    heads: &[Vec<Letter>],
    rows: &[Vec<Vec<Letter>>],
    in_one: &[bool],
    width: f32,
    gap: f32,
) -> Vec<(f32, f32)> {
    let count = heads.len();
    let room = (width - gap * count.saturating_sub(1) as f32).max(1.0);
    let most = room * if count > 4 { 0.22 } else { 0.4 };
    let mut wants: Vec<(f32, f32)> = heads.iter().map(|letters| extent(letters)).collect();
    // A short text should stand in one line, as some must; a heading may be broken. A word without end
    // must not take the room of the others.
    let fair = room * 0.7 / count.max(1) as f32;
    let mut least: Vec<f32> = wants
        .iter()
        .map(|(line, word)| word.max(line.min(fair * 0.5)))
        .collect();
    for cells in rows {
        let columns = wants.iter_mut().zip(&mut least).zip(in_one);
        for (letters, ((want, least), in_one)) in cells.iter().zip(columns) {
            let (line, word) = extent(letters);
            *want = (want.0.max(line), want.1.max(word));
            *least = least.max(if *in_one {
                line
            } else {
                word.max(line.min(fair))
            });
        }
    }
    let least = least.iter().map(|it| it.min(most));
    let least: Vec<f32> = least.collect();
    let (sum, least_sum): (f32, f32) = (wants.iter().map(|it| it.0).sum(), least.iter().sum());
    let widths: Vec<f32> = if sum <= room {
        wants.iter().map(|it| it.0).collect()
    } else if least_sum >= room {
        least
            .iter()
            .map(|it| it * room / least_sum.max(1.0))
            .collect()
    } else {
        let rest = (room - least_sum) / (sum - least_sum).max(0.001);
        let share = |(want, least): (&(f32, f32), &f32)| least + (want.0 - least).max(0.0) * rest;
        wants.iter().zip(&least).map(share).collect()
    };
    // A table that leaves room takes it, so that tables below each other end alike.
    let spare = if sum <= room {
        (room - widths.iter().sum::<f32>()) / count.max(1) as f32
    } else {
        0.0
    };
    let mut x = 0.0;
    let mut places = Vec::new();
    for width in widths {
        places.push((x, width + spare));
        x += width + spare + gap;
    }
    places
}
