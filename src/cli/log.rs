//! `farsight log`: the decisions of a plan over its commits, and how it came along.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::{Value as Json, json};

use super::Format;
use super::check::failure as settings_failure;
use super::console::{BOLD, Console, FAINT, visible};
use super::decisions::{change_line, spark};
use super::failure::{Exit, Failure};
use super::figures::shift_json;
use super::file;
use super::help::Help;
use crate::checks::progress::progress;
use crate::checks::{self, Severity, digest};
use crate::figures::Shift;
use crate::plan::{Document, read};
use crate::review::{Change, Diff, diff, moved};
use crate::settings::Project;
use crate::store::{self, Commit, Folders, GitError, Repo, error::shown};
use crate::words::{Lang, Text};

/// The schema of the JSON output.
const SCHEMA: &str = "farsight.log/1";
/// So many changes of a commit are told one by one.
const CHANGES: usize = 12;
/// So many figures of a commit are told.
const MOVED: usize = 6;
/// So many standings are remembered at most; then all are computed anew.
const REMEMBERED: usize = 50_000;

pub(super) const HELP: Help = Help {
    name: "log",
    about: Text::new(
        "Tell the decisions of a plan over its commits",
        "按提交讲述计划的各次决定",
    ),
    more: Text::new(
        "For each commit: who, when, what changed in the plan, which figures moved, how many errors and warnings it had and how much of it was filled. The lines on top show the same from the first commit to the last. Commits that only lay the text out anew say so. The plan is followed through renames of its file.\n\nDates and authors are those of git. Findings are those of today's rules and settings, without those that depend on the date.",
        "逐个提交列出：谁、何时、改了计划的什么、哪些数字变了、有多少错误和警告、填了多少。顶上几行是从第一次提交到最近一次的走势。只改排版的提交会注明。文件改过名也能追到。\n\n日期和作者照 git 的记录。检查结果按现在的规则和设置算，不含随日期而变的那些。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "number",
            Text::new("So many commits, the newest first", "只列最近这么多次提交"),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[
        (
            "farsight log plan.toml",
            Text::new("the last twenty commits", "最近二十次提交"),
        ),
        (
            "farsight log plan.toml -n 3 --format json",
            Text::new("three of them, for a program", "三次，给程序读"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    #[arg(short, long, value_name = "N", default_value_t = 20)]
    number: usize,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How a version of a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Standing {
    errors: usize,
    warnings: usize,
    filled: usize,
    wanted: usize,
}

impl Standing {
    fn coverage(self) -> f64 {
        if self.wanted == 0 {
            0.0
        } else {
            self.filled as f64 / self.wanted as f64
        }
    }

    fn percent(self) -> String {
        format!("{:.0} %", self.coverage() * 100.0)
    }
}

/// A commit with what it did to the plan.
struct Entry<'c> {
    commit: &'c Commit,
    standing: Option<Standing>,
    before: Option<Standing>,
    /// Nothing for the first commit.
    changes: Option<Vec<Change>>,
    /// The figures that moved.
    moved: Vec<Shift>,
    /// The currency of the plan.
    currency: String,
}

/// What a repository keeps of a plan.
pub(super) struct History {
    pub repo: Repo,
    /// The commits that changed it, the newest first.
    pub commits: Vec<Commit>,
    /// The name of what each of them holds.
    pub blobs: Vec<Option<String>>,
}

/// Why git has no answer, as a failure.
pub(super) fn failure(error: &GitError, lang: Lang) -> Failure {
    Failure::files(error.message(lang)).hint(error.hint(lang))
}

/// The commits of a plan, the newest first, and what each of them holds.
pub(super) fn history(plan: &Path, lang: Lang) -> Result<History, Failure> {
    let git = |error: GitError| failure(&error, lang);
    let repo = Repo::find(plan).map_err(git)?;
    let commits = repo.log(plan).map_err(git)?;
    if commits.is_empty() {
        let error = GitError::NotTracked {
            path: plan.to_path_buf(),
            rev: store::git::HEAD.to_owned(),
        };
        return Err(git(error));
    }
    let blobs = repo.blobs(&commits).map_err(git)?;
    Ok(History {
        repo,
        commits,
        blobs,
    })
}

/// Tells the commits of a plan.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let name = shown(&args.plan);
    let History {
        repo,
        commits,
        blobs,
    } = history(&args.plan, lang)?;
    let project = Project::of_plan(&args.plan, None);
    let project = project.map_err(|trouble| settings_failure(&trouble, lang))?;
    let standings = standings(&repo, &blobs, &project, lang)?;
    let of = |at: usize| {
        let blob = blobs.get(at).and_then(Option::as_ref)?;
        standings.get(blob).copied()
    };
    let many = args.number.min(commits.len());
    // One more than is told, since each is compared with the one before.
    let wanted: Vec<String> = blobs.iter().take(many + 1).flatten().cloned().collect();
    let texts = repo.texts(&wanted).map_err(|error| failure(&error, lang))?;
    let texts: HashMap<&String, Option<String>> = wanted.iter().zip(texts).collect();
    let text = |at: usize| {
        let blob = blobs.get(at).and_then(Option::as_ref)?;
        texts.get(blob).and_then(Option::as_deref)
    };
    let entries: Vec<Entry<'_>> = (0..many)
        .into_par_iter()
        .filter_map(|at| {
            let commit = commits.get(at)?;
            let is_first = at + 1 == commits.len();
            let (old, new) = (
                text(at + 1).unwrap_or_default(),
                text(at).unwrap_or_default(),
            );
            let (found, moved, currency) = if is_first {
                Default::default()
            } else {
                deeds(old, new)
            };
            Some(Entry {
                commit,
                standing: of(at),
                before: of(at + 1),
                changes: (!is_first).then(|| found.content().cloned().collect()),
                moved,
                currency,
            })
        })
        .collect();
    let course: Vec<Standing> = (0..commits.len()).rev().filter_map(of).collect();
    match args.format {
        Format::Json => as_json(&name, &course, &entries, console)?,
        Format::Text => as_text(&name, &commits, &course, &entries, console)?,
    }
    Ok(Exit::Clean)
}

/// What a commit did: the changes, and the figures that moved by them.
fn deeds(old: &str, new: &str) -> (Diff, Vec<Shift>, String) {
    let (was, is) = (read(old), read(new));
    let diff = diff(old, new);
    let shifts = moved(&was.plan, &is.plan, &diff);
    let currency = is.plan.frame.currency.as_ref();
    let currency = currency.map_or("", |it| it.value.trim()).to_owned();
    (diff, shifts, currency)
}

/// How every version stands, by its name; what was computed before is remembered.
fn standings(
    repo: &Repo,
    blobs: &[Option<String>],
    project: &Project,
    lang: Lang,
) -> Result<HashMap<String, Standing>, Failure> {
    let rules = format!("{} {:?}", env!("CARGO_PKG_VERSION"), project.checks);
    let rules = digest(&rules);
    let place = Folders::find().map(|folders| folders.state.join("log.json"));
    let mut known = place
        .as_deref()
        .map(|it| remembered(it, &rules))
        .unwrap_or_default();
    let mut missing: Vec<String> = blobs.iter().flatten().cloned().collect();
    missing.sort_unstable();
    missing.dedup();
    missing.retain(|blob| !known.contains_key(blob));
    for chunk in missing.chunks(200) {
        let texts = repo.texts(chunk).map_err(|error| failure(&error, lang))?;
        let found = chunk.par_iter().zip(texts);
        let found: Vec<(String, Standing)> = found
            .filter_map(|(blob, text)| Some((blob.clone(), standing(&text?, project))))
            .collect();
        known.extend(found);
    }
    if let (false, Some(place)) = (missing.is_empty(), place) {
        remember(&place, &rules, &known);
    }
    Ok(known)
}

fn standing(text: &str, project: &Project) -> Standing {
    let report = checks::check_text_with(text, &project.checks);
    let progress = progress(&Document::parse(text), &report);
    Standing {
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        filled: progress.steps.iter().map(|step| step.filled).sum(),
        wanted: progress.steps.iter().map(|step| step.wanted).sum(),
    }
}

/// What an earlier run found by the same rules; nothing when it cannot be read.
fn remembered(place: &Path, rules: &str) -> HashMap<String, Standing> {
    let text = store::text(place).unwrap_or_default();
    let json: Json = serde_json::from_str(&text).unwrap_or_default();
    if json.get("rules").and_then(Json::as_str) != Some(rules) {
        return HashMap::new();
    }
    let plans = json.get("plans").and_then(Json::as_object);
    let read = |numbers: &Json| {
        let number = |at: usize| Some(numbers.get(at)?.as_u64()? as usize);
        Some(Standing {
            errors: number(0)?,
            warnings: number(1)?,
            filled: number(2)?,
            wanted: number(3)?,
        })
    };
    let pairs = plans.into_iter().flatten();
    pairs
        .filter_map(|(blob, numbers)| Some((blob.clone(), read(numbers)?)))
        .take(REMEMBERED)
        .collect()
}

/// Keeps what was found for the next run; where that cannot be, the next run takes longer.
fn remember(place: &Path, rules: &str, known: &HashMap<String, Standing>) {
    let plans: serde_json::Map<String, Json> = known
        .iter()
        .take(REMEMBERED)
        .map(|(blob, it)| {
            let numbers = json!([it.errors, it.warnings, it.filled, it.wanted]);
            (blob.clone(), numbers)
        })
        .collect();
    let text = json!({ "rules": rules, "plans": plans }).to_string();
    let _ = store::save::overwrite(place, text.as_bytes());
}

fn as_text(
    name: &str,
    commits: &[Commit],
    course: &[Standing],
    entries: &[Entry<'_>],
    console: &mut Console,
) -> Result<(), Failure> {
    let day = |commit: Option<&Commit>| {
        let date = commit.map_or("", |it| it.date.as_str());
        date.split(' ').next().unwrap_or_default().to_owned()
    };
    let many = commits.len().to_string();
    let (first, last) = (day(commits.last()), day(commits.first()));
    let head = if commits.len() == 1 {
        Text::new("{0}: one commit, {3}", "{0}：1次提交，{3}")
    } else {
        Text::new("{0}: {1} commits, {2} to {3}", "{0}：{1}次提交，{2} 至 {3}")
    };
    console.line(&console.say(head, &[name, &many, &first, &last]))?;
    if let (Some(first), Some(last)) = (course.first(), course.last()) {
        let numbers = |of: fn(&Standing) -> usize| [of(first).to_string(), of(last).to_string()];
        let line =
            |of: &dyn Fn(&Standing) -> f64| spark(&course.iter().map(of).collect::<Vec<_>>());
        let rows = [
            (
                Text::new("errors  ", "错误  "),
                line(&|it| it.errors as f64),
                numbers(|it| it.errors),
            ),
            (
                Text::new("warnings", "警告  "),
                line(&|it| it.warnings as f64),
                numbers(|it| it.warnings),
            ),
            (
                Text::new("filled  ", "已填  "),
                line(&|it| it.coverage()),
                [first.percent(), last.percent()],
            ),
        ];
        for (label, line, [from, to]) in rows {
            let label = console.say(label, &[]);
            console.line(&format!("  {label}  {line}  {from} → {to}"))?;
        }
    }
    for entry in entries {
        console.line("")?;
        one(entry, console)?;
    }
    Ok(())
}

fn one(entry: &Entry<'_>, console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let commit = entry.commit;
    let head = format!(
        "{}  {}  {}",
        commit.short,
        commit.date,
        visible(&commit.author)
    );
    console.line(&console.paint(FAINT, &head))?;
    console.line(&console.paint(BOLD, &visible(&commit.subject)))?;
    match entry.changes.as_deref() {
        None => {
            console.line(&console.say(Text::new("  the first version", "  第一个版本"), &[]))?;
        }
        Some([]) => {
            let text = Text::new("  no change in content", "  内容没有变动");
            console.line(&console.say(text, &[]))?;
        }
        Some(changes) => {
            for change in changes.iter().take(CHANGES) {
                console.line(&format!(
                    "  {}",
                    visible(&change_line(change, &entry.currency, lang))
                ))?;
            }
            if changes.len() > CHANGES {
                let more = (changes.len() - CHANGES).to_string();
                let text = Text::new("  and {0} more changes", "  另有{0}处变动");
                console.line(&console.say(text, &[&more]))?;
            }
        }
    }
    for shift in entry.moved.iter().take(MOVED) {
        let said = shift.say(&entry.currency, lang);
        console.line(&format!("    {}", visible(&said)))?;
    }
    if entry.moved.len() > MOVED {
        let more = (entry.moved.len() - MOVED).to_string();
        let text = Text::new("    and {0} more figures", "    另有{0}个数字");
        console.line(&console.say(text, &[&more]))?;
    }
    let Some(now) = entry.standing else {
        return Ok(());
    };
    let before = entry.before.unwrap_or(now);
    let moved = |was: String, is: String| {
        if was == is {
            is
        } else {
            format!("{was} → {is}")
        }
    };
    let numbers = [
        moved(before.errors.to_string(), now.errors.to_string()),
        moved(before.warnings.to_string(), now.warnings.to_string()),
        moved(before.percent(), now.percent()),
    ];
    let text = Text::new(
        "  errors {0}, warnings {1}, filled {2}",
        "  错误 {0}，警告 {1}，已填 {2}",
    );
    let [errors, warnings, filled] = &numbers;
    let line = console.say(text, &[errors, warnings, filled]);
    console.line(&console.paint(FAINT, &line))
}

fn as_json(
    name: &str,
    course: &[Standing],
    entries: &[Entry<'_>],
    console: &mut Console,
) -> Result<(), Failure> {
    let lang = console.lang;
    let standing = |it: &Standing| json!({ "errors": it.errors, "warnings": it.warnings, "filled": it.filled, "wanted": it.wanted });
    let commits: Vec<Json> = entries
        .iter()
        .map(|entry| {
            let changes = entry.changes.as_ref().map(|changes| {
                let told = changes.iter().map(|change| {
                    json!({
                        "kind": change.kind.key(),
                        "path": change.path,
                        "said": change_line(change, &entry.currency, lang),
                    })
                });
                told.collect::<Vec<_>>()
            });
            let figures: Vec<Json> = entry
                .moved
                .iter()
                .map(|shift| shift_json(shift, lang))
                .collect();
            json!({
                "commit": entry.commit.id,
                "date": entry.commit.date,
                "author": entry.commit.author,
                "subject": entry.commit.subject,
                "path": shown(&entry.commit.path),
                "changes": changes,
                "figures": figures,
                "standing": entry.standing.as_ref().map(standing),
            })
        })
        .collect();
    let course: Vec<Json> = course.iter().map(standing).collect();
    let out = json!({ "schema": SCHEMA, "plan": name, "course": course, "commits": commits });
    file::json(&out, console)
}
