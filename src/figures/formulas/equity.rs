//! Groups of customers beside each other: what they are worth and how much hangs on a few.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::{Relationship, Text};

/// The sum of what the customers are worth.
pub static CUSTOMER_EQUITY: Formula = Formula {
    name: "customer-equity",
    aliases: &["equity", "顾客资产"],
    topic: Topic::Customers,
    title: Text::new("Customer equity", "顾客资产"),
    answers: Text::new(
        "What are all customers worth together, group by group, now and at the end of the plan?",
        "全部顾客合起来值多少？现在与计划期末各是多少？",
    ),
    inputs: &[
        many(
            "customers",
            Unit::Count,
            "Customers of each group",
            "各群顾客数",
        )
        .in_range(Range::NotNegative),
        many(
            "lifetime-values",
            Unit::Money,
            "Lifetime value of each group",
            "各群终身价值",
        )
        .also(&["values", "clv"]),
        many(
            "customers-at-end",
            Unit::Count,
            "Customers of each group at the end",
            "各群期末顾客数",
        )
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "customer-equity",
            Unit::Money,
            "Customer equity",
            "顾客资产",
            "Σ({customers} × {lifetime-values})",
        ),
        out(
            "group-values",
            Unit::Money,
            "Value of each group",
            "各群价值",
            "{customers} × {lifetime-values}",
        ),
        out(
            "shares",
            Unit::Rate,
            "Share of each group",
            "各群占比",
            "{group-values} ÷ {customer-equity}",
        ),
        out(
            "average",
            Unit::Money,
            "Value of the average customer",
            "每位顾客平均价值",
            "{customer-equity} ÷ Σ{customers}",
        ),
        out(
            "equity-at-end",
            Unit::Money,
            "Customer equity at the end",
            "期末顾客资产",
            "Σ({customers-at-end} × {lifetime-values})",
        ),
        out(
            "change",
            Unit::Money,
            "Change of the customer equity",
            "顾客资产变化",
            "{equity-at-end} − {customer-equity}",
        ),
    ],
    convention: Some(Text::new(
        "A customer who stays is worth the same at the end as now; what winning newcomers costs is not taken off.",
        "顾客期末与现在价值相同；不扣除赢得新顾客的花费。",
    )),
    page: include_str!("customer_equity.md"),
    compute: equity,
};

fn equity(given: &Given, results: &mut Results) {
    let product = |(customers, value): (Amount, Amount)| customers * value;
    let pairs = given.pairs("customers", "lifetime-values", results);
    let values: Vec<Amount> = pairs.into_iter().map(product).collect();
    results.many("group-values", &values);
    let equity = Amount::sum(values.iter().copied());
    results.one("customer-equity", equity);
    let shares: Vec<Amount> = values.iter().map(|value| *value / equity).collect();
    results.many("shares", &shares);
    results.one("average", equity / Amount::sum(given.many("customers")));
    if given.has("customers-at-end") {
        let pairs = given.pairs("customers-at-end", "lifetime-values", results);
        let end = Amount::sum(pairs.into_iter().map(product));
        results.one("equity-at-end", end);
        results.one("change", end - equity);
    }
}

