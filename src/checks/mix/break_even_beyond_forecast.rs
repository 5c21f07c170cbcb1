//! A forecast that does not carry the plan's own fixed costs.

use jiff::Span;
use rust_decimal::Decimal;

use super::sales;
use crate::catalogue::Step;
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Sp;
use crate::plan::records::{Product, Totals};
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "M407",
    name: "break-even-beyond-forecast",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("Break-even beyond the forecast", "保本量超过预测"),
    why: Text::new(
        "Break-even is the volume at which contribution has paid the fixed costs; a forecast below it is a loss that the plan itself announces (Kotler & Armstrong, app. 2).",
        "保本量是贡献毛益刚好付清固定成本的销量；预测比它低，就是计划自己宣布亏损（科特勒与阿姆斯特朗，附录2）。",
    ),
    ask: Text::new(
        "Which lever closes the gap: price, unit cost, fixed costs, volume or time?",
        "靠什么补上差额：价格、单位成本、固定成本、销量，还是更长的时间？",
    ),
    page: include_str!("break_even_beyond_forecast.md"),
    check,
};

/// How many days at either end of the plan a whole forecast may leave out.
const EDGE: i32 = 31;

/// What the base lines of the forecast come to.
struct Forecast<'c, 'p> {
    contribution: Decimal,
    units: Decimal,
    takings: Decimal,
    /// The product, if all lines sell the same, and what one unit leaves.
    only: Option<(&'c Product<'p>, Decimal)>,
}

/// The costs that sales must carry, where they stand, and how a gap is told: with one product, and
/// with several.
struct Costs<'c> {
    fixed: &'c Sp<Decimal>,
    key: &'static str,
    one: Text,
    many: Text,
}

/// The fixed costs. The budget is part of them; where they are not written, it is the least.
fn costs<'c>(totals: &'c Totals<'_>) -> Option<Costs<'c>> {
    let costs = |fixed, key, one, many| Costs {
        fixed,
        key,
        one,
        many,
    };
    let all = totals.fixed_costs.as_ref();
    let all = all.map(|fixed| costs(fixed, "fixed_costs", OF_COSTS, LEFT_FOR_COSTS));
    let budget = totals.budget.as_ref();
    let budget = budget.map(|fixed| costs(fixed, "budget", OF_BUDGET, LEFT_FOR_BUDGET));
    match (all, budget) {
        (Some(all), Some(budget)) if budget.fixed.value > all.fixed.value => Some(budget),
        (all, budget) => all.or(budget),
    }
}

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let totals = &context.plan.totals;
    if sales::is_carried(context) {
        return Checked::Lacks(Text::new(
            "sales that must carry all costs alone",
            "须由销售独自承担的成本",
        ));
    }
    let Some(Costs {
        fixed,
        key,
        one,
        many,
    }) = costs(totals)
    else {
        return Checked::Lacks(Text::new("fixed costs", "固定成本"));
    };
    let Some(forecast) = sum(context) else {
        return Checked::Lacks(Text::new(
            "a base forecast whose products have unit costs",
            "基准预测及其产品的单位成本",
        ));
    };
    if !is_whole(context, forecast.takings) {
        return Checked::Lacks(Text::new(
            "a forecast for the whole of the plan",
            "覆盖整个计划期的预测",
        ));
    }
    if forecast.contribution >= fixed.value {
        return Checked::Yes;
    }
    match forecast.only {
        // Nothing is left of a sale: price-below-unit-cost tells it.
        Some((_, margin)) if margin <= Decimal::ZERO => {}
        Some((product, margin)) => {
            let needed = fixed.checked_div(margin).unwrap_or_default().ceil();
            let args = [
                called(product.name.as_ref(), product),
                show(fixed.value),
                show(margin),
                show(needed),
                show(forecast.units),
            ];
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            sink.value(totals, key, fixed, one, &args);
        }
        None => {
            let gap = fixed.checked_sub(forecast.contribution).unwrap_or_default();
            let args = [show(forecast.contribution), show(fixed.value), show(gap)];
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            sink.value(totals, key, fixed, many, &args);
        }
    }
    Checked::Yes
}

const OF_COSTS: Text = Text::new(
    "“{0}” leaves {2} a unit, so fixed costs of {1} need {3} units, and the forecast has {4}.",
    "“{0}”每个单位贡献{2}，固定成本{1}要卖{3}个才保本，而预测只有{4}个。",
);
const OF_BUDGET: Text = Text::new(
    "“{0}” leaves {2} a unit, so the budget of {1} alone needs {3} units, and the forecast has {4}.",
    "“{0}”每个单位贡献{2}，单是预算{1}就要卖{3}个才保本，而预测只有{4}个。",
);
const LEFT_FOR_COSTS: Text = Text::new(
    "The base forecast leaves {0} after unit costs, {2} short of the fixed costs of {1}.",
    "基准预测扣除单位成本后剩{0}，比固定成本{1}少{2}。",
);
const LEFT_FOR_BUDGET: Text = Text::new(
    "The base forecast leaves {0} after unit costs, {2} short of the budget of {1} alone.",
    "基准预测扣除单位成本后剩{0}，单是预算{1}就还差{2}。",
);

