//! What is good today and harmful in the long run.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::catalogue::choices::{Force, ObjectiveKind, Orientation, PlanKind};
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Span};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T211",
    name: "long-run-interest-ignored",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Targeting,
    title: Text::new("Long-run interest not weighed", "忽视长期与社会利益"),
    why: Text::new(
        "Societal marketing weighs four things: what customers want, what the firm needs, and what is good for customers and for society in the long run (Kotler and Armstrong).",
        "社会营销要权衡四样：顾客想要的、企业需要的，以及对顾客和社会长远有益的（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "Who could be worse off in five years, and what one line do you draw for their sake?",
        "五年以后谁可能因此受损？为了他们，你给自己划哪一条线？",
    ),
    page: include_str!("long_run_interest_ignored.md"),
    check,
};

/// Goods that are known to harm some of those who buy them. Short on purpose: one line about it is
/// all that is asked for.
static HARMFUL: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "sugary, sweets, candy, soft drink, fizzy drink, soda, energy drink, alcohol, beer, wine, \
         whisky, vodka, liquor, cigarette, cigar, tobacco, vape, e-cigarette, \
         gambling, betting, casino, lottery, lotteries, loot box, payday loan, consumer credit, \
         instant loan, buy now pay later, single-use plastic, disposable cup, fast fashion, \
         含糖, 糖果, 汽水, 碳酸饮料, 能量饮料, 甜饮料, 奶茶, 白酒, 啤酒, 红酒, 烈酒, 香烟, 卷烟, \
         电子烟, 烟草, 彩票, 博彩, 盲盒, 抽卡, 网贷, 消费贷, 现金贷, 小额贷款, 一次性塑料, 一次性餐具",
    )
});

/// Words by which a name says that the harm is not there.
static WITHOUT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "alcohol-free, non-alcoholic, sugar-free, without sugar, low-sugar, quit, quitting, \
         instead of, recycling, reusable, 无酒精, 无糖, 低糖, 戒, 代替, 替代, 可降解, 回收",
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let frame = &context.plan.frame;
    if speaks_of_it(context) {
        return Checked::Yes;
    }
    if let Some((path, span, name, word)) = harm(context) {
        sink.at(
            path,
            span,
            Text::new(
                "“{0}” can harm some of those who buy it (“{1}”), and the plan says nothing of their long-run interest or society's.",
                "“{0}”可能伤害一部分买它的人（“{1}”），计划却没有一句话讲他们的长远利益或社会利益。",
            ),
            &[&name, &word],
        );
        return Checked::Yes;
    }
    if let Some(declared) = frame
        .orientation
        .as_ref()
        .filter(|it| it.value == Orientation::Societal)
        && frame
            .kind
            .as_ref()
            .is_none_or(|it| it.value == PlanKind::Business)
    {
        sink.value(
            frame,
            "orientation",
            declared,
            Text::new(
                "The plan declares the {0}, but says nothing of society or of customers in the long run.",
                "计划声称奉行{0}，却没有一句话讲社会或顾客的长远利益。",
            ),
            &[],
        )
        .say
        .words(
            vec!["societal marketing concept".to_owned()],
            vec!["社会营销观念".to_owned()],
        );
        return Checked::Yes;
    }
    Checked::Lacks(Text::new(
        "a word on the interests of customers and society",
        "关于顾客与社会利益的说明",
    ))
}

/// Whether one line anywhere weighs the long run: an interest, a guardrail, an aim, a refusal.
fn speaks_of_it(context: &Context) -> bool {
    let plan = context.plan;
    let says = |text| filled(text).is_some();
    says(plan.interests.society.as_ref())
        || says(plan.targeting.not_for.as_ref())
        || plan.is_unknown("plan.interests.society")
        || plan
            .stakeholders
            .iter()
            .any(|row| says(row.guardrail.as_ref()) || says(row.loses.as_ref()))
        || plan.objectives.iter().any(|row| {
            row.kind
                .as_ref()
                .is_some_and(|it| it.value == ObjectiveKind::Society)
        })
        || plan.forces.iter().any(|row| {
            says(row.response.as_ref())
                && row
                    .force
                    .as_ref()
                    .is_some_and(|it| matches!(it.value, Force::Environmental | Force::Legal))
        })
}

/// The thing sold that is known to do harm, and the word that tells it.
fn harm(context: &Context) -> Option<(String, Span, String, String)> {
    let plan = context.plan;
    let frame = &plan.frame;
    let word = |text: &str| -> Option<String> {
        let hit = HARMFUL.find(text).into_iter().next()?;
        (!WITHOUT.is_in(text)).then(|| text.get(hit.range).unwrap_or_default().to_owned())
    };
    let lines = [("offering", &frame.offering), ("category", &frame.category)];
    let sold = lines.into_iter().find_map(|(key, line)| {
        let text = filled(line.as_ref())?;
        let span = line.as_ref()?.span;
        Some((frame.path(key), span, text.to_owned(), word(text)?))
    });
    sold.or_else(|| {
        plan.products.iter().find_map(|row| {
            let found = word(filled(row.name.as_ref())?)?;
            let span = row.name.as_ref()?.span;
            Some((
                row.path("name"),
                span,
                called(row.name.as_ref(), row),
                found,
            ))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn offering(text: &str, rest: &str) -> String {
        format!("[plan]\noffering = \"{text}\"\n{rest}")
    }

    #[test]
    fn harm_without_a_word_about_it_is_found() {
        for text in [
            "energy drinks for gamers",
            "面向小学生的含糖饮料",
            "小额贷款",
        ] {
            assert_eq!(
                found("T211", &offering(text, ""))[0].path,
                "plan.offering",
                "{text}"
            );
        }
        let product = "[[mix.products]]\nid = \"p\"\nname = \"Craft beer, six bottles\"\n";
        assert!(said("T211", product)[0].contains("“beer”"));
    }

    #[test]
    fn one_honest_line_is_enough() {
        for rest in [
            "[plan.interests]\nsociety = \"Not advertised to under-18s.\"\n",
            "[targeting]\nnot_for = \"不向未成年人销售\"\n",
            "[[mix.objectives]]\nid = \"o\"\nkind = \"society\"\n",
        ] {
            assert!(found("T211", &offering("craft beer 精酿啤酒", rest)).is_empty());
        }
        for text in ["alcohol-free beer", "无糖汽水"] {
            assert!(found("T211", &offering(text, "")).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_societal_concept_needs_its_line_and_others_are_left_alone() {
        let words = offering("bread 面包", "orientation = \"societal\"\n");
        assert_eq!(found("T211", &words)[0].path, "plan.orientation");
        assert!(lacks("T211", &offering("bread 面包", "")).is_some());
    }
}
