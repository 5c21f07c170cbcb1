//! A year, quarter or month.

use std::fmt;

use jiff::civil::Date;

use super::parts::{self, Part};
use crate::words::Lang;
use crate::words::number::fold;

/// A year, quarter or month: the time that a figure or target stands for.
///
/// Periods sort by their first day, and a shorter one before a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    first: Date,
    last: Date,
}

impl Period {
    /// The year, if it has four digits.
    pub fn year(year: i16) -> Option<Period> {
        Period::months_from(year, 1, 12)
    }

    /// The quarter of a year, from 1 to 4.
    pub fn quarter(year: i16, quarter: i8) -> Option<Period> {
        let known = (1..=4).contains(&quarter);
        known
            .then(|| Period::months_from(year, quarter * 3 - 2, 3))
            .flatten()
    }

    /// The month of a year, from 1 to 12.
    pub fn month(year: i16, month: i8) -> Option<Period> {
        Period::months_from(year, month, 1)
    }

    /// The period in this text: `2027`, `2027-Q1`, `Feb 2027`, 2027年一季度.
    pub fn parse(text: &str) -> Option<Period> {
        if let Some(period) = Period::plain(text) {
            return Some(period);
        }
        Period::from_parts(&parts::read(&fold(text), None)?)
    }

    /// A period as the program writes it, `2027`, `2027-Q1` or `2027-03`: most are, and then no
    /// word has to be taken apart.
    fn plain(text: &str) -> Option<Period> {
        let (year, rest) = text.split_at_checked(4)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year) || year.starts_with('0') {
            return None;
        }
        let year = year.parse().ok()?;
        match rest.as_bytes() {
            [] => Period::year(year),
            [b'-', b'Q' | b'q', quarter @ b'1'..=b'4'] => {
                Period::quarter(year, (quarter - b'0').cast_signed())
            }
            [b'-', tens @ b'0'..=b'1', ones @ b'0'..=b'9'] => {
                Period::month(year, ((tens - b'0') * 10 + (ones - b'0')).cast_signed())
            }
            _ => None,
        }
    }

    /// The first day.
    pub const fn first_day(self) -> Date {
        self.first
    }

    /// The last day, which still belongs to the period.
    pub const fn last_day(self) -> Date {
        self.last
    }

    /// How many months it has: 12, 3 or 1.
    pub fn months(self) -> i8 {
        self.last.month() - self.first.month() + 1
    }

    /// The period in the words of a language: `Q1 2027`, 2027年第一季度.
    pub fn show(self, lang: Lang) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        match (lang, self.months()) {
            (Lang::En, 12) => format!("{year}"),
            (Lang::En, 3) => format!("Q{} {year}", self.quarter_of_year()),
            (Lang::En, _) => format!("{} {year}", parts::month_name(month)),
            (Lang::Zh, 12) => format!("{year}年"),
            (Lang::Zh, 3) => {
                let numeral = match self.quarter_of_year() {
                    1 => "一",
                    2 => "二",
                    3 => "三",
                    _ => "四",
                };
                format!("{year}年第{numeral}季度")
            }
            (Lang::Zh, _) => format!("{year}年{month}月"),
        }
    }

    /// The period that these parts of a text name.
    pub(super) fn from_parts(parts: &[Part]) -> Option<Period> {
        use Part::{Month, Number, Quarter, Year};
        match *parts {
            [Year(year)] => Period::year(year),
            [Year(year), Quarter(quarter)] | [Quarter(quarter), Year(year)] => {
                Period::quarter(year, quarter)
            }
            [Year(year), Month(month) | Number(month)]
            | [Month(month) | Number(month), Year(year)] => Period::month(year, month),
            _ => None,
        }
    }

    /// So many months from the first of this one, all in one year.
    fn months_from(year: i16, month: i8, months: i8) -> Option<Period> {
        let first = Date::new(year, month, 1).ok()?;
        let last = Date::new(year, month.checked_add(months - 1)?, 1).ok()?;
        let known = parts::YEARS.contains(&year);
        known.then(|| Period {
            first,
            last: last.last_of_month(),
        })
    }

    /// The number of the quarter in which the period begins.
    fn quarter_of_year(self) -> i8 {
        (self.first.month() + 2) / 3
    }
}

impl fmt::Display for Period {
    /// Writes the period as the file holds it: `2027`, `2027-Q1` or `2027-02`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.first.year();
        match self.months() {
            12 => write!(f, "{year}"),
            3 => write!(f, "{year}-Q{}", self.quarter_of_year()),
            _ => write!(f, "{year}-{:02}", self.first.month()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        let slow = |text: &str| Period::from_parts(&parts::read(&fold(text), None)?);
        for year in [
            "2027",
            "1000",
            "9999",
            "0999",
            "20a7",
            "２０２７",
            "二〇二七",
        ] {
            for rest in [
                "", "-Q1", "-q4", "-Q5", "-01", "-12", "-13", "-00", "-3", "-1-1", "年",
            ] {
                let text = format!("{year}{rest}");
                let plain = Period::plain(&text);
                assert!(plain.is_none() || plain == slow(&text), "{text}");
                assert_eq!(Period::parse(&text), slow(&text), "{text}");
            }
        }
    }
}
