//! An answer to a finding that is not there.

use super::{Standing, checked, each, place, removal};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::{Lang, Text};

pub(super) const RULE: Rule = Rule {
    code: "A703",
    name: "answer-unused",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Plan,
    title: Text::new("Answer to nothing", "答复没有对象"),
    why: Text::new(
        "An answer that nothing asks for misleads the reader, and would silence the next mistake at its place unseen (the plan format, principle 6).",
        "没有对象的答复会误导读者，将来同一处再出错，也会被它悄悄掩盖（计划文件格式，原则六）。",
    ),
    ask: Text::new(
        "Was the gap closed, so that the answer can go, or does the place no longer bear this name?",
        "是问题已经改好、答复可以删掉，还是位置改了名？",
    ),
    page: include_str!("answer_unused.md"),
    check,
};

const NOTHING_HERE: Text = Text::new(
    "“{0}” finds nothing at {1}, so nothing needs this answer.",
    "“{0}”在{1}没有发现问题，这条答复用不上。",
);
const NOTHING: Text = Text::new(
    "“{0}” finds nothing in this plan, so nothing needs this answer.",
    "“{0}”在这份计划里没有发现问题，这条答复用不上。",
);
const NO_ANSWER: Text = Text::new(
    "“{0}” cannot be answered: what it finds is repaired, never left.",
    "“{0}”不能用理由答复：它发现的问题只能改正。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |answer, standing, sink| {
        let Some((rule, check)) = checked(answer).zip(answer.check.as_ref()) else {
            return;
        };
        let finding = match (standing, place(answer)) {
            (Standing::Unanswerable, _) => sink.value(answer, "check", check, NO_ANSWER, &[]),
            (Standing::Unused, "") => sink.value(answer, "check", check, NOTHING, &[]),
            (Standing::Unused, _) => match &answer.at {
                Some(at) => sink.value(answer, "at", at, NOTHING_HERE, &[]),
                None => return,
            },
            _ => return,
        };
        finding.fix = removal(answer, context);
        let place = place(answer);
        let words = |lang| {
            let place = match lang {
                Lang::En => place.to_owned(),
                Lang::Zh => format!("“{place}”"),
            };
            vec![rule.name.to_owned(), place]
        };
        finding.say.words(words(Lang::En), words(Lang::Zh));
    })
}
