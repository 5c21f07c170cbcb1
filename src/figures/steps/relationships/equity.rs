//! What all customers together are worth, today and when the plan ends.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::own::formula;
use super::groups::OfGroup;
use crate::catalogue::Step;
use crate::catalogue::choices::Cycle;
use crate::figures::Amount;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::plan::Plan;
use crate::words::Text;

/// Adds the equity of each group, and of all.
pub(super) fn figures(plan: &Plan, groups: &[OfGroup<'_, '_>], figures: &mut Vec<Figure>) {
    let mut each = Vec::new();
    for group in groups {
        let Some(lifetime) = &group.lifetime else {
            continue;
        };
        let row = group.row;
        let label = Text::new("Customers and their worth at the end", "期末顾客数与价值");
        let mut draft = Draft::new("group-equity", label, Step::Relationships, &OF_GROUP)
            .of(row, row.name.as_ref())
            .take("customers", row, "customers", row.customers.as_ref())
            .from("lifetime-value", lifetime, "lifetime-value")
            .take("retention", row, "retention", row.retention.as_ref());
        draft = match periods(plan) {
            Some(periods) => draft.number("periods", periods, "plan.ends".to_owned()),
            None => draft.assume(
                "periods",
                Decimal::ONE,
                Text::new(
                    "the plan does not say how many periods it lasts",
                    "计划没有写清共有几期",
                ),
            ),
        };
        if let Some(new) = &group.new {
            draft = draft.from("new-customers", new, "customers");
        }
        if row.customers.is_some() {
            each.push(draft.done());
        }
    }
    if each.is_empty() {
        return;
    }
    let label = Text::new("Customer equity", "顾客资产");
    let mut whole = Draft::new("customer-equity", label, Step::Relationships, &EQUITY);
    for figure in &each {
        whole = whole
            .from("now", figure, "now")
            .from("at-end", figure, "at-end");
    }
    figures.push(whole.done());
    figures.extend(each);
}

/// How many periods of the groups the plan lasts, to the nearest whole one.
fn periods(plan: &Plan) -> Option<Decimal> {
    let (from, to) = (plan.frame.starts.as_ref()?, plan.frame.ends.as_ref()?);
    let days = from.value.until(to.value).ok()?.get_days() + 1;
    let length = match plan.value_capture.period.as_ref()?.value {
        Cycle::Week => Decimal::from(7),
        Cycle::Month => Decimal::new(30_436_875, 6),
        Cycle::Quarter => Decimal::new(91_310_625, 6),
        Cycle::Year => Decimal::new(3_652_425, 4),
    };
    let periods = Decimal::from(days).checked_div(length)?.round();
    (periods >= Decimal::ONE).then_some(periods)
}

static OF_GROUP: Formula = Formula {
    convention: Some(Text::new(
        "Today's customers stay at the retention rate for each period of the plan; the newly won are counted in full.",
        "现有顾客在计划的每一期都按保留率留下，新赢得的顾客全数计入。",
    )),
    ..formula(
        "group-equity",
        Topic::Customers,
        Text::new("Equity of a group", "群体的顾客资产"),
        Text::new(
            "What are the customers of a group worth, today and when the plan ends?",
            "这个群体的顾客今天值多少，计划结束时又值多少？",
        ),
        &[
            one("customers", Unit::Count, "Customers", "顾客数").in_range(Range::NotNegative),
            one("lifetime-value", Unit::Money, "Lifetime value", "终身价值"),
            one("retention", Unit::Rate, "Retention rate", "保留率").in_range(Range::Share),
            one(
                "periods",
                Unit::Periods,
                "Periods of the plan",
                "计划的期数",
            )
            .in_range(Range::Whole),
            one("new-customers", Unit::Count, "New customers", "新增顾客").or("0"),
        ],
        &[
            out(
                "now",
                Unit::Money,
                "Equity today",
                "今天的顾客资产",
                "{customers} × {lifetime-value}",
            ),
            out(
                "customers-at-end",
                Unit::Count,
                "Customers at the end",
                "期末顾客数",
                "{customers} × {retention} ^ {periods} + {new-customers}",
            ),
            out(
                "at-end",
                Unit::Money,
                "Equity at the end",
                "期末的顾客资产",
                "{customers-at-end} × {lifetime-value}",
            ),
        ],
        |given, results| {
            let (customers, worth) = (given.one("customers"), given.one("lifetime-value"));
            results.one("now", customers * worth);
            let periods = given.one("periods").ok().and_then(|it| it.to_u32());
            let stay = given.one("retention").power(periods.unwrap_or(1));
            let end = customers * stay + given.one("new-customers");
            let end = results.one("customers-at-end", end);
            results.one("at-end", end * worth);
        },
    )
};

static EQUITY: Formula = formula(
    "customer-equity-of-groups",
    Topic::Customers,
    Text::new("Customer equity", "顾客资产"),
    Text::new(
        "What are all customers worth together, today and when the plan ends?",
        "全部顾客合起来今天值多少，计划结束时又值多少？",
    ),
    &[
        many(
            "now",
            Unit::Money,
            "Equity of the groups today",
            "各群体今天的资产",
        ),
        many(
            "at-end",
            Unit::Money,
            "Equity of the groups at the end",
            "各群体期末的资产",
        ),
    ],
    &[
        out(
            "equity",
            Unit::Money,
            "Customer equity today",
            "今天的顾客资产",
            "Σ({now})",
        ),
        out(
            "equity-at-end",
            Unit::Money,
            "Customer equity at the end",
            "期末的顾客资产",
            "Σ({at-end})",
        ),
        out(
            "change",
            Unit::Money,
            "Change",
            "变化",
            "{equity-at-end} − {equity}",
        ),
    ],
    |given, results| {
        let now = results.one("equity", Amount::sum(given.many("now")));
        let end = results.one("equity-at-end", Amount::sum(given.many("at-end")));
        results.one("change", end - now);
    },
);
