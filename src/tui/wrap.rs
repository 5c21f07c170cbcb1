//! Where a line of English or Chinese may be broken, counted in cells.
//!
//! Where it may be broken is asked of `words`, as the command line does. Here a word longer than a
//! row is broken too, since a screen has an edge, and cells are counted as they are drawn.

use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

use crate::words::line_breaks;

/// How many cells a tab takes; tabs are rare in plans, so they are short and fixed.
pub(crate) const TAB: usize = 4;

/// How many cells one grapheme takes on the screen.
///
/// The terminal library's own count is used, so that layout and drawing cannot disagree. Control
/// characters are drawn as one cell.
pub(crate) fn grapheme_width(grapheme: &str) -> usize {
    match grapheme.bytes().next() {
        Some(b'\t') => TAB,
        Some(b' '..=b'~') if grapheme.len() == 1 => 1,
        _ if grapheme.contains(char::is_control) => 1,
        _ => usize::from(grapheme.cell_width()),
    }
}

/// How many cells a text takes on one line.
pub(crate) fn width(text: &str) -> usize {
    text.graphemes(true).map(grapheme_width).sum()
}

/// Whether this is a blank that may hang over the end of a row.
pub(crate) fn is_blank(grapheme: &str) -> bool {
    matches!(grapheme, " " | "\t" | "\u{3000}")
}

/// Calls `row_starts` with the offset of every row after the first, for rows of at most `cells`.
///
/// The line holds no line feed. Blanks at the end of a row hang over its edge and are not counted.
/// A word longer than a row is broken between graphemes; a grapheme wider than a row stands alone.
pub(crate) fn breaks(line: &str, cells: usize, mut row_starts: impl FnMut(usize)) {
    if line.len() <= cells && line.is_ascii() && !line.contains('\t') {
        return;
    }
    let mut allowed = line_breaks(line).into_iter();
    let mut next_allowed = allowed.next();
    let mut start = 0;
    let mut used = 0;
    // The last place where this row may end, and the cells between it and here.
    let mut place = 0;
    let mut since = 0;
    for (at, grapheme) in line.grapheme_indices(true) {
        while let Some(offset) = next_allowed.filter(|&offset| offset <= at) {
            if offset == at {
                (place, since) = (at, 0);
            }
            next_allowed = allowed.next();
        }
        let wide = grapheme_width(grapheme);
        if used + wide > cells && !is_blank(grapheme) && at > start {
            if place > start {
                (start, used) = (place, since);
            } else {
                (start, used) = (at, 0);
            }
            row_starts(start);
            // The rest of a broken word may itself be too long once this grapheme is added.
            if used + wide > cells && at > start {
                (start, used) = (at, 0);
                row_starts(start);
            }
            since = used;
        }
        used += wide;
        since += wide;
    }
}

/// The rows of one line as byte ranges, each at most `cells` wide but for hanging blanks.
pub(crate) fn rows(line: &str, cells: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    breaks(line, cells, |at| {
        rows.push(start..at);
        start = at;
    });
    rows.push(start..line.len());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(line: &str, cells: usize) -> Vec<&str> {
        let rows = rows(line, cells);
        rows.into_iter().map(|r| &line[r]).collect()
    }

    #[test]
    fn english_breaks_between_words_and_blanks_hang() {
        assert_eq!(split("a felt lack", 6), ["a felt ", "lack"]);
        assert_eq!(split("felt   lack", 4), ["felt   ", "lack"]);
        assert_eq!(split("unputdownable", 5), ["unput", "downa", "ble"]);
        assert_eq!(
            split("we unputdownable", 5),
            ["we ", "unput", "downa", "ble"]
        );
        assert_eq!(split("", 5), [""]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_punctuation() {
        assert_eq!(split("顾客需要早餐", 5), ["顾客", "需要", "早餐"]);
        assert_eq!(split("顾客，需要", 4), ["顾", "客，", "需要"]);
        assert_eq!(split("年轻的ABC城市", 8), ["年轻的", "ABC城市"]);
        assert_eq!(split("早餐……吃吗", 5), ["早", "餐……", "吃吗"]);
    }

    #[test]
    fn curly_quotes_open_and_close_beside_chinese() {
        // “ and ” are one cell each here.
        assert_eq!(split("他说“早”吧", 5), ["他说", "“早”", "吧"]);
        assert_eq!(split("他说“早餐”", 8), ["他说“早", "餐”"]);
        assert_eq!(split("他说“app”吧", 6), ["他说", "“app”", "吧"]);
        assert_eq!(split("don’t be “so” late", 9), ["don’t be ", "“so” late"]);
    }

    #[test]
    fn signs_inside_chinese_names_and_ranges_do_not_start_a_row() {
        assert_eq!(split("卡尔·马克", 4), ["卡", "尔·", "马克"]);
        assert_eq!(split("四～七", 4), ["四～", "七"]);
    }

    #[test]
    fn wide_glyphs_are_never_cut_and_never_lost() {
        assert_eq!(split("早餐", 1), ["早", "餐"]);
        assert_eq!(split("a👨‍👩‍👧‍👦b", 2), ["a", "👨‍👩‍👧‍👦", "b"]);
        assert_eq!(
            split("e\u{301}e\u{301}e\u{301}", 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
    }

    proptest! {
        #[test]
        fn wrap_loses_nothing_and_keeps_within_the_width(
            line in "[a-c 中文，。“”·～（）！A0\u{301}\u{200d}👩👧🇨🇳\u{3000}]{0,60}",
            cells in 2usize..20,
        ) {
            let parts = split(&line, cells);
            prop_assert_eq!(parts.concat(), line.clone());
            for part in &parts {
                let seen = part.trim_end_matches([' ', '\u{3000}', '\t']);
                // Two faces with an accent between them are one character of four cells.
                let alone = seen.graphemes(true).count() == 1;
                prop_assert!(alone || width(seen) <= cells, "{:?} in {:?}", part, parts);
            }
            let whole = line.grapheme_indices(true).map(|(at, _)| at).collect::<Vec<_>>();
            for row in rows(&line, cells).iter().skip(1) {
                prop_assert!(whole.contains(&row.start));
            }
        }

        #[test]
        fn chinese_punctuation_never_starts_a_row(
            words in proptest::collection::vec("[中文早餐顾客]{1,5}[，。、！？；：”』）》]", 1..12),
            cells in 6usize..24,
        ) {
            let line = words.concat();
            for part in split(&line, cells).iter().skip(1) {
                prop_assert!(!part.starts_with(['，', '。', '、', '！', '？', '；', '：', '”', '』', '）', '》']), "{}", part);
            }
        }
    }
}
