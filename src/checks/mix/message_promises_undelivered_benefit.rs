//! A message that tells a benefit which nobody promises to its segment.

use crate::catalogue::Step;
use crate::checks::context::{called, has, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::plan::records::{Benefit, Message, Segment};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M411",
    name: "message-promises-undelivered-benefit",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new(
        "Message promises an undelivered benefit",
        "传播了产品不提供的利益",
    ),
    why: Text::new(
        "Promotion tells the proposition; what it tells beyond that is a promise nobody keeps (Parasuraman, Zeithaml & Berry, gap 4).",
        "传播讲的是价值主张，讲到主张之外，就成了没人兑现的承诺（帕拉休拉曼、泽丝曼尔与贝里的差距4）。",
    ),
    ask: Text::new(
        "Does this segment get the benefit too, or should the message tell another?",
        "这个细分也能得到这项利益吗？还是该换一个利益来讲？",
    ),
    page: include_str!("message_promises_undelivered_benefit.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut compared = false;
    for message in &plan.messages {
        let benefit = id(message.benefit.as_ref()).and_then(|told| context.benefit(told));
        let segment = id(message.segment.as_ref()).and_then(|to| context.segment(to));
        let (Some(benefit), Some(segment)) = (benefit, segment) else {
            continue;
        };
        compared |= compare(context, sink, message, benefit, segment).is_some();
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "messages that tell a benefit to a segment with a proposition",
            "向有价值主张的细分传达利益的信息",
        ))
    }
}

/// Holds the told benefit against what the segment is promised; nothing if neither can be told.
fn compare(
    context: &Context,
    sink: &mut Sink,
    message: &Message<'_>,
    benefit: &Benefit<'_>,
    segment: &Segment<'_>,
) -> Option<()> {
    let to = id(segment.id.as_ref())?;
    let promised = id(benefit.proposition.as_ref())?;
    let proposition = context.proposition(promised)?;
    // A promise without a segment is made to all; a segment without a promise is another gap.
    let other = id(proposition.segment.as_ref())?;
    context.propositions(to).next()?;
    if other == to {
        return Some(());
    }
    let whose = context.segment(other)?;
    let told = message.benefit.as_ref()?;
    let finding = sink.value(
        message,
        "benefit",
        told,
        Text::new(
            "The message “{0}” tells “{1}” to “{2}”, but that benefit is promised to “{3}” only.",
            "信息“{0}”对“{2}”讲“{1}”，而这项利益只承诺给了“{3}”。",
        ),
        &[
            &message.name().unwrap_or_default(),
            &called(benefit.benefit.as_ref(), benefit),
            &called(segment.name.as_ref(), segment),
            &called(whose.name.as_ref(), whose),
        ],
    );
    // The same need may well be answered by the same thing.
    if id(benefit.need.as_ref()).is_some_and(|need| has(&segment.needs, need)) {
        finding.severity = Severity::Warning;
    }
    sink.explains("broken-chain", message.path("benefit"));
    Some(())
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    const PLAN: &str = "[[targeting.segments]]\nid = \"s\"\nname = \"Bakers\"\n\
        [[targeting.segments]]\nid = \"t\"\nname = \"渔民\"\n\
        [[value.propositions]]\nid = \"v\"\nsegment = \"s\"\n[[value.propositions]]\nid = \"w\"\nsegment = \"t\"\n\
        [[value.benefits]]\nid = \"b\"\nproposition = \"v\"\nneed = \"n\"\nbenefit = \"Repaired for life\"\n\
        [[mix.messages]]\nid = \"m\"\nsegment = \"t\"\nbenefit = \"b\"\n";

    #[test]
    fn a_benefit_of_others_is_found() {
        assert_eq!(severities("M411", PLAN), [Severity::Error]);
        let says = messages("M411", PLAN, Lang::Zh);
        assert!(says[0].contains("对“渔民”讲“Repaired for life”"));
        assert!(messages("M411", PLAN, Lang::En)[0].contains("promised to “Bakers” only"));
    }

    #[test]
    fn where_the_need_is_shared_it_is_a_warning() {
        let plan = PLAN.replace("name = \"渔民\"\n", "needs = [\"n\"]\n");
        assert_eq!(severities("M411", &plan), [Severity::Warning]);
    }

    #[test]
    fn promises_to_the_segment_or_to_all_are_silent() {
        for (old, new) in [
            ("segment = \"t\"\nbenefit", "segment = \"s\"\nbenefit"),
            ("id = \"v\"\nsegment = \"s\"", "id = \"v\""),
            ("proposition = \"v\"\n", ""),
            ("[[value.propositions]]\nid = \"w\"\nsegment = \"t\"\n", ""),
        ] {
            assert_eq!(paths("M411", &PLAN.replace(old, new)), [""; 0], "{new}");
        }
        assert!(!is_checked("M411", "") && !is_checked("M411", "[[mix.messages]]\nid = \"m\"\n"));
    }
}
