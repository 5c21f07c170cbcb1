//! Moodle: a list for the import of grades.
//!
//! Moodle empties the grade of a row that brings feedback alone, so the two always go together: a
//! student without points is left out. Students are known by their address, in which Moodle tells
//! capital letters apart, or by their number; both stand in the list of participants that the
//! teacher exports.

use rust_decimal::Decimal;

use super::{Entry, Filled, matched};
use crate::classroom::cells::{harmless, written};
use crate::classroom::grade::points;
use crate::classroom::student::Roster;

/// The list for import, out of `worth` points; none where the list of participants has neither
/// addresses nor numbers.
pub fn fill(
    roster: &Roster,
    entries: &[Entry],
    worth: Decimal,
    with_proposals: bool,
) -> Option<Filled> {
    let any = |get: fn(&crate::classroom::student::Person) -> &str| {
        roster.people.iter().any(|it| !get(it).is_empty())
    };
    let (emails, numbers) = (any(|it| &it.email), any(|it| &it.number));
    if !emails && !numbers {
        return None;
    }
    let columns = |email: &str, number: &str, grade: &str, feedback: &str| -> Vec<String> {
        let mut row = Vec::new();
        // These two are keys: an apostrophe before them would find nobody.
        row.extend(emails.then(|| email.to_owned()));
        row.extend(numbers.then(|| number.to_owned()));
        row.extend([grade.to_owned(), harmless(feedback).into_owned()]);
        row
    };
    let (pairs, mut strangers) = matched(roster, entries, with_proposals);
    let grade = if pairs.iter().all(|(_, it, _)| it.given.is_some()) {
        "Grade"
    } else {
        "Grade (proposed)"
    };
    let mut rows = vec![columns("Email address", "ID number", grade, "Feedback")];
    for (person, entry, score) in &pairs {
        // Without a key the row would find nobody; a key that acts as a formula is none.
        let is_key = |it: &str| !it.is_empty() && harmless(it) == it;
        if !is_key(&person.email) && !is_key(&person.number) {
            strangers.push(entry.name.clone());
            continue;
        }
        let key = |it: &str| {
            if is_key(it) {
                it.to_owned()
            } else {
                String::new()
            }
        };
        let value = points(*score * worth / Decimal::ONE_HUNDRED).replace(',', "");
        let (email, number) = (key(&person.email), key(&person.number));
        rows.push(columns(&email, &number, &value, &entry.comments));
    }
    let has = |row: usize| pairs.iter().any(|(person, ..)| person.row == row);
    let without = roster.people.iter().filter(|it| !has(it.row));
    Some(Filled {
        text: written(&rows),
        count: rows.len() - 1,
        strangers,
        without: without.map(|it| it.name.clone()).collect(),
    })
}
