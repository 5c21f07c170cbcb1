//! `farsight grade`: what rules propose for a class of plans, and what each student gets back.
//!
//! | file | what it does |
//! |---|---|
//! | [`class`](mod@class) | the files of a folder, whose they are, what is graded by what |
//! | [`before`] | the versions that got the last feedback |
//! | [`write`] | the folder of feedback |

mod before;
pub(super) mod class;
mod write;

use std::io::IsTerminal;
use std::path::PathBuf;

use jiff::civil::Date;
use rayon::prelude::*;
use serde_json::json;

use self::class::{Asked, Loaded};
use super::Format;
use super::console::{Console, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use super::open;
use crate::classroom::grade::{Graded, Task, proposed, summary};
use crate::classroom::student::{Handed, Student};
use crate::words::{Lang, Text};

/// The schema of the JSON output.
const SCHEMA: &str = "farsight.grade/1";

pub(super) const HELP: Help = Help {
    name: "grade",
    about: Text::new(
        "Propose levels for a class of plans and write feedback",
        "为全班的计划建议等级并写反馈",
    ),
    more: Text::new(
        "The rules propose; the teacher grades. For each criterion of the rubric the highest level is told that the findings leave, and why: an unanswered error or too little to look at leaves half, two unanswered warnings three quarters, advice lowers nothing. No finding at all only opens the highest level. Points proposed and points given stand apart.\n\nStudents are known by a list of the class (--roster: a CSV file with names; an export of a gradebook will do), else by the owner that the plan names, else by the name of the file. Late, empty and broken files and those of another exercise are listed and never dropped.\n\nWith -o a folder is written: a page for each student in Markdown and HTML, a summary of the class, and `grades.csv`. The teacher's marks are read from `marks.toml` in the folder of the class.\n\nExit codes: 0 every file can be graded; 1 some cannot; 2 wrong usage, rubric or marks; 3 cannot read or write.",
        "规则只作建议，成绩由教师评定。对评分表的每一项，列出检查结果所允许的最高等级及其原因：有未答复的错误，或可查的内容太少，最高得一半；有两条未答复的警告，最高得四分之三；建议类不降级。没有任何问题也只是有资格评最高级。自动得分与教师给分分开列出。\n\n学生依次按班级名单（--roster：带姓名的CSV文件，成绩册导出文件也可以）、计划中填写的负责人、文件名来识别。迟交、空白、损坏的文件和做错练习的计划都会列出，绝不丢弃。\n\n用 -o 写出一个文件夹：每名学生一页反馈（Markdown和HTML）、全班汇总和 `grades.csv`。教师的评分从班级文件夹里的 `marks.toml` 读取。\n\n退出码：0 全部可评；1 有不可评的文件；2 用法、评分表或评分记录有误；3 无法读写。",
    ),
    args: &[
        (
            "folder",
            Text::new(
                "The folder of what was handed in",
                "学生提交的文件所在的文件夹",
            ),
        ),
        ("exercise", EXERCISE),
        ("rubric", RUBRIC),
        ("roster", ROSTER),
        ("marks", MARKS),
        (
            "due",
            Text::new(
                "When files had to be in, as 2027-03-31 or 2027-03-31T18:00; late is what was written later, in a git repository what was committed later, or what has LATE in its name",
                "截止时间，如 2027-03-31 或 2027-03-31T18:00；之后写入的文件（在 git 仓库里看提交时间）或名称带 LATE 的记为迟交",
            ),
        ),
        (
            "since",
            Text::new(
                "Show what changed since a git revision, or since the files of another folder",
                "显示与某个 git 版本或另一文件夹中的文件相比的变化",
            ),
        ),
        (
            "today",
            Text::new(
                "The day of the check, as 2027-06-30",
                "检查的日期，如 2027-06-30",
            ),
        ),
        (
            "output",
            Text::new("The folder to write feedback into", "反馈写入的文件夹"),
        ),
        (
            "force",
            Text::new(
                "Write into a folder that holds other files as well",
                "文件夹里有别的文件时也写入",
            ),
        ),
        (
            "format",
            Text::new(
                "text or json, for the terminal",
                "终端输出的格式：text 或 json",
            ),
        ),
        (
            "mark",
            Text::new(
                "Open the class in the interface and mark it: levels, comments, students' answers",
                "在界面中评分：等级、评语、学生的说明",
            ),
        ),
        (
            "blind",
            Text::new("Hide the names while marking", "评分时隐藏姓名"),
        ),
    ],
    examples: &[
        (
            "farsight grade class --exercise past-the-product -o feedback",
            Text::new("a class and an exercise", "按一个练习给全班写反馈"),
        ),
        (
            "farsight grade class --mark --blind",
            Text::new(
                "mark the class without seeing names",
                "隐藏姓名，逐项给全班评分",
            ),
        ),
        (
            "farsight grade class --roster list.csv --due 2027-03-31",
            Text::new("with a list of the class", "用班级名单识别学生"),
        ),
        (
            "farsight grade class --since HEAD~3 -o feedback",
            Text::new(
                "what changed after the last feedback",
                "上次反馈之后改了什么",
            ),
        ),
    ],
};

pub(super) const EXERCISE: Text = Text::new(
    "The exercise, by name or folder; without it whole plans are graded",
    "练习的名称或文件夹；不写则按整份计划评分",
);
pub(super) const RUBRIC: Text = Text::new(
    "A rubric of your own; otherwise that of the exercise, or the standard one",
    "自己的评分表；不写则用练习的评分表或标准评分表",
);
pub(super) const ROSTER: Text = Text::new(
    "A list of the class: a CSV file with names, and numbers, addresses or logins",
    "班级名单：CSV文件，含姓名及学号、邮箱或账号",
);
pub(super) const MARKS: Text = Text::new(
    "The teacher's marks; otherwise `marks.toml` in the folder",
    "教师的评分记录；不写则用文件夹里的 `marks.toml`",
);

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    folder: PathBuf,
    #[arg(long, value_name = "NAME", conflicts_with = "rubric")]
    exercise: Option<String>,
    #[arg(long, value_name = "FILE")]
    rubric: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    marks: Option<PathBuf>,
    #[arg(long, value_name = "TIME")]
    due: Option<String>,
    #[arg(long, value_name = "REV|FOLDER")]
    since: Option<String>,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    force: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[arg(long, conflicts_with_all = ["since", "output", "format"])]
    mark: bool,
    #[arg(long, requires = "mark")]
    blind: bool,
}

