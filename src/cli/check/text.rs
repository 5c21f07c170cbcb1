//! Findings for people: the line of the plan, what is found there, why, and the question.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer};

use super::super::console::{self, FAINT, paint, visible};
use super::Checked;
use super::output::{Manner, Printer, Totals};
use super::snippet::Snippet;
use crate::checks::myopia::{self, Family};
use crate::checks::{Answered, Finding, Severity};
use crate::plan::Lines;
use crate::words::{Lang, Text, date};

/// A line longer than this many bytes is not shown: only its place is.
const LONGEST_LINE: usize = 4096;
/// At most so many lines of one finding are shown.
const MOST_LINES: usize = 4;

/// Prints findings with their lines, one line about each plan and one about all.
pub(super) struct Pages {
    manner: Manner,
    renderer: Renderer,
}

impl Pages {
    pub fn new(manner: Manner) -> Pages {
        let renderer = if manner.color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Pages {
            manner,
            renderer: renderer.term_width(120),
        }
    }
}

impl Printer for Pages {
    fn page(&self, plan: &Checked, out: &mut dyn Write) -> io::Result<()> {
        let Manner { lang, color, .. } = self.manner;
        let lines = Lines::of(&plan.text);
        for finding in plan.report.open() {
            let shown = one(plan, &lines, finding, self.manner, &self.renderer);
            write!(out, "{shown}\n\n")?;
        }
        for (finding, answered) in plan.report.answered() {
            if plan.project.checks.profile.manner().answered {
                let shown = one(plan, &lines, finding, self.manner, &self.renderer);
                write!(out, "{shown}\n\n")?;
                continue;
            }
            let said = answered_line(finding, answered, lang);
            writeln!(out, "{}", paint(color, FAINT, &visible(&said)))?;
        }
        let signals = myopia::signals(&plan.report);
        if let Some(sentence) = myopia::sentence(&signals, lang) {
            writeln!(out, "{sentence}")?;
            for line in evidence(&signals, &lines, lang) {
                writeln!(out, "  {line}")?;
            }
        }
        let coverage = coverage(plan, lang);
        let line = Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[&plan.name, &coverage]);
        writeln!(out, "{line}")
    }

    fn end(&mut self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        if totals.plans == 0 {
            return Ok(());
        }
        writeln!(out, "{}", summary(totals, self.manner.lang))
    }
}

/// One finding with its piece of the plan.
fn one(
    plan: &Checked,
    lines: &Lines<'_>,
    finding: &Finding,
    manner: Manner,
    renderer: &Renderer,
) -> String {
    let Manner { lang, color, .. } = manner;
    let message = finding.message(lang);
    let message = visible(&message);
    let answer = finding.answered.as_ref();
    let answer = answer.map(|it| it.reason.clone() + &signed(it, lang));
    let answer = answer.as_deref().map(visible);
    let notes: Vec<(&str, &str)> = [
        (Text::new("why", "为什么"), Some(finding.rule.why.get(lang))),
        (Text::new("ask", "问一问"), Some(finding.rule.ask.get(lang))),
        (Text::new("answered", "已答复"), answer.as_deref()),
    ]
    .into_iter()
    .filter_map(|(name, text)| Some((name.get(lang), text?)))
    .collect();
    let severity = finding.severity.label().get(lang);
    let id = format!("{} ({})", finding.rule.name, finding.rule.code);
    let place = lines.place(finding.span.start);
    let source = source(plan, lines, finding);
    if let Some((source, mark)) = source.as_ref().filter(|_| !color) {
        let quick = Snippet {
            title: &format!("{severity}[{id}]: {message}"),
            name: &plan.name,
            place,
            source,
            mark: mark.clone(),
            notes: &notes,
        };
        if let Some(drawn) = quick.draw() {
            return drawn;
        }
    }
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE,
    };
    let title = level.with_name(severity).primary_title(message).id(id);
    let group = match source {
        Some((source, mark)) => title.element(
            annotate_snippets::Snippet::source(source)
                .path(plan.name.as_str())
                .line_start(place.line)
                .annotation(AnnotationKind::Primary.span(mark)),
        ),
        None => title.element(
            Origin::path(plan.name.as_str())
                .line(place.line)
                .char_column(place.column),
        ),
    };
    let note = |(name, text): &(&'static str, &'_ str)| {
        Level::NOTE.with_name(*name).message((*text).to_owned())
    };
    renderer.render(&[group.elements(notes.iter().map(note))])
}

/// The lines to show and the bytes to mark in them, unless they are blank or too long.
fn source(plan: &Checked, lines: &Lines<'_>, finding: &Finding) -> Option<(String, Range<usize>)> {
    let (byte, end) = (finding.span.start, finding.span.end);
    let window = window(lines, byte, end);
    let source = plan.text.get(window.clone())?;
    if source.trim().is_empty() || source.len() > LONGEST_LINE {
        return None;
    }
    let start = byte.clamp(window.start, window.end) - window.start;
    let stop = end.clamp(window.start, window.end) - window.start;
    // A carriage return at the end of a line is no part of what is shown.
    let source = plain_controls(source.trim_end_matches('\r'));
    let stop = stop.min(source.len()).max(start);
    let start = start.min(source.len());
    Some((source, start..stop))
}

