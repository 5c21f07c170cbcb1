//! Plans, and the ways to spoil one.

use std::fs;

use farsight::plan::SAMPLES;
use proptest::prelude::*;
use proptest::sample::Index;

/// The texts that are spoilt: the samples, the plans of the classroom, the real ones.
pub fn plans() -> Vec<String> {
    let mut texts: Vec<String> = ["plans/class", "tests/real"]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("readable"))
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| fs::read_to_string(path).expect("readable"))
        .collect();
    texts.sort();
    texts.extend(SAMPLES.iter().map(|sample| sample.text.to_owned()));
    texts
}

/// One way to spoil a plan.
#[derive(Debug, Clone)]
pub enum Harm {
    /// A line is lost.
    Drop(Index),
    /// Some lines stand twice.
    Double(Index, usize),
    /// Two lines change places.
    Swap(Index, Index),
    /// A value becomes one of another type.
    Retype(Index, &'static str),
    /// A number becomes another.
    Number(Index, &'static str),
    /// Two numbers change places.
    SwapNumbers(Index, Index),
    /// A quoted word becomes another.
    Word(Index, &'static str),
    /// A quoted word becomes one that stands elsewhere: ids meet, references go astray or round.
    Refer(Index, Index),
    /// A word becomes one of so many characters.
    Long(Index, usize),
    /// A table or a row is lost, as far as the next.
    DropRow(Index),
    /// Two keys change their values.
    SwapValues(Index, Index),
    /// Bytes come in.
    Bytes(Index, Vec<u8>),
    /// A piece is lost.
    Cut(Index, usize),
}

const VALUES: &[&str] = &[
    "\"\"",
    "\"x\"",
    "\"需要\"",
    "'''a\nb'''",
    "0",
    "-1",
    "0.5",
    "1e9",
    "true",
    "[]",
    "[1, \"a\"]",
    "[[[]]]",
    "{}",
    "{ a = 1, b = { c = \"d\" } }",
    "2027-13-01",
    "2027-02-30",
    "1979-05-27",
    "0001-01-01",
    "9999-12-31",
    "1e308",
    "-1e308",
    "123456789012345678901234567890",
    "79228162514264337593543950335",
    "0.0000000000000000000000000001",
    "-9223372036854775808",
    "[1e308, 1e308]",
    "[\"warm-start\", \"warm-start\"]",
    "07:32:00",
    "nan",
    "",
    "\"open",
    "{ id = \"x\" }",
    "[{ id = \"x\" }, { id = \"x\" }]",
];

const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1",
    "0.000000000000000000000000000001",
    "79228162514264337593543950335",
    "79228162514264337593543950336",
    "9223372036854775807",
    "-9223372036854775808",
    "1e308",
    "1e-400",
    "inf",
    "-inf",
    "nan",
    "0xffffffff",
    "1_000_000_000_000_000_000_000",
    "100",
    "0.1",
];

const WORDS: &[&str] = &[
    "nowhere",
    "",
    "待定",
    "TODO",
    "a.b",
    "Ä b",
    "\\u4e00",
    "target",
    "everyone",
    "所有人",
    "\\",
];

/// Every harm, the likelier where more can break.
pub fn harm() -> impl Strategy<Value = Harm> {
    let index = any::<Index>;
    let pick = |from: &'static [&'static str]| prop::sample::select(from);
    prop_oneof![
        1 => index().prop_map(Harm::Drop),
        1 => (index(), 1usize..30).prop_map(|(at, many)| Harm::Double(at, many)),
        1 => (index(), index()).prop_map(|(a, b)| Harm::Swap(a, b)),
        3 => (index(), pick(VALUES)).prop_map(|(at, value)| Harm::Retype(at, value)),
        2 => (index(), pick(NUMBERS)).prop_map(|(at, number)| Harm::Number(at, number)),
        1 => (index(), index()).prop_map(|(a, b)| Harm::SwapNumbers(a, b)),
        1 => (index(), pick(WORDS)).prop_map(|(at, word)| Harm::Word(at, word)),
        2 => (index(), index()).prop_map(|(at, from)| Harm::Refer(at, from)),
        1 => (index(), 1usize..3000).prop_map(|(at, many)| Harm::Long(at, many)),
        1 => index().prop_map(Harm::DropRow),
        2 => (index(), index()).prop_map(|(a, b)| Harm::SwapValues(a, b)),
        1 => (index(), prop::collection::vec(any::<u8>(), 1..12)).prop_map(|(at, b)| Harm::Bytes(at, b)),
        1 => (index(), 1usize..300).prop_map(|(at, many)| Harm::Cut(at, many)),
    ]
}

/// Where the pieces stand whose characters all answer to a question.
fn runs(text: &str, is: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, sign)| is(*sign)) {
        match found.last_mut() {
            Some(last) if last.1 == at => last.1 = at + sign.len_utf8(),
            _ => found.push((at, at + sign.len_utf8())),
        }
    }
    found
}