/// Grades a class.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let asked = Asked {
        folder: Some(&args.folder),
        exercise: args.exercise.as_deref(),
        rubric: args.rubric.as_deref(),
        roster: args.roster.as_deref(),
        marks: args.marks.as_deref(),
        due: args.due.as_deref(),
        today: args.today,
        output: args.output.as_deref(),
    };
    if let Some(output) = &args.output {
        write::may(output, &args.folder, args.force, console.lang)?;
    }
    if args.mark {
        return mark(args, asked, console);
    }
    let mut loaded = asked.load(console)?;
    let class = std::mem::take(&mut loaded.class);
    let before = match &args.since {
        Some(since) => before::texts(since, &args.folder, &class.handed, &loaded, console.lang)?,
        None => vec![None; class.handed.len()],
    };
    let task = loaded.task();
    let graded = graded(class.handed, &before, &task);
    if let Some(output) = &args.output {
        write::all(output, &graded, &class.missing, &task, console.lang)?;
    }
    match args.format {
        Format::Text => show(&graded, &class.missing, &task, console)?,
        Format::Json => machine(&graded, &class.missing, &loaded, console)?,
    }
    if let (Some(output), Format::Text) = (&args.output, args.format) {
        let text = Text::new("Written to {0}.", "已写入 {0}。");
        let name = crate::store::error::shown(output);
        console.line(&console.say(text, &[&name]))?;
    }
    let all = graded.iter().all(|it| it.handed.is_sound());
    Ok(if all { Exit::Clean } else { Exit::Findings })
}

