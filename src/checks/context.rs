//! What a rule looks at, and the questions many rules ask.

mod links;
#[cfg(test)]
pub(super) mod testing;
mod texts;

pub(super) use links::{called, half_unit, id, mentions};

use crate::catalogue::choices::Decision;
use crate::plan::records::{Benefit, CustomerNeed, Proposition, Segment};
use crate::plan::{Plan, Problem, Sp, Str};
use crate::prose::is_placeholder;

/// A plan to be checked.
#[derive(Debug)]
pub struct Context<'c, 'p> {
    /// The text of the file.
    pub text: &'c str,
    /// The plan read from it.
    pub plan: &'c Plan<'p>,
    /// What could not be read.
    pub problems: &'c [Problem],
}

/// A text that says something: not missing, not blank, not a placeholder.
pub fn filled<'t>(text: Option<&'t Sp<Str<'_>>>) -> Option<&'t str> {
    let text = text?.value.as_ref();
    (!text.trim().is_empty() && !is_placeholder(text)).then_some(text)
}

impl<'c, 'p> Context<'c, 'p> {
    /// The context of a reading.
    pub fn new(text: &'c str, plan: &'c Plan<'p>, problems: &'c [Problem]) -> Self {
        Context {
            text,
            plan,
            problems,
        }
    }

    /// The segments chosen as targets.
    pub fn targets(&self) -> impl Iterator<Item = &'c Segment<'p>> + use<'c, 'p> {
        self.plan.segments.iter().filter(|segment| {
            segment
                .decision
                .as_ref()
                .is_some_and(|it| it.value == Decision::Target)
        })
    }

    /// The row of a list with an id.
    pub fn need(&self, id: &str) -> Option<&'c CustomerNeed<'p>> {
        self.plan
            .customer_needs
            .iter()
            .find(|row| is(row.id.as_ref(), id))
    }

    /// The propositions made to a segment.
    pub fn propositions<'i>(
        &self,
        segment: &'i str,
    ) -> impl Iterator<Item = &'c Proposition<'p>> + use<'c, 'p, 'i> {
        self.plan
            .propositions
            .iter()
            .filter(move |row| is(row.segment.as_ref(), segment))
    }

    /// The benefits of a proposition.
    pub fn benefits<'i>(
        &self,
        proposition: &'i str,
    ) -> impl Iterator<Item = &'c Benefit<'p>> + use<'c, 'p, 'i> {
        self.plan
            .benefits
            .iter()
            .filter(move |row| is(row.proposition.as_ref(), proposition))
    }
}

/// Whether a reference or id is this id.
pub fn is(reference: Option<&Sp<Str<'_>>>, id: &str) -> bool {
    reference.is_some_and(|it| it.value == id)
}

/// Whether a list of references has this id.
pub fn has(references: &[Sp<Str<'_>>], id: &str) -> bool {
    references.iter().any(|it| it.value == id)
}
