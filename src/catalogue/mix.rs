//! stub
use super::field::Section;
/// The sections of this step.
pub const SECTIONS: &[Section] = &[];
