//! How much two short texts speak of the same thing.

use std::collections::HashSet;

use super::lexicon::is_chinese;

/// The share of the shorter text's words that the other has too, from 0 to 1.
///
/// English counts words of four letters or more; Chinese, which has no spaces, pairs of characters.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (pieces(one), pieces(other));
    let least = one.len().min(other.len());
    if least == 0 {
        return 0.0;
    }
    let shared = one.intersection(&other).count();
    f64::from(u32::try_from(shared).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(least).unwrap_or(u32::MAX))
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
    use super::likeness;

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
}
