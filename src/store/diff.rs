//! Two texts, line by line, for an author who must choose between them.

use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices_deadline, group_diff_ops};

/// What a line of a difference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffKind {
    /// In both texts: shown for orientation.
    Same,
    /// Only in the first text.
    Removed,
    /// Only in the second text.
    Added,
    /// Lines that are the same in both and left out; its text is empty.
    Gap,
}

/// A line of a difference, without its line end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// Whose line it is.
    pub kind: DiffKind,
    /// The text of the line.
    pub text: String,
    /// Its number in the text that it comes from, counted from 1 (the first text for
    /// `Same`); for a gap the number of lines left out.
    pub number: usize,
}

/// How long a search for the smallest difference may take before a larger one will do.
const PATIENCE: Duration = Duration::from_millis(300);

/// What to remove from `old` and to add to `new`, with `context` same lines around each change.
///
/// Line ends, a BOM and a missing line end at the end count for nothing, because
/// they cannot be seen: two texts that differ in nothing else have an empty difference.
pub fn diff(old: &str, new: &str, context: usize) -> Vec<DiffLine> {
    let (old, new) = (lines(old), lines(new));
    let deadline = Some(Instant::now() + PATIENCE);
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, deadline);
    let mut out = Vec::new();
    let mut shown = 0;
    for op in group_diff_ops(ops, context).into_iter().flatten() {
        gap(&mut out, op.old_range().start.saturating_sub(shown));
        shown = op.old_range().end;
        push(&mut out, &op, &old, &new);
    }
    if !out.is_empty() {
        gap(&mut out, old.len().saturating_sub(shown));
    }
    out
}

/// How many lines a difference removes and adds.
pub fn count(lines: &[DiffLine]) -> (usize, usize) {
    let of = |kind| lines.iter().filter(|line| line.kind == kind).count();
    (of(DiffKind::Removed), of(DiffKind::Added))
}

fn lines(text: &str) -> Vec<&str> {
    text.strip_prefix('\u{feff}')
        .unwrap_or(text)
        .lines()
        .collect()
}

fn gap(out: &mut Vec<DiffLine>, left_out: usize) {
    if left_out > 0 {
        out.push(DiffLine {
            kind: DiffKind::Gap,
            text: String::new(),
            number: left_out,
        });
    }
}

fn push(out: &mut Vec<DiffLine>, op: &DiffOp, old: &[&str], new: &[&str]) {
    let mut add = |kind, lines: &[&str], first: usize| {
        out.extend(
            lines
                .iter()
                .zip(first + 1..)
                .map(|(text, number)| DiffLine {
                    kind,
                    text: (*text).to_owned(),
                    number,
                }),
        );
    };
    let (before, after) = (op.old_range(), op.new_range());
    if op.tag() == DiffTag::Equal {
        return add(DiffKind::Same, &old[before.clone()], before.start);
    }
    add(DiffKind::Removed, &old[before.clone()], before.start);
    add(DiffKind::Added, &new[after.clone()], after.start);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(old: &str, new: &str, context: usize) -> String {
        diff(old, new, context)
            .iter()
            .map(|line| match line.kind {
                DiffKind::Same => format!(" {} {}\n", line.number, line.text),
                DiffKind::Removed => format!("-{} {}\n", line.number, line.text),
                DiffKind::Added => format!("+{} {}\n", line.number, line.text),
                DiffKind::Gap => format!("~{}\n", line.number),
            })
            .collect()
    }

    #[test]
    fn a_change_is_shown_in_its_surroundings() {
        let old = "a\nb\nc\nneed = \"speed\"\ne\nf\ng\n";
        let new = "a\nb\nc\nneed = \"calm\"\ne\nf\ng\nh\n";
        assert_eq!(
            drawn(old, new, 1),
            "~2\n 3 c\n-4 need = \"speed\"\n+4 need = \"calm\"\n 5 e\n~1\n 7 g\n+8 h\n"
        );
        assert_eq!(count(&diff(old, new, 0)), (1, 2));
        let old = "甲\n乙\n需要 = \"快\"\n丁\n戊\n";
        let new = "甲\n乙\n需要 = \"安心\"\n丁\n戊\n";
        assert_eq!(
            drawn(old, new, 1),
            "~1\n 2 乙\n-3 需要 = \"快\"\n+3 需要 = \"安心\"\n 4 丁\n~1\n"
        );
    }

    #[test]
    fn what_cannot_be_seen_is_not_shown() {
        assert_eq!(drawn("a\n计划\n", "\u{feff}a\r\n计划", 3), "");
        assert_eq!(drawn("", "", 3), "");
        assert_eq!(drawn("", "新\n", 3), "+1 新\n");
    }
}
