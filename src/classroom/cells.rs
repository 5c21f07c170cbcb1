//! Separated values as they stand in a file, so that one cell changes and no other byte does.

use std::borrow::Cow;
use std::ops::Range;

/// The signs that may stand between cells.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// A text of separated values, with the place of each cell.
#[derive(Debug, Clone)]
pub struct Cells<'t> {
    text: &'t str,
    delimiter: char,
    rows: Vec<Vec<Range<usize>>>,
}

impl<'t> Cells<'t> {
    /// Reads a text; never fails. A quote that is not closed ends with the text.
    ///
    /// The sign between cells is the one that the first row has most of.
    pub fn read(text: &'t str) -> Cells<'t> {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let (_, delimiter) = DELIMITERS
            .iter()
            .rev()
            .map(|&sign| (row(text, start, sign).0.len(), sign))
            .max_by_key(|(cells, _)| *cells)
            .unwrap_or((0, ','));
        let mut rows = Vec::new();
        let mut at = start;
        while at < text.len() {
            let (cells, next) = row(text, at, delimiter);
            rows.push(cells);
            at = next;
        }
        Cells {
            text,
            delimiter,
            rows,
        }
    }

    /// How many rows there are, the header among them.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many cells a row has.
    pub fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, Vec::len)
    }

    /// What a cell says, without its quotes; empty where there is none.
    pub fn get(&self, row: usize, col: usize) -> Cow<'t, str> {
        let range = self.rows.get(row).and_then(|cells| cells.get(col));
        let raw = range.and_then(|range| self.text.get(range.clone()));
        value(raw.unwrap_or_default())
    }

    /// The cells of the first row.
    pub fn header(&self) -> Vec<Cow<'t, str>> {
        (0..self.width(0)).map(|col| self.get(0, col)).collect()
    }

    /// Whether a row has something in it.
    pub fn is_filled(&self, row: usize) -> bool {
        (0..self.width(row)).any(|col| !self.get(row, col).trim().is_empty())
    }

    /// The text with other values in some cells (row, column, value), all other bytes as they are.
    ///
    /// A row that is too short gets the cells that it lacks.
    #[must_use]
    pub fn with(&self, mut changes: Vec<(usize, usize, String)>) -> String {
        changes.sort_by_key(|(row, col, _)| (*row, *col));
        let mut out = String::with_capacity(self.text.len() + changes.len() * 8);
        let mut done = 0;
        for (row, col, new) in changes {
            let Some(cells) = self.rows.get(row) else {
                continue;
            };
            if self.get(row, col) == new.as_str() {
                continue;
            }
            let (range, gap) = match cells.get(col) {
                Some(range) => (range.clone(), 0),
                None => {
                    let end = cells.last().map_or(done, |last| last.end);
                    (end..end, col + 1 - cells.len())
                }
            };
            out.push_str(self.text.get(done..range.start).unwrap_or_default());
            out.extend(std::iter::repeat_n(self.delimiter, gap));
            out.push_str(&quoted(&new, self.delimiter));
            done = range.end;
        }
        out.push_str(self.text.get(done..).unwrap_or_default());
        out
    }
}

/// The places of the cells of the row that begins at a byte, and where the next row begins.
fn row(text: &str, mut at: usize, delimiter: char) -> (Vec<Range<usize>>, usize) {
    let bytes = text.as_bytes();
    let mut cells = Vec::new();
    loop {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            while let Some(&byte) = bytes.get(at) {
                at += 1;
                if byte == b'"' {
                    if bytes.get(at) != Some(&b'"') {
                        break;
                    }
                    at += 1;
                }
            }
        }
        // All that matters here is ASCII, so no character is cut.
        let ends = |byte: u8| byte == b'\n' || byte == b'\r' || char::from(byte) == delimiter;
        while bytes.get(at).is_some_and(|byte| !ends(*byte)) {
            at += 1;
        }
        cells.push(start..at);
        match bytes.get(at) {
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => return (cells, at + 2),
            Some(b'\r' | b'\n') => return (cells, at + 1),
            Some(_) => at += 1,
            None => return (cells, at),
        }
    }
}

fn value(raw: &str) -> Cow<'_, str> {
    let Some(inner) = raw.strip_prefix('"') else {
        return Cow::Borrowed(raw);
    };
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if inner.contains('"') {
        Cow::Owned(inner.replace("\"\"", "\""))
    } else {
        Cow::Borrowed(inner)
    }
}

/// A value as a cell, in quotes where it needs them.
pub fn quoted(value: &str, delimiter: char) -> Cow<'_, str> {
    let needs = |c: char| c == delimiter || matches!(c, '"' | '\n' | '\r');
    if value.contains(needs) || value.starts_with(' ') || value.ends_with(' ') {
        Cow::Owned(format!("\"{}\"", value.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(value)
    }
}

/// A text that no spreadsheet takes for a formula.
///
/// A spreadsheet computes what begins with `=`, `+`, `-`, `@`, a tab or a line end; an apostrophe
/// before it makes it text.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let first = text
        .trim_start_matches([' ', '\u{a0}', '\u{3000}'])
        .chars()
        .next();
    // Full-width signs are computed too by spreadsheets of East Asian systems.
    let acts = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    };
    if first.is_some_and(acts) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Rows of cells as a text of separated values with commas, no cell a formula.
pub fn written(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        let cells: Vec<_> = row.iter().map(|it| quoted(it, ',')).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cell_changes_and_no_other_byte() {
        let text = "\u{feff}Student,ID,\"Plan, one (7)\"\r\n\"O'Neil, \"\"Zoë\"\"\",1,\r\n王,\"2\",  8 \nx";
        let cells = Cells::read(text);
        assert_eq!(cells.header(), ["Student", "ID", "Plan, one (7)"]);
        assert_eq!(cells.get(1, 0), "O'Neil, \"Zoë\"");
        assert_eq!(cells.len(), 4);
        assert_eq!(cells.with(vec![]), text);
        let changed = cells.with(vec![
            (3, 2, "好,1".into()),
            (1, 2, "7.5".into()),
            (2, 1, "2".into()),
        ]);
        let wanted = text.replace("\"\"\",1,\r", "\"\"\",1,7.5\r") + ",,\"好,1\"";
        assert_eq!(changed, wanted);
    }

    #[test]
    fn any_text_can_be_read_and_given_back() {
        for text in [
            "",
            "\n",
            "\"",
            "\"a\nb",
            "a;b\r\"c\"d;e\r",
            "\u{feff}",
            "姓名\t学号\n张\t1",
        ] {
            let cells = Cells::read(text);
            assert_eq!(cells.with(vec![]), text);
        }
        assert_eq!(Cells::read("a;b,c;d\n1;2;3").get(1, 2), "3");
        assert_eq!(Cells::read("姓名\t学号\n张\t1").get(1, 1), "1");
    }

    #[test]
    fn a_formula_becomes_text() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝求和", "\r=1"] {
            assert!(harmless(text).starts_with('\''), "{text}");
        }
        for text in ["", "a=1", "好", "1-2", "'=1"] {
            assert_eq!(harmless(text), text);
        }
    }
}
