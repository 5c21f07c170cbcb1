//! What came out against what was planned.

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, many, one};
use crate::figures::results::Results;
use crate::words::Text;

/// The shortfall of revenue by price and by volume.
pub static SALES_VARIANCE: Formula = Formula {
    name: "sales-variance",
    aliases: &["price-volume-variance", "sales-analysis", "销售差异"],
    topic: Topic::Control,
    title: Text::new("Sales variance", "销售差异"),
    answers: Text::new(
        "How much of the missing revenue is owed to the price, and how much to the volume?",
        "收入少了，多少怪价格，多少怪销量？",
    ),
    inputs: &[
        one("planned-price", Unit::Money, "Planned price", "计划价格").also(&["p0"]),
        one("planned-volume", Unit::Count, "Planned volume", "计划销量").also(&["q0"]),
        one("actual-price", Unit::Money, "Actual price", "实际价格").also(&["p1"]),
        one("actual-volume", Unit::Count, "Actual volume", "实际销量").also(&["q1"]),
    ],
    outputs: &[
        out(
            "total",
            Unit::Money,
            "Shortfall in all",
            "总差额",
            "{planned-price} × {planned-volume} − {actual-price} × {actual-volume}",
        ),
        out(
            "by-price",
            Unit::Money,
            "Owed to the price",
            "因价格",
            "({planned-price} − {actual-price}) × {actual-volume}",
        ),
        out(
            "by-volume",
            Unit::Money,
            "Owed to the volume",
            "因销量",
            "{planned-price} × ({planned-volume} − {actual-volume})",
        ),
        out(
            "price-share",
            Unit::Rate,
            "Part of the price",
            "价格所占",
            "{by-price} ÷ {total}",
        ),
        out(
            "volume-share",
            Unit::Rate,
            "Part of the volume",
            "销量所占",
            "{by-volume} ÷ {total}",
        ),
    ],
    convention: Some(Text::new(
        "A shortfall is positive, a surplus negative. The price is weighed with the actual volume, the volume with the planned price.",
        "少了为正，多了为负。价格差按实际销量算，销量差按计划价格算。",
    )),
    page: include_str!("sales_variance.md"),
    compute: sales_variance,
};

fn sales_variance(given: &Given, results: &mut Results) {
    let (p0, q0) = (given.one("planned-price"), given.one("planned-volume"));
    let (p1, q1) = (given.one("actual-price"), given.one("actual-volume"));
    let price = results.one("by-price", (p0 - p1) * q1);
    let volume = results.one("by-volume", p0 * (q0 - q1));
    let total = results.one("total", p0 * q0 - p1 * q1);
    results.one("price-share", price / total);
    results.one("volume-share", volume / total);
}

/// Results against expectations, one by one and in all.
pub static ATTAINMENT: Formula = Formula {
    name: "attainment",
    aliases: &["target-attainment", "deviation", "目标达成率", "达成率"],
    topic: Topic::Control,
    title: Text::new("Attainment", "目标达成率"),
    answers: Text::new(
        "How far is each result above or below what was expected?",
        "各项实绩比预期高出或低了多少？",
    ),
    inputs: &[
        many("expected", Unit::Number, "Expected", "预期").also(&["planned", "target"]),
        many("actual", Unit::Number, "Actual", "实际").also(&["actuals"]),
    ],
    outputs: &[
        out(
            "deviation",
            Unit::Rate,
            "Deviation",
            "偏差",
            "({actual} − {expected}) ÷ {expected}",
        ),
        out(
            "attainment",
            Unit::Rate,
            "Attainment",
            "达成率",
            "{actual} ÷ {expected}",
        ),
        out(
            "total-deviation",
            Unit::Rate,
            "Deviation in all",
            "总偏差",
            "(Σ{actual} − Σ{expected}) ÷ Σ{expected}",
        ),
        out(
            "difference",
            Unit::Number,
            "Difference",
            "差额",
            "{actual} − {expected}",
        ),
    ],
    convention: Some(Text::new(
        "Minus means less than expected. Results that are added up must be of one kind.",
        "负数表示低于预期。要相加的各项必须是同一类数。",
    )),
    page: include_str!("attainment.md"),
    compute: attainment,
};

fn attainment(given: &Given, results: &mut Results) {
    let pairs = given.pairs("expected", "actual", results);
    let list = |of: fn(Amount, Amount) -> Amount| {
        let items = pairs
            .iter()
            .map(|(expected, actual)| of(*expected, *actual));
        items.collect::<Vec<_>>()
    };
    results.many(
        "deviation",
        &list(|expected, actual| (actual - expected) / expected),
    );
    results.many("attainment", &list(|expected, actual| actual / expected));
    results.many("difference", &list(|expected, actual| actual - expected));
    let expected = Amount::sum(pairs.iter().map(|(expected, _)| *expected));
    let actual = Amount::sum(pairs.iter().map(|(_, actual)| *actual));
    results.one("total-deviation", (actual - expected) / expected);
}

/// The part of the sales that goes into marketing.
pub static EXPENSE_RATIO: Formula = Formula {
    name: "expense-to-sales",
    aliases: &["expense-ratio", "marketing-expense-to-sales", "费用率"],
    topic: Topic::Control,
    title: Text::new("Marketing expense to sales", "营销费用率"),
    answers: Text::new(
        "Which part of the sales goes into marketing, item by item and in all?",
        "销售额里有多少花在营销上？各项与合计各是多少？",
    ),
    inputs: &[
        many(
            "ratios",
            Unit::Rate,
            "Expense to sales, by item",
            "各项费用率",
        )
        .also(&["parts"])
        .optional(),
        many("expenses", Unit::Money, "Expense of each item", "各项费用").optional(),
        one("sales", Unit::Money, "Sales", "销售额")
            .in_range(Range::Positive)
            .optional(),
    ],
    outputs: &[
        out(
            "expense-ratio",
            Unit::Rate,
            "Marketing expense to sales",
            "营销费用率",
            "Σ{ratios}",
        ),
        out(
            "item-ratios",
            Unit::Rate,
            "Of each item",
            "各项费用率",
            "{expenses} ÷ {sales}",
        ),
        out(
            "expense",
            Unit::Money,
            "Expense in all",
            "费用合计",
            "{expense-ratio} × {sales}",
        ),
    ],
    convention: Some(Text::new(
        "Give the ratios of the items, or their expenses and the sales. All are of one period and of the same sales.",
        "给出各项费用率，或各项费用和销售额。都属于同一期、同一个销售额。",
    )),
    page: include_str!("expense_to_sales.md"),
    compute: expense_ratio,
};

const NO_ITEMS: Fault = Fault::NoAnswer(Text::new(
    "give the ratios of the items, or their expenses and the sales",
    "请给出各项费用率，或各项费用和销售额",
));

fn expense_ratio(given: &Given, results: &mut Results) {
    let sales = given.maybe("sales");
    match (given.has("ratios"), given.has("expenses"), sales) {
        (true, false, _) => {
            let ratio = results.one("expense-ratio", Amount::sum(given.many("ratios")));
            if let Some(sales) = sales {
                results.one("expense", ratio * sales);
            }
        }
        (false, true, Some(sales)) => {
            let expenses = given.many("expenses");
            let items: Vec<Amount> = expenses.iter().map(|it| *it / sales).collect();
            results.many("item-ratios", &items);
            results.by("expense", "Σ{expenses}");
            results.by("expense-ratio", "{expense} ÷ {sales}");
            let expense = results.one("expense", Amount::sum(expenses));
            results.one("expense-ratio", expense / sales);
        }
        _ => results.refuse(NO_ITEMS),
    }
}
