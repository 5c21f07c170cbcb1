//! A revenue that its own forecast does not come to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::sales;
use crate::catalogue::Step;
use crate::catalogue::choices::RevenueModel;
use crate::checks::context::half_unit;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "M409",
    name: "revenue-target-does-not-add-up",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("Revenue does not add up", "收入目标算不平"),
    why: Text::new(
        "Two numbers for one thing cannot both be true, and a later review has nothing to measure against (Kotler, on variance analysis).",
        "同一件事有两个数，不可能都对，以后复盘也没有准绳（科特勒论差异分析）。",
    ),
    ask: Text::new(
        "Which sales are missing from the forecast, or which number is only a wish?",
        "预测里漏了哪些销售？还是其中一个数只是愿望？",
    ),
    page: include_str!("revenue_target_does_not_add_up.md"),
    check,
};

/// How far sum and total may lie apart, in hundredths of the total: totals are told rounded.
const TOLERANCE: i64 = 1;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let Some(stated) = &plan.totals.revenue else {
        return Checked::Lacks(Text::new("a total of revenue", "预计收入总额"));
    };
    let mut sum = Decimal::ZERO;
    let mut lines = 0;
    for line in sales::base(plan) {
        let next = sales::takings(line).and_then(|takings| sum.checked_add(takings));
        let Some(next) = next else {
            return Checked::Lacks(Text::new(
                "customers, purchases and price in every line of the base forecast",
                "基准预测每一项的顾客数、次数和净价",
            ));
        };
        sum = next;
        lines += 1;
    }
    if lines == 0 {
        return Checked::Lacks(Text::new("a base forecast", "基准预测"));
    }
    let stated_slack = half_unit(stated.value).max(
        stated
            .abs()
            .checked_mul(Decimal::new(TOLERANCE, 2))
            .unwrap_or_default(),
    );
    let fits = |sum: Decimal| {
        sum.checked_sub(stated.value)
            .is_some_and(|gap| gap.abs() <= stated_slack)
    };
    if fits(sum) || parts(context).into_values().any(fits) {
        return Checked::Yes;
    }
    let more = sum > stated.value;
    if !more && has_other_income(context) {
        return Checked::Lacks(Text::new(
            "a forecast of the income that is not from sales",
            "销售以外收入的预测",
        ));
    }
    let text = if more {
        Text::new(
            "The base forecast comes to {0}, {2} more than the stated revenue of {1}.",
            "基准预测合计{0}，比写明的收入{1}多出{2}。",
        )
    } else {
        Text::new(
            "The base forecast comes to {0}, {2} less than the stated revenue of {1}.",
            "基准预测合计{0}，比写明的收入{1}少{2}。",
        )
    };
    let gap = sum.checked_sub(stated.value).unwrap_or_default().abs();
    let args = [show(sum), show(stated.value), show(gap)];
    sink.value(
        &plan.totals,
        "revenue",
        stated,
        text,
        &[&args[0], &args[1], &args[2]],
    );
    Checked::Yes
}

/// The sums of each year and of each length of period: a plan may state the first of three years,
/// or tell a year as a whole and again by the month.
fn parts(context: &Context) -> BTreeMap<(i16, i8), Decimal> {
    let mut parts: BTreeMap<(i16, i8), Decimal> = BTreeMap::new();
    for line in sales::base(context.plan) {
        let (Some(period), Some(takings)) = (sales::period(line), sales::takings(line)) else {
            continue;
        };
        let months = period.months();
        let year = period.first_day().year();
        for key in [(year, 0), (0, months), (year, months)] {
            let sum = parts.entry(key).or_default();
            *sum = sum.checked_add(takings).unwrap_or(*sum);
        }
    }
    parts
}

/// Whether money comes in that no line of a sales forecast shows.
fn has_other_income(context: &Context) -> bool {
    context.plan.revenue_streams.iter().any(|row| {
        row.model.as_ref().is_some_and(|model| {
            !matches!(
                model.value,
                RevenueModel::Sale | RevenueModel::Subscription | RevenueModel::Usage
            )
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const LINE: &str =
        "[[mix.forecast]]\nid = \"a\"\ncustomers = 800\npurchases = 6\nprice = 50.0\n";

    fn plan(revenue: &str, more: &str) -> String {
        format!("[mix.totals]\nrevenue = {revenue}\n{LINE}{more}")
    }

    #[test]
    fn a_gap_is_found_in_either_direction() {
        assert_eq!(paths("M409", &plan("400000", "")), ["mix.totals.revenue"]);
        let says = messages("M409", &plan("400000", ""), Lang::En);
        assert!(says[0].contains("240,000") && says[0].contains("160,000 less"));
        let says = messages("M409", &plan("200000", ""), Lang::Zh);
        assert!(says[0].contains("多出40,000"));
    }

    #[test]
    fn rounding_other_cases_and_free_offers_are_silent() {
        for revenue in ["240000", "242000", "238000.00"] {
            assert_eq!(paths("M409", &plan(revenue, "")), [""; 0], "{revenue}");
        }
        let low = LINE.replace("\"a\"", "\"b\"\nscenario = \"low\"");
        assert_eq!(paths("M409", &plan("240000", &low)), [""; 0]);
        let free = "[mix.totals]\nrevenue = 0\n[[mix.forecast]]\nid = \"a\"\ncustomers = 9\npurchases = 2\nprice = 0\n";
        assert_eq!(paths("M409", free), [""; 0]);
    }

    #[test]
    fn one_year_of_several_or_one_way_of_telling_is_enough() {
        let years = "[mix.totals]\nrevenue = 100\n\
            [[mix.forecast]]\nid = \"a\"\nperiod = \"2027\"\ncustomers = 10\npurchases = 1\nprice = 10\n\
            [[mix.forecast]]\nid = \"b\"\nperiod = \"2028\"\ncustomers = 30\npurchases = 1\nprice = 10\n";
        assert_eq!(paths("M409", years), [""; 0]);
        let twice = years.replace("2028", "2027-Q1");
        assert_eq!(paths("M409", &twice), [""; 0]);
    }

    #[test]
    fn income_of_another_kind_may_fill_the_gap() {
        let gifts = "[[relationships.revenue_streams]]\nid = \"g\"\nmodel = \"donation\"\n";
        assert!(!is_checked("M409", &plan("400000", gifts)));
        assert_eq!(paths("M409", &plan("200000", gifts)).len(), 1);
    }

    #[test]
    fn without_all_parts_nothing_is_judged() {
        assert!(!is_checked("M409", "") && !is_checked("M409", LINE));
        assert!(!is_checked("M409", "[mix.totals]\nrevenue = 5\n"));
        let open = "[[mix.forecast]]\nid = \"b\"\ncustomers = 3\n";
        assert!(!is_checked("M409", &plan("400000", open)));
    }
}
