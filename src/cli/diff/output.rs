//! A comparison as text for people and as data for programs.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::super::console::{BOLD, Console, FAINT, GREEN, RED, count, visible};
use super::super::failure::Failure;
use super::super::figures::shift_json;
use super::sides::Side;
use crate::catalogue::Step;
use crate::checks::Severity;
use crate::figures::Shift;
use crate::review::{Change, ChangeKind, Fate, Mark, Noted, Review, Value, fields, say, weight};
use crate::words::{Lang, Text, wrap};

/// The name and version of the format.
const SCHEMA: &str = "farsight.diff/1";
/// The figures that stand beside the price that moved them, in this order.
const EFFECTS: [&str; 2] = ["contribution", "break-even"];
/// New findings, as they are counted.
const FRESH: &[(Severity, Text, Text)] = &[
    (
        Severity::Error,
        Text::new("{0} new error", "新出现{0}项错误"),
        Text::new("{0} new errors", "新出现{0}项错误"),
    ),
    (
        Severity::Warning,
        Text::new("{0} new warning", "新出现{0}项警告"),
        Text::new("{0} new warnings", "新出现{0}项警告"),
    ),
    (
        Severity::Advice,
        Text::new("{0} new piece of advice", "新出现{0}项建议"),
        Text::new("{0} new pieces of advice", "新出现{0}项建议"),
    ),
];
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
    /// The decisions, the most important first.
    pub fn decisions(&self) -> Vec<&Change> {
        let mut found: Vec<(usize, &Change)> = self
            .review
            .diff
            .content()
            .filter_map(|change| Some((weight(change)?, change)))
            .collect();
        found.sort_by_key(|(weight, _)| *weight);
        found.into_iter().map(|(_, change)| change).collect()
    }

    /// The other changes of a step.
    pub fn others(&self, step: Step) -> Vec<&Change> {
        let content = self.review.diff.content();
        content
            .filter(|change| change.step() == step && weight(change).is_none())
            .collect()
    }

    /// The sentence of a change; a new price is told with what it does to its product.
    pub fn say(&self, change: &Change) -> String {
        let (currency, lang) = (&self.review.currency, self.lang);
        let mut said = say(change, currency, lang);
        for shift in self.effects(change) {
            let numbers = shift.numbers(currency, lang);
            let text = Text::new("{0}; {1} {2}", "{0}；{1} {2}");
            said = text.fill(lang, &[said, shift.label(lang), numbers]);
        }
        said
    }

    /// The figures that stand beside a change: of a new price those of its product.
    fn effects<'s>(&'s self, change: &Change) -> Vec<&'s Shift> {
        let is_price = change.field.is_some_and(|field| field.key == "price");
        let row = change.path.strip_suffix(".price").filter(|_| is_price);
        let about = |shift: &&Shift| {
            let subject = shift.figure.subject.as_ref();
            subject.is_some_and(|subject| Some(subject.path.as_str()) == row)
        };
        let figures: Vec<&Shift> = self.review.figures.iter().filter(about).collect();
        let of = |role: &str| {
            let found = figures.iter().find(|shift| shift.figure.role() == role);
            found.copied()
        };
        EFFECTS.into_iter().filter_map(of).collect()
    }

    /// The figures that moved and stand beside no change.
    pub fn other_figures(&self) -> Vec<&Shift> {
        let content = self.review.diff.content();
        let beside: Vec<&str> = content
            .flat_map(|change| self.effects(change))
            .map(|shift| shift.figure.key.as_str())
            .collect();
        let is_told = |shift: &&Shift| beside.contains(&shift.figure.key.as_str());
        let figures = self.review.figures.iter();
        figures.filter(|shift| !is_told(shift)).collect()
    }

    /// What a row that came or went says, in one paragraph; nothing of other changes.
    pub fn fields(&self, change: &Change) -> String {
        let said = fields(change, &self.review.currency, self.lang);
        said.join(" · ")
    }

    /// `5 changes, 2 of them decisions`, or that there is none.
    pub fn headline(&self) -> String {
        let lang = self.lang;
        let all = self.review.diff.content().count();
        if !self.old.is_there() {
            return Text::new("The plan is new.", "这是一份新计划。")
                .get(lang)
                .to_owned();
        }
        if !self.new.is_there() {
            return Text::new("The plan was deleted.", "这份计划已删除。")
                .get(lang)
                .to_owned();
        }
        if all == 0 {
            return Text::new("No change in content.", "内容没有改动。")
                .get(lang)
                .to_owned();
        }
        let changes = count(
            all,
            Text::new("{0} change", "{0}处改动"),
            Text::new("{0} changes", "{0}处改动"),
            lang,
        );
        let decisions = self.decisions().len();
        if decisions == 0 {
            return changes;
        }
        let text = Text::new("{0}, decisions among them: {1}", "{0}，其中决策{1}项");
        text.fill(lang, &[changes, decisions.to_string()])
    }

    /// How many rows stand elsewhere, where some do.
    pub fn moved(&self) -> Option<String> {
        let moved = self.review.diff.moved();
        let one = Text::new(
            "{0} row stands at another place of its list.",
            "有{0}条在列表中换了位置。",
        );
        let many = Text::new(
            "{0} rows stand at other places of their lists.",
            "有{0}条在列表中换了位置。",
        );
        (moved > 0).then(|| count(moved, one, many, self.lang))
    }

    /// `2 new errors, 1 answered, 3 gone`; none where no finding changed.
    pub fn findings_line(&self) -> Option<String> {
        let lang = self.lang;
        let found = |fate: Fate, severity: Option<Severity>| {
            let of = |it: &&Noted| {
                it.fate == fate && severity.is_none_or(|wanted| it.finding.severity == wanted)
            };
            self.review.findings.iter().filter(of).count()
        };
        let fresh = FRESH
            .iter()
            .map(|(severity, one, many)| (found(Fate::New, Some(*severity)), *one, *many));
        let fresh = fresh.map(|(n, one, many)| (n, count(n, one, many, lang)));
        let others = [Fate::Answered, Fate::Gone].map(|fate| {
            let n = found(fate, None);
            let text = Text::new("{0} {1}", "{1}{0}项");
            (
                n,
                text.fill(lang, &[&n.to_string(), fate.label().get(lang)]),
            )
        });
        let parts: Vec<String> = fresh
            .chain(others)
            .filter(|(n, _)| *n > 0)
            .map(|(_, said)| said)
            .collect();
        (!parts.is_empty()).then(|| parts.join(Text::new(", ", "，").get(lang)))
    }

    pub fn text(&self, console: &mut Console) -> Result<(), Failure> {
        let lang = self.lang;
        let names = format!("{} → {}", self.old.name, self.new.name);
        let names = console.paint(FAINT, &visible(&names));
        console.line(&names)?;
        let headline = console.paint(BOLD, &self.headline());
        console.line(&headline)?;
        if self.old.is_there() && self.new.is_there() {
            let decisions = self.decisions();
            let label = Text::new("Decisions", "决策").get(lang);
            self.group(label, &decisions, console)?;
            for step in Step::ALL {
                let label = match step {
                    Step::Plan => step.label().get(lang).to_owned(),
                    _ => format!("{} {}", step.number(), step.label().get(lang)),
                };
                self.group(&label, &self.others(step), console)?;
            }
            self.figures(console)?;
            self.findings(console)?;
        }
        if let Some(moved) = self.moved() {
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
            let said = visible(&self.say(change)).into_owned();
            for (at, line) in wrap(&said, CELLS - 4).into_iter().enumerate() {
                let before = if at == 0 {
                    format!("  {mark} ")
                } else {
                    "    ".to_owned()
                };
                console.line(&format!("{before}{line}"))?;
            }
            let detail = if change.is_long() {
                marked(change)
            } else {
                self.fields(change)
            };
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
        let figures = self.other_figures();
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
        let Some(line) = self.findings_line() else {
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
                    "text": self.say(change),
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

/// A long text with the words that differ: `[-gone-]` and `{+new+}`.
pub(super) fn marked(change: &Change) -> String {
    let shown = change.pieces().into_iter().map(|piece| match piece.mark {
        Mark::Same => piece.text,
        Mark::Gone => format!("[-{}-]", piece.text),
        Mark::New => format!("{{+{}+}}", piece.text),
    });
    shown.collect()
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
