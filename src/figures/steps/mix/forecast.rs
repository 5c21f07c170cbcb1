//! What the forecast brings: line by line, by scenario, and by what and whom it sells to.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::super::{below, id, is};
use super::prices::{WHOLE_PLAN, is_carried};
use super::take_fixed_costs;
use crate::catalogue::choices::{Choose, Scenario};
use crate::catalogue::{Choice, Step};
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::contribution::REVENUE;
use crate::figures::formulas::of_plans::control::{
    GOAL_VARIANCE, REVENUE_CONCENTRATION, SUM_AND_SHARE,
};
use crate::figures::formulas::of_plans::prices::PROFIT_AFTER_FIXED_COSTS;
use crate::plan::records::{ForecastLine, Product};
use crate::plan::{Plan, Record as _, Sp, Str};
use crate::words::Text;
use crate::words::date::Period;

/// The figures of the lines of the forecast, in the order of the plan.
#[derive(Debug)]
pub struct Sales {
    /// One for each line.
    pub lines: Vec<Figure>,
    /// Whether the base forecast tells one year.
    pub is_a_year: bool,
    /// Whether the base forecast covers the plan's whole time.
    pub is_whole: bool,
    /// Whether anything is paid for: what is given away has no revenue to speak of.
    pub is_sold: bool,
}

/// The scenario of a line; a line that names none is of the base case.
pub(super) fn scenario(line: &ForecastLine<'_>) -> Scenario {
    line.scenario.as_ref().map_or(Scenario::Base, |it| it.value)
}

/// Whether the plan counts on a line.
pub(in crate::figures::steps) fn is_base(line: &ForecastLine<'_>) -> bool {
    scenario(line) == Scenario::Base
}

impl Sales {
    /// The lines of a scenario. A line of the base case that it does not replace is taken as it
    /// is: who writes only what differs means the rest to stay.
    pub fn of<'c>(&'c self, plan: &'c Plan<'_>, wanted: Scenario) -> Vec<&'c Figure> {
        let rows = self.rows(plan, wanted);
        rows.into_iter().map(|(_, figure)| figure).collect()
    }

    /// The same with the rows of the plan.
    pub fn rows<'c, 'p>(
        &'c self,
        plan: &'c Plan<'p>,
        wanted: Scenario,
    ) -> Vec<(&'c ForecastLine<'p>, &'c Figure)> {
        let own: Vec<&ForecastLine<'_>> = plan
            .forecast
            .iter()
            .filter(|line| scenario(line) == wanted)
            .collect();
        let counts = |line: &ForecastLine<'_>| {
            scenario(line) == wanted
                || (scenario(line) == Scenario::Base
                    && !own.iter().any(|other| replaces(other, line)))
        };
        let lines = plan.forecast.iter().zip(&self.lines);
        lines.filter(|(line, _)| counts(line)).collect()
    }
}

/// Whether a line of another scenario stands for a line of the base case.
fn replaces(line: &ForecastLine<'_>, base: &ForecastLine<'_>) -> bool {
    let same = |one: &Option<Sp<Str<'_>>>, other: &Option<Sp<Str<'_>>>| {
        id(one.as_ref()).is_none_or(|one| is(other.as_ref(), one))
    };
    same(&line.product, &base.product)
        && same(&line.segment, &base.segment)
        && same(&line.channel, &base.channel)
        && (base.period.is_none() || same(&line.period, &base.period))
}

/// The figures of the lines.
pub(super) fn sales(plan: &Plan) -> Sales {
    let days = plan.frame.starts.as_ref().zip(plan.frame.ends.as_ref());
    let days = days.and_then(|(from, to)| Some(from.value.until(to.value).ok()?.get_days() + 1));
    let told = months_told(plan);
    let lines: Vec<Figure> = plan.forecast.iter().map(|row| line(plan, row)).collect();
    let free = |line: &Figure| is_nothing(line, "revenue");
    Sales {
        is_sold: !lines.iter().all(free),
        lines,
        is_a_year: match told {
            Some(months) => months == 12,
            None => days.is_some_and(|days| (330..=400).contains(&days)),
        },
        // Half a month may be missing at either end.
        is_whole: told
            .zip(days)
            .is_none_or(|(months, days)| (months + 1) * 30 >= days),
    }
}

/// Whether a figure comes to nothing.
fn is_nothing(figure: &Figure, output: &str) -> bool {
    figure.number(output).is_some_and(|number| number.is_zero())
}

