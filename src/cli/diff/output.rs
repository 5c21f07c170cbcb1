//! A comparison as text for people and as data for programs.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::super::console::{BOLD, Console, FAINT, GREEN, RED, visible};
use super::super::failure::Failure;
use super::super::figures::shift_json;
use super::sides::Side;
use crate::catalogue::Step;
use crate::review::{Change, ChangeKind, Fate, Review, Summary, Value, weight};
use crate::words::{Lang, Text, wrap};

/// The name and version of the format.
const SCHEMA: &str = "farsight.diff/1";
/// How wide prose is.
const CELLS: usize = 78;

/// What the output needs.
pub(super) struct Page<'r> {
    pub review: &'r Review,
    pub old: &'r Side,
    pub new: &'r Side,
    pub lang: Lang,
}

impl Page<'_> {
    /// What is told of the comparison, in the same words wherever it is told.
    pub fn summary(&self) -> Summary<'_> {
        Summary {
            review: self.review,
            lang: self.lang,
        }
    }

    /// `5 changes, decisions among them: 2`, or that one of the plans is not there.
    pub fn headline(&self) -> String {
        let text = match (self.old.is_there(), self.new.is_there()) {
            (false, _) => Text::new("The plan is new.", "这是一份新计划。"),
            (_, false) => Text::new("The plan was deleted.", "这份计划已删除。"),
            _ => return self.summary().headline(),
        };
        text.get(self.lang).to_owned()
    }

    pub fn text(&self, console: &mut Console) -> Result<(), Failure> {
        let lang = self.lang;
        let names = format!("{} → {}", self.old.name, self.new.name);
        let names = console.paint(FAINT, &visible(&names));
        console.line(&names)?;
        let headline = console.paint(BOLD, &self.headline());
        console.line(&headline)?;
        if self.old.is_there() && self.new.is_there() {
            let decisions = self.summary().decisions();
            let label = Text::new("Decisions", "决策").get(lang);
            self.group(label, &decisions, console)?;
            for step in Step::ALL {
                let label = match step {
                    Step::Plan => step.label().get(lang).to_owned(),
                    _ => format!("{} {}", step.number(), step.label().get(lang)),
                };
                self.group(&label, &self.summary().others(step), console)?;
            }
            self.figures(console)?;
            self.findings(console)?;
        }
        if let Some(moved) = self.summary().moved() {
            console.line("")?;
            console.line(&moved)?;
        }
        Ok(())
    }

    fn group(
        &self,
        label: &str,
        changes: &[&Change],
        console: &mut Console,
    ) -> Result<(), Failure> {
        if changes.is_empty() {
            return Ok(());
        }
        console.line("")?;
        let label = console.paint(BOLD, label);
        console.line(&label)?;
        for change in changes {
            let style = match change.kind {
                ChangeKind::Added => GREEN,
                ChangeKind::Dropped => RED,
                _ => FAINT,
            };
            let mark = console.paint(style, change.kind.mark());
            let said = visible(&self.summary().say(change)).into_owned();
            for (at, line) in wrap(&said, CELLS - 4).into_iter().enumerate() {
                let before = if at == 0 {
                    format!("  {mark} ")
                } else {
                    "    ".to_owned()
                };
                console.line(&format!("{before}{line}"))?;
            }
            let detail = self.summary().detail(change);
            // An empty text is wrapped as one empty line.
            let detail = visible(&detail);
            let lines = wrap(&detail, CELLS - 6);
            for line in lines.into_iter().filter(|line| !line.is_empty()) {
                console.line(&format!("      {line}"))?;
            }
        }
        Ok(())
    }

    fn figures(&self, console: &mut Console) -> Result<(), Failure> {
        let figures = self.summary().other_figures();
        if figures.is_empty() {
            return Ok(());
        }
        console.line("")?;
        let label = Text::new("Figures", "数字").get(self.lang);
        let label = console.paint(BOLD, label);
        console.line(&label)?;
        for shift in figures {
            let said = shift.say(&self.review.currency, self.lang);
            for line in wrap(&visible(&said), CELLS - 4) {
                console.line(&format!("    {line}"))?;
            }
        }
        Ok(())
    }

    fn findings(&self, console: &mut Console) -> Result<(), Failure> {
        let lang = self.lang;
        let Some(line) = self.summary().findings_line() else {
            return Ok(());
        };
        console.line("")?;
        let label = Text::new("Findings: {0}", "检查结果：{0}").fill(lang, &[line]);
        let label = console.paint(BOLD, &label);
        console.line(&label)?;
        for noted in &self.review.findings {
            let finding = &noted.finding;
            let severity = finding.severity.label().get(lang);
            let text = Text::new("{0} {1}: {2}", "{0}{1}：{2}");
            let fate = noted.fate.label().get(lang);
            let said = text.fill(lang, &[fate, severity, &finding.message(lang)]);
            let mark = match noted.fate {
                Fate::New => finding.severity.mark(),
                Fate::Answered | Fate::Gone => "✓",
            };
            for (at, line) in wrap(&visible(&said), CELLS - 4).into_iter().enumerate() {
                let before = if at == 0 { mark } else { " " };
                console.line(&format!("  {before} {line}"))?;
            }
        }
        Ok(())
    }

    pub fn json(&self, console: &mut Console) -> Result<(), Failure> {
        let lang = self.lang;
        let changes: Vec<Json> = self
            .review
            .diff
            .changes
            .iter()
            .map(|change| {
                json!({
                    "kind": change.kind.key(),
                    "path": change.path,
                    "section": change.section.map(|it| it.path),
                    "field": change.field.map(|it| it.key),
                    "label": change.label(lang),
                    "row": change.row.as_ref().map(|row| json!({
                        "old": row.old, "new": row.new, "name": row.caption,
                    })),
                    "before": change.before.as_ref().map(value),
                    "after": change.after.as_ref().map(value),
                    "reason": change.reason.as_ref().map(|it| value(&it.text)),
                    "decision": weight(change).is_some(),
                    "text": self.summary().say(change),
                })
            })
            .collect();
        let figures: Vec<Json> = self
            .review
            .figures
            .iter()
            .map(|it| shift_json(it, lang))
            .collect();
        let findings: Vec<Json> = self
            .review
            .findings
            .iter()
            .map(|noted| {
                let finding = &noted.finding;
                json!({
                    "fate": noted.fate.key(),
                    "rule": finding.rule.name,
                    "code": finding.rule.code,
                    "severity": finding.severity.key(),
                    "path": finding.path,
                    "message": finding.message(lang),
                })
            })
            .collect();
        let out = json!({
            "schema": SCHEMA,
            "old": self.old.name,
            "new": self.new.name,
            "old_exists": self.old.is_there(),
            "new_exists": self.new.is_there(),
            "currency": self.review.currency,
            "same_content": self.review.diff.is_empty(),
            "changes": changes,
            "figures": figures,
            "findings": findings,
        });
        serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
        Ok(writeln!(console.out)?)
    }
}

fn value(value: &Value) -> Json {
    match value {
        Value::Text(text) | Value::Bare(text) => json!(text),
        // As text, since no digit may be lost on the way.
        Value::Number(number) => json!(number.normalize().to_string()),
        Value::List(items) => items.iter().map(self::value).collect(),
        Value::Table(table) => {
            let entries = table.iter().map(|(key, it)| (key.clone(), self::value(it)));
            Json::Object(entries.collect())
        }
    }
}
