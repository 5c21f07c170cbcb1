//! A round of peer review: plans without their authors, forms of the rubric, and what comes back.
//!
//! | file | what it does |
//! |---|---|
//! | [`assign`](mod@assign) | who reviews whom |
//! | [`anonymous`](mod@anonymous) | a plan without its author |
//! | [`round`] | the key, which only the teacher has: codes and names |
//! | [`form`] | what a reviewer fills in |
//! | [`collect`](mod@collect) | what came back, for each author and of each reviewer |
//!
//! Reviewers see codes; authors see reviews without names. Levels are students' opinions and enter
//! no grade by themselves.

pub mod anonymous;
pub mod assign;
pub mod collect;
pub mod form;
pub mod round;

pub use anonymous::anonymous;
pub use assign::assign;
pub use collect::{Collected, Of, State, collect};
pub use form::{Review, blank};
pub use round::{Author, Round};

#[cfg(test)]
mod tests;
