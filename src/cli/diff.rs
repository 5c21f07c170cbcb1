//! `farsight diff`: what changed between two plans, in decisions instead of lines.

mod markdown;
mod output;
mod sides;

use std::path::PathBuf;

use self::output::Page;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::checks;
use crate::review::{Version, compare};
use crate::settings::Project;
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "diff",
    about: Text::new(
        "Tell what changed in a plan, in decisions instead of lines",
        "用决策而不是行来说明计划改了什么",
    ),
    more: Text::new(
        "Rows are matched by their ids, and by what they say where an id is new; order, layout and comments are no change. What the changes do to figures and findings is told as well. With one plan, it is compared with the last commit.\n\ngit can use both: after `farsight git-setup`, `git config diff.farsight.textconv \"farsight fmt --print --\"` makes `git diff` pass over a new layout, and `git difftool` calls this command, as below.",
        "按编号对应各条，编号变了则按内容对应；顺序、排版和注释不算改动。同时说明改动对数字和检查结果的影响。只写一份计划时，与最近一次提交比较。\n\ngit 里也能用：运行 `farsight git-setup` 之后，`git config diff.farsight.textconv \"farsight fmt --print --\"` 让 `git diff` 不显示只改排版的差异；`git difftool` 可以调用本命令，见下例。",
    ),
    args: &[
        (
            "old",
            Text::new(
                "The old plan; with nothing after it, the plan to compare with a revision",
                "旧计划；后面没有别的文件时，就是要与某个版本比较的计划",
            ),
        ),
        ("new", Text::new("The new plan", "新计划")),
        (
            "rev",
            Text::new(
                "The revision to compare with, or two as A..B; A...B shows what B did since it parted from A; otherwise the last commit",
                "要比较的版本，或写成 A..B 的两个版本；A...B 显示 B 从 A 分出之后的改动；不写则为最近一次提交",
            ),
        ),
        (
            "format",
            Text::new(
                "For people, for programs, or for a pull request",
                "给人看、给程序读，或放进合并请求",
            ),
        ),
        (
            "exit_code",
            Text::new(
                "Exit with 1 when the content changed",
                "内容有改动时以 1 退出",
            ),
        ),
    ],
    examples: &[
        (
            "farsight diff plan.toml",
            Text::new(
                "what changed since the last commit",
                "自最近一次提交以来的改动",
            ),
        ),
        (
            "farsight diff plan.toml --rev main...HEAD",
            Text::new("what this branch changes", "本分支改了什么"),
        ),
        (
            "farsight diff monday.toml friday.toml --format markdown",
            Text::new(
                "two files, for a pull request",
                "比较两个文件，用于合并请求",
            ),
        ),
        (
            "git difftool --no-prompt --extcmd \"farsight diff --\" HEAD~1 -- plan.toml",
            Text::new("called by git", "由 git 调用"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    old: PathBuf,
    new: Option<PathBuf>,
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    rev: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long)]
    exit_code: bool,
}

/// Who reads the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

/// Prints what changed.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let (old, new) = sides::of(args, console.lang)?;
    let (before, after) = Version::both(old.text(), new.text());
    sides::whole(&old, &before, console.lang)?;
    sides::whole(&new, &after, console.lang)?;
    let settings = Project::of_plan(&new.path, Some(Console::today()));
    // A mistake in the settings is told by `check`; here it must not hide the changes.
    let settings = settings.map_or_else(|_| checks::Settings::default(), |it| it.checks);
    let review = compare(&before, &after, &settings);
    let page = Page {
        review: &review,
        old: &old,
        new: &new,
        lang: console.lang,
    };
    match args.format {
        Format::Text => page.text(console)?,
        Format::Json => page.json(console)?,
        Format::Markdown => page.markdown(console)?,
    }
    let differs = !review.diff.is_empty();
    Ok(if args.exit_code && differs {
        Exit::Findings
    } else {
        Exit::Clean
    })
}
