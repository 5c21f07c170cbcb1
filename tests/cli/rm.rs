//! `farsight rm`.

use crate::support::sandbox::Sandbox;

#[test]
fn values_rows_and_lists_go() {
    let mut sandbox = Sandbox::with_plans();
    sandbox
        .run(&["rm", "tea.toml", "plan.owner"])
        .run(&["rm", "tea.toml", "needs.customer_needs.company"])
        .run(&["rm", "tea.toml", "needs.customer_needs.company"])
        .run(&["rm", "tea.toml", "nowhere"])
        .show("tea.toml");
    told!("rm", sandbox.transcript());
}

#[test]
fn 删去() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["rm", "茶馆.toml", "plan.owner"])
        .run(&["rm", "茶馆.toml", "needs.customer_needs.陪伴"])
        .run(&["rm", "茶馆.toml", "needs.customer_needs.陪伴"])
        .show("茶馆.toml");
    told!("rm-zh", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "rm-bad",
        sandbox.try_bad_input(|bad| vec!["rm", bad, "plan.title"])
    );
}
