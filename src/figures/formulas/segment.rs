//! What a segment could bring, how well it suits us, and where needs are left open.

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// What a segment spends, and what part of it a goal asks for.
pub static SEGMENT_POTENTIAL: Formula = Formula {
    name: "segment-potential",
    aliases: &["segment-size", "segment-value", "细分潜量", "细分市场潜量"],
    topic: Topic::Market,
    title: Text::new("Segment potential", "细分潜量"),
    answers: Text::new(
        "What does a segment spend in all, and what share of it does our goal ask for?",
        "一个细分一共花多少钱？我们的目标要拿走其中几成？",
    ),
    inputs: &[
        one("size", Unit::Count, "Size", "人数")
            .also(&["n", "customers"])
            .in_range(Range::NotNegative),
        one("spend", Unit::Money, "Spend of one", "人均花费")
            .also(&["annual-spend", "category-spend"])
            .in_range(Range::NotNegative),
        one("growth", Unit::Rate, "Growth a period", "每期增长率")
            .also(&["g"])
            .optional(),
        one("goal", Unit::Money, "Revenue aimed at", "目标收入")
            .also(&["target", "revenue"])
            .in_range(Range::NotNegative)
            .optional(),
        one(
            "goal-customers",
            Unit::Count,
            "Customers aimed at",
            "目标顾客数",
        )
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "potential",
            Unit::Money,
            "Segment potential",
            "细分潜量",
            "{size} × {spend}",
        ),
        out(
            "share",
            Unit::Rate,
            "Share that the goal asks for",
            "目标要求的份额",
            "{goal} ÷ {potential}",
        ),
        out(
            "customer-share",
            Unit::Rate,
            "Part of the segment to be won",
            "要赢得的人数比例",
            "{goal-customers} ÷ {size}",
        ),
        out(
            "next",
            Unit::Money,
            "Potential a period on",
            "下一期潜量",
            "{potential} × (1 + {growth})",
        ),
    ],
    convention: Some(Text::new(
        "Spend and goal belong to the same period, and spend is what one member lays out in the whole category, with every supplier.",
        "花费和目标按同一个周期算；花费指一个人在整个品类、在所有商家花的钱。",
    )),
    page: include_str!("segment_potential.md"),
    compute: segment_potential,
};

fn segment_potential(given: &Given, results: &mut Results) {
    let size = given.one("size");
    let potential = results.one("potential", size * given.one("spend"));
    if let Some(goal) = given.maybe("goal") {
        results.one("share", goal / potential);
    }
    if let Some(goal) = given.maybe("goal-customers") {
        results.one("customer-share", goal / size);
    }
    if let Some(growth) = given.maybe("growth") {
        results.one("next", potential * (Amount::ONE + growth));
    }
}

/// How attractive a segment is for those that we are.
pub static SEGMENT_ATTRACTIVENESS: Formula = Formula {
    name: "segment-attractiveness",
    aliases: &[
        "segment-score",
        "attractiveness-fit",
        "细分吸引力",
        "细分评分",
    ],
    topic: Topic::Market,
    title: Text::new("Segment attractiveness and fit", "细分吸引力与匹配度"),
    answers: Text::new(
        "Which segment is both worth having and right for us?",
        "哪个细分既值得要，又适合我们？",
    ),
    inputs: &[
        score("attractiveness", "Attractiveness", "吸引力"),
        score("fit", "Fit", "匹配度"),
        SCALE,
    ],
    outputs: &[
        out(
            "score",
            Unit::Points,
            "Score",
            "得分",
            "{attractiveness} × {fit}",
        ),
        out(
            "of-highest",
            Unit::Rate,
            "Part of the highest score",
            "占满分的比例",
            "{score} ÷ {scale} ^ 2",
        ),
    ],
    convention: Some(Text::new(
        "Both are judged on one scale. They are multiplied, since a segment that fails on either is no target, however good the other.",
        "两项用同一把尺子打分。相乘而不相加：一项不行，另一项再好也不能选。",
    )),
    page: include_str!("segment_attractiveness.md"),
    compute: segment_attractiveness,
};

fn segment_attractiveness(given: &Given, results: &mut Results) {
    let scale = given.one("scale");
    let (attractiveness, fit) = (given.one("attractiveness"), given.one("fit"));
    if beyond(scale, &[attractiveness, fit]) {
        return results.refuse(BEYOND_SCALE);
    }
    let score = results.one("score", attractiveness * fit);
    results.one("of-highest", score / (scale * scale));
}

