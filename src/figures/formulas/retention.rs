//! How many customers stay, how many leave, and for how long one stays.

use rust_decimal::Decimal;

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// The part of the customers that stays.
pub static RETENTION_RATE: Formula = Formula {
    name: "retention-rate",
    aliases: &["retention", "保留率", "留存率"],
    topic: Topic::Customers,
    title: Text::new("Retention rate", "保留率"),
    answers: Text::new(
        "Which part of the customers at the start of a period is still there at its end?",
        "期初的顾客，到期末还留下多少？",
    ),
    inputs: &[
        one("start", Unit::Count, "Customers at the start", "期初顾客数").in_range(Range::Positive),
        one("end", Unit::Count, "Customers at the end", "期末顾客数").in_range(Range::NotNegative),
        one(
            "new",
            Unit::Count,
            "New customers in the period",
            "期内新顾客数",
        )
        .in_range(Range::NotNegative)
        .or("0"),
    ],
    outputs: &[
        out(
            "retention-rate",
            Unit::Rate,
            "Retention rate",
            "保留率",
            "({end} − {new}) ÷ {start}",
        ),
        out(
            "churn-rate",
            Unit::Rate,
            "Churn rate",
            "流失率",
            "1 − {retention-rate}",
        ),
        out(
            "stayed",
            Unit::Count,
            "Customers who stayed",
            "留下的顾客数",
            "{end} − {new}",
        ),
        out(
            "lost",
            Unit::Count,
            "Customers lost",
            "流失的顾客数",
            "{start} − {stayed}",
        ),
        out(
            "growth",
            Unit::Rate,
            "Growth of the customer base",
            "顾客总数增长率",
            "({end} − {start}) ÷ {start}",
        ),
    ],
    convention: Some(Text::new(
        "Newcomers of the period are taken out at the end: they cannot have stayed.",
        "期末要减去期内新来的：他们谈不上“留下”。",
    )),
    page: include_str!("retention_rate.md"),
    compute: retention_rate,
};

const MORE_STAYED: Fault = Fault::NoAnswer(Text::new(
    "more would have stayed than there were at the start: are newcomers of the period left out?",
    "留下的比期初的还多：是不是漏了期内新来的顾客？",
));
const FEWER_THAN_NEW: Fault = Fault::NoAnswer(Text::new(
    "there are fewer customers at the end than newcomers: count only newcomers who are still there",
    "期末顾客比新来的还少：新顾客只算期末仍在的",
));

fn retention_rate(given: &Given, results: &mut Results) {
    let (start, end) = (given.one("start"), given.one("end"));
    let stayed = results.one("stayed", end - given.one("new"));
    if stayed.ok() > start.ok() {
        return results.refuse(MORE_STAYED);
    }
    if stayed.ok().is_some_and(|it| it < Decimal::ZERO) {
        return results.refuse(FEWER_THAN_NEW);
    }
    let rate = results.one("retention-rate", stayed / start);
    results.one("churn-rate", Amount::ONE - rate);
    results.one("lost", start - stayed);
    results.one("growth", (end - start) / start);
}

/// The part of the customers that leaves.
pub static CHURN_RATE: Formula = Formula {
    name: "churn-rate",
    aliases: &["churn", "attrition", "流失率"],
    topic: Topic::Customers,
    title: Text::new("Churn rate", "流失率"),
    answers: Text::new(
        "Which part of the customers leaves in a period, and how long does one stay at that rate?",
        "一期里流失多少顾客？照这样，一位顾客平均留多久？",
    ),
    inputs: &[
        one("start", Unit::Count, "Customers at the start", "期初顾客数").in_range(Range::Positive),
        one("lost", Unit::Count, "Customers lost", "流失的顾客数").in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "churn-rate",
            Unit::Rate,
            "Churn rate",
            "流失率",
            "{lost} ÷ {start}",
        ),
        out(
            "retention-rate",
            Unit::Rate,
            "Retention rate",
            "保留率",
            "1 − {churn-rate}",
        ),
        out(
            "lifetime",
            Unit::Periods,
            "Average lifetime",
            "平均留存期数",
            "1 ÷ {churn-rate}",
        ),
    ],
    convention: Some(Text::new(
        "Of those lost only customers from the start of the period are counted, and the rate is taken to stay as it is.",
        "流失的只算期初就有的顾客，并假定流失率一直不变。",
    )),
    page: include_str!("churn_rate.md"),
    compute: churn_rate,
};

const MORE_LOST: Fault = Fault::NoAnswer(Text::new(
    "more are lost than there were at the start: count only those who were there then",
    "流失的比期初的还多：只算期初就有的顾客",
));
const FOR_EVER: Fault = Fault::NoAnswer(Text::new(
    "nobody leaves, so the lifetime has no end; look at a longer period",
    "没有人离开，留存期没有尽头；请看更长的一段时间",
));

fn churn_rate(given: &Given, results: &mut Results) {
    let (start, lost) = (given.one("start"), given.one("lost"));
    if lost.ok() > start.ok() {
        return results.refuse(MORE_LOST);
    }
    let churn = results.one("churn-rate", lost / start);
    results.one("retention-rate", Amount::ONE - churn);
    results.one("lifetime", lifetime(churn));
}

/// How long a customer stays at a rate of leaving.
pub(super) fn lifetime(churn: Amount) -> Amount {
    let leaves = churn.ok().is_none_or(|it| !it.is_zero());
    Amount::ONE / churn.only_if(leaves, FOR_EVER)
}

/// How long a customer stays.
pub static CUSTOMER_LIFETIME: Formula = Formula {
    name: "customer-lifetime",
    aliases: &["average-lifetime", "lifetime-from-churn", "顾客留存期"],
    topic: Topic::Customers,
    title: Text::new("Average customer lifetime", "平均留存期"),
    answers: Text::new(
        "How long does a customer stay on average, if so many leave or stay each period?",
        "每期流失或留下这么多，一位顾客平均留多久？",
    ),
    inputs: &[
        one("churn", Unit::Rate, "Churn rate", "流失率")
            .also(&["churn-rate"])
            .in_range(Range::Share)
            .optional(),
        one("retention", Unit::Rate, "Retention rate", "保留率")
            .also(&["r", "retention-rate"])
            .in_range(Range::Share)
            .optional(),
    ],
    outputs: &[out(
        "lifetime",
        Unit::Periods,
        "Average lifetime",
        "平均留存期数",
        "1 ÷ {churn}",
    )],
    convention: Some(Text::new(
        "Give churn or retention. The answer is in the periods of the rate: a monthly churn gives months. The first period counts in full.",
        "流失率和保留率给一个即可。结果以比率的周期计：按月流失，得出的就是月数。第一期整期计入。",
    )),
    page: include_str!("customer_lifetime.md"),
    compute: customer_lifetime,
};

const ONE_RATE: Fault = Fault::NoAnswer(Text::new(
    "give either the churn rate or the retention rate",
    "请给出流失率或保留率，二者取一",
));

fn customer_lifetime(given: &Given, results: &mut Results) {
    let churn = match (given.maybe("churn"), given.maybe("retention")) {
        (Some(churn), None) => churn,
        (None, Some(retention)) => {
            results.by("lifetime", "1 ÷ (1 − {retention})");
            Amount::ONE - retention
        }
        _ => return results.refuse(ONE_RATE),
    };
    results.one("lifetime", lifetime(churn));
}
