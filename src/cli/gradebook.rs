//! `farsight gradebook`: points for a learning platform, from the teacher's marks.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use rust_decimal::Decimal;

use super::console::Console;
use super::failure::{Exit, Failure};
use super::grade::class::{Asked, text};
use super::grade::{EXERCISE, MARKS, ROSTER, RUBRIC, graded};
use super::help::Help;
use crate::classroom::gradebook::{Entry, Filled, canvas, entries, moodle, plain, xlsx};
use crate::classroom::student::Roster;
use crate::store::{self, error::shown};
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "gradebook",
    about: Text::new(
        "Fill a gradebook of Canvas or Moodle, or write a table",
        "填写Canvas或Moodle成绩册，或写出表格",
    ),
    more: Text::new(
        "--canvas takes the teacher's own export and changes one column of it; every other byte stays. --moodle takes a list of participants with addresses or numbers and writes a list for import, in which a grade never goes without its feedback. --format csv or xlsx writes a table for anything else.\n\nPoints are the teacher's: students whose criteria are not all marked are left alone and named. With a folder of plans and --proposed, what the rules propose stands in for marks that are missing; a table has it in a column of its own in any case.\n\nExit codes: 0 everybody found a place; 1 somebody did not; 2 wrong usage or marks; 3 cannot read or write.",
        "--canvas 接收教师自己导出的成绩册，只改其中一列，其余字节不变。--moodle 接收含邮箱或学号的名单，写出可导入的表，成绩与反馈总是一起给出。--format csv 或 xlsx 写出通用表格。\n\n分数以教师评分为准：没有评完各项的学生不填，并列出姓名。指定计划文件夹并加 --proposed 时，缺评分的用规则建议代替；表格里建议分总是单独一列。\n\n退出码：0 人人都对上了；1 有人没对上；2 用法或评分记录有误；3 无法读写。",
    ),
    args: &[
        (
            "folder",
            Text::new(
                "The folder of what was handed in, for proposals; marks alone need none",
                "学生提交的文件夹，用于规则建议；只用评分记录时可不写",
            ),
        ),
        ("marks", MARKS),
        ("exercise", EXERCISE),
        ("rubric", RUBRIC),
        ("roster", ROSTER),
        (
            "canvas",
            Text::new("The export of a Canvas gradebook", "Canvas成绩册的导出文件"),
        ),
        (
            "moodle",
            Text::new(
                "A list of Moodle's participants with addresses or numbers",
                "Moodle的成员名单，含邮箱或学号",
            ),
        ),
        (
            "format",
            Text::new("A table: csv or xlsx", "表格格式：csv 或 xlsx"),
        ),
        (
            "column",
            Text::new(
                "The assignment in the export, by name or number",
                "导出文件里的作业列：名称或编号",
            ),
        ),
        (
            "points",
            Text::new(
                "What the whole is worth; 100 without it, Canvas says it itself",
                "满分是多少；不写为100，Canvas文件里自带",
            ),
        ),
        (
            "proposed",
            Text::new(
                "Fill in what the rules propose where the teacher has not marked",
                "教师没有评完的，填规则建议的分数",
            ),
        ),
        (
            "output",
            Text::new(
                "The file to write; without it the standard output",
                "写入的文件；不写则打印到标准输出",
            ),
        ),
        (
            "force",
            Text::new("Replace a file that is there", "替换已有的文件"),
        ),
    ],
    examples: &[
        (
            "farsight gradebook --marks class/marks.toml --canvas export.csv -o filled.csv",
            Text::new("one column of an export", "填写导出文件的一列"),
        ),
        (
            "farsight gradebook class --moodle participants.csv -o import.csv",
            Text::new("grades with their feedback", "成绩连同反馈"),
        ),
        (
            "farsight gradebook class --format xlsx -o grades.xlsx",
            Text::new("a table for a spreadsheet", "电子表格"),
        ),
    ],
};

/// A table for anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Table {
    Csv,
    Xlsx,
}

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("kind").required(true))]
pub(super) struct Args {
    #[arg(required_unless_present = "marks")]
    folder: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    marks: Option<PathBuf>,
    #[arg(long, value_name = "NAME", conflicts_with = "rubric")]
    exercise: Option<String>,
    #[arg(long, value_name = "FILE")]
    rubric: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    #[arg(long, value_name = "EXPORT", group = "kind")]
    canvas: Option<PathBuf>,
    #[arg(long, value_name = "LIST", group = "kind")]
    moodle: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", group = "kind")]
    format: Option<Table>,
    #[arg(long, value_name = "NAME", requires = "canvas")]
    column: Option<String>,
    #[arg(long, value_name = "N", conflicts_with = "canvas")]
    points: Option<Decimal>,
    #[arg(long, requires = "folder")]
    proposed: bool,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    force: bool,
}

