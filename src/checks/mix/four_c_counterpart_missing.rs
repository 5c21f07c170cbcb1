//! Four Ps without the customer's side of them.

use crate::catalogue::Step;
use crate::checks::context::listed;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Plan, Record, Span};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M402",
    name: "four-c-counterpart-missing",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Mix,
    title: Text::new("No customer's side of the mix", "缺少对应的4C"),
    why: Text::new(
        "The four Ps are the seller's view; solution, cost, convenience and communication ask the same from where the customer stands (Lauterborn 1990; Dev & Schultz 2005).",
        "4P是卖方的看法，解决方案、成本、便利、沟通是站在顾客一边问同样的事（劳特朋1990；德夫与舒尔茨2005）。",
    ),
    ask: Text::new(
        "What do customers gain, give up and go through, and how do they answer you?",
        "顾客得到什么、付出什么、要费多少周折，又怎样向你回话？",
    ),
    page: include_str!("four_c_counterpart_missing.md"),
    check,
};

/// How many of the four Ps make a mix that can be looked at from the other side.
const BEGUN: usize = 3;

/// One of the four: where the seller's side stands, and whether the customer's is told.
struct Side {
    seller: Option<Span>,
    told: bool,
    key: &'static str,
    en: &'static str,
    zh: &'static str,
}

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let sides = sides(plan);
    let begun = sides.iter().filter(|side| side.seller.is_some()).count();
    if begun < BEGUN || context.is_short() {
        return Checked::Lacks(Text::new("a mix that is told in full", "写完整的营销组合"));
    }
    let view = &plan.customer_view;
    let missing: Vec<&Side> = sides
        .iter()
        .filter(|side| side.seller.is_some())
        .filter(|side| !context.settled(view, side.key, side.told))
        .collect();
    if let Some((key, span)) = missing
        .first()
        .and_then(|side| Some((side.key, side.seller?)))
    {
        let names = |name: fn(&Side) -> &str| {
            let names: Vec<&str> = missing.iter().map(|side| name(side)).collect();
            vec![listed(&names)]
        };
        let key = if missing.len() == 1 { key } else { "" };
        let finding = sink.at(
            view.path(key),
            span,
            Text::new(
                "The mix is told from the seller's side; on the customer's side there is no word on {0}.",
                "营销组合只写了卖方一侧，顾客一侧没有写：{0}。",
            ),
            &[],
        );
        finding
            .say
            .words(names(|side| side.en), names(|side| side.zh));
    }
    Checked::Yes
}

/// The four pairs. What the rows of steps 3 to 5 say of the customer's side counts as told.
fn sides(plan: &Plan<'_>) -> [Side; 4] {
    let view = &plan.customer_view;
    let solved = plan
        .products
        .iter()
        .any(|row| filled(row.core.as_ref()).is_some())
        || plan.benefits.iter().any(|row| row.need.is_some());
    let eased = plan
        .channels
        .iter()
        .any(|row| filled(row.convenience.as_ref()).is_some());
    let heard = plan
        .programmes
        .iter()
        .any(|row| row.two_way.as_ref().is_some_and(|it| it.value))
        || filled(plan.care.complaints.as_ref()).is_some()
        || !plan.satisfaction.is_empty();
    [
        Side {
            seller: plan.products.first().map(Record::span),
            told: solved || filled(view.solution.as_ref()).is_some(),
            key: "solution",
            en: "the problem solved",
            zh: "解决方案",
        },
        Side {
            seller: plan
                .products
                .iter()
                .find(|row| row.price.is_some() || row.net_price.is_some())
                .map(Record::span),
            told: !plan.costs.is_empty() || filled(view.cost.as_ref()).is_some(),
            key: "cost",
            en: "the cost beyond the price",
            zh: "顾客成本",
        },
        Side {
            seller: plan.channels.first().map(Record::span),
            told: eased || filled(view.convenience.as_ref()).is_some(),
            key: "convenience",
            en: "convenience",
            zh: "便利",
        },
        Side {
            seller: plan.messages.first().map(Record::span),
            told: heard || filled(view.communication.as_ref()).is_some(),
            key: "communication",
            en: "answers from customers",
            zh: "双向沟通",
        },
    ]
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[mix.products]]\nid = \"p\"\nsegments = [\"s\"]\nprice = 39\n\
        [[mix.channels]]\nid = \"c\"\n[[mix.messages]]\nid = \"m\"\n";

    #[test]
    fn a_mix_of_the_seller_alone_is_found_once() {
        assert_eq!(paths("M402", PLAN), ["mix.customer_view"]);
        let says = messages("M402", PLAN, Lang::Zh);
        assert!(says[0].contains("解决方案、顾客成本、便利、双向沟通"));
        assert!(messages("M402", PLAN, Lang::En)[0].contains("the problem solved, the cost"));
    }

    #[test]
    fn rows_of_other_steps_tell_the_customers_side_too() {
        let told = format!(
            "{}[[value.costs]]\nid = \"v\"\n[[relationships.satisfaction]]\nid = \"q\"\n",
            PLAN.replace("id = \"c\"\n", "id = \"c\"\nconvenience = \"下楼就到\"\n")
                .replace("id = \"p\"\n", "id = \"p\"\ncore = \"安心\"\n")
        );
        assert_eq!(paths("M402", &told), [""; 0]);
        let three = told.replace("[[value.costs]]\nid = \"v\"\n", "");
        assert_eq!(paths("M402", &three), ["mix.customer_view.cost"]);
        let view = "[mix.customer_view]\nsolution = \"a\"\ncost = \"b\"\nconvenience = \"c\"\ncommunication = \"d\"\n";
        assert_eq!(paths("M402", &format!("{view}{PLAN}")), [""; 0]);
        let unknown = format!("[plan]\nunknown = [\"mix.customer_view\"]\n{PLAN}");
        assert_eq!(paths("M402", &unknown), [""; 0]);
    }

    #[test]
    fn short_plans_and_beginnings_are_not_judged() {
        assert!(!is_checked("M402", ""));
        assert!(!is_checked(
            "M402",
            &PLAN.replace("segments = [\"s\"]\n", "")
        ));
        assert!(!is_checked(
            "M402",
            "[[mix.products]]\nid = \"p\"\nsegments = [\"s\"]\nprice = 39\n"
        ));
    }
}
