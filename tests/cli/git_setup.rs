//! `farsight git-setup`, and what `git` then makes of plans.

use crate::support::sandbox::{Sandbox, TEA};

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
    let change = ("growth = 0.03", "growth = 0.05 # asked");
    // By itself, git takes neighbouring lines for a conflict.
    if let Some(plain) = repository() {
        branches(&plain, change);
        let (code, said) = git(&plain, &["merge", "-q", "--no-edit", "theirs"]);
        assert_eq!(code, 1, "{said}");
    }
    sandbox.run(&["git-setup"]);
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

/// The plan with both sizes between markers.
fn undecided(ours: u32, theirs: u32) -> String {
    let at = "targeting.segments.nurses.size";
    let block = format!(
        "<<<<<<< ours: {at}\nsize = {ours}\n=======\nsize = {theirs}\n>>>>>>> theirs: {at}\n"
    );
    TEA.replace("size = 1200\n", &block)
}

#[test]
fn conflicts_survive_a_rebase_and_a_stash() {
    let Some(mut sandbox) = repository() else {
        return;
    };
    sandbox.run(&["git-setup"]);
    branches(&sandbox, ("size = 1200", "size = 1400"));
    // Ours is the branch that is built upon.
    let (code, said) = git(&sandbox, &["rebase", "-q", "theirs"]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(sandbox.read(PLAN), undecided(1400, 1300));
    git(&sandbox, &["rebase", "--abort"]);
    assert_eq!(sandbox.read(PLAN), TEA.replace("1200", "1300"));

    sandbox.write(PLAN, TEA.replace("1200", "1500"));
    git(&sandbox, &["stash", "-q"]);
    git(&sandbox, &["checkout", "-q", "theirs"]);
    let (code, said) = git(&sandbox, &["stash", "pop"]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(sandbox.read(PLAN), undecided(1400, 1500));
    let (_, kept) = git(&sandbox, &["stash", "list"]);
    assert!(kept.contains("stash@{0}"), "{kept}");
}

/// Each way of changing a plan names the two versions, changes nothing and says what to do.
fn refused(lang: &str) -> String {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", lang);
    sandbox.write("tea.toml", undecided(1300, 1400));
    let size = "targeting.segments.nurses.size";
    for args in [
        &["set", "tea.toml", size, "5"][..],
        &["add", "tea.toml", "targeting.segments", "name=x"],
        &["rm", "tea.toml", size],
        &["mv", "tea.toml", "needs.customer_needs.company", "first"],
        &["rename", "tea.toml", "targeting.segments.nurses", "staff"],
        &["fmt", "tea.toml"],
        &["diff", "tea.toml", "tea.toml"],
        &["review", "tea.toml", "--mark", "plan"],
    ] {
        sandbox.run(args);
    }
    assert_eq!(sandbox.read("tea.toml"), undecided(1300, 1400));
    sandbox.transcript()
}

#[test]
fn what_is_undecided_is_not_edited() {
    told!("undecided", refused("en"));
}

#[test]
fn 未决定的合并不作修改() {
    told!("undecided-zh", refused("zh"));
}

/// Marks that each branch made anew: both stay, the later of two for one row holds.
#[test]
fn review_marks_of_two_branches_stay_both() {
    let Some(mut sandbox) = repository() else {
        return;
    };
    sandbox.run(&["git-setup"]);
    sandbox.write(PLAN, TEA);
    commit(&sandbox, "base");
    let mark = |sandbox: &mut Sandbox, rows: &[&str], by: &str, day: &str| {
        let mut args = vec!["review", "--by", by, "--today", day];
        args.extend(rows.iter().flat_map(|row| ["--mark", row]));
        args.extend(["--", PLAN]);
        sandbox.run(&args);
        commit(sandbox, by);
    };
    git(&sandbox, &["checkout", "-q", "-b", "theirs"]);
    mark(&mut sandbox, &["plan", "needs"], "Bo", "2027-02-03");
    git(&sandbox, &["checkout", "-q", "main"]);
    mark(&mut sandbox, &["plan", "targeting"], "Ana", "2027-02-01");
    let start = git(&sandbox, &["rev-parse", "HEAD"]).1;
    for how in [&["merge", "-q", "--no-edit"][..], &["rebase", "-q"]] {
        git(&sandbox, &["reset", "-q", "--hard", start.trim()]);
        let (code, said) = git(&sandbox, &[how, &["theirs"]].concat());
        assert_eq!(code, 0, "{said}");
        sandbox.transcript();
        sandbox.run(&["review", "--list", "--", PLAN]);
        let listed = sandbox.transcript();
        let lines: Vec<&str> = listed.lines().filter(|it| it.contains("2027")).collect();
        assert_eq!(lines.len(), 4, "{listed}");
        assert!(lines[0].contains("plan  Bo, 2027-02-03"), "{listed}");
        assert!(listed.contains("nurses  Ana, 2027-02-01"), "{listed}");
        // The next mark writes the file in order again.
        mark(&mut sandbox, &["plan"], "Cy", "2027-02-05");
        let marks = sandbox.read("-茶 馆's plan.reviewed.toml");
        assert_eq!(marks.matches("\"plan\"").count(), 1, "{marks}");
        assert!(farsight::plan::syntax_error(&marks).is_none(), "{marks}");
    }
}

/// What `plans/recipes/git.sh` sets up, run as it stands.
#[test]
fn the_recipe_for_git_shows_decisions() {
    let Some(sandbox) = repository() else {
        return;
    };
    sandbox.write("git.sh", include_str!("../../plans/recipes/git.sh"));
    let mut shell = sandbox.command(&[]);
    let (folder, vars) = (
        shell.get_current_dir().unwrap().to_path_buf(),
        shell
            .get_envs()
            .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
            .collect::<Vec<_>>(),
    );
    shell = Command::new("sh");
    shell
        .arg("git.sh")
        .current_dir(folder)
        .env_clear()
        .envs(vars);
    assert!(shell.output().unwrap().status.success());
    sandbox.write(PLAN, TEA);
    sandbox.write("Cargo.toml", "[package]\nname = \"x\"\n");
    commit(&sandbox, "base");

    // A new order and new blanks are no difference; a decision is one.
    let (plan, rest) = TEA.split_once("[[needs").unwrap();
    let moved = format!("farsight = 1\n[[needs{rest}\n{plan}").replace("farsight = 1\n\n", "\n");
    let moved = moved.replace("size = 1200", "size=1200");
    sandbox.write(PLAN, moved.replace("# The tea house.\n", ""));
    let (code, said) = git(&sandbox, &["diff"]);
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("size"), "{said}");
    sandbox.write(PLAN, moved.replace("1200", "1300"));
    sandbox.write("Cargo.toml", "[package]\nname = \"y\"\n");
    let (_, said) = git(&sandbox, &["diff"]);
    for line in ["-size = 1200", "+size = 1300", "+name = \"y\""] {
        assert!(said.contains(line), "{said}");
    }
    let (code, said) = git(&sandbox, &["difftool", "-t", "farsight", "--", PLAN]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("1,200 → 1,300"), "{said}");

    // Nothing that git hands over ends the difference.
    for text in ["farsight = 1\n[plan\n", "farsight = 99\n", "", "\"\n"] {
        sandbox.write(PLAN, text);
        let (code, said) = git(&sandbox, &["diff"]);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("-size = 1200"), "{said}");
    }
    sandbox.write(PLAN, undecided(1, 2));
    let (code, said) = git(&sandbox, &["diff"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("+size = 2"), "{said}");
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
    assert_eq!(sandbox.read(PLAN), undecided(1300, 1400));
    let (_, state) = git(
        &sandbox,
        &["-c", "core.quotePath=false", "status", "--short"],
    );
    assert!(state.contains("UU"), "{state}");
}
