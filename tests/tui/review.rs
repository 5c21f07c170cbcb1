//! The place Review: what changed since a commit, what that does, and taking it back; and the box
//! for a plan in which two versions disagree.

use std::path::Path;
use std::process::Command;

use crate::support::harness::{Harness, SIZES, body, compare};
use farsight::review::{Options, merge};
use farsight::tui::app::Errand;
use farsight::words::Lang;

const OLD: &str = r#"farsight = 1
[plan]
title = "Sharp before the flock"
currency = "NZD"
[[needs.customer_needs]]
id = "shear-in-time"
who = "hill farmers"
need = "finish shearing before the rain comes over the ridge, with the two people there are"
[[targeting.segments]]
id = "hill-farms"
name = "Hill farms above the tree line"
needs = ["shear-in-time"]
size = 120
decision = "target"

# They asked us first.
[[targeting.segments]]
id = "valley"
name = "Valley farms"
needs = ["shear-in-time"]
decision = "later"
[[mix.products]]
id = "dawn-round"
name = "Dawn round"
segments = ["hill-farms"]
price = 28.0
unit_cost = 11.0
fixed_cost = 5100.0
"#;

const ALT: &str = r#"farsight = 1
[plan]
title = "流动磨刀：开市前刀就利"
currency = "CNY"
[[needs.customer_needs]]
id = "开市前"
who = "早市肉摊"
need = "开市之前就能下刀，摊前只有夫妻两个人，谁也走不开"
[[targeting.segments]]
id = "肉摊"
name = "早市肉摊"
needs = ["开市前"]
size = 120
decision = "target"

# 他们最先来问。
[[targeting.segments]]
id = "面馆"
name = "街边面馆"
needs = ["开市前"]
decision = "later"
[[mix.products]]
id = "早班"
name = "早班磨刀"
segments = ["肉摊"]
price = 28.0
unit_cost = 11.0
fixed_cost = 5100.0
"#;

const fn old(lang: Lang) -> &'static str {
    match lang {
        Lang::En => OLD,
        Lang::Zh => ALT,
    }
}

/// The plan a week later: a price, a sentence, a decision, a row gone and one come.
fn new(lang: Lang) -> String {
    let text = old(lang).replace("price = 28.0", "price = 31.0");
    let text = text.replace("size = 120", "size = 96");
    match lang {
        Lang::En => text
            .replace("with the two people there are", "with the one person there is")
            .replace("# They asked us first.\n[[targeting.segments]]\nid = \"valley\"\nname = \"Valley farms\"\nneeds = [\"shear-in-time\"]\ndecision = \"later\"\n", "")
            + "[[mix.channels]]\nid = \"farm-gate\"\nsegments = [\"hill-farms\"]\n",
        Lang::Zh => text
            .replace("只有夫妻两个人", "只有一个人")
            .replace("# 他们最先来问。\n[[targeting.segments]]\nid = \"面馆\"\nname = \"街边面馆\"\nneeds = [\"开市前\"]\ndecision = \"later\"\n", "")
            + "[[mix.channels]]\nid = \"摊前\"\nsegments = [\"肉摊\"]\n",
    }
}

