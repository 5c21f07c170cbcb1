//! Values as TOML text: quoting, wrapping, lists.

use toml_writer::{TomlKeyBuilder, TomlString, TomlStringBuilder, WriteTomlKey, WriteTomlValue};
use unicode_width::UnicodeWidthStr;

/// Prose wider than this many cells becomes a wrapped multi-line string.
const LINE: usize = 88;
/// Lines of a wrapped string are at most this wide.
const WRAP: usize = 80;
/// A list wider than this many cells has one item per line.
const LIST: usize = 88;

/// A value to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// One line of text.
    Line(String),
    /// Prose, which wraps when it is long.
    Prose(String),
    /// TOML as it will stand in the file: a number, a date, `true`.
    Bare(String),
    /// A list of texts.
    List(Vec<String>),
}

impl Literal {
    /// The value as TOML, in the quoting style of what it replaces where that can hold it.
    pub(super) fn encode(&self, old: Option<&str>, eol: &str) -> String {
        match self {
            Literal::Line(text) => string(text, old, false, eol),
            Literal::Prose(text) => string(text, old, true, eol),
            Literal::Bare(raw) => raw.clone(),
            Literal::List(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| string(item, None, false, eol))
                    .collect();
                list(&items, eol)
            }
        }
    }

    /// The value as TOML that fits on one line, as inline tables need it.
    pub(super) fn encode_inline(&self, old: Option<&str>) -> String {
        match self {
            Literal::Line(text) | Literal::Prose(text) => one_line(text, old),
            Literal::Bare(raw) => raw.clone(),
            Literal::List(items) => {
                let items: Vec<String> = items.iter().map(|item| one_line(item, None)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }
}

/// Several encoded items as an array.
pub(super) fn list(items: &[String], eol: &str) -> String {
    let joined = items.join(", ");
    if items.len() < 2 || joined.width() <= LIST && !joined.contains('\n') {
        return format!("[{joined}]");
    }
    let mut out = String::from("[");
    for item in items {
        out.push_str(eol);
        out.push_str("    ");
        out.push_str(item);
        out.push(',');
    }
    out.push_str(eol);
    out.push(']');
    out
}

/// A text as a TOML string.
pub(super) fn string(text: &str, old: Option<&str>, prose: bool, eol: &str) -> String {
    let was_many = old.is_some_and(|old| old.starts_with("\"\"\"") || old.starts_with("'''"));
    // The old text has its quotes around it.
    let was_long = old.is_some_and(|old| !was_many && old.width() > LINE + 2);
    let long = prose && text.width() > LINE && !was_long;
    if text.contains('\n') || long || was_many {
        return many_lines(text, eol);
    }
    one_line(text, old)
}

fn one_line(text: &str, old: Option<&str>) -> String {
    let builder = TomlStringBuilder::new(text);
    let literal = old
        .filter(|old| old.starts_with('\'') && !old.starts_with("'''"))
        .and_then(|_| builder.as_literal());
    written(
        literal
            .or_else(|| builder.as_basic_pretty())
            .unwrap_or_else(|| {
                // A text with a double quote reads best between single ones.
                builder.as_literal().unwrap_or_else(|| builder.as_basic())
            }),
    )
}

fn written(string: TomlString<'_>) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = string.write_toml_value(&mut out);
    out
}

/// A text as a wrapped `"""` string: a backslash at a line's end hides the wrap from the value.
fn many_lines(text: &str, eol: &str) -> String {
    let mut out = String::from("\"\"\"");
    out.push_str(eol);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str(eol);
        }
        for (at, piece) in wrap(line).into_iter().enumerate() {
            if at > 0 {
                out.push('\\');
                out.push_str(eol);
            }
            escape(piece, &mut out);
        }
    }
    out.push_str("\"\"\"");
    out
}

