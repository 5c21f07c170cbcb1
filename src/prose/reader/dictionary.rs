//! The lists of words by kind, and how a text is looked up in them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::hash::{Fast, key};
use super::kind::{KINDS, Kind};
use super::token::{Shape, Token};
use crate::words::lexicon::{is_chinese, is_latin};

/// The lists, English and Chinese.
pub(super) const LISTS: [&str; 2] = [include_str!("words.en.txt"), include_str!("words.zh.txt")];

/// The lists, read when the first statement is.
static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(Dictionary::read);

/// Phrases by the hash of their letters.
#[derive(Debug)]
struct Dictionary {
    /// Their kinds.
    kinds: HashMap<u64, u8, Fast>,
    /// How many tokens the longest phrase has that begins with this word or character.
    longest: HashMap<u64, u8, Fast>,
}

impl Dictionary {
    fn read() -> Dictionary {
        let mut kinds = HashMap::with_capacity_and_hasher(14_000, Fast::default());
        let mut longest = HashMap::with_capacity_and_hasher(6_000, Fast::default());
        for (kind, phrase) in LISTS.into_iter().flat_map(entries) {
            kinds.entry(key(phrase.as_bytes())).or_insert(kind);
            let (first, count) = beginning(phrase);
            let most: &mut u8 = longest.entry(key(first.as_bytes())).or_default();
            *most = (*most).max(count);
        }
        Dictionary { kinds, longest }
    }
}

/// The first word or Chinese character of a phrase, and how many tokens it may have.
fn beginning(phrase: &str) -> (&str, u8) {
    let han = phrase.chars().next().filter(|letter| is_chinese(*letter));
    if let Some(letter) = han {
        let first = phrase.get(..letter.len_utf8()).unwrap_or(phrase);
        return (first, phrase.chars().count() as u8);
    }
    let end = phrase.find(|letter: char| !is_latin(letter) && letter != '\'');
    let first = phrase.get(..end.unwrap_or(phrase.len())).unwrap_or(phrase);
    let parts = phrase.split(|letter: char| !is_latin(letter) && letter != '\'');
    (first, parts.count() as u8)
}

/// The entries of a list, in their order: the place of the kind in the table, and the phrase.
pub(super) fn entries(list: &str) -> impl Iterator<Item = (u8, &str)> {
    let mut kind = None;
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .flat_map(move |line| {
            let heading = line.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
            if let Some(name) = heading {
                kind = KINDS.iter().position(|kind| kind.key == name);
            }
            let kind = kind.map(|it| it as u8);
            let line = if heading.is_some() { "" } else { line };
            line.split(", ")
                .filter(|phrase| !phrase.is_empty())
                .filter_map(move |phrase| Some((kind?, phrase)))
        })
}

/// A phrase of the lists in a text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub kind: &'static Kind,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// The phrases of the lists in a text, from left to right, the longest first.
pub(super) fn find(tokens: &[Token<'_>], low: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hit = longest(tokens.get(at..).unwrap_or_default(), low);
        let Some((kind, count)) = hit else {
            at += 1;
            continue;
        };
        found.push(Found {
            kind,
            tokens: at..at + count,
        });
        at += count;
    }
    found
}

/// The longest phrase at the head of some tokens.
fn longest(tokens: &[Token<'_>], low: &str) -> Option<(&'static Kind, usize)> {
    let first = tokens.first()?;
    let most = DICTIONARY.longest.get(&key(first.low.as_bytes()));
    let most = most.map_or(1, |most| usize::from(*most));
    let same = |token: &&Token<'_>| token.shape == first.shape && token.clause == first.clause;
    let run = tokens.iter().take(most).take_while(same).count();
    (1..=run).rev().find_map(|count| {
        let last = tokens.get(count - 1)?;
        let letters = low.get(first.range.start..last.range.end)?;
        let plain = if count == 1 {
            first.low.as_ref()
        } else {
            letters
        };
        let kind = match first.shape {
            Shape::Han => look_up(plain),
            Shape::Word if count == 1 => stems(plain),
            Shape::Word | Shape::Number => {
                look_up(plain).or_else(|| look_up(plain.strip_suffix('s')?))
            }
        };
        Some((kind?, count))
    })
}

fn look_up(phrase: &str) -> Option<&'static Kind> {
    KINDS.get(usize::from(*DICTIONARY.kinds.get(&key(phrase.as_bytes()))?))
}

/// What is put in place of an ending.
const ENDINGS: &[(&str, &[&str])] = &[
    ("'s", &[""]),
    ("ies", &["y"]),
    ("es", &[""]),
    ("s", &[""]),
    ("ied", &["y"]),
    ("ed", &["", "e"]),
    ("ing", &["", "e"]),
    ("er", &["", "e"]),
    ("est", &["", "e"]),
    ("ly", &[""]),
];

/// A word, as it stands or without its ending.
fn stems(word: &str) -> Option<&'static Kind> {
    look_up(word).or_else(|| {
        ENDINGS.iter().find_map(|(ending, instead)| {
            let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 2)?;
            instead.iter().find_map(|with| match *with {
                "" => look_up(stem),
                with => look_up(&format!("{stem}{with}")),
            })
        })
    })
}
