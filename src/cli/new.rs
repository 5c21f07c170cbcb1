//! `farsight new`: a plan to begin with.

use std::path::{Path, PathBuf};

use super::console::Console;
use super::exercises;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::plan::{self, Document, Literal, SAMPLES, starter};
use crate::store::{self, error::shown, names};
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "new",
    about: Text::new("Begin a plan", "新建一份计划"),
    more: Text::new(
        "A new plan has a title, and every core field explained in a comment. A file that exists is never overwritten. A folder as path takes a file named after the title.",
        "新计划有标题，每个核心字段都有注释说明。已有的文件绝不覆盖。路径是文件夹时，按标题起文件名。",
    ),
    args: &[
        (
            "path",
            Text::new(
                "The file to create, or the folder to create it in",
                "要新建的文件，或放新文件的文件夹",
            ),
        ),
        (
            "title",
            Text::new(
                "The title; otherwise the name of the file",
                "标题；不写则用文件名",
            ),
        ),
        (
            "sample",
            Text::new(
                "Begin with a complete sample plan; the beginning of its name is enough",
                "从一份完整的样例计划开始；名字写开头几个字母即可",
            ),
        ),
        (
            "exercise",
            Text::new(
                "Begin with the plan of an exercise, by its name or folder, in your language",
                "从练习的计划开始，写练习名或文件夹；用当前语言的那一份",
            ),
        ),
    ],
    examples: &[
        (
            "farsight new tea-house.toml",
            Text::new("an empty plan", "空白计划"),
        ),
        (
            "farsight new . --title \"Tern Street: home before the rain\"",
            Text::new("a file named after the title", "按标题起文件名"),
        ),
        (
            "farsight new oats.toml --sample omumbonde",
            Text::new("a copy of a sample", "样例的副本"),
        ),
        (
            "farsight new homework.toml --exercise past-the-product",
            Text::new("an exercise to do", "做一个练习"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    path: PathBuf,
    #[arg(long)]
    title: Option<String>,
    #[arg(long, value_name = "NAME")]
    sample: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "sample")]
    exercise: Option<String>,
}

/// Writes a new plan.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let sample = match &args.sample {
        Some(name) => Some(plan::sample(name).ok_or_else(|| no_sample(name, lang))?),
        None => None,
    };
    let exercise = match &args.exercise {
        Some(name) => Some(exercises::find(name, lang)?),
        None => None,
    };
    let named = sample.map(|it| it.name);
    let named = named.or(exercise.as_ref().map(|it| it.name.as_str()));
    let path = place(&args.path, args.title.as_deref().or(named));
    let text = if let Some(sample) = sample {
        titled(sample.text, args.title.as_deref())
    } else if let Some(exercise) = &exercise {
        titled(&exercise.start(lang), args.title.as_deref())
    } else {
        let title = args.title.clone().unwrap_or_else(|| title_of(&path));
        starter(&title, lang)
    };
    store::save(&path, text.as_bytes(), None).map_err(|error| Failure::saving(&error, lang))?;
    let created = Text::new("created {0}", "已新建 {0}");
    console.line(&created.fill(lang, &[shown(&path)]))?;
    let next = Text::new(
        "`farsight {0}` opens it; `farsight check {0}` says what is missing.",
        "`farsight {0}` 打开它；`farsight check {0}` 指出还缺什么。",
    );
    console.hint(&next.fill(lang, &[shown(&path)]));
    if let Some(name) = &args.exercise {
        let next = Text::new(
            "`farsight exercises {0}` shows the case and what is asked.",
            "`farsight exercises {0}` 显示案例和要求。",
        );
        console.hint(&next.fill(lang, &[name]));
    }
    Ok(Exit::Clean)
}

/// The file to create: in a folder it is named after the title, and it ends in `.toml`.
fn place(path: &Path, title: Option<&str>) -> PathBuf {
    if path.is_dir() {
        let free = names::free_name(path, title.unwrap_or_default());
        return free
            .strip_prefix(".")
            .map_or(free.clone(), Path::to_path_buf);
    }
    if path.extension().is_some() {
        return path.to_path_buf();
    }
    path.with_extension("toml")
}

/// A title made of the name of a file: `tea-house.toml` is "Tea house".
fn title_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let words = stem.replace(['-', '_'], " ");
    let mut chars = words.trim().chars();
    let first: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + chars.as_str()
}

fn titled(text: &str, title: Option<&str>) -> String {
    let mut document = Document::parse(text);
    if let Some(title) = title
        && let Ok(edit) = document.set(
            &plan::Path::parse("plan.title"),
            &Literal::Line(title.to_owned()),
        )
    {
        document.apply(&edit);
    }
    document.text().to_owned()
}

fn no_sample(name: &str, lang: Lang) -> Failure {
    let what = Text::new("There is no sample “{0}”.", "没有“{0}”这个样例。");
    let next = Text::new("The samples are: {0}.", "样例有：{0}。");
    let names: Vec<&str> = SAMPLES.iter().map(|sample| sample.name).collect();
    Failure::usage(what.fill(lang, &[name])).hint(next.fill(lang, &[names.join(", ")]))
}
