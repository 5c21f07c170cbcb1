//! Rules of this step.

use super::Rule;

/// The rules.
pub const RULES: &[Rule] = &[];
