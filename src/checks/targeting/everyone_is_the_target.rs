//! A target that leaves nobody out.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::catalogue::choices::{Decision, Strategy};
use crate::checks::context::{listed, named};
use crate::checks::thresholds::UNRANKED_TARGETS;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Segment;
use crate::prose::{Lexicon, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T201",
    name: "everyone-is-the-target",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Everyone is the target", "人人都是目标顾客"),
    why: Text::new(
        "No one can serve all customers well; whom to serve is the first choice of a marketing strategy (Kotler and Armstrong).",
        "谁也无法把所有人都服务好；服务谁，是营销战略的第一个选择（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "If you could serve only a tenth of them, who would miss you most?",
        "如果只能服务其中一成的人，谁最离不开你？",
    ),
    page: include_str!("everyone_is_the_target.md"),
    check,
};

/// Words that take in all the world.
const ALL: &str = "\
    everyone, everybody, anyone, anybody, all consumers, every consumer, all people, \
    all customers, every customer, all ages, all age groups, the general public, \
    general public, mass market, the masses, whole population, all kinds of people, \
    young and old, people of all ages, the public at large, 所有人, 所有消费者, 全体消费者, \
    广大消费者, 所有顾客, 所有客户, 广大顾客, 广大群众, 人人, 每个人, 任何人, 普通大众, \
    社会大众, 广大人群, 大众消费者, 男女老少, 老少皆宜, 不限年龄, 各年龄段, 全年龄段, 全民, \
    全国人民, 所有人群";

/// Words that draw a line around them after all.
const BOUNDS: &str = "\
    within, in our, in the, in this, at our, at the, of our, of the, on the, living in, \
    who must, who has, who have, who cannot, who lost, whose, on our, from our, dormitory, \
    campus, village, street, building, office, factory, school, district, parish, \
    neighbourhood, walking distance, minutes from, 宿舍, 小区, 社区, 本村, 村里, 全村, \
    校内, 本校, 全校, 全班, 厂里, 全厂, 园区, 公司里, 全公司, 本单位, 楼里, 本楼, 街道, \
    本镇, 镇上, 本县, 县里, 米内, 公里内, 分钟内, 附近, 院内, 本院";

/// Lines drawn around all the world are none.
const BOUNDLESS: &str = "\
    in the world, in the country, in the nation, in the market, on the planet, \
    of the world, of the country, of the population, on the internet, on the market";

static ALL_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(ALL));

/// What bounds, and longer phrases that do not.
static BOUND_WORDS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    let bounds = BOUNDS.split(", ").map(|word| (word, true));
    Lexicon::new(bounds.chain(BOUNDLESS.split(", ").map(|word| (word, false))))
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let targets: Vec<&Segment<'_>> = context.targets().collect();
    let Some(first) = targets.first() else {
        return Checked::Lacks(Text::new("a target segment", "选为目标的细分"));
    };
    let plan = context.plan;
    let strategy = plan.targeting.strategy.as_ref().map(|it| it.value);
    let argued = |row: &Segment<'_>| {
        filled(row.reason.as_ref()).is_some() || filled(plan.targeting.criteria.as_ref()).is_some()
    };
    // One offer for all is a strategy too, as long as somebody argues for it.
    let mass = strategy == Some(Strategy::Undifferentiated);
    let mut found = false;
    for row in &targets {
        if mass && argued(row) {
            continue;
        }
        let texts = [("name", &row.name), ("description", &row.description)];
        for (key, field) in texts {
            let Some((text, value)) = filled(field.as_ref()).zip(field.as_ref()) else {
                continue;
            };
            let text = unwrapped(text);
            if let Some(word) = universal(row, &text) {
                let say = Text::new(
                    "The target “{0}” takes in all the world: “{1}”.",
                    "目标细分“{0}”谁都包括在内：“{1}”。",
                );
                let name = named(row.name.as_ref(), row.id.as_ref());
                sink.value(*row, key, value, say, &[name, word]);
                found = true;
                break;
            }
        }
    }
    if !found && !mass && all_chosen(context, &targets, strategy) {
        let names: Vec<&str> = targets
            .iter()
            .map(|row| named(row.name.as_ref(), row.id.as_ref()))
            .collect();
        let span = first.decision.as_ref().map_or(first.span, |it| it.span);
        sink.at(
            "targeting.segments",
            span,
            Text::new(
                "All {0} segments are targets, and nothing says which comes first: {1}.",
                "{0}个细分全部选为目标，没有先后之分：{1}。",
            ),
            &[&names.len().to_string(), &listed(&names)],
        );
    }
    Checked::Yes
}

