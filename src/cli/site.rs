//! `farsight site`: many plans as a folder of pages with a list that can be searched.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use super::check::gather;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use super::report::{Source, project, write};
use crate::report::Shape;
use crate::report::html::site::{self, Entry};
use crate::store::error::shown;
use crate::store::{self, OpenError};
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "site",
    about: Text::new(
        "Write a page for each plan of a folder, and a list to search",
        "为文件夹里的每份计划写一个网页，并附可搜索的目录",
    ),
    more: Text::new(
        "index.html lists every plan with its owner, status and open findings; it opens from a disk, can be searched and filtered, and needs no network. A plan that cannot be read is listed with the reason. The same plans give the same pages; a page whose plan is gone is removed.",
        "index.html 列出每份计划的负责人、状态和待处理的检查结果；直接从磁盘打开就能搜索和筛选，不需要网络。读不了的计划也会列出，并写明原因。同样的计划总是得到同样的网页；计划不在了，网页也会删去。",
    ),
    args: &[
        ("folder", Text::new("The folder of plans", "放计划的文件夹")),
        (
            "output",
            Text::new("The folder for the pages", "放网页的文件夹"),
        ),
        (
            "title",
            Text::new(
                "The heading of the list; otherwise the name of the folder",
                "目录的标题；不写则用文件夹名",
            ),
        ),
        (
            "no_findings",
            Text::new(
                "Leave out of the pages what the check found, and the answers",
                "网页里不写检查结果和答复",
            ),
        ),
        (
            "force",
            Text::new(
                "Overwrite files that farsight did not write, too",
                "不是 farsight 写的文件也覆盖",
            ),
        ),
        (
            "today",
            Text::new(
                "The day of the pages, as 2027-06-30; otherwise the date of the machine",
                "网页的日期，如 2027-06-30；不写则用本机日期",
            ),
        ),
    ],
    examples: &[
        (
            "farsight site plans -o public",
            Text::new("every plan of a folder", "文件夹里的所有计划"),
        ),
        (
            "farsight site class --lang zh --title \"Spring class\" -o public",
            Text::new("a class, in Chinese", "一个班的作业，用中文"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    folder: PathBuf,
    #[arg(long, short = 'o', value_name = "DIR")]
    output: PathBuf,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long)]
    no_findings: bool,
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

/// Writes the pages of a folder.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    if args.folder.is_file() {
        let what = Text::new("{0} is a file, not a folder.", "{0} 是文件，不是文件夹。");
        let next = Text::new(
            "`farsight report {0}` writes the report of one plan.",
            "运行 `farsight report {0}` 可以写出一份计划的报告。",
        );
        let name = [shown(&args.folder)];
        return Err(Failure::usage(what.fill(lang, &name)).hint(next.fill(lang, &name)));
    }
    if let Err(error) = std::fs::read_dir(&args.folder) {
        let error = OpenError::from_io(&args.folder, &error);
        return Err(Failure::opening(&error, lang));
    }
    let (candidates, unread) = gather::candidates(std::slice::from_ref(&args.folder));
    if let Some(error) = unread.first() {
        return Err(Failure::opening(error, lang));
    }
    let found: Vec<PathBuf> = candidates
        .into_iter()
        .map(|candidate| candidate.path)
        .filter(|path| gather::begins_as_a_plan(path))
        .collect();
    let names = names(&args.folder, &found);
    let pages: Vec<(Entry, Option<String>)> = found
        .par_iter()
        .zip(&names)
        .map(|(path, name)| page(args, path, name, console))
        .collect::<Result<_, _>>()?;
    if pages.is_empty() {
        let what = Text::new("There is no plan in {0}.", "{0} 里没有计划。");
        let next = Text::new(
            "A plan is a TOML file with `farsight = 1` at its top.",
            "计划是开头写有 `farsight = 1` 的 TOML 文件。",
        );
        let failure = Failure::usage(what.fill(lang, &[shown(&args.folder)]));
        return Err(failure.hint(next.get(lang).to_owned()));
    }
    let mut entries = Vec::with_capacity(pages.len());
    let mut written = HashSet::new();
    for ((entry, html), name) in pages.into_iter().zip(&names) {
        if let Some(html) = html {
            write(&args.output.join(name), html.as_bytes(), args.force, lang)?;
            written.insert(name.clone());
        }
        entries.push(entry);
    }
    let gone = sweep(&args.output, &written, lang)?;
    let title = args.title.clone().unwrap_or_else(|| called(&args.folder));
    let list = args.output.join("index.html");
    let html = site::index(&title, &entries, lang);
    write(&list, html.as_bytes(), args.force, lang)?;
    let broken = entries.iter().filter(|entry| entry.plan.is_err()).count();
    let made = entries.len() - broken;
    let said = Text::new("Wrote {0} with {1} pages.", "已写出 {0}，共{1}个计划网页。");
    console.line(&said.fill(lang, &[shown(&list), made.to_string()]))?;
    if !gone.is_empty() {
        let said = Text::new(
            "Removed, because no plan stands behind it any more: {0}.",
            "已删除不再有计划的网页：{0}。",
        );
        let comma = Text::new(", ", "、").get(lang);
        console.line(&said.fill(lang, &[gone.join(comma)]))?;
    }
    if broken > 0 {
        let said = Text::new(
            "{0} of the plans cannot be read; the list says why.",
            "有{0}份计划读不了，原因见目录。",
        );
        console.warn(&said.fill(lang, &[broken.to_string()]));
        return Ok(Exit::Findings);
    }
    Ok(Exit::Clean)
}

