//! Customers with a value, and nobody says what it is to become.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::groups::{is_for_others, is_free, margin, rate, terms};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::figures::lifetime;
use crate::plan::Record;
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "R517",
    name: "customer-equity-not-projected",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Relationships,
    title: Text::new("Customer equity not projected", "没有推算顾客资产"),
    why: Text::new(
        "Customer equity, the lifetime values of all customers together, looks ahead where sales and share look back (Rust, Lemon & Zeithaml 2004).",
        "顾客资产是全部顾客终身价值的总和：销售额和份额回头看，它向前看（Rust、Lemon与Zeithaml，2004）。",
    ),
    ask: Text::new(
        "What are these customers to be worth at the end of the plan, and does retention, margin or their number make the difference?",
        "到计划期末，这些顾客应值多少？靠提高保留率、毛利，还是靠人数？",
    ),
    page: include_str!("customer_equity_not_projected.md"),
    check,
};

/// With fewer customers a sum adds nothing to knowing each of them.
const FEW: Decimal = Decimal::ONE_HUNDRED;

const LASTING: &str = "\
    customer equity, lifetime value, clv, ltv, cltv, retention, retained, retain, churn, renewal, \
    renew, renewed, repeat, repeated, come back, comes back, return, book again, loyal, loyalty, \
    stay, stays, keep, kept, repurchase, reorder, lapse, lapsed, \
    客户资产, 顾客资产, 终身价值, 终生价值, 保留, 留存, 流失, 续约, 续订, 续费, 续签, 续, 复购, 回购, 回头, \
    再来, 忠诚, 老顾客, 老客, 留住";

static LASTING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(LASTING));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let terms = terms(context);
    let mut equity = Some(Decimal::ZERO);
    let mut customers = Decimal::ZERO;
    let mut counted = 0;
    for group in &plan.groups {
        let worth = margin(group).zip(rate(group.retention.as_ref()));
        let value = worth.and_then(|(margin, stay)| lifetime::value(margin, stay, &terms));
        let (Some(value), Some(number)) = (value, &group.customers) else {
            continue;
        };
        if is_free(group) {
            continue;
        }
        counted += 1;
        customers = customers.saturating_add(number.value);
        equity = equity.and_then(|sum| sum.checked_add(value.checked_mul(number.value)?));
    }
    let terms = &plan.value_capture;
    let said = terms.discount_rate.is_some() || terms.horizon.is_some();
    let (Some(first), true) = (plan.groups.first(), said && counted > 0) else {
        return Checked::Lacks(Text::new(
            "a discount rate or a horizon, and customer groups with customers, purchases, margin and retention",
            "贴现率或计算期数，以及有顾客数、购买、毛利和保留率的顾客群",
        ));
    };
    let aimed = plan.objectives.iter().any(|row| {
        [&row.statement, &row.metric]
            .into_iter()
            .any(|text| filled(text.as_ref()).is_some_and(|text| LASTING_WORDS.is_in(text)))
    });
    if let Some(equity) = equity.filter(|_| {
        !aimed
            && customers >= FEW
            && !context.is_short()
            && !is_for_others(context)
            && !plan.is_unknown("mix.objectives")
    }) {
        sink.at(
            "relationships.groups",
            first.span(),
            Text::new(
                "The {0} customers of the plan's groups are worth {1} together, counted as value capture says, and no objective says what they are to be worth at the end.",
                "各顾客群共{0}位顾客，按价值获取的约定合计值{1}，却没有目标说明期末要达到多少。",
            ),
            &[&show(customers), &show(equity.round())],
        );
    }
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[relationships.value_capture]\ndiscount_rate = 0.1\nmargin_timing = \"end\"\n\
        [[relationships.groups]]\nid = \"g\"\nsegment = \"s\"\ncustomers = 300\npurchases = 10\n\
        average_purchase = 80\nmargin_rate = 0.5\nretention = 0.85\n";

    fn objective(text: &str) -> String {
        format!("{PLAN}[[mix.objectives]]\nid = \"o\"\nstatement = \"{text}\"\n")
    }

    #[test]
    fn the_worth_of_all_customers_is_told() {
        // 300 × 1,360.
        assert_eq!(paths("R517", PLAN), ["relationships.groups"]);
        assert!(messages("R517", PLAN, Lang::En)[0].contains("408,000"));
        assert!(messages("R517", &objective("销售额增长20%"), Lang::Zh)[0].contains("408,000"));
    }

    #[test]
    fn an_aim_that_lasts_is_enough() {
        for text in [
            "Customer equity of 460,000",
            "Eight of ten renew",
            "保留率提高4个百分点",
            "客户资产达到46万",
        ] {
            assert_eq!(paths("R517", &objective(text)), [""; 0], "{text}");
        }
    }

    #[test]
    fn small_and_other_plans_are_left_alone() {
        for plan in [
            PLAN.replace("= 300", "= 60"),
            PLAN.replace("segment = \"s\"\n", ""),
            format!("[plan]\nkind = \"non-profit\"\n{PLAN}"),
        ] {
            assert_eq!(paths("R517", &plan), [""; 0]);
        }
        assert!(!is_checked("R517", "") && !is_checked("R517", &PLAN.replace("= 80", "= 0")));
        assert!(!is_checked(
            "R517",
            &PLAN.replace("discount_rate = 0.1\n", "")
        ));
    }
}
