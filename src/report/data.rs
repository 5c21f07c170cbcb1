//! A chart as a table of its numbers, for readers who cannot see the drawing and formats that have
//! none.

use rust_decimal::Decimal;

use super::document::{Cell, Column, Kind, Span, Table};
use crate::charts::chart::{Axis, Bars, Calendar, EventKind, Lines, Map, Point, Profile};
use crate::charts::{Body, Chart};
use crate::figures::Unit;
use crate::words::{Lang, Text};

/// The numbers of a chart; none where there is nothing to draw.
///
/// The first column names what each row is about, by its mark in the drawing where it has one.
pub fn table(chart: &Chart) -> Option<Table> {
    let mut table = match chart.body.as_ref().ok()? {
        Body::Map(map) => self::map(chart, map),
        Body::Bars(bars) => self::bars(chart, bars),
        Body::Lines(lines) => self::lines(chart, lines),
        Body::Calendar(calendar) => self::calendar(chart, calendar),
        Body::Profile(profile) => self::profile(chart, profile),
    };
    table.caption = vec![Span::author(&chart.title)];
    Some(table)
}

/// A value on an axis, as the axis reads it.
pub fn on_axis(value: Decimal, axis: &Axis, lang: Lang) -> Cell {
    let unit = if axis.percent {
        Unit::Rate
    } else {
        Unit::Number
    };
    Cell::amount(value.round_dp(10), unit, "", lang)
}

fn kind(axis: &Axis) -> Kind {
    if axis.percent {
        Kind::Percent
    } else {
        Kind::Number
    }
}

/// The mark of a note with what it is about: what stands before its numbers.
fn noted(chart: &Chart, note: usize) -> Cell {
    chart.notes.get(note).map_or_else(Cell::default, |note| {
        let name = note.text.split([':', '：']).next().unwrap_or_default();
        let name = name.trim_end_matches([',', '，', ' ']);
        Cell::of(vec![
            Span::text(format!("{} ", note.mark)),
            Span::author(name),
        ])
    })
}

fn axes(chart: &Chart, x: &Axis, y: &Axis, sizes: bool) -> Table {
    let head = |axis: &Axis| Column {
        head: vec![Span::author(&axis.label)],
        ..Column::new("", kind(axis))
    };
    let mark = Text::new("Mark", "标记").get(chart.lang);
    let mut columns = vec![Column::text(mark), head(x), head(y)];
    if sizes {
        columns.push(Column::number(Text::new("Size", "大小").get(chart.lang)));
    }
    Table::new(columns)
}

fn map(chart: &Chart, map: &Map) -> Table {
    let sizes = map.points.iter().any(|point| point.size.is_some());
    let mut table = axes(chart, &map.x, &map.y, sizes);
    for point in &map.points {
        table.row(self::point(chart, point, &map.x, &map.y));
    }
    table
}

fn point(chart: &Chart, point: &Point, x: &Axis, y: &Axis) -> Vec<Cell> {
    let mut row = vec![
        noted(chart, point.note),
        on_axis(point.at.x, x, chart.lang),
        on_axis(point.at.y, y, chart.lang),
    ];
    row.extend(point.size.map(Cell::number));
    row
}

fn bars(chart: &Chart, bars: &Bars) -> Table {
    let what = Text::new("What", "项目").get(chart.lang);
    let value = Text::new("Value", "数值").get(chart.lang);
    let mut columns = vec![Column::text(what)];
    if bars.series.len() < 2 {
        columns.push(Column::number(value));
    } else {
        columns.extend(bars.series.iter().map(|name| Column {
            head: vec![Span::author(name)],
            ..Column::number("")
        }));
    }
    let several = columns.len() - 1;
    let mut table = Table::new(columns);
    for bar in &bars.rows {
        let mut row = vec![Cell::author(&bar.label)];
        let one_each = bar.shown.len() == bar.values.len();
        for (at, value) in bar.values.iter().take(several).enumerate() {
            let plain = Cell::number(*value);
            let shown = bar.shown.get(at).filter(|_| one_each);
            row.push(match shown {
                Some(shown) => Cell {
                    spans: vec![Span::author(shown)],
                    ..plain
                },
                None => plain,
            });
        }
        table.row(row);
    }
    table
}

fn lines(chart: &Chart, lines: &Lines) -> Table {
    let mut columns = vec![Column {
        head: vec![Span::author(&lines.x.label)],
        ..Column::new("", kind(&lines.x))
    }];
    columns.extend(lines.series.iter().map(|series| Column {
        head: vec![
            Span::text(format!("{} ", series.sign)),
            Span::author(&series.name),
        ],
        ..Column::new("", kind(&lines.y))
    }));
    let mut table = Table::new(columns);
    let mut places: Vec<Decimal> = lines
        .series
        .iter()
        .flat_map(|series| series.points.iter().map(|spot| spot.x))
        .collect();
    places.sort_unstable();
    places.dedup();
    for x in places {
        let mut row = vec![on_axis(x, &lines.x, chart.lang)];
        for series in &lines.series {
            let spot = series.points.iter().find(|spot| spot.x == x);
            row.push(spot.map_or_else(Cell::default, |spot| {
                on_axis(spot.y.round_dp(2), &lines.y, chart.lang)
            }));
        }
        table.row(row);
    }
    table
}

/// What kind of thing a row of a calendar is, in words.
pub fn event(kind: EventKind) -> Text {
    match kind {
        EventKind::Planned => Text::new("planned", "计划中"),
        EventKind::Running => Text::new("running", "进行中"),
        EventKind::Done => Text::new("done", "已完成"),
        EventKind::Dropped => Text::new("dropped", "已放弃"),
        EventKind::Offer => Text::new("limited offer", "限时优惠"),
        EventKind::Milestone => Text::new("milestone", "里程碑"),
    }
}

fn calendar(chart: &Chart, calendar: &Calendar) -> Table {
    let word = |text: Text| text.get(chart.lang);
    let mut table = Table::new(vec![
        Column::text(word(Text::new("What", "项目"))),
        Column::text(word(Text::new("Kind", "类别"))),
        Column::new(word(Text::new("From", "开始")), Kind::Day),
        Column::new(word(Text::new("To", "结束")), Kind::Day),
    ]);
    for row in &calendar.rows {
        let (first, last) = (row.times.first(), row.times.last());
        table.row(vec![
            Cell::author(&row.label),
            Cell::text(word(event(row.kind))),
            first.map_or_else(Cell::default, |[day, _]| Cell::day(*day, chart.lang)),
            last.map_or_else(Cell::default, |[_, day]| Cell::day(*day, chart.lang)),
        ]);
    }
    table
}

fn profile(chart: &Chart, profile: &Profile) -> Table {
    let mut columns = vec![Column::text(Text::new("Factor", "因素").get(chart.lang))];
    columns.extend(profile.sides.iter().map(|side| Column {
        head: vec![Span::author(&side.name)],
        ..Column::number("")
    }));
    let mut table = Table::new(columns);
    for factor in &profile.factors {
        let mut row = vec![Cell::author(&factor.name)];
        for side in 0..profile.sides.len() {
            let score = factor.scores.iter().find(|(at, _)| *at == side);
            row.push(score.map_or_else(Cell::default, |(_, score)| Cell::number(*score)));
        }
        table.row(row);
    }
    table
}
