//! `farsight rename`.

use crate::support::sandbox::Sandbox;

#[test]
fn references_follow() {
    let mut sandbox = Sandbox::with_plans();
    sandbox
        .run(&[
            "rename",
            "tea.toml",
            "needs.customer_needs.company",
            "someone-awake",
        ])
        .run(&["rename", "tea.toml", "needs.customer_needs.company", "x"])
        .run(&[
            "rename",
            "tea.toml",
            "needs.customer_needs.quiet-hour",
            "someone-awake",
        ])
        .run(&[
            "rename",
            "tea.toml",
            "needs.customer_needs.quiet-hour",
            "Quiet Hour",
        ])
        .run(&["rename", "tea.toml", "plan.title", "x"])
        .show("tea.toml");
    told!("rename", sandbox.transcript());
}

#[test]
fn 改编号() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&[
            "rename",
            "茶馆.toml",
            "needs.customer_needs.陪伴",
            "有人说话",
        ])
        .run(&[
            "rename",
            "茶馆.toml",
            "needs.customer_needs.安静",
            "有人说话",
        ])
        .run(&["rename", "茶馆.toml", "needs.customer_needs.安静", "安 静"])
        .show("茶馆.toml");
    told!("rename-zh", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "rename-bad",
        sandbox.try_bad_input(|bad| vec!["rename", bad, "needs.swot.a", "b"])
    );
}