/// Runs git in a folder; false where there is none, with a notice.
fn git(folder: &Path, day: u32, args: &[&str]) -> bool {
    let date = format!("2027-02-{day:02}T10:00:00+0100");
    let output = Command::new("git")
        .args(args)
        .current_dir(folder)
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs(["AUTHOR", "COMMITTER"].iter().flat_map(|who| {
            [
                (format!("GIT_{who}_NAME"), String::from("Ana Ruiz")),
                (format!("GIT_{who}_EMAIL"), String::from("ana@example.org")),
                (format!("GIT_{who}_DATE"), date.clone()),
            ]
        }))
        .output();
    let Ok(output) = output else {
        eprintln!("skipped: git is not installed");
        return false;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {args:?}: {said}");
    true
}

/// The old plan in a repository, committed once.
fn repository(size: (u16, u16), lang: Lang) -> Option<Harness> {
    let h = Harness::sized(size, lang, old(lang));
    let folder = h.folder_path();
    if !git(&folder, 1, &["init", "-q", "-b", "main"]) {
        return None;
    }
    git(&folder, 1, &["config", "core.abbrev", "8"]);
    git(&folder, 1, &["add", "-A"]);
    let message = match lang {
        Lang::En => "A first draft",
        Lang::Zh => "第一稿",
    };
    git(&folder, 1, &["commit", "-q", "-m", message]);
    Some(h)
}

/// The new plan over the committed old one, in the place Review.
fn review(size: (u16, u16), lang: Lang) -> Option<Harness> {
    let mut h = repository(size, lang)?;
    h.write_outside(&new(lang));
    h.keys("alt-9").wait();
    Some(h)
}

#[test]
fn what_changed_since_the_last_commit() {
    for lang in Lang::ALL {
        let mut all = String::new();
        for (cols, rows) in SIZES {
            let Some(h) = review((cols, rows), lang) else {
                return;
            };
            all += &format!("── {cols} × {rows}, {}", body(&h));
        }
        compare("review", lang, &all);
    }
}

#[test]
fn enter_goes_to_the_row_and_alt_9_comes_back() {
    let Some(mut h) = review((120, 36), Lang::En) else {
        return;
    };
    h.sees("▸ ")
        .keys("enter")
        .sees("Segments")
        .keys("alt-9")
        .wait();
    h.sees("A first draft").keys("esc").sees_no("A first draft");
}

#[test]
fn a_change_is_taken_back_alone_and_in_one_step() {
    let (en, zh) = ("Taken back", "已还原");
    for (lang, said) in [(Lang::En, en), (Lang::Zh, zh)] {
        let Some(mut h) = review((120, 36), lang) else {
            return;
        };
        let before = h.text();
        // Of the decisions the first: the row that was dropped comes back with its comment.
        h.keys("b");
        assert!(h.notice().starts_with(said), "{}", h.notice());
        let comment = ["# They asked us first.", "# 他们最先来问。"];
        assert!(h.text().contains(comment[usize::from(lang == Lang::Zh)]));
        assert!(h.text().contains("price = 31.0"));
        h.keys("alt-z");
        assert_eq!(h.text(), before);
        // All of them, one after the other: the old plan.
        for _ in 0..8 {
            h.keys("b");
        }
        let lines = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        };
        assert_eq!(lines(&h.text()), lines(old(lang)));
    }
}

#[test]
fn what_changed_is_copied_as_markdown() {
    for (lang, says) in [
        (Lang::En, "**5 changes, decisions among them: 2**"),
        (Lang::Zh, "**5处改动，其中决策2项**"),
    ] {
        let Some(mut h) = review((80, 24), lang) else {
            return;
        };
        h.keys("c");
        let Some(Errand::Copy(text)) = h.app.errands.last() else {
            panic!("{:?}", h.app.errands);
        };
        assert!(
            text.starts_with("### plan.toml\n\n") && text.contains(says),
            "{text}"
        );
    }
}

#[test]
fn any_commit_branch_or_the_last_save_can_be_compared_with() {
    let Some(mut h) = repository((120, 36), Lang::En) else {
        return;
    };
    let folder = h.folder_path();
    git(&folder, 1, &["branch", "start"]);
    h.write_outside(&OLD.replace("28.0", "29.0"));
    git(&folder, 2, &["commit", "-q", "-a", "-m", "A higher price"]);
    h.write_outside(&OLD.replace("28.0", "30.0"));
    h.keys("alt-9").wait().sees("29 → ");
    h.keys("v")
        .wait()
        .sees("2027-02-02  A higher price")
        .sees("2027-02-01  A first draft");
    h.keys("\"first draft\" enter")
        .wait()
        .sees("28 → ")
        .sees("Since 2027-02-01");
    h.keys("v \"start\" enter")
        .wait()
        .sees("Since revision start")
        .sees("28 → ");
    h.keys("v \"--all\" enter").wait();
    assert!(h.notice().contains("--all"), "{}", h.notice());
    h.sees("Since revision start");
    h.keys("v \"last saved\" enter")
        .wait()
        .sees("Since the last save");
    h.sees("The plan says what it said");
    // A commit that comes meanwhile is seen at the next arrival.
    h.keys("v \"The last commit\" enter").wait().sees("29 → ");
    git(&folder, 3, &["commit", "-q", "-a", "-m", "Higher still"]);
    h.keys("r")
        .wait()
        .sees("Higher still")
        .sees("The plan says what it said");
}

