//! Every computed number: formulas that explain themselves, and what they say of a plan.
//!
//! | file | what it holds |
//! |---|---|
//! | [`amount`] | exact arithmetic that carries the reason why there is no result |
//! | [`fault`] | these reasons, in words |
//! | [`formula`](mod@formula) | what a formula is, and its outputs |
//! | [`input`] | what goes in: units, ranges, needs |
//! | [`read`] | from what people type to an input |
//! | [`given`], [`results`] | one computation |
//! | [`formulas`] | the formulas, one family a file beside its page |
//! | [`figure`] | a formula with the plan's own numbers, each with its place |
//! | [`steps`] | the figures of a plan, one file a step |
//! | [`what_if`](mod@what_if) | the same figures over a changed text, and what moves them most |
//! | [`shift`] | two plans' figures beside each other: what moved, and how far |
//! | [`customers`] | which relationship group customers belong to, for rules and figures alike |
//! | [`lifetime`] | what a customer is worth, for rules and formulas alike |
//!
//! Money is exact; rates are fractions; a negative result is a result. What a figure assumes is
//! said beside it and never guessed.

pub mod amount;
pub mod customers;
pub mod fault;
pub mod figure;
pub mod formula;
pub mod formulas;
pub mod given;
pub mod input;
pub mod lifetime;
pub mod read;
pub mod results;
pub mod shift;
pub mod steps;
pub mod what_if;

pub use amount::Amount;
pub use fault::Fault;
pub use figure::{Figure, Lack, Source, Subject, Term};
pub use formula::{Formula, Output, Topic};
pub use formulas::{FORMULAS, formula};
pub use given::{Given, Value};
pub use input::{Input, Need, Range, Shape, Unit};
pub use results::{Outcome, Results};
pub use shift::{Shift, shifts};
pub use steps::{Case, figures, is_carried, scenarios};
pub use what_if::{Mover, Unmade, WhatIf, movers, what_if};