/// Where the words stand that are quoted within a line.
fn quoted(text: &str) -> Vec<(usize, usize)> {
    runs(text, |sign| !matches!(sign, '"' | '\n'))
        .into_iter()
        .filter(|(start, end)| text[..*start].ends_with('"') && text[*end..].starts_with('"'))
        .collect()
}

/// The text after one harm.
#[allow(clippy::too_many_lines, reason = "one arm for each harm, as a table")]
pub fn spoil(text: &str, harm: &Harm) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return "x".to_owned();
    }
    let numbers = || {
        runs(text, |sign| {
            sign.is_ascii_digit() || matches!(sign, '.' | '_')
        })
    };
    let replaced = |(start, end): (usize, usize), new: &str| {
        format!("{}{new}{}", &text[..start], &text[end..])
    };
    match harm {
        Harm::Drop(at) => {
            lines.remove(at.index(lines.len()));
        }
        Harm::Double(at, many) => {
            let at = at.index(lines.len());
            let copy = lines[at..(at + many).min(lines.len())].to_vec();
            lines.splice(at..at, copy);
        }
        Harm::Swap(a, b) => {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
        }
        Harm::Retype(at, value) => {
            let values: Vec<usize> = (0..lines.len())
                .filter(|at| lines[*at].contains(" = "))
                .collect();
            if values.is_empty() {
                return text.to_owned();
            }
            let at = values[at.index(values.len())];
            let key = lines[at].split(" = ").next().unwrap_or_default();
            let line = format!("{key} = {value}\n");
            lines[at] = &line;
            return lines.concat();
        }
        Harm::Number(at, number) => {
            let all = numbers();
            if !all.is_empty() {
                return replaced(all[at.index(all.len())], number);
            }
        }
        Harm::SwapNumbers(a, b) => {
            let all = numbers();
            if !all.is_empty() {
                let (a, b) = (all[a.index(all.len())], all[b.index(all.len())]);
                let (a, b) = if a <= b { (a, b) } else { (b, a) };
                if a != b {
                    let (low, high) = (&text[a.0..a.1], &text[b.0..b.1]);
                    let (start, middle, end) = (&text[..a.0], &text[a.1..b.0], &text[b.1..]);
                    return [start, high, middle, low, end].concat();
                }
            }
        }
        Harm::Word(at, word) => {
            let all = quoted(text);
            if !all.is_empty() {
                return replaced(all[at.index(all.len())], word);
            }
        }
        Harm::Refer(at, from) => {
            let all = quoted(text);
            if !all.is_empty() {
                let (start, end) = all[from.index(all.len())];
                return replaced(all[at.index(all.len())], &text[start..end]);
            }
        }
        Harm::Long(at, many) => {
            let all = quoted(text);
            if !all.is_empty() {
                let word = "细水长流，".chars().cycle().take(*many).collect::<String>();
                return replaced(all[at.index(all.len())], &word);
            }
        }
        Harm::DropRow(at) => {
            let heads: Vec<usize> = (0..lines.len())
                .filter(|at| lines[*at].starts_with('['))
                .collect();
            if !heads.is_empty() {
                let at = at.index(heads.len());
                let end = heads.get(at + 1).copied().unwrap_or(lines.len());
                lines.drain(heads[at]..end);
            }
        }
        Harm::SwapValues(a, b) => {
            let pairs: Vec<(usize, &str, &str)> = lines
                .iter()
                .enumerate()
                .filter_map(|(at, line)| line.split_once(" = ").map(|(key, of)| (at, key, of)))
                .collect();
            if !pairs.is_empty() {
                let (a, b) = (pairs[a.index(pairs.len())], pairs[b.index(pairs.len())]);
                let (one, other) = (format!("{} = {}", a.1, b.2), format!("{} = {}", b.1, a.2));
                lines[a.0] = &one;
                lines[b.0] = &other;
                return lines.concat();
            }
        }
        Harm::Bytes(at, bytes) => {
            let mut all = text.as_bytes().to_vec();
            let at = at.index(all.len() + 1);
            all.splice(at..at, bytes.iter().copied());
            return String::from_utf8_lossy(&all).into_owned();
        }
        Harm::Cut(at, many) => {
            let mut all = text.as_bytes().to_vec();
            let at = at.index(all.len());
            all.drain(at..(at + many).min(all.len()));
            return String::from_utf8_lossy(&all).into_owned();
        }
    }
    lines.concat()
}

/// Plans that have come to harm.
pub fn spoilt() -> impl Strategy<Value = String> {
    let harms = prop::collection::vec(harm(), 1..6);
    (prop::sample::select(plans()), harms)
        .prop_map(|(plan, harms)| harms.iter().fold(plan, |text, harm| spoil(&text, harm)))
}
