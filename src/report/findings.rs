//! What the check found, as `farsight check` says it, and what the author answers.

use super::document::{Answer, Block, Callout, Span, Spans};
use super::told::Told;
use crate::catalogue::Step;
use crate::checks::{Finding, Severity, order};
use crate::words::{Lang, Text};

/// The findings of a step, folded: the open ones, then the answered ones.
pub fn of_step(told: &Told<'_>, step: Step) -> Vec<Block> {
    let of = |finding: &&Finding| order::step(finding) == step;
    let mut open: Vec<&Finding> = told.checked.open().filter(of).collect();
    open.sort_by_key(|finding| order::rank(finding));
    let answered: Vec<&Finding> = told
        .checked
        .answered()
        .map(|(it, _)| it)
        .filter(of)
        .collect();
    let mut blocks = Vec::new();
    if !open.is_empty() {
        let title = Text::new("Open findings: {0}", "待处理的检查结果：{0}");
        let title = told.say(title, &[counts(&tally(open.iter().copied()), told.lang)]);
        blocks.push(fold(&title, &open, told.lang));
    }
    if !answered.is_empty() {
        let title = Text::new("Answered findings: {0}", "已答复的检查结果：{0}项");
        let title = told.say(title, &[answered.len().to_string()]);
        blocks.push(fold(&title, &answered, told.lang));
    }
    blocks
}

fn fold(title: &str, findings: &[&Finding], lang: Lang) -> Block {
    let callouts = findings.iter().map(|it| Block::Callout(callout(it, lang)));
    Block::Fold(vec![Span::text(title)], callouts.collect())
}

/// A finding as something to notice.
pub fn callout(finding: &Finding, lang: Lang) -> Callout {
    let answer = finding.answered.as_ref().map(|answer| Answer {
        reason: vec![Span::author(&answer.reason)],
        by: answer.by.iter().map(Span::author).collect(),
        until: answer.until,
    });
    let mut title: Spans = vec![Span::text(finding.rule.title.get(lang))];
    if !finding.path.is_empty() {
        title.push(Span::text(Text::new(" at ", "，位于 ").get(lang)));
        title.push(Span::text(&finding.path).styled(super::document::Style::Code));
    }
    let ask = if answer.is_none() {
        finding.rule.ask.get(lang)
    } else {
        ""
    };
    let space = Text::new(" ", "").get(lang);
    Callout {
        severity: Some(finding.severity),
        code: finding.rule.code.to_owned(),
        title,
        text: vec![
            Span::text(finding.message(lang)),
            Span::text(format!("{space}{ask}")),
        ],
        answer,
    }
}

/// How many of each severity.
pub fn tally<'f>(findings: impl Iterator<Item = &'f Finding>) -> [usize; 3] {
    let mut counts = [0; 3];
    for finding in findings {
        if let Some(count) = counts.get_mut(finding.severity as usize) {
            *count += 1;
        }
    }
    counts
}

/// `1 error, 3 warnings`; what there is none of is not named.
pub fn counts(counts: &[usize; 3], lang: Lang) -> String {
    let words = [
        [
            Text::new("1 error", "1项错误"),
            Text::new("{0} errors", "{0}项错误"),
        ],
        [
            Text::new("1 warning", "1项警告"),
            Text::new("{0} warnings", "{0}项警告"),
        ],
        [
            Text::new("1 piece of advice", "1项建议"),
            Text::new("{0} pieces of advice", "{0}项建议"),
        ],
    ];
    let said: Vec<String> = words
        .iter()
        .zip(counts)
        .filter(|(_, count)| **count > 0)
        .map(|([one, many], count)| {
            let text = if *count == 1 { one } else { many };
            text.fill(lang, &[count.to_string()])
        })
        .collect();
    if said.is_empty() {
        return Text::new("nothing", "没有").get(lang).to_owned();
    }
    said.join(Text::new(", ", "，").get(lang))
}

/// How much the check leaves open, and how much of it could look: a plan that says little has
/// little to be found.
pub fn left_open(told: &Told<'_>) -> String {
    let checked = told.checked;
    let tally = tally(checked.open());
    let text = if tally == [0; 3] {
        Text::new(
            "The check leaves nothing open; {1} of {2} rules could be checked.",
            "检查没有留下待处理的问题；{2}条规则中有{1}条可以检查。",
        )
    } else {
        Text::new(
            "The check leaves open: {0}; {1} of {2} rules could be checked.",
            "检查后待处理的有：{0}；{2}条规则中有{1}条可以检查。",
        )
    };
    let numbers = [
        counts(&tally, told.lang),
        checked.checked.to_string(),
        checked.total().to_string(),
    ];
    told.say(text, &numbers)
}

/// The worst open findings of the whole plan, in one line each.
pub fn worst(told: &Told<'_>, most: usize) -> Vec<Callout> {
    let mut open: Vec<&Finding> = told.checked.open().collect();
    open.sort_by_key(|finding| order::rank(finding));
    let serious = open.iter().filter(|it| it.severity < Severity::Advice);
    serious
        .take(most)
        .map(|it| callout(it, told.lang))
        .collect()
}
