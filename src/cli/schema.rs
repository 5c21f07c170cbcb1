//! `farsight schema`: the plan file as a JSON Schema, so that editors complete and explain it.
//!
//! The schema says what `plan/` reads, no more and no less; references between rows are beyond it
//! and left to the checks.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::catalogue::{Choice, FORMAT, Field, Kind, Section, Shape, sections};
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "schema",
    about: Text::new(
        "Print the JSON Schema of the plan file",
        "输出计划文件的 JSON Schema",
    ),
    more: Text::new(
        "Draft 2020-12, described in the language asked for. Editors that know TOML use it to complete and explain keys.",
        "采用 2020-12 版规范，说明文字用所选语言。支持 TOML 的编辑器可据此补全并解释各个键。",
    ),
    args: &[],
    examples: &[(
        "farsight schema > plan.schema.json",
        Text::new("for an editor", "供编辑器使用"),
    )],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Prints the schema.
pub(super) fn run(_: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let schema = schema(console.lang);
    serde_json::to_writer_pretty(&mut console.out, &schema).map_err(std::io::Error::from)?;
    writeln!(console.out)?;
    Ok(Exit::Clean)
}

/// The JSON Schema (draft 2020-12) of the plan file, described in a language.
fn schema(lang: Lang) -> Value {
    let mut root = Map::new();
    root.insert(
        String::from("farsight"),
        json!({
            "const": FORMAT,
            "title": Text::new("Format", "格式版本").get(lang),
            "description": Text::new("The version of the format of this file.", "本文件的格式版本。").get(lang),
        }),
    );
    for section in sections() {
        place(&mut root, section.path, section_schema(section, lang));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": Text::new("A farsight marketing plan", "farsight 营销计划").get(lang),
        "type": "object",
        "required": ["farsight"],
        "properties": root,
        "additionalProperties": false,
    })
}

/// Puts a section's schema where its path leads, making tables on the way.
fn place(properties: &mut Map<String, Value>, path: &str, schema: Value) {
    let (first, rest) = match path.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path, None),
    };
    let slot = properties.entry(first).or_insert_with(
        || json!({ "type": "object", "properties": {}, "additionalProperties": false }),
    );
    match rest {
        None => *slot = schema,
        Some(rest) => {
            if let Some(inner) = slot.get_mut("properties").and_then(Value::as_object_mut) {
                place(inner, rest, schema);
            }
        }
    }
}

fn section_schema(section: &Section, lang: Lang) -> Value {
    let fields: Map<String, Value> = section
        .fields
        .iter()
        .map(|field| (field.key.to_owned(), field_schema(field, lang)))
        .collect();
    let table = json!({
        "type": "object",
        "properties": fields,
        "additionalProperties": false,
    });
    let mut schema = match section.shape {
        Shape::Table => table,
        Shape::Rows => json!({ "type": "array", "items": table }),
    };
    describe(&mut schema, section.label.get(lang), section.help.get(lang));
    schema
}

fn field_schema(field: &Field, lang: Lang) -> Value {
    let mut schema = kind_schema(field.kind);
    describe(&mut schema, field.label.get(lang), field.help.get(lang));
    let good = field.good.get(lang);
    if matches!(field.kind, Kind::Line | Kind::Text) && !good.is_empty() {
        schema["examples"] = json!([good]);
    }
    schema
}

fn describe(schema: &mut Value, title: &str, description: &str) {
    schema["title"] = json!(title);
    schema["description"] = json!(description);
}

fn kind_schema(kind: Kind) -> Value {
    let words = |choices: &[Choice]| -> Vec<&str> { choices.iter().map(|it| it.key).collect() };
    match kind {
        Kind::Line | Kind::Text | Kind::Ref(_) => json!({ "type": "string" }),
        Kind::Number | Kind::Money | Kind::Percent => json!({ "type": "number" }),
        Kind::Count => json!({ "type": "integer", "minimum": 0 }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Period => json!({ "type": "string", "examples": ["2027", "2027-Q1", "2027-02"] }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Scale(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Kind::Choice(choices) => json!({ "type": "string", "enum": words(choices) }),
        Kind::Choices(choices) => {
            json!({ "type": "array", "items": { "type": "string", "enum": words(choices) } })
        }
        Kind::Slug => json!({ "type": "string", "pattern": "^\\p{L}[\\p{L}\\p{N}-]*$" }),
        Kind::Refs(_) | Kind::Lines => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Scores(_) => json!({
            "type": "object",
            "additionalProperties": { "type": "number", "minimum": 0, "maximum": 10 },
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_in_the_schema_with_its_words() {
        for lang in Lang::ALL {
            let schema = schema(lang);
            for (section, field) in crate::catalogue::fields() {
                let mut at = &schema;
                for name in section.path.split('.') {
                    at = &at["properties"][name];
                }
                let at = match section.shape {
                    Shape::Table => at,
                    Shape::Rows => &at["items"],
                };
                let found = &at["properties"][field.key];
                assert_eq!(found["title"], field.label.get(lang), "{}", section.path);
                assert!(found["description"].is_string());
            }
        }
    }
}