/// Cuts a line where Unicode allows a break, so that no piece begins with white space.
fn wrap(line: &str) -> Vec<&str> {
    if line.width() <= WRAP {
        return vec![line];
    }
    let mut out = Vec::new();
    let (mut start, mut fits) = (0, 0);
    let mut col = 0;
    let mut done = 0;
    for (at, _) in unicode_linebreak::linebreaks(line) {
        col += line[done..at].width();
        done = at;
        if col > WRAP && fits > start {
            out.push(&line[start..fits]);
            start = fits;
            col = line[start..at].width();
        }
        if !line[at..].starts_with(char::is_whitespace) {
            fits = at;
        }
    }
    out.push(&line[start..]);
    out
}

/// Escapes what a `"""` string cannot hold as it is; a quote at the very end, too, since it could
/// run into the closing ones.
fn escape(text: &str, out: &mut String) {
    let mut quotes = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '\\' => out.push_str("\\\\"),
            '"' if quotes == 3 || chars.peek().is_none() => {
                out.push_str("\\\"");
                quotes = 0;
            }
            '\t' => out.push('\t'),
            c if c.is_control() => {
                use std::fmt::Write;
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// A name as a TOML key: bare where it can be.
pub(super) fn key(name: &str) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = TomlKeyBuilder::new(name)
        .as_default()
        .write_toml_key(&mut out);
    out
}

/// Names as the path by which the catalogue knows them, unquoted.
pub(super) fn key_of<S: AsRef<str>>(names: impl Iterator<Item = S>) -> String {
    let mut path = String::new();
    for name in names {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name.as_ref());
    }
    path
}

/// Names as a dotted TOML key.
pub(super) fn dotted<S: AsRef<str>>(names: &[S]) -> String {
    names
        .iter()
        .map(|name| key(name.as_ref()))
        .collect::<Vec<_>>()
        .join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(raw: &str) -> String {
        let table: toml::Table = format!("a = {raw}\n").parse().unwrap();
        table["a"].as_str().unwrap().replace("\r\n", "\n")
    }

    #[test]
    fn long_prose_wraps_without_changing_the_value() {
        let english = "A quiet counter where people who leave home before seven can eat something \
                       warm with one hand, pay once a week, and be back on the platform in time.";
        let chinese = "清晨七点以前出门的人，想在两分钟内吃到热的、能单手拿着的早餐，按周结账，\
                       不误车次；他们现在多半空着肚子上班，到十点钟才在楼下便利店随便买一点。";
        for text in [english, chinese] {
            let raw = Literal::Prose(text.into()).encode(None, "\n");
            assert!(raw.starts_with("\"\"\"\n"), "{raw}");
            assert!(raw.lines().all(|line| line.width() <= WRAP + 1), "{raw}");
            assert_eq!(read(&raw), text);
        }
    }

    #[test]
    fn the_author_s_quotes_stay() {
        assert_eq!(Literal::Line("b".into()).encode(Some("'a'"), "\n"), "'b'");
        assert_eq!(
            Literal::Line("it's".into()).encode(Some("'a'"), "\n"),
            "\"it's\""
        );
        assert_eq!(
            Literal::Line("需要".into()).encode(Some("\"\"\"a\"\"\""), "\n"),
            "\"\"\"\n需要\"\"\""
        );
    }

    proptest! {
        #[test]
        fn any_text_reads_back(text in "(?s).{0,200}", crlf: bool) {
            let text = text.replace('\r', "");
            let eol = if crlf { "\r\n" } else { "\n" };
            for raw in [
                Literal::Prose(text.clone()).encode(None, eol),
                Literal::Prose(text.clone()).encode(Some("\"\"\"x\"\"\""), eol),
                Literal::Line(text.clone()).encode(None, eol),
                Literal::Line(text.clone()).encode(Some("'x'"), eol),
                Literal::Line(text.clone()).encode_inline(None),
            ] {
                prop_assert_eq!(read(&raw), text.clone(), "{}", raw);
            }
        }
    }
}
