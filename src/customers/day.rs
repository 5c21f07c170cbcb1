//! Days and periods, small enough to keep by the million.
//!
//! `03/04/2026` is in March or in April, depending on who wrote it. So a value says in which forms
//! it is a date, and the file as a whole must leave one.

use jiff::civil::Date;

/// The first year that counts: a date before it is nearly always a cell that was empty.
const FIRST: i32 = 1970;
/// The last year: the days since the first still fit in 16 bits.
const LAST: i32 = 2148;

/// The order in which a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `2026-04-03`, 2026年4月3日, `20260403`
    Ymd,
    /// `03/04/2026` is in April.
    Dmy,
    /// `03/04/2026` is in March.
    Mdy,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 3] = [Form::Ymd, Form::Dmy, Form::Mdy];

    /// As the option `--date-form` names it.
    pub const fn key(self) -> &'static str {
        match self {
            Form::Ymd => "ymd",
            Form::Dmy => "dmy",
            Form::Mdy => "mdy",
        }
    }
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Twelve months.
    Year,
    /// Three months.
    Quarter,
    /// One month.
    Month,
}

impl Length {
    /// In months.
    pub const fn months(self) -> u16 {
        match self {
            Length::Year => 12,
            Length::Quarter => 3,
            Length::Month => 1,
        }
    }

    /// As the option `--period` and the plan name it.
    pub const fn key(self) -> &'static str {
        match self {
            Length::Year => "year",
            Length::Quarter => "quarter",
            Length::Month => "month",
        }
    }
}

/// A day: how many days and how many whole months lie between it and the beginning of 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    days: u16,
    months: u16,
}

impl Day {
    /// The day, if there is one and it is in the years that count.
    pub fn new(year: i32, month: i32, day: i32) -> Option<Day> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let longest = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if !(FIRST..=LAST).contains(&year) || day < 1 || day > longest {
            return None;
        }
        // Years begin in March, so that the odd day is their last.
        let shifted = if month > 2 { year } else { year - 1 };
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + of_year;
        Some(Day {
            days: u16::try_from(days - 719_468).ok()?,
            months: u16::try_from((year - FIRST) * 12 + month - 1).ok()?,
        })
    }

    /// The day of the calendar.
    pub fn from_date(date: Date) -> Option<Day> {
        Day::new(date.year().into(), date.month().into(), date.day().into())
    }

    /// The day in the calendar.
    pub fn date(self) -> Date {
        Day::date_of(self.days)
    }

    /// The day that lies so many days after the beginning of 1970.
    pub fn date_of(days: u16) -> Date {
        let first = Date::constant(1970, 1, 1);
        first
            .checked_add(jiff::Span::new().days(i64::from(days)))
            .unwrap_or(first)
    }

    /// The days since the beginning of 1970.
    pub const fn days(self) -> u16 {
        self.days
    }

    /// The number of the period that the day is in.
    pub const fn period(self, length: Length) -> u16 {
        self.months / length.months()
    }

    /// The number of the first period that is not complete on the evening of this day.
    pub fn running(self, length: Length) -> u16 {
        let next = self.date().tomorrow().ok().and_then(Day::from_date);
        next.map_or(u16::MAX, |next| next.period(length))
    }
}

/// The first day of a period.
pub fn first_day(period: u16, length: Length) -> Date {
    let months = i32::from(period) * i32::from(length.months());
    let year = i16::try_from(FIRST + months / 12).unwrap_or(i16::MAX);
    let month = i8::try_from(months % 12 + 1).unwrap_or(1);
    Date::new(year, month, 1).unwrap_or(Date::constant(1970, 1, 1))
}

/// A period as the plan writes it: `2026`, `2026-Q1`, `2026-02`.
pub fn period_key(period: u16, length: Length) -> String {
    let first = first_day(period, length);
    let (year, month) = (first.year(), first.month());
    match length {
        Length::Year => format!("{year}"),
        Length::Quarter => format!("{year}-Q{}", (month - 1) / 3 + 1),
        Length::Month => format!("{year}-{month:02}"),
    }
}

/// What a cell that should be a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A day.
    Day(Day),
    /// A day of years that do not count.
    OutOfRange,
    /// No date in this form.
    Nothing,
}

