//! One plain form for characters that mean the same on two keyboards.

/// The text in half-width lower case, with plain spaces, hyphens and points, and trimmed.
///
/// A Chinese keyboard gives `１２％` and `3。5`, a word processor gives thin
/// spaces and true minus signs; none of that should make a number unreadable.
pub(in crate::words) fn fold(text: &str) -> String {
    let plain: String = text.chars().filter_map(plain).collect();
    plain.trim().to_string()
}

/// One character in its plain form; nothing for characters without width.
fn plain(c: char) -> Option<char> {
    let c = match c {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xff01 + u32::from('!')).unwrap_or(c)
        }
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '\u{2019}' => '\'',
        '。' => '.',
        '￥' => '¥',
        '￡' => '£',
        '￦' => '₩',
        '萬' => '万',
        '億' => '亿',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    Some(c.to_ascii_lowercase())
}
