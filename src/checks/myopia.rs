//! Marketing myopia: which signals of a plan that sees its product and not the need have fired.
//!
//! It is shown as evidence from the file, family by family, never as a score: a percentage would
//! pretend to measure what only a reader can judge.

use super::{Finding, Report};
pub use crate::prose::Family;
use crate::words::{Lang, Text};

/// The rules whose findings are signals of this family.
pub const fn rules(family: Family) -> &'static [&'static str] {
    match family {
        Family::Need => &[
            "need-phrased-as-our-product",
            "need-without-evidence",
            "wants-without-needs",
            "no-unmet-or-latent-need",
            "inside-out-voice",
        ],
        Family::Market => &[
            "market-or-mission-named-after-product",
            "rivals-same-category-only",
            "no-substitute-claimed",
            "research-on-current-customers-only",
        ],
        Family::Growth => &[
            "growth-assumed-from-population",
            "growth-by-efficiency-or-price-only",
            "product-improvement-obsession",
        ],
        Family::Promise => &[
            "features-without-benefits",
            "benefit-answers-no-need",
            "offer-without-service-or-experience",
            "promise-without-proof",
            "generic-superlative-proposition",
        ],
        Family::Selling => &[
            "price-rationale-cost-plus-only",
            "discount-as-strategy",
            "objectives-only-in-units",
            "orientation-mismatch",
        ],
    }
}

/// The family that a rule is a signal of, if it is one.
pub fn of(rule: &str) -> Option<Family> {
    Family::ALL
        .into_iter()
        .find(|family| rules(*family).contains(&rule))
}

/// The open findings that are signals, family by family; families that are silent are left out.
pub fn signals(report: &Report) -> Vec<(Family, Vec<&Finding>)> {
    Family::ALL
        .into_iter()
        .filter_map(|family| {
            let fired: Vec<&Finding> = report
                .open()
                .filter(|finding| rules(family).contains(&finding.rule.name))
                .collect();
            (!fired.is_empty()).then_some((family, fired))
        })
        .collect()
}

/// How many families make a plan read as product-centred: one alone may have its own reason.
pub const ENOUGH: usize = 2;

/// The sentence about a plan in which several families have fired.
pub fn sentence(signals: &[(Family, Vec<&Finding>)], lang: Lang) -> Option<String> {
    if signals.len() < ENOUGH {
        return None;
    }
    let parts: Vec<&str> = signals
        .iter()
        .map(|(family, _)| family.label().get(lang))
        .collect();
    let parts = parts.join(match lang {
        Lang::En => "; ",
        Lang::Zh => "；",
    });
    let count = signals.len().to_string();
    let said = Text::new(
        "It reads as product-centred in {0} of {1} respects: {2}.",
        "这份计划在{1}个方面中有{0}个以产品为中心：{2}。",
    );
    let all = Family::ALL.len().to_string();
    Some(said.fill(lang, &[&count, &all, &parts]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::check_text;

    #[test]
    fn every_signal_belongs_to_one_family() {
        let mut names: Vec<&str> = Family::ALL
            .iter()
            .flat_map(|it| rules(*it))
            .copied()
            .collect();
        assert_eq!(names.len(), 21);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 21);
        for name in names {
            assert!(crate::checks::rule(name).is_some(), "{name} is no rule");
        }
    }

    #[test]
    fn one_family_is_no_verdict_and_two_are_told() {
        let need = "farsight = 1\n[plan]\noffering = \"smart cup\"\n[[needs.customer_needs]]\nid = \"cup\"\nneed = \"customers need our smart cup\"\n";
        let market = "[needs.market]\ndefinition = \"the smart cup market\"\n";
        let both = check_text(&format!("{need}{market}"));
        let families: Vec<Family> = signals(&both).into_iter().map(|it| it.0).collect();
        assert!(families.starts_with(&[Family::Need, Family::Market]));
        let said = sentence(&signals(&both), Lang::En).unwrap();
        assert!(
            said.contains("how the need is stated; how the market"),
            "{said}"
        );
        let said = sentence(&signals(&both), Lang::Zh).unwrap();
        assert!(said.contains("需要怎么写；市场和竞争怎么界定"), "{said}");
        let one = check_text(need);
        let only: Vec<_> = signals(&one).into_iter().take(1).collect();
        assert_eq!(sentence(&only, Lang::En), None);
    }
}
