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
    /// How each phrase begins, by slot.
    starts: Vec<Start>,
    /// Where the phrases of each slot begin in `starts`.
    slots: [u32; SLOTS + 1],
    /// The first bytes of all phrases: a quick no for most words of a text.
    first: [bool; 256],
    /// Whether there is a phrase of one byte.
    single: bool,
}

/// Few enough to be laid out for the names of one plan, many enough for the longest list.
const SLOTS: usize = 256;

/// How a phrase begins.
#[derive(Debug)]
struct Start {
    /// Its first letters.
    key: u32,
    /// Its number.
    nth: u32,
    /// Its first eight bytes, or fewer where it is shorter: most words that begin with the same
    /// letters differ here.
    head: u64,
    /// The bits of `head` that count.
    mask: u64,
}

/// The slot of first letters: the upper bits of a product with an odd constant near the golden
/// ratio are well mixed.
const fn slot(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 24) as usize
}

/// The first eight bytes of a text in lower case, the first one lowest; zeros behind its end.
fn head(bytes: &[u8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    let head = bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut short = [0; 8];
        short
            .iter_mut()
            .zip(bytes)
            .for_each(|(to, byte)| *to = *byte);
        short
    });
    let head = u64::from_le_bytes(head);
    // All bytes at once: the upper bit of each sum says whether the byte is from A on, or past Z.
    let low = head & (ONES * 0x7f);
    let (from_a, past_z) = (low + ONES * (0x80 - 0x41), low + ONES * (0x80 - 0x5b));
    let capital = from_a & !past_z & !head & (ONES * 0x80);
    head | capital >> 2
}

/// The first letters of a text with this head: two of Latin, or one of another script.
///
/// The last letter of a text stands alone, as does a phrase of one letter.
const fn first_letters(head: u64) -> u32 {
    let bits = if head & 0xff < 0xe0 {
        0xffff
    } else {
        0x00ff_ffff
    };
    (head & bits) as u32
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
        let mut starts = Vec::with_capacity(phrases.len());
        let (mut slots, mut first) = ([0; SLOTS + 1], [false; 256]);
        for (nth, phrase) in (0..).zip(&phrases) {
            let head = head(phrase.as_bytes());
            let key = first_letters(head);
            let spare = 8_usize.saturating_sub(phrase.len()) * 8;
            starts.push(Start {
                key,
                nth,
                head,
                mask: u64::MAX >> spare,
            });
            slots[slot(key) + 1] += 1;
            for byte in phrase.bytes().take(1) {
                first[usize::from(byte)] = true;
                first[usize::from(byte.to_ascii_uppercase())] = true;
            }
        }
        starts.sort_unstable_by_key(|start| (slot(start.key), start.nth));
        for at in 0..SLOTS {
            slots[at + 1] += slots[at];
        }
        let single = phrases.iter().any(|phrase| phrase.len() == 1);
        Lexicon {
            phrases,
            tags,
            starts,
            slots,
            first,
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
        while let Some(&byte) = bytes.get(at) {
            let start = at;
            let was_in_word = in_word;
            match byte {
                0..0x80 if IN_WORD[usize::from(byte)] => {
                    in_word = true;
                    // Nothing begins inside a word.
                    let inside = |byte: &u8| IN_WORD[usize::from(*byte)];
                    while bytes.get(at).is_some_and(inside) {
                        at += 1;
                    }
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
            let may_begin = self.first[usize::from(byte)] && !(in_word && was_in_word);
            if may_begin && self.begin(text, start, &mut take) {
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
        let head = head(&text.as_bytes()[at..]);
        let key = first_letters(head);
        if self.of_key(key, head, text, at, take) {
            return true;
        }
        // A phrase of one letter is known by that letter and nothing behind it.
        let alone = first_letters(head & 0xff);
        self.single && alone != key && self.of_key(alone, head, text, at, take)
    }

    fn of_key(
        &self,
        key: u32,
        head: u64,
        text: &str,
        at: usize,
        take: &mut impl FnMut(Range<usize>, usize) -> bool,
    ) -> bool {
        let slot = slot(key);
        let (from, to) = (self.slots[slot] as usize, self.slots[slot + 1] as usize);
        for start in &self.starts[from..to] {
            if start.key != key || head & start.mask != start.head {
                continue;
            }
            let nth = start.nth as usize;
            let end = at + self.phrases[nth].len();
            let found = text.as_bytes().get(at..end);
            if found.is_some_and(|it| it.eq_ignore_ascii_case(self.phrases[nth].as_bytes()))
                && let Some(range) = whole(text, at..end)
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

/// Letters and digits of ASCII, by byte.
static IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// Whether a letter belongs to a word that is parted by spaces, as Chinese is not.
pub fn is_latin(letter: char) -> bool {
    letter.is_alphanumeric() && !is_chinese(letter)
}

/// Whether a letter is a Chinese character.
pub fn is_chinese(letter: char) -> bool {
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
