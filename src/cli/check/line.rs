//! One finding in one line, for editors and pipes: `plan.toml:12:3: error: … [rule N103]`.

use std::io::{self, Write};

use super::super::console::visible;
use super::output::{Manner, Printer, Totals};
use super::{Checked, text};
use crate::plan::Lines;

/// Prints one line for each open finding.
pub(super) struct Rows(Manner);

impl Rows {
    pub fn new(manner: Manner) -> Rows {
        Rows(manner)
    }
}

impl Printer for Rows {
    fn page(&self, plan: &Checked, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.0.lang;
        let lines = Lines::of(&plan.text);
        let name = visible(&plan.name);
        for finding in plan.report.open() {
            let place = lines.place(finding.span.start);
            // A sentence has one line, whatever the plan's words in it are.
            let message = visible(&finding.message(lang)).replace('\n', " ");
            writeln!(
                out,
                "{name}:{}:{}: {}: {message} [{} {}]",
                place.line,
                place.column,
                finding.severity.label().get(lang),
                finding.rule.name,
                finding.rule.code
            )?;
        }
        Ok(())
    }

    fn end(&mut self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", text::summary(totals, self.0.lang))
    }
}
