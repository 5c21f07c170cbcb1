//! Where revenue crosses costs, and where the forecast stands.

use rust_decimal::Decimal;

use super::Kind;
use crate::catalogue::Step;
use crate::catalogue::choices::Scenario;
use crate::charts::chart::{Axis, Body, Chart, Lines, Point, Series, Side, Spot};
use crate::charts::ground::{Ground, number};
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

impl Course {
    fn revenue(&self, x: Decimal) -> Option<Decimal> {
        x.checked_mul(self.price)
    }

    fn costs(&self, x: Decimal) -> Option<Decimal> {
        x.checked_mul(self.cost)?.checked_add(self.fixed)
    }

    /// A place on the axis, in words.
    fn amount(&self, ground: &Ground<'_, '_>, x: Decimal) -> String {
        if self.in_units {
            let text = Text::new("{0} units", "{0}件");
            return ground.say(text, &[number(x.round_dp(6).ceil())]);
        }
        ground.money(x.round_dp(0))
    }
}

fn draw(
    ground: &Ground<'_, '_>,
    chart: &mut Chart,
    course: Course,
    figure: &Figure,
) -> Option<Body> {
    let furthest = course.forecast.unwrap_or_default().max(course.meets);
    let end = furthest.checked_mul(Decimal::new(12, 1))?.max(Decimal::ONE);
    let path = figure.subject.as_ref();
    let path = path.map_or("mix.forecast", |it| &it.path).to_owned();
    let mut points = vec![meeting(ground, chart, course, path.clone())?];
    match course.forecast {
        Some(x) => points.push(forecast(ground, chart, course, figure, x)?),
        None => chart.remarks.push(ground.word(Text::new(
            "The forecast is not marked: mix.forecast tells no units of the base case.",
            "没有标出预测：mix.forecast 里没有基准情景的销量。",
        ))),
    }
    let series = both(ground, chart, course, end, path)?;
    let label = if course.in_units {
        ground.word(Text::new("units sold", "销量"))
    } else {
        ground.in_money(Text::new("revenue", "收入"))
    };
    let ends = || series.iter().flat_map(|it| &it.points).map(|spot| spot.y);
    let (low, top) = (ends().min()?, ends().max()?);
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

/// Where the lines meet.
fn meeting(
    ground: &Ground<'_, '_>,
    chart: &mut Chart,
    course: Course,
    path: String,
) -> Option<Point> {
    let (x, y) = (course.meets, course.revenue(course.meets)?);
    let text = Text::new("Break-even: {0}", "盈亏平衡：{0}");
    let mut said = ground.say(text, &[course.amount(ground, x)]);
    if course.in_units {
        let text = Text::new("{0}, revenue {1}", "{0}，收入{1}");
        said = ground.say(text, &[said, ground.money(y.round_dp(0))]);
    }
    Some(Point {
        at: Spot { x, y },
        size: None,
        note: chart.note(said, path),
        side: Side::Plain,
    })
}

/// Where the base forecast stands.
fn forecast(
    ground: &Ground<'_, '_>,
    chart: &mut Chart,
    course: Course,
    figure: &Figure,
    x: Decimal,
) -> Option<Point> {
    let y = course.revenue(x)?;
    let profit = y.checked_sub(course.costs(x)?)?;
    let text = if profit < Decimal::ZERO {
        Text::new("The base forecast: {0}, loss {1}", "基准预测：{0}，亏损{1}")
    } else {
        Text::new(
            "The base forecast: {0}, profit {1}",
            "基准预测：{0}，利润{1}",
        )
    };
    let profit = ground.money(profit.abs().round_dp(0));
    let mut said = ground.say(text, &[course.amount(ground, x), profit]);
    let safety = figure.number("safety").or_else(|| {
        let part = course.meets.checked_div(x)?;
        Decimal::ONE.checked_sub(part)
    });
    if let Some(safety) = safety {
        let text = if safety < Decimal::ZERO {
            Text::new(
                "{0}; {1} of the forecast are lacking to break even",
                "{0}；离盈亏平衡还差预测的 {1}",
            )
        } else {
            Text::new("{0}; margin of safety {1}", "{0}；安全边际 {1}")
        };
        said = ground.say(text, &[said, ground.percent(safety.abs().round_dp(3))]);
    }
    Some(Point {
        at: Spot { x, y },
        size: None,
        note: chart.note(said, String::from("mix.forecast")),
        side: Side::Ours,
    })
}

/// The line of revenue and the line of costs.
fn both(
    ground: &Ground<'_, '_>,
    chart: &mut Chart,
    course: Course,
    end: Decimal,
    path: String,
) -> Option<Vec<Series>> {
    const PARTS: u32 = 4;
    let line = |of: &dyn Fn(Decimal) -> Option<Decimal>| -> Option<Vec<Spot>> {
        let spot = |part: u32| {
            let x = end.checked_mul(part.into())?.checked_div(PARTS.into())?;
            Some(Spot { x, y: of(x)? })
        };
        (0..=PARTS).map(spot).collect()
    };
    let (text, more) = if course.in_units {
        let text = Text::new(
            "Costs: {0} fixed, and {1} more with each unit",
            "成本：固定{0}，每多卖一件增加{1}",
        );
        (text, course.cost)
    } else {
        let text = Text::new(
            "Costs: {0} fixed, and {1} more with each 100 of revenue",
            "成本：固定{0}，收入每增加 100，成本增加{1}",
        );
        (text, course.cost.checked_mul(Decimal::ONE_HUNDRED)?)
    };
    let costs = [ground.money(course.fixed), ground.money(more.round_dp(2))];
    let costs = ground.say(text, &costs);
    let revenue = ground.word(Text::new("Revenue", "收入"));
    let earned = chart.note_as('r', revenue.clone(), path);
    let paid = chart.note_as('c', costs, String::from("mix.totals.fixed_costs"));
    let series = |sign, note, name, points, side| Series {
        sign,
        name,
        points,
        note: Some(note),
        side,
    };
    let spent = ground.word(Text::new("Costs", "成本"));
    let (earn, spend) = (line(&|x| course.revenue(x))?, line(&|x| course.costs(x))?);
    Some(vec![
        series('r', earned, revenue, earn, Side::Ours),
        series('c', paid, spent, spend, Side::Theirs),
    ])
}
