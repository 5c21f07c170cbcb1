//! An answer whose last day has come.

use super::{Standing, checked, each};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::{Lang, Text, date};

pub(super) const RULE: Rule = Rule {
    code: "A702",
    name: "answer-expired",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Answer has run out", "答复已过期"),
    why: Text::new(
        "Circumstances change, and what was right to leave then may not be now; control is periodic or it is none (Kotler, Gregor and Rodgers 1977).",
        "情况会变，当时可以不改，现在未必；定期审视才谈得上控制（科特勒、格雷戈尔与罗杰斯，1977）。",
    ),
    ask: Text::new(
        "Does the reason still hold, and until when this time, or is it time for the repair?",
        "理由现在还成立吗？成立的话，这次到哪天？不成立的话，是不是该改了？",
    ),
    page: include_str!("answer_expired.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let dated = context.plan.answers.iter().any(|it| it.until.is_some());
    if dated && context.settings.today.is_none() {
        return Checked::Lacks(Text::new("today's date", "今天的日期"));
    }
    each(context, sink, |answer, standing, sink| {
        let expired = checked(answer).filter(|_| *standing == Standing::Expired);
        let Some((rule, until)) = expired.zip(answer.until.as_ref()) else {
            return;
        };
        let text = Text::new(
            "The answer to “{0}” ran out on {1}, so the finding is open again.",
            "对“{0}”的答复已于{1}到期，这条检查结果重新生效。",
        );
        let finding = sink.value(answer, "until", until, text, &[]);
        let words = |lang| vec![rule.name.to_owned(), date::show(until.value, lang)];
        finding.say.words(words(Lang::En), words(Lang::Zh));
    })
}
