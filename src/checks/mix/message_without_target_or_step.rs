//! Messages that speak to nobody in particular, or at no moment.

use crate::catalogue::Step;
use crate::checks::context::listed;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Message;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M413",
    name: "message-without-target-or-step",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Message without a target or a step", "信息没有对象或阶段"),
    why: Text::new(
        "Who has not noticed a problem needs other words than who is comparing, and a message without a wanted response cannot be judged (Lavidge & Steiner 1961; Strong 1925).",
        "还没意识到问题的人和正在比较的人，要听的话不一样；没有期望反应的信息，也无从评价（拉维奇与斯坦纳1961；斯特朗1925）。",
    ),
    ask: Text::new(
        "To whom is it said, at which step of buying, and what shall they do next?",
        "对谁说、在购买的哪一步说、听了之后要做什么？",
    ),
    page: include_str!("message_without_target_or_step.md"),
    check,
};

/// How many messages are named before the rest is only counted.
const NAMED: usize = 3;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.messages.is_empty() {
        return Checked::Lacks(Text::new("messages", "传播信息"));
    }
    // With one target there is nobody else to speak to.
    let several = context.targets().count() > 1;
    let no_segment = |row: &Message<'_>| {
        several && !context.settled(row, "segment", filled(row.segment.as_ref()).is_some())
    };
    // The step and the response belong to the full form; a response shows the step.
    let full = !context.is_short();
    let no_step = |row: &Message<'_>| {
        full && !context.settled(row, "step", row.step.is_some())
            && !context.settled(row, "response", filled(row.response.as_ref()).is_some())
    };
    let found: Vec<(&Message<'_>, bool, bool)> = plan
        .messages
        .iter()
        .map(|row| (row, no_segment(row), no_step(row)))
        .filter(|(_, segment, step)| *segment || *step)
        .collect();
    let Some((first, ..)) = found.first() else {
        return Checked::Yes;
    };
    let no_segment = found.iter().any(|(_, segment, _)| *segment);
    let no_step = found.iter().any(|(.., step)| *step);
    let text = text(found.len() == 1, no_segment, no_step);
    let names: Vec<_> = found
        .iter()
        .take(NAMED)
        .map(|(row, ..)| row.name().unwrap_or_default())
        .collect();
    let mut names = listed(&names.iter().map(AsRef::as_ref).collect::<Vec<_>>());
    if found.len() > NAMED {
        names.push('…');
    }
    let path = if found.len() == 1 {
        first.path("")
    } else {
        Message::SECTION.to_owned()
    };
    let (count, all) = (found.len().to_string(), plan.messages.len().to_string());
    sink.at(path, first.span(), text, &[&names, &count, &all]);
    Checked::Yes
}

/// The sentence for one message or several, by what is missing.
fn text(one: bool, no_segment: bool, no_step: bool) -> Text {
    match (one, no_segment, no_step) {
        (true, true, true) => Text::new(
            "“{0}” has neither a target segment nor a buying step or wanted response.",
            "“{0}”没有传播对象，也没有购买阶段或期望反应。",
        ),
        (true, true, false) => Text::new("“{0}” names no target segment.", "“{0}”没有写传播对象。"),
        (true, false, _) => Text::new(
            "“{0}” names neither a buying step nor a wanted response.",
            "“{0}”没有写购买阶段，也没有写期望反应。",
        ),
        (false, true, true) => Text::new(
            "{1} of {2} messages lack a target segment, or a buying step and a wanted response: {0}.",
            "{1}条信息（共{2}条）没有传播对象，或没有购买阶段和期望反应：{0}。",
        ),
        (false, true, false) => Text::new(
            "{1} of {2} messages name no target segment: {0}.",
            "{1}条信息（共{2}条）没有写传播对象：{0}。",
        ),
        (false, false, _) => Text::new(
            "{1} of {2} messages name neither a buying step nor a wanted response: {0}.",
            "{1}条信息（共{2}条）没有写购买阶段，也没有写期望反应：{0}。",
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const FULL: &str = "[[mix.products]]\nid = \"p\"\nsegments = [\"s\"]\n";
    const TARGETS: &str = "[[targeting.segments]]\nid = \"s\"\ndecision = \"target\"\n[[targeting.segments]]\nid = \"t\"\ndecision = \"target\"\n";

    fn message(id: &str, more: &str) -> String {
        format!("[[mix.messages]]\nid = \"{id}\"\n{more}")
    }

    #[test]
    fn neither_step_nor_response_is_found() {
        let plan = FULL.to_owned() + &message("m", "segment = \"s\"\n");
        assert_eq!(paths("M413", &plan), ["mix.messages.m"]);
        for more in [
            "step = \"aware\"\n",
            "response = \"Rings the bell\"\n",
            "response = \"扫码\"\n",
        ] {
            assert_eq!(paths("M413", &(plan.clone() + more)), [""; 0], "{more}");
        }
        let short = message("m", "segment = \"s\"\n");
        assert_eq!(paths("M413", &short), [""; 0]);
    }

    #[test]
    fn no_segment_is_found_where_there_are_several() {
        let plan = TARGETS.to_owned() + &message("m", "");
        assert!(messages("M413", &plan, Lang::En)[0].contains("“m” names no target"));
        let one = plan.replacen("\"target\"", "\"later\"", 1);
        assert_eq!(paths("M413", &one), [""; 0]);
        let unknown = format!("[plan]\nunknown = [\"mix.messages.m.segment\"]\n{plan}");
        assert_eq!(paths("M413", &unknown), [""; 0]);
    }

    #[test]
    fn many_are_told_in_one_sentence() {
        let rows: String = ["a", "b", "c", "d"].map(|id| message(id, "")).concat();
        let plan = format!("{TARGETS}{rows}");
        assert_eq!(paths("M413", &plan), ["mix.messages"]);
        let says = messages("M413", &plan, Lang::Zh);
        assert!(
            says[0].contains("4条信息（共4条）") && says[0].contains("a, b, c…"),
            "{says:?}"
        );
        let both = format!("{FULL}{plan}");
        assert!(messages("M413", &both, Lang::Zh)[0].contains("或没有购买阶段"));
    }

    #[test]
    fn without_messages_nothing_is_judged() {
        assert!(!is_checked("M413", ""));
    }
}
