//! The words in which two texts differ.

use similar::{Algorithm, ChangeTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Which text a piece stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// In both.
    Same,
    /// Only in the old one.
    Gone,
    /// Only in the new one.
    New,
}

/// Some words of one or both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Which text they stand in.
    pub mark: Mark,
    /// The words.
    pub text: String,
}

/// So many words are compared one by one; texts with more differ as a whole between what they
/// begin and end with.
const WORDS: usize = 4000;
/// Where less than this share stayed, single words that are alike only disturb.
const STAYED: f64 = 0.4;

/// The pieces of two texts, in reading order: what stayed, what went, what came.
///
/// Words are those of Unicode, so that Chinese is compared character by character.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (before, after) = (words(old), words(new));
    let head = before
        .iter()
        .zip(&after)
        .take_while(|(a, b)| a == b)
        .count();
    let (one, other) = (&before[head..], &after[head..]);
    let tail = one.iter().rev().zip(other.iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let (one, end) = one.split_at(one.len() - tail);
    let (other, _) = other.split_at(other.len() - tail);
    let mut out = Vec::new();
    push(&mut out, Mark::Same, &before[..head]);
    if one.len().max(other.len()) > WORDS || one.is_empty() || other.is_empty() {
        push(&mut out, Mark::Gone, one);
        push(&mut out, Mark::New, other);
    } else {
        for op in capture_diff_slices(Algorithm::Myers, one, other) {
            for change in op.iter_changes(one, other) {
                let mark = match change.tag() {
                    ChangeTag::Equal => Mark::Same,
                    ChangeTag::Delete => Mark::Gone,
                    ChangeTag::Insert => Mark::New,
                };
                push(&mut out, mark, &[change.value()]);
            }
        }
    }
    push(&mut out, Mark::Same, end);
    readable(out, old, new)
}

fn words(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

fn push(out: &mut Vec<Piece>, mark: Mark, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(last) if last.mark == mark => last.text.extend(words.iter().copied()),
        _ => out.push(Piece {
            mark,
            text: words.concat(),
        }),
    }
}

/// Joins changes with nothing but a blank or a sign between them, and gives up on texts of which
/// little stayed.
fn readable(found: Vec<Piece>, old: &str, new: &str) -> Vec<Piece> {
    let is_word = |piece: &Piece| piece.text.contains(char::is_alphanumeric);
    let stayed = found
        .iter()
        .filter(|it| it.mark == Mark::Same && is_word(it));
    let stayed: usize = stayed.map(|piece| piece.text.len()).sum();
    if (stayed as f64) < STAYED * old.len().min(new.len()) as f64 {
        let whole = |mark, text: &str| Piece {
            mark,
            text: text.to_owned(),
        };
        let both = [whole(Mark::Gone, old), whole(Mark::New, new)];
        return both.into_iter().filter(|it| !it.text.is_empty()).collect();
    }
    let mut out: Vec<Piece> = Vec::new();
    let (mut gone, mut fresh) = (String::new(), String::new());
    let last = found.len().saturating_sub(1);
    for (at, piece) in found.into_iter().enumerate() {
        match piece.mark {
            Mark::Gone => gone += &piece.text,
            Mark::New => fresh += &piece.text,
            Mark::Same => {
                let within = !gone.is_empty() || !fresh.is_empty();
                if within && at < last && !piece.text.contains(char::is_alphanumeric) {
                    gone += &piece.text;
                    fresh += &piece.text;
                } else {
                    flush(&mut out, &mut gone, &mut fresh);
                    out.push(piece);
                }
            }
        }
    }
    flush(&mut out, &mut gone, &mut fresh);
    out
}

fn flush(out: &mut Vec<Piece>, gone: &mut String, fresh: &mut String) {
    for (mark, text) in [(Mark::Gone, gone), (Mark::New, fresh)] {
        let text = std::mem::take(text);
        if !text.is_empty() {
            out.push(Piece { mark, text });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let shown = pieces(old, new).into_iter().map(|piece| match piece.mark {
            Mark::Same => piece.text,
            Mark::Gone => format!("[-{}-]", piece.text),
            Mark::New => format!("{{+{}+}}", piece.text),
        });
        shown.collect()
    }

    #[test]
    fn the_words_that_differ_stand_among_those_that_stayed() {
        assert_eq!(
            shown("a hot meal before seven", "a warm meal well before eight"),
            "a [-hot-]{+warm+} meal {+well +}before [-seven-]{+eight+}"
        );
        assert_eq!(
            shown("下班后吃口热饭", "下班前吃口热汤面"),
            "下班[-后-]{+前+}吃口热[-饭-]{+汤面+}"
        );
        assert_eq!(shown("", "新"), "{+新+}");
        assert_eq!(shown("same", "same"), "same");
    }

    #[test]
    fn texts_with_little_in_common_stand_whole() {
        assert_eq!(
            shown(
                "cheap bread for the street",
                "a quiet hour for tired nurses"
            ),
            "[-cheap bread for the street-]{+a quiet hour for tired nurses+}"
        );
        assert_eq!(shown("热面包", "一小时安静"), "[-热面包-]{+一小时安静+}");
    }

    #[test]
    fn what_is_long_is_told_in_good_time() {
        let old = "one two ".repeat(5000);
        let new = "two one ".repeat(5000);
        let found = pieces(&old, &new);
        assert!(found.len() <= 4, "{}", found.len());
    }
}
