//! Inputs with which a lifetime value cannot be counted, or comes out at anything.

use rust_decimal::Decimal;

use super::groups::{name, periods_a_year};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::figures::lifetime::power;
use crate::plan::records::Group;
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "R514",
    name: "clv-inputs-implausible",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Relationships,
    title: Text::new(
        "Implausible inputs of lifetime value",
        "终身价值的参数不合理",
    ),
    why: Text::new(
        "Lifetime value is margin times r/(1+i−r): a slip in the scale or the period of a rate changes it tenfold (Gupta & Lehmann 2003).",
        "终身价值等于毛利乘以r/(1+i−r)：比率的口径或周期弄错一点，结果就差十倍（Gupta与Lehmann，2003）。",
    ),
    ask: Text::new(
        "Of 100 customers at the start of the period, how many are still there at its end, and which yearly rate does your capital cost?",
        "期初的100位顾客，到期末还剩多少？资金成本一年是多少？",
    ),
    page: include_str!("clv_inputs_implausible.md"),
    check,
};

/// A discount rate by the year beyond which a yearly rate was most likely taken for a shorter
/// period: even venture capital seldom asks for more.
const MOST_A_YEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// So few customers may well all stay.
const FEW: Decimal = Decimal::TEN;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut judged = discount(context, sink);
    for group in &plan.groups {
        judged |= retention(context, sink, group);
        let Some(rate) = &group.margin_rate else {
            continue;
        };
        judged = true;
        if rate.value > Decimal::ONE {
            sink.value(
                group,
                "margin_rate",
                rate,
                Text::new(
                    "“{0}” have a margin rate of {1}, which says {2}: a margin cannot be larger than the price.",
                    "“{0}”的毛利率写的是{1}，也就是{2}：毛利不可能高于售价。",
                ),
                &[&name(group), &show(rate.value), &show_percent(rate.value)],
            );
        }
    }
    if judged {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "retention, margin rate or a discount rate",
            "保留率、毛利率或贴现率",
        ))
    }
}

/// Judges the retention of a group; false if there is none.
fn retention(context: &Context, sink: &mut Sink, group: &Group<'_>) -> bool {
    let Some(rate) = &group.retention else {
        return false;
    };
    let terms = &context.plan.value_capture;
    let endless = terms.horizon.is_none()
        && terms
            .discount_rate
            .as_ref()
            .is_none_or(|it| it.value <= Decimal::ZERO);
    let few = group.customers.as_ref().is_some_and(|it| it.value < FEW);
    let text = if rate.value > Decimal::ONE || rate.value < Decimal::ZERO {
        Text::new(
            "“{0}” have a retention of {1}, which says {2}: it is a share of those who were there, between 0 and 1.",
            "“{0}”的保留率写的是{1}，也就是{2}：它是期初顾客中留下的比例，在0与1之间。",
        )
    } else if rate.value < Decimal::ONE || (few && !endless) {
        return true;
    } else if endless {
        Text::new(
            "Nobody in “{0}” ever leaves (retention {1}), and without a discount rate or a horizon their value has no end.",
            "“{0}”的顾客永不流失（保留率{1}），又没有贴现率和期数，终身价值没有尽头。",
        )
    } else {
        Text::new(
            "Nobody in “{0}” ever leaves: the retention is {1}.",
            "“{0}”的顾客永不流失：保留率写的是{1}。",
        )
    };
    let words = [name(group), show(rate.value), show_percent(rate.value)];
    let finding = sink.value(
        group,
        "retention",
        rate,
        text,
        &words.each_ref().map(String::as_str),
    );
    // A hundred percent can be counted with; it is only hard to believe.
    if rate.value == Decimal::ONE && !endless {
        finding.severity = Severity::Warning;
    }
    true
}

