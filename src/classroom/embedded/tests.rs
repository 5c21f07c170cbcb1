//! The exercises: each breaks what it is about and nothing else, and its answer mends it.

use std::collections::BTreeSet;

use super::*;
use crate::checks::{self, Severity};
use crate::words::Lang;

/// Faults of an exercise's own design, all at once.
fn faults(name: &str) -> Vec<String> {
    let exercise = match read(name) {
        Ok(exercise) => exercise,
        Err(wrongs) => return wrongs.iter().map(|it| it.message(Lang::En)).collect(),
    };
    let about: BTreeSet<&str> = exercise.rules.iter().map(|rule| rule.name).collect();
    let mut faults = Vec::new();
    let settings = exercise.settings();
    let found = |text: &str| -> BTreeSet<(&'static str, Severity, String)> {
        let report = checks::check_text_with(text, &settings);
        let all = report.findings.into_iter();
        all.map(|it| (it.rule.name, it.severity, it.path)).collect()
    };
    for lang in Lang::ALL {
        let tag = lang.tag();
        let start = found(&exercise.start(lang));
        for rule in &about {
            if !start.iter().any(|(name, ..)| name == rule) {
                faults.push(format!("{name} start.{tag}: {rule} does not fire"));
            }
        }
        for (rule, severity, path) in &start {
            if !about.contains(rule) && *severity != Severity::Advice {
                faults.push(format!("{name} start.{tag}: {rule} fires at {path}"));
            }
        }
        for (rule, severity, path) in found(exercise.answer.get(lang)) {
            if about.contains(rule) || severity != Severity::Advice {
                faults.push(format!("{name} answer.{tag}: {rule} fires at {path}"));
            }
        }
        for path in exercise.changed(exercise.answer.get(lang)) {
            faults.push(format!("{name} answer.{tag}: changes the locked {path}"));
        }
        for lock in &exercise.locked {
            let start = crate::plan::Document::parse(exercise.start(lang));
            if !start.has(lock) {
                faults.push(format!("{name} start.{tag}: no locked {lock}"));
            }
        }
    }
    for rule in &exercise.rules {
        if exercise.hints_for(rule).next().is_none() {
            faults.push(format!("{name}: no hint for {}", rule.name));
        }
    }
    faults
}

#[test]
fn an_exercise_breaks_what_it_is_about_and_its_answer_mends_it() {
    let faults: Vec<String> = names().flat_map(faults).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn an_exercise_can_be_asked_for_by_the_beginning_of_its_name() {
    assert_eq!(named("past"), Some("past-the-product"));
    assert_eq!(named(""), None);
    assert!(exercise("电钻").is_none());
    assert!(exercise("past").is_some_and(|it| it.name == "past-the-product"));
}

#[test]
fn no_exercise_is_left_out() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/plans/exercises");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    let mut known: Vec<&str> = names().collect();
    known.sort_unstable();
    assert_eq!(found, known);
}

#[test]
fn what_is_wrong_with_an_exercise_is_told_with_file_and_place() {
    let told = |text: &str, lang| {
        let task = text.to_owned();
        let wrongs = Exercise::read("x", |file| (file == TASK).then(|| task.clone()));
        let wrongs = wrongs.unwrap_err();
        wrongs.iter().map(|it| it.message(lang)).collect::<Vec<_>>()
    };
    let text = "exercise = 1\nminutes = 60\nrules = ['N999']\nrubric = ['Q9']\nlock = []\n\
        [en]\ntitle = 'T'\naim = 'A'\nbrief = 'B'\n[zh]\ntitle = '题'\naim = '的'\n";
    let english = told(text, Lang::En);
    let chinese = told(text, Lang::Zh);
    for line in [
        "start.en.toml:1:1: The plan is missing, or `farsight check` has something to say about its form.",
        "exercise.toml:3:9: There is no rule “N999”; `farsight rules` lists them.",
        "exercise.toml:10:1: “zh.brief” is missing: add it.",
    ] {
        assert!(english.contains(&line.to_owned()), "{english:#?}");
    }
    let line = "exercise.toml:10:1: 缺少“zh.brief”：请补上。";
    assert!(chinese.contains(&line.to_owned()), "{chinese:#?}");
    assert!(english.iter().any(|it| it.contains("no criterion “Q9”")));
    assert!(english.iter().any(|it| it.contains("“lock” is not known")));
    assert!(!told("", Lang::Zh).is_empty() && !told("exercise = ", Lang::En).is_empty());
}

#[test]
fn a_plan_finds_its_exercise_and_a_folder_beside_it_comes_first() {
    let none = |_: &str| None;
    let text = |name: &str| format!("farsight = 1\n[plan]\nexercise = \"{name}\"\n");
    let found = |name: &str| of_plan(&text(name), none).map(|it| it.name);
    assert_eq!(found("one-voice").as_deref(), Some("one-voice"));
    for name in ["one", "", " ", "../one-voice", "a/b", "没有", "C:\\\\x"] {
        assert_eq!(found(name), None, "{name}");
    }
    assert!(of_plan("", none).is_none() && of_plan("[[", none).is_none());
    let own = |path: &str| {
        let file = path.strip_prefix("exercises/课堂一/")?;
        let (_, text) = files("one-voice").iter().find(|(it, _)| *it == file)?;
        Some(text.replace("allow_answer = false", "allow_answer = true"))
    };
    let exercise = of_plan(&text("课堂一"), own).unwrap();
    assert!(exercise.shows_answer(None));
    assert!(exercise.start(Lang::Zh).contains("exercise = \"课堂一\""));
}

#[test]
fn the_answer_is_shown_when_the_teacher_allows_it() {
    let mut exercise = exercise("past").unwrap();
    let day = |text: &str| Some(text.parse().unwrap());
    assert_eq!(exercise.answer(Lang::En, day("2027-01-01")), None);
    exercise.answer_from = day("2027-01-15");
    assert_eq!(exercise.answer(Lang::Zh, day("2027-01-14")), None);
    assert_eq!(exercise.answer(Lang::Zh, None), None);
    assert!(exercise.answer(Lang::Zh, day("2027-01-15")).is_some());
    exercise.answer_from = None;
    exercise.allow_answer = true;
    assert!(exercise.answer(Lang::En, None).is_some());
}
