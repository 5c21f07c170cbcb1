//! A price that rests on nothing but the seller's cost.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::sales::is_carried;
use crate::catalogue::Step;
use crate::catalogue::choices::PriceBasis;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Product;
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M405",
    name: "price-rationale-cost-plus-only",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Price from cost alone", "仅按成本加成定价"),
    why: Text::new(
        "Cost sets the floor of a price; a markup on it knows neither what the offer is worth nor what the buyer could do instead (Kotler & Armstrong, ch. 10; Nagle).",
        "成本只是价格的下限；在成本上加一成，既不知道产品值多少，也不知道顾客还能怎么办（科特勒与阿姆斯特朗，第10章；纳格尔）。",
    ),
    ask: Text::new(
        "What is it worth to this segment, what do the alternatives cost, and what can it spend?",
        "它对这个细分值多少、替代办法要多少钱、顾客出得起多少？",
    ),
    page: include_str!("price_rationale_cost_plus_only.md"),
    check,
};

/// Words of a reason that adds to a cost.
const MARKUP: &str = "cost plus,cost-plus,cost price plus,costs plus,markup,mark-up,mark up,\
    margin on cost,covers our cost,cover our cost,成本加,成本的基础上,成本加成,加成定价,加成";

/// Words of a reason that looks at buyers, at what they could do instead, or at a tariff that
/// others set.
const ELSEWHERE: &str = "rival,competitor,competition,market price,alternative,elsewhere,budget,\
    afford,willing,worth,value,save,saves,saving,customers pay,people pay,buyer,tried,tested,test,\
    trial,survey,asked,accepted,cheaper than,dearer than,tariff,regulated,regulator,statute,law,\
    fixed by,set by,contract,framework agreement,对手,竞争,同行,市场价,别家,预算,承受,愿意,\
    价值,值,省,试,调查,问卷,接受,比,政府定价,指导价,限价,核定,合同,规定,物价局";

static MARKUP_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(MARKUP));
static ELSEWHERE_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(ELSEWHERE));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    for product in &context.plan.products {
        let reason = filled(product.price_reason.as_ref());
        let basis = &product.price_basis;
        if basis.is_empty() && reason.is_none() {
            continue;
        }
        looked = true;
        let by_cost = if basis.is_empty() {
            reason.is_some_and(|reason| MARKUP_WORDS.is_in(reason))
        } else {
            basis.iter().all(|it| it.value == PriceBasis::Cost)
        };
        let free = product
            .price
            .as_ref()
            .is_some_and(|it| it.value <= Decimal::ZERO);
        let looks_out = || reason.is_some_and(|reason| ELSEWHERE_WORDS.is_in(reason));
        if by_cost && !free && !looks_out() && !is_carried(context) {
            report(sink, product, reason);
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a product with a price basis or a reason for its price",
            "写明定价依据或理由的产品",
        ))
    }
}

fn report(sink: &mut Sink, product: &Product<'_>, reason: Option<&str>) {
    let name = called(product.name.as_ref(), product);
    let (key, span) = match (product.price_basis.first(), &product.price_reason) {
        (Some(basis), _) => ("price_basis", basis.span),
        (None, Some(reason)) => ("price_reason", reason.span),
        (None, None) => return,
    };
    let path = product.path(key);
    let (text, reason) = match reason {
        Some(reason) => (
            Text::new(
                "The price of “{0}” rests on cost alone (“{1}”).",
                "“{0}”的定价只看成本（“{1}”）。",
            ),
            reason.trim().trim_end_matches(['.', '。']),
        ),
        None => (
            Text::new(
                "The price of “{0}” rests on cost alone: no value to the customer, no competition, no budget.",
                "“{0}”的定价只看成本，没有看顾客价值、竞争和顾客的预算。",
            ),
            "",
        ),
    };
    sink.at(path, span, text, &[&name, reason]);
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    fn product(more: &str) -> String {
        format!("[[mix.products]]\nid = \"p\"\nname = \"竹椅\"\nprice = 84.0\n{more}")
    }

    #[test]
    fn cost_as_the_only_basis_is_found() {
        let plan = product("price_basis = [\"cost\"]\n");
        assert_eq!(paths("M405", &plan), ["mix.products.p.price_basis"]);
        assert!(messages("M405", &plan, Lang::Zh)[0].contains("竹椅"));
    }

    #[test]
    fn a_reason_that_only_adds_to_cost_is_found() {
        for reason in ["Cost plus 40 %", "成本60元，加成40%"] {
            let plan = product(&format!("price_reason = \"{reason}\"\n"));
            assert_eq!(paths("M405", &plan), ["mix.products.p.price_reason"]);
            assert!(messages("M405", &plan, Lang::En)[0].contains(reason));
        }
    }

    #[test]
    fn other_grounds_are_enough() {
        for more in [
            "price_basis = [\"cost\", \"value\"]\nprice_reason = \"Cost plus 40 %\"\n",
            "price_basis = [\"cost\"]\nprice_reason = \"Tariff fixed by the county\"\n",
            "price_basis = [\"cost\"]\nprice_reason = \"按县物价局核定的标准\"\n",
            "price_reason = \"成本加四成，对手卖95\"\n",
            "price_reason = \"Never discounted\"\n",
        ] {
            assert_eq!(paths("M405", &product(more)), [""; 0], "{more}");
        }
    }

    #[test]
    fn free_offers_and_plans_for_others_are_left_alone() {
        let plan = product("price_basis = [\"cost\"]\n");
        assert_eq!(paths("M405", &plan.replace("84.0", "0")), [""; 0]);
        assert_eq!(
            paths("M405", &format!("[plan]\nkind = \"non-profit\"\n{plan}")),
            [""; 0]
        );
        assert!(!is_checked("M405", "") && !is_checked("M405", &product("")));
    }
}
