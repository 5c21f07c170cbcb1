//! A promise of fact that nothing supports.

mod claim;

use std::collections::HashSet;

use crate::catalogue::Step;
use crate::checks::context::id;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;
use claim::{Claim, claim};
pub(super) use claim::{is_guaranteed, is_measured};

pub(super) const RULE: Rule = Rule {
    code: "V302",
    name: "promise-without-proof",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Value,
    title: Text::new("Promise without proof", "承诺没有依据"),
    why: Text::new(
        "Whoever states a fact to customers needs a reasonable basis for it before it is published (US Federal Trade Commission, advertising substantiation policy, 1984).",
        "向顾客陈述事实，发布之前就要有合理的依据（美国联邦贸易委员会《广告证实政策声明》，1984）。",
    ),
    ask: Text::new(
        "Which test, figure, guarantee or customer lets a doubter believe it?",
        "凭哪项测试、数据、保证或顾客，让半信半疑的人相信？",
    ),
    page: include_str!("promise_without_proof.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let written = |row: &&crate::plan::records::Benefit<'_>| filled(row.benefit.as_ref()).is_some();
    if !plan.benefits.iter().any(|row| written(&row)) {
        return Checked::Lacks(Text::new("benefits", "利益"));
    }
    let mut reported = HashSet::new();
    for benefit in plan.benefits.iter().filter(written) {
        let Some(text) = &benefit.benefit else {
            continue;
        };
        let feature = filled(benefit.feature.as_ref()).unwrap_or_default();
        if context.is_proved(benefit) || claim::is_guaranteed(feature) {
            continue;
        }
        let Some((kind, word)) = claim(text) else {
            continue;
        };
        reported.extend(id(benefit.id.as_ref()));
        let finding = sink.value(
            benefit,
            "proof",
            text,
            Text::new(
                "The benefit “{0}” states a fact (“{1}”) without a proof.",
                "利益“{0}”说的是事实（“{1}”），却没有证明。",
            ),
            &[&benefit.name().unwrap_or_default(), &word],
        );
        finding.severity = severity(kind);
    }
    for message in &plan.messages {
        let told = filled(message.benefit.as_ref()).and_then(|told| context.benefit(told));
        let (Some(benefit), Some(text)) = (told, &message.text) else {
            continue;
        };
        let known = id(benefit.id.as_ref()).is_some_and(|id| reported.contains(id));
        if known || context.is_proved(benefit) {
            continue;
        }
        let Some((kind, word)) = claim(text) else {
            continue;
        };
        let finding = sink.value(
            message,
            "text",
            text,
            Text::new(
                "The message “{0}” states a fact (“{1}”), but the benefit “{2}” that it tells has no proof.",
                "信息“{0}”说的是事实（“{1}”），而它所传的利益“{2}”没有证明。",
            ),
            &[
                &message.name().unwrap_or_default(),
                &word,
                &benefit.name().unwrap_or_default(),
            ],
        );
        finding.severity = severity(kind);
    }
    Checked::Yes
}

/// A number can be held against the seller; of a mere word the author must judge.
fn severity(kind: Claim) -> Severity {
    match kind {
        Claim::Measured => Severity::Error,
        Claim::Compared => Severity::Warning,
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, paths, severities};

    fn plan(benefit: &str, more: &str) -> String {
        format!("[[value.benefits]]\nid = \"b\"\nneed = \"n\"\nbenefit = \"{benefit}\"\n{more}")
    }

    #[test]
    fn a_number_without_proof_is_an_error_and_a_word_a_warning() {
        for text in [
            "Halves your energy bill",
            "Repaired within four hours",
            "取暖费减半",
            "四小时内修好",
            "每周省下半天",
        ] {
            assert_eq!(severities("V302", &plan(text, "")), [Severity::Error]);
        }
        for text in ["The fastest repair in town", "全城最快的维修"] {
            assert_eq!(severities("V302", &plan(text, "")), [Severity::Warning]);
        }
    }

    #[test]
    fn a_feeling_needs_no_proof() {
        for text in ["Feels like home", "像回到自己家一样"] {
            assert_eq!(paths("V302", &plan(text, "")), [""; 0]);
        }
    }

    #[test]
    fn proof_evidence_guarantee_and_unknown_all_count() {
        let claim = "Saves 40 % of the water";
        let evidence = "evidence = [\"e\"]\n[[needs.evidence]]\nid = \"e\"\n";
        for more in [
            "proof = \"Metered on six farms\"\n",
            "proof = \"六户农家水表读数\"\n",
            evidence,
        ] {
            assert_eq!(paths("V302", &plan(claim, more)), [""; 0]);
        }
        assert_eq!(paths("V302", &plan("省水40%，否则退款", "")), [""; 0]);
        assert_eq!(
            paths("V302", &plan("Saves 40 % or your money back", "")),
            [""; 0]
        );
        let unknown = format!(
            "[plan]\nunknown = [\"value.benefits.b.proof\"]\n{}",
            plan(claim, "")
        );
        assert_eq!(paths("V302", &unknown), [""; 0]);
    }

    #[test]
    fn a_placeholder_is_no_proof() {
        for proof in ["TBD", "待补充"] {
            let more = format!("proof = \"{proof}\"\n");
            assert_eq!(
                paths("V302", &plan("省水40%", &more)),
                ["value.benefits.b.proof"]
            );
        }
    }

    #[test]
    fn a_message_needs_the_proof_of_its_benefit() {
        let message = "[[mix.messages]]\nid = \"m\"\nbenefit = \"b\"\ntext = \"省水40%\"\n";
        assert_eq!(
            paths("V302", &plan("地不渴，人不累", message)),
            ["mix.messages.m.text"]
        );
        // The benefit itself is reported: once is enough.
        assert_eq!(paths("V302", &plan("省水40%", message)).len(), 1);
        assert!(!is_checked("V302", message));
    }
}
