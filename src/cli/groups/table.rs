//! Tables whose cells are as wide as they are drawn: Chinese characters take two.

use unicode_width::UnicodeWidthStr;

use crate::cli::console::{BOLD, Console, visible};
use crate::cli::failure::Failure;

/// A table; the first column is aligned left, the others right.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these heads.
    pub fn new(heads: impl IntoIterator<Item = String>) -> Table {
        Table {
            rows: vec![heads.into_iter().collect()],
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Prints it, indented by two cells.
    pub fn print(&self, console: &mut Console) -> Result<(), Failure> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |at: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for (number, row) in self.rows.iter().enumerate() {
            let mut line = String::new();
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let pad = " ".repeat(width.saturating_sub(cell.width()));
                line += "  ";
                if at == 0 {
                    line += cell;
                    line += &pad;
                } else {
                    line += &pad;
                    line += cell;
                }
            }
            let line = visible(line.trim_end());
            let line = if number == 0 {
                console.paint(BOLD, &line)
            } else {
                line.into_owned()
            };
            console.line(&line)?;
        }
        Ok(())
    }
}
