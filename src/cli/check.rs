//! `farsight check`: what is missing or doubtful in plans.
//!
//! | file | what it does |
//! |---|---|
//! | [`gather`] | the files that paths and folders name |
//! | [`rules`] | what holds for each plan: `farsight.toml`, then the options |
//! | [`known`] | baselines: what is known already, what is known no more |
//! | [`fix`] | the mechanical repairs |
//! | [`watch`] | checking again and again |
//! | [`output`] | where findings go, and in which form |
//! | the others | one form each |

mod fix;
pub(super) mod gather;
mod github;
mod json;
mod junit;
mod known;
mod line;
mod markdown;
mod output;
mod rules;
mod sarif;
mod snippet;
mod text;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

pub(super) use self::rules::failure;

use self::gather::Candidate;
use self::known::Known;
use self::output::{Outputs, Totals};
use self::rules::Rules;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::checks::{self, Report};
use crate::classroom;
use crate::settings::Project;
use crate::store::{OpenError, error::shown, folder};
use crate::words::Text;

/// Plans that are read and checked together; then they are printed and forgotten.
const CHUNK: usize = 256;

pub(super) const HELP: Help = Help {
    name: "check",
    about: Text::new("Find the gaps in plans", "找出计划里的缺口"),
    more: Text::new(
        "Each finding says what is found, why it matters and which question repairs it. A rule that lacks its data says so: an empty plan never looks clean. Findings that the plan answers with a reason do not fail a check.\n\nIn a folder, every TOML file with a key `farsight` is a plan; files that .gitignore names are passed over.\n\nA project's `farsight.toml`, the nearest from the plan's folder up to the root of the repository, says which rules run and how strictly; options come before it. With --fix the mechanical repairs are made before the check; --fix --diff only shows them.\n\nExit codes: 0 nothing as bad as --fail-on, nothing to change; 1 such findings, or changes that --fix --diff shows; 2 wrong usage, farsight.toml or baseline; 3 cannot read or write.",
        "每条结果都说明发现了什么、为什么要紧、回答哪个问题就能修好。数据不足、无法检查的规则会如实列出，所以空计划不会显得没有问题。计划里写明理由的结果不算未通过。\n\n文件夹里凡是带有 `farsight` 键的 TOML 文件都算计划；.gitignore 排除的文件会跳过。\n\n项目的 `farsight.toml`（从计划所在文件夹往上找，到仓库根目录为止，取最近的一个）决定运行哪些规则、有多严格；命令行选项优先。\n\n--fix 先作机械修正，再检查；--fix --diff 只显示改动。\n\n退出码：0 没有达到 --fail-on 级别的结果，也没有要改的；1 有，或 --fix --diff 有改动；2 用法、farsight.toml 或基线有误；3 无法读写。",
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
                "The mildest finding that makes the exit code 1; otherwise as farsight.toml says, or error",
                "从哪一级起退出码为 1；不写则依 farsight.toml，再不然为 error",
            ),
        ),
        (
            "today",
            Text::new(
                "The day of the check, as 2027-06-30; otherwise the date of the machine",
                "检查的日期，如 2027-06-30；不写则用本机日期",
            ),
        ),
        (
            "select",
            Text::new(
                "Rules that run, and no others: names, codes or families, such as N or N1",
                "只运行这些规则：名称、代码，或 N、N1 这样的类别",
            ),
        ),
        (
            "ignore",
            Text::new("Rules that do not run", "不运行这些规则"),
        ),
        (
            "severity",
            Text::new(
                "Another severity for a rule: error, warning, advice or off",
                "给一条规则另定级别：error、warning、advice 或 off",
            ),
        ),
        (
            "profile",
            Text::new(
                "draft shows only what is wrong in what is written, classroom also what is answered",
                "draft 只看已写内容里的问题，classroom 连已答复的也列出",
            ),
        ),
        (
            "baseline",
            Text::new(
                "A file of findings that are known already and fail no check",
                "基线文件：其中的已知结果不算未通过",
            ),
        ),
        (
            "write_baseline",
            Text::new(
                "Write what is found now into a baseline",
                "把现有结果写入基线文件",
            ),
        ),
        (
            "strict_baseline",
            Text::new(
                "Fail when the baseline knows findings that are no longer there",
                "基线里有已不存在的结果时算未通过",
            ),
        ),
        (
            "fix",
            Text::new(
                "Make the mechanical repairs, then check",
                "先作机械修正，再检查",
            ),
        ),
        (
            "diff",
            Text::new(
                "With --fix: show the changes and write nothing",
                "与 --fix 合用：只显示改动，不写入",
            ),
        ),
        (
            "show_settings",
            Text::new(
                "Print each setting and where it comes from, and check nothing",
                "列出各项设置及其来源，不作检查",
            ),
        ),
        (
            "watch",
            Text::new(
                "Check again whenever a plan changes, until Ctrl-C",
                "计划一有变化就重新检查，按 Ctrl-C 结束",
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
        (
            "farsight check plans --baseline known.json",
            Text::new("fail for new findings only", "只有新出现的结果才算未通过"),
        ),
        (
            "farsight check plan.toml --fix --diff",
            Text::new("what could be repaired mechanically", "看看哪些能机械修正"),
        ),
    ],
};

