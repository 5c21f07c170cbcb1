//! What one customer is worth over the time that he or she stays.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one, word};
use crate::figures::lifetime::series;
use crate::figures::results::Results;
use crate::words::Text;

/// The worth of a stream of margins that ends when the customer leaves.
pub static LIFETIME_VALUE: Formula = Formula {
    name: "lifetime-value",
    aliases: &[
        "clv",
        "ltv",
        "customer-lifetime-value",
        "终身价值",
        "顾客终身价值",
    ],
    topic: Topic::Customers,
    title: Text::new("Customer lifetime value", "顾客终身价值"),
    answers: Text::new(
        "What is one customer worth today, counting every margin until he or she leaves?",
        "一位顾客从现在到离开为止带来的全部毛利，折到今天值多少？",
    ),
    inputs: &[
        one("margin", Unit::Money, "Margin a period", "每期毛利").also(&["m"]),
        one("retention", Unit::Rate, "Retention rate", "保留率")
            .also(&["r", "retention-rate"])
            .in_range(Range::Share),
        one("discount", Unit::Rate, "Discount rate", "贴现率")
            .also(&["i", "d", "discount-rate"])
            .in_range(Range::NotNegative)
            .or("0"),
        word("timing", TIMING, "end", "First margin", "首期毛利"),
        one("horizon", Unit::Periods, "Horizon", "计算期数")
            .also(&["n", "periods"])
            .in_range(Range::Whole)
            .optional(),
        one("growth", Unit::Rate, "Growth of the margin", "毛利增长率")
            .also(&["g"])
            .or("0"),
        one(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
        )
        .also(&["cac", "ac"])
        .or("0"),
    ],
    outputs: &[
        out(
            "lifetime-value",
            Unit::Money,
            "Lifetime value",
            "终身价值",
            "{margin} × {multiple} − {acquisition-cost}",
        ),
        out("multiple", Unit::Times, "Margin multiple", "毛利乘数", END),
        out(
            "without-end",
            Unit::Money,
            "Without a horizon",
            "不设期限时",
            "{margin} × {multiple-without-end} − {acquisition-cost}",
        ),
        out(
            "multiple-without-end",
            Unit::Times,
            "Margin multiple without a horizon",
            "不设期限时的毛利乘数",
            END,
        ),
        out(
            "elasticity",
            Unit::Times,
            "Retention elasticity",
            "保留率弹性",
            ELASTICITY,
        ),
        out(
            "factor",
            Unit::Times,
            "Worth of the next margin",
            "下一期毛利的折算系数",
            FACTOR,
        ),
    ],
    convention: Some(Text::new(
        "Margin, retention and discount belong to one period of the same length. `end`: the first margin comes at the end of the first period, from those who stay; `start`: it comes now; `end-certain`: it comes at the end, from everyone.",
        "毛利、保留率、贴现率都按同样长的一期算。`end`：首期毛利在第一期末收到，只来自留下的人；`start`：现在就收到；`end-certain`：第一期末收到，人人都付。",
    )),
    page: include_str!("lifetime_value.md"),
    compute,
};

/// When the first margin comes in.
pub(super) const TIMING: &[(&str, Text)] = &[
    (
        "end",
        Text::new(
            "at the end of the period, from those who stay",
            "期末，来自留下的人",
        ),
    ),
    ("start", Text::new("now", "现在")),
    (
        "end-certain",
        Text::new(
            "at the end of the period, from everyone",
            "期末，来自所有人",
        ),
    ),
];

