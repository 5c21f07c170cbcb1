//! How many are left from the whole market down to the buyers of the forecast.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Kind;
use crate::catalogue::Step;
use crate::catalogue::choices::{Decision, Scenario};
use crate::charts::chart::{Bar, Bars, Body, Chart, Form};
use crate::charts::ground::{Ground, called, id, number};
use crate::plan::Record;
use crate::words::Text;

/// From the market to the buyers.
pub(super) static KIND: Kind = Kind {
    key: "market-funnel",
    step: Step::Targeting,
    title: Text::new("From the market to the buyers", "从市场到购买者"),
    question: Text::new(
        "How many are there, how many do we aim at, and how many does the forecast count on?",
        "市场有多少人，我们瞄准多少人，预测又指望多少人购买？",
    ),
    build,
};

/// A stage: its label, how many, and the place of the number.
type Stage = (String, Decimal, String);

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut stages = chain(ground);
    stages.extend(targets(ground));
    stages.extend(buyers(ground));
    if stages.len() < 2 {
        let mut paths = Vec::new();
        if chain(ground).is_empty() {
            paths.push(ground.plan.market.path("size"));
        }
        if targets(ground).is_none() {
            let segments = ground.plan.segments.iter();
            let lacking = segments
                .filter(|it| it.size.is_none())
                .map(|it| it.path("size"));
            paths.extend(lacking.take(4));
        }
        if buyers(ground).is_none() {
            paths.push(String::from("mix.forecast"));
        }
        let say = Text::new(
            "This chart needs at least two of these: the size of the market, the size of the target segments, the customers of the forecast.",
            "画这张图，下面至少要有两项：市场规模、目标细分的规模、预测的顾客数。",
        );
        chart.body = Err(ground.missing(say, paths, "needs.market"));
        return;
    }
    let mut rows: Vec<Bar> = Vec::new();
    let mut above: Option<Decimal> = None;
    for (label, count, path) in stages {
        let shown = number(count.round());
        let share = above.and_then(|above| count.checked_div(above));
        let text = Text::new("{0}: {1}", "{0}：{1}");
        let mut said = ground.say(text, &[label.clone(), shown.clone()]);
        if let Some(share) = share {
            let text = if share > Decimal::ONE {
                Text::new("{0}, more than the one above", "{0}，多于上一层")
            } else {
                Text::new("{0}, {1} of the one above", "{0}，为上一层的 {1}")
            };
            said = ground.say(text, &[said, ground.percent(share.round_dp(4))]);
        }
        let note = chart.note(said, path);
        rows.push(Bar {
            label,
            values: vec![count],
            shown: vec![shown],
            note: Some(note),
        });
        above = Some(count);
    }
    chart.body = Ok(Body::Bars(Bars {
        series: Vec::new(),
        rows,
        form: Form::Funnel,
    }));
}

/// The market, condition by condition where the plan tells it so.
fn chain(ground: &Ground<'_, '_>) -> Vec<Stage> {
    let mut stages = Vec::new();
    let mut size = Decimal::ONE;
    for step in &ground.plan.sizing {
        let next = step
            .factor
            .as_ref()
            .and_then(|factor| size.checked_mul(factor.value));
        // A chain with a hole tells no size below it; a factor above one counts something else
        // from there on: money or pieces instead of people.
        let Some(next) = next.filter(|next| stages.is_empty() || *next <= size) else {
            break;
        };
        size = next;
        stages.push((called(step, step.what.as_ref()), size, step.path("factor")));
    }
    let market = &ground.plan.market;
    if let (true, Some(size)) = (stages.is_empty(), &market.size) {
        let label = ground.word(Text::new("The market", "整个市场"));
        stages.push((label, size.value, market.path("size")));
    }
    stages
}

/// The target segments together.
fn targets(ground: &Ground<'_, '_>) -> Option<Stage> {
    let segments = ground.plan.segments.iter();
    let targets = segments.filter(|it| {
        it.decision
            .as_ref()
            .is_some_and(|it| it.value == Decision::Target)
    });
    let sizes: Vec<(Decimal, String)> = targets
        .filter_map(|it| Some((it.size.as_ref()?.value, it.path("size"))))
        .collect();
    let sum = sizes
        .iter()
        .try_fold(Decimal::ZERO, |sum, (size, _)| sum.checked_add(*size))?;
    let label = ground.word(Text::new("Target segments", "目标细分"));
    Some((label, sum, sizes.first()?.1.clone()))
}

/// The customers of the base forecast; who buys several products or in several periods counts once.
fn buyers(ground: &Ground<'_, '_>) -> Option<Stage> {
    let mut most: BTreeMap<&str, Decimal> = BTreeMap::new();
    let mut path = None;
    for line in &ground.plan.forecast {
        let base = line
            .scenario
            .as_ref()
            .is_none_or(|it| it.value == Scenario::Base);
        let Some(customers) = line.customers.as_ref().filter(|_| base) else {
            continue;
        };
        let most = most.entry(id(line.segment.as_ref())).or_default();
        *most = customers.value.max(*most);
        path.get_or_insert_with(|| line.path("customers"));
    }
    let sum = most
        .values()
        .try_fold(Decimal::ZERO, |sum, it| sum.checked_add(*it))?;
    let label = ground.word(Text::new("Customers in the forecast", "预测的顾客"));
    Some((label, sum, path?))
}
