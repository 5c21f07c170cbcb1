//! R: relationships, and what customers are worth in return.

use super::Rule;

mod clv_below_cac;
mod groups;
mod lifetime;
mod spend_on_strangers;

/// The rules of step 5.
pub const RULES: &[Rule] = &[spend_on_strangers::RULE, clv_below_cac::RULE];
