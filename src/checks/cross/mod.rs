//! X: across the steps.

use super::Rule;

mod broken_chain;

/// The rules across steps.
pub const RULES: &[Rule] = &[broken_chain::RULE];
