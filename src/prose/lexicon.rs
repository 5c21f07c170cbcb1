//! Words and phrases looked for in one pass, whole words only.

use std::ops::Range;

/// A list of phrases, each with a tag, that is searched in one pass.
///
/// Latin phrases match whole words in any case, with a plural or possessive `s`; Chinese phrases
/// match as they stand, because Chinese has no spaces to hold on to.
///
/// A phrase is tried only where a word begins with its first letters. An automaton would read a
/// long text no faster and takes longer to build than a plan takes to read.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// In lower case.
    phrases: Vec<String>,
    tags: Vec<T>,
    /// The first letters of each phrase with its number, in order.
    starts: Vec<(u32, u32)>,
    /// Whether a phrase may begin with some letters: a quick no for nearly every word of a text.
    sieve: Sieve,
    /// Whether there is a phrase of one byte.
    single: bool,
}

/// A set of first letters that may say yes too often, and never no.
#[derive(Debug, Default)]
struct Sieve([u64; 16]);

impl Sieve {
    const fn place(key: u32) -> (usize, u64) {
        // The upper bits of a product with an odd constant near the golden ratio are well mixed.
        let bit = key.wrapping_mul(0x9e37_79b1) >> 22;
        ((bit / 64) as usize, 1 << (bit % 64))
    }

    fn add(&mut self, key: u32) {
        let (at, bit) = Sieve::place(key);
        self.0[at] |= bit;
    }

    const fn may_have(&self, key: u32) -> bool {
        let (at, bit) = Sieve::place(key);
        self.0[at] & bit != 0
    }
}

/// The first letters at some bytes: two of Latin in lower case, or one of another script.
///
/// The last letter of a text stands alone, as does a phrase of one letter.
fn first_letters(bytes: &[u8]) -> u32 {
    let byte = |at: usize| {
        bytes
            .get(at)
            .map_or(0, |byte| u32::from(byte.to_ascii_lowercase()))
    };
    match byte(0) {
        first @ 0..0xe0 => first | byte(1) << 8,
        first => first | byte(1) << 8 | byte(2) << 16,
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
        let (phrases, tags): (Vec<String>, Vec<T>) = phrases
            .into_iter()
            .filter(|(phrase, _)| !phrase.as_ref().is_empty())
            .map(|(phrase, tag)| (phrase.as_ref().to_lowercase(), tag))
            .unzip();
        let mut sieve = Sieve::default();
        let mut starts = Vec::with_capacity(phrases.len());
        for (nth, phrase) in (0..).zip(&phrases) {
            let key = first_letters(phrase.as_bytes());
            sieve.add(key);
            starts.push((key, nth));
        }
        starts.sort_unstable();
        let single = phrases.iter().any(|phrase| phrase.len() == 1);
        Lexicon {
            phrases,
            tags,
            starts,
            sieve,
            single,
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
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
        let bytes = text.as_bytes();
        let (mut at, mut in_word) = (0, false);
        while let Some(byte) = bytes.get(at) {
            let start = at;
            let was_in_word = in_word;
            match byte {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                    in_word = true;
                    // Nothing begins inside a word.
                    let rest = bytes[at..].iter();
                    at += rest.take_while(|it| it.is_ascii_alphanumeric()).count();
                }
                0..0x80 => {
                    in_word = false;
                    at += 1;
                }
                // Three bytes that are Chinese, whatever the other two are.
                0xe4..=0xe9 => {
                    in_word = false;
                    at += 3;
                }
                _ => {
                    let letter = text.get(at..).and_then(|rest| rest.chars().next());
                    in_word = letter.is_some_and(is_latin);
                    at += letter.map_or(1, char::len_utf8);
                }
            }
            if in_word && was_in_word {
                continue;
            }
            if self.begin(text, start, &mut take) {
                return;
            }
        }
    }

    /// The phrases that begin at a byte; true when one is taken.
    fn begin(
        &self,
        text: &str,
        at: usize,
        take: &mut impl FnMut(Range<usize>, usize) -> bool,
    ) -> bool {
        let rest = &text.as_bytes()[at..];
        let key = first_letters(rest);
        if self.sieve.may_have(key) && self.of_key(key, text, at, take) {
            return true;
        }
        // A phrase of one letter is known by that letter and nothing behind it.
        let alone = first_letters(&rest[..1]);
        self.single && alone != key && self.of_key(alone, text, at, take)
    }

    fn of_key(
        &self,
        key: u32,
        text: &str,
        at: usize,
        take: &mut impl FnMut(Range<usize>, usize) -> bool,
    ) -> bool {
        let rest = &text.as_bytes()[at..];
        let from = self.starts.partition_point(|(start, _)| *start < key);
        let same = self.starts[from..].iter();
        for (_, nth) in same.take_while(|(start, _)| *start == key) {
            let nth = *nth as usize;
            let phrase = self.phrases[nth].as_bytes();
            let found = rest
                .get(..phrase.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(phrase));
            if found
                && let Some(range) = whole(text, at..at + phrase.len())
                && take(range, nth)
            {
                return true;
            }
        }
        false
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

    /// The words found, after a comparison with a search that tries every phrase everywhere.
    fn words(list: &[&str], text: &str) -> Vec<String> {
        let lexicon = Lexicon::new(list.iter().map(|phrase| (phrase, ())));
        let mut everywhere: Vec<Range<usize>> = Vec::new();
        for (at, _) in text.char_indices() {
            for phrase in list.iter().filter(|it| !it.is_empty()) {
                let end = at + phrase.len();
                let here = text
                    .get(at..end)
                    .filter(|it| it.eq_ignore_ascii_case(phrase));
                everywhere.extend(here.and_then(|_| whole(text, at..end)));
            }
        }
        let mut quick = Vec::new();
        lexicon.each(text, |range, ()| quick.push(range));
        quick.sort_by_key(|it| (it.start, it.end));
        everywhere.sort_by_key(|it| (it.start, it.end));
        assert_eq!(quick, everywhere, "{text}");
        assert_eq!(lexicon.is_in(text), !quick.is_empty(), "{text}");
        let hits = lexicon.find(text).into_iter();
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

    #[test]
    fn a_phrase_of_one_letter_and_one_of_signs_are_found_too() {
        let list = ["i", "#1", "%", "é", "éa", "7×24", "茶", "no. 1", "a-b"];
        for text in [
            "I am #1, é",
            "是#1，100% éa A-B i",
            "7×24 no. 1 茶",
            "in x#1 i",
            "茶i茶",
            "",
            "i",
        ] {
            words(&list, text);
        }
        assert_eq!(words(&list, "I am #1 é"), ["I", "#1", "é"]);
        assert_eq!(words(&list, "喝茶7×24"), ["茶", "7×24"]);
    }
}
