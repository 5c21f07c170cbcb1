//! Text that others wrote, made fit to be shown.

use std::borrow::Cow;

/// A text that cannot move the cursor: control characters other than line ends are made visible.
pub fn visible(text: &str) -> Cow<'_, str> {
    let plain = |c: char| matches!(c, '\n' | ' '..='~' | '\u{a0}'..) && !is_bidi(c);
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| match c {
            '\n' => c,
            '\t' => ' ',
            '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
            '\u{7f}' => '␡',
            c if c.is_control() || is_bidi(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Whether a character turns the direction of writing, and with it the look of a line.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_moves_the_cursor() {
        assert_eq!(
            visible("a\u{1b}[2Jb\nc\u{9b}d\u{202e}"),
            "a␛[2Jb\nc\u{fffd}d\u{fffd}"
        );
        assert_eq!(visible("顾客\u{7}的\t需要"), "顾客␇的 需要");
    }
}
