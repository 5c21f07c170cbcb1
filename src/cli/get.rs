//! `farsight get`: one value of a plan.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use super::console::{Console, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::plan::{EditError, Path};
use crate::store::error::shown;
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "get",
    about: Text::new("Print one value of a plan", "显示计划中的一个值"),
    more: Text::new(
        "A value is printed as a form shows it: 35 % for 0.35. A table, a row or a list of rows is printed as it stands in the file.",
        "值按表单里的样子显示：0.35 显示为 35 %。表、条目和列表按文件里的原样显示。",
    ),
    args: &[
        (
            "plan",
            Text::new(
                "The plan; `-` reads the standard input",
                "计划文件；`-` 表示读取标准输入",
            ),
        ),
        (
            "path",
            Text::new(
                "What to print, such as needs.customer_needs.warm-start.need",
                "要显示的位置，如 needs.customer_needs.warm-start.need",
            ),
        ),
        (
            "raw",
            Text::new(
                "Print the TOML as it stands in the file",
                "按文件里的 TOML 原样显示",
            ),
        ),
        (
            "ids",
            Text::new(
                "Print the ids of the rows of a list, or the keys of a table",
                "只显示列表各条的编号，或表里的键",
            ),
        ),
    ],
    examples: &[
        (
            "farsight get plan.toml plan.title",
            Text::new("a value", "一个值"),
        ),
        (
            "farsight get plan.toml targeting.segments --ids",
            Text::new("the ids of all segments", "所有细分的编号"),
        ),
        (
            "farsight get plan.toml needs.customer_needs.1",
            Text::new("the first row of a list", "列表的第一条"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    path: String,
    #[arg(long)]
    raw: bool,
    #[arg(long, conflicts_with = "raw")]
    ids: bool,
}

/// Prints what stands at a path.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let document = file::document(&args.plan, console.lang)?;
    let path = Path::parse(&args.path);
    let found = if args.ids {
        let mut names = document.rows(&path);
        if names.is_empty() {
            names = document.keys(&path);
        }
        document.has(&path).then(|| names.join("\n"))
    } else if args.raw {
        document.source(&path)
    } else {
        file::shown(&document, &path).or_else(|| document.source(&path))
    };
    let Some(found) = found else {
        let name = shown(&args.plan);
        let error = EditError::NotFound(path);
        return Err(Failure::editing(&error, &document, &name, console.lang));
    };
    // A program gets the value as it is; on a screen nothing may move the cursor.
    let found = if std::io::stdout().is_terminal() {
        visible(&found).into_owned()
    } else {
        found
    };
    let end = if found.is_empty() || found.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    write!(console.out, "{found}{end}")?;
    Ok(Exit::Clean)
}
