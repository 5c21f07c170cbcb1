//! Lengths of time in a text: "30 minutes", "half a day", 四小时, 半天.

use std::ops::Range;

use rust_decimal::Decimal;

/// A length of time, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration {
    /// How long, in minutes.
    pub minutes: Decimal,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// Units with their minutes; longer words before those that they begin with.
const UNITS: &[(&str, i64)] = &[
    ("minutes", 1),
    ("minute", 1),
    ("mins", 1),
    ("min", 1),
    ("hours", 60),
    ("hour", 60),
    ("hrs", 60),
    ("working days", 1440),
    ("working day", 1440),
    ("business days", 1440),
    ("business day", 1440),
    ("days", 1440),
    ("day", 1440),
    ("weeks", 10080),
    ("week", 10080),
    ("h", 60),
    ("分钟", 1),
    ("个小时", 60),
    ("小时", 60),
    ("个工作日", 1440),
    ("天", 1440),
    ("周", 10080),
    ("个星期", 10080),
];

/// Numbers in words, with their tenths, so that a half is whole.
const WORDS: &[(&str, i64)] = &[
    ("half an", 5),
    ("half a", 5),
    ("one", 10),
    ("an", 10),
    ("a", 10),
    ("two", 20),
    ("three", 30),
    ("four", 40),
    ("five", 50),
    ("six", 60),
    ("seven", 70),
    ("eight", 80),
    ("nine", 90),
    ("ten", 100),
    ("twelve", 120),
    ("fifteen", 150),
    ("twenty", 200),
    ("thirty", 300),
    ("forty", 400),
    ("半", 5),
];

/// A text that names so many times promises none of them in particular.
const ENOUGH: usize = 16;

const DIGITS: &str = "〇一二三四五六七八九";

/// The lengths of time in a text, from left to right.
pub fn durations(text: &str) -> Vec<Duration> {
    let text = text.to_ascii_lowercase();
    let mut found: Vec<Duration> = Vec::new();
    for (unit, minutes) in UNITS {
        for (at, _) in text.match_indices(unit) {
            if found.len() == ENOUGH {
                break;
            }
            let end = at + unit.len();
            let rest = text.get(end..).unwrap_or_default();
            let cut = unit.is_ascii() && rest.starts_with(|it: char| it.is_ascii_alphanumeric());
            let taken = found
                .iter()
                .any(|it| it.range.end > at && it.range.start < end);
            if cut || taken {
                continue;
            }
            let before = text
                .get(..at)
                .unwrap_or_default()
                .trim_end_matches([' ', '-']);
            if let Some((tenths, start)) = number(before)
                && let Some(minutes) = Decimal::from(*minutes).checked_mul(tenths)
            {
                found.push(Duration {
                    minutes: minutes / Decimal::TEN,
                    range: start..end,
                });
            }
        }
    }
    found.sort_by_key(|it| it.range.start);
    found
}

/// The number on which a text ends, in tenths, and where it begins.
fn number(text: &str) -> Option<(Decimal, usize)> {
    let run = |of: fn(char) -> bool| {
        let start = text
            .char_indices()
            .rev()
            .take_while(|(_, it)| of(*it))
            .last()
            .map(|(at, _)| at)?;
        Some((text.get(start..)?, start))
    };
    if let Some((digits, start)) = run(|it| it.is_ascii_digit() || it == '.') {
        let value: Decimal = digits.trim_matches('.').parse().ok()?;
        return Some((value.checked_mul(Decimal::TEN)?, start));
    }
    if let Some((chinese, start)) = run(|it| DIGITS.contains(it) || "十两百".contains(it)) {
        return Some((Decimal::from(spelt(chinese)?.checked_mul(10)?), start));
    }
    WORDS.iter().find_map(|(word, tenths)| {
        let rest = text.strip_suffix(word)?;
        let whole = !word.is_ascii() || !rest.ends_with(|it: char| it.is_ascii_alphanumeric());
        whole.then(|| (Decimal::from(*tenths), rest.len()))
    })
}

/// A Chinese number below a thousand.
fn spelt(text: &str) -> Option<i64> {
    let (mut sum, mut digit) = (0_i64, None);
    for letter in text.chars() {
        match letter {
            '百' => sum += digit.take().unwrap_or(1) * 100,
            '十' => sum += digit.take().unwrap_or(1) * 10,
            '两' => digit = Some(2),
            _ => digit = Some(i64::try_from(DIGITS.chars().position(|it| it == letter)?).ok()?),
        }
        (sum < 1000).then_some(())?;
    }
    Some(sum + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(text: &str) -> Vec<String> {
        durations(text)
            .iter()
            .map(|it| it.minutes.normalize().to_string())
            .collect()
    }

    #[test]
    fn lengths_of_time_are_read_in_both_languages() {
        assert_eq!(minutes("in 30 minutes, not 2 hours"), ["30", "120"]);
        assert_eq!(
            minutes("within half an hour or four working days"),
            ["30", "5760"]
        );
        assert_eq!(minutes("a 24-hour answer"), ["1440"]);
        assert_eq!(minutes("30分钟送达，四小时内修好"), ["30", "240"]);
        assert_eq!(
            minutes("省下半天，两个小时，十二天"),
            ["720", "120", "17280"]
        );
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "7:30",
            "the day after",
            "every hour counts",
            "one hundred",
            "七点半到家",
            "每天",
            "周末",
        ] {
            assert_eq!(minutes(text), [""; 0], "{text}");
        }
    }
}
