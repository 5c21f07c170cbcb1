//! Plans beside each other: what a change is, how two become one.
//!
//! Texts come in and data goes out; where the texts come from is not known here.

pub mod merge;

pub use merge::{Merged, Options, merge};
