//! `farsight set`: one value of a plan, typed as people write it.

use std::path::PathBuf;

use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::catalogue::{self, Field, Section, Shape};
use crate::plan::{Document, EditError, Expected, Literal, Path, place_of, to_literal};
use crate::store::error::shown;
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "set",
    about: Text::new("Write one value into a plan", "在计划中写入一个值"),
    more: Text::new(
        "The value is typed as people write it: 35 %, 1,200.50, 30k, 1 March 2027, yes. The items of a list are divided by semicolons or given one by one. Everything else in the file stays as it is, byte for byte.",
        "值按平常的写法写：35 %、1,200.50、3万、2027年3月1日、是。列表各项用分号隔开，或逐个写出。文件其余部分一字节不动。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "path",
            Text::new(
                "Where to write, such as targeting.segments.commuters.size",
                "写入的位置，如 targeting.segments.commuters.size",
            ),
        ),
        (
            "values",
            Text::new("The value; several for a list", "值；列表可以写多个"),
        ),
        (
            "raw",
            Text::new(
                "Take the value as TOML, whatever the field",
                "把值当作 TOML 原样写入，不论字段类型",
            ),
        ),
    ],
    examples: &[
        (
            "farsight set plan.toml needs.market.growth \"3 %\"",
            Text::new("a percentage", "百分比"),
        ),
        (
            "farsight set plan.toml plan.brands Harbour \"Harbour To Go\"",
            Text::new("a list", "列表"),
        ),
        (
            "farsight set plan.toml mix.objectives.repeat.by \"end of March 2027\"",
            Text::new("a date in words", "用文字写的日期"),
        ),
        (
            "farsight set plan.toml needs.market.size --raw 42_000",
            Text::new("TOML as it is", "TOML 原文"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    path: String,
    #[arg(value_name = "VALUE", required = true, allow_negative_numbers = true)]
    values: Vec<String>,
    #[arg(long)]
    raw: bool,
}

/// Writes a value.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let path = Path::parse(&args.path);
    let literal = if args.raw {
        let raw = args.values.join(" ");
        file::raw_value(&raw).ok_or_else(|| not_toml(&raw, lang))?
    } else {
        let field = field_at(&path, lang)?;
        typed(field, &args.values, lang)?
    };
    let name = shown(&args.plan);
    let document = file::edit(&args.plan, lang, |document| {
        let edit = match missing_row(document, &path) {
            Some(row) => Err(EditError::NotFound(row)),
            None => document.set(&path, &literal),
        };
        edit.map_err(|error| failure(&error, &path, document, &name, lang))
    })?;
    file::confirm(console, &document, &path)?;
    Ok(Exit::Clean)
}

/// The row that a path names, if it is not there: rows are added, not set into being.
fn missing_row(document: &Document, path: &Path) -> Option<Path> {
    let (section, _) = place_of(path).filter(|(section, _)| section.shape == Shape::Rows)?;
    let depth = section.path.split('.').count();
    let row = Path::new(path.names().get(..=depth)?.to_vec());
    (!document.has(&row)).then_some(row)
}

/// An edit that cannot be made; a row that is not there yet can be added.
fn failure(error: &EditError, path: &Path, document: &Document, name: &str, lang: Lang) -> Failure {
    let failure = Failure::editing(error, document, name, lang);
    match (error, place_of(path)) {
        (EditError::NotFound(_), Some((section, _))) if section.shape == Shape::Rows => {
            let text = Text::new(
                "`farsight add {0} {1}` adds a row.",
                "运行 `farsight add {0} {1}` 可以新增一条。",
            );
            failure.hint(text.fill(lang, &[name, section.path]))
        }
        _ => failure,
    }
}

/// The field that a path names.
pub(super) fn field_at(path: &Path, lang: Lang) -> Result<&'static Field, Failure> {
    match place_of(path) {
        Some((_, Some(field))) if field.key == path.names().last().map_or("", String::as_str) => {
            Ok(field)
        }
        Some((section, None)) => {
            let what = Text::new("{0} is not a single value.", "{0} 不是单个的值。");
            let next = Text::new("Its fields are: {0}.", "它的字段有：{0}。");
            let failure = Failure::usage(what.fill(lang, &[path.to_string()]));
            Err(failure.hint(next.fill(lang, &[keys(section)])))
        }
        _ => Err(unknown_field(path, lang)),
    }
}

