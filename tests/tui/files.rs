//! What happens to files: saving, recovery after a crash, changes outside, the trash.

use std::fs;

use crate::support::harness::{Harness, plan};
use farsight::tui::app::Place;
use farsight::words::Lang;

fn open(lang: Lang) -> Harness {
    let mut h = Harness::plan(lang, &plan(""));
    h.go("plan.organisation");
    h
}

const WITH: &str = "organisation = \"九号码头\"\n";

fn typed(lang: Lang) -> Harness {
    let mut h = open(lang);
    h.keys("\"九号码头\"");
    assert_eq!(h.text(), plan(WITH));
    h
}

#[test]
fn saving_writes_the_file_and_forgets_the_recovery() {
    let mut h = typed(Lang::En);
    h.sees("unsaved");
    h.app.keep_all();
    assert_eq!(h.kept().len(), 1);
    h.keys("ctrl-s").sees("Saved ").sees_no("unsaved");
    assert_eq!(h.file(), plan(WITH));
    assert!(h.kept().is_empty());
    h.keys("ctrl-s").sees("Nothing to save");
}

#[test]
fn what_is_typed_is_due_for_recovery_within_two_seconds() {
    let mut h = open(Lang::En);
    let due = |h: &Harness| h.app.desk.session.as_ref().unwrap().due();
    assert_eq!(due(&h), None);
    let before = std::time::Instant::now();
    h.keys("\"a\"");
    let first = due(&h).expect("due");
    assert!(first - before < std::time::Duration::from_secs(2));
    // Further typing does not put it off.
    h.keys("\"bc\"");
    assert_eq!(due(&h), Some(first));
    h.app.keep_if_due();
    assert!(h.kept().is_empty(), "not yet due");
    h.app.keep_all();
    assert_eq!(h.kept().len(), 1);
    assert_eq!(due(&h), None);
    // Undone, there is nothing to recover.
    h.keys("alt-z");
    h.app.keep_all();
    assert!(h.kept().is_empty());
}

fn crashed(lang: Lang) -> Harness {
    let mut h = typed(lang);
    h.app.keep_all();
    h.crash_and_reopen()
}

#[test]
fn after_a_crash_the_text_is_offered_and_taken() {
    for (lang, offer, done) in [
        (Lang::En, "Unsaved work was found", "Restored."),
        (Lang::Zh, "发现未保存的内容", "已恢复。"),
    ] {
        let mut h = crashed(lang);
        h.sees(offer);
        assert_eq!(h.text(), plan(""), "offered, not applied");
        h.keys("enter").sees(done);
        assert_eq!(h.text(), plan(WITH));
        assert_eq!(h.file(), plan(""), "nothing is saved unasked");
        assert_eq!(h.kept().len(), 1, "a second crash loses nothing either");
        h.keys("alt-z");
        assert_eq!(h.text(), plan(""));
        h.keys("ctrl-y ctrl-s");
        assert_eq!(h.file(), plan(WITH));
        assert!(h.kept().is_empty());
    }
}

#[test]
fn the_difference_is_shown_before_choosing() {
    let mut h = crashed(Lang::Zh);
    h.keys("2")
        .sees("1处改动")
        .sees("“九号码头”")
        .sees("+ organisation = \"九号码头\"")
        .keys("esc");
    h.sees("发现未保存的内容").keys("1");
    assert_eq!(h.text(), plan(WITH));
}

#[test]
fn what_is_forgotten_is_not_offered_again() {
    let mut h = crashed(Lang::En);
    h.keys("3");
    assert_eq!(h.text(), plan(""));
    assert!(h.kept().is_empty());
    h.crash_and_reopen().sees_no("Unsaved work");
}

#[test]
fn the_offer_cannot_be_typed_away() {
    let mut h = crashed(Lang::En);
    h.keys("esc \"x\" esc tab").sees("Unsaved work was found");
    assert_eq!(h.text(), plan(""));
    h.app.keep_if_due();
    let kept = h.kept();
    let found = kept
        .iter()
        .any(|file| fs::read_to_string(file).unwrap().contains("九号码头"));
    assert!(found, "the older text was overwritten");
}

#[test]
fn a_recovery_that_says_what_the_file_says_is_not_offered() {
    let mut h = typed(Lang::En);
    h.app.keep_all();
    fs::write(h.path(), plan(WITH)).unwrap();
    let mut h = h.crash_and_reopen();
    h.sees_no("Unsaved work");
    assert!(h.kept().is_empty());
}

#[test]
fn a_clean_plan_takes_a_change_outside() {
    for (lang, says) in [(Lang::En, "was read again"), (Lang::Zh, "已重新读取")] {
        let mut h = open(lang);
        h.write_outside(&plan(WITH)).sees(says).sees("九号码头");
        assert!(!h.is_dirty());
        h.keys("alt-z");
        assert_eq!(h.text(), plan(""));
        h.keys("ctrl-s");
        assert_eq!(h.file(), plan(""));
    }
}

