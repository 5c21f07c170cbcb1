//! A target that is spoken to, and nobody knows how it comes to buy.

use crate::catalogue::Step;
use crate::catalogue::choices::Side;
use crate::checks::context::{id, is, listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Segment;
use crate::words::Text;

use super::common::serves_the_public;

pub(super) const RULE: Rule = Rule {
    code: "N119",
    name: "buying-process-unmapped",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Needs,
    title: Text::new("Buying process unmapped", "未描述购买过程"),
    why: Text::new(
        "Which message helps depends on how far the customer has come, from not knowing to the feeling afterwards (Kotler, buyer decision process).",
        "说什么才有用，要看顾客走到了哪一步：从毫不知晓到购后感受（科特勒，购买决策过程）。",
    ),
    ask: Text::new(
        "What happens in their life before they look for this, whom do they ask, where do they decide, and what do they say afterwards?",
        "他们是遇到什么事才开始找的？问了谁？在哪里决定？买完以后怎么说？",
    ),
    page: include_str!("buying_process_unmapped.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let lacks = Checked::Lacks(Text::new(
        "a target segment and messages to it",
        "目标细分和对它说的信息",
    ));
    if plan.messages.is_empty() || context.targets().next().is_none() {
        return lacks;
    }
    let mapped = !plan.buying_steps.is_empty();
    // Only the full forms ask for the steps; a short plan has no place for them.
    if !mapped && context.is_short() {
        return lacks;
    }
    // A free good of a charity is taken up, not bought.
    if plan.is_unknown("needs.buying_steps") || (!mapped && serves_the_public(context)) {
        return Checked::Yes;
    }
    let open: Vec<&Segment> = context
        .targets()
        .filter(|row| buys(row) && !is_mapped(context, row))
        .collect();
    let Some(first) = open.first() else {
        return Checked::Yes;
    };
    let names: Vec<&str> = open
        .iter()
        .map(|row| named(row.name.as_ref(), row.id.as_ref()))
        .collect();
    let (say, at) = if mapped {
        let say = Text::new(
            "Nothing tells how these targets come to buy, while others have their steps: {0}.",
            "别的目标细分写了购买步骤，这些却没有：{0}。",
        );
        (say, first.path(""))
    } else {
        let say = Text::new(
            "Messages are planned, but nothing tells how the target comes to buy: {0}.",
            "传播已经安排，却没写目标细分怎样走到购买：{0}。",
        );
        (say, "needs.buying_steps".to_owned())
    };
    sink.at(at, first.span, say, &[&listed(&names)]);
    Checked::Yes
}

/// Whether a segment comes to buy at all: who supplies or helps is won in another way.
fn buys(segment: &Segment<'_>) -> bool {
    let side = segment.side.as_ref().map(|it| it.value);
    !matches!(side, Some(Side::Suppliers | Side::Volunteers))
}

/// Whether something tells how a segment comes to buy: its steps, the steps of its messages, or
/// where it learns and where it buys.
fn is_mapped(context: &Context, segment: &Segment<'_>) -> bool {
    let plan = context.plan;
    let Some(id) = id(segment.id.as_ref()) else {
        return true;
    };
    let asked = |reference| is(reference, id);
    plan.buying_steps
        .iter()
        .any(|row| row.segment.is_none() || asked(row.segment.as_ref()))
        || plan
            .messages
            .iter()
            .any(|row| row.step.is_some() && asked(row.segment.as_ref()))
        || (said(&segment.media) && said(&segment.buys_at))
        || plan
            .touchpoints
            .iter()
            .filter(|row| row.stage.is_some())
            .count()
            > 1
}

fn said(lines: &[crate::plan::Sp<crate::plan::Str<'_>>]) -> bool {
    lines.iter().any(|line| filled(Some(line)).is_some())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const FULL: &str =
        "[[value.benefits]]\nid = \"b\"\nproposition = \"p\"\n[[value.propositions]]\nid = \"p\"\n";
    const MESSAGE: &str = "[[mix.messages]]\nid = \"m\"\nsegment = \"a\"\ntext = \"Hello\"\n";

    fn target(id: &str, name: &str, rest: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"{id}\"\nname = \"{name}\"\ndecision = \"target\"\n{rest}\n"
        )
    }

    #[test]
    fn messages_without_a_path_to_buying_are_found() {
        let en = format!(
            "{FULL}{MESSAGE}{}",
            target("a", "First-time cat owners", "")
        );
        assert!(said("N119", &en)[0].contains("First-time cat owners"));
        let zh = format!("{FULL}{MESSAGE}{}", target("a", "头一回养猫的人", ""));
        assert_eq!(found("N119", &zh)[0].path, "needs.buying_steps");
    }

    #[test]
    fn who_supplies_or_helps_does_not_come_to_buy() {
        for (name, side) in [("Riders", "suppliers"), ("楼长", "volunteers")] {
            let plan = format!("{FULL}{MESSAGE}{}", target("a", name, ""));
            assert_eq!(found("N119", &plan).len(), 1);
            let helps = target("a", name, &format!("side = \"{side}\""));
            assert!(found("N119", &format!("{FULL}{MESSAGE}{helps}")).is_empty());
        }
    }

    #[test]
    fn a_target_left_out_is_found() {
        let step = "[[needs.buying_steps]]\nid = \"one\"\nsegment = \"a\"\nstep = \"aware\"\n";
        let both = format!(
            "{}{}",
            target("a", "养猫的人", ""),
            target("b", "宠物店主", "")
        );
        let plan = format!("{step}{MESSAGE}{both}");
        assert_eq!(found("N119", &plan)[0].path, "targeting.segments.b");
        let all = step.replace("segment = \"a\"\n", "");
        assert!(found("N119", &format!("{all}{MESSAGE}{both}")).is_empty());
    }

    #[test]
    fn where_they_learn_and_buy_or_the_step_of_a_message_is_enough() {
        let places = target("a", "Cat owners", "media = [\"vet\"]\nbuys_at = [\"shop\"]");
        assert!(found("N119", &format!("{FULL}{MESSAGE}{places}")).is_empty());
        let message = format!("{MESSAGE}step = \"aware\"\n");
        let plan = format!("{FULL}{message}{}", target("a", "养猫的人", ""));
        assert!(found("N119", &plan).is_empty());
    }

    #[test]
    fn short_plans_charities_and_unknown_are_not_asked() {
        let short = format!("{MESSAGE}{}", target("a", "养猫的人", ""));
        assert!(lacks("N119", &short).is_some());
        let rest = format!("{FULL}{MESSAGE}{}", target("a", "养猫的人", ""));
        for head in [
            "kind = \"non-profit\"",
            "unknown = [\"needs.buying_steps\"]",
        ] {
            assert!(found("N119", &format!("[plan]\n{head}\n{rest}")).is_empty());
        }
    }
}
