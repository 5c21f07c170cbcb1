//! One average customer in place of groups that differ, or groups that are treated alike.

use rust_decimal::Decimal;

use super::groups::{is_for_others, kind, name};
use crate::catalogue::Step;
use crate::catalogue::choices::Tier;
use crate::checks::context::listed;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::records::{Account, Group};
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "R515",
    name: "average-customer-fallacy",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Relationships,
    title: Text::new("Average customer", "只用平均顾客"),
    why: Text::new(
        "Customers differ so much in what they bring that their average describes nobody (Fader, Customer Centricity).",
        "顾客带来的价值相差悬殊，平均数谁也代表不了（Fader《顾客中心化》）。",
    ),
    ask: Text::new(
        "Who brings most and who stays longest, and what will you do differently for them?",
        "谁带来的最多，谁停留得最久？对他们打算有什么不同？",
    ),
    page: include_str!("average_customer_fallacy.md"),
    check,
};

/// Fewer customers are known by name; they need no groups.
const KNOWN_BY_NAME: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// So many groups or accounts that treating all alike is no accident.
const SEVERAL: usize = 3;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.groups.is_empty() && plan.accounts.len() < SEVERAL {
        return Checked::Lacks(Text::new("customer groups", "顾客群"));
    }
    match plan.groups.as_slice() {
        [] => {}
        [only] => one_for_all(context, sink, only),
        groups => alike(context, sink, groups),
    }
    single_criterion(sink, &plan.accounts);
    Checked::Yes
}

/// A single group that stands for several target segments.
fn one_for_all(context: &Context, sink: &mut Sink, only: &Group<'_>) {
    let targets = context.targets().count();
    let few = only
        .customers
        .as_ref()
        .is_some_and(|it| it.value < KNOWN_BY_NAME);
    if targets > 1 && !few && only.segment.is_none() {
        sink.missing(
            only,
            "segment",
            Text::new(
                "One customer group, “{0}”, stands for {1} target segments.",
                "只有一个顾客群“{0}”，却要代表{1}个目标细分。",
            ),
            &[&name(only), &targets.to_string()],
        );
    }
}

