//! How a file is written: found in its head, or told; never guessed where two readings are left.

use std::io::Read;

use super::amount::{self, Mark, Says};
use super::day::{self, Form};
use super::decode::{self, Coding, Guess, Utf8};
use super::error::Error;
use super::header::{self, Columns, Role};
use super::records::Records;

/// How many rows are looked at, where nothing stays open.
const ROWS: usize = 1_000;

/// What divides columns.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What the user told of the file.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The encoding.
    pub coding: Option<Coding>,
    /// What divides columns.
    pub delimiter: Option<u8>,
    /// Columns by role, as name or number.
    pub columns: Vec<(Role, String)>,
    /// The order of dates.
    pub form: Option<Form>,
    /// The decimal mark.
    pub mark: Option<Mark>,
}

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// The encoding.
    pub coding: Coding,
    /// What divides columns.
    pub delimiter: u8,
    /// The names of the columns.
    pub header: Vec<String>,
    /// Where the columns are.
    pub columns: Columns,
    /// The order of dates.
    pub form: Form,
    /// Whether the form was told, so that other dates are bad rows and no contradiction.
    pub form_told: bool,
    /// The decimal mark; `None` while no amount has shown one.
    pub mark: Option<Mark>,
    /// Whether the mark was told.
    pub mark_told: bool,
}

/// How the file is written that begins with these bytes, `whole` when there are no others.
///
/// `more` reads the file from its beginning: where the head leaves two readings, the rows behind
/// it decide. Without it, what stays open is an error.
pub fn detect<R: Read>(
    head: &[u8],
    whole: bool,
    wishes: &Wishes,
    more: impl FnOnce() -> Option<R>,
) -> Result<Dialect, Error> {
    if head.is_empty() {
        return Err(Error::Empty);
    }
    let guess = decode::guess(head, whole);
    let coding = match (wishes.coding, guess) {
        (Some(coding), _) | (None, Guess::Is(coding)) => coding,
        (None, Guess::Binary) => return Err(Error::Binary),
        (None, Guess::Unknown) => return Err(Error::Encoding),
        // Chinese names of columns are no accident; bytes between ASCII ones may be any script.
        (None, Guess::Chinese) => Coding::named("gbk")
            .filter(|gbk| {
                let found = split(head, whole, *gbk, wishes);
                found.is_ok_and(|(_, names, _)| names.iter().any(|name| !name.is_ascii()))
            })
            .ok_or(Error::Encoding)?,
    };
    let (delimiter, header, columns) = split(head, whole, coding, wishes)?;
    let mut look = Look::new(&columns);
    look.over(Utf8::new(head, coding), delimiter, !whole)?;
    if !whole
        && look.is_open(wishes)
        && let Some(reader) = more()
    {
        look = Look::new(&columns);
        look.over(Utf8::new(reader, coding), delimiter, false)?;
    }
    let form = look.form(wishes)?;
    let mark = look.mark(wishes)?;
    Ok(Dialect {
        coding,
        delimiter,
        header,
        columns,
        form,
        form_told: wishes.form.is_some(),
        mark,
        mark_told: wishes.mark.is_some(),
    })
}

type Split = (u8, Vec<String>, Columns);

/// The delimiter that gives the columns, and the columns.
fn split(head: &[u8], whole: bool, coding: Coding, wishes: &Wishes) -> Result<Split, Error> {
    let tried: Vec<u8> = match wishes.delimiter {
        Some(delimiter) => vec![delimiter],
        None => DELIMITERS.to_vec(),
    };
    let mut good: Vec<Split> = Vec::new();
    // Of those that do not give the columns, the one with the most of them has the best words.
    let mut bad: Option<(usize, Error)> = None;
    for delimiter in tried {
        let names = header_of(head, whole, coding, delimiter)?;
        match header::columns(&names, &wishes.columns) {
            Ok(columns) => good.push((delimiter, names, columns)),
            Err(error) if bad.as_ref().is_none_or(|(most, _)| names.len() > *most) => {
                bad = Some((names.len(), error));
            }
            Err(_) => {}
        }
    }
    match (good.pop(), bad) {
        (Some(found), _) if good.is_empty() => Ok(found),
        (Some(found), _) => {
            good.push(found);
            let signs = good.iter().map(|(sign, ..)| shown(*sign));
            Err(Error::Delimiter(signs.collect::<Vec<_>>().join("  ")))
        }
        (None, Some((_, error))) => Err(error),
        (None, None) => Err(Error::Empty),
    }
}

/// A delimiter as people see it.
pub fn shown(delimiter: u8) -> String {
    match delimiter {
        b'\t' => "tab".to_owned(),
        other => char::from(other).to_string(),
    }
}

