//! Baselines: findings that are known already, and entries that nothing matches any more.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::super::console::{Console, count};
use super::super::failure::Failure;
use super::super::file::STDIN;
use super::Checked;
use crate::checks::baseline::{Baseline, Entry};
use crate::store::{self, OpenError, error::shown};
use crate::words::{Lang, Text};

/// Marks what is known in plans, after writing it down if that is asked for.
///
/// Returns the stale entries of plans that are gone.
pub(super) fn apply(
    plans: &mut [Checked],
    write_to: Option<&Path>,
    console: &Console,
) -> Result<Vec<Entry>, Failure> {
    let mut files: BTreeMap<PathBuf, Baseline> = BTreeMap::new();
    if let Some(file) = write_to {
        let baseline = write(file, plans, console.lang)?;
        files.insert(file.to_owned(), baseline);
    }
    let mut checked: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for plan in plans {
        let Some(file) = write_to.or(plan.project.baseline.as_deref()) else {
            continue;
        };
        if !files.contains_key(file) {
            files.insert(file.to_owned(), read(file, console.lang)?);
        }
        let name = relative(&plan.path, file);
        if let Some(baseline) = files.get(file) {
            plan.stale = baseline.mark(&name, &plan.text, &mut plan.report);
        }
        checked.entry(file.to_owned()).or_default().push(name);
    }
    let mut gone = Vec::new();
    for (file, baseline) in &files {
        let seen = checked.get(file).map_or(&[][..], Vec::as_slice);
        for plan in baseline.plans() {
            if !seen.iter().any(|name| name == plan) && !place(file, plan).exists() {
                gone.extend(baseline.of(plan).cloned());
            }
        }
    }
    Ok(gone)
}

/// Says what was written, and what the baseline knows in vain.
pub(super) fn tell(
    plans: &[Checked],
    gone: &[Entry],
    written: Option<&Path>,
    console: &mut Console,
) {
    if let Some(file) = written {
        let known: usize = plans.iter().map(|plan| plan.report.known()).sum();
        let text = Text::new(
            "Written into {0}: {1} of these plans.",
            "已写入 {0}：这些计划的{1}。",
        );
        let text = text.fill(console.lang, &[shown(file), findings(known, console.lang)]);
        console.hint(&text);
    }
    let stale: Vec<&Entry> = plans
        .iter()
        .flat_map(|plan| &plan.stale)
        .chain(gone)
        .collect();
    if stale.is_empty() {
        return;
    }
    let total: usize = stale.iter().map(|entry| entry.count).sum();
    let mut names: Vec<String> = stale
        .iter()
        .map(|entry| format!("{} {} ({})", entry.plan, entry.path, entry.rule))
        .collect();
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    if more > 0 {
        names.push(Text::new("and {0} more", "另有{0}处").fill(console.lang, &[more.to_string()]));
    }
    let text = Text::new(
        "No longer found, but still in the baseline ({0}; --write-baseline takes them out):\n  {1}",
        "基线里有、现在已不存在的结果（{0}，用 --write-baseline 可以去掉）：\n  {1}",
    );
    let args = [total.to_string(), names.join("\n  ")];
    console.warn(&text.fill(console.lang, &args));
}

/// At most so many stale entries are named.
const MOST: usize = 10;

fn findings(n: usize, lang: Lang) -> String {
    count(
        n,
        Text::new("{0} finding", "{0}项结果"),
        Text::new("{0} findings", "{0}项结果"),
        lang,
    )
}

fn read(file: &Path, lang: Lang) -> Result<Baseline, Failure> {
    match store::open(file) {
        Ok(opened) => parse(file, &opened.text, lang),
        // What is asked for and cannot be read is wrong usage: without it, old findings are new.
        Err(error) => Err(Failure::usage(error.message(lang)).hint(
            Text::new(
                "`farsight check --write-baseline FILE` writes a baseline.",
                "`farsight check --write-baseline 文件` 可以写出基线。",
            )
            .get(lang)
            .to_owned(),
        )),
    }
}

fn parse(file: &Path, text: &str, lang: Lang) -> Result<Baseline, Failure> {
    Baseline::read(text).map_err(|(what, args)| {
        let what = what.fill(lang, &args);
        Failure::usage(Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[shown(file), what]))
    })
}

/// Writes down what is found in plans; what is known of other plans stays.
fn write(file: &Path, plans: &[Checked], lang: Lang) -> Result<Baseline, Failure> {
    let (before, stamp) = match store::open(file) {
        Ok(opened) => (parse(file, &opened.text, lang)?, Some(opened.stamp)),
        Err(OpenError::NotFound(_)) => (Baseline::default(), None),
        Err(error) => return Err(Failure::usage(error.message(lang))),
    };
    let names: Vec<String> = plans
        .iter()
        .map(|plan| relative(&plan.path, file))
        .collect();
    let mut baseline = before;
    baseline.keep(|plan| !names.iter().any(|name| name == plan) && place(file, plan).exists());
    for (plan, name) in plans.iter().zip(&names) {
        baseline.add(name, &plan.text, &plan.report);
    }
    store::save(file, baseline.to_text().as_bytes(), stamp.as_ref())
        .map_err(|error| Failure::saving(&error, lang))?;
    Ok(baseline)
}

/// A path without `.` and `..`, from the root.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    whole
}

/// The name of a plan in a baseline: its path from there, with forward slashes.
fn relative(plan: &Path, file: &Path) -> String {
    if plan.as_os_str() == STDIN {
        return STDIN.to_owned();
    }
    let (plan, file) = (whole(plan), whole(file));
    let folder: Vec<Component> = file.parent().unwrap_or(&file).components().collect();
    let plan: Vec<Component> = plan.components().collect();
    let shared = folder.iter().zip(&plan).take_while(|(a, b)| a == b).count();
    let up = folder.iter().skip(shared).map(|_| "..".to_owned());
    let down = plan.iter().skip(shared);
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// Where the plan with a name in a baseline is.
fn place(file: &Path, plan: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_named_from_where_its_baseline_stands() {
        for (plan, file, name) in [
            ("plans/茶馆.toml", "known.json", "plans/茶馆.toml"),
            ("./plans/./a.toml", "plans/known.json", "a.toml"),
            ("a.toml", "plans/known.json", "../a.toml"),
            ("plans/../b.toml", "x/y/known.json", "../../b.toml"),
            ("-", "known.json", "-"),
        ] {
            assert_eq!(relative(Path::new(plan), Path::new(file)), name, "{plan}");
        }
    }
}
