//! An exercise in the interface: begun from the list, taught by the coach, its locked parts kept.

use crate::support::harness::Harness;
use farsight::classroom::exercise;
use farsight::words::Lang;

fn past(lang: Lang) -> Harness {
    let start = exercise("past-the-product").unwrap().start(lang);
    Harness::plan(lang, &start)
}

#[test]
fn an_exercise_begins_from_the_list_and_shows_its_case() {
    for (lang, typed, title) in [
        (Lang::En, "\"one voice\"", "One voice"),
        (Lang::Zh, "\"声音\"", "一个声音"),
    ] {
        let mut h = Harness::folder((120, 36), lang, &[]);
        h.keys("x").sees(title);
        h.keys(typed).keys("enter").sees(title);
        assert_eq!(h.files(), ["one-voice.toml"]);
        h.keys("esc");
        let of = "exercise = \"one-voice\"";
        assert!(h.text().contains(of));
    }
}

#[test]
fn the_coach_asks_before_it_tells_and_hints_unfold() {
    for (lang, asks, hint, told, end) in [
        (
            Lang::En,
            "Alt-H next hint (2 left)",
            "not what he has bought",
            "drawn around what",
            "no further hint",
        ),
        (
            Lang::Zh,
            "Alt-H 下一条提示（还有2条）",
            "学期结束时",
            "市场是围绕所卖",
            "没有更多提示",
        ),
    ] {
        let mut h = past(lang);
        h.go("needs.market.definition");
        h.sees(asks).sees_no(hint).sees_no(told);
        h.keys("alt-h").sees(hint);
        h.keys("alt-h");
        // Then the hint for the whole exercise, in a page of its own.
        h.keys("alt-h").keys("esc");
        h.keys("alt-h").sees(end);
    }
}

#[test]
fn a_locked_part_is_refused_with_a_reason_and_the_rest_is_not() {
    for (lang, why) in [(Lang::En, "as it was given"), (Lang::Zh, "保持原样")] {
        let mut h = past(lang);
        let before = h.text();
        h.go("needs.evidence.till-cards.finding");
        h.keys("\"x\"");
        assert!(h.notice().contains(why), "{}", h.notice());
        assert_eq!(h.text(), before);
        h.go("plan.mission").keys("\"x\"");
        assert_ne!(h.text(), before);
    }
}

#[test]
fn a_plan_of_no_exercise_says_so() {
    let mut h = Harness::plan(Lang::En, &crate::support::harness::plan(""));
    h.keys("alt-b").sees("not of an exercise");
    h.keys("alt-h").sees("not of an exercise");
}

#[test]
fn the_quiz_asks_box_after_box_and_keeps_what_is_known() {
    for (lang, name, title, first) in [
        (
            Lang::En,
            "\"be asked\"",
            "1 of 10",
            "getting something wanted",
        ),
        (Lang::Zh, "\"考考\"", "第1题", "付出某物"),
    ] {
        let mut h = Harness::folder((100, 30), lang, &[]);
        h.keys("ctrl-p").keys(name).keys("enter").sees(title);
        for _ in 0..9 {
            h.keys("enter");
        }
        h.keys("enter").sees("10").keys("enter");
        // What was asked today is not asked again.
        h.keys("ctrl-p").keys(name).keys("enter").sees(title);
        h.sees_no(first);
        h.keys("esc");
    }
}
