//! The lines of a comparison: what the changes do stands above, then decisions, then each step.

use crate::catalogue::Step;
use crate::review::{Change, ChangeKind, Fate, Summary};
use crate::words::{Lang, Text};

/// So many figures and findings stand above the changes; the others are folded away.
const FOLDED: usize = 3;

/// What is folded away where it is long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The figures that moved.
    Figures,
    /// The findings that came or went.
    Findings,
}

/// A line that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A figure that moved, by its place in the review.
    Figure(usize),
    /// A finding that came, went or was answered.
    Finding(usize),
    /// So many more of a group.
    More(Group, usize),
    /// A change.
    Change(usize),
}

/// The lines that can be chosen, from top to bottom.
pub fn items(summary: &Summary<'_>, open: &[Group]) -> Vec<Item> {
    let review = summary.review;
    let mut out = Vec::new();
    let mut group = |group: Group, all: usize, item: fn(usize) -> Item| {
        // One line more is no longer than saying that there is one.
        let shown = if open.contains(&group) || all <= FOLDED + 1 {
            all
        } else {
            FOLDED
        };
        out.extend((0..shown).map(item));
        if shown < all {
            out.push(Item::More(group, all - shown));
        }
    };
    group(Group::Figures, review.figures.len(), Item::Figure);
    group(Group::Findings, review.findings.len(), Item::Finding);
    let changes = &review.diff.changes;
    let place = |change: &Change| changes.iter().position(|it| std::ptr::eq(it, change));
    let decisions = summary.decisions().into_iter();
    let others = Step::ALL.into_iter().flat_map(|step| summary.others(step));
    out.extend(decisions.chain(others).filter_map(place).map(Item::Change));
    let moved = changes.iter().filter(|it| it.kind == ChangeKind::Moved);
    out.extend(moved.filter_map(place).map(Item::Change));
    out
}

/// What the lines around an item have in common: the heading above the first of them.
pub fn heading(item: Item, summary: &Summary<'_>) -> String {
    let (review, lang) = (summary.review, summary.lang);
    match item {
        Item::Figure(_) | Item::More(Group::Figures, _) => {
            let text = Text::new("Figures that moved: {0}", "有变化的数字：{0}");
            text.fill(lang, &[review.figures.len().to_string()])
        }
        Item::Finding(_) | Item::More(Group::Findings, _) => {
            let text = Text::new("Findings: {0}", "检查结果：{0}");
            text.fill(lang, &[summary.findings_line().unwrap_or_default()])
        }
        Item::Change(at) => {
            let Some(change) = review.diff.changes.get(at) else {
                return String::new();
            };
            if change.kind == ChangeKind::Moved {
                let text = Text::new("Only the order", "只换了位置");
                return text.get(lang).to_owned();
            }
            if crate::review::say::weight(change).is_some() {
                return Text::new("Decisions", "决策").get(lang).to_owned();
            }
            match change.step() {
                Step::Plan => Step::Plan.label().get(lang).to_owned(),
                step => format!("{} {}", step.number(), step.label().get(lang)),
            }
        }
    }
}

/// An item on one line: a mark, and the sentence.
pub fn line(item: Item, summary: &Summary<'_>) -> (&'static str, String) {
    let (review, lang) = (summary.review, summary.lang);
    match item {
        Item::Figure(at) => {
            let shift = review.figures.get(at);
            let said = shift.map(|it| it.say(&review.currency, lang));
            ("≈", said.unwrap_or_default())
        }
        Item::Finding(at) => {
            let Some(noted) = review.findings.get(at) else {
                return ("", String::new());
            };
            let finding = &noted.finding;
            let mark = match noted.fate {
                Fate::New => finding.severity.mark(),
                Fate::Answered | Fate::Gone => "✓",
            };
            let text = Text::new("{0} {1}: {2}", "{0}{1}：{2}");
            let fate = noted.fate.label().get(lang);
            let severity = finding.severity.label().get(lang);
            (
                mark,
                text.fill(lang, &[fate, severity, &finding.message(lang)]),
            )
        }
        Item::More(_, left) => ("…", more(left, lang)),
        Item::Change(at) => match review.diff.changes.get(at) {
            Some(change) => (change.kind.mark(), summary.say(change)),
            None => ("", String::new()),
        },
    }
}

fn more(left: usize, lang: Lang) -> String {
    let text = Text::new("{0} more: Enter shows them", "还有{0}项：按回车显示");
    text.fill(lang, &[left.to_string()])
}
