//! From what people type to an exact number.

use rust_decimal::Decimal;

use super::{chinese, currency, digits, fold};

/// The words for a power of ten that may follow a number, in English and in short.
const MAGNITUDES: &[(&str, i32)] = &[
    ("", 0),
    ("k", 3),
    ("thousand", 3),
    ("thousands", 3),
    ("w", 4),
    ("m", 6),
    ("mn", 6),
    ("mln", 6),
    ("mio", 6),
    ("million", 6),
    ("millions", 6),
    ("b", 9),
    ("bn", 9),
    ("bln", 9),
    ("billion", 9),
    ("billions", 9),
    ("tn", 12),
    ("trillion", 12),
    ("trillions", 12),
];

/// The signs and words for a share after a number, and the zeros they take away.
const SHARES_AFTER: &[(&str, i32)] = &[
    ("%", 2),
    ("percent", 2),
    ("per cent", 2),
    ("pct", 2),
    ("‰", 3),
];

/// The words for a share before a number, and the zeros they take away.
const SHARES_BEFORE: &[(&str, i32)] = &[("百分之", 2), ("千分之", 3), ("万分之", 4)];

/// The number in this text, with or without a currency: `1,200.50`, `3万`, `€2.5 million`.
///
/// Read as people write them, in both languages:
/// - full-width characters, thin spaces and true minus signs count as plain ones;
/// - spaces, underscores and apostrophes group digits; so do commas by threes;
/// - with a comma and a point, the last of them is the decimal mark (`1,200.50`, `1.200,50`);
/// - a lone comma groups where a thousands mark would stand (`1,200` is 1200), and is else
///   a decimal comma (`4,75`, `0,125`, `1 200,5`); a lone point is always decimal
///   (`1.200` is 1.2), several group (`1.200.000`);
/// - a power of ten may follow, as a word (`2.5 million`, `3k`, `1bn`, `1.5亿`, `3w` for 3万)
///   or as an exponent (`1e3`);
/// - one currency before the number and one after it are passed over: which money a plan is
///   in is said once, not in every field.
///
/// Anything else is no number, and neither is one that is too large to hold
/// exactly; beyond 28 digits a fraction is rounded.
pub fn parse(text: &str) -> Option<Decimal> {
    let text = fold(text);
    let (outer, body) = sign(&text);
    let body = currency::strip_after(body);
    let (inner, body) = match currency::strip_before(body) {
        Some(body) => sign(body),
        None => (None, body),
    };
    if outer.is_some() && inner.is_some() {
        return None;
    }
    Some(signed(outer.or(inner), magnitude(body, 0)?))
}

/// The fraction in this text of a share: `35 %`, 百分之三十五, 三成五 and `0.35` are all 0.35.
///
/// Without a sign or word for the share, a number up to one is the fraction
/// itself and a larger one is a percentage: in a field for percentages `35`
/// can only mean 35 %. So `1` is the whole, and one hundredth is `1 %`.
pub fn parse_percent(text: &str) -> Option<Decimal> {
    let text = fold(text);
    let (sign, body) = sign(&text);
    let share = explicit_share(body);
    let value = match share {
        Some((number, zeros)) => magnitude(number, -zeros)?,
        None => match tenths(body) {
            Some(value) => value,
            None => match magnitude(body, 0)? {
                value if value > Decimal::ONE => magnitude(body, -2)?,
                value => value,
            },
        },
    };
    Some(signed(sign, value))
}

/// The sign that opens the text, if there is one, and the rest.
fn sign(text: &str) -> (Option<bool>, &str) {
    let minus = text.strip_prefix('-').or_else(|| text.strip_prefix('负'));
    match (minus, text.strip_prefix('+')) {
        (Some(rest), _) => (Some(true), rest.trim_start()),
        (None, Some(rest)) => (Some(false), rest.trim_start()),
        (None, None) => (None, text),
    }
}

/// The value with its sign; zero has none.
fn signed(minus: Option<bool>, value: Decimal) -> Decimal {
    let negative = minus == Some(true) && !value.is_zero();
    if negative { -value } else { value }
}

/// A number without sign, the power of ten in its words included, times another power of ten.
fn magnitude(text: &str, shift: i32) -> Option<Decimal> {
    if !text.is_ascii() {
        let value = chinese(text)?.to_string();
        let (whole, fraction) = value.split_once('.').unwrap_or((&value, ""));
        return digits::power_of_ten(whole, fraction, shift);
    }
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, word) = text.split_at_checked(end)?;
    let word = word.trim_start();
    let (_, zeros) = MAGNITUDES.iter().find(|(name, _)| *name == word)?;
    digits::read(number, zeros + shift)
}

/// The number of which the text says that it is a share, and the zeros that takes away.
fn explicit_share(text: &str) -> Option<(&str, i32)> {
    let after = SHARES_AFTER
        .iter()
        .find_map(|(word, zeros)| Some((text.strip_suffix(word)?.trim_end(), *zeros)));
    let before = || {
        SHARES_BEFORE
            .iter()
            .find_map(|(word, zeros)| Some((text.strip_prefix(word)?.trim_start(), *zeros)))
    };
    after.or_else(before)
}

/// A share counted in tenths: 七成, 三成五, 六成半.
fn tenths(text: &str) -> Option<Decimal> {
    let (tenths, rest) = text.split_once('成')?;
    let tenths = magnitude(tenths.trim_end(), -1)?;
    let hundredths = match rest.trim_start() {
        "" => Decimal::ZERO,
        "半" => Decimal::new(5, 2),
        rest => magnitude(rest, -2)?,
    };
    let within = tenths <= Decimal::ONE && hundredths < Decimal::new(1, 1);
    within.then(|| tenths.checked_add(hundredths)).flatten()
}
