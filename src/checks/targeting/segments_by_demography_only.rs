//! Segments that say who people are and never why they buy.

use std::collections::HashSet;

use crate::catalogue::Step;
use crate::catalogue::choices::{Decision, Side};
use crate::checks::context::{listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Segment;
use crate::prose::people;
use crate::words::Text;

use super::describes;

pub(super) const RULE: Rule = Rule {
    code: "T202",
    name: "segments-by-demography-only",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Segments by description only", "只按人口统计或行业细分"),
    why: Text::new(
        "Age, place and trade describe people; needs, occasions and behaviour explain what they buy (McDonald and Dunbar; Best).",
        "年龄、地区、行业只能描述顾客；需要、时机和行为才能解释购买（麦克唐纳与邓巴；贝斯特）。",
    ),
    ask: Text::new(
        "What do the people of one group do, look for or go through that the others do not?",
        "同一组人在做什么、图什么、遇到什么，是别的组没有的？",
    ),
    page: include_str!("segments_by_demography_only.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let rows: Vec<&Segment<'_>> = context.plan.segments.iter().filter(|it| buys(it)).collect();
    if rows.is_empty() {
        return Checked::Lacks(Text::new("segments", "细分"));
    }
    let explains = |row: &&Segment<'_>| row.bases.iter().any(|it| !describes(it.value));
    if rows.iter().any(explains) || needs_divide(&rows) || rows.iter().any(|row| tells_why(row)) {
        return Checked::Yes;
    }
    if rows.iter().any(|row| row.bases.is_empty()) {
        return Checked::Lacks(Text::new(
            "what the segments are divided by",
            "各个细分的依据",
        ));
    }
    let chosen = |row: &&&Segment<'_>| {
        row.decision
            .as_ref()
            .is_some_and(|it| it.value == Decision::Target)
    };
    let Some(first) = rows.iter().find(chosen).or(rows.first()) else {
        return Checked::Yes;
    };
    let names: Vec<&str> = rows
        .iter()
        .map(|row| named(row.name.as_ref(), row.id.as_ref()))
        .collect();
    sink.at(
        first.path("bases"),
        first.bases.first().map_or(first.span, |it| it.span),
        Text::new(
            "Divided only by who or where people are, and by no need, behaviour or occasion: {0}.",
            "只按“是谁、在哪里”来划分，没有按需要、行为或时机：{0}。",
        ),
        &[&listed(&names)],
    );
    Checked::Yes
}

/// Whether a segment stands on the side of those to whom something is offered.
fn buys(row: &Segment<'_>) -> bool {
    row.side
        .as_ref()
        .is_none_or(|it| matches!(it.value, Side::Buyers | Side::Beneficiaries))
}

/// Whether every segment has needs of its own: then they divide, and age only says where to look.
fn needs_divide(rows: &[&Segment<'_>]) -> bool {
    let mut seen = HashSet::new();
    rows.len() > 1
        && rows.iter().all(|row| {
            let mut needs: Vec<&str> = row.needs.iter().map(|it| it.value.as_ref()).collect();
            needs.sort_unstable();
            !needs.is_empty() && seen.insert(needs)
        })
}

/// Whether a segment tells in words what moves its people, whatever box was ticked.
fn tells_why(row: &Segment<'_>) -> bool {
    [&row.name, &row.description]
        .into_iter()
        .filter_map(|it| filled(it.as_ref()))
        .any(people::speaks_of_need)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks};

    fn segment(id: &str, bases: &str, rest: &str) -> String {
        format!("[[targeting.segments]]\nid = \"{id}\"\nbases = [{bases}]\n{rest}\n")
    }
    fn count(plan: &[String]) -> usize {
        let needs = "[[needs.customer_needs]]\nid = \"n\"\n[[needs.customer_needs]]\nid = \"m\"\n";
        found("T202", &format!("{needs}{}", plan.concat())).len()
    }

    #[test]
    fn description_alone_is_found_once() {
        let ages = [
            segment("a", "\"demographic\"", "name = \"18 to 24\""),
            segment(
                "b",
                "\"demographic\", \"geographic\"",
                "name = \"25岁以上\"\ndecision = \"target\"",
            ),
        ];
        let found = found("T202", &ages.concat());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "targeting.segments.b.bases");
        assert_eq!(
            count(&[segment("a", "\"industry\", \"size\"", "name = \"制造业\"")]),
            1
        );
    }

    #[test]
    fn a_base_needs_or_words_that_explain_are_enough() {
        let plain = segment("a", "\"demographic\"", "needs = [\"n\"]");
        assert_eq!(count(&[plain.clone(), segment("b", "\"occasion\"", "")]), 0);
        assert_eq!(
            count(&[plain.clone(), segment("b", "\"size\"", "needs = [\"m\"]")]),
            0
        );
        assert_eq!(
            count(&[plain, segment("b", "\"size\"", "needs = [\"n\"]")]),
            1
        );
        for words in [
            "Women afraid to walk home at night",
            "夜里不敢一个人回家的女性",
        ] {
            let told = segment("a", "\"demographic\"", &format!("name = \"{words}\""));
            assert_eq!(count(&[told]), 0);
        }
    }

    #[test]
    fn only_the_side_that_is_offered_something_counts() {
        let donors = segment("d", "\"demographic\"", "side = \"donors\"");
        assert!(lacks("T202", &donors).is_some());
        let silent = segment("a", "", "");
        assert!(lacks("T202", &(segment("b", "\"size\"", "") + &silent)).is_some());
        assert!(lacks("T202", "").is_some());
    }
}
