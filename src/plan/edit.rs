//! An edit is a set of splices of the text; applying it gives its inverse.

use std::ops::Range;

/// Replaces a byte range of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// The bytes to replace, in the text before the edit.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub new: String,
}

/// Splices in ascending order that do not overlap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edit {
    splices: Vec<Splice>,
}

impl Edit {
    /// An edit of several places; sorts them. Places must not overlap.
    pub fn new(mut splices: Vec<Splice>) -> Edit {
        splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
        debug_assert!(
            splices
                .windows(2)
                .all(|pair| pair[0].range.end <= pair[1].range.start),
            "splices overlap: {splices:?}"
        );
        Edit { splices }
    }

    /// An edit of one place.
    pub fn splice(range: Range<usize>, new: impl Into<String>) -> Edit {
        Edit {
            splices: vec![Splice {
                range,
                new: new.into(),
            }],
        }
    }

    /// The smallest single splice that turns `before` into `after`.
    pub fn between(before: &str, after: &str) -> Edit {
        if before == after {
            return Edit::default();
        }
        let mut start = before
            .bytes()
            .zip(after.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        while !before.is_char_boundary(start) || !after.is_char_boundary(start) {
            start -= 1;
        }
        let longest = before.len().min(after.len()) - start;
        let mut end = before
            .bytes()
            .rev()
            .zip(after.bytes().rev())
            .take(longest)
            .take_while(|(a, b)| a == b)
            .count();
        while !before.is_char_boundary(before.len() - end)
            || !after.is_char_boundary(after.len() - end)
        {
            end -= 1;
        }
        Edit::splice(start..before.len() - end, &after[start..after.len() - end])
    }

    /// The splices.
    pub fn splices(&self) -> &[Splice] {
        &self.splices
    }

    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.splices.is_empty()
    }

    /// Applies the edit to a text and returns the edit that takes it back.
    ///
    /// # Panics
    /// When a range lies outside the text or splits a character: an edit belongs to the text it
    /// was made from.
    #[allow(
        clippy::return_self_not_must_use,
        reason = "the inverse is there for whoever keeps a history"
    )]
    pub fn apply(&self, text: &mut String) -> Edit {
        let mut inverse = Vec::with_capacity(self.splices.len());
        let mut shift = 0;
        for splice in &self.splices {
            let start = splice.range.start.saturating_add_signed(shift);
            inverse.push(Splice {
                range: start..start + splice.new.len(),
                new: text[start..start + splice.range.len()].to_owned(),
            });
            text.replace_range(start..start + splice.range.len(), &splice.new);
            shift += splice.new.len().cast_signed() - splice.range.len().cast_signed();
        }
        Edit { splices: inverse }
    }

    /// The text after the edit.
    pub fn applied(&self, text: &str) -> String {
        let mut text = text.to_owned();
        self.apply(&mut text);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn splices_apply_in_one_go() {
        let mut text = String::from("一二三四");
        let edit = Edit::new(vec![
            Splice {
                range: 9..12,
                new: "4".into(),
            },
            Splice {
                range: 0..3,
                new: "one ".into(),
            },
        ]);
        let back = edit.apply(&mut text);
        assert_eq!(text, "one 二三4");
        back.apply(&mut text);
        assert_eq!(text, "一二三四");
    }

    proptest! {
        #[test]
        fn the_difference_of_two_texts_leads_there_and_back(a in "[ab需要\n]{0,12}", b in "[ab需要\n]{0,12}") {
            let edit = Edit::between(&a, &b);
            let mut text = a.clone();
            let back = edit.apply(&mut text);
            prop_assert_eq!(&text, &b);
            back.apply(&mut text);
            prop_assert_eq!(&text, &a);
        }
    }
}
