//! farsight.
#![allow(missing_docs)]
pub mod catalogue;
pub mod tui;
pub mod words;
