//! A number that its field cannot hold.

use super::each;
use crate::catalogue::{Kind, Step};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::ProblemKind;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F008",
    name: "out-of-range",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Number out of range", "数字超出范围"),
    why: Text::new(
        "Scores are compared and weighed with one another, which works only when all are on one scale (Fishbein 1963).",
        "评分要相互比较、加权汇总，前提是都用同一把尺子（Fishbein，1963）。",
    ),
    ask: Text::new(
        "Was the number meant for another scale, or typed with a digit too many?",
        "这个数是按别的量表打的分，还是多敲了一位？",
    ),
    page: include_str!("out_of_range.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |problem, sink| {
        let ProblemKind::OutOfRange { kind, number } = &problem.kind else {
            return;
        };
        if let Kind::Scale(low, high) = kind {
            let text = Text::new(
                "{0} is off the scale, which runs from {1} to {2}.",
                "{0} 超出了量表：这里从 {1} 到 {2} 打分。",
            );
            let (low, high) = (low.to_string(), high.to_string());
            sink.at(&problem.path, problem.span, text, &[number, &low, &high]);
        } else {
            let text = Text::new(
                "{0} cannot be counted: this is a whole number, 0 or more.",
                "数量不能是 {0}：这里要填不小于 0 的整数。",
            );
            sink.at(&problem.path, problem.span, text, &[number]);
        }
    })
}
