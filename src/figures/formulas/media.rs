//! Whom media reach, how often, at which cost, and how loud that is beside others.

use super::common::SPEND;
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// How often one person is reached.
const FREQUENCY: Input = one("frequency", Unit::Number, "Frequency", "频次")
    .also(&["f"])
    .in_range(Range::Positive);

/// What a thousand contacts cost.
pub static CPM: Formula = Formula {
    name: "cpm",
    aliases: &["cost-per-thousand", "cost-per-mille", "cpt", "千人成本"],
    topic: Topic::Communication,
    title: Text::new("Cost per thousand (CPM)", "千人成本（CPM）"),
    answers: Text::new(
        "What do a thousand contacts cost, so that media can be compared?",
        "每一千次接触要花多少钱？不同媒体怎么比？",
    ),
    inputs: &[
        SPEND.also(&["cost", "price", "budget"]),
        one("impressions", Unit::Count, "Contacts", "接触人次")
            .also(&["contacts", "exposures", "audience"])
            .in_range(Range::Positive),
        one(
            "target-share",
            Unit::Rate,
            "Part that belongs to the target",
            "其中属于目标的比例",
        )
        .also(&["share"])
        .in_range(Range::SomeShare)
        .optional(),
    ],
    outputs: &[
        out(
            "cpm",
            Unit::Money,
            "Cost per thousand",
            "千人成本",
            "1000 × {spend} ÷ {impressions}",
        ),
        out(
            "cpm-target",
            Unit::Money,
            "Cost per thousand of the target",
            "目标千人成本",
            "1000 × {spend} ÷ ({impressions} × {target-share})",
        ),
    ],
    convention: Some(Text::new(
        "Contacts, not people: someone who meets the message three times counts three times.",
        "算的是人次，不是人数：同一个人看到三次算三次。",
    )),
    page: include_str!("cpm.md"),
    compute: cpm,
};

fn cpm(given: &Given, results: &mut Results) {
    let thousandfold = Amount::from(1000) * given.one("spend");
    let contacts = given.one("impressions");
    results.one("cpm", thousandfold / contacts);
    if let Some(share) = given.maybe("target-share") {
        results.one("cpm-target", thousandfold / (contacts * share));
    }
}

/// What a budget buys.
pub static EXPOSURES: Formula = Formula {
    name: "exposures",
    aliases: &[
        "reach",
        "reach-from-budget",
        "impressions-from-budget",
        "曝光",
        "曝光量",
        "到达人数",
    ],
    topic: Topic::Communication,
    title: Text::new(
        "Contacts and reach that a budget buys",
        "预算能买到的曝光与到达",
    ),
    answers: Text::new(
        "How many contacts does a media budget buy, and how many people is that?",
        "一笔媒体预算能买到多少人次曝光，合多少人？",
    ),
    inputs: &[
        SPEND.also(&["budget", "cost"]),
        one("cpm", Unit::Money, "Cost per thousand", "千人成本").in_range(Range::Positive),
        FREQUENCY,
        one("population", Unit::Count, "Target audience", "目标受众人数")
            .also(&["audience"])
            .in_range(Range::Positive)
            .optional(),
    ],
    outputs: &[
        out(
            "reach",
            Unit::Count,
            "People reached",
            "到达人数",
            "{exposures} ÷ {frequency}",
        ),
        out(
            "exposures",
            Unit::Count,
            "Contacts",
            "曝光人次",
            "{spend} ÷ ({cpm} ÷ 1000)",
        ),
        out(
            "reach-share",
            Unit::Rate,
            "Part of the audience reached",
            "到达率",
            "{reach} ÷ {population}",
        ),
    ],
    convention: Some(Text::new(
        "Frequency is the average over those who are reached at all.",
        "频次是到达者的平均接触次数，没到达的人不算。",
    )),
    page: include_str!("exposures.md"),
    compute: exposures,
};

fn exposures(given: &Given, results: &mut Results) {
    let exposures = given.one("spend") * Amount::from(1000) / given.one("cpm");
    let reach = results.one("exposures", exposures) / given.one("frequency");
    results.one("reach", reach);
    if let Some(population) = given.maybe("population") {
        results.one("reach-share", reach / population);
    }
}

/// The weight of a media plan.
pub static GRP: Formula = Formula {
    name: "grp",
    aliases: &[
        "gross-rating-points",
        "rating-points",
        "trp",
        "毛评点",
        "总收视点",
    ],
    topic: Topic::Communication,
    title: Text::new("Gross rating points (GRP)", "毛评点（GRP）"),
    answers: Text::new(
        "How heavy is a media plan, reach and repetition together?",
        "一个媒介计划的总分量有多大（到达率乘频次）？",
    ),
    inputs: &[
        one("reach", Unit::Rate, "Reach", "到达率")
            .also(&["r", "reach-pct"])
            .in_range(Range::Share),
        FREQUENCY,
        SPEND.also(&["cost", "budget"]).optional(),
        one("population", Unit::Count, "Target audience", "目标受众人数")
            .also(&["audience"])
            .in_range(Range::Positive)
            .optional(),
    ],
    outputs: &[
        out(
            "grp",
            Unit::Points,
            "Gross rating points",
            "毛评点",
            "100 × {reach} × {frequency}",
        ),
        out(
            "cost-per-point",
            Unit::Money,
            "Cost per point",
            "每点成本",
            "{spend} ÷ {grp}",
        ),
        out(
            "contacts",
            Unit::Count,
            "Contacts",
            "接触人次",
            "{reach} × {frequency} × {population}",
        ),
    ],
    convention: Some(Text::new(
        "A point is one per cent of the audience reached once. Reach is given as a share (25%), the result in points (75).",
        "一个点等于受众的百分之一接触一次。到达率按比例给（25%），结果按点数算（75）。",
    )),
    page: include_str!("grp.md"),
    compute: grp,
};

