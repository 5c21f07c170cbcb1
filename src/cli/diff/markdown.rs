//! A comparison as Markdown, to stand in a pull request: short, with the detail folded away.

use super::super::console::{Console, visible};
use super::super::failure::Failure;
use super::output::{Page, marked};
use crate::catalogue::Step;
use crate::review::Change;
use crate::words::Text;

/// So many lines of each part are shown; with headings and blank lines a page has at most sixty.
const DECISIONS: usize = 12;
const DETAILS: usize = 14;
const FIGURES: usize = 8;
const FINDINGS: usize = 8;

impl Page<'_> {
    /// Prints the page.
    pub fn markdown(&self, console: &mut Console) -> Result<(), Failure> {
        let lang = self.lang;
        console.line(&format!("### {}", plain(&self.new.name)))?;
        console.line("")?;
        console.line(&format!("**{}**", self.headline()))?;
        if self.old.is_there() && self.new.is_there() {
            let decisions: Vec<String> = (self.decisions().into_iter())
                .map(|change| self.line(change))
                .collect();
            if !decisions.is_empty() {
                console.line("")?;
                self.list(&decisions, DECISIONS, console)?;
            }
            let others = Step::ALL.into_iter().flat_map(|step| self.others(step));
            let details: Vec<String> = others.map(|change| self.line(change)).collect();
            let head = Text::new("Other changes: {0}", "其他改动：{0}");
            self.folded(head, &details, DETAILS, console)?;
            let figures: Vec<String> = (self.other_figures().into_iter())
                .map(|shift| plain(&shift.say(&self.review.currency, lang)))
                .collect();
            let head = Text::new("Figures that moved: {0}", "有变化的数字：{0}");
            self.folded(head, &figures, FIGURES, console)?;
            if let Some(counts) = self.findings_line() {
                console.line("")?;
                console.line(&Text::new("Findings: {0}", "检查结果：{0}").fill(lang, &[counts]))?;
            }
            let findings: Vec<String> = (self.review.findings.iter())
                .map(|noted| {
                    let fate = noted.fate.label().get(lang);
                    let severity = noted.finding.severity.label().get(lang);
                    let said = plain(&noted.finding.message(lang));
                    let text = Text::new("{0} {1}: {2}", "{0}{1}：{2}");
                    text.fill(lang, &[fate, severity, &said])
                })
                .collect();
            let head = Text::new("Findings that changed: {0}", "有变化的检查结果：{0}");
            self.folded(head, &findings, FINDINGS, console)?;
        }
        if let Some(moved) = self.moved() {
            console.line("")?;
            console.line(&moved)?;
        }
        Ok(())
    }

    /// A change with its detail, on one line.
    fn line(&self, change: &Change) -> String {
        let said = plain(&self.say(change));
        let detail = if change.is_long() {
            marked(change)
        } else {
            self.fields(change)
        };
        if detail.is_empty() {
            return said;
        }
        Text::new("{0}: {1}", "{0}：{1}").fill(self.lang, &[said, plain(&detail)])
    }

    fn list(&self, lines: &[String], most: usize, console: &mut Console) -> Result<(), Failure> {
        // One line more is no longer than saying that there is one.
        let shown = if lines.len() > most {
            most - 1
        } else {
            lines.len()
        };
        for line in lines.iter().take(shown) {
            console.line(&format!("- {line}"))?;
        }
        if lines.len() > shown {
            let text = Text::new("- … and {0} more", "- ……还有{0}项");
            let rest = (lines.len() - shown).to_string();
            console.line(&text.fill(self.lang, &[rest]))?;
        }
        Ok(())
    }

    fn folded(
        &self,
        head: Text,
        lines: &[String],
        most: usize,
        console: &mut Console,
    ) -> Result<(), Failure> {
        if lines.is_empty() {
            return Ok(());
        }
        let head = head.fill(self.lang, &[lines.len().to_string()]);
        console.line("")?;
        console.line(&format!("<details><summary>{head}</summary>"))?;
        console.line("")?;
        self.list(lines, most, console)?;
        console.line("")?;
        console.line("</details>")
    }
}

/// A text on one line in which nothing is markup and nobody is called by name.
fn plain(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("@\u{200b}"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' | '!' => {
                out.extend(['\\', c]);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(
            plain("<b>@all\n*顾客* [x](y) `z`"),
            "&lt;b&gt;@\u{200b}all \\*顾客\\* \\[x\\](y) \\`z\\`"
        );
    }
}
