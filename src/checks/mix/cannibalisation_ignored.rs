//! A new offer that may live on an old one.

use std::sync::LazyLock;

use super::sales;
use crate::catalogue::Step;
use crate::checks::context::{called, has, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Product;
use crate::prose::{Lexicon, likeness};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M418",
    name: "cannibalisation-ignored",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Mix,
    title: Text::new("Cannibalisation ignored", "忽视自我蚕食"),
    why: Text::new(
        "What a new offer takes from your old one is no gain: only the net contribution counts (Kerin & Peterson; Farris).",
        "新产品从自家老产品抢来的销量不算增长，只有净贡献才算（凯林与彼得森；法里斯）。",
    ),
    ask: Text::new(
        "Of every ten who buy the new one, how many would have bought the old, and what is left then?",
        "买新产品的十个人里，有几个本来会买老的？扣掉以后还剩多少？",
    ),
    page: include_str!("cannibalisation_ignored.md"),
    check,
};

/// Words that say what becomes of the old offer.
const SAID: &str = "cannibal,cannibalise,cannibalize,cannibalisation,cannibalization,taken from,\
    take from,takes from,switch,switched,move over,replace,replaces,replaced,instead of,net of,net gain,net contribution,\
    would have bought,on top of,additional,蚕食,取代,替代,替换,代替,转买,转来,转而,换成,分流,\
    本来会买,净增,新增,停产,停售";

static SAID_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(SAID));

/// How much two products must say the same to serve the same need, where a segment has several.
const SAME: f64 = 0.5;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let lacks = Checked::Lacks(Text::new(
        "a product that is new in the plan's period, and the first day of the plan",
        "计划期内新上市的产品，以及计划的开始日期",
    ));
    let Some(starts) = &plan.frame.starts else {
        return lacks;
    };
    let is_new = |row: &Product<'_>| {
        row.ready
            .as_ref()
            .is_some_and(|day| day.value > starts.value)
    };
    let is_old = |row: &Product<'_>| {
        row.ready
            .as_ref()
            .is_some_and(|day| day.value <= starts.value)
    };
    let mut compared = false;
    for new in plan
        .products
        .iter()
        .filter(|row| is_new(row) && is_sold(row))
    {
        compared = true;
        let old = plan
            .products
            .iter()
            .filter(|row| is_old(row) && is_sold(row))
            .find(|old| competes(context, new, old));
        let Some(old) = old.filter(|old| !is_said(context, new, old)) else {
            continue;
        };
        let segment = new.segments.iter().find(|it| has(&old.segments, &it.value));
        let segment = segment
            .and_then(|it| context.segment(&it.value))
            .map(|row| called(row.name.as_ref(), row));
        sink.missing(
            new,
            "",
            Text::new(
                "“{0}” is offered to “{2}” beside “{1}”, and nothing says how many sales it takes from it.",
                "“{0}”和“{1}”都卖给“{2}”，没有说明会从后者抢走多少销量。",
            ),
            &[
                &called(new.name.as_ref(), new),
                &called(old.name.as_ref(), old),
                &segment.unwrap_or_default(),
            ],
        );
    }
    if compared { Checked::Yes } else { lacks }
}

fn is_sold(product: &Product<'_>) -> bool {
    product.price.as_ref().is_some_and(|it| !it.is_zero())
}

/// Whether two products are for the same segment and the same need.
fn competes(context: &Context, new: &Product<'_>, old: &Product<'_>) -> bool {
    let shared = new
        .segments
        .iter()
        .filter(|it| has(&old.segments, &it.value));
    shared.into_iter().any(|shared| {
        let one_need = context
            .segment(&shared.value)
            .is_some_and(|row| row.needs.len() == 1);
        one_need || alike(new, old)
    })
}

/// Whether the core of both products is told in the same words.
fn alike(new: &Product<'_>, old: &Product<'_>) -> bool {
    let (Some(new), Some(old)) = (filled(new.core.as_ref()), filled(old.core.as_ref())) else {
        return false;
    };
    likeness(new, old) >= SAME
}

/// Whether the new product or its forecast says what becomes of the old one.
fn is_said(context: &Context, new: &Product<'_>, old: &Product<'_>) -> bool {
    let says = |text: Option<&str>| text.is_some_and(|text| SAID_WORDS.is_in(text));
    let texts = [&new.price_reason, &new.core, &new.actual, &new.augmented];
    let sells = |product: &Product<'_>, sold: Option<&str>| {
        sold.is_some() && sold == id(product.id.as_ref())
    };
    texts.iter().any(|text| says(filled(text.as_ref())))
        || sales::base(context.plan)
            .filter(|line| {
                let sold = id(line.product.as_ref());
                sells(new, sold) || sells(old, sold)
            })
            .any(|line| says(filled(line.basis.as_ref())))
        || context
            .plan
            .risks
            .iter()
            .any(|row| says(filled(row.risk.as_ref())))
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[plan]\nstarts = 2027-01-01\n\
        [[targeting.segments]]\nid = \"s\"\nname = \"晨练老人\"\nneeds = [\"n\"]\n\
        [[mix.products]]\nid = \"old\"\nname = \"Bag of 250 g\"\nsegments = [\"s\"]\nprice = 4\nready = 2025-01-01\n\
        [[mix.products]]\nid = \"new\"\nname = \"Bag of 500 g\"\nsegments = [\"s\"]\nprice = 7\nready = 2027-04-01\n";

    #[test]
    fn a_new_offer_beside_an_old_one_is_found() {
        assert_eq!(paths("M418", PLAN), ["mix.products.new"]);
        assert!(messages("M418", PLAN, Lang::Zh)[0].contains("晨练老人"));
        assert!(messages("M418", PLAN, Lang::En)[0].contains("beside “Bag of 250 g”"));
    }

    #[test]
    fn saying_what_becomes_of_the_old_one_is_enough() {
        for text in ["Replaces the old bag from May", "四成从250克装转来"] {
            assert_eq!(
                paths("M418", &format!("{PLAN}price_reason = \"{text}\"\n")),
                [""; 0]
            );
            let line =
                format!("[[mix.forecast]]\nid = \"f\"\nproduct = \"new\"\nbasis = \"{text}\"\n");
            assert_eq!(paths("M418", &format!("{PLAN}{line}")), [""; 0]);
        }
    }

    #[test]
    fn other_segments_and_needs_and_free_offers_are_silent() {
        for (old, new) in [
            (
                "segments = [\"s\"]\nprice = 7",
                "segments = [\"t\"]\nprice = 7",
            ),
            ("needs = [\"n\"]", "needs = [\"n\", \"m\"]"),
            ("price = 4", "price = 0"),
            ("ready = 2025-01-01\n", ""),
        ] {
            assert_eq!(paths("M418", &PLAN.replace(old, new)), [""; 0], "{new}");
        }
    }

    #[test]
    fn without_dates_nothing_is_judged() {
        assert!(!is_checked("M418", ""));
        assert!(!is_checked(
            "M418",
            &PLAN.replace("starts = 2027-01-01\n", "")
        ));
        assert!(!is_checked(
            "M418",
            &PLAN.replace("ready = 2027-04-01\n", "")
        ));
    }
}