#[test]
fn without_git_the_last_save_is_compared_with() {
    for (lang, why, none) in [
        (
            Lang::En,
            "there is no git repository here",
            "The plan says what it said",
        ),
        (Lang::Zh, "这里没有 git 仓库", "内容没有改动"),
    ] {
        let mut h = Harness::plan(lang, old(lang));
        h.keys("alt-9").wait().sees(why).sees(none);
        h.keys("esc")
            .go("plan.owner")
            .keys("\"Ana\" alt-9")
            .wait()
            .sees("Ana");
        h.keys("ctrl-s").sees(none);
    }
}

#[test]
fn a_broken_plan_is_not_compared() {
    for lang in Lang::ALL {
        let Some(mut h) = repository((80, 24), lang) else {
            return;
        };
        h.write_outside(&old(lang).replace("price = 28.0", "price = "));
        h.keys("alt-9").wait();
        h.sees(["syntax error, so", "语法错误，因此"][usize::from(lang == Lang::Zh)]);
        h.keys("b c enter v").wait();
    }
}

/// A merge that left three places to decide: a price, a sentence, and two rows at one place.
fn disputed(lang: Lang) -> String {
    let old = old(lang);
    let row =
        |id: &str, name: &str| format!("[[mix.channels]]\nid = \"{id}\"\nname = \"{name}\"\n");
    let (ours, theirs) = match lang {
        Lang::En => (
            old.replace("before the rain comes", "before the first rain")
                + &row("gate", "The farm gate"),
            old.replace("before the rain comes", "before the fog") + &row("gate", "The wool store"),
        ),
        Lang::Zh => (
            old.replace("开市之前", "开市前一刻钟") + &row("摊前", "自家摊前"),
            old.replace("开市之前", "天亮之前") + &row("摊前", "市场门口"),
        ),
    };
    let ours = ours.replace("price = 28.0", "price = 31.0");
    let theirs = theirs.replace("price = 28.0", "price = 26.0");
    let options = Options {
        base: Some(String::from("base")),
        ..Options::default()
    };
    let merged = merge(old, &ours, &theirs, &options);
    assert_eq!(merged.conflicts.len(), 3, "{}", merged.text);
    merged.text
}

#[test]
fn two_versions_stand_side_by_side() {
    for lang in Lang::ALL {
        let mut all = String::new();
        for (cols, rows) in SIZES {
            let mut h = Harness::sized((cols, rows), lang, &disputed(lang));
            all += &format!("── {cols} × {rows}, {}", body(&h));
            h.keys("1").wait();
            all += &body(&h);
            h.keys("1 e");
            all += &body(&h);
        }
        compare("review_conflicts", lang, &all);
    }
}

#[test]
fn with_the_last_decision_the_plan_opens_and_one_step_takes_all_back() {
    for (lang, box_says, done) in [
        (Lang::En, "3 places where two versions", "All is decided"),
        (Lang::Zh, "有3处两个版本不一致", "已全部决定"),
    ] {
        let before = disputed(lang);
        let mut h = Harness::plan(lang, &before);
        h.sees(box_says).keys("enter").wait();
        h.keys("1").sees("✓").keys("2").keys("3");
        // The rows have one id, so both cannot stay.
        assert!(h.notice().contains(['e', '条']), "{}", h.notice());
        assert!(!h.notice().starts_with(done));
        h.keys("o");
        assert!(h.notice().starts_with(done), "{}", h.notice());
        let text = h.text();
        assert!(
            !text.contains("<<<<<<<") && !text.contains("======="),
            "{text}"
        );
        let (first, price) = match lang {
            Lang::En => ("before the first rain", "price = 26.0"),
            Lang::Zh => ("开市前一刻钟", "price = 26.0"),
        };
        assert!(text.contains(first) && text.contains(price), "{text}");
        assert!(h.is_dirty());
        h.keys("alt-z");
        assert_eq!(h.text(), before);
        h.keys("ctrl-y");
        assert_eq!(h.text(), text);
        h.keys("ctrl-s");
        assert_eq!(h.file(), text);
    }
}