/// Judges the discount rate and the horizon; false if neither is there.
fn discount(context: &Context, sink: &mut Sink) -> bool {
    let terms = &context.plan.value_capture;
    if let Some(horizon) = terms.horizon.as_ref().filter(|it| it.value.is_zero()) {
        sink.value(
            terms,
            "horizon",
            horizon,
            Text::new(
                "The horizon is {0}: no period is counted.",
                "计算期数是{0}：一期也没有算。",
            ),
            &[&show(horizon.value)],
        );
    }
    let Some(rate) = &terms.discount_rate else {
        return terms.horizon.is_some();
    };
    let periods = periods_a_year(context).unwrap_or(1);
    let yearly = Decimal::ONE
        .checked_add(rate.value)
        .and_then(|one| power(one, periods))
        .and_then(|grown| grown.checked_sub(Decimal::ONE));
    let text = if rate.value < Decimal::ZERO {
        Text::new(
            "The discount rate is {0}, so that money would be worth more the later it comes.",
            "贴现率是{0}，等于说钱来得越晚越值钱。",
        )
    } else if yearly.is_none_or(|yearly| yearly > MOST_A_YEAR) {
        if periods > 1 {
            Text::new(
                "A discount rate of {0} a period is {1} a year, as if the rate of a year stood where that of a shorter period belongs.",
                "贴现率每期{0}，合一年{1}：像是把年率当成了较短周期的率。",
            )
        } else {
            Text::new(
                "The discount rate is {0} a year, more than any capital costs.",
                "贴现率是一年{0}，没有哪种资金这么贵。",
            )
        }
    } else {
        return true;
    };
    let yearly = yearly.map(|it| show_percent(it.round_dp(2)));
    let words = [show_percent(rate.value), yearly.unwrap_or_default()];
    let finding = sink.value(
        terms,
        "discount_rate",
        rate,
        text,
        &words.each_ref().map(String::as_str),
    );
    // Of a rate below 1 the author must judge: money is dear in some places.
    if rate.value <= Decimal::ONE {
        finding.severity = Severity::Warning;
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    fn group(more: &str) -> String {
        format!("[[relationships.groups]]\nid = \"g\"\nname = \"包月客\"\n{more}\n")
    }

    fn terms(more: &str) -> String {
        format!("[relationships.value_capture]\n{more}\n")
    }

    #[test]
    fn a_retention_beyond_all_or_below_none_is_an_error() {
        for rate in ["1.2", "-0.1"] {
            let plan = group(&format!("retention = {rate}"));
            assert_eq!(severities("R514", &plan), [Severity::Error], "{rate}");
        }
        assert!(messages("R514", &group("retention = 1.2"), Lang::En)[0].contains("120 %"));
        assert!(messages("R514", &group("retention = 1.2"), Lang::Zh)[0].contains("包月客"));
        // A percentage written as a whole number is a slip of scale, and told once.
        assert_eq!(paths("R514", &group("retention = 85")), [""; 0]);
        assert_eq!(paths("X614", &group("retention = 85")).len(), 1);
    }

    #[test]
    fn nobody_ever_leaves_is_hard_to_believe_and_without_an_end_impossible() {
        let all = group("retention = 1.0\ncustomers = 400");
        assert_eq!(severities("R514", &all), [Severity::Error]);
        let ended = format!("{}{all}", terms("horizon = 5"));
        assert_eq!(severities("R514", &ended), [Severity::Warning]);
        assert_eq!(paths("R514", &ended.replace("400", "4")), [""; 0]);
    }

    #[test]
    fn plausible_inputs_are_silent() {
        for more in [
            "retention = 0.99\nmargin_rate = 1.0",
            "retention = 0\nmargin_rate = -0.1",
        ] {
            assert_eq!(paths("R514", &group(more)), [""; 0], "{more}");
        }
        for more in [
            "discount_rate = 0.5\nperiod = \"year\"",
            "discount_rate = 0.01\nperiod = \"month\"",
            "discount_rate = 0\nhorizon = 1",
            "discount_rate = 0.2",
        ] {
            assert_eq!(paths("R514", &terms(more)), [""; 0], "{more}");
        }
    }

    #[test]
    fn margins_above_the_price_and_odd_discount_rates_are_found() {
        assert_eq!(
            paths("R514", &group("margin_rate = 1.4")),
            ["relationships.groups.g.margin_rate"]
        );
        let monthly = terms("discount_rate = 0.1\nperiod = \"month\"");
        assert_eq!(severities("R514", &monthly), [Severity::Warning]);
        assert!(messages("R514", &monthly, Lang::En)[0].contains("214 % a year"));
        assert!(messages("R514", &monthly, Lang::Zh)[0].contains("合一年214%"));
        let slip = terms("discount_rate = 12");
        assert_eq!(paths("R514", &slip), [""; 0]);
        assert_eq!(paths("X614", &slip).len(), 1);
        assert_eq!(
            severities("R514", &terms("discount_rate = -0.05")),
            [Severity::Warning]
        );
        assert_eq!(
            paths("R514", &terms("horizon = 0")),
            ["relationships.value_capture.horizon"]
        );
    }

    #[test]
    fn nothing_to_judge_is_said() {
        assert!(!is_checked("R514", "") && !is_checked("R514", &group("")));
        assert!(is_checked("R514", &group("retention = 0.5")));
    }
}
