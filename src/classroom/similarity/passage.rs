//! The sentences and figures of a plan, each with its line.

use std::ops::Range;

use rust_decimal::Decimal;

use super::token::{Names, Seen, Token, tokens};
use crate::catalogue::{self, Field, Kind, Section};
use crate::plan::outline::{Meaning, Parts, Says, Tree};
use crate::plan::{Document, Lines};
use crate::words::number::from_toml;

/// A sentence of fewer words is a phrase: two people may well hit on the same one.
const WORDS: usize = 5;

/// How many characters a quotation may have; a mark that is never closed opens none.
const QUOTED: usize = 1000;

/// What a plan says, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub passages: Vec<Passage>,
    pub figures: Vec<Figure>,
}

/// A sentence.
#[derive(Debug)]
pub(super) struct Passage {
    /// As it stands in the plan.
    pub text: String,
    pub line: usize,
    /// Without names and numbers, and without what it quotes.
    pub tokens: Vec<Token>,
}

/// A number in a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Figure {
    /// The field: `needs.market.size`.
    pub field: String,
    pub value: String,
    pub line: usize,
}

/// Fields whose value names somebody or something of the plan.
const NAMING: [&str; 8] = [
    "name",
    "who",
    "owner",
    "title",
    "organisation",
    "offering",
    "category",
    "brand",
];

/// Marks of quotations, opening and closing.
const QUOTES: [(char, char); 6] = [
    ('“', '”'),
    ('「', '」'),
    ('『', '』'),
    ('«', '»'),
    ('„', '“'),
    ('"', '"'),
];

/// What is being gathered.
struct Walk<'t> {
    text: &'t str,
    lines: Lines<'t>,
    names: Vec<String>,
    /// Sentences with their line and tokens.
    sentences: Vec<(String, usize, Vec<Seen>)>,
    figures: Vec<Figure>,
}

/// Reads a plan, whatever state it is in.
pub(super) fn told(text: &str) -> Told {
    let document = Document::parse(text);
    let mut walk = Walk {
        text,
        lines: Lines::of(text),
        names: Vec::new(),
        sentences: Vec::new(),
        figures: Vec::new(),
    };
    let mut header: Vec<String> = Vec::new();
    for item in document.outline() {
        if item.says == Says::Value {
            let path: Vec<String> = header.iter().chain(&item.names).cloned().collect();
            if let Some(tree) = &item.value {
                walk.tree(&path, tree);
            }
        } else {
            header = item.names;
        }
    }
    let rows = walk.sentences.iter().map(|(_, _, seen)| seen.as_slice());
    let names = Names::new(walk.names.iter().map(String::as_str), rows);
    let passages = walk.sentences.iter().map(|(text, line, seen)| Passage {
        text: text.clone(),
        line: *line,
        tokens: names.hide(seen),
    });
    Told {
        passages: passages.filter(|it| it.tokens.len() >= WORDS).collect(),
        figures: walk.figures,
    }
}

impl Walk<'_> {
    fn tree(&mut self, path: &[String], tree: &Tree) {
        match &tree.parts {
            Parts::One(Meaning::Text(said)) => self.said(path, said, &tree.span),
            Parts::One(Meaning::Bare(raw)) => self.number(path, raw, tree.span.start),
            Parts::One(_) => {}
            Parts::List(items) => items.iter().for_each(|item| self.tree(path, item)),
            Parts::Table(pairs) => {
                for (names, _, value) in pairs {
                    let path: Vec<String> = path.iter().chain(names).cloned().collect();
                    self.tree(&path, value);
                }
            }
        }
    }

    fn said(&mut self, path: &[String], said: &str, span: &Range<usize>) {
        let is_prose = match field(path) {
            Some((_, field)) => matches!(field.kind, Kind::Line | Kind::Text | Kind::Lines),
            None => true,
        };
        let key = path.last().map_or("", String::as_str);
        if !is_prose || key == "exercise" {
            return;
        }
        if NAMING.contains(&key) {
            self.names.push(said.to_owned());
        }
        let raw = self.text.get(span.clone()).unwrap_or_default();
        let own = unquoted(said);
        let (mut from, mut is_lost) = (0, false);
        for range in sentences(&own) {
            let text = said.get(range.clone()).unwrap_or_default().trim();
            // The first letters up to what a string may spell in another way.
            let head = text
                .split(['"', '\\', '\n', '\r'])
                .next()
                .unwrap_or_default();
            let head: String = head.chars().take(24).collect();
            // Once a spelling was not found again, the rest stands where the last was.
            let rest = raw.get(from..).filter(|_| !is_lost);
            let found = rest.and_then(|rest| rest.find(&head));
            is_lost |= found.is_none();
            from += found.unwrap_or(0);
            let line = self.lines.place(span.start + from).line;
            let seen = tokens(own.get(range).unwrap_or_default());
            if seen.len() >= WORDS {
                self.sentences.push((text.to_owned(), line, seen));
            }
        }
    }

    fn number(&mut self, path: &[String], raw: &str, at: usize) {
        let Some((section, field)) = field(path) else {
            return;
        };
        let counts = field.kind.is_number() && !matches!(field.kind, Kind::Scale(..));
        if let Some(value) = from_toml(raw).filter(|it| counts && is_unusual(*it)) {
            self.figures.push(Figure {
                field: format!("{}.{}", section.path, field.key),
                value: value.normalize().to_string(),
                line: self.lines.place(at).line,
            });
        }
    }
}

