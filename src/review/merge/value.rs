//! One key that both sides have: its value, and what follows it in its line.

use std::collections::HashSet;

use super::pieces::Entry;
use super::{prose, three};
use crate::catalogue::Kind;
use crate::plan::outline::{Parts, Tree};

/// The lines of the key in the result; `None` is a conflict.
pub(super) fn merge(
    kind: Option<Kind>,
    base: Option<&Entry>,
    ours: &Entry,
    theirs: &Entry,
) -> Option<String> {
    // What only one side wrote otherwise stands as it wrote it.
    if ours.own == theirs.own || base.is_some_and(|base| base.own == theirs.own) {
        return Some(ours.own.clone());
    }
    if base.is_some_and(|base| base.own == ours.own) {
        return Some(theirs.own.clone());
    }
    let side = |entry: &'_ Entry| Side {
        text: entry.own.clone(),
        tree: entry.tree.clone(),
    };
    let value = raw(kind, base.map(side).as_ref(), &side(ours), &side(theirs))?;
    let rest = |entry: &'_ Entry| entry.own.get(entry.tree.span.end..).map(str::to_owned);
    let start = ours.own.get(..ours.tree.span.start)?;
    let end = after(
        base.and_then(rest).unwrap_or_default().as_str(),
        &rest(ours)?,
        &rest(theirs)?,
    );
    Some(format!("{start}{value}{end}"))
}

/// What follows a value in its line: the comments of both.
fn after(base: &str, ours: &str, theirs: &str) -> String {
    let end = ours.get(ours.trim_end().len()..).unwrap_or_default();
    let [b, o, t] = [base, ours, theirs].map(str::trim);
    if b == t || o == t {
        return ours.to_owned();
    }
    if b == o {
        return format!("{}{end}", theirs.trim_end());
    }
    if t.is_empty() || o.contains(t) {
        return ours.to_owned();
    }
    format!("{} {t}{end}", ours.trim_end())
}

/// A value within its text.
#[derive(Debug, Clone)]
struct Side {
    text: String,
    tree: Tree,
}

impl Side {
    fn raw(&self) -> &str {
        self.slice(self.tree.span.clone())
    }

    fn slice(&self, span: std::ops::Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }

    fn at(&self, tree: &Tree) -> Side {
        Side {
            text: self.text.clone(),
            tree: tree.clone(),
        }
    }

    /// The spans of its items or pairs.
    fn spans(&self) -> Vec<std::ops::Range<usize>> {
        match &self.tree.parts {
            Parts::One(_) => Vec::new(),
            Parts::List(items) => items.iter().map(|item| item.span.clone()).collect(),
            Parts::Table(pairs) => pairs.iter().map(|(_, span, _)| span.clone()).collect(),
        }
    }

    /// The comments between its items, in order.
    fn comments(&self) -> Vec<&str> {
        let spans = self.spans();
        if matches!(self.tree.parts, Parts::One(_)) {
            return Vec::new();
        }
        let starts = std::iter::once(self.tree.span.start).chain(spans.iter().map(|it| it.end));
        let ends = spans.iter().map(|it| it.start).chain([self.tree.span.end]);
        starts
            .zip(ends)
            .flat_map(|(start, end)| self.slice(start..end).lines())
            .filter_map(|line| Some(line.split_once('#')?.1.trim()))
            .collect()
    }

    /// The bytes before its first item, between its items, and after the last.
    fn frame(&self) -> Option<Frame<'_>> {
        let spans = self.spans();
        let (first, last) = (spans.first()?, spans.last()?);
        let pairs = spans.iter().zip(spans.iter().skip(1));
        Some(Frame {
            open: self.slice(self.tree.span.start..first.start),
            between: pairs
                .map(|(one, next)| self.slice(one.end..next.start))
                .collect(),
            close: self.slice(last.end..self.tree.span.end),
        })
    }
}

struct Frame<'t> {
    open: &'t str,
    between: Vec<&'t str>,
    close: &'t str,
}

/// The bytes of the value in the result; `None` is a conflict.
fn raw(kind: Option<Kind>, base: Option<&Side>, ours: &Side, theirs: &Side) -> Option<String> {
    let (mine, its) = (ours.tree.meaning(), theirs.tree.meaning());
    let was = base.map(|base| base.tree.meaning());
    let comments = |side: Option<&'_ Side>| -> Vec<String> {
        let comments = side.map(Side::comments).unwrap_or_default();
        comments.into_iter().map(str::to_owned).collect()
    };
    let (c_base, c_ours, c_theirs) = (comments(base), comments(Some(ours)), comments(Some(theirs)));
    let theirs_said_more = c_theirs != c_base && c_theirs != c_ours;
    if mine == its || was.as_ref() == Some(&its) {
        // Only comments within the value can be news.
        return if !theirs_said_more {
            Some(ours.raw().to_owned())
        } else if base.is_some_and(|base| base.raw() == ours.raw()) {
            Some(theirs.raw().to_owned())
        } else {
            None
        };
    }
    if was.as_ref() == Some(&mine) {
        let ours_said_more = c_ours != c_base && c_ours != c_theirs;
        return (!ours_said_more).then(|| theirs.raw().to_owned());
    }
    let base = base?;
    if [&c_base, &c_ours, &c_theirs]
        .iter()
        .any(|it| !it.is_empty())
    {
        return None;
    }
    match (&base.tree.parts, &ours.tree.parts, &theirs.tree.parts) {
        (Parts::List(_), Parts::List(_), Parts::List(_)) => list(base, ours, theirs),
        (Parts::Table(_), Parts::Table(_), Parts::Table(_)) => table(base, ours, theirs),
        (Parts::One(_), Parts::One(_), Parts::One(_)) => {
            let is_prose = matches!(kind, Some(Kind::Text | Kind::Line) | None);
            is_prose.then(|| prose::merge(base.raw(), ours.raw(), theirs.raw()))?
        }
        _ => None,
    }
}

