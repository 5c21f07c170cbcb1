//! Marking a class in the interface: keys, the list both ways, the file of marks.

use crate::support::harness::Harness;
use farsight::classroom::rubric::STANDARD;
use farsight::tui::input::MouseKind;
use farsight::tui::theme::Theme;
use farsight::words::Lang;

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 12)];

/// Two criteria, one with rules behind it and one without: no picture changes with every new rule.
fn rubric() -> String {
    let head = STANDARD.split("\n[[criteria]]").next().unwrap();
    format!(
        "{head}\n[[criteria]]\ncode = \"A1\"\nstep = \"needs\"\npoints = 60\n\
         rules = [\"need-phrased-as-our-product\"]\n\
         [criteria.en]\nname = \"The need\"\nexceeds = \"A lack that no product is named in, told so that one sees the person.\"\n\
         absent = \"No need, or only a product.\"\n\
         [criteria.zh]\nname = \"需要\"\nexceeds = \"写的是缺乏，不提任何产品，读来如见其人。\"\nabsent = \"没有需要，或只有产品。\"\n\
         [[criteria]]\ncode = \"B2\"\nstep = \"plan\"\npoints = 40\nrules = []\n\
         [criteria.en]\nname = \"Judgement\"\n[criteria.zh]\nname = \"判断\"\n"
    )
}

fn plan(owner: &str, need: &str, answer: &str) -> String {
    format!(
        "farsight = 1\n\n[plan]\ntitle = \"Frost watch\"\nowner = \"{owner}\"\n\
         offering = \"orchard frost sensors\"\n\n[[needs.customer_needs]]\nid = \"nights\"\n\
         who = \"fruit growers on slopes\"\nneed = \"{need}\"\n{answer}"
    )
}

const PRODUCT: &str = "Growers need our orchard frost sensors.";
const ANSWER: &str = "\n[[accept]]\ncheck = \"need-phrased-as-our-product\"\nat = \"needs\"\n\
                      reason = \"The growers said so.\"\nby = \"Cleo Marsh\"\n";

fn class_sized(size: (u16, u16), lang: Lang) -> Harness {
    let files = [
        ("ana.toml", plan("Ana Ruiz", "To sleep in April.", "")),
        ("bo.toml", plan("Bo Lindqvist", PRODUCT, "")),
        ("cleo.toml", plan("Cleo Marsh", PRODUCT, ANSWER)),
        ("dai.toml", plan("戴小满", "四月能睡个安稳觉。", "")),
        ("torn.toml", String::from("farsight = 1\n[plan\n")),
    ];
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    Harness::class(size, lang, &rubric(), &files, "")
}

fn class(lang: Lang) -> Harness {
    class_sized((120, 36), lang)
}

#[test]
fn one_criterion_across_all_students_and_one_student_across_all_criteria() {
    for (lang, title, across, all) in [
        (
            Lang::En,
            "0 of 4 · A1 The need",
            "1 of 2 · Bo Lindqvist",
            "2 of 8 levels given",
        ),
        (Lang::Zh, "0/4 · A1 需要", "1/2 · Bo Lindqvist", "已评2/8项"),
    ] {
        let mut h = class(lang);
        h.sees(title).sees("▸· Ana Ruiz").sees("✗ torn");
        h.keys("2 n 3").sees("2 Ana Ruiz").sees("▸3 Bo Lindqvist");
        h.sees(all);
        h.keys("tab").sees(across).sees("▸3 A1");
        h.keys("n").sees("▸· B2");
        h.keys("right").sees("▸· B2").sees("Cleo Marsh");
        h.keys("ctrl-s");
        let marks = h.marks();
        assert!(marks.contains("[students.ana-ruiz]"), "{marks}");
        assert!(marks.contains("file = \"ana.toml\""), "{marks}");
        assert!(marks.contains("level.A1 = \"meets\""), "{marks}");
        assert!(marks.contains("level.A1 = \"approaches\""), "{marks}");
    }
}

#[test]
fn what_is_proposed_stands_beside_with_its_reason_and_is_given_by_nobody() {
    for (lang, proposed, why) in [
        (Lang::En, "Proposed: 3 Approaches", "one open error"),
        (Lang::Zh, "建议：3 接近达标", "1处错误未答复"),
    ] {
        let mut h = class(lang);
        h.keys("n")
            .sees(proposed)
            .sees(why)
            .sees("N103")
            .sees("bo.toml");
        h.keys("ctrl-s ctrl-q");
        assert_eq!(h.marks(), "");
        assert!(h.app.done);
    }
}

