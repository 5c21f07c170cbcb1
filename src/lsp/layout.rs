//! The canonical layout, as edits of the lines that differ from it.

use gen_lsp_types::TextEdit;
use similar::{DiffTag, TextDiff};

use super::page::Page;
use crate::plan;

/// What to change for the canonical layout, as `farsight fmt` lays a plan out.
///
/// Only the lines that differ are touched, so that the cursor stays where it was. A plan that
/// cannot be laid out is left alone: what is wrong with it is among its findings, and an editor
/// that lays out at every save should not complain a second time.
pub(super) fn edits(page: &Page) -> Option<Vec<TextEdit>> {
    let old = page.text();
    if plan::read(old).is_newer() {
        return None;
    }
    let new = plan::layout(old).ok()?;
    let diff = TextDiff::from_lines(old, new.as_str());
    let starts = |text: &str| -> Vec<usize> {
        let mut starts = vec![0];
        for line in text.split_inclusive('\n') {
            starts.push(starts.last().copied().unwrap_or_default() + line.len());
        }
        starts
    };
    let (before, after) = (starts(old), starts(&new));
    let bytes = |starts: &[usize], lines: std::ops::Range<usize>| {
        let at = |nth: usize| starts.get(nth).or(starts.last()).copied();
        at(lines.start).unwrap_or_default()..at(lines.end).unwrap_or_default()
    };
    let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    let edits = changed.map(|op| {
        let text = new.get(bytes(&after, op.new_range())).unwrap_or_default();
        let range = page.lines.range(bytes(&before, op.old_range()));
        TextEdit::new(range, text.to_owned())
    });
    Some(edits.collect())
}
