//! Days counted from today: tomorrow, `+2w`, 三个月后.

use jiff::Span;
use jiff::civil::Date;

use super::parts;

/// Words for a day, and how far it is from today.
const WORDS: &[(&str, i16)] = &[
    ("today", 0),
    ("今天", 0),
    ("今日", 0),
    ("tomorrow", 1),
    ("明天", 1),
    ("明日", 1),
    ("yesterday", -1),
    ("昨天", -1),
    ("后天", 2),
    ("前天", -2),
];

/// The largest distance; more is a year that stands alone (2027年后), not a distance.
const FARTHEST: i16 = 999;

/// A unit in which days are counted.
#[derive(Clone, Copy)]
enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

/// The words for the units.
const UNITS: &[(&str, Unit)] = &[
    ("d", Unit::Days),
    ("day", Unit::Days),
    ("days", Unit::Days),
    ("天", Unit::Days),
    ("日", Unit::Days),
    ("w", Unit::Weeks),
    ("week", Unit::Weeks),
    ("weeks", Unit::Weeks),
    ("周", Unit::Weeks),
    ("星期", Unit::Weeks),
    ("个星期", Unit::Weeks),
    ("m", Unit::Months),
    ("month", Unit::Months),
    ("months", Unit::Months),
    ("个月", Unit::Months),
    ("y", Unit::Years),
    ("year", Unit::Years),
    ("years", Unit::Years),
    ("年", Unit::Years),
];

/// The day that the folded text counts from today.
///
/// A month from 31 January is the last day of February: the day that is there.
pub(super) fn parse(text: &str, today: Option<Date>) -> Option<Date> {
    let today = today?;
    if let Some((_, days)) = WORDS.iter().find(|(word, _)| *word == text) {
        return after(today, *days, Unit::Days);
    }
    let (back, distance) = direction(text)?;
    let (count, unit) = UNITS.iter().find_map(|(word, unit)| {
        let count = parts::whole(distance.strip_suffix(word)?)?;
        (count <= FARTHEST).then_some((count, *unit))
    })?;
    after(today, if back { -count } else { count }, unit)
}

/// Whether the text counts back, and the distance it names: `+2w`, `in 2 weeks`, 两周后.
fn direction(text: &str) -> Option<(bool, &str)> {
    let ahead = text
        .strip_prefix('+')
        .or_else(|| text.strip_prefix("in "))
        .or_else(|| text.strip_suffix("以后"))
        .or_else(|| text.strip_suffix("之后"))
        .or_else(|| text.strip_suffix('后'));
    let back = || {
        text.strip_prefix('-')
            .or_else(|| text.strip_suffix(" ago"))
            .or_else(|| text.strip_suffix("以前"))
            .or_else(|| text.strip_suffix("之前"))
            .or_else(|| text.strip_suffix('前'))
    };
    match ahead {
        Some(distance) => Some((false, distance)),
        None => Some((true, back()?)),
    }
}

/// The day so many units after this one.
fn after(day: Date, count: i16, unit: Unit) -> Option<Date> {
    let span = match unit {
        Unit::Days => Span::new().try_days(count),
        Unit::Weeks => Span::new().try_weeks(count),
        Unit::Months => Span::new().try_months(count),
        Unit::Years => Span::new().try_years(count),
    };
    day.checked_add(span.ok()?).ok()
}
