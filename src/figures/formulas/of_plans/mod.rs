//! Formulas that the figures of a plan are made of: sums over its rows, and comparisons of two of
//! its numbers. They have their pages and can be asked for like all others.

pub mod budget;
pub mod control;
pub mod customers;
pub mod equity;
pub mod market;
pub mod prices;
pub mod value;