/// What tiers of customers bring in.
pub static TIER_VALUE: Formula = Formula {
    name: "tier-value",
    aliases: &[
        "expected-customer-value",
        "customer-tiers",
        "expected-value",
        "顾客层级价值",
        "分级价值",
    ],
    topic: Topic::Customers,
    title: Text::new("Expected value of customer tiers", "顾客层级的预期价值"),
    answers: Text::new(
        "What does each tier of customers bring in: how many, how likely, how often, how much?",
        "各层顾客带来多少：有多少人、多大可能买、买几次、每次多少？",
    ),
    inputs: &[
        many(
            "customers",
            Unit::Count,
            "Customers of each tier",
            "各层顾客数",
        )
        .in_range(Range::NotNegative),
        many("probability", Unit::Rate, "Likelihood to buy", "购买概率").in_range(Range::Share),
        many(
            "frequency",
            Unit::Count,
            "Purchases of those who buy",
            "购买次数",
        )
        .in_range(Range::NotNegative),
        many("amount", Unit::Money, "Amount of a purchase", "每次金额"),
    ],
    outputs: &[
        out(
            "values",
            Unit::Money,
            "Value of each tier",
            "各层价值",
            "{customers} × {probability} × {frequency} × {amount}",
        ),
        out(
            "against-first",
            Unit::Times,
            "As many times as the first",
            "与第一层之比",
            "{values} ÷ head({values})",
        ),
        out(
            "per-customer",
            Unit::Money,
            "Value of a customer",
            "每位顾客价值",
            "{probability} × {frequency} × {amount}",
        ),
        out(
            "shares",
            Unit::Rate,
            "Share of each tier",
            "各层占比",
            "{values} ÷ {total}",
        ),
        out(
            "total",
            Unit::Money,
            "Value of all tiers",
            "各层合计",
            "Σ{values}",
        ),
    ],
    convention: Some(Text::new(
        "All tiers are counted over the same period; the value is expected revenue, and costs are not taken off.",
        "各层按同一段时间算；价值是预期收入，不减成本。",
    )),
    page: include_str!("tier_value.md"),
    compute: tier_value,
};

fn tier_value(given: &Given, results: &mut Results) {
    given.even(
        &["customers", "probability", "frequency", "amount"],
        results,
    );
    let rest = given
        .many("frequency")
        .into_iter()
        .zip(given.many("amount"));
    let each: Vec<Amount> = given
        .many("probability")
        .into_iter()
        .zip(rest)
        .map(|(probability, (frequency, amount))| probability * frequency * amount)
        .collect();
    results.many("per-customer", &each);
    let customers = given.many("customers");
    let values = customers
        .into_iter()
        .zip(&each)
        .map(|(many, each)| many * *each);
    let values: Vec<Amount> = values.collect();
    results.many("values", &values);
    let total = results.one("total", Amount::sum(values.iter().copied()));
    let over = |by: Amount| values.iter().map(|value| *value / by).collect::<Vec<_>>();
    results.many("shares", &over(total));
    if let Some(first) = values.first() {
        results.many("against-first", &over(*first));
    }
}

/// One of four groups, by profit and loyalty.
pub static RELATIONSHIP_GROUP: Formula = Formula {
    name: "relationship-group",
    aliases: &["true-friends", "customer-relationship-group", "关系群体"],
    topic: Topic::Customers,
    title: Text::new("Relationship group", "关系群体"),
    answers: Text::new(
        "Which of the four groups is a customer: true friend, butterfly, barnacle or stranger, and what to do?",
        "这群顾客属于四类中的哪一类：真正的朋友、蝴蝶、船底的贝壳还是陌生人？该怎么办？",
    ),
    inputs: &[
        one("margin", Unit::Money, "Margin a period", "每期毛利").also(&["profit"]),
        one(
            "periods-a-year",
            Unit::Periods,
            "Periods for which the profit line is drawn",
            "盈利分界所含的期数",
        )
        .also(&["periods"])
        .in_range(Range::Positive)
        .or("1"),
        one(
            "profit-line",
            Unit::Money,
            "Margin from which a customer is profitable",
            "盈利分界",
        )
        .also(&["profit-threshold"]),
        one("retention", Unit::Rate, "Retention rate", "保留率")
            .also(&["loyalty"])
            .in_range(Range::Share),
        one(
            "loyalty-line",
            Unit::Rate,
            "Retention from which a customer is loyal",
            "忠诚分界",
        )
        .also(&["loyalty-threshold"])
        .in_range(Range::Share),
    ],
    outputs: &[
        out(
            "group",
            Unit::Number,
            "Group",
            "群体",
            "{above-profit} ≥ 0; {above-loyalty} ≥ 0",
        ),
        out("policy", Unit::Number, "What to do", "对策", ""),
        out(
            "above-profit",
            Unit::Money,
            "Above the profit line",
            "高出盈利分界",
            "{margin} × {periods-a-year} − {profit-line}",
        ),
        out(
            "above-loyalty",
            Unit::Rate,
            "Above the loyalty line",
            "高出忠诚分界",
            "{retention} − {loyalty-line}",
        ),
    ],
    convention: Some(Text::new(
        "Margin and line belong to one period, unless you say for how many the line is drawn; who stands on the line is above it. A margin of nothing or less is never profitable.",
        "毛利与分界同属一期，除非另写分界含几期；正好在线上的算线上。毛利为零或为负，不算盈利。",
    )),
    page: include_str!("relationship_group.md"),
    compute: relationship_group,
};