/// The day in a cell, whatever time stands behind it.
pub fn parse(cell: &[u8], form: Form) -> Found {
    if form == Form::Ymd
        && let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, rest @ ..] = cell
        && matches!(rest, [] | [b' ' | b'T', b'0'..=b'9', ..])
        && [y0, y1, y2, y3, m0, m1, d0, d1]
            .iter()
            .all(|byte| byte.is_ascii_digit())
    {
        let digit = |byte: &u8| i32::from(*byte - b'0');
        let year = digit(y0) * 1000 + digit(y1) * 100 + digit(y2) * 10 + digit(y3);
        return found(year, digit(m0) * 10 + digit(m1), digit(d0) * 10 + digit(d1));
    }
    std::str::from_utf8(cell)
        .ok()
        .and_then(parts)
        .map_or(Found::Nothing, |parts| arranged(parts, form))
}

/// In which forms the cell is a date.
pub fn says(cell: &[u8]) -> [bool; 3] {
    Form::ALL.map(|form| parse(cell, form) != Found::Nothing)
}

fn found(year: i32, month: i32, day: i32) -> Found {
    if let Some(day) = Day::new(year, month, day) {
        return Found::Day(day);
    }
    // Other years are as long as these.
    let alike = Day::new(2000 + year % 100, month, day).is_some();
    if alike && !(FIRST..=LAST).contains(&year) {
        Found::OutOfRange
    } else {
        Found::Nothing
    }
}

/// One of the three parts of a date.
#[derive(Debug, Clone, Copy)]
struct Part {
    value: i32,
    digits: usize,
    is_name: bool,
}

fn arranged([a, b, c]: [Part; 3], form: Form) -> Found {
    let (year, month, day) = if a.digits == 4 {
        // A year in front is followed by its month, whatever the form of other dates.
        if form != Form::Ymd {
            return Found::Nothing;
        }
        (a, b, c)
    } else if c.digits == 4 {
        match (form, a.is_name, b.is_name) {
            (Form::Ymd, ..) => return Found::Nothing,
            // A month by its name can stand in either place.
            (_, true, _) => (c, a, b),
            (_, _, true) | (Form::Dmy, ..) => (c, b, a),
            (Form::Mdy, ..) => (c, a, b),
        }
    } else {
        return Found::Nothing;
    };
    let plain = !year.is_name && !day.is_name && day.digits <= 2 && month.digits <= 2;
    if plain {
        found(year.value, month.value, day.value)
    } else {
        Found::Nothing
    }
}

/// The three parts in front of a cell, if what follows them is a time or nothing.
fn parts(cell: &str) -> Option<[Part; 3]> {
    let text: String = cell.trim().chars().take(64).map(narrow).collect();
    if let Some(parts) = compact(&text) {
        return Some(parts);
    }
    let mut rest = text.as_str();
    let mut parts = [Part {
        value: 0,
        digits: 0,
        is_name: false,
    }; 3];
    for (at, slot) in parts.iter_mut().enumerate() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (token, after) = if end > 0 {
            rest.split_at(end)
        } else {
            let end = rest
                .find(|c: char| !c.is_ascii_alphabetic())
                .unwrap_or(rest.len());
            rest.split_at(end)
        };
        *slot = part(token)?;
        rest = after;
        if at < 2 {
            let gap = rest.trim_start().chars().next()?;
            rest = match gap {
                '-' | '/' | '.' | ',' | '年' | '月' => {
                    rest.trim_start().get(gap.len_utf8()..)?.trim_start()
                }
                _ if rest.starts_with(' ') => rest.trim_start(),
                _ => return None,
            };
        }
    }
    is_time(rest).then_some(parts)
}

/// `20260403`, with or without a time.
fn compact(text: &str) -> Option<[Part; 3]> {
    let (digits, rest) = text.split_at_checked(8)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit())
        || rest.starts_with(|c: char| c.is_ascii_digit())
        || !is_time(rest)
    {
        return None;
    }
    Some([
        part(digits.get(..4)?)?,
        part(digits.get(4..6)?)?,
        part(digits.get(6..)?)?,
    ])
}

fn part(token: &str) -> Option<Part> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    if let Ok(value) = token.parse() {
        return (token.len() <= 4).then_some(Part {
            value,
            digits: token.len(),
            is_name: false,
        });
    }
    let name = token.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.find(&name).filter(|at| at % 3 == 0)?;
    Some(Part {
        value: i32::try_from(at / 3).ok()? + 1,
        digits: 0,
        is_name: true,
    })
}

