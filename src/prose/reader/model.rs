//! The weights of what is seen, kept as text that a person can read.
//!
//! Each line of `model.txt` is a feature and its weight for *product*, *customer* and *mixed*, in
//! hundredths; `tests/statements.rs` makes the file from the statements in `tests/statements/`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::features::{self, Parts};
use super::hash::{Fast, joined, key};
use super::{Label, Statement};

const TEXT: &str = include_str!("model.txt");
/// Beyond so many times, a feature says nothing more.
const TIMES: f32 = 2.0;

/// The model of this program, read when the first statement is.
pub(super) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(TEXT));

/// Weights by feature.
#[derive(Debug, Default)]
pub(super) struct Model {
    places: HashMap<u64, u32, Fast>,
    weights: Vec<[f32; 3]>,
    bias: [f32; 3],
}

/// A feature of a statement that has a weight.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    place: u32,
    /// What it adds to each label.
    pub adds: [f32; 3],
    /// Where it was read; empty for what belongs to the whole.
    pub range: Range<usize>,
}

/// How much a feature counts that was seen so many times in a text of so many tokens.
///
/// A long text has more of everything, so each of its words says less.
pub(super) fn value(times: f32, tokens: usize) -> f32 {
    times.min(TIMES).sqrt() / (tokens as f32 / 10.0).sqrt().max(0.5)
}

impl Model {
    /// Reads the text of a model; a line that is none is passed over.
    fn parse(text: &str) -> Model {
        let mut model = Model::default();
        model.places.reserve(text.len() / 20);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split('\t');
            let name = parts.next().unwrap_or_default();
            let mut weights = [0.0; 3];
            for (weight, part) in weights.iter_mut().zip(parts) {
                *weight = part.parse::<i16>().map_or(0.0, |it| f32::from(it) / 100.0);
            }
            if name == "bias" {
                model.bias = weights;
            } else {
                model
                    .places
                    .insert(key(name.as_bytes()), model.weights.len() as u32);
                model.weights.push(weights);
            }
        }
        model
    }

    /// The score of each label, and what added to it.
    pub(super) fn weigh(
        &self,
        statement: &Statement<'_>,
        parts: &Parts<'_>,
    ) -> ([f32; 3], Vec<Weighed>) {
        let mut seen: Vec<Weighed> = Vec::with_capacity(parts.cut.tokens.len() * 6);
        features::tell(statement, parts, &mut |name, range| {
            let Some(key) = joined(name) else { return };
            if let Some(&place) = self.places.get(&key) {
                seen.push(Weighed {
                    place,
                    adds: [0.0; 3],
                    range,
                });
            }
        });
        seen.sort_by_key(|it| it.place);
        let mut scores = self.bias;
        for same in seen.chunk_by_mut(|one, other| one.place == other.place) {
            let Some(place) = same.first().map(|it| it.place) else {
                continue;
            };
            let weights = self
                .weights
                .get(place as usize)
                .copied()
                .unwrap_or_default();
            let value = value(same.len() as f32, parts.cut.tokens.len());
            let part = value / same.len() as f32;
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += weight * value;
            }
            for it in same {
                it.adds = weights.map(|weight| weight * part);
            }
        }
        (scores, seen)
    }
}

/// The label of some scores, and how likely it is.
pub(super) fn decide(scores: [f32; 3]) -> (Label, f32) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let powers = scores.map(|score| (score - most).exp());
    let all: f32 = powers.iter().sum();
    let [product, customer, mixed] = powers.map(|power| power / all);
    if mixed > product && mixed > customer {
        (Label::Mixed, mixed)
    } else if product >= customer {
        (Label::Product, product)
    } else {
        (Label::Customer, customer)
    }
}
