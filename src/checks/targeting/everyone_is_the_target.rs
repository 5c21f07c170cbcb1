//! A target that leaves nobody out.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::catalogue::choices::{Decision, Strategy};
use crate::checks::context::{listed, named};
use crate::checks::thresholds::UNRANKED_TARGETS;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Segment;
use crate::prose::{Lexicon, age_band, people, unwrapped};
use crate::words::Text;

use super::describes;

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

const ALL_THE_WORLD: Text = Text::new(
    "The target “{0}” takes in all the world: “{1}”.",
    "目标细分“{0}”谁都包括在内：“{1}”。",
);
const ALL_AGES: Text = Text::new(
    "The target “{0}” is nearly every adult: “{1}” is all that draws a line.",
    "目标细分“{0}”几乎包括所有成年人：唯一的界线就是“{1}”。",
);

/// So many years of age are no line: most adults stand within them.
const WIDE: u32 = 30;

/// Words that single nobody out.
const ANYBODY: &[&str] = &[
    "adults",
    "adult",
    "people",
    "persons",
    "consumers",
    "customers",
    "residents",
    "inhabitants",
    "everyone",
    "all",
    "aged",
    "age",
    "ages",
    "of",
    "between",
    "and",
    "from",
    "the",
    "target",
    "group",
    "main",
    "core",
    "local",
    "our",
    "both",
    "who",
    "are",
    "mainly",
    "mostly",
];
const ANYBODY_ZH: &[&str] = &[
    "消费者",
    "消费人群",
    "目标人群",
    "目标顾客",
    "主要人群",
    "成年人",
    "人群",
    "居民",
    "市民",
    "男女",
    "年龄",
    "顾客",
    "客户",
    "用户",
    "群体",
    "都市",
    "城市",
    "主要",
    "之间",
    "所有",
    "全部",
    "左右",
    "的",
    "在",
    "人",
    "为",
];

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
            let all = universal(row, &text).map(|word| (ALL_THE_WORLD, word));
            if let Some((say, word)) = all.or_else(|| Some((ALL_AGES, all_ages(row, &text)?))) {
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
        // Where no ground is given either, that is the same choice not made.
        let bare = !targets.iter().any(|row| argued(row));
        let say = if bare {
            Text::new(
                "All {0} segments are targets, and nothing says why, nor which comes first: {1}.",
                "{0}个细分全部选为目标，既没有理由，也没有先后之分：{1}。",
            )
        } else {
            Text::new(
                "All {0} segments are targets, and nothing says which comes first: {1}.",
                "{0}个细分全部选为目标，没有先后之分：{1}。",
            )
        };
        let args = [&*names.len().to_string(), &listed(&names)];
        sink.at("targeting.segments", span, say, &args);
        if bare {
            sink.explains("target-chosen-without-criteria", "targeting.criteria");
        }
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

/// The band of ages that is the whole of a segment, and too wide to leave anyone out.
fn all_ages<'t>(row: &Segment<'_>, text: &'t str) -> Option<&'t str> {
    let band = age_band(text).filter(|band| band.to - band.from >= WIDE)?;
    let told = |field| filled(field).unwrap_or_default();
    let (name, description) = (told(row.name.as_ref()), told(row.description.as_ref()));
    let other = if text == name { description } else { name };
    let narrowed = |text: &str| {
        people::names_group(text)
            || people::speaks_of_need(text)
            || BOUND_WORDS.find(text).iter().any(|hit| hit.tag)
            || counts_people(text)
    };
    let described = row.bases.iter().all(|it| describes(it.value));
    let rest = [text.get(..band.range.start)?, text.get(band.range.end..)?];
    (described && rest.iter().all(|it| is_anybody(it)) && !counts_people(text) && !narrowed(other))
        .then(|| text.get(band.range))
        .flatten()
}

/// Whether a text singles nobody out, save by the place where people live.
fn is_anybody(text: &str) -> bool {
    let text = ANYBODY_ZH
        .iter()
        .fold(text.to_lowercase(), |text, word| text.replace(word, " "))
        .replace("men and women", " ");
    let mut words = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty());
    for word in &mut words {
        let place = word.ends_with(['市', '区', '县', '省', '州', '地']);
        match word {
            // What comes after is a place, unless “in the” and the like bound it.
            "in" | "around" | "near" => return !BOUND_WORDS.is_in(&text),
            _ if ANYBODY.contains(&word) || place => {}
            _ => return false,
        }
    }
    true
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
    fn ages_of_nearly_everybody_draw_no_line() {
        assert_eq!(one("Adults 25 to 60"), 1);
        assert_eq!(one("Men and women aged 20-65"), 1);
        assert_eq!(one("Adults of 20 to 65 in Brackwater"), 1);
        assert_eq!(one("20到60岁"), 1);
        assert_eq!(one("本市二十到六十岁的消费者"), 1);
        let apart = "description = \"年龄20到60岁\"";
        assert_eq!(found("T201", &segment("a", "目标顾客", apart)).len(), 1);
        for name in [
            "Adults 25 to 40",
            "Women 25 to 60",
            "Night drivers 20 to 60",
            "25到40岁的消费者",
            "20到60岁的女性",
            "20到60岁睡不好的人",
            "20到60岁的货车司机",
        ] {
            assert_eq!(one(name), 0, "{name}");
        }
        for rest in [
            "bases = [\"behavioural\"]",
            "description = \"Those who struggle to climb stairs\"",
            "description = \"上下楼困难的人\"",
        ] {
            assert!(found("T201", &segment("a", "Adults 25 to 60", rest)).is_empty());
        }
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
