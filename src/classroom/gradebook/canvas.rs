//! Canvas: the teacher's own export with one column filled.
//!
//! ```text
//! Student,ID,SIS User ID,SIS Login ID,Section,Plan (77)
//!     Points Possible,,,,,20
//! "Ruiz, Ana",11,s-100,aruiz,A,
//! ```
//!
//! Between the two a row may stand that says `Manual Posting`; columns whose possible points are
//! `(read only)` are computed by Canvas and left alone. No id is made up: who is not in the export
//! gets nothing.

use rust_decimal::Decimal;

use super::{Entry, Filled, matched};
use crate::classroom::cells::Cells;
use crate::classroom::student::Roster;
use crate::words::{Lang, Text};

/// Why an export cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is no export of a Canvas gradebook.
    NotCanvas,
    /// No column is an assignment whose points can be filled.
    NoColumn,
    /// Several columns could be meant: their headings.
    Which(Vec<String>),
    /// There is no such column; those that there are.
    NoSuch(String, Vec<String>),
}

/// An assignment of an export.
struct Assignment {
    col: usize,
    head: String,
    /// What the assignment is worth; 100 where the export does not say.
    possible: Decimal,
}

/// Fills the points of an assignment into an export; every byte outside its column stays.
///
/// `wanted` names the column by its heading, its name or its number; without it there must be
/// only one. Points of 100 become points of what the assignment is worth.
///
/// # Errors
/// When it is no export, or the column cannot be told.
pub fn fill(
    export: &str,
    entries: &[Entry],
    wanted: Option<&str>,
    with_proposals: bool,
) -> Result<Filled, Refused> {
    let cells = Cells::read(export);
    let roster = Roster::read(export).filter(|_| cells.get(0, 0).trim() == "Student");
    let roster = roster.ok_or(Refused::NotCanvas)?;
    let assignment = assignment(&cells, wanted)?;
    let (pairs, strangers) = matched(&roster, entries, with_proposals);
    let comma = has_comma(&cells);
    let changes = pairs.iter().map(|(person, _, score)| {
        let points = *score * assignment.possible / Decimal::ONE_HUNDRED;
        let shown = points.round_dp(2).normalize().to_string();
        let shown = if comma {
            shown.replace('.', ",")
        } else {
            shown
        };
        (person.row, assignment.col, shown)
    });
    let text = cells.with(changes.collect());
    let has = |row: usize| pairs.iter().any(|(person, ..)| person.row == row);
    let without = roster.people.iter().filter(|it| !has(it.row));
    Ok(Filled {
        text,
        count: pairs.len(),
        strangers,
        without: without.map(|it| it.name.clone()).collect(),
    })
}

/// The row of possible points, if the export has one.
fn points_row(cells: &Cells<'_>) -> Option<usize> {
    (1..cells.len().min(4)).find(|row| cells.get(*row, 0).trim() == "Points Possible")
}

/// Whether numbers are written with a comma, as Canvas does where people do.
fn has_comma(cells: &Cells<'_>) -> bool {
    let Some(row) = points_row(cells) else {
        return false;
    };
    let is_number =
        |it: &str| it.contains(',') && it.chars().all(|c| c.is_ascii_digit() || c == ',');
    (0..cells.width(row)).any(|col| is_number(cells.get(row, col).trim()))
}

fn assignment(cells: &Cells<'_>, wanted: Option<&str>) -> Result<Assignment, Refused> {
    let points = points_row(cells);
    let possible = |col: usize| points.map(|row| cells.get(row, col).trim().to_owned());
    let mut all = Vec::new();
    for (col, head) in cells.header().iter().enumerate() {
        let possible = possible(col).unwrap_or_default();
        if number_of(head).is_none() || possible.eq_ignore_ascii_case("(read only)") {
            continue;
        }
        let possible = possible
            .replace(',', ".")
            .parse()
            .unwrap_or(Decimal::ONE_HUNDRED);
        let head = head.trim().to_owned();
        all.push(Assignment {
            col,
            head,
            possible,
        });
    }
    let heads = |all: &[Assignment]| all.iter().map(|it| it.head.clone()).collect::<Vec<_>>();
    if all.is_empty() {
        return Err(Refused::NoColumn);
    }
    if let Some(wanted) = wanted {
        let heads = heads(&all);
        all.retain(|it| is_named(&it.head, wanted));
        if all.is_empty() {
            return Err(Refused::NoSuch(wanted.to_owned(), heads));
        }
    }
    let several = heads(&all);
    match (all.pop(), all.is_empty()) {
        (Some(only), true) => Ok(only),
        _ => Err(Refused::Which(several)),
    }
}

/// The number of an assignment, which stands in brackets at the end of its heading.
fn number_of(head: &str) -> Option<&str> {
    let (_, number) = head.trim().strip_suffix(')')?.rsplit_once('(')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(number)
}

fn is_named(head: &str, wanted: &str) -> bool {
    let name = head.rsplit_once('(').map_or(head, |(name, _)| name);
    let wanted = wanted.trim();
    head == wanted || name.trim().eq_ignore_ascii_case(wanted) || number_of(head) == Some(wanted)
}

impl Refused {
    /// What happened.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Refused::NotCanvas => Text::new(
                "This is no export of a Canvas gradebook: its first column is not “Student”.",
                "这不是Canvas成绩册的导出文件：第一列不是“Student”。",
            )
            .get(lang)
            .to_owned(),
            Refused::NoColumn => Text::new(
                "The export has no assignment that could be filled.",
                "导出文件里没有可填写的作业列。",
            )
            .get(lang)
            .to_owned(),
            Refused::Which(_) => Text::new(
                "The export has several assignments.",
                "导出文件里有多个作业列。",
            )
            .get(lang)
            .to_owned(),
            Refused::NoSuch(wanted, _) => Text::new(
                "The export has no assignment “{0}”.",
                "导出文件里没有“{0}”这个作业列。",
            )
            .fill(lang, &[wanted]),
        }
    }

    /// What to do next.
    pub fn hint(&self, lang: Lang) -> String {
        match self {
            Refused::NotCanvas | Refused::NoColumn => Text::new(
                "In Canvas, make the assignment first, then export the whole gradebook and hand that file in here unchanged.",
                "请先在Canvas里建好作业，再导出整本成绩册，原样交给这里。",
            )
            .get(lang)
            .to_owned(),
            Refused::Which(heads) | Refused::NoSuch(_, heads) => Text::new(
                "Name one with --column: {0}.",
                "用 --column 指明其中一列：{0}。",
            )
            .fill(lang, &[heads.join("; ")]),
        }
    }
}
