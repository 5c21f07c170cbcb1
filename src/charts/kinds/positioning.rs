//! Where customers see us and the alternatives, on two of the things that they weigh.

use rust_decimal::Decimal;

use super::{Kind, TEN, level, upright};
use crate::catalogue::Step;
use crate::charts::chart::{Axis, Body, Chart, Map, Point, Side, Spot};
use crate::charts::ground::{Ground, called, id, number};
use crate::plan::Record;
use crate::plan::records::Factor;
use crate::words::Text;

/// The positioning map.
pub(super) static KIND: Kind = Kind {
    key: "positioning-map",
    step: Step::Value,
    title: Text::new("Positioning map", "定位图"),
    question: Text::new(
        "Where do customers see us beside what they could choose instead?",
        "和其他选择相比，顾客把我们看在什么位置？",
    ),
    build,
};

/// The name of an alternative by its id, and its path.
pub(super) fn rival(ground: &Ground<'_, '_>, own: &str) -> (String, String) {
    let mut rows = ground.plan.alternatives.iter();
    match rows.find(|row| id(row.id.as_ref()) == own) {
        Some(row) => (called(row, row.name.as_ref()), row.path("")),
        None => (own.to_owned(), String::from("needs.alternatives")),
    }
}

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let map = &ground.plan.map;
    let factor = |wanted: Option<&crate::plan::Sp<crate::plan::Str<'_>>>| {
        let wanted = wanted.map(|it| it.value.as_ref())?;
        let mut rows = ground.plan.factors.iter();
        rows.find(|row| id(row.id.as_ref()) == wanted)
    };
    let (Some(x), Some(y)) = (factor(map.x.as_ref()), factor(map.y.as_ref())) else {
        let say = Text::new(
            "This map needs two of the things that customers weigh: value.map.x and value.map.y name rows of value.factors.",
            "画这张图，需要两个顾客看重的因素：value.map.x 和 value.map.y 各指向 value.factors 中的一条。",
        );
        let paths = vec![map.path("x"), map.path("y")];
        chart.body = Err(ground.missing(say, paths, "value.map"));
        return;
    };
    let [x_name, y_name] = [x, y].map(|row| called(row, row.name.as_ref()));
    let tell = |name: &str, at: Spot| {
        let text = Text::new("{0}: {1} {2}, {3} {4}", "{0}：{1} {2}，{3} {4}");
        let (x, y) = (number(at.x), number(at.y));
        ground.say(text, &[name, &x_name, &x, &y_name, &y])
    };
    let mut points = Vec::new();
    let mut empty = Vec::new();
    match (&x.us, &y.us) {
        (Some(our_x), Some(our_y)) => {
            let at = Spot {
                x: our_x.value,
                y: our_y.value,
            };
            let name = ground.word(Text::new("We", "我们"));
            let note = chart.note(tell(&name, at), x.path("us"));
            points.push(point(at, note, Side::Ours));
        }
        _ => {
            let rows = [x, y].into_iter().filter(|row| row.us.is_none());
            empty.extend(rows.map(|row| row.path("us")));
        }
    }
    for (name, at_x) in &x.rivals {
        let Some(at_y) = score(y, &name.value) else {
            empty.push(format!("{}.{}", y.path("rivals"), name.value));
            continue;
        };
        let at = Spot { x: *at_x, y: at_y };
        let (name, path) = rival(ground, &name.value);
        let note = chart.note(tell(&name, at), path);
        points.push(point(at, note, Side::Theirs));
    }
    let only_y = y
        .rivals
        .iter()
        .filter(|(name, _)| score(x, &name.value).is_none());
    empty.extend(only_y.map(|(name, _)| format!("{}.{}", x.path("rivals"), name.value)));
    if points.is_empty() {
        let say = Text::new(
            "This map needs scores from 0 to 10 on both factors, for us and for the rivals.",
            "画这张图，需要我们和对手在这两个因素上的得分，都是 0 到 10 分。",
        );
        chart.body = Err(ground.missing(say, empty, "value.factors"));
        return;
    }
    chart.left_out(ground, &empty);
    let x = Axis::scale(x_name, TEN, points.iter().map(|point| point.at.x));
    let y = Axis::scale(y_name, TEN, points.iter().map(|point| point.at.y));
    let middle = Decimal::from(5);
    chart.body = Ok(Body::Map(Map {
        dividers: vec![upright(middle, &y), level(middle, &x)],
        regions: Vec::new(),
        points,
        x,
        y,
    }));
}

fn score(factor: &Factor<'_>, rival: &str) -> Option<Decimal> {
    let mut rivals = factor.rivals.iter();
    Some(rivals.find(|(name, _)| name.value == rival)?.1)
}

const fn point(at: Spot, note: usize, side: Side) -> Point {
    Point {
        at,
        size: None,
        note,
        side,
    }
}
