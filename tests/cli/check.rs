//! `farsight check`.

use crate::support::sandbox::Sandbox;

const GAPS: &str = r#"farsight = 1
[plan]
titel = "Tea house"
kind = "busines"
[[targeting.segments]]
id = "nurses"
needs = ["quiet-hour"]
"#;

const QUEKOU: &str = r#"farsight = 1
[plan]
titel = "茶馆"
kind = "茶馆"
[[targeting.segments]]
id = "护士"
needs = ["热", "安静一小时"]
"#;

/// The transcript without findings of other rules than those of the file: they may come and go.
fn about_the_file(transcript: &str) -> String {
    let is_other = |block: &&str| {
        let title = block.lines().next().unwrap_or_default();
        title.contains(")]: ") && !title.contains(" (F0")
    };
    let kept: Vec<&str> = transcript
        .split("\n\n")
        .filter(|it| !is_other(it))
        .collect();
    kept.join("\n\n")
}

fn told_about_the_file(name: &str, sandbox: &mut Sandbox) {
    let mut settings = crate::support::sandbox::settings();
    settings.add_filter(
        r"\d+ (findings?|errors?|warnings?|advice|answered)\b",
        "[n] $1",
    );
    settings.add_filter(r"\d+([项个条])(结果|错误|警告|建议|已答复)", "[n]$1$2");
    let transcript = about_the_file(&sandbox.transcript());
    settings.bind(|| insta::assert_snapshot!(name, transcript));
}

#[test]
fn findings_show_the_line_the_reason_and_the_question() {
    let mut sandbox = Sandbox::new();
    sandbox.write("gaps.toml", GAPS);
    sandbox.run(&["check", "gaps.toml"]);
    told_about_the_file("check", &mut sandbox);
}

#[test]
fn 检查结果指到原文() {
    let mut sandbox = Sandbox::new();
    sandbox.write("缺口.toml", QUEKOU);
    sandbox.run(&["check", "缺口.toml", "--lang", "zh"]);
    told_about_the_file("check-zh", &mut sandbox);
}

#[test]
fn what_is_broken_is_all_that_is_said() {
    let mut sandbox = Sandbox::with_bad_input();
    let transcript = sandbox.try_bad_input(|bad| vec!["check", bad]);
    told!("check-bad", transcript);
    let transcript = sandbox.try_bad_input(|bad| vec!["check", bad, "--lang", "zh"]);
    told!("check-bad-zh", transcript);
}

#[test]
fn programs_get_json_in_either_language() {
    let mut sandbox = Sandbox::with_bad_input();
    sandbox.run(&["check", "broken.toml", "--format", "json"]);
    let en = sandbox.transcript();
    sandbox.run_with(
        &["check", "-", "--format", "json", "--lang", "zh"],
        &sandbox.read("broken.toml"),
    );
    let zh = sandbox.transcript();
    for out in [en, zh] {
        let json = out
            .lines()
            .skip(1)
            .take_while(|line| !line.starts_with('['));
        let json: serde_json::Value =
            serde_json::from_str(&json.collect::<Vec<_>>().join("\n")).unwrap();
        assert_eq!(json["schema"], "farsight.check/1");
        let plan = &json["plans"][0];
        let finding = &plan["findings"][0];
        let name = format!("check-json-{}", json["language"].as_str().unwrap());
        let shown = serde_json::to_string_pretty(finding).unwrap();
        crate::support::sandbox::settings().bind(|| insta::assert_snapshot!(name, shown));
        assert!(plan["rules"]["total"].as_u64() > plan["rules"]["checked"].as_u64());
        assert!(!plan["unchecked"].as_array().unwrap().is_empty());
    }
}

#[test]
fn the_exit_code_follows_the_severity() {
    let sandbox = Sandbox::with_bad_input();
    let exit = |args: &[&str]| sandbox.command(args).output().unwrap().status.code();
    assert_eq!(exit(&["check", "broken.toml"]), Some(1));
    assert_eq!(
        exit(&["check", "broken.toml", "--fail-on", "never"]),
        Some(0)
    );
    assert_eq!(exit(&["check", "broken.toml", "missing.toml"]), Some(3));
    assert_eq!(exit(&["check", "--fail-on", "doom"]), Some(2));
    assert_eq!(exit(&["check", "folder"]), Some(2));
}

#[test]
fn folders_are_walked_in_order_whatever_the_threads() {
    let mut sandbox = Sandbox::new();
    for name in [
        "b/二.toml",
        "a.toml",
        "b/一.toml",
        "c/.hidden/x.toml",
        "out/x.toml",
    ] {
        sandbox.write(name, "farsight = 1\n[plan\n");
    }
    sandbox.write("Cargo.toml", "[package]\n");
    sandbox.write(".gitignore", "out\n");
    sandbox.run(&["check", "--lang", "zh"]);
    let first = sandbox.transcript();
    for threads in ["1", "2", "7"] {
        let mut command = sandbox.command(&["check", "--lang", "zh"]);
        let output = command.env("RAYON_NUM_THREADS", threads).output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(first.contains(&stdout));
    }
    sandbox.run(&["check", "b", "a.toml", "b/一.toml"]);
    let transcript = first + &sandbox.transcript();
    let names: Vec<&str> = transcript
        .lines()
        .filter(|line| line.contains(" --> ") || line.starts_with('['))
        .collect();
    told!("check-order", names.join("\n"));
}

#[test]
fn control_characters_are_seen_and_not_obeyed() {
    let mut sandbox = Sandbox::new();
    sandbox.write(
        "a.toml",
        "farsight = 1\n[plan]\n\"热\u{1b}[2J早\u{9b}1m\" = \"\u{202e}餐\n",
    );
    sandbox.run(&["check", "a.toml"]);
    sandbox.run(&["check", "a.toml", "--lang", "zh"]);
    sandbox.run(&["check", "\u{1b}[31m.toml"]);
    let transcript = sandbox.transcript();
    let transcript = transcript.replace("check \u{1b}[31m", "check ESC");
    assert!(!transcript.contains(['\u{1b}', '\u{9b}', '\u{202e}']));
    told!("check-controls", transcript);
}

#[test]
fn colour_is_asked_for_or_absent() {
    let mut sandbox = Sandbox::with_bad_input();
    let colored = |sandbox: &Sandbox, args: &[&str]| {
        let output = sandbox.command(args).output().unwrap();
        output.stdout.contains(&0x1b) || output.stderr.contains(&0x1b)
    };
    assert!(!colored(&sandbox, &["check", "broken.toml"]));
    assert!(colored(
        &sandbox,
        &["check", "broken.toml", "--color", "always"]
    ));
    assert!(colored(
        &sandbox,
        &["check", "missing.toml", "--color=always"]
    ));
    sandbox.var("NO_COLOR", "1");
    assert!(!colored(
        &sandbox,
        &["check", "broken.toml", "--color", "auto"]
    ));
    assert!(colored(
        &sandbox,
        &["check", "broken.toml", "--color", "always"]
    ));
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    use std::io::Read;
    let sandbox = Sandbox::new();
    sandbox.write(
        "many.toml",
        format!("farsight = 1\n{}", "\"需\n".repeat(5_000)),
    );
    let mut command = sandbox.command(&["check", "many.toml"]);
    command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 10]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.code().is_some_and(|code| code < 2));
}