fn header_of(
    head: &[u8],
    whole: bool,
    coding: Coding,
    delimiter: u8,
) -> Result<Vec<String>, Error> {
    let mut records = Records::new(Utf8::new(head, coding), delimiter);
    let found = match records.advance() {
        // The first row may be longer than the head only where its quotes are not closed.
        Err(error) if whole => return Err(error),
        Err(_) => return Err(Error::EndlessRow(1)),
        Ok(found) => found,
    };
    if !found {
        return Err(Error::Empty);
    }
    let cell = |at: usize| String::from_utf8_lossy(records.field(at)).into_owned();
    Ok((0..records.len()).map(cell).collect())
}

/// What the cells of dates and amounts say of their writing.
#[derive(Debug)]
struct Look {
    date: Option<usize>,
    amounts: Vec<usize>,
    rows: usize,
    /// For each form, whether every date so far allows it.
    forms: [bool; 3],
    dates: usize,
    a_date: Option<(u64, String)>,
    /// A date that excluded a form for the first time.
    excluded: Vec<(u64, String)>,
    marks: [bool; 2],
    seen_amounts: usize,
    either: Option<(u64, String)>,
    an_amount: Option<String>,
    marks_excluded: Vec<(u64, String)>,
}

impl Look {
    fn new(columns: &Columns) -> Look {
        let money = [Role::Amount, Role::Margin, Role::Cost];
        Look {
            date: columns.at(Role::Date),
            amounts: money.iter().filter_map(|role| columns.at(*role)).collect(),
            rows: 0,
            forms: [true; 3],
            dates: 0,
            a_date: None,
            excluded: Vec::new(),
            marks: [true; 2],
            seen_amounts: 0,
            either: None,
            an_amount: None,
            marks_excluded: Vec::new(),
        }
    }

    /// Looks at the rows until nothing is open; of a head that was cut off the last row is not one.
    fn over(&mut self, text: impl Read, delimiter: u8, is_cut: bool) -> Result<(), Error> {
        let mut records = Records::new(text, delimiter);
        let mut pending: Option<(u64, Vec<u8>, Vec<Vec<u8>>)> = None;
        records.advance()?;
        loop {
            let more = match records.advance() {
                Err(_) if is_cut => false,
                other => other?,
            };
            if let Some((line, date, amounts)) = pending.take()
                && (more || !is_cut || self.rows == 0)
            {
                self.row(line, &date, &amounts);
            }
            let settled = self.dates > 0 && !self.is_unclear();
            if !more || (self.rows >= ROWS && settled) {
                return Ok(());
            }
            let field = |at: &usize| records.field(*at).to_vec();
            let amounts = self.amounts.iter().map(field).collect();
            let date = self.date.as_ref().map(field).unwrap_or_default();
            pending = Some((records.first_line(), date, amounts));
        }
    }

    fn row(&mut self, line: u64, date: &[u8], amounts: &[Vec<u8>]) {
        self.rows += 1;
        let said = day::says(date);
        let place = || (line, String::from_utf8_lossy(date).into_owned());
        self.a_date.get_or_insert_with(place);
        if said.contains(&true) {
            if self.dates == 0 {
                self.a_date = Some(place());
            }
            self.dates += 1;
            let left = [0, 1, 2].map(|at| self.forms[at] && said[at]);
            if left != self.forms {
                self.excluded.push(place());
                self.forms = left;
            }
        }
        for cell in amounts {
            let place = || (line, String::from_utf8_lossy(cell).into_owned());
            self.an_amount.get_or_insert_with(|| place().1);
            match amount::says(cell) {
                Says::NoNumber => continue,
                Says::Nothing => {}
                Says::Either => {
                    self.either.get_or_insert_with(place);
                }
                Says::Only(mark) => {
                    let left = [0, 1].map(|at| self.marks[at] && Mark::ALL[at] == mark);
                    if left != self.marks {
                        self.marks_excluded.push(place());
                        self.marks = left;
                    }
                }
            }
            self.seen_amounts += 1;
        }
    }

    /// Whether two readings are left.
    fn is_unclear(&self) -> bool {
        let forms = self.forms.iter().filter(|it| **it).count();
        forms > 1 || (self.either.is_some() && self.marks == [true; 2])
    }

    /// Whether rows behind the head are needed.
    fn is_open(&self, wishes: &Wishes) -> bool {
        let forms = self.forms.iter().filter(|it| **it).count();
        let date = wishes.form.is_none() && (forms > 1 || self.dates == 0);
        let mark = wishes.mark.is_none() && self.either.is_some() && self.marks == [true; 2];
        date || mark
    }

