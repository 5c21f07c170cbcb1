//! Every need is said to be met already.

use crate::catalogue::Step;
use crate::catalogue::choices::{NeedStatus, Position};
use crate::checks::thresholds::SATISFIED_NEED;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::plan::records::CustomerNeed;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N105",
    name: "no-unmet-or-latent-need",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("No unmet or latent need", "没有未满足或潜在的需要"),
    why: Text::new(
        "Where every need is met there is nothing to win; growth hides in what matters much and is met badly, or is not yet said aloud (Levitt 1960; Ulwick 2002).",
        "需要全都满足了，就没有可争取的；增长藏在很重要却没满足好、或者人们还说不出口的地方（莱维特，1960；乌尔维克，2002）。",
    ),
    ask: Text::new(
        "What do these people put up with today, or no longer expect from anyone?",
        "这些人如今在忍着什么？有什么是他们早已不指望别人解决的？",
    ),
    page: include_str!("no_unmet_or_latent_need.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let open: Vec<Option<bool>> = plan
        .customer_needs
        .iter()
        .map(|need| is_open(context, need))
        .collect();
    // Who says to win on price may well serve needs that others meet too.
    let cheaper = plan.propositions.iter().any(|row| {
        row.position
            .as_ref()
            .is_some_and(|it| matches!(it.value, Position::SameForLess | Position::LessForMuchLess))
    });
    if cheaper || open.contains(&Some(true)) {
        return Checked::Yes;
    }
    let (Some(first), false) = (plan.customer_needs.first(), open.contains(&None)) else {
        return Checked::Lacks(Text::new(
            "how well each need is met today",
            "每个需要目前的满足程度",
        ));
    };
    let many = plan.customer_needs.len().to_string();
    let span = first.status.as_ref().map_or(first.span(), |it| it.span);
    let say = if many == "1" {
        Text::new(
            "The only need counts as met already; none is left open or latent.",
            "唯一的一条需要已经满足，没有未满足的，也没有潜在的。",
        )
    } else {
        Text::new(
            "All {0} needs count as met already; none is left open or latent.",
            "{0}条需要全都已经满足，没有未满足的，也没有潜在的。",
        )
    };
    sink.at("needs.customer_needs", span, say, &[&many]);
    Checked::Yes
}

/// Whether a need leaves room, by its status or its scores; `None` if neither tells.
fn is_open(context: &Context, need: &CustomerNeed<'_>) -> Option<bool> {
    let satisfaction = need.satisfaction.as_ref().map(|it| it.value);
    let importance = need.importance.as_ref().map(|it| it.value);
    // Scores are nearer to the customer than a word: what matters more than it satisfies is open.
    let gap = match (importance, satisfaction) {
        (Some(matters), Some(content)) => Some(matters > content),
        (None, Some(content)) => Some(content < context.settings.threshold(&SATISFIED_NEED)),
        _ => None,
    };
    match need.status.as_ref().map(|it| it.value) {
        Some(NeedStatus::Met) => Some(gap == Some(true)),
        Some(_) => Some(true),
        None => gap,
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn needs(rows: &[&str]) -> String {
        let rows = rows.iter().enumerate();
        rows.map(|(nth, row)| format!("[[needs.customer_needs]]\nid = \"n{nth}\"\n{row}\n"))
            .collect::<Vec<_>>()
            .concat()
    }

    #[test]
    fn all_needs_met_is_found() {
        let plan = needs(&["status = \"met\"", "need = \"午饭\"\nstatus = \"met\""]);
        let said = said("N105", &plan);
        assert!(
            said[0].starts_with("All 2") && said[0].contains("2条"),
            "{said:?}"
        );
        assert_eq!(
            found("N105", &needs(&["importance = 3\nsatisfaction = 5"])).len(),
            1
        );
    }

    #[test]
    fn one_open_need_is_enough() {
        for open in [
            "status = \"latent\"",
            "status = \"underserved\"",
            "importance = 5\nsatisfaction = 2",
            "status = \"met\"\nimportance = 5\nsatisfaction = 2",
        ] {
            assert!(
                found("N105", &needs(&["status = \"met\"", open])).is_empty(),
                "{open}"
            );
        }
    }

    #[test]
    fn a_need_without_status_or_scores_cannot_be_judged() {
        let plan = needs(&["status = \"met\"", "need = \"to know when the bus comes\""]);
        assert!(found("N105", &plan).is_empty());
        assert!(lacks("N105", &plan).is_some());
        let plan = needs(&["need = \"知道车什么时候来\""]);
        assert!(lacks("N105", &plan).is_some());
    }

    #[test]
    fn a_plan_that_wins_on_price_is_silent() {
        let price = "[[value.propositions]]\nid = \"p\"\nposition = \"same-for-less\"\n";
        let plan = format!("{}{price}", needs(&["status = \"met\""]));
        assert!(found("N105", &plan).is_empty());
    }
}
