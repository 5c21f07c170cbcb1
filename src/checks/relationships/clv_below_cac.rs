//! A customer who costs more to win than he or she ever brings.

use rust_decimal::Decimal;

use super::groups::{is_for_others, is_free, margin, name, rate, terms};
use crate::catalogue::Step;
use crate::catalogue::choices::{Decision, Mode, Policy, Timing};
use crate::checks::context::id;
use crate::checks::{Checked, Context, Finding, Rule, Severity, Sink};
use crate::figures::lifetime::{self, Terms};
use crate::plan::records::Group;
use crate::words::number::{show, show_percent, written_percent};
use crate::words::{Lang, Text};

pub(super) const RULE: Rule = Rule {
    code: "R512",
    name: "clv-below-cac",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Relationships,
    title: Text::new(
        "Lifetime value below acquisition cost",
        "终身价值低于获客成本",
    ),
    why: Text::new(
        "Where a customer costs more to win than he or she will ever return, growth loses money faster (Gupta, Lehmann & Stuart 2004).",
        "争取一位顾客的花费若高于他日后带来的回报，增长越快亏得越快（Gupta、Lehmann与Stuart，2004）。",
    ),
    ask: Text::new(
        "Can they be won for less, kept for longer or served at a better margin, or should you stop winning them?",
        "能不能少花些钱争取、留得更久、毛利做得更高？还是不该再去争取这一群？",
    ),
    page: include_str!("clv_below_cac.md"),
    check,
};

/// The lifetime value that subscription firms like to see for each unit of acquisition cost.
const USUAL_RATIO: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut compared = false;
    let terms = terms(context);
    for group in &context.plan.groups {
        let Some(cost) = &group.acquisition_cost else {
            continue;
        };
        let worth = margin(group).zip(rate(group.retention.as_ref()));
        let value = worth.and_then(|(margin, stay)| lifetime::value(margin, stay, &terms));
        let (Some(value), Some(worth)) = (value, worth) else {
            continue;
        };
        compared = true;
        if cost.value <= Decimal::ZERO
            || is_free(group)
            || is_for_others(context)
            || is_given_up(context, group)
        {
            continue;
        }
        let below = value < cost.value;
        if !below && !is_thin(context, group, value, cost.value) {
            continue;
        }
        let text = if below {
            Text::new(
                "A customer of “{0}” is worth {1} over time and costs {2} to win: {3}.",
                "“{0}”的一位顾客，终身价值{1}，争取他却要花{2}（{3}）。",
            )
        } else {
            Text::new(
                "A customer of “{0}” is worth {1} over time, less than three times the {2} that it takes to win one: {3}.",
                "“{0}”的一位顾客，终身价值{1}，不到获客成本{2}的三倍（{3}）。",
            )
        };
        let words = [name(group), show(value.round_dp(2)), show(cost.value)];
        let finding = sink.value(
            group,
            "acquisition_cost",
            cost,
            text,
            &words.each_ref().map(String::as_str),
        );
        if !below {
            finding.severity = Severity::Advice;
        } else if at_once(worth, &terms) >= Some(cost.value) {
            finding.severity = Severity::Warning;
        }
        explain(finding, worth, context, &terms);
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a customer group with purchases, margin, retention and acquisition cost",
            "有购买、毛利、保留率和获客成本的顾客群",
        ))
    }
}

/// The value if the first margin came in on the first day, as some would count it.
fn at_once((margin, stay): (Decimal, Decimal), terms: &Terms) -> Option<Decimal> {
    let timing = Timing::Start;
    lifetime::value(margin, stay, &Terms { timing, ..*terms })
}

/// Whether the author has decided to win no more of them.
fn is_given_up(context: &Context, group: &Group<'_>) -> bool {
    let leave = group
        .policy
        .as_ref()
        .is_some_and(|policy| policy.value == Policy::Leave);
    let spend = group.acquisition_spend.as_ref();
    let segment = id(group.segment.as_ref()).and_then(|id| context.segment(id));
    let served = segment
        .and_then(|row| row.decision.as_ref())
        .is_none_or(|it| it.value == Decision::Target);
    !served || (leave && spend.is_none_or(|spend| spend.is_zero()))
}

/// Whether a subscription that one means to invest in returns less than is usual.
fn is_thin(context: &Context, group: &Group<'_>, value: Decimal, cost: Decimal) -> bool {
    let terms = &context.plan.value_capture;
    let bound = terms
        .mode
        .as_ref()
        .is_some_and(|mode| mode.value == Mode::Contractual);
    let invest = group
        .policy
        .as_ref()
        .is_some_and(|policy| policy.value == Policy::Invest);
    let usual = cost.checked_mul(USUAL_RATIO);
    bound && invest && usual.is_some_and(|usual| value < usual)
}

