//! `farsight add`: a row in a list of a plan.

use std::path::PathBuf;

use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use super::{file, mv, set};
use crate::catalogue::{self, Section, Shape};
use crate::plan::{Document, Literal, Path, rows};
use crate::store::error::shown;
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "add",
    about: Text::new("Add a row to a list of a plan", "在计划的列表里新增一条"),
    more: Text::new(
        "Without --id the row is named after its text. Values are typed as people write them; a field given twice is a list.",
        "不写 --id 时，用该条的文字起编号。值按平常的写法写；同一字段写两次就是列表。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "list",
            Text::new(
                "The list, such as needs.customer_needs",
                "列表，如 needs.customer_needs",
            ),
        ),
        (
            "fields",
            Text::new("What the row says, field by field", "各字段的内容"),
        ),
        (
            "id",
            Text::new(
                "The name by which other rows point to it",
                "编号，供其他条目引用",
            ),
        ),
        (
            "at",
            Text::new(
                "Its position, from 1; otherwise the end",
                "位置，从 1 起；不写则加在末尾",
            ),
        ),
    ],
    examples: &[
        (
            "farsight add plan.toml needs.customer_needs who=\"night nurses\" need=\"eat something warm at 3 a.m.\"",
            Text::new("a row named after its need", "按需要起编号的一条"),
        ),
        (
            "farsight add plan.toml targeting.segments --id night-shift size=1,200 decision=target",
            Text::new("a row with an id of your own", "自定编号的一条"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    list: String,
    #[arg(value_name = "FIELD=VALUE")]
    fields: Vec<String>,
    #[arg(long)]
    id: Option<String>,
    #[arg(long, value_name = "POSITION")]
    at: Option<String>,
}

/// Adds a row.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let list = Path::parse(&args.list);
    let section = section_of(&list, lang)?;
    let fields = fields(section, &args.fields, lang)?;
    let at = mv::position(args.at.as_deref().unwrap_or("last"), lang)?;
    let name = shown(&args.plan);
    let mut added = None;
    file::edit(&args.plan, lang, |document| {
        let id = args
            .id
            .clone()
            .unwrap_or_else(|| named(document, &list, section, &fields));
        let edit = document.add_row(&list, at, Some(&id), &fields);
        added = Some(list.join(id));
        edit.map_err(|error| Failure::editing(&error, document, &name, lang))
    })?;
    if let Some(path) = added {
        let text = Text::new("added {0}", "已新增 {0}");
        console.line(&text.fill(lang, &[path.to_string()]))?;
    }
    Ok(Exit::Clean)
}

/// The list of rows at a path.
fn section_of(list: &Path, lang: Lang) -> Result<&'static Section, Failure> {
    let section = catalogue::section(&list.to_string());
    section
        .filter(|section| section.shape == Shape::Rows)
        .ok_or_else(|| {
            let what = Text::new("{0} is not a list of a plan.", "{0} 不是计划里的列表。");
            let next = Text::new("The lists are: {0}.", "列表有：{0}。");
            let lists: Vec<&str> = catalogue::sections()
                .filter(|section| section.shape == Shape::Rows)
                .map(|section| section.path)
                .collect();
            Failure::usage(what.fill(lang, &[list.to_string()]))
                .hint(next.fill(lang, &[lists.join(", ")]))
        })
}

/// The values of a row in the catalogue's order.
fn fields(
    section: &'static Section,
    given: &[String],
    lang: Lang,
) -> Result<Vec<(&'static str, Literal)>, Failure> {
    let mut values: Vec<(&str, Vec<String>)> = Vec::new();
    for pair in given {
        let Some((key, value)) = pair.split_once('=') else {
            let what = Text::new("“{0}” is not FIELD=VALUE.", "“{0}”不是“字段=值”的写法。");
            return Err(Failure::usage(what.fill(lang, &[pair])));
        };
        match values.iter_mut().find(|(known, _)| *known == key) {
            Some((_, values)) => values.push(value.to_owned()),
            None => values.push((key, vec![value.to_owned()])),
        }
    }
    for (key, _) in &values {
        if *key == "id" {
            let what = Text::new("The id is given with --id.", "编号请用 --id 指定。");
            return Err(Failure::usage(what.get(lang).to_owned()));
        }
        let path = Path::parse(section.path).join("x").join(*key);
        set::field_at(&path, lang).map_err(|failure| {
            let what = Text::new("{0} has no field “{1}”.", "{0} 没有“{1}”这个字段。");
            Failure {
                message: what.fill(lang, &[section.path, key]),
                hints: failure.hints.into_iter().take(1).collect(),
                ..failure
            }
        })?;
    }
    section
        .fields
        .iter()
        .filter_map(|field| {
            let (_, values) = values.iter().find(|(key, _)| *key == field.key)?;
            Some(set::typed(field, values, lang).map(|literal| (field.key, literal)))
        })
        .collect()
}

/// An id made of the text that names the row in lists, or of the name of the list.
fn named(
    document: &Document,
    list: &Path,
    section: &Section,
    fields: &[(&str, Literal)],
) -> String {
    let caption = section.caption.iter().find_map(|caption| {
        let (_, literal) = fields.iter().find(|(key, _)| key == caption)?;
        match literal {
            Literal::Line(text) | Literal::Prose(text) => Some(text.as_str()),
            Literal::Bare(_) | Literal::List(_) => None,
        }
    });
    let fallback = rows::id_from(section.row.en, "row");
    let wanted = rows::id_from(caption.unwrap_or_default(), &fallback);
    document.free_id(list, &wanted)
}
