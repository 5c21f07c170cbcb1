//! How long ago something was, in words.

use jiff::Timestamp;

use crate::words::{Lang, Text};

/// Seconds in a unit, and the wording for one and for many.
const UNITS: [(i64, Text, Text); 3] = [
    (
        86_400,
        Text::new("a day ago", "1 天前"),
        Text::new("{0} days ago", "{0} 天前"),
    ),
    (
        3_600,
        Text::new("an hour ago", "1 小时前"),
        Text::new("{0} hours ago", "{0} 小时前"),
    ),
    (
        60,
        Text::new("a minute ago", "1 分钟前"),
        Text::new("{0} minutes ago", "{0} 分钟前"),
    ),
];

/// The time between two moments in words: "3 minutes ago".
///
/// It needs no time zone, and says "just now" when a clock runs ahead.
pub fn ago(then: Timestamp, now: Timestamp, lang: Lang) -> String {
    let seconds = now.as_second() - then.as_second();
    UNITS
        .iter()
        .find(|(unit, ..)| seconds >= *unit)
        .map_or_else(
            || Text::new("just now", "刚刚").get(lang).to_owned(),
            |(unit, one, many)| match seconds / unit {
                1 => one.get(lang).to_owned(),
                count => many.fill(lang, &[count.to_string()]),
            },
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_read_well_in_both_languages() {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let cases = [
            (-50, "just now", "刚刚"),
            (59, "just now", "刚刚"),
            (60, "a minute ago", "1 分钟前"),
            (7_200, "2 hours ago", "2 小时前"),
            (260_000, "3 days ago", "3 天前"),
        ];
        for (seconds, en, zh) in cases {
            let then = Timestamp::from_second(1_000_000 - seconds).unwrap();
            assert_eq!(ago(then, now, Lang::En), en);
            assert_eq!(ago(then, now, Lang::Zh), zh);
        }
    }
}