/// Opens the class in the interface, to be marked by a person.
fn mark(args: &Args, asked: Asked<'_>, console: &mut Console) -> Result<Exit, Failure> {
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        let what = Text::new("Marking needs a terminal.", "评分需要在终端中进行。");
        let next = Text::new(
            "Marks can be written into marks.toml by hand, too; without --mark the proposals are printed.",
            "也可以直接编辑 marks.toml；不加 --mark 则打印建议。",
        );
        let failure = Failure::usage(console.say(what, &[]));
        return Err(failure.hint(console.say(next, &[])));
    }
    let beside = args.folder.join(crate::classroom::marks::FILE);
    let marks = args.marks.clone().unwrap_or(beside);
    // The file of marks need not be there yet.
    let asked = Asked {
        marks: asked.marks.filter(|it| it.exists()),
        ..asked
    };
    let class = asked.load(console)?.opening(marks, args.blind);
    open::interface(args.folder.clone(), Some(class), console)
}

/// Grades what was handed in, each plan by itself.
pub(super) fn graded(
    handed: Vec<Handed>,
    before: &[Option<String>],
    task: &Task<'_>,
) -> Vec<Graded> {
    handed
        .into_par_iter()
        .enumerate()
        .map(|(at, it)| task.grade(it, before.get(at).and_then(Option::as_deref)))
        .collect()
}

/// A line for each student, then the sums.
fn show(
    graded: &[Graded],
    missing: &[Student],
    task: &Task<'_>,
    console: &mut Console,
) -> Result<(), Failure> {
    let lang = console.lang;
    for one in graded {
        let said = summary::line(one, task, lang);
        let name = visible(&one.handed.student.name).into_owned();
        let file = visible(&one.handed.file).into_owned();
        let text = Text::new("{0} ({1}): {2}", "{0}（{1}）：{2}");
        console.line(&text.fill(lang, &[name, file, visible(&said).into_owned()]))?;
    }
    for student in missing {
        let text = Text::new("{0}: nothing handed in", "{0}：没有提交");
        console.line(&text.fill(lang, &[visible(&student.name)]))?;
    }
    let sound = graded.iter().filter(|it| it.handed.is_sound()).count();
    let text = Text::new(
        "{0} of {1} files can be graded. These are proposals; the grade is yours.",
        "{1}份文件中有{0}份可评。以上是建议，成绩由你评定。",
    );
    console.line("")?;
    console.line(&text.fill(lang, &[sound.to_string(), graded.len().to_string()]))
}

/// The same for programs.
fn machine(
    graded: &[Graded],
    missing: &[Student],
    loaded: &Loaded,
    console: &mut Console,
) -> Result<(), Failure> {
    let rubric = &loaded.rubric;
    let level = |at: usize| rubric.levels.get(at).map(|it| it.key.as_str());
    let one = |it: &Graded| {
        let criteria = it.proposals.iter().map(|proposal| {
            json!({
                "code": proposal.code,
                "proposed": proposal.level.and_then(level),
                "ceiling": level(proposal.ceiling),
                "proposed_points": proposal.points(rubric).map(|it| it.normalize().to_string()),
                "why": proposal.why(rubric, Lang::En),
                "looked": proposal.looked,
                "rules": proposal.rules,
                "open": proposal.open.len(),
                "answered": proposal.answered.len(),
                "given": it.marked.levels.get(&proposal.code),
            })
        });
        let sums = proposed(&it.proposals, rubric);
        let matters = it.handed.matters.iter().map(|it| it.say(Lang::En));
        let total = it.marked.total(rubric);
        json!({
            "id": it.handed.student.id,
            "name": it.handed.student.name,
            "file": it.handed.file,
            "matters": matters.collect::<Vec<_>>(),
            "gradable": it.handed.is_sound(),
            "proposed_points": sums.0.normalize().to_string(),
            "proposed_of": sums.1.normalize().to_string(),
            "given_points": total.map(|it| it.normalize().to_string()),
            "criteria": criteria.collect::<Vec<_>>(),
        })
    };
    let names: Vec<&str> = missing.iter().map(|it| it.name.as_str()).collect();
    let out = json!({
        "schema": SCHEMA,
        "exercise": loaded.exercise.as_ref().map(|it| it.name.as_str()),
        "students": graded.iter().map(one).collect::<Vec<_>>(),
        "missing": names,
    });
    file::json(&out, console)
}
