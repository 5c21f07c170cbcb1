//! `farsight review`: marks of rows that a person has looked at.

use crate::support::sandbox::Sandbox;

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

/// A check counts the marks where there are some, for people and for programs.
#[test]
fn a_check_counts_the_marks() {
    let mut sandbox = Sandbox::with_plans();
    for (plan, row, lang, said) in [
        (
            "tea.toml",
            "needs.customer_needs.quiet-hour.need",
            "en",
            ", reviewed 2 of 4, suspect 1",
        ),
        (
            "茶馆.toml",
            "needs.customer_needs.安静.need",
            "zh",
            "，已看2条（共4条），存疑1条",
        ),
    ] {
        let day = ["--today", "2027-02-01", "--lang", lang];
        let check = ["check", plan, "--select", "F"];
        let marks = |sandbox: &mut Sandbox| {
            sandbox.run(&[&check[..], &["--format", "json=f.json"]].concat());
            let all: serde_json::Value = serde_json::from_str(&sandbox.read("f.json")).unwrap();
            all["plans"][0]["marks"].clone()
        };
        assert!(marks(&mut sandbox).is_null());
        sandbox.run(
            &[
                &["review", plan, "--mark", "plan", "--mark", "needs"][..],
                &day,
            ]
            .concat(),
        );
        sandbox.run(&["set", plan, row, "9"]);
        assert_eq!(
            marks(&mut sandbox),
            serde_json::json!({ "looked_at": 2, "suspect": 1, "not_yet": 1 })
        );
        sandbox.transcript();
        sandbox.run(&[&check[..], &day].concat());
        let told = sandbox.transcript();
        assert!(told.contains(said), "{told}");
        // Marks that are none, and a plan that cannot be read whole, say nothing.
        let text = sandbox.read(plan);
        sandbox.write(plan, "farsight = 1\n[plan\n");
        assert!(marks(&mut sandbox).is_null());
        sandbox.write(plan, text);
        let beside = plan.replace(".toml", ".reviewed.toml");
        sandbox.write(&beside, b"\0\xff");
        assert!(marks(&mut sandbox).is_null());
    }
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
    let Some(git) = crate::support::git::Git::new(&sandbox) else {
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
