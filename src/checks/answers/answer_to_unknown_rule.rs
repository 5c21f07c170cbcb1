//! An answer to a check that does not exist.

use super::{Standing, each, meant};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Document, Literal, Path, Record};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "A704",
    name: "answer-to-unknown-rule",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Answer to an unknown check", "答复的检查项不存在"),
    why: Text::new(
        "Findings and answers meet by the name of the check; under another name the reason reaches nobody (the plan format, [[accept]]).",
        "检查结果与答复靠检查项名称对上号，名称不对，理由就没人看到（计划文件格式，[[accept]]）。",
    ),
    ask: Text::new(
        "Which check is meant, by the name or code that is printed with its finding?",
        "答复的是哪一项检查？名称或代码照检查结果抄写。",
    ),
    page: include_str!("answer_to_unknown_rule.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |answer, standing, sink| {
        if *standing != Standing::NoRule {
            return;
        }
        let Some(check) = answer
            .check
            .as_ref()
            .filter(|it| !it.value.trim().is_empty())
        else {
            let text = Text::new(
                "This answer does not say which check it answers.",
                "这条答复没有写明针对哪一项检查。",
            );
            sink.missing(answer, "check", text, &[]);
            return;
        };
        let Some(near) = meant(&check.value) else {
            let text = Text::new(
                "There is no check “{0}”; `farsight rules` lists them all.",
                "没有“{0}”这项检查；`farsight rules` 会列出全部。",
            );
            sink.value(answer, "check", check, text, &[&check.value]);
            return;
        };
        let text = Text::new(
            "There is no check “{0}”: did you mean “{1}”?",
            "没有“{0}”这项检查，是想写“{1}”吗？",
        );
        let path = Path::parse(&answer.path("check"));
        let fix = Document::parse(context.text).set(&path, &Literal::Line(near.to_owned()));
        sink.value(answer, "check", check, text, &[&check.value, near])
            .fix = fix.ok();
    })
}
