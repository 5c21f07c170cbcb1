//! Plans of a class that say the same thing: pairs to look at, never a verdict.
//!
//! | file | what it does |
//! |---|---|
//! | [`token`] | takes case, width, names and numbers out of a sentence |
//! | [`passage`] | the sentences and figures of a plan, with their lines |
//! | [`weigh`] | what two plans have in common, weighed by how rare it is |
//! | [`together`] | pairs that hang together |
//!
//! What is measured: the share of a plan's own words that stands, sentence by sentence, in another
//! plan. Own is what is neither in the plan that was given, nor in the worked answer, nor in
//! quotation marks. The order of sentences does not matter. Which pairs stand out is told by the
//! class itself: see [`Similarity::fence`].
//!
//! Out of reach: a translation into another language, and a text put into wholly other words. For
//! these there is the second sign, the same unusual figures in the same fields.

mod passage;
mod together;
mod token;
mod weigh;

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};
use rayon::prelude::*;

use self::passage::{Figure, Told, told};
pub use self::together::Group;
use self::weigh::{Hit, Weighed};

/// How many fields must hold the same unusual figures, where words have nothing to say.
const FIGURES: usize = 3;
/// Fewer plans than this have no custom of their own.
const CLASS: usize = 5;
/// Half of one's own words in somebody else's plan is worth a look in any class.
const HALF: f64 = 0.5;

/// What a class has in common.
#[derive(Debug, Clone, Default)]
pub struct Similarity {
    /// The pairs that stand out, the most similar first.
    pub pairs: Vec<Pair>,
    /// Pairs that hang together, as places of `pairs`.
    pub groups: Vec<Group>,
    /// The most that a plan of this class usually shares with any other: the median of the class.
    pub usual: f64,
    /// Beyond this share a pair stands out: the median, and six times as far beyond it as the
    /// lower quarter lies below it, but at least twice the median, for in a small class the two lie
    /// close together by chance; and never more than half, however usual copies are. Copies are above the median and so cannot move it much.
    pub fence: f64,
    /// Whether the class is too small to have a custom, so that every pair with two passages in
    /// common is listed.
    pub is_small: bool,
    /// Plans with no words of their own, by their place: nothing can be said of them.
    pub bare: Vec<usize>,
}

/// Two plans that a person should look at together.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The two plans, by their place.
    pub plans: [usize; 2],
    /// How much of the words of the shorter stands in the other, from 0 to 1.
    pub score: f64,
    /// Of the words of each, the share that stands in the other.
    pub shares: [f64; 2],
    /// The sentences in common, those that say most first.
    pub passages: Vec<Match>,
    /// The unusual figures in common, by field.
    pub figures: Vec<SameFigure>,
    /// What made the pair stand out.
    pub sign: Sign,
}

/// What makes a pair stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Its words.
    Words,
    /// Its figures alone.
    Figures,
}

/// A sentence in each of two plans.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The two sentences with their lines.
    pub places: [Sentence; 2],
    /// How much it says: common phrases weigh little.
    pub weight: f64,
}

/// A sentence of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// As it stands in the plan.
    pub text: String,
    /// Its line.
    pub line: usize,
}

/// A figure that two plans have in the same field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameFigure {
    /// The field: `needs.market.size`.
    pub field: String,
    /// The figure, as the file spells it.
    pub value: String,
    /// Its lines.
    pub lines: [usize; 2],
}

