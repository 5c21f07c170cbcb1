//! The words that hold the catalogue together: nothing empty, nothing in the wrong language,
//! no name twice, no reference into the void.
//!
//! Each test gathers all faults before it fails, so that one run shows the whole repair.

use std::collections::HashSet;

use farsight::catalogue::{self, Choice, Field, Kind, Section, Shape, Step};
use farsight::words::Text;

/// Fails with one line for each fault.
fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Whether a text holds a Chinese character.
fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}

/// Whether a character is Chinese: the basic block, extension A, the compatibility block, or one
/// of the planes of rare characters.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// Whether a word is written `in-small-letters-and-digits-2`.
fn is_kebab(word: &str) -> bool {
    word.split('-').all(|part| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

/// Where a field stands, without row ids.
fn path(section: &Section, field: &Field) -> String {
    format!("{}.{}", section.path, field.key)
}

/// The choices that a field offers; empty for other kinds.
fn choices(kind: Kind) -> &'static [Choice] {
    match kind {
        Kind::Choice(choices) | Kind::Choices(choices) => choices,
        _ => &[],
    }
}

/// The lists of rows that a field points into.
fn targets(kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Scores(lists) => lists.to_vec(),
        _ => kind.targets().to_vec(),
    }
}

/// Everything a section, its fields and their choices say, each with its place.
fn texts() -> Vec<(String, Text)> {
    let of_sections = catalogue::sections().flat_map(|section| {
        let place = |what: &str| format!("{} {what}", section.path);
        [
            (place("label"), section.label),
            (place("row"), section.row),
            (place("help"), section.help),
        ]
    });
    let of_fields = catalogue::fields().flat_map(|(section, field)| {
        let place = |what: &str| format!("{} {what}", path(section, field));
        [
            (place("label"), field.label),
            (place("help"), field.help),
            (place("good"), field.good),
            (place("bad"), field.bad),
        ]
    });
    let of_choices = catalogue::fields().flat_map(|(section, field)| {
        let choices = choices(field.kind).iter();
        choices.map(|c| {
            (
                format!("{} choice {}", path(section, field), c.key),
                c.label,
            )
        })
    });
    of_sections.chain(of_fields).chain(of_choices).collect()
}

/// An empty table would satisfy every other test here.
#[test]
fn every_step_has_fields() {
    let faults: Vec<String> = Step::ALL
        .into_iter()
        .filter(|step| !catalogue::fields().any(|(section, _)| section.step == *step))
        .map(|step| format!("{} has none", step.label().en))
        .collect();
    assert_none(&faults);
}

#[test]
fn every_text_is_said_in_both_languages() {
    let faults: Vec<String> = texts()
        .into_iter()
        .flat_map(|(place, text)| {
            [
                (format!("{place} en"), text.en),
                (format!("{place} zh"), text.zh),
            ]
        })
        .filter(|(_, text)| text.trim().is_empty() || text.trim() != *text)
        .map(|(place, text)| format!("{place}: {text:?} is empty or padded"))
        .collect();
    assert_none(&faults);
}

#[test]
fn english_holds_no_chinese() {
    let faults: Vec<String> = texts()
        .into_iter()
        .filter(|(_, text)| has_han(text.en))
        .map(|(place, text)| format!("{place}: {}", text.en))
        .collect();
    assert_none(&faults);
}

/// Examples are left out: an id, a date or a number reads the same in both languages.
#[test]
fn chinese_words_are_chinese() {
    let faults: Vec<String> = texts()
        .into_iter()
        .filter(|(place, _)| !place.ends_with(" good") && !place.ends_with(" bad"))
        .filter(|(_, text)| !has_han(text.zh))
        .map(|(place, text)| format!("{place}: {}", text.zh))
        .collect();
    assert_none(&faults);
}

/// A prose field is filled with prose, so its Chinese examples are in Chinese.
#[test]
fn chinese_prose_has_chinese_examples() {
    let faults: Vec<String> = catalogue::fields()
        .filter(|(_, field)| field.kind == Kind::Text)
        .flat_map(|(section, field)| {
            [("good", field.good), ("bad", field.bad)]
                .map(|(what, text)| (format!("{} {what}", path(section, field)), text))
        })
        .filter(|(_, text)| !has_han(text.zh))
        .map(|(place, text)| format!("{place}: {}", text.zh))
        .collect();
    assert_none(&faults);
}

#[test]
fn an_example_to_avoid_differs_from_one_to_follow() {
    let faults: Vec<String> = catalogue::fields()
        .filter(|(_, field)| field.good.en == field.bad.en || field.good.zh == field.bad.zh)
        .map(|(section, field)| path(section, field))
        .collect();
    assert_none(&faults);
}

#[test]
fn paths_are_unique() {
    let mut seen = HashSet::new();
    let faults: Vec<String> = catalogue::sections()
        .filter(|section| section.path.is_empty() || !seen.insert(section.path))
        .map(|section| format!("{:?} is empty or stands twice", section.path))
        .collect();
    assert_none(&faults);
}

#[test]
fn keys_are_unique_within_a_section() {
    let faults: Vec<String> = catalogue::sections()
        .flat_map(|section| {
            let mut seen = HashSet::new();
            let twice = section
                .fields
                .iter()
                .filter(move |field| !seen.insert(field.key));
            twice.map(move |field| path(section, field))
        })
        .collect();
    assert_none(&faults);
}

