//! The pieces of three texts become one text.

use std::collections::{HashMap, HashSet};

use super::pieces::{self, Entry, Pieces, Unit, lead};
use super::renames::{Agreed, Clash};
use super::three::{Kind, order, stretches};
use super::{Conflict, Options, value};
use crate::plan::{Path, place_of};

/// Merges texts that name the same rows alike.
pub(super) fn merge(all: Agreed, options: &Options) -> (String, Vec<Conflict>, Vec<Path>) {
    let Agreed {
        base,
        mut ours,
        mut theirs,
        eol,
        clashes,
    } = all;
    pieces::align(&base.units, &mut ours.units);
    pieces::align(&base.units, &mut theirs.units);
    let mut merge = Merge {
        options,
        eol,
        clashes: &clashes,
        out: String::new(),
        conflicts: Vec::new(),
        reordered: Vec::new(),
    };
    merge.all(&base, &ours, &theirs);
    (merge.out, merge.conflicts, merge.reordered)
}

struct Merge<'a> {
    options: &'a Options,
    eol: &'static str,
    clashes: &'a [Clash],
    out: String,
    conflicts: Vec<Conflict>,
    reordered: Vec<Path>,
}

/// One thing in the three texts.
#[derive(Debug, Clone, Copy)]
struct Three<'t, T> {
    base: Option<&'t T>,
    ours: Option<&'t T>,
    theirs: Option<&'t T>,
}

/// What a side of a conflict is: its text, and the same in words.
type Reading = Option<(String, String)>;

