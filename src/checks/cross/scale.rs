//! Whether a number is written as a share of one, or as percent.

use crate::checks::filled;
use crate::plan::{Sp, Str};

/// The scale that a unit names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Of a hundred: 45 is nearly half.
    Percent,
    /// Of one: 0.45 is nearly half.
    Share,
}

/// The scale of a unit, if it is one of shares at all.
pub(super) fn unit(text: Option<&Sp<Str<'_>>>) -> Option<Unit> {
    let text = filled(text)?.trim();
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&["%", "％", "percent", "per cent", "pct", "百分比", "百分数"]) {
        Some(Unit::Percent)
    } else if is(&[
        "share", "fraction", "ratio", "rate", "比例", "占比", "份额", "率",
    ]) {
        Some(Unit::Share)
    } else {
        None
    }
}
