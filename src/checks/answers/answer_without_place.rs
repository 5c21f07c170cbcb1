//! An answer that holds for the whole plan.

use super::{Standing, checked, each};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Document, Literal, Path, Record};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "A705",
    name: "answer-without-place",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Plan,
    title: Text::new("Answer for the whole plan", "答复没有限定位置"),
    why: Text::new(
        "A reason is about a case; without a place it also silences cases that nobody has thought about yet (the plan format, [[accept]]).",
        "理由总是针对某一处；不写位置，连还没人想到的地方也会一起放过（计划文件格式，[[accept]]）。",
    ),
    ask: Text::new(
        "Which of the places that the check names does the reason hold for?",
        "检查指出的这些位置里，理由到底适用于哪一处？",
    ),
    page: include_str!("answer_without_place.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |answer, standing, sink| {
        let (Some(rule), Standing::NoPlace(only)) = (checked(answer), standing) else {
            return;
        };
        let text = Text::new(
            "The answer to “{0}” names no place and silences the check in the whole plan.",
            "对“{0}”的答复没有写位置，整份计划的这项检查都被它放过。",
        );
        let finding = match &answer.at {
            Some(at) => sink.value(answer, "at", at, text, &[rule.name]),
            None => sink.missing(answer, "at", text, &[rule.name]),
        };
        finding.fix = only.as_ref().and_then(|place| {
            let path = Path::parse(&answer.path("at"));
            let document = Document::parse(context.text);
            document.set(&path, &Literal::Line(place.clone())).ok()
        });
    })
}
