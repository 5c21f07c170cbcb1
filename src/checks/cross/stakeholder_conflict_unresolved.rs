//! Somebody who loses by the plan, and nothing is done about it.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::catalogue::Step;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Stakeholder;
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X602",
    name: "stakeholder-conflict-unresolved",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Plan,
    title: Text::new("Stakeholder conflict unresolved", "三方利益冲突未处理"),
    why: Text::new(
        "A plan holds only while customers, owners and staff all gain by it, and good service begins with those who give it (Heskett and others, the service-profit chain, 1994).",
        "顾客、投资者、员工都受益，计划才走得下去；好的服务从提供服务的人开始（赫斯克特等，服务利润链，1994）。",
    ),
    ask: Text::new(
        "What do you give those who lose, or what will you not do to them?",
        "对吃亏的一方，你补偿什么，或者保证不做什么？",
    ),
    page: include_str!("stakeholder_conflict_unresolved.md"),
    check,
};

/// What people write where nothing is lost.
static NOTHING: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::list("nothing, none, no loss, 无, 没有, 不吃亏, 无损失"));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let rows = &plan.stakeholders;
    let mut weighed = false;
    for row in rows {
        weighed |= is_weighed(row);
        let loses = row.loses.as_ref().zip(filled(row.loses.as_ref()));
        let Some((place, loses)) = loses.filter(|(_, text)| !NOTHING.is_in(text)) else {
            continue;
        };
        let guarded = filled(row.guardrail.as_ref()).is_some();
        if !context.settled(row, "guardrail", guarded) {
            sink.value(
                row,
                "guardrail",
                place,
                Text::new(
                    "“{0}” loses by the plan (“{1}”), and nothing is said to make up for it.",
                    "“{0}”会因计划吃亏（“{1}”），却没有写怎么弥补。",
                ),
                &[
                    &called(row.name.as_ref(), row),
                    loses.trim_end_matches(['.', '。']),
                ],
            );
        }
    }
    if let (Some(first), false, true) = (rows.first(), weighed, rows.len() > 1) {
        let unknown = plan.is_unknown(&first.path(""));
        if !unknown {
            let names: Vec<String> = rows
                .iter()
                .map(|row| called(row.name.as_ref(), row))
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            sink.at(
                "plan.stakeholders",
                first.span(),
                Text::new(
                    "{0} stakeholders are named ({1}), but of none is it said what they gain or lose.",
                    "列了{0}个利益相关者（{1}），却都没有写各自得到什么、失去什么。",
                ),
                &[&rows.len().to_string(), &crate::checks::context::listed(&names)],
            );
        }
    }
    let tension = tension(context, sink);
    let staff = staff_are_missing(context, sink);
    if rows.is_empty() && !staff && !tension {
        return Checked::Lacks(Text::new(
            "stakeholders, or interests of customers and owners",
            "利益相关者，或者顾客与投资者的利益",
        ));
    }
    Checked::Yes
}

/// Words with which an author sets two interests against each other.
static TENSION: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "on one side, on the other side, on the other, on the one hand, on the other hand, tension, \
         conflict, trade-off, at odds, 一方面, 另一方面, 矛盾, 冲突, 两难, 此消彼长",
    )
});

/// An interest that names two sides, where nobody's loss has a limit; true if it named them.
fn tension(context: &Context, sink: &mut Sink) -> bool {
    let plan = context.plan;
    let interests = &plan.interests;
    let texts = [
        ("customers", &interests.customers),
        ("owners", &interests.owners),
        ("staff", &interests.staff),
        ("society", &interests.society),
    ];
    let mut torn = texts.into_iter().filter_map(|(key, text)| {
        let says = filled(text.as_ref()).is_some_and(|text| TENSION.is_in(text));
        Some((key, text.as_ref().filter(|_| says)?))
    });
    let Some((key, text)) = torn.next() else {
        return false;
    };
    let resolved = plan.stakeholders.iter().any(|row| {
        filled(row.loses.as_ref()).is_some() && filled(row.guardrail.as_ref()).is_some()
    });
    if !resolved && !plan.is_unknown("plan.stakeholders") {
        sink.value(
            interests,
            key,
            text,
            Text::new(
                "Two interests pull apart (“{0}”), but nobody's loss is written down with a limit to it.",
                "两种利益相互牵扯（“{0}”），却没有写谁会吃亏、底线在哪里。",
            ),
            &[text.trim_end_matches(['.', '。'])],
        );
    }
    true
}