/// The word by which a text means all the world; `None` where something bounds it.
fn universal<'t>(row: &Segment<'_>, text: &'t str) -> Option<&'t str> {
    let hit = ALL_WORDS.find(text).into_iter().next()?;
    let described = filled(row.description.as_ref()).unwrap_or_default();
    let bounded =
        |text: &str| BOUND_WORDS.find(text).iter().any(|hit| hit.tag) || counts_people(text);
    (!bounded(text) && !bounded(described))
        .then(|| text.get(hit.range))
        .flatten()
}

/// Whether a number stands in a text that is too large for an age: a head count, or a year.
fn counts_people(text: &str) -> bool {
    text.replace(',', "")
        .split(|it: char| !it.is_ascii_digit())
        .any(|digits| digits.parse::<u64>().is_ok_and(|number| number > 120))
}

/// Whether three or more segments of one side are all chosen, and nothing ranks them.
fn all_chosen(context: &Context, targets: &[&Segment<'_>], strategy: Option<Strategy>) -> bool {
    let plan = context.plan;
    let refused = filled(plan.targeting.not_for.as_ref()).is_some()
        || plan.segments.iter().any(|row| {
            row.decision
                .as_ref()
                .is_some_and(|it| it.value != Decision::Target)
        });
    let undecided = plan.segments.iter().any(|row| row.decision.is_none());
    // Buyers and sellers on one platform are not a choice between them.
    let side = |row: &Segment<'_>| row.side.as_ref().map(|it| it.value);
    let sides = targets.iter().any(|row| side(row) != side(targets[0]));
    let scores = |row: &Segment<'_>| {
        (
            row.attractiveness.as_ref().map(|it| it.value),
            row.fit.as_ref().map(|it| it.value),
        )
    };
    let ranked = targets.iter().any(|row| scores(row) != scores(targets[0]));
    let argued = strategy.is_some()
        && targets
            .iter()
            .all(|row| filled(row.reason.as_ref()).is_some());
    targets.len() >= context.settings.count(&UNRANKED_TARGETS)
        && !(refused || undecided || sides || ranked || argued)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn segment(id: &str, name: &str, rest: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"{id}\"\nname = \"{name}\"\ndecision = \"target\"\n{rest}\n"
        )
    }
    fn one(name: &str) -> usize {
        found("T201", &segment("a", name, "")).len()
    }

    #[test]
    fn all_the_world_is_found_and_named() {
        assert_eq!(one("All consumers aged 0-99"), 1);
        assert_eq!(one("Everyone who likes good bread"), 1);
        assert_eq!(one("Everybody in the world with a phone"), 1);
        assert!(said("T201", &segment("a", "0-99岁所有消费者", ""))[0].contains("“所有消费者”"));
        assert_eq!(
            found(
                "T201",
                &segment("a", "食客", "description = \"男女老少都适合\"")
            )
            .len(),
            1
        );
    }

    #[test]
    fn bounded_groups_and_words_inside_words_are_silent() {
        assert_eq!(one("Everyone in our 300-person dormitory"), 0);
        assert_eq!(one("Anyone who must be at work before six"), 0);
        assert_eq!(one("People with everyday back pain"), 0);
        assert_eq!(one("宿舍楼300人，人人都要洗衣服"), 0);
        assert_eq!(one("400米内所有人"), 0);
        assert_eq!(one("下班晚的双职工父母"), 0);
    }

    #[test]
    fn an_argued_mass_market_is_a_strategy() {
        let mass = "[targeting]\nstrategy = \"undifferentiated\"\n";
        let reason = "reason = \"Nine in ten households buy salt; reach decides.\"";
        assert!(
            found(
                "T201",
                &format!("{mass}{}", segment("a", "Everyone", reason))
            )
            .is_empty()
        );
        assert_eq!(
            found("T201", &format!("{mass}{}", segment("a", "Everyone", ""))).len(),
            1
        );
        let reason = "reason = \"九成家庭都买盐，关键在铺货\"";
        assert!(found("T201", &format!("{mass}{}", segment("a", "所有人", reason))).is_empty());
    }

    #[test]
    fn all_segments_without_priority_are_found() {
        let all = |rest: [&str; 3]| {
            segment("a", "Opinion leaders", rest[0])
                + &segment("b", "Developers", rest[1])
                + &segment("c", "媒体读者", rest[2])
        };
        assert_eq!(found("T201", &all(["", "", ""])).len(), 1);
        let scores = [
            "attractiveness = 5",
            "attractiveness = 3",
            "attractiveness = 3",
        ];
        assert!(found("T201", &all(scores)).is_empty());
        let sides = ["side = \"suppliers\"", "", ""];
        assert!(found("T201", &all(sides)).is_empty());
        let refused = format!(
            "[targeting]\nnot_for = \"firms, until it is stable\"\n{}",
            all(["", "", ""])
        );
        assert!(found("T201", &refused).is_empty());
        let later = all(["", "", ""]).replacen("\"target\"", "\"later\"", 1);
        assert!(found("T201", &later).is_empty());
        assert!(lacks("T201", "").is_some());
    }
}
