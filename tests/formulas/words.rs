//! The names and words of the formulas.

use std::collections::BTreeMap;

use farsight::figures::formula::FUNCTIONS;
use farsight::figures::{FORMULAS, Topic};
use farsight::words::Text;

use super::expression::names;

/// Flags that every formula has.
const TAKEN: [&str; 6] = ["lang", "color", "config", "help", "format", "input"];

#[test]
fn names_are_found_once() {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for formula in FORMULAS {
        for name in formula.aliases.iter().chain([&formula.name]) {
            assert_eq!(*name, name.to_lowercase(), "{}", formula.name);
            assert!(!name.contains(['_', ' ']), "{name}");
            let before = known.insert((*name).to_owned(), formula.name);
            assert_eq!(before, None, "{name} also means {}", formula.name);
            assert!(formula.answers_to(name));
            assert!(formula.answers_to(&name.replace('-', "_")));
        }
        let mut flags: BTreeMap<&str, &str> = BTreeMap::new();
        for input in formula.inputs {
            for name in input.aliases.iter().chain([&input.name]) {
                let before = flags.insert(name, input.name);
                assert_eq!(before, None, "{} {name}", formula.name);
                assert!(!TAKEN.contains(name), "{} {name}", formula.name);
            }
        }
        let mut results: Vec<&str> = formula.outputs.iter().map(|it| it.name).collect();
        // A result may be called as an input only if it is never told from it: then it may not.
        results.extend(formula.inputs.iter().map(|it| it.name));
        let all = results.len();
        results.sort_unstable();
        results.dedup();
        assert_eq!(
            results.len(),
            all,
            "{}: an input and a result share a name",
            formula.name
        );
    }
}

#[test]
fn the_list_goes_by_topic() {
    let topics: Vec<Topic> = FORMULAS.iter().map(|it| it.topic).collect();
    let mut sorted = topics.clone();
    sorted.sort();
    assert_eq!(topics, sorted);
}

#[test]
fn every_word_has_two_languages() {
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let check = |text: Text, of: &str| {
        assert!(!text.en.trim().is_empty(), "{of}");
        assert!(!han(text.en), "{of}: {}", text.en);
        assert!(han(text.zh) || text.zh.is_ascii(), "{of}: {}", text.zh);
        // A comma may group the digits of a number.
        let chars: Vec<char> = format!("  {}  ", text.zh).chars().collect();
        let half_width = chars.windows(3).any(|it| {
            let grouped = it[0].is_ascii_digit() && it[2].is_ascii_digit();
            [',', ';', '?', ':'].contains(&it[1]) && !grouped
        });
        assert!(!half_width, "{of}: {}", text.zh);
    };
    for formula in FORMULAS {
        let of = formula.name;
        check(formula.title, of);
        check(formula.answers, of);
        assert!(formula.answers.en.ends_with('?'), "{of}");
        assert!(formula.answers.zh.ends_with('？'), "{of}");
        if let Some(convention) = formula.convention {
            check(convention, of);
            assert!(
                convention.en.ends_with('.') && convention.zh.ends_with('。'),
                "{of}"
            );
        }
        for (text, name) in formula
            .inputs
            .iter()
            .map(|it| (it.label, it.name))
            .chain(formula.outputs.iter().map(|it| (it.label, it.name)))
        {
            check(text, &format!("{of} {name}"));
        }
        for output in formula.outputs {
            let known = |name: &&str| {
                formula.inputs.iter().any(|it| it.name == *name)
                    || formula.outputs.iter().any(|it| it.name == *name)
            };
            let unknown: Vec<&str> = names(output.expression).filter(|it| !known(it)).collect();
            assert!(unknown.is_empty(), "{of} {}: {unknown:?}", output.name);
        }
    }
    for (function, words) in FUNCTIONS {
        assert!(function.ends_with('('));
        assert!(words.en.ends_with('(') && words.zh.ends_with('('));
    }
}