fn relationship_group(given: &Given, results: &mut Results) {
    let margin = given.one("margin");
    let profit = margin * given.one("periods-a-year") - given.one("profit-line");
    let profit = results.one("above-profit", profit);
    let stay = given.one("retention") - given.one("loyalty-line");
    let stay = results.one("above-loyalty", stay);
    if let (Some(margin), Some(profit), Some(stay)) = (margin.ok(), profit.ok(), stay.ok()) {
        let profits = profit >= Decimal::ZERO && margin > Decimal::ZERO;
        let group = Relationship::of(profits, stay >= Decimal::ZERO);
        results.word("group", group.name());
        results.word("policy", group.policy());
    }
}

/// The importance of an account by seven criteria.
pub static ABC_SCORE: Formula = Formula {
    name: "abc-score",
    aliases: &["account-score", "abc-grading", "客户分级"],
    topic: Topic::Customers,
    title: Text::new("ABC score of an account", "客户分级得分"),
    answers: Text::new(
        "How important is an account by the seven criteria, and is it an A, a B or a C?",
        "按七项标准，这个客户有多重要？算 A、B 还是 C？",
    ),
    inputs: &[
        one("probability", Unit::Rate, "Likelihood to buy", "购买概率").in_range(Range::Share),
        one("frequency", Unit::Count, "Orders", "采购次数").in_range(Range::NotNegative),
        one("volume", Unit::Money, "Order value", "每单金额").in_range(Range::NotNegative),
        one("credit", Unit::Points, "Credit", "信用").in_range(Range::OneToFive),
        one("influence", Unit::Points, "Influence", "影响力").in_range(Range::OneToFive),
        one("prospects", Unit::Points, "Prospects", "发展前景").in_range(Range::OneToFive),
        one("loyalty", Unit::Points, "Loyalty", "忠诚度").in_range(Range::OneToFive),
        one(
            "highest-frequency",
            Unit::Count,
            "Orders of the account that orders most",
            "采购最勤的客户的次数",
        )
        .in_range(Range::Positive),
        one(
            "highest-volume",
            Unit::Money,
            "Order value of the account with the largest",
            "单额最大的客户的金额",
        )
        .in_range(Range::Positive),
    ],
    outputs: &[
        out(
            "score",
            Unit::Points,
            "ABC score",
            "分级得分",
            "100 × ({probability} + min({frequency} ÷ {highest-frequency}, 1) + min({volume} ÷ {highest-volume}, 1) + ({credit} − 1) ÷ 4 + ({influence} − 1) ÷ 4 + ({prospects} − 1) ÷ 4 + ({loyalty} − 1) ÷ 4) ÷ 7",
        ),
        out("tier", Unit::Number, "Tier", "等级", "{score}"),
        out(
            "expected-value",
            Unit::Money,
            "Expected value",
            "预期价值",
            "{probability} × {frequency} × {volume}",
        ),
    ],
    convention: Some(Text::new(
        "Seven parts from 0 to 1 count alike: the likelihood as it is, orders and order value against the highest among your accounts, scores from 1 to 5 as steps. A from 70 points, B from 40. The cuts are ours; compare accounts of one list only.",
        "七项各占 0 到 1，权重相同：概率照原样，次数和单额与你客户中最高者相比，1 到 5 分的按级折算。70 分起为 A，40 分起为 B。分界是我们定的，只宜在同一份名单里比较。",
    )),
    page: include_str!("abc_score.md"),
    compute: abc_score,
};

