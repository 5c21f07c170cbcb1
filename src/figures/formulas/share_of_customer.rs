//! Which part of what customers spend is ours, and how few hold a market.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::Text;

/// How few firms hold a market.
pub static MARKET_CONCENTRATION: Formula = Formula {
    name: "market-concentration",
    aliases: &["hhi", "herfindahl", "concentration-ratio", "市场集中度"],
    topic: Topic::Market,
    title: Text::new("Market concentration", "市场集中度"),
    answers: Text::new(
        "Do a few firms hold the market, or is it shared by many?",
        "市场握在少数几家手里，还是很分散？",
    ),
    inputs: &[
        many(
            "shares",
            Unit::Rate,
            "Market share of each firm",
            "各家市场份额",
        )
        .in_range(Range::Share),
        one(
            "n",
            Unit::Count,
            "Largest firms that are added up",
            "相加的大企业家数",
        )
        .in_range(Range::Whole)
        .or("4"),
    ],
    outputs: &[
        out(
            "hhi",
            Unit::Points,
            "Herfindahl-Hirschman index",
            "赫芬达尔指数",
            "Σ((100 × {shares}) ^ 2)",
        ),
        out(
            "concentration-ratio",
            Unit::Rate,
            "Share of the largest firms",
            "前几家份额",
            "Σfirst(sorted({shares}), {n})",
        ),
        out(
            "equal-firms",
            Unit::Number,
            "As if shared by so many equal firms",
            "相当于几家平分",
            "10000 ÷ {hhi}",
        ),
    ],
    convention: Some(Text::new(
        "Shares are squared in percent, so that one firm alone gives 10,000. Firms that are left out count as nothing.",
        "份额按百分数平方，独家为 10,000。没有列出的企业不计。",
    )),
    page: include_str!("market_concentration.md"),
    compute: market_concentration,
};

const ABOVE_ALL: Fault = Fault::NoAnswer(Text::new(
    "the shares add up to more than 100 %",
    "各家份额之和超过 100%",
));

fn market_concentration(given: &Given, results: &mut Results) {
    let mut shares = given.many("shares");
    shares.sort_by_key(|it| std::cmp::Reverse(it.ok()));
    let all = Amount::sum(shares.iter().copied());
    // Published shares are rounded: their sum may lie a little above the whole.
    if all.ok().is_some_and(|all| all > Decimal::new(102, 2)) {
        return results.refuse(ABOVE_ALL);
    }
    let squares = shares
        .iter()
        .map(|share| (Amount::from(100) * *share).power(2));
    let hhi = results.one("hhi", Amount::sum(squares));
    let n = given
        .one("n")
        .ok()
        .and_then(|n| n.to_usize())
        .unwrap_or(usize::MAX);
    results.one(
        "concentration-ratio",
        Amount::sum(shares.into_iter().take(n)),
    );
    results.one("equal-firms", Amount::from(10_000) / hhi);
}

/// Which penetration a market share needs.
pub static SHARE_DECOMPOSITION: Formula = Formula {
    name: "share-decomposition",
    aliases: &["parfitt-collins", "份额分解"],
    topic: Topic::Market,
    title: Text::new("Market share taken apart", "市场份额分解"),
    answers: Text::new(
        "How many of the category’s buyers must a brand reach to have its market share?",
        "要有这样的市场份额，品牌得触及品类里多大比例的买家？",
    ),
    inputs: &[
        one("market-share", Unit::Rate, "Market share", "市场份额").in_range(Range::Share),
        one(
            "share-of-requirements",
            Unit::Rate,
            "Share of requirements",
            "需求占有率",
        )
        .in_range(Range::SomeShare),
        one(
            "heavy-usage",
            Unit::Times,
            "Heavy usage index",
            "重度使用指数",
        )
        .also(&["heavy-usage-index"])
        .in_range(Range::Positive)
        .or("1"),
    ],
    outputs: &[out(
        "penetration-share",
        Unit::Rate,
        "Penetration share",
        "渗透份额",
        "{market-share} ÷ ({share-of-requirements} × {heavy-usage})",
    )],
    convention: Some(Text::new(
        "Market share = penetration share × share of requirements × heavy usage index, all in units or all in money. An index of 1 means that buyers of the brand use as much as others.",
        "市场份额＝渗透份额 × 需求占有率 × 重度使用指数，要么都按数量，要么都按金额。指数为 1 表示品牌买家与别人用得一样多。",
    )),
    page: include_str!("share_decomposition.md"),
    compute: share_decomposition,
};

const ABOVE_WHOLE: Fault = Fault::NoAnswer(Text::new(
    "the brand would need more buyers than the category has: one of the three does not fit",
    "品牌需要的买家超过了整个品类：三个数里有一个不对",
));

fn share_decomposition(given: &Given, results: &mut Results) {
    let by = given.one("share-of-requirements") * given.one("heavy-usage");
    let share = given.one("market-share") / by;
    let possible = share.ok().is_none_or(|it| it <= Decimal::ONE);
    results.one("penetration-share", share.only_if(possible, ABOVE_WHOLE));
}

