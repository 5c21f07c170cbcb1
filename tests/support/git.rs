//! A real repository in a sandbox, with days and names that do not change.

use std::cell::Cell;
use std::process::Command;

use super::sandbox::Sandbox;

/// A repository in the folder of a sandbox.
pub struct Git {
    folder: std::path::PathBuf,
    day: Cell<u32>,
}

impl Git {
    /// A new repository; none, with a notice, where there is no git.
    pub fn new(sandbox: &Sandbox) -> Option<Git> {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("skipped: git is not installed");
            return None;
        }
        let git = Git {
            folder: sandbox.path("."),
            day: Cell::new(0),
        };
        git.run(&["init", "-q", "-b", "main"]);
        git.run(&["config", "core.abbrev", "8"]);
        sandbox.write(".git/info/exclude", ".home\n");
        Some(git)
    }

    /// Runs git, which must be content.
    pub fn run(&self, args: &[&str]) {
        let day = format!("2027-02-{:02}T10:00:00+0100", self.day.get().max(1));
        let output = Command::new("git")
            .args(args)
            .current_dir(&self.folder)
            .env("HOME", &self.folder)
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs(["AUTHOR", "COMMITTER"].iter().flat_map(|who| {
                [
                    (format!("GIT_{who}_NAME"), String::from("Ana Ruiz")),
                    (format!("GIT_{who}_EMAIL"), String::from("ana@example.org")),
                    (format!("GIT_{who}_DATE"), day.clone()),
                ]
            }))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {args:?}: {said}");
    }

    /// Commits all that there is; each commit is a day later.
    pub fn commit(&self, message: &str) {
        self.day.set(self.day.get() + 1);
        self.run(&["add", "-A"]);
        self.run(&["commit", "-q", "-m", message]);
    }
}
