//! What the customers are worth together, today and when the plan ends.

use super::{Kind, PAYS_NOTHING, pays_nothing};
use crate::catalogue::Step;
use crate::charts::chart::{Bar, Bars, Body, Chart, Form};
use crate::charts::ground::{Ground, called, number};
use crate::plan::Record;
use crate::words::Text;

/// Customer equity by group.
pub(super) static KIND: Kind = Kind {
    key: "customer-equity",
    step: Step::Relationships,
    title: Text::new("Customer equity", "顾客资产"),
    question: Text::new(
        "What are the customers worth together today, and when the plan ends?",
        "全部顾客合起来今天值多少，计划结束时又值多少？",
    ),
    build,
};

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut rows = Vec::new();
    let mut empty = Vec::new();
    for group in &ground.plan.groups {
        let result = |output| ground.of("group-equity", group, output);
        let (Some(now), Some(end)) = (result("now"), result("at-end")) else {
            if !pays_nothing(group) {
                empty.extend(ground.lacks("group-equity", group, "customers"));
            }
            continue;
        };
        let name = called(group, group.name.as_ref());
        let shown = vec![ground.money(now.round_dp(0)), ground.money(end.round_dp(0))];
        let text = Text::new(
            "{0}: {1} today, {2} at the end with {3} customers",
            "{0}：今天{1}，期末{2}，顾客{3}位",
        );
        let customers = result("customers-at-end").unwrap_or_default().round();
        let args = [
            name.clone(),
            shown[0].clone(),
            shown[1].clone(),
            number(customers),
        ];
        let note = chart.note(ground.say(text, &args), group.path(""));
        rows.push(Bar {
            label: name,
            values: vec![now, end],
            shown,
            note: Some(note),
        });
    }
    if rows.is_empty() {
        let say = if ground.plan.groups.iter().any(pays_nothing) {
            PAYS_NOTHING
        } else {
            Text::new(
                "This chart needs groups with customers, a margin and a retention rate, from which their lifetime value follows.",
                "画这张图，需要群体的顾客数、毛利和保留率，由此得出终身价值。",
            )
        };
        chart.body = Err(ground.missing(say, empty, "relationships.groups"));
        return;
    }
    chart.left_out(ground, &empty);
    let whole = ground.figure("customer-equity");
    let whole = whole.and_then(|it| Some((it.number("equity")?, it.number("equity-at-end")?)));
    if let Some((now, end)) = whole {
        let text = Text::new(
            "All groups: {0} today, {1} at the end.",
            "全部群体：今天{0}，期末{1}。",
        );
        let money = [now, end].map(|it| ground.money(it.round_dp(0)));
        chart.remarks.push(ground.say(text, &money));
    }
    chart.body = Ok(Body::Bars(Bars {
        series: vec![
            ground.word(Text::new("today", "今天")),
            ground.word(Text::new("at the end of the plan", "计划结束时")),
        ],
        rows,
        form: Form::Beside,
    }));
}
