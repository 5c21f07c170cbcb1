//! `farsight fmt`: plans in their canonical layout, so that a diff shows decisions only.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::check::gather;
use super::console::{Console, count};
use super::failure::{Exit, Failure};
use super::file::{self, STDIN};
use super::help::Help;
use crate::plan::{self, Document, EditError, Unlaid};
use crate::store::{self, error::shown, folder};
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "fmt",
    about: Text::new(
        "Lay plans out in one order and one spacing",
        "统一计划的顺序和排版",
    ),
    more: Text::new(
        "Tables stand in the order of the work, keys in the order of the catalogue, rows as written; what farsight does not know comes last. Long text is wrapped, a long list has one item a line, one blank line stands between tables. No value changes and no comment is lost. Nothing is laid out unasked.\n\nLay a plan out in a commit of its own: then `git blame` can be told to pass over it, and every other diff shows decisions.",
        "各表按工作次序排列，表内各项按字段目录排列，各条保持原来的先后；farsight 不认识的内容放在最后。长文字换行，长列表一项一行，表与表之间空一行。值不会变，注释不会丢。不主动要求就绝不整理。\n\n整理排版请单独提交一次：`git blame` 可以跳过它，其余的差异看到的就都是决定。",
    ),
    args: &[
        (
            "paths",
            Text::new(
                "Plans, or folders of plans; `-` reads one and prints it; otherwise this folder",
                "计划文件，或放计划的文件夹；`-` 读入一份并打印；不写则用当前文件夹",
            ),
        ),
        (
            "check",
            Text::new(
                "Write nothing; name the plans that would change, and end with 1",
                "不写入；列出会变动的计划，并以 1 退出",
            ),
        ),
        (
            "diff",
            Text::new(
                "Write nothing; show the changes, and end with 1 if there are any",
                "不写入；显示改动，有改动则以 1 退出",
            ),
        ),
        (
            "print",
            Text::new(
                "Write nothing; print one file laid out, or as it stands where it is no whole plan",
                "不写入；打印一个文件排版后的样子，不是完整的计划则原样打印",
            ),
        ),
    ],
    examples: &[
        (
            "farsight fmt plan.toml --diff",
            Text::new("what would change", "看看会怎么变"),
        ),
        (
            "farsight fmt --check plans",
            Text::new("in a workflow of the team", "用在团队的自动检查里"),
        ),
        (
            "git config diff.farsight.textconv \"farsight fmt --print --\"",
            Text::new(
                "after git-setup: git diff passes over a new layout",
                "在 git-setup 之后：git diff 不再显示只改排版的差异",
            ),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    paths: Vec<PathBuf>,
    #[arg(long)]
    check: bool,
    #[arg(long)]
    diff: bool,
    #[arg(long, conflicts_with_all = ["check", "diff"])]
    print: bool,
}

/// Lays plans out; a plan that cannot be is told of, and the others go on.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    if args.print {
        return print(&args.paths, console);
    }
    let (candidates, unread) = gather::candidates(&args.paths);
    let mut failures: Vec<Failure> = unread
        .iter()
        .map(|error| Failure::opening(error, console.lang))
        .collect();
    let (mut plans, mut changed) = (0, 0);
    for candidate in &candidates {
        if !candidate.named && !gather::begins_as_a_plan(&candidate.path) {
            continue;
        }
        match one(&candidate.path, candidate.named, args, console)? {
            Ok(None) => {}
            Ok(Some(is_changed)) => {
                plans += 1;
                changed += usize::from(is_changed);
            }
            Err(failure) => failures.push(failure),
        }
    }
    if plans == 0 && failures.is_empty() {
        let what = Text::new("There is no plan here.", "这里没有计划。");
        return Err(Failure::usage(console.say(what, &[])));
    }
    let only_looks = args.check || args.diff;
    if !only_looks && plans > 0 && !args.paths.iter().any(|path| path.as_os_str() == STDIN) {
        console.line(&summary(plans, changed, console))?;
    }
    for failure in &failures {
        console.fail(failure);
    }
    Ok(match (failures.is_empty(), only_looks && changed > 0) {
        (false, _) => Exit::Files,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

/// Prints one file in its layout, for `git diff`: git gives up on the whole difference when this
/// fails, and hands over files that are no plans, broken, undecided or newer; so these are printed
/// as they stand.
fn print(paths: &[PathBuf], console: &mut Console) -> Result<Exit, Failure> {
    let [path] = paths else {
        let what = Text::new("--print takes one file.", "--print 只接受一个文件。");
        return Err(Failure::usage(console.say(what, &[])));
    };
    let text = file::text(path).map_err(|error| Failure::opening(&error, console.lang))?;
    let is_plan = folder::is_plan(text.as_bytes()) && !plan::read(&text).is_newer();
    let laid = is_plan.then(|| plan::layout(&text).ok()).flatten();
    console.out.write_all(laid.unwrap_or(text).as_bytes())?;
    Ok(Exit::Clean)
}

fn summary(plans: usize, changed: usize, console: &Console) -> String {
    let laid = count(
        changed,
        Text::new("{0} plan laid out anew", "重新排版{0}份计划"),
        Text::new("{0} plans laid out anew", "重新排版{0}份计划"),
        console.lang,
    );
    let rest = (plans - changed).to_string();
    let text = Text::new("{0}, {1} already in order.", "{0}，{1}份无需改动。");
    console.say(text, &[&laid, &rest])
}

/// Lays one plan out; whether that changes it, or nothing when the file is no plan.
///
/// The outer error ends the command, the inner one is told after the other plans.
fn one(
    path: &Path,
    named: bool,
    args: &Args,
    console: &mut Console,
) -> Result<Result<Option<bool>, Failure>, Failure> {
    let is_input = path.as_os_str() == STDIN;
    let opened = if is_input {
        file::text(path).map(|text| (text, None))
    } else {
        store::open(path).map(|opened| (opened.text, Some(opened.stamp)))
    };
    let (text, stamp) = match opened {
        Ok(opened) => opened,
        Err(error) => return Ok(Err(Failure::opening(&error, console.lang))),
    };
    if !named && !folder::is_plan(text.as_bytes()) {
        return Ok(Ok(None));
    }
    let name = shown(path.strip_prefix(".").unwrap_or(path));
    let laid = match laid(&text, &name, console) {
        Ok(laid) => laid,
        Err(failure) => return Ok(Err(failure)),
    };
    let changed = laid != text;
    if args.diff {
        if changed {
            file::difference(&name, &text, &laid, console)?;
        }
    } else if args.check {
        if changed {
            let text = Text::new("{0} would change", "{0} 会变动");
            console.line(&console.say(text, &[&name]))?;
        }
    } else if is_input {
        console.out.write_all(laid.as_bytes())?;
    } else if changed {
        if let Err(error) = store::save(path, laid.as_bytes(), stamp.as_ref()) {
            return Ok(Err(Failure::saving(&error, console.lang)));
        }
        let text = Text::new("{0} laid out", "{0} 已排版");
        console.line(&console.say(text, &[&name]))?;
    }
    Ok(Ok(Some(changed)))
}

fn laid(text: &str, name: &str, console: &Console) -> Result<String, Failure> {
    if plan::read(text).is_newer() {
        let what = Text::new(
            "{0} was written by a newer farsight, so it is not laid out.",
            "{0} 由更新版本的 farsight 写成，因此不排版。",
        );
        let next = Text::new("Update farsight first.", "请先升级 farsight。");
        return Err(Failure::files(console.say(what, &[name])).hint(console.say(next, &[])));
    }
    plan::layout(text).map_err(|error| match error {
        Unlaid::Broken(byte) => {
            let document = Document::parse(text);
            Failure::editing(&EditError::Broken(byte), &document, name, console.lang)
        }
        Unlaid::Unsafe => {
            let what = Text::new(
                "{0} is left as it is: laid out, it would not say the same.",
                "{0} 保持原样：排版后内容会有出入。",
            );
            let next = Text::new(
                "This is a fault of farsight; please report the file.",
                "这是 farsight 的缺陷，请把文件反馈给我们。",
            );
            Failure::files(console.say(what, &[name])).hint(console.say(next, &[]))
        }
    })
}
