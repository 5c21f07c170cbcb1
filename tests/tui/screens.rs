//! What a person sees: every place and box at three sizes, in English and in Chinese.
//!
//! The plans here are nearly empty on purpose: the pictures show the interface, and do not change
//! with every new rule.

use crate::support::harness::{Harness, SIZES, broken};
use farsight::words::Lang;

/// A plan with one finding that no other rule adds to: a reference to nothing.
fn ferry(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "farsight = 1\n\n[plan]\ntitle = \"Harbour ferry: a quieter way to work\"\nowner = \"Runa Holt\"\n\n\
             [[mix.channels]]\nid = \"quay\"\nname = \"The quay\"\nsegments = [\"commuters\"]\n"
        }
        Lang::Zh => {
            "farsight = 1\n\n[plan]\ntitle = \"渡轮通勤：安安静静去上班\"\nowner = \"何若安\"\n\n\
             [[mix.channels]]\nid = \"码头\"\nname = \"东码头\"\nsegments = [\"上班族\"]\n"
        }
    }
}

/// Presses the keys on the plan at each size in each language, and compares the pictures.
fn pictures(name: &str, keys: &str) {
    picture(name, |size, lang| {
        let mut h = Harness::sized(size, lang, ferry(lang));
        h.keys(keys);
        h
    });
}

fn picture(name: &str, make: impl Fn((u16, u16), Lang) -> Harness) {
    for lang in [Lang::En, Lang::Zh] {
        let mut all = String::new();
        for size in SIZES {
            let h = make(size, lang);
            let (col, row) = h.caret();
            let (cols, rows) = size;
            all += &format!(
                "── {cols} × {rows}, caret at {col}, {row}\n{}\n",
                h.screen()
            );
        }
        let settings = settings();
        settings.bind(|| insta::assert_snapshot!(format!("{name}_{}", lang.tag()), all));
    }
}

/// Numbers that grow with every rule and times that pass are not part of a picture.
fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.add_filter(r"\d+ of \d+ rules", "N of N rules");
    settings.add_filter(r"\d+条规则中检查了\d+条", "N条规则中检查了N条");
    settings.add_filter(r"已检查\d+/\d+条规则", "已检查N/N条规则");
    settings.add_filter(r"\d+ rules could not", "N rules could not");
    settings.add_filter(r"\d+条规则未能", "N条规则未能");
    settings.add_filter(r"\d+ unchecked", "N unchecked");
    settings.add_filter(r"未检查 \d+条", "未检查 N条");
    settings.add_filter(r"(?m)\S*/plans( [━─]+)", "FOLDER ━");
    settings.add_filter(r"(?m)(There is no plan in )\S+", "${1}FOLDER");
    settings.add_filter(r"(?m)\S+/plans 中", "FOLDER 中");
    settings
}

#[test]
fn the_workbench() {
    pictures("workbench_outline", "");
    pictures("workbench_form", "alt-4 down down enter enter");
    pictures("workbench_coach", "alt-4 down down enter enter f12");
    pictures("workbench_list", "alt-1 down down");
}

#[test]
fn a_value_that_is_none() {
    for (lang, typed, says) in [
        (Lang::En, "many", "takes a"),
        (Lang::Zh, "很多", "这里应填"),
    ] {
        let mut h = Harness::sized((80, 24), lang, ferry(lang));
        h.go("needs.market.size")
            .keys(&format!("\"{typed}\""))
            .sees(says);
    }
}

#[test]
fn the_walk() {
    pictures("walk", "f5");
    pictures("walk_row", "f5 f2 f2 f2 f2 f2 f2 f2 f2 f2 f2");
}

#[test]
fn the_findings() {
    pictures("findings", "f6");
    // The second finding is one that can be answered: the channel has no name yet.
    for (name, keys) in [
        ("findings_answer", "f6 down a"),
        (
            "findings_answer_bad_date",
            "f6 down a \"x\" tab tab \"31 x\"",
        ),
        (
            "findings_answered",
            "f6 down a \"投票 in May\" tab tab \"2027-06-30\" enter end",
        ),
        ("findings_filter", "f6 f"),
        ("findings_words", "f6 / \"F0\""),
        ("workbench_found", "f6 down enter"),
    ] {
        picture(name, |size, lang| {
            let text = ferry(lang)
                .replace("The quay", "TBD")
                .replace("东码头", "待定");
            let mut h = Harness::sized(size, lang, &text);
            h.keys(keys);
            h
        });
    }
}

#[test]
fn the_glossary() {
    picture("glossary", |size, lang| {
        let mut h = Harness::sized(size, lang, ferry(lang));
        let typed = if lang == Lang::En { "myopia" } else { "近视" };
        h.keys("f7").keys(&format!("\"{typed}\""));
        h
    });
}

#[test]
fn the_palette_and_help() {
    picture("palette", |size, lang| {
        let mut h = Harness::sized(size, lang, ferry(lang));
        let typed = if lang == Lang::En { "price" } else { "价格" };
        h.keys("ctrl-p").keys(&format!("\"{typed}\""));
        h
    });
    pictures("help", "f1");
}

