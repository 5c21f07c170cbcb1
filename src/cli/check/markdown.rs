//! Findings as Markdown, to stand in a pull request.

use std::io::{self, Write};

use super::output::{Manner, Printer, Totals};
use super::{Checked, text};
use crate::checks::{Finding, Severity, myopia};
use crate::plan::Lines;
use crate::words::Text;

/// Prints a table for each plan that has findings, and one line for each that has none.
pub(super) struct Page(Manner);

impl Page {
    pub fn new(manner: Manner) -> Page {
        Page(manner)
    }

    fn row(&self, lines: &Lines<'_>, finding: &Finding) -> String {
        let lang = self.0.lang;
        format!(
            "| {} {} | {} | {} | {} `{}` |",
            finding.severity.mark(),
            finding.severity.label().get(lang),
            lines.place(finding.span.start).line,
            code(&finding.path),
            cell(&finding.message(lang)),
            finding.rule.name
        )
    }

    fn answered(&self, plan: &Checked, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.0.lang;
        let answers = || {
            let answered = |it: &'_ Finding| it.answered.is_some();
            plan.report.findings.iter().filter(move |it| answered(it))
        };
        let count = answers().count();
        if count == 0 {
            return Ok(());
        }
        let head = Text::new("{0} answered", "{0}项已答复").fill(lang, &[count.to_string()]);
        writeln!(out, "<details><summary>{head}</summary>\n")?;
        for finding in answers() {
            let Some(answer) = &finding.answered else {
                continue;
            };
            let by = answer.by.as_ref().map(|by| format!(" ({})", cell(by)));
            writeln!(
                out,
                "- `{}` {}: {}{}",
                finding.rule.name,
                code(&finding.path),
                cell(&answer.reason),
                by.unwrap_or_default()
            )?;
        }
        writeln!(out, "\n</details>\n")
    }
}

impl Printer for Page {
    fn page(&self, plan: &Checked, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.0.lang;
        writeln!(out, "### {}\n", cell(&plan.name))?;
        let lines = Lines::of(&plan.text);
        if plan.report.open().next().is_some() {
            let head = Text::new(
                "| | Line | Where | What is found |",
                "| | 行 | 位置 | 发现 |",
            );
            writeln!(out, "{}\n|---|---:|---|---|", head.get(lang))?;
        }
        // The worst first: a reviewer may stop after ten lines.
        for severity in Severity::ALL {
            for finding in plan.report.open().filter(|it| it.severity == severity) {
                writeln!(out, "{}", self.row(&lines, finding))?;
            }
        }
        let signals = myopia::signals(&plan.report);
        if let Some(sentence) = myopia::sentence(&signals, lang) {
            writeln!(out, "\n{sentence}\n")?;
            for line in text::evidence(&signals, &lines, lang) {
                writeln!(out, "- {line}")?;
            }
        }
        let coverage = text::coverage(plan, lang);
        writeln!(out, "\n{coverage}\n")?;
        self.answered(plan, out)
    }

    fn end(&mut self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "**{}**", text::summary(totals, self.0.lang))
    }
}

/// A text in one cell of a table, in which nothing is markup.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A text as code in a table: a path is shown as it is.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'").replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(cell("a|b*c*\n<b>顾_客"), "a\\|b\\*c\\* &lt;b>顾\\_客");
        assert_eq!(code("a.\"b|`c\""), "`a.\"b\\|'c\"`");
    }
}
