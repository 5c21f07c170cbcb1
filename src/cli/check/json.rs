//! Findings for programs: `farsight.check/1`.
//!
//! Bytes are counted from 0, with the byte after the last as the end; lines and columns from 1,
//! a column being a character. The words are in the language asked for, the keys never change.

use std::io::{self, Write};

use serde::Serialize;

use super::Checked;
use super::output::{Manner, Printer, Totals};
use crate::checks::{Finding, myopia};
use crate::plan::{Lines, Place};
use crate::words::Lang;

/// The name and version of the format.
const SCHEMA: &str = "farsight.check/1";

#[derive(Serialize)]
struct PlanOut<'c> {
    file: &'c str,
    rules: Rules,
    unchecked: Vec<Unchecked>,
    /// Rules that the settings switch off.
    off: Vec<&'static str>,
    findings: Vec<FindingOut<'c>>,
    /// How many rows were looked at, where there are marks beside the plan.
    marks: Option<MarksOut>,
    /// Families of marketing myopia that have fired, each with its evidence in the plan.
    myopia: Vec<FamilyOut<'c>>,
}

#[derive(Serialize)]
struct MarksOut {
    looked_at: usize,
    suspect: usize,
    not_yet: usize,
}

#[derive(Serialize)]
struct FamilyOut<'c> {
    family: &'static str,
    label: &'static str,
    evidence: Vec<SignalOut<'c>>,
}

#[derive(Serialize)]
struct SignalOut<'c> {
    rule: &'static str,
    path: &'c str,
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

/// Prints one object with all plans, each as it comes.
pub(super) struct Json {
    manner: Manner,
    plans: usize,
}

impl Json {
    pub fn new(manner: Manner) -> Json {
        Json { manner, plans: 0 }
    }
}

impl Printer for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let language = self.manner.lang.tag();
        write!(
            out,
            "{{\n  \"schema\": \"{SCHEMA}\",\n  \"language\": \"{language}\",\n  \"plans\": ["
        )
    }

    fn page(&self, plan: &Checked, out: &mut dyn Write) -> io::Result<()> {
        let plan = serde_json::to_string_pretty(&plan_out(plan, self.manner.lang))?;
        write!(out, "\n    {}", plan.replace('\n', "\n    "))
    }

    fn plan(&mut self, _plan: &Checked, page: &[u8], out: &mut dyn Write) -> io::Result<()> {
        let comma = if self.plans == 0 { "" } else { "," };
        self.plans += 1;
        out.write_all(comma.as_bytes())?;
        out.write_all(page)
    }

    fn end(&mut self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let end = if self.plans == 0 { "" } else { "\n  " };
        writeln!(out, "{end}]\n}}")
    }
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
        marks: plan.marks.map(|it| MarksOut {
            looked_at: it.looked_at,
            suspect: it.suspect,
            not_yet: it.not_yet,
        }),
        myopia: myopia::signals(report)
            .into_iter()
            .map(|(family, findings)| FamilyOut {
                family: family.key(),
                label: family.label().get(lang),
                evidence: findings
                    .into_iter()
                    .map(|finding| SignalOut {
                        rule: finding.rule.name,
                        path: &finding.path,
                    })
                    .collect(),
            })
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
