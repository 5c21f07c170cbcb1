//! The leading benefit of a promise, which no message tells.

use crate::catalogue::Step;
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::plan::records::{Benefit, Message, Proposition, Segment};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M412",
    name: "benefit-never-communicated",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Leading benefit never told", "利益从未传播"),
    why: Text::new(
        "A benefit that the target never hears of has no value in its eyes (Kotler & Armstrong: the value that counts is the perceived one).",
        "目标顾客从没听说过的利益，在他眼里就没有价值（科特勒与阿姆斯特朗：算数的是感知价值）。",
    ),
    ask: Text::new(
        "Which message tells it first, or by what do customers discover it?",
        "哪条信息先讲它？或者顾客会从哪里自己发现？",
    ),
    page: include_str!("benefit_never_communicated.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut compared = false;
    for segment in context.targets() {
        let Some(own) = id(segment.id.as_ref()) else {
            continue;
        };
        for proposition in context.propositions(own) {
            compared |= compare(context, sink, segment, proposition).is_some();
        }
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a leading benefit, and messages that say which benefit they tell",
            "主打利益，以及写明所传利益的信息",
        ))
    }
}

/// Looks for the leading benefit in the messages to a segment; nothing if they do not say what
/// they tell.
fn compare(
    context: &Context,
    sink: &mut Sink,
    segment: &Segment<'_>,
    proposition: &Proposition<'_>,
) -> Option<()> {
    let lead = lead(context, proposition)?;
    let lead_id = id(lead.id.as_ref())?;
    let to = id(segment.id.as_ref())?;
    let to_it = |row: &&Message<'_>| id(row.segment.as_ref()).is_none_or(|it| it == to);
    let mut told = 0;
    for message in context.plan.messages.iter().filter(to_it) {
        // What a message tells may be the lead, as long as it does not say.
        let benefit = id(message.benefit.as_ref())?;
        if benefit == lead_id {
            return Some(());
        }
        told += usize::from(context.benefit(benefit).is_some());
    }
    // Where no message tells any benefit, the chain is broken, and that is told.
    (told > 0).then_some(())?;
    let (path, span) = match &proposition.lead {
        Some(named) => (proposition.path("lead"), named.span),
        None => (lead.path(""), lead.span()),
    };
    sink.at(
        path,
        span,
        Text::new(
            "“{0}” leads the promise to “{1}”, and none of the {2} messages to it tells that benefit.",
            "“{0}”是对“{1}”的主打利益，可{2}条信息里没有一条讲到它。",
        ),
        &[
            &called(lead.benefit.as_ref(), lead),
            &called(segment.name.as_ref(), segment),
            &told.to_string(),
        ],
    );
    Some(())
}

/// The leading benefit: the one named so, or the only one.
fn lead<'c, 'p>(
    context: &Context<'c, 'p>,
    proposition: &Proposition<'_>,
) -> Option<&'c Benefit<'p>> {
    if let Some(named) = id(proposition.lead.as_ref()) {
        return context.benefit(named);
    }
    let mut own = context.benefits(id(proposition.id.as_ref())?);
    own.next().filter(|_| own.next().is_none())
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[targeting.segments]]\nid = \"s\"\nname = \"夜班司机\"\ndecision = \"target\"\n\
        [[value.propositions]]\nid = \"v\"\nsegment = \"s\"\nlead = \"b\"\n\
        [[value.benefits]]\nid = \"b\"\nproposition = \"v\"\nbenefit = \"Repaired by morning\"\n\
        [[value.benefits]]\nid = \"c\"\nproposition = \"v\"\n\
        [[mix.messages]]\nid = \"m\"\nsegment = \"s\"\nbenefit = \"c\"\n";

    #[test]
    fn a_lead_that_no_message_tells_is_found() {
        assert_eq!(paths("M412", PLAN), ["value.propositions.v.lead"]);
        assert!(messages("M412", PLAN, Lang::Zh)[0].contains("夜班司机"));
        assert!(messages("M412", PLAN, Lang::En)[0].contains("Repaired by morning"));
    }

    #[test]
    fn the_only_benefit_leads() {
        let plan = PLAN
            .replace("lead = \"b\"\n", "")
            .replace("id = \"c\"\nproposition = \"v\"\n", "id = \"c\"\n");
        assert_eq!(paths("M412", &plan), ["value.benefits.b"]);
        assert!(!is_checked("M412", &PLAN.replace("lead = \"b\"\n", "")));
    }

    #[test]
    fn told_to_it_or_to_all_is_enough() {
        assert_eq!(
            paths("M412", &PLAN.replace("benefit = \"c\"", "benefit = \"b\"")),
            [""; 0]
        );
        let all = format!("{PLAN}[[mix.messages]]\nid = \"k\"\nbenefit = \"b\"\n");
        assert_eq!(paths("M412", &all), [""; 0]);
        assert_eq!(
            paths("M412", &PLAN.replace("\"target\"", "\"later\"")),
            [""; 0]
        );
    }

    #[test]
    fn messages_that_do_not_say_what_they_tell_are_not_judged() {
        assert!(
            !is_checked("M412", "") && !is_checked("M412", &PLAN.replace("benefit = \"c\"\n", ""))
        );
    }
}