impl Merge<'_> {
    fn all(&mut self, base: &Pieces, ours: &Pieces, theirs: &Pieces) {
        let root = Path::default();
        self.entries(
            &root,
            [&base.top.entries, &ours.top.entries, &theirs.top.entries],
        );
        self.put(&gap(&base.top.after, &ours.top.after, &theirs.top.after));
        self.units(&root, [&base.units, &ours.units, &theirs.units]);
        self.put(&gap(&base.tail, &ours.tail, &theirs.tail));
    }

    /// Adds text, on a line of its own.
    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out += self.eol;
        }
        self.out += text;
    }

    /// Adds a table or row that was not there, with a blank line above it.
    fn put_apart(&mut self, text: &str) {
        let line = text.split('\n').next().unwrap_or_default();
        let apart = line.trim().is_empty() || self.out.is_empty();
        self.put(if apart { "" } else { self.eol });
        self.put(text);
    }

    fn units(&mut self, path: &Path, [base, ours, theirs]: [&[Unit]; 3]) {
        fn key(unit: &Unit) -> &str {
            &unit.key
        }
        let mut fresh = false;
        for three in self.ordered(path, [base, ours, theirs], key) {
            let is_new = three.ours.is_none() && three.base.is_none();
            let start = self.out.len();
            match three {
                Three {
                    base,
                    ours: Some(ours),
                    theirs: Some(theirs),
                } => self.unit(base, ours, theirs, fresh),
                Three {
                    base: None,
                    ours: Some(unit),
                    ..
                } => self.put(&unit.text(true)),
                Three {
                    base: None,
                    theirs: Some(unit),
                    ..
                } => self.put_apart(&unit.text(true)),
                Three {
                    base: Some(base), ..
                } => self.half_unit(base, three.ours, three.theirs),
                Three { .. } => {}
            }
            fresh = is_new && self.out.len() > start || fresh && self.out.len() == start;
        }
    }

    /// A table or row that both sides have.
    fn unit(&mut self, base: Option<&Unit>, ours: &Unit, theirs: &Unit, apart: bool) {
        // Nobody looks into what only ours changed, if anybody did; unless an id is to be told.
        if self.clashes.is_empty()
            && (theirs.is_spelt_as(ours) || base.is_some_and(|base| theirs.is_spelt_as(base)))
        {
            let text = ours.text(true);
            return if apart {
                self.put_apart(&text);
            } else {
                self.put(&text);
            };
        }
        let none = Unit::default();
        let base = base.unwrap_or(&none);
        let above = gap(&base.before, &ours.before, &theirs.before);
        if apart {
            self.put_apart(&format!(
                "{above}{}",
                line(&base.head, &ours.head, &theirs.head)
            ));
        } else {
            self.put(&above);
            self.put(&line(&base.head, &ours.head, &theirs.head));
        }
        let entries = [&*base.entries, &ours.entries, &theirs.entries];
        self.entries(&ours.path, entries);
        self.put(&gap(&base.after, &ours.after, &theirs.after));
        self.units(&ours.path, [&base.inner, &ours.inner, &theirs.inner]);
    }

    /// A table or row that one side removed, or both.
    fn half_unit(&mut self, base: &Unit, ours: Option<&Unit>, theirs: Option<&Unit>) {
        let Some(kept) = ours.or(theirs) else { return };
        if same(&kept.text(false), &base.text(false)) {
            self.put(&fresh_lines(&kept.before, &base.before));
            return;
        }
        let above = kept.before.len() - lead(&kept.before).len();
        self.put(kept.before.get(..above).unwrap_or_default());
        let reading = |unit: &Unit| {
            let text = unit.text(false);
            let said = text.trim().to_owned();
            (text, said)
        };
        let sides = [Some(base), ours, theirs].map(|unit| unit.map(reading));
        self.conflict(&kept.path, sides);
    }

    fn entries(&mut self, path: &Path, [base, ours, theirs]: [&[Entry]; 3]) {
        fn key(entry: &Entry) -> &str {
            &entry.key
        }
        for three in self.ordered(path, [base, ours, theirs], key) {
            match three {
                Three {
                    base,
                    ours: Some(ours),
                    theirs: Some(theirs),
                } => self.entry(path, base, ours, theirs),
                Three {
                    base: None,
                    ours,
                    theirs,
                } => {
                    if let Some(entry) = ours.or(theirs) {
                        self.put(&entry.before);
                        self.put(&entry.own);
                    }
                }
                Three {
                    base: Some(base), ..
                } => self.half_entry(path, base, three.ours, three.theirs),
            }
        }
    }

    /// A key that both sides have.
    fn entry(&mut self, path: &Path, base: Option<&Entry>, ours: &Entry, theirs: &Entry) {
        let before = base.map_or("", |base| &base.before);
        self.put(&gap(before, &ours.before, &theirs.before));
        let path = below(path, &ours.key);
        let said = |entry: &Entry| Some((entry.own.clone(), entry.meaning().plain()));
        if let Some(clash) = self.clash(&path) {
            let with = |id: &str| {
                let own = theirs.own.replacen(theirs.raw(), &format!("\"{id}\""), 1);
                Some((own, id.to_owned()))
            };
            self.conflict(&path, [with(&clash.base), said(ours), with(&clash.theirs)]);
            return;
        }
        let kind = place_of(&path).and_then(|(_, field)| Some(field?.kind));
        match value::merge(kind, base, ours, theirs) {
            Some(own) => self.put(&own),
            None => self.conflict(&path, [base.and_then(said), said(ours), said(theirs)]),
        }
    }

    fn clash(&self, path: &Path) -> Option<Clash> {
        let (row, key) = path.split_last()?;
        let row = (key == "id").then(|| row.to_string())?;
        let found = self.clashes.iter().find(|clash| clash.path == row);
        found.cloned()
    }

    /// A key that one side removed, or both.
    fn half_entry(
        &mut self,
        path: &Path,
        base: &Entry,
        ours: Option<&Entry>,
        theirs: Option<&Entry>,
    ) {
        let Some(kept) = ours.or(theirs) else { return };
        let full = |entry: &Entry| format!("{}{}", entry.lead(), entry.own);
        if same(&full(kept), &full(base)) {
            self.put(&fresh_lines(&kept.before, &base.before));
            return;
        }
        let above = kept.before.len() - kept.lead().len();
        self.put(kept.before.get(..above).unwrap_or_default());
        let reading = |entry: &Entry| (full(entry), entry.meaning().plain());
        let sides = [Some(base), ours, theirs].map(|entry| entry.map(reading));
        self.conflict(&below(path, &kept.key), sides);
    }

    /// Writes both readings between markers.
    fn conflict(&mut self, path: &Path, [base, ours, theirs]: [Reading; 3]) {
        let text = |side: &Reading| {
            let text = side.as_ref().map_or("", |side| &side.0);
            let end = if text.is_empty() || text.ends_with('\n') {
                ""
            } else {
                self.eol
            };
            format!("{text}{end}")
        };
        let marker = |sign: &str, label: &str| {
            format!("{} {label}{}", sign.repeat(self.options.size), self.eol)
        };
        let mut block = marker("<", &format!("{}: {path}", self.options.ours));
        block += &text(&ours);
        if let Some(label) = &self.options.base {
            block += &marker("|", label);
            block += &text(&base);
        }
        block += &format!("{}{}", "=".repeat(self.options.size), self.eol);
        block += &text(&theirs);
        block += &marker(">", &format!("{}: {path}", self.options.theirs));
        self.put(&block);
        let words = |side: Reading| side.map(|(_, said)| said);
        self.conflicts.push(Conflict {
            path: path.clone(),
            base: words(base),
            ours: words(ours),
            theirs: words(theirs),
        });
    }

    /// The things of three lists, matched and in the order of the result.
    fn ordered<'t, T>(
        &mut self,
        path: &Path,
        [base, ours, theirs]: [&'t [T]; 3],
        key: fn(&T) -> &str,
    ) -> Vec<Three<'t, T>> {
        let keys = |list: &'t [T]| list.iter().map(key).collect::<Vec<_>>();
        let (in_base, in_ours, in_theirs) = (keys(base), keys(ours), keys(theirs));
        if in_base == in_ours && in_base == in_theirs {
            let both = base.iter().zip(ours).zip(theirs);
            let three = both.map(|((base, ours), theirs)| Three {
                base: Some(base),
                ours: Some(ours),
                theirs: Some(theirs),
            });
            return three.collect();
        }
        let order = order(&in_base, &in_ours, &in_theirs);
        if order.reordered {
            self.reordered.push(path.clone());
        }
        let named = |list: &'t [T]| -> HashMap<&'t str, &'t T> {
            // Of two with one name the first is meant.
            list.iter().rev().map(|it| (key(it), it)).collect()
        };
        let (base, ours, theirs) = (named(base), named(ours), named(theirs));
        let three = order.keys.into_iter().map(|name| Three {
            base: base.get(name).copied(),
            ours: ours.get(name).copied(),
            theirs: theirs.get(name).copied(),
        });
        three.collect()
    }
}