#[derive(Debug, Default, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Args {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text")]
    format: Vec<String>,
    #[arg(long, value_name = "SEVERITY", value_parser = rules::fail_on())]
    fail_on: Option<String>,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    select: Vec<String>,
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    ignore: Vec<String>,
    #[arg(long, value_name = "RULE=LEVEL")]
    severity: Vec<String>,
    #[arg(long, value_name = "PROFILE", value_parser = rules::profile())]
    profile: Option<String>,
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    #[arg(long)]
    strict_baseline: bool,
    #[arg(long)]
    fix: bool,
    #[arg(long, requires = "fix")]
    diff: bool,
    #[arg(long)]
    show_settings: bool,
    #[arg(long, conflicts_with_all = ["fix", "show_settings", "write_baseline"])]
    watch: bool,
}

/// A plan with what was found in it and what holds for it: all that an output format needs.
#[derive(Debug)]
struct Checked {
    /// The path as it was given, or `-`.
    path: PathBuf,
    /// The path as people read it.
    name: String,
    text: String,
    report: Report,
    /// What the project sets.
    project: Arc<Project>,
}

impl Checked {
    /// Whether a finding is as bad as the project says.
    fn fails(&self) -> bool {
        let fail_on = self.project.fail_on;
        self.report
            .open()
            .any(|finding| fail_on.fails(finding.severity))
    }
}

/// Checks plans and prints what is found; again whenever one changes, where that is asked for.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    if args.watch {
        return watch::run(&args.paths, console, |console| once(args, console));
    }
    if args.show_settings {
        return Rules::new(args, console).show(&args.paths, console);
    }
    if args.fix {
        let changed = repair(args, console)?;
        if args.diff {
            return Ok(if changed { Exit::Findings } else { Exit::Clean });
        }
    }
    once(args, console)
}

/// Prints the report of one plan, as when the interface has no terminal.
pub(super) fn one(path: &Path, console: &mut Console) -> Result<Exit, Failure> {
    let args = Args {
        paths: vec![path.to_path_buf()],
        format: vec!["text".to_owned()],
        ..Args::default()
    };
    once(&args, console)
}

fn repair(args: &Args, console: &mut Console) -> Result<bool, Failure> {
    let mut rules = Rules::new(args, console);
    let (candidates, _) = gather::candidates(&args.paths);
    let mut ruled = Vec::new();
    for candidate in candidates {
        if candidate.named || gather::begins_as_a_plan(&candidate.path) {
            let project = rules.of(&candidate.path)?;
            ruled.push((candidate.path, project));
        }
    }
    fix::run(&ruled, args.diff, console)
}

