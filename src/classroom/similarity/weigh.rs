//! What two plans have in common, weighed by how rare it is in the class.
//!
//! A sentence is taken apart into short runs of words. A run that few plans have weighs most; one
//! that the teacher gave, or that most plans have, weighs nothing. Every run is kept: choosing
//! some of them (winnowing) saves memory in a library of millions of pages, and would make the
//! answer for a class depend on chance.

use foldhash::{HashMap, HashSet};
use rayon::prelude::*;

use super::passage::{Passage, Told};
use super::token::{Token, hash};

/// How many neighbouring tokens make a run: words, or Chinese characters.
const RUN: (usize, usize) = (4, 6);
/// From so many plans on, what more than half of them have says nothing.
const MANY: usize = 10;
/// A class is taken to be no smaller than this, or nothing could be rare in it.
const LEAST: usize = 20;
/// The share of the lighter of two sentences that must be in common to match them.
const HALF: f64 = 0.5;

/// The runs of a class.
pub(super) struct Weighed {
    /// For each sentence of the class: its plan, its place in the plan, its runs and their weight.
    sentences: Vec<Sentence>,
    /// For each plan its sentences, as a range of `sentences`.
    plans: Vec<std::ops::Range<usize>>,
    /// The sentences that have a run, for the runs that weigh anything.
    with: HashMap<u64, Vec<usize>>,
    weights: HashMap<u64, f64>,
    /// The weight of what each plan says of its own.
    pub own: Vec<f64>,
}

struct Sentence {
    plan: usize,
    at: usize,
    runs: Vec<u64>,
    weight: f64,
}

/// A sentence of one plan and the one it matches in another, with the weight in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub other: usize,
    /// The places of the two sentences in their plans.
    pub here: usize,
    pub there: usize,
    pub weight: f64,
}

/// The runs of a sentence; a shorter one is a run by itself.
fn runs(passage: &Passage) -> Vec<u64> {
    let tokens = &passage.tokens;
    let bytes = |token: &Token| match token {
        Token::Word(word) => *word,
        Token::Han(c) => u64::from(u32::from(*c)),
        Token::Number => 1,
        Token::Name => 2,
    };
    let run = |from: usize| {
        let first = tokens.get(from)?;
        let long = if matches!(first, Token::Han(_)) {
            RUN.1
        } else {
            RUN.0
        };
        let row = tokens.get(from..from + long)?;
        // Signs alone are a form that every plan fills in.
        let says = row
            .iter()
            .any(|it| matches!(it, Token::Word(_) | Token::Han(_)));
        says.then(|| hash(row.iter().flat_map(|it| bytes(it).to_le_bytes())))
    };
    let mut runs: Vec<u64> = (0..tokens.len()).filter_map(run).collect();
    if runs.is_empty() {
        runs.push(hash(tokens.iter().flat_map(|it| bytes(it).to_le_bytes())));
    }
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// What something weighs that so many of the plans have, from 0 to 1.
///
/// It falls with the logarithm, squared, so that two plans with the same common phrases in them
/// stay apart, and a copy that went through five hands still counts.
fn rarity(with: usize, plans: usize) -> f64 {
    if plans >= MANY && with * 2 > plans {
        return 0.0;
    }
    let plans = plans.max(LEAST) as f64;
    let weight = (plans / with.max(1) as f64).ln() / (plans / 2.0).ln();
    weight.clamp(0.0, 1.0).powi(2)
}

impl Weighed {
    pub fn new(plans: &[Told], given: &[Told]) -> Weighed {
        let given: HashSet<u64> = (given.iter())
            .flat_map(|told| told.passages.iter().flat_map(runs))
            .collect();
        let taken: Vec<Vec<Vec<u64>>> = (plans.par_iter())
            .map(|told| told.passages.iter().map(runs).collect())
            .collect();
        let mut sentences = Vec::new();
        let mut ranges = Vec::new();
        let mut with: HashMap<u64, Vec<usize>> = HashMap::default();
        for (plan, rows) in taken.into_iter().enumerate() {
            let from = sentences.len();
            for (at, mut runs) in rows.into_iter().enumerate() {
                runs.retain(|run| !given.contains(run));
                for run in &runs {
                    with.entry(*run).or_default().push(sentences.len());
                }
                let weight = 0.0;
                sentences.push(Sentence {
                    plan,
                    at,
                    runs,
                    weight,
                });
            }
            ranges.push(from..sentences.len());
        }
        let plan_of: Vec<usize> = sentences.iter().map(|it: &Sentence| it.plan).collect();
        let count = |rows: &[usize]| {
            let mut of: Vec<Option<&usize>> = rows.iter().map(|at| plan_of.get(*at)).collect();
            // Sentences stand in the order of their plans.
            of.dedup();
            of.len()
        };
        let weights: HashMap<u64, f64> = with
            .iter()
            .map(|(run, rows)| (*run, rarity(count(rows), plans.len())))
            .collect();
        let weight = |run: &u64| weights.get(run).copied().unwrap_or_default();
        with.retain(|run, rows| rows.len() > 1 && weight(run) > 0.0);
        for it in &mut sentences {
            it.weight = it.runs.iter().map(weight).sum();
        }
        let own = |range: &std::ops::Range<usize>| {
            let all = sentences.get(range.clone()).unwrap_or_default();
            all.iter().map(|it| it.weight).sum()
        };
        let own = ranges.iter().map(own).collect();
        Weighed {
            sentences,
            plans: ranges,
            with,
            weights,
            own,
        }
    }

    /// For each sentence of a plan the one of each other plan that it has most in common with.
    pub fn hits(&self, plan: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut common = vec![0.0; self.sentences.len()];
        let mut touched = Vec::new();
        let range = self.plans.get(plan).cloned().unwrap_or_default();
        for sentence in self.sentences.get(range).unwrap_or_default() {
            for run in &sentence.runs {
                let weight = self.weights.get(run).copied().unwrap_or_default();
                for at in self.with.get(run).into_iter().flatten() {
                    if let Some(sum) = common.get_mut(*at) {
                        if *sum == 0.0 {
                            touched.push(*at);
                        }
                        *sum += weight;
                    }
                }
            }
            touched.sort_unstable();
            let from = hits.len();
            for at in touched.drain(..) {
                let sum = common.get_mut(at).map(std::mem::take).unwrap_or_default();
                let Some(there) = self.sentences.get(at).filter(|it| it.plan != plan) else {
                    continue;
                };
                if sum < HALF * sentence.weight.min(there.weight) {
                    continue;
                }
                let hit = Hit {
                    other: there.plan,
                    here: sentence.at,
                    there: there.at,
                    weight: sum,
                };
                // Sentences of one plan follow each other, so the last hit is the one to beat.
                match hits.get(from..).and_then(<[Hit]>::last).copied() {
                    Some(last) if last.other == hit.other => {
                        if let Some(last) = hits.last_mut().filter(|it| it.weight < sum) {
                            *last = hit;
                        }
                    }
                    _ => hits.push(hit),
                }
            }
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::rarity;

    #[test]
    fn what_few_have_weighs_most() {
        assert!((rarity(1, 200) - 1.0).abs() < 1e-9);
        assert!((rarity(2, 200) - 1.0).abs() < 1e-9);
        assert!(rarity(5, 200) > 0.5 && rarity(50, 200) < 0.1);
        assert!(rarity(101, 200) < 1e-9);
        // Three files, all the same: in a small class that is no custom.
        assert!(rarity(3, 3) > 0.5);
    }
}
