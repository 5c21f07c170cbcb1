//! Bytes of a text as people count them: lines, and characters in a line.

/// A place in a text, both counted from 1; the column counts characters, not bytes or cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// Where the lines of a text begin, so that many places are found quickly.
#[derive(Debug, Clone)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// The lines of a text; a BOM is no part of the first.
    pub fn of(text: &'t str) -> Lines<'t> {
        let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let mut starts = vec![bom];
        // Lines are short: a search for the next end would hardly begin before it has to stop.
        text.bytes().enumerate().for_each(|(at, byte)| {
            if byte == b'\n' {
                starts.push(at + 1);
            }
        });
        Lines { text, starts }
    }

    /// The place of a byte; one beyond the text counts as its end.
    pub fn place(&self, byte: usize) -> Place {
        let byte = byte.min(self.text.len());
        let line = self.index(byte);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let before = self.text.as_bytes().get(start..byte).unwrap_or_default();
        Place {
            line: line + 1,
            // Every character has one byte that does not continue another.
            column: 1 + before.iter().filter(|byte| **byte & 0xc0 != 0x80).count(),
        }
    }

    /// The bytes of the lines from that of one byte to that of another, without the last line end.
    pub fn window(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(self.index(first)).copied().unwrap_or(0);
        let end = match self.starts.get(self.index(last) + 1) {
            Some(next) => next - 1,
            None => self.text.len(),
        };
        start..end.max(start)
    }

    fn index(&self, byte: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= byte)
            .saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_in_both_languages() {
        let text = "a = 1\r\nneed = \"x\"\n需要 = \"热\"\n";
        let lines = Lines::of(text);
        let place = |what: &str| lines.place(text.find(what).unwrap());
        assert_eq!(place("need"), Place { line: 2, column: 1 });
        assert_eq!(place("\"热"), Place { line: 3, column: 6 });
        assert_eq!(lines.place(9999), Place { line: 4, column: 1 });
        assert_eq!(Lines::of("").place(0), Place { line: 1, column: 1 });
        assert_eq!(
            Lines::of("\u{feff}ab").place(4),
            Place { line: 1, column: 2 }
        );
    }

    #[test]
    fn a_window_has_whole_lines() {
        let text = "一\n二二\n三";
        let lines = Lines::of(text);
        assert_eq!(&text[lines.window(4, 4)], "二二");
        assert_eq!(&text[lines.window(0, text.len())], text);
        assert_eq!(&text[lines.window(7, 99)], "二二\n三");
    }
}
