//! Money spent on keeping those who neither stay nor pay.

use rust_decimal::Decimal;

use super::groups::{Kind, is_for_others, is_free, kind, kind_or_policy, margin, name, rate};
use crate::catalogue::Step;
use crate::catalogue::choices::Policy;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "R508",
    name: "spend-on-strangers",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Relationships,
    title: Text::new(
        "Money spent on keeping strangers",
        "在陌生人身上投入维系费用",
    ),
    why: Text::new(
        "Customers who leave little and do not stay are best seen early and given no investment (Reinartz & Kumar 2002).",
        "利润薄又留不住的顾客，应当及早认出，不作投入（Reinartz与Kumar，2002）。",
    ),
    ask: Text::new(
        "Can each sale to them pay for itself, and where would this money keep someone who stays?",
        "能否让每一笔交易自己就赚钱？这笔钱换到留得住的顾客身上，能做什么？",
    ),
    page: include_str!("spend_on_strangers.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut judged = false;
    for group in &context.plan.groups {
        let numbers = kind(context, group);
        let Some(stranger) = kind_or_policy(context, group) else {
            continue;
        };
        judged = true;
        if stranger != Kind::Stranger || is_for_others(context) || is_free(group) {
            continue;
        }
        let spend = group.retention_spend.as_ref();
        let spend = spend.filter(|spend| spend.value > Decimal::ZERO);
        let invests = group.policy.as_ref();
        let invests = invests.filter(|policy| policy.value == Policy::Invest);
        let name = name(group);
        match (numbers, spend) {
            (None, Some(spend)) => {
                sink.value(
                    group,
                    "retention_spend",
                    spend,
                    Text::new(
                        "“{0}” are to be let go, yet {1} a period goes into keeping them.",
                        "对“{0}”的对策是放手，却每期花{1}去维系。",
                    ),
                    &[&name, &show(spend.value)],
                );
            }
            (Some(_), _) => {
                let margin = margin(group).unwrap_or_default().round_dp(2);
                let stay = rate(group.retention.as_ref()).unwrap_or_default();
                let (margin, stay) = (show(margin), show_percent(stay));
                if let Some(spend) = spend {
                    sink.value(
                        group,
                        "retention_spend",
                        spend,
                        Text::new(
                            "“{0}” leave only {1} a customer and period, and only {2} of them stay, yet {3} a period goes into keeping them.",
                            "“{0}”每位顾客每期只留下毛利{1}，保留率只有{2}，却每期花{3}去维系。",
                        ),
                        &[&name, &margin, &stay, &show(spend.value)],
                    );
                } else if let Some(policy) = invests {
                    let finding = sink.value(
                        group,
                        "policy",
                        policy,
                        Text::new(
                            "“{0}” leave only {1} a customer and period, and only {2} of them stay, yet the policy is to invest.",
                            "“{0}”每位顾客每期只留下毛利{1}，保留率只有{2}，对策却是投入。",
                        ),
                        &[&name, &margin, &stay],
                    );
                    finding.severity = Severity::Warning;
                }
            }
            (None, None) => {}
        }
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

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    const TERMS: &str = "[relationships.value_capture]\nperiod = \"year\"\n\
        profit_threshold = 60\nloyalty_threshold = 0.5\n";
    const GROUP: &str = "[[relationships.groups]]\nid = \"g\"\nname = \"一次性低价客\"\n\
        purchases = 4\naverage_purchase = 35\nmargin_rate = 0.3\nretention = 0.25\n\
        retention_spend = 6000\npolicy = \"invest\"\n";

    fn plan(from: &str, to: &str) -> String {
        format!("{TERMS}{GROUP}").replace(from, to)
    }

    #[test]
    fn the_numbers_show_a_stranger() {
        let plan = plan("", "");
        assert_eq!(
            paths("R508", &plan),
            ["relationships.groups.g.retention_spend"]
        );
        assert!(
            messages("R508", &plan, Lang::En)[0]
                .contains("leave only 42 a customer and period, and only 25 %")
        );
        assert!(messages("R508", &plan, Lang::Zh)[0].contains("一次性低价客"));
    }

    #[test]
    fn without_numbers_the_authors_own_word_counts() {
        let said = GROUP.replace("invest", "leave");
        assert_eq!(paths("R508", &said).len(), 1);
        assert_eq!(paths("R508", &GROUP.replace("invest", "harvest")), [""; 0]);
    }

    #[test]
    fn investing_without_a_sum_is_a_warning() {
        let plan = plan("retention_spend = 6000\n", "");
        assert_eq!(severities("R508", &plan), [Severity::Warning]);
    }

    #[test]
    fn who_pays_or_stays_is_no_stranger_and_nothing_spent_is_right() {
        for (from, to) in [
            ("= 0.25", "= 0.5"),
            ("= 35", "= 50"),
            ("= 6000\npolicy = \"invest\"", "= 0\npolicy = \"leave\""),
            ("一次性低价客", "首购的新客"),
            ("= 35", "= 0"),
            ("period = \"year\"", "period = \"month\""),
        ] {
            assert_eq!(paths("R508", &plan(from, to)), [""; 0], "{to}");
        }
        let others = format!("[plan]\nkind = \"public\"\n{}", plan("", ""));
        assert_eq!(paths("R508", &others), [""; 0]);
    }

    #[test]
    fn a_group_that_cannot_be_placed_is_not_judged() {
        assert!(!is_checked("R508", ""));
        assert!(!is_checked(
            "R508",
            "[[relationships.groups]]\nid = \"g\"\nretention_spend = 6\n"
        ));
        assert!(is_checked("R508", GROUP));
    }
}
