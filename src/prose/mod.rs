//! Reading text: names, and the words that give a way of thinking away.

mod ages;
mod family;
mod likeness;
mod names;
mod object;
pub mod people;
pub mod reader;

pub use ages::{AgeBand, age_band};
pub use family::Family;
pub use likeness::{Alike, likeness};
pub use names::{Mention, NameKind, Names, unwrapped};
pub use object::{Asked, asked_for};

pub use crate::words::lexicon::{Hit, Lexicon};
