//! `farsight help` and `--help`, and arguments that do not fit.

use crate::support::sandbox::Sandbox;

#[test]
fn help_is_complete_in_both_languages() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["--help"]);
    sandbox.run(&["check", "--help"]);
    sandbox.run(&["set", "-h"]);
    told!("help", sandbox.transcript());
    sandbox.var("LANG", "zh_CN.UTF-8");
    sandbox.run(&["--help"]);
    sandbox.run(&["check", "--help"]);
    sandbox.run(&["set", "-h"]);
    told!("help-zh", sandbox.transcript());
}

#[test]
fn help_by_command_and_by_option_are_one() {
    let sandbox = Sandbox::new();
    for name in [
        "new", "check", "get", "set", "add", "rm", "rename", "mv", "explain",
    ] {
        for lang in ["en", "zh"] {
            let by_command = sandbox
                .command(&["help", name, "--lang", lang])
                .output()
                .unwrap();
            let by_option = sandbox
                .command(&[name, "--help", "--lang", lang])
                .output()
                .unwrap();
            assert_eq!(by_command, by_option, "{name}");
        }
    }
}

#[test]
fn no_line_of_chinese_help_is_too_wide() {
    use unicode_width::UnicodeWidthStr;
    let sandbox = Sandbox::new();
    for name in [
        "", "new", "check", "get", "set", "add", "rm", "explain", "fields", "info",
    ] {
        let args: Vec<&str> = [name, "--help", "--lang", "zh"]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
        let output = sandbox.command(&args).output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        for line in help
            .lines()
            .filter(|line| !line.trim_start().starts_with("farsight "))
        {
            assert!(line.width() <= 82, "{name}: {line}");
        }
    }
}

#[test]
fn arguments_that_do_not_fit_are_told_in_both_languages() {
    let mut sandbox = Sandbox::new();
    for lang in ["en", "zh"] {
        sandbox
            .run(&["--lang", lang, "--frob"])
            .run(&["--lang", lang, "check", "--formt", "json"])
            .run(&["--lang", lang, "check", "--format", "xml"])
            .run(&["--lang", lang, "check", "--format"])
            .run(&["--lang", lang, "get", "a.toml", "b", "c"])
            .run(&["--lang", lang, "get", "a.toml", "b", "--raw", "--ids"])
            .run(&["--lang", lang, "plan.toml", "check"])
            .run(&["--lang", lang, "help", "frob"]);
    }
    sandbox.run(&["--lang", "fr"]).run(&["--version"]);
    told!("help-usage", sandbox.transcript());
}
