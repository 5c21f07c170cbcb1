//! How large a market is, and how much of it can be had.

use super::common::RATIOS;
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Units that one buyer takes in a period.
const QUANTITY: Input = one(
    "quantity",
    Unit::Number,
    "Units a buyer",
    "每位买者的购买量",
)
.also(&["q", "purchases"])
.in_range(Range::NotNegative)
.or("1");

/// The price of one of them.
const PRICE: Input = one("price", Unit::Money, "Price", "价格")
    .also(&["p"])
    .in_range(Range::NotNegative)
    .optional();

/// Total market potential, by the chain of ratios where there is one.
pub static MARKET_POTENTIAL: Formula = Formula {
    name: "market-potential",
    aliases: &[
        "chain-ratio",
        "chain-ratio-method",
        "market-size",
        "市场潜量",
        "市场规模",
        "连锁比率法",
    ],
    topic: Topic::Market,
    title: Text::new("Market potential", "市场潜量"),
    answers: Text::new(
        "How many buyers can a market have, and how much can they buy?",
        "一个市场最多有多少买者，能买多少？",
    ),
    inputs: &[
        one("base", Unit::Count, "Base", "基数")
            .also(&["n", "buyers", "population"])
            .in_range(Range::NotNegative),
        RATIOS.optional(),
        QUANTITY,
        PRICE,
    ],
    outputs: &[
        out(
            "potential",
            Unit::Money,
            "Market potential",
            "市场潜量",
            "{buyers} × {quantity} × {price}",
        ),
        out(
            "units",
            Unit::Count,
            "Units",
            "购买总量",
            "{buyers} × {quantity}",
        ),
        out(
            "buyers",
            Unit::Count,
            "Buyers",
            "买者人数",
            "{base} × Π({ratios})",
        ),
    ],
    convention: Some(Text::new(
        "Everyone who could buy does, in one period: a ceiling and no forecast. Quantity and price belong to that period; each ratio is a share of what the ratio before it left.",
        "假定能买的人在一个周期里都买：这是上限，不是预测。购买量和价格按这个周期算，每一级比率都以上一级剩下的为底。",
    )),
    page: include_str!("market_potential.md"),
    compute: market_potential,
};

fn market_potential(given: &Given, results: &mut Results) {
    if !given.has("ratios") {
        results.by("buyers", "{base}");
    }
    let buyers = given.one("base") * Amount::product(given.many("ratios"));
    let units = results.one("buyers", buyers) * given.one("quantity");
    results.one("units", units);
    if let Some(price) = given.maybe("price") {
        results.one("potential", units * price);
    }
}

/// How many buyers of something new remain.
pub static ATAR: Formula = Formula {
    name: "atar",
    aliases: &[
        "a-t-a-r",
        "new-product-forecast",
        "awareness-trial-availability-repeat",
        "新产品销量预测",
    ],
    topic: Topic::Market,
    title: Text::new("New-product forecast (ATAR)", "新产品销量预测（ATAR）"),
    answers: Text::new(
        "How many will try something new, and how many will go on buying it?",
        "新产品会有多少人试用，又有多少人继续买？",
    ),
    inputs: &[
        one("population", Unit::Count, "Target buyers", "目标买者人数")
            .also(&["base", "n"])
            .in_range(Range::NotNegative),
        one("awareness", Unit::Rate, "Awareness", "知晓率").in_range(Range::Share),
        one("availability", Unit::Rate, "Availability", "铺货率").in_range(Range::Share),
        one("trial", Unit::Rate, "Trial", "试用率").in_range(Range::Share),
        one("repeat", Unit::Rate, "Repeat", "重复购买率").in_range(Range::Share),
        QUANTITY,
        PRICE,
    ],
    outputs: &[
        out(
            "buyers",
            Unit::Count,
            "Buyers who stay",
            "留下来的买者",
            "{triers} × {repeat}",
        ),
        out(
            "triers",
            Unit::Count,
            "Triers",
            "试用者",
            "{population} × {awareness} × {availability} × {trial}",
        ),
        out(
            "units",
            Unit::Count,
            "Units a period",
            "每期销量",
            "{buyers} × {quantity}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Revenue a period",
            "每期收入",
            "{units} × {price}",
        ),
    ],
    convention: Some(Text::new(
        "Trial is a share of those who know the product and can get it; repeat is a share of those who tried. Units count those who stay, without the first trial.",
        "试用率以知道并且买得到的人为底，重复购买率以试用过的人为底；销量只算留下来的人，不含首次试用。",
    )),
    page: include_str!("atar.md"),
    compute: atar,
};

fn atar(given: &Given, results: &mut Results) {
    let steps = ["population", "awareness", "availability", "trial"];
    let triers = Amount::product(steps.map(|name| given.one(name)));
    let buyers = results.one("triers", triers) * given.one("repeat");
    let units = results.one("buyers", buyers) * given.one("quantity");
    results.one("units", units);
    if let Some(price) = given.maybe("price") {
        results.one("revenue", units * price);
    }
}

