//! Whether customers got what they expected, and whether they say so to others.

use rust_decimal::Decimal;

use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Which part of the customers is satisfied.
pub static CUSTOMER_SATISFACTION: Formula = Formula {
    name: "customer-satisfaction",
    aliases: &["csat", "satisfaction", "顾客满意度"],
    topic: Topic::Customers,
    title: Text::new("Customer satisfaction score", "顾客满意度得分"),
    answers: Text::new(
        "Which part of those who answered gave a four or a five?",
        "回答的人里有多少打了四分或五分？",
    ),
    inputs: &[
        one("fives", Unit::Count, "Answers of five", "五分的人数")
            .also(&["5"])
            .in_range(Range::NotNegative),
        one("fours", Unit::Count, "Answers of four", "四分的人数")
            .also(&["4"])
            .in_range(Range::NotNegative),
        one("threes", Unit::Count, "Answers of three", "三分的人数")
            .also(&["3"])
            .in_range(Range::NotNegative),
        one("twos", Unit::Count, "Answers of two", "两分的人数")
            .also(&["2"])
            .in_range(Range::NotNegative),
        one("ones", Unit::Count, "Answers of one", "一分的人数")
            .also(&["1"])
            .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "satisfied-share",
            Unit::Rate,
            "Satisfied",
            "满意率",
            "{satisfied} ÷ {total}",
        ),
        out(
            "satisfied",
            Unit::Count,
            "Answers of four and five",
            "四分和五分的人数",
            "{fives} + {fours}",
        ),
        out(
            "total",
            Unit::Count,
            "Answers in all",
            "回答总数",
            "{fives} + {fours} + {threes} + {twos} + {ones}",
        ),
        out(
            "average",
            Unit::Points,
            "Average score",
            "平均分",
            "(5 × {fives} + 4 × {fours} + 3 × {threes} + 2 × {twos} + {ones}) ÷ {total}",
        ),
    ],
    convention: Some(Text::new(
        "Scores go from 1 to 5; four and five count as satisfied. Who did not answer is not counted.",
        "分数为 1 到 5；四分和五分算满意。没有回答的不计。",
    )),
    page: include_str!("customer_satisfaction.md"),
    compute: satisfaction,
};

fn satisfaction(given: &Given, results: &mut Results) {
    let scores = ["ones", "twos", "threes", "fours", "fives"].map(|name| given.one(name));
    let [.., fours, fives] = scores;
    let total = results.one("total", Amount::sum(scores));
    let satisfied = results.one("satisfied", fives + fours);
    results.one("satisfied-share", satisfied / total);
    let points = (1_u32..)
        .zip(scores)
        .map(|(score, count)| count * score.into());
    results.one("average", Amount::sum(points) / total);
}

/// Promoters less detractors.
pub static NET_PROMOTER_SCORE: Formula = Formula {
    name: "net-promoter-score",
    aliases: &["nps", "净推荐值"],
    topic: Topic::Customers,
    title: Text::new("Net promoter score", "净推荐值"),
    answers: Text::new(
        "Are there more customers who would recommend us than who would warn of us?",
        "愿意推荐我们的顾客，是否多过会劝阻别人的？",
    ),
    inputs: &[
        one(
            "promoters",
            Unit::Count,
            "Promoters, nine and ten",
            "推荐者（9到10分）",
        )
        .in_range(Range::NotNegative),
        one(
            "passives",
            Unit::Count,
            "Passives, seven and eight",
            "中立者（7到8分）",
        )
        .in_range(Range::NotNegative),
        one(
            "detractors",
            Unit::Count,
            "Detractors, six and less",
            "贬损者（0到6分）",
        )
        .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "nps",
            Unit::Points,
            "Net promoter score",
            "净推荐值",
            "100 × ({promoters} − {detractors}) ÷ {answers}",
        ),
        out(
            "promoter-share",
            Unit::Rate,
            "Promoters",
            "推荐者占比",
            "{promoters} ÷ {answers}",
        ),
        out(
            "detractor-share",
            Unit::Rate,
            "Detractors",
            "贬损者占比",
            "{detractors} ÷ {answers}",
        ),
        out(
            "answers",
            Unit::Count,
            "Answers in all",
            "回答总数",
            "{promoters} + {passives} + {detractors}",
        ),
    ],
    convention: Some(Text::new(
        "From −100 to 100 points, not percent. The passives count among the answers.",
        "从 −100 到 100 分，不是百分比。中立者也算在回答总数里。",
    )),
    page: include_str!("net_promoter_score.md"),
    compute: nps,
};

fn nps(given: &Given, results: &mut Results) {
    score(
        given.one("promoters"),
        given.one("passives"),
        given.one("detractors"),
        results,
    );
}

fn score(promoters: Amount, passives: Amount, detractors: Amount, results: &mut Results) {
    let answers = promoters + passives + detractors;
    let answers = results.one("answers", answers);
    results.one(
        "nps",
        Amount::from(100) * (promoters - detractors) / answers,
    );
    results.one("promoter-share", promoters / answers);
    results.one("detractor-share", detractors / answers);
}