fn unknown_field(path: &Path, lang: Lang) -> Failure {
    let what = Text::new("No plan has a field {0}.", "计划里没有 {0} 这个字段。");
    let failure = Failure::usage(what.fill(lang, &[path.to_string()]));
    let section = path.split_last().and_then(|(upper, _)| place_of(&upper));
    let failure = match section {
        Some((section, None)) if nearest(path, section).is_some() => {
            let near = nearest(path, section).unwrap_or_default();
            let next = Text::new("Did you mean {0}?", "你是不是要写 {0}？");
            failure.hint(next.fill(lang, &[near]))
        }
        Some((section, None)) => {
            let next = Text::new("{0} has: {1}.", "{0} 有这些字段：{1}。");
            failure.hint(next.fill(lang, &[section.path.to_owned(), keys(section)]))
        }
        _ => {
            let next = Text::new(
                "`farsight fields` lists them all.",
                "`farsight fields` 列出全部字段。",
            );
            failure.hint(next.get(lang).to_owned())
        }
    };
    let raw = Text::new(
        "`--raw` writes a key of your own.",
        "用 `--raw` 可以写入自定的键。",
    );
    failure.hint(raw.get(lang).to_owned())
}

/// The key most like the last name of a path.
fn nearest(path: &Path, section: &Section) -> Option<&'static str> {
    let wanted = path.names().last()?.to_lowercase();
    section
        .fields
        .iter()
        .map(|field| (strsim::jaro_winkler(&wanted, field.key), field.key))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, key)| key)
}

fn keys(section: &Section) -> String {
    let keys: Vec<&str> = section.fields.iter().map(|field| field.key).collect();
    keys.join(", ")
}

/// A field's value as people type it; several values are items of a list.
pub(super) fn typed(field: &Field, values: &[String], lang: Lang) -> Result<Literal, Failure> {
    let many = values.len() > 1;
    let text = if !many {
        values.concat()
    } else if field.kind.is_list() || matches!(field.kind, catalogue::Kind::Scores(_)) {
        // Each value is an item, whatever is in it.
        values
            .iter()
            .map(|value| value.replace('\n', " ") + "\n")
            .collect()
    } else {
        values.join(" ")
    };
    to_literal(field.kind, &text, lang, Some(Console::today()))
        .map_err(|expected| unfit_value(field.key, text.trim(), &expected, lang))
}

/// A value that its field does not take.
pub(super) fn unfit_value(key: &str, text: &str, expected: &Expected, lang: Lang) -> Failure {
    let what = Text::new("“{1}” does not fit the field {0}.", "“{1}”不适合字段 {0}。");
    let next = Text::new("It takes {0}.", "应填：{0}。");
    let mut failure = Failure::usage(what.fill(lang, &[key, text]))
        .hint(next.fill(lang, &[expected.message(lang)]));
    if let Some(near) = expected.near {
        let text = Text::new("Did you mean {0}?", "你是不是要写 {0}？");
        failure = failure.hint(text.fill(lang, &[near.key]));
    }
    failure
}

fn not_toml(raw: &str, lang: Lang) -> Failure {
    let what = Text::new("“{0}” is not one TOML value.", "“{0}”不是一个 TOML 值。");
    let next = Text::new(
        "Text stands in quotes, such as '\"a line\"'.",
        "文字要加引号，如 '\"一行字\"'。",
    );
    Failure::usage(what.fill(lang, &[raw])).hint(next.get(lang).to_owned())
}
