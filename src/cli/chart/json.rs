//! `farsight.chart/1`: the data of charts, for programs.

use std::io::Write;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value, json};

use crate::charts::chart::{Axis, Body, Chart, Event, EventKind, Form, Note, Side, Spot};
use crate::cli::console::Console;
use crate::cli::failure::Failure;

/// The name and version of the format.
const SCHEMA: &str = "farsight.chart/1";

/// Writes the data of charts.
pub(super) fn write(name: &str, charts: &[Chart], console: &mut Console) -> Result<(), Failure> {
    let charts: Vec<Value> = charts.iter().map(chart).collect();
    let out = json!({ "schema": SCHEMA, "file": name, "charts": charts });
    serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
    Ok(writeln!(console.out)?)
}

fn chart(chart: &Chart) -> Value {
    let (body, missing) = match &chart.body {
        Ok(body) => (Some(data(body, &chart.notes)), None),
        Err(missing) => (
            None,
            Some(json!({ "message": missing.say, "paths": missing.paths })),
        ),
    };
    let notes = chart
        .notes
        .iter()
        .map(|note| json!({ "mark": note.mark.to_string(), "text": note.text, "path": note.path }));
    json!({
        "name": chart.key,
        "step": chart.step.number(),
        "title": chart.title,
        "question": chart.question,
        "data": body,
        "missing": missing,
        "notes": notes.collect::<Vec<_>>(),
        "remarks": chart.remarks.iter().chain(&chart.signs).collect::<Vec<_>>(),
    })
}

/// What is drawn; a note is named by its mark.
fn data(body: &Body, notes: &[Note]) -> Value {
    let mark = |note: usize| notes.get(note).map(|note| note.mark.to_string());
    let point = |point: &crate::charts::chart::Point| {
        json!({
            "mark": mark(point.note),
            "x": number(point.at.x),
            "y": number(point.at.y),
            "size": point.size.map(number),
            "side": side(point.side),
        })
    };
    match body {
        Body::Map(map) => json!({
            "kind": "map",
            "x": axis(&map.x),
            "y": axis(&map.y),
            "points": map.points.iter().map(point).collect::<Vec<_>>(),
            "dividers": map.dividers.iter().map(|[from, to]| [spot(*from), spot(*to)]).collect::<Vec<_>>(),
        }),
        Body::Bars(bars) => json!({
            "kind": "bars",
            "form": match bars.form {
                Form::Beside => "beside",
                Form::Stacked => "stacked",
                Form::Funnel => "funnel",
            },
            "series": bars.series,
            "bars": bars.rows.iter().map(|row| json!({
                "label": row.label,
                "mark": row.note.and_then(mark),
                "values": row.values.iter().map(|it| number(*it)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        }),
        Body::Lines(lines) => json!({
            "kind": "lines",
            "x": axis(&lines.x),
            "y": axis(&lines.y),
            "series": lines.series.iter().map(|series| json!({
                "name": series.name,
                "mark": series.sign.to_string(),
                "points": series.points.iter().map(|it| spot(*it)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "points": lines.points.iter().map(point).collect::<Vec<_>>(),
        }),
        Body::Calendar(calendar) => json!({
            "kind": "calendar",
            "from": calendar.first.to_string(),
            "to": calendar.last.to_string(),
            "seasons": calendar.seasons.iter().map(|([from, to], weight)| json!({
                "from": from.to_string(),
                "to": to.to_string(),
                "weight": weight,
            })).collect::<Vec<_>>(),
            "rows": calendar.rows.iter().map(|row| event(row, &mark)).collect::<Vec<_>>(),
        }),
        Body::Profile(profile) => json!({
            "kind": "profile",
            "scale": axis(&profile.scale),
            "sides": profile.sides.iter().map(|it| json!({
                "mark": mark(it.note),
                "name": it.name,
                "side": side(it.side),
            })).collect::<Vec<_>>(),
            "factors": profile.factors.iter().map(|it| json!({
                "mark": mark(it.note),
                "group": it.group,
                "name": it.name,
                "scores": it.scores.iter().map(|(at, score)| json!({
                    "side": profile.sides.get(*at).and_then(|side| mark(side.note)),
                    "score": number(*score),
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        }),
    }
}

fn event(row: &Event, mark: &dyn Fn(usize) -> Option<String>) -> Value {
    let kind = match row.kind {
        EventKind::Planned => "planned",
        EventKind::Running => "running",
        EventKind::Done => "done",
        EventKind::Dropped => "dropped",
        EventKind::Offer => "offer",
        EventKind::Milestone => "milestone",
    };
    json!({
        "mark": mark(row.note),
        "label": row.label,
        "kind": kind,
        "times": row.times.iter().map(|time| time.map(|day| day.to_string())).collect::<Vec<_>>(),
        "after": row.after.iter().filter_map(|note| mark(*note)).collect::<Vec<_>>(),
    })
}

fn axis(axis: &Axis) -> Value {
    json!({ "label": axis.label, "low": number(axis.low), "high": number(axis.high) })
}

fn spot(spot: Spot) -> Value {
    json!({ "x": number(spot.x), "y": number(spot.y) })
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Plain => "plain",
        Side::Ours => "ours",
        Side::Theirs => "theirs",
    }
}

/// A number as programs read it: whole where it is whole.
fn number(value: Decimal) -> Value {
    let value = value.normalize();
    match value.to_i64().filter(|_| value.is_integer()) {
        Some(whole) => whole.into(),
        None => value.to_f64().into(),
    }
}