/// The lines to show: those of the finding, the first few of a long one.
fn window(lines: &Lines<'_>, start: usize, end: usize) -> Range<usize> {
    let last = end.saturating_sub(1).max(start);
    let whole = lines.window(start, last);
    let many = lines.place(last).line - lines.place(start).line >= MOST_LINES;
    if many {
        lines.window(start, start)
    } else {
        whole
    }
}

/// The source with invisible controls of two bytes as a visible sign of two bytes, so that every
/// byte keeps its place; the other controls are made visible by the renderer.
fn plain_controls(source: &str) -> String {
    source
        .chars()
        .map(|c| {
            if matches!(c, '\u{80}'..='\u{9f}') {
                '¿'
            } else {
                c
            }
        })
        .collect()
}

/// ` (Ana Ruiz, until 2027-06-30)`, as far as it is known.
fn signed(answered: &Answered, lang: Lang) -> String {
    let until = answered.until.map(|day| {
        let day = date::show(day, lang);
        Text::new("until {0}", "至{0}").fill(lang, &[day])
    });
    let parts: Vec<String> = answered.by.clone().into_iter().chain(until).collect();
    if parts.is_empty() {
        return String::new();
    }
    let parts = parts.join(Text::new(", ", "，").get(lang));
    Text::new(" ({0})", "（{0}）").fill(lang, &[parts])
}

fn answered_line(finding: &Finding, answered: &Answered, lang: Lang) -> String {
    Text::new(
        "answered: {0} ({1}) at {2}: {3}{4}",
        "已答复：{0} ({1})，位于 {2}：{3}{4}",
    )
    .fill(
        lang,
        &[
            finding.rule.name,
            finding.rule.code,
            finding.path.as_str(),
            answered.reason.as_str(),
            signed(answered, lang).as_str(),
        ],
    )
}

/// The rules that make a plan read as product-centred, with their lines, one family in a line.
pub(super) fn evidence<'s>(
    signals: &'s [(Family, Vec<&Finding>)],
    lines: &'s Lines<'_>,
    lang: Lang,
) -> impl Iterator<Item = String> + 's {
    let place = Text::new("{0} (line {1})", "{0}（第{1}行）");
    signals.iter().map(move |(family, findings)| {
        let one = |finding: &&Finding| {
            let line = lines.place(finding.span.start).line.to_string();
            place.fill(lang, &[finding.rule.name, &line])
        };
        let found: Vec<String> = findings.iter().map(one).collect();
        let (family, found) = (
            family.label().get(lang),
            found.join(match lang {
                Lang::En => ", ",
                Lang::Zh => "、",
            }),
        );
        Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[family, &found])
    })
}

/// `12 findings, 61 of 100 rules could be checked`, and what the settings leave out.
pub(super) fn coverage(plan: &Checked, lang: Lang) -> String {
    let report = &plan.report;
    let findings = console::count(
        report.open().count(),
        Text::new("{0} finding", "{0}项结果"),
        Text::new("{0} findings", "{0}项结果"),
        lang,
    );
    let text = Text::new(
        "{0}, {1} of {2} rules could be checked",
        "{0}，{2}条规则中有{1}条可以检查",
    );
    let [checked, total] = [report.checked.to_string(), report.total().to_string()];
    let mut line = text.fill(lang, &[findings, checked, total]);
    let profile = plan.project.checks.profile.manner().key;
    let left_out = [
        (
            report.known(),
            Text::new(", {0} known from the baseline", "，基线已知{0}项"),
        ),
        (
            report.hidden,
            Text::new(", {0} not shown in profile {1}", "，{1} 方案下隐去{0}项"),
        ),
        (
            report.off.len(),
            Text::new(", {0} switched off", "，关闭{0}条"),
        ),
    ];
    for (count, text) in left_out.into_iter().filter(|(count, _)| *count > 0) {
        line += &text.fill(lang, &[count.to_string().as_str(), profile]);
    }
    if let Some(marks) = plan.marks {
        let text = Text::new(
            ", reviewed {0} of {1}, suspect {2}",
            "，已看{0}条（共{1}条），存疑{2}条",
        );
        let all = marks.looked_at + marks.suspect + marks.not_yet;
        line += &text.fill(
            lang,
            &[marks.looked_at, all, marks.suspect].map(|it| it.to_string()),
        );
    }
    line
}

/// `2 plans: 1 error, 3 warnings, 2 advice, 1 answered`.
pub(super) fn summary(totals: &Totals, lang: Lang) -> String {
    let [errors, warnings, advice] = totals.found;
    let counted = [
        (
            totals.plans,
            Text::new("{0} plan", "{0}份计划"),
            Text::new("{0} plans", "{0}份计划"),
        ),
        (
            errors,
            Text::new("{0} error", "{0}个错误"),
            Text::new("{0} errors", "{0}个错误"),
        ),
        (
            warnings,
            Text::new("{0} warning", "{0}个警告"),
            Text::new("{0} warnings", "{0}个警告"),
        ),
        (
            advice,
            Text::new("{0} advice", "{0}条建议"),
            Text::new("{0} advice", "{0}条建议"),
        ),
        (
            totals.answered,
            Text::new("{0} answered", "{0}项已答复"),
            Text::new("{0} answered", "{0}项已答复"),
        ),
    ];
    let words = counted.map(|(n, one, many)| console::count(n, one, many, lang));
    Text::new("{0}: {1}, {2}, {3}, {4}", "{0}：{1}，{2}，{3}，{4}").fill(lang, &words)
}
