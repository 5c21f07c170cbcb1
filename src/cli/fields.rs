//! `farsight fields`: everything that can be written in a plan.

use std::io::Write;

use unicode_width::UnicodeWidthStr;

use super::Format;
use super::console::{BOLD, Console, FAINT};
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::catalogue::{self, Field, Kind, Section, Shape, Step};
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "fields",
    about: Text::new(
        "List what can be written in a plan",
        "列出计划里可以写的内容",
    ),
    more: Text::new(
        "A star marks the core: what a short plan has.",
        "带星号的是核心字段，简短的计划也要有。",
    ),
    args: &[
        (
            "place",
            Text::new(
                "A step by number or name, or a section such as needs.market",
                "步骤（编号或名称），或某一部分，如 needs.market",
            ),
        ),
        (
            "core",
            Text::new("Only what a short plan has", "只列核心字段"),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[
        (
            "farsight fields --core",
            Text::new("a short plan", "简短的计划要写什么"),
        ),
        (
            "farsight fields needs",
            Text::new("the first step", "第一步"),
        ),
        (
            "farsight fields targeting.segments --format json",
            Text::new("one section, for a program", "其中一部分，供程序读取"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "STEP|SECTION")]
    place: Option<String>,
    #[arg(long)]
    core: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Prints the fields.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let sections = chosen(args.place.as_deref(), console.lang)?;
    let picked: Vec<(&Section, Vec<&Field>)> = sections
        .into_iter()
        .map(|section| {
            let fields = section
                .fields
                .iter()
                .filter(|field| field.core || !args.core);
            (section, fields.collect())
        })
        .filter(|(section, fields): &(_, Vec<_>)| {
            !fields.is_empty() && (section.is_core() || !args.core)
        })
        .collect();
    match args.format {
        Format::Text => text(&picked, console)?,
        Format::Json => json(&picked, console)?,
    }
    Ok(Exit::Clean)
}

/// The step with this number or name, in either language.
pub(super) fn step(name: &str) -> Option<Step> {
    let name = name.to_lowercase();
    Step::ALL.into_iter().find(|step| {
        let label = step.label();
        step.number().to_string() == name || label.en.to_lowercase() == name || label.zh == name
    })
}

fn chosen(place: Option<&str>, lang: Lang) -> Result<Vec<&'static Section>, Failure> {
    let Some(place) = place else {
        return Ok(catalogue::sections().collect());
    };
    // `plan` and `value` are names of steps and of tables: the step has more.
    if let Some(step) = step(place) {
        return Ok(catalogue::sections().filter(|it| it.step == step).collect());
    }
    if let Some(section) = catalogue::section(place) {
        return Ok(vec![section]);
    }
    let what = Text::new(
        "There is no step or section “{0}”.",
        "没有“{0}”这个步骤或部分。",
    );
    let next = Text::new("The sections are: {0}.", "各部分有：{0}。");
    let paths: Vec<&str> = catalogue::sections().map(|section| section.path).collect();
    Err(Failure::usage(what.fill(lang, &[place])).hint(next.fill(lang, &[paths.join(", ")])))
}

fn text(picked: &[(&Section, Vec<&Field>)], console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    for (at, (section, fields)) in picked.iter().enumerate() {
        if at > 0 {
            console.line("")?;
        }
        let header = match section.shape {
            Shape::Table => format!("[{}]", section.path),
            Shape::Rows => format!("[[{}]]", section.path),
        };
        let header = console.paint(BOLD, &header);
        console.line(&format!("{header}  {}", section.label.get(lang)))?;
        for field in fields {
            let mark = if field.core { '*' } else { ' ' };
            let kind = kind(field.kind, lang);
            let label = field.label.get(lang);
            let line = format!("{mark} {}  {}", pad(field.key, 20), pad(label, 28));
            let kind = console.paint(FAINT, &kind);
            console.line(&format!("{line}  {kind}"))?;
        }
    }
    Ok(())
}

/// The kind with what it may hold: `one choice: low | medium | high`.
pub(super) fn kind(kind: Kind, lang: Lang) -> String {
    let label = kind.label().get(lang);
    let more = match kind {
        Kind::Choice(choices) | Kind::Choices(choices) => {
            let words: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
            words.join(" | ")
        }
        Kind::Scale(low, high) => format!("{low}–{high}"),
        Kind::Ref(lists) | Kind::Refs(lists) | Kind::Scores(lists) => lists.join(" | "),
        _ => return label.to_owned(),
    };
    Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[label, &more])
}

/// A text with blanks up to a number of cells.
fn pad(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text.width())))
}

fn json(picked: &[(&Section, Vec<&Field>)], console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let sections: Vec<serde_json::Value> = picked
        .iter()
        .map(|(section, fields)| {
            let fields: Vec<serde_json::Value> =
                fields.iter().map(|field| field_json(field, lang)).collect();
            serde_json::json!({
                "path": section.path,
                "rows": section.shape == Shape::Rows,
                "step": section.step.number(),
                "label": section.label.get(lang),
                "help": section.help.get(lang),
                "fields": fields,
            })
        })
        .collect();
    let out = serde_json::json!({ "schema": "farsight.fields/1", "sections": sections });
    serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
    Ok(writeln!(console.out)?)
}

fn field_json(field: &Field, lang: Lang) -> serde_json::Value {
    let choices: Option<Vec<&str>> = match field.kind {
        Kind::Choice(choices) | Kind::Choices(choices) => {
            Some(choices.iter().map(|choice| choice.key).collect())
        }
        _ => None,
    };
    serde_json::json!({
        "key": field.key,
        "core": field.core,
        "kind": field.kind.label().en,
        "choices": choices,
        "points_to": field.kind.targets(),
        "label": field.label.get(lang),
        "help": field.help.get(lang),
        "good": field.good.get(lang),
        "bad": field.bad.get(lang),
        "term": field.term,
    })
}
