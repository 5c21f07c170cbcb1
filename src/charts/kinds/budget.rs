//! Where the money goes: by lever, and month by month.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Kind;
use crate::catalogue::Step;
use crate::catalogue::choices::{Choose, Lever};
use crate::charts::chart::{Bar, Bars, Body, Chart, Form};
use crate::charts::ground::{Ground, percent};
use crate::plan::Record;
use crate::plan::records::BudgetLine;
use crate::words::Text;
use crate::words::date::Period;

/// The budget lines by the lever that they move.
pub(super) static BY_LEVER: Kind = Kind {
    key: "budget-by-lever",
    step: Step::Mix,
    title: Text::new("Budget by lever", "预算：按手段"),
    question: Text::new("On which levers is the money spent?", "钱花在哪些手段上？"),
    build: by_lever,
};

/// The budget lines by the months of their periods.
pub(super) static BY_MONTH: Kind = Kind {
    key: "budget-by-month",
    step: Step::Mix,
    title: Text::new("Budget by month", "预算：按月"),
    question: Text::new("When is the money spent?", "钱什么时候花出去？"),
    build: by_month,
};

/// The longest plan whose months are shown one by one.
const MOST_MONTHS: usize = 120;

/// What a line costs: its amount, or its quantity at its rate.
fn amount(line: &BudgetLine<'_>) -> Option<Decimal> {
    if let Some(amount) = &line.amount {
        return Some(amount.value);
    }
    line.quantity
        .as_ref()?
        .value
        .checked_mul(line.rate.as_ref()?.value)
}

const NEEDED: Text = Text::new(
    "This chart needs budget lines with an amount (or a quantity and a rate).",
    "画这张图，需要有金额（或数量和单价）的预算行。",
);

fn needed(ground: &Ground<'_, '_>, key: &str) -> Vec<String> {
    let lines = &ground.plan.budget;
    let paths: Vec<String> = lines.iter().map(|line| line.path(key)).collect();
    if paths.is_empty() {
        vec![String::from("mix.budget")]
    } else {
        paths
    }
}

fn by_lever(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut sums: BTreeMap<Option<Lever>, (Decimal, Vec<String>)> = BTreeMap::new();
    let mut empty = Vec::new();
    for line in &ground.plan.budget {
        let Some(amount) = amount(line) else {
            empty.push(line.path("amount"));
            continue;
        };
        let lever = line.lever.as_ref().map(|lever| lever.value);
        let sum = sums.entry(lever).or_default();
        sum.0 = sum.0.saturating_add(amount);
        sum.1.push(line.path(""));
    }
    if sums.is_empty() {
        chart.body = Err(ground.missing(NEEDED, needed(ground, "amount")));
        return;
    }
    chart.left_out(ground, &empty);
    let total = sums
        .values()
        .fold(Decimal::ZERO, |sum, it| sum.saturating_add(it.0));
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, (sum, _))| std::cmp::Reverse(*sum));
    let mut rows = Vec::new();
    for (lever, (sum, paths)) in sums {
        let label = lever.map_or(Text::new("no lever", "未注明手段"), label);
        let label = ground.word(label);
        let share = sum
            .checked_div(total)
            .map(|share| percent(share.round_dp(3)));
        let text = Text::new("{0}: {1}, {2} of {3}", "{0}：{1}，占总额{3}的{2}");
        let shown = ground.money(sum);
        let args = [
            label.clone(),
            shown.clone(),
            share.unwrap_or_default(),
            ground.money(total),
        ];
        let path = paths.into_iter().next().unwrap_or_default();
        let note = chart.note(ground.say(text, &args), path);
        rows.push(Bar {
            label,
            values: vec![sum],
            shown: vec![shown],
            note: Some(note),
        });
    }
    chart.body = Ok(Body::Bars(Bars {
        series: Vec::new(),
        rows,
        form: Form::Beside,
    }));
}

/// The name of a lever on screen.
pub(super) fn label(lever: Lever) -> Text {
    let at = Lever::VALUES.iter().position(|value| *value == lever);
    let choice = at.and_then(|at| Lever::CHOICES.get(at));
    choice.map_or(Text::new("", ""), |choice| choice.label)
}

fn by_month(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut months: BTreeMap<Date, (Decimal, Vec<String>)> = BTreeMap::new();
    let mut empty = Vec::new();
    let mut spread = false;
    for line in &ground.plan.budget {
        let period = line.period.as_ref().and_then(|it| Period::parse(&it.value));
        let (Some(amount), Some(period)) = (amount(line), period) else {
            let key = if period.is_some() { "amount" } else { "period" };
            empty.push(line.path(key));
            continue;
        };
        let within = within(ground, period);
        spread |= within.len() > 1;
        let share = amount / Decimal::from(within.len().max(1));
        for month in within {
            let sum = months.entry(month).or_default();
            sum.0 = sum.0.saturating_add(share);
            sum.1.push(line.path(""));
        }
    }
    let (Some(first), Some(last)) = (months.keys().next(), months.keys().next_back()) else {
        let say = Text::new(
            "This chart needs budget lines with an amount and a period: a year, a quarter or a month.",
            "画这张图，需要有金额和时段（年、季或月）的预算行。",
        );
        chart.body = Err(ground.missing(say, needed(ground, "period")));
        return;
    };
    chart.left_out(ground, &empty);
    if spread {
        let say = Text::new(
            "A line for a year or a quarter is spread evenly over its months within the plan.",
            "按年或按季写的预算，在计划期内的各月平均分摊。",
        );
        chart.remarks.push(ground.word(say));
    }
    let mut rows = Vec::new();
    let mut month = *first;
    while month <= *last && rows.len() < MOST_MONTHS {
        let (sum, paths) = months.get(&month).cloned().unwrap_or_default();
        let sum = sum.round_dp(2);
        let shown = ground.money(sum);
        let label = format!("{}-{:02}", month.year(), month.month());
        let note = paths.into_iter().next().map(|path| {
            let text = Text::new("{0}: {1}", "{0}：{1}");
            let period = Period::month(month.year(), month.month());
            let period = period.map_or(label.clone(), |it| it.show(ground.lang));
            chart.note(ground.say(text, &[period, shown.clone()]), path)
        });
        rows.push(Bar {
            label,
            values: vec![sum],
            shown: vec![shown],
            note,
        });
        let Ok(next) = month.checked_add(1.month()) else {
            break;
        };
        month = next;
    }
    chart.body = Ok(Body::Bars(Bars {
        series: Vec::new(),
        rows,
        form: Form::Beside,
    }));
}

/// The first days of the months of a period, those within the plan where there are any.
fn within(ground: &Ground<'_, '_>, period: Period) -> Vec<Date> {
    let frame = &ground.plan.frame;
    let start = frame.starts.as_ref().map(|it| it.value.first_of_month());
    let end = frame.ends.as_ref().map(|it| it.value);
    let first = period.first_day();
    let months: Vec<Date> = (0..i64::from(period.months()))
        .filter_map(|nth| first.checked_add(nth.months()).ok())
        .collect();
    let inside =
        |month: &&Date| start.is_none_or(|it| **month >= it) && end.is_none_or(|it| **month <= it);
    let kept: Vec<Date> = months.iter().filter(inside).copied().collect();
    if kept.is_empty() { months } else { kept }
}