/// Compares the texts of a class; `given` are the plans that everybody had.
///
/// Two files of one student are a pair like any other: the owner in a plan may be a copy too.
pub fn compare(texts: &[&str], given: &[&str]) -> Similarity {
    let plans: Vec<Told> = texts.par_iter().map(|text| told(text)).collect();
    let given: Vec<Told> = given.iter().map(|text| told(text)).collect();
    let weighed = Weighed::new(&plans, &given);
    // What each plan has in common with each other, by weight.
    let common: Vec<BTreeMap<usize, f64>> = (0..plans.len())
        .into_par_iter()
        .map(|plan| {
            let mut sums = BTreeMap::new();
            for hit in weighed.hits(plan) {
                *sums.entry(hit.other).or_default() += hit.weight;
            }
            sums
        })
        .collect();
    let scores = scores(&common, &weighed.own);
    let figures = Figures::new(&plans, &given);
    let mut best = vec![0.0_f64; plans.len()];
    for ((one, other), score) in &scores {
        for at in [*one, *other] {
            if let Some(best) = best.get_mut(at) {
                *best = best.max(*score);
            }
        }
    }
    let says: Vec<f64> = (best.iter().zip(&weighed.own))
        .filter(|(_, own)| **own > 0.0)
        .map(|(best, _)| *best)
        .collect();
    let is_small = says.len() < CLASS;
    let (usual, fence) = fence(says);
    let fence = if is_small { 0.0 } else { fence };
    let pair = |one: usize, other: usize, sign: Sign, hits: &[Hit]| Pair {
        plans: [one, other],
        score: scores.get(&(one, other)).copied().unwrap_or_default(),
        shares: shares((one, other), &common, &weighed.own),
        passages: passages((one, other), &plans, hits),
        figures: figures.same(&plans, (one, other)),
        sign,
    };
    let worded = (0..plans.len()).into_par_iter().flat_map_iter(|one| {
        let others = scores.range((one, 0)..(one + 1, 0));
        let others = others.filter(|(_, score)| **score > fence);
        let others: Vec<usize> = others.map(|((_, other), _)| *other).collect();
        let hits = if others.is_empty() {
            Vec::new()
        } else {
            weighed.hits(one)
        };
        let pair = &pair;
        // One sentence may be chance.
        let pairs = others
            .into_iter()
            .map(move |other| pair(one, other, Sign::Words, &hits));
        pairs.filter(|it| it.passages.len() > 1)
    });
    let mut pairs: Vec<Pair> = worded.collect();
    let known: HashSet<[usize; 2]> = pairs.iter().map(|it| it.plans).collect();
    for (one, other) in figures.pairs() {
        if known.contains(&[one, other]) {
            continue;
        }
        pairs.push(pair(one, other, Sign::Figures, &weighed.hits(one)));
    }
    pairs.sort_by(|a, b| {
        let rank = |it: &Pair| (it.sign == Sign::Figures, usize::MAX - it.figures.len());
        let by_sign = (a.sign == Sign::Figures).cmp(&(b.sign == Sign::Figures));
        by_sign
            .then(b.score.total_cmp(&a.score))
            .then_with(|| rank(a).cmp(&rank(b)))
            .then_with(|| a.plans.cmp(&b.plans))
    });
    let bare = (weighed.own.iter().enumerate()).filter(|(_, own)| **own <= 0.0);
    Similarity {
        groups: together::groups(&pairs),
        pairs,
        usual,
        fence,
        is_small,
        bare: bare.map(|(at, _)| at).collect(),
    }
}

/// For each pair the share of the one with fewer own words that stands in the other.
///
/// A plan of a few words is measured as if it had a quarter of what is usual, or one common
/// sentence would be most of it.
fn scores(common: &[BTreeMap<usize, f64>], own: &[f64]) -> BTreeMap<(usize, usize), f64> {
    let mut sorted: Vec<f64> = own.iter().copied().filter(|it| *it > 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let least = sorted.get(sorted.len() / 2).copied().unwrap_or_default() / 4.0;
    let mut scores: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (one, (sums, own)) in common.iter().zip(own).enumerate() {
        for (other, sum) in sums {
            let share = share(*sum, own.max(least));
            let score = scores
                .entry((one.min(*other), one.max(*other)))
                .or_default();
            *score = score.max(share);
        }
    }
    scores
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).min(1.0)
    } else {
        0.0
    }
}

