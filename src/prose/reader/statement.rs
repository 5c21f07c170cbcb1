//! A statement of a plan: its text, where it stands, and what the plan sells.

/// Where a statement stands in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the firm is there for.
    Mission,
    /// A market, a segment or a target group.
    Market,
    /// A need, a problem or a demand.
    Need,
    /// What people ask for.
    Want,
    /// What an offering does for people.
    Benefit,
    /// Why people should choose it.
    Proposition,
    /// What they are told.
    Message,
    /// What is to be reached.
    Objective,
}

use Field::{Benefit, Market, Message, Mission, Need, Objective, Proposition, Want};

/// Names of fields: the first of each is its own, the others come from the catalogue or from use.
const NAMES: &[(&str, Field)] = &[
    ("mission", Mission),
    ("market", Market),
    ("need", Need),
    ("want", Want),
    ("benefit", Benefit),
    ("proposition", Proposition),
    ("message", Message),
    ("objective", Objective),
    ("vision", Mission),
    ("purpose", Mission),
    ("segment", Market),
    ("target", Market),
    ("demand", Need),
    ("problem", Need),
    ("job", Need),
    ("gain", Benefit),
    ("outcome", Benefit),
    ("promise", Proposition),
    ("value", Proposition),
    ("position", Proposition),
    ("positioning", Proposition),
    ("offering", Proposition),
    ("slogan", Message),
    ("goal", Objective),
    ("kpi", Objective),
    ("使命", Mission),
    ("市场", Market),
    ("细分", Market),
    ("需要", Need),
    ("需求", Need),
    ("欲望", Want),
    ("利益", Benefit),
    ("价值主张", Proposition),
    ("信息", Message),
    ("目标", Objective),
];

impl Field {
    /// All fields.
    pub const ALL: [Field; 8] = [
        Mission,
        Market,
        Need,
        Want,
        Benefit,
        Proposition,
        Message,
        Objective,
    ];

    /// Its name on the command line and in the model.
    pub fn key(self) -> &'static str {
        let row = NAMES.iter().find(|(_, field)| *field == self);
        row.map_or("", |(name, _)| name)
    }

    /// The field of a name, of a path of the catalogue, or of a word near either.
    ///
    /// The last part of a path that says anything decides, so `needs.customer_needs.need` is a
    /// need and `value.propositions.statement` a proposition.
    pub fn named(name: &str) -> Option<Field> {
        name.rsplit('.').find_map(|part| {
            let part = part.trim().to_lowercase();
            part.rsplit('_').find_map(|word| {
                let one = word.strip_suffix('s').unwrap_or(word);
                let row = NAMES.iter().find(|(name, _)| *name == word || *name == one);
                row.map(|(_, field)| *field)
            })
        })
    }
}

/// One statement, with what the plan says of the offering.
#[derive(Debug, Clone, Copy, Default)]
pub struct Statement<'a> {
    /// What is said.
    pub text: &'a str,
    /// Where it stands, if that is known.
    pub field: Option<Field>,
    /// What the plan sells; may be empty.
    pub offering: &'a str,
    /// The category that the offering belongs to; may be empty.
    pub category: &'a str,
    /// The brands of the plan and of its rivals.
    pub brands: &'a [&'a str],
}
