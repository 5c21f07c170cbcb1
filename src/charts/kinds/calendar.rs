//! What is done when, what waits for what, and where the milestones stand.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Kind;
use crate::catalogue::Step;
use crate::catalogue::choices::{ActionStatus, Repeat, Scenario};
use crate::charts::chart::{Body, Calendar, Chart, Event, EventKind};
use crate::charts::ground::{Ground, called, choice, id, number};
use crate::charts::scale::float;
use crate::plan::Record;
use crate::plan::records::Action;
use crate::words::Text;
use crate::words::date::{self, Period};

/// Actions, offers and milestones over the months.
pub(super) static KIND: Kind = Kind {
    key: "calendar",
    step: Step::Mix,
    title: Text::new("Calendar", "日程图"),
    question: Text::new(
        "What is done when, what waits for what, and where are the milestones?",
        "什么时候做什么，哪件事要等哪件事，里程碑在哪里？",
    ),
    build,
};

/// The most times that an action is drawn for; what comes back more often is one long bar.
const MOST_TIMES: i64 = 400;
/// How many months before and after the plan are shown where something is to be done there.
const MARGIN: i32 = 6;

/// A row before its note is numbered.
#[derive(Debug)]
struct Row<'r> {
    label: String,
    kind: EventKind,
    times: Vec<[Date; 2]>,
    own: &'r str,
    after: Vec<&'r str>,
    text: String,
    path: String,
}

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut empty = Vec::new();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for action in &ground.plan.actions {
        match self::action(ground, action) {
            Some(row) => rows.push(row),
            None => empty.push(action.path("starts")),
        }
    }
    rows.extend(offers(ground));
    rows.sort_by_key(|row| row.times.first().copied());
    let milestones = milestones(ground);
    if rows.is_empty() && milestones.is_empty() {
        let say = Text::new(
            "This calendar needs the day on which an action starts or ends; milestones and limited offers are shown too.",
            "画这张日程图，需要行动的开始或结束日期；里程碑和限时优惠也会画出来。",
        );
        chart.body = Err(ground.missing(say, empty, "mix.actions"));
        return;
    }
    chart.left_out(ground, &empty);
    rows.extend(milestones);
    let ids: Vec<(&str, Option<Date>)> = rows
        .iter()
        .map(|row| (row.own, row.times.last().map(|time| time[1])))
        .collect();
    let mut events = Vec::new();
    for row in &rows {
        let mut after = Vec::new();
        let mut text = row.text.clone();
        for wanted in &row.after {
            let Some(at) = ids
                .iter()
                .position(|(own, _)| own == wanted && !own.is_empty())
            else {
                continue;
            };
            let mark = crate::charts::chart::mark(at).to_string();
            let start = row.times.first().map(|time| time[0]);
            let early = ids
                .get(at)
                .and_then(|(_, end)| *end)
                .zip(start)
                .is_some_and(|(end, start)| start <= end);
            let said = if early {
                Text::new(
                    "{0}; after {1}, but starts before {1} ends",
                    "{0}；在 {1} 之后，却在 {1} 结束前就开始",
                )
            } else {
                Text::new("{0}; after {1}", "{0}；在 {1} 之后")
            };
            text = ground.say(said, &[text, mark]);
            after.push(at);
        }
        let note = chart.note(text, row.path.clone());
        events.push(Event {
            label: row.label.clone(),
            kind: row.kind,
            times: row.times.clone(),
            after,
            note,
        });
    }
    let Some((first, last)) = span(ground, &events) else {
        return;
    };
    legend(ground, chart, &events);
    let seasons = seasons(ground);
    if !seasons.is_empty() {
        let text = Text::new(
            "The forecast a month beside its best month: █ more than three quarters, ▓ half, ▒ a quarter, ░ less.",
            "各月预测与最好的月份相比：█ 超过四分之三，▓ 超过一半，▒ 超过四分之一，░ 更少。",
        );
        chart.remarks.push(ground.word(text));
    }
    chart.body = Ok(Body::Calendar(Calendar {
        first,
        last,
        today: ground.today.filter(|today| (first..=last).contains(today)),
        seasons,
        rows: events,
    }));
}

