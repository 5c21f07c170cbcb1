//! `farsight merge`.

use crate::support::sandbox::{CHAGUAN, Sandbox, TEA};

/// Three texts: what both come from, ours, theirs.
fn three(base: &str, ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> Sandbox {
    let change = |changes: &[(&str, &str)]| {
        let all = changes.iter();
        all.fold(base.to_owned(), |text, (old, new)| text.replace(old, new))
    };
    let sandbox = Sandbox::new();
    sandbox.write("base.toml", base);
    sandbox.write("ours.toml", change(ours));
    sandbox.write("theirs.toml", change(theirs));
    sandbox
}

const FILES: [&str; 4] = ["merge", "base.toml", "ours.toml", "theirs.toml"];

#[test]
fn two_changes_become_one_plan() {
    let mut sandbox = three(
        TEA,
        &[("1200", "1300"), ("# The tea", "# Our tea")],
        &[
            ("Ana Ruiz", "Bo Lin"),
            ("id = \"company\"", "# asked\nid = \"talk\""),
            ("\"company\"]", "\"talk\"]"),
        ],
    );
    sandbox.run(&FILES);
    sandbox.run(&[&FILES[..], &["-o", "merged.toml"]].concat());
    sandbox.show("merged.toml");
    told!("merge", sandbox.transcript());
}

#[test]
fn conflicts_are_told_and_stand_in_the_text() {
    let mut sandbox = three(
        TEA,
        &[("1200", "1300"), ("Ana Ruiz", "Bo Lin")],
        &[("1200", "1400"), ("Ana Ruiz", "Cy Moss")],
    );
    sandbox.run(&FILES);
    sandbox.run(
        &[
            &FILES[..],
            &["--show-base", "-L", "-plan.toml", "--marker-size", "9"],
        ]
        .concat(),
    );
    told!("merge-conflicts", sandbox.transcript());
}

#[test]
fn 冲突() {
    let mut sandbox = three(
        CHAGUAN,
        &[("1200", "1300")],
        &[("1200", "1400"), ("周雨桐", "林晓")],
    );
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox.run(&FILES);
    told!("merge-zh", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    let told = sandbox.try_bad_input(|bad| vec!["merge", "tea.toml", "tea.toml", bad]);
    // One of them is ten thousand brackets deep.
    let told = told
        .replace(&"[".repeat(10_000), "[…")
        .replace(&"]".repeat(10_000), "…]");
    told!("merge-bad", told);
}
