//! A reference to a row that is not there.

use std::cell::LazyCell;

use super::{each, raw};
use crate::catalogue::{self, Kind, Step};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::rows::is_id;
use crate::plan::{Document, Edit, Path, Problem, ProblemKind};
use crate::words::{Lang, Text};

pub(super) const RULE: Rule = Rule {
    code: "F011",
    name: "dangling-reference",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Reference to nothing", "引用落空"),
    why: Text::new(
        "A plan holds together by its links: need to segment, benefit to need, action to objective (Kotler and Armstrong).",
        "计划靠环环相扣成为整体：细分连着需要，利益连着需要，行动连着目标（科特勒、阿姆斯特朗）。",
    ),
    ask: Text::new(
        "Was the row renamed or removed, or is it still to be written?",
        "那一条是改了编号、被删除了，还是尚未写？",
    ),
    page: include_str!("dangling_reference.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let document = LazyCell::new(|| Document::parse(context.text));
    each(context, sink, |problem, sink| {
        let ProblemKind::Dangling { id, lists, near } = &problem.kind else {
            return;
        };
        let text = match near {
            Some(_) => Text::new(
                "No {1} has the id “{0}”: did you mean “{2}”?",
                "{1}里没有编号为“{0}”的条目，是想写“{2}”吗？",
            ),
            None => Text::new("No {1} has the id “{0}”.", "{1}里没有编号为“{0}”的条目。"),
        };
        let near = near.as_deref().unwrap_or_default();
        let finding = sink.at(&problem.path, problem.span, text, &[id, near]);
        let [id, shown] = [0, 1].map(|at| finding.say.args.get(at).cloned().unwrap_or_default());
        let words = |lang| vec![id.clone(), named(lists, lang), shown.clone()];
        finding.say.words(words(Lang::En), words(Lang::Zh));
        finding.fix = respelt(context, &document, problem, near);
    })
}

/// The lists a reference may point into, as a person calls them.
fn named(lists: &[&str], lang: Lang) -> String {
    let names: Vec<&str> = lists
        .iter()
        .filter_map(|list| catalogue::section(list))
        .map(|section| match lang {
            Lang::En => section.row.en,
            Lang::Zh => section.label.zh,
        })
        .collect();
    match lang {
        Lang::En => names.join(" or "),
        Lang::Zh => format!("“{}”", names.join("”或“")),
    }
}

/// The edit that points to the row that was meant.
fn respelt<F: FnOnce() -> Document>(
    context: &Context,
    document: &LazyCell<Document, F>,
    problem: &Problem,
    near: &str,
) -> Option<Edit> {
    if !is_id(near) {
        return None;
    }
    let path = Path::parse(&problem.path);
    let is_key = path
        .split_last()
        .and_then(|(_, key)| super::section_of(&problem.path)?.field(key))
        .is_some_and(|field| matches!(field.kind, Kind::Scores(_)));
    let place = problem.span.start..problem.span.end;
    if is_key {
        let new = if near.is_ascii() {
            near.to_owned()
        } else {
            format!("\"{near}\"")
        };
        let taken = document.has(&path.join(near));
        let whole = !raw(context, problem).is_empty();
        return (whole && !taken).then(|| Edit::splice(place, new));
    }
    Some(Edit::splice(place, format!("\"{near}\"")))
}
