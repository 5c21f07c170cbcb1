//! The whole program in a real terminal: what only a terminal shows, and what only a crash breaks.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::pty::{Pty, Start};
use tempfile::TempDir;

/// A folder for plans and one for what farsight remembers.
struct Home(TempDir);

impl Home {
    fn new() -> Home {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("work")).unwrap();
        Home(home)
    }

    fn work(&self) -> PathBuf {
        self.0.path().join("work")
    }

    fn start(&self, args: &[&str]) -> Start {
        self.set(Start::farsight(args))
    }

    fn set(&self, start: Start) -> Start {
        start
            .cwd(&self.work())
            .env("FARSIGHT_STATE", self.0.path().join("state"))
            .env("FARSIGHT_CONFIG", self.0.path().join("config"))
            .env("FARSIGHT_PANIC", "1")
            .env("TERM", "xterm-256color")
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.work().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// Waits until a recovery file has this text in it.
    fn wait_kept(&self, pty: &mut Pty, text: &str) {
        let end = Instant::now() + Duration::from_secs(10);
        while !self.kept().contains(text) {
            assert!(Instant::now() < end, "never kept: {text}");
            pty.pump(Duration::from_millis(50));
        }
    }

    fn kept(&self) -> String {
        let Ok(files) = fs::read_dir(self.0.path().join("state/recovery")) else {
            return String::new();
        };
        // Only what is in its place counts: a file on its way there is lost with the program.
        files
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|it| it == "recovery"))
            .filter_map(|path| fs::read_to_string(path).ok())
            .collect()
    }
}

const FERRY: &str = "farsight = 1\n\n[plan]\ntitle = \"渡轮 Ferry\"\norganisation = \"Pier\"\n";

/// Opens the plan and goes to the field of the organisation.
fn at_organisation(home: &Home) -> Pty {
    let mut pty = home.start(&["ferry.toml"]).spawn();
    pty.wait_for("渡轮 Ferry");
    go(&mut pty, "Pier");
    pty
}

/// Searches for a text and goes to the field that has it.
fn go(pty: &mut Pty, text: &str) {
    pty.keys("ctrl-f");
    pty.wait_for("Search the plan");
    pty.type_text(text);
    pty.keys("enter");
    pty.wait_for("1 places with");
    pty.keys("enter");
    pty.wait_gone("1 places with");
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_plan_is_made_written_saved_and_left() {
    let home = Home::new();
    let mut pty = home.start(&[]).spawn();
    pty.wait_for("Welcome to farsight.");
    pty.keys("n");
    pty.wait_for("What is the plan called?");
    pty.type_text("夜班渡轮");
    pty.wait_for("夜班渡轮");
    pty.keys("enter");
    pty.wait_for("Created 夜班渡轮.toml.");
    pty.type_text("码头公司 Pier Nine");
    pty.wait_for("码头公司 Pier Nine");
    assert!(pty.cursor().is_some(), "the cursor is at the caret");
    pty.keys("ctrl-s");
    pty.wait_for("Saved ");
    let text = read(&home.work().join("夜班渡轮.toml"));
    assert!(text.contains("title = \"夜班渡轮\""), "{text}");
    assert!(text.contains("码头公司 Pier Nine"), "{text}");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
    assert_eq!(home.kept(), "");
}

#[test]
fn a_killed_program_gives_back_what_was_typed() {
    let home = Home::new();
    let file = home.write("ferry.toml", FERRY);
    let mut pty = at_organisation(&home);
    pty.type_text(" 九号码头");
    home.wait_kept(&mut pty, "Pier 九号码头");
    pty.kill();
    assert_eq!(read(&file), FERRY);
    let mut pty = home.start(&["ferry.toml"]).spawn();
    pty.wait_for("Unsaved work was found");
    pty.keys("2");
    pty.wait_for("+ organisation = \"Pier 九号码头\"");
    pty.keys("esc");
    pty.wait_for("Unsaved work was found");
    pty.keys("1");
    pty.wait_for("Restored.");
    pty.keys("ctrl-s");
    pty.wait_for("Saved ");
    assert_eq!(read(&file), FERRY.replace("Pier", "Pier 九号码头"));
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn a_panic_gives_the_terminal_back_and_keeps_the_last_key() {
    let home = Home::new();
    let file = home.write("ferry.toml", FERRY);
    let mut pty = at_organisation(&home);
    // In one burst, so that nothing but the panic itself can keep it.
    pty.keys("x 需 要 f11");
    assert_ne!(pty.wait_exit(), 0);
    pty.assert_restored();
    assert!(pty.raw().contains("as asked"));
    assert_eq!(read(&file), FERRY);
    assert!(home.kept().contains("Pierx需要"), "{}", home.kept());
    let mut pty = home.start(&["ferry.toml"]).spawn();
    pty.wait_for("Unsaved work was found");
}

#[test]
fn a_request_to_stop_keeps_the_text() {
    let home = Home::new();
    home.write("ferry.toml", FERRY);
    for signal in ["TERM", "HUP"] {
        let mut pty = home.start(&["ferry.toml"]).spawn();
        pty.wait_for("渡轮 Ferry");
        if signal == "HUP" {
            pty.wait_for("Unsaved work was found");
            pty.keys("3");
            pty.wait_gone("Unsaved work was found");
        }
        go(&mut pty, "Pier");
        pty.type_text(signal);
        pty.wait_for(&format!("Pier{signal}"));
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), 0);
        pty.assert_restored();
        assert!(home.kept().contains(&format!("Pier{signal}")));
    }
}

