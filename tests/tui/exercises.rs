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
fn hints_stay_unfolded_when_the_program_ends() {
    for (lang, hint, count) in [
        (Lang::En, "not what he has bought", "1 of 1"),
        (Lang::Zh, "学期结束时", "1/1"),
    ] {
        let mut h = past(lang);
        h.go("needs.market.definition").keys("alt-h").sees(hint);
        h.keys("alt-b").sees("0").keys("enter").sees(count);
        h.keys("esc");
        let mut h = h.crash_and_reopen();
        h.go("needs.market.definition").sees(hint);
        h.keys("alt-b").sees(count);
        // A file that is none begins anew, and says nothing of it.
        for file in std::fs::read_dir(h.state("hints")).unwrap() {
            std::fs::write(file.unwrap().path(), "unfolded = [0, 99, -1, \"x\"\n[").unwrap();
        }
        let mut h = h.crash_and_reopen();
        h.go("needs.market.definition").sees_no(hint);
    }
}

#[test]
fn what_is_given_is_marked_and_no_way_leads_around_it() {
    for (lang, given, changed, stays) in [
        (
            Lang::En,
            "Given, not to be changed",
            "differs now",
            "stays so",
        ),
        (Lang::Zh, "给定材料，不能改", "现在不一样了", "不能改：老师"),
    ] {
        let mut h = past(lang);
        let start = h.text();
        h.go("needs.evidence.till-cards.finding").sees(given);
        h.keys("\"x\" alt-z ctrl-y");
        assert_eq!(h.text(), start);
        h.paste("bought");
        assert_eq!(h.text(), start);
        h.keys("alt-delete");
        assert_eq!(h.text(), start, "{}", h.notice());
        h.go("plan.exercise").sees(given).keys("ctrl-a \"x\"");
        assert!(h.notice().contains(stays), "{}", h.notice());
        assert_eq!(h.text(), start);
        // An editor of one's own can do anything, but not unseen.
        h.app
            .edited_file(&start.replace("currency = ", "currency = \"XXX\" #"));
        assert!(h.notice().contains(changed), "{}", h.notice());
        h.go("plan.mission").sees_no(given);
    }
}

#[test]
fn the_next_thing_to_do_is_what_the_exercise_is_about() {
    for (lang, next) in [
        (Lang::En, "Next: look at: Market or mission"),
        (Lang::Zh, "下一步：处理：市场或使命"),
    ] {
        past(lang).sees(next);
    }
}

#[test]
fn a_worked_answer_shows_where_the_teacher_lets_it() {
    let files = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/plans/exercises/past-the-product"
    );
    for (lang, shows, held) in [
        (
            Lang::En,
            "One good answer among several",
            "shown from 1 May 2027",
        ),
        (Lang::Zh, "好答案不止一个", "2027年5月1日起公布"),
    ] {
        for (line, is_shown) in [
            ("allow_answer = true", true),
            ("allow_answer = false", false),
            ("answer_from = 2027-05-01", false),
            ("answer_from = 2027-02-01", true),
        ] {
            let mut h = Harness::folder((120, 40), lang, &[]);
            let own = h.folder_path().join("exercises/past-the-product");
            std::fs::create_dir_all(&own).unwrap();
            for file in std::fs::read_dir(files).unwrap() {
                let file = file.unwrap();
                let text = std::fs::read_to_string(file.path()).unwrap();
                let text = text.replace("allow_answer = false", line);
                std::fs::write(own.join(file.file_name()), text).unwrap();
            }
            let start = exercise("past-the-product").unwrap().start(lang);
            std::fs::write(h.path(), start).unwrap();
            let plan = h.path();
            h.app.open_plan(&plan);
            // The answer comes after the last hint.
            h.keys("alt-b enter").sees_no(shows).keys("enter");
            if is_shown {
                h.sees(shows);
            } else {
                h.sees_no(shows);
            }
            h.keys("esc alt-b");
            if line.contains("05-01") {
                h.sees(held);
            }
        }
    }
}

#[test]
fn an_exercise_is_told_in_full_before_it_is_begun() {
    for (lang, aim) in [
        (Lang::En, "to get done, not as"),
        (Lang::Zh, "把市场看成一群有事要办的人"),
    ] {
        let mut h = Harness::folder((80, 24), lang, &[]);
        h.keys("x").sees(aim);
    }
}

#[test]
fn an_exercise_of_the_teachers_own_stands_first_in_the_list() {
    let files = concat!(env!("CARGO_MANIFEST_DIR"), "/plans/exercises/one-voice");
    for (lang, from, own) in [
        (Lang::En, "title = \"One voice\"", "Our own museum"),
        (Lang::Zh, "title = \"一个声音\"", "我们自己的博物馆"),
    ] {
        let mut h = Harness::folder((120, 40), lang, &[]);
        let folder = h.folder_path().join("exercises/museum");
        std::fs::create_dir_all(&folder).unwrap();
        for file in std::fs::read_dir(files).unwrap() {
            let file = file.unwrap();
            let text = std::fs::read_to_string(file.path()).unwrap();
            let text = text.replace(from, &format!("title = \"{own}\""));
            std::fs::write(folder.join(file.file_name()), text).unwrap();
        }
        h.keys("x")
            .sees(&format!("▸ {own}"))
            .keys("enter")
            .sees(own);
        h.keys("esc");
        assert!(h.text().contains("exercise = \"museum\""));
        // One that cannot be used is named, with the first mistake.
        std::fs::write(folder.join("exercise.toml"), "[").unwrap();
        h.keys("alt-p x").sees_no(own);
        assert!(
            h.notice().contains("museum/exercise.toml:1:"),
            "{}",
            h.notice()
        );
    }
}

