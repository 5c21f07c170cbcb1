//! Makes the model of the reader from labelled statements: the same file from the same statements.
//!
//! Softmax regression with a quadratic penalty, by steps that shrink as a weight is moved
//! (AdaGrad), in a fixed order and without chance.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a model learns from: the features of a statement by name, and the place of its label.
pub struct Example {
    pub features: BTreeMap<String, f64>,
    pub label: usize,
}

/// Weights by feature, and the bias.
#[derive(Default)]
pub struct Model {
    pub weights: BTreeMap<String, [f64; 3]>,
    pub bias: [f64; 3],
}

/// How hard weights are held down.
const PENALTY: f64 = 0.7;
const PASSES: usize = 40;
/// After so many passes the weights hover about their place: from there on they are averaged.
const EARLY: usize = 15;
const STEP: f64 = 0.3;
/// A feature of fewer statements is chance.
const RARE: usize = 2;
/// How loudly features speak while the model learns: words are many and belong to their trade,
/// kinds of language are few and hold in any.
const LOUDNESS: &[(&str, f64)] = &[("word ", 0.4), ("chain ", 0.5), ("pair ", 0.25)];
/// How many features in a hundred are covered up each time, so that no verdict hangs on a single
/// word.
const COVERED: u64 = 40;
/// What is said of *mixed* at the end: only clear cases, since most statements lean one way.
const DOUBT: f64 = 0.4;

fn loudness(name: &str) -> f64 {
    let row = LOUDNESS.iter().find(|(head, _)| name.starts_with(head));
    row.map_or(if name.contains(" in ") { 0.5 } else { 1.0 }, |(_, it)| *it)
}

struct Slot<'e> {
    name: &'e str,
    statements: f64,
    weights: [f64; 3],
    moved: [f64; 3],
    /// The weights after each of the later passes, added up.
    sum: [f64; 3],
}

/// Learns a model.
pub fn train(examples: &[&Example]) -> Model {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for name in examples.iter().flat_map(|it| it.features.keys()) {
        *seen.entry(name).or_default() += 1;
    }
    seen.retain(|_, times| *times >= RARE);
    let mut slots: Vec<Slot<'_>> = seen
        .iter()
        .map(|(name, times)| Slot {
            name,
            statements: *times as f64,
            weights: [0.0; 3],
            moved: [1e-8; 3],
            sum: [0.0; 3],
        })
        .collect();
    let places: std::collections::HashMap<&str, usize> = seen
        .keys()
        .enumerate()
        .map(|(at, name)| (*name, at))
        .collect();
    let mut rows: Vec<(Vec<(usize, f64)>, usize)> = examples
        .iter()
        .map(|it| {
            let row = it.features.iter().filter_map(|(name, value)| {
                Some((*places.get(name.as_str())?, value * loudness(name)))
            });
            (row.collect(), it.label)
        })
        .collect();
    shuffle(&mut rows);
    let mut bias = [0.0; 3];
    let mut moved = [1e-8; 3];
    let mut dice = Dice(11);
    let rest = 1.0 - COVERED as f64 / 100.0;
    for pass in 0..PASSES {
        for (all, label) in &rows {
            let open = all.iter().filter(|_| dice.below(100) >= COVERED);
            let row: Vec<(usize, f64)> = open.map(|(at, value)| (*at, value / rest)).collect();
            let mut scores: [f64; 3] = bias;
            for (at, value) in &row {
                for k in 0..3 {
                    scores[k] += slots[*at].weights[k] * value;
                }
            }
            let mut slope = shares(scores);
            slope[*label] -= 1.0;
            for k in 0..3 {
                moved[k] += slope[k] * slope[k];
                bias[k] -= STEP * slope[k] / moved[k].sqrt();
            }
            for (at, value) in &row {
                let slot = &mut slots[*at];
                for k in 0..3 {
                    let step = slope[k] * value + PENALTY * slot.weights[k] / slot.statements;
                    slot.moved[k] += step * step;
                    slot.weights[k] -= STEP * step / slot.moved[k].sqrt();
                }
            }
        }
        if pass >= EARLY {
            for slot in &mut slots {
                for k in 0..3 {
                    slot.sum[k] += slot.weights[k];
                }
            }
        }
    }
    let weights = slots.into_iter().map(|slot| {
        let share = loudness(slot.name) / (PASSES - EARLY) as f64;
        (slot.name.to_owned(), slot.sum.map(|it| it * share))
    });
    bias[2] -= DOUBT;
    Model {
        weights: weights.collect(),
        bias,
    }
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Neighbours in a file are alike, and should not be learned from in a row.
fn shuffle<T>(rows: &mut [T]) {
    let mut dice = Dice(7);
    for at in (1..rows.len()).rev() {
        rows.swap(at, dice.below(at as u64 + 1) as usize);
    }
}

fn shares(scores: [f64; 3]) -> [f64; 3] {
    let most = scores.into_iter().fold(f64::MIN, f64::max);
    let powers = scores.map(|it| (it - most).exp());
    let all: f64 = powers.iter().sum();
    powers.map(|it| it / all)
}

/// Differences between labels below this are left out of the file.
const FAINT: f64 = 0.08;

impl Model {
    /// The score of each label.
    pub fn scores(&self, features: &BTreeMap<String, f64>) -> [f64; 3] {
        let mut scores = self.bias;
        for (name, value) in features {
            if let Some(weights) = self.weights.get(name) {
                for k in 0..3 {
                    scores[k] += weights[k] * value;
                }
            }
        }
        scores
    }

    /// The place of the label.
    pub fn label(&self, features: &BTreeMap<String, f64>) -> usize {
        let [product, customer, mixed] = self.scores(features);
        if mixed > product && mixed > customer {
            2
        } else {
            usize::from(customer > product)
        }
    }

    /// The lines of the file.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let line = |text: &mut String, name: &str, weights: &[f64; 3]| {
            let [a, b, c] = weights.map(|it| (it * 100.0).round() as i64);
            let _ = writeln!(text, "{name}\t{a}\t{b}\t{c}");
        };
        line(&mut text, "bias", &self.bias);
        for (name, weights) in &self.weights {
            if weights.iter().any(|it| it.abs() >= FAINT) {
                line(&mut text, name, weights);
            }
        }
        text
    }
}
