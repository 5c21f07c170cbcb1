//! `farsight mv`: a row at another place of its list.

use std::path::PathBuf;

use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::plan::Path;
use crate::store::error::shown;
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "mv",
    about: Text::new("Move a row within its list", "在列表内移动一条"),
    more: Text::new("Its comments move with it.", "它的注释随它一起移动。"),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "path",
            Text::new(
                "The row, such as needs.swot.good-name",
                "条目，如 needs.swot.good-name",
            ),
        ),
        (
            "position",
            Text::new(
                "Its new place: a number from 1, first or last",
                "新位置：从 1 起的数字，或 first、last",
            ),
        ),
    ],
    examples: &[
        (
            "farsight mv plan.toml needs.swot.good-name 2",
            Text::new("to the second place", "移到第二位"),
        ),
        (
            "farsight mv plan.toml mix.actions.open-counter last",
            Text::new("to the end", "移到末尾"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    path: String,
    position: String,
}

/// A typed place in a list as the library counts it, from 0; the last is larger than any.
pub(super) fn position(text: &str, lang: Lang) -> Result<usize, Failure> {
    let number = match text {
        "first" => Some(0),
        "last" => Some(usize::MAX),
        number => number
            .parse::<usize>()
            .ok()
            .and_then(|it| it.checked_sub(1)),
    };
    number.ok_or_else(|| {
        let what = Text::new("“{0}” is not a position.", "“{0}”不是位置。");
        let next = Text::new(
            "Use a number from 1, first or last.",
            "请用从 1 起的数字，或 first、last。",
        );
        Failure::usage(what.fill(lang, &[text])).hint(next.get(lang).to_owned())
    })
}

/// Moves a row.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let position = position(&args.position, lang)?;
    let path = Path::parse(&args.path);
    let name = shown(&args.plan);
    let document = file::edit(&args.plan, lang, |document| {
        document
            .move_row(&path, position)
            .map_err(|error| Failure::editing(&error, document, &name, lang))
    })?;
    let list = path.split_last().map(|(list, _)| list).unwrap_or_default();
    let rows = document.rows(&list);
    let text = Text::new("{0}: {1}", "{0}：{1}");
    console.line(&text.fill(lang, &[list.to_string(), rows.join(", ")]))?;
    Ok(Exit::Clean)
}
