//! Reading text: placeholders, names, and the words that give a way of thinking away.

mod placeholder;

pub use placeholder::{is_placeholder, is_unfinished};
