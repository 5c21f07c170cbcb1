//! How many people should sell.

use crate::figures::amount::Amount;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::Text;

/// From the calls that customers need.
pub static SALES_FORCE_WORKLOAD: Formula = Formula {
    name: "sales-force-workload",
    aliases: &[
        "workload",
        "workload-approach",
        "sales-force-size",
        "销售队伍工作量法",
        "工作量法",
    ],
    topic: Topic::Communication,
    title: Text::new("Sales force by workload", "按工作量定销售队伍"),
    answers: Text::new(
        "How many salespeople does it take to visit every customer as often as it should be?",
        "要按该有的次数拜访每位客户，需要多少销售人员？",
    ),
    inputs: &[
        many(
            "accounts",
            Unit::Count,
            "Accounts of each class",
            "各类客户数",
        )
        .in_range(Range::NotNegative),
        many(
            "calls",
            Unit::Number,
            "Calls on one of them",
            "每户拜访次数",
        )
        .also(&["calls-per-account"])
        .in_range(Range::NotNegative),
        one(
            "calls-per-rep",
            Unit::Number,
            "Calls that one person makes",
            "每人拜访次数",
        )
        .also(&["capacity"])
        .in_range(Range::Positive),
    ],
    outputs: &[
        out(
            "reps",
            Unit::Number,
            "Salespeople",
            "销售人员数",
            "{workload} ÷ {calls-per-rep}",
        ),
        out(
            "reps-to-hire",
            Unit::Count,
            "Whole salespeople",
            "整数人数",
            "round_up({reps})",
        ),
        out(
            "workload",
            Unit::Number,
            "Calls in all",
            "拜访总次数",
            "Σ({accounts} × {calls})",
        ),
    ],
    convention: Some(Text::new(
        "All calls belong to the same period. Accounts and calls stand in the same order, class by class.",
        "拜访次数按同一个周期算。客户数和次数按同样的顺序一类一类列出。",
    )),
    page: include_str!("sales_force_workload.md"),
    compute: workload,
};

fn workload(given: &Given, results: &mut Results) {
    let classes = given.pairs("accounts", "calls", results);
    let calls = Amount::sum(
        classes
            .into_iter()
            .map(|(accounts, calls)| accounts * calls),
    );
    let reps = results.one("workload", calls) / given.one("calls-per-rep");
    results.one("reps", reps);
    results.one("reps-to-hire", reps.ceil());
}

/// From the sales that one of them makes.
pub static SALES_FORCE_BREAKDOWN: Formula = Formula {
    name: "sales-force-breakdown",
    aliases: &[
        "breakdown",
        "breakdown-method",
        "sales-per-rep",
        "分解法",
        "销售队伍分解法",
    ],
    topic: Topic::Communication,
    title: Text::new("Sales force by breakdown", "按销售额定销售队伍"),
    answers: Text::new(
        "How many salespeople does a forecast need, at what one of them usually sells?",
        "按每人通常的销售额，完成预测需要多少销售人员？",
    ),
    inputs: &[
        one("forecast", Unit::Money, "Forecast sales", "预测销售额")
            .also(&["sales"])
            .in_range(Range::NotNegative),
        one("per-rep", Unit::Money, "Sales of one person", "每人销售额")
            .also(&["productivity"])
            .in_range(Range::Positive),
        one(
            "turnover",
            Unit::Rate,
            "Part that leaves in the period",
            "期内离职率",
        )
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "reps",
            Unit::Number,
            "Salespeople",
            "销售人员数",
            "{forecast} ÷ {per-rep}",
        ),
        out(
            "reps-to-hire",
            Unit::Count,
            "Whole salespeople",
            "整数人数",
            "round_up({reps})",
        ),
        out(
            "with-turnover",
            Unit::Number,
            "With those who will leave",
            "计入离职后的人数",
            "{reps} × (1 + {turnover})",
        ),
    ],
    convention: Some(Text::new(
        "Takes sales as given and people as their result, though more people also sell more.",
        "把销售额当作已知、人数当作结果；而实际上人多也会卖得更多。",
    )),
    page: include_str!("sales_force_breakdown.md"),
    compute: |given, results| {
        let reps = results.one("reps", given.one("forecast") / given.one("per-rep"));
        results.one("reps-to-hire", reps.ceil());
        if let Some(turnover) = given.maybe("turnover") {
            results.one("with-turnover", reps * (Amount::ONE + turnover));
        }
    },
};