/// Says how the value was counted, in both languages.
fn explain(
    finding: &mut Finding,
    (margin, stay): (Decimal, Decimal),
    context: &Context,
    terms: &Terms,
) {
    let plan = &context.plan.value_capture;
    let first = match (&plan.margin_timing, terms.timing) {
        (None, _) => Text::new(
            "counted from the first day, since no timing is set",
            "未写计入时点，按期初算",
        ),
        (_, Timing::Start) => Text::new("counted from the first day", "按期初计入"),
        (_, Timing::End) => Text::new("counted at the end of each period", "按期末计入"),
    };
    let far = match terms.horizon {
        Some(_) => Text::new("over {3} periods", "共{3}期"),
        None => Text::new("without an end", "不设期限"),
    };
    let how = Text::new(
        "margin {0} a period, retention {1}, discount {2}, ",
        "每期毛利{0}，保留率{1}，贴现率{2}，",
    );
    let numbers = [
        show(margin.round_dp(2)),
        show_percent(stay),
        show_percent(terms.discount),
        terms.horizon.unwrap_or_default().to_string(),
    ];
    let say = |lang: Lang, comma: &str| {
        let numbers = numbers.each_ref().map(|it| written_percent(it, lang));
        let rest = far.fill(lang, &numbers);
        format!(
            "{}{}{comma}{rest}",
            how.fill(lang, &numbers),
            first.get(lang)
        )
    };
    let with = |how: String| finding.say.args.iter().cloned().chain([how]).collect();
    let (en, zh) = (with(say(Lang::En, ", ")), with(say(Lang::Zh, "，")));
    finding.say.words(en, zh);
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    const TERMS: &str = "[relationships.value_capture]\nperiod = \"year\"\ndiscount_rate = 0.1\n\
        margin_timing = \"end\"\n";
    const GROUP: &str = "[[relationships.groups]]\nid = \"g\"\nname = \"换季才来\"\n\
        purchases = 10\naverage_purchase = 80\nmargin_rate = 0.5\nretention = 0.85\n\
        acquisition_cost = 1400\n";

    fn plan(from: &str, to: &str) -> String {
        format!("{TERMS}{GROUP}").replace(from, to)
    }

    #[test]
    fn less_than_it_costs_is_found_with_the_way_of_counting() {
        // 400 × 0.85 / 0.25 = 1,360.
        let plan = plan("", "");
        assert_eq!(
            paths("R512", &plan),
            ["relationships.groups.g.acquisition_cost"]
        );
        let said = &messages("R512", &plan, Lang::En)[0];
        assert!(
            said.contains("worth 1,360") && said.contains("at the end of each period"),
            "{said}"
        );
        let said = &messages("R512", &plan, Lang::Zh)[0];
        assert!(
            said.contains("终身价值1,360") && said.contains("按期末计入"),
            "{said}"
        );
    }

    #[test]
    fn the_convention_of_the_plan_decides_and_without_one_the_kindest() {
        assert_eq!(paths("R512", &plan("\"end\"", "\"start\"")), [""; 0]);
        assert_eq!(
            paths("R512", &plan("margin_timing = \"end\"\n", "")),
            [""; 0]
        );
        let short = plan("margin_timing = \"end\"", "horizon = 4");
        assert!(messages("R512", &short, Lang::Zh)[0].contains("共4期"));
    }

    #[test]
    fn what_another_timing_would_mend_is_a_warning() {
        assert_eq!(severities("R512", &plan("", "")), [Severity::Warning]);
        assert_eq!(severities("R512", &plan("1400", "1800")), [Severity::Error]);
    }

    #[test]
    fn costs_to_serve_and_losses_count_as_they_are() {
        let worth = plan("= 1400\n", "= 1300\n");
        assert_eq!(paths("R512", &worth), [""; 0]);
        assert_eq!(
            paths("R512", &format!("{worth}cost_to_serve = 60\n")).len(),
            1
        );
        let lost = format!("{worth}cost_to_serve = 500\n");
        assert!(messages("R512", &lost, Lang::En)[0].contains("worth -340"));
        // A whole number is read as the percentage that it must be.
        let whole = plan("0.85", "25");
        assert!(messages("R512", &whole, Lang::Zh)[0].contains("保留率25%"));
    }

    #[test]
    fn whom_nobody_wins_any_more_and_who_pays_nothing_are_left_alone() {
        let leave = |spend: &str| plan("= 1400\n", &format!("= 1400\npolicy = \"leave\"\n{spend}"));
        assert_eq!(paths("R512", &leave("")), [""; 0]);
        assert_eq!(paths("R512", &leave("acquisition_spend = 2800\n")).len(), 1);
        assert_eq!(paths("R512", &plan("= 80", "= 0")), [""; 0]);
        for kind in ["non-profit", "public"] {
            let plan = format!("[plan]\nkind = \"{kind}\"\n{}", plan("", ""));
            assert_eq!(paths("R512", &plan), [""; 0]);
        }
        let later = plan(
            "= 1400\n",
            "= 1400\nsegment = \"s\"\n[[targeting.segments]]\nid = \"s\"\ndecision = \"later\"\n",
        );
        assert_eq!(paths("R512", &later), [""; 0]);
    }

    #[test]
    fn a_thin_subscription_is_advised() {
        let thin = plan("1400", "500").replace("period =", "mode = \"contractual\"\nperiod =")
            + "policy = \"invest\"\n";
        assert_eq!(severities("R512", &thin), [Severity::Advice]);
        assert!(messages("R512", &thin, Lang::Zh)[0].contains("三倍"));
        assert_eq!(paths("R512", &thin.replace("= 500", "= 450")), [""; 0]);
        assert_eq!(
            paths("R512", &thin.replace("\"contractual", "\"non-contractual")),
            [""; 0]
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        assert!(!is_checked("R512", "") && !is_checked("R512", &plan("purchases = 10\n", "")));
        assert!(!is_checked(
            "R512",
            &plan("retention = 0.85", "retention = 1.2")
        ));
        assert!(is_checked("R512", &plan("", "")));
    }
}
