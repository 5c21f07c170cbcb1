//! Selling by the lower price.

use rust_decimal::Decimal;

use super::tone::{Heard, is_cut};
use crate::catalogue::Step;
use crate::catalogue::choices::Lever;
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::records::Promotion;
use crate::plan::{Plan, Record, Sp};
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "M415",
    name: "discount-as-strategy",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Discount as strategy", "以打折为战略"),
    why: Text::new(
        "A price cut of a tenth at a margin of three tenths needs half as much volume again to stand still, and what it brings is mostly bought by those who buy anyway (Nagle; Ehrenberg).",
        "毛利三成时降价一成，销量要多卖一半才保得住利润，而来买的多半是本来就会买的人（纳格尔；埃伦伯格）。",
    ),
    ask: Text::new(
        "How much more must be sold to earn as much as before, and who buys then that would not have bought?",
        "要多卖多少才赚得和以前一样多？这时来买的，有谁是本来不会买的？",
    ),
    page: include_str!("discount_as_strategy.md"),
    check,
};

/// How many price cuts there must be before their share of all items says something.
const SEVERAL: usize = 3;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let cuts: Vec<&Promotion<'_>> = plan.promotions.iter().filter(|it| is_cut(it)).collect();
    let items = items(plan, cuts.len());
    if items.all == 0 {
        return Checked::Lacks(Text::new(
            "promotion offers, messages or actions",
            "优惠活动、传播信息或促销行动",
        ));
    }
    if most_of_the_money(context, sink, &cuts) {
        return Checked::Yes;
    }
    if items.cuts >= SEVERAL && items.cuts * 2 > items.all {
        let section = cuts.first().map(|row| (row.path(""), row.span()));
        let (path, span) = section.unwrap_or_else(|| first_message(plan));
        sink.at(
            path,
            span,
            Text::new(
                "{0} of {1} offers, messages and promotion actions cut the price.",
                "{1}项优惠、信息和促销行动中，有{0}项是降价。",
            ),
            &[&items.cuts.to_string(), &items.all.to_string()],
        );
        return Checked::Yes;
    }
    not_reckoned(context, sink, &cuts);
    Checked::Yes
}

/// The price cuts among all items of promotion.
struct Items {
    cuts: usize,
    all: usize,
}

fn items(plan: &Plan<'_>, offers: usize) -> Items {
    let mut items = Items {
        cuts: offers,
        all: plan.promotions.len(),
    };
    let messages = plan.messages.iter().map(|row| row.text.as_ref());
    let actions = plan.actions.iter().filter(|row| {
        row.lever
            .as_ref()
            .is_some_and(|it| it.value == Lever::Promotion)
    });
    for text in messages.chain(actions.map(|row| row.what.as_ref())) {
        items.all += 1;
        items.cuts += usize::from(Heard::in_texts(&[text]).is_cut());
    }
    items
}

fn first_message(plan: &Plan<'_>) -> (String, crate::plan::Span) {
    let first = plan.messages.first().map(Record::span).unwrap_or_default();
    ("mix.messages".to_owned(), first)
}

