//! What one customer of each group has brought after each period, less the cost of winning him.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Kind, PAYS_NOTHING, pays_nothing};
use crate::catalogue::Step;
use crate::catalogue::choices::Timing;
use crate::charts::chart::{Axis, Body, Chart, Lines, Series, Side, Spot, mark};
use crate::charts::ground::{Ground, called};
use crate::figures::{Figure, Given, Source, Value};
use crate::plan::Record;
use crate::words::Text;

/// Lifetime value as it comes in.
pub(super) static KIND: Kind = Kind {
    key: "lifetime-value",
    step: Step::Relationships,
    title: Text::new("Lifetime value over time", "终身价值的累积"),
    question: Text::new(
        "When has a customer paid back the cost of winning, and what is he or she worth then?",
        "一位顾客什么时候补回获客成本，之后又值多少？",
    ),
    build,
};

/// How far one looks where the plan does not say.
const PERIODS: u32 = 10;
/// The furthest that is drawn.
const MOST: u32 = 40;

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let horizon = ground.plan.value_capture.horizon.as_ref();
    let horizon = horizon
        .and_then(|it| it.value.to_u32())
        .filter(|it| *it > 0);
    let periods = horizon.unwrap_or(PERIODS).min(MOST);
    let mut series = Vec::new();
    let mut empty = Vec::new();
    let mut free = Vec::new();
    for group in &ground.plan.groups {
        let name = called(group, group.name.as_ref());
        if pays_nothing(group) {
            free.push(name);
            continue;
        }
        let cost = group.acquisition_cost.as_ref().map(|it| it.value);
        let figure = ground.about("lifetime-value", group);
        let points = figure.and_then(|figure| points(figure, cost, periods));
        let Some(points) = points else {
            empty.extend(ground.lacks("lifetime-value", group, "retention"));
            continue;
        };
        let said = tell(ground, &name, cost, &points);
        let note = chart.note(said, group.path(""));
        series.push(Series {
            sign: mark(note),
            name,
            points,
            note: Some(note),
            side: Side::Plain,
        });
    }
    if series.is_empty() {
        let say = if free.is_empty() {
            Text::new(
                "This chart needs a group's margin (purchases, average purchase, margin rate) and how many stay each period.",
                "画这张图，需要某个群体的毛利（购买次数、平均金额、毛利率）和每期的保留率。",
            )
        } else {
            PAYS_NOTHING
        };
        chart.body = Err(ground.missing(say, empty, "relationships.groups"));
        return;
    }
    chart.left_out(ground, &empty);
    remarks(ground, chart, &free, horizon.is_none().then_some(periods));
    let values = series.iter().flat_map(|it| &it.points).map(|spot| spot.y);
    let y = Axis::around(
        ground.in_money(Text::new(
            "margins so far, less the cost of winning",
            "累计毛利减获客成本",
        )),
        false,
        values.chain([Decimal::ZERO]),
    );
    chart.body = Ok(Body::Lines(Lines {
        x: Axis {
            label: ground.word(Text::new("periods", "期数")),
            low: Decimal::ZERO,
            high: periods.into(),
            percent: false,
            whole: true,
        },
        y,
        series,
        points: Vec::new(),
    }));
}

/// When a customer has paid back the cost of winning, and what is left then.
fn tell(ground: &Ground<'_, '_>, name: &str, cost: Option<Decimal>, points: &[Spot]) -> String {
    let end = points.last().copied();
    let turn = points.iter().find(|spot| spot.y >= Decimal::ZERO);
    let (text, period) = match (cost, turn) {
        (None, _) => (
            Text::new("what winning him or her costs is not known", "获客成本未知"),
            None,
        ),
        (Some(cost), _) if cost.is_zero() => {
            (Text::new("winning costs nothing", "获客没有成本"), None)
        }
        (_, Some(spot)) => (
            Text::new("paid back in period {0}", "第 {0} 期补回获客成本"),
            Some(spot.x),
        ),
        (_, None) => (
            Text::new("not paid back within {0} periods", "{0} 期内补不回获客成本"),
            end.map(|spot| spot.x),
        ),
    };
    let period = period.map(|it| it.to_string()).unwrap_or_default();
    let turn = ground.say(text, &[period]);
    let text = Text::new(
        "{0}: {1} at first, {2} after {3} periods; {4}",
        "{0}：起初 {1}，{3} 期之后 {2}；{4}",
    );
    let worth =
        |spot: Option<Spot>| ground.money(spot.map_or(Decimal::ZERO, |it| it.y).round_dp(2));
    let args = [
        name.to_owned(),
        worth(points.first().copied()),
        worth(end),
        end.map_or(Decimal::ZERO, |it| it.x).to_string(),
        turn,
    ];
    ground.say(text, &args)
}

/// What is left out and what is taken for granted; `assumed` periods where the plan names none.
fn remarks(ground: &Ground<'_, '_>, chart: &mut Chart, free: &[String], assumed: Option<u32>) {
    if !free.is_empty() {
        let text = Text::new(
            "Pays nothing, so it is not drawn: {0}",
            "不付钱，所以没有画出：{0}",
        );
        chart.remarks.push(ground.say(text, &[ground.list(free)]));
    }
    if let Some(periods) = assumed {
        let text = Text::new(
            "The plan names no horizon, so {0} periods are drawn.",
            "计划没有写计算期数，这里画 {0} 期。",
        );
        chart.remarks.push(ground.say(text, &[periods.to_string()]));
    }
    let terms = &ground.plan.value_capture;
    let timing = terms.margin_timing.as_ref().map(|it| it.value);
    chart.remarks.push(ground.word(match timing {
        Some(Timing::Start) => Text::new(
            "The first margin comes at once, from everyone; each later one from those who stay.",
            "首期毛利一开始就收到，人人都有；以后各期只来自留下的人。",
        ),
        Some(Timing::End) | None => Text::new(
            "Each margin comes at the end of its period, from those who stay.",
            "每期毛利在期末收到，只来自留下的人。",
        ),
    }));
    if terms.discount_rate.is_none() {
        chart.remarks.push(ground.word(Text::new(
            "The plan names no discount rate, so later money counts in full.",
            "计划没有写贴现率，以后的钱按全额计算。",
        )));
    }
}

/// The lifetime value up to each period, by the formula itself, with the plan's own terms.
fn points(figure: &Figure, cost: Option<Decimal>, periods: u32) -> Option<Vec<Spot>> {
    figure.number("lifetime-value")?;
    let mut given = Given::new(figure.formula);
    for term in &figure.terms {
        let item = term.items.first()?;
        let value = match item.source {
            Source::Word(_, word) => Value::Word(word),
            _ => Value::One(item.value),
        };
        given.set(term.input.name, value);
    }
    given.set("acquisition-cost", Value::One(cost.unwrap_or_default()));
    (0..=periods)
        .map(|period| {
            let mut given = given.clone();
            given.set("horizon", Value::One(period.into()));
            let y = given.compute().ok()?.number("lifetime-value")?;
            Some(Spot {
                x: period.into(),
                y,
            })
        })
        .collect()
}
