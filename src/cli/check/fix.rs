//! `farsight check --fix`: the mechanical repairs, written or shown.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::console::{Console, count};
use super::super::failure::Failure;
use super::super::file::{self, STDIN};
use crate::checks::{self, Repaired};
use crate::plan;
use crate::settings::Project;
use crate::store::{self, error::shown};
use crate::words::Text;

/// Repairs plans, or shows how they would change; returns whether there is anything to repair.
///
/// A plan that cannot be opened is passed over: the check that follows tells of it.
pub(super) fn run(
    plans: &[(PathBuf, Arc<Project>)],
    only_show: bool,
    console: &mut Console,
) -> Result<bool, Failure> {
    let mut changed = false;
    for (path, project) in plans {
        if path.as_os_str() == STDIN && !only_show {
            let what = Text::new(
                "The standard input cannot be repaired in place.",
                "标准输入无法就地修正。",
            );
            let next = Text::new(
                "`--fix --diff` shows the changes.",
                "用 `--fix --diff` 可以看到改动。",
            );
            return Err(Failure::usage(console.say(what, &[])).hint(console.say(next, &[])));
        }
        changed |= if only_show {
            show(path, project, console)?
        } else {
            write(path, project, console)?
        };
    }
    Ok(changed)
}

/// The text of a plan after its repairs, if there are any; a newer format is left alone.
fn repaired(text: &str, project: &Project) -> Option<Repaired> {
    if plan::read(text).is_newer() {
        return None;
    }
    let repaired = checks::repair(text, &project.checks);
    (repaired.text != text).then_some(repaired)
}

fn write(path: &Path, project: &Project, console: &mut Console) -> Result<bool, Failure> {
    let Ok(opened) = store::open(path) else {
        return Ok(false);
    };
    let Some(repaired) = repaired(&opened.text, project) else {
        return Ok(false);
    };
    store::save(path, repaired.text.as_bytes(), Some(&opened.stamp))
        .map_err(|error| Failure::saving(&error, console.lang))?;
    let name = shown(path.strip_prefix(".").unwrap_or(path));
    let many = count(
        repaired.made.len(),
        Text::new("{0} repair", "{0}处修正"),
        Text::new("{0} repairs", "{0}处修正"),
        console.lang,
    );
    let text = Text::new("{1} made in {0}.", "{0} 已作{1}。");
    console.hint(&text.fill(console.lang, &[name, many]));
    Ok(true)
}

fn show(path: &Path, project: &Project, console: &mut Console) -> Result<bool, Failure> {
    let text = file::text(path).map_err(|error| Failure::opening(&error, console.lang))?;
    let Some(repaired) = repaired(&text, project) else {
        return Ok(false);
    };
    let name = shown(path.strip_prefix(".").unwrap_or(path));
    file::difference(&name, &text, &repaired.text, console)?;
    Ok(true)
}
