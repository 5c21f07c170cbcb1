//! Findings as the Code Quality report of GitLab: one JSON array of issues.
//!
//! GitLab compares the reports of two branches by fingerprint, so no two issues may share one: a
//! finding whose like came before has its number added.

use std::collections::HashMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::Checked;
use super::output::{Manner, Printer, Totals};
use crate::checks::{self, Finding, Severity};
use crate::plan::Lines;

/// Collects issues.
pub(super) struct Quality {
    manner: Manner,
    issues: Vec<Value>,
    seen: HashMap<String, usize>,
}

impl Quality {
    pub fn new(manner: Manner) -> Quality {
        Quality {
            manner,
            issues: Vec::new(),
            seen: HashMap::new(),
        }
    }

    fn issue(&mut self, plan: &Checked, lines: &Lines<'_>, finding: &Finding) -> Value {
        let lang = self.manner.lang;
        let fingerprint = checks::fingerprint(finding, &plan.name, &plan.text);
        let times = self.seen.entry(fingerprint.clone()).or_default();
        *times += 1;
        let fingerprint = match times {
            1 => fingerprint,
            more => format!("{fingerprint}-{more}"),
        };
        let (start, end) = (finding.span.start, finding.span.end);
        json!({
            "description": format!("{} {}", finding.message(lang), finding.rule.ask.get(lang)),
            "check_name": finding.rule.name,
            "fingerprint": fingerprint,
            "severity": severity(finding.severity),
            "location": {
                "path": plan.name,
                "lines": {
                    "begin": lines.place(start).line,
                    "end": lines.place(end.saturating_sub(1).max(start)).line,
                },
            },
        })
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Advice => "info",
    }
}

impl Printer for Quality {
    fn plan(&mut self, plan: &Checked, _page: &[u8], _out: &mut dyn Write) -> io::Result<()> {
        let lines = Lines::of(&plan.text);
        for finding in plan.report.open() {
            let issue = self.issue(plan, &lines, finding);
            self.issues.push(issue);
        }
        Ok(())
    }

    fn end(&mut self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.issues)?;
        writeln!(out)
    }
}
