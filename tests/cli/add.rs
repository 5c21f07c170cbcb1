//! `farsight add`.

use crate::support::sandbox::Sandbox;

#[test]
fn a_row_is_added_and_named() {
    let mut sandbox = Sandbox::with_plans();
    sandbox
        .run(&[
            "add",
            "tea.toml",
            "needs.customer_needs",
            "need=eat something warm at 3 a.m.",
            "importance=4",
        ])
        .run(&[
            "add",
            "tea.toml",
            "needs.customer_needs",
            "--id",
            "sleep",
            "--at",
            "1",
            "evidence=diary",
            "evidence=talks",
        ])
        .run(&[
            "add",
            "tea.toml",
            "mix.objectives",
            "target=1,200",
            "by=end of March 2027",
        ])
        .run(&["add", "tea.toml", "mix.objectives"])
        .show("tea.toml");
    told!("add", sandbox.transcript());
}

#[test]
fn 新增() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&[
            "add",
            "茶馆.toml",
            "needs.customer_needs",
            "need=凌晨三点吃口热的",
            "importance=4",
        ])
        .run(&[
            "add",
            "茶馆.toml",
            "targeting.segments",
            "--id",
            "夜班司机",
            "size=3千",
            "decision=选为目标",
        ])
        .show("茶馆.toml");
    told!("add-zh", sandbox.transcript());
}

#[test]
fn what_cannot_be_added_is_refused() {
    let mut sandbox = Sandbox::with_plans();
    for lang in ["en", "zh"] {
        sandbox
            .run(&["add", "tea.toml", "plan", "title=x", "--lang", lang])
            .run(&["add", "tea.toml", "needs.swot", "wat=x", "--lang", lang])
            .run(&["add", "tea.toml", "needs.swot", "what", "--lang", lang])
            .run(&["add", "tea.toml", "needs.swot", "id=x", "--lang", lang])
            .run(&["add", "tea.toml", "needs.swot", "rank=high", "--lang", lang])
            .run(&[
                "add",
                "tea.toml",
                "targeting.segments",
                "--id",
                "nurses",
                "--lang",
                lang,
            ])
            .run(&[
                "add",
                "tea.toml",
                "targeting.segments",
                "--id",
                "Two Words",
                "--lang",
                lang,
            ])
            .run(&[
                "add",
                "tea.toml",
                "targeting.segments",
                "--at",
                "0",
                "--lang",
                lang,
            ]);
    }
    assert_eq!(sandbox.read("tea.toml"), crate::support::sandbox::TEA);
    told!("add-refused", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "add-bad",
        sandbox.try_bad_input(|bad| vec!["add", bad, "needs.swot", "what=x"])
    );
}