fn grp(given: &Given, results: &mut Results) {
    let weight = given.one("reach") * given.one("frequency");
    let points = results.one("grp", Amount::from(100) * weight);
    if let Some(spend) = given.maybe("spend") {
        results.one("cost-per-point", spend / points);
    }
    if let Some(population) = given.maybe("population") {
        results.one("contacts", weight * population);
    }
}

/// How loud a brand is for its size.
pub static SHARE_OF_VOICE: Formula = Formula {
    name: "share-of-voice",
    aliases: &[
        "esov",
        "sov",
        "excess-share-of-voice",
        "声量份额",
        "超额声量份额",
        "广告份额",
    ],
    topic: Topic::Communication,
    title: Text::new(
        "Share of voice beside share of market (ESOV)",
        "声量份额与市场份额（ESOV）",
    ),
    answers: Text::new(
        "Do we speak louder or softer than our size in the market?",
        "和我们的市场份额相比，我们的广告声量是大还是小？",
    ),
    inputs: &[
        one("share-of-market", Unit::Rate, "Share of market", "市场份额")
            .also(&["som", "market-share"])
            .in_range(Range::Share),
        one("voice", Unit::Rate, "Share of voice", "声量份额")
            .also(&["sov", "share-of-voice"])
            .in_range(Range::Share)
            .optional(),
        one("spend", Unit::Money, "Own advertising", "自己的广告投入")
            .also(&["own-spend"])
            .in_range(Range::NotNegative)
            .optional(),
        one(
            "category-spend",
            Unit::Money,
            "Advertising of all",
            "全品类广告投入",
        )
        .also(&["total-spend"])
        .in_range(Range::Positive)
        .optional(),
    ],
    outputs: &[
        out(
            "esov",
            Unit::Points,
            "Excess share of voice, in points",
            "超额声量份额（百分点）",
            "100 × ({share-of-voice} − {share-of-market})",
        ),
        out(
            "share-of-voice",
            Unit::Rate,
            "Share of voice",
            "声量份额",
            "{spend} ÷ {category-spend}",
        ),
        out(
            "spend-to-match",
            Unit::Money,
            "Advertising that matches the share",
            "与份额相称的广告投入",
            "{category-spend} × {share-of-market}",
        ),
    ],
    convention: Some(Text::new(
        "In percentage points, of the same market and period. Own advertising is part of the advertising of all.",
        "单位是百分点，市场和时间口径一致。全品类投入包括自己的投入。",
    )),
    page: include_str!("share_of_voice.md"),
    compute: share_of_voice,
};

const NO_VOICE: Fault = Fault::NoAnswer(Text::new(
    "give the share of voice, or your own advertising and that of the whole category",
    "请给出声量份额，或者给出自己的广告投入和全品类的广告投入",
));
const LOUDER_THAN_ALL: Fault = Fault::NoAnswer(Text::new(
    "your own advertising is more than that of the whole category, of which it is a part",
    "自己的广告投入超过了全品类，而它本应是其中的一部分",
));

fn share_of_voice(given: &Given, results: &mut Results) {
    given.apart(&["voice", "spend"], results);
    let market = given.one("share-of-market");
    let all = given.maybe("category-spend");
    let voice = match (given.maybe("voice"), given.maybe("spend"), all) {
        (Some(voice), ..) => {
            results.by("share-of-voice", "{voice}");
            voice
        }
        (None, Some(own), Some(all)) => {
            if own.ok() > all.ok() {
                return results.refuse(LOUDER_THAN_ALL);
            }
            own / all
        }
        _ => return results.refuse(NO_VOICE),
    };
    results.one("share-of-voice", voice);
    results.one("esov", Amount::from(100) * (voice - market));
    if let Some(all) = all {
        results.one("spend-to-match", all * market);
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn points_are_points_and_shares_are_shares() {
        check(
            &GRP,
            &[
                ("reach 0.25 frequency 3", "grp", "75"),
                (
                    "reach 25 frequency 3",
                    "grp",
                    "Reach must be from 0 % to 100 %",
                ),
                (
                    "reach 0 frequency 3 spend 10",
                    "cost-per-point",
                    "this would divide by zero",
                ),
            ],
        );
        check(
            &SHARE_OF_VOICE,
            &[
                ("som 0.1 sov 0.15", "esov", "5"),
                ("som 0.2 spend 10 category-spend 100", "esov", "-10"),
                ("som 0.2 spend 10", "esov", "give the share of voice"),
                (
                    "som 0.2 spend 110 category-spend 100",
                    "esov",
                    "more than that of the whole category",
                ),
            ],
        );
        check(
            &CPM,
            &[
                ("cost 15 impressions 3000", "cpm", "5"),
                ("cost 15 impressions 0", "cpm", "more than zero"),
            ],
        );
        check(
            &EXPOSURES,
            &[
                ("budget 100 cpm 5 frequency 4", "reach", "5000"),
                (
                    "budget 100 cpm 5 frequency 4 population 4000",
                    "reach-share",
                    "1.25",
                ),
            ],
        );
    }
}