/// The field of the catalogue at a path without ids of rows.
fn field(path: &[String]) -> Option<(&'static Section, &'static Field)> {
    let (key, table) = path.split_last()?;
    let mut sections = catalogue::sections();
    let section = sections.find(|it| it.path.split('.').eq(table.iter().map(String::as_str)))?;
    section.field(key).map(|field| (section, field))
}

/// Whether a number says something by itself: with three digits that count, not a round one.
fn is_unusual(value: Decimal) -> bool {
    value
        .normalize()
        .mantissa()
        .unsigned_abs()
        .to_string()
        .trim_end_matches('0')
        .len()
        > 2
}

/// The sentences of a text.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, c)| *c);
        let ends = match c {
            '。' | '！' | '？' | '；' | '!' | '?' | ';' | '\n' => true,
            '.' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if ends {
            let end = at + c.len_utf8();
            out.push(start..end);
            start = end;
        }
    }
    out.push(start..text.len());
    out
}

/// A text in which blanks stand for what it quotes, byte for byte; a word or two in quotation
/// marks is a way of speaking, and stays.
fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let quoted = QUOTES
            .iter()
            .filter(|(open, _)| *open == c)
            .find_map(|(_, close)| {
                let mut near = after.char_indices().take(QUOTED);
                near.find(|(_, it)| it == close)
                    .and_then(|(end, _)| after.get(..end))
            });
        match quoted {
            Some(inside) => {
                let (inner, beyond) = after.split_at_checked(inside.len()).unwrap_or((after, ""));
                if tokens(inner).len() >= WORDS {
                    out.extend(std::iter::repeat_n(' ', c.len_utf8() + inner.len()));
                } else {
                    out.push(c);
                    out.push_str(inner);
                }
                // The closing mark must not open another quotation.
                let close = beyond.chars().next();
                out.extend(close);
                rest = beyond
                    .get(close.map_or(0, char::len_utf8)..)
                    .unwrap_or_default();
            }
            None => {
                out.push(c);
                rest = after;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_their_lines_and_ids_are_no_sentences() {
        let text = "farsight = 1\n[plan]\nowner = \"Ana\"\nmission = \"\"\"\nThey wait in the cold every night. They give up and go home.\n她们每天晚上在外面等着。\n\"\"\"\n\n[[needs.customer_needs]]\nid = \"a-b-c-d-e-f-g\"\nneed = \"a dry seat near the door\"\n";
        let told = told(text);
        let lines: Vec<usize> = told.passages.iter().map(|it| it.line).collect();
        assert_eq!(lines, [5, 5, 6, 11]);
        assert_eq!(told.passages[1].text, "They give up and go home.");
    }

    #[test]
    fn what_is_quoted_is_not_own() {
        let mission = |text: &str| {
            told(&format!("[plan]\nmission = '{text}'\n"))
                .passages
                .len()
        };
        assert_eq!(mission("“we wait in the cold for an hour”"), 0);
        assert_eq!(mission("我们听到：“每天晚上都在外面等一个小时”。"), 0);
        assert_eq!(mission("they call it “quick” and wait in the cold"), 1);
        assert_eq!(mission("“never closed, so it is all the author's own"), 1);
    }

    #[test]
    fn only_figures_that_are_not_round_count() {
        let text = "[needs.market]\nsize = 1273\ngrowth = 0.03\n";
        let figures = told(text).figures;
        assert_eq!(figures.len(), 1);
        assert_eq!(
            (figures[0].field.as_str(), figures[0].line),
            ("needs.market.size", 2)
        );
    }

    #[test]
    fn nothing_breaks_it() {
        for text in [
            "",
            "\u{feff}",
            "[",
            "a = \"“",
            "x = [[[",
            "plan = { mission = \"a b c d e f g\" }",
        ] {
            told(text);
        }
    }
}
