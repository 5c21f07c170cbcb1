//! A comparison as Markdown, to stand in a pull request: short, with the detail folded away.

use std::fmt::Write;

use super::change::Change;
use super::summary::Summary;
use crate::catalogue::Step;
use crate::words::{Lang, Text, visible};

/// So many lines of each part are shown; with headings and blank lines a page has at most sixty.
const DECISIONS: usize = 12;
const DETAILS: usize = 14;
const FIGURES: usize = 8;
const FINDINGS: usize = 8;

/// The head of a page: what is compared, and what came of it in one line.
pub fn head(name: &str, headline: &str) -> String {
    format!("### {}\n\n**{headline}**\n", plain(name))
}

impl Summary<'_> {
    /// The page; `name` is what people call the plan.
    pub fn markdown(&self, name: &str) -> String {
        let lang = self.lang;
        let mut page = head(name, &self.headline());
        let decisions: Vec<String> = (self.decisions().into_iter())
            .map(|change| self.line(change))
            .collect();
        if !decisions.is_empty() {
            page.push('\n');
            list(&mut page, &decisions, DECISIONS, lang);
        }
        let others = Step::ALL.into_iter().flat_map(|step| self.others(step));
        let details: Vec<String> = others.map(|change| self.line(change)).collect();
        let text = Text::new("Other changes: {0}", "其他改动：{0}");
        folded(&mut page, text, &details, DETAILS, lang);
        let figures: Vec<String> = (self.other_figures().into_iter())
            .map(|shift| plain(&shift.say(&self.review.currency, lang)))
            .collect();
        let text = Text::new("Figures that moved: {0}", "有变化的数字：{0}");
        folded(&mut page, text, &figures, FIGURES, lang);
        if let Some(counts) = self.findings_line() {
            let line = Text::new("Findings: {0}", "检查结果：{0}").fill(lang, &[counts]);
            // Writing to a String cannot fail.
            let _ = writeln!(page, "\n{line}");
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
        let text = Text::new("Findings that changed: {0}", "有变化的检查结果：{0}");
        folded(&mut page, text, &findings, FINDINGS, lang);
        if let Some(moved) = self.moved() {
            let _ = writeln!(page, "\n{moved}");
        }
        page
    }

    /// A change with its detail, on one line.
    fn line(&self, change: &Change) -> String {
        let said = plain(&self.say(change));
        let detail = self.detail(change);
        if detail.is_empty() {
            return said;
        }
        Text::new("{0}: {1}", "{0}：{1}").fill(self.lang, &[said, plain(&detail)])
    }
}

fn list(page: &mut String, lines: &[String], most: usize, lang: Lang) {
    // One line more is no longer than saying that there is one.
    let shown = if lines.len() > most {
        most - 1
    } else {
        lines.len()
    };
    for line in lines.iter().take(shown) {
        let _ = writeln!(page, "- {line}");
    }
    if lines.len() > shown {
        let text = Text::new("- … and {0} more", "- ……还有{0}项");
        let rest = (lines.len() - shown).to_string();
        let _ = writeln!(page, "{}", text.fill(lang, &[rest]));
    }
}

fn folded(page: &mut String, head: Text, lines: &[String], most: usize, lang: Lang) {
    if lines.is_empty() {
        return;
    }
    let head = head.fill(lang, &[lines.len().to_string()]);
    let _ = writeln!(page, "\n<details><summary>{head}</summary>\n");
    list(page, lines, most, lang);
    page.push_str("\n</details>\n");
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
