//! Baselines: findings that are known already, and entries that nothing matches any more.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry as Slot};
use std::path::{Path, PathBuf};

use super::super::console::{Console, count};
use super::super::failure::Failure;
use super::super::file::STDIN;
use super::Checked;
use crate::checks::baseline::{Baseline, Entry};
use crate::store::{self, OpenError, Stamp, error::shown};
use crate::words::{Lang, Text};

/// The baselines of a run: plans come one at a time.
#[derive(Debug, Default)]
pub(super) struct Known {
    files: BTreeMap<PathBuf, Baseline>,
    /// The file to write, and what was in it.
    write_to: Option<(PathBuf, Option<Stamp>)>,
    /// The plans that came, by baseline.
    seen: BTreeMap<PathBuf, BTreeSet<String>>,
    stale: Vec<Entry>,
    marked: usize,
}

impl Known {
    /// For a run that writes a baseline, or reads those that projects name.
    pub fn new(write_to: Option<&Path>, lang: Lang) -> Result<Known, Failure> {
        let mut known = Known::default();
        if let Some(file) = write_to {
            let (before, stamp) = match store::open(file) {
                Ok(opened) => (parse(file, &opened.text, lang)?, Some(opened.stamp)),
                Err(OpenError::NotFound(_)) => (Baseline::default(), None),
                Err(error) => return Err(Failure::usage(error.message(lang))),
            };
            known.files.insert(file.to_owned(), before);
            known.write_to = Some((file.to_owned(), stamp));
        }
        Ok(known)
    }

    /// Marks what is known in a plan, after taking it down if that is asked for.
    pub fn mark(&mut self, plan: &mut Checked, lang: Lang) -> Result<(), Failure> {
        let writes = self.write_to.as_ref().map(|(file, _)| file.clone());
        let Some(file) = writes.clone().or_else(|| plan.project.baseline.clone()) else {
            return Ok(());
        };
        let baseline = match self.files.entry(file.clone()) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) => slot.insert(read(&file, lang)?),
        };
        let name = if plan.path.as_os_str() == STDIN {
            STDIN.to_owned()
        } else {
            store::name_from(&plan.path, &file)
        };
        if writes.is_some() {
            baseline.forget(&name);
            baseline.add(&name, &plan.text, &plan.report);
        }
        let stale = baseline.mark(&name, &plan.text, &mut plan.report);
        self.stale.extend(stale);
        self.marked += plan.report.known();
        self.seen.entry(file).or_default().insert(name);
        Ok(())
    }

    /// Writes what is to be written, and says what the baselines know in vain; returns whether
    /// there is any of that.
    pub fn end(mut self, console: &mut Console) -> Result<bool, Failure> {
        if let Some((file, stamp)) = &self.write_to
            && let Some(baseline) = self.files.get_mut(file)
        {
            // Of other plans, what is known stays as long as they are there.
            baseline.keep(|plan| plan == STDIN || place(file, plan).exists());
            store::save(file, baseline.to_text().as_bytes(), stamp.as_ref())
                .map_err(|error| Failure::saving(&error, console.lang))?;
            let text = Text::new(
                "Written into {0}: {1} of these plans.",
                "已写入 {0}：这些计划的{1}。",
            );
            let known = findings(self.marked, console.lang);
            let text = text.fill(console.lang, &[shown(file), known]);
            console.hint(&text);
        }
        let gone = self.gone();
        self.stale.extend(gone);
        tell(&self.stale, console);
        Ok(!self.stale.is_empty())
    }

    /// What baselines know of plans that are gone.
    fn gone(&self) -> Vec<Entry> {
        let mut gone = Vec::new();
        for (file, baseline) in &self.files {
            let seen = self.seen.get(file);
            let missing = |plan: &&str| {
                !seen.is_some_and(|seen| seen.contains(*plan)) && !place(file, plan).exists()
            };
            for plan in baseline.plans().filter(missing) {
                gone.extend(baseline.of(plan).iter().cloned());
            }
        }
        gone
    }
}

/// Names what the baseline knows and the plans have no more.
fn tell(stale: &[Entry], console: &mut Console) {
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

/// Where the plan with a name in a baseline is.
fn place(file: &Path, plan: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(plan)
}