#[test]
fn an_answer_is_judged_and_the_ceiling_follows() {
    for (lang, open, capped, taken) in [
        (
            Lang::En,
            "Proposed: 2 Meets",
            "Proposed: 3 Approaches",
            "not accepted",
        ),
        (Lang::Zh, "建议：2 达标", "建议：3 接近达标", "不认可"),
    ] {
        let mut h = class(lang);
        h.keys("n n").sees("The growers said so.").sees(open);
        h.keys("d").sees(capped).sees(taken);
        h.keys("u").sees(open);
        h.keys("d a").sees(open);
        h.keys("ctrl-s");
        assert!(h.marks().contains("= \"agree\""), "{}", h.marks());
        // Where nothing was answered nothing can be judged.
        h.keys("p a");
        assert!(!h.notice().is_empty());
    }
}

#[test]
fn comments_are_used_again_by_their_number_and_changed_everywhere_when_asked() {
    for (lang, said, better, where_else) in [
        (
            Lang::En,
            "Say whose need.",
            "Say whose need it is.",
            "stands at 1 more",
        ),
        (
            Lang::Zh,
            "写清是谁的需要。",
            "写清是谁、什么时候的需要。",
            "另有1处",
        ),
    ] {
        let mut h = class(lang);
        h.keys(&format!("c \"{said}\" enter n c")).sees(said);
        h.keys("1").sees(&format!("” {said}"));
        h.keys("ctrl-s");
        assert_eq!(h.marks().matches(said).count(), 2, "{}", h.marks());
        h.keys("e ctrl-a")
            .paste(better)
            .keys("enter")
            .sees(where_else);
        h.keys("down enter ctrl-s");
        assert_eq!(h.marks().matches(better).count(), 2, "{}", h.marks());
        // One step takes it back everywhere else, the next one here.
        h.keys("u u ctrl-s");
        assert_eq!(h.marks().matches(said).count(), 2, "{}", h.marks());
    }
}

#[test]
fn it_resumes_where_the_first_level_is_missing_and_undo_takes_back() {
    let mut h = class(Lang::Zh);
    h.keys("1 n 2 n 3 ctrl-s");
    let mut h = h.crash_and_reopen_class();
    h.sees("▸· 戴小满").sees("3/4");
    h.keys("home g").sees("▸· 戴小满");
    h.keys("4")
        .sees("▸4 戴小满")
        .keys("u")
        .sees("▸· 戴小满")
        .keys("r")
        .sees("▸4 戴小满");
    h.keys("0").sees("▸· 戴小满");
    h.keys("4 g").sees("▸· Ana Ruiz").sees("B2");
}

#[test]
fn a_decision_is_saved_by_itself_and_a_failed_save_is_offered_again() {
    let mut h = class(Lang::En);
    h.keys("2");
    assert!(h.app.due().is_some_and(|due| due <= std::time::Instant::now() + std::time::Duration::from_secs(2)));
    assert!(h.app.rescue().unwrap().text.contains("meets"));
    std::thread::sleep(std::time::Duration::from_millis(950));
    h.app.keep_if_due();
    assert!(h.marks().contains("meets"));
    assert!(h.app.rescue().is_none());
    // Somebody breaks the file: nothing is written over it, and nothing is lost.
    let torn = "marks = 1\n[students\n";
    std::fs::write(h.folder_path().join("marks.toml"), torn).unwrap();
    h.keys("n 3 ctrl-s");
    assert!(h.notice().contains("marks.toml"), "{}", h.notice());
    assert_eq!(h.marks(), torn);
    h.keys("ctrl-q").sees("The marks are not saved");
    std::fs::write(h.folder_path().join("marks.toml"), "marks = 1\n").unwrap();
    let mut h = h.crash_and_reopen_class();
    h.sees("Unsaved marks were found").keys("enter");
    h.sees("2 Ana Ruiz").sees("3 Bo Lindqvist");
    assert!(h.marks().contains("approaches"), "{}", h.marks());
}

#[test]
fn two_who_mark_at_once_keep_what_each_decided() {
    let mut h = class(Lang::Zh);
    h.keys("2 ctrl-s");
    let theirs = h.marks()
        + "\n# 先评到这里\n[students.bo-lindqvist]\nname = \"Bo Lindqvist\"\nfile = \"bo.toml\"\nlevel.A1 = \"below\"\n";
    std::fs::write(h.folder_path().join("marks.toml"), &theirs).unwrap();
    h.keys("1 ctrl-s")
        .sees("4 Bo Lindqvist")
        .sees("▸1 Ana Ruiz");
    let marks = h.marks();
    assert!(
        marks.contains("exceeds") && marks.contains("below"),
        "{marks}"
    );
    assert!(marks.contains("# 先评到这里"), "{marks}");
}