/// The base forecast; nothing if a line lacks a part, or nothing is sold for money.
fn sum<'c, 'p>(context: &Context<'c, 'p>) -> Option<Forecast<'c, 'p>> {
    let mut all: Option<Forecast<'c, 'p>> = None;
    for line in sales::base(context.plan) {
        let product = sales::product(context, line)?;
        let (units, price) = (sales::units(line)?, sales::unit_price(line, product)?);
        let margin = price.checked_sub(product.unit_cost.as_ref()?.value)?;
        let contribution = units.checked_mul(margin)?;
        let takings = units.checked_mul(price)?;
        all = Some(match all {
            None => Forecast {
                contribution,
                units,
                takings,
                only: Some((product, margin)),
            },
            Some(all) => Forecast {
                contribution: all.contribution.checked_add(contribution)?,
                units: all.units.checked_add(units)?,
                takings: all.takings.checked_add(takings)?,
                only: all.only.filter(|one| {
                    id(one.0.id.as_ref()) == id(product.id.as_ref()) && one.1 == margin
                }),
            },
        });
    }
    all.filter(|all| all.takings > Decimal::ZERO)
}

/// Whether the forecast stands for the whole plan: its periods reach from the first to the last
/// day, or the stated revenue is no more than it.
fn is_whole(context: &Context, takings: Decimal) -> bool {
    let plan = context.plan;
    let revenue = plan.totals.revenue.as_ref();
    if revenue.is_some_and(|revenue| revenue.value <= takings) {
        return true;
    }
    let (Some(starts), Some(ends)) = (&plan.frame.starts, &plan.frame.ends) else {
        return true;
    };
    let mut periods = sales::base(plan).filter_map(sales::period).peekable();
    if periods.peek().is_none() {
        return true;
    }
    let edge = Span::new().days(EDGE);
    let (mut first, mut last) = (ends.value, starts.value);
    for period in periods {
        first = first.min(period.first_day());
        last = last.max(period.last_day());
    }
    first <= starts.value.saturating_add(edge) && last.saturating_add(edge) >= ends.value
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[mix.totals]\nfixed_costs = 300000\nbudget = 40000\n\
        [[mix.products]]\nid = \"p\"\nname = \"陶碗\"\nprice = 24.0\nnet_price = 20.0\nunit_cost = 10.0\n\
        [[mix.forecast]]\nid = \"f\"\nproduct = \"p\"\nperiod = \"2027\"\ncustomers = 11000\npurchases = 2\nprice = 20.0\n";

    #[test]
    fn break_even_units_round_up() {
        assert_eq!(paths("M407", PLAN), ["mix.totals.fixed_costs"]);
        let says = messages("M407", &PLAN.replace("300000", "300001"), Lang::En);
        assert!(
            says[0].contains("30,001 units") && says[0].contains("22,000"),
            "{says:?}"
        );
        assert!(messages("M407", PLAN, Lang::Zh)[0].contains("陶碗"));
        assert_eq!(paths("M407", &PLAN.replace("11000", "15000")), [""; 0]);
    }

    #[test]
    fn a_list_price_in_the_forecast_is_not_what_arrives() {
        let plan = PLAN.replace("purchases = 2\nprice = 20.0", "purchases = 2\nprice = 24.0");
        assert!(messages("M407", &plan, Lang::En)[0].contains("leaves 10 a unit"));
    }

    #[test]
    fn several_products_are_taken_together() {
        let two = format!(
            "{PLAN}[[mix.products]]\nid = \"q\"\nunit_cost = 1\n[[mix.forecast]]\nid = \"g\"\nproduct = \"q\"\ncustomers = 100\npurchases = 1\nprice = 501\n"
        );
        assert!(messages("M407", &two, Lang::Zh)[0].contains("剩270,000"));
        assert_eq!(paths("M407", &two.replace("501", "801")), [""; 0]);
    }

    #[test]
    fn without_fixed_costs_the_budget_is_the_least_of_them() {
        let plan = PLAN
            .replace("fixed_costs = 300000\n", "")
            .replace("40000", "400000");
        assert_eq!(paths("M407", &plan), ["mix.totals.budget"]);
    }

    #[test]
    fn plans_that_others_carry_and_free_offers_are_not_judged() {
        for kind in ["non-profit", "public"] {
            assert!(!is_checked(
                "M407",
                &format!("[plan]\nkind = \"{kind}\"\n{PLAN}")
            ));
        }
        let grant = "[[relationships.revenue_streams]]\nid = \"g\"\nmodel = \"grant\"\n";
        assert!(!is_checked("M407", &format!("{PLAN}{grant}")));
        let free = PLAN.replace("24.0", "0").replace("20.0", "0");
        assert!(!is_checked("M407", &free));
    }

    #[test]
    fn a_part_of_the_year_is_not_held_against_all_its_costs() {
        let year = "[plan]\nstarts = 2027-01-01\nends = 2027-12-31\n";
        assert_eq!(paths("M407", &format!("{year}{PLAN}")).len(), 1);
        let quarter = PLAN.replace("\"2027\"", "\"2027-Q1\"");
        assert!(!is_checked("M407", &format!("{year}{quarter}")));
    }

    #[test]
    fn without_costs_or_a_forecast_nothing_is_judged() {
        assert!(!is_checked("M407", ""));
        assert!(!is_checked("M407", &PLAN.replace("unit_cost = 10.0\n", "")));
        assert!(!is_checked("M407", "[mix.totals]\nfixed_costs = 5\n"));
    }
}
