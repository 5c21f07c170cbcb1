//! A place in the mind that somebody else already has.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::Position;
use crate::checks::context::{id, is, listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::plan::records::Factor;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T209",
    name: "positioning-not-distinct",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Position not distinct", "定位不独特"),
    why: Text::new(
        "What all have in common lets you into the game; only a difference gets you chosen (Keller; Ries and Trout 1981).",
        "与别人相同的只是入场券，有差异才会被选中（凯勒；里斯与特劳特，1981）。",
    ),
    ask: Text::new(
        "On which of the things that they weigh do you stand where no one else does?",
        "在顾客看重的因素里，哪一项上你站的位置是别人没有的？",
    ),
    page: include_str!("positioning_not_distinct.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let scored = |row: &&Factor<'_>| row.us.is_some() && !row.rivals.is_empty();
    let mut groups: BTreeMap<&str, Vec<&Factor<'_>>> = BTreeMap::new();
    for row in plan.factors.iter().filter(scored) {
        let segment = id(row.segment.as_ref()).unwrap_or_default();
        groups.entry(segment).or_default().push(row);
    }
    // One factor is a comparison, not a position.
    groups.retain(|_, rows| rows.len() > 1);
    if groups.is_empty() {
        return Checked::Lacks(Text::new(
            "two buying factors with our score and others'",
            "两个有我方和其他选择得分的选择因素",
        ));
    }
    for (segment, rows) in groups {
        let axes = |row: &&&Factor<'_>| {
            [&plan.map.x, &plan.map.y].into_iter().any(|axis| {
                axis.as_ref()
                    .is_some_and(|it| is(row.id.as_ref(), &it.value))
            })
        };
        let map: Vec<&Factor<'_>> = rows.iter().filter(axes).copied().collect();
        let twin = twin(&rows).map(|it| (it, &rows));
        let twin = twin.or_else(|| Some((twin_of_two(&map)?, &map)));
        let Some((rival, alike)) = twin.filter(|_| !is_cheaper(context, segment)) else {
            continue;
        };
        let Some(first) = alike.first() else { continue };
        let row = plan
            .alternatives
            .iter()
            .find(|it| is(it.id.as_ref(), rival));
        let rival = row.map_or(rival, |row| named(row.name.as_ref(), row.id.as_ref()));
        let names: Vec<&str> = alike
            .iter()
            .map(|row| named(row.name.as_ref(), row.id.as_ref()))
            .collect();
        sink.at(
            first.path("us"),
            first.us.as_ref().map_or(first.span, |it| it.span),
            Text::new(
                "You and “{0}” have the same scores on {1}: customers see no difference there.",
                "你和“{0}”在{1}上得分完全一样，顾客看不出差别。",
            ),
            &[rival, &listed(&names)],
        );
        // That we are not better either is the same gap.
        for row in &rows {
            sink.explains("not-better-than-alternative", row.path(""));
        }
    }
    Checked::Yes
}

/// The rival who has our score on every factor.
fn twin<'t>(rows: &[&'t Factor<'_>]) -> Option<&'t str> {
    let first = rows.first()?;
    first
        .rivals
        .iter()
        .map(|(rival, _)| rival.value.as_ref())
        .find(|rival| {
            rows.iter()
                .all(|row| score(row, rival) == row.us.as_ref().map(|it| it.value))
        })
}

/// The rival who stands on our spot of the map, if both axes are scored.
fn twin_of_two<'t>(map: &[&'t Factor<'_>]) -> Option<&'t str> {
    (map.len() == 2).then(|| twin(map)).flatten()
}

fn score(row: &Factor<'_>, rival: &str) -> Option<Decimal> {
    let mut scores = row.rivals.iter();
    scores.find_map(|(name, score)| (name.value == rival).then_some(*score))
}

/// Whether the promise to the segment is the same for less money: then the price is the difference.
fn is_cheaper(context: &Context, segment: &str) -> bool {
    let mut positions = context
        .propositions(segment)
        .filter_map(|row| row.position.as_ref());
    positions.any(|it| {
        matches!(
            it.value,
            Position::SameForLess | Position::LessForMuchLess | Position::MoreForLess
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn plan(scores: &[(u8, u8)], rest: &str) -> String {
        let row = |(nth, (us, them)): (usize, &(u8, u8))| {
            format!(
                "[[value.factors]]\nid = \"f{nth}\"\nname = \"因素{nth}\"\nsegment = \"s\"\nus = {us}\nrivals = {{ r = {them} }}\n"
            )
        };
        let rows: String = scores.iter().enumerate().map(row).collect();
        format!(
            "[[needs.alternatives]]\nid = \"r\"\nname = \"Corner bakery\"\n[[targeting.segments]]\nid = \"s\"\n{rows}{rest}"
        )
    }

    #[test]
    fn the_same_scores_everywhere_are_found() {
        let said = said("T209", &plan(&[(7, 7), (5, 5)], ""));
        assert!(said[0].contains("“Corner bakery”") && said[0].contains("因素0、因素1"));
        assert!(found("V309", &plan(&[(7, 7), (5, 5)], "")).is_empty());
    }

    #[test]
    fn one_spot_of_the_map_for_two_is_found() {
        let map = "[value.map]\nx = \"f0\"\ny = \"f1\"\n";
        assert_eq!(
            found("T209", &plan(&[(7, 7), (5, 5), (9, 3)], map)).len(),
            1
        );
        assert!(found("T209", &plan(&[(7, 7), (5, 5), (9, 3)], "")).is_empty());
    }

    #[test]
    fn a_difference_or_a_lower_price_is_enough() {
        assert!(found("T209", &plan(&[(7, 7), (5, 4)], "")).is_empty());
        let cheap =
            "[[value.propositions]]\nid = \"v\"\nsegment = \"s\"\nposition = \"same-for-less\"\n";
        assert!(found("T209", &plan(&[(7, 7), (5, 5)], cheap)).is_empty());
    }

    #[test]
    fn without_scores_it_cannot_look() {
        assert!(lacks("T209", &plan(&[(7, 7)], "")).is_some());
        assert!(lacks("T209", "").is_some());
    }
}
