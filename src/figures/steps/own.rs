//! Formulas that only a plan needs: sums over its rows, and comparisons of two of its numbers.
//!
//! They are told beside each figure like all others; a page of their own would say nothing more.

use crate::figures::formula::{Formula, Output, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Unit, many, one};
use crate::figures::results::Results;
use crate::figures::{Amount, fault::Fault};
use crate::words::Text;

/// A formula without a page.
pub(super) const fn formula(
    name: &'static str,
    topic: Topic,
    title: Text,
    answers: Text,
    inputs: &'static [Input],
    outputs: &'static [Output],
    compute: fn(&Given, &mut Results),
) -> Formula {
    Formula {
        name,
        aliases: &[],
        topic,
        title,
        answers,
        inputs,
        outputs,
        convention: None,
        page: "",
        compute,
    }
}

/// Several amounts of money, and what part of a whole they are.
pub(super) static TOTAL: Formula = formula(
    "total",
    Topic::Control,
    Text::new("Total", "合计"),
    Text::new("What do the parts come to?", "各部分一共是多少？"),
    &[
        many("amounts", Unit::Money, "Amounts", "各项金额"),
        one("whole", Unit::Money, "The whole", "总数").optional(),
    ],
    &[
        out("total", Unit::Money, "Total", "合计", "Σ({amounts})"),
        out(
            "share",
            Unit::Rate,
            "Share of the whole",
            "占总数的比例",
            "{total} ÷ {whole}",
        ),
    ],
    |given, results| {
        let total = results.one("total", Amount::sum(given.many("amounts")));
        if let Some(whole) = given.maybe("whole") {
            results.one("share", total / whole);
        }
    },
);

/// How concentrated a sum is on its parts.
pub(super) static CONCENTRATION: Formula = formula(
    "revenue-concentration",
    Topic::Control,
    Text::new("Concentration of revenue", "收入集中度"),
    Text::new(
        "How much of the revenue hangs on the largest part?",
        "收入有多大一块系于最大的一项？",
    ),
    &[many("amounts", Unit::Money, "Amounts", "各项金额")],
    &[
        out(
            "largest-share",
            Unit::Rate,
            "Share of the largest",
            "最大一项的占比",
            "max({amounts}) ÷ Σ({amounts})",
        ),
        out(
            "hhi",
            Unit::Number,
            "Herfindahl index (0 to 1)",
            "赫芬达尔指数（0～1）",
            "Σ({amounts} ^ 2) ÷ Σ({amounts}) ^ 2",
        ),
    ],
    |given, results| {
        let amounts = given.many("amounts");
        let total = Amount::sum(amounts.iter().copied());
        let largest = amounts
            .iter()
            .filter_map(|amount| amount.ok())
            .max()
            .map_or(Amount::ZERO, Amount::from);
        results.one("largest-share", largest / total);
        let squares = amounts.iter().map(|amount| *amount * *amount);
        results.one("hhi", Amount::sum(squares) / (total * total));
    },
);

/// An actual number on its way from where it began to where it is to be.
pub(super) static PROGRESS: Formula = formula(
    "progress",
    Topic::Control,
    Text::new("Progress", "目标进度"),
    Text::new(
        "How far is the actual from the target?",
        "实际离目标还有多远？",
    ),
    &[
        one("actual", Unit::Number, "Actual", "实际值"),
        one("target", Unit::Number, "Target", "目标值"),
        one("baseline", Unit::Number, "Baseline", "起点值").optional(),
    ],
    &[
        out(
            "attained",
            Unit::Rate,
            "Part of the target",
            "达到目标的比例",
            "{actual} ÷ {target}",
        ),
        out(
            "done",
            Unit::Rate,
            "Part of the way from the baseline",
            "从起点算已走完的路程",
            "({actual} − {baseline}) ÷ ({target} − {baseline})",
        ),
        out(
            "to-go",
            Unit::Number,
            "Still to go",
            "还差",
            "{target} − {actual}",
        ),
    ],
    |given, results| {
        let (to, now) = (given.one("target"), given.one("actual"));
        // A target of nothing, such as no complaints, is no whole to take a part of.
        if to.ok().is_none_or(|to| !to.is_zero()) {
            results.one("attained", now / to);
        }
        if let Some(from) = given.maybe("baseline") {
            let way = to - from;
            let goes = way.ok().is_none_or(|way| !way.is_zero());
            results.one("done", (now - from) / way.only_if(goes, NO_WAY));
        }
        results.one("to-go", to - now);
    },
);

const NO_WAY: Fault = Fault::NoAnswer(Text::new(
    "the target is the baseline, so there is no way to go; set a target that differs from today",
    "目标值就是起点值，没有路可走；请定一个与现状不同的目标",
));

/// How one number lies to another that it should meet.
pub(super) static AGAINST: Formula = formula(
    "against-goal",
    Topic::Control,
    Text::new("Against the goal", "与目标相比"),
    Text::new(
        "How far does a number lie from the one that it is to meet?",
        "一个数离它该达到的数有多远？",
    ),
    &[
        one("number", Unit::Money, "What comes out", "得出的数"),
        one("goal", Unit::Money, "What is stated", "写明的数"),
    ],
    &[
        out(
            "difference",
            Unit::Money,
            "Difference",
            "差额",
            "{number} − {goal}",
        ),
        out(
            "ratio",
            Unit::Rate,
            "As a part of what is stated",
            "占写明数的比例",
            "{number} ÷ {goal}",
        ),
    ],
    |given, results| {
        let (number, goal) = (given.one("number"), given.one("goal"));
        results.one("difference", number - goal);
        results.one("ratio", number / goal);
    },
);
