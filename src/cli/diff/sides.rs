//! The two plans that are compared, and where they come from.

use std::path::{Path, PathBuf};

use super::super::failure::Failure;
use super::super::file;
use super::Args;
use crate::plan::Lines;
use crate::review::Version;
use crate::store::OpenError;
use crate::store::error::shown;
use crate::store::git::{GitError, HEAD, Repo};
use crate::words::{Lang, Text};

/// One of the two plans.
pub(super) struct Side {
    /// The file on disk.
    pub path: PathBuf,
    /// What people call it: the file, with its revision.
    pub name: String,
    /// Its text; none where there is no such file.
    text: Option<String>,
}

impl Side {
    /// The text; a file that is not there says nothing.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// Whether there is such a file.
    pub fn is_there(&self) -> bool {
        self.text.is_some()
    }
}

/// The two plans that the arguments name.
pub(super) fn of(args: &Args, lang: Lang) -> Result<(Side, Side), Failure> {
    match (&args.new, &args.rev) {
        (Some(_), Some(_)) => {
            let what = Text::new(
                "Two files and a revision are too much to compare.",
                "两个文件再加一个版本，无法比较。",
            );
            let next = Text::new(
                "Name one plan with --rev, or two plans without it.",
                "用 --rev 时只写一份计划；写两份计划时不用 --rev。",
            );
            let failure = Failure::usage(what.get(lang).to_owned());
            Err(failure.hint(next.get(lang).to_owned()))
        }
        (Some(new), None) => Ok((on_disk(&args.old, lang)?, on_disk(new, lang)?)),
        (None, rev) => of_git(&args.old, rev.as_deref().unwrap_or(HEAD), lang),
    }
}

/// A file; where git has none it names the empty device.
fn on_disk(path: &Path, lang: Lang) -> Result<Side, Failure> {
    let nothing = ["/dev/null", "nul", "NUL"]
        .iter()
        .any(|it| path.as_os_str() == *it);
    let text = if nothing {
        None
    } else {
        Some(file::text(path).map_err(|error| Failure::opening(&error, lang))?)
    };
    Ok(Side {
        path: path.to_path_buf(),
        name: shown(path),
        text,
    })
}

fn of_git(path: &Path, rev: &str, lang: Lang) -> Result<(Side, Side), Failure> {
    let told = |error: &GitError| Failure::files(error.message(lang)).hint(error.hint(lang));
    let repo = Repo::find(path).map_err(|error| told(&error))?;
    let at = |rev: &str, id: &str| -> Result<Side, Failure> {
        Ok(Side {
            path: path.to_path_buf(),
            name: format!("{} ({rev})", shown(path)),
            text: repo.show(id, path).map_err(|error| told(&error))?,
        })
    };
    let or_head = |rev: &'_ str| {
        if rev.is_empty() {
            HEAD.to_owned()
        } else {
            rev.to_owned()
        }
    };
    let (old, new) = if let Some((one, other)) = rev.split_once("...") {
        let (one, other) = (or_head(one), or_head(other));
        let fork = repo.fork(&one, &other).map_err(|error| told(&error))?;
        (at(&format!("{one}...{other}"), &fork)?, at(&other, &other)?)
    } else if let Some((one, other)) = rev.split_once("..") {
        let (one, other) = (or_head(one), or_head(other));
        (at(&one, &one)?, at(&other, &other)?)
    } else {
        let text = match file::text(path) {
            Ok(text) => Some(text),
            Err(OpenError::NotFound(_)) => None,
            Err(error) => return Err(Failure::opening(&error, lang)),
        };
        let here = Side {
            path: path.to_path_buf(),
            name: shown(path),
            text,
        };
        (at(rev, rev)?, here)
    };
    if !old.is_there() && !new.is_there() {
        let error = GitError::NotTracked {
            path: path.to_path_buf(),
            rev: rev.to_owned(),
        };
        return Err(told(&error));
    }
    Ok((old, new))
}

/// Half a plan compares wrongly: a side that cannot be read whole, or is no plan, is refused.
pub(super) fn whole(side: &Side, version: &Version<'_>, lang: Lang) -> Result<(), Failure> {
    let text = side.text();
    if let Some(undecided) = Failure::undecided(text, &side.name, lang) {
        return Err(undecided);
    }
    if let Some(byte) = version.broken() {
        let place = Lines::of(text).place(byte);
        let args = [
            side.name.clone(),
            place.line.to_string(),
            place.column.to_string(),
        ];
        let what = Text::new(
            "{0}:{1}:{2}: the file has a syntax error, so nothing is compared.",
            "{0}:{1}:{2}：文件有语法错误，因此不作比较。",
        );
        let next = Text::new(
            "`farsight check` shows what is wrong in a file; --rev compares other revisions.",
            "`farsight check` 可以看到文件错在哪里；用 --rev 可以比较别的版本。",
        );
        let failure = Failure::files(what.fill(lang, &args));
        return Err(failure.hint(next.get(lang).to_owned()));
    }
    let outline = version.outline();
    let known = |path: &str| crate::catalogue::section(path).is_some();
    let is_plan = !outline.lists.is_empty()
        || outline.tables.keys().any(|path| known(path))
        || outline
            .tables
            .get("")
            .is_some_and(|root| root.contains_key("farsight"));
    if side.is_there() && !text.trim().is_empty() && !is_plan {
        let what = Text::new("{0} is no plan.", "{0} 不是计划。");
        let next = Text::new(
            "A plan is a TOML file with `farsight = 1` at its top.",
            "计划是开头写有 `farsight = 1` 的 TOML 文件。",
        );
        let failure = Failure::files(what.fill(lang, &[&side.name]));
        return Err(failure.hint(next.get(lang).to_owned()));
    }
    Ok(())
}
