//! farsight.
#![allow(missing_docs)]
pub mod catalogue;
pub mod checks;
pub mod cli;
pub mod config;
pub mod plan;
pub mod prose;
pub mod store;
pub mod tui;
pub mod words;
