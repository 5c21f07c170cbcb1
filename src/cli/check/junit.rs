//! Findings as a JUnit report, which build servers and graders of courses read.
//!
//! A plan is a suite and a rule is a case: it passes, it fails, or it is skipped because the plan
//! lacks the data. Findings that do not fail the check stand in the output of a case that passes.

use std::io::{self, Write};

use super::Checked;
use super::output::{Manner, Printer, Totals};
use crate::checks::{self, Finding, Rule};
use crate::plan::Lines;

/// Collects suites; the totals in the first line are known only at the end.
pub(super) struct Suites {
    manner: Manner,
    body: String,
    cases: usize,
    failures: usize,
    skipped: usize,
}

impl Suites {
    pub fn new(manner: Manner) -> Suites {
        Suites {
            manner,
            body: String::new(),
            cases: 0,
            failures: 0,
            skipped: 0,
        }
    }

    /// What one rule says of a plan, line by line.
    fn told<'f>(
        &self,
        plan: &Checked,
        lines: &Lines<'_>,
        findings: impl Iterator<Item = &'f Finding>,
    ) -> String {
        let lang = self.manner.lang;
        let line = |finding: &Finding| {
            let place = lines.place(finding.span.start);
            let severity = finding.severity.label().get(lang);
            let (line, column) = (place.line, place.column);
            format!(
                "{}:{line}:{column}: {severity}: {}\n",
                plan.name,
                finding.message(lang)
            )
        };
        findings.map(line).collect()
    }

    fn case(
        &mut self,
        plan: &Checked,
        lines: &Lines<'_>,
        rule: &'static Rule,
    ) -> (String, Outcome) {
        let lang = self.manner.lang;
        let report = &plan.report;
        let open = || report.open().filter(|it| it.rule.code == rule.code);
        let failing: Vec<&Finding> = open()
            .filter(|it| plan.project.fail_on.fails(it.severity))
            .collect();
        let head = format!(
            "    <testcase classname=\"{}\" name=\"{} ({})\"",
            attribute(&plan.name),
            rule.name,
            rule.code
        );
        if let Some(worst) = failing.iter().min_by_key(|it| it.severity) {
            let message = format!(
                "      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                worst.severity.key(),
                attribute(&worst.message(lang)),
                content(&self.told(plan, lines, open()))
            );
            return (
                format!("{head}>\n{message}    </testcase>\n"),
                Outcome::Fails,
            );
        }
        let told = self.told(plan, lines, open());
        if !told.is_empty() {
            let out = format!("      <system-out>{}</system-out>\n", content(&told));
            return (format!("{head}>\n{out}    </testcase>\n"), Outcome::Passes);
        }
        match report.unchecked.iter().find(|(it, _)| it.code == rule.code) {
            Some((_, lacks)) => {
                let skip = format!(
                    "      <skipped message=\"{}\"/>\n",
                    attribute(lacks.get(lang))
                );
                (
                    format!("{head}>\n{skip}    </testcase>\n"),
                    Outcome::Skipped,
                )
            }
            None => (format!("{head}/>\n"), Outcome::Passes),
        }
    }
}

/// What came of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passes,
    Fails,
    Skipped,
}

impl Printer for Suites {
    fn plan(&mut self, plan: &Checked, _page: &[u8], _out: &mut dyn Write) -> io::Result<()> {
        let lines = Lines::of(&plan.text);
        let cases: Vec<(String, Outcome)> = checks::rules()
            .map(|rule| self.case(plan, &lines, rule))
            .collect();
        let count = |outcome| cases.iter().filter(|(_, it)| *it == outcome).count();
        let (failures, skipped) = (count(Outcome::Fails), count(Outcome::Skipped));
        let name = attribute(&plan.name);
        self.body += &format!(
            "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">\n",
            cases.len()
        );
        self.body
            .extend(cases.iter().map(|(text, _)| text.as_str()));
        self.body += "  </testsuite>\n";
        self.cases += cases.len();
        self.failures += failures;
        self.skipped += skipped;
        Ok(())
    }

    fn end(&mut self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(
            out,
            "<testsuites name=\"farsight\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">",
            self.cases, self.failures, self.skipped
        )?;
        writeln!(out, "{}</testsuites>", self.body)
    }
}

/// A text between tags; characters that XML has no place for are replaced.
fn content(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'.. => out.push(c),
            _ => out.push('\u{fffd}'),
        }
    }
    out
}

/// A text in double quotes, in one line.
fn attribute(text: &str) -> String {
    content(text)
        .replace('"', "&quot;")
        .replace(['\n', '\r', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(
            content("a < b && \u{1}顾客"),
            "a &lt; b &amp;&amp; \u{fffd}顾客"
        );
        assert_eq!(attribute("“说”\n\"x\""), "“说” &quot;x&quot;");
    }
}
