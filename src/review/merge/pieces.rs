//! A text cut into the pieces that a merge moves: tables and rows, and in them keys.
//!
//! The pieces of a text put together again are the text, byte for byte. What stands between two
//! things, blank lines and comments, belongs to the second; comment lines that directly follow the
//! last key of a row, with a blank line after them, belong to that row.

use std::collections::{HashMap, HashSet};

use crate::plan::outline::{Meaning, Parts, Says, Tree};
use crate::plan::{Document, Path};

/// A key with its value.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) key: String,
    /// Blank lines and comments above it.
    pub(super) before: String,
    /// Its own lines, with what follows the value in its line.
    pub(super) own: String,
    /// Its value; the spans are places in `own`.
    pub(super) tree: Tree,
}

/// A table or row with what is below it; the top of the file is one without a header.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    /// By what it is found in the other texts.
    pub(super) key: String,
    /// The list that it is a row of.
    pub(super) list: Option<String>,
    pub(super) path: Path,
    pub(super) before: String,
    /// The line of its header.
    pub(super) head: String,
    pub(super) entries: Vec<Entry>,
    /// Comment lines that directly follow it.
    pub(super) after: String,
    /// Tables and rows that belong to this row.
    pub(super) inner: Vec<Unit>,
    /// How its header is named.
    names: Vec<String>,
}

/// A whole text in pieces.
#[derive(Debug, Clone, Default)]
pub(super) struct Pieces {
    pub(super) top: Unit,
    pub(super) units: Vec<Unit>,
    /// What follows the last thing that is said.
    pub(super) tail: String,
}

impl Entry {
    pub(super) fn raw(&self) -> &str {
        self.own.get(self.tree.span.clone()).unwrap_or_default()
    }

    pub(super) fn meaning(&self) -> Meaning {
        self.tree.meaning()
    }

    /// The comment lines directly above it.
    pub(super) fn lead(&self) -> &str {
        lead(&self.before)
    }
}

/// The last lines of a gap that are comments: those that belong to what follows.
pub(super) fn lead(before: &str) -> &str {
    let mut from = before.len();
    for line in before.split_inclusive('\n').rev() {
        if !line.trim_start().starts_with('#') {
            break;
        }
        from -= line.len();
    }
    before.get(from..).unwrap_or_default()
}

impl Unit {
    /// Its text, with what stands above it or without.
    pub(super) fn text(&self, with_gap: bool) -> String {
        let gap = if with_gap {
            self.before.as_str()
        } else {
            lead(&self.before)
        };
        let mut out = String::from(gap);
        out += &self.head;
        for entry in &self.entries {
            out += &entry.before;
            out += &entry.own;
        }
        out += &self.after;
        for unit in &self.inner {
            out += &unit.text(true);
        }
        out
    }

    /// Whether it is written like another, byte for byte.
    pub(super) fn is_spelt_as(&self, other: &Unit) -> bool {
        let around = |unit: &'_ Unit| [unit.entries.len(), unit.inner.len()];
        let entries = self.entries.iter().zip(&other.entries);
        let mut inner = self.inner.iter().zip(&other.inner);
        let mut entries = entries.map(|(a, b)| a.own == b.own && a.before == b.before);
        around(self) == around(other)
            && (&self.head, &self.before, &self.after) == (&other.head, &other.before, &other.after)
            && entries.all(|is_same| is_same)
            && inner.all(|(a, b)| a.is_spelt_as(b))
    }

    /// What its `id` says.
    pub(super) fn id(&self) -> Option<String> {
        let entry = self.entries.iter().find(|entry| entry.key == "id")?;
        match entry.meaning() {
            Meaning::Text(id) if !id.trim().is_empty() => Some(id),
            _ => None,
        }
    }

