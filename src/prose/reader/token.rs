//! A text as words, characters and clauses, each with its place.

use std::borrow::Cow;
use std::ops::Range;

use crate::words::lexicon::{is_chinese, is_latin};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word of letters.
    Word,
    /// Digits, with what belongs to them.
    Number,
    /// One Chinese character.
    Han,
}

/// A word, a number or a Chinese character.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    /// Its letters in lower case, with straight apostrophes.
    pub low: Cow<'t, str>,
    /// Its bytes in the text.
    pub range: Range<usize>,
    pub shape: Shape,
    /// Which clause it stands in, from nought.
    pub clause: usize,
}

/// A text cut up.
#[derive(Debug, Default)]
pub(super) struct Cut<'t> {
    pub tokens: Vec<Token<'t>>,
    /// How each clause after the first is opened: the mark before it.
    pub marks: Vec<char>,
    /// Whether it is speech, set in quotation marks from its beginning.
    pub quoted: bool,
}

/// Cuts a text up; `low` is the same text in ASCII lower case.
pub(super) fn cut<'t>(text: &str, low: &'t str) -> Cut<'t> {
    let mut cut = Cut {
        quoted: text.trim_start().starts_with(['"', '“', '「', '『', '‘']),
        ..Cut::default()
    };
    let mut letters = low.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if is_chinese(letter) {
            let end = start + letter.len_utf8();
            cut.push(low, start..end, Shape::Han);
        } else if is_latin(letter) {
            let digits = letter.is_ascii_digit();
            let mut end = start + letter.len_utf8();
            while let Some(&(at, next)) = letters.peek() {
                let after = low
                    .get(at + next.len_utf8()..)
                    .and_then(|it| it.chars().next());
                let inside = after.is_some_and(is_latin);
                let joins = if digits {
                    next.is_ascii_digit()
                        || (matches!(next, '.' | ',')
                            && after.is_some_and(|it| it.is_ascii_digit()))
                } else {
                    is_latin(next) || (matches!(next, '\'' | '’') && inside)
                };
                if !joins {
                    break;
                }
                end = at + next.len_utf8();
                letters.next();
            }
            let shape = if digits { Shape::Number } else { Shape::Word };
            cut.push(low, start..end, shape);
        } else if is_mark(letter) {
            cut.mark(letter);
        }
    }
    cut
}

/// Whether a sign parts clauses.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        ',' | ';'
            | ':'
            | '.'
            | '?'
            | '!'
            | '—'
            | '–'
            | '('
            | ')'
            | '，'
            | '。'
            | '；'
            | '：'
            | '、'
            | '？'
            | '！'
            | '（'
            | '）'
            | '…'
    )
}

impl<'t> Cut<'t> {
    fn push(&mut self, low: &'t str, range: Range<usize>, shape: Shape) {
        let found = low.get(range.clone()).unwrap_or_default();
        let low = if shape == Shape::Word && found.contains('’') {
            Cow::Owned(found.replace('’', "'"))
        } else {
            Cow::Borrowed(found)
        };
        let clause = self.marks.len();
        self.tokens.push(Token {
            low,
            range,
            shape,
            clause,
        });
    }

    /// Opens a clause, if the one before has any token.
    fn mark(&mut self, mark: char) {
        let last = self.tokens.last().map(|token| token.clause);
        if last == Some(self.marks.len()) {
            self.marks.push(mark);
        } else if let Some(before) = self.marks.last_mut() {
            *before = mark;
        }
    }
}
