//! The recipes for build servers, run as they stand: their shell with the real binary in a real
//! repository, their YAML read by a parser.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::support::git::Git;
use crate::support::sandbox::{CHAGUAN, Sandbox, TEA};
use yaml_rust2::{Yaml, YamlLoader};

const GITHUB: &str = include_str!("../../plans/recipes/github.yml");
const GITLAB: &str = include_str!("../../plans/recipes/gitlab.yml");
const PRE_COMMIT: &str = include_str!("../../plans/recipes/pre-commit.yaml");
const HOOKS: &str = include_str!("../../.pre-commit-hooks.yaml");
const SCRIPT: &str = include_str!("../../plans/recipes/plans.sh");

/// A name that tries everything, and one in Chinese.
const PLAN: &str = "plans/-my tea's plan.toml";
const JIHUA: &str = "plans/茶馆 计划.toml";

/// A segment is chosen, and nothing says why: the end of a plan with gaps.
const GAP: &str = "decision = \"target\"\n";

fn yaml(text: &str) -> Yaml {
    YamlLoader::load_from_str(text).unwrap().remove(0)
}

fn text(it: &Yaml) -> &str {
    it.as_str().unwrap_or_else(|| panic!("{it:?}"))
}

/// A server: a repository with plans that have gaps already, and programs that note how they
/// were called instead of calling anybody.
struct Server {
    sandbox: Sandbox,
    git: Git,
}

impl Server {
    fn new() -> Option<Server> {
        let mut sandbox = Sandbox::new();
        let git = Git::new(&sandbox)?;
        let program = Path::new(env!("CARGO_BIN_EXE_farsight"));
        let bin = sandbox.path(".home/bin");
        let path = std::env::var("PATH").unwrap_or_default();
        let path = format!(
            "{}:{}:{path}",
            bin.display(),
            program.parent().unwrap().display()
        );
        sandbox.var("PATH", &path);
        for stub in ["gh", "curl"] {
            let name = format!(".home/bin/{stub}");
            sandbox.write(
                &name,
                "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >.home/called\n",
            );
            let all = std::fs::Permissions::from_mode(0o755);
            std::fs::set_permissions(sandbox.path(&name), all).unwrap();
        }
        sandbox.write(".git/info/exclude", ".home\ncomment.md\nplans.json\n");
        sandbox.write("ci/plans.sh", SCRIPT);
        sandbox.write("Cargo.toml", "[package]\nname = \"x\"\n");
        // Whatever is found fails: the plans of the base have gaps enough.
        sandbox.write("farsight.toml", "fail_on = \"advice\"\n");
        sandbox.write(PLAN, format!("{TEA}{GAP}"));
        sandbox.write(JIHUA, format!("{CHAGUAN}{GAP}"));
        git.commit("base");
        git.run(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
        git.run(&["checkout", "-q", "-b", "branch"]);
        Some(Server { sandbox, git })
    }

    /// Changes a plan and commits that.
    fn change(&self, plan: &str, old: &str, new: &str) {
        let text = self.sandbox.read(plan);
        assert!(text.contains(old));
        self.sandbox.write(plan, text.replace(old, new));
        self.git.commit("change");
    }

    /// Runs a script of a recipe; its exit code and all that it printed.
    fn run(&self, script: &str, vars: &[(&str, &str)]) -> (i32, String) {
        let like = self.sandbox.command(&[]);
        let mut shell = Command::new("sh");
        shell.args(["-e", "-c", script]).env_clear();
        shell.current_dir(like.get_current_dir().unwrap());
        for (name, value) in like.get_envs() {
            shell.envs(value.map(|value| (name, value)));
        }
        let output = shell.envs(vars.iter().copied()).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert!(!self.sandbox.path(".farsight-base.json").exists());
        (output.status.code().unwrap(), said)
    }

    /// How the last program was called that would have written to somebody.
    fn called(&self) -> Option<String> {
        let file = self.sandbox.path(".home/called");
        let called = std::fs::read_to_string(&file).ok();
        let _ = std::fs::remove_file(&file);
        called
    }
}

/// The scripts of a recipe, `check` and `comment`, with what its server sets.
struct Recipe {
    check: String,
    comment: String,
    vars: Vec<(&'static str, String)>,
}

fn github(_: &Server) -> Recipe {
    let all = yaml(GITHUB);
    let steps = all["jobs"]["plans"]["steps"].as_vec().unwrap();
    let run = |name: &str| {
        let step = steps.iter().find(|it| it["name"].as_str() == Some(name));
        text(&step.unwrap()["run"]).to_owned()
    };
    Recipe {
        check: run("check"),
        comment: run("comment"),
        vars: vec![
            ("GITHUB_BASE_REF", String::from("main")),
            ("NUMBER", String::from("12")),
        ],
    }
}

fn gitlab(server: &Server) -> Recipe {
    let all = yaml(GITLAB);
    let lines = |key: &str| {
        let lines = all["plans"][key].as_vec().unwrap().iter().map(text);
        lines.collect::<Vec<_>>().join("\n")
    };
    let (_, base) = server.run("git rev-parse origin/main", &[]);
    Recipe {
        check: lines("script"),
        comment: lines("after_script"),
        vars: vec![
            ("CI_MERGE_REQUEST_DIFF_BASE_SHA", base.trim().to_owned()),
            ("PLANS_TOKEN", String::from("secret")),
            ("CI_API_V4_URL", String::from("https://example.org/api/v4")),
            ("CI_PROJECT_ID", String::from("7")),
            ("CI_MERGE_REQUEST_IID", String::from("12")),
        ],
    }
}

impl Recipe {
    fn check(&self, server: &Server) -> (i32, String) {
        server.run(&self.check, &self.vars())
    }