    /// How like another row it is, from 0 to 1: the share of keys, other than `id`, that say the
    /// same.
    pub(super) fn likeness(&self, other: &Unit) -> f64 {
        let said = |unit: &Unit| -> Vec<(String, Meaning)> {
            let entries = unit.entries.iter().filter(|entry| entry.key != "id");
            entries.map(|it| (it.key.clone(), it.meaning())).collect()
        };
        let (mine, its) = (said(self), said(other));
        let most = mine.len().max(its.len());
        if most == 0 {
            return 0.0;
        }
        let same = mine.iter().filter(|pair| its.contains(pair)).count();
        same as f64 / most as f64
    }
}

/// Cuts a text.
pub(super) fn pieces(document: &Document) -> Pieces {
    let text = document.text();
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    let mut blocks: Vec<Unit> = vec![Unit::default()];
    let mut is_row = vec![false];
    let mut at = 0;
    for item in document.outline() {
        let before = slice(at, item.start);
        let own = slice(item.start, item.end);
        at = item.end;
        if let Some(tree) = item.value {
            let entry = Entry {
                key: Path::new(item.names).to_string(),
                before,
                own,
                tree: shifted(tree, item.start),
            };
            if let Some(block) = blocks.last_mut() {
                block.entries.push(entry);
            }
            continue;
        }
        let (after, before) = parted(&before);
        if let Some(block) = blocks.last_mut() {
            after.clone_into(&mut block.after);
        }
        is_row.push(item.says == Says::Row);
        blocks.push(Unit {
            before: before.to_owned(),
            head: own,
            names: item.names,
            ..Unit::default()
        });
    }
    let tail = slice(at, text.len());
    let (after, tail) = parted(&tail);
    if let Some(block) = blocks.last_mut() {
        after.clone_into(&mut block.after);
    }
    named(&mut blocks, &is_row);
    let mut blocks = blocks.into_iter();
    let top = blocks.next().unwrap_or_default();
    Pieces {
        top,
        units: nested(blocks),
        tail: tail.to_owned(),
    }
}

/// Comment lines at the beginning of a gap that a blank line or the end of the text follows, and
/// the rest.
fn parted(gap: &str) -> (&str, &str) {
    let comments: usize = gap
        .split_inclusive('\n')
        .take_while(|line| line.trim_start().starts_with('#'))
        .map(str::len)
        .sum();
    let is_end = gap[comments..]
        .split('\n')
        .next()
        .is_some_and(|line| gap[comments..].contains('\n') && line.trim().is_empty());
    if is_end {
        gap.split_at(comments)
    } else {
        ("", gap)
    }
}

/// Gives each block its path and the key by which it is found.
fn named(blocks: &mut [Unit], is_row: &[bool]) {
    let mut rows: HashMap<Vec<String>, String> = HashMap::new();
    let mut counts: HashMap<Path, usize> = HashMap::new();
    let mut seen: HashMap<Path, usize> = HashMap::new();
    for (block, is_row) in blocks.iter_mut().zip(is_row) {
        let names = block.names.clone();
        rows.retain(|list, _| !(*is_row && list.starts_with(&names)));
        let mut path = Vec::new();
        for (at, name) in names.iter().enumerate() {
            path.push(name.clone());
            if let Some(row) = names.get(..=at).and_then(|list| rows.get(list)) {
                path.push(row.clone());
            }
        }
        let list = Path::new(path);
        if *is_row {
            let count = counts.entry(list.clone()).or_default();
            *count += 1;
            let row = block.id().unwrap_or_else(|| count.to_string());
            block.list = Some(list.to_string());
            block.path = list.join(row.as_str());
            rows.insert(names, row);
        } else {
            block.path = list;
        }
        let times = seen.entry(block.path.clone()).or_default();
        *times += 1;
        block.key = match *times {
            1 => block.path.to_string(),
            times => format!("{}#{times}", block.path),
        };
        if block.list.is_some() && block.id().is_none() {
            block.key.push('#');
        }
    }
}

/// Puts what belongs to a row into it.
fn nested(blocks: impl Iterator<Item = Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    for block in blocks {
        place(&mut out, block);
    }
    out
}

fn place(units: &mut Vec<Unit>, block: Unit) {
    if let Some(last) = units.last_mut()
        && last.list.is_some()
        && block.names.len() > last.names.len()
        && block.names.starts_with(&last.names)
    {
        place(&mut last.inner, block);
    } else {
        units.push(block);
    }
}

