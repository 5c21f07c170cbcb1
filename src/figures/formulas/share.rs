//! Whose share of a market, and where it is strong.

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Own share against the strongest rival's.
pub static RELATIVE_SHARE: Formula = Formula {
    name: "relative-share",
    aliases: &["relative-market-share", "rms", "相对市场份额", "相对份额"],
    topic: Topic::Market,
    title: Text::new("Relative market share", "相对市场份额"),
    answers: Text::new(
        "How large are we beside our largest rival?",
        "和最大的对手相比，我们有多大？",
    ),
    inputs: &[
        one(
            "own",
            Unit::Number,
            "Own share or sales",
            "自己的份额或销售额",
        )
        .also(&["share", "own-share"])
        .in_range(Range::NotNegative),
        one(
            "rival",
            Unit::Number,
            "Largest rival's share or sales",
            "最大对手的份额或销售额",
        )
        .also(&["largest-rival", "competitor", "rival-share"])
        .in_range(Range::Positive),
    ],
    outputs: &[out(
        "relative-share",
        Unit::Times,
        "Relative share",
        "相对份额",
        "{own} ÷ {rival}",
    )],
    convention: Some(Text::new(
        "The largest rival is the largest other supplier, so only the leader is above 1. Both numbers count the same thing in the same market.",
        "最大对手指除自己以外最大的一家，所以只有领先者大于 1。两个数口径相同，市场范围相同。",
    )),
    page: include_str!("relative_share.md"),
    compute: |given, results| {
        results.one("relative-share", given.one("own") / given.one("rival"));
    },
};

/// Which part of a population buys.
pub static PENETRATION: Formula = Formula {
    name: "penetration",
    aliases: &[
        "market-penetration",
        "brand-penetration",
        "penetration-share",
        "渗透率",
        "市场渗透率",
    ],
    topic: Topic::Market,
    title: Text::new("Penetration", "渗透率"),
    answers: Text::new(
        "How many people buy the category, how many of them buy us?",
        "多少人买这个品类？其中多少人买我们的？",
    ),
    inputs: &[
        one("population", Unit::Count, "Population", "总人数")
            .also(&["n"])
            .in_range(Range::Positive),
        one(
            "category-buyers",
            Unit::Count,
            "Buyers of the category",
            "品类买者",
        )
        .in_range(Range::NotNegative),
        one(
            "brand-buyers",
            Unit::Count,
            "Buyers of the brand",
            "品牌买者",
        )
        .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "brand",
            Unit::Rate,
            "Brand penetration",
            "品牌渗透率",
            "{brand-buyers} ÷ {population}",
        ),
        out(
            "category",
            Unit::Rate,
            "Category penetration",
            "品类渗透率",
            "{category-buyers} ÷ {population}",
        ),
        out(
            "share",
            Unit::Rate,
            "Penetration share",
            "渗透份额",
            "{brand-buyers} ÷ {category-buyers}",
        ),
    ],
    convention: Some(Text::new(
        "A buyer is whoever bought at least once in the period; say which period. Buyers of the brand are buyers of the category.",
        "在这个周期里至少买过一次才算买者，周期要写明；买这个品牌的人也是买这个品类的人。",
    )),
    page: include_str!("penetration.md"),
    compute: penetration,
};

const TOO_MANY_BUYERS: Fault = Fault::NoAnswer(Text::new(
    "there are more buyers than people they belong to: brand ≤ category ≤ population must hold",
    "买者比他们所属的人群还多：应当是品牌买者 ≤ 品类买者 ≤ 总人数",
));

fn penetration(given: &Given, results: &mut Results) {
    let [all, category, brand] =
        ["population", "category-buyers", "brand-buyers"].map(|name| given.one(name));
    if brand.ok() > category.ok() || category.ok() > all.ok() {
        return results.refuse(TOO_MANY_BUYERS);
    }
    results.one("brand", brand / all);
    results.one("category", category / all);
    results.one("share", brand / category);
}

/// Where a brand sells better than its share of people.
pub static DEVELOPMENT_INDEX: Formula = Formula {
    name: "development-index",
    aliases: &[
        "bdi",
        "cdi",
        "brand-development-index",
        "category-development-index",
        "品牌发展指数",
        "品类发展指数",
    ],
    topic: Topic::Market,
    title: Text::new("Brand and category development index", "品牌与品类发展指数"),
    answers: Text::new(
        "In which region do people buy more of us, or of the category, than their number would suggest?",
        "哪个地区买我们（或买这个品类）的比人口比例应有的更多？",
    ),
    inputs: &[
        one(
            "sales-share",
            Unit::Rate,
            "Region's share of sales",
            "该地区占销售的比例",
        )
        .also(&["pct-sales", "sales"])
        .in_range(Range::NotNegative),
        one(
            "population-share",
            Unit::Rate,
            "Region's share of people",
            "该地区占人口的比例",
        )
        .also(&["pct-population", "population"])
        .in_range(Range::Positive),
        one(
            "category-share",
            Unit::Rate,
            "Region's share of category sales",
            "该地区占品类销售的比例",
        )
        .also(&["category-sales"])
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "index",
            Unit::Points,
            "Development index",
            "发展指数",
            "100 × {sales-share} ÷ {population-share}",
        ),
        out(
            "category-index",
            Unit::Points,
            "Category index (CDI)",
            "品类指数（CDI）",
            "100 × {category-share} ÷ {population-share}",
        ),
        out(
            "against-category",
            Unit::Points,
            "Brand against category",
            "品牌相对品类",
            "100 × {sales-share} ÷ {category-share}",
        ),
    ],
    convention: Some(Text::new(
        "100 is the average. With the brand's sales it is the BDI, with the category's the CDI. Both shares are of the same whole country.",
        "100 是平均水平。用品牌的销售算出来是 BDI，用品类的销售算出来是 CDI；两个比例以同一个全国总数为底。",
    )),
    page: include_str!("development_index.md"),
    compute: development_index,
};

fn development_index(given: &Given, results: &mut Results) {
    let hundred = Amount::from(100);
    let (sales, people) = (given.one("sales-share"), given.one("population-share"));
    results.one("index", hundred * sales / people);
    if let Some(category) = given.maybe("category-share") {
        results.one("category-index", hundred * category / people);
        results.one("against-category", hundred * sales / category);
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn parts_stay_within_their_whole() {
        check(
            &RELATIVE_SHARE,
            &[
                ("own 92 rival 8", "relative-share", "11.5"),
                ("own 0 rival 8", "relative-share", "0"),
                (
                    "own 5 rival 0",
                    "relative-share",
                    "Largest rival's share or sales must be more than zero",
                ),
            ],
        );
        check(
            &PENETRATION,
            &[
                (
                    "population 100 category-buyers 40 brand-buyers 10",
                    "brand",
                    "0.1",
                ),
                (
                    "population 100 category-buyers 0 brand-buyers 0",
                    "share",
                    "this would divide by zero",
                ),
                (
                    "population 100 category-buyers 10 brand-buyers 40",
                    "share",
                    "more buyers than people",
                ),
            ],
        );
        check(
            &DEVELOPMENT_INDEX,
            &[
                ("sales-share 0.0117 population-share 0.0039", "index", "300"),
                ("sales-share 1.17 population-share 0.39", "index", "300"),
                (
                    "sales-share 0.1 population-share 0.2 category-share 0.05",
                    "against-category",
                    "200",
                ),
            ],
        );
    }
}
