//! `farsight set`.

use crate::support::sandbox::Sandbox;

#[test]
fn values_are_read_as_people_write_them() {
    let mut sandbox = Sandbox::with_plans();
    sandbox
        .run(&[
            "set",
            "tea.toml",
            "plan.title",
            "Tea house: an hour to come down",
        ])
        .run(&[
            "set",
            "tea.toml",
            "targeting.segments.nurses.growth",
            "-2.5 %",
        ])
        .run(&[
            "set",
            "tea.toml",
            "targeting.segments.nurses.growth",
            "--",
            "-2.5 %",
        ])
        .run(&["set", "tea.toml", "targeting.segments.nurses.size", "1,450"])
        .run(&["set", "tea.toml", "plan.starts", "1 March 2027"])
        .run(&["set", "tea.toml", "plan.brands", "Still", "Still; To Go"])
        .run(&["set", "tea.toml", "mix.totals.budget", "48k"])
        .run(&[
            "set",
            "tea.toml",
            "needs.market.x-own",
            "--raw",
            "{ a = 1 }",
        ])
        .show("tea.toml");
    told!("set", sandbox.transcript());
}

#[test]
fn 写入() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["set", "茶馆.toml", "plan.title", "茶馆：睡前缓一缓"])
        .run(&[
            "set",
            "茶馆.toml",
            "targeting.segments.护士.growth",
            "三成五",
        ])
        .run(&["set", "茶馆.toml", "targeting.segments.护士.size", "1.2万"])
        .run(&["set", "茶馆.toml", "plan.starts", "2027年3月1日"])
        .run(&["set", "茶馆.toml", "plan.kind", "企业"])
        .run(&["set", "茶馆.toml", "plan.brands", "静；静·外带"])
        .show("茶馆.toml");
    told!("set-zh", sandbox.transcript());
}

#[test]
fn what_does_not_fit_is_refused_with_a_hint() {
    let mut sandbox = Sandbox::with_plans();
    for lang in ["en", "zh"] {
        let mut set = |path, value| {
            sandbox.run(&["set", "tea.toml", path, value, "--lang", lang]);
        };
        set("targeting.segments.nurses.growth", "a lot");
        set("plan.kind", "busines");
        set("plan.starts", "1/3/2027");
        set("plan.titel", "x");
        set("plan", "x");
        set("needs.customer_needs.nobody.need", "x");
        set("mix.actions.nothing.what", "x");
        sandbox.run(&[
            "set",
            "tea.toml",
            "plan.kind",
            "a b",
            "--raw",
            "--lang",
            lang,
        ]);
        sandbox.run(&[
            "set",
            "tea.toml",
            "plan.kind",
            "1\nb = 2",
            "--raw",
            "--lang",
            lang,
        ]);
        sandbox.run(&["set", "tea.toml", "plan.title", "--lang", lang]);
    }
    assert_eq!(sandbox.read("tea.toml"), crate::support::sandbox::TEA);
    told!("set-refused", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "set-bad",
        sandbox.try_bad_input(|bad| vec!["set", bad, "plan.title", "x"])
    );
}

#[test]
fn line_ends_bom_and_comments_stay() {
    let mut sandbox = Sandbox::new();
    sandbox.write(
        "a.toml",
        "\u{feff}farsight = 1\r\n[plan] # 计划\r\ntitle = '旧' # 题\r\n",
    );
    sandbox.run(&["set", "a.toml", "plan.title", "新"]);
    assert_eq!(
        sandbox.read("a.toml"),
        "\u{feff}farsight = 1\r\n[plan] # 计划\r\ntitle = '新' # 题\r\n"
    );
}