fn shares((one, other): (usize, usize), common: &[BTreeMap<usize, f64>], own: &[f64]) -> [f64; 2] {
    [(one, other), (other, one)].map(|(from, to)| {
        let sum = common.get(from).and_then(|sums| sums.get(&to));
        let own = own.get(from).copied().unwrap_or_default();
        share(sum.copied().unwrap_or_default(), own)
    })
}

/// The median of what plans share at most, and where it ends to be usual.
fn fence(mut shares: Vec<f64>) -> (f64, f64) {
    shares.sort_by(f64::total_cmp);
    let at = |part: usize| {
        shares
            .get(shares.len() * part / 4)
            .copied()
            .unwrap_or_default()
    };
    let (quarter, median) = (at(1), at(2));
    let fence = median + (6.0 * (median - quarter)).max(median);
    (median, fence.min(HALF))
}

/// The sentences that two plans have in common.
fn passages((one, other): (usize, usize), plans: &[Told], hits: &[Hit]) -> Vec<Match> {
    let place = |plan: usize, at: usize| {
        let passage = plans.get(plan)?.passages.get(at)?;
        Some(Sentence {
            text: passage.text.clone(),
            line: passage.line,
        })
    };
    let hits = hits.iter().filter(|it| it.other == other);
    let mut matches: Vec<Match> = hits
        .filter_map(|hit| {
            Some(Match {
                places: [place(one, hit.here)?, place(other, hit.there)?],
                weight: hit.weight,
            })
        })
        .collect();
    matches.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    matches
}

/// The unusual figures that few plans of a class have.
struct Figures {
    /// For each field and figure the plans that have it.
    with: BTreeMap<(String, String), Vec<usize>>,
}

impl Figures {
    fn new(plans: &[Told], given: &[Told]) -> Figures {
        let key = |it: &Figure| (it.field.clone(), it.value.clone());
        let known: HashSet<(String, String)> = given
            .iter()
            .flat_map(|it| it.figures.iter().map(key))
            .collect();
        let mut with: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (at, plan) in plans.iter().enumerate() {
            for key in plan
                .figures
                .iter()
                .map(key)
                .filter(|it| !known.contains(it))
            {
                let plans = with.entry(key).or_default();
                if plans.last() != Some(&at) {
                    plans.push(at);
                }
            }
        }
        // A figure that every tenth plan has comes from somewhere else.
        let most = (plans.len() / 10).max(4);
        with.retain(|_, at| (2..=most).contains(&at.len()));
        Figures { with }
    }

    /// The pairs with enough of them in different fields.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let mut fields: HashMap<(usize, usize), HashSet<&str>> = HashMap::default();
        for ((field, _), plans) in &self.with {
            for (at, one) in plans.iter().enumerate() {
                for other in plans.iter().skip(at + 1) {
                    fields.entry((*one, *other)).or_default().insert(field);
                }
            }
        }
        let mut pairs: Vec<(usize, usize)> = fields
            .into_iter()
            .filter(|(_, fields)| fields.len() >= FIGURES)
            .map(|(pair, _)| pair)
            .collect();
        pairs.sort_unstable();
        pairs
    }

    /// Those that two plans have.
    fn same(&self, plans: &[Told], (one, other): (usize, usize)) -> Vec<SameFigure> {
        let line = |plan: usize, field: &str, value: &str| {
            let figures = &plans.get(plan)?.figures;
            let found = figures
                .iter()
                .find(|it| it.field == field && it.value == value);
            found.map(|it| it.line)
        };
        let both = |((field, value), at): (&(String, String), &Vec<usize>)| {
            if !at.contains(&one) || !at.contains(&other) {
                return None;
            }
            Some(SameFigure {
                field: field.clone(),
                value: value.clone(),
                lines: [line(one, field, value)?, line(other, field, value)?],
            })
        };
        self.with.iter().filter_map(both).collect()
    }
}

#[cfg(test)]
mod tests;
