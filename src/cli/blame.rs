//! `farsight blame`: the commit of the last real change of each field.

use std::path::PathBuf;

use serde_json::{Value as Json, json};

use super::Format;
use super::console::{Console, FAINT, visible};
use super::decisions::value_shown;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use super::log::{History, failure, history};
use crate::catalogue::{self, Field};
use crate::plan::Path;
use crate::review::{ChangeKind, Outline, Value, diff_outlines};
use crate::store::{self, Commit, error::shown};
use crate::words::Text;

/// The schema of the JSON output.
const SCHEMA: &str = "farsight.blame/1";
/// So many versions are read at once.
const CHUNK: usize = 64;

pub(super) const HELP: Help = Help {
    name: "blame",
    about: Text::new(
        "Show which commit last changed each field",
        "显示每个字段最后由哪次提交改动",
    ),
    more: Text::new(
        "A change is one of content: a new layout, another order of keys or a new id of a row counts for nothing. What is on disk and not yet committed is said to be so. With a path, only what stands there: a field, a row, a list, a step.",
        "只看内容的变动：重新排版、调换次序、改编号都不算。磁盘上还没提交的改动会注明。写出路径则只看那里：一个字段、一条、一个列表或一步。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "path",
            Text::new(
                "A field, a row, or anything above; otherwise the whole plan",
                "字段、条目或其上级的路径；不写则看整份计划",
            ),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[(
        "farsight blame plan.toml mix.products.breakfast-box.price",
        Text::new("who set the price", "价格是谁定的"),
    )],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    path: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A field, and whose it is.
struct Line {
    /// Its path in the plan on disk.
    path: String,
    /// Its path in the version that is looked at.
    then: Path,
    field: Option<&'static Field>,
    value: Value,
    whose: Whose,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Unknown,
    /// Changed on disk, and not in any commit.
    Own,
    /// The place of the commit in the log.
    Commit(usize),
}

/// Tells whose the fields at a path are.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let text = store::text(&args.plan).map_err(|error| Failure::opening(&error, lang))?;
    let mut later = Outline::read(&text);
    let wanted = Path::parse(args.path.as_deref().unwrap_or_default());
    let mut lines = fields(&later);
    lines.retain(|line| line.then.starts_with(&wanted));
    if lines.is_empty() {
        let what = Text::new("Nothing stands at {0}.", "{0} 处没有内容。");
        return Err(Failure::usage(console.say(what, &[&wanted.to_string()])));
    }
    let History {
        repo,
        commits,
        blobs,
    } = history(&args.plan, lang)?;
    let mut whose = Whose::Own;
    let mut at = 0;
    for chunk in blobs.chunks(CHUNK) {
        let there: Vec<String> = chunk.iter().flatten().cloned().collect();
        let texts = repo.texts(&there).map_err(|error| failure(&error, lang))?;
        let mut texts = texts.into_iter();
        for blob in chunk {
            let text = blob.as_ref().and_then(|_| texts.next()).flatten();
            let earlier = Outline::read(&text.unwrap_or_default());
            blame(&mut lines, &earlier, &later, whose);
            whose = Whose::Commit(at);
            at += 1;
            later = earlier;
        }
        if lines.iter().all(|line| line.whose != Whose::Unknown) {
            break;
        }
    }
    // What no commit changed was there from the first.
    for line in lines.iter_mut().filter(|it| it.whose == Whose::Unknown) {
        line.whose = whose;
    }
    match args.format {
        Format::Text => as_text(&lines, &commits, console)?,
        Format::Json => as_json(&shown(&args.plan), &lines, &commits, console)?,
    }
    Ok(Exit::Clean)
}

/// Every field of a plan that says something, in the order of the catalogue.
fn fields(outline: &Outline) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |at: &Path, key: &str, value: &Value, field: Option<&'static Field>| {
        let then = at.join(key);
        lines.push(Line {
            path: then.to_string(),
            then,
            field,
            value: value.clone(),
            whose: Whose::Unknown,
        });
    };
    for section in catalogue::sections() {
        let at = Path::parse(section.path);
        let table = outline.tables.get(section.path).into_iter().flatten();
        for (key, value) in table {
            add(&at, key, value, section.field(key));
        }
        for row in outline.rows(section.path) {
            for (key, value) in &row.values {
                add(&at.join(&row.name), key, value, section.field(key));
            }
        }
    }
    lines
}

/// Gives the fields that differ between two versions to the later of them.
fn blame(lines: &mut [Line], earlier: &Outline, later: &Outline, whose: Whose) {
    let found = diff_outlines(earlier, later);
    // What was dropped is nobody's now, and its path is one of the earlier version.
    let changed: Vec<Path> = found
        .content()
        .filter(|change| !matches!(change.kind, ChangeKind::Renamed | ChangeKind::Dropped))
        .map(|change| Path::parse(&change.path))
        .collect();
    for line in lines.iter_mut().filter(|it| it.whose == Whose::Unknown) {
        let is_hit = |path: &Path| line.then.starts_with(path) || path.starts_with(&line.then);
        if changed.iter().any(is_hit) {
            line.whose = whose;
            continue;
        }
        // Further back the row had another name.
        for rename in &found.names {
            let list = Path::parse(rename.list);
            let (new, depth) = (list.join(&rename.new), list.names().len());
            if line.then.starts_with(&new) {
                let mut names = line.then.names().to_vec();
                if let Some(name) = names.get_mut(depth) {
                    name.clone_from(&rename.old);
                }
                line.then = Path::new(names);
                break;
            }
        }
    }
}

fn commit_of<'c>(line: &Line, commits: &'c [Commit]) -> Option<&'c Commit> {
    match line.whose {
        Whose::Commit(at) => commits.get(at),
        _ => None,
    }
}

fn as_text(lines: &[Line], commits: &[Commit], console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let wide = lines.iter().filter_map(|line| commit_of(line, commits));
    let wide = wide.map(|it| it.short.len()).max().unwrap_or(7);
    for line in lines {
        let value = value_shown(&line.value, line.field, lang);
        let said = Text::new("{0}: {1}", "{0}：{1}");
        let said = visible(&console.say(said, &[&line.path, &value])).into_owned();
        let whose = match commit_of(line, commits) {
            Some(commit) => {
                let day = commit.date.split(' ').next().unwrap_or_default();
                let author = visible(&commit.author);
                format!("{:wide$}  {day}  {author}", commit.short)
            }
            None => console.say(Text::new("not committed yet", "尚未提交"), &[]),
        };
        console.line(&format!("{}  {said}", console.paint(FAINT, &whose)))?;
    }
    Ok(())
}

fn as_json(
    name: &str,
    lines: &[Line],
    commits: &[Commit],
    console: &mut Console,
) -> Result<(), Failure> {
    let fields: Vec<Json> = lines
        .iter()
        .map(|line| {
            let commit = commit_of(line, commits);
            json!({
                "path": line.path,
                "commit": commit.map(|it| &it.id),
                "date": commit.map(|it| &it.date),
                "author": commit.map(|it| &it.author),
                "subject": commit.map(|it| &it.subject),
            })
        })
        .collect();
    let out = json!({ "schema": SCHEMA, "plan": name, "fields": fields });
    file::json(&out, console)
}