/// The months that are shown: those of the plan, and some more where work lies outside.
fn span(ground: &Ground<'_, '_>, events: &[Event]) -> Option<(Date, Date)> {
    let frame = &ground.plan.frame;
    let days = || events.iter().flat_map(|event| event.times.iter().flatten());
    let (earliest, latest) = (*days().min()?, *days().max()?);
    let starts = frame.starts.as_ref().map(|it| it.value);
    let ends = frame.ends.as_ref().map(|it| it.value);
    let before = |day: Date| day.checked_sub(MARGIN.months()).unwrap_or(day);
    let after = |day: Date| day.checked_add(MARGIN.months()).unwrap_or(day);
    let first = starts.map_or(earliest, |it| earliest.max(before(it)).min(it));
    let last = ends.map_or(latest, |it| latest.min(after(it)).max(it));
    let (first, last) = (first.min(last), first.max(last));
    Some((first.first_of_month(), last.last_of_month()))
}

/// The row of an action; nothing where it has no day.
fn action<'r>(ground: &'r Ground<'_, '_>, action: &'r Action<'_>) -> Option<Row<'r>> {
    let day = |field: &Option<crate::plan::Sp<Date>>| field.as_ref().map(|it| it.value);
    let (starts, ends) = (day(&action.starts), day(&action.ends));
    let from = starts.or(ends)?;
    let to = ends.or(starts)?;
    let status = action.status.as_ref().map(|it| it.value);
    let repeats = action.repeats.as_ref().map(|it| it.value);
    let name = called(action, action.what.as_ref());
    let mut text = days(ground, from, to);
    if let Some(repeats) = repeats.filter(|it| *it != Repeat::Once) {
        let said = Text::new("{0}, {1}", "{0}，{1}");
        text = ground.say(said, &[text, ground.word(choice(repeats))]);
    }
    if let Some(status) = status {
        let said = Text::new("{0}; {1}", "{0}；{1}");
        text = ground.say(said, &[text, ground.word(choice(status))]);
    }
    if let Some(owner) = action
        .owner
        .as_ref()
        .map(|it| it.value.trim())
        .filter(|it| !it.is_empty())
    {
        let said = Text::new("{0}; {1}", "{0}；{1}");
        text = ground.say(said, &[text.as_str(), owner]);
    }
    Some(Row {
        kind: match status {
            Some(ActionStatus::Running) => EventKind::Running,
            Some(ActionStatus::Done) => EventKind::Done,
            Some(ActionStatus::Dropped) => EventKind::Dropped,
            Some(ActionStatus::Planned) | None => EventKind::Planned,
        },
        times: times(from.min(to), from.max(to), repeats),
        own: id(action.id.as_ref()),
        after: action.after.iter().map(|it| it.value.as_ref()).collect(),
        text: ground.say(
            Text::new("{0}: {1}", "{0}：{1}"),
            &[name.as_str(), text.as_str()],
        ),
        label: name,
        path: action.path(""),
    })
}

/// From one day to another, in words.
fn days(ground: &Ground<'_, '_>, from: Date, to: Date) -> String {
    let [first, last] = [from, to].map(|day| date::show(day, ground.lang));
    if from == to {
        return first;
    }
    let text = Text::new("{0} to {1}", "{0}至{1}");
    ground.say(text, &[first, last])
}

/// The days on which something comes back; once, or too often to be told apart, is one time.
fn times(from: Date, to: Date, repeats: Option<Repeat>) -> Vec<[Date; 2]> {
    let step = match repeats {
        Some(Repeat::Weekly) => 7.days(),
        Some(Repeat::Monthly) => 1.month(),
        Some(Repeat::Quarterly) => 3.months(),
        Some(Repeat::Yearly) => 1.year(),
        Some(Repeat::Once | Repeat::Daily) | None => return vec![[from, to]],
    };
    let mut times = Vec::new();
    for nth in 0..=MOST_TIMES {
        let day = step
            .checked_mul(nth)
            .ok()
            .and_then(|step| from.checked_add(step).ok());
        match day.filter(|day| *day <= to) {
            Some(day) => times.push([day, day]),
            None => return times,
        }
    }
    vec![[from, to]]
}

/// The limited offers.
fn offers<'r>(ground: &'r Ground<'_, '_>) -> impl Iterator<Item = Row<'r>> {
    ground.plan.promotions.iter().filter_map(|offer| {
        let day = |field: &Option<crate::plan::Sp<Date>>| field.as_ref().map(|it| it.value);
        let (starts, ends) = (day(&offer.starts), day(&offer.ends));
        let from = starts.or(ends)?;
        let to = ends.or(starts)?;
        let name = called(offer, offer.name.as_ref().or(offer.what.as_ref()));
        let text = Text::new("{0}: limited offer, {1}", "{0}：限时优惠，{1}");
        Some(Row {
            text: ground.say(text, &[name.clone(), days(ground, from, to)]),
            label: name,
            kind: EventKind::Offer,
            times: vec![[from.min(to), from.max(to)]],
            own: "",
            after: Vec::new(),
            path: offer.path(""),
        })
    })
}