fn abc_score(given: &Given, results: &mut Results) {
    let (probability, frequency) = (given.one("probability"), given.one("frequency"));
    let volume = given.one("volume");
    let steps = ["credit", "influence", "prospects", "loyalty"];
    let steps = steps.map(|name| (given.one(name) - Amount::ONE) / 4.into());
    let frequent = (frequency / given.one("highest-frequency")).min(Amount::ONE);
    let large = (volume / given.one("highest-volume")).min(Amount::ONE);
    let sum = probability + frequent + large + Amount::sum(steps);
    let score = results.one("score", Amount::from(100) * sum / 7.into());
    results.one("expected-value", probability * frequency * volume);
    if let Some(score) = score.ok() {
        let tiers = [(70, "A"), (40, "B"), (0, "C")];
        let tier = tiers
            .iter()
            .find(|(least, _)| score >= Decimal::from(*least));
        let tier = tier.map_or("C", |(_, tier)| tier);
        results.word("tier", Text::new(tier, tier));
    }
}

/// The customers ranked and cut into A, B and C.
pub static ABC_TIERS: Formula = Formula {
    name: "abc-tiers",
    aliases: &["abc-analysis", "abc分析"],
    topic: Topic::Customers,
    title: Text::new("ABC tiers of a customer list", "客户ABC分级"),
    answers: Text::new(
        "How many customers make the first four fifths of the value, how many the next, and how many the rest?",
        "多少客户构成前八成价值，多少构成其次，剩下多少？",
    ),
    inputs: &[
        many(
            "values",
            Unit::Money,
            "Value of each customer",
            "每位客户的价值",
        )
        .in_range(Range::NotNegative),
        one(
            "a-line",
            Unit::Rate,
            "Share up to which customers are A",
            "A 级分界",
        )
        .in_range(Range::Share)
        .or("0.8"),
        one(
            "b-line",
            Unit::Rate,
            "Share up to which customers are B",
            "B 级分界",
        )
        .in_range(Range::Share)
        .or("0.95"),
    ],
    outputs: &[
        out(
            "a-count",
            Unit::Count,
            "Customers in A",
            "A 级客户数",
            "Σ(running(sorted({values})) − sorted({values}) < {a-line} × Σ{values})",
        ),
        out(
            "b-count",
            Unit::Count,
            "Customers in B",
            "B 级客户数",
            "Σ(running(sorted({values})) − sorted({values}) < {b-line} × Σ{values}) − {a-count}",
        ),
        out(
            "c-count",
            Unit::Count,
            "Customers in C",
            "C 级客户数",
            "count({values}) − {a-count} − {b-count}",
        ),
        out(
            "a-share",
            Unit::Rate,
            "Share of the value in A",
            "A 级价值占比",
            "Σfirst(sorted({values}), {a-count}) ÷ Σ{values}",
        ),
        out(
            "cumulative",
            Unit::Rate,
            "Cumulated share, largest first",
            "从大到小的累计占比",
            "running(sorted({values})) ÷ Σ{values}",
        ),
    ],
    convention: Some(Text::new(
        "Customers are ranked by value; one with whom the line is crossed still belongs above it.",
        "客户按价值从大到小排；跨过分界的那一位算在上面一级。",
    )),
    page: include_str!("abc_tiers.md"),
    compute: abc_tiers,
};

