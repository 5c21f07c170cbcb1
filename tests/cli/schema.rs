//! `farsight schema`.

use crate::support::sandbox::Sandbox;

fn schema(lang: &str) -> serde_json::Value {
    let sandbox = Sandbox::new();
    let output = sandbox
        .command(&["schema", "--lang", lang])
        .output()
        .unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_section_is_described_in_both_languages() {
    for lang in ["en", "zh"] {
        let schema = schema(lang);
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        let map = &schema["properties"]["value"]["properties"]["map"];
        let forces = &schema["properties"]["needs"]["properties"]["forces"];
        let shown = serde_json::to_string_pretty(&[map, forces]).unwrap();
        crate::support::sandbox::settings()
            .bind(|| insta::assert_snapshot!(format!("schema-{lang}"), shown));
    }
}

/// Whether a value is what a schema of ours says: the few keywords that it uses.
fn fits(schema: &serde_json::Value, value: &toml::Value, at: &str) {
    use toml::Value;
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let at = format!("{at}.{key}");
                let inner = &schema["properties"][key];
                let inner = if inner.is_null() {
                    &schema["additionalProperties"]
                } else {
                    inner
                };
                assert!(inner.is_object(), "{at} is not in the schema");
                if at != ".farsight" {
                    fits(inner, value, &at);
                }
            }
        }
        Value::Array(items) => {
            assert_eq!(schema["type"], "array", "{at}");
            for item in items {
                fits(&schema["items"], item, at);
            }
        }
        Value::String(text) => {
            assert_eq!(schema["type"], "string", "{at}");
            if let Some(words) = schema["enum"].as_array() {
                assert!(words.iter().any(|word| word == text), "{at}: {text}");
            }
        }
        Value::Integer(_) => assert!(
            schema["type"] == "integer" || schema["type"] == "number",
            "{at}"
        ),
        Value::Float(_) => assert_eq!(schema["type"], "number", "{at}"),
        Value::Boolean(_) => assert_eq!(schema["type"], "boolean", "{at}"),
        Value::Datetime(_) => assert_eq!(schema["format"], "date", "{at}"),
    }
}

#[test]
fn every_sample_fits_the_schema() {
    let schema = schema("en");
    for sample in farsight::plan::SAMPLES {
        let table: toml::Table = sample.text.parse().unwrap();
        fits(&schema, &toml::Value::Table(table), "");
    }
}