/// How much the buyers of a brand use against others.
pub static HEAVY_USAGE: Formula = Formula {
    name: "heavy-usage-index",
    aliases: &["heavy-usage", "usage-index", "重度使用指数"],
    topic: Topic::Market,
    title: Text::new("Heavy usage index", "重度使用指数"),
    answers: Text::new(
        "Do the buyers of a brand use more of the category than other people?",
        "这个品牌的买家用得比一般人多吗？",
    ),
    inputs: &[
        one(
            "brand-buyer-use",
            Unit::Number,
            "Category use of the brand’s buyers",
            "品牌买家的品类平均用量",
        )
        .also(&["brand-use"])
        .in_range(Range::NotNegative),
        one(
            "category-use",
            Unit::Number,
            "Category use of all buyers",
            "全部买家的品类平均用量",
        )
        .in_range(Range::Positive),
    ],
    outputs: &[out(
        "index",
        Unit::Times,
        "Heavy usage index",
        "重度使用指数",
        "{brand-buyer-use} ÷ {category-use}",
    )],
    convention: Some(Text::new(
        "Both are averages a buyer and period, of the whole category and not of the brand. Above 1, the brand draws heavy users.",
        "两者都是每位买家每期的平均用量，指整个品类而不是本品牌。大于 1，说明品牌吸引的是重度使用者。",
    )),
    page: include_str!("heavy_usage_index.md"),
    compute: heavy_usage,
};

fn heavy_usage(given: &Given, results: &mut Results) {
    let index = given.one("brand-buyer-use") / given.one("category-use");
    results.one("index", index);
}

/// The part of the spend that is ours.
pub static SHARE_OF_CUSTOMER: Formula = Formula {
    name: "share-of-customer",
    aliases: &["share-of-wallet", "wallet-share", "顾客份额", "钱包份额"],
    topic: Topic::Customers,
    title: Text::new("Share of customer", "顾客份额"),
    answers: Text::new(
        "Which part of what a customer spends on such things comes to us?",
        "顾客在这类东西上的花费，有多少给了我们？",
    ),
    inputs: &[
        one("own", Unit::Money, "Spend with us", "在我们这里的花费").in_range(Range::NotNegative),
        one(
            "total",
            Unit::Money,
            "Spend on the category in all",
            "品类总花费",
        )
        .also(&["category-spend"])
        .in_range(Range::Positive),
    ],
    outputs: &[
        out(
            "share",
            Unit::Rate,
            "Share of customer",
            "顾客份额",
            "{own} ÷ {total}",
        ),
        out(
            "elsewhere",
            Unit::Money,
            "Spend elsewhere",
            "花在别处的钱",
            "{total} − {own}",
        ),
    ],
    convention: Some(Text::new(
        "Both are of the same customers, category and period; the total has our part in it.",
        "两个数是同一批顾客、同一品类、同一期的；总花费里包括我们的部分。",
    )),
    page: include_str!("share_of_customer.md"),
    compute: share_of_customer,
};

const ABOVE_TOTAL: Fault = Fault::NoAnswer(Text::new(
    "the customer cannot spend more with us than in all; the total has our part in it",
    "花在我们这里的不可能多过总花费；总花费包括我们的部分",
));

fn share_of_customer(given: &Given, results: &mut Results) {
    let (own, total) = (given.one("own"), given.one("total"));
    if own.ok() > total.ok() {
        return results.refuse(ABOVE_TOTAL);
    }
    results.one("share", own / total);
    results.one("elsewhere", total - own);
}

/// The share of wallet that goes with a rank.
pub static WALLET_ALLOCATION: Formula = Formula {
    name: "wallet-allocation",
    aliases: &["wallet-allocation-rule", "wallet-rule", "钱包分配法则"],
    topic: Topic::Customers,
    title: Text::new("Wallet allocation rule", "钱包分配法则"),
    answers: Text::new(
        "Which share of a customer’s spend may a brand expect by its rank among those that the customer uses?",
        "品牌在顾客心中排第几，大致能分到多少钱包份额？",
    ),
    inputs: &[
        one(
            "brands",
            Unit::Count,
            "Brands that the customer uses",
            "顾客使用的品牌数",
        )
        .also(&["n"])
        .in_range(Range::Whole),
        one("rank", Unit::Count, "Rank of the brand", "品牌排名")
            .in_range(Range::Whole)
            .optional(),
    ],
    outputs: &[
        out(
            "shares",
            Unit::Rate,
            "Share by rank, the first rank first",
            "各名次的份额",
            "(1 − upto({brands}) ÷ ({brands} + 1)) × 2 ÷ {brands}",
        ),
        out(
            "share",
            Unit::Rate,
            "Share at this rank",
            "该名次的份额",
            "(1 − {rank} ÷ ({brands} + 1)) × 2 ÷ {brands}",
        ),
        out(
            "total",
            Unit::Rate,
            "Sum over all ranks",
            "各名次之和",
            "Σ{shares}",
        ),
    ],
    convention: Some(Text::new(
        "Only the rank counts, not by how much one brand is liked better; brands of equal rank share the mean of their ranks.",
        "只看名次，不看好感相差多少；并列的品牌取名次的平均数。",
    )),
    page: include_str!("wallet_allocation.md"),
    compute: wallet_allocation,
};

const RANKS: Fault = Fault::NoAnswer(Text::new(
    "the brands must be from 1 to 1,000, and the rank from 1 to their number",
    "品牌数应在 1 到 1,000 之间，名次在 1 到品牌数之间",
));

fn wallet_allocation(given: &Given, results: &mut Results) {
    let brands = given.one("brands");
    let number = brands.ok().and_then(|it| it.to_u32());
    let Some(number) = number.filter(|it| (1..=1000).contains(it)) else {
        return results.refuse(RANKS);
    };
    let share = |rank: Amount| (Amount::ONE - rank / (brands + Amount::ONE)) * 2.into() / brands;
    let shares: Vec<Amount> = (1..=number).map(|rank| share(rank.into())).collect();
    results.many("shares", &shares);
    results.one("total", Amount::sum(shares));
    if let Some(rank) = given.maybe("rank") {
        let fits = rank.ok() >= Some(Decimal::ONE) && rank.ok() <= brands.ok();
        if !fits {
            return results.refuse(RANKS);
        }
        results.one("share", share(rank));
    }
}
