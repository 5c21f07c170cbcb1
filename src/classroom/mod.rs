//! The classroom: what a teacher sets, and how it is judged.
//!
//! A rubric says what a plan is worth; an exercise is a task with a plan to begin from; marks are
//! what a teacher decides. All are TOML files that a teacher can write, so reading them never fails
//! silently: every mistake has a place and a sentence. Nothing here looks at the disk or at a
//! clock; texts and days are handed in.

pub mod both;
pub mod cells;
pub mod embedded;
pub mod exercise;
pub mod grade;
pub mod gradebook;
mod locks;
pub mod marking;
pub mod marks;
pub mod peers;
pub mod quiz;
pub mod rubric;
mod seed;
pub mod sheet;
pub mod similarity;
pub mod student;

pub use both::Both;
pub use embedded::{exercise, exercises, of_plan};
pub use exercise::{Exercise, Hint, Wrong};
pub use locks::named;
pub use marking::Marking;
pub use marks::{Marked, Marks};
pub use rubric::{Band, Ceilings, Criterion, Level, Rubric};
pub use sheet::Fault;
