//! A need that asks for our product.

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::prose::{NameKind, asked_for, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N103",
    name: "need-phrased-as-our-product",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Needs,
    title: Text::new("Need phrased as our product", "把需要写成“要我们的产品”"),
    why: Text::new(
        "A need that asks for the product proves only that we wish to sell it, and hides every other way to meet the lack behind it (Levitt 1960).",
        "需要里写着自家产品，只能说明我们想卖，却看不见背后的缺乏，也看不见别的满足办法（莱维特，1960）。",
    ),
    ask: Text::new(
        "If you did not exist, what would these people still lack, and when would they feel it?",
        "假如没有你，这些人还缺什么？什么时候最能感到？",
    ),
    page: include_str!("need_phrased_as_our_product.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    for row in &context.plan.customer_needs {
        let Some(need) = filled(row.need.as_ref()) else {
            continue;
        };
        looked = true;
        let text = unwrapped(need);
        let Some(asked) = asked_for(&text, context.names()) else {
            continue;
        };
        let words = &text[asked.range];
        let (severity, say) = saying(asked.kind);
        if let Some(value) = &row.need {
            sink.value(row, "need", value, say, &[words]).severity = severity;
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a need in words", "写出来的需要"))
    }
}

/// Only the plan's own names make an error; a common word may be an honest way to speak.
fn saying(kind: Option<NameKind>) -> (Severity, Text) {
    match kind {
        Some(NameKind::Category) => (
            Severity::Warning,
            Text::new(
                "This need asks for the kind of thing that you sell: “{0}”.",
                "这条需要要的就是你所卖的这类东西：“{0}”。",
            ),
        ),
        Some(NameKind::Brand) => (
            Severity::Error,
            Text::new(
                "This need asks for your brand: “{0}”.",
                "这条需要要的是你的品牌：“{0}”。",
            ),
        ),
        Some(NameKind::Organisation) => (
            Severity::Error,
            Text::new(
                "This need asks for your organisation: “{0}”.",
                "这条需要要的是你的组织：“{0}”。",
            ),
        ),
        Some(NameKind::Product | NameKind::Offering) => (
            Severity::Error,
            Text::new(
                "This need asks for what you offer: “{0}”.",
                "这条需要要的是你的产品：“{0}”。",
            ),
        ),
        None => (
            Severity::Warning,
            Text::new(
                "This need speaks of something of yours: “{0}”.",
                "这条需要说的是你自己的东西：“{0}”。",
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity::{Error, Warning};
    use crate::checks::testing::{lacks, said, severities};

    const EN: &str = "[plan]\noffering = \"smart cups for offices\"\ncategory = \"drinking cups\"\nbrands = [\"Sipwell\"]\n";
    const ZH: &str =
        "[plan]\noffering = \"办公室用的智能水杯\"\ncategory = \"水杯\"\nbrands = [\"喝点水\"]\n";

    fn need(plan: &str, need: &str) -> Vec<crate::checks::Severity> {
        severities(
            "N103",
            &format!("{plan}[[needs.customer_needs]]\nid = \"a\"\nneed = \"{need}\"\n"),
        )
    }

    #[test]
    fn our_names_are_errors_and_the_category_a_warning() {
        assert_eq!(need(EN, "Staff need our smart cup."), [Error]);
        assert_eq!(need(EN, "They want a Sipwell."), [Error]);
        assert_eq!(need(EN, "They need a drinking cup."), [Warning]);
        assert_eq!(need(EN, "They need our wonderful app."), [Warning]);
        assert_eq!(need(ZH, "上班族需要我们的智能水杯。"), [Error]);
        assert_eq!(need(ZH, "想买喝点水"), [Error]);
        assert_eq!(need(ZH, "需要一只好看的水杯"), [Warning]);
        assert_eq!(need(ZH, "需要我们的提醒服务"), [Warning]);
    }

    #[test]
    fn to_use_our_product_is_no_need_and_to_use_a_thing_may_be() {
        assert_eq!(need(EN, "Use Sipwell because it keeps count."), [Error]);
        assert_eq!(need(EN, "They wish to use Sipwell at work."), [Error]);
        assert!(need(EN, "To use a drinking cup without washing it twice.").is_empty());
        assert!(need(EN, "Those who use Sipwell forget to drink at home.").is_empty());
        assert_eq!(need(ZH, "使用喝点水"), [Error]);
        assert!(need(ZH, "使用水杯时不洒出来").is_empty());
    }

    #[test]
    fn a_lack_is_silent_and_so_is_a_want_that_names_the_category() {
        assert!(need(EN, "They forget to drink and get headaches by four.").is_empty());
        assert!(need(EN, "Something less fussy than a smart cup.").is_empty());
        assert!(need(ZH, "忙起来忘了喝水，下午四点头痛。").is_empty());
        assert!(need(ZH, "需要比智能水杯更省事的提醒").is_empty());
        let want = "[[needs.customer_needs]]\nid = \"a\"\nneed = \"Not to dry out.\"\nwant = \"They want a smart cup.\"\n";
        assert!(severities("N103", &format!("{EN}{want}")).is_empty());
        let want =
            "[[needs.customer_needs]]\nid = \"a\"\nneed = \"不口干。\"\nwant = \"想要智能水杯\"\n";
        assert!(severities("N103", &format!("{ZH}{want}")).is_empty());
    }

    #[test]
    fn the_deciding_words_are_named_and_no_need_is_not_clean() {
        let plan = format!(
            "{EN}[[needs.customer_needs]]\nid = \"a\"\nneed = \"Staff need our\\nsmart cup.\"\n"
        );
        let said = said("N103", &plan);
        assert!(said[0].contains("“need our smart cup”"), "{said:?}");
        assert!(lacks("N103", EN).is_some());
    }
}
