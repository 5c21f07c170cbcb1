//! `farsight get`.

use crate::support::sandbox::Sandbox;

#[test]
fn values_are_shown_as_people_write_them() {
    let mut sandbox = Sandbox::with_plans();
    sandbox
        .run(&["get", "tea.toml", "plan.title"])
        .run(&["get", "tea.toml", "targeting.segments.nurses.growth"])
        .run(&[
            "get",
            "tea.toml",
            "targeting.segments.nurses.growth",
            "--raw",
        ])
        .run(&["get", "tea.toml", "targeting.segments.1.needs"])
        .run(&["get", "tea.toml", "needs.customer_needs", "--ids"])
        .run(&["get", "tea.toml", "needs.customer_needs.company"])
        .run(&["get", "tea.toml", "plan", "--ids"])
        .run(&["get", "tea.toml", "plan.titel"])
        .run(&["get", "tea.toml", "nowhere.at.all"])
        .run(&["get", "tea.toml"])
        .run_with(&["get", "-", "plan.owner"], crate::support::sandbox::TEA);
    told!("get", sandbox.transcript());
}

#[test]
fn 取值() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["get", "茶馆.toml", "plan.title"])
        .run(&["get", "茶馆.toml", "targeting.segments.护士.growth"])
        .run(&["get", "茶馆.toml", "needs.customer_needs", "--ids"])
        .run(&["get", "茶馆.toml", "needs.customer_needs.陪伴"])
        .run(&["get", "茶馆.toml", "plan.标题"])
        .run_with(
            &["get", "-", "plan.owner"],
            crate::support::sandbox::CHAGUAN,
        );
    told!("get-zh", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "get-bad",
        sandbox.try_bad_input(|bad| vec!["get", bad, "plan.title"])
    );
}
