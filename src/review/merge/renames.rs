//! Rows that one side gave another id: the other texts follow before anything is compared.

use super::pieces::{Unit, pieces};
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

/// The three texts after each has the new ids of both sides.
pub(super) struct Agreed {
    pub(super) base: Document,
    pub(super) ours: Document,
    pub(super) theirs: Document,
    pub(super) clashes: Vec<Clash>,
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
    let (by_ours, by_theirs) = (renamed(&base, &ours), renamed(&base, &theirs));
    let mut all = Agreed {
        base,
        ours,
        theirs,
        clashes: Vec::new(),
    };
    for Renamed { list, old, new } in &by_ours {
        let also = by_theirs
            .iter()
            .find(|it| it.list == *list && it.old == *old);
        let its = also.map_or(old, |also| &also.new);
        if its != new && !rename(&mut all.theirs, list, its, new) {
            continue;
        }
        rename(&mut all.base, list, old, new);
        if let Some(also) = also.filter(|also| also.new != *new) {
            all.clashes.push(Clash {
                path: Path::parse(list).join(new.as_str()).to_string(),
                base: old.clone(),
                theirs: also.new.clone(),
            });
        }
    }
    for Renamed { list, old, new } in &by_theirs {
        let by_both = by_ours.iter().any(|it| it.list == *list && it.old == *old);
        if !by_both && rename(&mut all.ours, list, old, new) {
            rename(&mut all.base, list, old, new);
        }
    }
    all
}

/// Gives a row another id, with its references; `false` when the text does not have it or the new
/// one is taken.
fn rename(document: &mut Document, list: &str, old: &str, new: &str) -> bool {
    let path = Path::parse(list).join(old);
    let edit = document.rename_row(&path, new);
    let done = edit.map(|edit| document.apply(&edit));
    done.is_ok()
}

/// The rows of `base` that stand in `other` under another id.
fn renamed(base: &Document, other: &Document) -> Vec<Renamed> {
    let (before, after) = (pieces(base).units, pieces(other).units);
    let missing = |from: &[Unit], all: &[Unit]| -> Vec<(String, String, Unit)> {
        from.iter()
            .filter(|unit| !all.iter().any(|other| other.path == unit.path))
            .filter_map(|unit| Some((unit.list.clone()?, unit.id()?, unit.clone())))
            .collect()
    };
    let gone = missing(&before, &after);
    let mut fresh = missing(&after, &before);
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
            out.push(Renamed { list, old, new });
        }
    }
    out
}
