//! Customers who stay but hardly pay, and no plan for it.

use super::groups::{Kind, is_for_others, kind, margin, margin_a_year, name, rate, revenue};
use crate::catalogue::Step;
use crate::catalogue::choices::{Lever, Policy};
use crate::checks::context::{id, is};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Group;
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "R510",
    name: "barnacle-without-repricing",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new(
        "Loyal, unprofitable and left as it is",
        "船底的贝壳没有调价或降本",
    ),
    why: Text::new(
        "Loyal customers who hardly pay slow the ship: find out whether the wallet or only your share of it is small, then raise one or let go (Reinartz & Kumar 2002).",
        "忠诚却不赚钱的顾客会拖慢整条船：先看是钱包小还是你的份额小，再设法提高，或者放手（Reinartz与Kumar，2002）。",
    ),
    ask: Text::new(
        "Will they buy more, pay more or cost less, and if none of these, do you let them go?",
        "能让他们多买、多付，还是少花服务成本？都不行，是否放手？",
    ),
    page: include_str!("barnacle_without_repricing.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut judged = false;
    for group in &context.plan.groups {
        let Some(found) = kind(context, group) else {
            continue;
        };
        judged = true;
        if found != Kind::Barnacle || is_for_others(context) || is_dealt_with(context, group) {
            continue;
        }
        let share =
            revenue(group).and_then(|own| own.checked_div(group.category_spend.as_ref()?.value));
        let yearly = margin_a_year(context, group);
        let text = match (yearly, share) {
            (Some(_), Some(_)) => Text::new(
                "“{0}” stay ({1}) but leave only {2} a customer and year, and nothing is planned to change it; {3} of their money for such things is spent here.",
                "“{0}”留得住（{1}），但每位顾客一年只留下毛利{2}，也没有改变的打算；他们在这个品类上的钱，有{3}花在这里。",
            ),
            (Some(_), None) => Text::new(
                "“{0}” stay ({1}) but leave only {2} a customer and year, and nothing is planned to change it.",
                "“{0}”留得住（{1}），但每位顾客一年只留下毛利{2}，也没有改变的打算。",
            ),
            (None, _) => Text::new(
                "“{0}” stay ({1}) but leave only {2} a customer and period, and nothing is planned to change it.",
                "“{0}”留得住（{1}），但每位顾客每期只留下毛利{2}，也没有改变的打算。",
            ),
        };
        let left = yearly.or_else(|| margin(group)).unwrap_or_default();
        let words = [
            name(group),
            rate(group.retention.as_ref())
                .map(show_percent)
                .unwrap_or_default(),
            show(left.round_dp(2)),
            share
                .map(|it| show_percent(it.round_dp(2)))
                .unwrap_or_default(),
        ];
        sink.missing(group, "policy", text, &words.each_ref().map(String::as_str));
    }
    if judged {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "customer groups with margin, retention and the two lines that divide them",
            "顾客群的毛利、保留率及两条分界",
        ))
    }
}

/// Whether the plan raises their spending or price, or lets them go.
fn is_dealt_with(context: &Context, group: &Group<'_>) -> bool {
    let policy = group.policy.as_ref();
    let decided =
        policy.is_some_and(|policy| matches!(policy.value, Policy::Reprice | Policy::Leave));
    let grows = filled(group.grow_by.as_ref()).is_some();
    let unknown = context.is_unknown(group, "policy");
    decided || grows || unknown || {
        let segment = id(group.segment.as_ref());
        context.plan.actions.iter().any(|row| {
            row.lever
                .as_ref()
                .is_some_and(|it| it.value == Lever::Price)
                && segment.is_some_and(|segment| is(row.segment.as_ref(), segment))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[relationships.value_capture]\nperiod = \"month\"\n\
        profit_threshold = 60\nloyalty_threshold = 0.8\n\
        [[relationships.groups]]\nid = \"g\"\nsegment = \"s\"\nname = \"天天续杯的常客\"\n\
        purchases = 4\naverage_purchase = 20\nmargin_rate = 0.6\ncost_to_serve = 45\n\
        retention = 0.95\npolicy = \"invest\"\n";

    #[test]
    fn a_loyal_loss_left_as_it_is_is_found() {
        // 12 × (4 × 20 × 0.6 − 45) = 36 a year.
        assert_eq!(paths("R510", PLAN), ["relationships.groups.g.policy"]);
        assert!(messages("R510", PLAN, Lang::En)[0].contains("only 36 a customer and year"));
        assert!(messages("R510", PLAN, Lang::Zh)[0].contains("留得住（95%）"));
        let wallet = format!("{PLAN}category_spend = 320\n");
        assert!(messages("R510", &wallet, Lang::En)[0].contains("25 % of their money"));
        assert!(messages("R510", &wallet, Lang::Zh)[0].contains("有25%花在这里"));
    }

    #[test]
    fn any_way_out_is_enough() {
        let price = "[[mix.actions]]\nid = \"a\"\nlever = \"price\"\nsegment = \"s\"\n";
        for plan in [
            PLAN.replace("invest", "reprice"),
            PLAN.replace("invest", "leave"),
            format!("{PLAN}grow_by = \"加早餐套餐\"\n"),
            format!("{PLAN}grow_by = \"Add a breakfast set\"\n"),
            format!("{PLAN}{price}"),
            format!("[plan]\nkind = \"public\"\n{PLAN}"),
            format!("[plan]\nunknown = [\"relationships.groups.g\"]\n{PLAN}"),
            PLAN.replace("= 45", "= 40"),
        ] {
            assert_eq!(paths("R510", &plan), [""; 0], "{plan}");
        }
    }

    #[test]
    fn without_the_lines_nothing_is_judged() {
        assert!(!is_checked("R510", "") && is_checked("R510", PLAN));
        assert!(!is_checked(
            "R510",
            &PLAN.replace("loyalty_threshold = 0.8\n", "")
        ));
    }
}
