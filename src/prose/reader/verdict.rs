//! What the reader says of a statement, and why.

use std::ops::Range;

use super::features::{Hit, Parts};
use super::kind::{Kind, Side};
use super::model::Weighed;
use super::token::{Shape, Token};
use super::{Field, Statement};
use crate::prose::Family;
use crate::words::Text;

/// Whom a statement speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// The offering and the firm.
    Product,
    /// People, and what changes for them.
    Customer,
    /// Both, each with something to say.
    Mixed,
}

impl Label {
    /// All labels, in the order of the model.
    pub const ALL: [Label; 3] = [Label::Product, Label::Customer, Label::Mixed];

    /// Its name for programs.
    pub fn key(self) -> &'static str {
        match self {
            Label::Product => "product",
            Label::Customer => "customer",
            Label::Mixed => "mixed",
        }
    }

    /// Its name for people.
    pub fn name(self) -> Text {
        match self {
            Label::Product => Text::new("product", "产品"),
            Label::Customer => Text::new("customer", "顾客"),
            Label::Mixed => Text::new("mixed", "两者都有"),
        }
    }

    /// The label of this name.
    pub fn named(key: &str) -> Option<Label> {
        Label::ALL.into_iter().find(|label| label.key() == key)
    }
}

/// Words that helped to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Their bytes in the text.
    pub range: Range<usize>,
    /// Whom they speak for.
    pub side: Side,
    /// What kind of language they are, where the lists know them.
    pub kind: Option<&'static Kind>,
    /// How much they added to their side; nought for what is not counted.
    pub weight: f32,
}

/// What the reader says of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Whom it speaks of.
    pub label: Label,
    /// How likely that is, from a third to one.
    pub confidence: f32,
    /// The words that decided, in the order of the text.
    pub evidence: Vec<Evidence>,
    /// The families of myopia that a product verdict, or the product side of a mixed one, speaks to.
    pub families: Vec<Family>,
}

/// How many words are told for each side.
const MOST: usize = 5;
/// What adds less than this is not worth telling.
const LEAST: f32 = 0.08;

/// The words that decided: phrases of the lists, and words that the model knows.
pub(super) fn evidence(label: Label, parts: &Parts<'_>, weighed: &[Weighed]) -> Vec<Evidence> {
    let leans = leanings(parts, weighed);
    let mut found: Vec<Evidence> = Vec::new();
    let mut at = 0;
    let mut hits = parts.hits.iter().peekable();
    while at < leans.len() {
        if let Some(hit) = hits.next_if(|hit| hit.tokens.start == at) {
            found.push(of_hit(hit, &leans));
            at = hit.tokens.end.max(at + 1);
            continue;
        }
        let next = hits.peek().map_or(leans.len(), |hit| hit.tokens.start);
        let end = end_of_word(parts, at).min(next).max(at + 1);
        if let (Some(first), Some(last)) = (parts.cut.tokens.get(at), parts.cut.tokens.get(end - 1))
        {
            let weight: f32 = leans.get(at..end).unwrap_or_default().iter().sum();
            let side = if weight > 0.0 {
                Side::Product
            } else {
                Side::Customer
            };
            let range = first.range.start..last.range.end;
            found.push(Evidence {
                range,
                side,
                kind: None,
                weight: weight.abs(),
            });
        }
        at = end;
    }
    let wanted = |side: Side| match label {
        Label::Product => side == Side::Product,
        Label::Customer => side == Side::Customer,
        Label::Mixed => side != Side::Neither,
    };
    let told = |it: &Evidence| it.kind.is_some() || is_telling(parts, &it.range);
    if found
        .iter()
        .any(|it| wanted(it.side) && it.weight >= LEAST && told(it))
    {
        found.retain(told);
    }
    let mut strong: Vec<f32> = found
        .iter()
        .filter(|it| wanted(it.side))
        .map(|it| it.weight)
        .collect();
    strong.sort_by(|a, b| b.total_cmp(a));
    let most = if label == Label::Mixed {
        MOST + 2
    } else {
        MOST
    };
    let bar = strong.get(most - 1).copied().unwrap_or_default().max(LEAST);
    found.retain(|it| it.side == Side::Neither || wanted(it.side) && it.weight >= bar);
    // Chinese is cut without a dictionary of its own here: what no list knows may be half a word,
    // and is told only where a side has nothing better.
    let known: Vec<Side> = found
        .iter()
        .filter(|it| it.kind.is_some())
        .map(|it| it.side)
        .collect();
    found.retain(|it| it.kind.is_some() || !is_han(parts, &it.range) || !known.contains(&it.side));
    found
}

