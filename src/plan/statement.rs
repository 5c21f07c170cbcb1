//! The statements of a TOML text and their places: headers, and keys with values.
//!
//! This is the only thin tree that losslessness needs: every statement knows its bytes, so that
//! an edit can touch just those.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::decoder::ScalarKind;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

/// Tables and arrays nested deeper than this are refused, as the reader refuses them; so are keys
/// of more names.
pub(super) const DEPTH: u32 = 80;

/// One name of a key or a header, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub text: String,
    pub span: Range<usize>,
}

/// A value and the places of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub span: Range<usize>,
    pub shape: Shape,
}

/// What a value is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    Scalar,
    Array(Vec<Value>),
    Inline(Vec<Pair>),
}

/// A key and its value, as a statement of its own or within an inline table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub keys: Vec<Name>,
    pub value: Value,
}

impl Pair {
    pub(super) fn span(&self) -> Range<usize> {
        let start = self
            .keys
            .first()
            .map_or(self.value.span.start, |key| key.span.start);
        start..self.value.span.end
    }
}

/// What a statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// `[a.b]`
    Table(Vec<Name>),
    /// `[[a.b]]`
    Row(Vec<Name>),
    /// `a.b = value`
    Pair(Pair),
}

/// A line (or several) of the file that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    pub what: What,
    /// Where the comment lines directly above it begin; `start` when there are none.
    pub lead: usize,
    /// Where its own first line begins.
    pub start: usize,
    /// Where its last line ends, without the line end.
    pub stop: usize,
    /// Where the next line begins, or the text ends.
    pub end: usize,
}

impl Statement {
    pub(super) fn is_header(&self) -> bool {
        !matches!(self.what, What::Pair(_))
    }

    pub(super) fn pair(&self) -> Option<&Pair> {
        match &self.what {
            What::Pair(pair) => Some(pair),
            _ => None,
        }
    }
}

/// The statements of a text, and its first syntax error where it has one.
pub(super) fn statements(text: &str) -> (Vec<Statement>, Option<usize>) {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut events = Vec::with_capacity(tokens.len());
    let mut errors: Vec<ParseError> = Vec::new();
    {
        let mut collect = |event: Event| {
            if event.kind() != EventKind::Whitespace {
                events.push(event);
            }
        };
        let mut guard = RecursionGuard::new(&mut collect, DEPTH);
        parse_document(&tokens, &mut guard, &mut errors);
    }
    let error = errors.first().map(|error| {
        error
            .unexpected()
            .or(error.context())
            .map_or(0, |span| span.start())
    });
    let mut walker = Walker {
        source,
        text,
        events: &events,
        at: 0,
        wrong: None,
    };
    let statements = walker.document();
    (statements, error.or(walker.wrong))
}

struct Walker<'a> {
    source: Source<'a>,
    text: &'a str,
    events: &'a [Event],
    at: usize,
    /// Where the first name or value stands that cannot be decoded: a quote that is not closed, a
    /// number with two points.
    wrong: Option<usize>,
}

