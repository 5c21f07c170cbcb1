//! A table for anything else: one row for each student, proposals in columns of their own.

use rust_decimal::Decimal;

use super::Entry;
use crate::classroom::cells::{harmless, written};

/// The headings: programs read them, so they are the same in every language.
pub const HEADINGS: [&str; 6] = [
    "student_id",
    "score",
    "comments",
    "name",
    "proposed_score",
    "proposed_of",
];

/// A value of the table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words, which are never computed.
    Words(String),
    /// A number; none where nothing was given.
    Number(Option<Decimal>),
}

/// The rows below the headings, out of `worth` points.
///
/// `score` is only ever what the teacher gave; what rules propose has a name that says so.
pub fn rows(entries: &[Entry], worth: Decimal) -> Vec<[Value; 6]> {
    let scaled = |it: Decimal| (it * worth / Decimal::ONE_HUNDRED).round_dp(2).normalize();
    let row = |it: &Entry| {
        [
            Value::Words(it.id.clone()),
            Value::Number(it.given.map(scaled)),
            Value::Words(it.comments.clone()),
            Value::Words(it.name.clone()),
            Value::Number(it.proposed.map(|(sum, _)| scaled(sum))),
            Value::Number(it.proposed.map(|(_, most)| scaled(most))),
        ]
    };
    entries.iter().map(row).collect()
}

/// The table as separated values, none of which a spreadsheet computes.
pub fn plain(entries: &[Entry], worth: Decimal) -> String {
    let mut lines = vec![HEADINGS.map(str::to_owned).to_vec()];
    for row in rows(entries, worth) {
        let cells = row.iter().map(|it| match it {
            Value::Words(words) => harmless(words).into_owned(),
            Value::Number(number) => number.map_or_else(String::new, |it| it.to_string()),
        });
        lines.push(cells.collect());
    }
    written(&lines)
}