/// The path of a key, which may have dots, below a table.
fn below(path: &Path, key: &str) -> Path {
    let key = Path::parse(key);
    let names = path.names().iter().chain(key.names()).cloned();
    Path::new(names.collect::<Vec<_>>())
}

/// Whether texts are the same but for line ends and blanks at the end.
pub(super) fn same(one: &str, other: &str) -> bool {
    let lines = |text: &str| {
        let lines = text.trim_end().lines().map(str::trim_end);
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    one == other || lines(one) == lines(other)
}

/// The comment lines of a gap that another does not have.
fn fresh_lines(gap: &str, base: &str) -> String {
    let known: HashSet<&str> = base.lines().map(str::trim).collect();
    gap.split_inclusive('\n')
        .filter(|line| line.trim_start().starts_with('#') && !known.contains(line.trim()))
        .collect()
}

/// Blank lines and comments of three texts as one: nobody's comment is lost.
fn gap(base: &str, ours: &str, theirs: &str) -> String {
    if base == theirs || ours == theirs {
        return ours.to_owned();
    }
    if base == ours {
        return theirs.to_owned();
    }
    let lines =
        |text: &'_ str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let (base, ours, theirs) = (lines(base), lines(ours), lines(theirs));
    let mut out = String::new();
    for stretch in stretches(&base, &ours, &theirs) {
        let mine = ours.get(stretch.ours).unwrap_or_default();
        let its = theirs.get(stretch.theirs).unwrap_or_default();
        match stretch.kind {
            Kind::Same | Kind::Ours => out.extend(mine.iter().map(String::as_str)),
            Kind::Theirs => out.extend(its.iter().map(String::as_str)),
            Kind::Conflict => {
                out.extend(mine.iter().map(String::as_str));
                let known = |line: &&String| {
                    line.trim().is_empty() || mine.iter().any(|it| it.trim() == line.trim())
                };
                let fresh = its.iter().filter(|line| !known(line));
                out.extend(fresh.map(String::as_str));
            }
        }
    }
    out
}

/// The line of a header: ours, unless only theirs changed it; the comments of both.
fn line(base: &str, ours: &str, theirs: &str) -> String {
    if same(base, theirs) || same(ours, theirs) {
        return ours.to_owned();
    }
    if same(base, ours) {
        return theirs.to_owned();
    }
    let end = ours.get(ours.trim_end().len()..).unwrap_or_default();
    match theirs.split_once('#') {
        Some((_, comment)) => format!("{} # {}{end}", ours.trim_end(), comment.trim()),
        None => ours.to_owned(),
    }
}
