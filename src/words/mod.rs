//! Languages and wording: the two languages, numbers and dates as people write them, and the glossary.

pub mod date;
pub mod glossary;
pub mod lang;
pub mod number;
mod wrap;

pub use lang::{Lang, Text};
pub use wrap::{line_breaks, wrap};
