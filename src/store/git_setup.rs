//! Telling `git` to merge plans by row and field: three lines in `.gitattributes`, three settings of
//! the one repository. What others wrote there stays, and all of it can be taken back.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::error::{OpenError, SaveError};
use super::git::{GitError, Repo};

/// What is set in the repository's own configuration.
const SETTINGS: &[(&str, &str)] = &[
    ("merge.farsight.name", "marketing plans by row and field"),
    (
        "merge.farsight.driver",
        "farsight merge %O %A %B -o %A -L %P --marker-size %L",
    ),
    // What a difference names above each part: the header of the row, and its id.
    (
        "diff.farsight.xfuncname",
        "^([[].*[]]|id[ \t]*=.*|title[ \t]*=.*)$",
    ),
];

/// What is written into `.gitattributes`.
///
/// A TOML file that is no plan is merged by lines, as without it. Review marks are a line each, and
/// whoever reads them takes the later of two for the same row: so both sides' lines can stay, which
/// git does by itself, also where this program is not set up or each branch made the file anew.
const LINES: &[&str] = &[
    "# farsight: plans are merged by row and field (farsight git-setup)",
    "*.toml merge=farsight diff=farsight",
    "*.reviewed.toml merge=union",
];

/// Something that is written or taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A line of `.gitattributes`.
    Line(&'static str),
    /// A setting and its value.
    Setting(&'static str, &'static str),
    /// A setting that somebody else made: it stays.
    Kept(&'static str, String),
}

/// Why it cannot be set up.
#[derive(Debug)]
pub enum SetupError {
    /// `git` has no answer.
    Git(GitError),
    /// `.gitattributes` cannot be read.
    Open(OpenError),
    /// `.gitattributes` cannot be written.
    Save(SaveError),
}

impl From<GitError> for SetupError {
    fn from(error: GitError) -> SetupError {
        SetupError::Git(error)
    }
}

/// What there is to do in a repository.
#[derive(Debug)]
pub struct Setup {
    repo: Repo,
    attributes: PathBuf,
    /// `.gitattributes` before and after.
    texts: (Option<String>, String),
    undo: bool,
    /// What is written or taken back, in order.
    pub changes: Vec<Change>,
}

impl Setup {
    /// Finds what there is to do in the repository of a folder; writes nothing.
    ///
    /// # Errors
    /// When there is no repository, or its `.gitattributes` cannot be read.
    pub fn plan(folder: &Path, undo: bool) -> Result<Setup, SetupError> {
        let repo = Repo::find(&folder.join(".gitattributes"))?;
        let top = repo.answer(words(&["rev-parse", "--show-toplevel"]))?;
        let top = String::from_utf8_lossy(&top)
            .trim_end_matches('\n')
            .to_owned();
        let attributes = PathBuf::from(top).join(".gitattributes");
        let before = match super::open::text(&attributes) {
            Ok(text) => Some(text),
            Err(OpenError::NotFound(_)) => None,
            Err(error) => return Err(SetupError::Open(error)),
        };
        let text = before.clone().unwrap_or_default();
        let has = |line: &str| text.lines().any(|it| it.trim_end() == line);
        let lines = LINES.iter().filter(|line| has(line) == undo);
        let mut changes: Vec<Change> = lines.map(|line| Change::Line(line)).collect();
        let after = if undo {
            without(&text)
        } else {
            with(&text, &changes)
        };
        for (key, value) in SETTINGS {
            match (setting(&repo, key)?, undo) {
                (None, false) => changes.push(Change::Setting(key, value)),
                (Some(found), true) if found == *value => {
                    changes.push(Change::Setting(key, value));
                }
                (Some(found), _) if found != *value => changes.push(Change::Kept(key, found)),
                _ => {}
            }
        }
        Ok(Setup {
            repo,
            attributes,
            texts: (before, after),
            undo,
            changes,
        })
    }

    /// The file that the lines stand in.
    pub fn attributes(&self) -> &Path {
        &self.attributes
    }

    /// Does it.
    ///
    /// # Errors
    /// When `git` refuses, or the file cannot be written.
    pub fn carry_out(&self) -> Result<(), SetupError> {
        for change in &self.changes {
            let Change::Setting(key, value) = change else {
                continue;
            };
            let args: &[&str] = if self.undo {
                &["config", "--local", "--unset", key]
            } else {
                &["config", "--local", key, value]
            };
            self.repo.answer(words(args))?;
        }
        let (before, after) = &self.texts;
        if before.as_deref().unwrap_or_default() == after {
            return Ok(());
        }
        if after.is_empty() {
            // Nothing but these lines stood in it.
            let gone = std::fs::remove_file(&self.attributes);
            return gone
                .map_err(|error| SetupError::Open(OpenError::from_io(&self.attributes, &error)));
        }
        let saved = super::save::overwrite(&self.attributes, after.as_bytes());
        saved.map(|_| ()).map_err(SetupError::Save)
    }
}

fn words(args: &[&str]) -> Vec<OsString> {
    args.iter().map(OsString::from).collect()
}

/// A setting of the repository itself; `None` when it is not set.
fn setting(repo: &Repo, key: &str) -> Result<Option<String>, GitError> {
    // The default answers for what is not set, which is no failure then.
    let args = words(&["config", "--local", "--default", "", "--get", key]);
    let out = repo.answer(args)?;
    let value = String::from_utf8_lossy(&out)
        .trim_end_matches('\n')
        .to_owned();
    Ok((!value.is_empty()).then_some(value))
}

/// The text with lines at its end.
fn with(text: &str, changes: &[Change]) -> String {
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = text.to_owned();
    for change in changes {
        if let Change::Line(line) = change {
            if !out.is_empty() && !out.ends_with('\n') {
                out += eol;
            }
            out += line;
            out += eol;
        }
    }
    out
}

/// The text without the lines that are ours.
fn without(text: &str) -> String {
    text.split_inclusive('\n')
        .filter(|line| !LINES.contains(&line.trim_end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_others_stay() {
        let all: Vec<Change> = LINES.iter().map(|line| Change::Line(line)).collect();
        for text in ["", "* text=auto\n", "*.png binary\r\n", "没有换行\n"] {
            assert_eq!(without(&with(text, &all)), text);
        }
        assert!(with("a", &all).starts_with("a\n# farsight"));
    }
}
