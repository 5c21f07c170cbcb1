//! Where tables and keys stand: as in the catalogue, and what it does not know after that.

use std::collections::HashMap;

use super::super::encode::key_of;
use super::super::statement::{Name, What};
use super::pieces::Piece;
use crate::catalogue;

/// A header with its pairs; the pairs above the first header have none.
#[derive(Debug, Default)]
pub(super) struct Block<'p, 't> {
    pub header: Option<&'p Piece<'t>>,
    pub pairs: Vec<&'p Piece<'t>>,
}

impl<'p, 't> Block<'p, 't> {
    pub(super) fn names(&self) -> &'t [Name] {
        match self.header.map(|piece| &piece.statement.what) {
            Some(What::Table(names) | What::Row(names)) => names,
            _ => &[],
        }
    }

    fn sort(&mut self) {
        let path = path_of(self.names());
        let fields = catalogue::section(&path).map_or(&[][..], |section| section.fields);
        let place = |piece: &&'p Piece<'t>| {
            let pair = piece.statement.pair();
            let key = pair.and_then(|pair| pair.keys.first());
            let key = key.map_or("", |key| key.text.as_str());
            if path.is_empty() && key == "farsight" {
                return 0;
            }
            let at = fields.iter().position(|field| field.key == key);
            at.unwrap_or(usize::MAX)
        };
        self.pairs.sort_by_cached_key(place);
    }
}

/// A table, or a row with all tables below it: what keeps together when tables change places.
#[derive(Debug)]
pub(super) struct Unit<'p, 't> {
    pub blocks: Vec<Block<'p, 't>>,
    rank: Rank,
}

/// The place in the catalogue, and before (0), at (1) or after (2) it.
type Rank = (usize, u8);

/// The pairs above the first header, and the tables in their order.
pub(super) fn root_and_units<'p, 't>(
    pieces: &'p [Piece<'t>],
) -> (Block<'p, 't>, Vec<Unit<'p, 't>>) {
    let paths: Vec<&str> = catalogue::sections().map(|section| section.path).collect();
    let mut root = Block::default();
    let mut units: Vec<Unit<'p, 't>> = Vec::new();
    let mut rows: HashMap<Vec<&str>, usize> = HashMap::new();
    // The unit that the pairs to come belong to.
    let mut open: Option<usize> = None;
    for piece in pieces {
        let (names, is_row) = match &piece.statement.what {
            What::Table(names) => (names, false),
            What::Row(names) => (names, true),
            What::Pair(_) => {
                let unit = open.and_then(|at| units.get_mut(at));
                let block = unit.and_then(|unit| unit.blocks.last_mut());
                block.unwrap_or(&mut root).pairs.push(piece);
                continue;
            }
        };
        let block = Block {
            header: Some(piece),
            pairs: Vec::new(),
        };
        let words: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
        let owner = (1..words.len()).find_map(|depth| rows.get(&words[..depth]).copied());
        let at = owner.unwrap_or(units.len());
        open = Some(at);
        if let Some(unit) = units.get_mut(at) {
            unit.blocks.push(block);
            continue;
        }
        units.push(Unit {
            blocks: vec![block],
            rank: rank(&paths, &words),
        });
        if is_row {
            rows.insert(words, at);
        }
    }
    root.sort();
    for block in units.iter_mut().flat_map(|unit| &mut unit.blocks) {
        block.sort();
    }
    units.sort_by_key(|unit| unit.rank);
    (root, units)
}

fn path_of(names: &[Name]) -> String {
    key_of(names.iter().map(|name| &name.text))
}

fn rank(paths: &[&str], words: &[&str]) -> Rank {
    let path = words.join(".");
    if let Some(at) = paths.iter().position(|it| *it == path) {
        return (at, 1);
    }
    if let Some(at) = paths.iter().position(|it| is_below(it, &path)) {
        return (at, 0);
    }
    let uppers = (1..words.len()).rev().map(|depth| words[..depth].join("."));
    let mut lasts = uppers.filter_map(|upper| {
        let near = |it: &str| it == upper || is_below(it, &upper);
        paths.iter().rposition(|it| near(it))
    });
    (lasts.next().unwrap_or(paths.len()), 2)
}

fn is_below(path: &str, upper: &str) -> bool {
    path.strip_prefix(upper)
        .is_some_and(|rest| rest.starts_with('.'))
}
