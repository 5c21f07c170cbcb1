//! `farsight import`: what was edited in a spreadsheet, back into the plan.

use std::path::{Path, PathBuf};

use super::console::{BOLD, Console, FAINT, count, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use super::report::named_section;
use crate::catalogue::Step;
use crate::classroom;
use crate::import::cells::LIMIT;
use crate::import::{Imported, NotRead, Wishes, changes, grids};
use crate::plan::{Document, Edit};
use crate::review::{Diff, diff, say};
use crate::store::error::shown;
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "import",
    about: Text::new(
        "Read an edited spreadsheet back into a plan",
        "把编辑过的电子表格读回计划",
    ),
    more: Text::new(
        "Takes an XLSX workbook or a CSV file that `farsight report` wrote and somebody edited, or any other whose headings are the names of fields. Rows are matched by their ids; a row without an id is new. It shows what would change and writes nothing until you say --write.\n\nWhat cannot be read is told with its cell, such as Needs!C7, and then nothing is written at all: a wrong type, an id that stands twice, a name that no row has. A row that the sheet does not have stays in the plan, unless you say --remove. Everything that nobody touched stays as it is, byte for byte.",
        "读取由 `farsight report` 写出、又经人编辑的 XLSX 工作簿或 CSV 文件，也可以是任何以字段名为表头的表格。各行按编号对应；没有编号的行是新的。先显示会改什么，加 --write 才写入。\n\n读不懂的内容会连同单元格（如 Needs!C7）一起列出，这时什么也不写：类型不对、编号重复、引用的条目不存在。表里没有的条目仍留在计划里，加 --remove 才会删除。没有人动过的部分一字节不变。",
    ),
    args: &[
        (
            "file",
            Text::new("The workbook or CSV file", "工作簿或 CSV 文件"),
        ),
        ("plan", Text::new("The plan", "计划文件")),
        ("write", Text::new("Write the changes", "写入改动")),
        (
            "dry_run",
            Text::new(
                "Only show the changes; this is the default",
                "只显示改动（默认）",
            ),
        ),
        (
            "remove",
            Text::new(
                "Remove the rows that the sheets do not have",
                "删除表中没有的条目",
            ),
        ),
        (
            "section",
            Text::new(
                "Read only this part, such as mix.products; needed where the headings do not say what the sheet is about",
                "只读这一部分，如 mix.products；表头看不出是哪个部分时必须写明",
            ),
        ),
    ],
    examples: &[
        (
            "farsight import plan.xlsx plan.toml",
            Text::new("what would change", "看看会改什么"),
        ),
        (
            "farsight import plan.xlsx plan.toml --write",
            Text::new("and write it", "并且写入"),
        ),
        (
            "farsight import budget.csv plan.toml --section mix.budget --remove",
            Text::new(
                "one table, without the rows that are gone",
                "一张表，去掉的行也从计划中去掉",
            ),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    file: PathBuf,
    plan: PathBuf,
    #[arg(long, conflicts_with = "dry_run")]
    write: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    remove: bool,
    #[arg(long, value_name = "SECTION")]
    section: Option<String>,
}

/// Shows what an edited file changes, and writes it where that is asked for.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let section = args.section.as_deref();
    let wishes = Wishes {
        section: section.map(|path| named_section(path, lang)).transpose()?,
        remove: args.remove,
        lang,
        today: Some(Console::today()),
    };
    let stem = args.file.file_stem().unwrap_or_default().to_string_lossy();
    let name = stem.rsplit_once('.').map_or(&*stem, |(_, last)| last);
    let read = grids(&bytes(&args.file, lang)?, name);
    let grids = read.map_err(|why| unread(&args.file, why, lang))?;
    let mut told: Option<(Imported, Diff)> = None;
    let mut look = |document: &Document| -> Result<Edit, Failure> {
        let imported = changes(document, &grids, wishes);
        let diff = diff(document.text(), &imported.text);
        let edit = Edit::between(document.text(), &imported.text);
        unlocked(&args.plan, document.text(), &imported.text, lang)?;
        told = Some((imported, diff));
        Ok(edit)
    };
    if args.write {
        file::edit(&args.plan, lang, look)?;
    } else {
        look(&file::document(&args.plan, lang)?)?;
    }
    let Some((imported, diff)) = told else {
        return Ok(Exit::Clean);
    };
    if imported.sheets == 0 {
        return Err(nobodys(&args.file, lang));
    }
    show(&imported, &diff, console)?;
    if !args.write {
        let text = file::text(&args.plan).unwrap_or_default();
        if let Some((_, why)) = file::locked(&args.plan, &text, &imported.text, lang) {
            console.warn(&why);
        }
    }
    verdict(args, &imported, &diff, console)
}

/// Refuses what changes a locked part of the exercise that the plan is of.
fn unlocked(plan: &Path, before: &str, after: &str, lang: Lang) -> Result<(), Failure> {
    let folder = plan.parent().unwrap_or(Path::new(""));
    let file = |file: &str| crate::store::text(&folder.join(file)).ok();
    let Some(exercise) = classroom::of_plan(before, file) else {
        return Ok(());
    };
    // A part that is changed already may be edited: it has to be put right somehow.
    let known = exercise.changed(before);
    let changed = exercise.changed(after);
    let mut changed = changed.into_iter().filter(|path| !known.contains(path));
    let Some(path) = changed.next() else {
        return Ok(());
    };
    let what = Text::new(
        "The exercise keeps “{0}” as it was given, so nothing was read into {1}.",
        "练习规定“{0}”保持原样，因此没有读入 {1}。",
    );
    let next = Text::new(
        "Put that part of the sheet back as it was, or read another part alone with --section.",
        "请把表中这一部分改回原样，或用 --section 只读别的部分。",
    );
    let what = what.fill(lang, &[classroom::named(path, lang), shown(plan)]);
    Err(Failure::usage(what).hint(next.get(lang).to_owned()))
}

fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>, Failure> {
    let length = std::fs::metadata(path).map(|it| it.len());
    if length.is_ok_and(|length| length > LIMIT as u64) {
        return Err(unread(path, NotRead::TooLarge, lang));
    }
    std::fs::read(path)
        .map_err(|error| Failure::opening(&crate::store::OpenError::from_io(path, &error), lang))
}

/// The changes in marketing words, and what was left out.
fn show(imported: &Imported, diff: &Diff, console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let reading = crate::plan::read(&imported.text);
    let currency = reading.plan.frame.currency.as_ref();
    let currency = currency.map_or("", |it| it.value.trim());
    for step in Step::ALL {
        let of_step: Vec<_> = diff.content().filter(|it| it.step() == step).collect();
        if of_step.is_empty() {
            continue;
        }
        let title = console.paint(BOLD, step.label().get(lang));
        console.line(&title)?;
        for change in of_step {
            let said = say(change, currency, lang);
            console.line(&format!("  {}", visible(&said)))?;
        }
    }
    for note in &imported.notes {
        let said = note.message(lang);
        let said = console.paint(FAINT, &visible(&said));
        console.line(&said)?;
    }
    for problem in &imported.problems {
        let said = problem.message(lang);
        console.warn(&visible(&said));
    }
    Ok(())
}

fn verdict(
    args: &Args,
    imported: &Imported,
    diff: &Diff,
    console: &mut Console,
) -> Result<Exit, Failure> {
    let lang = console.lang;
    let plan = shown(&args.plan);
    if !imported.problems.is_empty() {
        let cells = count(
            imported.problems.len(),
            Text::new("1 cell cannot be read", "1个单元格读不懂"),
            Text::new("{0} cells cannot be read", "{0}个单元格读不懂"),
            lang,
        );
        let said = Text::new("{0}, so {1} stays as it is.", "{0}，因此 {1} 保持原样。");
        console.line(&said.fill(lang, &[cells, plan]))?;
        return Ok(Exit::Findings);
    }
    let changes = diff.changes.len();
    let counted = count(
        changes,
        Text::new("1 change", "1处改动"),
        Text::new("{0} changes", "{0}处改动"),
        lang,
    );
    let text = match (changes, args.write) {
        (0, _) => Text::new("{1} says all of this already.", "{1} 的内容已经与表一致。"),
        (_, true) => Text::new("Wrote {1}: {0}.", "已写入 {1}：{0}。"),
        (_, false) => Text::new(
            "Nothing is written yet: {0} in {1}. --write writes them.",
            "还没有写入：{1} 有{0}。加 --write 写入。",
        ),
    };
    console.line(&text.fill(lang, &[counted, plan]))?;
    Ok(Exit::Clean)
}

fn unread(path: &Path, why: NotRead, lang: Lang) -> Failure {
    let what = Text::new("{0} cannot be read: {1}.", "无法读取 {0}：{1}。");
    let next = Text::new(
        "Save it again as XLSX or as CSV in UTF-8.",
        "请另存为 XLSX，或 UTF-8 编码的 CSV。",
    );
    let failure = Failure::files(what.fill(lang, &[&shown(path), why.message(lang)]));
    failure.hint(next.get(lang).to_owned())
}

/// A file whose headings are nobody's.
fn nobodys(path: &Path, lang: Lang) -> Failure {
    let what = Text::new(
        "No sheet of {0} has the headings of one section of a plan.",
        "{0} 里没有一张表的表头属于计划的某个部分。",
    );
    let next = Text::new(
        "Keep the hidden first row that `farsight report --format xlsx` writes, or name the section with --section.",
        "请保留 `farsight report --format xlsx` 写出的隐藏首行，或用 --section 写明部分。",
    );
    Failure::usage(what.fill(lang, &[shown(path)])).hint(next.get(lang).to_owned())
}
