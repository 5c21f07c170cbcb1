//! farsight.
#![allow(missing_docs)]
pub mod catalogue;
pub mod plan;
pub mod words;
