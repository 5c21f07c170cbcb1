//! `farsight git-setup`: lets git merge plans by row and field.

use std::path::{Path, PathBuf};

use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::store::git_setup::{Change, Setup, SetupError};
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "git-setup",
    about: Text::new(
        "Let git merge plans by row and field",
        "让 git 按条目和字段合并计划",
    ),
    more: Text::new(
        "Writes three lines into .gitattributes, which goes to everybody with the plans, and settings into the configuration of this one repository, which each member of a team makes once. What others wrote there stays. It says what it wrote.\n\nHosting sites do not merge this way: there, merge on your own machine and push, or use `farsight merge`. The program farsight must be found by its name.",
        "在 .gitattributes 里写三行（随计划一起共享），并在本仓库的 git 配置里写几项设置（团队每人各做一次）。别人写的内容不动。写了什么都会列出来。\n\n代码托管网站不会这样合并：请在自己的电脑上合并后再推送，或使用 `farsight merge`。系统要能按名称找到 farsight 程序。",
    ),
    args: &[
        (
            "folder",
            Text::new(
                "A folder in the repository; otherwise this one",
                "仓库中的文件夹；不写则为当前文件夹",
            ),
        ),
        (
            "undo",
            Text::new("Take back what was written", "撤回写入的内容"),
        ),
        (
            "dry_run",
            Text::new(
                "Say what would be written, and write nothing",
                "只说明会写什么，不写入",
            ),
        ),
    ],
    examples: &[
        (
            "farsight git-setup --dry-run",
            Text::new("see what it would write", "先看看会写什么"),
        ),
        (
            "farsight git-setup --undo",
            Text::new("take it back", "撤回设置"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    folder: Option<PathBuf>,
    #[arg(long)]
    undo: bool,
    #[arg(long)]
    dry_run: bool,
}

/// Sets git up, or takes that back.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let folder = args.folder.as_deref().unwrap_or(Path::new("."));
    let setup = Setup::plan(folder, args.undo).map_err(|error| failed(&error, lang))?;
    if !args.dry_run {
        setup.carry_out().map_err(|error| failed(&error, lang))?;
    }
    let done = match (args.undo, args.dry_run) {
        (false, false) => Text::new("wrote {0}: {1}", "已写入 {0}：{1}"),
        (false, true) => Text::new("would write {0}: {1}", "将写入 {0}：{1}"),
        (true, false) => Text::new("took out of {0}: {1}", "已从 {0} 撤回：{1}"),
        (true, true) => Text::new("would take out of {0}: {1}", "将从 {0} 撤回：{1}"),
    };
    let mut nothing = true;
    for change in &setup.changes {
        let (place, what) = match change {
            Change::Line(line) => (String::from(".gitattributes"), (*line).to_owned()),
            Change::Setting(key, value) => (String::from("git config"), format!("{key} = {value}")),
            Change::Kept(key, value) => {
                let text = Text::new(
                    "git config: {0} is “{1}”, which somebody else wrote; it stays.",
                    "git config：{0} 已是“{1}”，由别人写入，保持不动。",
                );
                console.warn(&text.fill(lang, &[(*key).to_owned(), value.clone()]));
                continue;
            }
        };
        nothing = false;
        console.line(&done.fill(lang, &[place, what]))?;
    }
    if nothing {
        let text = Text::new("There is nothing to do.", "没有需要做的事。");
        console.line(text.get(lang))?;
    }
    Ok(Exit::Clean)
}

fn failed(error: &SetupError, lang: Lang) -> Failure {
    match error {
        SetupError::Git(error) => Failure::files(error.message(lang)).hint(error.hint(lang)),
        SetupError::Open(error) => Failure::opening(error, lang),
        SetupError::Save(error) => Failure::saving(error, lang),
    }
}
