//! Grading: what is proposed for a plan, and what a class and a student are told.
//!
//! Nothing here is a grade. The rules propose a level for each criterion and say why; a person
//! marks ([`super::marks`]).

pub mod propose;

pub use propose::{Cap, Proposal, Verdict, finding_key, propose, proposed};