#[test]
fn names_are_hidden_everywhere_when_one_marks_blind() {
    for (lang, named) in [(Lang::En, "Student "), (Lang::Zh, "学生")] {
        for size in SIZES {
            let mut h = class_sized(size, lang);
            h.keys("b").sees(named);
            for keys in ["", "n", "n", "n", "n", "tab", "v", "v", "v"] {
                h.keys(keys);
                for name in ["Ana", "Bo", "Cleo", "戴小满", "bo.toml"] {
                    // Who signed an answer is part of the answer.
                    h.sees_no(name);
                }
            }
        }
    }
}

#[test]
fn the_mouse_chooses_and_gives_and_the_wheel_scrolls() {
    let mut h = class(Lang::En);
    h.click_on("Bo Lindqvist").sees("▸· Bo Lindqvist");
    h.click_on("2 Meets").sees("▸2 Bo Lindqvist");
    h.mouse(MouseKind::WheelDown, 2, 4).sees("▸· Cleo Marsh");
    h.mouse(MouseKind::WheelDown, 50, 4);
}

#[test]
fn a_class_is_opened_from_the_list_and_left_to_it() {
    for (lang, none) in [(Lang::En, "Marking"), (Lang::Zh, "评分")] {
        let mut h = class(lang);
        h.keys("3 esc").sees_no("A1");
        assert!(h.marks().contains("approaches"));
        h.keys("g").sees(none).sees("3 Ana Ruiz");
    }
}

#[test]
fn every_key_of_marking_runs_and_is_in_help() {
    use farsight::tui::commands::{COMMANDS, Scope};
    for lang in [Lang::En, Lang::Zh] {
        let mut help = class_sized((120, 150), lang);
        help.keys("f1");
        for command in COMMANDS.iter().filter(|it| it.scope == Scope::Marking) {
            help.sees(command.label.get(lang));
            for key in command.keys {
                // Whatever it opens or leaves, the next one finds the class again.
                let mut h = class_sized((60, 12), lang);
                h.keys(key).keys("esc");
            }
        }
    }
}

#[test]
fn a_student_is_found_by_name() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = class(lang);
        h.keys("/ \"lind\" enter").sees("▸· Bo Lindqvist");
        h.keys("ctrl-f \"小满\" enter").sees("▸· 戴小满");
        h.keys("b / \"lind\"").sees_no("Lindqvist").keys("esc");
    }
}

#[test]
fn pictures() {
    for lang in [Lang::En, Lang::Zh] {
        let mut all = String::new();
        for size in SIZES {
            for keys in ["n n", "tab 2 c \"Well put.\" enter", "v n", "v v n n f"] {
                let mut h = class_sized(size, lang);
                h.app.desk.theme = Theme::named("mono").unwrap();
                h.keys(keys);
                let (cols, rows) = size;
                let (col, row) = h.caret();
                all += &format!(
                    "── {keys} at {cols} × {rows}, caret at {col}, {row}\n{}\n",
                    h.screen()
                );
            }
        }
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(format!("marking_{}", lang.tag()), all);
        });
    }
}

#[test]
fn two_hundred_students_are_marked_without_waiting() {
    let text = plan("", PRODUCT, "");
    let names: Vec<String> = (0..200).map(|at| format!("student-{at:03}.toml")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .map(|it| (it.as_str(), text.as_str()))
        .collect();
    let mut marks = String::from("marks = 1\n");
    for at in 0..199 {
        marks += &format!(
            "\n[students.student-{at:03}]\nname = \"Student {at:03}\"\nfile = \"student-{at:03}.toml\"\n\
             level.A1 = \"meets\"\nlevel.B2 = \"below\"\ncomment.A1 = \"Say whose need.\"\n"
        );
    }
    let mut h = Harness::class((120, 36), Lang::En, &rubric(), &files, &marks);
    h.sees("199 of 200").sees("student 199");
    let began = std::time::Instant::now();
    h.keys("1").sees("200 of 200").keys("u").sees("199 of 200");
    // Far less in a release; what grows with the square of the class would show even here.
    let took = began.elapsed();
    assert!(took < std::time::Duration::from_secs(4), "{took:?}");
    h.keys("1 c")
        .sees("199 times")
        .keys("1 e end \"!\" enter")
        .sees("at 199 more")
        .keys("2 ctrl-s");
    assert_eq!(h.marks().matches("Say whose need.!").count(), 200);
}
