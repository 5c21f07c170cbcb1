//! An alternative that is as good on everything and costs no more.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::checks::context::{id, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::plan::records::{Alternative, Factor};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V309",
    name: "not-better-than-alternative",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("Not better than an alternative", "没有优于替代选择"),
    why: Text::new(
        "Customers choose the offer with the greatest value, benefits less costs; what is equal or worse on all counts loses (Kotler and Keller).",
        "顾客选的是价值最大的，也就是利益减去成本；样样不比别人强，就会输（科特勒与凯勒）。",
    ),
    ask: Text::new(
        "Which factor that they weigh is missing here, can be raised, or can be made cheaper?",
        "是漏了哪个顾客看重的因素，还是有哪一项可以做得更好或者更便宜？",
    ),
    page: include_str!("not_better_than_alternative.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut groups: BTreeMap<&str, Vec<&Factor<'_>>> = BTreeMap::new();
    let scored = |row: &&Factor<'_>| row.us.is_some() && !row.rivals.is_empty();
    for row in context.plan.factors.iter().filter(scored) {
        let segment = id(row.segment.as_ref()).unwrap_or_default();
        groups.entry(segment).or_default().push(row);
    }
    // On one factor alone nobody chooses.
    groups.retain(|_, rows| rows.len() > 1);
    if groups.is_empty() {
        return Checked::Lacks(Text::new(
            "two buying factors with our score and others'",
            "两个有我方和其他选择得分的选择因素",
        ));
    }
    for (segment, rows) in groups {
        let Some(first) = rows.first() else { continue };
        let better = first.rivals.iter().find_map(|(rival, _)| {
            let rival = rival.value.as_ref();
            if !rows.iter().all(|it| is_as_good(it, rival)) {
                return None;
            }
            let row = context.alternative(rival);
            row.filter(|row| !we_are_cheaper(context, segment, row))
        });
        let Some(rival) = better else { continue };
        let whom = context
            .segment(segment)
            .map_or(segment, |row| named(row.name.as_ref(), row.id.as_ref()));
        sink.at(
            first.path("us"),
            first.us.as_ref().map_or(first.span, |it| it.span),
            Text::new(
                "On all {0} factors that “{1}” weighs, “{2}” scores as well as you or better, and you are not cheaper.",
                "“{1}”看重的{0}个因素上，“{2}”样样不比你差，而你也不更便宜。",
            ),
            &[
                &rows.len().to_string(),
                whom,
                named(rival.name.as_ref(), rival.id.as_ref()),
            ],
        );
    }
    Checked::Yes
}

fn is_as_good(row: &Factor<'_>, rival: &str) -> bool {
    let theirs = row.rivals.iter().find(|(name, _)| name.value == rival);
    theirs
        .zip(row.us.as_ref())
        .is_some_and(|((_, theirs), us)| *theirs >= us.value)
}

/// Whether anything made for the segment asks less money than the alternative.
fn we_are_cheaper(context: &Context, segment: &str, rival: &Alternative<'_>) -> bool {
    let Some(theirs) = rival.price.as_ref().map(|it| it.value) else {
        return false;
    };
    let ours = context
        .plan
        .products
        .iter()
        .filter(|row| {
            row.segments.is_empty() || crate::checks::context::has(&row.segments, segment)
        })
        .filter_map(|row| row.price.as_ref().map(|it| it.value))
        .min();
    ours.is_some_and(|ours: Decimal| ours < theirs)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn plan(scores: &[(u8, u8, u8)], rest: &str) -> String {
        let row = |(nth, (us, a, b)): (usize, &(u8, u8, u8))| {
            format!(
                "[[value.factors]]\nid = \"f{nth}\"\nsegment = \"s\"\nus = {us}\nrivals = {{ a = {a}, b = {b} }}\n"
            )
        };
        let rows: String = scores.iter().enumerate().map(row).collect();
        format!(
            "[[targeting.segments]]\nid = \"s\"\nname = \"夜班护士\"\n\
             [[needs.alternatives]]\nid = \"b\"\n[[needs.alternatives]]\nid = \"a\"\nname = \"Canteen\"\nprice = 20\n{rows}{rest}"
        )
    }

    #[test]
    fn an_alternative_as_good_on_everything_is_found() {
        let said = said("V309", &plan(&[(4, 4, 1), (3, 5, 9)], ""));
        assert!(
            said[0].contains("all 2 factors that “夜班护士” weighs, “Canteen”"),
            "{said:?}"
        );
        let dearer = "[[mix.products]]\nid = \"p\"\nprice = 25\n";
        assert_eq!(
            found("V309", &plan(&[(4, 4, 1), (3, 5, 9)], dearer)).len(),
            1
        );
    }

    #[test]
    fn one_better_factor_or_a_lower_price_is_enough() {
        // Each factor has a better rival, but no rival is better on both.
        assert!(found("V309", &plan(&[(8, 9, 2), (8, 2, 9)], "")).is_empty());
        let cheaper = "[[mix.products]]\nid = \"p\"\nprice = 15\n";
        assert!(found("V309", &plan(&[(4, 4, 1), (3, 5, 9)], cheaper)).is_empty());
    }

    #[test]
    fn without_scores_it_cannot_look() {
        assert!(lacks("V309", &plan(&[(4, 4, 1)], "")).is_some());
        assert!(lacks("V309", "").is_some());
    }
}