    /// The comment, and how it was sent.
    fn comment(&self, server: &Server) -> (String, Option<String>) {
        let (code, said) = server.run(&self.comment, &self.vars());
        assert_eq!(code, 0, "{said}");
        (server.sandbox.read("comment.md"), server.called())
    }

    fn vars(&self) -> Vec<(&str, &str)> {
        let vars = self.vars.iter();
        vars.map(|(name, value)| (*name, value.as_str())).collect()
    }
}

#[test]
fn only_what_a_branch_brings_fails_and_is_told() {
    for recipe in [github, gitlab] {
        let Some(server) = Server::new() else { return };
        let recipe = recipe(&server);

        // Nothing changed, then TOML that is no plan, then a new layout.
        assert_eq!(recipe.check(&server).0, 0);
        server.change("Cargo.toml", "\"x\"", "\"y\"");
        let (code, said) = recipe.check(&server);
        assert_eq!(
            (code, said.contains("No plan changed.")),
            (0, true),
            "{said}"
        );
        server.change(PLAN, "size = 1200", "size=1200 # counted");
        let (code, said) = recipe.check(&server);
        assert_eq!(code, 0, "{said}");
        assert_eq!(recipe.comment(&server), (String::new(), None));

        // A decision: the plan's old gaps are known, and one comment tells the change.
        server.change(PLAN, "growth = 0.03", "growth = 0.05");
        let (code, said) = recipe.check(&server);
        assert_eq!(code, 0, "{said}");
        let (comment, called) = recipe.comment(&server);
        assert!(comment.contains("3 % → 5 %"), "{comment}");
        assert_eq!(comment.matches("### ").count(), 1, "{comment}");
        let called = called.unwrap();
        assert!(
            called.contains("comment.md") && called.contains("12"),
            "{called}"
        );

        // A new error fails; both plans are told.
        server.change(JIHUA, "needs = [\"安静\"", "needs = [\"安净\"");
        let (code, said) = recipe.check(&server);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(JIHUA) && said.contains("安净"), "{said}");
        // Of its old gaps nothing is said.
        assert!(!said.contains("target-chosen-without-criteria"), "{said}");
        assert_eq!(recipe.comment(&server).0.matches("### ").count(), 2);
    }
}

#[test]
fn 新计划的错误都算_删去的计划不算() {
    let Some(mut server) = Server::new() else {
        return;
    };
    server.sandbox.var("FARSIGHT_LANG", "zh");
    let recipe = github(&server);
    server
        .sandbox
        .write("farsight.toml", "fail_on = \"error\"\n");
    server.git.run(&["rm", "-q", "--", PLAN]);
    let new = "plans/新.toml";
    server.sandbox.write(new, CHAGUAN);
    server.git.commit("一删一增");
    assert_eq!(recipe.check(&server).0, 0);
    let (comment, _) = recipe.comment(&server);
    assert!(comment.contains("这是一份新计划。"), "{comment}");
    server.change(new, "\"陪伴\"]", "\"没人\"]");
    let (code, said) = recipe.check(&server);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("::error file=plans/新.toml"), "{said}");
    // A plan that cannot be read fails the check and has no page in the comment.
    server.sandbox.write(new, "farsight = 1\n[plan\n");
    server.git.commit("坏了");
    assert_eq!(recipe.check(&server).0, 1);
    assert_eq!(recipe.comment(&server).0, "");
}