/// The net promoter score of a list of scores.
pub static NPS_FROM_ANSWERS: Formula = Formula {
    name: "net-promoter-score-from-answers",
    aliases: &["nps-scores", "nps-from-answers", "从打分算净推荐值"],
    topic: Topic::Customers,
    title: Text::new("Net promoter score from the answers", "从打分算净推荐值"),
    answers: Text::new(
        "How many promoters, passives and detractors are among these scores from 0 to 10?",
        "这些0到10分的打分里，推荐者、中立者、贬损者各多少？",
    ),
    inputs: &[many(
        "scores",
        Unit::Points,
        "Scores from 0 to 10",
        "各人打分（0到10）",
    )
    .in_range(Range::ToTen)],
    outputs: &[
        out(
            "nps",
            Unit::Points,
            "Net promoter score",
            "净推荐值",
            "100 × ({promoters} − {detractors}) ÷ {answers}",
        ),
        out(
            "promoters",
            Unit::Count,
            "Promoters, nine and ten",
            "推荐者（9到10分）",
            "Σ({scores} ≥ 9)",
        ),
        out(
            "passives",
            Unit::Count,
            "Passives, seven and eight",
            "中立者（7到8分）",
            "Σ({scores} ≥ 7) − {promoters}",
        ),
        out(
            "detractors",
            Unit::Count,
            "Detractors, six and less",
            "贬损者（0到6分）",
            "Σ({scores} < 7)",
        ),
        out(
            "promoter-share",
            Unit::Rate,
            "Promoters in all answers",
            "推荐者占比",
            "{promoters} ÷ {answers}",
        ),
        out(
            "detractor-share",
            Unit::Rate,
            "Detractors in all answers",
            "贬损者占比",
            "{detractors} ÷ {answers}",
        ),
        out(
            "answers",
            Unit::Count,
            "Answers in all",
            "回答总数",
            "count({scores})",
        ),
    ],
    convention: Some(Text::new(
        "Nine and ten promote, seven and eight are passive, six and less detract.",
        "9到10分是推荐者，7到8分中立，0到6分是贬损者。",
    )),
    page: include_str!("net_promoter_score_from_answers.md"),
    compute: nps_from_answers,
};

fn nps_from_answers(given: &Given, results: &mut Results) {
    let scores = given.many("scores");
    let from = |least: u32| {
        let least = Some(Decimal::from(least));
        let count = scores.iter().filter(|score| score.ok() >= least).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let all = u32::try_from(scores.len()).unwrap_or(u32::MAX);
    let (promoters, not_below) = (from(9), from(7));
    let promoters_amount = results.one("promoters", promoters.into());
    let passives = results.one("passives", (not_below - promoters).into());
    let detractors = results.one("detractors", (all - not_below).into());
    score(promoters_amount, passives, detractors, results);
}

/// What customers received against what they expected.
pub static SATISFACTION_GAP: Formula = Formula {
    name: "satisfaction-gap",
    aliases: &["service-gap", "expectation-gap", "满意差距"],
    topic: Topic::Customers,
    title: Text::new("Satisfaction gap", "满意差距"),
    answers: Text::new(
        "Where did customers receive less than they expected?",
        "顾客在哪些方面得到的少于期望？",
    ),
    inputs: &[
        many(
            "expected",
            Unit::Points,
            "Expected, by criterion",
            "各项期望",
        ),
        many(
            "received",
            Unit::Points,
            "Received, by criterion",
            "各项实得",
        )
        .also(&["perceived"]),
        many(
            "weights",
            Unit::Number,
            "Weight of each criterion",
            "各项权重",
        )
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "gap",
            Unit::Points,
            "Gap on average",
            "平均差距",
            "Σ({received} − {expected}) ÷ count({expected})",
        ),
        out(
            "gaps",
            Unit::Points,
            "Gap of each criterion",
            "各项差距",
            "{received} − {expected}",
        ),
        out(
            "worst",
            Unit::Points,
            "Worst gap",
            "最大的不足",
            "Σ{gaps} − Σfirst(sorted({gaps}), count({gaps}) − 1)",
        ),
    ],
    convention: Some(Text::new(
        "Expected and received are scored on the same scale. Below zero, customers got less than they expected; with weights the average is weighted.",
        "期望与实得用同一量表打分。小于零，说明得到的少于期望；给出权重时，平均差距按权重算。",
    )),
    page: include_str!("satisfaction_gap.md"),
    compute: satisfaction_gap,
};

fn satisfaction_gap(given: &Given, results: &mut Results) {
    let pairs = given.pairs("expected", "received", results);
    let gaps: Vec<Amount> = pairs
        .into_iter()
        .map(|(expected, got)| got - expected)
        .collect();
    results.many("gaps", &gaps);
    let least = gaps.iter().min_by_key(|gap| gap.ok()).copied();
    results.one("worst", least.unwrap_or(Amount::ZERO));
    let count = u32::try_from(gaps.len()).unwrap_or(u32::MAX);
    let (sum, over) = if given.has("weights") {
        results.by("gap", "Σ({weights} × {gaps}) ÷ Σ{weights}");
        given.even(&["expected", "weights"], results);
        let weights = given.many("weights");
        let weighted = weights
            .iter()
            .zip(&gaps)
            .map(|(weight, gap)| *weight * *gap);
        (Amount::sum(weighted), Amount::sum(weights.iter().copied()))
    } else {
        (Amount::sum(gaps), count.into())
    };
    results.one("gap", sum / over);
}