/// How much a need is worth serving better.
pub static OPPORTUNITY_SCORE: Formula = Formula {
    name: "opportunity-score",
    aliases: &[
        "opportunity",
        "opportunity-algorithm",
        "ulwick",
        "机会得分",
        "机会评分",
    ],
    topic: Topic::Value,
    title: Text::new("Opportunity score of a need", "需要的机会得分"),
    answers: Text::new(
        "Which need matters to customers and is badly served today?",
        "哪种需要对顾客重要，而今天又没有被满足好？",
    ),
    inputs: &[
        score("importance", "Importance", "重要性").also(&["i"]),
        score("satisfaction", "Satisfaction today", "目前的满意度").also(&["s"]),
        SCALE,
        one("lowest", Unit::Points, "Bottom of the scale", "最低分")
            .in_range(Range::NotNegative)
            .or("1"),
    ],
    outputs: &[
        out(
            "opportunity",
            Unit::Points,
            "Opportunity score",
            "机会得分",
            "{importance} + {gap}",
        ),
        out(
            "gap",
            Unit::Points,
            "Unserved part",
            "未满足的部分",
            "max({importance} − {satisfaction}, 0)",
        ),
        out(
            "highest",
            Unit::Points,
            "Highest score possible",
            "最高可能得分",
            "2 × {scale} − {lowest}",
        ),
    ],
    convention: Some(Text::new(
        "Importance and satisfaction are judged by customers on one scale, from 1 to 5 unless said otherwise. A need that is served better than it matters counts no less than its importance: the gap stops at zero.",
        "重要性和满意度由顾客用同一把尺子打分，默认 1 到 5 分。满足得过头的需要只按重要性计：差距到零为止。",
    )),
    page: include_str!("opportunity_score.md"),
    compute: opportunity_score,
};

fn opportunity_score(given: &Given, results: &mut Results) {
    let (scale, lowest) = (given.one("scale"), given.one("lowest"));
    let (importance, satisfaction) = (given.one("importance"), given.one("satisfaction"));
    if beyond(scale, &[importance, satisfaction]) {
        return results.refuse(BEYOND_SCALE);
    }
    if importance.ok() < lowest.ok() || satisfaction.ok() < lowest.ok() {
        return results.refuse(BELOW_SCALE);
    }
    let gap = results.one("gap", (importance - satisfaction).max(Amount::ZERO));
    results.one("opportunity", importance + gap);
    results.one("highest", scale + scale - lowest);
}

/// The best mark that the scale allows.
const SCALE: Input = one("scale", Unit::Points, "Top of the scale", "满分")
    .also(&["out-of"])
    .in_range(Range::Positive)
    .or("5");

const fn score(name: &'static str, en: &'static str, zh: &'static str) -> Input {
    one(name, Unit::Points, en, zh).in_range(Range::NotNegative)
}

const BEYOND_SCALE: Fault = Fault::NoAnswer(Text::new(
    "a mark is above the top of the scale; say the scale on which the marks were given: `--scale 10`",
    "有分数超过了满分；请写明打分用的是几分制，例如 `--scale 10`",
));

const BELOW_SCALE: Fault = Fault::NoAnswer(Text::new(
    "a mark is below the bottom of the scale, which is 1 unless you say otherwise: `--lowest 0`",
    "有分数低于最低分；最低分默认是 1，可以写明，例如 `--lowest 0`",
));

fn beyond(scale: Amount, marks: &[Amount]) -> bool {
    let Some(top) = scale.ok() else { return false };
    marks
        .iter()
        .any(|mark| mark.ok().is_some_and(|mark| mark > top))
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn a_mark_beyond_its_scale_is_refused() {
        check(
            &OPPORTUNITY_SCORE,
            &[
                ("importance 5 satisfaction 2", "opportunity", "8"),
                ("importance 2 satisfaction 5", "opportunity", "2"),
                ("importance 2 satisfaction 5", "gap", "0"),
                (
                    "importance 9 satisfaction 5",
                    "gap",
                    "above the top of the scale",
                ),
                (
                    "importance 9 satisfaction 0 scale 10",
                    "gap",
                    "below the bottom of the scale",
                ),
                (
                    "importance 9 satisfaction 0 scale 10 lowest 0",
                    "opportunity",
                    "18",
                ),
            ],
        );
        check(
            &SEGMENT_ATTRACTIVENESS,
            &[
                ("attractiveness 4 fit 5", "score", "20"),
                ("attractiveness 4 fit 6", "score", "above the top"),
                ("attractiveness 4 fit 6 scale 10", "of-highest", "0.24"),
            ],
        );
    }

    #[test]
    fn a_goal_beyond_the_segment_is_a_share_above_one() {
        check(
            &SEGMENT_POTENTIAL,
            &[
                ("size 100 spend 20 goal 3000", "share", "1.5"),
                (
                    "size 0 spend 20 goal 3000",
                    "share",
                    "this would divide by zero",
                ),
                (
                    "size 100 spend 20 goal-customers 40",
                    "customer-share",
                    "0.4",
                ),
                ("size 100 spend 20 growth -0.1", "next", "1800"),
            ],
        );
    }
}
