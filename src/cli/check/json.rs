//! Findings for programs: `farsight.check/1`.
//!
//! Bytes are counted from 0, with the byte after the last as the end; lines and columns from 1,
//! a column being a character. The words are in the language asked for, the keys never change.

use std::io::Write;

use serde::Serialize;

use super::super::console::Console;
use super::super::failure::Failure;
use super::Checked;
use crate::checks::Finding;
use crate::plan::{Lines, Place};
use crate::words::Lang;

/// The name and version of the format.
const SCHEMA: &str = "farsight.check/1";

#[derive(Serialize)]
struct Out<'c> {
    schema: &'static str,
    language: &'static str,
    plans: Vec<PlanOut<'c>>,
}

#[derive(Serialize)]
struct PlanOut<'c> {
    file: &'c str,
    rules: Rules,
    unchecked: Vec<Unchecked>,
    /// Rules that the settings switch off.
    off: Vec<&'static str>,
    findings: Vec<FindingOut<'c>>,
}

#[derive(Serialize)]
struct Rules {
    checked: usize,
    total: usize,
}

#[derive(Serialize)]
struct Unchecked {
    rule: &'static str,
    code: &'static str,
    lacks: &'static str,
}

#[derive(Serialize)]
struct FindingOut<'c> {
    rule: &'static str,
    code: &'static str,
    severity: &'static str,
    path: &'c str,
    start: At,
    end: At,
    message: String,
    why: &'static str,
    ask: &'static str,
    answered: Option<AnsweredOut<'c>>,
    /// Whether a baseline knows it.
    known: bool,
    fix: Option<Vec<Splice<'c>>>,
}

#[derive(Serialize)]
struct At {
    byte: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct AnsweredOut<'c> {
    reason: &'c str,
    by: Option<&'c str>,
    until: Option<String>,
}

#[derive(Serialize)]
struct Splice<'c> {
    start: usize,
    end: usize,
    new: &'c str,
}

/// Prints the findings of plans.
pub(super) fn print(plans: &[Checked], console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let out = Out {
        schema: SCHEMA,
        language: lang.tag(),
        plans: plans.iter().map(|plan| plan_out(plan, lang)).collect(),
    };
    serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
    Ok(writeln!(console.out)?)
}

fn plan_out(plan: &Checked, lang: Lang) -> PlanOut<'_> {
    let report = &plan.report;
    let lines = Lines::of(&plan.text);
    PlanOut {
        file: &plan.name,
        rules: Rules {
            checked: report.checked,
            total: report.total(),
        },
        unchecked: report
            .unchecked
            .iter()
            .map(|(rule, lacks)| Unchecked {
                rule: rule.name,
                code: rule.code,
                lacks: lacks.get(lang),
            })
            .collect(),
        off: report.off.iter().map(|rule| rule.name).collect(),
        findings: report
            .findings
            .iter()
            .map(|finding| finding_out(finding, &lines, lang))
            .collect(),
    }
}

fn finding_out<'c>(finding: &'c Finding, lines: &Lines<'_>, lang: Lang) -> FindingOut<'c> {
    let at = |byte| {
        let Place { line, column } = lines.place(byte);
        At { byte, line, column }
    };
    FindingOut {
        rule: finding.rule.name,
        code: finding.rule.code,
        severity: finding.severity.key(),
        path: &finding.path,
        start: at(finding.span.start),
        end: at(finding.span.end),
        message: finding.message(lang),
        why: finding.rule.why.get(lang),
        ask: finding.rule.ask.get(lang),
        answered: finding.answered.as_ref().map(|answered| AnsweredOut {
            reason: &answered.reason,
            by: answered.by.as_deref(),
            until: answered.until.map(|day| day.to_string()),
        }),
        known: finding.known,
        fix: finding.fix.as_ref().map(|fix| {
            fix.splices()
                .iter()
                .map(|splice| Splice {
                    start: splice.range.start,
                    end: splice.range.end,
                    new: &splice.new,
                })
                .collect()
        }),
    }
}
