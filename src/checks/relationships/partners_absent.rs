//! Others keep the promise, and they are not in the plan.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::groups::is_begun;
use crate::catalogue::Step;
use crate::checks::context::{called, listed, mentions};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Span};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show_percent;

pub(super) const RULE: Rule = Rule {
    code: "R505",
    name: "partners-absent",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Relationships,
    title: Text::new("Partners absent", "没有伙伴关系"),
    why: Text::new(
        "No firm creates value alone: other departments and outside partners keep the promise with you, or break it (Kotler & Armstrong on partner relationships).",
        "没有哪家企业能独自创造价值：其他部门和外部伙伴与你一起兑现承诺，也可能让承诺落空（科特勒与阿姆斯特朗论伙伴关系）。",
    ),
    ask: Text::new(
        "Who are they by name, what do they do for your customer, and what do they gain by it?",
        "他们是谁？为你的顾客做什么？能得到什么？",
    ),
    page: include_str!("partners_absent.md"),
    check,
};

/// Words for others on whom delivery depends.
const OTHERS: &str = "\
    third party, third parties, third-party, courier, carrier, subcontractor, wholesaler, distributor, \
    reseller, retailer, dealer, franchisee, marketplace, supermarket, outsourced, contract manufacturer, \
    supplier, travel agent, amazon, etsy, ebay, \
    第三方, 快递, 外包, 代工, 经销商, 代理商, 批发商, 分销商, 零售商, 供应商, 加盟商, 商超, 超市, 便利店, \
    药店, 美团, 饿了么, 淘宝, 天猫, 京东, 拼多多, 抖音小店";

/// Words by which such a place is one's own.
const OURS: &[&str] = &[
    "own ",
    "our ",
    "自家",
    "自有",
    "自营",
    "直营",
    "本店",
    "我们的",
];

static OTHERS_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(OTHERS));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if !is_begun(context) || (plan.partners.is_empty() && plan.channels.is_empty()) {
        return Checked::Lacks(Text::new(
            "channels or partners in a plan with step 5",
            "渠道或伙伴，以及第五步",
        ));
    }
    if plan.partners.is_empty() {
        absent(context, sink);
    } else {
        nameless(context, sink);
    }
    Checked::Yes
}

/// A channel or a service that others keep, where no partner is named.
fn absent(context: &Context, sink: &mut Sink) {
    let plan = context.plan;
    if plan.is_unknown("relationships.partners") {
        return;
    }
    // Whoever takes a part of the price is another firm.
    let paid = plan.channels.iter().find_map(|row| {
        let margin = row.margin.as_ref().filter(|it| it.value > Decimal::ZERO)?;
        Some((row, margin))
    });
    if let Some((row, margin)) = paid {
        sink.at(
            "relationships.partners",
            margin.span,
            Text::new(
                "“{0}” takes {1} of the price, but no partner is named, nor what they do for it.",
                "“{0}”要分走售价的{1}，计划里却没有写任何伙伴，也没有写他们为此做什么。",
            ),
            &[&called(row.name.as_ref(), row), &show_percent(margin.value)],
        );
        return;
    }
    let channels = plan
        .channels
        .iter()
        .flat_map(|row| [&row.name, &row.role, &row.convenience]);
    let products = plan.products.iter().map(|row| &row.augmented);
    let found = channels.chain(products).find_map(|text| {
        let words = filled(text.as_ref())?;
        let hit = OTHERS_WORDS.find(words).into_iter().next()?;
        (!mentions(words, OURS)).then_some(())?;
        let span: Span = text.as_ref()?.span;
        Some((words.get(hit.range)?, words, span))
    });
    if let Some((word, text, span)) = found {
        sink.at(
            "relationships.partners",
            span,
            Text::new(
                "“{0}” depends on others (“{1}”), but no partner is named.",
                "“{0}”要靠别人（“{1}”），计划里却没有写任何伙伴。",
            ),
            &[text, word],
        );
    }
}

/// Partners of whom neither the work nor the gain is said; one finding for all.
fn nameless(context: &Context, sink: &mut Sink) {
    let plan = context.plan;
    let bare: Vec<_> = plan
        .partners
        .iter()
        .filter(|row| {
            filled(row.role.as_ref()).is_none()
                && filled(row.incentive.as_ref()).is_none()
                && !plan.is_unknown(&row.path("role"))
                && !plan.is_unknown(&row.path("incentive"))
        })
        .collect();
    let Some(first) = bare.first() else { return };
    let names: Vec<String> = bare
        .iter()
        .map(|row| called(row.name.as_ref(), *row))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if plan.partners.len() == 1 {
        let text = Text::new(
            "The only partner is only named ({0}): neither what they do for the customer nor what they gain is said.",
            "唯一的伙伴“{0}”只写了名字：既没写为顾客做什么，也没写能得到什么。",
        );
        sink.missing(*first, "role", text, &[&listed(&names)]);
        return;
    }
    sink.missing(
        *first,
        "role",
        Text::new(
            "{1} of {2} partners are only named ({0}): neither what they do for the customer nor what they gain is said.",
            "{2}个伙伴里有{1}个只写了名字（{0}）：既没写为顾客做什么，也没写能得到什么。",
        ),
        &[&listed(&names), &bare.len().to_string(), &plan.partners.len().to_string()],
    );
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const BEGUN: &str = "[[relationships.programmes]]\nid = \"p\"\n";

    fn channel(more: &str) -> String {
        format!("{BEGUN}[[mix.channels]]\nid = \"c\"\n{more}\n")
    }

    #[test]
    fn others_who_are_paid_or_named_in_passing_are_missed() {
        let paid = channel("name = \"镇上药房\"\nmargin = 0.25");
        assert_eq!(paths("R505", &paid), ["relationships.partners"]);
        assert!(messages("R505", &paid, Lang::Zh)[0].contains("分走售价的25%"));
        for text in ["Delivered by third parties", "由第三方配送"] {
            let plan = channel(&format!("role = \"{text}\""));
            assert!(messages("R505", &plan, Lang::En)[0].contains(text));
        }
    }

    #[test]
    fn who_sells_alone_needs_none() {
        for plan in [
            channel("name = \"Own stall\"\nmargin = 0"),
            channel("name = \"自营便利店\""),
            channel("name = \"Our own supermarket\""),
            format!(
                "[plan]\nunknown = [\"relationships.partners\"]\n{}",
                channel("margin = 0.3")
            ),
        ] {
            assert_eq!(paths("R505", &plan), [""; 0]);
        }
        assert!(!is_checked("R505", "") && !is_checked("R505", BEGUN));
    }

    #[test]
    fn a_name_alone_is_no_partner() {
        let partner =
            |id: &str, more: &str| format!("[[relationships.partners]]\nid = \"{id}\"\n{more}\n");
        let plan = [
            partner("县农机站", ""),
            partner("b", "role = \"Lends the hall\""),
        ]
        .concat();
        assert_eq!(
            paths("R505", &plan),
            ["relationships.partners.县农机站.role"]
        );
        assert!(messages("R505", &plan, Lang::Zh)[0].contains("2个伙伴里有1个"));
        assert_eq!(
            paths("R505", &partner("a", "incentive = \"每单四元\"")),
            [""; 0]
        );
    }
}
