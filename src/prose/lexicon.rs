//! Words and phrases looked for in one pass, whole words only.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

/// A list of phrases, each with a tag, that is searched in one pass.
///
/// Latin phrases match whole words in any case, with a plural or possessive `s`; Chinese phrases
/// match as they stand, because Chinese has no spaces to hold on to.
#[derive(Debug)]
pub struct Lexicon<T> {
    phrases: Phrases,
    tags: Vec<T>,
}

/// The phrases as they are looked for.
#[derive(Debug)]
enum Phrases {
    /// Nothing to look for.
    None,
    /// One pass for any number of phrases; building it costs more than reading a short plan.
    Many(Box<AhoCorasick>),
    /// Those of a single plan, tried one by one where their first bytes stand.
    Few(Few),
}

/// The phrases of a single plan in lower case, by their first byte.
#[derive(Debug)]
struct Few {
    phrases: Vec<String>,
    /// The numbers of the phrases, in the order of their first bytes.
    order: Vec<usize>,
    /// Where in that order the phrases begin that have each first byte.
    starts: Box<[usize; 257]>,
}

impl Few {
    fn new(phrases: Vec<String>) -> Few {
        let first = |nth: &usize| phrases[*nth].bytes().next().map_or(0, usize::from);
        let mut order: Vec<usize> = (0..phrases.len()).collect();
        order.sort_by_key(first);
        let mut starts = Box::new([0; 257]);
        for nth in &order {
            starts[first(nth) + 1] += 1;
        }
        for byte in 0..256 {
            starts[byte + 1] += starts[byte];
        }
        Few {
            phrases,
            order,
            starts,
        }
    }

    /// Every place where a phrase stands, with its number.
    fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, usize)> + 't {
        let bytes = text.as_bytes();
        bytes.iter().enumerate().flat_map(move |(start, byte)| {
            let first = usize::from(byte.to_ascii_lowercase());
            let here = self.starts[first]..self.starts[first + 1];
            self.order[here].iter().filter_map(move |nth| {
                let phrase = self.phrases[*nth].as_bytes();
                let found = bytes.get(start..start + phrase.len())?;
                found
                    .eq_ignore_ascii_case(phrase)
                    .then_some((start..start + phrase.len(), *nth))
            })
        })
    }
}

/// A phrase found: where it stands, and its tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<T> {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What the list says of it.
    pub tag: T,
}

impl Lexicon<()> {
    /// Builds a list from a text in which commas part the phrases.
    pub fn list(phrases: &str) -> Lexicon<()> {
        Lexicon::new(phrases.split(',').map(|phrase| (phrase.trim(), ())))
    }
}

impl<T: Copy> Lexicon<T> {
    /// Builds the list; where a phrase comes twice, the first tag holds.
    pub fn new<S: AsRef<str>>(phrases: impl IntoIterator<Item = (S, T)>) -> Lexicon<T> {
        let (phrases, tags) = lower(phrases);
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(&phrases);
        let phrases = match automaton {
            Ok(automaton) if !phrases.is_empty() => Phrases::Many(Box::new(automaton)),
            _ => Phrases::None,
        };
        Lexicon { phrases, tags }
    }

    /// Builds a list for a single plan: quickly, since it reads little.
    pub fn quick<S: AsRef<str>>(phrases: impl IntoIterator<Item = (S, T)>) -> Lexicon<T> {
        let (phrases, tags) = lower(phrases);
        let phrases = if phrases.is_empty() {
            Phrases::None
        } else {
            Phrases::Few(Few::new(phrases))
        };
        Lexicon { phrases, tags }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        matches!(self.phrases, Phrases::None)
    }

    /// Visits every phrase in a text with its tag, overlapping ones too.
    pub fn each(&self, text: &str, mut visit: impl FnMut(Range<usize>, T)) {
        self.hits(text, |range, nth| {
            visit(range, self.tags[nth]);
            false
        });
    }

