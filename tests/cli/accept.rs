//! `farsight accept`, and what a check makes of the answers.

use crate::support::sandbox::Sandbox;

/// Two needs that count as met, in a file whose tables have an order of their own.
const MET: &str = r#"farsight = 1
[plan]
title = "Boiler service"
[[targeting.segments]]
id = "landlords"
name = "Landlords"
[[needs.customer_needs]]
id = "on-time"
need = "Have the boiler inspected before the first frost."
status = "met"
[[needs.customer_needs]]
id = "one-visit"
need = "Take one morning off work and not three."
status = "met"
"#;

const YIMAN: &str = r#"farsight = 1
[plan]
title = "锅炉检修"
[[needs.customer_needs]]
id = "准时"
need = "入冬前把锅炉检修好。"
status = "met"
[[needs.customer_needs]]
id = "一次"
need = "只请半天假，不用来回跑三趟。"
status = "met"
"#;

/// The lines about answers and those that count.
fn about_answers(transcript: &str) -> String {
    let kept = |line: &&str| {
        line.starts_with('$')
            || line.starts_with('[')
            || line.contains("(A70")
            || line.contains("(N105)")
    };
    transcript
        .lines()
        .filter(kept)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn an_answer_is_written_with_the_place_of_its_finding() {
    let mut sandbox = Sandbox::new();
    sandbox.write("boiler.toml", MET);
    sandbox.write(
        ".home/config/farsight/config.toml",
        "name = \"Tomasz Lis\"\n",
    );
    sandbox.run(&[
        "accept",
        "boiler.toml",
        "N105",
        "--reason",
        "The landlords' contract fixes the service.",
        "--until",
        "2999-07-01",
    ]);
    sandbox.show("boiler.toml");
    told!("accept", sandbox.transcript());
}

#[test]
fn 答复写进计划并留下理由() {
    let mut sandbox = Sandbox::new();
    sandbox.write("锅炉.toml", YIMAN);
    sandbox.run(&[
        "accept",
        "锅炉.toml",
        "no-unmet-or-latent-need",
        "--at",
        "needs.customer_needs",
        "--reason",
        "物业合同把服务内容定死了。",
        "--by",
        "沈立夏",
        "--lang",
        "zh",
    ]);
    sandbox.show("锅炉.toml");
    told!("accept-zh", sandbox.transcript());
}

#[test]
fn an_end_is_measured_from_the_day_that_is_given() {
    let (day, past) = ("2030-06-30", "2030-07-01");
    for (lang, said) in [("en", "run out already"), ("zh", "一写下就已失效")] {
        let mut sandbox = Sandbox::new();
        sandbox.write("a.toml", MET);
        let plain = ["accept", "a.toml", "N105", "--reason", "x", "--lang", lang];
        let with = |today| [&plain[..], &["--until", day, "--today", today]].concat();
        sandbox.run(&with(past));
        assert_eq!(sandbox.read("a.toml"), MET);
        assert!(sandbox.transcript().contains(said));
        sandbox.run(&with("2030-01-01"));
        assert!(sandbox.read("a.toml").contains(day));
    }
}

#[test]
fn what_cannot_be_answered_is_refused_and_nothing_is_written() {
    for (name, lang) in [("accept-refused", "en"), ("accept-refused-zh", "zh")] {
        let mut sandbox = Sandbox::new();
        sandbox.write("a.toml", MET);
        let with = |rest: &[&'static str]| {
            let mut args = vec!["accept", "a.toml"];
            args.extend(rest);
            args.extend(["--lang", lang]);
            args
        };
        for rest in [
            &["no-unmet-need", "--reason", "x"][..],
            &["F005", "--reason", "x"],
            &["A703", "--reason", "x"],
            &["N105", "--at", "targeting", "--reason", "x"],
            &["N105", "--at", "needs.nowhere", "--reason", "x"],
            &["N105", "--reason", " "],
            &["N105", "--reason", "x", "--until", "2001-01-01"],
            &["N105", "--reason", "x", "--until", "soon"],
            &["price-below-unit-cost", "--reason", "x"],
        ] {
            sandbox.run(&with(rest));
        }
        assert_eq!(sandbox.read("a.toml"), MET);
        sandbox.run(&with(&["N105", "--reason", "x"]));
        sandbox.run(&with(&["N105", "--reason", "y"]));
        sandbox.run(&with(&["N105", "--at", "plan", "--reason", "z", "--force"]));
        let transcript = sandbox.transcript();
        crate::support::sandbox::settings().bind(|| insta::assert_snapshot!(name, transcript));
    }
}

#[test]
fn an_answer_runs_out_on_its_day() {
    for (name, lang) in [("accept-until", "en"), ("accept-until-zh", "zh")] {
        let mut sandbox = Sandbox::new();
        let answer = "[[accept]]\ncheck = \"N105\"\nat = \"needs.customer_needs\"\n\
            reason = \"按合同\"\nby = \"周雨桐\"\nuntil = 2027-06-30\n";
        sandbox.write("a.toml", format!("{YIMAN}{answer}"));
        for day in ["2027-06-29", "2027-06-30"] {
            sandbox.run(&["check", "a.toml", "--lang", lang, "--today", day]);
        }
        let transcript = about_answers(&sandbox.transcript());
        crate::support::sandbox::settings().bind(|| insta::assert_snapshot!(name, transcript));
    }
}

#[test]
fn bad_input_is_never_answered() {
    let mut sandbox = Sandbox::with_bad_input();
    let transcript =
        sandbox.try_bad_input(|bad| vec!["accept", bad, "N105", "--reason", "x", "--lang", "zh"]);
    told!("accept-bad-zh", transcript);
}