#[test]
fn lists_to_pick_from() {
    picture("choice", |size, lang| {
        let mut h = Harness::sized(size, lang, ferry(lang));
        h.go("plan.role").keys("enter down");
        h
    });
    pictures("references", "alt-4 down down enter enter down enter");
}

#[test]
fn lines_to_type() {
    pictures("prompt_add_row", "alt-1 down down enter \"a1 需要\"");
    pictures("prompt_rename_row", "alt-4 down down enter alt-r");
    pictures("unknown", "alt-4 down down enter f4");
}

#[test]
fn questions() {
    pictures("quit_with_changes", "enter tab \"x\" ctrl-q");
    picture("changed_outside", |size, lang| {
        let mut h = Harness::sized(size, lang, ferry(lang));
        h.keys("enter \" 1\"");
        h.write_outside(&ferry(lang).replace("Runa", "Rita").replace("若安", "若宁"));
        h
    });
    picture("changed_outside_diff", |size, lang| {
        let mut h = Harness::sized(size, lang, ferry(lang));
        h.keys("enter \" 1\"");
        h.write_outside(&ferry(lang).replace("Runa", "Rita").replace("若安", "若宁"));
        h.keys("1");
        h
    });
    picture("recovery", |size, lang| {
        let mut h = Harness::sized(size, lang, ferry(lang));
        h.keys("enter \" 1\"");
        h.app.keep_all();
        h.crash_and_reopen()
    });
}

#[test]
fn the_list_of_plans() {
    picture("empty_folder", |size, lang| {
        Harness::folder(size, lang, &[])
    });
    picture("plans", |size, lang| {
        let name = if lang == Lang::En {
            "ferry.toml"
        } else {
            "渡轮.toml"
        };
        Harness::folder(size, lang, &[(name, ferry(lang))])
    });
    picture("plans_delete", |size, lang| {
        let name = if lang == Lang::En {
            "ferry.toml"
        } else {
            "渡轮.toml"
        };
        let mut h = Harness::folder(size, lang, &[(name, ferry(lang))]);
        h.keys("delete");
        h
    });
}

/// Ways into every place and every box.
const WAYS: &[&str] = &[
    "",
    "alt-4 down down enter enter",
    "alt-4 down down enter enter f12",
    "alt-1 down down",
    "f5",
    "f6",
    "f6 /",
    "f6 e",
    "f6 a",
    "f6 f",
    "f6 m",
    "f6 u",
    "f6 s s s",
    "f6 / \"zzz\"",
    "alt-e",
    "shift-f6",
    "shift-f6 right end enter",
    "f7",
    "f1",
    "ctrl-p",
    "ctrl-f \"a\"",
    "alt-4 down down enter enter down enter",
    "alt-1 down down enter",
    "enter \"x\" ctrl-q",
    "enter \"x\" alt-c",
    "alt-p",
    "alt-p /",
    "alt-p m",
    "alt-p delete",
];

#[test]
fn no_size_breaks_a_picture() {
    let threads: Vec<_> = [Lang::En, Lang::Zh]
        .map(|lang| {
            std::thread::spawn(move || {
                for keys in WAYS {
                    let mut h = Harness::sized((80, 24), lang, ferry(lang));
                    h.keys(keys);
                    for cols in [
                        0, 1, 2, 29, 30, 31, 33, 40, 59, 60, 61, 79, 90, 99, 100, 101,
                    ] {
                        for rows in [0, 1, 2, 7, 8, 9, 10, 11, 12, 13, 16, 17, 30] {
                            h.resize(cols, rows);
                        }
                    }
                }
            })
        })
        .into();
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
#[ignore = "the same for every single size, which takes a minute"]
fn no_size_at_all_breaks_a_picture() {
    for lang in [Lang::En, Lang::Zh] {
        for keys in WAYS {
            let mut h = Harness::sized((80, 24), lang, ferry(lang));
            h.keys(keys);
            for cols in 0..=90 {
                for rows in 0..=30 {
                    h.resize(cols, rows);
                }
            }
        }
    }
}

/// A long plan with everything filled draws well too.
#[test]
fn full_plans_draw_well_everywhere() {
    for sample in farsight::plan::sample::SAMPLES.iter().take(2) {
        for size in SIZES {
            let mut h = Harness::sized(size, Lang::Zh, sample.text);
            for key in ["alt-1", "alt-2", "alt-3", "alt-4", "alt-5", "alt-0"] {
                h.keys(key)
                    .keys("down down enter enter tab tab pagedown f12 f12");
            }
            h.keys("shift-f6 right end pagedown down down shift-f6");
            h.keys("f6 pagedown end f6 f7 pagedown f7 f5 tab tab f5");
        }
    }
}

#[test]
fn a_wide_glyph_that_is_cut_would_be_seen() {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    buffer[(0, 0)].set_symbol("需");
    assert_eq!(broken(&buffer), None);
    buffer[(1, 0)].set_symbol("│");
    assert!(broken(&buffer).is_some());
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    buffer[(3, 0)].set_symbol("需");
    assert!(broken(&buffer).is_some());
}
