//! `farsight diff`.

use crate::support::git::Git;
use crate::support::sandbox::{CHAGUAN, Sandbox, TEA};

/// Runs git in the sandbox, with nothing of the real home.
fn git(sandbox: &Sandbox, args: &[&str]) {
    let output = std::process::Command::new("git")
        .args(["-c", "user.name=周雨桐", "-c", "user.email=a@example.org"])
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(args)
        .current_dir(sandbox.path(""))
        .env("HOME", sandbox.path(".home"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?} {output:?}");
}

#[test]
fn two_files_are_compared() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.write(
        "new.toml",
        TEA.replace("1200", "900").replace("0.03", "0.05"),
    );
    sandbox.write(
        "新.toml",
        CHAGUAN.replace("1200", "900").replace("0.03", "0.05"),
    );
    sandbox.run(&["diff", "tea.toml", "new.toml", "--exit-code"]);
    sandbox.run(&["diff", "茶馆.toml", "新.toml", "--lang", "zh"]);
    sandbox.run(&["diff", "tea.toml", "tea.toml", "--exit-code"]);
    sandbox.run(&["diff", "/dev/null", "tea.toml"]);
    let told = sandbox.transcript();
    for line in [
        "  ~ Segment size of “nurses”: 1,200 → 900 (-25 %)",
        "3 % → 5 % (+2 points)",
        "1,200 → 900（-25%）",
        "No change in content.\n[exit 0]",
        "The plan is new.",
        "[exit 1]",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
}

#[test]
fn a_plan_is_compared_with_its_commits() {
    let mut sandbox = Sandbox::new();
    let names = ["my plans/-tea.toml", "我的 计划/“茶馆”.toml"];
    git(&sandbox, &["init", "-q"]);
    for (name, text) in names.iter().zip([TEA, CHAGUAN]) {
        sandbox.write(name, text);
    }
    git(&sandbox, &["add", "."]);
    git(&sandbox, &["commit", "-qm", "one"]);
    for (name, text) in names.iter().zip([TEA, CHAGUAN]) {
        sandbox.write(name, text.replace("1200", "900"));
        sandbox.run(&["diff", name]);
        let told = sandbox.transcript();
        assert!(told.contains("1,200 → 900"), "{told}");
    }
    git(&sandbox, &["commit", "-qam", "two"]);
    for (args, line) in [
        (vec!["diff", names[0], "--rev", "HEAD~1"], "1,200 → 900"),
        (
            vec!["diff", names[1], "--rev", "HEAD~1..HEAD"],
            "1,200 → 900",
        ),
        (
            vec!["diff", names[1], "--rev", "HEAD..HEAD~1"],
            "900 → 1,200",
        ),
        (vec!["diff", names[1]], "No change in content."),
        (
            vec!["diff", names[1], "--rev", "--output=x"],
            "git knows no revision",
        ),
        (
            vec!["diff", names[1], "--rev", "没有"],
            "git knows no revision “没有”",
        ),
        (vec!["diff", "no.toml"], "no.toml is not in HEAD."),
    ] {
        sandbox.run(&args);
        let told = sandbox.transcript();
        assert!(told.contains(line), "{line}\n{told}");
    }
    std::fs::remove_file(sandbox.path(names[1])).unwrap();
    sandbox.run(&["diff", names[1], "--lang", "zh"]);
    assert!(sandbox.transcript().contains("这份计划已删除。"));
}

#[test]
fn without_a_repository_or_a_sound_plan_it_says_so() {
    let mut sandbox = Sandbox::with_bad_input();
    sandbox.write("none.toml", "a = 1\n");
    sandbox.run(&["diff", "tea.toml"]);
    sandbox.run(&["diff", "tea.toml", "--lang", "zh"]);
    sandbox.run(&["diff", "tea.toml", "broken.toml"]);
    sandbox.run(&["diff", "none.toml", "tea.toml"]);
    sandbox.run(&["diff", "tea.toml", "tea.toml", "--rev", "HEAD"]);
    let told = sandbox.transcript();
    for line in [
        "tea.toml stands in no git repository.",
        "tea.toml 不在 git 仓库里。",
        "broken.toml:3:",
        "none.toml is no plan.",
        "[exit 3]",
        "[exit 2]",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let told = sandbox.try_bad_input(|bad| vec!["diff", "tea.toml", bad]);
    assert!(!told.contains("panicked"), "{told}");
}

#[test]
fn a_page_for_a_pull_request_is_short_and_has_no_markup_of_others() {
    let mut sandbox = Sandbox::with_plans();
    let mut old = TEA.to_owned();
    let mut new = TEA.replace("quiet after work", "<b>quiet</b> *after* @work");
    for nth in 0..200 {
        let row = |size| {
            format!("[[mix.products]]\nid = \"p{nth}\"\nprice = {size}.0\nname = \"n{nth}\"\n")
        };
        old += &row(1);
        new += &row(2);
    }
    sandbox.write("old.toml", old);
    sandbox.write("new.toml", new);
    for lang in ["en", "zh"] {
        sandbox.run(&[
            "diff", "old.toml", "new.toml", "--format", "markdown", "--lang", lang,
        ]);
        let told = sandbox.transcript();
        assert!(told.lines().count() <= 62, "{told}");
        assert!(
            told.contains("&lt;b&gt;") && !told.contains("<b>"),
            "{told}"
        );
        assert!(!told.contains("@work"), "{told}");
    }
}

#[test]
fn a_price_is_told_with_its_figures_once_and_a_new_row_with_its_fields() {
    let row = "\n[[mix.products]]\nid = \"box\"\nname = \"Box\"\nprice = 5.90\nunit_cost = 3.25\n\
        \n[mix.totals]\nfixed_costs = 96000\n";
    let segment = "\n[[targeting.segments]]\nid = \"drivers\"\nname = \"Bus drivers\"\n\
        size = 300\ndecision = \"later\"\nreason = \"The depot has a kitchen.\"\n";
    let chosen = |decision: &str| TEA.replace("size = 1200", &format!("size = 1200\n{decision}"));
    let target = "decision = \"target\"\nreason = \"They come each night.\"";
    let dropped = "decision = \"no\"\nreason = \"The ward has its own kitchen now.\"";
    let mut sandbox = Sandbox::new();
    sandbox.write("old.toml", format!("{}{row}", chosen(target)));
    let new = format!(
        "{}{}{segment}",
        chosen(dropped),
        row.replace("5.90", "6.40")
    );
    sandbox.write("new.toml", new);
    let told = |sandbox: &mut Sandbox, more: &[&str]| {
        sandbox.run(&[&["diff", "old.toml", "new.toml"], more].concat());
        let told = sandbox.transcript();
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for more in [&[][..], &["--format", "markdown"]] {
        let told = told(&mut sandbox, more);
        for line in [
            "not served (was target); reason: “The ward has its own kitchen now.”",
            "5.90 → 6.40 (+8.5 %); Contribution 2.65 → 3.15 (+18.9 %); Break-even",
            "New segment “Bus drivers” (later)",
            "Segment size: 300 · Reason: “The depot has a kitchen.”",
        ] {
            assert!(told.contains(line), "{line}\n{told}");
        }
        assert_eq!(told.matches("2.65 → 3.15").count(), 1, "{told}");
    }
    let zh = told(&mut sandbox, &["--lang", "zh"]);
    for line in [
        "不服务（原决定：选为目标）；理由：“The ward",
        "单位贡献 2.65 → 3.15（+18.9%）",
    ] {
        assert!(zh.contains(line), "{line}\n{zh}");
    }
    let json = told(&mut sandbox, &["--format", "json"]);
    assert!(
        json.contains("\"reason\": \"The ward has its own kitchen now.\""),
        "{json}"
    );
}

/// A plan on two branches that come from one commit: `main` has another growth, `spring` another
/// size.
fn branches(sandbox: &Sandbox, git: &Git, name: &str, text: &str) {
    sandbox.write(name, text);
    git.commit("one");
    git.run(&["tag", "start"]);
    git.run(&["checkout", "-q", "-b", "spring"]);
    sandbox.write(name, text.replace("1200", "900"));
    git.commit("two");
    git.run(&["checkout", "-q", "main"]);
    sandbox.write(name, text.replace("0.03", "0.05"));
    git.commit("three");
}

/// Each spelling of a revision with the changes that it shows: of the size, of the growth.
const REVISIONS: &[(&str, &str, &str)] = &[
    // What the branch did since it parted, whatever happened on main.
    ("main...spring", "1,200 → 900", ""),
    ("...spring", "1,200 → 900", ""),
    ("spring...", "", "3 % → 5 %"),
    ("spring...main", "", "3 % → 5 %"),
    // Both as they stand.
    ("main..spring", "1,200 → 900", "5 % → 3 %"),
    ("..spring", "1,200 → 900", "5 % → 3 %"),
    ("spring..", "900 → 1,200", "3 % → 5 %"),
    ("start..spring", "1,200 → 900", ""),
    // One revision, and the file on disk.
    ("spring", "900 → 1,200", "3 % → 5 %"),
    ("start", "", "3 % → 5 %"),
    ("HEAD~1", "", "3 % → 5 %"),
    ("@^", "", "3 % → 5 %"),
    ("HEAD^{/one}", "", "3 % → 5 %"),
    ("main", "", ""),
    ("..", "", ""),
    ("...", "", ""),
];

#[test]
fn every_spelling_of_a_revision_is_understood() {
    for (lang, name, text) in [("en", "tea.toml", TEA), ("zh", "计划/茶 馆.toml", CHAGUAN)] {
        let mut sandbox = Sandbox::new();
        let Some(git) = Git::new(&sandbox) else {
            return;
        };
        branches(&sandbox, &git, name, text);
        for (rev, size, growth) in REVISIONS {
            sandbox.run(&["diff", name, "--rev", rev, "--exit-code", "--lang", lang]);
            let told = sandbox.transcript();
            let told = told.replace('%', " %").replace("  %", " %");
            for (line, others) in [(size, [" → 900", "900 → "]), (growth, ["3 % → ", "5 % → "])]
            {
                let is_told = others.iter().any(|other| told.contains(other));
                assert_eq!(is_told, !line.is_empty(), "{rev}: {told}");
                assert!(told.contains(line), "{rev}: {line}\n{told}");
            }
            let same = size.is_empty() && growth.is_empty();
            let exit = if same { "[exit 0]" } else { "[exit 1]" };
            assert!(told.contains(exit), "{rev}: {told}");
        }
    }
}

#[test]
fn branches_with_nothing_in_common_are_told_apart() {
    let mut sandbox = Sandbox::with_plans();
    let Some(git) = Git::new(&sandbox) else {
        return;
    };
    git.commit("one");
    git.run(&["checkout", "-q", "--orphan", "other"]);
    git.commit("two");
    sandbox.run(&["diff", "tea.toml", "--rev", "main...other"]);
    sandbox.run(&["diff", "tea.toml", "--rev", "main...nowhere"]);
    sandbox.run(&["diff", "茶馆.toml", "--rev", "main...other", "--lang", "zh"]);
    sandbox.run(&["diff", "tea.toml", "--rev", "main..other"]);
    let told = sandbox.transcript();
    for line in [
        "“main” and “other” have no commit in common.",
        "main..other",
        "git knows no revision “nowhere”",
        "“main”和“other”没有共同的提交。",
        "No change in content.",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
}
