//! Findings as annotations of a GitHub workflow: `::error file=…,line=…::…`.
//!
//! GitHub shows the first ten of each level and drops the rest, so the worst come first.

use std::io::{self, Write};

use super::Checked;
use super::output::{Manner, Printer, Totals};
use crate::checks::{Finding, Severity};
use crate::plan::Lines;

/// Collects annotations by severity.
pub(super) struct Annotations {
    manner: Manner,
    found: [Vec<String>; Severity::ALL.len()],
}

impl Annotations {
    pub fn new(manner: Manner) -> Annotations {
        Annotations {
            manner,
            found: Default::default(),
        }
    }

    fn one(&self, plan: &Checked, lines: &Lines<'_>, finding: &Finding) -> String {
        let lang = self.manner.lang;
        let (start, end) = (
            lines.place(finding.span.start),
            lines.place(finding.span.end.max(finding.span.start)),
        );
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        // Columns count only where the finding stays in one line.
        let columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column, end.column)
        } else {
            String::new()
        };
        let body = [
            finding.message(lang),
            finding.rule.why.get(lang).to_owned(),
            finding.rule.ask.get(lang).to_owned(),
        ];
        format!(
            "::{level} file={},line={},endLine={}{columns},title={}::{}",
            property(&plan.name),
            start.line,
            end.line,
            property(&format!("{} ({})", finding.rule.name, finding.rule.code)),
            data(&body.join("\n"))
        )
    }
}

impl Printer for Annotations {
    fn plan(&mut self, plan: &Checked, _page: &[u8], _out: &mut dyn Write) -> io::Result<()> {
        let lines = Lines::of(&plan.text);
        for finding in plan.report.open() {
            let line = self.one(plan, &lines, finding);
            if let Some(list) = self.found.get_mut(finding.severity as usize) {
                list.push(line);
            }
        }
        Ok(())
    }

    fn end(&mut self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        for line in self.found.iter().flatten() {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }
}

/// The text after `::`, with what would end it written as the workflow commands want it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, which a comma or colon would end as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_an_annotation() {
        assert_eq!(data("80 %\r\n::error::x"), "80 %25%0D%0A::error::x");
        assert_eq!(property("计划,一:二.toml"), "计划%2C一%3A二.toml");
    }
}
