//! Which segments are attractive and fit what we can do.

use rust_decimal::Decimal;

use super::{FIVE, Kind, level, upright};
use crate::catalogue::Step;
use crate::catalogue::choices::Decision;
use crate::charts::chart::{Axis, Body, Chart, Map, Point, Region, Side, Spot};
use crate::charts::ground::{Ground, called, choice, number};
use crate::plan::Record;
use crate::plan::records::Segment;
use crate::words::Text;

/// Attractiveness × fit, as large as the potential.
pub(super) static KIND: Kind = Kind {
    key: "segment-map",
    step: Step::Targeting,
    title: Text::new("Segments: attractiveness and fit", "细分图：吸引力与匹配度"),
    question: Text::new(
        "Which segments are attractive, fit what we can do, and are large enough?",
        "哪些细分有吸引力、适合我们，而且足够大？",
    ),
    build,
};

/// A segment with its numbers, in words.
fn tell(
    ground: &Ground<'_, '_>,
    segment: &Segment<'_>,
    (fit, attractiveness): (Decimal, Decimal),
    size: Option<Decimal>,
) -> String {
    let potential = size.map_or_else(
        || ground.word(Text::new("potential not known", "潜量未知")),
        |size| {
            let text = Text::new("potential {0} a year", "潜量每年{0}");
            ground.say(text, &[ground.money(size)])
        },
    );
    let decision = segment.decision.as_ref().map(|it| choice(it.value));
    let decided = decision.unwrap_or(Text::new("not decided", "尚未决定"));
    let text = Text::new(
        "{0}: attractiveness {1}, fit {2}, {3}; {4}",
        "{0}：吸引力 {1}，匹配度 {2}，{3}；{4}",
    );
    let args = [
        called(segment, segment.name.as_ref()),
        number(attractiveness),
        number(fit),
        potential,
        ground.word(decided),
    ];
    ground.say(text, &args)
}

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let mut points = Vec::new();
    let mut empty = Vec::new();
    for segment in &ground.plan.segments {
        let (Some(x), Some(y)) = (&segment.fit, &segment.attractiveness) else {
            let fields = [
                ("attractiveness", &segment.attractiveness),
                ("fit", &segment.fit),
            ];
            let lacking = fields.iter().filter(|(_, value)| value.is_none());
            empty.extend(lacking.map(|(key, _)| segment.path(key)));
            continue;
        };
        let (x, y) = (x.value, y.value);
        let size = ground.of("segment-potential", segment, "potential");
        let decision = segment.decision.as_ref().map(|it| it.value);
        let note = chart.note(tell(ground, segment, (x, y), size), segment.path(""));
        points.push(Point {
            at: Spot { x, y },
            size,
            note,
            side: match decision {
                Some(Decision::Target) => Side::Ours,
                _ => Side::Theirs,
            },
        });
    }
    if points.is_empty() {
        let say = Text::new(
            "This map needs the attractiveness of a segment and its fit with what we can do, both from 1 to 5.",
            "画这张图，需要填写某个细分的吸引力和匹配度，都是 1 到 5 分。",
        );
        chart.body = Err(ground.missing(say, empty, "targeting.segments"));
        return;
    }
    chart.left_out(ground, &empty);
    if points.iter().any(|point| point.size.is_some()) {
        let how = Text::new(
            "Brackets show the potential beside the largest: ((1)) more than half of it, (1) more than a seventh, 1 less or not known.",
            "括号表示潜量与最大者相比：((1)) 超过一半，(1) 超过七分之一，1 更小或未知。",
        );
        chart.signs.push(ground.word(how));
    }
    let x = Axis::scale(
        ground.word(Text::new("fit", "匹配度")),
        FIVE,
        points.iter().map(|point| point.at.x),
    );
    let y = Axis::scale(
        ground.word(Text::new("attractiveness", "吸引力")),
        FIVE,
        points.iter().map(|point| point.at.y),
    );
    let middle = Decimal::from(3);
    let region = |en, zh, corner| Region {
        name: ground.word(Text::new(en, zh)),
        corner,
    };
    chart.body = Ok(Body::Map(Map {
        dividers: vec![upright(middle, &y), level(middle, &x)],
        regions: vec![
            region("attractive and ours", "有吸引力又合适", (true, true)),
            region("attractive, not ours", "有吸引力但不合适", (false, true)),
            region("ours, but small worth", "合适但吸引力小", (true, false)),
        ],
        points,
        x,
        y,
    }));
}