/// Two sections may nest (`plan` and `plan.interests`), so a key must not be a section as well.
#[test]
fn no_field_stands_where_a_section_stands() {
    let faults: Vec<String> = catalogue::fields()
        .map(|(section, field)| path(section, field))
        .filter(|path| catalogue::section(path).is_some())
        .collect();
    assert_none(&faults);
}

#[test]
fn rows_begin_with_their_id_and_tables_have_none() {
    let faults: Vec<String> = catalogue::sections()
        .filter(|section| {
            let named = section.shape == Shape::Rows && section.path != "accept";
            let first = section.fields.first();
            let begins = first.is_some_and(|field| field.key == "id" && field.kind == Kind::Slug);
            let ids = section
                .fields
                .iter()
                .filter(|field| field.kind == Kind::Slug)
                .count();
            begins != named || ids != usize::from(named)
        })
        .map(|section| section.path.to_owned())
        .collect();
    assert_none(&faults);
}

#[test]
fn captions_name_fields_of_their_section() {
    let faults: Vec<String> = catalogue::sections()
        .flat_map(|section| section.caption.iter().map(move |key| (section, key)))
        .filter(|(section, key)| section.field(key).is_none())
        .map(|(section, key)| format!("{} has no {key}", section.path))
        .collect();
    assert_none(&faults);
}

#[test]
fn references_point_to_lists_of_rows() {
    let faults: Vec<String> = catalogue::fields()
        .flat_map(|(section, field)| {
            let place = path(section, field);
            targets(field.kind)
                .into_iter()
                .map(move |target| (place.clone(), target))
        })
        .filter(|(_, target)| {
            !catalogue::section(target).is_some_and(|section| section.shape == Shape::Rows)
        })
        .map(|(place, target)| format!("{place} points to {target}"))
        .collect();
    assert_none(&faults);
}

#[test]
fn references_name_at_least_one_list() {
    let faults: Vec<String> = catalogue::fields()
        .filter(|(_, field)| matches!(field.kind, Kind::Ref(_) | Kind::Refs(_)))
        .filter(|(_, field)| field.kind.targets().is_empty())
        .map(|(section, field)| path(section, field))
        .collect();
    assert_none(&faults);
}

/// The tiers A, B and C keep the capitals by which people know them.
#[test]
fn choice_keys_are_lower_case_kebab_and_unique() {
    let faults: Vec<String> = catalogue::fields()
        .flat_map(|(section, field)| {
            let mut seen = HashSet::new();
            let wrong = choices(field.kind).iter().filter(move |choice| {
                let tier = matches!(choice.key, "A" | "B" | "C");
                !seen.insert(choice.key) || !(is_kebab(choice.key) || tier)
            });
            wrong.map(move |choice| format!("{}: {}", path(section, field), choice.key))
        })
        .collect();
    assert_none(&faults);
}

#[test]
fn choice_fields_offer_a_choice() {
    let faults: Vec<String> = catalogue::fields()
        .filter(|(_, field)| matches!(field.kind, Kind::Choice(_) | Kind::Choices(_)))
        .filter(|(_, field)| choices(field.kind).len() < 2)
        .map(|(section, field)| path(section, field))
        .collect();
    assert_none(&faults);
}

#[test]
fn scales_run_upwards() {
    let faults: Vec<String> = catalogue::fields()
        .filter(|(_, field)| matches!(field.kind, Kind::Scale(from, to) if from >= to))
        .map(|(section, field)| path(section, field))
        .collect();
    assert_none(&faults);
}

/// The good example is what a person would type, so it must be a word that the field accepts.
#[test]
fn good_examples_of_choices_and_references_fit() {
    let faults: Vec<String> = catalogue::fields()
        .flat_map(|(section, field)| {
            [field.good.en, field.good.zh].map(|good| (path(section, field), field.kind, good))
        })
        .filter(|(_, kind, good)| {
            let fits = |word: &str| match kind {
                Kind::Choice(choices) | Kind::Choices(choices) => {
                    choices.iter().any(|choice| choice.key == word)
                }
                Kind::Slug | Kind::Ref(_) | Kind::Refs(_) => is_kebab(word),
                _ => true,
            };
            !if kind.is_list() {
                good.split("; ").all(fits)
            } else {
                fits(good)
            }
        })
        .map(|(place, _, good)| format!("{place}: {good}"))
        .collect();
    assert_none(&faults);
}

#[test]
fn every_field_is_found_by_its_path() {
    let faults: Vec<String> = catalogue::fields()
        .map(|(section, field)| (section, field, path(section, field)))
        .filter(|(section, field, path)| {
            !catalogue::field(path)
                .is_some_and(|found| found.0.path == section.path && found.1.key == field.key)
        })
        .map(|(_, _, path)| path)
        .collect();
    assert_none(&faults);
}

#[test]
fn what_is_not_in_the_catalogue_is_not_found() {
    for path in [
        "",
        ".",
        "plan",
        "plan.",
        ".title",
        "relationships.care.nothing",
        "关系.投诉",
    ] {
        assert!(catalogue::field(path).is_none(), "{path:?} was found");
    }
    assert!(catalogue::section("").is_none());
    assert!(catalogue::section("关系").is_none());
}
