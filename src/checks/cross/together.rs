//! Rows that lack the same, told in one sentence: it is one gap, however many rows have it.

use crate::checks::Finding;
use crate::checks::context::listed;
use crate::plan::Record;
use crate::words::{Lang, Text};

/// So many rows that lack the same are no slip of a row, but a question not asked yet.
pub(super) const MANY: usize = 3;

/// Rows by what they lack, in the order of the plan.
pub(super) struct Together<'r, K, R>(pub Vec<(K, Vec<&'r R>)>);

impl<'r, K: PartialEq, R: Record> Together<'r, K, R> {
    /// Adds a row that lacks something.
    pub fn add(&mut self, lacks: K, row: &'r R) {
        match self.0.iter_mut().find(|(same, _)| *same == lacks) {
            Some((_, rows)) => rows.push(row),
            None => self.0.push((lacks, vec![row])),
        }
    }
}

/// What people call these rows, in a row.
pub(super) fn names<R: Record>(rows: &[&R]) -> String {
    let names: Vec<_> = rows.iter().filter_map(|row| row.name()).collect();
    listed(&names.iter().map(AsRef::as_ref).collect::<Vec<&str>>())
}

/// Parts that are missing, listed in both languages.
pub(super) fn parts(missing: &[Text]) -> (String, String) {
    let list = |lang: Lang, comma: &str, last: &str| {
        let words: Vec<&str> = missing.iter().map(|part| part.get(lang)).collect();
        match words.split_last() {
            Some((end, rest)) if !rest.is_empty() => format!("{}{last}{end}", rest.join(comma)),
            _ => words.concat(),
        }
    };
    (list(Lang::En, ", ", " and "), list(Lang::Zh, "、", "和"))
}

/// Puts the name of a row, or the number and names of several, around what is missing.
pub(super) fn tell<R: Record>(finding: &mut Finding, rows: &[&R], missing: &[Text]) {
    let (en, zh) = parts(missing);
    let names = names(rows);
    if rows.len() < MANY {
        finding.say.words(vec![names.clone(), en], vec![names, zh]);
    } else {
        let count = rows.len().to_string();
        let words = |parts: String| vec![count.clone(), parts, names.clone()];
        finding.say.words(words(en), words(zh));
    }
}
