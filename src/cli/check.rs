//! `farsight check`: what is missing or doubtful in plans.

mod json;
mod text;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ignore::WalkBuilder;
use jiff::civil::Date;
use rayon::prelude::*;

use super::Format;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::file::{self, STDIN};
use super::help::Help;
use crate::checks::{self, Report, Settings, Severity};
use crate::store::{OpenError, error::shown, folder};
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "check",
    about: Text::new("Find the gaps in plans", "找出计划里的缺口"),
    more: Text::new(
        "Each finding says what is found, why it matters and which question repairs it. A rule that lacks its data says so: an empty plan never looks clean. Findings that the plan answers with a reason do not fail a check.\n\nIn a folder, every TOML file with a key `farsight` is a plan; files that .gitignore names are passed over.",
        "每条结果都说明发现了什么、为什么要紧、回答哪个问题就能修好。数据不足、无法检查的规则会如实列出，所以空计划不会显得没有问题。计划里写明理由的结果不算未通过。\n\n文件夹里凡是带有 `farsight` 键的 TOML 文件都算计划；.gitignore 排除的文件会跳过。",
    ),
    args: &[
        (
            "paths",
            Text::new(
                "Plans and folders; `-` reads the standard input",
                "计划或文件夹；`-` 表示读取标准输入",
            ),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
        (
            "fail_on",
            Text::new(
                "The mildest finding that makes the exit code 1",
                "从哪一级起退出码为 1",
            ),
        ),
        (
            "today",
            Text::new(
                "The day on which answers run out, as 2027-06-30; otherwise the date of the machine",
                "判断答复是否过期的日期，如 2027-06-30；不写则用本机日期",
            ),
        ),
    ],
    examples: &[
        (
            "farsight check plan.toml",
            Text::new("one plan", "检查一份计划"),
        ),
        (
            "farsight check plans --fail-on warning",
            Text::new(
                "every plan in a folder, strictly",
                "从严检查文件夹里的所有计划",
            ),
        ),
        (
            "farsight check - --format json",
            Text::new(
                "a plan from the standard input, as JSON",
                "检查标准输入里的计划，输出 JSON",
            ),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

/// The mildest finding that fails a check.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    fn fails(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity == Severity::Error,
            FailOn::Warning => severity <= Severity::Warning,
            FailOn::Advice => true,
            FailOn::Never => false,
        }
    }
}

/// A plan with what was found in it.
#[derive(Debug)]
struct Checked {
    /// The path as people read it.
    name: String,
    text: String,
    report: Report,
}

/// Checks plans and prints what is found.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let (paths, mut unread) = gather(&args.paths);
    // The order of the paths stays, whichever thread is done first.
    let settings = Settings::on(args.today.unwrap_or_else(Console::today));
    let outcomes: Vec<Result<Checked, OpenError>> =
        paths.par_iter().map(|it| look(it, &settings)).collect();
    let mut plans = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(checked) => plans.push(checked),
            Err(error) => unread.push(error),
        }
    }
    if plans.is_empty() && unread.is_empty() {
        let what = Text::new("There is no plan here.", "这里没有计划。");
        let next = Text::new(
            "A plan is a TOML file with `farsight = 1` at its top; `farsight new plan.toml` begins one.",
            "计划是开头写有 `farsight = 1` 的 TOML 文件；运行 `farsight new plan.toml` 可以新建一份。",
        );
        return Err(Failure::usage(console.say(what, &[])).hint(console.say(next, &[])));
    }
    print(&plans, args.format, console)?;
    for error in &unread {
        let failure = Failure::opening(error, console.lang);
        console.fail(&failure);
    }
    if !unread.is_empty() {
        return Ok(Exit::Files);
    }
    let fails = plans
        .iter()
        .flat_map(|plan| plan.report.open())
        .any(|finding| args.fail_on.fails(finding.severity));
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

/// Prints the report of one plan, as when the interface has no terminal.
pub(super) fn one(path: &Path, console: &mut Console) -> Result<Exit, Failure> {
    let args = Args {
        paths: vec![path.to_path_buf()],
        format: Format::Text,
        fail_on: FailOn::Error,
        today: None,
    };
    run(&args, console)
}

fn print(plans: &[Checked], format: Format, console: &mut Console) -> Result<(), Failure> {
    match format {
        Format::Text => text::print(plans, console),
        Format::Json => json::print(plans, console),
    }
}

fn look(path: &Path, settings: &Settings) -> Result<Checked, OpenError> {
    let text = file::text(path)?;
    let report = checks::check_text_with(&text, settings);
    Ok(Checked {
        name: shown(path.strip_prefix(".").unwrap_or(path)),
        text,
        report,
    })
}

/// The plans that these paths name, each once, folders in the order of names; and what is unreadable.
fn gather(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<OpenError>) {
    let mut plans: Vec<PathBuf> = Vec::new();
    let mut unread = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN || !path.is_dir() {
            plans.push(path.clone());
            continue;
        }
        if let Err(error) = std::fs::read_dir(path) {
            unread.push(OpenError::from_io(path, &error));
            continue;
        }
        let walk = WalkBuilder::new(path)
            .require_git(false)
            .sort_by_file_path(Path::cmp)
            .build();
        let found = walk
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
            .map(ignore::DirEntry::into_path)
            .filter(|path| {
                path.extension()
                    .is_some_and(|end| end.eq_ignore_ascii_case("toml"))
            });
        plans.extend(found.filter(|path| looks_like_a_plan(path)));
    }
    let mut seen = std::collections::HashSet::new();
    plans.retain(|path| seen.insert(path.clone()));
    (plans, unread)
}

/// Whether the first bytes are those of a plan; a file that cannot be read is told of later.
fn looks_like_a_plan(path: &Path) -> bool {
    use std::io::Read;
    let mut head = Vec::new();
    match std::fs::File::open(path).and_then(|file| file.take(4096).read_to_end(&mut head)) {
        Ok(_) => folder::is_plan(&head),
        Err(_) => true,
    }
}
