//! Languages and wording: the two languages, numbers as people write them, and the glossary.

pub mod glossary;
pub mod lang;
pub mod number;

pub use lang::{Lang, Text};
