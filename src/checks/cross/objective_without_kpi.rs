//! An objective whose only measure is attention.

use super::measures::{Counts, of_text};
use crate::catalogue::Step;
use crate::catalogue::choices::RevenueModel;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X610",
    name: "objective-without-kpi",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new(
        "Objective without a measure that tells",
        "目标没有有效的KPI",
    ),
    why: Text::new(
        "Having been seen stands at the top of a long ladder to knowing, wanting and buying; a measure must say how far people climbed (Lavidge & Steiner 1961; Farris and others).",
        "被看到只是第一级，离知道、想要、购买还有好几级；指标要说明人走到了哪一级（拉维奇与斯坦纳1961；法里斯等）。",
    ),
    ask: Text::new(
        "Of those who saw it, how many will know, try, book or come, and where do you read that?",
        "看到的人里，有多少会知道、试用、预约或到店，数据从哪里读？",
    ),
    page: include_str!("objective_without_kpi.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let measured =
        |row: &&crate::plan::records::Objective<'_>| filled(row.metric.as_ref()).is_some();
    if !plan.objectives.iter().any(|row| measured(&row)) {
        return Checked::Lacks(Text::new("objectives with a metric", "有衡量指标的目标"));
    }
    // To a medium that lives on advertising, attention is what it sells.
    let sells_attention = plan.revenue_streams.iter().any(|row| {
        row.model
            .as_ref()
            .is_some_and(|model| model.value == RevenueModel::Advertising)
    });
    if sells_attention {
        return Checked::Yes;
    }
    for objective in plan.objectives.iter().filter(measured) {
        let Some(metric) = &objective.metric else {
            continue;
        };
        let Some((Counts::Attention, word)) = of_text(metric) else {
            continue;
        };
        // A step towards a larger objective is measured there.
        if filled(objective.supports.as_ref()).is_some()
            || plan.is_unknown(&objective.path("metric"))
        {
            continue;
        }
        sink.value(
            objective,
            "metric",
            metric,
            Text::new(
                "“{0}” is measured by attention alone (“{1}”): it cannot show whether anybody knows, wants or does more.",
                "“{0}”只用关注度衡量（“{1}”），看不出有没有人因此更了解、更想要或有所行动。",
            ),
            &[&objective.name().unwrap_or_default(), word],
        );
    }
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    // The second objective keeps the plan from being about attention as a whole.
    fn one(metric: &str, more: &str) -> usize {
        let plan = format!(
            "[[mix.objectives]]\nid = \"o\"\nmetric = \"{metric}\"\n{more}[[mix.objectives]]\nid = \"p\"\nmetric = \"repeat rate\"\n"
        );
        found("X610", &plan).len()
    }

    #[test]
    fn likes_and_views_tell_nothing_of_customers() {
        for metric in [
            "local followers",
            "page views a month",
            "视频播放量",
            "粉丝数",
        ] {
            assert_eq!(one(metric, ""), 1, "{metric}");
        }
        let plan = "[[mix.objectives]]\nid = \"o\"\nmetric = \"小红书点赞\"\n[[mix.objectives]]\nid = \"p\"\nmetric = \"复购率\"\n";
        assert!(said("X610", plan)[0].contains("“点赞”"));
    }

    #[test]
    fn what_people_then_do_is_a_measure() {
        for metric in [
            "followers who booked a table",
            "share of residents who recall the name",
            "看过视频后预约的人数",
            "footfall",
            "客流量",
        ] {
            assert_eq!(one(metric, ""), 0, "{metric}");
        }
        assert_eq!(one("followers", "supports = \"p\"\n"), 0);
        let paper = "[[relationships.revenue_streams]]\nid = \"r\"\nmodel = \"advertising\"\n";
        assert_eq!(one("page views", paper), 0);
    }

    #[test]
    fn where_all_is_attention_another_rule_says_so_once() {
        let plan = "[[mix.objectives]]\nid = \"o\"\nmetric = \"page views\"\n";
        assert!(found("X610", plan).is_empty());
        assert_eq!(found("X601", plan).len(), 1);
        assert!(lacks("X610", "").is_some());
    }
}
