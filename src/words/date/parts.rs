//! A date taken apart: which of its words is the year, the month, the day.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use crate::words::number;

/// The years that have four digits, and so can be told from days and months.
pub(super) const YEARS: RangeInclusive<i16> = 1000..=9999;

/// The months in English.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What one word of a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A year of four digits.
    Year(i16),
    /// A quarter: `Q1`, 第一季度.
    Quarter(i8),
    /// A month by its name, or marked 月.
    Month(i8),
    /// A day marked 日 or 号.
    Day(i8),
    /// A day or a month: its place decides.
    Number(i8),
}

/// The name of a month in English; empty for a number that is none.
pub(super) fn month_name(month: i8) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or("")
}

/// The parts of a folded text, if every word of it is one.
pub(super) fn read(text: &str, today: Option<Date>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for piece in text.split(['-', '/', '.']) {
        if piece.trim().is_empty() {
            return None;
        }
        for word in spaced(piece)
            .split_whitespace()
            .filter(|word| *word != "of")
        {
            parts.push(part(word, today)?);
        }
    }
    Some(parts)
}

/// The text with spaces between its parts and nowhere else.
///
/// They run together in 2027年3月1日 and in `2027Q1`, and are drawn apart in 2027 年 3 月 1 日.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        match c {
            '年' | '月' | '日' | '号' | '季' => {
                out.truncate(out.trim_end().len());
                out.push(c);
                out.push_str(if c == '季' { "" } else { " " });
            }
            'q' => out.push_str(" q"),
            ',' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// What this word says.
fn part(word: &str, today: Option<Date>) -> Option<Part> {
    let this_year = || today.map(Date::year);
    match word {
        "今年" => return this_year().map(Part::Year),
        "明年" => return Some(Part::Year(this_year()?.checked_add(1)?)),
        _ => {}
    }
    if let Some(year) = word.strip_suffix('年') {
        return whole(year).and_then(year_of);
    }
    if let Some(month) = word.strip_suffix('月') {
        return small(month).map(Part::Month);
    }
    if let Some(day) = word.strip_suffix(['日', '号']) {
        return small(day).map(Part::Day);
    }
    if let Some(quarter) = word
        .strip_suffix("季度")
        .or_else(|| word.strip_suffix('季'))
    {
        let number = quarter.strip_prefix('第').unwrap_or(quarter);
        return small(number).map(Part::Quarter);
    }
    if let Some(quarter) = word.strip_prefix('q') {
        return digits(quarter).map(Part::Quarter);
    }
    if let Some(month) = month_of(word) {
        return Some(Part::Month(month));
    }
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end));
    match word.len() {
        4 if ordinal.is_none() && word.bytes().all(|byte| byte.is_ascii_digit()) => {
            word.parse().ok().and_then(year_of)
        }
        _ => digits(ordinal.unwrap_or(word)).map(Part::Number),
    }
}

/// The month that this word names or shortens to three letters or more.
fn month_of(word: &str) -> Option<i8> {
    if word.len() < 3 {
        return None;
    }
    let named = |name: &str| name.to_ascii_lowercase().starts_with(word);
    let index = MONTHS.iter().position(|name| named(name))?;
    i8::try_from(index + 1).ok()
}

/// A year, if it has four digits.
fn year_of(year: i16) -> Option<Part> {
    YEARS.contains(&year).then_some(Part::Year(year))
}

/// A number of one or two ASCII digits.
fn digits(text: &str) -> Option<i8> {
    let fine = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    fine.then(|| text.parse().ok()).flatten()
}

/// A number below a hundred, in digits or numerals.
fn small(text: &str) -> Option<i8> {
    whole(text)
        .filter(|number| (0..100).contains(number))
        .and_then(|number| i8::try_from(number).ok())
}

/// A whole number, in digits or numerals.
pub(super) fn whole(text: &str) -> Option<i16> {
    number::chinese(text.trim())
        .filter(rust_decimal::Decimal::is_integer)
        .and_then(|number| number.to_i16())
}