/// Groups with the same numbers, or with different numbers and the same policy.
fn alike(context: &Context, sink: &mut Sink, groups: &[Group<'_>]) {
    let Some(first) = groups.first() else { return };
    let numbers = |group: &Group<'_>| {
        [
            &group.purchases,
            &group.average_purchase,
            &group.margin_rate,
            &group.retention,
        ]
        .map(|it| it.as_ref().map(|it| it.value))
    };
    let own = numbers(first);
    let said = own.iter().flatten().count() > 1;
    let names = || {
        let names: Vec<String> = groups.iter().map(name).collect();
        listed(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    if said && groups.iter().all(|row| numbers(row) == own) {
        sink.missing(
            first,
            "purchases",
            Text::new(
                "The customer groups {0} all have the same numbers: they are one average written several times.",
                "各顾客群（{0}）的数字完全一样：等于把一个平均数抄了几遍。",
            ),
            &[&names()],
        );
        return;
    }
    let Some(policy) = &first.policy else { return };
    let same = groups.iter().all(|row| {
        row.policy
            .as_ref()
            .is_some_and(|it| it.value == policy.value)
    });
    if !same || is_for_others(context) {
        return;
    }
    // Alike by the plan's own lines, they may be treated alike.
    let own = kind(context, first);
    let differ = match own {
        Some(_) => groups.iter().any(|row| kind(context, row) != own),
        None => groups.len() >= SEVERAL,
    };
    if differ {
        sink.value(
            first,
            "policy",
            policy,
            Text::new(
                "{0} customer groups differ in what they bring ({1}), and all get the same policy.",
                "{0}个顾客群带来的价值不同（{1}），对策却都一样。",
            ),
            &[&show(groups.len().into()), &names()],
        );
    }
}

/// Accounts that are graded by their revenue alone.
fn single_criterion(sink: &mut Sink, accounts: &[Account<'_>]) {
    let graded: Vec<(&Account<'_>, Tier)> = accounts
        .iter()
        .filter_map(|row| Some((row, row.tier.as_ref()?.value)))
        .collect();
    let measures = |row: &Account<'_>| {
        [
            row.revenue_share.is_some(),
            row.probability.is_some(),
            row.frequency.is_some() || row.volume.is_some(),
            row.credit.is_some(),
            row.influence.is_some(),
            row.prospects.is_some(),
            row.loyalty.is_some(),
        ]
        .into_iter()
        .filter(|it| *it)
        .count()
    };
    let Some((first, tier)) = graded.first() else {
        return;
    };
    if graded.len() < SEVERAL {
        return;
    }
    let text = if graded.iter().all(|(row, _)| measures(row) < 2) {
        Text::new(
            "{0} accounts are graded by a single measure: how surely they pay, what they may become and whom they influence are left out.",
            "{0}个大客户只按一个标准评级：付款是否可靠、将来能做多大、影响谁，都没有看。",
        )
    } else if graded.iter().all(|(_, other)| other == tier) {
        Text::new(
            "All {0} accounts have the same grade, which divides nobody.",
            "{0}个大客户评级全都一样，等于没有分级。",
        )
    } else {
        return;
    };
    sink.missing(*first, "tier", text, &[&graded.len().to_string()]);
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    fn group(id: &str, more: &str) -> String {
        format!("[[relationships.groups]]\nid = \"{id}\"\n{more}\n")
    }

    const TARGETS: &str = "[[targeting.segments]]\nid = \"s\"\ndecision = \"target\"\n\
        [[targeting.segments]]\nid = \"t\"\ndecision = \"target\"\n";

    #[test]
    fn one_group_for_several_segments_is_found() {
        let plan = format!(
            "{TARGETS}{}",
            group("all", "name = \"全部顾客\"\ncustomers = 900")
        );
        assert_eq!(paths("R515", &plan), ["relationships.groups.all.segment"]);
        assert!(messages("R515", &plan, Lang::En)[0].contains("2 target segments"));
        assert!(messages("R515", &plan, Lang::Zh)[0].contains("全部顾客"));
        assert_eq!(paths("R515", &plan.replace("900", "40")), [""; 0]);
        assert_eq!(paths("R515", &group("all", "customers = 900")), [""; 0]);
    }

    #[test]
    fn groups_with_the_same_numbers_or_the_same_policy_are_found() {
        let same = "margin_rate = 0.4\nretention = 0.7";
        let plan = [group("a", same), group("b", same)].concat();
        assert_eq!(paths("R515", &plan), ["relationships.groups.a.purchases"]);
        let three = |policy: &str| {
            ["0.2", "0.5", "0.9"]
                .iter()
                .zip(["invest", "invest", policy])
                .map(|(rate, policy)| {
                    group(
                        rate,
                        &format!("margin_rate = 0.4\nretention = {rate}\npolicy = \"{policy}\""),
                    )
                })
                .collect::<String>()
        };
        assert_eq!(paths("R515", &three("invest")).len(), 1);
        assert_eq!(paths("R515", &three("leave")), [""; 0]);
        let public = format!("[plan]\nkind = \"public\"\n{}", three("invest"));
        assert_eq!(paths("R515", &public), [""; 0]);
    }

    #[test]
    fn groups_that_are_alike_by_the_plans_own_lines_may_be_treated_alike() {
        let terms = "[relationships.value_capture]\nperiod = \"year\"\nprofit_threshold = 10\nloyalty_threshold = 0.5\n";
        let rows = |last: &str| {
            let row = |id: &str, stay: &str| {
                group(
                    id,
                    &format!(
                        "purchases = 9\naverage_purchase = 9\nmargin_rate = 0.4\nretention = {stay}\npolicy = \"invest\""
                    ),
                )
            };
            format!(
                "{terms}{}{}{}",
                row("a", "0.6"),
                row("b", "0.7"),
                row("c", last)
            )
        };
        assert_eq!(paths("R515", &rows("0.8")), [""; 0]);
        assert_eq!(paths("R515", &rows("0.2")).len(), 1);
    }

    #[test]
    fn accounts_graded_by_one_measure_are_found() {
        let account = |tier: &str, more: &str| {
            format!("[[relationships.accounts]]\ntier = \"{tier}\"\nrevenue_share = 0.1\n{more}\n")
        };
        let plan = |more: &str| ["A", "B", "C"].map(|tier| account(tier, more)).concat();
        assert!(messages("R515", &plan(""), Lang::Zh)[0].contains("一个标准"));
        assert_eq!(paths("R515", &plan("credit = 4")), [""; 0]);
        assert!(
            messages(
                "R515",
                &plan("credit = 4").replace(['B', 'C'], "A"),
                Lang::En
            )[0]
            .contains("same grade")
        );
        assert!(!is_checked("R515", ""));
    }
}
