//! stub
use super::field::Section;
/// The sections of the frame.
pub const SECTIONS: &[Section] = &[];
/// The section of answers to findings.
pub const ANSWERS: &[Section] = &[];
