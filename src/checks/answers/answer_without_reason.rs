//! An answer that gives no reason.

use super::{Standing, checked, each};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "A701",
    name: "answer-without-reason",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Answer without a reason", "答复没有理由"),
    why: Text::new(
        "A claim is only as good as the grounds that others can examine (Toulmin, The Uses of Argument, 1958), so an answer without them silences nothing.",
        "一个主张站不站得住，要看别人能检验的根据（图尔敏《论证的使用》，1958）；没有根据的答复不算数。",
    ),
    ask: Text::new(
        "Why is it right to leave this as it is, and would a sceptical colleague agree?",
        "为什么不改才是对的？爱挑刺的同事会同意吗？",
    ),
    page: include_str!("answer_without_reason.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |answer, standing, sink| {
        let Some(rule) = checked(answer).filter(|_| *standing == Standing::NoReason) else {
            return;
        };
        let text = Text::new(
            "The answer to “{0}” gives no reason, so the finding stays open.",
            "对“{0}”的答复没有写理由，这条检查结果仍未了结。",
        );
        match &answer.reason {
            Some(reason) => sink.value(answer, "reason", reason, text, &[rule.name]),
            None => sink.missing(answer, "reason", text, &[rule.name]),
        };
    })
}
