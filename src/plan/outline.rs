//! A plan's text as a list of the things it says, each with its bytes: what a merge works on.
//!
//! [`Document`] answers "what stands at this path"; this page answers the other way round, "what
//! stands here", so that two texts can be laid beside each other without losing a byte between.

use std::collections::BTreeMap;
use std::ops::Range;

use super::document::{Document, Scalar};
use super::statement::{Shape, Value, What};
use crate::words::number;

/// What a thing of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// `[a.b]`
    Table,
    /// `[[a.b]]`
    Row,
    /// `a.b = value`
    Value,
}

/// A header or a key with its value, and where its bytes are.
///
/// From the end of one to the `start` of the next there are only blank lines and comments.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is.
    pub says: Says,
    /// The names of the header or the key.
    pub names: Vec<String>,
    /// Where the comment lines directly above it begin; `start` when there are none.
    pub lead: usize,
    /// Where its own first line begins.
    pub start: usize,
    /// Where the next line begins, or the text ends.
    pub end: usize,
    /// The value, for a key.
    pub value: Option<Tree>,
}

/// A value as it stands in the text, with the places of its parts.
#[derive(Debug, Clone)]
pub struct Tree {
    /// Its bytes.
    pub span: Range<usize>,
    /// Its parts.
    pub parts: Parts,
}

/// What a value is made of.
#[derive(Debug, Clone)]
pub enum Parts {
    /// A text, a number, a date, true or false.
    One(Meaning),
    /// `[…]`
    List(Vec<Tree>),
    /// `{…}`: for each key its names, the bytes of the pair, and the value.
    Table(Vec<(Vec<String>, Range<usize>, Tree)>),
}

/// What a value says, however it is spelled: `0.80` and `0.8` mean the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// A text.
    Text(String),
    /// A number, date, time or boolean.
    Bare(String),
    /// A list.
    List(Vec<Meaning>),
    /// A table; the order of its keys says nothing.
    Table(BTreeMap<String, Meaning>),
}

impl Meaning {
    /// The value as a person would type it.
    pub fn plain(&self) -> String {
        match self {
            Meaning::Text(text) | Meaning::Bare(text) => text.clone(),
            Meaning::List(items) => {
                let items: Vec<String> = items.iter().map(Meaning::plain).collect();
                items.join("; ")
            }
            Meaning::Table(pairs) => {
                let pair = |(key, value): (&String, &Meaning)| format!("{key} = {}", value.plain());
                let pairs: Vec<String> = pairs.iter().map(pair).collect();
                pairs.join("; ")
            }
        }
    }
}

impl Tree {
    /// What it says.
    pub fn meaning(&self) -> Meaning {
        match &self.parts {
            Parts::One(meaning) => meaning.clone(),
            Parts::List(items) => Meaning::List(items.iter().map(Tree::meaning).collect()),
            Parts::Table(pairs) => {
                let pair = |(names, _, value): &(Vec<String>, Range<usize>, Tree)| {
                    (names.join("."), value.meaning())
                };
                Meaning::Table(pairs.iter().map(pair).collect())
            }
        }
    }
}

impl Document {
    /// The things that the text says, in its order.
    pub fn outline(&self) -> Vec<Item> {
        let items = self.statements.iter().map(|statement| {
            let (says, names, value) = match &statement.what {
                What::Table(names) => (Says::Table, names, None),
                What::Row(names) => (Says::Row, names, None),
                What::Pair(pair) => (Says::Value, &pair.keys, Some(self.tree(&pair.value))),
            };
            Item {
                says,
                names: names.iter().map(|name| name.text.clone()).collect(),
                lead: statement.lead,
                start: statement.start,
                end: statement.end,
                value,
            }
        });
        items.collect()
    }

    fn tree(&self, value: &Value) -> Tree {
        let parts = match &value.shape {
            Shape::Scalar => Parts::One(match self.decode(value) {
                Scalar::Bare(raw) => Meaning::Bare(spelled(&raw)),
                other => Meaning::Text(other.plain()),
            }),
            Shape::Array(items) => Parts::List(items.iter().map(|item| self.tree(item)).collect()),
            Shape::Inline(pairs) => {
                let pair = |pair: &super::statement::Pair| {
                    let names = pair.keys.iter().map(|key| key.text.clone()).collect();
                    (names, pair.span(), self.tree(&pair.value))
                };
                Parts::Table(pairs.iter().map(pair).collect())
            }
        };
        Tree {
            span: value.span.clone(),
            parts,
        }
    }
}

/// A number in one spelling; anything else as it is.
fn spelled(raw: &str) -> String {
    match number::from_toml(raw) {
        Some(value) => value.normalize().to_string(),
        None => raw.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_of_a_text_are_all_there() {
        let text = "# top\nfarsight = 1\n\n# a\n[a] # b\nx.y = [1, 2.0] # c\n\n[[a.r]]\nid = \"r\"\nz = { p = 0x10 }\n# end\n";
        let document = Document::parse(text);
        let items = document.outline();
        let names: Vec<String> = items.iter().map(|it| it.names.join(".")).collect();
        assert_eq!(names, ["farsight", "a", "x.y", "a.r", "id", "z"]);
        let mut built = String::new();
        let mut at = 0;
        for item in &items {
            built += &text[at..item.end];
            at = item.end;
        }
        assert_eq!(built + &text[at..], text);
        let said: Vec<String> = items
            .iter()
            .filter_map(|it| Some(it.value.as_ref()?.meaning().plain()))
            .collect();
        assert_eq!(said, ["1", "1; 2", "r", "p = 16"]);
    }
}