/// What is known of the terms, as the file says.
fn cards(h: &Harness) -> String {
    std::fs::read_to_string(h.state("quiz.toml")).unwrap_or_default()
}

#[test]
fn the_quiz_asks_and_explains_and_keeps_every_answer_at_once() {
    for (lang, title, again, result) in [
        (Lang::En, "Question 1 of 10", "again on", "of 10 right"),
        (Lang::Zh, "第1题，共10题", "再考", "10题答对"),
    ] {
        let mut h = Harness::folder((100, 30), lang, &[]);
        h.keys("alt-q").sees("86").keys("enter").sees(title);
        let first = h.screen();
        h.keys("1").sees(again);
        assert_eq!(cards(&h).lines().count(), 1);
        // Left and come back to, the round goes on.
        h.keys("esc").sees_no(again).keys("alt-q").sees(again);
        for _ in 0..8 {
            h.keys("enter f4").sees("✗").sees(again);
        }
        h.keys("enter down enter enter").sees(result);
        assert_eq!(cards(&h).lines().count(), 10);
        // What was asked today is not asked again.
        h.keys("enter").sees(title);
        assert_ne!(h.screen(), first);
        h.keys("esc").sees_no(title);
    }
}

#[test]
fn what_is_known_better_is_typed() {
    for (lang, asks, right, wrong) in [
        (
            Lang::En,
            "What is this called?",
            "\"Need\"",
            "You wrote: no",
        ),
        (Lang::Zh, "这叫什么？", "\"需要\"", "你写的是：no"),
    ] {
        let mut h = Harness::folder((80, 24), lang, &[]);
        std::fs::create_dir_all(h.state("")).unwrap();
        let known = "need = [3, 2027-03-01]\nwant = [4, 2027-03-01]\n";
        std::fs::write(h.state("quiz.toml"), known).unwrap();
        h.keys("alt-q enter")
            .sees(asks)
            .keys(right)
            .keys("enter")
            .sees("✓");
        assert!(
            cards(&h).contains("need = [4, 2027-03-09]"),
            "{}",
            cards(&h)
        );
        h.keys("enter")
            .sees(asks)
            .keys("\"no\" enter")
            .sees("✗")
            .sees(wrong);
        assert!(
            cards(&h).contains("want = [1, 2027-03-02]"),
            "{}",
            cards(&h)
        );
    }
}

#[test]
fn an_answer_that_cannot_be_written_is_written_with_the_next() {
    for (lang, why) in [(Lang::En, "Not kept yet"), (Lang::Zh, "还没记下来")] {
        let mut h = Harness::folder((80, 24), lang, &[]);
        h.keys("alt-q enter");
        std::fs::create_dir_all(h.state("quiz.toml")).unwrap();
        h.keys("1");
        assert!(h.notice().contains(why), "{}", h.notice());
        std::fs::remove_dir(h.state("quiz.toml")).unwrap();
        h.keys("enter 2");
        assert_eq!(h.notice(), "");
        assert_eq!(cards(&h).lines().count(), 2);
    }
}

#[test]
fn a_click_answers_and_a_long_sentence_is_read_in_full() {
    let mut h = Harness::folder((40, 12), Lang::En, &[]);
    h.keys("alt-q enter").click_on("2 ").sees("Enter: the next");
    h.click_on("Enter: the next").sees("Question 2");
    h.app
        .desk
        .complain("A sentence that is much longer than the window is wide, to its end.");
    h.resize(40, 12).sees("to its end.");
}

#[test]
fn pictures() {
    for lang in [Lang::En, Lang::Zh] {
        let mut all = String::new();
        for size in [(120, 36), (80, 24), (40, 12)] {
            let mut take = |name: &str, h: &mut Harness| {
                h.app.desk.theme = farsight::tui::theme::Theme::named("mono").unwrap();
                h.keys("");
                let (cols, rows) = size;
                let folder = h.folder_path().display().to_string();
                let screen = h.screen().replace(&folder, "FOLDER");
                all += &format!("── {name} at {cols} × {rows}\n{screen}\n");
            };
            let mut h = Harness::folder(size, lang, &[]);
            take("exercises", h.keys("x"));
            take("case", h.keys("enter"));
            h.keys("esc").go("needs.market.definition").keys("alt-h");
            take("coach", &mut h);
            h.go("needs.evidence.till-cards.finding").keys("\"x\"");
            take("given", &mut h);
            let mut h = Harness::folder(size, lang, &[]);
            std::fs::create_dir_all(h.state("")).unwrap();
            std::fs::write(h.state("quiz.toml"), "need = [3, 2027-03-01]\n").unwrap();
            take("quiz", h.keys("alt-q"));
            take("typed", h.keys("enter \"wa\""));
            take("told", h.keys("enter"));
            take("picked", h.keys("enter down"));
            take(
                "done",
                h.keys("1 enter 1 enter 1 enter 1 enter 1 enter 1 enter 1 enter 1 enter 1 enter"),
            );
        }
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(format!("classroom_{}", lang.tag()), all);
        });
    }
}