#[test]
fn the_report_for_gitlab_is_where_the_job_says() {
    let Some(server) = Server::new() else { return };
    let recipe = gitlab(&server);
    server.change(PLAN, "[\"quiet-hour\"", "[\"loud-hour\"");
    assert_eq!(recipe.check(&server).0, 1);
    let all = yaml(GITLAB);
    let report = text(&all["plans"]["artifacts"]["reports"]["codequality"]);
    let issues: serde_json::Value = serde_json::from_str(&server.sandbox.read(report)).unwrap();
    let errors = issues.as_array().unwrap().iter();
    let errors: Vec<_> = errors.filter(|it| it["severity"] == "major").collect();
    assert_eq!(errors.len(), 1, "{issues:#}");
    assert_eq!(errors[0]["location"]["path"], PLAN);
}

#[test]
fn the_shell_says_how_it_is_used_and_what_is_missing() {
    let Some(server) = Server::new() else { return };
    for args in ["", "check", "fly origin/main"] {
        let (code, said) = server.run(&format!("sh ci/plans.sh {args}"), &[]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("usage: "), "{said}");
    }
    let (code, _) = server.run("sh ci/plans.sh check nowhere", &[]);
    assert_ne!(code, 0);
}

/// What a hook of pre-commit runs.
#[test]
fn hooks_run_on_the_whole_folder() {
    let Some(server) = Server::new() else { return };
    let hooks = yaml(HOOKS);
    let hook = |id: &str| {
        let mut all = hooks.as_vec().unwrap().iter();
        all.find(|it| it["id"].as_str() == Some(id)).unwrap()
    };
    let used = yaml(PRE_COMMIT);
    for wanted in used["repos"][0]["hooks"].as_vec().unwrap() {
        let hook = hook(text(&wanted["id"]));
        assert_eq!(hook["pass_filenames"], Yaml::Boolean(false));
        let args = wanted["args"].as_vec().map(Vec::as_slice);
        let args: Vec<&str> = args.unwrap_or_default().iter().map(text).collect();
        let command = format!("{} {}", text(&hook["entry"]), args.join(" "));
        let (code, said) = server.run(&command, &[]);
        assert!(code < 2, "{said}");
        assert!(!said.contains("Cargo.toml"), "{said}");
    }
    let check = text(&hook("farsight-check")["entry"]);
    assert_eq!(server.run(check, &[]).0, 1);
    let laid = text(&hook("farsight-fmt")["entry"]);
    assert_eq!(server.run(laid, &[]).0, 0);
    server.change(PLAN, "size = 1200", "size=1200");
    assert_eq!(server.run(laid, &[]).0, 1);
}
