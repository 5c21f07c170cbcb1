//! Days and periods, as people write them and as the file holds them.
//!
//! The file has dates as `2027-03-01` and periods as `2027`, `2027-Q1` or
//! `2027-02`; people may type either, or say it in words. A form that could
//! mean two days is no date: whether `1/3/2027` is in January or in March
//! depends on where it is read.

mod parts;
mod period;
mod relative;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::Lang;
use super::number::fold;
use parts::Part;
pub use period::Period;

/// The day that this text names: `2027-03-01`, `1 March 2027`, 2027年3月1日, `+2w`.
///
/// Forms that count from a day (`today`, 明天, `+10d`, `in 2 weeks`, 三个月后)
/// or leave out the year (`1 March`, 3月1日: the year of `today`) need `today`.
/// `end of March 2027` and 2027年3月底 are the last day of the period. Years
/// have four digits.
pub fn parse(text: &str, today: Option<Date>) -> Option<Date> {
    let text = fold(text);
    let day = relative::parse(&text, today)
        .or_else(|| period_end(&text, today))
        .or_else(|| written(&text, today))?;
    parts::YEARS.contains(&day.year()).then_some(day)
}

/// The day in the words of a language: `1 March 2027`, 2027年3月1日.
pub fn show(day: Date, lang: Lang) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    match lang {
        Lang::En => format!("{d} {} {y}", parts::month_name(m)),
        Lang::Zh => format!("{y}年{m}月{d}日"),
    }
}

/// The day as the file and an edit field hold it: `2027-03-01`.
pub fn entry(day: Date) -> String {
    day.to_string()
}

/// A day written as such, with its year or in the year of `today`.
fn written(text: &str, today: Option<Date>) -> Option<Date> {
    use Part::{Day, Month, Number, Year};
    let this_year = today.map(Date::year);
    let (year, month, day) = match *parts::read(text, today)? {
        [Year(y), Month(m) | Number(m), Number(d)]
        | [Year(y), Month(m), Day(d)]
        | [Day(d) | Number(d), Month(m), Year(y)]
        | [Month(m), Day(d) | Number(d), Year(y)] => (y, m, d),
        [Month(m), Day(d) | Number(d)] | [Number(d), Month(m)] => (this_year?, m, d),
        _ => return None,
    };
    Date::new(year, month, day).ok()
}

/// The last day of a period: `end of March 2027`, 2027年3月底, 今年年底.
fn period_end(text: &str, today: Option<Date>) -> Option<Date> {
    let english = ["end of ", "the end of ", "end "];
    let stem = english
        .iter()
        .find_map(|words| text.strip_prefix(words))
        .or_else(|| text.strip_suffix(['底', '末']))?;
    // 今年年底 says 年 twice.
    let stem = stem
        .strip_suffix('年')
        .filter(|stem| stem.ends_with('年'))
        .unwrap_or(stem);
    let parts = parts::read(stem, today)?;
    let period = match *parts {
        [Part::Month(month)] => Period::month(today?.year(), month),
        [Part::Quarter(quarter)] => Period::quarter(today?.year(), quarter),
        _ => Period::from_parts(&parts),
    };
    Some(period?.last_day())
}
