//! Places as the protocol counts them: lines from 0, and code units in a line.

use gen_lsp_types::{Position, PositionEncodingKind, Range};

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of two bytes: what every client can do, and so the default.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// Chooses among what a client offers; bytes first, because nothing has to be counted.
    pub fn choose(offered: &[PositionEncodingKind]) -> Encoding {
        let all = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];
        let mut all = all.into_iter();
        all.find(|it| offered.contains(&it.kind()))
            .unwrap_or_default()
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }
}

/// The lines of a text, for many places.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    /// The lines of a text: they end with `\n`, `\r\n` or a lone `\r`, as the protocol has it.
    pub fn of(text: &'t str, encoding: Encoding) -> Lines<'t> {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1));
        Lines {
            text,
            starts: starts.collect(),
            encoding,
        }
    }

    /// A line without its end.
    pub fn line(&self, nth: usize) -> &'t str {
        let start = self.starts.get(nth).copied().unwrap_or(self.text.len());
        let end = self.starts.get(nth + 1).copied();
        let line = self.text.get(start..end.unwrap_or(self.text.len()));
        line.unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    /// Where a line begins; the end of the text for one beyond the last.
    pub fn start(&self, nth: usize) -> usize {
        self.starts.get(nth).copied().unwrap_or(self.text.len())
    }

    /// The byte of a place: one beyond its line counts as the line's end, one inside a character
    /// as the character's beginning.
    pub fn offset(&self, position: Position) -> usize {
        let nth = position.line as usize;
        let (mut at, mut units) = (self.start(nth), 0);
        for c in self.line(nth).chars() {
            units += self.encoding.width(c);
            if units > position.character as usize {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    /// The place of a byte; one beyond the text counts as its end.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let nth = self.starts.partition_point(|start| *start <= byte);
        let nth = nth.saturating_sub(1);
        let before = self.text.get(self.start(nth)..byte).unwrap_or_default();
        let units: usize = match self.encoding {
            Encoding::Utf8 => before.len(),
            _ => before.chars().map(|c| self.encoding.width(c)).sum(),
        };
        Position::new(nth as u32, units as u32)
    }

    /// The places of a range of bytes.
    pub fn range(&self, bytes: std::ops::Range<usize>) -> Range {
        Range::new(self.position(bytes.start), self.position(bytes.end))
    }

    /// The bytes between two places; places in the wrong order are put right.
    pub fn bytes(&self, range: &Range) -> std::ops::Range<usize> {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        start.min(end)..start.max(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_goes_there_and_back() {
        let text = "a需🍵e\u{301}\r\n二\r三\n";
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let lines = Lines::of(text, encoding);
            for (at, c) in text.char_indices().filter(|(_, c)| !"\r\n".contains(*c)) {
                assert_eq!(lines.offset(lines.position(at)), at, "{encoding:?} {c}");
            }
        }
        let lines = Lines::of(text, Encoding::Utf16);
        assert_eq!(lines.position(8), Position::new(0, 4));
        assert_eq!(lines.position(text.len()), Position::new(3, 0));
        assert_eq!(lines.offset(Position::new(0, 3)), 4, "inside the emoji");
        assert_eq!(lines.offset(Position::new(0, 99)), text.find('\r').unwrap());
        assert_eq!(lines.offset(Position::new(99, 9)), text.len());
        assert_eq!(lines.line(1), "二");
    }

    #[test]
    fn bytes_are_chosen_where_the_client_can() {
        let offered = [PositionEncodingKind::UTF16, PositionEncodingKind::UTF8];
        assert_eq!(Encoding::choose(&offered), Encoding::Utf8);
        assert_eq!(Encoding::choose(&[]), Encoding::Utf16);
    }
}
