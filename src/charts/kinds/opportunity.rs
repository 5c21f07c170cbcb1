//! Which needs matter much and are served badly.

use rust_decimal::Decimal;

use super::{FIVE, Kind};
use crate::catalogue::Step;
use crate::charts::chart::{Axis, Body, Chart, Map, Point, Region, Side, Spot};
use crate::charts::ground::{Ground, called, number};
use crate::plan::Record;
use crate::words::Text;

/// Importance × satisfaction.
pub(super) static KIND: Kind = Kind {
    key: "opportunity-map",
    step: Step::Needs,
    title: Text::new("Opportunity map", "机会图"),
    question: Text::new(
        "Which needs matter much to people and are badly served today?",
        "哪些需要对人们很重要，今天却没有得到好的满足？",
    ),
    build,
};

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut points = Vec::new();
    let mut empty = Vec::new();
    for need in &ground.plan.customer_needs {
        let (Some(x), Some(y)) = (&need.importance, &need.satisfaction) else {
            let fields = [
                ("importance", &need.importance),
                ("satisfaction", &need.satisfaction),
            ];
            let lacking = fields.iter().filter(|(_, value)| value.is_none());
            empty.extend(lacking.map(|(key, _)| need.path(key)));
            continue;
        };
        let (x, y) = (x.value, y.value);
        let gap = x.saturating_sub(y).max(Decimal::ZERO);
        let text = Text::new(
            "{0}: importance {1}, satisfaction {2}, opportunity {3}",
            "{0}：重要性 {1}，满意度 {2}，机会分 {3}",
        );
        let name = called(need, need.need.as_ref());
        let opportunity = ground.of("opportunity", need, "score");
        let opportunity = opportunity.unwrap_or_else(|| x.saturating_add(gap));
        let args = [name, number(x), number(y), number(opportunity)];
        let note = chart.note(ground.say(text, &args), need.path(""));
        points.push(Point {
            at: Spot { x, y },
            size: None,
            note,
            side: Side::Plain,
        });
    }
    if points.is_empty() {
        let say = Text::new(
            "This map needs the importance of a need, and how satisfied people are with what they do about it today, both from 1 to 5.",
            "画这张图，需要填写某项需要的重要性，以及人们对现有办法的满意度，都是 1 到 5 分。",
        );
        chart.body = Err(ground.missing(say, empty, "needs.customer_needs"));
        return;
    }
    chart.left_out(ground, &empty);
    let how = Text::new(
        "Below the dotted line people are less satisfied than the need is important. Opportunity = importance + (importance − satisfaction, where positive).",
        "点线以下：满意度低于重要性。机会分＝重要性＋（重要性－满意度，为正才加）。",
    );
    chart.remarks.push(ground.word(how));
    let values = |pick: fn(&Point) -> Decimal| points.iter().map(pick).collect::<Vec<_>>();
    let x = Axis::scale(
        ground.word(Text::new("importance", "重要性")),
        FIVE,
        values(|point| point.at.x),
    );
    let y = Axis::scale(
        ground.word(Text::new("satisfaction today", "目前的满意度")),
        FIVE,
        values(|point| point.at.y),
    );
    let (low, high) = (x.low.max(y.low), x.high.min(y.high));
    let region = |en, zh, corner| Region {
        name: ground.word(Text::new(en, zh)),
        corner,
    };
    chart.body = Ok(Body::Map(Map {
        dividers: vec![[Spot { x: low, y: low }, Spot { x: high, y: high }]],
        regions: vec![
            region("underserved", "满足不足", (true, false)),
            region("more than is asked", "超出所需", (false, true)),
        ],
        points,
        x,
        y,
    }));
}
