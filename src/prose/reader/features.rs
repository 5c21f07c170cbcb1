//! What the model sees of a statement: kinds of language, where they stand, and words.

use std::ops::Range;

use super::Statement;
use super::dictionary::{self, Found};
use super::kind::{Kind, Side, kind_of};
use super::token::{Cut, Shape, Token, cut};
use crate::words::lexicon::is_chinese;

/// A feature: the parts of its name, and the bytes of the text it was read from.
pub(super) type Seen<'a> = dyn FnMut(&[&str], Range<usize>) + 'a;

/// A phrase with a kind, where it stands and whether it counts.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub kind: &'static Kind,
    pub tokens: Range<usize>,
    pub range: Range<usize>,
    pub clause: usize,
    /// Whether it stands after what says a purpose, or after a colon.
    pub tail: bool,
    /// Whether it stands in what is denied.
    pub denied: bool,
}

/// A statement taken apart.
#[derive(Debug)]
pub(super) struct Parts<'t> {
    pub cut: Cut<'t>,
    pub hits: Vec<Hit>,
    /// For each token, whether it is decoration.
    pub mute: Vec<bool>,
    pub denied: Vec<bool>,
}

pub(super) fn parts<'t>(statement: &Statement<'_>, low: &'t str) -> Parts<'t> {
    let cut = cut(statement.text, low);
    let mut found = dictionary::find(&cut.tokens, low);
    name_offering(statement, low, &cut.tokens, &mut found);
    let mut parts = Parts {
        mute: vec![false; cut.tokens.len()],
        denied: vec![false; cut.tokens.len()],
        hits: Vec::with_capacity(found.len()),
        cut,
    };
    parts.place(found);
    parts
}

impl Parts<'_> {
    /// Gives each phrase its place: which clause, before or after the purpose, denied or not.
    fn place(&mut self, found: Vec<Found>) {
        let mut purpose: Option<usize> = None;
        let mut denial: Option<usize> = None;
        let mut tail = false;
        let mut since = 0;
        for it in found {
            let (Some(first), Some(last)) = (
                self.cut.tokens.get(it.tokens.start),
                self.cut.tokens.get(it.tokens.end - 1),
            ) else {
                continue;
            };
            let clause = first.clause;
            let after_colon =
                (since..clause).any(|at| matches!(self.cut.marks.get(at), Some(':' | '：')));
            since = clause;
            if it.kind.key == "purpose" && it.tokens.start > 0 {
                purpose = Some(clause);
            }
            tail |= after_colon || purpose.is_some();
            if denial.is_some_and(|of| of != clause) {
                denial = None;
            }
            let denied = denial.is_some();
            if it.kind.key == "not" {
                let letters = last.low.as_ref();
                let full = letters != "no" && it.tokens.len() > 1 || letters == "isn't";
                let ends = first.low == "而" && it.tokens.len() == 2;
                denial = (full && !ends).then_some(clause);
                if denial.is_some() {
                    for token in it.tokens.end..self.cut.tokens.len() {
                        let same = self
                            .cut
                            .tokens
                            .get(token)
                            .is_some_and(|it| it.clause == clause && it.low != "but");
                        if !same {
                            break;
                        }
                        if let Some(flag) = self.denied.get_mut(token) {
                            *flag = true;
                        }
                    }
                }
            }
            if it.kind.key == "decoration" {
                for flag in self.mute.get_mut(it.tokens.clone()).unwrap_or_default() {
                    *flag = true;
                }
            }
            let denied = denied
                || self
                    .denied
                    .get(it.tokens.start)
                    .copied()
                    .unwrap_or_default();
            self.hits.push(Hit {
                kind: it.kind,
                range: first.range.start..last.range.end,
                tokens: it.tokens,
                clause,
                tail,
                denied,
            });
        }
    }
}

/// Whether two words are one, but for a plural.
fn alike(one: &str, other: &str) -> bool {
    let plain = |word: &str| -> usize { word.trim_end_matches("'s").trim_end_matches('s').len() };
    let (a, b) = (&one[..plain(one)], &other[..plain(other)]);
    a == b
        || (a.len() > 4
            && b.len() > 4
            && (a.strip_suffix('e') == Some(b) || b.strip_suffix('e') == Some(a)))
}