/// Fills a gradebook or writes a table.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let asked = Asked {
        folder: args.folder.as_deref(),
        exercise: args.exercise.as_deref(),
        rubric: args.rubric.as_deref(),
        roster: args.roster.as_deref(),
        marks: args.marks.as_deref(),
        due: None,
        today: None,
        output: args.output.as_deref(),
    };
    let worth = worth(args, console)?;
    let mut loaded = asked.load(console)?;
    let handed = std::mem::take(&mut loaded.class.handed);
    let graded = graded(handed, &[], &loaded.task());
    let entries = entries(&loaded.marks, &graded, &loaded.rubric, lang);
    if args.canvas.is_some() || args.moodle.is_some() {
        marked(&entries, args, console)?;
    }
    let filled = if let Some(path) = &args.canvas {
        let export = text(path, lang)?;
        canvas::fill(&export, &entries, args.column.as_deref(), args.proposed)
            .map_err(|refused| Failure::usage(refused.message(lang)).hint(refused.hint(lang)))?
    } else if let Some(path) = &args.moodle {
        moodle_list(path, &entries, worth, args.proposed, console)?
    } else {
        let bytes = match args.format {
            Some(Table::Xlsx) => xlsx::xlsx(&entries, worth),
            _ => plain::plain(&entries, worth).into_bytes(),
        };
        write(&bytes, args, console)?;
        return Ok(Exit::Clean);
    };
    write(filled.text.as_bytes(), args, console)?;
    tell(&filled, args, console)
}

/// What the whole is worth.
fn worth(args: &Args, console: &Console) -> Result<Decimal, Failure> {
    let worth = args.points.unwrap_or(Decimal::ONE_HUNDRED);
    if worth > Decimal::ZERO && worth <= Decimal::from(1_000_000) {
        return Ok(worth);
    }
    let what = Text::new(
        "--points takes a number above 0.",
        "--points 应是大于0的数。",
    );
    Err(Failure::usage(console.say(what, &[])))
}

/// Refuses to fill in proposals as if they were grades.
fn marked(entries: &[Entry], args: &Args, console: &Console) -> Result<(), Failure> {
    if args.proposed || entries.iter().any(|it| it.given.is_some()) {
        return Ok(());
    }
    let what = Text::new(
        "No student is marked in full, so there is nothing to fill in.",
        "没有一名学生评完，没有可填的分数。",
    );
    let next = Text::new(
        "Mark the plans in marks.toml; or fill in what the rules propose with a folder and --proposed.",
        "请先在 marks.toml 里评分；也可以指定计划文件夹并加 --proposed，填入规则建议的分数。",
    );
    Err(Failure::usage(console.say(what, &[])).hint(console.say(next, &[])))
}

fn moodle_list(
    path: &Path,
    entries: &[Entry],
    worth: Decimal,
    proposed: bool,
    console: &Console,
) -> Result<Filled, Failure> {
    let list = Roster::read(&text(path, console.lang)?);
    let filled = list.and_then(|list| moodle::fill(&list, entries, worth, proposed));
    filled.ok_or_else(|| {
        let what = Text::new(
            "{0} has no names with addresses or numbers.",
            "{0} 里没有带邮箱或学号的姓名。",
        );
        let next = Text::new(
            "Export the participants of the course with `Email address` or `ID number`.",
            "请导出课程成员，包含 `Email address` 或 `ID number` 列。",
        );
        Failure::usage(console.say(what, &[&shown(path)])).hint(console.say(next, &[]))
    })
}

/// Writes a file, or prints it; a file that is there stays without --force.
fn write(bytes: &[u8], args: &Args, console: &mut Console) -> Result<(), Failure> {
    use std::io::Write as _;

    let lang = console.lang;
    let Some(path) = &args.output else {
        if args.format == Some(Table::Xlsx) {
            let what = Text::new(
                "An xlsx file needs a name: -o FILE.",
                "xlsx 文件需要文件名：-o 文件。",
            );
            return Err(Failure::usage(console.say(what, &[])));
        }
        return Ok(console.out.write_all(bytes)?);
    };
    let saved = if args.force {
        store::overwrite(path, bytes)
    } else {
        store::save(path, bytes, None)
    };
    saved.map(drop).map_err(|error| {
        let next = Text::new("--force replaces it.", "加 --force 可以替换。");
        Failure::saving(&error, lang).hint(next.get(lang).to_owned())
    })
}

/// Says who found no place, on both sides.
fn tell(filled: &Filled, args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lists = [
        (
            &filled.strangers,
            Text::new(
                "{0} not in the file, or not clearly: {1}",
                "{0}人在文件里找不到，或无法确定：{1}",
            ),
        ),
        (
            &filled.without,
            Text::new(
                "{0} in the file without points: {1}",
                "文件里有{0}人没有分数：{1}",
            ),
        ),
    ];
    for (names, text) in lists {
        if !names.is_empty() {
            let said = console.say(
                text,
                &[
                    &names.len().to_string(),
                    &names.join(Text::new("; ", "；").get(console.lang)),
                ],
            );
            console.warn(&said);
        }
    }
    // Where the file itself is printed, nothing else may stand in it.
    if args.output.is_some() {
        let text = Text::new("{0} filled in", "已填{0}人");
        let said = console.say(text, &[&filled.count.to_string()]);
        console.line(&said)?;
    }
    if filled.strangers.is_empty() && filled.without.is_empty() {
        Ok(Exit::Clean)
    } else {
        Ok(Exit::Findings)
    }
}