/// Whether what follows a date is nothing or a time of day.
fn is_time(rest: &str) -> bool {
    let rest = rest.strip_prefix(['日', '号']).unwrap_or(rest);
    if rest.trim().is_empty() {
        return true;
    }
    let apart = rest.starts_with([' ', 'T', ',']);
    let known = |c: char| c.is_ascii_digit() || " :.,+-TZtzAPMapm上下午时点分秒".contains(c);
    apart && rest.chars().all(known) && rest.contains(|c: char| c.is_ascii_digit())
}

/// A full-width character as the ASCII one.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xff01 + u32::from('!')).unwrap_or(c)
        }
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(cell: &str, form: Form) -> String {
        match parse(cell.as_bytes(), form) {
            Found::Day(day) => day.date().to_string(),
            Found::OutOfRange => "out of range".to_owned(),
            Found::Nothing => "-".to_owned(),
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let table = [
            ("2026-04-03", Form::Ymd, "2026-04-03"),
            ("2026/4/3", Form::Ymd, "2026-04-03"),
            ("2026.04.03", Form::Ymd, "2026-04-03"),
            ("20260403", Form::Ymd, "2026-04-03"),
            ("2026年4月3日", Form::Ymd, "2026-04-03"),
            ("２０２６－０４－０３", Form::Ymd, "2026-04-03"),
            ("2026-04-03 23:59:59", Form::Ymd, "2026-04-03"),
            ("2026-04-03T23:59:59.123+08:00", Form::Ymd, "2026-04-03"),
            ("2026年4月3日 下午3点05分", Form::Ymd, "2026-04-03"),
            ("2026-02-29", Form::Ymd, "-"),
            ("2024-02-29", Form::Ymd, "2024-02-29"),
            ("03/04/2026", Form::Dmy, "2026-04-03"),
            ("03/04/2026", Form::Mdy, "2026-03-04"),
            ("03/04/2026", Form::Ymd, "-"),
            ("3.4.2026 14:05", Form::Dmy, "2026-04-03"),
            ("13/04/2026", Form::Mdy, "-"),
            ("3 Apr 2026", Form::Mdy, "2026-04-03"),
            ("April 3, 2026", Form::Dmy, "2026-04-03"),
            ("1899-12-30", Form::Ymd, "out of range"),
            ("0000-00-00", Form::Ymd, "-"),
            ("2206-01-01", Form::Ymd, "out of range"),
            ("03/04/26", Form::Dmy, "-"),
            ("2026-04-03x", Form::Ymd, "-"),
            ("2026-04-031", Form::Ymd, "-"),
            ("45678", Form::Ymd, "-"),
            ("", Form::Ymd, "-"),
        ];
        for (cell, form, day) in table {
            assert_eq!(read(cell, form), day, "{cell} {form:?}");
        }
    }

    #[test]
    fn a_value_says_in_which_forms_it_is_a_date() {
        assert_eq!(says(b"2026-04-03"), [true, false, false]);
        assert_eq!(says(b"03/04/2026"), [false, true, true]);
        assert_eq!(says(b"13/04/2026"), [false, true, false]);
        assert_eq!(says(b"04/13/2026"), [false, false, true]);
        assert_eq!(says(b"n/a"), [false, false, false]);
    }

    #[test]
    fn periods_have_names_and_ends() {
        let day = Day::new(2026, 6, 30).unwrap();
        let names = [Length::Year, Length::Quarter, Length::Month]
            .map(|length| period_key(day.period(length), length));
        assert_eq!(names, ["2026", "2026-Q2", "2026-06"]);
        let running = [Length::Year, Length::Quarter, Length::Month]
            .map(|length| period_key(day.running(length), length));
        assert_eq!(running, ["2026", "2026-Q3", "2026-07"]);
    }

    proptest! {
        #[test]
        fn days_are_those_of_the_calendar(days in 0i64..65_000) {
            let date = Date::constant(1970, 1, 1) + jiff::Span::new().days(days);
            let day = Day::from_date(date).unwrap();
            prop_assert_eq!(i64::from(day.days()), days);
            prop_assert_eq!(day.date(), date);
            prop_assert_eq!(read(&date.to_string(), Form::Ymd), date.to_string());
            prop_assert_eq!(first_day(day.period(Length::Month), Length::Month), date.first_of_month());
        }

        #[test]
        fn no_cell_panics(cell in "\\PC{0,12}", more in "[0-9/.年月日 :-]{0,14}") {
            let _ = (says(cell.as_bytes()), says(more.as_bytes()));
        }
    }
}
