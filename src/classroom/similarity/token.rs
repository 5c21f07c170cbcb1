//! What is left of a sentence when case, width, names and numbers are taken out of it.
//!
//! Whoever changes a copy changes what is easy to change: names and numbers. Both become a sign
//! of their own, so that `35 %`, `a third`, `百分之三十五` and another number altogether read the
//! same, and so do the firms of two plans.

use foldhash::HashSet;

use crate::words::lexicon::is_chinese;

/// A word, or a sign in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Token {
    /// A word in Latin or another script with blanks, by its hash.
    Word(u64),
    /// A Chinese character.
    Han(char),
    /// A number, whatever it is and however it is written.
    Number,
    /// A name that the plan gives to people, firms, products and segments.
    Name,
}

/// A token as it stood in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub token: Token,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
}

/// English words for numbers, in their order of size; shares last.
const NUMBERS: &str = " zero one two three four five six seven eight nine ten eleven twelve \
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty \
    seventy eighty ninety hundred thousand million billion dozen half third thirds quarter \
    quarters fifth fifths tenth tenths percent pct ";

/// What may stand directly behind digits and belongs to them.
const ENDINGS: [&str; 10] = ["k", "m", "bn", "w", "st", "nd", "rd", "th", "pct", "x"];

/// Chinese numerals and their units.
const NUMERALS: &str = "零〇一二两三四五六七八九十百千万亿";

/// How many names a plan can have; a file with more of them is made to cost time.
const MOST: usize = 500;

/// The hash of a word; the same everywhere, so that the same class gives the same page.
pub(super) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

/// The tokens of a text, numbers already one sign each.
pub(super) fn tokens(text: &str) -> Vec<Seen> {
    let mut out: Vec<Seen> = Vec::new();
    let mut word = String::new();
    for c in text.chars().map(narrow).chain([' ']) {
        let is_digit = c.is_ascii_digit();
        let goes_on = match word.chars().next() {
            // A point or comma inside a number; what it ends is cut off below.
            Some(first) if first.is_ascii_digit() => c.is_ascii_alphanumeric() || ".,_".contains(c),
            Some(_) => c.is_alphanumeric() && !is_chinese(c),
            None => false,
        };
        if goes_on {
            word.push(c);
            continue;
        }
        if matches!(c, '\'' | '’') && !word.is_empty() {
            continue;
        }
        close(&mut word, &mut out);
        match c {
            _ if is_chinese(c) => push(han(c), false, &mut out),
            '%' | '‰' if ends_in_number(&out) => {}
            _ if is_digit || c.is_alphanumeric() => word.push(c),
            _ => {}
        }
    }
    out
}

/// Full-width letters and signs as plain ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn han(c: char) -> Token {
    if NUMERALS.contains(c) {
        Token::Number
    } else {
        Token::Han(c)
    }
}

fn ends_in_number(out: &[Seen]) -> bool {
    out.last().is_some_and(|it| it.token == Token::Number)
}

/// Ends a word, if there is one.
fn close(word: &mut String, out: &mut Vec<Seen>) {
    let Some(first) = word.chars().next() else {
        return;
    };
    let lower = word.to_lowercase();
    if first.is_ascii_digit() {
        push(Token::Number, false, out);
        let end = lower.trim_start_matches(|c: char| c.is_ascii_digit() || ".,_".contains(c));
        if !end.is_empty() && !ENDINGS.contains(&end) {
            push(Token::Word(hash(end.bytes())), false, out);
        }
    } else if NUMBERS.contains(&format!(" {lower} ")) {
        push(Token::Number, false, out);
    } else {
        let token = Token::Word(hash(lower.bytes()));
        push(token, first.is_uppercase() && word.len() > 1, out);
    }
    word.clear();
}

/// Adds a token; what belongs to the number before it is taken up by that.
fn push(token: Token, is_capital: bool, out: &mut Vec<Seen>) {
    let before = |back: usize| {
        let at = out.len().checked_sub(back)?;
        out.get(at).map(|it| it.token)
    };
    let word = |text: &str| Token::Word(hash(text.bytes()));
    let (last, previous) = (before(1), before(2));
    let number = Some(Token::Number);
    match token {
        // 三成 is a number as well.
        Token::Number | Token::Han('成') if last == number => return,
        // 百分之三十五, 三分之一
        Token::Number
            if last == Some(Token::Han('之'))
                && previous == Some(Token::Han('分'))
                && before(3) == number =>
        {
            out.truncate(out.len() - 2);
            return;
        }
        // 三点五
        Token::Number if last == Some(Token::Han('点')) && previous == number => {
            out.pop();
            return;
        }
        // per cent
        _ if token == word("cent") && last == Some(word("per")) && previous == number => {
            out.pop();
            return;
        }
        _ => {}
    }
    out.push(Seen { token, is_capital });
}

