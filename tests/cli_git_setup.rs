//! `farsight git-setup`, and what `git` then makes of plans.
#![allow(clippy::unwrap_used)]

mod cli;
use cli::{Sandbox, TEA};

use std::process::Command;

/// A repository with the tea house, or nothing where there is no `git`.
fn repository() -> Option<Sandbox> {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("SKIPPED: there is no git here, so nothing was tested with it");
        return None;
    }
    let mut sandbox = Sandbox::new();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_farsight"));
    let folder = program.parent().unwrap().display();
    let path = std::env::var("PATH").unwrap_or_default();
    sandbox.var("PATH", &format!("{folder}:{path}"));
    sandbox.var("GIT_CONFIG_NOSYSTEM", "1");
    for key in ["GIT_AUTHOR", "GIT_COMMITTER"] {
        sandbox.var(&format!("{key}_NAME"), "Ana Ruiz");
        sandbox.var(&format!("{key}_EMAIL"), "ana@example.org");
    }
    git(&sandbox, &["init", "-q", "-b", "main", "."]);
    Some(sandbox)
}

/// Runs `git` in the folder; its exit code and what it printed.
fn git(sandbox: &Sandbox, args: &[&str]) -> (i32, String) {
    let like = sandbox.command(&[]);
    let mut command = Command::new("git");
    command.args(args).env_clear();
    command.current_dir(like.get_current_dir().unwrap());
    for (name, value) in like.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let output = command.output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    (output.status.code().unwrap(), text)
}

fn commit(sandbox: &Sandbox, message: &str) {
    git(sandbox, &["add", "-A"]);
    let (code, said) = git(sandbox, &["commit", "-q", "-m", message]);
    assert_eq!(code, 0, "{said}");
}

/// A file whose name tries everything; on its two branches each line next to the other is changed.
const PLAN: &str = "-茶 馆's plan.toml";

/// Two branches that changed neighbouring lines, or the same one.
fn branches(sandbox: &Sandbox, theirs: (&str, &str)) {
    sandbox.write(PLAN, TEA);
    commit(sandbox, "base");
    git(sandbox, &["checkout", "-q", "-b", "theirs"]);
    sandbox.write(PLAN, TEA.replace(theirs.0, theirs.1));
    commit(sandbox, "theirs");
    git(sandbox, &["checkout", "-q", "main"]);
    sandbox.write(PLAN, TEA.replace("size = 1200", "size = 1300"));
    commit(sandbox, "ours");
}

#[test]
fn it_says_what_it_wrote_and_takes_it_back() {
    let Some(mut sandbox) = repository() else {
        return;
    };
    sandbox.write(".gitattributes", "*.png binary");
    git(&sandbox, &["config", "diff.farsight.xfuncname", "mine"]);
    let before = sandbox.read(".git/config");
    sandbox
        .run(&["git-setup", "--dry-run"])
        .run(&["git-setup"])
        .show(".gitattributes")
        .run(&["git-setup"])
        .run(&["git-setup", "--undo", "--dry-run"])
        .run(&["git-setup", "--undo"])
        .show(".gitattributes")
        .run(&["git-setup", "--undo"]);
    assert_eq!(sandbox.read(".git/config"), before);
    told!("git-setup", sandbox.transcript());
}

#[test]
fn 设置() {
    let Some(mut sandbox) = repository() else {
        return;
    };
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox.run(&["git-setup"]).run(&["git-setup", "--undo"]);
    assert!(!sandbox.path(".gitattributes").exists());
    told!("git-setup-zh", sandbox.transcript());
}

#[test]
fn a_folder_in_no_repository() {
    let mut sandbox = Sandbox::new();
    sandbox.var("GIT_CEILING_DIRECTORIES", "/");
    sandbox.var("PATH", "/nowhere");
    sandbox.run(&["git-setup"]);
    told!("git-setup-without-git", sandbox.transcript());
}

#[test]
fn neighbouring_lines_merge_rebase_and_pop() {
    let Some(mut sandbox) = repository() else {
        return;
    };
    sandbox.run(&["git-setup"]);
    let change = ("growth = 0.03", "growth = 0.05 # asked");
    branches(&sandbox, change);
    let both = TEA.replace("1200", "1300").replace(change.0, change.1);
    let start = git(&sandbox, &["rev-parse", "HEAD"]).1;
    let (code, said) = git(&sandbox, &["merge", "-q", "--no-edit", "theirs"]);
    assert_eq!((code, sandbox.read(PLAN)), (0, both.clone()), "{said}");

    git(&sandbox, &["reset", "-q", "--hard", start.trim()]);
    let (code, said) = git(&sandbox, &["rebase", "-q", "theirs"]);
    assert_eq!((code, sandbox.read(PLAN)), (0, both.clone()), "{said}");

    git(&sandbox, &["checkout", "-q", "theirs"]);
    sandbox.write(PLAN, both.as_str());
    git(&sandbox, &["stash", "-q"]);
    sandbox.write(
        PLAN,
        TEA.replace(change.0, change.1).replace("Ana Ruiz", "Bo"),
    );
    commit(&sandbox, "later");
    let (code, said) = git(&sandbox, &["stash", "pop"]);
    assert_eq!(
        (code, sandbox.read(PLAN)),
        (0, both.replace("Ana Ruiz", "Bo")),
        "{said}"
    );
}

#[test]
fn a_conflict_stops_git_and_names_the_place() {
    let Some(mut sandbox) = repository() else {
        return;
    };
    sandbox.run(&["git-setup"]);
    branches(&sandbox, ("size = 1200", "size = 1400"));
    let (code, said) = git(&sandbox, &["merge", "--no-edit", "theirs"]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("conflict in targeting.segments.nurses.size: ours “1300”, theirs “1400”"),
        "{said}"
    );
    let block = "<<<<<<< ours: targeting.segments.nurses.size\nsize = 1300\n=======\nsize = 1400\n>>>>>>> theirs: targeting.segments.nurses.size\n";
    assert_eq!(sandbox.read(PLAN), TEA.replace("size = 1200\n", block));
    let (_, state) = git(
        &sandbox,
        &["-c", "core.quotePath=false", "status", "--short"],
    );
    assert!(state.contains("UU"), "{state}");
}
