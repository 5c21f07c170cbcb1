//! Reading text: placeholders, names, and the words that give a way of thinking away.

mod lexicon;
mod names;
pub mod people;
mod placeholder;

pub use lexicon::{Hit, Lexicon};
pub use names::{Mention, NameKind, Names, unwrapped};
pub use placeholder::is_placeholder;
