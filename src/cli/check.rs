//! `farsight check`: what is missing or doubtful in plans.

mod gather;
mod github;
mod json;
mod junit;
mod line;
mod markdown;
mod output;
mod sarif;
mod text;
mod watch;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use rayon::prelude::*;

use self::gather::Candidate;
use self::output::{Outputs, Totals};
use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::checks::{self, Report, Settings, Severity};
use crate::store::{OpenError, error::shown, folder};
use crate::words::Text;

/// Plans that are read and checked together; then they are printed and forgotten.
const CHUNK: usize = 256;

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
            Text::new(
                "text, line, json, sarif, github, junit or markdown; several may be asked for, all but one with a file: `sarif=found.sarif`",
                "text、line、json、sarif、github、junit 或 markdown；可以一次要几种，除一种外都要写文件：`sarif=found.sarif`",
            ),
        ),
        (
            "fail_on",
            Text::new(
                "The mildest finding that makes the exit code 1",
                "从哪一级起退出码为 1",
            ),
        ),
        (
            "watch",
            Text::new(
                "Check again whenever a plan changes, until Ctrl-C",
                "计划一有变化就重新检查，按 Ctrl-C 结束",
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
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text")]
    format: Vec<String>,
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    #[arg(long)]
    watch: bool,
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
    fn fails(self) -> fn(Severity) -> bool {
        match self {
            FailOn::Error => |severity| severity == Severity::Error,
            FailOn::Warning => |severity| severity <= Severity::Warning,
            FailOn::Advice => |_| true,
            FailOn::Never => |_| false,
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

/// Checks plans and prints what is found; again whenever one changes, where that is asked for.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    if args.watch {
        return watch::run(&args.paths, console, |console| once(args, console));
    }
    once(args, console)
}

/// Prints the report of one plan, as when the interface has no terminal.
pub(super) fn one(path: &Path, console: &mut Console) -> Result<Exit, Failure> {
    let args = Args {
        paths: vec![path.to_path_buf()],
        format: vec!["text".to_owned()],
        fail_on: FailOn::Error,
        watch: false,
        today: None,
    };
    once(&args, console)
}

fn once(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let fails = args.fail_on.fails();
    let mut outputs = Outputs::of(&args.format, fails, console)?;
    let (candidates, mut unread) = gather::candidates(&args.paths);
    let settings = Settings::on(args.today.unwrap_or_else(Console::today));
    let mut totals = Totals::default();
    let mut failed = false;
    for chunk in candidates.chunks(CHUNK) {
        // The order of the paths stays, whichever thread is done first.
        let outcomes: Vec<Outcome> = chunk.par_iter().map(|it| look(it, &settings)).collect();
        for outcome in outcomes {
            match outcome {
                Ok(Some(plan)) => {
                    totals.add(&plan);
                    failed |= plan.report.open().any(|it| fails(it.severity));
                    outputs.plan(&plan, console)?;
                }
                Ok(None) => {}
                Err(error) => unread.push(error),
            }
        }
    }
    if totals.plans == 0 && unread.is_empty() {
        return Err(nothing(console));
    }
    outputs.end(&totals, console)?;
    for error in &unread {
        let failure = Failure::opening(error, console.lang);
        console.fail(&failure);
    }
    Ok(match (unread.is_empty(), failed) {
        (false, _) => Exit::Files,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

/// A plan that was checked, a file that is no plan, or one that cannot be read.
type Outcome = Result<Option<Checked>, OpenError>;

fn look(candidate: &Candidate, settings: &Settings) -> Outcome {
    let Candidate { path, named } = candidate;
    let text = match file::text(path) {
        // What was found on the way and is no text is no plan either, unless it begins as one.
        Err(_) if !named && !gather::begins_as_a_plan(path) => return Ok(None),
        text => text?,
    };
    if !named && !folder::is_plan(text.as_bytes()) {
        return Ok(None);
    }
    let report = checks::check_text_with(&text, settings);
    Ok(Some(Checked {
        name: shown(path.strip_prefix(".").unwrap_or(path)),
        text,
        report,
    }))
}

fn nothing(console: &Console) -> Failure {
    let what = Text::new("There is no plan here.", "这里没有计划。");
    let next = Text::new(
        "A plan is a TOML file with `farsight = 1` at its top; `farsight new plan.toml` begins one.",
        "计划是开头写有 `farsight = 1` 的 TOML 文件；运行 `farsight new plan.toml` 可以新建一份。",
    );
    Failure::usage(console.say(what, &[])).hint(console.say(next, &[]))
}
