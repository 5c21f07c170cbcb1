//! Which row of one plan is which row of another.

use std::collections::HashMap;

use super::outline::Row;
use super::value::Value;
use crate::catalogue::{Kind, Section};

/// How the rows of two lists belong together, by their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairing {
    /// Rows that are in both, in the order of the second list.
    pub pairs: Vec<(usize, usize)>,
    /// Rows that only the first list has.
    pub dropped: Vec<usize>,
    /// Rows that only the second list has.
    pub added: Vec<usize>,
}

/// From this likeness on a row whose id is gone and one whose id is new are the same row.
const RENAMED: f64 = 0.5;
/// From this likeness on a row that had no id is the same row.
const NAMELESS: f64 = 0.3;
/// So many comparisons are made at most; lists of which more rows lost their ids were replaced.
const COMPARISONS: usize = 100_000;

/// Pairs the rows of a list: by id, then by how much those say the same whose ids are gone.
pub fn pair(section: &Section, old: &[Row], new: &[Row]) -> Pairing {
    let by_id: HashMap<&str, usize> = old
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((row.id.as_deref()?, at)))
        .collect();
    let mut taken = vec![false; old.len()];
    let mut partner: Vec<Option<usize>> = vec![None; new.len()];
    for (row, slot) in new.iter().zip(&mut partner) {
        *slot = row.id.as_deref().and_then(|id| by_id.get(id).copied());
        if let Some(taken) = slot.and_then(|at| taken.get_mut(at)) {
            *taken = true;
        }
    }
    let gone: Vec<usize> = (0..old.len())
        .filter(|at| taken.get(*at) == Some(&false))
        .collect();
    let fresh: Vec<usize> = (0..new.len())
        .filter(|at| partner.get(*at) == Some(&None))
        .collect();
    for (before, after) in alike(section, old, new, &gone, &fresh) {
        if let (Some(taken), Some(slot)) = (taken.get_mut(before), partner.get_mut(after)) {
            *taken = true;
            *slot = Some(before);
        }
    }
    let mut out = Pairing::default();
    for (at, slot) in partner.into_iter().enumerate() {
        match slot {
            Some(before) => out.pairs.push((before, at)),
            None => out.added.push(at),
        }
    }
    let left = gone.into_iter().filter(|at| taken.get(*at) == Some(&false));
    out.dropped.extend(left);
    out
}

/// Pairs of rows that are alike, the most alike first; each row once.
fn alike(
    section: &Section,
    old: &[Row],
    new: &[Row],
    gone: &[usize],
    fresh: &[usize],
) -> Vec<(usize, usize)> {
    if gone.len().saturating_mul(fresh.len()) > COMPARISONS {
        return Vec::new();
    }
    let mut found: Vec<(f64, usize, usize)> = Vec::new();
    for before in gone {
        for after in fresh {
            let (Some(one), Some(other)) = (old.get(*before), new.get(*after)) else {
                continue;
            };
            // A row with its first id is found as it was before: by what it says.
            let nameless = one.id.is_none();
            let least = if nameless { NAMELESS } else { RENAMED };
            let likeness = likeness(section, one, other);
            if likeness >= least {
                found.push((likeness, *before, *after));
            }
        }
    }
    // Of equals those that stand nearest to each other.
    found.sort_by(|a, b| {
        let apart = |it: &(f64, usize, usize)| it.1.abs_diff(it.2);
        b.0.total_cmp(&a.0)
            .then(apart(a).cmp(&apart(b)))
            .then((a.1, a.2).cmp(&(b.1, b.2)))
    });
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, before, after) in found {
        if !pairs.iter().any(|it| it.0 == before || it.1 == after) {
            pairs.push((before, after));
        }
    }
    pairs
}

/// How much two rows say the same, from 0 to 1.
///
/// Texts count most, and a judgement on a scale or a word of a choice little, because two rows
/// easily have those in common by chance.
pub fn likeness(section: &Section, one: &Row, other: &Row) -> f64 {
    let mut keys: Vec<&String> = one.values.keys().collect();
    keys.extend(
        other
            .values
            .keys()
            .filter(|key| !one.values.contains_key(*key)),
    );
    let (mut shared, mut all) = (0.0, 0.0);
    for key in keys {
        let weight = match section.field(key).map(|field| field.kind) {
            Some(Kind::Line | Kind::Text) => 2.0,
            Some(Kind::Scale(..) | Kind::Choice(_) | Kind::Choices(_) | Kind::Flag) => 0.25,
            _ => 1.0,
        };
        all += weight;
        if let (Some(one), Some(other)) = (one.values.get(key), other.values.get(key)) {
            shared += weight * agreement(one, other);
        }
    }
    // Two rows that say nothing at all are alike.
    if all == 0.0 { 1.0 } else { shared / all }
}

fn agreement(one: &Value, other: &Value) -> f64 {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => resemblance(one, other),
        _ if one.says_what(other) => 1.0,
        (Value::List(one), Value::List(other)) => {
            let shared = one
                .iter()
                .filter(|it| other.iter().any(|other| it.says_what(other)));
            share(shared.count(), one.len().max(other.len()))
        }
        _ => 0.0,
    }
}

/// The share of two texts that stands in both: pairs of neighbouring characters.
fn resemblance(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    strsim::sorensen_dice(one, other)
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::super::outline::Outline;
    use super::*;
    use crate::catalogue;

    fn paired(old: &str, new: &str) -> Pairing {
        let list = "targeting.segments";
        let rows = |text: &str| Outline::read(text).rows(list).to_vec();
        pair(catalogue::section(list).unwrap(), &rows(old), &rows(new))
    }

    fn segment(id: &str, name: &str, reason: &str) -> String {
        let id = if id.is_empty() {
            String::new()
        } else {
            format!("id = \"{id}\"\n")
        };
        format!("[[targeting.segments]]\n{id}name = \"{name}\"\nfit = 4\nreason = \"{reason}\"\n")
    }

    #[test]
    fn an_id_that_is_gone_is_looked_for_in_new_ones() {
        let nurses = segment(
            "nurses",
            "Night nurses",
            "they come off shift when all is closed",
        );
        let drivers = segment("drivers", "Bus drivers", "the depot has no kitchen");
        let renamed = nurses.replace("\"nurses\"", "\"night-staff\"");
        let found = paired(&(nurses.clone() + &drivers), &(drivers.clone() + &renamed));
        assert_eq!(found.pairs, [(1, 0), (0, 1)]);
        let found = paired(&nurses, &drivers);
        assert_eq!((found.dropped, found.added), (vec![0], vec![0]));
    }

    #[test]
    fn 编号改了内容相近就是同一条() {
        let old = segment("护士", "夜班护士", "下班时什么店都关了");
        let new = segment("医护", "夜班医护人员", "下班时什么店都关了");
        assert_eq!(paired(&old, &new).pairs, [(0, 0)]);
        let other = segment("司机", "公交司机", "车场没有厨房");
        assert_eq!(paired(&old, &other).pairs, []);
    }

    #[test]
    fn rows_without_ids_are_paired_by_what_they_say() {
        let one = segment("", "夜班护士", "下班时店都关了");
        let two = segment("", "Bus drivers", "the depot has no kitchen");
        let found = paired(&(one.clone() + &two), &(two + &one));
        assert_eq!(found.pairs, [(1, 0), (0, 1)]);
    }
}
