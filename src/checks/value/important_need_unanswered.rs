//! An important need of a target segment that no benefit answers.

use foldhash::{HashSet, HashSetExt};

use crate::catalogue::Step;
use crate::catalogue::choices::NeedStatus;
use crate::checks::context::{called, id};
use crate::checks::thresholds::IMPORTANT_NEED;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V305",
    name: "important-need-unanswered",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("Important need unanswered", "重要需要无人回应"),
    why: Text::new(
        "Whether an offer fits is judged by the needs that matter most; silence on one of them loses the sale (Osterwalder; Ulwick's outcome-driven innovation).",
        "供应物合不合适，看的是最要紧的需要；其中一个没有着落，生意就丢了（奥斯特瓦德；乌尔维克的成果驱动创新）。",
    ),
    ask: Text::new(
        "Which benefit answers this need, or why do you leave it to others?",
        "哪个利益回应这个需要？还是有意留给别人去满足？",
    ),
    page: include_str!("important_need_unanswered.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let important = context.settings.threshold(&IMPORTANT_NEED);
    if plan.benefits.is_empty() && !context.has_mix() {
        return Checked::Lacks(Text::new("benefits", "利益"));
    }
    let answered: HashSet<&str> = plan
        .benefits
        .iter()
        .filter_map(|row| id(row.need.as_ref()))
        .collect();
    let mut seen = HashSet::new();
    let mut ranked = false;
    // To whom nothing is promised, no need is answered: that is told once, of the segment.
    for segment in context.targets() {
        let passed_over = context.is_passed_over(segment);
        for need in segment
            .needs
            .iter()
            .filter_map(|it| context.need(&it.value))
        {
            let Some(importance) = &need.importance else {
                continue;
            };
            ranked = true;
            if passed_over {
                continue;
            }
            let name = id(need.id.as_ref()).unwrap_or_default();
            let met = need
                .status
                .as_ref()
                .is_some_and(|status| status.value == NeedStatus::Met);
            if importance.value < important || met || answered.contains(name) || !seen.insert(name)
            {
                continue;
            }
            sink.missing(
                need,
                "",
                Text::new(
                    "“{0}” matters {1} of 5 to the target segment “{2}”, but no benefit answers it.",
                    "“{0}”对目标细分“{2}”的重要程度是{1}分（满分5分），却没有利益回应它。",
                ),
                &[
                    &need.name().unwrap_or_default(),
                    &importance.value.normalize().to_string(),
                    &called(segment.name.as_ref(), segment),
                ],
            );
        }
    }
    if ranked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "the importance of the needs of a target segment",
            "目标细分各需要的重要程度",
        ))
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[needs.customer_needs]]\nid = \"safe\"\nimportance = 5\n\
        [[needs.customer_needs]]\nid = \"nice\"\nimportance = 3\n\
        [[needs.customer_needs]]\nid = \"fast\"\nimportance = 4\n\
        [[targeting.segments]]\nid = \"s\"\nname = \"新手父母\"\nneeds = [\"safe\", \"nice\", \"fast\"]\ndecision = \"target\"\n\
        [[value.propositions]]\nid = \"p\"\nsegment = \"s\"\n\
        [[value.benefits]]\nid = \"b\"\nproposition = \"p\"\nneed = \"fast\"\nbenefit = \"x\"\n";

    #[test]
    fn only_important_needs_without_an_answer_are_found() {
        assert_eq!(paths("V305", PLAN), ["needs.customer_needs.safe"]);
        assert!(messages("V305", PLAN, Lang::Zh)[0].contains("新手父母"));
    }

    #[test]
    fn a_need_that_is_met_or_of_others_is_left_alone() {
        let met = PLAN.replace("importance = 5", "importance = 5\nstatus = \"met\"");
        assert_eq!(paths("V305", &met), [""; 0]);
        let later = PLAN.replace("\"target\"", "\"later\"");
        assert_eq!(paths("V305", &later), [""; 0]);
    }

    #[test]
    fn a_segment_without_a_proposition_is_told_elsewhere() {
        let two = PLAN.replace(
            "[[value.propositions]]",
            "[[targeting.segments]]\nid = \"祖父母\"\nneeds = [\"alone\"]\ndecision = \"target\"\n\
             [[needs.customer_needs]]\nid = \"alone\"\nimportance = 5\n[[value.propositions]]",
        );
        assert_eq!(paths("V305", &two), ["needs.customer_needs.safe"]);
        // A proposition for nobody in particular may be theirs.
        let loose = two.replace("segment = \"s\"\n", "");
        assert_eq!(paths("V305", &loose).len(), 2);
    }

    #[test]
    fn without_importance_nothing_is_judged() {
        let plan = PLAN.replace("importance = ", "satisfaction = ");
        assert!(!is_checked("V305", &plan) && !is_checked("V305", ""));
        assert_eq!(paths("V305", &plan), [""; 0]);
    }
}
