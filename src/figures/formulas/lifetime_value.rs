//! What one customer is worth over the time that he or she stays.

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
        out(
            "multiple",
            Unit::Times,
            "Margin multiple",
            "毛利乘数",
            "{retention} ÷ (1 + {discount} − {retention} × (1 + {growth}))",
        ),
        out(
            "without-end",
            Unit::Money,
            "Without a horizon",
            "不设期限时",
            "{margin} × {retention} ÷ (1 + {discount} − {retention} × (1 + {growth})) − {acquisition-cost}",
        ),
        out(
            "elasticity",
            Unit::Times,
            "Retention elasticity",
            "保留率弹性",
            "(1 + {discount}) ÷ (1 + {discount} − {retention})",
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
const TIMING: &[(&str, Text)] = &[
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

fn compute(given: &Given, results: &mut Results) {
    let (margin, retention) = (given.one("margin"), given.one("retention"));
    let worth = Amount::ONE + given.one("discount");
    let factor = retention * (Amount::ONE + given.one("growth")) / worth;
    let first = match given.word("timing") {
        "start" => {
            results.by(
                "multiple",
                "(1 + {discount}) ÷ (1 + {discount} − {retention} × (1 + {growth}))",
            );
            Amount::ONE
        }
        "end-certain" => {
            results.by(
                "multiple",
                "1 ÷ (1 + {discount} − {retention} × (1 + {growth}))",
            );
            Amount::ONE / worth
        }
        _ => retention / worth,
    };
    let horizon = given.maybe("horizon");
    // A horizon beyond four thousand million periods is none.
    let periods = horizon.and_then(Amount::ok).and_then(|it| it.to_u32());
    let cost = given.one("acquisition-cost");
    let multiple = results.one("multiple", series(first, factor, periods));
    results.one("lifetime-value", margin * multiple - cost);
    if horizon.is_some() {
        results.one("without-end", margin * series(first, factor, None) - cost);
    }
    results.one("elasticity", worth / (worth - retention));
}
