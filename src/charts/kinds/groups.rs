//! Which groups of customers bring profit, and which of them stay.

use rust_decimal::Decimal;

use super::{Kind, PAYS_NOTHING, level, pays_nothing, upright};
use crate::catalogue::Step;
use crate::charts::chart::{Axis, Body, Chart, Map, Point, Region, Side, Spot};
use crate::charts::ground::{Ground, called, choice, number};
use crate::figures::customers::periods_a_year;
use crate::figures::{Figure, Outcome};
use crate::plan::Record;
use crate::plan::records::Group;
use crate::words::{Relationship, Text};

/// Profit × loyalty.
pub(super) static KIND: Kind = Kind {
    key: "relationship-groups",
    step: Step::Relationships,
    title: Text::new("Relationship groups", "关系群体图"),
    question: Text::new(
        "Which groups of customers bring profit, and which of them stay?",
        "哪些顾客群体带来利润，哪些会留下来？",
    ),
    build,
};

/// The corners in which the four groups stand: right is loyal, top is profitable.
const CORNERS: [(bool, bool); 4] = [(true, true), (false, true), (true, false), (false, false)];

/// The group by the plan's own lines, and what is done with it.
fn word(figure: &Figure) -> Option<Text> {
    match figure.results.as_ref().ok()?.get("group")? {
        Ok(Outcome::Word(word)) => Some(*word),
        _ => None,
    }
}

/// A group with its numbers, in words.
fn tell(
    ground: &Ground<'_, '_>,
    group: &Group<'_>,
    (stay, margin): (Decimal, Decimal),
    has_lines: bool,
) -> String {
    let figure = ground.about("relationship-group", group);
    let kind = match figure.and_then(word) {
        Some(kind) => kind,
        None if has_lines => Text::new("too new to tell", "刚来，还看不出"),
        None => Text::new("no lines drawn", "未划界线"),
    };
    let policy = group.policy.as_ref().map(|it| choice(it.value));
    let policy = policy.unwrap_or(Text::new("none", "未定"));
    let mut name = called(group, group.name.as_ref());
    if let Some(customers) = &group.customers {
        let text = Text::new("{0} ({1} customers)", "{0}（{1}位顾客）");
        name = ground.say(text, &[name, number(customers.value)]);
    }
    let text = Text::new(
        "{0}: margin {1} a year, retention {2}; {3}; policy: {4}",
        "{0}：每年毛利{1}，保留率 {2}；{3}；政策：{4}",
    );
    let args = [
        name,
        ground.money(margin),
        ground.percent(stay),
        ground.word(kind),
        ground.word(policy),
    ];
    ground.say(text, &args)
}

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let terms = &ground.plan.value_capture;
    let lines = (&terms.profit_threshold, &terms.loyalty_threshold);
    let a_year = terms.period.as_ref().map(|it| periods_a_year(it.value));
    let mut points = Vec::new();
    let mut empty = Vec::new();
    for group in &ground.plan.groups {
        let margin = ground.of("customer-margin", group, "margin");
        let yearly = a_year.and_then(|times| margin?.checked_mul(times.into()));
        let (Some(y), Some(stay)) = (yearly, &group.retention) else {
            if pays_nothing(group) {
                continue;
            }
            if margin.is_none() {
                empty.extend(ground.lacks("customer-margin", group, "margin_rate"));
            }
            if group.retention.is_none() {
                empty.push(group.path("retention"));
            }
            continue;
        };
        let x = stay.value;
        let has_lines = lines.0.is_some() && lines.1.is_some();
        let note = chart.note(tell(ground, group, (x, y), has_lines), group.path(""));
        points.push(Point {
            at: Spot { x, y },
            size: None,
            note,
            side: Side::Plain,
        });
    }
    if a_year.is_none() && !ground.plan.groups.is_empty() {
        empty.push(terms.path("period"));
    }
    if points.is_empty() {
        let say = if ground.plan.groups.iter().any(pays_nothing) {
            PAYS_NOTHING
        } else {
            Text::new(
                "This map needs what a customer of a group leaves in a period (purchases, average purchase, margin rate), how many stay, and how long a period is.",
                "画这张图，需要某个群体的顾客一期留下多少毛利（购买次数、平均金额、毛利率）、保留率，以及一期有多长。",
            )
        };
        chart.body = Err(ground.missing(say, empty, "relationships.groups"));
        return;
    }
    chart.left_out(ground, &empty);
    let line = |value: &Option<crate::plan::Sp<Decimal>>| value.as_ref().map(|it| it.value);
    let (profit, loyalty) = (line(lines.0), line(lines.1));
    let lacking = [("profit_threshold", profit), ("loyalty_threshold", loyalty)];
    let lacking: Vec<String> = lacking
        .iter()
        .filter(|(_, value)| value.is_none())
        .map(|(key, _)| terms.path(key))
        .collect();
    if !lacking.is_empty() {
        let say = Text::new(
            "The lines that divide the four groups are not drawn: {0}",
            "划分四类群体的界线没有画出：缺 {0}",
        );
        chart
            .remarks
            .push(ground.say(say, &[ground.list(&lacking)]));
    }
    let x = Axis::share(
        ground.word(Text::new("retention a period", "每期保留率")),
        points.iter().map(|point| point.at.x).chain(loyalty),
    );
    let y = Axis::around(
        ground.in_money(Text::new("margin of a customer a year", "每位顾客每年毛利")),
        false,
        points.iter().map(|point| point.at.y).chain(profit),
    );
    let mut dividers = Vec::new();
    dividers.extend(loyalty.map(|at| upright(at, &y)));
    dividers.extend(profit.map(|at| level(at, &x)));
    let named = dividers.len() == 2;
    let regions = CORNERS.into_iter().filter(|_| named).map(|corner| Region {
        name: ground.word(Relationship::of(corner.1, corner.0).name()),
        corner,
    });
    chart.body = Ok(Body::Map(Map {
        dividers,
        regions: regions.collect(),
        points,
        x,
        y,
    }));
}