/// The names of a plan, as rows of tokens, the longest first.
#[derive(Debug, Default)]
pub(super) struct Names {
    rows: Vec<Vec<Token>>,
    /// Words that stand with a capital inside of sentences, and never without.
    proper: HashSet<Token>,
}

impl Names {
    /// The names in the fields that hold them, and the words that are written like names.
    pub fn new<'t>(
        fields: impl Iterator<Item = &'t str>,
        sentences: impl Iterator<Item = &'t [Seen]>,
    ) -> Names {
        let mut rows: Vec<Vec<Token>> = fields
            .map(|field| tokens(field).iter().map(|it| it.token).collect())
            .filter(|row: &Vec<Token>| is_name(row))
            .collect();
        rows.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        rows.dedup();
        rows.truncate(MOST);
        let (mut high, mut low) = (HashSet::default(), HashSet::default());
        for (at, seen) in sentences.flat_map(|it| it.iter().enumerate()) {
            if !seen.is_capital {
                low.insert(seen.token);
            } else if at > 0 {
                high.insert(seen.token);
            }
        }
        let proper = high.difference(&low).copied().collect();
        Names { rows, proper }
    }

    /// A sentence with its names as signs; neighbours become one.
    pub fn hide(&self, seen: &[Seen]) -> Vec<Token> {
        let all: Vec<Token> = seen.iter().map(|it| it.token).collect();
        let mut out = Vec::with_capacity(all.len());
        let mut rest = all.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let row = self.rows.iter().find(|row| rest.starts_with(row));
            let is_name = row.is_some() || self.proper.contains(first);
            rest = row.map_or(after, |row| rest.get(row.len()..).unwrap_or_default());
            if !is_name {
                out.push(*first);
            } else if out.last() != Some(&Token::Name) {
                out.push(Token::Name);
            }
        }
        out
    }
}

/// Whether a row of tokens may stand for a name: a lone character or number would hide too much.
fn is_name(row: &[Token]) -> bool {
    let han = row.iter().filter(|it| matches!(it, Token::Han(_))).count();
    let words = row.iter().filter(|it| matches!(it, Token::Word(_))).count();
    row.len() <= 10 && (han > 1 || words > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<Token> {
        tokens(text).iter().map(|it| it.token).collect()
    }

    #[test]
    fn numbers_read_the_same_however_they_are_written() {
        for text in [
            "35 %",
            "35%",
            "thirty-five per cent",
            "1,200.50",
            "3k",
            "２０",
        ] {
            assert_eq!(plain(text), [Token::Number], "{text}");
        }
        for text in [
            "百分之三十五",
            "三分之一",
            "三成",
            "3万5千",
            "三点五",
            "35％",
        ] {
            assert_eq!(plain(text), [Token::Number], "{text}");
        }
        assert_eq!(plain("in 2027, we"), plain("in twenty, we"));
    }

    #[test]
    fn case_and_width_do_not_count() {
        assert_eq!(plain("Ｓｍａｒｔ CUP, don't"), plain("smart cup dont"));
    }

    #[test]
    fn names_are_hidden_wherever_they_stand() {
        let hide = |name: &str, text: &str| {
            let seen = tokens(text);
            Names::new([name].into_iter(), [seen.as_slice()].into_iter()).hide(&seen)
        };
        assert_eq!(
            hide("Quiet Quarter", "They go to Quiet Quarter at night"),
            hide("Mill Lane", "They go to Mill Lane at night"),
        );
        // A person whom no field names is known by the capital.
        assert_eq!(hide("x", "then Priya calls"), hide("x", "then Sven calls"));
        assert_eq!(
            hide("静安洗衣", "晚上去静安洗衣等着"),
            hide("城南驿站", "晚上去城南驿站等着")
        );
    }
}