/// Words too common to name an offering.
const COMMON: &[&str] = &[
    "and", "for", "the", "of", "a", "an", "in", "on", "to", "with", "at", "by", "from",
];

/// Puts the words of the offering in place of what the lists say of them.
fn name_offering(
    statement: &Statement<'_>,
    text: &str,
    tokens: &[Token<'_>],
    found: &mut Vec<Found>,
) {
    let Some(offering) = kind_of("offering") else {
        return;
    };
    let brand = kind_of("brand").unwrap_or(offering);
    let mut spans: Vec<(usize, &'static Kind)> = Vec::new();
    let mut mark = |name: &str, kind: &'static Kind| {
        if name.is_empty() {
            return;
        }
        let low = name.to_ascii_lowercase();
        let named = cut(name, &low);
        for (at, token) in tokens.iter().enumerate() {
            let hit = named.tokens.iter().enumerate().any(|(nth, part)| {
                match (part.shape, token.shape) {
                    (Shape::Word, Shape::Word) => {
                        !COMMON.contains(&part.low.as_ref()) && alike(&part.low, &token.low)
                    }
                    (Shape::Han, Shape::Han) if part.low == token.low => {
                        let side = |list: &[Token<'_>], at: usize, step: isize| {
                            let token = list.get(at.checked_add_signed(step)?)?;
                            Some(token.range.clone())
                        };
                        let pair = |step: isize| {
                            let one = side(&named.tokens, nth, step).and_then(|it| low.get(it));
                            let two = side(tokens, at, step).and_then(|it| text.get(it));
                            one.is_some() && one == two
                        };
                        pair(1) || pair(-1)
                    }
                    _ => false,
                }
            });
            if hit {
                spans.push((at, kind));
            }
        }
    };
    mark(statement.offering, offering);
    mark(statement.category, offering);
    for name in statement.brands {
        mark(name, brand);
    }
    spans.sort_by_key(|(at, _)| *at);
    spans.dedup_by_key(|(at, _)| *at);
    if spans.is_empty() {
        return;
    }
    found.retain(|it| {
        it.kind.key == "decoration" || !spans.iter().any(|(at, _)| it.tokens.contains(at))
    });
    let mut runs: Vec<Found> = Vec::new();
    for (at, kind) in spans {
        if found.iter().any(|it| it.tokens.contains(&at)) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.tokens.end == at && run.kind.key == kind.key => run.tokens.end += 1,
            _ => runs.push(Found {
                kind,
                tokens: at..at + 1,
            }),
        }
    }
    found.extend(runs);
    found.sort_by_key(|it| it.tokens.start);
}

/// Tells every feature of a statement.
pub(super) fn tell(statement: &Statement<'_>, parts: &Parts<'_>, seen: &mut Seen<'_>) {
    let nowhere = 0..0;
    let field = statement.field.map_or("none", super::Field::key);
    let zh = statement.text.chars().any(is_chinese);
    seen(&["field ", field], nowhere.clone());
    seen(&["tongue ", if zh { "zh" } else { "en" }], nowhere.clone());
    kinds(parts, field, seen);
    chains(parts, seen);
    pairs(parts, seen);
    forms(parts, seen);
    words(parts, seen);
}

fn counts(hit: &Hit) -> bool {
    hit.kind.key != "decoration"
}

fn kinds(parts: &Parts<'_>, field: &str, seen: &mut Seen<'_>) {
    let last = parts.cut.tokens.last().map_or(0, |it| it.clause);
    let denial = parts
        .hits
        .iter()
        .find(|hit| hit.denied)
        .map(|hit| hit.clause);
    for hit in &parts.hits {
        let key = hit.kind.key;
        if hit.denied {
            seen(&["denied ", key], hit.range.clone());
            continue;
        }
        seen(&["kind ", key], hit.range.clone());
        if !counts(hit) {
            continue;
        }
        seen(&["kind ", key, " in ", field], hit.range.clone());
        seen(
            &["kind ", key, if hit.tail { " tail" } else { " head" }],
            hit.range.clone(),
        );
        if denial.is_some_and(|of| of < hit.clause) {
            seen(&["kind ", key, " after denial"], hit.range.clone());
        }
        if hit.clause == last && last > 0 {
            seen(&["kind ", key, " last"], hit.range.clone());
        }
    }
    let firm = parts.hits.iter().find(|hit| counts(hit) && !hit.denied);
    if let Some(first) = firm {
        seen(&["first ", first.kind.key], first.range.clone());
    }
    if let Some(hit) = parts
        .hits
        .iter()
        .rev()
        .find(|hit| counts(hit) && !hit.denied)
    {
        seen(&["ends ", hit.kind.key], hit.range.clone());
    }
}

