//! Text in lines of so many cells, in English and in Chinese.

use unicode_width::UnicodeWidthStr;

/// The lines of a text, each at most `cells` wide; its own line ends stay.
///
/// A line breaks where Unicode allows it, and a Chinese quotation mark stays with what it quotes.
/// A word longer than a line stands out.
pub fn wrap(text: &str, cells: usize) -> Vec<&str> {
    text.split('\n')
        .flat_map(|line| wrap_line(line, cells))
        .collect()
}

fn wrap_line(line: &str, cells: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut start, mut fits) = (0, 0);
    // Corner brackets of the same length in bytes break as Chinese quotation marks should.
    let shown = line.replace('“', "「").replace('”', "」");
    for (at, _) in unicode_linebreak::linebreaks(&shown) {
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
    }
}
