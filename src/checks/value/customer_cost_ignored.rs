//! An exchange of which only one side is written.

use crate::catalogue::Step;
use crate::catalogue::choices::PlanKind;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Product;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V310",
    name: "customer-cost-ignored",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("What the customer gives is missing", "忽视顾客成本"),
    why: Text::new(
        "Value is benefits less costs, and the costs are money, time, effort and worry, not only the price (Kotler and Keller).",
        "价值是利益减去成本，成本包括金钱、时间、精力和担心，不只是价格（科特勒与凯勒）。",
    ),
    ask: Text::new(
        "What time, effort, risk or habit does the customer give up besides the price, and how do you make it smaller?",
        "除了价钱，顾客还要付出多少时间、精力，冒什么风险、改什么习惯？你怎样帮他减轻？",
    ),
    page: include_str!("customer_cost_ignored.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let promised = plan
        .benefits
        .iter()
        .filter_map(|row| row.benefit.as_ref().filter(|it| filled(Some(it)).is_some()));
    let stated = plan.propositions.iter().filter_map(|row| {
        row.statement
            .as_ref()
            .filter(|it| filled(Some(it)).is_some())
    });
    let Some(first) = promised.chain(stated).next() else {
        return Checked::Lacks(Text::new("benefits or a promise", "利益或主张"));
    };
    let costs = plan
        .costs
        .iter()
        .any(|row| filled(row.what.as_ref()).is_some() || filled(row.relief.as_ref()).is_some());
    if costs
        || filled(plan.customer_view.cost.as_ref()).is_some()
        || plan.is_unknown("value.costs")
        || plan.is_unknown("mix.customer_view.cost")
    {
        return Checked::Yes;
    }
    // Before step 4 the author is still at the benefits.
    if !context.has_mix() {
        return Checked::Lacks(Text::new("the offer of step 4", "第四步的方案"));
    }
    let finding = sink.at(
        "value.costs",
        first.span,
        Text::new(
            "The plan promises “{0}”, and says nothing of what customers give for it: time, effort, risk, habit.",
            "计划承诺“{0}”，却没有写顾客为此付出什么：时间、精力、风险、习惯。",
        ),
        &[first.value.trim().trim_end_matches(['.', '。'])],
    );
    // A story of one page may have no room for both sides, and what is given has no price to add to.
    let business = plan
        .frame
        .kind
        .as_ref()
        .is_none_or(|it| it.value == PlanKind::Business);
    let free = |row: &Product<'_>| row.price.as_ref().is_some_and(|it| it.value.is_zero());
    let given = !plan.products.is_empty() && plan.products.iter().all(free);
    if context.is_short() || !business || given {
        finding.severity = Severity::Advice;
    }
    // The second C is the same gap, seen from step 4.
    sink.explains("four-c-counterpart-missing", "mix.customer_view.cost");
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::testing::{found, lacks, severities};

    const OFFER: &str = "[[mix.products]]\nid = \"p\"\nprice = 9\n";

    fn plan(benefit: &str, rest: &str) -> String {
        format!(
            "[[value.benefits]]\nid = \"b\"\nbenefit = \"{benefit}\"\nproof = \"counted\"\n{OFFER}{rest}"
        )
    }

    #[test]
    fn gains_without_costs_are_found_once() {
        for text in ["Friday ends at five", "周末归自己"] {
            let found = found("V310", &plan(text, ""));
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].path, "value.costs");
        }
        let short = plan("Friday ends at five", "").replace("proof = \"counted\"\n", "");
        assert_eq!(severities("V310", &short), [Severity::Advice]);
        let free = plan("Friday ends at five", "").replace("price = 9", "price = 0");
        assert_eq!(severities("V310", &free), [Severity::Advice]);
        assert_eq!(severities("V310", &plan("x", "")), [Severity::Warning]);
    }

    #[test]
    fn one_line_is_enough() {
        for rest in [
            "[[value.costs]]\nid = \"c\"\nwhat = \"Half a day to learn it\"\n",
            "[mix.customer_view]\ncost = \"学半天；第一个月有人陪\"\n",
            "[plan]\nunknown = [\"value.costs\"]\n",
        ] {
            assert!(found("V310", &plan("Friday ends at five", rest)).is_empty());
        }
    }

    #[test]
    fn before_the_offer_nothing_is_said() {
        assert!(lacks("V310", &plan("x", "").replace(OFFER, "")).is_some());
        assert!(lacks("V310", OFFER).is_some());
    }
}
