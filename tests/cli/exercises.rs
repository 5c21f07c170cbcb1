//! `farsight exercises`, `farsight new --exercise`, and what `check` says of locked parts.

use crate::support::sandbox::Sandbox;

#[test]
fn exercises_are_listed_and_shown_with_hints_that_unfold() {
    let mut sandbox = Sandbox::new();
    sandbox
        .run(&["exercises"])
        .run(&["exercises", "past", "--hints", "2"])
        .run(&["exercises", "nothing"]);
    told!("exercises", sandbox.transcript());
}

#[test]
fn 练习() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["exercises"])
        .run(&["exercises", "past", "--hints", "2"])
        .run(&["exercises", "没有"]);
    told!("exercises-zh", sandbox.transcript());
}

fn begun(lang: &str) -> String {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", lang);
    let locked = "needs.evidence.till-cards.sample";
    sandbox
        .run(&["new", "homework.toml", "--exercise", "past"])
        .run(&["get", "homework.toml", "plan.exercise"])
        .run(&["get", "homework.toml", "plan.organisation"])
        .run(&["set", "homework.toml", locked, "800"]);
    // An editor of one's own keeps nothing locked, so the check tells.
    let text = sandbox.read("homework.toml");
    sandbox.write("homework.toml", text.replace("\nsample = ", "\nsample = 9"));
    sandbox
        .run(&["check", "homework.toml", "--select", "N101"])
        .run(&["new", "x.toml", "--exercise", "past", "--sample", "omumb"])
        .run(&["new", "x.toml", "--exercise", "none"]);
    sandbox.transcript()
}

#[test]
fn an_exercise_begins_a_plan_and_a_changed_locked_part_is_told() {
    told!("exercises-new", begun("en"));
    told!("exercises-new-zh", begun("zh"));
}

#[test]
fn a_teacher_copies_an_exercise_and_lets_the_answer_be_seen() {
    let mut sandbox = Sandbox::new();
    sandbox
        .run(&["exercises", "one-voice", "--answer"])
        .run(&["exercises", "one-voice", "--copy", "exercises/museum"])
        .run(&["exercises", "one-voice", "--copy", "exercises/museum"])
        .run(&["exercises", "exercises/museum", "--copy", "elsewhere"]);
    let task = sandbox.read("exercises/museum/exercise.toml");
    let open = task.replace("allow_answer = false", "allow_answer = true");
    sandbox.write("exercises/museum/exercise.toml", &open);
    sandbox
        .run(&["new", "museum.toml", "--exercise", "exercises/museum"])
        .run(&["get", "museum.toml", "plan.exercise"])
        .run(&["set", "museum.toml", "plan.starts", "2027-09-02"])
        .run(&["check", "museum.toml", "--select", "N101"]);
    let later = task.replace("allow_answer = false", "answer_from = 9999-01-01");
    sandbox.write("exercises/museum/exercise.toml", later);
    sandbox.run(&["exercises", "exercises/museum", "--answer"]);
    let wrong = task.replace("\"channel-segment-mismatch\"", "\"channel-mismatch\"");
    sandbox.write("exercises/museum/exercise.toml", wrong);
    sandbox
        .run(&["exercises", "exercises/museum"])
        .run(&["exercises", "."]);
    told!("exercises-own", sandbox.transcript());
    sandbox.write("exercises/museum/exercise.toml", open);
    let answer = sandbox
        .run(&["exercises", "exercises/museum", "--answer"])
        .transcript();
    assert!(answer.contains("# One voice, in the order of the calendar."));
}

#[test]
fn bad_input_is_told() {
    let mut sandbox = Sandbox::with_bad_input();
    sandbox.try_bad_input(|name| vec!["exercises", name]);
    sandbox.try_bad_input(|name| vec!["new", "fresh.toml", "--exercise", name]);
}
