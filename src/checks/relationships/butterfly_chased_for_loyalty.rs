//! Customers who buy well and move on, chased to stay.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::groups::{Kind, is_for_others, is_free, kind, kind_or_policy, name, rate};
use crate::catalogue::Step;
use crate::catalogue::choices::{Level, Policy, RelationshipTool};
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{Group, Programme};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "R509",
    name: "butterfly-chased-for-loyalty",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new("Butterflies chased for loyalty", "追着蝴蝶要忠诚"),
    why: Text::new(
        "Customers who pay well but soon move on are enjoyed while they buy; attempts to bind them seldom succeed (Reinartz & Kumar 2002).",
        "赚钱但留不久的顾客，要趁他们在买的时候好好做生意；想拴住他们，很少能成功（Reinartz与Kumar，2002）。",
    ),
    ask: Text::new(
        "What is the best offer while they buy, and after how long a silence do you stop?",
        "趁他们在买，最好的方案是什么？多久没有动静就停止投入？",
    ),
    page: include_str!("butterfly_chased_for_loyalty.md"),
    check,
};

/// Words of a trial, or of a point at which it stops.
const STOP: &str = "\
    stop, stops, stopped, until, unless, test, pilot, trial, at most, only once, no longer, \
    停, 终止, 为止, 为限, 试, 若, 如果, 只一次, 仅一次, 不再, 最多";

static STOP_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(STOP));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut judged = false;
    for group in &plan.groups {
        let Some(found) = kind_or_policy(context, group) else {
            continue;
        };
        judged = true;
        if is_chaseable(context, group, found) {
            chased(context, sink, group);
        }
    }
    for programme in &plan.programmes {
        binding(context, sink, programme);
    }
    if judged {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "customer groups with a policy, or with margin, retention and the two lines that divide them",
            "写有对策的顾客群，或毛利、保留率及两条分界",
        ))
    }
}

/// Whether a group is a butterfly that no trial with an end is made on.
fn is_chaseable(context: &Context, group: &Group<'_>, kind: Kind) -> bool {
    kind == Kind::Butterfly
        && !is_for_others(context)
        && !is_free(group)
        && filled(group.grow_by.as_ref()).is_none_or(|how| !STOP_WORDS.is_in(how))
}

/// Money or a policy that means to keep them.
fn chased(context: &Context, sink: &mut Sink, group: &Group<'_>) {
    let spend = group.retention_spend.as_ref();
    let spend = spend.filter(|spend| spend.value > Decimal::ZERO);
    let policy = group.policy.as_ref();
    let policy = policy.filter(|policy| policy.value == Policy::Invest);
    let name = name(group);
    let stay = rate(group.retention.as_ref()).map(show_percent);
    if let Some(spend) = spend {
        let spent = show(spend.value);
        if let Some(stay) = stay {
            sink.value(
                group,
                "retention_spend",
                spend,
                Text::new(
                    "“{0}” pay well, but only {1} of them stay from one period to the next, and {2} a period goes into keeping them.",
                    "“{0}”赚钱，但每期只留下{1}，却每期花{2}去维系。",
                ),
                &[&name, &stay, &spent],
            );
        } else {
            sink.value(
                group,
                "retention_spend",
                spend,
                Text::new(
                    "“{0}” are to be harvested, yet {1} a period goes into keeping them.",
                    "对“{0}”的对策是收获，却每期花{1}去维系。",
                ),
                &[&name, &spent],
            );
        }
    } else if let (Some(policy), Some(Kind::Butterfly)) = (policy, kind(context, group)) {
        sink.value(
            group,
            "policy",
            policy,
            Text::new(
                "“{0}” pay well, but only {1} of them stay from one period to the next, and the policy is to invest in them.",
                "“{0}”赚钱，但每期只留下{1}，对策却是投入。",
            ),
            &[&name, &stay.unwrap_or_default()],
        );
    }
}

