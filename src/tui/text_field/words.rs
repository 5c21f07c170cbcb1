//! Words in a text, for moving, deleting and selecting by word.
//!
//! Unicode makes every Chinese character a word of its own, which is no faster than moving by
//! character; so a run of them counts as one word, as it does in most editors.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{line_end, line_start};

/// What kind of piece a text is cut into.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Han,
    Word,
    Other,
}

fn kind(piece: &str) -> Kind {
    match piece.chars().next() {
        Some('\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}') => {
            Kind::Han
        }
        _ if piece.contains(char::is_alphanumeric) => Kind::Word,
        _ => Kind::Other,
    }
}

/// The pieces of the line around a byte, runs of Chinese characters joined.
fn pieces(text: &str, at: usize) -> Vec<(Range<usize>, Kind)> {
    let start = line_start(text, at);
    let line = text.get(start..line_end(text, at)).unwrap_or_default();
    let mut pieces: Vec<(Range<usize>, Kind)> = Vec::new();
    for (offset, piece) in line.split_word_bound_indices() {
        let (begin, kind) = (start + offset, kind(piece));
        let end = begin + piece.len();
        match pieces.last_mut() {
            Some((last, Kind::Han)) if kind == Kind::Han => last.end = end,
            _ => pieces.push((begin..end, kind)),
        }
    }
    pieces
}

/// The beginning of the word before this byte, else of the line, else the end of the line before.
pub(super) fn left(text: &str, at: usize) -> usize {
    let start = line_start(text, at);
    if at == start {
        return at.saturating_sub(1);
    }
    let mut words = pieces(text, at).into_iter().rev();
    words
        .find(|(range, kind)| range.start < at && *kind != Kind::Other)
        .map_or(start, |(range, _)| range.start)
}

/// The end of the word after this byte, else of the line, else the beginning of the line after.
pub(super) fn right(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    if at == end {
        return text.len().min(at + 1);
    }
    let mut words = pieces(text, at).into_iter();
    words
        .find(|(range, kind)| range.end > at && *kind != Kind::Other)
        .map_or(end, |(range, _)| range.end)
}

/// The word, the punctuation or the blanks at this byte.
pub(super) fn around(text: &str, at: usize) -> Range<usize> {
    let pieces = pieces(text, at);
    let here = pieces.iter().find(|(range, _)| range.contains(&at));
    let here = here.or(pieces.last()).map(|(range, _)| range.clone());
    here.unwrap_or(at..at)
}
