//! Findings as SARIF 2.1.0, the form that code hosts and viewers take.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::Checked;
use super::output::{Manner, Printer, Totals};
use crate::checks::{self, Finding, Rule, Severity};
use crate::plan::Lines;
use crate::words::Lang;

/// The schema that the output keeps to.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Collects results; they stand in one run.
pub(super) struct Log {
    manner: Manner,
    results: Vec<Value>,
    coverage: Vec<Value>,
}

impl Log {
    pub fn new(manner: Manner) -> Log {
        Log {
            manner,
            results: Vec::new(),
            coverage: Vec::new(),
        }
    }
}

impl Printer for Log {
    fn plan(&mut self, plan: &Checked, _page: &[u8], _out: &mut dyn Write) -> io::Result<()> {
        let lang = self.manner.lang;
        let lines = Lines::of(&plan.text);
        let report = &plan.report;
        let results = report
            .findings
            .iter()
            .map(|it| result(plan, &lines, it, lang));
        self.results.extend(results);
        self.coverage.push(json!({
            "file": plan.name,
            "rulesChecked": report.checked,
            "rulesTotal": report.total(),
            "unchecked": report.unchecked.iter().map(|(rule, _)| rule.name).collect::<Vec<_>>(),
        }));
        Ok(())
    }

    fn end(&mut self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.manner.lang;
        let rules: Vec<Value> = checks::rules().map(|it| descriptor(it, lang)).collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "language": match lang { Lang::En => "en", Lang::Zh => "zh" },
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": { "%SRCROOT%": { "description": {
                    "text": "The folder in which the check was run."
                } } },
                "results": self.results,
                "properties": { "coverage": self.coverage },
            }],
        });
        let mut pretty = serde_json::Serializer::pretty(&mut *out);
        log.serialize(&mut pretty)?;
        writeln!(out)
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.title.get(lang) },
        "fullDescription": { "text": rule.why.get(lang) },
        "help": { "text": rule.ask.get(lang), "markdown": rule.page(lang) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "step": rule.step.title().get(lang) },
    })
}

fn result(plan: &Checked, lines: &Lines<'_>, finding: &Finding, lang: Lang) -> Value {
    let index = checks::rules().position(|rule| rule.code == finding.rule.code);
    let uri = uri(&plan.name);
    let mut result = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": finding.message(lang) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri, "uriBaseId": "%SRCROOT%" },
                "region": region(lines, finding.span.start, finding.span.end),
            },
            "logicalLocations": [{ "fullyQualifiedName": finding.path }],
        }],
    });
    result["partialFingerprints"] = json!({
        "farsight/v1": checks::fingerprint(finding, &plan.name, &plan.text),
    });
    if let Some(answered) = &finding.answered {
        result["suppressions"] = json!([{
            "kind": "inSource",
            "status": "accepted",
            "justification": answered.reason,
        }]);
    } else if finding.known {
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted" }]);
    }
    if let Some(fix) = &finding.fix {
        let replacements: Vec<Value> = fix
            .splices()
            .iter()
            .map(|splice| {
                json!({
                    "deletedRegion": region(lines, splice.range.start, splice.range.end),
                    "insertedContent": { "text": splice.new },
                })
            })
            .collect();
        result["fixes"] = json!([{
            "description": { "text": finding.rule.ask.get(lang) },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri, "uriBaseId": "%SRCROOT%" },
                "replacements": replacements,
            }],
        }]);
    }
    result
}

fn region(lines: &Lines<'_>, start: usize, end: usize) -> Value {
    let (from, to) = (lines.place(start), lines.place(end.max(start)));
    json!({
        "startLine": from.line,
        "startColumn": from.column,
        "endLine": to.line,
        "endColumn": to.column,
        "byteOffset": start,
        "byteLength": end.max(start) - start,
    })
}

/// A path as a relative URI: slashes, and bytes that a URI has no place for percent-encoded.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(char::from(byte));
            }
            byte => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("plans/tea house.toml"), "plans/tea%20house.toml");
        assert_eq!(uri("计划.toml"), "%E8%AE%A1%E5%88%92.toml");
    }
}