fn once(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let mut rules = Rules::new(args, console);
    let mut known = Known::new(args.write_baseline.as_deref(), console.lang)?;
    let mut outputs = Outputs::of(&args.format, console)?;
    let (candidates, mut unread) = gather::candidates(&args.paths);
    let mut totals = Totals::default();
    let mut failed = false;
    for chunk in candidates.chunks(CHUNK) {
        let mut plans = Vec::new();
        for outcome in checked(chunk, &mut rules)? {
            match outcome {
                Ok(mut plan) => {
                    known.mark(&mut plan, console.lang)?;
                    totals.add(&plan);
                    failed |= plan.fails();
                    tell_locks(&plan, console);
                    plans.push(plan);
                }
                Err(error) => unread.push(error),
            }
        }
        outputs.plans(&plans, console)?;
    }
    if totals.plans == 0 && unread.is_empty() {
        return Err(nothing(console));
    }
    outputs.end(&totals, console)?;
    failed |= known.end(console)? && args.strict_baseline;
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

/// Warns of parts of an exercise that should have stayed as they were given.
fn tell_locks(plan: &Checked, console: &mut Console) {
    // Few plans are exercises, and the others pay for one look only.
    if !plan.text.contains("exercise") {
        return;
    }
    let folder = plan.path.parent().unwrap_or(Path::new(""));
    let file = |file: &str| crate::store::text(&folder.join(file)).ok();
    let Some(exercise) = classroom::of_plan(&plan.text, file) else {
        return;
    };
    for path in exercise.changed(&plan.text) {
        let text = Text::new(
            "{0}: the exercise “{1}” asks to leave {2} as it was given, and it differs.",
            "{0}：练习“{1}”要求不改动 {2}，这里却改了。",
        );
        let path = path.to_string();
        console.warn(&console.say(text, &[&plan.name, &exercise.name, &path]));
    }
}

/// Reads and checks plans; their order stays, whichever thread is done first.
fn checked(
    chunk: &[Candidate],
    rules: &mut Rules,
) -> Result<Vec<Result<Checked, OpenError>>, Failure> {
    let texts: Vec<Result<Option<String>, OpenError>> = chunk.par_iter().map(text_of).collect();
    let mut ruled = Vec::with_capacity(texts.len());
    for (candidate, text) in chunk.iter().zip(texts) {
        // Only where there is a plan must the settings hold.
        ruled.extend(match text {
            Ok(Some(text)) => Some(Ok((&candidate.path, text, rules.of(&candidate.path)?))),
            Ok(None) => None,
            Err(error) => Some(Err(error)),
        });
    }
    Ok(ruled
        .into_par_iter()
        .map(|read| read.map(|(path, text, project)| look(path, text, project)))
        .collect())
}

/// The text of a candidate, if it is a plan.
fn text_of(candidate: &Candidate) -> Result<Option<String>, OpenError> {
    let Candidate { path, named } = candidate;
    match file::text(path) {
        Ok(text) => Ok((*named || folder::is_plan(text.as_bytes())).then_some(text)),
        // What was found on the way and is no text is no plan either, unless it begins as one.
        Err(_) if !named && !gather::begins_as_a_plan(path) => Ok(None),
        Err(error) => Err(error),
    }
}

fn look(path: &Path, text: String, project: Arc<Project>) -> Checked {
    let report = checks::check_text_with(&text, &project.checks);
    Checked {
        path: path.to_owned(),
        name: shown(path.strip_prefix(".").unwrap_or(path)),
        text,
        report,
        project,
    }
}

fn nothing(console: &Console) -> Failure {
    let what = Text::new("There is no plan here.", "这里没有计划。");
    let next = Text::new(
        "A plan is a TOML file with `farsight = 1` at its top; `farsight new plan.toml` begins one.",
        "计划是开头写有 `farsight = 1` 的 TOML 文件；运行 `farsight new plan.toml` 可以新建一份。",
    );
    Failure::usage(console.say(what, &[])).hint(console.say(next, &[]))
}