#[test]
fn ctrl_z_stops_and_fg_brings_everything_back() {
    let home = Home::new();
    home.write("ferry.toml", FERRY);
    let shell = home
        .set(Start::program("bash", &["--norc", "--noprofile", "-i"]))
        .env("PS1", "shell> ")
        .env("HISTFILE", "");
    let mut pty = shell.spawn();
    pty.wait_for("shell>");
    pty.type_text(&format!("{} ferry.toml\r", env!("CARGO_BIN_EXE_farsight")));
    pty.wait_for("F1 help");
    go(&mut pty, "Pier");
    pty.type_text(" 九号");
    pty.wait_for("Pier 九号");
    pty.keys("ctrl-z");
    pty.wait_for("Stopped");
    assert!(home.kept().contains("Pier 九号"), "kept before it stops");
    pty.type_text("fg\r");
    pty.wait_for("Pier 九号");
    pty.type_text("码头");
    pty.wait_for("Pier 九号码头");
    pty.keys("ctrl-q");
    pty.wait_for("Save?");
    pty.keys("2");
    pty.wait_for("shell>");
    pty.pump(Duration::from_millis(200));
    pty.type_text("exit\r");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn the_window_shrinks_and_grows() {
    let home = Home::new();
    home.write("ferry.toml", FERRY);
    let mut pty = at_organisation(&home);
    pty.type_text(" 九号");
    pty.resize(20, 5);
    pty.wait_for("farsight needs");
    pty.type_text("码头");
    pty.resize(40, 12);
    pty.wait_for("Pier 九号码头");
    pty.resize(80, 24);
    pty.wait_until("three panes", |screen| {
        screen.contains("Coach") && screen.contains("Pier 九号码头")
    });
    pty.keys("ctrl-s");
    pty.wait_for("Saved ");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn the_own_editor_takes_a_text_and_gives_it_back() {
    let home = Home::new();
    let text = format!("{FERRY}\n[needs.market]\ndefinition = \"All who cross.\"\n");
    let file = home.write("ferry.toml", &text);
    let script = home.0.path().join("my editor.sh");
    fs::write(
        &script,
        "#!/bin/sh\n[ -t 1 ] && printf '\\n每天两趟。\\n' >> \"$2\"\n",
    )
    .unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let link = home.0.path().join("editor");
    fs::rename(&script, &link).unwrap();
    let mut pty = home
        .start(&["ferry.toml"])
        .env("VISUAL", "")
        .env("EDITOR", format!("{} --wait", link.display()))
        .spawn();
    pty.wait_for("渡轮 Ferry");
    go(&mut pty, "All who cross.");
    pty.keys("ctrl-e");
    pty.wait_for("每天两趟。");
    pty.keys("ctrl-s");
    pty.wait_for("Saved ");
    let saved = read(&file);
    assert!(
        saved.contains("All who cross.\n每天两趟。\"\"\""),
        "{saved}"
    );
    // One step takes it back.
    pty.keys("alt-z");
    pty.wait_gone("每天两趟。");
    // An editor that is not there is told in words, and nothing is lost.
    pty.keys("ctrl-y");
    pty.wait_for("每天两趟。");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn an_editor_that_is_not_there_is_told() {
    let home = Home::new();
    let text = format!("{FERRY}\n[needs.market]\ndefinition = \"All who cross.\"\n");
    let file = home.write("ferry.toml", &text);
    for (editor, says) in [
        ("no-such-editor", "cannot be started"),
        ("false", "ended with an error"),
    ] {
        let mut pty = home
            .start(&["ferry.toml"])
            .env("VISUAL", "")
            .env("EDITOR", editor)
            .spawn();
        pty.wait_for("渡轮 Ferry");
        go(&mut pty, "All who cross.");
        pty.keys("ctrl-e");
        pty.wait_for(says);
        pty.keys("ctrl-q");
        assert_eq!(pty.wait_exit(), 0);
        assert_eq!(read(&file), text);
    }
}

#[test]
fn a_large_paste_is_one_step() {
    let home = Home::new();
    let text = format!("{FERRY}\n[needs.market]\ndefinition = \"Start.\"\n");
    let file = home.write("ferry.toml", &text);
    let mut pty = home.start(&["ferry.toml"]).spawn();
    pty.wait_for("渡轮 Ferry");
    go(&mut pty, "Start.");
    let paste = "过江的人 cross the bay.\r\n".repeat(3500);
    assert!(paste.len() > 100_000);
    pty.paste(&format!("{paste}最后 end"));
    pty.wait_for("最后 end");
    pty.keys("ctrl-s");
    pty.wait_for("Saved ");
    let saved = read(&file);
    assert_eq!(saved.matches("过江的人 cross the bay.").count(), 3500);
    assert!(!saved.contains('\r'));
    pty.keys("alt-z ctrl-s");
    pty.wait_until("saved again", |_| read(&file) == text);
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn a_change_outside_is_noticed_by_itself() {
    let home = Home::new();
    let file = home.write("ferry.toml", FERRY);
    let mut pty = at_organisation(&home);
    fs::write(&file, FERRY.replace("Pier", "九号码头")).unwrap();
    pty.wait_for("九号码头");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn no_color_means_no_colour() {
    let home = Home::new();
    home.write("ferry.toml", FERRY);
    let mut pty = home.start(&["ferry.toml"]).env("NO_COLOR", "1").spawn();
    pty.wait_for("渡轮 Ferry");
    pty.keys("f6");
    pty.wait_for("Findings");
    pty.keys("ctrl-p");
    pty.wait_for("Anything");
    pty.keys("esc");
    pty.wait_gone("Anything");
    pty.keys("f7");
    pty.wait_for("Glossary");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    let raw = pty.raw();
    let colours: Vec<&str> = raw
        .split("\x1b[")
        .filter_map(|code| code.split_once('m'))
        .map(|(code, _)| code)
        .filter(|code| code.chars().all(|c| c.is_ascii_digit() || ";:".contains(c)))
        .flat_map(|code| code.split(';'))
        .filter(|code| {
            let number: u32 = code.split(':').next().unwrap().parse().unwrap_or(0);
            matches!(number, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
        })
        .collect();
    assert!(colours.is_empty(), "{colours:?}");
}

#[test]
fn without_a_terminal_the_check_is_printed() {
    let home = Home::new();
    home.write(
        "ferry.toml",
        &FERRY.replace("farsight = 1", "farsight = 1\ntypo = 2"),
    );
    let output = Command::new(env!("CARGO_BIN_EXE_farsight"))
        .arg("ferry.toml")
        .current_dir(home.work())
        .env("FARSIGHT_STATE", home.0.path().join("state"))
        .env("FARSIGHT_CONFIG", home.0.path().join("config"))
        .env("LANG", "en_GB.UTF-8")
        .env_remove("LC_ALL")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("typo"), "{text}");
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn 界面是中文的() {
    let home = Home::new();
    home.write("渡轮.toml", FERRY);
    let mut pty = home.start(&[]).env("LANG", "zh_CN.UTF-8").spawn();
    pty.wait_for("渡轮.toml");
    pty.keys("enter");
    pty.wait_for("指导");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn the_list_of_plans_fills_in_by_itself() {
    let home = Home::new();
    home.write("ferry.toml", FERRY);
    let mut pty = home.start(&[]).spawn();
    // The title is known only when the file has been read, after the first picture.
    pty.wait_for("渡轮 Ferry");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
}