/// How many months the base lines tell; nothing where one of them names no period.
fn months_told(plan: &Plan) -> Option<i32> {
    let mut months = BTreeSet::new();
    for line in plan
        .forecast
        .iter()
        .filter(|it| scenario(it) == Scenario::Base)
    {
        let period = Period::parse(&line.period.as_ref()?.value)?;
        let first = period.first_day();
        months.extend((0..period.months()).map(|nth| (first.year(), first.month() + nth)));
    }
    i32::try_from(months.len()).ok()
}

/// What one line brings.
fn line(plan: &Plan, row: &ForecastLine<'_>) -> Figure {
    let wanted = id(row.product.as_ref());
    let product = wanted.and_then(|id| plan.products.iter().find(|it| is(it.id.as_ref(), id)));
    let name = product.and_then(|product| product.name.as_ref());
    let label = Text::new("Forecast line", "预测行");
    let mut draft = Draft::new("forecast", label, Step::Mix, &REVENUE)
        .of(row, name)
        .take("customers", row, "customers", row.customers.as_ref())
        .need("purchases", row, "purchases", row.purchases.as_ref());
    let net = product.and_then(|product| Some((product, lower_net_price(row, product)?)));
    draft = match net {
        Some((product, net)) => draft
            .take("price", product, "net_price", Some(net))
            .note(Text::new(
                "The line has the list price; the product's net price is taken, since no more arrives.",
                "这一行写的是标价；这里改用产品的净价，因为到手的只有净价。",
            )),
        None => draft.take("price", row, "price", row.price.as_ref()),
    };
    if let Some(product) = product {
        let cost = product.unit_cost.as_ref();
        draft = draft.take("variable-cost", product, "unit_cost", cost);
    } else {
        draft = draft.could_use(row.path("product"));
    }
    draft
        .per(Text::new("the line's period", "该行的时段"))
        .done()
}

/// The net price of a product, where the line has its list price and less arrives.
fn lower_net_price<'t>(
    line: &ForecastLine<'_>,
    product: &'t Product<'_>,
) -> Option<&'t Sp<Decimal>> {
    let (price, list) = (line.price.as_ref()?, product.price.as_ref()?);
    let net = product.net_price.as_ref()?;
    (price.value == list.value && net.value < price.value).then_some(net)
}

/// Adds the figures of the forecast.
pub(super) fn figures(plan: &Plan, sales: Sales, figures: &mut Vec<Figure>) {
    for (&case, choice) in Scenario::VALUES.iter().zip(Scenario::CHOICES) {
        if sales.is_sold && plan.forecast.iter().any(|line| scenario(line) == case) {
            of_scenario(plan, &sales, case, choice, figures);
        }
    }
    figures.extend(sales.lines);
}

/// Revenue and profit of a scenario; of the base case also its parts.
fn of_scenario(
    plan: &Plan,
    sales: &Sales,
    case: Scenario,
    choice: &Choice,
    figures: &mut Vec<Figure>,
) {
    let totals = &plan.totals;
    let lines = sales.of(plan, case);
    let label = Text::new("Revenue", "收入");
    let mut revenue = Draft::new("revenue", label, Step::Mix, &SUM_AND_SHARE)
        .about_choice(choice, "mix.forecast")
        .per(WHOLE_PLAN);
    let label = Text::new("Profit after fixed costs", "扣除固定成本后的利润");
    let mut profit = Draft::new("profit", label, Step::Mix, &PROFIT_AFTER_FIXED_COSTS)
        .about_choice(choice, "mix.forecast")
        .per(WHOLE_PLAN);
    for line in &lines {
        revenue = revenue.from("amounts", line, "revenue");
        profit = profit.from("contributions", line, "contribution");
    }
    if case != Scenario::Base {
        const TAKEN: Text = Text::new(
            "Where the scenario has no line of its own, the base line is taken.",
            "这个情景没有单独写的行，沿用基准预测。",
        );
        revenue = revenue.note(TAKEN);
        profit = profit.note(TAKEN);
    }
    if overlaps(plan) {
        revenue = revenue.note(Text::new(
            "Some lines tell the same sales for a year and for a part of it; the sum counts both.",
            "有的销售既按年写、又按季或月写，合计时两者都算了进去。",
        ));
    }
    let revenue = revenue.done();
    if case == Scenario::Base {
        if totals.revenue.is_some() {
            let label = Text::new("Forecast against stated revenue", "预测与写明收入之比");
            figures.push(
                Draft::new("revenue-against-goal", label, Step::Mix, &GOAL_VARIANCE)
                    .from("number", &revenue, "total")
                    .take("goal", totals, "revenue", totals.revenue.as_ref())
                    .per(WHOLE_PLAN)
                    .done(),
            );
        }
        parts(plan, sales, &revenue, figures);
    }
    figures.push(revenue);
    if totals.fixed_costs.is_some() || totals.budget.is_some() {
        profit = take_fixed_costs(profit, totals);
        if is_carried(plan) {
            profit = profit.note(Text::new(
                "Gifts, grants and other income are not counted.",
                "捐款、资助等其他收入未计入。",
            ));
        }
        if !sales.is_whole {
            profit = profit.note(Text::new(
                "The forecast covers a part of the plan's time, the fixed costs all of it.",
                "预测只覆盖计划期的一部分，固定成本却是整个计划期的。",
            ));
        }
        figures.push(profit.done());
    }
}