impl Walker<'_> {
    fn kind(&self) -> Option<EventKind> {
        self.events.get(self.at).map(Event::kind)
    }

    fn span(&self) -> Range<usize> {
        self.events
            .get(self.at)
            .map_or(self.text.len()..self.text.len(), |event| {
                event.span().start()..event.span().end()
            })
    }

    fn document(&mut self) -> Vec<Statement> {
        let bom = if self.text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let mut out = Vec::new();
        let (mut lead, mut start) = (bom, bom);
        while let Some(kind) = self.kind() {
            match kind {
                EventKind::Newline => {
                    // A blank line parts a comment from what follows.
                    start = self.span().end;
                    lead = start;
                    self.at += 1;
                }
                EventKind::Comment => {
                    self.at += 1;
                    if self.kind() == Some(EventKind::Newline) {
                        start = self.span().end;
                        self.at += 1;
                    }
                }
                EventKind::StdTableOpen | EventKind::ArrayTableOpen | EventKind::SimpleKey => {
                    let what = match kind {
                        EventKind::StdTableOpen => What::Table(self.header()),
                        EventKind::ArrayTableOpen => What::Row(self.header()),
                        _ => What::Pair(self.pair()),
                    };
                    let (stop, end) = self.rest_of_line();
                    out.push(Statement {
                        what,
                        lead,
                        start,
                        stop,
                        end,
                    });
                    (lead, start) = (end, end);
                }
                _ => self.at += 1,
            }
        }
        out
    }

    fn name(&mut self) -> Option<Name> {
        let event = self.events.get(self.at)?;
        let raw = self.source.get(event)?;
        let mut text = Cow::Borrowed("");
        let mut errors: Vec<ParseError> = Vec::new();
        raw.decode_key(&mut text, &mut errors);
        if !errors.is_empty() {
            self.wrong.get_or_insert(event.span().start());
        }
        let name = Name {
            text: text.into_owned(),
            span: self.span(),
        };
        self.at += 1;
        Some(name)
    }

    /// Notes whether the scalar here can be decoded.
    fn decodes(&mut self) {
        let Some(raw) = self
            .events
            .get(self.at)
            .and_then(|event| self.source.get(event))
        else {
            return;
        };
        let mut text = Cow::Borrowed("");
        let mut errors: Vec<ParseError> = Vec::new();
        let kind = raw.decode_scalar(&mut text, &mut errors);
        // The thirteenth month is well spelled, but no date.
        let no_date =
            matches!(kind, ScalarKind::DateTime) && text.parse::<toml::value::Datetime>().is_err();
        if !errors.is_empty() || no_date {
            let at = self.span().start;
            self.wrong.get_or_insert(at);
        }
    }

    fn header(&mut self) -> Vec<Name> {
        let mut names = Vec::new();
        self.at += 1;
        loop {
            match self.kind() {
                Some(EventKind::SimpleKey) => names.extend(self.name()),
                Some(EventKind::Newline) | None => return names,
                Some(EventKind::StdTableClose | EventKind::ArrayTableClose) => {
                    self.at += 1;
                    return names;
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn pair(&mut self) -> Pair {
        let mut keys = Vec::new();
        loop {
            match self.kind() {
                Some(EventKind::SimpleKey) => keys.extend(self.name()),
                Some(EventKind::KeySep) => self.at += 1,
                Some(EventKind::KeyValSep) => {
                    self.at += 1;
                    return Pair {
                        keys,
                        value: self.value(),
                    };
                }
                // Broken: there is no value; an empty one stands after the key.
                _ => {
                    let at = keys.last().map_or(self.span().start, |key| key.span.end);
                    return Pair {
                        keys,
                        value: Value {
                            span: at..at,
                            shape: Shape::Scalar,
                        },
                    };
                }
            }
        }
    }

    fn value(&mut self) -> Value {
        let span = self.span();
        match self.kind() {
            Some(EventKind::Scalar) => {
                self.decodes();
                self.at += 1;
                Value {
                    span,
                    shape: Shape::Scalar,
                }
            }
            Some(EventKind::ArrayOpen) => {
                self.at += 1;
                let mut items = Vec::new();
                let end = loop {
                    match self.kind() {
                        Some(
                            EventKind::Scalar | EventKind::ArrayOpen | EventKind::InlineTableOpen,
                        ) => items.push(self.value()),
                        Some(EventKind::ArrayClose) => {
                            let end = self.span().end;
                            self.at += 1;
                            break end;
                        }
                        None => break self.text.len(),
                        Some(_) => self.at += 1,
                    }
                };
                Value {
                    span: span.start..end,
                    shape: Shape::Array(items),
                }
            }
            Some(EventKind::InlineTableOpen) => {
                self.at += 1;
                let mut pairs = Vec::new();
                let end = loop {
                    match self.kind() {
                        Some(EventKind::SimpleKey) => pairs.push(self.pair()),
                        Some(EventKind::InlineTableClose) => {
                            let end = self.span().end;
                            self.at += 1;
                            break end;
                        }
                        None => break self.text.len(),
                        Some(_) => self.at += 1,
                    }
                };
                Value {
                    span: span.start..end,
                    shape: Shape::Inline(pairs),
                }
            }
            _ => Value {
                span: span.start..span.start,
                shape: Shape::Scalar,
            },
        }
    }

    /// Skips to the next line; returns where this one ends without and with its line end.
    fn rest_of_line(&mut self) -> (usize, usize) {
        loop {
            match self.kind() {
                None => return (self.text.len(), self.text.len()),
                Some(EventKind::Newline) => {
                    let span = self.span();
                    self.at += 1;
                    return (span.start, span.end);
                }
                Some(_) => self.at += 1,
            }
        }
    }
}
