//! Prose that both sides changed, sentence by sentence.
//!
//! The rule: each sentence is one thing. A change of one side is kept when at least one sentence
//! that nobody changed stands between it and any change of the other side; changes of the same
//! sentence, of neighbours, and two additions at one place are a conflict. A sentence ends at
//! 。！？ and at . ! ? before a blank, unless a small letter follows (as after an abbreviation); a
//! line that begins with a hyphen, star or number begins one, and so does a paragraph.

use super::three::{Kind, stretches};

/// A sentence and the blanks after it.
#[derive(Debug, Clone, Copy)]
struct Sentence<'t> {
    body: &'t str,
    gap: &'t str,
}

/// The TOML string of the result; `None` is a conflict.
///
/// The strings must be quoted alike, so that their bytes mean the same in each.
pub(super) fn merge(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    let quote = quotes.into_iter().find(|quote| ours.starts_with(quote))?;
    let inside = |raw: &'_ str| -> Option<String> {
        let its = quotes.into_iter().find(|quote| raw.starts_with(quote))?;
        let inner = raw.strip_prefix(quote)?.strip_suffix(quote)?;
        (its == quote).then(|| inner.to_owned())
    };
    let (base, ours, theirs) = (inside(base)?, inside(ours)?, inside(theirs)?);
    let (base, ours, theirs) = (sentences(&base), sentences(&ours), sentences(&theirs));
    let keys = |list: &[Sentence]| -> Vec<String> {
        list.iter().map(|sentence| words(sentence.body)).collect()
    };
    let mut out: Vec<Sentence> = Vec::new();
    for stretch in stretches(&keys(&base), &keys(&ours), &keys(&theirs)) {
        let (from, range) = match stretch.kind {
            Kind::Same | Kind::Ours => (&ours, stretch.ours),
            Kind::Theirs => (&theirs, stretch.theirs),
            Kind::Conflict => return None,
        };
        for at in range {
            // What ended a text needs a gap when something follows it now.
            let before = at.checked_sub(1).and_then(|at| from.get(at));
            if let Some(last) = out.last_mut().filter(|last| last.gap.is_empty()) {
                let usual = if last.body.ends_with(['。', '！', '？']) {
                    ""
                } else {
                    " "
                };
                last.gap = before.map_or(usual, |before| before.gap);
            }
            out.push(*from.get(at)?);
        }
    }
    if let (Some(last), Some(end)) = (out.last_mut(), ours.last()) {
        last.gap = end.gap;
    }
    let text: String = out.iter().flat_map(|it| [it.body, it.gap]).collect();
    Some(format!("{quote}{text}{quote}"))
}

/// A sentence without the breaks of its lines.
fn words(body: &str) -> String {
    let words = body.split_whitespace().filter(|word| *word != "\\");
    words.collect::<Vec<_>>().join(" ")
}

fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut out = Vec::new();
    let mut start = 0;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while let Some((_, c)) = chars.get(at).copied() {
        at += 1;
        if !ends(c, &chars, at) {
            continue;
        }
        // Quotes and brackets that close here belong to the sentence.
        while chars.get(at).is_some_and(|(_, c)| {
            c.is_ascii_punctuation() && ")]\"'".contains(*c) || "”’」』）".contains(*c)
        }) {
            at += 1;
        }
        let stop = if c == '\n' { at - 1 } else { at };
        let mut next = stop;
        while chars.get(next).is_some_and(|(_, c)| c.is_whitespace()) {
            next += 1;
        }
        let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
        if byte(stop) > start || out.is_empty() {
            let body = text.get(start..byte(stop)).unwrap_or_default();
            let gap = text.get(byte(stop)..byte(next)).unwrap_or_default();
            out.push(Sentence { body, gap });
        }
        start = byte(next);
        at = next;
    }
    if start < text.len() {
        let rest = text.get(start..).unwrap_or_default();
        let body = rest.trim_end();
        let gap = rest.get(body.len()..).unwrap_or_default();
        out.push(Sentence { body, gap });
    }
    out
}

/// Whether a sentence ends after `c`; `at` is the place of what follows.
fn ends(c: char, chars: &[(usize, char)], at: usize) -> bool {
    let following = || chars.get(at..).unwrap_or_default().iter().map(|(_, c)| *c);
    match c {
        '。' | '！' | '？' => true,
        '.' | '!' | '?' => {
            let mut rest = following()
                .skip_while(|c| ")]\"'”’".contains(*c))
                .peekable();
            let blank = rest.peek().is_none_or(|c| c.is_whitespace());
            let next = rest.find(|c| !c.is_whitespace());
            blank && !next.is_some_and(char::is_lowercase)
        }
        '\n' => {
            let mut rest = following().skip_while(|c| matches!(c, ' ' | '\t' | '\r'));
            rest.next()
                .is_some_and(|c| c == '\n' || "-*•".contains(c) || c.is_ascii_digit())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|it| it.body).collect()
    }

    #[test]
    fn sentences_end_where_they_do() {
        assert_eq!(
            bodies("One. Two (e.g. three)? Four"),
            ["One.", "Two (e.g. three)?", "Four"]
        );
        assert_eq!(bodies("一句。二句！三"), ["一句。", "二句！", "三"]);
        assert_eq!(
            bodies("A 3.5 % rise\nin spring\n- x\n- y\n"),
            ["A 3.5 % rise\nin spring", "- x", "- y"]
        );
        assert!(bodies("").is_empty());
    }

    #[test]
    fn sentences_apart_are_both_kept() {
        let merged = merge("\"A. B. C.\"", "\"A1. B. C.\"", "\"A. B. C. D.\"");
        assert_eq!(merged.as_deref(), Some("\"A1. B. C. D.\""));
        let merged = merge(
            "\"甲。乙。丙。\"",
            "\"甲一。乙。丙。\"",
            "\"甲。乙。丙二。\"",
        );
        assert_eq!(merged.as_deref(), Some("\"甲一。乙。丙二。\""));
    }

    #[test]
    fn neighbours_are_a_conflict() {
        assert_eq!(merge("\"A. B.\"", "\"A1. B.\"", "\"A. B1.\""), None);
        assert_eq!(merge("\"A.\"", "\"A. B.\"", "\"A. C.\""), None);
        assert_eq!(merge("'A. B. C.'", "\"A1. B. C.\"", "'A. B. C1.'"), None);
    }
}