/// The names as the order of keys takes them.
fn strs(keys: &[String]) -> Vec<&str> {
    keys.iter().map(String::as_str).collect()
}

/// The list of ours without the items that theirs took out and with those that theirs put in.
///
/// An item that both took out was perhaps worded anew by both: unless they put in the same, that
/// is a conflict.
fn list(base: &Side, ours: &Side, theirs: &Side) -> Option<String> {
    let keys = |side: &'_ Side| -> Option<Vec<String>> {
        let Parts::List(items) = &side.tree.parts else {
            return None;
        };
        let keys: Vec<String> = items
            .iter()
            .map(|it| format!("{:?}", it.meaning()))
            .collect();
        let once: HashSet<&String> = keys.iter().collect();
        (once.len() == keys.len()).then_some(keys)
    };
    let (b, o, t) = (keys(base)?, keys(ours)?, keys(theirs)?);
    let added = |side: &[String]| -> HashSet<String> {
        side.iter()
            .filter(|key| !b.contains(key))
            .cloned()
            .collect()
    };
    let by_both = b.iter().any(|key| !o.contains(key) && !t.contains(key));
    if by_both && added(&o) != added(&t) {
        return None;
    }
    let order = three::order(&strs(&b), &strs(&o), &strs(&t));
    if order.reordered {
        return None;
    }
    let spans = (ours.spans(), theirs.spans());
    let mut out = Vec::new();
    for key in order.keys {
        let at = |keys: &[String]| keys.iter().position(|it| it == key);
        let (mine, its) = (at(&o), at(&t));
        if b.iter().any(|it| it == key) && (mine.is_none() || its.is_none()) {
            continue;
        }
        let item = match (mine, its) {
            (Some(mine), _) => ours.slice(spans.0.get(mine)?.clone()),
            (None, its) => theirs.slice(spans.1.get(its?)?.clone()),
        };
        out.push((mine, item.to_owned()));
    }
    Some(framed(ours, theirs, &out, "[]"))
}

/// An inline table, key by key.
fn table(base: &Side, ours: &Side, theirs: &Side) -> Option<String> {
    type Pairs = Vec<(String, std::ops::Range<usize>, Tree)>;
    let pairs = |side: &Side| -> Pairs {
        let Parts::Table(pairs) = &side.tree.parts else {
            return Vec::new();
        };
        let pair = |(names, span, tree): &(Vec<String>, std::ops::Range<usize>, Tree)| {
            (names.join("."), span.clone(), tree.clone())
        };
        pairs.iter().map(pair).collect()
    };
    let (b, o, t) = (pairs(base), pairs(ours), pairs(theirs));
    let keys =
        |pairs: &'_ Pairs| -> Vec<String> { pairs.iter().map(|(key, ..)| key.clone()).collect() };
    let (bk, ok, tk) = (keys(&b), keys(&o), keys(&t));
    let order = three::order(&strs(&bk), &strs(&ok), &strs(&tk));
    let mut out = Vec::new();
    for key in order.keys {
        let at = |pairs: &Pairs| pairs.iter().position(|(name, ..)| name == key);
        let (in_base, mine, its) = (at(&b), at(&o), at(&t));
        let get = |pairs: &'_ Pairs, at: Option<usize>| at.and_then(|at| pairs.get(at).cloned());
        let item = match (get(&b, in_base), get(&o, mine), get(&t, its)) {
            (was, Some(my), Some(other)) => {
                let was = was.map(|was| base.at(&was.2));
                let value = raw(
                    Some(Kind::Number),
                    was.as_ref(),
                    &ours.at(&my.2),
                    &theirs.at(&other.2),
                )?;
                format!("{}{value}", ours.slice(my.1.start..my.2.span.start))
            }
            (None, Some(my), None) => ours.slice(my.1).to_owned(),
            (None, None, Some(other)) => theirs.slice(other.1).to_owned(),
            (Some(was), Some(left), None) | (Some(was), None, Some(left)) => {
                if was.2.meaning() != left.2.meaning() {
                    return None;
                }
                continue;
            }
            (_, None, None) => continue,
        };
        out.push((mine, item));
    }
    Some(framed(ours, theirs, &out, "{}"))
}

/// Items in the layout of ours: what stood between two neighbours stays between them.
fn framed(ours: &Side, theirs: &Side, items: &[(Option<usize>, String)], empty: &str) -> String {
    if items.is_empty() {
        return empty.to_owned();
    }
    let Some(frame) = ours.frame().or_else(|| theirs.frame()) else {
        return empty.to_owned();
    };
    let is_ours = ours.frame().is_some();
    let indent = frame.open.get(1..).unwrap_or_default();
    let usual = if indent.contains('\n') {
        format!(",{indent}")
    } else {
        String::from(", ")
    };
    let mut out = String::from(frame.open);
    for (at, (place, item)) in items.iter().enumerate() {
        if at > 0 {
            let before = items.get(at - 1).and_then(|(before, _)| *before);
            let kept = match (before, place) {
                (Some(before), Some(place)) if is_ours && before + 1 == *place => {
                    frame.between.get(before).copied()
                }
                _ => None,
            };
            out += kept.unwrap_or(&usual);
        }
        out += item;
    }
    out + frame.close
}
