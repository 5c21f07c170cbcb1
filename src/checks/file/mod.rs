//! F: the file itself.

use super::Rule;

mod syntax_error;

/// The rules about the file.
pub const RULES: &[Rule] = &[syntax_error::RULE];
