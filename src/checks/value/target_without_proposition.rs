//! A target segment to which nothing is promised.

use crate::catalogue::Step;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
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

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, paths};

    // The segment has no need: the chain breaks earlier and leaves this finding to be told.
    const PLAN: &str = "[[targeting.segments]]\nid = \"one\"\ndecision = \"target\"\n\
        [[targeting.segments]]\nid = \"two\"\nname = \"陪读家长\"\ndecision = \"target\"\n\
        [[value.propositions]]\nid = \"p\"\nsegment = \"one\"\n";

    #[test]
    fn a_target_needs_a_proposition() {
        assert_eq!(paths("V303", PLAN), ["targeting.segments.two"]);
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
