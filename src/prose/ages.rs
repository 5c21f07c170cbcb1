//! Bands of age in a text: "adults 25 to 60", “20到60岁”.

use std::ops::Range;

/// An age from and to, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeBand {
    /// The youngest.
    pub from: u32,
    /// The oldest.
    pub to: u32,
    /// Its bytes in the text, with the word for years behind it.
    pub range: Range<usize>,
}

/// What may stand between two ages.
const TO: &[&str] = &[
    "-", "–", "—", "——", "~", "～", "to", "and", "through", "到", "至",
];
/// Words before a band of numbers that make it ages.
const BEFORE: &[&str] = &[
    "aged",
    "age",
    "ages",
    "between",
    "adults",
    "people",
    "persons",
    "men",
    "women",
    "adults of",
    "people of",
    "adults from",
    "people from",
    "adults between",
    "people between",
    "年龄",
];
/// Words behind a number that make it an age.
const YEARS: &[&str] = &["周岁", "岁", "years old", "year-olds", "years", "yrs"];

/// The first band of ages in a text.
pub fn age_band(text: &str) -> Option<AgeBand> {
    let numbers = numbers(text);
    numbers.windows(2).find_map(|pair| {
        let [(from, first), (to, second)] = pair else {
            return None;
        };
        let between = text.get(first.end..second.start)?.trim();
        let between = YEARS
            .iter()
            .find_map(|word| between.strip_prefix(word))
            .unwrap_or(between);
        let after = text.get(second.end..)?;
        let years = after.trim_start_matches([' ', '-']);
        let word = YEARS.iter().find(|word| years.starts_with(**word));
        let before = text
            .get(..first.start)?
            .trim_end_matches([' ', '(', '（', '：', ':']);
        let led = BEFORE.iter().any(|word| {
            let start = before.len().checked_sub(word.len());
            start
                .and_then(|start| before.get(start..))
                .is_some_and(|end| end.eq_ignore_ascii_case(word))
        });
        let spoken = TO.contains(&between.trim()) && (led || word.is_some());
        (spoken && from < to && *to <= 120).then(|| AgeBand {
            from: *from,
            to: *to,
            range: first.start
                ..second.end + word.map_or(0, |word| after.len() - years.len() + word.len()),
        })
    })
}

/// The whole numbers of a text below a thousand, in digits or in Chinese.
fn numbers(text: &str) -> Vec<(u32, Range<usize>)> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, letter)) = rest.next() {
        let kind = kind(letter);
        if kind == 0 {
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = rest.next_if(|(_, next)| self::kind(*next) == kind) {
            end = at + next.len_utf8();
        }
        let run = text.get(start..end).unwrap_or_default();
        let value = if kind == 1 {
            run.parse().ok()
        } else {
            chinese(run)
        };
        found.extend(value.filter(|it| *it < 1000).map(|it| (it, start..end)));
    }
    found
}

const DIGITS: &str = "一二三四五六七八九";

/// 1 for a digit, 2 for a Chinese numeral.
fn kind(letter: char) -> u8 {
    match letter {
        '0'..='9' => 1,
        '十' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => 2,
        _ => 0,
    }
}

/// A Chinese number up to ninety-nine.
fn chinese(run: &str) -> Option<u32> {
    let digit = |part: &str| -> Option<u32> {
        let mut letters = part.chars();
        let letter = letters.next()?;
        let at = DIGITS.chars().position(|it| it == letter)?;
        (letters.next().is_none()).then(|| u32::try_from(at + 1).unwrap_or(0))
    };
    match run.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones)? };
            Some(tens * 10 + ones)
        }
        None => digit(run),
    }
}

#[cfg(test)]
mod tests {
    use super::age_band;

    fn band(text: &str) -> Option<(u32, u32, &str)> {
        age_band(text).map(|it| (it.from, it.to, &text[it.range]))
    }

    #[test]
    fn bands_of_age_are_read_in_both_languages() {
        assert_eq!(band("adults 25 to 60"), Some((25, 60, "25 to 60")));
        assert_eq!(band("Aged 5-12"), Some((5, 12, "5-12")));
        assert_eq!(
            band("6 to 12 years old"),
            Some((6, 12, "6 to 12 years old"))
        );
        assert_eq!(band("20到60岁"), Some((20, 60, "20到60岁")));
        assert_eq!(band("25岁至45岁的人"), Some((25, 45, "25岁至45岁")));
        assert_eq!(band("二十到六十五岁"), Some((20, 65, "二十到六十五岁")));
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "8 to 60 mechanics",
            "open 9-17",
            "spends 20 to 60 euros",
            "每月花20到60元",
            "三到五人",
            "aged 60 to 25",
        ] {
            assert_eq!(band(text), None, "{text}");
        }
    }
}
