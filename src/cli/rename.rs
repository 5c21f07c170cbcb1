//! `farsight rename`: another id for a row, with everything that points to it.

use std::path::PathBuf;

use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::plan::Path;
use crate::store::error::shown;
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "rename",
    about: Text::new(
        "Give a row another id; references follow",
        "给一条改编号，引用一并更新",
    ),
    more: Text::new(
        "Every row that points to it, every answer and every field marked as unknown follows.",
        "凡是引用它的条目、答复，以及标为“未知”的字段，都会一并更新。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "path",
            Text::new(
                "The row, such as targeting.segments.commuters",
                "条目，如 targeting.segments.commuters",
            ),
        ),
        (
            "id",
            Text::new(
                "Its new id: lower-case letters, digits and hyphens",
                "新编号：小写字母、数字和连字符，或汉字",
            ),
        ),
    ],
    examples: &[(
        "farsight rename plan.toml targeting.segments.commuters early-commuters",
        Text::new("and every reference to it", "连同所有引用"),
    )],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    path: String,
    #[arg(value_name = "NEW-ID")]
    id: String,
}

/// Gives a row another id.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let path = Path::parse(&args.path);
    let name = shown(&args.plan);
    let mut places = 0;
    file::edit(&args.plan, lang, |document| {
        let edit = document
            .rename_row(&path, &args.id)
            .map_err(|error| Failure::editing(&error, document, &name, lang))?;
        places = edit.splices().len();
        Ok(edit)
    })?;
    let new = path
        .split_last()
        .map_or_else(Path::default, |(list, _)| list.join(&args.id));
    let text = Text::new(
        "renamed {0} to {1} (references: {2})",
        "已将 {0} 改名为 {1}（引用 {2} 处）",
    );
    let references = places.saturating_sub(1).to_string();
    console.line(&text.fill(lang, &[path.to_string(), new.to_string(), references]))?;
    Ok(Exit::Clean)
}
