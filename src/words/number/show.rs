//! From an exact number to what people read.

use std::borrow::Cow;

use rust_decimal::{Decimal, RoundingStrategy};

use super::currency;
use crate::words::Lang;

/// The most decimals that a plain number shows.
const NUMBER_DECIMALS: u32 = 4;

/// The most decimals that a percentage shows.
const PERCENT_DECIMALS: u32 = 2;

/// The digits that a number below one keeps, so that a cost per view never reads as nothing.
const SMALL_DIGITS: u32 = 3;

/// The number with its thousands apart, the same in both languages: `1,200.5`.
///
/// At most four decimals are shown, and of a number below one at least three
/// digits that count; the edit field ([`entry`]) has them all.
pub fn show(value: Decimal) -> String {
    grouped(&text(rounded(value, NUMBER_DECIMALS)))
}

/// The amount with its currency, an ISO 4217 code: `EUR 4.75`, 4.75欧元.
///
/// A whole amount has no decimals; any other has those of its currency, and
/// more only below one. A currency without a Chinese name here keeps its code
/// in front.
pub fn show_money(value: Decimal, currency: &str, lang: Lang) -> String {
    let decimals = currency::decimals(currency);
    let value = rounded(value, decimals);
    let amount = if value.is_integer() {
        text(value)
    } else {
        padded(&text(value), decimals)
    };
    let amount = grouped(&amount);
    match (lang, currency::chinese(currency)) {
        (Lang::Zh, Some(name)) => format!("{amount}{name}"),
        _ if currency.is_empty() => amount,
        _ => format!("{currency} {amount}"),
    }
}

/// The fraction as a percentage: `35 %`, which Chinese then writes as [`written_percent`] does.
///
/// At most two decimals are shown, and of less than one percent at least three
/// digits that count.
pub fn show_percent(fraction: Decimal) -> String {
    match fraction.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{} %", grouped(&text(rounded(percent, PERCENT_DECIMALS)))),
        None => entry_percent(fraction),
    }
}

/// The fraction as a percentage in a language: `35 %`, 35%.
pub fn percent_in(fraction: Decimal, lang: Lang) -> String {
    written_percent(&show_percent(fraction), lang).into_owned()
}

/// A shown percentage as a language writes it: Chinese has no space before the sign, 35%.
///
/// Any other text stays as it is.
pub fn written_percent(shown: &str, lang: Lang) -> Cow<'_, str> {
    let is_number = |it: &&str| {
        it.ends_with(|c: char| c.is_ascii_digit())
            && it
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | ','))
    };
    match shown.strip_suffix(" %").filter(is_number) {
        Some(number) if lang == Lang::Zh => Cow::Owned(format!("{number}%")),
        _ => Cow::Borrowed(shown),
    }
}

/// The number as an edit field holds it: plain digits, every decimal kept.
pub fn entry(value: Decimal) -> String {
    if value.is_zero() {
        return "0".to_string();
    }
    value.to_string()
}

/// The fraction as an edit field holds it: a percentage with every decimal.
pub fn entry_percent(fraction: Decimal) -> String {
    match fraction.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{} %", text(percent)),
        // Only a number near the limits gets here: two zeros are its hundred.
        None => format!("{}00 %", fraction.trunc()),
    }
}

/// The number as text, without zeros at the end and without a sign on zero.
pub(super) fn text(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The number with at most so many decimals, or with three digits that count if it is below one.
///
/// Halves are rounded away from zero, as people do.
fn rounded(value: Decimal, decimals: u32) -> Decimal {
    let halves = RoundingStrategy::MidpointAwayFromZero;
    let plain = value.round_dp_with_strategy(decimals, halves);
    if value.abs() >= Decimal::ONE {
        return plain;
    }
    match value.round_sf_with_strategy(SMALL_DIGITS, halves) {
        Some(small) if small.normalize().scale() > plain.normalize().scale() => small,
        _ => plain,
    }
}

/// The text of a number with zeros added until it has so many decimals.
fn padded(text: &str, decimals: u32) -> String {
    let has = text
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    let missing = (decimals as usize).saturating_sub(has);
    format!("{text}{}", "0".repeat(missing))
}

/// The text of a number with commas between its thousands.
fn grouped(text: &str) -> String {
    let whole_end = text.find('.').unwrap_or(text.len());
    let (whole, fraction) = text.split_at(whole_end);
    let mut out = String::with_capacity(text.len() + text.len() / 3);
    for (at, c) in whole.char_indices() {
        let left = whole.len() - at;
        if left % 3 == 0 && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(',');
        }
        out.push(c);
    }
    out.push_str(fraction);
    out
}
