//! Money, exactly: whole ten-thousandths of the currency's unit, and no floating point anywhere.
//!
//! `1.234` is a thousand or a little more than one, depending on who wrote it. So a value says
//! which decimal marks it can be read with, and the file as a whole must leave one.

/// How many parts one unit of the currency has: four decimals are kept.
pub const PARTS: i64 = 10_000;

/// The most that one row may say, in parts: a hundred billion.
const MOST: u64 = 100_000_000_000 * PARTS as u64;

/// The sign before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
}

impl Mark {
    /// Both.
    pub const ALL: [Mark; 2] = [Mark::Point, Mark::Comma];

    /// The character itself.
    pub const fn sign(self) -> char {
        match self {
            Mark::Point => '.',
            Mark::Comma => ',',
        }
    }

    const fn other(self) -> Mark {
        match self {
            Mark::Point => Mark::Comma,
            Mark::Comma => Mark::Point,
        }
    }
}

/// With which marks a value can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It has no mark: either will do, and the value is the same.
    Nothing,
    /// Only with this one.
    Only(Mark),
    /// With both, and the values differ.
    Either,
    /// It is no number.
    NoNumber,
}

/// A number out of a cell, and the currency that stood with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// In [`PARTS`].
    pub parts: i64,
    /// The letters or sign of the currency, packed; 0 where there is none.
    pub currency: u32,
}

/// The amount in a cell, read with this mark.
pub fn parse(cell: &[u8], mark: Mark) -> Option<Amount> {
    if let Some(parts) = quick(cell, mark.sign() as u8) {
        return Some(Amount { parts, currency: 0 });
    }
    let plain = Plain::of(std::str::from_utf8(cell).ok()?)?;
    let parts = parts_of(&plain.digits, mark)?;
    Some(Amount {
        parts: if plain.negative { -parts } else { parts },
        currency: plain.currency,
    })
}

/// With which marks the amount in a cell can be read.
pub fn says(cell: &[u8]) -> Says {
    let text = std::str::from_utf8(cell).ok().and_then(Plain::of);
    let Some(plain) = text else {
        return Says::NoNumber;
    };
    match Mark::ALL.map(|mark| parts_of(&plain.digits, mark)) {
        [None, None] => Says::NoNumber,
        [Some(_), None] => Says::Only(Mark::Point),
        [None, Some(_)] => Says::Only(Mark::Comma),
        [Some(point), Some(comma)] if point == comma => Says::Nothing,
        [Some(_), Some(_)] => Says::Either,
    }
}

/// Digits with at most one mark and at most four decimals: what almost every cell holds.
fn quick(cell: &[u8], mark: u8) -> Option<i64> {
    let (negative, digits) = match cell {
        [b'-', rest @ ..] => (true, rest),
        all => (false, all),
    };
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    let mut value: i64 = 0;
    let mut decimals: Option<u32> = None;
    for &byte in digits {
        if byte.is_ascii_digit() {
            value = value * 10 + i64::from(byte - b'0');
            decimals = decimals.map(|n| n + 1);
        } else if byte == mark && decimals.is_none() {
            decimals = Some(0);
        } else {
            return None;
        }
    }
    let scale = match decimals {
        None => PARTS,
        Some(1) => 1000,
        Some(2) => 100,
        Some(3) => 10,
        Some(4) => 1,
        Some(_) => return None,
    };
    let parts = value.checked_mul(scale)?;
    let fits = parts.unsigned_abs() <= MOST;
    fits.then_some(if negative { -parts } else { parts })
}

/// A number without its currency and its sign: digits, marks, and `_` for other gaps.
struct Plain {
    digits: String,
    negative: bool,
    currency: u32,
}

impl Plain {
    fn of(text: &str) -> Option<Plain> {
        let mut digits = String::with_capacity(text.len());
        let mut currency = String::new();
        let (mut minus, mut open, mut close) = (0, 0, 0);
        for c in text.trim().chars() {
            match narrow(c) {
                c @ ('0'..='9' | '.' | ',') => digits.push(c),
                '+' if digits.is_empty() => {}
                '-' | '\u{2212}' | '\u{2013}' => minus += 1,
                '(' if digits.is_empty() => open += 1,
                ')' if !digits.is_empty() => close += 1,
                '\'' | '\u{2019}' => digits.push('_'),
                c if c.is_whitespace() => {
                    if digits.ends_with(|c: char| c.is_ascii_digit()) {
                        digits.push('_');
                    }
                }
                c if c.is_ascii_alphabetic() => currency.push(c.to_ascii_uppercase()),
                c if SIGNS.contains(c) => currency.push(c),
                _ => return None,
            }
        }
        let digits = digits.trim_end_matches('_').to_owned();
        let paired = open == close && open <= 1;
        if minus + open > 1 || !paired || digits.is_empty() {
            return None;
        }
        Some(Plain {
            digits,
            negative: minus + open == 1,
            currency: packed(&currency)?,
        })
    }
}

/// The signs of currencies that stand with amounts.
const SIGNS: &str = "¥$€£₩₹₽฿₫₺₴元圆円원块";

/// A full-width character as the ASCII one.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xff01 + u32::from('!')).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        c => c,
    }
}

/// A currency as a number; `None` where the letters are too many to be one.
fn packed(name: &str) -> Option<u32> {
    match name {
        "" => Some(0),
        // One currency, however it is written.
        "元" | "圆" | "块" | "RMB" | "CNY" | "CN¥" | "¥元" => packed("¥"),
        "EUR" => packed("€"),
        "GBP" => packed("£"),
        "USD" | "US$" => packed("$"),
        _ if name.chars().count() > 3 => None,
        _ => Some(
            name.chars()
                .fold(0, |sum: u32, c| sum.wrapping_mul(0x101) ^ u32::from(c)),
        ),
    }
}

