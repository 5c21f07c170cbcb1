//! Texts that cannot move, hide or turn the text beside them.
//!
//! A plan may come from anybody. What a writer of a format receives has passed through here, so
//! that no format has to think of control characters again.

use std::borrow::Cow;

use crate::charts::{Body, Chart};

/// The text without characters that act instead of being read.
///
/// Control characters become a replacement mark, and so do those that turn the direction of
/// writing for everything after them; other line ends become `\n`, a tab a space. Marks that only
/// say the direction of their neighbours stay: right-to-left languages need them.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let clean = text.chars().map(|c| match c {
        c if is_plain(c) => c,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => ' ',
        _ => '\u{fffd}',
    });
    Cow::Owned(clean.collect())
}

/// Whether a character is only read. Those that no XML file may hold are none.
fn is_plain(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let ends_line = matches!(c, '\u{2028}' | '\u{2029}');
    let is_no_character = matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff);
    c == '\n' || !(c.is_control() || turns || ends_line || is_no_character)
}

/// A chart whose words are clean.
pub(super) fn chart(mut chart: Chart) -> Chart {
    tidy(&mut chart.title);
    tidy(&mut chart.question);
    chart.remarks.iter_mut().for_each(tidy);
    chart.signs.iter_mut().for_each(tidy);
    chart.notes.iter_mut().for_each(|note| tidy(&mut note.text));
    match &mut chart.body {
        Ok(Body::Map(map)) => {
            tidy(&mut map.x.label);
            tidy(&mut map.y.label);
            map.regions.iter_mut().for_each(|it| tidy(&mut it.name));
        }
        Ok(Body::Bars(bars)) => {
            bars.series.iter_mut().for_each(tidy);
            for bar in &mut bars.rows {
                tidy(&mut bar.label);
                bar.shown.iter_mut().for_each(tidy);
            }
        }
        Ok(Body::Lines(lines)) => {
            tidy(&mut lines.x.label);
            tidy(&mut lines.y.label);
            lines.series.iter_mut().for_each(|it| tidy(&mut it.name));
        }
        Ok(Body::Calendar(calendar)) => {
            calendar.rows.iter_mut().for_each(|it| tidy(&mut it.label));
        }
        Ok(Body::Profile(profile)) => {
            tidy(&mut profile.scale.label);
            profile.sides.iter_mut().for_each(|it| tidy(&mut it.name));
            for factor in &mut profile.factors {
                tidy(&mut factor.group);
                tidy(&mut factor.name);
            }
        }
        Err(missing) => tidy(&mut missing.say),
    }
    chart
}

fn tidy(text: &mut String) {
    if let Cow::Owned(cleaned) = clean(text) {
        *text = cleaned;
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn nothing_turns_hides_or_moves_the_text_beside_it() {
        assert_eq!(
            clean("a\u{202e}b\u{0}c\u{1b}[1m\u{ffff}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}[1m\u{fffd}"
        );
        assert_eq!(clean("顾客\u{2066}需要\t欲望"), "顾客\u{fffd}需要 欲望");
    }

    #[test]
    fn every_line_end_is_the_same() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\u{85}e"), "a\nb\nc\nd\ne");
        assert_eq!(clean("需要\r\n欲望"), "需要\n欲望");
    }

    #[test]
    fn what_a_language_needs_stays() {
        for kept in [
            "שלום\u{200f}!",
            "नमस्ते\u{200d}",
            "e\u{301}",
            "👩\u{200d}🌾",
            "甲\n乙",
        ] {
            assert_eq!(clean(kept), kept);
        }
    }
}
