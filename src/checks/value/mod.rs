//! Rules of this step.

use super::Rule;

mod generic_superlative_proposition;
mod no_frame_of_reference;

/// The rules.
pub const RULES: &[Rule] = &[
    generic_superlative_proposition::RULE,
    no_frame_of_reference::RULE,
];
