//! A market or mission that names only the product.

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Sp, Str};
use crate::prose::{people, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N101",
    name: "market-or-mission-named-after-product",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new(
        "Market or mission named after the product",
        "市场或使命以自家产品命名",
    ),
    why: Text::new(
        "Railways that thought they were in railways, and not in transport, let cars and planes take their passengers (Levitt 1960).",
        "铁路公司以为自己经营的是铁路而不是运输，眼看着汽车和飞机抢走了乘客（莱维特，1960）。",
    ),
    ask: Text::new(
        "Who are these people, and what do they try to get done when they meet your product?",
        "这些人是谁？他们用到你的产品时，到底想办成什么事？",
    ),
    page: include_str!("market_or_mission_named_after_product.md"),
    check,
};

const MARKET: Text = Text::new(
    "The market is drawn around what you sell (“{0}”); no people and no need stand in it.",
    "市场是围绕所卖的东西界定的（“{0}”），看不出是谁、有什么需要。",
);
const MISSION: Text = Text::new(
    "The mission tells of the product (“{0}”), not of what it does for anyone.",
    "使命讲的是产品（“{0}”），没有讲它为谁带来什么。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let market = looked(
        context,
        sink,
        (&plan.market, "definition", plan.market.definition.as_ref()),
        MARKET,
    );
    let mission = looked(
        context,
        sink,
        (&plan.frame, "mission", plan.frame.mission.as_ref()),
        MISSION,
    );
    match (market || mission, context.names().is_empty()) {
        (true, false) => Checked::Yes,
        (true, true) => Checked::Lacks(Text::new(
            "the offering or category of the plan",
            "计划的供应物或品类",
        )),
        (false, _) => Checked::Lacks(Text::new(
            "a market definition or a mission",
            "市场界定或使命",
        )),
    }
}

/// Looks at one field; whether there was something to look at.
fn looked(
    context: &Context,
    sink: &mut Sink,
    (record, key, value): (&impl Record, &str, Option<&Sp<Str<'_>>>),
    say: Text,
) -> bool {
    let (Some(text), Some(value)) = (filled(value), value) else {
        return false;
    };
    let text = unwrapped(text);
    if let Some(word) = only_product(context, &text) {
        sink.value(record, key, value, say, &[word]);
        // That only we appear in it is the same gap.
        sink.explains("inside-out-voice", record.path(key));
    }
    true
}

/// The word that shows that a text tells of the product and of nothing else.
fn only_product<'t>(context: &Context, text: &'t str) -> Option<&'t str> {
    let names = context.names().find(text);
    let name = names.first().and_then(|it| text.get(it.range.clone()));
    // What is left without the names: "passenger ferries" speak of ferries, not of passengers.
    let mut rest = String::with_capacity(text.len());
    let mut end = 0;
    for mention in &names {
        rest.push_str(text.get(end..mention.range.start)?);
        rest.push('·');
        end = mention.range.end;
    }
    rest.push_str(text.get(end..)?);
    if people::names_people(&rest) || people::speaks_of_need(&rest) {
        return None;
    }
    // A single sign proves little: a name in a long text that tells of other things, or a verb
    // of making without a name, stays silent.
    let praised = !people::praise(&rest).is_empty();
    let making = people::making(text);
    match name {
        Some(_) => {
            let market = ["·market", "· market", "· industry", "·市场", "·行业"];
            let named = market.iter().any(|it| rest.contains(it));
            (making.is_some() || praised || named || weight(&rest) <= 6)
                .then_some(name)
                .flatten()
        }
        None => making.filter(|_| praised && weight(text) <= 8),
    }
}

/// How much a text says: its English words and half of its Chinese characters.
fn weight(text: &str) -> usize {
    let chinese = text.chars().filter(|it| *it >= '\u{3400}').count();
    let words = text.split_whitespace().filter(|it| it.is_ascii()).count();
    words + chinese / 2
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const EN: &str = "[plan]\noffering = \"electric drills\"\n";
    const ZH: &str = "[plan]\noffering = \"电钻\"\n";

    fn market(plan: &str, text: &str) -> usize {
        found(
            "N101",
            &format!("{plan}[needs.market]\ndefinition = \"{text}\"\n"),
        )
        .len()
    }
    fn mission(plan: &str, text: &str) -> usize {
        found("N101", &format!("{plan}mission = \"{text}\"\n")).len()
    }

    #[test]
    fn a_market_of_the_product_alone_is_found() {
        assert_eq!(market(EN, "The electric drill market in the region."), 1);
        assert_eq!(market(ZH, "本地电钻市场"), 1);
        assert_eq!(mission(EN, "We manufacture premium drills."), 1);
        assert_eq!(
            mission(EN, "To be the leading brand of electric drills."),
            1
        );
        assert_eq!(mission(ZH, "生产高端电钻。"), 1);
    }

    #[test]
    fn people_or_a_need_beside_the_product_are_silent() {
        assert_eq!(
            market(
                EN,
                "Flat owners who hang a shelf twice a year with an electric drill"
            ),
            0
        );
        assert_eq!(market(EN, "Electric drills for tenants"), 0);
        assert_eq!(mission(EN, "We help small homes stay in repair."), 0);
        assert_eq!(market(ZH, "一年只打两次孔的住户，电钻够用就行"), 0);
        assert_eq!(mission(ZH, "让小家庭自己就能把房子修好。"), 0);
    }

    #[test]
    fn one_shared_word_is_no_proof() {
        let coffee = "[plan]\noffering = \"coffee\"\n";
        assert_eq!(market(coffee, "A quiet place to work with coffee"), 0);
        assert_eq!(
            market(
                coffee,
                "Quiet hours between two trains, warm and dry, within sight of the platform, coffee or not"
            ),
            0
        );
        let coffee = "[plan]\noffering = \"咖啡\"\n";
        assert_eq!(market(coffee, "想找个安静地方，喝着咖啡把活儿干完"), 0);
    }

    #[test]
    fn the_word_is_named_and_an_empty_plan_is_not_clean() {
        let said = said(
            "N101",
            &format!("{EN}[needs.market]\ndefinition = \"Electric drills\"\n"),
        );
        assert!(said[0].contains("“Electric drills”"), "{said:?}");
        assert!(lacks("N101", EN).is_some());
        assert!(
            lacks(
                "N101",
                "[plan]\nmission = \"To be there for every tenant.\"\n"
            )
            .is_some()
        );
    }
}