/// As long as one more brings more than he or she costs.
pub static SALES_FORCE_MARGINAL: Formula = Formula {
    name: "sales-force-marginal",
    aliases: &[
        "incremental-method",
        "marginal-method",
        "sales-force-optimum",
        "边际法",
        "销售队伍边际法",
    ],
    topic: Topic::Communication,
    title: Text::new("Sales force by marginal return", "按边际收益定销售队伍"),
    answers: Text::new(
        "At which number of salespeople does the next one cost more than he or she brings?",
        "增加到多少人时，再加一个人就得不偿失？",
    ),
    inputs: &[
        one(
            "yield",
            Unit::Money,
            "Contribution of the first person",
            "第一个人带来的贡献",
        )
        .also(&["a"])
        .in_range(Range::NotNegative),
        one("cost", Unit::Money, "Cost of one person", "每人成本")
            .also(&["c", "cost-per-rep"])
            .in_range(Range::Positive),
        one("present", Unit::Number, "Salespeople today", "现有人数")
            .in_range(Range::NotNegative)
            .optional(),
    ],
    outputs: &[
        out(
            "reps",
            Unit::Number,
            "Best number of salespeople",
            "最优人数",
            "({yield} ÷ (2 × {cost})) ^ 2",
        ),
        out(
            "profit",
            Unit::Money,
            "Profit at the best number",
            "最优人数的利润",
            "{yield} × √({reps}) − {cost} × {reps}",
        ),
        out(
            "present-profit",
            Unit::Money,
            "Profit with those of today",
            "现有人数的利润",
            "{yield} × √({present}) − {cost} × {present}",
        ),
        out(
            "gain",
            Unit::Money,
            "Gained by the change",
            "调整带来的增加",
            "{profit} − {present-profit}",
        ),
    ],
    convention: Some(Text::new(
        "Contribution grows with the square root of the number of salespeople: four sell twice as much as one. Fit the curve to your own territories first.",
        "假定贡献随人数的平方根增长：四个人卖的是一个人的两倍。先用自己各区域的数据检验这条曲线。",
    )),
    page: include_str!("sales_force_marginal.md"),
    compute: marginal,
};

fn marginal(given: &Given, results: &mut Results) {
    let (first, cost) = (given.one("yield"), given.one("cost"));
    let profit = |root: Amount| first * root - cost * root * root;
    // At the best number its root is simply the half of yield over cost: exact, without a root.
    let root = first / (Amount::from(2) * cost);
    results.one("reps", root * root);
    let best = results.one("profit", profit(root));
    if let Some(present) = given.maybe("present") {
        let today = results.one("present-profit", first * present.root() - cost * present);
        results.one("gain", best - today);
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn a_part_of_a_person_is_a_person() {
        check(
            &SALES_FORCE_WORKLOAD,
            &[
                (
                    "accounts 10;20 calls 6;1 calls-per-rep 30",
                    "reps-to-hire",
                    "3",
                ),
                (
                    "accounts 10;20 calls 6 calls-per-rep 30",
                    "reps",
                    "as many as each other",
                ),
            ],
        );
        check(
            &SALES_FORCE_BREAKDOWN,
            &[
                ("forecast 100 per-rep 30", "reps-to-hire", "4"),
                ("forecast 100 per-rep 0", "reps", "more than zero"),
            ],
        );
    }

    #[test]
    fn the_next_person_brings_less() {
        check(
            &SALES_FORCE_MARGINAL,
            &[
                ("a 60 c 10", "reps", "9"),
                ("a 60 c 10", "profit", "90"),
                ("a 60 c 10 present 4", "present-profit", "80"),
                ("a 60 c 10 present 4", "gain", "10"),
                ("a 0 c 10", "reps", "0"),
            ],
        );
    }
}
