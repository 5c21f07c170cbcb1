//! A promise to a firm without a figure to take to its boss.

use crate::catalogue::Step;
use crate::catalogue::choices::{Basis, BuyerType, PlanKind, Side};
use crate::checks::context::{id, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{Proposition, Segment};
use crate::words::Text;

use super::promise_without_proof::is_measured;

pub(super) const RULE: Rule = Rule {
    code: "V314",
    name: "value-not-quantified-b2b",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Value,
    title: Text::new("Value to a business not counted", "B2B价值未量化"),
    why: Text::new(
        "A business buyer must justify the choice in figures; a price by value needs the worth to the customer (Forbis and Mehta 1981; Anderson and Narus).",
        "企业采购要用数字说明理由；按价值定价，先要算出对顾客值多少钱（福比斯与梅塔，1981；安德森与纳鲁斯）。",
    ),
    ask: Text::new(
        "How many hours, how much waste or how great a risk does one customer save in a year, and what is that in money?",
        "一位客户一年能省多少工时、多少损耗、多大风险？折成钱是多少？",
    ),
    page: include_str!("value_not_quantified_b2b.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    let common = plan
        .frame
        .kind
        .as_ref()
        .is_some_and(|it| it.value != PlanKind::Business);
    for row in context.targets().filter(|row| !common && is_business(row)) {
        let Some(name) = id(row.id.as_ref()) else {
            continue;
        };
        let promises: Vec<&Proposition<'_>> = context
            .propositions(name)
            .filter(|it| filled(it.statement.as_ref()).is_some())
            .collect();
        let Some(first) = promises.first() else {
            continue;
        };
        looked = true;
        if promises.iter().any(|it| is_counted(context, it)) {
            continue;
        }
        let Some(value) = &first.statement else {
            continue;
        };
        sink.value(
            *first,
            "statement",
            value,
            Text::new(
                "The businesses “{0}” are promised “{1}”, with no figure of what it is worth to one of them.",
                "对企业客户“{0}”的主张是“{1}”，却没有一个数字说明对一家客户值多少。",
            ),
            &[
                named(row.name.as_ref(), row.id.as_ref()),
                value.value.trim().trim_end_matches(['.', '。']),
            ],
        );
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a promise to a segment of businesses",
            "对企业细分的主张",
        ))
    }
}

/// Whether a segment buys for a firm and not for itself; only fields that say so count.
fn is_business(row: &Segment<'_>) -> bool {
    let sold = row.side.as_ref().is_none_or(|it| it.value == Side::Buyers);
    let firm = match row.buyer_type.as_ref().map(|it| it.value) {
        Some(BuyerType::Consumption) => false,
        Some(_) => true,
        None => row
            .bases
            .iter()
            .any(|it| matches!(it.value, Basis::Industry | Basis::Size)),
    };
    sold && firm
}

/// Whether a promise, a benefit of it or its proof has a figure; a range is one too.
fn is_counted(context: &Context, row: &Proposition<'_>) -> bool {
    let figure = |text| filled(text).is_some_and(has_figure);
    figure(row.statement.as_ref())
        || id(row.id.as_ref()).is_some_and(|name| {
            context.benefits(name).any(|it| {
                it.worth.is_some()
                    || context.is_unknown(it, "worth")
                    || figure(it.benefit.as_ref())
                    || figure(it.proof.as_ref())
            })
        })
}

fn has_figure(text: &str) -> bool {
    text.contains(|it: char| it.is_ascii_digit()) || is_measured(text)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks};

    fn plan(segment: &str, statement: &str, benefit: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"s\"\nname = \"Small printers\"\ndecision = \"target\"\n{segment}\n\
             [[value.propositions]]\nid = \"v\"\nsegment = \"s\"\nstatement = \"{statement}\"\n\
             [[value.benefits]]\nid = \"b\"\nproposition = \"v\"\n{benefit}\n"
        )
    }
    const FIRM: &str = "buyer_type = \"production\"";

    #[test]
    fn a_promise_to_firms_without_a_figure_is_found() {
        for text in ["Work gets easier for the office", "提升办公效率"] {
            let found = found("V314", &plan(FIRM, text, "benefit = \"less typing\""));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].path, "value.propositions.v.statement");
        }
        assert_eq!(
            found("V314", &plan("bases = [\"industry\"]", "x", "")).len(),
            1
        );
    }

    #[test]
    fn any_figure_is_enough() {
        for benefit in [
            "worth = 900",
            "benefit = \"saves 11 hours a month\"",
            "benefit = \"每月省下四小时\"",
            "proof = \"6 firms, 8 weeks\"",
        ] {
            assert!(
                found("V314", &plan(FIRM, "Work gets easier", benefit)).is_empty(),
                "{benefit}"
            );
        }
    }

    #[test]
    fn households_charities_and_suppliers_are_exempt() {
        assert!(lacks("V314", &plan("buyer_type = \"consumption\"", "x", "")).is_some());
        assert!(
            lacks(
                "V314",
                &plan("bases = [\"size\"]\nside = \"donors\"", "x", "")
            )
            .is_some()
        );
        let charity = format!("[plan]\nkind = \"non-profit\"\n{}", plan(FIRM, "x", ""));
        assert!(found("V314", &charity).is_empty());
    }
}
