//! Reads one statement of a plan: does it speak of the product, of the customer, or of both?
//!
//! | file | what it does |
//! |---|---|
//! | [`statement`] | what is read: a text, its field, the offering |
//! | [`token`] | a text as words, characters and clauses |
//! | [`kind`] | the kinds of language, each with its side |
//! | [`dictionary`] | the lists of words by kind, `words.en.txt` and `words.zh.txt` |
//! | [`features`] | what the model sees |
//! | [`model`] | the weights, `model.txt` |
//! | [`verdict`] | the label, and the words that decided |
//!
//! The lists carry what a reader of plans knows; the model weighs it. Both are plain text, nothing
//! is fetched or guessed at, and the same statement is always read the same way.

mod dictionary;
mod features;
mod hash;
mod kind;
mod model;
mod statement;
mod token;
mod verdict;

use std::collections::BTreeMap;

pub use kind::{KINDS, Kind, Side};
pub use statement::{Field, Statement};
pub use verdict::{Evidence, Family, Label, Verdict};

/// Reads a statement; `None` if it has no word at all.
pub fn read(statement: &Statement<'_>) -> Option<Verdict> {
    let low = statement.text.to_ascii_lowercase();
    let parts = features::parts(statement, &low);
    if parts.cut.tokens.is_empty() {
        return None;
    }
    let (scores, weighed) = model::MODEL.weigh(statement, &parts);
    let (label, confidence) = model::decide(scores);
    let evidence = verdict::evidence(label, &parts, &weighed);
    let families = verdict::families(statement, label, &evidence);
    Some(Verdict {
        label,
        confidence,
        evidence,
        families,
    })
}

/// The features of a statement by name, with their values: what a model is trained on.
pub fn features(statement: &Statement<'_>) -> BTreeMap<String, f64> {
    let low = statement.text.to_ascii_lowercase();
    let parts = features::parts(statement, &low);
    let mut times: BTreeMap<String, f64> = BTreeMap::new();
    features::tell(statement, &parts, &mut |name, _| {
        *times.entry(name.concat()).or_default() += 1.0;
    });
    let tokens = parts.cut.tokens.len();
    for value in times.values_mut() {
        *value = f64::from(model::value(*value as f32, tokens));
    }
    times
}
