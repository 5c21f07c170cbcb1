//! What can be wrong with a plan file itself, and where.

use std::collections::HashSet;

use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

use super::record::Span;
use crate::catalogue::{Choice, Kind};
use crate::words::{Lang, Text};

/// Something in the file that could not be read as it should.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where in the plan; empty for syntax.
    pub path: String,
    /// Where in the text.
    pub span: Span,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum ProblemKind {
    /// The text is not TOML here.
    Syntax { message: String },
    /// So many mistakes in the syntax that the rest is only counted: this is hardly TOML.
    MoreSyntax { more: usize },
    /// Two readings stand here, left by a merge; `at` is where in the plan, if that is known.
    Conflict { at: Option<String> },
    /// TOML 1.1, which many readers do not know yet.
    Dialect { what: Dialect },
    /// There is no `farsight = 1`.
    NoFormat,
    /// `farsight` is not a format number.
    BadFormat,
    /// A newer farsight wrote the file.
    NewerFormat { format: i64 },
    /// No field or section has this name.
    UnknownKey { key: String, near: Option<String> },
    /// The value is not of the field's kind.
    WrongType { kind: Kind, found: &'static str },
    /// A table is needed.
    NotATable { found: &'static str },
    /// A list of rows is needed.
    NotRows { found: &'static str },
    /// Not one of the words of the choice.
    UnknownChoice {
        word: String,
        near: Option<String>,
        choices: &'static [Choice],
    },
    /// Off the scale, or a count that is negative or has decimals.
    OutOfRange { kind: Kind, number: String },
    /// Two rows of a list have one id.
    DuplicateId { id: String },
    /// The id is not a slug.
    BadId { id: String },
    /// No row has this id.
    Dangling {
        id: String,
        lists: &'static [&'static str],
        near: Option<String>,
    },
}

/// A construct of TOML 1.1 that TOML 1.0 readers refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// An inline table over several lines, or with a comma at its end.
    InlineTable,
    /// A time without seconds.
    Time,
    /// The escapes `\e` and `\xHH`.
    Escape,
}

impl ProblemKind {
    /// Whether the text is no TOML because of it, so that it is not edited.
    pub fn breaks(&self) -> bool {
        matches!(
            self,
            ProblemKind::Syntax { .. } | ProblemKind::Conflict { .. }
        )
    }
}

impl Dialect {
    /// What it is, for a person.
    pub const fn label(self) -> Text {
        match self {
            Dialect::InlineTable => Text::new(
                "an inline table over several lines or with a comma at its end",
                "跨行或以逗号结尾的内联表",
            ),
            Dialect::Time => Text::new("a time without seconds", "没有秒的时间"),
            Dialect::Escape => Text::new("the escapes \\e and \\xHH", "转义写法 \\e 与 \\xHH"),
        }
    }
}

/// TOML's name for a type of value, in both languages.
pub fn type_label(found: &str, lang: Lang) -> &'static str {
    let text = match found {
        "string" => Text::new("text", "文字"),
        "integer" => Text::new("a whole number", "整数"),
        "float" => Text::new("a number", "小数"),
        "boolean" => Text::new("true or false", "真或假"),
        "datetime" => Text::new("a date or time", "日期或时间"),
        "array" => Text::new("a list", "列表"),
        "table" => Text::new("a table", "表"),
        _ => Text::new("something else", "其他内容"),
    };
    text.get(lang)
}

/// More mistakes than this are counted, not listed: nobody mends noise line by line.
const MISTAKES: usize = 100;

fn syntax_problem(kind: ProblemKind, span: Span) -> Problem {
    let path = String::new();
    Problem { kind, path, span }
}

/// Syntax errors as problems: all of them, less those that only follow from an earlier one.
pub(super) fn syntax_problems(text: &str, errors: Vec<toml::de::Error>) -> Vec<Problem> {
    if errors.is_empty() {
        return Vec::new();
    }
    let followers = followers(text);
    let mut problems: Vec<Problem> = Vec::new();
    let mut more = Vec::new();
    for error in errors {
        let span: Span = error.span().unwrap_or(0..0).into();
        if followers.contains(&span.start) && !problems.is_empty() {
            continue;
        }
        if problems.len() == MISTAKES {
            more.push(span);
            continue;
        }
        let message = error.message().to_owned();
        let kind = ProblemKind::Syntax { message };
        let same = |last: &Problem| last.kind == kind && last.span == span;
        if !problems.last().is_some_and(same) {
            problems.push(syntax_problem(kind, span));
        }
    }
    if let Some(span) = more.first() {
        let kind = ProblemKind::MoreSyntax { more: more.len() };
        problems.push(syntax_problem(kind, *span));
    }
    problems
}