fn both_changed(lang: Lang) -> Harness {
    let mut h = typed(lang);
    h.write_outside(&plan("owner = \"Runa\"\n"));
    h
}

#[test]
fn when_both_changed_mine_can_be_kept() {
    for (lang, asks) in [
        (Lang::En, "The file changed outside"),
        (Lang::Zh, "文件在外部被改动"),
    ] {
        let mut h = both_changed(lang);
        h.sees(asks).keys("2");
        assert_eq!(h.text(), plan(WITH));
        assert_eq!(
            h.file(),
            plan("owner = \"Runa\"\n"),
            "not before the next save"
        );
        h.keys("ctrl-s");
        assert_eq!(h.file(), plan(WITH));
    }
}

#[test]
fn when_both_changed_theirs_can_be_taken() {
    let mut h = both_changed(Lang::En);
    h.keys("3");
    assert_eq!(h.text(), plan("owner = \"Runa\"\n"));
    assert!(!h.is_dirty());
    h.keys("alt-z");
    assert_eq!(h.text(), plan(WITH), "mine comes back");
    h.keys("ctrl-s");
    assert_eq!(h.file(), plan(WITH));
}

#[test]
fn when_both_changed_the_difference_is_shown() {
    let mut h = both_changed(Lang::Zh);
    h.keys("1")
        .sees("- organisation = \"九号码头\"")
        .sees("+ owner = \"Runa\"");
    h.keys("esc 1");
    assert_eq!(h.text(), plan(WITH));
    h.keys("ctrl-s");
    assert_eq!(h.file(), plan(WITH));
}

#[test]
fn a_change_that_was_not_answered_is_not_overwritten() {
    let mut h = both_changed(Lang::En);
    h.keys("esc ctrl-s").sees("Not saved");
    assert_eq!(h.file(), plan("owner = \"Runa\"\n"));
    h.keys("2");
    assert_eq!(h.file(), plan(WITH));
}

#[test]
fn a_change_just_before_the_save_is_noticed() {
    let mut h = typed(Lang::En);
    fs::write(h.path(), plan("owner = \"Runa\"\n")).unwrap();
    h.keys("ctrl-s").sees("The file changed outside");
    assert_eq!(h.file(), plan("owner = \"Runa\"\n"));
}

#[test]
fn the_edited_field_follows_its_row_when_the_file_changes() {
    let rows = |ids: &[&str]| {
        let rows: Vec<String> = ids
            .iter()
            .map(|id| format!("\n[[targeting.segments]]\nid = \"{id}\"\nname = \"{id}\"\n"))
            .collect();
        plan(&rows.concat())
    };
    let mut h = Harness::plan(Lang::Zh, &rows(&["护士", "摊主", "学生"]));
    h.go("targeting.segments.摊主.name");
    h.write_outside(&rows(&["摊主", "学生"]))
        .sees("细分 ─ 摊主");
    h.keys("\"们\"");
    assert!(h.text().contains("name = \"摊主们\""), "{}", h.text());
    h.keys("ctrl-s");
    // The row is gone: nothing is written to another one.
    h.write_outside(&rows(&["学生"])).keys("\"们\"");
    assert_eq!(h.text(), rows(&["学生"]));
}

