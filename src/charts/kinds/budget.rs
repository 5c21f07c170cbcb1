//! Where the money goes: by lever, and month by month.

use jiff::ToSpan;
use rust_decimal::Decimal;

use super::Kind;
use crate::catalogue::Step;
use crate::catalogue::choices::Choose;
use crate::charts::chart::{Bar, Bars, Body, Chart, Form};
use crate::charts::ground::{Ground, called};
use crate::plan::Record;
use crate::plan::records::BudgetLine;
use crate::words::Text;
use crate::words::date::Period;

/// The budget lines by the lever that they move.
pub(super) static BY_LEVER: Kind = Kind {
    key: "budget-by-lever",
    step: Step::Mix,
    title: Text::new("Budget by lever", "预算：按营销手段"),
    question: Text::new(
        "On which levers is the money spent?",
        "钱花在哪些营销手段上？",
    ),
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

/// The longest time whose months are shown one by one.
const MOST_MONTHS: usize = 120;

/// The lines for which something holds, by the path of a field.
fn lines(ground: &Ground<'_, '_>, key: &str, wanted: fn(&BudgetLine<'_>) -> bool) -> Vec<String> {
    let lines = ground.plan.budget.iter().filter(|line| wanted(line));
    lines.map(|line| line.path(key)).collect()
}

/// A chart of bars of one series.
fn bars(rows: Vec<Bar>) -> Body {
    Body::Bars(Bars {
        series: Vec::new(),
        rows,
        form: Form::Beside,
    })
}

fn by_lever(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut parts: Vec<_> = ground
        .all("budget-by-lever")
        .filter_map(|figure| Some((figure, figure.number("total")?)))
        .collect();
    parts.sort_by_key(|(_, total)| std::cmp::Reverse(*total));
    let no_lever = lines(ground, "lever", |line| line.lever.is_none());
    if parts.is_empty() {
        let say = Text::new(
            "This chart needs budget lines with a lever and an amount (or a quantity and a rate).",
            "画这张图，需要写明营销手段和金额（或数量与单价）的预算行。",
        );
        chart.body = Err(ground.missing(say, no_lever, "mix.budget"));
        return;
    }
    chart.left_out(ground, &no_lever);
    let mut rows = Vec::new();
    for (figure, total) in parts {
        let Some(subject) = &figure.subject else {
            continue;
        };
        let label = subject.called(ground.lang).to_owned();
        let shown = ground.money(total);
        let share = figure
            .number("share")
            .map(|it| ground.percent(it.round_dp(3)));
        let text = Text::new(
            "{0}: {1}, {2} of the budget lines",
            "{0}：{1}，占各预算行合计的 {2}",
        );
        let args = [label.clone(), shown.clone(), share.unwrap_or_default()];
        let of = |line: &&BudgetLine<'_>| {
            let lever = line.lever.as_ref().map(|it| it.value);
            lever.is_some_and(|it| Choose::from_key(&subject.name) == Some(it))
        };
        let line = ground.plan.budget.iter().find(of);
        let path = line.map_or(subject.path.clone(), |line| line.path(""));
        let note = chart.note(ground.say(text, &args), path);
        rows.push(Bar {
            label,
            values: vec![total],
            shown: vec![shown],
            note: Some(note),
        });
    }
    chart.body = Ok(bars(rows));
}

fn by_month(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let months: Vec<_> = ground
        .all("budget-by-month")
        .filter_map(|figure| {
            let name = &figure.subject.as_ref()?.name;
            let month = Period::parse(name)?.first_day();
            Some((month, figure.number("amount")?, figure))
        })
        .collect();
    let ends = (months.first(), months.last());
    let (Some((first, _, figure)), Some((last, ..))) = ends else {
        let say = Text::new(
            "This chart needs a period (a year, a quarter or a month) and an amount for every budget line: half of them would mislead.",
            "画这张图，每一行预算都要有时段（年、季或月）和金额：只画一半会误导人。",
        );
        let lacking = lines(ground, "period", |line| line.period.is_none());
        chart.body = Err(ground.missing(say, lacking, "mix.budget"));
        return;
    };
    let mut rows = Vec::new();
    let mut month = *first;
    while month <= *last && rows.len() < MOST_MONTHS {
        let sum = months.iter().find(|(of, ..)| *of == month);
        let sum = sum.map_or(Decimal::ZERO, |(_, sum, _)| *sum);
        let shown = ground.money(sum);
        let label = format!("{}-{:02}", month.year(), month.month());
        let period = Period::month(month.year(), month.month());
        let said = period.map_or(label.clone(), |it| it.show(ground.lang));
        let lines = period.map(|it| lines_in(ground, it)).unwrap_or_default();
        let path = lines
            .first()
            .map_or_else(|| String::from("mix.budget"), |it| it.path("period"));
        let text = Text::new("{0}: {1} ({2})", "{0}：{1}（{2}）");
        let said = ground.say(text, &[said, shown.clone(), items(ground, &lines)]);
        let note = chart.note(said, path);
        rows.push(Bar {
            label,
            values: vec![sum],
            shown: vec![shown],
            note: Some(note),
        });
        let Ok(next) = month.checked_add(1.month()) else {
            break;
        };
        month = next;
    }
    if let Some(convention) = figure.formula.convention {
        chart.remarks.push(ground.word(convention));
    }
    chart.body = Ok(bars(rows));
}

/// The lines whose periods hold a month, the dearest of a month first.
fn lines_in<'r, 'p>(ground: &Ground<'r, 'p>, month: Period) -> Vec<&'r BudgetLine<'p>> {
    let mut found: Vec<(Option<Decimal>, &BudgetLine<'_>)> = Vec::new();
    for line in &ground.plan.budget {
        let Some(period) = line.period.as_ref().and_then(|it| Period::parse(&it.value)) else {
            continue;
        };
        let holds =
            period.first_day() <= month.first_day() && month.last_day() <= period.last_day();
        let amount = ground.of("budget-line", line, "amount").filter(|_| holds);
        if let Some(amount) = amount {
            found.push((amount.checked_div(period.months().into()), line));
        }
    }
    found.sort_by_key(|(amount, _)| std::cmp::Reverse(*amount));
    found.into_iter().map(|(_, line)| line).collect()
}

/// What the money is for: the dearest things, and how many more.
fn items(ground: &Ground<'_, '_>, lines: &[&BudgetLine<'_>]) -> String {
    const MOST: usize = 2;
    let mut names: Vec<String> = lines
        .iter()
        .take(MOST)
        .map(|line| called(*line, line.item.as_ref()))
        .collect();
    if let Some(more) = lines.len().checked_sub(MOST).filter(|more| *more > 0) {
        let text = Text::new("{0} more", "另{0}项");
        names.push(ground.say(text, &[more.to_string()]));
    }
    if names.is_empty() {
        return ground.word(Text::new("nothing", "没有支出"));
    }
    names.join(Text::new("; ", "；").get(ground.lang))
}
