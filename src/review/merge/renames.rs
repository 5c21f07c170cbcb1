//! Rows that one side gave another id: the other texts follow before anything is compared.

use std::collections::HashSet;

use super::pieces::{Pieces, Unit, pieces};
use crate::plan::{Document, Path};

/// How like a row must be to one that is gone to be the same row with another id.
const ALIKE: f64 = 0.5;

/// A row that the two sides gave different ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clash {
    /// The row, by ours' id.
    pub(super) path: String,
    pub(super) base: String,
    pub(super) theirs: String,
}

/// The three texts, cut into pieces, after each has the new ids of both sides.
pub(super) struct Agreed {
    pub(super) base: Pieces,
    pub(super) ours: Pieces,
    pub(super) theirs: Pieces,
    /// The line end of ours.
    pub(super) eol: &'static str,
    pub(super) clashes: Vec<Clash>,
}

/// A text and its pieces, which are cut anew when the text changes.
struct Cut {
    document: Document,
    pieces: Pieces,
}

impl Cut {
    fn of(document: Document) -> Cut {
        let pieces = pieces(&document);
        Cut { document, pieces }
    }

    /// Gives a row another id, with its references; `false` when the text does not have it or the
    /// new one is taken.
    fn rename(&mut self, list: &str, old: &str, new: &str) -> bool {
        let path = Path::parse(list).join(old);
        let Ok(edit) = self.document.rename_row(&path, new) else {
            return false;
        };
        self.document.apply(&edit);
        self.pieces = pieces(&self.document);
        true
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Renamed {
    list: String,
    old: String,
    new: String,
}

/// Lets each text use the ids that the others gave.
///
/// A reference that somebody else added to a row under its old name follows, because the whole
/// text is renamed. Where both sides found another name, ours is used and the clash is told.
pub(super) fn agreed(base: Document, ours: Document, theirs: Document) -> Agreed {
    let eol = ours.eol();
    let [mut base, mut ours, mut theirs] = [base, ours, theirs].map(Cut::of);
    let mut clashes = Vec::new();
    let by_ours = renamed(&base.pieces.units, &ours.pieces.units);
    let by_theirs = renamed(&base.pieces.units, &theirs.pieces.units);
    for Renamed { list, old, new } in &by_ours {
        let also = by_theirs
            .iter()
            .find(|it| it.list == *list && it.old == *old);
        let its = also.map_or(old, |also| &also.new);
        if its != new && !theirs.rename(list, its, new) {
            continue;
        }
        base.rename(list, old, new);
        if let Some(also) = also.filter(|also| also.new != *new) {
            clashes.push(Clash {
                path: Path::parse(list).join(new.as_str()).to_string(),
                base: old.clone(),
                theirs: also.new.clone(),
            });
        }
    }
    for Renamed { list, old, new } in &by_theirs {
        let by_both = by_ours.iter().any(|it| it.list == *list && it.old == *old);
        if !by_both && ours.rename(list, old, new) {
            base.rename(list, old, new);
        }
    }
    Agreed {
        base: base.pieces,
        ours: ours.pieces,
        theirs: theirs.pieces,
        eol,
        clashes,
    }
}

/// The rows of `before` that stand in `after` under another id.
fn renamed(before: &[Unit], after: &[Unit]) -> Vec<Renamed> {
    fn missing<'u>(from: &'u [Unit], all: &[Unit]) -> Vec<(&'u str, String, &'u Unit)> {
        let there: HashSet<&Path> = all.iter().map(|unit| &unit.path).collect();
        let gone = from.iter().filter(|unit| !there.contains(&unit.path));
        gone.filter_map(|unit| Some((unit.list.as_deref()?, unit.id()?, unit)))
            .collect()
    }
    let gone = missing(before, after);
    let mut fresh = missing(after, before);
    let mut out = Vec::new();
    for (list, old, unit) in gone {
        let alike = fresh.iter().enumerate();
        let alike = alike
            .filter(|(_, (other, ..))| *other == list)
            .map(|(at, (_, _, other))| (at, unit.likeness(other)))
            .filter(|(_, likeness)| *likeness >= ALIKE)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((at, _)) = alike {
            let (_, new, _) = fresh.remove(at);
            let list = list.to_owned();
            out.push(Renamed { list, old, new });
        }
    }
    out
}
