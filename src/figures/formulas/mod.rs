//! The formulas, one family a file beside its page.

pub mod break_even;
pub mod lifetime_value;

use super::formula::Formula;

/// Every formula, in the order of its topic and then of a list.
pub const FORMULAS: &[&Formula] = &[&break_even::BREAK_EVEN, &lifetime_value::LIFETIME_VALUE];

/// The formula of this name, its own or another under which people look for it.
pub fn formula(name: &str) -> Option<&'static Formula> {
    FORMULAS
        .iter()
        .copied()
        .find(|formula| formula.answers_to(name))
}
