//! `farsight mv`.

use crate::support::sandbox::Sandbox;

#[test]
fn rows_change_places() {
    let mut sandbox = Sandbox::with_plans();
    sandbox
        .run(&["mv", "tea.toml", "needs.customer_needs.company", "1"])
        .run(&["mv", "tea.toml", "needs.customer_needs.company", "last"])
        .run(&["mv", "tea.toml", "needs.customer_needs.company", "first"])
        .run(&["mv", "tea.toml", "needs.customer_needs.company", "0"])
        .run(&["mv", "tea.toml", "needs.customer_needs.nobody", "1"])
        .run(&["mv", "tea.toml", "plan.title", "1"])
        .show("tea.toml");
    told!("mv", sandbox.transcript());
}

#[test]
fn 移动() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["mv", "茶馆.toml", "needs.customer_needs.陪伴", "first"])
        .run(&["mv", "茶馆.toml", "needs.customer_needs.陪伴", "零"])
        .run(&["mv", "茶馆.toml", "needs.customer_needs.没有", "1"])
        .show("茶馆.toml");
    told!("mv-zh", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "mv-bad",
        sandbox.try_bad_input(|bad| vec!["mv", bad, "needs.swot.a", "1"])
    );
}