/// Whether a place of the text begins with a Chinese character.
fn is_han(parts: &Parts<'_>, range: &Range<usize>) -> bool {
    let tokens = &parts.cut.tokens;
    let first = tokens.partition_point(|it| it.range.start < range.start);
    tokens.get(first).is_some_and(|it| it.shape == Shape::Han)
}

/// Whether words that no list knows are fit to be told as a reason: "and" and half a sentence are
/// not.
fn is_telling(parts: &Parts<'_>, range: &Range<usize>) -> bool {
    let tokens = &parts.cut.tokens;
    let first = tokens.partition_point(|it| it.range.start < range.start);
    let count = tokens.partition_point(|it| it.range.start < range.end) - first;
    tokens.get(first).is_some_and(|it| match it.shape {
        Shape::Han => (2..=4).contains(&count),
        Shape::Word => it.low.len() > 3 && !SMALL.contains(&it.low.as_ref()),
        Shape::Number => true,
    })
}

/// Words that join others and give no reason by themselves.
const SMALL: &[&str] = &[
    "about", "after", "also", "another", "because", "been", "being", "both", "could", "does",
    "each", "else", "ever", "every", "from", "have", "having", "here", "into", "just", "like",
    "more", "most", "much", "only", "other", "over", "same", "should", "some", "such", "than",
    "that", "then", "there", "these", "this", "those", "through", "under", "upon", "very", "were",
    "what", "when", "where", "which", "while", "will", "with", "within", "would",
];

/// What each token adds to the product side, or below nought to the customer side.
fn leanings(parts: &Parts<'_>, weighed: &[Weighed]) -> Vec<f32> {
    let tokens = &parts.cut.tokens;
    let mut leans = vec![0.0; tokens.len()];
    for it in weighed.iter().filter(|it| !it.range.is_empty()) {
        let start = tokens.partition_point(|token| token.range.start < it.range.start);
        let end = tokens.partition_point(|token| token.range.start < it.range.end);
        let [product, customer, _] = it.adds;
        let share = (product - customer) / end.saturating_sub(start).max(1) as f32;
        for lean in leans.get_mut(start..end).unwrap_or_default() {
            *lean += share;
        }
    }
    leans
}

fn of_hit(hit: &Hit, leans: &[f32]) -> Evidence {
    let weight: f32 = leans
        .get(hit.tokens.clone())
        .unwrap_or_default()
        .iter()
        .sum();
    let uncounted = hit.kind.key == "decoration" || hit.denied;
    let side = if uncounted {
        Side::Neither
    } else if weight > 0.0 {
        Side::Product
    } else {
        Side::Customer
    };
    // A word of one side that here weighs for the other is told without its kind.
    let fits = uncounted || hit.kind.side == side;
    Evidence {
        range: hit.range.clone(),
        side,
        kind: fits.then_some(hit.kind),
        weight: if uncounted { 0.0 } else { weight.abs() },
    }
}

/// Where the word ends that begins at a token: Chinese characters run on to the end of the clause.
fn end_of_word(parts: &Parts<'_>, at: usize) -> usize {
    let tokens = &parts.cut.tokens;
    let Some(first) = tokens.get(at) else {
        return at + 1;
    };
    if first.shape != Shape::Han {
        return at + 1;
    }
    let same = |token: &&Token<'_>| token.shape == Shape::Han && token.clause == first.clause;
    at + tokens
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(same)
        .count()
}

/// The family of a field, and of the kinds that speak to one themselves.
pub(super) fn families(
    statement: &Statement<'_>,
    label: Label,
    evidence: &[Evidence],
) -> Vec<Family> {
    if label == Label::Customer {
        return Vec::new();
    }
    let of_field = statement.field.map(|field| match field {
        Field::Need | Field::Want => Family::Need,
        Field::Mission | Field::Market => Family::Market,
        Field::Objective => Family::Growth,
        Field::Benefit | Field::Proposition => Family::Promise,
        Field::Message => Family::Selling,
    });
    let kinds = evidence
        .iter()
        .filter(|it| it.side == Side::Product)
        .filter_map(|it| it.kind);
    let of_kinds = kinds.filter_map(|kind| match kind.key {
        "require" => Some(Family::Need),
        "market" | "buy" => Some(Family::Market),
        "growth" | "launch" => Some(Family::Growth),
        "sell" | "fame" => Some(Family::Selling),
        "spec" | "material" | "feature" | "rank" | "quality" | "craft" | "range" | "proof" => {
            Some(Family::Promise)
        }
        _ => None,
    });
    let mut families: Vec<Family> = of_field.into_iter().chain(of_kinds).collect();
    families.sort_unstable();
    families.dedup();
    families
}