    /// Every whole phrase in a text with its number, until one is taken.
    fn hits(&self, text: &str, mut take: impl FnMut(Range<usize>, usize) -> bool) {
        match &self.phrases {
            Phrases::None => {}
            Phrases::Many(automaton) => {
                for hit in automaton.find_overlapping_iter(text) {
                    if let Some(range) = whole(text, hit.range())
                        && take(range, hit.pattern().as_usize())
                    {
                        return;
                    }
                }
            }
            Phrases::Few(few) => {
                for (range, nth) in few.find(text) {
                    if let Some(range) = whole(text, range)
                        && take(range, nth)
                    {
                        return;
                    }
                }
            }
        }
    }

    /// Where phrases stand in a text, from left to right; of phrases that overlap, the longest.
    pub fn find(&self, text: &str) -> Vec<Hit<T>> {
        let mut hits: Vec<(Range<usize>, usize)> = Vec::new();
        self.hits(text, |range, nth| {
            hits.push((range, nth));
            false
        });
        hits.sort_by_key(|(range, nth)| (range.start, std::cmp::Reverse(range.end), *nth));
        let mut end = 0;
        hits.retain(|(range, _)| {
            let free = range.start >= end;
            if free {
                end = range.end;
            }
            free
        });
        hits.into_iter()
            .map(|(range, nth)| Hit {
                range,
                tag: self.tags[nth],
            })
            .collect()
    }

    /// Whether any phrase stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        let mut found = false;
        self.hits(text, |_, _| {
            found = true;
            true
        });
        found
    }
}

/// Phrases in lower case, without empty ones, and their tags.
fn lower<S: AsRef<str>, T>(phrases: impl IntoIterator<Item = (S, T)>) -> (Vec<String>, Vec<T>) {
    phrases
        .into_iter()
        .filter(|(phrase, _)| !phrase.as_ref().is_empty())
        .map(|(phrase, tag)| (phrase.as_ref().to_lowercase(), tag))
        .unzip()
}

/// Whether a letter belongs to a word that is parted by spaces, as Chinese is not.
pub(super) fn is_latin(letter: char) -> bool {
    letter.is_alphanumeric() && !is_chinese(letter)
}

/// Whether a letter is a Chinese character.
pub(super) fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The range widened over a plural `s`, if it holds whole words.
fn whole(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let found = text.get(range.clone())?;
    let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
    let opens = !found.starts_with(is_latin) || !before.ends_with(is_latin);
    if !opens {
        return None;
    }
    if !found.ends_with(is_latin) || !after.starts_with(is_latin) {
        return Some(range);
    }
    // Words of one or two letters have no plural: "i" is not found in "is".
    (found.len() > 2).then_some(())?;
    ["s", "es"].iter().find_map(|plural| {
        let (end, rest) = after.split_at_checked(plural.len())?;
        (end.eq_ignore_ascii_case(plural) && !rest.starts_with(is_latin))
            .then(|| range.start..range.end + plural.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words found, in the same way by either search.
    fn words(list: &[&str], text: &str) -> Vec<String> {
        let phrases = || list.iter().map(|phrase| (phrase, ()));
        let (many, few) = (Lexicon::new(phrases()), Lexicon::quick(phrases()));
        assert_eq!(many.find(text), few.find(text), "{text}");
        assert_eq!(many.is_in(text), few.is_in(text), "{text}");
        let hits = few.find(text).into_iter();
        hits.map(|hit| text[hit.range].to_owned()).collect()
    }

    #[test]
    fn whole_words_in_any_case_and_in_the_plural() {
        let list = ["cup", "smart cup", "every", "bus"];
        assert_eq!(words(&list, "Smart CUPS, buses"), ["Smart CUPS", "buses"]);
        assert!(words(&list, "cupboards, everyday, busy").is_empty());
        assert_eq!(words(&list, "a cup's rim"), ["cup"]);
    }

    #[test]
    fn chinese_phrases_match_without_spaces_and_latin_names_beside_chinese() {
        let list = ["水杯", "智能水杯", "X-9"];
        assert_eq!(words(&list, "需要智能水杯和x-9手环"), ["智能水杯", "x-9"]);
        assert!(words(&list, "X-90").is_empty());
    }

    #[test]
    fn an_empty_list_finds_nothing() {
        assert!(words(&[""], "anything 什么").is_empty());
    }
}
