//! A plan that calls itself customer-driven and reads otherwise.

use crate::catalogue::Step;
use crate::catalogue::choices::{
    ActionStatus, Lever, ObjectiveKind, Orientation, PriceBasis, Respondents,
};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T210",
    name: "orientation-mismatch",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Orientation and content differ", "声称的导向与内容不符"),
    why: Text::new(
        "The marketing concept starts from the customer's needs and works back; a product or selling concept starts in the factory (Kotler and Armstrong).",
        "营销观念从顾客的需要出发往回推；产品观念和推销观念从工厂出发（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "Which of these would change if the customer's need came first, or which orientation is the honest one?",
        "如果把顾客的需要放在最前，这几处哪一处要改？还是如实换一个观念？",
    ),
    page: include_str!("orientation_mismatch.md"),
    check,
};

/// So many signs make a pattern; two may be chance.
const PATTERN: usize = 3;

/// A sign that a plan starts from the product: its words, and what it looks at.
///
/// The answer is `None` where the plan says too little to tell.
type Sign = (Text, fn(&Context) -> Option<bool>);

const SIGNS: &[Sign] = &[
    (
        Text::new("a need rests on no evidence", "有的需要没有证据"),
        |context| {
            let needs = &context.plan.customer_needs;
            let bare = |row: &crate::plan::records::CustomerNeed<'_>| {
                row.evidence.is_empty() && !context.is_unknown(row, "evidence")
            };
            (!needs.is_empty()).then(|| needs.iter().any(bare))
        },
    ),
    (
        Text::new("only present customers were asked", "只问过现有顾客"),
        |context| {
            let mut asked = context
                .plan
                .evidence
                .iter()
                .filter_map(|row| row.respondents.as_ref());
            let first = asked.next()?;
            let ours = |it: Respondents| it == Respondents::Customers;
            Some(ours(first.value) && asked.all(|it| ours(it.value)))
        },
    ),
    (
        Text::new("a benefit answers no need", "有的利益不回应任何需要"),
        |context| {
            let benefits = &context.plan.benefits;
            let loose = |row: &crate::plan::records::Benefit<'_>| {
                filled(row.need.as_ref()).is_none() && !context.is_unknown(row, "need")
            };
            (!benefits.is_empty()).then(|| benefits.iter().any(loose))
        },
    ),
    (
        Text::new(
            "every objective is sales or money",
            "目标只有市场和财务两类，没有顾客一类",
        ),
        |context| {
            let mut kinds = context.plan.objectives.iter().map(|row| row.kind.as_ref());
            let own = |kind: Option<&crate::plan::Sp<ObjectiveKind>>| {
                kind.is_some_and(|it| {
                    matches!(it.value, ObjectiveKind::Market | ObjectiveKind::Financial)
                })
            };
            Some(own(kinds.next()?) && kinds.all(own))
        },
    ),
    (
        Text::new(
            "every action works on the product, the price or its promotion",
            "行动全在改产品、调价格或做推广",
        ),
        |context| {
            let mut levers = context
                .plan
                .actions
                .iter()
                .filter(|row| {
                    row.status
                        .as_ref()
                        .is_none_or(|it| it.value != ActionStatus::Dropped)
                })
                .map(|row| row.lever.as_ref());
            let push = |lever: Option<&crate::plan::Sp<Lever>>| {
                lever.is_some_and(|it| {
                    matches!(it.value, Lever::Product | Lever::Price | Lever::Promotion)
                })
            };
            Some(push(levers.next()?) && levers.all(push))
        },
    ),
    (
        Text::new("every price rests on cost alone", "价格只按成本定"),
        |context| {
            let mut bases = context
                .plan
                .products
                .iter()
                .map(|row| &row.price_basis)
                .filter(|it| !it.is_empty());
            let cost = |bases: &Vec<crate::plan::Sp<PriceBasis>>| {
                bases.iter().all(|it| it.value == PriceBasis::Cost)
            };
            Some(cost(bases.next()?) && bases.all(cost))
        },
    ),
    (
        Text::new("no relationship is planned", "没有任何关系计划"),
        |context| {
            let plan = context.plan;
            (!plan.actions.is_empty() && !plan.products.is_empty())
                .then(|| plan.programmes.is_empty() && !plan.is_unknown("relationships.programmes"))
        },
    ),
];

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let frame = &context.plan.frame;
    let Some(declared) = &frame.orientation else {
        return Checked::Lacks(Text::new("the orientation", "营销观念"));
    };
    let name = match declared.value {
        Orientation::Marketing => Text::new("the marketing concept", "营销观念"),
        Orientation::Societal => Text::new("the societal marketing concept", "社会营销观念"),
        // Whoever says that he starts from the product has said it.
        _ => return Checked::Yes,
    };
    let mut told = 0;
    let mut signs = Vec::new();
    for (words, look) in SIGNS {
        let Some(shows) = look(context) else { continue };
        told += 1;
        if shows {
            signs.push(*words);
        }
    }
    if told < PATTERN {
        return Checked::Lacks(Text::new(
            "enough of the plan to compare with the orientation",
            "足够多的内容来对照营销观念",
        ));
    }
    if signs.len() < PATTERN {
        return Checked::Yes;
    }
    let finding = sink.value(
        frame,
        "orientation",
        declared,
        Text::new(
            "The plan declares {0}, yet {1}.",
            "计划声称奉行{0}，但是：{1}。",
        ),
        &[],
    );
    let en: Vec<&str> = signs.iter().map(|it| it.en).collect();
    let zh: Vec<&str> = signs.iter().map(|it| it.zh).collect();
    finding.say.words(
        vec![name.en.to_owned(), en.join("; ")],
        vec![name.zh.to_owned(), zh.join("；")],
    );
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const INSIDE_OUT: &str = "[[mix.objectives]]\nid = \"o\"\nkind = \"market\"\n\
        [[mix.actions]]\nid = \"a\"\nlever = \"promotion\"\n\
        [[mix.products]]\nid = \"p\"\nprice_basis = [\"cost\"]\n";

    fn plan(orientation: &str, rest: &str) -> String {
        format!("[plan]\norientation = \"{orientation}\"\n{rest}")
    }

    #[test]
    fn three_signs_against_the_word_are_found_and_named() {
        let said = said("T210", &plan("marketing", INSIDE_OUT));
        assert!(
            said[0].contains("every objective is sales or money; every action"),
            "{said:?}"
        );
        assert!(said[0].contains("目标只有市场和财务两类，没有顾客一类；行动全在"));
        assert_eq!(found("T210", &plan("societal", INSIDE_OUT)).len(), 1);
    }

    #[test]
    fn an_honest_word_or_two_signs_are_silent() {
        assert!(found("T210", &plan("selling", INSIDE_OUT)).is_empty());
        let fewer = INSIDE_OUT
            .replace("market", "customer")
            .replace("\"cost\"", "\"cost\", \"value\"");
        assert!(found("T210", &plan("marketing", &fewer)).is_empty());
    }

    #[test]
    fn too_little_cannot_be_compared() {
        assert!(lacks("T210", INSIDE_OUT).is_some());
        assert!(
            lacks(
                "T210",
                &plan("marketing", "[[mix.objectives]]\nid = \"o\"\n")
            )
            .is_some()
        );
    }
}
