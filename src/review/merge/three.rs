//! Three sequences become one: the shape that lines, sentences and comments share.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A stretch of the three sequences, as ranges of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) base: Range<usize>,
    pub(super) ours: Range<usize>,
    pub(super) theirs: Range<usize>,
    pub(super) kind: Kind,
}

/// Who changed a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nobody, or both alike.
    Same,
    Ours,
    Theirs,
    /// Both, and differently.
    Conflict,
}

/// For each place of `base` the place of `other` that it is the same as.
fn matches<T: Hash + Eq + Ord>(base: &[T], other: &[T]) -> Vec<Option<usize>> {
    let mut out = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, base, other) {
        if op.tag() == DiffTag::Equal {
            for (old, new) in op.old_range().zip(op.new_range()) {
                if let Some(place) = out.get_mut(old) {
                    *place = Some(new);
                }
            }
        }
    }
    out
}

/// Lays three sequences beside each other.
///
/// A stretch that one side changed ends only where all three agree again. So changes that touch
/// each other are one conflict: between two that are kept there stands something that nobody
/// changed.
pub(super) fn stretches<T: Hash + Eq + Ord>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<Stretch> {
    let (to_ours, to_theirs) = (matches(base, ours), matches(base, theirs));
    let mut out: Vec<Stretch> = Vec::new();
    let (mut b, mut o, mut t) = (0, 0, 0);
    loop {
        let next = (b..base.len()).find_map(|at| {
            let ours = to_ours.get(at).copied().flatten()?;
            let theirs = to_theirs.get(at).copied().flatten()?;
            Some((at, ours, theirs))
        });
        let (at, to_o, to_t) = next.unwrap_or((base.len(), ours.len(), theirs.len()));
        if at > b || to_o > o || to_t > t {
            let mut stretch = Stretch {
                base: b..at,
                ours: o..to_o,
                theirs: t..to_t,
                kind: Kind::Conflict,
            };
            stretch.kind = kind(&stretch, base, ours, theirs);
            out.push(stretch);
        }
        if next.is_none() {
            return out;
        }
        out.push(Stretch {
            base: at..at + 1,
            ours: to_o..to_o + 1,
            theirs: to_t..to_t + 1,
            kind: Kind::Same,
        });
        (b, o, t) = (at + 1, to_o + 1, to_t + 1);
    }
}

fn kind<T: Eq>(stretch: &Stretch, base: &[T], ours: &[T], theirs: &[T]) -> Kind {
    let base = base.get(stretch.base.clone());
    let ours = ours.get(stretch.ours.clone());
    let theirs = theirs.get(stretch.theirs.clone());
    if ours == theirs {
        Kind::Same
    } else if base == theirs {
        Kind::Ours
    } else if base == ours {
        Kind::Theirs
    } else {
        Kind::Conflict
    }
}

/// Keys in the order of the result.
#[derive(Debug)]
pub(super) struct Order<'k> {
    pub(super) keys: Vec<&'k str>,
    /// Whether both sides moved what all have, and differently; ours' order stays.
    pub(super) reordered: bool,
}

/// The order of keys when three orders become one: ours, with what theirs has more after the key
/// that precedes it in theirs, or in theirs' order where only theirs changed it.
pub(super) fn order<'k>(base: &[&'k str], ours: &[&'k str], theirs: &[&'k str]) -> Order<'k> {
    let [b, o, t] = [base, ours, theirs].map(|list| list.iter().copied().collect::<HashSet<_>>());
    let shared = |list: &[&'k str]| -> Vec<&'k str> {
        let all = |key: &&&str| b.contains(*key) && o.contains(*key) && t.contains(*key);
        list.iter().filter(all).copied().collect()
    };
    let (in_base, in_ours, in_theirs) = (shared(base), shared(ours), shared(theirs));
    let moved = in_base == in_ours && in_base != in_theirs;
    let mut out: Vec<&str> = ours.to_vec();
    if moved {
        // What all have takes theirs' order in the places that it has in ours.
        let places: Vec<usize> = (0..out.len())
            .filter(|at| {
                out.get(*at)
                    .is_some_and(|key| b.contains(key) && t.contains(key))
            })
            .collect();
        for (place, key) in places.into_iter().zip(&in_theirs) {
            if let Some(slot) = out.get_mut(place) {
                *slot = key;
            }
        }
    }
    let mut before: Option<&str> = None;
    for key in theirs {
        if !o.contains(key) {
            let at = before.and_then(|before| out.iter().position(|it| *it == before));
            out.insert(at.map_or(0, |at| at + 1), key);
        }
        before = Some(key);
    }
    Order {
        reordered: in_base != in_ours
            && in_base != in_theirs
            && in_ours != order_of(theirs, &in_ours),
        keys: out,
    }
}

/// Some keys in the order of a list.
fn order_of<'k>(list: &[&'k str], keys: &[&'k str]) -> Vec<&'k str> {
    list.iter()
        .filter(|key| keys.contains(key))
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(base: &str, ours: &str, theirs: &str) -> Vec<Kind> {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let all = stretches(&chars(base), &chars(ours), &chars(theirs));
        let changed = all
            .iter()
            .filter(|it| it.base != it.ours || it.kind != Kind::Same);
        changed
            .map(|it| it.kind)
            .filter(|kind| *kind != Kind::Same)
            .collect()
    }

    #[test]
    fn changes_apart_are_kept_and_changes_that_touch_are_a_conflict() {
        assert_eq!(kinds("abc", "xbc", "aby"), [Kind::Ours, Kind::Theirs]);
        assert_eq!(kinds("abc", "xbc", "ayc"), [Kind::Conflict]);
        assert_eq!(kinds("abc", "xbc", "xbc"), []);
        assert_eq!(kinds("abc", "abc", "abcd"), [Kind::Theirs]);
        assert_eq!(kinds("", "a", "b"), [Kind::Conflict]);
    }

    #[test]
    fn rows_are_added_where_theirs_has_them() {
        assert_eq!(
            order(&["a", "b"], &["a", "x", "b"], &["a", "y", "z", "b"]).keys,
            ["a", "y", "z", "x", "b"]
        );
        assert_eq!(
            order(&["a", "b", "c"], &["a", "b", "c"], &["c", "a", "b"]).keys,
            ["c", "a", "b"]
        );
        assert_eq!(
            order(&["a", "b"], &["b", "a"], &["a", "b"]).keys,
            ["b", "a"]
        );
    }
}