/// A tree whose places are counted from `by`.
fn shifted(mut tree: Tree, by: usize) -> Tree {
    let shift =
        |span: std::ops::Range<usize>| span.start.saturating_sub(by)..span.end.saturating_sub(by);
    tree.span = shift(tree.span);
    tree.parts = match tree.parts {
        Parts::List(items) => {
            Parts::List(items.into_iter().map(|item| shifted(item, by)).collect())
        }
        Parts::Table(pairs) => Parts::Table(
            pairs
                .into_iter()
                .map(|(names, span, tree)| (names, shift(span), shifted(tree, by)))
                .collect(),
        ),
        one @ Parts::One(_) => one,
    };
    tree
}

/// Gives rows the keys of the rows of `base` that they are, where those had no id: they still have
/// none, or have their first.
///
/// Rows that say the same are the same row; of the rest, those that are alike in half of their
/// keys, the nearest first. A row that is like none is new, and known by its id or by what it says.
pub(super) fn align(base: &[Unit], units: &mut [Unit]) {
    let nameless = |unit: &Unit| unit.list.is_some() && unit.id().is_none();
    let mut free: Vec<(String, &Unit)> = base
        .iter()
        .filter(|unit| nameless(unit))
        .map(|unit| (said(unit), unit))
        .collect();
    let known: HashSet<&str> = base.iter().map(|unit| unit.key.as_str()).collect();
    let mut open: Vec<(usize, String)> = Vec::new();
    for (at, unit) in units.iter_mut().enumerate() {
        let is_new = unit.list.is_some() && !known.contains(unit.key.as_str());
        if !nameless(unit) && (free.is_empty() || !is_new) {
            continue;
        }
        let words = said(unit);
        let same = |(other, row): &(String, &Unit)| row.list == unit.list && *other == words;
        match free.iter().position(same) {
            Some(found) => unit.key.clone_from(&free.remove(found).1.key),
            None => open.push((at, words)),
        }
    }
    for (at, words) in open {
        let Some(unit) = units.get_mut(at) else {
            continue;
        };
        let best = free
            .iter()
            .enumerate()
            .filter(|(_, (_, other))| other.list == unit.list)
            .map(|(found, (_, other))| (found, unit.likeness(other)))
            .filter(|(_, likeness)| *likeness >= 0.5)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let list = unit.list.as_deref().unwrap_or_default();
        match best {
            Some((found, _)) => unit.key.clone_from(&free.remove(found).1.key),
            None if nameless(unit) => unit.key = format!("{list}+{words}"),
            None => {}
        }
    }
}

/// What a row says, as something to compare; its id is only its name.
fn said(unit: &Unit) -> String {
    let entries = unit.entries.iter().filter(|entry| entry.key != "id");
    let mut lines: Vec<String> = entries
        .map(|entry| format!("{}={:?}", entry.key, entry.meaning()))
        .collect();
    lines.sort();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::SAMPLES;

    #[test]
    fn the_pieces_put_together_are_the_text() {
        for sample in SAMPLES {
            let document = Document::parse(sample.text);
            let pieces = pieces(&document);
            let mut text = pieces.top.text(true);
            for unit in &pieces.units {
                text += &unit.text(true);
            }
            assert_eq!(text + &pieces.tail, sample.text);
        }
    }

    #[test]
    fn rows_hold_their_tables_and_comments() {
        let text = "a = 1\n\n# one\n[[l]]\nid = \"x\"\n# end of x\n\n# sub\n[l.s]\nk = 1\n\n[[l]]\nn = 2\n";
        let pieces = pieces(&Document::parse(text));
        let x = &pieces.units[0];
        assert_eq!((x.key.as_str(), x.after.as_str()), ("l.x", "# end of x\n"));
        assert_eq!(x.inner[0].path.to_string(), "l.x.s");
        assert_eq!(pieces.units[1].key, "l.2#");
    }
}