/// The whole market, the part that can be served, the part that can be won.
pub static TAM_SAM_SOM: Formula = Formula {
    name: "tam-sam-som",
    aliases: &[
        "tam",
        "sam",
        "som",
        "tam-sam",
        "addressable-market",
        "可触达市场",
        "潜在市场",
    ],
    topic: Topic::Market,
    title: Text::new("TAM, SAM and SOM", "TAM、SAM、SOM 市场规模"),
    answers: Text::new(
        "How large is the whole market, the part that we can serve, and the part that we can win?",
        "整个市场有多大？我们服务得了的有多大？拿得到的又有多大？",
    ),
    inputs: &[
        one(
            "accounts",
            Unit::Count,
            "Possible customers",
            "可能的顾客数",
        )
        .in_range(Range::NotNegative)
        .optional(),
        one(
            "account-value",
            Unit::Money,
            "Worth of one a year",
            "每位顾客的年价值",
        )
        .also(&["acv"])
        .in_range(Range::NotNegative)
        .optional(),
        one("market-value", Unit::Money, "Market value", "市场总额")
            .also(&["tam", "market"])
            .in_range(Range::NotNegative)
            .optional(),
        one(
            "served",
            Unit::Count,
            "Customers within reach",
            "服务得到的顾客数",
        )
        .also(&["served-accounts"])
        .in_range(Range::NotNegative)
        .optional(),
        one("share", Unit::Rate, "Share within reach", "服务得到的比例")
            .also(&["served-share"])
            .in_range(Range::Share)
            .optional(),
        one(
            "obtainable",
            Unit::Rate,
            "Share to be won",
            "预计拿到的比例",
        )
        .also(&["win-share"])
        .in_range(Range::Share)
        .optional(),
        one(
            "competitors",
            Unit::Count,
            "Suppliers that share it",
            "分食的供应商数",
        )
        .also(&["rivals"])
        .in_range(Range::Positive)
        .optional(),
    ],
    outputs: &[
        out(
            "tam",
            Unit::Money,
            "Whole market (TAM)",
            "整个市场（TAM）",
            "{accounts} × {account-value}",
        ),
        out(
            "sam",
            Unit::Money,
            "Served market (SAM)",
            "可服务市场（SAM）",
            "{tam} × {share}",
        ),
        out(
            "som",
            Unit::Money,
            "Obtainable market (SOM)",
            "可获得市场（SOM）",
            "{sam} × {obtainable}",
        ),
    ],
    convention: Some(Text::new(
        "All three are money a year at today's prices. With a number of suppliers instead of a share, everyone gets the same: an assumption for want of a better one.",
        "三个数都是按现价算的年金额。只给供应商家数时按平分算，那是没有依据时的权宜。",
    )),
    page: include_str!("tam_sam_som.md"),
    compute: tam_sam_som,
};

const NO_MARKET: Fault = Fault::NoAnswer(Text::new(
    "the whole market needs either its value, or the possible customers and what one of them is worth a year",
    "要算整个市场，请给出市场总额，或者给出可能的顾客数和每位顾客的年价值",
));
const MORE_THAN_ALL: Fault = Fault::NoAnswer(Text::new(
    "more customers are within reach than there are possible customers; one of the two numbers is wrong",
    "服务得到的顾客比可能的顾客还多，两个数里有一个错了",
));

fn tam_sam_som(given: &Given, results: &mut Results) {
    given.apart(&["market-value", "accounts"], results);
    given.apart(&["share", "served"], results);
    given.apart(&["obtainable", "competitors"], results);
    let tam = match (
        given.maybe("market-value"),
        given.maybe("accounts"),
        given.maybe("account-value"),
    ) {
        (Some(value), _, _) => {
            results.by("tam", "{market-value}");
            value
        }
        (None, Some(accounts), Some(worth)) => accounts * worth,
        _ => return results.refuse(NO_MARKET),
    };
    results.one("tam", tam);
    let sam = if let Some(share) = given.maybe("share") {
        tam * share
    } else if let Some(served) = given.maybe("served") {
        if let (Some(served), Some(all)) =
            (served.ok(), given.maybe("accounts").and_then(Amount::ok))
            && served > all
        {
            return results.refuse(MORE_THAN_ALL);
        }
        results.by("sam", "{served} × {account-value}");
        served * given.one("account-value")
    } else {
        return;
    };
    results.one("sam", sam);
    if let Some(share) = given.maybe("obtainable") {
        results.one("som", sam * share);
    } else if let Some(competitors) = given.maybe("competitors") {
        results.by("som", "{sam} ÷ {competitors}");
        results.one("som", sam / competitors);
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn a_chain_of_ratios_may_be_missing_or_above_one() {
        check(
            &MARKET_POTENTIAL,
            &[
                ("base 500", "buyers", "500"),
                ("base 500", "potential", "nothing"),
                ("base 500 ratios 0.4;2", "buyers", "400"),
                ("n 500 q 3 p 2", "potential", "3000"),
                (
                    "base 500 ratios -1",
                    "buyers",
                    "Ratios must be zero or more",
                ),
            ],
        );
        check(
            &ATAR,
            &[
                (
                    "population 1000 awareness 0.5 availability 0.5 trial 0.4 repeat 0.5",
                    "buyers",
                    "50",
                ),
                (
                    "population 1000 awareness 1.5 availability 0.5 trial 0.4 repeat 0.5",
                    "buyers",
                    "Awareness must be from 0 % to 100 %",
                ),
            ],
        );
    }

    #[test]
    fn a_served_market_is_a_part_of_the_whole() {
        check(
            &TAM_SAM_SOM,
            &[
                ("accounts 200 acv 50", "tam", "10000"),
                ("accounts 200 acv 50", "sam", "nothing"),
                ("accounts 200 acv 50 served 120", "sam", "6000"),
                (
                    "accounts 200 acv 50 served 220",
                    "sam",
                    "more customers are within reach",
                ),
                ("tam 9000 share 0.5 rivals 9", "som", "500"),
                ("tam 9000 share 0.5 obtainable 0.1", "som", "450"),
                (
                    "tam 9000 served 20",
                    "sam",
                    "Worth of one a year is not given",
                ),
                ("accounts 200", "tam", "the whole market needs"),
            ],
        );
    }
}
