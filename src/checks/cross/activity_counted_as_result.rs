//! An objective that counts what we did ourselves.

use super::measures::{Counts, of_text};
use crate::catalogue::Step;
use crate::catalogue::choices::ObjectiveKind;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X619",
    name: "activity-counted-as-result",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Activity counted as result", "把做事当成果"),
    why: Text::new(
        "Work that we count ourselves can always be done and proves nothing; a result lies with customers (Drucker 1954: results are outside).",
        "自己做了多少事总能完成，却什么也证明不了；成果在顾客那里（德鲁克1954：成果在企业之外）。",
    ),
    ask: Text::new(
        "What do customers do after it, and how many of them?",
        "做了以后顾客会做什么，有多少人？",
    ),
    page: include_str!("activity_counted_as_result.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let objectives = &context.plan.objectives;
    if objectives
        .iter()
        .all(|row| filled(row.metric.as_ref()).is_none())
    {
        return Checked::Lacks(Text::new("objectives with a metric", "有衡量指标的目标"));
    }
    for objective in objectives {
        let learns = objective
            .kind
            .as_ref()
            .is_some_and(|it| it.value == ObjectiveKind::Learning);
        // A step towards a larger objective is measured there.
        let step = filled(objective.supports.as_ref()).is_some();
        let Some(metric) = objective.metric.as_ref().filter(|_| !learns && !step) else {
            continue;
        };
        if let Some((Counts::Work, word)) = of_text(metric) {
            sink.value(
                objective,
                "metric",
                metric,
                Text::new(
                    "“{0}” counts your own work (“{1}”), which is done whether or not a customer cares.",
                    "“{0}”数的是自己做了多少（“{1}”），顾客理不理会都能完成。",
                ),
                &[&objective.name().unwrap_or_default(), word],
            );
        }
    }
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn one(metric: &str, more: &str) -> usize {
        let plan = format!("[[mix.objectives]]\nid = \"o\"\nmetric = \"{metric}\"\n{more}");
        found("X619", &plan).len()
    }

    #[test]
    fn posts_flyers_and_calls_are_work() {
        for metric in [
            "posts published a month",
            "flyers handed out",
            "sales calls a week",
            "每周推文篇数",
            "举办场次",
            "发放传单",
        ] {
            assert_eq!(one(metric, ""), 1, "{metric}");
        }
        let plan = "[[mix.objectives]]\nid = \"o\"\nmetric = \"发放传单\"\n";
        assert!(said("X619", plan)[0].contains("“传单”"));
    }

    #[test]
    fn what_customers_do_and_what_is_learnt_are_not() {
        for metric in [
            "visitors who came with a flyer",
            "members at the workshops held",
            "看了传单来报名的家长",
            "posters sold",
        ] {
            assert_eq!(one(metric, ""), 0, "{metric}");
        }
        assert_eq!(one("number of posts", "kind = \"learning\"\n"), 0);
        assert_eq!(
            one(
                "发帖数",
                "supports = \"p\"\n[[mix.objectives]]\nid = \"p\"\n"
            ),
            0
        );
        assert!(lacks("X619", "").is_some());
    }
}
