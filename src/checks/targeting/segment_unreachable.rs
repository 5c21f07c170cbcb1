//! A target that nothing in the programme gets to.

use crate::catalogue::Step;
use crate::catalogue::choices::{Lever, PartnerKind};
use crate::checks::context::{has, is, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T205",
    name: "segment-unreachable",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Targeting,
    title: Text::new("Segment out of reach", "细分无法触达"),
    why: Text::new(
        "A segment that neither hears of the offer nor can buy it is no market, however attractive (Kotler and Armstrong: accessible).",
        "听不到消息、也买不到东西的细分，再有吸引力也不是市场（科特勒与阿姆斯特朗：可接近性）。",
    ),
    ask: Text::new(
        "Where do these people buy and whom do they listen to, and which of these places will you use?",
        "这些人在哪里买东西、听谁的话？你打算用其中哪一处？",
    ),
    page: include_str!("segment_unreachable.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if context.targets().next().is_none() {
        return Checked::Lacks(Text::new("a target segment", "选为目标的细分"));
    }
    // Step 4 not started is another thing than a target forgotten in it.
    if plan.channels.is_empty() && plan.messages.is_empty() && plan.promotions.is_empty() {
        return Checked::Lacks(Text::new(
            "channels or messages: step 4 is not started",
            "渠道或信息：第四步还没开始",
        ));
    }
    for row in context.targets() {
        let Some(id) = row.id.as_ref() else { continue };
        // Where nothing is promised to it, the way to it is not the first gap.
        if !reached(context, id) && !context.is_passed_over(row) {
            let span = row.decision.as_ref().map_or(row.span, |it| it.span);
            let name = named(row.name.as_ref(), row.id.as_ref());
            sink.at(
                crate::plan::Record::path(row, "decision"),
                span,
                Text::new(
                    "“{0}” is a target, but no channel sells to it and no message or action reaches it.",
                    "“{0}”选为目标，却没有一个渠道卖给他们，也没有一条信息或一项行动触达他们。",
                ),
                &[name],
            );
        }
    }
    Checked::Yes
}

/// Whether anything in the programme gets to a segment.
///
/// Rows that name no segment may serve all, and a partner may bring anyone: an error must be sure.
fn reached(context: &Context, id: &str) -> bool {
    let plan = context.plan;
    let mine = |segment: Option<&crate::plan::Sp<crate::plan::Str<'_>>>| is(segment, id);
    plan.channels
        .iter()
        .any(|row| row.segments.is_empty() || has(&row.segments, id))
        || plan
            .messages
            .iter()
            .any(|row| row.segment.is_none() || mine(row.segment.as_ref()))
        || plan
            .promotions
            .iter()
            .any(|row| row.segment.is_none() || mine(row.segment.as_ref()))
        || plan.programmes.iter().any(|row| mine(row.segment.as_ref()))
        || plan.actions.iter().any(|row| {
            let reaches = row.lever.as_ref().is_none_or(|it| {
                matches!(
                    it.value,
                    Lever::Place | Lever::Promotion | Lever::Relationship
                )
            });
            reaches && mine(row.segment.as_ref())
        })
        || plan.partners.iter().any(|row| {
            row.kind.as_ref().is_some_and(|it| {
                matches!(
                    it.value,
                    PartnerKind::Channel | PartnerKind::Platform | PartnerKind::Community
                )
            })
        })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const TWO: &str = "[[targeting.segments]]\nid = \"day\"\nname = \"Day drivers\"\ndecision = \"target\"\n[[targeting.segments]]\nid = \"night\"\nname = \"夜班司机\"\ndecision = \"target\"\n[[mix.channels]]\nid = \"mall\"\nname = \"Shop in the mall\"\nsegments = [\"day\"]\n";

    #[test]
    fn a_target_that_nothing_reaches_is_found() {
        let said = said("T205", TWO);
        assert_eq!(said.len(), 1);
        assert!(
            said[0].starts_with("“夜班司机” is a target") && said[0].contains("“夜班司机”选为目标")
        );
    }

    #[test]
    fn any_way_to_them_is_enough() {
        for way in [
            "[[mix.channels]]\nid = \"depot\"\nname = \"车场售卖点\"\nsegments = [\"night\"]\n",
            "[[mix.channels]]\nid = \"web\"\nname = \"Web shop for all\"\n",
            "[[mix.messages]]\nid = \"m\"\nsegment = \"night\"\ntext = \"Hot food at two\"\n",
            "[[mix.actions]]\nid = \"a\"\nsegment = \"night\"\nlever = \"promotion\"\n",
            "[[relationships.programmes]]\nid = \"r\"\nsegment = \"night\"\ntool = \"referral\"\n",
            "[[relationships.partners]]\nid = \"p\"\nkind = \"channel\"\nname = \"调度群\"\n",
        ] {
            assert!(found("T205", &format!("{TWO}{way}")).is_empty(), "{way}");
        }
        let research = "[[mix.actions]]\nid = \"a\"\nsegment = \"night\"\nlever = \"research\"\n";
        assert_eq!(found("T205", &format!("{TWO}{research}")).len(), 1);
    }

    #[test]
    fn a_step_not_started_is_not_a_gap() {
        let early = TWO.split("[[mix").next().unwrap();
        assert!(found("T205", early).is_empty());
        assert!(lacks("T205", early).unwrap().contains("step 4"));
        let later = TWO.replace("\"target\"", "\"later\"");
        assert!(lacks("T205", &later).is_some());
    }
}
