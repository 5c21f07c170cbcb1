//! A quiz of the glossary, with terms that come back when they are about to be forgotten.
//!
//! Cards lie in five boxes, after Leitner (1972). A right answer moves a card one box on, a wrong
//! one back to the first; a box is due after 1, 2, 4, 8 or 16 days. Cleverer schedules give every
//! card its own ease, which nobody can check by hand; a student understands boxes at once, and a
//! short line of a text file holds them.
//!
//! Nothing here looks at a clock or rolls dice: the day and the seed are handed in.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::plan::{Document, Path, Scalar};
use crate::words::Lang;
use crate::words::glossary::{self, Term};

mod question;

use super::seed::Seed;
pub use question::{Kind, Question};

/// After how many days a card of each box is due.
pub const DAYS: [u8; 5] = [1, 2, 4, 8, 16];

/// From this box on the term is typed and no longer picked.
const TYPED: usize = 2;

/// The terms of the quiz: what a first course teaches, in the order in which it does.
pub const TERMS: &[&str] = &[
    "marketing",
    "exchange",
    "market",
    "need",
    "want",
    "demand",
    "market-offering",
    "marketing-object",
    "benefit",
    "feature",
    "marketing-myopia",
    "brand",
    "brand-experience",
    "customer",
    "customer-value",
    "perceived-value",
    "satisfaction",
    "loyalty",
    "loyalty-value-chain",
    "customer-engagement",
    "consumer-generated-marketing",
    "marketing-process",
    "create-before-capture",
    "cross-cutting-factors",
    "marketing-management",
    "marketing-layers",
    "one-centre-two-points",
    "purpose-of-business",
    "three-way-win",
    "win-cycle",
    "marketing-principles",
    "marketing-plan",
    "customer-centred-marketing",
    "customer-value-system",
    "marketing-system",
    "created-need",
    "job-to-be-done",
    "frame-of-reference",
    "competitor-role",
    "non-profit-marketing",
    "digital-marketing",
    "economic-conditions",
    "global-marketing",
    "sustainable-marketing",
    "data-to-knowledge",
    "segmentation",
    "segment-criteria",
    "customer-sorting",
    "social-tribe",
    "occasion-segmentation",
    "value-segmentation",
    "targeting",
    "customer-differentiation",
    "twenty-eighty-rule",
    "qualified-customer",
    "positioning",
    "differentiation",
    "value-proposition",
    "value-position",
    "marketing-orientation",
    "production-concept",
    "product-concept",
    "selling-concept",
    "marketing-concept",
    "societal-marketing",
    "inside-out",
    "marketing-eras",
    "marketing-mix",
    "four-cs",
    "siva",
    "service-marketing",
    "integrated-communication",
    "marketing-and-sales",
    "customer-relationship-management",
    "relationship-level",
    "relationship-tools",
    "relationship-groups",
    "partner-relationship",
    "moment-of-truth",
    "touchpoint",
    "one-to-one-marketing",
    "value-capture",
    "share-of-customer",
    "customer-lifetime-value",
    "customer-equity",
    "retention",
];

/// A seed for a day: a second round on it asks alike, and another day does not.
pub fn seed_of(day: Date) -> u64 {
    let days = i64::from(day.year()) * 372 + i64::from(day.month()) * 31 + i64::from(day.day());
    u64::try_from(days).unwrap_or_default()
}

/// Where a term lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// The box, from 0.
    pub slot: usize,
    /// The day on which it is due.
    pub due: Date,
}

/// What somebody knows so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deck {
    cards: BTreeMap<String, Card>,
}