fn chains(parts: &Parts<'_>, seen: &mut Seen<'_>) {
    let live: Vec<&Hit> = parts
        .hits
        .iter()
        .filter(|hit| counts(hit) && !hit.denied)
        .collect();
    for pair in live.windows(2) {
        if let [one, two] = pair {
            let joint = if one.clause == two.clause {
                " > "
            } else {
                " , "
            };
            seen(
                &["chain ", one.kind.key, joint, two.kind.key],
                one.range.start..two.range.end,
            );
        }
    }
}

/// The shape of the whole: length, numbers, speech, sides.
fn forms(parts: &Parts<'_>, seen: &mut Seen<'_>) {
    let tokens = &parts.cut.tokens;
    let mut form = |name: &str| seen(&["form ", name], 0..0);
    if parts.cut.quoted {
        form("speech");
    }
    let size = tokens
        .iter()
        .map(|it| if it.shape == Shape::Han { 3 } else { 5 })
        .sum::<usize>();
    form(match size {
        0..40 => "very short",
        40..80 => "short",
        80..150 => "middling",
        _ => "long",
    });
    let clauses = tokens.last().map_or(0, |it| it.clause);
    form(match clauses {
        0 => "one clause",
        1 => "two clauses",
        2 | 3 => "some clauses",
        _ => "many clauses",
    });
    let numbers = tokens.iter().filter(|it| it.shape == Shape::Number).count();
    if numbers > 0 {
        form(if numbers > 1 { "numbers" } else { "number" });
    }
    let side = |side: Side| {
        parts
            .hits
            .iter()
            .filter(|hit| !hit.denied && hit.kind.side == side)
            .count()
    };
    let (product, customer) = (side(Side::Product), side(Side::Customer));
    form(match (product, customer) {
        (0, 0) => "no side",
        (0, _) => "only customer words",
        (_, 0) => "only product words",
        (p, c) if p > 2 * c => "mostly product words",
        (p, c) if c > 2 * p => "mostly customer words",
        _ => "words of both sides",
    });
    for kind in [
        "person", "offering", "we", "you", "they", "unable", "rank", "make", "spec",
    ] {
        if !parts
            .hits
            .iter()
            .any(|hit| hit.kind.key == kind && !hit.denied)
        {
            seen(&["without ", kind], 0..0);
        }
    }
}

/// Words by themselves and with those that follow.
fn words(parts: &Parts<'_>, seen: &mut Seen<'_>) {
    let tokens = &parts.cut.tokens;
    let flag = |flags: &[bool], at: usize| flags.get(at).copied().unwrap_or_default();
    for (at, token) in tokens.iter().enumerate() {
        if flag(&parts.mute, at) || flag(&parts.denied, at) {
            continue;
        }
        let mut name = ["word ", letters(token), "", "", "", ""];
        seen(&name, token.range.clone());
        let mut before = token;
        for (nth, next) in tokens.iter().skip(at + 1).take(2).enumerate() {
            if next.clause != token.clause {
                break;
            }
            let joined = before.shape == Shape::Han && next.shape == Shape::Han;
            if let Some([gap, word]) = name.get_mut(2 + 2 * nth..4 + 2 * nth) {
                *gap = if joined { "" } else { " " };
                *word = letters(next);
            }
            seen(&name, token.range.start..next.range.end);
            before = next;
        }
    }
}

/// What stands for a token: any number is as good as any other.
fn letters<'t>(token: &'t Token<'_>) -> &'t str {
    if token.shape == Shape::Number {
        "#"
    } else {
        &token.low
    }
}

fn pairs(parts: &Parts<'_>, seen: &mut Seen<'_>) {
    let mut live: Vec<&'static str> = parts
        .hits
        .iter()
        .filter(|hit| counts(hit) && !hit.denied)
        .map(|h| h.kind.key)
        .collect();
    live.sort_unstable();
    live.dedup();
    for (at, one) in live.iter().enumerate() {
        for two in live.iter().skip(at + 1) {
            seen(&["pair ", one, "+", two], 0..0);
        }
    }
}