    fn form(&self, wishes: &Wishes) -> Result<Form, Error> {
        if self.rows == 0 {
            return Err(Error::OnlyHeader);
        }
        if let Some(form) = wishes.form {
            return Ok(form);
        }
        let cell = || self.a_date.clone().unwrap_or_default();
        if self.dates == 0 {
            return Err(Error::NoDate(cell().1));
        }
        let left = Form::ALL.iter().zip(self.forms).filter(|(_, it)| *it);
        match left.map(|(form, _)| *form).collect::<Vec<_>>().as_slice() {
            [form] => Ok(*form),
            [] => Err(Error::DateMixed(self.excluded.clone())),
            _ => Err(Error::DateEither(cell().1)),
        }
    }

    fn mark(&self, wishes: &Wishes) -> Result<Option<Mark>, Error> {
        if wishes.mark.is_some() {
            return Ok(wishes.mark);
        }
        if self.seen_amounts == 0 {
            return Err(Error::NoAmount(self.an_amount.clone().unwrap_or_default()));
        }
        match (self.marks, &self.either) {
            ([true, false], _) => Ok(Some(Mark::Point)),
            ([false, true], _) => Ok(Some(Mark::Comma)),
            ([false, false], _) => Err(Error::MarkMixed(self.marks_excluded.clone())),
            ([true, true], None) => Ok(None),
            ([true, true], Some((line, cell))) => Err(Error::MarkEither(*line, cell.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Dialect, Error> {
        told(text, &Wishes::default())
    }

    fn told(text: &str, wishes: &Wishes) -> Result<Dialect, Error> {
        detect(text.as_bytes(), true, wishes, || None::<&[u8]>)
    }

    #[test]
    fn a_file_tells_how_it_is_written() {
        let found = read("Kunde;Datum;Betrag\n7;31.12.2025;1.234,50\n8;01.02.2026;5\n").unwrap();
        assert_eq!(
            (found.delimiter, found.form, found.mark),
            (b';', Form::Dmy, Some(Mark::Comma))
        );
        let found = read("客户,日期,金额\n甲,2026年1月2日,12\n").unwrap();
        assert_eq!(
            (found.delimiter, found.form, found.mark),
            (b',', Form::Ymd, None)
        );
    }

    #[test]
    fn two_readings_are_an_error_that_names_them() {
        let either = "customer,date,amount\na,03/04/2026,1.5\nb,05/06/2026,2\n";
        assert_eq!(read(either), Err(Error::DateEither("03/04/2026".into())));
        let wishes = Wishes {
            form: Some(Form::Dmy),
            ..Wishes::default()
        };
        assert_eq!(told(either, &wishes).unwrap().form, Form::Dmy);
        let mixed = "customer,date,amount\na,31/12/2025,1.5\nb,12/31/2025,2\n";
        let places = vec![(2, "31/12/2025".into()), (3, "12/31/2025".into())];
        assert_eq!(read(mixed), Err(Error::DateMixed(places)));
        let either = "customer;date;amount\na;2026-01-01;1.234\nb;2026-01-01;7\n";
        assert_eq!(read(either), Err(Error::MarkEither(2, "1.234".into())));
        let mixed = "customer;date;amount\na;2026-01-01;1.5\nb;2026-01-01;7,25\n";
        assert!(matches!(read(mixed), Err(Error::MarkMixed(_))));
    }

    #[test]
    fn rows_behind_the_head_decide_what_it_leaves_open() {
        let mut text = String::from("customer,date,amount\n");
        text.push_str(&"a,03/04/2026,1.5\n".repeat(5_000));
        let head = text.len();
        text.push_str("b,13/04/2026,1.5\n");
        let bytes = text.as_bytes();
        let found = detect(&bytes[..head], false, &Wishes::default(), || Some(bytes));
        assert_eq!(found.unwrap().form, Form::Dmy);
        let open = detect(&bytes[..head], false, &Wishes::default(), || None::<&[u8]>);
        assert!(matches!(open, Err(Error::DateEither(_))));
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(read(""), Err(Error::Empty));
        assert_eq!(read("\n\n"), Err(Error::Empty));
        assert_eq!(read("customer,date,amount\n"), Err(Error::OnlyHeader));
        assert!(matches!(
            read("who,when,what\n1,2,3\n"),
            Err(Error::NoColumn(Role::Customer, _))
        ));
        assert!(matches!(
            read("customer,date,amount\n1,soon,3\n"),
            Err(Error::NoDate(_))
        ));
        assert!(matches!(
            read("customer,date,amount\n1,2026-01-01,free\n"),
            Err(Error::NoAmount(_))
        ));
    }
}
