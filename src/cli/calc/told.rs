//! One computation, for people and for programs.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Map, Value as Json, json};

use crate::cli::console::{BOLD, Console, FAINT};
use crate::cli::failure::Failure;
use crate::figures::given::Value;
use crate::figures::results::Outcome;
use crate::figures::{Fault, Given, Need, Output, Results, Unit};
use crate::words::number::entry;
use crate::words::{Lang, Text, wrap};

/// How wide prose is.
const CELLS: usize = 80;

/// The results, each with its formula in words and in numbers, and what was assumed.
pub(super) fn text(given: &Given, results: &Results, console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let formula = given.formula();
    let title = console.paint(BOLD, formula.title.get(lang));
    console.line(&title)?;
    let mut last = None;
    for (output, outcome) in results.iter() {
        let label = output.label.get(lang);
        let row = Text::new("{0}: {1}", "{0}：{1}");
        match outcome {
            Ok(outcome) => {
                let shown = console.paint(BOLD, &said(outcome, output.unit, lang));
                console.line(&console.say(row, &[label, &shown]))?;
            }
            Err(fault) => {
                let again = Text::new("none, for the same reason", "无，原因同上");
                let why = match last.replace(fault) {
                    Some(before) if before == fault => again.get(lang).to_owned(),
                    _ => fault.message(lang),
                };
                console.line(&console.say(row, &[label, &why]))?;
            }
        }
        if !output.expression.is_empty() {
            how(given, results, output, outcome.is_ok(), console)?;
        }
    }
    let taken = taken(given, lang);
    let taken_text = Text::new("Taken as not given: {0}.", "没有给出，取默认值：{0}。");
    if !taken.is_empty() {
        let taken = taken.join(Text::new("; ", "；").get(lang));
        paragraph(&console.say(taken_text, &[&taken]), console)?;
    }
    if let Some(convention) = formula.convention {
        let text = Text::new("Convention: {0}", "约定：{0}");
        paragraph(&console.say(text, &[convention.get(lang)]), console)?;
    }
    Ok(())
}

/// The two lines below a result: its formula in words, and with the numbers.
fn how(
    given: &Given,
    results: &Results,
    output: &Output,
    answered: bool,
    console: &mut Console,
) -> Result<(), Failure> {
    let expression = results.expression(output);
    let words = given.formula().in_words(expression, console.lang);
    let numbers = given.filled(results, expression, console.lang);
    let numbers = Some(numbers).filter(|it| answered && *it != words);
    for line in [Some(words), numbers].into_iter().flatten() {
        for (at, line) in wrap(&line, CELLS - 4).into_iter().enumerate() {
            let sign = if at == 0 { "= " } else { "  " };
            console.line(&console.paint(FAINT, &format!("  {sign}{line}")))?;
        }
    }
    Ok(())
}

fn paragraph(text: &str, console: &mut Console) -> Result<(), Failure> {
    console.line("")?;
    for line in wrap(text, CELLS) {
        console.line(line)?;
    }
    Ok(())
}

/// A result as people read it, with its unit.
fn said(outcome: &Outcome, unit: Unit, lang: Lang) -> String {
    let shown = outcome.shown(unit, "", lang);
    let text = match unit {
        Unit::Years => Text::new("{0} years", "{0} 年"),
        Unit::Months => Text::new("{0} months", "{0} 个月"),
        Unit::Periods => Text::new("{0} periods", "{0} 期"),
        _ => return shown,
    };
    text.fill(lang, &[shown])
}

/// The inputs for which a default was taken.
fn taken(given: &Given, lang: Lang) -> Vec<String> {
    let formula = given.formula();
    let inputs = formula.inputs.iter();
    inputs
        .filter(|input| matches!(input.need, Need::Default(_)) && !given.has(input.name))
        .filter_map(|input| {
            let value = given.taken(input)?.shown(input.unit, lang);
            let label = formula.label(input.name, lang)?;
            let text = Text::new("{0} {1}", "{0} {1}");
            Some(text.fill(lang, &[label.as_ref(), &value]))
        })
        .collect()
}

/// The whole computation for programs: inputs, results exact and as shown, faults.
pub(super) fn json(given: &Given, results: &Result<Results, Fault>, lang: Lang) -> Json {
    let formula = given.formula();
    let mut out = json!({
        "schema": "farsight.calc/1",
        "formula": formula.name,
        "title": formula.title.get(lang),
        "inputs": inputs(given, lang),
    });
    let Some(map) = out.as_object_mut() else {
        return out;
    };
    match results {
        Ok(results) => {
            let mut rows = Map::new();
            for (output, outcome) in results.iter() {
                let row = result(given, results, output, outcome, lang);
                rows.insert(output.name.to_owned(), row);
            }
            map.insert("results".to_owned(), Json::Object(rows));
        }
        Err(fault) => {
            map.insert("error".to_owned(), fault.message(lang).into());
        }
    }
    let convention = formula.convention.map(|it| it.get(lang));
    map.insert("convention".to_owned(), convention.into());
    out
}

fn inputs(given: &Given, lang: Lang) -> Json {
    let mut rows = Map::new();
    for input in given.formula().inputs {
        let Some(value) = given.taken(input) else {
            continue;
        };
        let (value, exact) = match &value {
            Value::One(one) => (number(*one), entry(*one).into()),
            Value::Many(many) => several(many),
            Value::Word(word) => ((*word).into(), (*word).into()),
        };
        rows.insert(
            input.name.to_owned(),
            json!({
                "label": input.label.get(lang),
                "unit": input.unit.key(),
                "value": value,
                "exact": exact,
                "given": given.has(input.name),
            }),
        );
    }
    Json::Object(rows)
}

fn result(
    given: &Given,
    results: &Results,
    output: &Output,
    outcome: &Result<Outcome, Fault>,
    lang: Lang,
) -> Json {
    let expression = results.expression(output);
    let mut row = json!({
        "label": output.label.get(lang),
        "unit": output.unit.key(),
        "formula": given.formula().in_words(expression, lang),
        "expression": expression,
    });
    let Some(map) = row.as_object_mut() else {
        return row;
    };
    match outcome {
        Ok(outcome) => {
            let (value, exact) = match outcome {
                Outcome::One(one) => (number(*one), entry(one.normalize()).into()),
                Outcome::Many(many) => several(many),
                Outcome::Word(word) => (word.get(lang).into(), word.en.into()),
            };
            map.insert("value".to_owned(), value);
            map.insert("exact".to_owned(), exact);
            let shown = outcome.shown(output.unit, "", lang);
            map.insert("shown".to_owned(), shown.into());
            let numbers = given.filled(results, expression, lang);
            map.insert("numbers".to_owned(), numbers.into());
        }
        Err(fault) => {
            map.insert("value".to_owned(), Json::Null);
            map.insert("error".to_owned(), fault.message(lang).into());
        }
    }
    row
}

/// A number as JSON has them, near enough to draw with; `exact` has every digit.
fn number(value: Decimal) -> Json {
    if value.is_integer()
        && let Some(whole) = value.to_i64()
    {
        return whole.into();
    }
    value.normalize().to_f64().into()
}

fn several(values: &[Decimal]) -> (Json, Json) {
    let numbers: Vec<Json> = values.iter().copied().map(number).collect();
    let exact: Vec<String> = values.iter().map(|it| entry(it.normalize())).collect();
    (numbers.into(), exact.into())
}
