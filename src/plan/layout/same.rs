//! Whether two texts say the same: equal values and equal comments, whatever their order of keys.

use toml::de::{DeTable, DeValue};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// Whether two texts hold the same values under the same keys, and the same comments.
pub(super) fn say_the_same(one: &str, other: &str) -> bool {
    let ((a, wrong), (b, amiss)) = (
        DeTable::parse_recoverable(one),
        DeTable::parse_recoverable(other),
    );
    wrong.len() == amiss.len()
        && same_table(a.get_ref(), b.get_ref())
        && comments(one) == comments(other)
}

/// The comments of a text, sorted.
pub(super) fn comments(text: &str) -> Vec<&str> {
    let tokens = Source::new(text).lex();
    let mut found: Vec<&str> = tokens
        .filter(|token| token.kind() == TokenKind::Comment)
        .filter_map(|token| text.get(token.span().start()..token.span().end()))
        .map(str::trim_end)
        .collect();
    found.sort_unstable();
    found
}

fn same_table(a: &DeTable<'_>, b: &DeTable<'_>) -> bool {
    let has = |key: &str, value: &DeValue<'_>| {
        b.get(key).is_some_and(|other| same(value, other.get_ref()))
    };
    a.len() == b.len()
        && a.iter()
            .all(|(key, value)| has(key.get_ref(), value.get_ref()))
}

fn same(a: &DeValue<'_>, b: &DeValue<'_>) -> bool {
    match (a, b) {
        (DeValue::String(a), DeValue::String(b)) => a == b,
        (DeValue::Integer(a), DeValue::Integer(b)) => {
            a.as_str() == b.as_str() && a.radix() == b.radix()
        }
        (DeValue::Float(a), DeValue::Float(b)) => a.as_str() == b.as_str(),
        (DeValue::Boolean(a), DeValue::Boolean(b)) => a == b,
        (DeValue::Datetime(a), DeValue::Datetime(b)) => a == b,
        (DeValue::Array(a), DeValue::Array(b)) => {
            let pairs = || a.iter().zip(b.iter());
            a.len() == b.len() && pairs().all(|(a, b)| same(a.get_ref(), b.get_ref()))
        }
        (DeValue::Table(a), DeValue::Table(b)) => same_table(a, b),
        _ => false,
    }
}
