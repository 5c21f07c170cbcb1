//! The best customers, and little done for them.

use rust_decimal::Decimal;

use super::groups::{Kind, is_for_others, kind, margin, name};
use crate::catalogue::Step;
use crate::catalogue::choices::Policy;
use crate::checks::context::{id, is};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Group;
use crate::words::Text;
use crate::words::number::show_percent;

pub(super) const RULE: Rule = Rule {
    code: "R511",
    name: "true-friends-under-served",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new("True friends under-served", "冷落了真正的朋友"),
    why: Text::new(
        "Customers who pay well and stay deserve continuous care, so that they come back, buy more and bring others (Reinartz & Kumar 2002).",
        "又赚钱又忠诚的顾客值得持续投入，让他们常来、多买、带来别人（Reinartz与Kumar，2002）。",
    ),
    ask: Text::new(
        "What would delight these customers, and which money for others could pay for it?",
        "做什么能让这些顾客喜出望外？花在别人身上的哪笔钱可以挪过来？",
    ),
    page: include_str!("true_friends_under_served.md"),
    check,
};

/// Half of their share of profit: below it, the difference is no rounding and no taste.
const FAIR: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let friends: Vec<&Group> = plan
        .groups
        .iter()
        .filter(|group| kind(context, group) == Some(Kind::Friend))
        .collect();
    if !plan.groups.iter().any(|row| kind(context, row).is_some()) {
        return Checked::Lacks(Text::new(
            "customer groups with margin, retention and the two lines that divide them",
            "顾客群的毛利、保留率及两条分界",
        ));
    }
    if is_for_others(context) {
        return Checked::Yes;
    }
    let mut told = false;
    for group in &friends {
        told |= turned_away(context, sink, group);
    }
    if !told {
        share(context, sink, &friends);
    }
    Checked::Yes
}

/// A friend who is to be milked or left, or for whom nothing at all is planned.
fn turned_away(context: &Context, sink: &mut Sink, group: &Group<'_>) -> bool {
    let policy = group.policy.as_ref();
    let away = policy.filter(|it| matches!(it.value, Policy::Leave | Policy::Harvest));
    if let Some(policy) = away {
        sink.value(
            group,
            "policy",
            policy,
            Text::new(
                "“{0}” pay well and stay, by the plan's own lines, yet the policy is not to invest in them.",
                "按计划自己的分界，“{0}”又赚钱又忠诚，对策却不是投入。",
            ),
            &[&name(group)],
        );
        return true;
    }
    let spends = |spend: &Decimal| *spend > Decimal::ZERO;
    let served = group
        .retention_spend
        .as_ref()
        .is_some_and(|it| spends(&it.value))
        || filled(group.grow_by.as_ref()).is_some()
        || context.is_unknown(group, "retention_spend")
        || context.plan.programmes.iter().any(|row| {
            let own = id(group.segment.as_ref());
            id(row.segment.as_ref())
                .is_none_or(|_| own.is_none_or(|own| is(row.segment.as_ref(), own)))
        });
    if !served {
        sink.missing(
            group,
            "grow_by",
            Text::new(
                "“{0}” pay well and stay, by the plan's own lines, but no programme, money or offer is meant for them.",
                "按计划自己的分界，“{0}”又赚钱又忠诚，却没有为他们安排任何计划、费用或新的供应。",
            ),
            &[&name(group)],
        );
    }
    !served
}

