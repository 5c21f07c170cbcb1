//! What a rule looks at, and the questions many rules ask.

mod index;
mod links;
#[cfg(test)]
pub(super) mod testing;
mod texts;

use std::cell::OnceCell;

pub(super) use links::{called, half_unit, id, mentions};

use super::answers::Standing;
use super::settings::Settings;
use crate::catalogue::choices::{Decision, Side};
use crate::plan::records::Segment;
use crate::plan::{Plan, Problem, Sp, Str};
use crate::prose::{NameKind, Names};

/// A plan to be checked.
#[derive(Debug)]
pub struct Context<'c, 'p> {
    /// The text of the file.
    pub text: &'c str,
    /// The plan read from it.
    pub plan: &'c Plan<'p>,
    /// What could not be read.
    pub problems: &'c [Problem],
    /// The day, the thresholds, the words of the project.
    pub settings: &'c Settings,
    /// How the author's answers stand; known when the rules that can be answered have run.
    pub(super) standings: Vec<Standing>,
    names: OnceCell<Names>,
    texts: OnceCell<Vec<texts::Written<'c>>>,
    index: index::Index<'c, 'p>,
}

/// A text that says something: not missing, not blank, not a placeholder.
pub fn filled<'t>(text: Option<&'t Sp<Str<'_>>>) -> Option<&'t str> {
    text.filter(|it| it.says).map(|it| it.value.as_ref())
}

impl<'c, 'p> Context<'c, 'p> {
    /// The context of a reading.
    pub fn new(
        text: &'c str,
        plan: &'c Plan<'p>,
        problems: &'c [Problem],
        settings: &'c Settings,
    ) -> Self {
        Context {
            text,
            plan,
            problems,
            settings,
            standings: Vec::new(),
            names: OnceCell::new(),
            texts: OnceCell::new(),
            index: index::Index::default(),
        }
    }

    /// What the plan calls its brands, products, organisation, offering and category.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let frame = &self.plan.frame;
            let lines = [
                (NameKind::Organisation, frame.organisation.as_ref()),
                (NameKind::Offering, frame.offering.as_ref()),
                (NameKind::Category, frame.category.as_ref()),
            ];
            let brands = frame.brands.iter().map(|it| (NameKind::Brand, Some(it)));
            let products = self.plan.products.iter();
            let products = products.map(|it| (NameKind::Product, it.name.as_ref()));
            let all = lines.into_iter().chain(brands).chain(products);
            let all = all.filter_map(|(kind, text)| Some((kind, filled(text)?)));
            let ours = self.settings.words.category.iter();
            Names::new(all.chain(ours.map(|word| (NameKind::Category, word.as_str()))))
        })
    }

    /// The segments chosen as targets, less those who only influence others: they are reached, but
    /// nothing is offered to them.
    pub fn targets(&self) -> impl Iterator<Item = &'c Segment<'p>> + use<'c, 'p> {
        self.plan.segments.iter().filter(|row| is_target(row))
    }
}

/// Whether a segment is a target to which something is offered.
pub fn is_target(segment: &Segment<'_>) -> bool {
    let decision = segment.decision.as_ref();
    let side = segment.side.as_ref();
    decision.is_some_and(|it| it.value == Decision::Target)
        && side.is_none_or(|it| it.value != Side::Influencers)
}

/// What a row is called in a sentence: its text without the full stop, or its id.
pub fn named<'t>(text: Option<&'t Sp<Str<'_>>>, id: Option<&'t Sp<Str<'_>>>) -> &'t str {
    let id = || id.map(|id| id.value.as_ref());
    let name = filled(text).or_else(id).unwrap_or_default();
    name.trim().trim_end_matches(['.', '。'])
}

/// Names in a row, with the comma of their own language.
pub fn listed(names: &[&str]) -> String {
    let chinese = names
        .iter()
        .any(|name| name.contains(|it| it >= '\u{3400}'));
    names.join(if chinese { "、" } else { ", " })
}

/// Whether a reference or id is this id.
pub fn is(reference: Option<&Sp<Str<'_>>>, id: &str) -> bool {
    reference.is_some_and(|it| it.value == id)
}

/// Whether a list of references has this id.
pub fn has(references: &[Sp<Str<'_>>], id: &str) -> bool {
    references.iter().any(|it| it.value == id)
}