/// The value of digits and marks, in parts.
fn parts_of(digits: &str, mark: Mark) -> Option<i64> {
    let (whole, decimals) = match digits.split_once(mark.sign()) {
        None => (digits, ""),
        Some((_, "")) => return None,
        Some((whole, decimals)) => (whole, decimals.trim_end_matches('0')),
    };
    if decimals.len() > 4 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = ungrouped(whole, mark.other().sign())?;
    let whole: u64 = match whole.as_str() {
        "" if decimals.is_empty() && !digits.ends_with('0') => return None,
        "" => 0,
        whole => whole.parse().ok()?,
    };
    let tail: u64 = format!("{decimals:0<4}").parse().ok()?;
    let parts = whole.checked_mul(PARTS.unsigned_abs())?.checked_add(tail)?;
    (parts <= MOST).then(|| parts.cast_signed())
}

/// A whole number without what divides its thousands; `None` if that stands in odd places.
fn ungrouped(whole: &str, other: char) -> Option<String> {
    let Some(gap) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(whole.to_owned());
    };
    if gap != other && gap != '_' {
        return None;
    }
    let groups: Vec<&str> = whole.split(gap).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    // Thousands, or lakhs and crores: 12,34,567.
    let fine = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && last.len() == 3
        && (middle.iter().all(|it| it.len() == 3) || middle.iter().all(|it| it.len() == 2));
    let joined = groups.concat();
    (fine && joined.bytes().all(|byte| byte.is_ascii_digit())).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(cell: &str, mark: Mark) -> Option<i64> {
        parse(cell.as_bytes(), mark).map(|it| it.parts)
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let table: &[(&str, Mark, Option<i64>)] = &[
            ("12", Mark::Point, Some(120_000)),
            ("-3.50", Mark::Point, Some(-35_000)),
            ("3,5", Mark::Comma, Some(35_000)),
            ("3,5", Mark::Point, None),
            ("1,234.56", Mark::Point, Some(12_345_600)),
            ("1.234,56", Mark::Comma, Some(12_345_600)),
            ("1.234", Mark::Comma, Some(12_340_000)),
            ("1.234", Mark::Point, Some(12_340)),
            ("12,34,567", Mark::Point, Some(12_345_670_000)),
            ("1'234.50", Mark::Point, Some(12_345_000)),
            ("1\u{a0}234,50", Mark::Comma, Some(12_345_000)),
            ("12,3,4", Mark::Point, None),
            ("0,123", Mark::Point, None),
            ("¥ 1,200", Mark::Point, Some(12_000_000)),
            ("￥１２．５０", Mark::Point, Some(125_000)),
            ("12.5元", Mark::Point, Some(125_000)),
            ("EUR 4.75", Mark::Point, Some(47_500)),
            ("(5.00)", Mark::Point, Some(-50_000)),
            ("−5", Mark::Point, Some(-50_000)),
            ("5-", Mark::Point, Some(-50_000)),
            ("$-5", Mark::Point, Some(-50_000)),
            (".5", Mark::Point, Some(5_000)),
            ("5.", Mark::Point, None),
            ("1.00000", Mark::Point, Some(10_000)),
            ("1.00001", Mark::Point, None),
            ("100000000001", Mark::Point, None),
            ("99999999999999999999", Mark::Point, None),
            ("", Mark::Point, None),
            ("-", Mark::Point, None),
            (".", Mark::Point, None),
            ("12 %", Mark::Point, None),
            ("合计", Mark::Point, None),
            ("abcd", Mark::Point, None),
        ];
        for (cell, mark, parts) in table {
            assert_eq!(read(cell, *mark), *parts, "{cell} {mark:?}");
        }
    }

    #[test]
    fn a_value_says_which_marks_it_allows() {
        let table = [
            ("12", Says::Nothing),
            ("1.5", Says::Only(Mark::Point)),
            ("1,5", Says::Only(Mark::Comma)),
            ("1,234.5", Says::Only(Mark::Point)),
            ("1.234.567", Says::Only(Mark::Comma)),
            ("0.125", Says::Only(Mark::Point)),
            ("1.234", Says::Either),
            ("1,234", Says::Either),
            ("x", Says::NoNumber),
        ];
        for (cell, said) in table {
            assert_eq!(says(cell.as_bytes()), said, "{cell}");
        }
    }

    #[test]
    fn one_currency_has_several_names() {
        let of = |cell: &str| parse(cell.as_bytes(), Mark::Point).unwrap().currency;
        assert_eq!(of("¥5"), of("5元"));
        assert_eq!(of("￥5"), of("5 RMB"));
        assert_ne!(of("¥5"), of("$5"));
        assert_eq!(of("5"), 0);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(parts in -1_000_000_000_000i64..1_000_000_000_000) {
            let sign = if parts < 0 { "-" } else { "" };
            let (whole, tail) = (parts.abs() / PARTS, parts.abs() % PARTS);
            for (mark, text) in [
                (Mark::Point, format!("{sign}{whole}.{tail:04}")),
                (Mark::Comma, format!("{sign}{whole},{tail:04}")),
            ] {
                prop_assert_eq!(read(&text, mark), Some(parts));
                // The quick way and the long way agree.
                prop_assert_eq!(read(&format!(" {text} "), mark), Some(parts));
            }
        }

        #[test]
        fn no_cell_panics(cell in "\\PC{0,12}", more in "[0-9.,' ()-]{0,14}") {
            for mark in Mark::ALL {
                let _ = (parse(cell.as_bytes(), mark), parse(more.as_bytes(), mark));
            }
            let _ = (says(cell.as_bytes()), says(more.as_bytes()));
        }
    }
}
