//! What the groups of customers are worth together, how content they are, and who weighs most.

use rust_decimal::prelude::ToPrimitive;

use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::words::Text;

/// What the customers of one group are worth, today and when the plan ends.
pub static GROUP_EQUITY: Formula = Formula {
    name: "group-equity",
    aliases: &["群体资产"],
    topic: Topic::Customers,
    title: Text::new("Equity of a group of customers", "群体的顾客资产"),
    answers: Text::new(
        "What are the customers of a group worth, today and when the plan ends?",
        "这个群体的顾客今天值多少，计划结束时又值多少？",
    ),
    inputs: &[
        one("customers", Unit::Count, "Customers", "顾客数").in_range(Range::NotNegative),
        one("lifetime-value", Unit::Money, "Lifetime value", "终身价值"),
        one("retention", Unit::Rate, "Retention rate", "保留率").in_range(Range::Share),
        one(
            "periods",
            Unit::Periods,
            "Periods of the plan",
            "计划的期数",
        )
        .in_range(Range::Whole),
        one("new-customers", Unit::Count, "New customers", "新增顾客").or("0"),
    ],
    outputs: &[
        out(
            "now",
            Unit::Money,
            "Equity today",
            "今天的顾客资产",
            "{customers} × {lifetime-value}",
        ),
        out(
            "customers-at-end",
            Unit::Count,
            "Customers at the end",
            "期末顾客数",
            "{customers} × {retention} ^ {periods} + {new-customers}",
        ),
        out(
            "at-end",
            Unit::Money,
            "Equity at the end",
            "期末的顾客资产",
            "{customers-at-end} × {lifetime-value}",
        ),
    ],
    convention: Some(Text::new(
        "Today's customers stay at the retention rate for each period of the plan; the newly won are counted in full.",
        "现有顾客在计划的每一期都按保留率留下，新赢得的顾客全数计入。",
    )),
    page: include_str!("group_equity.md"),
    compute: |given, results| {
        let (customers, worth) = (given.one("customers"), given.one("lifetime-value"));
        results.one("now", customers * worth);
        let periods = given.one("periods").ok().and_then(|it| it.to_u32());
        let stay = given.one("retention").power(periods.unwrap_or(1));
        let end = customers * stay + given.one("new-customers");
        let end = results.one("customers-at-end", end);
        results.one("at-end", end * worth);
    },
};

/// What all groups are worth together, today and when the plan ends.
pub static EQUITY_OF_GROUPS: Formula = Formula {
    name: "customer-equity-of-groups",
    aliases: &["equity-change", "顾客资产变化"],
    topic: Topic::Customers,
    title: Text::new("Change of the customer equity", "顾客资产的变化"),
    answers: Text::new(
        "What are all customers worth together, today and when the plan ends?",
        "全部顾客合起来今天值多少，计划结束时又值多少？",
    ),
    inputs: &[
        many(
            "now",
            Unit::Money,
            "Equity of the groups today",
            "各群体今天的资产",
        ),
        many(
            "at-end",
            Unit::Money,
            "Equity of the groups at the end",
            "各群体期末的资产",
        ),
    ],
    outputs: &[
        out(
            "equity",
            Unit::Money,
            "Customer equity today",
            "今天的顾客资产",
            "Σ({now})",
        ),
        out(
            "equity-at-end",
            Unit::Money,
            "Customer equity at the end",
            "期末的顾客资产",
            "Σ({at-end})",
        ),
        out(
            "change",
            Unit::Money,
            "Change",
            "变化",
            "{equity-at-end} − {equity}",
        ),
    ],
    convention: Some(Text::new(
        "Values of the groups are counted by one convention; what winning newcomers costs is not taken off.",
        "各群体按同一种约定计算；不扣除赢得新顾客的花费。",
    )),
    page: include_str!("customer_equity_of_groups.md"),
    compute: |given, results| {
        let now = results.one("equity", Amount::sum(given.many("now")));
        let end = results.one("equity-at-end", Amount::sum(given.many("at-end")));
        results.one("change", end - now);
    },
};

/// What customers got, against what they expected.
pub static DISCONFIRMATION: Formula = Formula {
    name: "disconfirmation",
    aliases: &["expectancy-disconfirmation", "期望失验"],
    topic: Topic::Customers,
    title: Text::new("Performance against expectation", "实际与期望之差"),
    answers: Text::new(
        "Is what customers got more or less than what they expected?",
        "顾客得到的，比期望的多还是少？",
    ),
    inputs: &[
        one("performance", Unit::Number, "Performance", "实际感受"),
        one("expectation", Unit::Number, "Expectation", "期望"),
        one("target", Unit::Number, "Target", "目标值").optional(),
    ],
    outputs: &[
        out(
            "gap",
            Unit::Number,
            "Above the expectation",
            "超出期望",
            "{performance} − {expectation}",
        ),
        out(
            "to-target",
            Unit::Number,
            "Still to the target",
            "离目标还差",
            "{target} − {performance}",
        ),
    ],
    convention: Some(Text::new(
        "All three are measured on one scale. Below zero, customers got less than they expected.",
        "三个数用同一把尺子量。小于零，说明得到的少于期望。",
    )),
    page: include_str!("disconfirmation.md"),
    compute: |given, results| {
        let performance = given.one("performance");
        results.one("gap", performance - given.one("expectation"));
        if let Some(target) = given.maybe("target") {
            results.one("to-target", target - performance);
        }
    },
};

/// How much of the revenue hangs on customers with a name.
pub static KEY_ACCOUNTS: Formula = Formula {
    name: "key-account-dependence",
    aliases: &["account-shares", "customer-dependence", "大客户依赖度"],
    topic: Topic::Customers,
    title: Text::new("Dependence on key accounts", "对大客户的依赖"),
    answers: Text::new(
        "How much of the revenue hangs on customers with a name?",
        "收入有多大一块系于点得出名字的客户？",
    ),
    inputs: &[many(
        "shares",
        Unit::Rate,
        "Shares of revenue",
        "各大客户的收入占比",
    )
    .in_range(Range::Share)],
    outputs: &[
        out(
            "together",
            Unit::Rate,
            "All together",
            "合计占比",
            "Σ({shares})",
        ),
        out(
            "largest",
            Unit::Rate,
            "The largest",
            "最大一家",
            "head(sorted({shares}))",
        ),
    ],
    convention: Some(Text::new(
        "Shares are of all revenue of one period; customers without a name are not in them.",
        "占比以同一期的全部收入为底；没有单独列出的顾客不计在内。",
    )),
    page: include_str!("key_account_dependence.md"),
    compute: |given, results| {
        let shares = given.many("shares");
        let largest = shares.iter().filter_map(|share| share.ok()).max();
        results.one("together", Amount::sum(shares.iter().copied()));
        results.one("largest", largest.map_or(Amount::ZERO, Amount::from));
    },
};
