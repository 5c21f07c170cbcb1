//! Segments taken or dropped without a ground.

use crate::catalogue::Step;
use crate::checks::context::{listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Segment;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T207",
    name: "target-chosen-without-criteria",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Target chosen without criteria", "目标选择没有标准"),
    why: Text::new(
        "To target is to weigh segments by how attractive they are and how well they fit your means; without grounds it is taste (McDonald; Kotler and Armstrong).",
        "选择目标，就是衡量各个细分有多大吸引力、与自身能力是否匹配；没有依据，就只是喜好（麦克唐纳；科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "On what grounds (size, growth, margin, rivals, your means) was each segment taken or dropped?",
        "每个细分的取舍，依据的是什么：规模、增长、毛利、对手，还是自身能力？",
    ),
    page: include_str!("target_chosen_without_criteria.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let decided: Vec<&Segment<'_>> = plan
        .segments
        .iter()
        .filter(|row| row.decision.is_some())
        .collect();
    if decided.is_empty() {
        return Checked::Lacks(Text::new(
            "a decision on any segment",
            "任何一个细分的取舍决定",
        ));
    }
    if filled(plan.targeting.criteria.as_ref()).is_some() || plan.is_unknown("targeting.criteria") {
        return Checked::Yes;
    }
    let bare: Vec<&Segment<'_>> = decided
        .into_iter()
        .filter(|row| !is_weighed(row) && !is_left_open(context, row))
        .collect();
    if let Some(first) = bare.first() {
        let names: Vec<&str> = bare
            .iter()
            .map(|row| named(row.name.as_ref(), row.id.as_ref()))
            .collect();
        let span = first.decision.as_ref().map_or(first.span, |it| it.span);
        sink.at(
            "targeting.criteria",
            span,
            Text::new(
                "Decided without criteria, scores or a reason: {0}.",
                "没有标准、打分或理由就做了决定：{0}。",
            ),
            &[&listed(&names)],
        );
    }
    Checked::Yes
}

/// Whether a segment shows why it was taken or dropped: a reason, or a score of the two that count.
fn is_weighed(row: &Segment<'_>) -> bool {
    filled(row.reason.as_ref()).is_some() || row.attractiveness.is_some() || row.fit.is_some()
}

fn is_left_open(context: &Context, row: &Segment<'_>) -> bool {
    context.is_unknown(row, "reason")
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn segment(id: &str, name: &str, rest: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"{id}\"\nname = \"{name}\"\ndecision = \"target\"\n{rest}\n"
        )
    }

    #[test]
    fn bare_decisions_are_found_once_for_all() {
        let plan = segment("a", "Night nurses", "") + &segment("b", "Day nurses", "");
        let sentences = said("T207", &plan);
        assert_eq!(sentences.len(), 1);
        assert!(sentences[0].contains("Night nurses, Day nurses"));
        let dropped = segment("a", "夜班护士", "").replace("\"target\"", "\"no\"");
        assert!(said("T207", &dropped)[0].contains("：夜班护士。"));
    }

    #[test]
    fn criteria_scores_or_a_reason_are_enough() {
        let plan = segment("a", "Night nurses", "");
        let criteria = "[targeting]\ncriteria = \"number, pay, shops open at night\"\n";
        assert!(found("T207", &format!("{criteria}{plan}")).is_empty());
        assert!(found("T207", &segment("a", "夜班护士", "attractiveness = 4")).is_empty());
        assert!(
            found(
                "T207",
                &segment(
                    "a",
                    "Night nurses",
                    "reason = \"900 of them, nothing open\""
                )
            )
            .is_empty()
        );
        assert!(
            found(
                "T207",
                &segment("a", "夜班护士", "reason = \"900人，夜里没有一家店\"")
            )
            .is_empty()
        );
        let mixed =
            segment("a", "Night nurses", "fit = 4") + &segment("b", "Porters", "reason = \"TODO\"");
        assert!(said("T207", &mixed)[0].contains(": Porters."));
    }

    #[test]
    fn no_decision_is_not_clean() {
        assert!(lacks("T207", "[[targeting.segments]]\nid = \"a\"\n").is_some());
    }
}