impl Deck {
    /// Reads a deck; lines that are no card are left out, because a quiz is no place for errors.
    pub fn read(text: &str) -> Deck {
        let document = Document::parse(text);
        let card = |name: String| {
            let Some(Scalar::List(items)) = document.get(&Path::new([name.as_str()])) else {
                return None;
            };
            let [Scalar::Bare(slot), Scalar::Bare(due)] = items.as_slice() else {
                return None;
            };
            let slot: usize = slot.parse().ok()?;
            let due = due.parse().ok()?;
            let known = (1..=DAYS.len()).contains(&slot) && glossary::term(&name).is_some();
            known.then_some((
                name,
                Card {
                    slot: slot - 1,
                    due,
                },
            ))
        };
        let names = document.keys(&Path::default());
        Deck {
            cards: names.into_iter().filter_map(card).collect(),
        }
    }

    /// The deck as text: a term a line, its box from 1, and the day on which it is due.
    pub fn write(&self) -> String {
        let line = |(name, card): (&String, &Card)| {
            format!("{name} = [{}, {}]\n", card.slot + 1, card.due)
        };
        self.cards.iter().map(line).collect()
    }

    /// The card of a term that has been met.
    pub fn card(&self, term: &str) -> Option<&Card> {
        self.cards.get(term)
    }

    /// How many of the quiz's terms have been met, and how many lie in the last box.
    pub fn count(&self) -> (usize, usize) {
        let cards: Vec<&Card> = TERMS.iter().filter_map(|it| self.card(it)).collect();
        let known = cards.iter().filter(|it| it.slot + 1 == DAYS.len()).count();
        (cards.len(), known)
    }

    /// How many of the quiz's terms lie in each box.
    pub fn boxes(&self) -> [usize; DAYS.len()] {
        let mut boxes = [0; DAYS.len()];
        for card in TERMS.iter().filter_map(|it| self.card(it)) {
            if let Some(count) = boxes.get_mut(card.slot) {
                *count += 1;
            }
        }
        boxes
    }

    /// How many of the quiz's terms are due on a day.
    pub fn due(&self, today: Date) -> usize {
        let cards = TERMS.iter().filter_map(|it| self.card(it));
        cards.filter(|it| it.due <= today).count()
    }

    /// The terms to ask on a day: first those that are due, the shakiest before the others, then
    /// new ones in the order of the course.
    pub fn pick(&self, today: Date, many: usize, seed: u64) -> Vec<&'static Term> {
        let mut due: Vec<(usize, &'static str)> = TERMS
            .iter()
            .filter_map(|name| Some((self.card(name)?, *name)))
            .filter(|(card, _)| card.due <= today)
            .map(|(card, name)| (card.slot, name))
            .collect();
        // Shuffled, so that the answer before never gives away the next.
        Seed::new(seed).shuffle(&mut due);
        due.sort_by_key(|(slot, _)| *slot);
        let fresh = TERMS
            .iter()
            .copied()
            .filter(|name| self.card(name).is_none());
        let names = due.into_iter().map(|(_, name)| name).chain(fresh);
        names.filter_map(glossary::term).take(many).collect()
    }

    /// How a term is asked now.
    pub fn kind(&self, term: &Term) -> Kind {
        match self.card(term.id) {
            Some(card) if card.slot >= TYPED => Kind::Type,
            _ => Kind::Pick,
        }
    }

    /// Moves a card after an answer.
    pub fn answered(&mut self, term: &Term, right: bool, today: Date) {
        let last = DAYS.len() - 1;
        let slot = match (right, self.card(term.id)) {
            (true, Some(card)) => (card.slot + 1).min(last),
            // What was known before the first lesson need not begin at the beginning.
            (true, None) => 1,
            (false, _) => 0,
        };
        let days = DAYS.get(slot).copied().unwrap_or(1);
        let due = today.saturating_add(i64::from(days).days());
        self.cards.insert(term.id.to_owned(), Card { slot, due });
    }

    /// A question about a term.
    pub fn question(&self, term: &'static Term, lang: Lang, seed: u64) -> Question {
        Question::new(term, self.kind(term), lang, seed)
    }
}

#[cfg(test)]
mod tests;
