//! Findings for people: the line of the plan, what is found there, why, and the question.

use std::io::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::super::console::{self, Console, FAINT, visible};
use super::super::failure::Failure;
use super::Checked;
use crate::checks::{Answered, Finding, Severity};
use crate::plan::Lines;
use crate::words::{Lang, Text, date};

/// A line longer than this many bytes is not shown: only its place is.
const LONGEST_LINE: usize = 4096;
/// At most so many lines of one finding are shown.
const MOST_LINES: usize = 4;

/// Prints the findings of plans, with one line about each plan and one about all.
pub(super) fn print(plans: &[Checked], console: &mut Console) -> Result<(), Failure> {
    let renderer = if console.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(120);
    for plan in plans {
        let lines = Lines::of(&plan.text);
        for finding in plan.report.open() {
            let shown = one(plan, &lines, finding, console.lang, &renderer);
            write!(console.out, "{shown}\n\n")?;
        }
        for (finding, answered) in plan.report.answered() {
            if plan.project.checks.profile.manner().answered {
                let shown = one(plan, &lines, finding, console.lang, &renderer);
                write!(console.out, "{shown}\n\n")?;
                continue;
            }
            let said = answered_line(finding, answered, console.lang);
            let said = console.paint(FAINT, &visible(&said));
            console.line(&said)?;
        }
        let coverage = coverage(plan, console.lang);
        console.line(&coverage)?;
    }
    if plans.is_empty() {
        return Ok(());
    }
    let summary = summary(plans, console.lang);
    console.line(&summary)
}

/// One finding with its piece of the plan.
fn one(
    plan: &Checked,
    lines: &Lines<'_>,
    finding: &Finding,
    lang: Lang,
    renderer: &Renderer,
) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE,
    };
    let message = finding.message(lang);
    let id = format!("{} ({})", finding.rule.name, finding.rule.code);
    let title = level
        .with_name(finding.severity.label().get(lang))
        .primary_title(visible(&message))
        .id(id);
    let (byte, end) = (finding.span.start, finding.span.end);
    let place = lines.place(byte);
    let window = window(lines, byte, end);
    let group = match plan.text.get(window.clone()) {
        Some(source) if !source.trim().is_empty() && source.len() <= LONGEST_LINE => {
            let start = byte.clamp(window.start, window.end) - window.start;
            let stop = end.clamp(window.start, window.end) - window.start;
            // A carriage return at the end of a line is no part of what is shown.
            let source = plain_controls(source.trim_end_matches('\r'));
            let stop = stop.min(source.len()).max(start);
            let mark = AnnotationKind::Primary.span(start.min(source.len())..stop);
            title.element(
                Snippet::source(source)
                    .path(plan.name.as_str())
                    .line_start(place.line)
                    .annotation(mark),
            )
        }
        _ => title.element(
            Origin::path(plan.name.as_str())
                .line(place.line)
                .char_column(place.column),
        ),
    };
    let note = |name: Text, text: Text| {
        Level::NOTE
            .with_name(name.get(lang))
            .message(text.get(lang).to_owned())
    };
    let group = group
        .element(note(Text::new("why", "为什么"), finding.rule.why))
        .element(note(Text::new("ask", "问一问"), finding.rule.ask));
    let group = match &finding.answered {
        None => group,
        Some(answered) => {
            let name = Text::new("answered", "已答复").get(lang);
            let reason = answered.reason.clone() + &signed(answered, lang);
            group.element(Level::NOTE.with_name(name).message(visible(&reason)))
        }
    };
    renderer.render(&[group])
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

/// `plan.toml: 12 findings, 61 of 100 rules could be checked`, and what the settings leave out.
fn coverage(plan: &Checked, lang: Lang) -> String {
    let report = &plan.report;
    let findings = console::count(
        report.open().count(),
        Text::new("{0} finding", "{0}项结果"),
        Text::new("{0} findings", "{0}项结果"),
        lang,
    );
    let text = Text::new(
        "{0}: {1}, {2} of {3} rules could be checked",
        "{0}：{1}，{3}条规则中有{2}条可以检查",
    );
    let numbers = [report.checked.to_string(), report.total().to_string()];
    let [checked, total] = numbers;
    let mut line = text.fill(lang, &[plan.name.clone(), findings, checked, total]);
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
    line
}

/// `2 plans: 1 error, 3 warnings, 2 advice, 1 answered`.
fn summary(plans: &[Checked], lang: Lang) -> String {
    let total = |severity| -> usize { plans.iter().map(|plan| plan.report.count(severity)).sum() };
    let answered: usize = plans
        .iter()
        .map(|plan| plan.report.answered().count())
        .sum();
    let plans = console::count(
        plans.len(),
        Text::new("{0} plan", "{0}份计划"),
        Text::new("{0} plans", "{0}份计划"),
        lang,
    );
    let errors = console::count(
        total(Severity::Error),
        Text::new("{0} error", "{0}个错误"),
        Text::new("{0} errors", "{0}个错误"),
        lang,
    );
    let warnings = console::count(
        total(Severity::Warning),
        Text::new("{0} warning", "{0}个警告"),
        Text::new("{0} warnings", "{0}个警告"),
        lang,
    );
    let advice =
        Text::new("{0} advice", "{0}条建议").fill(lang, &[total(Severity::Advice).to_string()]);
    let answered = Text::new("{0} answered", "{0}项已答复").fill(lang, &[answered.to_string()]);
    Text::new("{0}: {1}, {2}, {3}, {4}", "{0}：{1}，{2}，{3}，{4}")
        .fill(lang, &[plans, errors, warnings, advice, answered])
}
