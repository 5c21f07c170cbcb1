//! `farsight trace`.

use crate::support::sandbox::Sandbox;

/// A service that sharpens shears: one chain whole, one broken, one row that nobody uses.
const SHEARS: &str = r#"farsight = 1
[plan]
title = "Sharp before the flock"
[[needs.customer_needs]]
id = "shear-in-time"
need = "finish shearing before the rain"
evidence = ["barn-talks", "lost-notes"]
[[needs.customer_needs]]
id = "clean-hands"
need = "go home without grease to the elbows"
[[needs.evidence]]
id = "barn-talks"
finding = "nine of twelve lost a dry day last June"
[[targeting.segments]]
id = "hill-farms"
name = "Hill farms"
needs = ["shear-in-time"]
decision = "target"
[[targeting.segments]]
id = "valley"
name = "Valley farms"
needs = ["shear-in-time"]
decision = "target"
[[value.propositions]]
id = "no-dry-day-lost"
segment = "hill-farms"
statement = "Sharp shears at the gate by seven, or the day is free."
[[value.propositions]]
id = "shared-round"
segment = "valley"
statement = "One van, four farms, no waiting."
[[value.benefits]]
id = "full-day"
proposition = "no-dry-day-lost"
need = "shear-in-time"
benefit = "You shear the whole dry day."
proof = "41 of 42 mornings last season, logged by the farms."
[[mix.products]]
id = "dawn-round"
name = "Dawn round"
segments = ["hill-farms", "valley"]
price = 28.0
[[mix.channels]]
id = "farm-gate"
segments = ["hill-farms", "hobby-flocks"]
[[mix.messages]]
id = "by-seven"
segment = "hill-farms"
benefit = "full-day"
text = "By seven at your gate."
[[relationships.programmes]]
id = "winter-check"
segment = "hill-farms"
what = "Each January we look over last year's log together."
[[relationships.groups]]
id = "regular-farms"
segment = "hill-farms"
customers = 60
"#;

/// 一家茶馆：两步写完，后面还没开始。
const NIGHT_TEA: &str = r#"farsight = 1
[plan]
title = "茶馆：下班后安静一小时"
[[needs.customer_needs]]
id = "安静"
need = "睡前放松下来"
[[targeting.segments]]
id = "护士"
name = "夜班护士"
needs = ["安静"]
decision = "target"
"#;

/// 同一家茶馆：主张写了，利益没有写明属于哪个主张。
fn broken_tea() -> String {
    format!(
        "{NIGHT_TEA}[[value.propositions]]\nid = \"一小时\"\nsegment = \"护士\"\nstatement = \"下班后的一小时，没有人叫你。\"\n\
         [[value.benefits]]\nid = \"睡得着\"\nneed = \"安静\"\nbenefit = \"到家就能睡着。\"\nproof = \"三十位护士试了两周。\"\n"
    )
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with_plans();
    let sample = farsight::plan::sample("omumbonde-oat-bars").unwrap();
    sandbox.write("whole.toml", sample.text);
    sandbox.write("shears.toml", SHEARS);
    sandbox.write("夜茶.toml", NIGHT_TEA);
    sandbox.write("断链.toml", broken_tea());
    sandbox
}

#[test]
fn chains_are_drawn_and_the_break_is_named() {
    let mut sandbox = sandbox();
    sandbox
        .run(&["trace", "whole.toml"])
        .run(&["trace", "shears.toml"])
        .run(&["trace", "shears.toml", "--segment", "hill-farms"])
        .run(&[
            "trace",
            "shears.toml",
            "--segment",
            "valley",
            "--format",
            "json",
        ])
        .run(&["trace", "夜茶.toml"])
        .run_with(&["trace", "-", "--segment", "valley"], SHEARS);
    told!("trace", sandbox.transcript());
}

#[test]
fn 链条画成树_断处写明两端() {
    let mut sandbox = sandbox();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["trace", "断链.toml"])
        .run(&["trace", "夜茶.toml"])
        .run(&["trace", "shears.toml"])
        .run(&["trace", "断链.toml", "--format", "json"]);
    told!("trace-zh", sandbox.transcript());
}

#[test]
fn a_plan_without_targets_or_such_a_segment() {
    let mut sandbox = sandbox();
    for lang in ["en", "zh"] {
        sandbox
            .run(&["trace", "tea.toml", "--lang", lang])
            .run(&["trace", "tea.toml", "--lang", lang, "--format", "json"])
            .run(&["trace", "tea.toml", "--lang", lang, "--segment", "nurses"])
            .run(&[
                "trace",
                "shears.toml",
                "--lang",
                lang,
                "--segment",
                "hobby-flocks",
            ])
            .run(&["trace", "--lang", lang]);
    }
    told!("trace-none", sandbox.transcript());
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    use unicode_width::UnicodeWidthStr;
    let sandbox = sandbox();
    for plan in ["whole.toml", "shears.toml", "断链.toml"] {
        for lang in ["en", "zh"] {
            let output = sandbox.command(&["trace", plan, "--lang", lang]).output();
            let output = String::from_utf8(output.unwrap().stdout).unwrap();
            for line in output.lines() {
                assert!(line.width() <= 80, "{line}");
            }
        }
    }
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!("trace-bad", sandbox.try_bad_input(|bad| vec!["trace", bad]));
}
