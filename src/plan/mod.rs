//! The plan file: its lossless text, its typed reading, and the edits between two texts.
//!
//! The text is the single truth. [`Document`] knows where everything stands in it, [`read()`] turns
//! it into a typed [`Plan`] and a list of problems, and an [`Edit`] is a set of splices of the
//! text that knows its own inverse. Nothing here touches the disk.

pub mod content;
pub mod document;
pub mod edit;
mod encode;
pub mod entry;
pub mod history;
mod ids;
mod insert;
mod layout;
mod list;
pub mod markers;
pub mod outline;
mod patch;
pub mod path;
pub mod place;
pub mod problem;
pub mod read;
mod record;
pub mod records;
mod rename;
pub mod rows;
pub mod sample;
pub mod spot;
pub mod starter;
mod statement;
mod tree;

pub use content::Content;
pub use document::{Document, EditError, Row, Scalar};
pub use edit::{Edit, Splice};
pub use encode::Literal;
pub use entry::{Expected, entry_at, place_of, syntax_error, to_entry, to_literal};
pub use history::History;
pub use layout::{Unlaid, layout};
pub use path::Path;
pub use place::{Lines, Place};
pub use problem::{Problem, ProblemKind};
pub use read::{Plan, Reading, read};
pub(crate) use record::row_name;
pub use record::{Record, Sp, Span, Str};
pub use sample::{SAMPLES, Sample, sample};
pub use spot::{Headed, Part, Spot};
pub use starter::starter;