/// Removes the pages of an earlier run that no plan has any more; whatever else is in the folder
/// stays. Returns their names.
fn sweep(folder: &Path, written: &HashSet<String>, lang: Lang) -> Result<Vec<String>, Failure> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let found: Vec<String> = entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    // On a disk that does not tell large letters from small ones, a page may be there under an
    // older name: it is the one that was written, unless both are there.
    let is_written = |name: &str| {
        let same = written
            .iter()
            .find(|it| it.to_lowercase() == name.to_lowercase());
        same.is_some_and(|same| !found.contains(same))
    };
    let mut gone: Vec<&String> = found
        .iter()
        .filter(|name| Path::new(name).extension().is_some_and(|it| it == "html"))
        .filter(|name| !written.contains(*name) && !is_written(name))
        .collect();
    gone.sort();
    let mut names = Vec::new();
    for name in gone {
        let removed = store::remove_own(&folder.join(name), site::SIGN.as_bytes());
        if removed.map_err(|error| Failure::saving(&error, lang))? {
            names.push(shown(Path::new(name)));
        }
    }
    Ok(names)
}

/// A plan of the list, with its page where it can be read.
fn page(
    args: &Args,
    path: &Path,
    name: &str,
    console: &Console,
) -> Result<(Entry, Option<String>), Failure> {
    let lang = console.lang;
    let below = path.strip_prefix(&args.folder).unwrap_or(path);
    let source = shown(below);
    let text = match file::text(path) {
        Ok(text) => text,
        Err(error) => {
            let plan = Err(error.message(lang));
            return Ok((Entry { source, plan }, None));
        }
    };
    let today = args.today.unwrap_or_else(Console::today);
    let made = Source {
        path,
        text: &text,
        today,
        lang,
    };
    let project = project(path, today, lang)?;
    Ok(
        match made.report(&project, Shape::Flow, !args.no_findings)? {
            Err(reason) => (
                Entry {
                    source,
                    plan: Err(reason),
                },
                None,
            ),
            Ok((document, mut listed)) => {
                name.clone_into(&mut listed.href);
                let html = site::plan(&document);
                (
                    Entry {
                        source,
                        plan: Ok(listed),
                    },
                    Some(html),
                )
            }
        },
    )
}

/// The name of each page: that of its file with the folders above, safe in a link, each once.
fn names(folder: &Path, found: &[PathBuf]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::from(["index".to_owned()]);
    let name = |path: &PathBuf| {
        let below = path.strip_prefix(folder).unwrap_or(path).with_extension("");
        let below = below.to_string_lossy().into_owned();
        let safe = below.replace(
            |c: char| !(c.is_alphanumeric() || c == '-' || c == '_'),
            "-",
        );
        let mut name = safe.clone();
        let mut nth = 2;
        // Some disks do not tell large letters from small ones.
        while !taken.insert(name.to_lowercase()) {
            name = format!("{safe}-{nth}");
            nth += 1;
        }
        format!("{name}.html")
    };
    found.iter().map(name).collect()
}

/// What people call a folder.
fn called(folder: &Path) -> String {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = whole.components().next_back();
    name.map_or_else(String::new, |name| shown(Path::new(name.as_os_str())))
}
