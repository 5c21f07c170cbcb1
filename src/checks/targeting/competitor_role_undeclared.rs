//! A plan against named rivals that does not say from which position.

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::{AlternativeKind, PlanKind, Role};
use crate::checks::context::{listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::records::Alternative;
use crate::words::Text;
use crate::words::number::show_percent;

pub(super) const RULE: Rule = Rule {
    code: "T212",
    name: "competitor-role-undeclared",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Targeting,
    title: Text::new("Competitive role not declared", "未判断竞争地位"),
    why: Text::new(
        "The role decides which moves can work: a leader enlarges the market, a challenger attacks, a follower copies, a nicher serves what others pass by (Kotler).",
        "地位决定哪些做法行得通：领导者做大市场，挑战者进攻，追随者模仿，补缺者服务别人看不上的一块（科特勒）。",
    ),
    ask: Text::new(
        "Beside these rivals, are you the leader, a challenger, a follower, a nicher or a breakthrough?",
        "跟这些对手比，你是领导者、挑战者、追随者、补缺者，还是突破创新者？",
    ),
    page: include_str!("competitor_role_undeclared.md"),
    check,
};

/// With so much of the market a rival leads it, and nobody else does.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let frame = &plan.frame;
    let direct = |row: &&Alternative<'_>| {
        row.kind
            .as_ref()
            .is_some_and(|it| it.value == AlternativeKind::Direct)
    };
    let rivals: Vec<&Alternative<'_>> = plan.alternatives.iter().filter(direct).collect();
    if let Some(role) = &frame.role {
        let leads = |row: &&&Alternative<'_>| {
            row.share
                .as_ref()
                .is_some_and(|it| it.value >= HALF && it.value <= Decimal::ONE)
        };
        let larger = rivals
            .iter()
            .find(leads)
            .filter(|_| role.value == Role::Leader);
        if let Some(row) = larger {
            let share = row.share.as_ref().map_or(Decimal::ZERO, |it| it.value);
            sink.value(
                frame,
                "role",
                role,
                Text::new(
                    "The plan calls us the leader, but “{0}” has {1} of the customers.",
                    "计划自称领导者，可是“{0}”占了{1}的顾客。",
                ),
                &[
                    named(row.name.as_ref(), row.id.as_ref()),
                    &show_percent(share),
                ],
            );
        }
        return Checked::Yes;
    }
    let common = frame
        .kind
        .as_ref()
        .is_some_and(|it| it.value != PlanKind::Business);
    if common || plan.is_unknown("plan.role") {
        return Checked::Yes;
    }
    // One story of one page needs no war map; a leader among rivals shows that one is drawn.
    let mapped = rivals.iter().any(|row| row.role.is_some());
    if rivals.is_empty()
        || !context.has_mix()
        || (context.is_short() && !mapped && rivals.len() < 3)
    {
        return Checked::Lacks(Text::new(
            "direct rivals and a programme",
            "直接竞争者和营销方案",
        ));
    }
    let names: Vec<&str> = rivals
        .iter()
        .map(|row| named(row.name.as_ref(), row.id.as_ref()))
        .collect();
    sink.missing(
        frame,
        "role",
        Text::new(
            "The plan names direct rivals ({0}), but not the part that it means to play among them.",
            "计划点了直接竞争者的名（{0}），却没有说自己在其中处于什么地位。",
        ),
        &[&listed(&names)],
    );
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const OFFER: &str = "[[mix.products]]\nid = \"p\"\n";

    fn rival(id: &str, rest: &str) -> String {
        format!("[[needs.alternatives]]\nid = \"{id}\"\nkind = \"direct\"\n{rest}\n")
    }

    #[test]
    fn rivals_without_our_own_role_are_found() {
        let named = rival("a", "name = \"大河酱园\"\nrole = \"leader\"") + OFFER;
        assert!(said("T212", &named)[0].contains("大河酱园"));
        let many = rival("a", "") + &rival("b", "") + &rival("c", "") + OFFER;
        assert_eq!(found("T212", &many)[0].path, "plan.role");
    }

    #[test]
    fn a_leader_beside_a_larger_rival_is_found() {
        let plan = |role: &str, share: &str| {
            format!(
                "[plan]\nrole = \"{role}\"\n{}",
                rival("a", &format!("share = {share}"))
            )
        };
        assert_eq!(found("T212", &plan("leader", "0.55")).len(), 1);
        assert!(found("T212", &plan("leader", "0.2")).is_empty());
        assert!(found("T212", &plan("nicher", "0.55")).is_empty());
    }

    #[test]
    fn charities_short_plans_and_plans_without_rivals_are_left_alone() {
        let charity = format!(
            "[plan]\nkind = \"non-profit\"\n{}{OFFER}",
            rival("a", "role = \"leader\"")
        );
        assert!(found("T212", &charity).is_empty());
        assert!(lacks("T212", &(rival("a", "") + OFFER)).is_some());
        assert!(lacks("T212", OFFER).is_some());
    }
}
