//! The rows of a text at one width, remembered line by line.
//!
//! A key changes one line, so only that line is wrapped again; a text of twenty thousand lines then
//! costs no more per key than a walk over their lengths.

use std::ops::Range;

use crate::tui::wrap;

/// All rows of a text.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// Whether line feeds divide the text, and lines the rows.
    multi: bool,
    /// How many cells a row may take.
    cells: usize,
    lines: Vec<Line>,
}

/// One line of the text, without its line feed.
#[derive(Debug, Clone)]
struct Line {
    len: usize,
    /// Where its rows after the first begin, counted from the line.
    breaks: Vec<usize>,
}

/// One row as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Counted from the top of the text.
    pub(super) index: usize,
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// The line goes on in the next row.
    pub(super) goes_on: bool,
}

impl Layout {
    pub(super) fn new(text: &str, multi: bool) -> Layout {
        let cells = 80;
        Layout {
            multi,
            cells,
            lines: lines(text, multi, cells),
        }
    }

    /// How many cells a row may take, but for hanging blanks.
    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    /// Wraps the text anew if the width is another.
    pub(super) fn set_cells(&mut self, text: &str, cells: usize) {
        if cells != self.cells {
            self.cells = cells;
            if self.multi {
                self.lines = lines(text, true, cells);
            }
        }
    }

    /// Follows a change: these bytes of the old text have become so many bytes of the new one.
    pub(super) fn replace(&mut self, text: &str, old: Range<usize>, len: usize) {
        let mut start = 0;
        let mut first = 0;
        while let Some(line) = self.lines.get(first)
            && start + line.len < old.start
        {
            start += line.len + 1;
            first += 1;
        }
        let mut end = start;
        let mut last = first;
        while let Some(line) = self.lines.get(last) {
            last += 1;
            if end + line.len >= old.end {
                end += line.len;
                break;
            }
            end += line.len + 1;
        }
        let changed = text.get(start..end - old.len() + len).unwrap_or_default();
        let fresh = lines(changed, self.multi, self.cells);
        self.lines.splice(first..last, fresh);
    }

    /// How many rows there are; at least one.
    pub(super) fn height(&self) -> usize {
        self.lines.iter().map(Line::height).sum()
    }

    /// All rows from this one on.
    pub(super) fn rows_from(&self, index: usize) -> impl Iterator<Item = Row> {
        let mut start = 0;
        let mut above = 0;
        let mut skipped = 0;
        for line in &self.lines {
            if above + line.height() > index {
                break;
            }
            above += line.height();
            start += line.len + 1;
            skipped += 1;
        }
        self.lines
            .iter()
            .skip(skipped)
            .flat_map(move |line| {
                let rows = line.rows(start, above);
                start += line.len + 1;
                above += line.height();
                rows
            })
            .skip_while(move |row| row.index < index)
    }

    /// The row of a byte: of two rows that meet there, the upper one if `late`.
    pub(super) fn row_of(&self, at: usize, late: bool) -> Row {
        let mut start = 0;
        let mut above = 0;
        for line in &self.lines {
            if at <= start + line.len {
                let inside = at - start;
                let passed = |&&b: &&usize| if late { b < inside } else { b <= inside };
                let row = line.breaks.iter().take_while(passed).count();
                return line.row(row, start, above);
            }
            start += line.len + 1;
            above += line.height();
        }
        // No byte lies outside the text; an empty row keeps the promise that nothing panics.
        Row {
            index: above.saturating_sub(1),
            range: at..at,
            goes_on: false,
        }
    }
}

impl Line {
    fn height(&self) -> usize {
        self.breaks.len() + 1
    }

    /// One of its rows, if the line begins at this byte below so many rows.
    fn row(&self, row: usize, start: usize, above: usize) -> Row {
        let begin = row.checked_sub(1).and_then(|r| self.breaks.get(r));
        let end = self.breaks.get(row);
        Row {
            index: above + row,
            range: start + begin.copied().unwrap_or(0)..start + end.copied().unwrap_or(self.len),
            goes_on: end.is_some(),
        }
    }

    fn rows(&self, start: usize, above: usize) -> impl Iterator<Item = Row> {
        (0..self.height()).map(move |row| self.row(row, start, above))
    }
}

/// The lines of a text, wrapped to so many cells.
fn lines(text: &str, multi: bool, cells: usize) -> Vec<Line> {
    if !multi {
        return vec![Line {
            len: text.len(),
            breaks: Vec::new(),
        }];
    }
    let wrapped = |line: &str| {
        let mut breaks = Vec::new();
        wrap::breaks(line, cells, |at| breaks.push(at));
        Line {
            len: line.len(),
            breaks,
        }
    };
    text.split('\n').map(wrapped).collect()
}
