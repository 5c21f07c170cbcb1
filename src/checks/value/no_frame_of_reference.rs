//! A promise that does not say better than what.

use std::cell::LazyCell;

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Proposition;
use crate::prose::{Alike, NameKind, Names, people, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V308",
    name: "no-frame-of-reference",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("No frame of reference", "没有比较对象"),
    why: Text::new(
        "Customers weigh an offer against what they would do otherwise; value is perceived beside something, never alone (Kotler and Keller).",
        "顾客总拿一种选择与别的办法相比；价值是比出来的，不会凭空存在（科特勒与凯勒）。",
    ),
    ask: Text::new(
        "What would these people do without you, doing nothing included, and what do they gain over that?",
        "没有你，这些人会怎么办，什么都不做也算？和那样相比，他们多得到什么？",
    ),
    page: include_str!("no_frame_of_reference.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    // Most promises have a frame without them.
    let rivals = LazyCell::new(|| Rivals::of(context));
    for row in &context.plan.propositions {
        let Some(text) = filled(row.statement.as_ref()) else {
            continue;
        };
        looked = true;
        let framed = !row.against.is_empty()
            || context.is_unknown(row, "against")
            || compared_by_factors(context, row)
            || names_another_way(context, &rivals, &unwrapped(text));
        if !framed {
            sink.missing(
                row,
                "against",
                Text::new(
                    "“{0}”: better than what? The promise names no alternative and no category.",
                    "“{0}”，是跟什么比？主张里没有替代选择，也没有品类。",
                ),
                &[text.trim().trim_end_matches(['.', '。'])],
            );
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a promise in words", "写出来的主张"))
    }
}

/// What the alternatives of the plan are called.
struct Rivals {
    names: Names,
    alike: Alike,
}

impl Rivals {
    fn of(context: &Context) -> Rivals {
        let rows = context.plan.alternatives.iter();
        let names = || rows.clone().filter_map(|row| filled(row.name.as_ref()));
        Rivals {
            names: Names::new(names().map(|name| (NameKind::Category, name))),
            alike: Alike::new(names()),
        }
    }
}

fn names_another_way(context: &Context, rivals: &Rivals, text: &str) -> bool {
    people::compares(text)
        || !rivals.names.find(text).is_empty()
        || context
            .names()
            .find(text)
            .iter()
            .any(|it| it.kind == NameKind::Category)
        || rivals.alike.has(text, 0.6)
}

/// Whether buying factors score the same segment's alternatives beside us.
fn compared_by_factors(context: &Context, row: &Proposition<'_>) -> bool {
    row.segment.as_ref().is_some_and(|segment| {
        let mut factors = context.factors(&segment.value);
        factors.any(|it| !it.rivals.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const HEAD: &str = "[plan]\ncategory = \"pharmacies\"\n[[needs.alternatives]]\nid = \"queue\"\nname = \"Queuing at the clinic\"\n[[needs.alternatives]]\nid = \"pai-dui\"\nname = \"到诊所排队\"\n";

    fn promise(text: &str, rest: &str) -> String {
        format!("{HEAD}[[value.propositions]]\nid = \"p\"\nstatement = \"{text}\"\n{rest}\n")
    }
    fn one(text: &str) -> usize {
        found("V308", &promise(text, "")).len()
    }

    #[test]
    fn a_promise_beside_nothing_is_found() {
        assert!(
            said("V308", &promise("We save you time.", ""))[0]
                .starts_with("“We save you time”: better")
        );
        assert!(
            said("V308", &promise("为你节省时间。", ""))[0].contains("“为你节省时间”，是跟什么比")
        );
        assert_eq!(
            found("V308", &promise("We save you time.", ""))[0].path,
            "value.propositions.p.against"
        );
    }

    #[test]
    fn an_alternative_a_category_or_a_comparison_is_a_frame() {
        assert_eq!(one("Forty minutes less than at any counter"), 0);
        assert_eq!(one("Your refill without queuing at the clinic"), 0);
        assert_eq!(one("The pharmacy that comes to you"), 0);
        assert_eq!(one("每次续药比现在少花四十分钟"), 0);
        assert_eq!(one("续药不用再跑一趟"), 0);
        assert_eq!(one("省得到诊所排队"), 0);
    }

    #[test]
    fn references_factors_and_unknowns_are_respected() {
        assert!(
            found(
                "V308",
                &promise("We save you time.", "against = [\"queue\"]")
            )
            .is_empty()
        );
        assert!(
            found(
                "V308",
                &promise("为你节省时间。", "against = [\"pai-dui\"]")
            )
            .is_empty()
        );
        let factors = "segment = \"s\"\n[[targeting.segments]]\nid = \"s\"\n[[value.factors]]\nid = \"f\"\nsegment = \"s\"\nus = 8\nrivals = { queue = 3 }\n";
        assert!(found("V308", &promise("We save you time.", factors)).is_empty());
        let unknown = promise("为你节省时间。", "").replace(
            "[plan]\n",
            "[plan]\nunknown = [\"value.propositions.p.against\"]\n",
        );
        assert!(found("V308", &unknown).is_empty());
        assert!(lacks("V308", HEAD).is_some());
    }
}