/// Where errors stand that share the context of an earlier one: a missing bracket makes many.
fn followers(text: &str) -> HashSet<usize> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut errors: Vec<ParseError> = Vec::new();
    let mut ignore = |_: Event| {};
    let mut guard = RecursionGuard::new(&mut ignore, 80);
    parse_document(&tokens, &mut guard, &mut errors);
    let mut contexts = HashSet::new();
    let mut followers = HashSet::new();
    for error in &errors {
        let context = error.context().map(|span| span.start());
        if !contexts.insert(context) && context.is_some() {
            followers.extend(error.unexpected().map(|span| span.start()));
        }
    }
    followers
}

/// Constructs that readers of TOML 1.0 refuse; one problem for each sort.
pub(super) fn dialect_problems(text: &str) -> Vec<Problem> {
    if !may_be_dialect(text) {
        return Vec::new();
    }
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut found: Vec<(Dialect, usize, usize)> = Vec::new();
    // What is open, the innermost last: true for an inline table.
    let mut open: Vec<bool> = Vec::new();
    let mut comma = false;
    let mut errors: Vec<ParseError> = Vec::new();
    let mut see = |event: Event| {
        let span = event.span();
        let mut add = |what| found.push((what, span.start(), span.end()));
        match event.kind() {
            EventKind::InlineTableOpen => open.push(true),
            EventKind::ArrayOpen => open.push(false),
            EventKind::InlineTableClose => {
                if comma {
                    add(Dialect::InlineTable);
                }
                open.pop();
            }
            EventKind::ArrayClose => {
                open.pop();
            }
            EventKind::Newline if open.last() == Some(&true) => add(Dialect::InlineTable),
            EventKind::Scalar | EventKind::SimpleKey => {
                let raw = source.get(event).map_or("", |raw| raw.as_str());
                if raw.starts_with('"') {
                    if has_new_escape(raw) {
                        add(Dialect::Escape);
                    }
                } else if event.kind() == EventKind::Scalar && is_short_time(raw) {
                    add(Dialect::Time);
                }
            }
            _ => {}
        }
        comma = match event.kind() {
            EventKind::Whitespace | EventKind::Newline | EventKind::Comment => comma,
            kind => kind == EventKind::ValueSep,
        };
    };
    let mut guard = RecursionGuard::new(&mut see, 80);
    parse_document(&tokens, &mut guard, &mut errors);
    let mut problems: Vec<Problem> = Vec::new();
    for (what, start, end) in found {
        let kind = ProblemKind::Dialect { what };
        if problems.iter().all(|problem| problem.kind != kind) {
            problems.push(Problem {
                kind,
                path: String::new(),
                span: Span { start, end },
            });
        }
    }
    problems
}

/// A quick look that spares most files the closer one.
fn may_be_dialect(text: &str) -> bool {
    text.contains('\\') && ["\\e", "\\x"].iter().any(|it| text.contains(it))
        || text.split('{').skip(1).any(|after| {
            let inside = after.split('}').next().unwrap_or_default();
            inside.contains('\n') || inside.trim_end().ends_with(',')
        })
        || text
            .match_indices(':')
            .any(|(at, _)| may_be_short_time(text, at))
}

/// Whether a colon may stand in a time without seconds that is a value: prose is full of times,
/// but seldom right behind an equals sign, a bracket, a comma or a date.
fn may_be_short_time(text: &str, colon: usize) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let minutes = is_digit(colon + 1) && bytes.get(colon + 3).is_none_or(|next| *next != b':');
    let Some(hour) = colon.checked_sub(2) else {
        return false;
    };
    if !minutes || !is_digit(hour) || !is_digit(hour + 1) {
        return false;
    }
    let lead = text.get(..hour).unwrap_or_default();
    let dated = lead.ends_with(['T', 't', ' ']) && hour > 1 && is_digit(hour - 2);
    dated || lead.trim_end().ends_with(['=', '[', ','])
}

fn has_new_escape(raw: &str) -> bool {
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        if c == '\\' && matches!(chars.next(), Some('e' | 'x')) {
            return true;
        }
    }
    false
}

/// Whether a bare value is a time with one colon only; an offset's colon does not count.
fn is_short_time(raw: &str) -> bool {
    let time = raw.rsplit(['T', 't', ' ']).next().unwrap_or(raw);
    let time = time.split(['Z', 'z', '+']).next().unwrap_or(time);
    let time = if time.contains(':') {
        time.split('-').next().unwrap_or(time)
    } else {
        time
    };
    time.matches(':').count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_without_seconds_is_seen_as_a_value_and_not_in_prose() {
        for text in [
            "a = 18:30",
            "a = [ 08:00,\n 18:30 ]",
            "a = 2026-11-02T18:30",
            "a = 2026-11-02 18:30\n",
        ] {
            assert_eq!(dialect_problems(text).len(), 1, "{text}");
        }
        for text in [
            "a = \"open at 18:30 and later\"",
            "a = \"每天18:30关门\"",
            "a = 18:30:00",
        ] {
            assert!(!may_be_dialect(text), "{text}");
        }
    }
}
