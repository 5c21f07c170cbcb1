//! Many computations: a line in, one JSON object out, in the same order.

use std::io::Write;
use std::path::Path;

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};

use super::told;
use crate::cli::console::Console;
use crate::cli::failure::{Exit, Failure};
use crate::cli::file;
use crate::figures::given::Value;
use crate::figures::input::{Input, Shape};
use crate::figures::{Fault, Formula, Given, formula, read};
use crate::words::{Lang, Text};

/// Computes a file of lines; what is typed beside it holds for each line that says nothing else.
pub(super) fn run(
    path: &Path,
    by_default: Option<&'static Formula>,
    typed: &[(&'static str, Vec<String>)],
    console: &mut Console,
) -> Result<Exit, Failure> {
    let lang = console.lang;
    let text = file::text(path).map_err(|error| Failure::opening(&error, lang))?;
    let text = text.trim_start_matches('\u{feff}');
    let common = Common { by_default, typed };
    let mut bad = false;
    let mut tell = |number: usize, answer: Result<Json, String>, console: &mut Console| {
        let out = answer.unwrap_or_else(|why| {
            bad = true;
            let place = Text::new("line {0}: {1}", "第 {0} 行：{1}");
            console.warn(&console.say(place, &[&number.to_string(), &why]));
            json!({ "line": number, "error": why })
        });
        serde_json::to_writer(&mut console.out, &out).map_err(std::io::Error::from)?;
        Ok::<(), Failure>(writeln!(console.out)?)
    };
    if text.trim_start().starts_with('{') {
        for (at, line) in text.lines().enumerate() {
            if !line.trim().is_empty() {
                tell(at + 1, common.json(line, lang), console)?;
            }
        }
    } else {
        let table = Table::read(text, &common, lang)?;
        for (number, cells) in &table.rows {
            tell(*number, table.answer(cells, &common, lang), console)?;
        }
    }
    Ok(if bad { Exit::Files } else { Exit::Clean })
}

/// What holds for every line.
struct Common<'c> {
    by_default: Option<&'static Formula>,
    typed: &'c [(&'static str, Vec<String>)],
}

impl Common<'_> {
    fn given(&self, formula: &'static Formula, lang: Lang) -> Result<Given, String> {
        let mut given = Given::new(formula);
        for (name, texts) in self.typed {
            if let Some(input) = formula.input(name) {
                let value = read::read(input, &texts.join("\n"));
                given.set(name, value.map_err(|fault| said(input, fault, lang))?);
            }
        }
        Ok(given)
    }

    fn json(&self, line: &str, lang: Lang) -> Result<Json, String> {
        let no_json = Text::new("this is not a JSON object", "这不是 JSON 对象");
        let Ok(Json::Object(line)) = serde_json::from_str::<Json>(line) else {
            return Err(no_json.get(lang).to_owned());
        };
        let formula = match line.get("formula").and_then(Json::as_str) {
            Some(name) => formula(name).ok_or_else(|| {
                Text::new("there is no formula “{0}”", "没有“{0}”这个公式").fill(lang, &[name])
            })?,
            None => self.by_default.ok_or_else(|| {
                let text = Text::new("`formula` is missing", "缺少 `formula`");
                text.get(lang).to_owned()
            })?,
        };
        let mut given = self.given(formula, lang)?;
        let inputs = match line.get("inputs") {
            Some(Json::Object(inputs)) => inputs.clone(),
            // A flat line is as clear: whatever names an input is one.
            None => line
                .iter()
                .filter(|(name, _)| !["formula", "id"].contains(&name.as_str()))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            Some(_) => Map::new(),
        };
        for (name, value) in &inputs {
            let input = input_of(formula, name, lang)?;
            if !value.is_null() {
                let value = value_of(input, value).map_err(|fault| said(input, fault, lang))?;
                given.set(name, value);
            }
        }
        answer(&given, line.get("id"), lang)
    }
}

