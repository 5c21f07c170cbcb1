//! The formulas, topic by topic, and what is near a name that none of them has.

use std::io::Write;

use serde_json::json;

use crate::cli::Format;
use crate::cli::console::{BOLD, Console, FAINT};
use crate::cli::failure::{Exit, Failure};
use crate::figures::{FORMULAS, Formula, Topic};
use crate::words::{Lang, Text};

/// Lists the formulas that have a word somewhere; all of them without one.
pub(super) fn print(word: &str, format: Format, console: &mut Console) -> Result<Exit, Failure> {
    let found: Vec<&Formula> = FORMULAS
        .iter()
        .copied()
        .filter(|it| has(it, word))
        .collect();
    if found.is_empty() {
        return Err(unknown(word, console.lang));
    }
    if format == Format::Json {
        let lang = console.lang;
        let rows: Vec<serde_json::Value> = found.iter().map(|it| row(it, lang)).collect();
        let out = json!({ "schema": "farsight.formulas/1", "formulas": rows });
        serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
        writeln!(console.out)?;
        return Ok(Exit::Clean);
    }
    let width = found
        .iter()
        .map(|it| it.name.len())
        .max()
        .unwrap_or_default();
    let mut first = true;
    for topic in Topic::ALL {
        let mut of_topic = found.iter().filter(|it| it.topic == topic).peekable();
        if of_topic.peek().is_none() {
            continue;
        }
        if !std::mem::take(&mut first) {
            console.line("")?;
        }
        console.line(&console.paint(BOLD, topic.label().get(console.lang)))?;
        for formula in of_topic {
            let title = console.paint(FAINT, formula.title.get(console.lang));
            console.line(&format!("  {:width$}  {title}", formula.name))?;
        }
    }
    Ok(Exit::Clean)
}

fn row(formula: &Formula, lang: Lang) -> serde_json::Value {
    let inputs: Vec<&str> = formula.inputs.iter().map(|it| it.name).collect();
    let outputs: Vec<&str> = formula.outputs.iter().map(|it| it.name).collect();
    json!({
        "name": formula.name,
        "aliases": formula.aliases,
        "topic": formula.topic.label().get(lang),
        "title": formula.title.get(lang),
        "answers": formula.answers.get(lang),
        "inputs": inputs,
        "outputs": outputs,
    })
}

/// Whether a formula speaks of something, in either language.
fn has(formula: &Formula, word: &str) -> bool {
    let word = word.trim().to_lowercase();
    if word.is_empty() || formula.answers_to(&word) {
        return true;
    }
    let texts = [formula.title, formula.answers, formula.topic.label()];
    let labels = formula.inputs.iter().map(|it| it.label);
    let labels = labels.chain(formula.outputs.iter().map(|it| it.label));
    let said = |text: &str| text.to_lowercase().contains(&word);
    formula
        .aliases
        .iter()
        .chain([&formula.name])
        .any(|it| said(it))
        || texts
            .into_iter()
            .chain(labels)
            .any(|it| said(it.en) || said(it.zh))
}

/// No formula has this name: what is near?
pub(super) fn unknown(name: &str, lang: Lang) -> Failure {
    let what = Text::new("There is no formula “{0}”.", "没有“{0}”这个公式。");
    let failure = Failure::usage(what.fill(lang, &[name]));
    let near = near(name);
    if near.is_empty() {
        let next = Text::new(
            "`farsight calc --list` names them.",
            "`farsight calc --list` 会列出全部公式。",
        );
        return failure.hint(next.get(lang).to_owned());
    }
    let next = Text::new("Near it: {0}.", "相近的有：{0}。");
    failure.hint(next.fill(lang, &[near.join(Text::new(", ", "、").get(lang))]))
}

/// The formulas whose name is like this one, or that speak of it.
fn near(name: &str) -> Vec<&'static str> {
    let asked = name.trim().to_lowercase().replace([' ', '_'], "-");
    let likeness = |formula: &Formula| {
        let names = formula.aliases.iter().chain([&formula.name]);
        names
            .map(|it| strsim::jaro_winkler(&asked, it))
            .fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, &'static str)> = FORMULAS
        .iter()
        .map(|formula| (likeness(formula), formula.name))
        .filter(|(likeness, _)| *likeness > 0.82)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut names: Vec<&str> = near.into_iter().map(|(_, name)| name).collect();
    for formula in FORMULAS {
        if has(formula, name) && !names.contains(&formula.name) {
            names.push(formula.name);
        }
    }
    names.truncate(5);
    names
}
