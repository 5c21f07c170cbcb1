//! A plan as a document for people who read and do not clone: one intermediate, one file per format.
//!
//! | file | what it holds |
//! |---|---|
//! | [`document`] | what a report is before it has a format: sections, blocks, spans |
//! | [`clean`](mod@clean) | texts that cannot move, hide or turn the text beside them |
//!
//! Whoever builds a [`Document`] chooses what is said; whoever writes one chooses how it looks. The
//! two meet nowhere else, so that every format says the same.

pub mod clean;
pub mod document;

pub use clean::clean;
pub use document::{
    Align, Answer, Block, Callout, Cell, Column, Document, Exact, Fact, Kind, Section, Shape, Span,
    Spans, Style, Table, Voice, text,
};
