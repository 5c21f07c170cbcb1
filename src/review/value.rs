//! A value as far as its content goes: written otherwise, it is the same.

use std::borrow::Cow;

use indexmap::IndexMap;
use rust_decimal::Decimal;

use crate::plan::{Content, Scalar};
use crate::words::lexicon::is_chinese;
use crate::words::number::from_toml;

/// What stands in a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, as it stands in the file.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day, a yes or no, or a number beyond all measure: as it is written.
    Bare(String),
    /// A list.
    List(Vec<Value>),
    /// A table: scores, or the whole of a row.
    Table(IndexMap<String, Value>),
}

impl Value {
    /// The value of a piece of a plan.
    pub fn of(content: Content) -> Value {
        match content {
            Content::Value(scalar) => Value::of_scalar(scalar),
            Content::Table(table) => Value::Table(of_table(table)),
            Content::Rows(rows) => {
                let rows = rows.into_iter().map(|row| Value::Table(of_table(row)));
                Value::List(rows.collect())
            }
        }
    }

    fn of_scalar(scalar: Scalar) -> Value {
        match scalar {
            Scalar::Text(text) => Value::Text(text),
            Scalar::Bare(raw) => from_toml(&raw).map_or(Value::Bare(raw), Value::Number),
            Scalar::List(items) => Value::List(items.into_iter().map(Value::of_scalar).collect()),
            Scalar::Table => Value::Table(IndexMap::new()),
        }
    }

    /// Whether it says something: an empty field says what a missing one says.
    pub fn is_filled(&self) -> bool {
        match self {
            Value::Text(text) => !text.trim().is_empty(),
            Value::List(items) => items.iter().any(Value::is_filled),
            Value::Table(table) => table.values().any(Value::is_filled),
            Value::Number(_) | Value::Bare(_) => true,
        }
    }

    /// Whether both say the same: the line ends within a paragraph and the order of a list are
    /// not part of what is said.
    pub fn says_what(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Text(one), Value::Text(other)) => {
                one == other || flowing(one) == flowing(other)
            }
            (Value::List(one), Value::List(other)) => same_items(one, other),
            (Value::Table(one), Value::Table(other)) => {
                let says = |a: &IndexMap<String, Value>, b: &IndexMap<String, Value>| {
                    a.iter()
                        .filter(|(_, value)| value.is_filled())
                        .all(|(key, value)| b.get(key).is_some_and(|it| it.says_what(value)))
                };
                says(one, other) && says(other, one)
            }
            _ => self == other,
        }
    }

    /// The text, of a text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, of a number.
    pub fn as_number(&self) -> Option<Decimal> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

fn of_table(table: IndexMap<String, Content>) -> IndexMap<String, Value> {
    let entries = table.into_iter();
    entries
        .map(|(key, content)| (key, Value::of(content)))
        .collect()
}

/// Whether two lists hold the same, each item as often.
fn same_items(one: &[Value], other: &[Value]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    if one.iter().zip(other).all(|(a, b)| a.says_what(b)) {
        return true;
    }
    let mut free: Vec<&Value> = other.iter().collect();
    one.iter().all(|item| {
        let found = free.iter().position(|it| it.says_what(item));
        found.map(|at| free.swap_remove(at)).is_some()
    })
}

/// A text whose paragraphs are one line each, however they are wrapped in the file.
pub fn flowing(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !text.contains(['\n', '\r', '\t', '\u{3000}']) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut empty = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            empty = true;
            continue;
        }
        if empty {
            out.push_str("\n\n");
        } else if let (Some(before), Some(after)) = (out.chars().last(), line.chars().next())
            && !(is_wide(before) && is_wide(after))
        {
            out.push(' ');
        }
        empty = false;
        let mut words = line.split_whitespace();
        out.extend(words.next());
        for word in words {
            out.extend([" ", word]);
        }
    }
    Cow::Owned(out)
}

/// Whether a character is written without a blank beside it.
fn is_wide(c: char) -> bool {
    is_chinese(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Document;

    fn value(raw: &str) -> Value {
        let content = Document::parse(format!("a = {raw}\n")).contents();
        Value::of(content.into_iter().next().unwrap().1)
    }

    #[test]
    fn what_is_only_written_otherwise_is_the_same() {
        for (one, other) in [
            ("1_000", "1000.0"),
            ("\"a b\"", "'a  b'"),
            ("\"\"\"\nthe first\nline\"\"\"", "\"the first line\""),
            ("\"\"\"\n顾客的\n需要，\n也是\"\"\"", "\"顾客的需要，也是\""),
            ("[\"a\", \"b\"]", "[\"b\", \"a\"]"),
            ("{ x = 1, y = 2 }", "{ y = 2.0, x = 1, z = \"\" }"),
        ] {
            assert!(value(one).says_what(&value(other)), "{one} {other}");
        }
    }

    #[test]
    fn what_is_said_otherwise_is_not() {
        for (one, other) in [
            ("1", "2"),
            ("1", "\"1\""),
            ("\"one\\n\\ntwo\"", "\"one two\""),
            ("\"顾客\"", "\"顾 客\""),
            ("[\"a\", \"a\", \"b\"]", "[\"b\", \"b\", \"a\"]"),
            ("2027-01-01", "2027-01-02"),
        ] {
            assert!(!value(one).says_what(&value(other)), "{one} {other}");
        }
    }
}