fn is_weighed(row: &Stakeholder<'_>) -> bool {
    [&row.interest, &row.gains, &row.loses, &row.guardrail]
        .into_iter()
        .any(|text| filled(text.as_ref()).is_some())
}

/// The interests of customers and owners without those who must deliver; true if it could look.
fn staff_are_missing(context: &Context, sink: &mut Sink) -> bool {
    let plan = context.plan;
    let interests = &plan.interests;
    let (Some(customers), Some(_)) = (
        interests
            .customers
            .as_ref()
            .filter(|it| filled(Some(*it)).is_some()),
        filled(interests.owners.as_ref()),
    ) else {
        return false;
    };
    let staff = filled(interests.staff.as_ref()).is_some();
    // One who works alone is owner and staff in one; a named stakeholder may be the staff.
    let owners: HashSet<&str> = plan
        .actions
        .iter()
        .filter_map(|row| filled(row.owner.as_ref()))
        .collect();
    let alone = plan.team.len() < 2 && owners.len() < 2;
    if !alone && plan.stakeholders.is_empty() && !context.settled(interests, "staff", staff) {
        sink.value(
            interests,
            "staff",
            customers,
            Text::new(
                "The interests of customers and owners are written down, those of the staff who must deliver are not.",
                "写了顾客和投资者的利益，没有写要靠他们兑现承诺的员工的利益。",
            ),
            &[],
        );
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const ROW: &str = "[[plan.stakeholders]]\nid = \"s\"\nname = \"夜班面包师\"\nloses = \"每月少900元夜班补贴\"\n";

    #[test]
    fn a_loss_without_a_remedy_is_found() {
        assert_eq!(found("X602", ROW)[0].path, "plan.stakeholders.s.guardrail");
        assert!(said("X602", ROW)[0].contains("夜班面包师"));
        let english = "[[plan.stakeholders]]\nid = \"s\"\nname = \"Neighbours\"\nloses = \"Quiet on Fridays\"\n";
        assert!(said("X602", english)[0].contains("“Quiet on Fridays”"));
        assert!(found("X602", &format!("{ROW}guardrail = \"补贴发到十二月\"\n")).is_empty());
        for nothing in ["Nothing.", "无"] {
            assert!(found("X602", &english.replace("Quiet on Fridays", nothing)).is_empty());
        }
        let unknown = format!("[plan]\nunknown = [\"plan.stakeholders.s\"]\n{ROW}");
        assert!(found("X602", &unknown).is_empty());
    }

    #[test]
    fn names_alone_weigh_nothing() {
        let names = "[[plan.stakeholders]]\nid = \"a\"\nname = \"Hotels\"\n[[plan.stakeholders]]\nid = \"b\"\nname = \"Museums\"\n";
        assert!(said("X602", names)[0].contains("(Hotels, Museums)"));
        assert!(found("X602", &format!("{names}interest = \"full rooms\"\n")).is_empty());
    }

    #[test]
    fn two_interests_that_pull_apart_need_a_limit() {
        for text in [
            "More guests on one side, quiet streets on the other",
            "一方面要游客，另一方面要清静",
        ] {
            let plan = format!("[plan.interests]\nsociety = \"{text}\"\n");
            assert_eq!(
                found("X602", &plan)[0].path,
                "plan.interests.society",
                "{text}"
            );
            let limited = format!("{plan}{ROW}guardrail = \"每天不超过40人\"\n");
            assert!(found("X602", &limited).is_empty());
        }
        assert!(found("X602", "[plan.interests]\nsociety = \"Quiet streets\"\n").is_empty());
    }

    #[test]
    fn staff_who_deliver_belong_to_the_three() {
        let plan = "[plan.interests]\ncustomers = \"准时\"\nowners = \"不亏\"\n[[mix.actions]]\nid = \"a\"\nowner = \"甲\"\n[[mix.actions]]\nid = \"b\"\nowner = \"乙\"\n";
        assert_eq!(found("X602", plan)[0].path, "plan.interests.staff");
        let whole = plan.replace("owners = ", "staff = \"有假\"\nowners = ");
        assert!(found("X602", &whole).is_empty());
        // Whoever works alone is the staff.
        assert!(found("X602", &plan.replace('乙', "甲")).is_empty());
        assert!(lacks("X602", "").is_some());
    }
}
