//! `farsight new`.

use crate::support::sandbox::Sandbox;

#[test]
fn a_plan_begins_and_nothing_is_overwritten() {
    let mut sandbox = Sandbox::new();
    sandbox
        .run(&["new", "tea-house.toml"])
        .run(&["get", "tea-house.toml", "plan.title"])
        .run(&["new", "tea-house.toml"])
        .run(&["new", "tea-house"])
        .run(&["new", ".", "--title", "Tern Street: home before the rain"])
        .run(&["new", "deep/er/oats.toml", "--sample", "omumbonde"])
        .run(&["get", "deep/er/oats.toml", "plan.title"])
        .run(&["new", "x.toml", "--sample", "nothing"])
        .run(&["new"]);
    told!("new", sandbox.transcript());
}

#[test]
fn 新建() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["new", "茶馆.toml"])
        .run(&["get", "茶馆.toml", "plan.title"])
        .run(&["new", "茶馆.toml"])
        .run(&["new", ".", "--title", "苇渡：下雨前到家"])
        .run(&[
            "new",
            "药.toml",
            "--sample",
            "weiting",
            "--title",
            "三天打完药",
        ])
        .run(&["get", "药.toml", "plan.title"])
        .run(&["new", "x.toml", "--sample", "没有"]);
    told!("new-zh", sandbox.transcript());
}

#[test]
fn a_starter_explains_the_core_in_the_language() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["new", "a.toml", "--title", "Tea"]);
    sandbox.run(&["new", "b.toml", "--title", "茶", "--lang", "zh"]);
    let head = |name| {
        let text = sandbox.read(name);
        text.lines().take(40).collect::<Vec<_>>().join("\n")
    };
    told!("new-starter", head("a.toml"));
    told!("new-starter-zh", head("b.toml"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let mut sandbox = Sandbox::new();
    sandbox.write("file", "");
    sandbox.run(&["new", "file/a.toml"]);
    std::fs::create_dir(sandbox.path("shut")).unwrap();
    let shut = std::fs::Permissions::from_mode(0o555);
    std::fs::set_permissions(sandbox.path("shut"), shut).unwrap();
    // Root may write anywhere; then there is nothing to see.
    if std::fs::write(sandbox.path("shut/probe"), "").is_err() {
        sandbox.run(&["new", "shut/a.toml"]);
        assert!(sandbox.transcript().contains("[exit 3]"));
    } else {
        told!("new-in-the-way", sandbox.transcript());
    }
}
