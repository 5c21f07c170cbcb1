//! Plans beside each other: what changed, told in rows and decisions instead of lines; and how two
//! changes become one.
//!
//! Everything here is pure: texts go in, data comes out.
//!
//! | file | what it holds |
//! |---|---|
//! | [`outline`] | what a plan says, section by section and row by row |
//! | [`value`] | a value as far as its content goes |
//! | [`rows`] | which row of one plan is which row of another |
//! | [`change`] | one change |
//! | [`diff`](mod@diff) | every change between two plans |
//! | [`effects`] | what the changes do to figures and findings |
//! | [`say`](mod@say) | a change in marketing words |
//! | [`shown`] | values and rows as those words name them |
//! | [`marks`] | which rows a person has looked at, and which have changed since |
//! | [`summary`] | what is told of a comparison, wherever it is told |
//! | [`markdown`] | a comparison for a pull request |
//! | [`back`] | one change taken back |
//! | [`merge`](mod@merge) | two changes of one plan become one plan |
//! | [`pieces`](mod@pieces) | the words in which two texts differ |

pub mod back;
pub mod change;
pub mod diff;
pub mod effects;
pub mod markdown;
pub mod marks;
pub mod merge;
pub mod outline;
pub mod pieces;
pub mod rows;
pub mod say;
pub mod shown;
pub mod summary;
pub mod value;

pub use back::{Stuck, take_back};
pub use change::{Change, ChangeKind, Named};
pub use diff::{Diff, Rename, diff, diff_outlines};
pub use effects::{Fate, Noted, Review, Version, compare, moved, review};
pub use merge::{Merged, Options, merge};
pub use outline::{Outline, Row};
pub use pieces::{Mark, Piece, pieces};
pub use rows::{Pairing, pair};
pub use say::{fields, say, weight};
pub use summary::{Summary, marked};
pub use value::Value;
