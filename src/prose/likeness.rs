//! How much two short texts speak of the same thing.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::words::lexicon::is_chinese;

/// The share of the shorter text's words that the other has too, from 0 to 1.
///
/// English counts words of four letters or more; Chinese, which has no spaces, pairs of characters.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (pieces(one), pieces(other));
    let shared = one.intersection(&other).count();
    share(shared, one.len().min(other.len()))
}

/// Texts that many others are held against: each is taken apart once.
#[derive(Debug, Default)]
pub struct Alike {
    /// How many pieces a text has.
    sizes: Vec<usize>,
    /// The texts that have a piece.
    with: HashMap<String, Vec<usize>>,
}

impl Alike {
    /// Takes texts apart; the same text counts once.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t str>) -> Alike {
        let mut alike = Alike::default();
        let mut seen = HashSet::new();
        for text in texts.into_iter().filter(|text| seen.insert(*text)) {
            let pieces = pieces(text);
            for piece in &pieces {
                let with = alike.with.entry(piece.clone()).or_default();
                with.push(alike.sizes.len());
            }
            alike.sizes.push(pieces.len());
        }
        alike
    }

    /// Whether the [`likeness`] of a text and one of these is at least so much.
    pub fn has(&self, text: &str, least: f64) -> bool {
        let pieces = pieces(text);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        let with = pieces.iter().filter_map(|piece| self.with.get(piece));
        for at in with.flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let size = |at: &usize| self.sizes.get(*at).copied().unwrap_or_default();
        let mut shared = shared.iter();
        shared.any(|(at, shared)| share(*shared, pieces.len().min(size(at))) >= least)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}

fn pieces(text: &str) -> HashSet<String> {
    let lower = text.to_lowercase();
    let latin = lower
        .split(|it: char| !it.is_alphanumeric() || is_chinese(it))
        .filter(|word| word.len() > 3)
        .map(str::to_owned);
    let chinese: Vec<char> = lower.chars().collect();
    let pairs = chinese
        .windows(2)
        .filter(|pair| pair.iter().all(|it| is_chinese(*it)))
        .map(|pair| pair.iter().collect());
    latin.chain(pairs).collect()
}

#[cfg(test)]
mod tests {
    use super::{Alike, likeness};

    #[test]
    fn texts_about_the_same_thing_are_alike() {
        assert!(
            likeness(
                "Parents dread homework time",
                "homework is what parents dread most"
            ) > 0.7
        );
        assert!(likeness("Parents dread homework time", "Drivers wait at the depot") < 0.2);
        assert!(likeness("家长为作业焦虑", "我们假定家长为孩子作业焦虑") > 0.6);
        assert!(likeness("家长为作业焦虑", "司机在车场排队") < 0.2);
        assert!(likeness("", "什么") < 0.1);
    }

    #[test]
    fn many_texts_are_held_against_one_as_each_would_be() {
        let texts = [
            "Parents dread homework time",
            "家长为作业焦虑",
            "",
            "家长为作业焦虑",
        ];
        let alike = Alike::new(texts);
        for text in [
            "homework is what parents dread most",
            "我们假定家长为孩子作业焦虑",
            "司机在车场排队",
            "Drivers wait at the depot",
            "",
        ] {
            for least in [0.2, 0.6, 0.9] {
                let any = texts.iter().any(|it| likeness(it, text) >= least);
                assert_eq!(alike.has(text, least), any, "{text} {least}");
            }
        }
    }
}
