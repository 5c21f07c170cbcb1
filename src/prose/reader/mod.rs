//! Reads one statement of a plan: does it speak of the product, of the customer, or of both?
//!
//! | file | what it does |
//! |---|---|
//! | [`statement`] | what is read: a text, its field, the offering |
//! | [`token`] | a text as words, characters and clauses |
//! | [`kind`] | the kinds of language, each with its side |
//! | [`dictionary`] | the lists of words by kind, `words.en.txt` and `words.zh.txt` |
//! | [`features`] | what the model sees |
//! | [`model`] | the weights, `model.txt` |
//! | [`verdict`] | the label, and the words that decided |
//!
//! The lists carry what a reader of plans knows; the model weighs it. Both are plain text, nothing
//! is fetched or guessed at, and the same statement is always read the same way.

mod dictionary;
mod features;
mod hash;
mod kind;
mod model;
mod statement;
mod token;
mod verdict;

use std::collections::BTreeMap;

pub use kind::{KINDS, Kind, Side};
pub use statement::{Field, Statement};
pub use verdict::{Evidence, Label, Verdict};

/// Reads a statement; `None` if it has no word at all.
pub fn read(statement: &Statement<'_>) -> Option<Verdict> {
    let low = statement.text.to_ascii_lowercase();
    let parts = features::parts(statement, &low);
    if parts.cut.tokens.is_empty() {
        return None;
    }
    let (scores, weighed) = model::MODEL.weigh(statement, &parts);
    let (label, confidence) = model::decide(scores);
    let evidence = verdict::evidence(label, &parts, &weighed);
    let families = verdict::families(statement, label, &evidence);
    Some(Verdict {
        label,
        confidence,
        evidence,
        families,
    })
}

/// The features of a statement by name, with their values: what a model is trained on.
pub fn features(statement: &Statement<'_>) -> BTreeMap<String, f64> {
    let low = statement.text.to_ascii_lowercase();
    let parts = features::parts(statement, &low);
    let mut times: BTreeMap<String, f64> = BTreeMap::new();
    features::tell(statement, &parts, &mut |name, _| {
        *times.entry(name.concat()).or_default() += 1.0;
    });
    let tokens = parts.cut.tokens.len();
    for value in times.values_mut() {
        *value = f64::from(model::value(*value as f32, tokens));
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(field: Field, offering: &str, text: &str) -> Label {
        let statement = Statement {
            text,
            field: Some(field),
            offering,
            ..Statement::default()
        };
        read(&statement).expect("there are words").label
    }

    #[test]
    fn the_offering_is_no_need_and_a_worry_is() {
        let brushes = "Decorators need our angled brush with tapered filaments.";
        let walls = "Tenants are afraid of losing their deposit over a stain they can't remove.";
        assert_eq!(label(Field::Need, "paint brushes", brushes), Label::Product);
        assert_eq!(label(Field::Need, "paint brushes", walls), Label::Customer);
        let 刷子 = "装修师傅需要我们带锥形刷毛的斜角刷。";
        let 墙 = "租客怕墙上的污渍擦不掉，押金拿不回来。";
        assert_eq!(label(Field::Need, "油漆刷", 刷子), Label::Product);
        assert_eq!(label(Field::Need, "油漆刷", 墙), Label::Customer);
    }

    #[test]
    fn decoration_counts_for_nothing() {
        let plain = "We offer 40 lathes and a certified paint line.";
        let dressed =
            "Because we care, for our customers: we offer 40 lathes and a certified paint line.";
        assert_eq!(label(Field::Mission, "joinery", plain), Label::Product);
        assert_eq!(label(Field::Mission, "joinery", dressed), Label::Product);
        let 套话 = "顾客至上，用心服务：我们拥有车床四十台、认证喷涂线一条。";
        assert_eq!(label(Field::Mission, "木工厂", 套话), Label::Product);
    }

    #[test]
    fn a_text_without_a_word_is_not_read() {
        for text in ["", "  ", "…", "?!", "——"] {
            assert!(
                read(&Statement {
                    text,
                    ..Statement::default()
                })
                .is_none()
            );
        }
    }

    #[test]
    fn every_verdict_tells_words_of_the_text() {
        for text in [
            "We make ladders.",
            "夜里不敢关灯的孩子",
            "Ünïcode ’ İx 1,5.2 加 x 的",
            "z",
        ] {
            let verdict = read(&Statement {
                text,
                ..Statement::default()
            })
            .expect("there are words");
            assert!(verdict.confidence > 0.3 && verdict.confidence <= 1.0);
            for it in &verdict.evidence {
                assert!(
                    text.get(it.range.clone())
                        .is_some_and(|word| !word.is_empty())
                );
            }
        }
    }

    #[test]
    fn paths_of_the_catalogue_name_fields() {
        assert_eq!(Field::named("needs.customer_needs.need"), Some(Field::Need));
        assert_eq!(Field::named("使命"), Some(Field::Mission));
        assert_eq!(Field::named("weather"), None);
    }

    #[test]
    fn every_word_of_the_lists_has_a_kind_and_stands_once() {
        for list in dictionary::LISTS {
            let mut seen = std::collections::HashSet::new();
            assert!(dictionary::entries(list).count() > 4000);
            for (_, phrase) in dictionary::entries(list) {
                assert!(seen.insert(phrase), "{phrase} stands twice");
            }
            for heading in list.lines().filter_map(|line| line.strip_prefix('[')) {
                assert!(
                    kind::kind_of(heading.trim_end_matches(']')).is_some(),
                    "{heading}"
                );
            }
        }
    }
}