fn input_of(formula: &'static Formula, name: &str, lang: Lang) -> Result<&'static Input, String> {
    formula.input(name).ok_or_else(|| {
        let text = Text::new(
            "`{0}` has no input `{1}`; it has: {2}",
            "`{0}` 没有 `{1}` 这个输入项；有：{2}",
        );
        let known: Vec<&str> = formula.inputs.iter().map(|it| it.name).collect();
        let known = known.join(Text::new(", ", "、").get(lang));
        text.fill(lang, &[formula.name, name, &known])
    })
}

fn said(input: &Input, fault: Fault, lang: Lang) -> String {
    format!("{}: {}", input.name, fault.message(lang))
}

/// A value of JSON as the input reads it: numbers are exact as they are written.
fn value_of(input: &'static Input, value: &Json) -> Result<Value, Fault> {
    match value {
        Json::Array(items) => {
            let items = items.iter().map(|item| match value_of(input, item)? {
                Value::One(one) => Ok(vec![one]),
                Value::Many(many) => Ok(many),
                Value::Word(_) => Err(Fault::NotANumber(input)),
            });
            let items: Result<Vec<Vec<Decimal>>, Fault> = items.collect();
            let items = items?.concat();
            match (input.shape, items.as_slice()) {
                (Shape::Many, _) => Ok(Value::Many(items)),
                (Shape::One, [one]) => Ok(Value::One(*one)),
                _ => Err(Fault::NotANumber(input)),
            }
        }
        Json::String(text) => read::read(input, text),
        Json::Number(number) => {
            let text = number.to_string();
            let value = text.parse().or_else(|_| Decimal::from_scientific(&text));
            let value = value.map_err(|_| Fault::NotANumber(input))?;
            read::exact(input, value).map(|value| match input.shape {
                Shape::Many => Value::Many(vec![value]),
                _ => Value::One(value),
            })
        }
        _ => Err(Fault::NotANumber(input)),
    }
}

fn answer(given: &Given, id: Option<&Json>, lang: Lang) -> Result<Json, String> {
    let results = given.compute();
    if let Err(fault) = &results {
        return Err(fault.message(lang));
    }
    let mut out = told::json(given, &results, lang);
    if let (Some(id), Some(map)) = (id, out.as_object_mut()) {
        map.shift_insert(1, "id".to_owned(), id.clone());
    }
    Ok(out)
}

/// A table whose first line names the inputs.
struct Table {
    formula: &'static Formula,
    /// The input of each column; a column called `id` has none.
    columns: Vec<Option<&'static Input>>,
    rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    fn read(text: &str, common: &Common<'_>, lang: Lang) -> Result<Table, Failure> {
        let formula = common.by_default.ok_or_else(|| {
            let what = Text::new(
                "A table needs a formula: `farsight calc FORMULA --input FILE`.",
                "表格要配一个公式：`farsight calc 公式 --input 文件`。",
            );
            Failure::usage(what.get(lang).to_owned())
        })?;
        let mut rows = cells(text).into_iter();
        let head = rows.next().map(|(_, head)| head).unwrap_or_default();
        let columns = head.iter().map(|name| match name.trim() {
            "id" => Ok(None),
            name => input_of(formula, name, lang).map(Some),
        });
        let columns: Result<Vec<_>, String> = columns.collect();
        let columns = columns.map_err(|why| {
            let place = Text::new("line {0}: {1}", "第 {0} 行：{1}");
            Failure::usage(place.fill(lang, &["1", &why]) + Text::new(".", "。").get(lang))
        })?;
        Ok(Table {
            formula,
            columns,
            rows: rows.collect(),
        })
    }

    fn answer(&self, cells: &[String], common: &Common<'_>, lang: Lang) -> Result<Json, String> {
        if cells.len() > self.columns.len() {
            let text = Text::new(
                "{0} cells below {1} names; a cell with a comma stands in quotes",
                "有 {0} 格，首行只有 {1} 个名称；含逗号的格要加引号",
            );
            let counts = [cells.len().to_string(), self.columns.len().to_string()];
            return Err(text.fill(lang, &counts));
        }
        let mut given = common.given(self.formula, lang)?;
        let mut id = None;
        for (column, cell) in self.columns.iter().zip(cells) {
            match column {
                None => id = Some(Json::from(cell.as_str())),
                Some(_) if cell.trim().is_empty() => {}
                Some(input) => {
                    let value = read::read(input, cell);
                    let value = value.map_err(|fault| said(input, fault, lang))?;
                    given.set(input.name, value);
                }
            }
        }
        answer(&given, id.as_ref(), lang)
    }
}

/// The cells of a table, line by line with the number of each; quotes keep commas and line ends.
fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let (mut quoted, mut number, mut begun) = (false, 1, 1);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push((begun, std::mem::take(&mut row)));
                number += 1;
                begun = number;
            }
            '\r' if !quoted => {}
            c => {
                number += usize::from(c == '\n');
                cell.push(c);
            }
        }
    }
    row.push(cell);
    rows.push((begun, row));
    rows.retain(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}
