//! Where revenue crosses costs, and where the forecast stands.

use rust_decimal::Decimal;

use super::Kind;
use crate::catalogue::Step;
use crate::catalogue::choices::Scenario;
use crate::charts::chart::{Axis, Body, Chart, Lines, Point, Series, Side, Spot};
use crate::charts::ground::{Ground, number, percent};
use crate::figures::{Figure, Lack};
use crate::plan::Record;
use crate::plan::records::Product;
use crate::words::Text;

/// Revenue and costs over what is sold.
pub(super) static KIND: Kind = Kind {
    key: "break-even",
    step: Step::Mix,
    title: Text::new("Break-even", "盈亏平衡图"),
    question: Text::new(
        "How much must be sold before revenue pays the costs, and how far is the forecast from there?",
        "卖到多少，收入才够付成本？预测离那里还有多远？",
    ),
    build,
};

/// Two straight lines: what they rise by, and where they meet.
#[derive(Debug, Clone, Copy)]
struct Course {
    price: Decimal,
    cost: Decimal,
    fixed: Decimal,
    meets: Decimal,
    forecast: Option<Decimal>,
    in_units: bool,
}

fn build(ground: &Ground<'_, '_>, chart: &mut Chart) {
    let only = match ground.plan.products.as_slice() {
        [only] => ground.about("break-even", only),
        _ => None,
    };
    let mix = ground.figure("break-even");
    let products = &ground.plan.products;
    let is_free = |product: &Product<'_>| product.price.as_ref().is_some_and(|it| it.is_zero());
    if !products.is_empty() && products.iter().all(is_free) {
        let say = Text::new(
            "What is given away has no break-even: gifts, grants or a budget pay its costs, so there is nothing to draw.",
            "免费提供的东西没有盈亏平衡：成本由捐款、资助或预算承担，所以不画。",
        );
        let paths = products
            .iter()
            .map(|product| product.path("price"))
            .collect();
        chart.body = Err(ground.missing(say, paths, "mix.products"));
        return;
    }
    let Some(figure) = only.or(mix) else {
        let totals = &ground.plan.totals;
        let mut paths = Vec::new();
        if totals.fixed_costs.is_none() {
            paths.push(totals.path("fixed_costs"));
        }
        for product in &ground.plan.products {
            let fields = [
                ("net_price", &product.net_price),
                ("unit_cost", &product.unit_cost),
            ];
            let lacking = fields.iter().filter(|(_, value)| value.is_none());
            paths.extend(lacking.map(|(key, _)| product.path(key)));
        }
        if ground.plan.forecast.is_empty() {
            paths.push(String::from("mix.forecast"));
        }
        let say = Text::new(
            "This chart needs the net price and the unit cost of a product, the fixed costs and a forecast.",
            "画这张图，需要产品的净价和单位成本、固定成本，以及预测。",
        );
        chart.body = Err(ground.missing(say, paths, "mix.products"));
        return;
    };
    let course = if only.is_some() {
        by_units(ground, figure)
    } else {
        by_revenue(figure)
    };
    let Some(course) = course else {
        no_crossing(ground, chart, figure);
        return;
    };
    chart.remarks_of(ground, figure);
    if let Some(body) = draw(ground, chart, course, figure) {
        chart.body = Ok(body);
    }
}

/// The sum of an input.
fn sum(figure: &Figure, input: &str) -> Option<Decimal> {
    let term = figure.terms.iter().find(|term| term.input.name == input)?;
    term.items
        .iter()
        .try_fold(Decimal::ZERO, |sum, item| sum.checked_add(item.value))
}

/// A plan of one product counts in units.
fn by_units(ground: &Ground<'_, '_>, figure: &Figure) -> Option<Course> {
    let base = ground.plan.forecast.iter().filter(|line| {
        line.scenario
            .as_ref()
            .is_none_or(|it| it.value == Scenario::Base)
    });
    let units: Vec<Decimal> = base
        .filter_map(|line| ground.of("forecast", line, "units"))
        .collect();
    let forecast = units
        .iter()
        .try_fold(Decimal::ZERO, |sum, it| sum.checked_add(*it));
    Some(Course {
        price: sum(figure, "price")?,
        cost: sum(figure, "variable-cost")?,
        fixed: sum(figure, "fixed-costs")?,
        meets: figure.number("units")?,
        forecast: forecast.filter(|_| !units.is_empty()),
        in_units: true,
    })
}

/// A plan of several products counts in revenue, in the proportions of its forecast.
fn by_revenue(figure: &Figure) -> Option<Course> {
    Some(Course {
        price: Decimal::ONE,
        cost: Decimal::ONE.checked_sub(figure.number("ratio")?)?,
        fixed: sum(figure, "fixed-costs")?,
        meets: figure.number("revenue")?,
        forecast: sum(figure, "revenues"),
        in_units: false,
    })
}

/// Why the lines never meet: fields are missing, or every sale leaves a loss.
fn no_crossing(ground: &Ground<'_, '_>, chart: &mut Chart, figure: &Figure) {
    let missing = Text::new(
        "This chart needs the net price and the unit cost of every product that the forecast sells.",
        "画这张图，需要预测所售每个产品的净价和单位成本。",
    );
    let reason = match &figure.results {
        Err(Lack::Missing(paths)) => {
            chart.body = Err(ground.missing(missing, paths.clone(), "mix.products"));
            return;
        }
        Err(Lack::Fault(fault)) => Some(*fault),
        Ok(results) => results
            .iter()
            .find_map(|(_, result)| result.as_ref().err().copied()),
    };
    let say = Text::new(
        "There is no break-even to draw: {0}.",
        "画不出盈亏平衡：{0}。",
    );
    let reason = reason.map_or_else(String::new, |fault| fault.message(ground.lang));
    let mut told = ground.missing(say, Vec::new(), "mix.products");
    told.say = ground.say(say, &[reason]);
    chart.body = Err(told);
}

