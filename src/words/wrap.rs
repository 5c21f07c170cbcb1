//! Text in lines of so many cells, in English and in Chinese.
//!
//! The Unicode line breaking algorithm (UAX #14) does the work. Three customs of Chinese
//! typesetting that it leaves open are added by showing it a stand-in text: curly quotes next to
//! Chinese open and close as brackets do, and a middle dot, wave dash or wide slash stays with the
//! word before it.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

/// The lines of a text, each at most `cells` wide; its own line ends stay.
///
/// A line breaks where Unicode and the customs of Chinese allow it.
/// A word longer than a line stands out.
pub fn wrap(text: &str, cells: usize) -> Vec<&str> {
    text.split('\n')
        .flat_map(|line| wrap_line(line, cells))
        .collect()
}

/// Where a line may be broken: the offset of every place where the next line could begin, and its
/// end.
pub fn line_breaks(line: &str) -> Vec<usize> {
    let shown = stand_in(line);
    let breaks = unicode_linebreak::linebreaks(&shown);
    breaks.map(|(at, _)| at).collect()
}

/// Whether this character belongs to Chinese (or Japanese) text: ideographs, kana, wide signs.
fn is_wide_script(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The same line as far as bytes go, with stand-ins where Chinese custom differs.
fn stand_in(line: &str) -> Cow<'_, str> {
    const SIGNS: [char; 7] = ['“', '”', '‘', '’', '·', '～', '／'];
    if !line.contains(SIGNS) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let beside =
            is_wide_script(before) || chars.peek().is_some_and(|&after| is_wide_script(after));
        out.push(match c {
            '～' | '／' => '、',
            '“' if beside => '「',
            '”' if beside => '」',
            '‘' if beside => '『',
            '’' if beside => '』',
            '·' if beside => '\u{ad}',
            c => c,
        });
        before = c;
    }
    Cow::Owned(out)
}

fn wrap_line(line: &str, cells: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut start, mut fits) = (0, 0);
    for at in line_breaks(line) {
        let Some(piece) = line.get(start..at) else {
            continue;
        };
        if piece.trim_end().width() > cells && fits > start {
            out.push(line.get(start..fits).unwrap_or_default().trim_end());
            start = fits;
        }
        fits = at;
    }
    out.push(line.get(start..).unwrap_or_default().trim_end());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_breaks_between_words() {
        assert_eq!(wrap("one two three\nfour", 8), ["one two", "three", "four"]);
        assert_eq!(wrap("", 8), [""]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_comma() {
        assert_eq!(wrap("他们说，“很热”。", 8), ["他们说，", "“很热”。"]);
        assert_eq!(
            wrap("顾客的需要，顾客的欲望", 10),
            ["顾客的需", "要，顾客的", "欲望"]
        );
        assert_eq!(wrap("卡尔·马克", 4), ["卡", "尔·", "马克"]);
        assert_eq!(wrap("don’t be “so” late", 9), ["don’t be", "“so” late"]);
    }
}