/// What all friends bring, and what is spent on keeping them; only where every group says both.
fn share(context: &Context, sink: &mut Sink, friends: &[&Group<'_>]) {
    let Some(first) = friends.first() else { return };
    let groups = &context.plan.groups;
    let profit = |group: &Group<'_>| margin(group)?.checked_mul(group.customers.as_ref()?.value);
    let spend = |group: &Group<'_>| Some(group.retention_spend.as_ref()?.value);
    let shares = || {
        let brought = share_of(
            friends.iter().map(|row| profit(row)),
            groups.iter().map(profit),
        )?;
        let spent = share_of(
            friends.iter().map(|row| spend(row)),
            groups.iter().map(spend),
        )?;
        Some((brought, spent))
    };
    let Some((brought, spent)) = shares() else {
        return;
    };
    if brought.checked_mul(FAIR).is_none_or(|fair| spent >= fair) || are_content(context, friends) {
        return;
    }
    let names: Vec<String> = friends.iter().map(|row| name(row)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    sink.at(
        first.path("retention_spend"),
        first.retention_spend.as_ref().map_or(first.span(), |it| it.span),
        Text::new(
            "The customers who pay well and stay ({0}) bring {1} of the margin and get {2} of the money for keeping customers.",
            "又赚钱又忠诚的顾客（{0}）带来{1}的毛利，只得到{2}的维系费用。",
        ),
        &[
            &crate::checks::context::listed(&names),
            &show_percent(brought.round_dp(2)),
            &show_percent(spent.round_dp(2)),
        ],
    );
}

/// A part of a whole, losses among both; nothing where a number is missing or nothing is left.
fn share_of(
    part: impl Iterator<Item = Option<Decimal>>,
    whole: impl Iterator<Item = Option<Decimal>>,
) -> Option<Decimal> {
    let sum = |sum: Decimal, one: Option<Decimal>| sum.checked_add(one?);
    let (mut part, mut whole) = (part, whole);
    let whole = whole.try_fold(Decimal::ZERO, sum)?;
    let part = part.try_fold(Decimal::ZERO, sum)?;
    (whole > Decimal::ZERO).then(|| part.checked_div(whole))?
}

/// Whether each of their segments says that it gets what it expected: little care may be enough.
fn are_content(context: &Context, friends: &[&Group<'_>]) -> bool {
    friends.iter().all(|group| {
        id(group.segment.as_ref()).is_some_and(|segment| {
            context.plan.satisfaction.iter().any(|row| {
                let pair = row
                    .performance
                    .as_ref()
                    .zip(row.expectation.as_ref().or(row.target.as_ref()));
                is(row.segment.as_ref(), segment)
                    && pair.is_some_and(|(got, wanted)| got.value >= wanted.value)
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const TERMS: &str = "[relationships.value_capture]\nperiod = \"year\"\n\
        profit_threshold = 50\nloyalty_threshold = 0.6\n";

    fn group(id: &str, retention: &str, more: &str) -> String {
        format!(
            "[[relationships.groups]]\nid = \"{id}\"\nsegment = \"s\"\ncustomers = 100\npurchases = 10\n\
            average_purchase = 20\nmargin_rate = 0.5\nretention = {retention}\n{more}\n"
        )
    }

    fn two(friends: &str, others: &str) -> String {
        let (a, b) = (group("老茶客", "0.9", friends), group("b", "0.2", others));
        format!("{TERMS}{a}{b}")
    }

    #[test]
    fn a_small_share_of_the_care_is_found() {
        let plan = two("retention_spend = 100", "retention_spend = 900");
        assert_eq!(
            paths("R511", &plan),
            ["relationships.groups.老茶客.retention_spend"]
        );
        assert!(messages("R511", &plan, Lang::En)[0].contains("50 % of the margin and get 10 %"));
        assert!(messages("R511", &plan, Lang::Zh)[0].contains("老茶客"));
        assert_eq!(
            paths(
                "R511",
                &two("retention_spend = 300", "retention_spend = 700")
            ),
            [""; 0]
        );
        // Only with all data.
        assert_eq!(paths("R511", &two("retention_spend = 1", "")), [""; 0]);
    }

    #[test]
    fn a_friend_who_is_milked_or_forgotten_is_found() {
        for policy in ["leave", "harvest"] {
            let plan = two(&format!("policy = \"{policy}\""), "");
            assert_eq!(paths("R511", &plan), ["relationships.groups.老茶客.policy"]);
        }
        assert_eq!(
            paths("R511", &two("", "")),
            ["relationships.groups.老茶客.grow_by"]
        );
        for more in ["grow_by = \"新茶先品\"", "retention_spend = 5"] {
            assert_eq!(paths("R511", &two(more, "")), [""; 0]);
        }
        let club = "[[relationships.programmes]]\nid = \"p\"\nsegment = \"s\"\n";
        assert_eq!(paths("R511", &format!("{}{club}", two("", ""))), [""; 0]);
    }

    #[test]
    fn content_customers_and_good_causes_are_left_alone() {
        let plan = two("retention_spend = 100", "retention_spend = 900");
        let content = "[[relationships.satisfaction]]\nid = \"q\"\nsegment = \"s\"\nexpectation = 4\nperformance = 4.4\n";
        assert_eq!(paths("R511", &format!("{plan}{content}")), [""; 0]);
        assert_eq!(
            paths("R511", &format!("[plan]\nkind = \"public\"\n{plan}")),
            [""; 0]
        );
        assert!(is_checked("R511", &plan) && !is_checked("R511", ""));
    }
}
