//! Languages and wording: the two languages, numbers and dates as people write them, lists of
//! phrases, what stands where nothing is written yet, the four relationship groups, and the glossary.

pub mod date;
pub mod glossary;
pub mod lang;
pub mod lexicon;
pub mod number;
pub mod placeholder;
pub mod relationship;
mod visible;
mod wrap;

pub use lang::{Lang, Text};
pub use relationship::Relationship;
pub use visible::visible;
pub use wrap::{line_breaks, wrap};
