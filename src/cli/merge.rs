//! `farsight merge`: two changes of one plan become one.

use std::io::Write;
use std::path::PathBuf;

use super::console::{Console, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::plan::Lines;
use crate::review::merge::{Conflict, Merged, Options, Plain, Side, merge};
use crate::store::{self, error::shown};
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "merge",
    about: Text::new(
        "Merge two changes of one plan, by row and field",
        "按条目和字段合并同一份计划的两处修改",
    ),
    more: Text::new(
        "BASE is the plan that both changes come from; THEIRS' changes are made in OURS, which keeps its comments and layout. What both changed differently is a conflict: both readings stand in the result between markers, and each is listed on the standard error.\n\ngit can call this command by itself: see `farsight git-setup`.\n\nExit codes: 0 merged, 1 there are conflicts.",
        "BASE 是两处修改共同的原稿；THEIRS 的修改写进 OURS，OURS 的注释和排版保持原样。双方改得不一样的地方是冲突：两种写法都留在结果里，用标记隔开，并逐条列在标准错误上。\n\n也可以让 git 自动调用本命令：见 `farsight git-setup`。\n\n退出码：0 合并完成，1 有冲突。",
    ),
    args: &[
        (
            "base",
            Text::new("The plan before both changes", "修改之前的计划"),
        ),
        (
            "ours",
            Text::new("The plan with our changes", "我方修改后的计划"),
        ),
        (
            "theirs",
            Text::new("The plan with their changes", "对方修改后的计划"),
        ),
        (
            "output",
            Text::new(
                "Where the result goes; otherwise the standard output",
                "结果写到哪里；不写则输出到标准输出",
            ),
        ),
        (
            "label",
            Text::new(
                "What the plan is called in messages",
                "在提示中怎样称呼这份计划",
            ),
        ),
        (
            "show_base",
            Text::new(
                "Show at conflicts also what stood there before",
                "冲突处同时写出原来的内容",
            ),
        ),
        (
            "marker_size",
            Text::new("How long conflict markers are", "冲突标记的长度"),
        ),
    ],
    examples: &[
        (
            "farsight merge base.toml ours.toml theirs.toml -o plan.toml",
            Text::new("merge into a file", "合并到一个文件"),
        ),
        (
            "farsight merge base.toml ours.toml theirs.toml > /dev/null",
            Text::new("only list the conflicts", "只列出冲突"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    base: PathBuf,
    ours: PathBuf,
    theirs: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(short = 'L', long, value_name = "NAME", allow_hyphen_values = true)]
    label: Option<String>,
    #[arg(long)]
    show_base: bool,
    #[arg(long, value_name = "N", default_value_t = 7)]
    marker_size: usize,
}

/// Markers longer than this are a mistake; git asks for a few more than 7 at most.
const LONGEST: usize = 200;

/// Merges three files.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let read = |path: &PathBuf| file::text(path).map_err(|error| Failure::opening(&error, lang));
    let (base, ours, theirs) = (read(&args.base)?, read(&args.ours)?, read(&args.theirs)?);
    let options = Options {
        base: args.show_base.then(|| String::from("base")),
        size: args.marker_size.clamp(7, LONGEST),
        ..Options::default()
    };
    let merged = merge(&base, &ours, &theirs, &options);
    let name = args.label.clone().unwrap_or_else(|| shown(&args.ours));
    tell(&merged, args, &[&base, &ours, &theirs], &name, console);
    match &args.output {
        Some(path) => {
            store::overwrite(path, merged.text.as_bytes())
                .map_err(|error| Failure::saving(&error, lang))?;
        }
        None => console.out.write_all(merged.text.as_bytes())?,
    }
    Ok(if merged.conflicts.is_empty() {
        Exit::Clean
    } else {
        Exit::Findings
    })
}

/// Says on the standard error what a person has to know.
fn tell(merged: &Merged, args: &Args, texts: &[&str; 3], name: &str, console: &mut Console) {
    let lang = console.lang;
    if let Some(plain) = merged.plain {
        console.warn(&why(plain, args, texts, name, lang));
    }
    for path in &merged.reordered {
        let what = Text::new(
            "{0}: both sides moved rows of {1}; our order stays.",
            "{0}：双方都调整了 {1} 的顺序，保留我方的顺序。",
        );
        let place = if path.is_root() {
            name.to_owned()
        } else {
            path.to_string()
        };
        console.warn(&what.fill(lang, &[name.to_owned(), place]));
    }
    for conflict in &merged.conflicts {
        console.warn(&told(conflict, name, lang));
    }
    if !merged.conflicts.is_empty() {
        let next = Text::new(
            "Look for <<<<<<< in the result, keep one reading of each, and delete the markers.",
            "在结果中查找 <<<<<<<，每处留下一种写法，再删掉标记。",
        );
        console.hint(next.get(lang));
    }
}

/// Why lines were merged instead of rows and fields.
fn why(plain: Plain, args: &Args, texts: &[&str; 3], name: &str, lang: Lang) -> String {
    match plain {
        Plain::Broken(side, at) => {
            let (text, path) = match side {
                Side::Base => (texts[0], &args.base),
                Side::Ours => (texts[1], &args.ours),
                Side::Theirs => (texts[2], &args.theirs),
            };
            let place = Lines::of(text).place(at);
            let what = Text::new(
                "{0}:{1}:{2}: the file has a syntax error there, so the texts were merged line by line.",
                "{0}:{1}:{2}：此处有语法错误，因此改为逐行合并。",
            );
            let args = [shown(path), place.line.to_string(), place.column.to_string()];
            what.fill(lang, &args)
        }
        Plain::NoPlan => Text::new(
            "{0} is no plan (it has no `farsight = 1`), so it was merged line by line.",
            "{0} 不是计划（没有 `farsight = 1`），因此改为逐行合并。",
        )
        .fill(lang, &[name.to_owned()]),
        Plain::Mixed => Text::new(
            "{0}: the two sides write one table in ways that do not fit together, so the texts were merged line by line.",
            "{0}：双方对同一张表的写法无法并存，因此改为逐行合并。",
        )
        .fill(lang, &[name.to_owned()]),
    }
}

/// A conflict in words: what stands where, in both readings.
fn told(conflict: &Conflict, name: &str, lang: Lang) -> String {
    let said = |side: &Option<String>| match side {
        Some(text) => {
            let text = visible(text.trim());
            let lines: Vec<&str> = text.lines().collect();
            Text::new("“{0}”", "“{0}”").fill(lang, &[lines.join(" / ")])
        }
        None => Text::new("removed", "已删除").get(lang).to_owned(),
    };
    let place = if conflict.path.is_root() {
        name.to_owned()
    } else {
        conflict.path.to_string()
    };
    Text::new(
        "{0}: conflict in {1}: ours {2}, theirs {3}",
        "{0}：{1} 有冲突：我方 {2}，对方 {3}",
    )
    .fill(
        lang,
        &[
            name.to_owned(),
            place,
            said(&conflict.ours),
            said(&conflict.theirs),
        ],
    )
}
