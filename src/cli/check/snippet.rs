//! The commonest piece of a plan, drawn at once: one line with one mark, without colours.
//!
//! The library that draws the others takes as long for eight findings as all rules take for a small
//! plan. Both draw the same, byte for byte; a test holds them against each other.

use unicode_width::UnicodeWidthChar;

use crate::plan::Place;

/// Wider lines may have to be cut, which is left to the library.
const WIDEST: usize = 100;

/// What is drawn about a finding.
#[derive(Debug)]
pub(super) struct Snippet<'s> {
    /// The severity, the rule and the sentence.
    pub title: &'s str,
    /// The path of the plan.
    pub name: &'s str,
    /// The place of the finding.
    pub place: Place,
    /// The line that it stands in.
    pub source: &'s str,
    /// Its bytes in that line.
    pub mark: std::ops::Range<usize>,
    /// What is said below, each with its name.
    pub notes: &'s [(&'s str, &'s str)],
}

impl Snippet<'_> {
    /// The drawing; `None` for what is not common.
    pub fn draw(&self) -> Option<String> {
        let Snippet {
            title,
            name,
            place,
            source,
            notes,
            ..
        } = self;
        let is_common = |text: &&str| text.chars().all(is_common);
        let common = [*title, *name, *source].iter().all(is_common);
        if !common || source.ends_with(' ') || self.mark.is_empty() || width(source) > WIDEST {
            return None;
        }
        let before = width(source.get(..self.mark.start)?);
        let marked = width(source.get(self.mark.clone())?);
        let number = place.line.to_string();
        let gap = " ".repeat(number.len());
        let mut out = format!(
            "{title}\n{gap}--> {name}:{number}:{}\n{gap} |\n{number} | {source}\n\
             {gap} | {:before$}{:^>marked$}\n{gap} |",
            place.column, "", ""
        );
        for (name, text) in *notes {
            out += &format!("\n{gap} = {name}: {text}");
        }
        Some(out)
    }
}

fn width(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// Whether a character is drawn as it is, in one cell or two.
fn is_common(letter: char) -> bool {
    match letter {
        ' '..='~' | '‘'..='”' | '—' | '…' => true,
        '\u{2000}'..='\u{206f}' | '\0'..='\u{a0}' => false,
        _ => matches!(letter.width(), Some(1 | 2)),
    }
}

#[cfg(test)]
mod tests {
    use annotate_snippets::{AnnotationKind, Level, Renderer};

    use super::*;

    const MESSAGES: [&str; 2] = ["“Ferry” has no “why”…", "“渡船”没有写“为什么”。"];
    const NOTES: &[(&str, &str)] = &[("why", "It matters."), ("问一问", "为什么？")];

    /// The same by both hands; none where it is left to the library.
    fn both(source: &str, mark: std::ops::Range<usize>, line: usize) -> Option<[String; 2]> {
        let note = |(name, text): &(&'static str, &'static str)| {
            Level::NOTE.with_name(*name).message(*text)
        };
        let [mut drawn, mut expected] = [String::new(), String::new()];
        for message in MESSAGES {
            let column = source.get(..mark.start)?.chars().count() + 1;
            let title = format!("error[rule (N1)]: {message}");
            let snippet = Snippet {
                title: &title,
                name: "计划/plan one.toml",
                place: Place { line, column },
                source,
                mark: mark.clone(),
                notes: NOTES,
            };
            drawn += &snippet.draw()?;
            let title = Level::ERROR.primary_title(message).id("rule (N1)");
            let group = title.element(
                annotate_snippets::Snippet::source(source)
                    .path("计划/plan one.toml")
                    .line_start(line)
                    .annotation(AnnotationKind::Primary.span(mark.clone())),
            );
            let group = group.elements(NOTES.iter().map(note));
            expected += &Renderer::plain().term_width(120).render(&[group]);
        }
        Some([drawn, expected])
    }

    #[test]
    fn what_is_drawn_is_what_the_library_draws() {
        for (source, words) in [
            ("[[needs.customer_needs]]", "[[needs.customer_needs]]"),
            ("need = \"to cross on time\"", "\"to cross on time\""),
            ("  need = \"准时过河，café\" # 备注", "\"准时过河，café\""),
            ("x = 1", "1"),
        ] {
            let at = source.find(words).unwrap();
            for line in [1, 99, 1000] {
                let [drawn, expected] = both(source, at..at + words.len(), line).unwrap();
                assert_eq!(drawn, expected);
            }
        }
    }

    #[test]
    fn what_is_not_common_is_left_to_the_library() {
        let long = "长".repeat(WIDEST);
        for source in [
            "a\tb",
            "a\nb",
            "ab ",
            "e\u{301}",
            "a\u{202e}b",
            long.as_str(),
        ] {
            assert!(both(source, 0..1, 1).is_none(), "{source:?}");
        }
        assert!(both("ab", 1..1, 1).is_none());
    }
}
