//! How we and each alternative score on every thing that customers weigh.

use rust_decimal::Decimal;

use super::positioning::rival;
use super::{Kind, TEN};
use crate::catalogue::Step;
use crate::charts::chart::{Axis, Body, Chart, Factor, Profile, Rated, Side, mark};
use crate::charts::ground::{Ground, called, id, number, percent};
use crate::plan::Record;
use crate::words::Text;

/// The value curve.
pub(super) static KIND: Kind = Kind {
    key: "value-curve",
    step: Step::Value,
    title: Text::new("Value curve", "价值曲线"),
    question: Text::new(
        "On what customers weigh, where are we better than the alternatives, and where worse?",
        "在顾客看重的因素上，我们哪里强过其他选择，哪里不如？",
    ),
    build,
};

/// The sign of our own scores.
const US: char = '●';

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let rows = &ground.plan.factors;
    let scored =
        |row: &&crate::plan::records::Factor<'_>| row.us.is_some() || !row.rivals.is_empty();
    if !rows.iter().any(|row| scored(&row)) {
        let say = Text::new(
            "This curve needs things that customers weigh, with scores from 0 to 10 for us and for the rivals.",
            "画这条曲线，需要顾客看重的因素，以及我们和对手在上面的得分（0 到 10 分）。",
        );
        let paths = rows.iter().map(|row| row.path("us")).collect();
        chart.body = Err(ground.missing(say, paths, "value.factors"));
        return;
    }
    let mut sides = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    let we = ground.word(Text::new("We", "我们"));
    if rows.iter().any(|row| row.us.is_some()) {
        let note = chart.note_as(US, we.clone(), String::from("value.factors"));
        sides.push(Rated {
            name: we,
            note,
            side: Side::Ours,
        });
        ids.push("");
    }
    for (name, _) in rows.iter().flat_map(|row| &row.rivals) {
        let own = name.value.as_ref();
        if own.is_empty() || ids.contains(&own) {
            continue;
        }
        let (name, path) = rival(ground, own);
        let nth = ids.iter().filter(|id| !id.is_empty()).count();
        let said = name.clone() + &by_weights(ground, own);
        let note = chart.note_as(letter(nth), said, path);
        ids.push(own);
        sides.push(Rated {
            name,
            note,
            side: Side::Theirs,
        });
    }
    // A heading for each segment says whose judgement it is, where there are several.
    let segments = rows.iter().map(|row| id(row.segment.as_ref()));
    let several = segments
        .clone()
        .zip(segments.skip(1))
        .any(|(one, next)| one != next);
    let mut factors = Vec::new();
    for row in rows.iter().filter(scored) {
        let mut scores: Vec<(usize, Decimal)> = Vec::new();
        if let Some(us) = &row.us {
            scores.push((0, us.value));
        }
        for (name, score) in &row.rivals {
            let at = ids.iter().position(|id| *id == name.value);
            scores.extend(at.filter(|_| !name.value.is_empty()).map(|at| (at, *score)));
        }
        let told: Vec<String> = scores
            .iter()
            .filter_map(|(side, score)| {
                Some(format!("{} {}", sides.get(*side)?.name, number(*score)))
            })
            .collect();
        let weight = row.weight.as_ref().map_or_else(String::new, |weight| {
            let text = Text::new(" (weight {0})", "（权重 {0}）");
            ground.say(text, &[percent(weight.value)])
        });
        let name = called(row, row.name.as_ref());
        let text = Text::new("{0}{1}: {2}", "{0}{1}：{2}");
        let said = ground.say(text, &[name.clone(), weight, ground.list(&told)]);
        let note = chart.note_as(mark(factors.len()), said, row.path(""));
        let group = id(row.segment.as_ref());
        let mut segments = ground.plan.segments.iter();
        let segment = segments.find(|it| id(it.id.as_ref()) == group);
        factors.push(Factor {
            group: match segment {
                Some(segment) if several => called(segment, segment.name.as_ref()),
                None if several => group.to_owned(),
                _ => String::new(),
            },
            name,
            scores,
            note,
        });
    }
    let all = factors
        .iter()
        .flat_map(|factor| factor.scores.iter().map(|(_, score)| *score));
    let scale = Axis::scale(ground.word(Text::new("score", "得分")), TEN, all);
    chart.signs.push(ground.word(Text::new(
        "Signs of the same score stand side by side.",
        "得分相同的记号并排画出。",
    )));
    chart.body = Ok(Body::Profile(Profile {
        scale,
        sides,
        factors,
    }));
}

/// What customers see in a rival and in us, by the weights of what they weigh, where it can be told.
fn by_weights(ground: &Ground<'_, '_>, rival: &str) -> String {
    let tail = format!(".{rival}");
    let figures = ground.all("perceived-value");
    let told: Vec<String> = figures
        .filter(|figure| figure.key.ends_with(&tail))
        .filter_map(|figure| {
            let value = |output| Some(number(figure.number(output)?.round_dp(2)));
            let text = Text::new("{0} against our {1}", "{0}，我们 {1}");
            Some(ground.say(text, &[value("their-value")?, value("our-value")?]))
        })
        .collect();
    if told.is_empty() {
        return String::new();
    }
    let text = Text::new(": by the weights {0}", "：按权重得 {0}");
    ground.say(text, &[told.join(Text::new("; ", "；").get(ground.lang))])
}

/// The sign of a rival: capital letters, so that it is no factor's.
fn letter(at: usize) -> char {
    u8::try_from(at)
        .ok()
        .filter(|at| *at < 26)
        .map_or('•', |at| char::from(b'A' + at))
}
