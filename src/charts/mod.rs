//! Charts of a plan, as data and as text: where the numbers stand to each other.
//!
//! | file | what it holds |
//! |---|---|
//! | [`chart`] | what a chart is: data, and a note in words for every mark |
//! | [`ground`] | what charts are made from, and the words that they share |
//! | [`kinds`] | the charts, one file each |
//! | [`draw`](mod@draw) | a chart as lines of cells; a page with its words |
//! | [`picture`] | cells, spans with roles, where the marks are |
//! | [`scale`] | from numbers to cells |
//!
//! A point is drawn as its mark and told in its note, so that a chart reads in forty columns, in
//! Chinese and without colour. A chart that lacks its numbers says which fields it needs.

pub mod chart;
pub mod draw;
pub mod ground;
pub mod kinds;
pub mod picture;
pub mod scale;

pub use chart::{Body, Chart, Missing, Note};
pub use draw::{draw, page};
pub use ground::Ground;
pub use kinds::{CHARTS, Kind, charts};
pub use picture::{Area, Picture, Role, Span};