#[test]
fn a_deleted_file_is_written_again() {
    for (lang, says) in [
        (Lang::En, "was deleted or moved"),
        (Lang::Zh, "被删除或移走"),
    ] {
        let mut h = typed(lang);
        fs::remove_file(h.path()).unwrap();
        h.look_outside().sees(says).keys("ctrl-s");
        assert_eq!(h.file(), plan(WITH));
        // A clean plan too.
        fs::remove_file(h.path()).unwrap();
        h.look_outside().keys("ctrl-s");
        assert_eq!(h.file(), plan(WITH));
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_edited_and_saved_under_another_name() {
    use std::os::unix::fs::PermissionsExt;
    for (lang, says) in [(Lang::En, "read-only"), (Lang::Zh, "只读")] {
        let h = open(lang);
        fs::set_permissions(h.path(), fs::Permissions::from_mode(0o444)).unwrap();
        let mut h = h.crash_and_reopen();
        if !h.app.desk.session.as_ref().unwrap().read_only {
            return; // whoever runs this may write everything
        }
        h.sees(says)
            .go("plan.organisation")
            .keys("\"九号码头\" ctrl-s");
        assert_eq!(h.file(), plan(""));
        let copy = h.folder_path().join("copy.toml");
        h.keys("1 ctrl-u")
            .paste(copy.to_str().unwrap())
            .keys("enter");
        assert_eq!(fs::read_to_string(&copy).unwrap(), plan(WITH));
        assert!(!h.is_dirty());
        h.keys("\"x\" ctrl-s");
        assert!(fs::read_to_string(&copy).unwrap().contains("九号码头x"));
    }
}

#[test]
fn saving_under_another_name_goes_on_there() {
    let mut h = typed(Lang::Zh);
    let other = h.folder_path().join("另一份.toml");
    h.keys("ctrl-p").paste("另存为").keys("enter ctrl-u");
    h.paste(other.to_str().unwrap())
        .keys("enter")
        .sees("已保存");
    assert_eq!(fs::read_to_string(&other).unwrap(), plan(WITH));
    assert_eq!(h.file(), plan(""), "the first file stays as it was");
    // A name that is taken is refused, and nothing is lost.
    let taken = h.path();
    h.keys("\"x\" ctrl-p").paste("另存为").keys("enter ctrl-u");
    h.paste(taken.to_str().unwrap()).keys("enter");
    assert_eq!(h.file(), plan(""));
    assert!(h.is_dirty() && !h.notice().is_empty());
}

#[test]
fn quitting_with_changes_asks() {
    let mut h = typed(Lang::En);
    h.keys("ctrl-q").sees("Save?").keys("esc");
    assert!(!h.app.done);
    h.keys("ctrl-q 3");
    assert!(!h.app.done);
    h.keys("ctrl-q 1");
    assert!(h.app.done);
    assert_eq!(h.file(), plan(WITH));

    let mut h = typed(Lang::Zh);
    h.app.keep_all();
    h.keys("ctrl-q").sees("要保存吗？").keys("2");
    assert!(h.app.done && h.kept().is_empty());
    assert_eq!(h.file(), plan(""));

    let mut h = open(Lang::En);
    h.keys("ctrl-q");
    assert!(h.app.done, "nothing to ask");
}

#[test]
fn leaving_for_the_list_asks_too() {
    let mut h = typed(Lang::En);
    h.keys("alt-p")
        .sees("Save?")
        .keys("1")
        .sees("渡轮通勤 Harbour ferry");
    assert_eq!(h.app.place, Place::Plans);
    assert_eq!(h.file(), plan(WITH));
}

#[test]
fn a_request_to_stop_keeps_the_text() {
    let mut h = typed(Lang::En);
    h.app.handle(farsight::tui::input::Event::Quit);
    assert!(h.app.done);
    let mut h = h.crash_and_reopen();
    h.sees("Unsaved work was found").keys("1");
    assert_eq!(h.text(), plan(WITH));
}

#[test]
fn a_plan_that_is_open_twice_says_so() {
    for (lang, says) in [
        (Lang::En, "open in another farsight"),
        (Lang::Zh, "另一个 farsight"),
    ] {
        let h = typed(lang);
        let mut second = h.second();
        let notice = second.desk.notice.clone().unwrap().text;
        assert!(notice.contains(says), "{notice}");
        // Each keeps its own recovery.
        h.app.desk.session.as_ref().unwrap();
        second.go("plan.owner");
        second.handle(farsight::tui::input::Event::Paste("Runa".into()));
        second.keep_all();
        let mut h = h;
        h.app.keep_all();
        assert_eq!(h.kept().len(), 2);
    }
}

fn folder(lang: Lang) -> Harness {
    let text = |title: &str| format!("farsight = 1\n\n[plan]\ntitle = \"{title}\"\n");
    Harness::folder(
        (120, 36),
        lang,
        &[
            ("ferry.toml", &text("Ferry")),
            ("渡轮.toml", &text("渡轮通勤")),
        ],
    )
}

/// Chooses the plan with this title.
fn choose(h: &mut Harness, title: &str) {
    h.keys("home");
    for _ in 0..3 {
        if !h.screen().contains(&format!("▸ {title}")) {
            h.keys("down");
        }
    }
    h.sees(&format!("▸ {title}"));
}

#[test]
fn a_plan_goes_to_the_trash_and_comes_back() {
    for (lang, title, file) in [
        (Lang::En, "Ferry", "ferry.toml"),
        (Lang::Zh, "渡轮通勤", "渡轮.toml"),
    ] {
        let mut h = folder(lang);
        choose(&mut h, title);
        // Enter keeps it: the answer that loses nothing is the first.
        h.keys("delete enter");
        assert_eq!(h.files().len(), 2);
        h.keys("delete 2");
        assert_eq!(h.files().len(), 1);
        assert!(!h.files().contains(&file.to_owned()));
        h.keys("u");
        assert_eq!(h.files(), ["ferry.toml", "渡轮.toml"]);
        h.keys("u");
        assert!(!h.notice().is_empty());
    }
}

#[test]
fn a_plan_is_duplicated_and_renamed() {
    let mut h = folder(Lang::Zh);
    choose(&mut h, "渡轮通勤");
    h.keys("d");
    assert_eq!(h.files().len(), 3, "{:?}", h.files());
    choose(&mut h, "Ferry");
    h.keys("r ctrl-u \"晚班船\" enter");
    assert!(
        h.files().contains(&"晚班船.toml".to_owned()),
        "{:?}",
        h.files()
    );
    assert!(!h.files().contains(&"ferry.toml".to_owned()));
    // A taken name is refused in words.
    let before = h.files();
    choose(&mut h, "Ferry");
    h.keys("r ctrl-u \"渡轮\" enter");
    assert_eq!(h.files(), before);
    assert!(h.app.desk.notice.as_ref().is_some_and(|notice| notice.bad));
}

#[test]
fn a_new_plan_is_made_in_an_empty_folder() {
    for (lang, title, file) in [
        (Lang::En, "Night ferry", "night-ferry.toml"),
        (Lang::Zh, "夜班渡轮", "夜班渡轮.toml"),
    ] {
        let mut h = Harness::folder((80, 24), lang, &[]);
        h.keys(&format!("enter \"{title}\" enter"));
        assert_eq!(h.files(), [file]);
        assert_ne!(h.app.place, Place::Plans);
        let text = fs::read_to_string(h.folder_path().join(file)).unwrap();
        assert!(text.contains(title), "{text}");
        assert!(!h.is_dirty());
    }
}

#[test]
fn a_new_plan_is_made_from_a_sample() {
    let mut h = Harness::folder((80, 24), Lang::En, &[]);
    h.keys("m enter \"My evenings\" enter");
    assert_eq!(h.files(), ["my-evenings.toml"]);
    assert!(h.text().contains("title = \"My evenings\""));
}

#[test]
fn a_file_that_is_no_plan_says_why() {
    let mut h = Harness::folder((80, 24), Lang::En, &[]);
    fs::write(h.folder_path().join("picture.toml"), [0xff, 0xfe, 0, 1]).unwrap();
    let path = h.folder_path().join("picture.toml");
    h.keys("o").paste(path.to_str().unwrap()).keys("enter");
    assert_eq!(h.app.place, Place::Plans);
    assert!(h.app.desk.notice.as_ref().is_some_and(|notice| notice.bad));
    let missing = h.folder_path().join("没有.toml");
    h.keys("o").paste(missing.to_str().unwrap()).keys("enter");
    assert!(h.app.desk.notice.as_ref().is_some_and(|notice| notice.bad));
}

#[test]
fn the_own_editor_changes_a_text_or_the_file() {
    use farsight::tui::app::Errand;
    let mut h = open(Lang::Zh);
    h.go("needs.market.definition").keys("\"谁\" ctrl-e");
    assert_eq!(h.app.errands, [Errand::EditText("谁".into())]);
    h.app.edited_text("所有过江的人\r\n每天两趟\r\n");
    let text = plan("\n[needs.market]\ndefinition = \"\"\"\n所有过江的人\n每天两趟\"\"\"\n");
    assert_eq!(h.text(), text);
    h.keys("alt-z").sees("谁");
    h.keys("ctrl-y");
    assert_eq!(h.text(), text);
    h.app.errands.clear();
    h.go("plan.title").keys("ctrl-e");
    assert_eq!(h.app.errands, [Errand::EditFile(4)]);
    h.app.edited_file(&plan(WITH));
    h.keys("ctrl-g esc esc");
    assert_eq!(h.text(), plan(WITH));
    h.keys("alt-z");
    assert_eq!(h.text(), text);
}

#[test]
fn the_settings_of_the_project_hold_in_the_workbench() {
    let gaps = "farsight = 1\nzusatz = 1\n[plan]\ntitle = \"渡轮通勤\"\n";
    let opened = |lang, settings: &str| {
        let files = [("farsight.toml", settings), ("渡轮.toml", gaps)];
        let mut h = Harness::folder((120, 36), lang, &files);
        h.keys("enter");
        h
    };
    let codes = |h: &Harness| -> Vec<&str> {
        let report = &h.app.desk.session.as_ref().unwrap().report;
        report.findings.iter().map(|it| it.rule.code).collect()
    };
    let h = opened(Lang::En, "select = [\"N\"]\n");
    assert_eq!(codes(&h), ["F005"]);
    let h = opened(Lang::En, "select = [\"N\"]\nignore = [\"F005\"]\n");
    assert!(codes(&h).is_empty());
    // Settings with a slip stop nobody from writing.
    for (lang, told) in [
        (Lang::En, "farsight.toml:1:1"),
        (Lang::Zh, "没有“selct”这项设置"),
    ] {
        let mut h = opened(lang, "selct = [\"N\"]\n");
        assert!(codes(&h).contains(&"F005"));
        h.sees(told);
    }
}
