//! The glossary: every term of the field, in both languages.

use super::Text;

/// A term of marketing, with its one fixed name in each language.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The slug by which fields and `explain` name it: `need`.
    pub id: &'static str,
    /// The term: "need", 需要.
    pub name: Text,
    /// Other names for it, divided by `; `; may be empty.
    pub also: Text,
    /// What it means, in one to three sentences.
    pub meaning: Text,
    /// Whose idea it is, where that can be said.
    pub source: Text,
    /// Where it is used in a plan: paths of sections or fields.
    pub used: &'static [&'static str],
}

/// All terms, sorted by id.
pub const TERMS: &[Term] = &[];

/// The term with this id.
pub fn term(id: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.id == id)
}