/// A way to divide the revenue: the name of its figures, their label, and how a line says its part.
pub(super) type Way = (
    &'static str,
    &'static str,
    [Text; 2],
    for<'l> fn(&'l ForecastLine<'_>) -> Option<&'l str>,
);

pub(super) const WAYS: [Way; 3] = [
    (
        "revenue-by-product",
        "mix.products",
        [
            Text::new("Revenue of a product", "产品收入"),
            Text::new("by product", "按产品"),
        ],
        |line| id(line.product.as_ref()),
    ),
    (
        "revenue-by-segment",
        "targeting.segments",
        [
            Text::new("Revenue from a segment", "细分收入"),
            Text::new("by segment", "按细分"),
        ],
        |line| id(line.segment.as_ref()),
    ),
    (
        "revenue-by-channel",
        "mix.channels",
        [
            Text::new("Revenue through a channel", "渠道收入"),
            Text::new("by channel", "按渠道"),
        ],
        |line| id(line.channel.as_ref()),
    ),
];

/// The revenue of the base case by product, segment and channel, and how much hangs on the largest.
fn parts(plan: &Plan, sales: &Sales, revenue: &Figure, figures: &mut Vec<Figure>) {
    for (key, list, [label, by], part) in WAYS {
        let base = plan.forecast.iter().zip(&sales.lines);
        let base: Vec<(&str, &Figure)> = base
            .filter(|(line, figure)| is_base(line) && !is_nothing(figure, "revenue"))
            .filter_map(|(line, figure)| Some((part(line)?, figure)))
            .collect();
        let mut ids: Vec<&str> = Vec::new();
        for (id, _) in &base {
            if !ids.contains(id) {
                ids.push(id);
            }
        }
        if ids.len() < 2 {
            continue;
        }
        let about = Text::new("Concentration of revenue", "收入集中度");
        let mut whole = Draft::new(
            "revenue-concentration",
            about,
            Step::Mix,
            &REVENUE_CONCENTRATION,
        )
        .about_word(key.trim_start_matches("revenue-by-"), by, list);
        for id in ids {
            let path = below(list, id);
            let mut draft = Draft::new(key, label, Step::Mix, &SUM_AND_SHARE)
                .about(id, name(plan, list, id), path)
                .per(WHOLE_PLAN);
            for (_, figure) in base.iter().filter(|(of, _)| *of == id) {
                draft = draft.from("amounts", figure, "revenue");
            }
            let figure = draft.from("whole", revenue, "total").done();
            whole = whole.from("amounts", &figure, "total");
            figures.push(figure);
        }
        figures.push(whole.done());
    }
}

/// What people call a row of a list.
pub(super) fn name<'t>(plan: &'t Plan, list: &str, own: &'t str) -> &'t str {
    let found = match list {
        "mix.products" => plan
            .products
            .iter()
            .find(|row| is(row.id.as_ref(), own))
            .and_then(|row| row.name.as_ref()),
        "targeting.segments" => plan
            .segments
            .iter()
            .find(|row| is(row.id.as_ref(), own))
            .and_then(|row| row.name.as_ref()),
        _ => plan
            .channels
            .iter()
            .find(|row| is(row.id.as_ref(), own))
            .and_then(|row| row.name.as_ref()),
    };
    id(found).unwrap_or(own)
}

/// Whether two base lines tell the same sales, once for a time and again for a part of it.
fn overlaps(plan: &Plan) -> bool {
    let base: Vec<(&ForecastLine<'_>, Period)> = plan
        .forecast
        .iter()
        .filter(|line| scenario(line) == Scenario::Base)
        .filter_map(|line| Some((line, Period::parse(&line.period.as_ref()?.value)?)))
        .collect();
    let same = |one: &ForecastLine<'_>, other: &ForecastLine<'_>| {
        id(one.product.as_ref()) == id(other.product.as_ref())
            && id(one.segment.as_ref()) == id(other.segment.as_ref())
            && id(one.channel.as_ref()) == id(other.channel.as_ref())
    };
    base.iter().any(|(line, long)| {
        base.iter().any(|(other, short)| {
            short.months() < long.months()
                && long.first_day() <= short.first_day()
                && short.last_day() <= long.last_day()
                && same(line, other)
        })
    })
}