fn draw(
    ground: &Ground<'_, '_>,
    chart: &mut Chart,
    course: Course,
    figure: &Figure,
) -> Option<Body> {
    let furthest = course.forecast.unwrap_or_default().max(course.meets);
    let end = furthest.checked_mul(Decimal::new(12, 1))?.max(Decimal::ONE);
    let revenue = |x: Decimal| x.checked_mul(course.price);
    let costs = |x: Decimal| x.checked_mul(course.cost)?.checked_add(course.fixed);
    let line = |of: &dyn Fn(Decimal) -> Option<Decimal>| -> Option<Vec<Spot>> {
        let parts = (0..=4_u32).map(|part| {
            let x = end.checked_mul(part.into())? / Decimal::from(4);
            Some(Spot { x, y: of(x)? })
        });
        parts.collect()
    };
    let amount = |x: Decimal| {
        if course.in_units {
            let text = Text::new("{0} units", "{0}件");
            return ground.say(text, &[number(x.ceil())]);
        }
        ground.money(x.round_dp(0))
    };
    let path = figure
        .subject
        .as_ref()
        .map_or("mix.forecast", |it| &it.path);
    let text = Text::new("Break-even: {0}", "盈亏平衡：{0}");
    let mut said = ground.say(text, &[amount(course.meets)]);
    if course.in_units {
        let text = Text::new("{0}, revenue {1}", "{0}，收入{1}");
        let money = ground.money(revenue(course.meets)?.round_dp(0));
        said = ground.say(text, &[said, money]);
    }
    let mut points = Vec::new();
    let note = chart.note(said, path.to_owned());
    points.push(Point {
        at: Spot {
            x: course.meets,
            y: revenue(course.meets)?,
        },
        size: None,
        note,
        side: Side::Plain,
    });
    if let Some(x) = course.forecast {
        let safety = figure.number("safety").or_else(|| {
            let part = course.meets.checked_div(x)?;
            Decimal::ONE.checked_sub(part)
        });
        let y = revenue(x)?;
        let profit = y.checked_sub(costs(x)?)?;
        let (text, profit) = if profit < Decimal::ZERO {
            (
                Text::new("The base forecast: {0}, loss {1}", "基准预测：{0}，亏损{1}"),
                -profit,
            )
        } else {
            (
                Text::new(
                    "The base forecast: {0}, profit {1}",
                    "基准预测：{0}，利润{1}",
                ),
                profit,
            )
        };
        let mut said = ground.say(text, &[amount(x), ground.money(profit.round_dp(0))]);
        if let Some(safety) = safety {
            let text = if safety < Decimal::ZERO {
                Text::new(
                    "{0}; {1} of the forecast are lacking to break even",
                    "{0}；离盈亏平衡还差预测的 {1}",
                )
            } else {
                Text::new("{0}; margin of safety {1}", "{0}；安全边际 {1}")
            };
            said = ground.say(text, &[said, percent(safety.abs().round_dp(3))]);
        }
        let note = chart.note(said, String::from("mix.forecast"));
        points.push(Point {
            at: Spot { x, y },
            size: None,
            note,
            side: Side::Ours,
        });
    }
    if course.forecast.is_none() {
        let said = Text::new(
            "The forecast is not marked: mix.forecast tells no units of the base case.",
            "没有标出预测：mix.forecast 里没有基准情景的销量。",
        );
        chart.remarks.push(ground.word(said));
    }
    let told = Text::new("Revenue", "收入");
    let earn = chart.note_as('r', ground.word(told), path.to_owned());
    let (told, more) = if course.in_units {
        let told = Text::new(
            "Costs: {0} fixed, and {1} more with each unit",
            "成本：固定{0}，每多卖一件增加{1}",
        );
        (told, course.cost)
    } else {
        let told = Text::new(
            "Costs: {0} fixed, and {1} more with each 100 of revenue",
            "成本：固定{0}，收入每增加 100，成本增加{1}",
        );
        (told, course.cost.checked_mul(Decimal::ONE_HUNDRED)?)
    };
    let args = [ground.money(course.fixed), ground.money(more.round_dp(2))];
    let pay = chart.note_as(
        'c',
        ground.say(told, &args),
        String::from("mix.totals.fixed_costs"),
    );
    let series = |sign, note, name: Text, points, side| Series {
        sign,
        name: ground.word(name),
        points,
        note: Some(note),
        side,
    };
    let series = vec![
        series(
            'r',
            earn,
            Text::new("revenue", "收入"),
            line(&revenue)?,
            Side::Ours,
        ),
        series(
            'c',
            pay,
            Text::new("costs", "成本"),
            line(&costs)?,
            Side::Theirs,
        ),
    ];
    let label = if course.in_units {
        ground.word(Text::new("units sold", "销量"))
    } else {
        ground.in_money(Text::new("revenue", "收入"))
    };
    let top = series
        .iter()
        .flat_map(|it| &it.points)
        .map(|spot| spot.y)
        .max()?;
    let low = series
        .iter()
        .flat_map(|it| &it.points)
        .map(|spot| spot.y)
        .min()?;
    let axis = |label, low, high| Axis {
        label,
        low,
        high,
        percent: false,
        whole: true,
    };
    Some(Body::Lines(Lines {
        x: axis(label, Decimal::ZERO, end),
        y: axis(
            ground.in_money(Text::new("revenue and costs", "收入与成本")),
            low.min(Decimal::ZERO),
            top.max(Decimal::ONE),
        ),
        series,
        points,
    }))
}