/// One row for each objective: its milestones, and its last day.
fn milestones<'r>(ground: &'r Ground<'_, '_>) -> Vec<Row<'r>> {
    let mut rows = Vec::new();
    for objective in &ground.plan.objectives {
        let own = id(objective.id.as_ref());
        let of = ground
            .plan
            .milestones
            .iter()
            .filter(|it| id(it.objective.as_ref()) == own && !own.is_empty());
        let mut points: Vec<(Date, Option<Decimal>)> = of
            .filter_map(|it| Some((it.by.as_ref()?.value, it.target.as_ref().map(|it| it.value))))
            .collect();
        let last = objective.by.as_ref().map(|by| by.value);
        points.extend(last.map(|by| (by, objective.target.as_ref().map(|it| it.value))));
        points.sort_unstable();
        points.dedup();
        if points.is_empty() {
            continue;
        }
        let told: Vec<String> = points
            .iter()
            .map(|(day, target)| {
                let day = date::show(*day, ground.lang);
                target.map_or(day.clone(), |target| {
                    let text = Text::new("{0} by {1}", "{1}达到 {0}");
                    ground.say(text, &[number(target), day])
                })
            })
            .collect();
        let name = called(
            objective,
            objective.metric.as_ref().or(objective.statement.as_ref()),
        );
        let text = Text::new("{0}: {1}", "{0}：{1}");
        rows.push(Row {
            text: ground.say(text, &[name.clone(), ground.list(&told)]),
            label: name,
            kind: EventKind::Milestone,
            times: points.iter().map(|(day, _)| [*day, *day]).collect(),
            own: "",
            after: Vec::new(),
            path: objective.path(""),
        });
    }
    rows
}

/// What the fillings mean, as far as they are there.
fn legend(ground: &Ground<'_, '_>, chart: &mut Chart, events: &[Event]) {
    let signs = [
        (EventKind::Planned, Text::new("▒ planned", "▒ 计划中")),
        (EventKind::Running, Text::new("▓ running", "▓ 进行中")),
        (EventKind::Done, Text::new("█ done", "█ 已完成")),
        (EventKind::Dropped, Text::new("░ dropped", "░ 已放弃")),
        (
            EventKind::Offer,
            Text::new("├─┤ limited offer", "├─┤ 限时优惠"),
        ),
        (
            EventKind::Milestone,
            Text::new(
                "▲ milestone or last day of an objective",
                "▲ 里程碑或目标的最后期限",
            ),
        ),
    ];
    let mut said: Vec<String> = signs
        .iter()
        .filter(|(kind, _)| events.iter().any(|event| event.kind == *kind))
        .map(|(_, text)| ground.word(*text))
        .collect();
    if events.iter().any(|event| !event.after.is_empty()) {
        said.push(ground.word(Text::new("2→ waits for 2", "2→ 要等 2 完成")));
    }
    chart.signs.push(said.join("   "));
}

/// The months of the base forecast with what each brings beside the best one; a forecast by the
/// year has no seasons.
fn seasons(ground: &Ground<'_, '_>) -> Vec<([Date; 2], u8)> {
    let mut months: BTreeMap<Date, f64> = BTreeMap::new();
    let mut periods: Vec<Period> = Vec::new();
    for line in &ground.plan.forecast {
        let base = line
            .scenario
            .as_ref()
            .is_none_or(|it| it.value == Scenario::Base);
        let period = line.period.as_ref().and_then(|it| Period::parse(&it.value));
        let (true, Some(period)) = (base, period) else {
            continue;
        };
        // What is given away has seasons too.
        let worth = ground
            .of("forecast", line, "revenue")
            .filter(|it| !it.is_zero());
        let Some(worth) = worth.or_else(|| ground.of("forecast", line, "units")) else {
            continue;
        };
        periods.push(period);
        let share = float(worth) / f64::from(period.months());
        for nth in 0..i64::from(period.months()) {
            if let Ok(month) = period.first_day().checked_add(nth.months()) {
                *months.entry(month).or_default() += share;
            }
        }
    }
    if !periods.iter().any(|period| period.months() < 12) {
        return Vec::new();
    }
    let best = months.values().copied().fold(0.0, f64::max);
    let weigh = |worth: f64| match worth / best {
        share if share > 0.75 => 3,
        share if share > 0.5 => 2,
        share if share > 0.25 => 1,
        _ => 0,
    };
    months
        .into_iter()
        .map(|(month, worth)| ([month, month.last_of_month()], weigh(worth)))
        .collect()
}
