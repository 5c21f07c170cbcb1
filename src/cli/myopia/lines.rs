//! Many statements: one JSON object in, one out, in the same order.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use serde_json::{Map, Value, json};

use super::super::console::Console;
use super::super::failure::{Exit, Failure};
use super::super::file::STDIN;
use super::score::Score;
use crate::prose::reader::{Evidence, Field, Label, Side, Statement, Verdict, read};
use crate::words::Text;

/// What a line says: an answer, or why there is none.
type Answer = Result<Map<String, Value>, Text>;

/// Reads a file of statements; what a line leaves out is taken from `common`.
pub(super) fn run(
    path: &Path,
    common: &Statement<'_>,
    score: bool,
    console: &mut Console,
) -> Result<Exit, Failure> {
    let mut input = open(path, console)?;
    let mut bad = false;
    let mut scored = Score::default();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        let out = match answer(text, common) {
            Ok(out) => out,
            Err(why) => {
                bad = true;
                let place = Text::new("line {0}: {1}", "第 {0} 行：{1}");
                let why = why.get(console.lang);
                console.warn(&console.say(
                    place,
                    &[&number.to_string(), &why.to_owned()].map(String::as_str),
                ));
                error(text, why)
            }
        };
        if score {
            scored.count(&out);
        } else {
            serde_json::to_writer(&mut console.out, &out).map_err(std::io::Error::from)?;
            writeln!(console.out)?;
        }
    }
    if score {
        scored.print(console)?;
    }
    Ok(if bad { Exit::Files } else { Exit::Clean })
}

fn open(path: &Path, console: &Console) -> Result<Box<dyn BufRead>, Failure> {
    if path == Path::new(STDIN) {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    let file = std::fs::File::open(path).map_err(|error| {
        let what = Text::new("{0}: {1}", "{0}：{1}");
        Failure::files(console.say(what, &[&path.display().to_string(), &error.to_string()]))
    })?;
    Ok(Box::new(BufReader::new(file)))
}

/// A line that cannot be read, with the id that it may have.
fn error(line: &[u8], why: &str) -> Map<String, Value> {
    let mut out = Map::new();
    let value: Option<Value> = serde_json::from_slice(line).ok();
    if let Some(id) = value.as_ref().and_then(|it| it.get("id")) {
        out.insert("id".to_owned(), id.clone());
    }
    out.insert("error".to_owned(), why.into());
    out
}

fn answer(line: &[u8], common: &Statement<'_>) -> Answer {
    let value: Value = serde_json::from_slice(line)
        .map_err(|_| Text::new("this is not a line of JSON", "这一行不是 JSON"))?;
    let Value::Object(mut out) = value else {
        return Err(Text::new("this is not a JSON object", "这不是 JSON 对象"));
    };
    let (label, confidence, evidence, families) = {
        let get = |key: &str| out.get(key).and_then(Value::as_str);
        let text = get("text").ok_or(Text::new(
            "`text` is missing or no text",
            "缺少 `text`，或它不是文字",
        ))?;
        let brands: Vec<&str> = match out.get("brands") {
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(one)) => vec![one],
            _ => common.brands.to_vec(),
        };
        let statement = Statement {
            text,
            field: get("field").and_then(Field::named).or(common.field),
            offering: get("offering").unwrap_or(common.offering),
            category: get("category").unwrap_or(common.category),
            brands: &brands,
        };
        match read(&statement) {
            Some(verdict) => told(text, &verdict),
            None => (Value::Null, Value::Null, json!([]), json!([])),
        }
    };
    let unread = label.is_null();
    if let Some(given) = out.remove("label") {
        out.insert("given".to_owned(), given);
    }
    out.insert("label".to_owned(), label);
    out.insert("confidence".to_owned(), confidence);
    out.insert("evidence".to_owned(), evidence);
    out.insert("families".to_owned(), families);
    if unread {
        out.insert("reason".to_owned(), "no word to read".into());
    }
    Ok(out)
}

fn told(text: &str, verdict: &Verdict) -> (Value, Value, Value, Value) {
    let evidence: Vec<Value> = verdict.evidence.iter().map(|it| span(text, it)).collect();
    let families: Vec<&str> = verdict.families.iter().map(|it| it.key()).collect();
    let rounded = f64::from((verdict.confidence * 1000.0).round()) / 1000.0;
    (
        verdict.label.key().into(),
        rounded.into(),
        evidence.into(),
        families.into(),
    )
}

/// Words that decided; their place is told in characters, as other programs count.
fn span(text: &str, evidence: &Evidence) -> Value {
    let count = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
    let side = match evidence.side {
        Side::Product => Label::Product.key(),
        Side::Customer => Label::Customer.key(),
        Side::Neither => "neither",
    };
    json!({
        "text": text.get(evidence.range.clone()),
        "start": count(evidence.range.start),
        "end": count(evidence.range.end),
        "side": side,
        "kind": evidence.kind.map(|kind| kind.key),
        "name": evidence.kind.map(|kind| json!({ "en": kind.name.en, "zh": kind.name.zh })),
    })
}
