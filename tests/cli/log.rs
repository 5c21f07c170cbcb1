//! `farsight log` and `farsight blame`, over a real repository.

use crate::support::git::Git;
use crate::support::sandbox::Sandbox;

/// Days in commits and texts, and no names of commits: those hang on every byte of a commit.
fn told_of(sandbox: &mut Sandbox) -> String {
    let text = sandbox.transcript();
    let is_name = |word: &str| {
        [8, 40].contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    text.split_inclusive([' ', '\n', '"'])
        .map(|word| {
            let bare = word.trim_end_matches([' ', '\n', '"']);
            if is_name(bare) && !bare.is_empty() {
                word.replace(bare, "[commit]")
            } else {
                word.to_owned()
            }
        })
        .collect()
}

fn edited(sandbox: &mut Sandbox, git: &Git, plan: &str, names: [&str; 2]) {
    git.commit("the first draft");
    sandbox.run(&[
        "set",
        plan,
        &format!("targeting.segments.{}.size", names[0]),
        "1500",
    ]);
    git.commit("a better count");
    let text = sandbox.read(plan).replace(" = ", "   =   ");
    sandbox.write(plan, text);
    git.commit("spaces");
    sandbox.run(&[
        "rename",
        plan,
        &format!("needs.customer_needs.{}", names[1]),
        "evening",
    ]);
    sandbox.run(&["fmt", plan]);
    git.commit("renamed a need");
    std::fs::create_dir(sandbox.path("plans")).unwrap();
    git.run(&["mv", plan, "plans/-a b.toml"]);
    git.commit("moved");
    sandbox.run(&["set", "plans/-a b.toml", "plan.owner", "Bo"]);
    sandbox.transcript();
}

#[test]
fn the_log_tells_decisions() {
    let mut sandbox = Sandbox::with_plans();
    let Some(git) = Git::new(&sandbox) else {
        return;
    };
    edited(&mut sandbox, &git, "tea.toml", ["nurses", "company"]);
    sandbox
        .run(&["log", "plans/-a b.toml"])
        .run(&["log", "plans/-a b.toml", "-n", "1"])
        .run(&["log", "plans/-a b.toml", "-n", "2", "--format", "json"])
        .run(&["blame", "plans/-a b.toml"])
        .run(&["blame", "plans/-a b.toml", "targeting.segments.nurses.size"])
        .run(&["blame", "plans/-a b.toml", "nowhere"])
        .run(&["log", "missing.toml"]);
    told!("log", told_of(&mut sandbox));
}

#[test]
fn 提交里的决定() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.var("FARSIGHT_LANG", "zh");
    let Some(git) = Git::new(&sandbox) else {
        return;
    };
    edited(&mut sandbox, &git, "茶馆.toml", ["护士", "陪伴"]);
    sandbox
        .run(&["log", "plans/-a b.toml"])
        .run(&["blame", "plans/-a b.toml"]);
    told!("log-zh", told_of(&mut sandbox));
}

#[test]
fn without_a_repository() {
    let mut sandbox = Sandbox::with_plans();
    sandbox
        .run(&["log", "tea.toml"])
        .run(&["blame", "tea.toml"])
        .run(&["log", "--help"])
        .run(&["blame", "--help"]);
    told!("log-none", sandbox.transcript());
}