/// A programme that binds, for a segment in which all are butterflies.
fn binding(context: &Context, sink: &mut Sink, programme: &Programme<'_>) {
    let Some(tool) = &programme.tool else { return };
    let binds = matches!(
        tool.value,
        RelationshipTool::Frequency | RelationshipTool::Club | RelationshipTool::Structural
    ) || programme
        .level
        .as_ref()
        .is_some_and(|level| level.value == Level::Partnership);
    let Some(segment) = id(programme.segment.as_ref()).filter(|_| binds) else {
        return;
    };
    let groups: Vec<_> = context.groups_for(segment).collect();
    let all = groups
        .iter()
        .all(|group| kind(context, group).is_some_and(|kind| is_chaseable(context, group, kind)));
    let trial = filled(programme.what.as_ref()).is_some_and(|what| STOP_WORDS.is_in(what));
    if let Some(first) = groups.first().filter(|_| all && !trial) {
        sink.value(
            programme,
            "tool",
            tool,
            Text::new(
                "The programme “{0}” means to bind “{1}”, who pay well but do not stay.",
                "关系计划“{0}”想拴住“{1}”，这群人赚钱但留不久。",
            ),
            &[&called(programme.what.as_ref(), programme), &name(first)],
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const TERMS: &str = "[relationships.value_capture]\nperiod = \"year\"\n\
        profit_threshold = 60\nloyalty_threshold = 0.5\n";
    const GROUP: &str = "[[relationships.groups]]\nid = \"g\"\nsegment = \"s\"\nname = \"节日客\"\n\
        purchases = 2\naverage_purchase = 300\nmargin_rate = 0.3\nretention = 0.25\n\
        retention_spend = 6000\npolicy = \"invest\"\n";

    fn plan(from: &str, to: &str) -> String {
        format!("{TERMS}{GROUP}").replace(from, to)
    }

    #[test]
    fn money_for_keeping_butterflies_is_found() {
        let all = plan("", "");
        assert_eq!(
            paths("R509", &all),
            ["relationships.groups.g.retention_spend"]
        );
        assert!(messages("R509", &all, Lang::En)[0].contains("only 25 %"));
        assert!(messages("R509", &all, Lang::Zh)[0].contains("每期花6,000"));
        let unspent = plan("retention_spend = 6000\n", "");
        assert_eq!(paths("R509", &unspent), ["relationships.groups.g.policy"]);
        // Without the two lines, the author's own word counts.
        assert_eq!(paths("R509", &GROUP.replace("invest", "harvest")).len(), 1);
        assert_eq!(paths("R509", GROUP), [""; 0]);
    }

    #[test]
    fn a_programme_that_binds_them_is_found() {
        let club = "[[relationships.programmes]]\nid = \"p\"\nsegment = \"s\"\ntool = \"club\"\nwhat = \"24个月会员\"\n";
        let quiet = plan(
            "retention_spend = 6000\npolicy = \"invest\"",
            "policy = \"harvest\"",
        );
        assert_eq!(
            paths("R509", &format!("{quiet}{club}")),
            ["relationships.programmes.p.tool"]
        );
        assert_eq!(
            paths(
                "R509",
                &format!("{quiet}{}", club.replace("24个月会员", "试办三个月"))
            ),
            [""; 0]
        );
        assert_eq!(
            paths(
                "R509",
                &format!("{quiet}{}", club.replace("club", "service"))
            ),
            [""; 0]
        );
    }

    #[test]
    fn a_trial_with_a_stop_a_friend_and_a_good_cause_are_left_alone() {
        for (from, to) in [
            (
                "= 6000",
                "= 6000\ngrow_by = \"Stop after three silent months\"",
            ),
            ("= 6000", "= 6000\ngrow_by = \"静默三个月即停\""),
            ("= 0.25", "= 0.5"),
            ("= 6000\npolicy = \"invest\"", "= 0\npolicy = \"harvest\""),
        ] {
            assert_eq!(paths("R509", &plan(from, to)), [""; 0], "{to}");
        }
        let others = format!("[plan]\nkind = \"non-profit\"\n{}", plan("", ""));
        assert_eq!(paths("R509", &others), [""; 0]);
        assert!(!is_checked("R509", "") && is_checked("R509", GROUP));
    }
}
