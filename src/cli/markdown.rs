//! A page of Markdown as plain lines that read well in a terminal.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::console::{BOLD, Console, FAINT};
use crate::words::wrap;

/// How wide prose is.
pub(super) const CELLS: usize = 80;

/// The page, with headings, wrapped paragraphs, lists and indented code.
pub(super) fn plain(page: &str, console: &Console) -> String {
    let mut out = String::new();
    let mut text = String::new();
    let mut code = false;
    let mut item = false;
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::Start(Tag::Item) => item = true,
            Event::Text(piece) if code => {
                for line in piece.lines() {
                    let line = console.paint(FAINT, line);
                    out.extend(["    ", &line, "\n"]);
                }
            }
            Event::Text(piece) => text.push_str(&piece),
            Event::Code(piece) => text.extend(["`", &piece, "`"]),
            // Chinese has no blank where a line of the page ends.
            Event::SoftBreak if text.ends_with(is_chinese) => {}
            Event::SoftBreak => text.push(' '),
            Event::HardBreak => text.push('\n'),
            Event::End(TagEnd::CodeBlock) => {
                code = false;
                out.push('\n');
            }
            Event::End(TagEnd::Heading(level)) => {
                out.push_str(&console.paint(BOLD, &std::mem::take(&mut text)));
                out.push_str(if level == HeadingLevel::H1 {
                    "\n\n"
                } else {
                    "\n"
                });
            }
            Event::End(TagEnd::Item) => {
                lines(&mut out, &std::mem::take(&mut text), "- ", "  ");
                item = false;
            }
            Event::End(TagEnd::List(_)) => out.push('\n'),
            Event::End(TagEnd::Paragraph) if !item => {
                lines(&mut out, &std::mem::take(&mut text), "", "");
                out.push('\n');
            }
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

fn lines(out: &mut String, text: &str, first: &str, rest: &str) {
    for (at, line) in wrap(text.trim(), CELLS - first.len())
        .into_iter()
        .enumerate()
    {
        out.push_str(if at == 0 { first } else { rest });
        out.push_str(line);
        out.push('\n');
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}' | '”' | '“')
}
