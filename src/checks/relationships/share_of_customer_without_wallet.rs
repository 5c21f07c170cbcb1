//! A share of the customer's spending, and nothing about that spending.

use std::sync::LazyLock;

use super::groups::{name, revenue};
use crate::catalogue::Step;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "R516",
    name: "share-of-customer-without-wallet",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Relationships,
    title: Text::new("Share of customer without a wallet", "顾客份额没有钱包数据"),
    why: Text::new(
        "Share of customer is what they spend with you, divided by what they spend in the category with everyone (Kotler & Armstrong; Keiningham).",
        "顾客份额等于顾客在你这里花的钱，除以他在整个品类花的钱（科特勒与阿姆斯特朗；Keiningham）。",
    ),
    ask: Text::new(
        "What do they spend on such things with everyone, and how do you know?",
        "他们在这个品类上一共花多少？你怎么知道的？",
    ),
    page: include_str!("share_of_customer_without_wallet.md"),
    check,
};

const SHARE: &str = "\
    share of customer, share of wallet, wallet share, share of spend, share of spending, \
    share of requirements, customer share, 顾客份额, 客户份额, 钱包份额, 消费份额";

static SHARE_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(SHARE));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut judged = false;
    for group in &plan.groups {
        let (Some(own), Some(wallet)) = (revenue(group), &group.category_spend) else {
            continue;
        };
        judged = true;
        if own > wallet.value {
            let finding = sink.value(
                group,
                "category_spend",
                wallet,
                Text::new(
                    "“{0}” spend {1} a period with you, which is more than the {2} that they are said to spend with everyone.",
                    "“{0}”每期在你这里花{1}，比写明的品类总支出{2}还多。",
                ),
                &[&name(group), &show(own), &show(wallet.value)],
            );
            // The plan contradicts itself; that is more than advice.
            finding.severity = Severity::Warning;
        }
    }
    let known =
        plan.groups.iter().any(|row| {
            row.category_spend.is_some() || plan.is_unknown(&row.path("category_spend"))
        }) || plan.segments.iter().any(|row| row.annual_spend.is_some());
    judged |= known;
    for objective in &plan.objectives {
        let texts = [
            ("metric", &objective.metric),
            ("statement", &objective.statement),
        ];
        let found = texts.into_iter().find_map(|(key, text)| {
            let text = text.as_ref()?;
            filled(Some(text)).filter(|words| SHARE_WORDS.is_in(words))?;
            Some((key, text))
        });
        let Some((key, text)) = found else { continue };
        judged = true;
        if !known {
            sink.value(
                objective,
                key,
                text,
                Text::new(
                    "“{0}” is about the share of the customer, but no group says what customers spend in the category.",
                    "“{0}”谈的是顾客份额，却没有写顾客在这个品类上一共花多少。",
                ),
                &[&called(objective.statement.as_ref(), objective)],
            );
        }
    }
    if judged {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "what customers spend in the category, or an objective about their share",
            "品类总支出，或关于顾客份额的目标",
        ))
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    fn objective(text: &str) -> String {
        format!("[[mix.objectives]]\nid = \"o\"\nstatement = \"{text}\"\n")
    }

    fn group(more: &str) -> String {
        format!(
            "[[relationships.groups]]\nid = \"g\"\npurchases = 12\naverage_purchase = 30\n{more}\n"
        )
    }

    #[test]
    fn a_share_of_an_unknown_whole_is_found() {
        for text in ["Raise share of wallet to 60 %", "顾客份额提高到60%"] {
            assert_eq!(
                paths("R516", &objective(text)),
                ["mix.objectives.o.statement"]
            );
            for known in [
                group("category_spend = 900"),
                "[[targeting.segments]]\nid = \"s\"\nannual_spend = 900\n".to_owned(),
            ] {
                assert_eq!(
                    paths("R516", &format!("{}{known}", objective(text))),
                    [""; 0]
                );
            }
        }
        assert!(!is_checked("R516", &objective("Raise our market share")));
    }

    #[test]
    fn more_than_all_they_spend_is_a_contradiction() {
        let plan = group("category_spend = 300");
        assert_eq!(severities("R516", &plan), [Severity::Warning]);
        assert!(messages("R516", &plan, Lang::En)[0].contains("360"));
        assert!(messages("R516", &plan, Lang::Zh)[0].contains("比写明的品类总支出300还多"));
        assert_eq!(paths("R516", &group("category_spend = 360")), [""; 0]);
        assert!(!is_checked("R516", &group("")));
    }
}
