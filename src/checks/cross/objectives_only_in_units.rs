//! Objectives that count only what is sold or seen, and no customer.

use super::measures::{Counts, counts};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X601",
    name: "objectives-only-in-units",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Objectives only in units", "目标只有销量"),
    why: Text::new(
        "Sales tell what was moved; whether customers are gained, kept and content tells what comes next (Kotler & Armstrong, customer equity; Kaplan & Norton 1992).",
        "销量只说明卖掉了多少，顾客有没有增加、留下、满意，才说明以后会怎样（科特勒与阿姆斯特朗论顾客资产；卡普兰与诺顿1992）。",
    ),
    ask: Text::new(
        "What will customers know, do again or be more content with, and how will you count it?",
        "顾客会多知道什么、再做什么、对什么更满意，你怎么数出来？",
    ),
    page: include_str!("objectives_only_in_units.md"),
    check,
};

/// A sprint this short may have one goal, and that may be sales.
const SPRINT_DAYS: i32 = 56;

const ALL: Text = Text::new(
    "All {0} objectives count what is sold or seen ({1}); none says what changes for customers.",
    "{0}个目标数的都是卖了多少或多少人看到（{1}），没有一个说顾客有什么变化。",
);
const ONE: Text = Text::new(
    "The only objective counts what is sold or seen ({1}); nothing says what changes for customers.",
    "唯一的目标数的是卖了多少或多少人看到（{1}），没有说顾客有什么变化。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let Some(first) = plan.objectives.first() else {
        return Checked::Lacks(Text::new("objectives", "目标"));
    };
    let mut words = Vec::new();
    for objective in &plan.objectives {
        match counts(objective) {
            Some((Counts::Sales | Counts::Attention, word)) => words.push(word),
            Some(_) => return Checked::Yes,
            // What cannot be told may be about customers.
            None if says_anything(objective) => return Checked::Yes,
            None => {}
        }
    }
    if words.is_empty() {
        return Checked::Lacks(Text::new("objectives with words", "写了内容的目标"));
    }
    let measured = plan.satisfaction.iter().any(|row| row.target.is_some());
    let sprint = plan
        .frame
        .starts
        .as_ref()
        .zip(plan.frame.ends.as_ref())
        .and_then(|(from, to)| to.value.since(from.value).ok())
        .is_some_and(|length| length.get_days() <= SPRINT_DAYS);
    if measured || (sprint && words.len() == 1) {
        return Checked::Yes;
    }
    let count = words.len().to_string();
    words.dedup();
    words.truncate(4);
    let text = if words.len() == 1 && count == "1" {
        ONE
    } else {
        ALL
    };
    let listed = crate::checks::context::listed(&words);
    sink.at("mix.objectives", first.span(), text, &[&count, &listed]);
    // That a number counts attention is said here for all of them.
    sink.explains("objective-without-kpi", "mix.objectives");
    Checked::Yes
}

fn says_anything(objective: &crate::plan::records::Objective<'_>) -> bool {
    filled(objective.metric.as_ref())
        .or(filled(objective.statement.as_ref()))
        .is_some()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn plan(objectives: &[&str]) -> String {
        let row = |(at, text): (usize, &&str)| {
            format!("[[mix.objectives]]\nid = \"o{at}\"\nmetric = \"{text}\"\n")
        };
        objectives.iter().enumerate().map(row).collect()
    }

    #[test]
    fn sales_and_views_alone_are_found_and_named() {
        let said_en = said("X601", &plan(&["cups sold", "revenue"]));
        assert!(said_en[0].contains("All 2 objectives"), "{said_en:?}");
        let said_zh = said("X601", &plan(&["全年销量"]));
        assert!(
            said_zh[0].contains("唯一的目标") && said_zh[0].contains("销量"),
            "{said_zh:?}"
        );
        assert_eq!(
            found(
                "X601",
                &plan(&["page views a day", "share of mobile visits"])
            )
            .len(),
            1
        );
        let financial = "[[mix.objectives]]\nid = \"o\"\nkind = \"financial\"\nmetric = \"quarter of break-even\"\n";
        assert_eq!(found("X601", financial)[0].path, "mix.objectives");
    }

    #[test]
    fn one_objective_about_customers_is_enough() {
        for other in [
            "share of guests who come again",
            "十二个月复购率",
            "minutes to an answer",
        ] {
            assert!(
                found("X601", &plan(&["cups sold", other])).is_empty(),
                "{other}"
            );
        }
        let kind = format!("{}kind = \"customer\"\n", plan(&["cups sold"]));
        assert!(found("X601", &kind).is_empty());
        let measured = "[[relationships.satisfaction]]\nid = \"s\"\ntarget = 4.5\n";
        assert!(found("X601", &format!("{}{measured}", plan(&["卖出杯数"]))).is_empty());
    }

    #[test]
    fn a_sprint_of_weeks_may_have_one_sales_goal() {
        let sprint = "[plan]\nstarts = 2027-03-01\nends = 2027-04-10\n";
        assert!(found("X601", &format!("{sprint}{}", plan(&["cups sold"]))).is_empty());
        assert_eq!(
            found("X601", &format!("{sprint}{}", plan(&["销量", "利润"]))).len(),
            1
        );
        assert!(lacks("X601", "").is_some());
        assert!(lacks("X601", "[[mix.objectives]]\nid = \"o\"\n").is_some());
    }
}