/// Whether price cuts give away more than half of the budget, which is then reported.
fn most_of_the_money(context: &Context, sink: &mut Sink, cuts: &[&Promotion<'_>]) -> bool {
    let Some(budget) = number(context.plan.totals.budget.as_ref()).filter(|it| !it.is_zero())
    else {
        return false;
    };
    let given = cuts.iter().filter_map(|offer| {
        number(offer.cost_each.as_ref())?.checked_mul(number(offer.expected.as_ref())?)
    });
    let given = given.fold(Decimal::ZERO, |sum, one| {
        sum.checked_add(one).unwrap_or(sum)
    });
    let (Some(first), Some(twice)) = (cuts.first(), given.checked_add(given)) else {
        return false;
    };
    if twice <= budget {
        return false;
    }
    let name = called(first.name.as_ref(), *first);
    let (given, budget) = (show(given), show(budget));
    match needed(context, first) {
        Some(more) => sink.missing(
            *first,
            "",
            Text::new(
                "Price cuts such as “{0}” give away {1} of a budget of {2}, and it takes {3} more volume to earn as much as before.",
                "“{0}”等降价要让出{1}，而预算是{2}；要多卖{3}才赚得和以前一样多。",
            ),
            &[&name, &given, &budget, &more],
        ),
        None => sink.missing(
            *first,
            "",
            Text::new(
                "Price cuts such as “{0}” give away {1}, more than half of the budget of {2}.",
                "“{0}”等降价要让出{1}，超过预算{2}的一半。",
            ),
            &[&name, &given, &budget],
        ),
    };
    true
}

/// How much more must be sold at the lower price to earn as much as before.
fn needed(context: &Context, offer: &Promotion<'_>) -> Option<String> {
    let own = id(offer.product.as_ref())?;
    let product = context.product(own)?;
    let price = number(product.net_price.as_ref()).or_else(|| number(product.price.as_ref()))?;
    let margin = price.checked_sub(number(product.unit_cost.as_ref())?)?;
    let cut = number(offer.cost_each.as_ref())?;
    let left = margin.checked_sub(cut)?;
    (left > Decimal::ZERO && cut > Decimal::ZERO).then_some(())?;
    Some(show_percent(cut.checked_div(left)?.round_dp(2)))
}

/// Price cuts of which nobody has worked out what they cost and how many will be used.
fn not_reckoned(context: &Context, sink: &mut Sink, cuts: &[&Promotion<'_>]) {
    let open = |offer: &&&Promotion<'_>| {
        !context.settled(**offer, "cost_each", offer.cost_each.is_some())
            || !context.settled(**offer, "expected", offer.expected.is_some())
    };
    let mut open = cuts.iter().filter(open);
    let Some(first) = open.next() else { return };
    let name = called(first.name.as_ref(), *first);
    let others = open.count();
    let text = if others == 0 {
        Text::new(
            "“{0}” gives up a part of the price, and nobody can tell yet what that costs or how much more must be sold for it.",
            "“{0}”让了价，但还看不出要让出多少，又要多卖多少才划算。",
        )
    } else {
        Text::new(
            "“{0}” and {1} more give up a part of the price, and nobody can tell yet what that costs or how much more must be sold for it.",
            "“{0}”等{2}项让了价，但还看不出要让出多少，又要多卖多少才划算。",
        )
    };
    let (more, all) = (others.to_string(), (others + 1).to_string());
    sink.missing(*first, "cost_each", text, &[&name, &more, &all])
        .severity = Severity::Advice;
}

fn number(number: Option<&Sp<Decimal>>) -> Option<Decimal> {
    number.map(|number| number.value)
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    const OFFER: &str = "[mix.totals]\nbudget = 10000\n[[mix.products]]\nid = \"p\"\nnet_price = 100\nunit_cost = 70\n\
        [[mix.promotions]]\nid = \"o\"\nname = \"开学九折\"\nproduct = \"p\"\ncost_each = 10\nexpected = 600\n";

    #[test]
    fn cuts_that_eat_the_budget_are_found_with_the_volume_they_need() {
        assert_eq!(severities("M415", OFFER), [Severity::Warning]);
        let says = messages("M415", OFFER, Lang::En);
        assert!(
            says[0].contains("6,000 of a budget of 10,000") && says[0].contains("50 %"),
            "{says:?}"
        );
        assert!(messages("M415", OFFER, Lang::Zh)[0].contains("开学九折"));
        let open = OFFER.replace("unit_cost = 70\n", "");
        assert!(messages("M415", &open, Lang::En)[0].contains("more than half"));
        for (old, new) in [
            ("600", "500"),
            ("开学九折", "开学试听"),
            ("开学九折", "Tasting"),
        ] {
            assert_eq!(paths("M415", &OFFER.replace(old, new)), [""; 0], "{new}");
        }
    }

    #[test]
    fn most_items_being_cuts_is_found() {
        for text in ["10 % off", "八折"] {
            let message = |id: &str, text: &str| {
                format!("[[mix.messages]]\nid = \"{id}\"\ntext = \"{text}\"\n")
            };
            let three: String = ["a", "b", "c"].map(|id| message(id, text)).concat();
            let two_others: String = ["d", "e"].map(|id| message(id, "x")).concat();
            assert_eq!(
                paths("M415", &format!("{three}{two_others}")),
                ["mix.messages"]
            );
            let others: String = ["d", "e", "f"].map(|id| message(id, "x")).concat();
            assert_eq!(paths("M415", &format!("{three}{others}")), [""; 0]);
        }
    }

    #[test]
    fn a_cut_without_numbers_is_advice() {
        for name in ["A month free for a friend", "介绍朋友免费一个月"] {
            let plan = format!("[[mix.promotions]]\nid = \"o\"\nname = \"{name}\"\n");
            assert_eq!(severities("M415", &plan), [Severity::Advice], "{name}");
            let unknown = format!("[plan]\nunknown = [\"mix.promotions.o\"]\n{plan}");
            assert_eq!(severities("M415", &unknown), [], "{name}");
        }
    }

    #[test]
    fn without_items_nothing_is_judged() {
        assert!(!is_checked("M415", ""));
    }
}