/// The worth of one unit of margin a period.
pub static MARGIN_MULTIPLE: Formula = Formula {
    name: "margin-multiple",
    aliases: &["clv-multiple", "retention-elasticity", "毛利乘数"],
    topic: Topic::Customers,
    title: Text::new("Margin multiple", "毛利乘数"),
    answers: Text::new(
        "How many margins of a period is a customer worth, and how much does that hang on retention?",
        "一位顾客值几期毛利？保留率的影响有多大？",
    ),
    inputs: &[
        one("retention", Unit::Rate, "Retention rate", "保留率")
            .also(&["r", "retention-rate"])
            .in_range(Range::Share),
        one("discount", Unit::Rate, "Discount rate", "贴现率")
            .also(&["i", "d", "discount-rate"])
            .in_range(Range::NotNegative)
            .or("0"),
        one("growth", Unit::Rate, "Growth of the margin", "毛利增长率")
            .also(&["g"])
            .or("0"),
        word("timing", TIMING, "end", "First margin", "首期毛利"),
        one("horizon", Unit::Periods, "Horizon", "计算期数")
            .also(&["n", "periods"])
            .in_range(Range::Whole)
            .optional(),
    ],
    outputs: &[
        out("multiple", Unit::Times, "Margin multiple", "毛利乘数", END),
        out(
            "multiple-without-end",
            Unit::Times,
            "Margin multiple without a horizon",
            "不设期限时的毛利乘数",
            END,
        ),
        out(
            "elasticity",
            Unit::Times,
            "Retention elasticity",
            "保留率弹性",
            ELASTICITY,
        ),
        out(
            "factor",
            Unit::Times,
            "Worth of the next margin",
            "下一期毛利的折算系数",
            FACTOR,
        ),
    ],
    convention: Some(Text::new(
        "The elasticity says by how many percent the value rises when retention rises by one percent of itself. `end`: the first margin comes at the end of the first period, from those who stay; `start`: it comes now; `end-certain`: it comes at the end, from everyone.",
        "弹性表示保留率提高自身的百分之一时，价值提高百分之几。`end`：首期毛利在第一期末收到，只来自留下的人；`start`：现在就收到；`end-certain`：第一期末收到，人人都付。",
    )),
    page: include_str!("margin_multiple.md"),
    compute: multiples,
};

const END: &str = "{retention} ÷ (1 + {discount} − {retention} × (1 + {growth}))";
const ELASTICITY: &str = "(1 + {discount}) ÷ (1 + {discount} − {retention} × (1 + {growth}))";
const FACTOR: &str = "{retention} × (1 + {growth}) ÷ (1 + {discount})";

/// How the multiple is written, by the timing: without a horizon, with one, and with one where
/// every margin is worth the same.
const WRITTEN: [(&str, [&str; 3]); 3] = [
    (
        "end",
        [
            END,
            "{retention} ÷ (1 + {discount}) × (1 − {factor} ^ {horizon}) ÷ (1 − {factor})",
            "{retention} ÷ (1 + {discount}) × {horizon}",
        ],
    ),
    (
        "start",
        [
            "(1 + {discount}) ÷ (1 + {discount} − {retention} × (1 + {growth}))",
            "(1 − {factor} ^ {horizon}) ÷ (1 − {factor})",
            "{horizon}",
        ],
    ),
    (
        "end-certain",
        [
            "1 ÷ (1 + {discount} − {retention} × (1 + {growth}))",
            "1 ÷ (1 + {discount}) × (1 − {factor} ^ {horizon}) ÷ (1 − {factor})",
            "1 ÷ (1 + {discount}) × {horizon}",
        ],
    ),
];

fn compute(given: &Given, results: &mut Results) {
    let (margin, cost) = (given.one("margin"), given.one("acquisition-cost"));
    let (multiple, without_end) = multiple(given, results);
    results.one("lifetime-value", margin * multiple - cost);
    if given.has("horizon") {
        results.one("without-end", margin * without_end - cost);
    }
}

fn multiples(given: &Given, results: &mut Results) {
    multiple(given, results);
}

/// The multiple as far as the horizon, and without one.
fn multiple(given: &Given, results: &mut Results) -> (Amount, Amount) {
    let (retention, timing) = (given.one("retention"), given.word("timing"));
    let worth = Amount::ONE + given.one("discount");
    let kept = retention * (Amount::ONE + given.one("growth"));
    let factor = results.one("factor", kept / worth);
    let first = match timing {
        "start" => Amount::ONE,
        "end-certain" => Amount::ONE / worth,
        _ => retention / worth,
    };
    let horizon = given.maybe("horizon");
    // A horizon beyond four thousand million periods is none.
    let periods = horizon.and_then(Amount::ok).and_then(|it| it.to_u32());
    let multiple = results.one("multiple", series(first, factor, periods));
    let without_end = series(first, factor, None);
    if let Some((_, [endless, finite, equal])) = WRITTEN.iter().find(|(word, _)| *word == timing) {
        let is_one = factor.ok() == Some(Decimal::ONE);
        results.by("multiple-without-end", endless);
        results.by(
            "multiple",
            match periods {
                None => endless,
                Some(_) if is_one => equal,
                Some(_) => finite,
            },
        );
    }
    if horizon.is_some() {
        results.one("multiple-without-end", without_end);
        return (multiple, without_end);
    }
    let gain = if timing == "end" { worth } else { kept };
    if timing != "end" {
        results.by(
            "elasticity",
            "{retention} × (1 + {growth}) ÷ (1 + {discount} − {retention} × (1 + {growth}))",
        );
    }
    results.one("elasticity", without_end.and(gain / (worth - kept)));
    (multiple, without_end)
}
