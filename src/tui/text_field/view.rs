//! What of a field is on the screen: columns, scrolling, drawing.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::TextField;
use super::layout::Row;
use crate::tui::draw::{clear_popup, put_grapheme};
use crate::tui::theme::Theme;
use crate::tui::wrap::{self, grapheme_width};

impl TextField {
    /// The rows at this width as byte ranges, without line feeds; one row in a field of one line.
    ///
    /// One cell is kept free at the end of each row, so that the caret always has a place; blanks
    /// at the end of a row may hang over its edge.
    pub fn rows(&mut self, width: u16) -> Vec<Range<usize>> {
        self.set_width(width);
        self.layout.rows_from(0).map(|row| row.range).collect()
    }

    /// How many rows the whole text takes at this width; at least one.
    pub fn height(&mut self, width: u16) -> usize {
        self.set_width(width);
        self.layout.height()
    }

    /// The column and the row of the caret at this width, counted from the start of the text.
    pub fn caret(&mut self, width: u16) -> (usize, usize) {
        self.set_width(width);
        let row = self.row();
        (self.column(&row), row.index)
    }

    /// Scrolls by rows without moving the caret, as the wheel does; tells whether anything moved.
    pub fn scroll(&mut self, rows: isize) -> bool {
        if !self.multi {
            return false;
        }
        let last = self.layout.height().saturating_sub(self.page);
        let top = self.top.saturating_add_signed(rows).min(last);
        let moved = top != self.top;
        self.top = top;
        self.follow &= !moved;
        moved
    }

    /// Draws the field and returns where the terminal's cursor belongs, if the caret is in view.
    ///
    /// The caret is brought into view unless the wheel has moved the text since the last key.
    /// `underlines` are styles for bytes of the text, such as the words that a finding is about.
    pub fn draw(
        &mut self,
        buf: &mut Buffer,
        area: Rect,
        theme: &Theme,
        underlines: &[(Range<usize>, Style)],
    ) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        self.set_width(area.width);
        self.page = usize::from(area.height);
        let row = self.row();
        let column = self.column(&row);
        self.bring_into_view(&row, column, area.width);
        blank(buf, area, theme.text);
        let (first_row, first_cell) = if self.multi {
            (self.top, 0)
        } else {
            (0, self.top)
        };
        let rows = self.layout.rows_from(first_row);
        for (y, row) in (area.top()..area.bottom()).zip(rows) {
            let line = Rect::new(area.x, y, area.width, 1);
            self.draw_row(buf, line, &row, first_cell, theme, underlines);
        }
        let x = u16::try_from(column.checked_sub(first_cell)?).ok()?;
        let y = u16::try_from(row.index.checked_sub(first_row)?).ok()?;
        let seen = x < area.width && y < area.height;
        seen.then(|| Position::new(area.x + x, area.y + y))
    }

    /// Draws one row from this cell on, with a `…` on either side where a single line goes on.
    fn draw_row(
        &self,
        buf: &mut Buffer,
        area: Rect,
        row: &Row,
        first: usize,
        theme: &Theme,
        underlines: &[(Range<usize>, Style)],
    ) {
        let selected = self.selection().unwrap_or(0..0);
        let end = first + usize::from(area.width);
        let x = |column: usize| area.x + (column - first) as u16;
        let text = self.text.get(row.range.clone()).unwrap_or_default();
        let mut column = 0;
        for (offset, grapheme) in text.grapheme_indices(true) {
            let cells = grapheme_width(grapheme);
            let at = row.range.start + offset;
            if column >= first && column + cells <= end {
                let marks = underlines.iter().filter(|(range, _)| range.contains(&at));
                let style = marks.fold(theme.text, |style, (_, mark)| style.patch(*mark));
                let style = if selected.contains(&at) {
                    style.patch(theme.selection)
                } else {
                    style
                };
                put_grapheme(buf, x(column), area.y, grapheme, style);
            }
            column += cells;
            if column > end {
                break;
            }
        }
        // A selected line feed shows as one selected blank.
        if selected.contains(&row.range.end) && !row.goes_on && column < end && self.multi {
            put_grapheme(buf, x(column), area.y, " ", theme.selection);
        }
        if first > 0 {
            put_grapheme(buf, area.x, area.y, "…", theme.dim);
        }
        if column > end && !self.multi {
            let last = Rect::new(area.right() - 1, area.y, 1, 1);
            clear_popup(buf, last);
            put_grapheme(buf, last.x, last.y, "…", theme.dim);
        }
    }

    /// The row on which the caret stands.
    pub(super) fn row(&self) -> Row {
        self.layout.row_of(self.caret, self.late)
    }

    /// The column of the caret on its row; hanging blanks do not carry it over the edge.
    pub(super) fn column(&self, row: &Row) -> usize {
        let before = self.text.get(row.range.start..self.caret);
        let column = wrap::width(before.unwrap_or_default());
        if self.multi {
            column.min(self.layout.cells())
        } else {
            column
        }
    }

    /// The byte at a cell of the drawn field, and whether it ends a row that goes on.
    pub(super) fn at_cell(&self, col: u16, row: u16) -> (usize, bool) {
        let (col, row) = (usize::from(col), usize::from(row));
        if self.multi {
            self.at_column(self.top + row, col)
        } else {
            self.at_column(0, self.top + col)
        }
    }

    /// The byte at a column of a row, and whether it ends a row that goes on.
    ///
    /// On the right half of a wide glyph it is the byte after it.
    pub(super) fn at_column(&self, row: usize, column: usize) -> (usize, bool) {
        let last = self.layout.height() - 1;
        let Some(row) = self.layout.rows_from(row.min(last)).next() else {
            return (self.text.len(), false);
        };
        let text = self.text.get(row.range.clone()).unwrap_or_default();
        let mut passed = 0;
        for (offset, grapheme) in text.grapheme_indices(true) {
            let cells = grapheme_width(grapheme);
            if column < passed + cells.div_ceil(2) {
                return (row.range.start + offset, false);
            }
            passed += cells;
        }
        (row.range.end, row.goes_on)
    }

    fn set_width(&mut self, width: u16) {
        let cells = usize::from(width).saturating_sub(1).max(1);
        self.layout.set_cells(&self.text, cells);
    }

    /// Scrolls just far enough that the caret is seen, and never further than the text goes.
    fn bring_into_view(&mut self, row: &Row, column: usize, width: u16) {
        if self.multi {
            if self.follow {
                self.top = self
                    .top
                    .min(row.index)
                    .max((row.index + 1).saturating_sub(self.page));
            }
            self.top = self.top.min(self.layout.height().saturating_sub(self.page));
            return;
        }
        // A little of what lies beyond the caret is kept in view, and a cell for the `…`.
        let width = usize::from(width);
        let margin = if width >= 8 { 2 } else { width / 3 };
        let furthest = (wrap::width(&self.text) + 1).saturating_sub(width);
        let low = (column + 1 + margin).saturating_sub(width);
        let high = column.saturating_sub(margin);
        self.top = self.top.min(high).max(low).min(furthest);
    }
}

fn blank(buf: &mut Buffer, area: Rect, style: Style) {
    for position in area.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            cell.reset();
            cell.set_style(style);
        }
    }
}
