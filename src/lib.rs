//! farsight.
#![allow(missing_docs)]
pub mod catalogue;
pub mod store;
pub mod words;
