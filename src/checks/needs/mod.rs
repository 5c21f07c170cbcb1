//! Rules of this step.

use super::Rule;

mod need_phrased_as_our_product;

/// The rules.
pub const RULES: &[Rule] = &[need_phrased_as_our_product::RULE];
