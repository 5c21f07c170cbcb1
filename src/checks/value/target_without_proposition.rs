//! A target segment to which nothing is promised.

use crate::catalogue::Step;
use crate::catalogue::choices::Strategy;
use crate::checks::context::{called, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::{Proposition, Segment};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V303",
    name: "target-without-proposition",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Value,
    title: Text::new("Target without proposition", "目标细分没有价值主张"),
    why: Text::new(
        "The value proposition answers why these customers should buy from you and not elsewhere; programme and message follow from it (Kotler & Armstrong, ch. 1).",
        "价值主张回答“这些顾客为什么买你的而不买别人的”，方案和传播都由它而来（科特勒与阿姆斯特朗，第1章）。",
    ),
    ask: Text::new(
        "What does this segment gain with you that it does not gain elsewhere?",
        "这个细分从你这里得到什么，是在别处得不到的？",
    ),
    page: include_str!("target_without_proposition.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut targets = context.targets().peekable();
    if targets.peek().is_none() {
        return Checked::Lacks(Text::new("a target segment", "目标细分"));
    }
    if !context.has_value() {
        return Checked::Lacks(Text::new("value propositions", "价值主张"));
    }
    if tell_once(context, sink) {
        return Checked::Yes;
    }
    for segment in targets {
        let promised = context
            .plan
            .propositions
            .iter()
            .any(|row| context.serves(row, "segment", row.segment.as_slice(), segment));
        if !promised {
            // The chain leaves a segment without a need to this rule: that is one gap.
            let say = if segment.needs.is_empty() && !context.is_unknown(segment, "needs") {
                Text::new(
                    "“{0}” is a target segment that names no need, and no value proposition is made to it.",
                    "“{0}”是目标细分，却没有写它的需要，也没有对它说的价值主张。",
                )
            } else {
                Text::new(
                    "“{0}” is a target segment, but no value proposition is made to it.",
                    "“{0}”是目标细分，却没有对它说的价值主张。",
                )
            };
            sink.missing(segment, "", say, &[&called(segment.name.as_ref(), segment)]);
        }
    }
    Checked::Yes
}

/// Tells once for all targets that no proposition says to whom it is made; `false` if one does.
fn tell_once(context: &Context, sink: &mut Sink) -> bool {
    let rows = &context.plan.propositions;
    let loose = |row: &Proposition<'_>| {
        !context.settled(row, "segment", filled(row.segment.as_ref()).is_some())
    };
    let Some(first) = rows.first().filter(|_| rows.iter().all(loose)) else {
        return false;
    };
    if context.targets().nth(1).is_none() {
        return false;
    }
    // The chain of each of them breaks there, or at the need that is told here as well.
    for segment in context.targets() {
        sink.explains("broken-chain", segment.path(""));
    }
    // One promise for all is a choice too.
    let strategy = context.plan.targeting.strategy.as_ref();
    if strategy.is_some_and(|it| it.value == Strategy::Undifferentiated) {
        return true;
    }
    let names: Vec<String> = context
        .targets()
        .map(|row| called(row.name.as_ref(), row))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said: Vec<_> = rows.iter().filter_map(Record::name).collect();
    let said: Vec<&str> = said.iter().map(AsRef::as_ref).collect();
    let needless = |row: &&Segment<'_>| !context.settled(*row, "needs", !row.needs.is_empty());
    let count = context.targets().filter(needless).count();
    let text = if count == 0 {
        Text::new(
            "No value proposition (“{0}”) says to which target it is made: {1}.",
            "没有一条价值主张（“{0}”）写明对哪个目标细分说：{1}。",
        )
    } else {
        Text::new(
            "No value proposition (“{0}”) says to which target it is made, and {2} of the targets name no need: {1}.",
            "没有一条价值主张（“{0}”）写明对哪个目标细分说，还有{2}个目标细分没有写需要：{1}。",
        )
    };
    let args = [&listed(&said), &listed(&names), &count.to_string()];
    // Something is promised to somebody: it only does not say to whom.
    sink.missing(first, "segment", text, &args.map(String::as_str))
        .severity = Severity::Warning;
    true
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    // The segment has no need: the chain breaks earlier and leaves this finding to be told.
    const PLAN: &str = "[[targeting.segments]]\nid = \"one\"\ndecision = \"target\"\n\
        [[targeting.segments]]\nid = \"two\"\nname = \"陪读家长\"\ndecision = \"target\"\n\
        [[value.propositions]]\nid = \"p\"\nsegment = \"one\"\n";

    #[test]
    fn a_target_needs_a_proposition() {
        assert_eq!(paths("V303", PLAN), ["targeting.segments.two"]);
    }

    #[test]
    fn propositions_to_nobody_are_told_once() {
        for (statement, says) in [("Warm by six", "No value"), ("六点就暖", "没有一条")] {
            let loose = PLAN.replace("id = \"p\"\nsegment = \"one\"", "id = \"p\"")
                + &format!("statement = \"{statement}\"\n");
            assert_eq!(paths("V303", &loose), ["value.propositions.p.segment"]);
            assert_eq!(paths("X603", &loose), [""; 0]);
            let lang = if says.is_ascii() { Lang::En } else { Lang::Zh };
            let said = messages("V303", &loose, lang);
            assert!(
                said[0].contains(says) && said[0].contains("陪读家长"),
                "{said:?}"
            );
        }
        let all = PLAN.replace("segment = \"one\"\n", "")
            + "[targeting]\nstrategy = \"undifferentiated\"\n";
        assert_eq!(paths("V303", &all), [""; 0]);
        let unknown = PLAN.replace("segment = \"one\"\n", "");
        let unknown = format!("[plan]\nunknown = [\"value.propositions.p.segment\"]\n{unknown}");
        assert_eq!(paths("V303", &unknown), [""; 0]);
    }

    #[test]
    fn segments_for_later_are_exempt() {
        let plan = PLAN.replace(
            "陪读家长\"\ndecision = \"target",
            "陪读家长\"\ndecision = \"later",
        );
        assert_eq!(paths("V303", &plan), [""; 0]);
    }

    #[test]
    fn without_any_proposition_there_is_nothing_to_judge() {
        let plan = "[[targeting.segments]]\nid = \"一\"\ndecision = \"target\"\n";
        assert!(!is_checked("V303", plan) && !is_checked("V303", ""));
    }
}
