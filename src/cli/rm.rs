//! `farsight rm`: a value, a row, a table or a list taken out of a plan.

use std::path::PathBuf;

use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::catalogue;
use crate::plan::Path;
use crate::store::error::shown;
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "rm",
    about: Text::new(
        "Take a value, a row or a list out of a plan",
        "从计划中删去一个值、一条或一个列表",
    ),
    more: Text::new(
        "Comments above a value stay; those above a row go with it. Rows that still point to a removed one are named.",
        "值上方的注释会保留；条目上方的注释随条目一起删去。仍然引用被删条目的地方会列出来。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        ("path", Text::new("What to take out", "要删去的位置")),
    ],
    examples: &[
        (
            "farsight rm plan.toml needs.market.growth",
            Text::new("a value", "一个值"),
        ),
        (
            "farsight rm plan.toml mix.actions.open-counter",
            Text::new("a row", "一条"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    path: String,
}

/// Takes something out.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let path = Path::parse(&args.path);
    let name = shown(&args.plan);
    let document = file::edit(&args.plan, lang, |document| {
        document
            .remove(&path)
            .map_err(|error| Failure::editing(&error, document, &name, lang))
    })?;
    let text = Text::new("removed {0}", "已删去 {0}");
    console.line(&text.fill(lang, &[path.to_string()]))?;
    let list = path.split_last().filter(|(list, _)| {
        catalogue::section(&list.to_string())
            .is_some_and(|section| section.shape == catalogue::Shape::Rows)
    });
    if let Some((list, id)) = list {
        let left = document.references(&list.to_string(), id);
        if !left.is_empty() {
            let left: Vec<String> = left.iter().map(Path::to_string).collect();
            let text = Text::new("Still pointing to it: {0}", "仍引用它的地方：{0}");
            console.warn(&text.fill(lang, &[left.join(", ")]));
        }
    }
    Ok(Exit::Clean)
}
