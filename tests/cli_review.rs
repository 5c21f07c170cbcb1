//! `farsight review`: marks of rows that a person has looked at.
#![allow(clippy::unwrap_used)]

mod cli;
use cli::Sandbox;

#[test]
fn a_row_is_suspect_until_somebody_looks_again() {
    let mut sandbox = Sandbox::with_plans();
    let day = ["--today", "2027-02-01"];
    let need = "needs.customer_needs.quiet-hour";
    sandbox
        .run(&["review", "tea.toml"])
        .run(&[
            "review",
            "tea.toml",
            "--mark",
            "needs",
            "--mark",
            "targeting",
            "--by",
            "Ana",
            day[0],
            day[1],
        ])
        .show("tea.reviewed.toml")
        .run(&["set", "tea.toml", &format!("{need}.need"), "sleep by nine"])
        .run(&["review", "tea.toml", "--check"])
        .run(&[
            "review",
            "tea.toml",
            "--mark",
            need,
            "--by",
            "Bo",
            "--note",
            "asked two of them",
            "--today",
            "2027-02-03",
        ])
        .run(&[
            "review",
            "tea.toml",
            "--unmark",
            "needs.customer_needs.company",
        ])
        .run(&["review", "tea.toml", "--list"])
        .run(&["review", "tea.toml", "--format", "json"])
        .run(&["review", "tea.toml", "--mark", "nowhere"])
        .run(&["check", ".", "--select", "F"]);
    told!("review", sandbox.transcript());
}

#[test]
fn 看过与存疑() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&[
            "review",
            "茶馆.toml",
            "--mark",
            "targeting.segments",
            "--by",
            "周雨桐",
            "--today",
            "2027-02-01",
        ])
        .run(&[
            "set",
            "茶馆.toml",
            "needs.customer_needs.安静.need",
            "九点前睡着",
        ])
        .run(&["review", "茶馆.toml"])
        .run(&["review", "茶馆.toml", "--mark", "没有"])
        .run(&["review", "--help"]);
    told!("review-zh", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "review-bad",
        sandbox.try_bad_input(|bad| vec!["review", bad])
    );
}

/// Two people mark different rows on two branches: git merges their files.
#[test]
fn marks_of_two_branches_merge() {
    let mut sandbox = Sandbox::with_plans();
    let Some(git) = cli::git::Git::new(&sandbox) else {
        return;
    };
    let mark = |sandbox: &mut Sandbox, row: &str, by: &str| {
        sandbox.run(&[
            "review",
            "tea.toml",
            "--mark",
            row,
            "--by",
            by,
            "--today",
            "2027-02-01",
        ]);
    };
    mark(&mut sandbox, "plan", "Ana");
    git.commit("looked at the frame");
    git.run(&["checkout", "-q", "-b", "other"]);
    mark(&mut sandbox, "needs.customer_needs.quiet-hour", "Bo");
    git.commit("looked at one need");
    git.run(&["checkout", "-q", "main"]);
    mark(&mut sandbox, "needs.customer_needs.company", "Ana");
    git.commit("looked at the other need");
    git.run(&["merge", "-q", "--no-edit", "other"]);
    sandbox.transcript();
    sandbox.run(&["review", "tea.toml", "--list"]);
    told!("review-merged", sandbox.transcript());
}
