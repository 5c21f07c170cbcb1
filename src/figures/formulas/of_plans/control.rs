//! Sums, shares and distances: numbers of a plan beside each other.

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Unit, many, one};
use crate::words::Text;

/// Several amounts of money, and what part of a whole they are.
pub static SUM_AND_SHARE: Formula = Formula {
    name: "sum-and-share",
    aliases: &["合计与占比"],
    topic: Topic::Control,
    title: Text::new("Sum and share of the whole", "合计与占比"),
    answers: Text::new("What do the parts come to?", "各部分一共是多少？"),
    inputs: &[
        many("amounts", Unit::Money, "Amounts", "各项金额"),
        one("whole", Unit::Money, "The whole", "总数").optional(),
    ],
    outputs: &[
        out("total", Unit::Money, "Total", "合计", "Σ({amounts})"),
        out(
            "share",
            Unit::Rate,
            "Share of the whole",
            "占总数的比例",
            "{total} ÷ {whole}",
        ),
    ],
    convention: Some(Text::new(
        "Parts and whole are in one currency and of one time.",
        "各项与总数用同一种货币，属于同一段时间。",
    )),
    page: include_str!("sum_and_share.md"),
    compute: |given, results| {
        let total = results.one("total", Amount::sum(given.many("amounts")));
        if let Some(whole) = given.maybe("whole") {
            results.one("share", total / whole);
        }
    },
};

/// How concentrated a sum is on its parts.
pub static REVENUE_CONCENTRATION: Formula = Formula {
    name: "revenue-concentration",
    aliases: &["收入集中度"],
    topic: Topic::Control,
    title: Text::new("Concentration of revenue", "收入集中度"),
    answers: Text::new(
        "How much of the revenue hangs on the largest part?",
        "收入有多大一块系于最大的一项？",
    ),
    inputs: &[many("amounts", Unit::Money, "Amounts", "各项金额")],
    outputs: &[
        out(
            "largest-share",
            Unit::Rate,
            "Share of the largest",
            "最大一项的占比",
            "head(sorted({amounts})) ÷ Σ{amounts}",
        ),
        out(
            "hhi",
            Unit::Points,
            "Herfindahl index (0 to 10,000)",
            "赫芬达尔指数（0～10,000）",
            "Σ((100 × {amounts} ÷ Σ{amounts}) ^ 2)",
        ),
    ],
    convention: Some(Text::new(
        "The index squares shares in percent, as that of a market does: one part alone gives 10,000, ten equal parts 1,000.",
        "指数按百分数平方，与市场集中度同一口径：独占为 10,000，十项平分为 1,000。",
    )),
    page: include_str!("revenue_concentration.md"),
    compute: |given, results| {
        let amounts = given.many("amounts");
        let total = Amount::sum(amounts.iter().copied());
        let largest = amounts
            .iter()
            .filter_map(|amount| amount.ok())
            .max()
            .map_or(Amount::ZERO, Amount::from);
        results.one("largest-share", largest / total);
        let parts = amounts.iter().map(|part| Amount::from(100) * *part / total);
        results.one("hhi", Amount::sum(parts.map(|part| part.power(2))));
    },
};

/// An actual number on its way from where it began to where it is to be.
pub static GOAL_PROGRESS: Formula = Formula {
    name: "goal-progress",
    aliases: &["progress", "目标进度"],
    topic: Topic::Control,
    title: Text::new("Progress towards a goal", "目标进度"),
    answers: Text::new(
        "How far is the actual from the target?",
        "实际离目标还有多远？",
    ),
    inputs: &[
        one("actual", Unit::Number, "Actual", "实际值"),
        one("target", Unit::Number, "Target", "目标值"),
        one("baseline", Unit::Number, "Baseline", "起点值").optional(),
    ],
    outputs: &[
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
    convention: Some(Text::new(
        "All three are of one measure. A goal that lies below its baseline is come nearer by falling.",
        "三个数是同一个指标。目标低于起点时，数字下降才是前进。",
    )),
    page: include_str!("goal_progress.md"),
    compute: |given, results| {
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
};

/// How one number lies to another that it should meet.
pub static GOAL_VARIANCE: Formula = Formula {
    name: "goal-variance",
    aliases: &["against-goal", "目标差额"],
    topic: Topic::Control,
    title: Text::new("Variance from a goal", "与目标的差额"),
    answers: Text::new(
        "How far does a number lie from the one that it is to meet?",
        "一个数离它该达到的数有多远？",
    ),
    inputs: &[
        one("number", Unit::Money, "What comes out", "得出的数"),
        one("goal", Unit::Money, "What is stated", "写明的数"),
    ],
    outputs: &[
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
    convention: Some(Text::new(
        "Both numbers belong to the same time. A positive difference lies above what is stated.",
        "两个数属于同一段时间。差额为正，说明高于写明的数。",
    )),
    page: include_str!("goal_variance.md"),
    compute: |given, results| {
        let (number, goal) = (given.one("number"), given.one("goal"));
        results.one("difference", number - goal);
        results.one("ratio", number / goal);
    },
};

const NO_WAY: Fault = Fault::NoAnswer(Text::new(
    "the target is the baseline, so there is no way to go; set a target that differs from today",
    "目标值就是起点值，没有路可走；请定一个与现状不同的目标",
));