#[test]
fn nothing_is_lost_when_one_leaves_before_the_last() {
    let mut h = Harness::plan(Lang::En, &disputed(Lang::En));
    h.keys("enter 1").wait();
    h.app.keep_all();
    let half = h.text();
    let mut h = h.crash_and_reopen();
    h.sees("Unsaved work was found")
        .keys("1")
        .sees("2 places where")
        .keys("1")
        .wait();
    assert_eq!(h.text(), half);
    h.keys("ctrl-s esc").sees_no("To decide");
    assert_eq!(h.file(), half);
    h.keys("alt-9 2 1");
    assert!(h.notice().starts_with("All is decided"), "{}", h.notice());
}

#[test]
fn ones_own_words_can_stand_instead() {
    for (lang, words) in [(Lang::En, "before noon"), (Lang::Zh, "晌午之前")] {
        let mut h = Harness::plan(lang, &disputed(lang));
        h.keys("enter e ctrl-a").paste(words).keys("tab");
        assert!(
            h.text().contains(&format!("need = \"{words}\"")),
            "{}",
            h.text()
        );
        // What the field does not take is not taken, and what was typed stays.
        let says = ["This takes an amount", "这里要填金额"][usize::from(lang == Lang::Zh)];
        h.keys("e")
            .sees("31")
            .keys("ctrl-a")
            .paste("three")
            .keys("enter");
        h.sees("three").sees(says);
        h.keys("ctrl-a").paste("29.5").keys("enter");
        assert!(h.text().contains("price = 29.5\n"), "{}", h.text());
        h.keys("e esc esc").sees_no("price = 29.5");
    }
}

#[test]
fn a_merge_meets_the_box_wherever_it_is_met() {
    let mut h = Harness::folder((120, 36), Lang::En, &[("plan.toml", &disputed(Lang::En))]);
    h.keys("enter")
        .sees("Two versions disagree")
        .keys("2")
        .sees("Alt-9");
    let mut h = Harness::plan(Lang::Zh, ALT);
    h.write_outside(&disputed(Lang::Zh)).sees("两个版本不一致");
    h.keys("1").wait().sees("还剩3处未决定");
    // The other side of the merge is given up outside: the place shows what it shows otherwise.
    h.write_outside(ALT)
        .wait()
        .sees_no("未决定")
        .sees("没有 git 仓库");
}

#[test]
fn markers_that_git_alone_wrote_and_hostile_ones_are_met_as_well() {
    let rows = "<<<<<<< HEAD\r\n[[mix.channels]]\r\nid = \"a\"\r\n=======\r\n[[mix.channels]]\r\nid = \"b\"\r\n>>>>>>> feature: 甲\r\n";
    let text = OLD.replace('\n', "\r\n") + rows;
    let mut h = Harness::sized((40, 12), Lang::En, &text);
    h.keys("1")
        .wait()
        .keys("e ctrl-a")
        .paste("x = = 1")
        .keys("tab");
    h.sees("cannot be read").keys("esc");
    h.keys("pagedown pageup end home down up enter 3");
    assert!(h.notice().starts_with("All is decided"), "{}", h.notice());
    assert!(
        h.text()
            .ends_with("id = \"a\"\r\n\r\n[[mix.channels]]\r\nid = \"b\"\r\n")
    );
    // Chosen readings that do not fit together are told as such, and can be had back.
    let text = format!("{OLD}<<<<<<< x\n[plan]\n=======\n>>>>>>> y\n");
    let mut h = Harness::plan(Lang::En, &text);
    h.keys("1 1");
    assert!(
        h.notice().contains("does not fit together"),
        "{}",
        h.notice()
    );
    h.keys("alt-z alt-9").wait().keys("2");
    assert_eq!(h.text(), OLD);
    let many = "<<<<<<< \n\u{1b}[2J = 1\n||||||| \n=======\n>>>>>>> \n".repeat(300);
    let mut h = Harness::sized((30, 8), Lang::Zh, &many);
    h.keys("1")
        .wait()
        .keys("end 2 e tab e esc pagedown")
        .resize(120, 36);
    let mut h = Harness::plan(Lang::En, &format!("{OLD}<<<<<<< ours\n"));
    h.sees_no("Two versions disagree")
        .keys("alt-9")
        .wait()
        .sees("syntax error");
}