fn abc_tiers(given: &Given, results: &mut Results) {
    let mut values = given.many("values");
    values.sort_by_key(|it| std::cmp::Reverse(it.ok()));
    let total = Amount::sum(values.iter().copied());
    let mut so_far = Amount::ZERO;
    let (mut a, mut b) = (0_u32, 0_u32);
    let (a_line, b_line) = (given.one("a-line") * total, given.one("b-line") * total);
    if a_line.ok() > b_line.ok() {
        return results.refuse(LINES);
    }
    let mut cumulative = Vec::new();
    let mut share = Amount::ZERO;
    for value in values {
        let before = so_far;
        so_far = so_far + value;
        cumulative.push(so_far / total);
        if before.ok() < a_line.ok() {
            a += 1;
            share = so_far;
        } else if before.ok() < b_line.ok() {
            b += 1;
        }
    }
    let all = u32::try_from(cumulative.len()).unwrap_or(u32::MAX);
    // Where nobody brings anything there is nothing to rank by.
    let fine = |count: u32| (share / total).and(Amount::from(count));
    results.one("a-count", fine(a));
    results.one("b-count", fine(b));
    results.one("c-count", fine(all - a - b));
    results.one("a-share", share / total);
    results.many("cumulative", &cumulative);
}

const LINES: Fault = Fault::NoAnswer(Text::new(
    "the line of A must not lie above that of B",
    "A 级分界不能高于 B 级分界",
));

/// How much of the value hangs on the largest customers.
pub static CUSTOMER_CONCENTRATION: Formula = Formula {
    name: "customer-concentration",
    aliases: &["pareto", "80-20", "top-customers", "顾客集中度"],
    topic: Topic::Customers,
    title: Text::new("Customer concentration", "顾客集中度"),
    answers: Text::new(
        "Which share of the value do the largest customers hold, the first fifth for instance?",
        "最大的一批顾客（比如前两成）占了多少价值？",
    ),
    inputs: &[
        many(
            "values",
            Unit::Money,
            "Value of each customer",
            "每位顾客的价值",
        )
        .in_range(Range::NotNegative),
        one(
            "top",
            Unit::Rate,
            "Part of the customers that is looked at",
            "所看的顾客比例",
        )
        .in_range(Range::SomeShare)
        .or("0.2"),
    ],
    outputs: &[
        out(
            "top-share",
            Unit::Rate,
            "Share of the largest customers",
            "大顾客占比",
            "Σfirst(sorted({values}), {customers-in-top}) ÷ Σ{values}",
        ),
        out(
            "customers-in-top",
            Unit::Count,
            "Customers in that part",
            "这一批的顾客数",
            "round_up({top} × count({values}))",
        ),
        out(
            "largest-share",
            Unit::Rate,
            "Share of the largest customer",
            "最大顾客占比",
            "head(sorted({values})) ÷ Σ{values}",
        ),
    ],
    convention: Some(Text::new(
        "The part is counted in customers and rounded up: a fifth of eleven is three. What is measured counts, not the saying that it must be 80 to 20.",
        "比例按顾客人数算，向上取整：十一人的两成是三人。看的是实际数字，不是“二八开”这句话。",
    )),
    page: include_str!("customer_concentration.md"),
    compute: concentration,
};

fn concentration(given: &Given, results: &mut Results) {
    let mut values = given.many("values");
    values.sort_by_key(|it| std::cmp::Reverse(it.ok()));
    let total = Amount::sum(values.iter().copied());
    let all = u32::try_from(values.len()).unwrap_or(u32::MAX);
    let top = (given.one("top") * all.into()).ceil();
    let top = results.one("customers-in-top", top);
    let top = top.ok().and_then(|it| it.to_usize()).unwrap_or_default();
    let of_top = Amount::sum(values.iter().copied().take(top));
    results.one("top-share", of_top / total);
    let largest = values.first().copied().unwrap_or(Amount::ZERO);
    results.one("largest-share", largest / total);
}
