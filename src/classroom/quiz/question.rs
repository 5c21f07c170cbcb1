//! A question about a term, and whether an answer is right.

use super::TERMS;
use crate::classroom::seed::Seed;
use crate::words::Lang;
use crate::words::glossary::{self, Term};

/// How many names there are to pick from.
const CHOICES: usize = 4;

/// How a term is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Its meaning is shown with four names.
    Pick,
    /// Its meaning is shown, and the name is typed.
    Type,
}

/// A question.
#[derive(Debug, Clone)]
pub struct Question {
    /// The term that is asked for.
    pub term: &'static Term,
    /// How it is asked.
    pub kind: Kind,
    /// The meaning, with a dash where the term's own names stand in it.
    pub asks: String,
    /// The names to pick from; none where the name is typed.
    pub choices: Vec<&'static Term>,
}

impl Question {
    /// A question about a term; the same seed gives the same choices in the same order.
    pub fn new(term: &'static Term, kind: Kind, lang: Lang, seed: u64) -> Question {
        let mut seed = Seed::of(seed, term.id);
        let mut choices = Vec::new();
        if kind == Kind::Pick {
            let others = TERMS.iter().filter(|name| **name != term.id);
            let mut others: Vec<&'static Term> =
                others.filter_map(|name| glossary::term(name)).collect();
            seed.shuffle(&mut others);
            others.truncate(CHOICES - 1);
            choices = others;
            choices.insert(seed.below(CHOICES), term);
        }
        Question {
            term,
            kind,
            asks: masked(term, lang),
            choices,
        }
    }

    /// Whether an answer is right: the number of the choice, or any name of the term in either
    /// language.
    pub fn is_right(&self, answer: &str) -> bool {
        let answer = plain(answer);
        if let Ok(number) = answer.parse::<usize>() {
            let chosen = number.checked_sub(1).and_then(|at| self.choices.get(at));
            return chosen.is_some_and(|it| it.id == self.term.id);
        }
        !answer.is_empty() && names(self.term).any(|name| plain(&name) == answer)
    }
}

/// Every name of a term, in both languages.
fn names(term: &'static Term) -> impl Iterator<Item = String> {
    let named = Lang::ALL
        .into_iter()
        .flat_map(move |lang| std::iter::once(term.name.get(lang)).chain(term.synonyms(lang)));
    named.chain([term.id]).map(str::to_owned)
}

/// A name as it is compared: without case, hyphens, blanks at its ends and full-width digits.
fn plain(text: &str) -> String {
    let same = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c),
        '-' | '\u{3000}' => ' ',
        c => c,
    };
    let text: String = text.chars().map(same).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The meaning without the names that would give the answer away.
fn masked(term: &'static Term, lang: Lang) -> String {
    let mut text = term.meaning.get(lang).to_owned();
    let mut names: Vec<&str> = std::iter::once(term.name.get(lang))
        .chain(term.synonyms(lang))
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        text = without(&text, name);
    }
    text
}

/// A text with a dash wherever a name stands as a word of its own, in either case.
fn without(text: &str, name: &str) -> String {
    // Lower case may be longer than what it comes from; then places would not fit.
    let lower = text.to_lowercase();
    let wanted = name.to_lowercase();
    if lower.len() != text.len() || wanted.is_empty() {
        return text.replace(name, "——");
    }
    let word = |c: char| c.is_ascii_alphanumeric();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, found) in lower.match_indices(&wanted) {
        let end = at + found.len();
        let inside = lower[..at].ends_with(word) || lower[end..].starts_with(word);
        if let Some(before) = text.get(done..at).filter(|_| !inside) {
            out.push_str(before);
            out.push_str("——");
            done = end;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
