//! No field or section has this name.

use std::cell::LazyCell;

use super::each;
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Document, ProblemKind};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F005",
    name: "unknown-key",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Unknown key", "不认识的键"),
    why: Text::new(
        "What stands under a name that nobody reads is not checked, not counted and not printed (the plan format, principle 4).",
        "写在没人读的名字下面的内容，不会被检查、计算或打印（计划文件格式，原则四）。",
    ),
    ask: Text::new(
        "Is the name misspelt, or does it stand in the wrong table?",
        "名字是不是写错了，或者放错了表？",
    ),
    page: include_str!("unknown_key.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let document = LazyCell::new(|| Document::parse(context.text));
    each(context, sink, |problem, sink| {
        let ProblemKind::UnknownKey { key, near } = &problem.kind else {
            return;
        };
        let Some(near) = near else {
            let text = Text::new(
                "A plan has no “{0}” here; it is kept, but not read.",
                "计划的这个位置没有“{0}”这一项；内容会保留，但不会被读取。",
            );
            sink.at(&problem.path, problem.span, text, &[key]);
            return;
        };
        let text = Text::new(
            "A plan has no “{0}” here: did you mean “{1}”?",
            "计划的这个位置没有“{0}”这一项，是想写“{1}”吗？",
        );
        let place = problem.span.start..problem.span.end;
        let fix = document.rename_key(&problem.path.as_str().into(), place, near);
        sink.at(&problem.path, problem.span, text, &[key, near]).fix = fix.ok();
    })
}
