//! Numbers as the file writes them.

use rust_decimal::Decimal;

use super::{digits, show};

/// The one way in which the file writes this number.
///
/// A `whole` field (a count, a score) has integers, `420`; an amount or share
/// always has a point, `12000.0`, so that changing 12000 to 12000.5 does not
/// change its type. A whole field that holds a fraction or more than TOML's
/// integers reach keeps its value and gets a point.
pub fn to_toml(value: Decimal, whole: bool) -> String {
    let text = show::text(value);
    if text.contains('.') || (whole && text.parse::<i64>().is_ok()) {
        text
    } else {
        format!("{text}.0")
    }
}

/// The number of a TOML integer or float, exactly as written in the file.
///
/// Takes what TOML takes: underscores between digits, `0x`, `0o`, `0b`,
/// exponents. There is no number for `inf` and `nan`, for one too large to
/// hold exactly, or for one that would turn into zero.
pub fn from_toml(raw: &str) -> Option<Decimal> {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = raw.strip_prefix(prefix) {
            return in_radix(digits, radix);
        }
    }
    let body = raw.strip_prefix(['+', '-']).unwrap_or(raw);
    let (mantissa, power) = match body.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, exponent(power)?),
        None => (body, 0),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, without_underscores(fraction, 10)?),
        None => (mantissa, String::new()),
    };
    let whole = without_underscores(whole, 10)?;
    if whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let value = digits::power_of_ten(&whole, &fraction, power)?;
    let negative = raw.starts_with('-') && !value.is_zero();
    Some(if negative { -value } else { value })
}

/// An integer in hexadecimal, octal or binary digits, as far as TOML's integers reach.
fn in_radix(text: &str, radix: u32) -> Option<Decimal> {
    let digits = without_underscores(text, radix)?;
    let value = i64::from_str_radix(&digits, radix).ok()?;
    Some(Decimal::from(value))
}

/// The exponent of a float: a sign, and digits with underscores.
fn exponent(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let sign = &text[..text.len() - digits.len()];
    digits::exponent(&format!("{sign}{}", without_underscores(digits, 10)?))
}

/// The digits alone, if underscores stand only between them.
fn without_underscores(text: &str, radix: u32) -> Option<String> {
    let fine = text
        .split('_')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_digit(radix)));
    fine.then(|| text.replace('_', ""))
}
