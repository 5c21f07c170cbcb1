//! The links between rows of different steps, and the small questions about them.

use rust_decimal::Decimal;

use super::{Context, filled};
use crate::plan::records::{Benefit, Product, Proposition, Segment};
use crate::plan::{Record, Sp, Str};

/// An id that something can point to.
pub fn id<'t>(id: Option<&'t Sp<Str<'_>>>) -> Option<&'t str> {
    id.map(|id| id.value.as_ref()).filter(|id| !id.is_empty())
}

/// What people call a row: its name, or else its id or position.
pub fn called(name: Option<&Sp<Str<'_>>>, record: &impl Record) -> String {
    filled(name).map_or_else(
        || record.name().unwrap_or_default().into_owned(),
        ToOwned::to_owned,
    )
}

/// Whether a text has any of these words, written in lower case.
pub fn mentions(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

/// Half a unit of the last digit that is printed: what rounding can have hidden.
pub fn half_unit(value: Decimal) -> Decimal {
    Decimal::new(5, (value.scale() + 1).min(Decimal::MAX_SCALE))
}

impl<'c, 'p> Context<'c, 'p> {
    /// Whether a field says something, or its author marked it as looked for and not known.
    pub fn settled(&self, record: &impl Record, key: &str, says: bool) -> bool {
        says || self.is_unknown(record, key)
    }

    /// Whether the author marked a field of a row or table as looked for and not known.
    ///
    /// Most plans mark nothing: then no path is put together only to be compared with nothing.
    pub fn is_unknown(&self, record: &impl Record, key: &str) -> bool {
        !self.plan.frame.unknown.is_empty() && self.plan.is_unknown(&record.path(key))
    }

    /// Whether a row names a segment; an author who does not know which is not asked again.
    pub fn serves(
        &self,
        record: &impl Record,
        key: &str,
        named: &[Sp<Str<'_>>],
        segment: &Segment<'_>,
    ) -> bool {
        let here = id(segment.id.as_ref()).is_some_and(|id| super::has(named, id));
        self.settled(record, key, here)
    }

    /// Whether the plan has none of the links that only the full forms ask for.
    ///
    /// A short plan tells one story: what names no segment or proposition is meant for all of
    /// them. One such link anywhere shows that the author uses them, and then a missing one is
    /// a gap.
    pub fn is_short(&self) -> bool {
        let plan = self.plan;
        plan.benefits
            .iter()
            .all(|row| row.proposition.is_none() && row.proof.is_none() && row.evidence.is_empty())
            && plan.products.iter().all(|row| row.segments.is_empty())
            && plan.groups.iter().all(|row| row.segment.is_none())
    }

    /// The products made for a segment.
    pub fn products(&self, segment: &Segment<'_>) -> Vec<&'c Product<'p>> {
        let short = self.is_short();
        self.plan
            .products
            .iter()
            .filter(|row| short || self.serves(*row, "segments", &row.segments, segment))
            .collect()
    }

    /// Whether the plan makes propositions to others and none to this segment: the gap is told
    /// there, and what is missing for the segment later is a part of it.
    pub fn is_passed_over(&self, segment: &Segment<'_>) -> bool {
        let rows = &self.plan.propositions;
        let silent = |row: &Proposition<'_>| filled(row.segment.as_ref()).is_none();
        !rows.is_empty()
            && !rows.iter().any(|row| {
                silent(row) || self.serves(row, "segment", row.segment.as_slice(), segment)
            })
    }

    /// Whether a benefit has a proof, or evidence that exists.
    pub fn is_proved(&self, benefit: &Benefit<'_>) -> bool {
        let mut named = benefit.evidence.iter();
        let evidence = named.any(|it| self.evidence(&it.value).is_some());
        self.settled(
            benefit,
            "proof",
            evidence || filled(benefit.proof.as_ref()).is_some(),
        )
    }

    /// Whether anything of step 3 is written, or of a later step.
    pub fn has_value(&self) -> bool {
        let plan = self.plan;
        !(plan.propositions.is_empty() && plan.benefits.is_empty()) || self.has_mix()
    }

    /// Whether any part of the offer is written in step 4, or anything of step 5.
    pub fn has_mix(&self) -> bool {
        let plan = self.plan;
        !(plan.products.is_empty() && plan.channels.is_empty() && plan.messages.is_empty())
            || self.has_relationships()
    }

    /// Whether relationships or value capture are begun.
    pub fn has_relationships(&self) -> bool {
        !(self.plan.programmes.is_empty() && self.plan.groups.is_empty())
    }
}
