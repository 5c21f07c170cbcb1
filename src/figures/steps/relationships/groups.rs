//! What one customer of each group leaves, is worth and cost to win, and what is done with them.

use rust_decimal::Decimal;

use super::super::{id, is_free};
use super::equity;
use crate::catalogue::Step;
use crate::catalogue::choices::{Cycle, Timing};
use crate::figures::customers::{is_new, periods_a_year};
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::equity::RELATIONSHIP_GROUP;
use crate::figures::formulas::lifetime_value::LIFETIME_VALUE;
use crate::figures::formulas::of_plans::control::REVENUE_CONCENTRATION;
use crate::figures::formulas::of_plans::customers::{
    CUSTOMER_MARGIN, GROUP_PROFIT, NEW_CUSTOMERS, RETENTION_GAIN, UNIT_ECONOMICS,
};
use crate::figures::formulas::share_of_customer::SHARE_OF_CUSTOMER;
use crate::plan::records::Group;
use crate::plan::{Plan, Record};
use crate::words::Text;

/// The figures of one group, from which those of all groups are added up.
pub(super) struct OfGroup<'c, 'p> {
    pub row: &'c Group<'p>,
    pub margin: Figure,
    pub lifetime: Option<Figure>,
    pub new: Option<Figure>,
}

/// Adds the figures of groups, and of all groups together.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    let mut groups = Vec::new();
    for row in &plan.groups {
        // Whose goods are a gift, his or her worth is no matter of margins.
        if is_free(row.average_purchase.as_ref()) {
            continue;
        }
        let Some(margin) = margin(plan, row).begun() else {
            continue;
        };
        let lifetime = lifetime(plan, row, &margin);
        let new = new_customers(row);
        figures.extend(share(plan, row, &margin));
        if let Some(lifetime) = &lifetime {
            figures.extend(sensitivity(plan, row, &margin));
            figures.extend(acquisition(row, &margin, lifetime));
        }
        figures.extend(kind(plan, row, &margin));
        groups.push(OfGroup {
            row,
            margin,
            lifetime,
            new,
        });
    }
    equity::figures(plan, &groups, figures);
    concentration(plan, &groups, figures);
    for group in groups {
        figures.push(group.margin);
        figures.extend(group.lifetime);
        figures.extend(group.new);
    }
}

/// The time for which the numbers of groups hold.
pub(super) fn per(plan: &Plan) -> Text {
    let period = plan.value_capture.period.as_ref();
    match period.map(|period| period.value) {
        Some(Cycle::Week) => Text::new("a week", "每周"),
        Some(Cycle::Month) => Text::new("a month", "每月"),
        Some(Cycle::Quarter) => Text::new("a quarter", "每季"),
        Some(Cycle::Year) => Text::new("a year", "每年"),
        None => Text::new("a period", "每期"),
    }
}

fn margin(plan: &Plan, row: &Group<'_>) -> Draft {
    let label = Text::new("Margin of a customer", "每位顾客的毛利");
    Draft::new(
        "customer-margin",
        label,
        Step::Relationships,
        &CUSTOMER_MARGIN,
    )
    .of(row, row.name.as_ref())
    .take("purchases", row, "purchases", row.purchases.as_ref())
    .take(
        "average-purchase",
        row,
        "average_purchase",
        row.average_purchase.as_ref(),
    )
    .take("margin-rate", row, "margin_rate", row.margin_rate.as_ref())
    .take(
        "cost-to-serve",
        row,
        "cost_to_serve",
        row.cost_to_serve.as_ref(),
    )
    .per(per(plan))
}

/// Takes what value capture says about time: discount, timing, horizon.
fn take_terms(mut draft: Draft, plan: &Plan) -> Draft {
    let terms = &plan.value_capture;
    draft = draft
        .take(
            "discount",
            terms,
            "discount_rate",
            terms.discount_rate.as_ref(),
        )
        .take("horizon", terms, "horizon", terms.horizon.as_ref());
    if let Some(timing) = &terms.margin_timing {
        let word = match timing.value {
            Timing::End => "end",
            Timing::Start => "start",
        };
        draft = draft.word("timing", terms.path("margin_timing"), word);
    }
    draft
}

/// What is not said about time, and what is taken instead.
fn note_terms(mut draft: Draft, plan: &Plan) -> Draft {
    let terms = &plan.value_capture;
    for (said, note) in [
        (
            terms.discount_rate.is_some(),
            Text::new(
                "No discount rate is written, so later money counts in full.",
                "没有写贴现率，以后的钱按全额计算。",
            ),
        ),
        (
            terms.margin_timing.is_some(),
            Text::new(
                "The plan does not say when margins come in; the end of the period is taken.",
                "计划没有写毛利何时到手，这里按期末计算。",
            ),
        ),
        (
            terms.period.is_some(),
            Text::new(
                "The plan does not say how long a period is; all rates are taken for the same one.",
                "计划没有写一期有多长，这里假定各个比率都按同一种周期。",
            ),
        ),
    ] {
        if !said {
            draft = draft.note(note);
        }
    }
    draft
}

fn lifetime(plan: &Plan, row: &Group<'_>, margin: &Figure) -> Option<Figure> {
    row.retention.as_ref()?;
    let label = Text::new("Lifetime value", "终身价值");
    let draft = Draft::new(
        "lifetime-value",
        label,
        Step::Relationships,
        &LIFETIME_VALUE,
    )
    .of(row, row.name.as_ref())
    .from("margin", margin, "margin")
    .take("retention", row, "retention", row.retention.as_ref());
    let draft = note_terms(take_terms(draft, plan), plan).note(Text::new(
        "Before the cost of winning the customer.",
        "未扣除获客成本。",
    ));
    Some(draft.done())
}

/// What one point more of retention would add to each customer's worth.
fn sensitivity(plan: &Plan, row: &Group<'_>, margin: &Figure) -> Option<Figure> {
    let retention = row.retention.as_ref()?;
    let point = Decimal::new(1, 2);
    let more = retention
        .value
        .checked_add(point)
        .filter(|it| *it <= Decimal::ONE)?;
    let better = |retention: Decimal| {
        let draft = Draft::new(
            "lifetime-value",
            Text::new("Lifetime value", "终身价值"),
            Step::Relationships,
            &LIFETIME_VALUE,
        )
        .from("margin", margin, "margin")
        .number("retention", retention, row.path("retention"));
        take_terms(draft, plan).done().number("multiple")
    };
    let (now, then) = (better(retention.value)?, better(more)?);
    let label = Text::new("Worth of a point of retention", "保留率每提高一点的价值");
    Some(
        Draft::new(
            "retention-gain",
            label,
            Step::Relationships,
            &RETENTION_GAIN,
        )
        .of(row, row.name.as_ref())
        .from("margin", margin, "margin")
        .number("multiple", now, row.path("retention"))
        .number("multiple-then", then, row.path("retention"))
        .done(),
    )
}

fn acquisition(row: &Group<'_>, margin: &Figure, lifetime: &Figure) -> Option<Figure> {
    row.acquisition_cost.as_ref()?;
    let label = Text::new("Acquisition cost and payback", "获客成本与回本");
    let draft = Draft::new("acquisition", label, Step::Relationships, &UNIT_ECONOMICS)
        .of(row, row.name.as_ref())
        .from("lifetime-value", lifetime, "lifetime-value")
        .from("margin", margin, "margin")
        .take(
            "acquisition-cost",
            row,
            "acquisition_cost",
            row.acquisition_cost.as_ref(),
        );
    Some(draft.done())
}

/// How many customers the planned spending wins.
fn new_customers(row: &Group<'_>) -> Option<Figure> {
    row.acquisition_spend.as_ref()?;
    let label = Text::new("New customers", "新增顾客");
    let draft = Draft::new("new-customers", label, Step::Relationships, &NEW_CUSTOMERS)
        .of(row, row.name.as_ref())
        .take(
            "acquisition-spend",
            row,
            "acquisition_spend",
            row.acquisition_spend.as_ref(),
        )
        .take(
            "acquisition-cost",
            row,
            "acquisition_cost",
            row.acquisition_cost.as_ref(),
        )
        .per(Text::new("the whole plan", "整个计划期"));
    Some(draft.done())
}

fn share(plan: &Plan, row: &Group<'_>, margin: &Figure) -> Option<Figure> {
    row.category_spend.as_ref()?;
    let label = Text::new("Share of customer", "顾客份额");
    let draft = Draft::new(
        "share-of-customer",
        label,
        Step::Relationships,
        &SHARE_OF_CUSTOMER,
    )
    .of(row, row.name.as_ref())
    .from("own", margin, "revenue")
    .take("total", row, "category_spend", row.category_spend.as_ref())
    .note(Text::new(
        "Net prices on both sides, or the share comes out too low.",
        "两边要用同一口径的价格，一边净价一边零售价会低估份额。",
    ))
    .per(per(plan));
    Some(draft.done())
}

/// Which of the four relationship groups it is, by the plan's own lines.
fn kind(plan: &Plan, row: &Group<'_>, margin: &Figure) -> Option<Figure> {
    let terms = &plan.value_capture;
    row.retention.as_ref()?;
    terms
        .profit_threshold
        .as_ref()
        .or(terms.loyalty_threshold.as_ref())?;
    let label = Text::new("Relationship group", "关系群体");
    let mut draft = Draft::new(
        "relationship-group",
        label,
        Step::Relationships,
        &RELATIONSHIP_GROUP,
    )
    .of(row, row.name.as_ref())
    .from("margin", margin, "margin");
    draft = match &terms.period {
        Some(period) => draft.number(
            "periods-a-year",
            periods_a_year(period.value).into(),
            terms.path("period"),
        ),
        None => draft.lacks(terms.path("period")),
    };
    draft = draft
        .take("retention", row, "retention", row.retention.as_ref())
        .take(
            "profit-line",
            terms,
            "profit_threshold",
            terms.profit_threshold.as_ref(),
        )
        .take(
            "loyalty-line",
            terms,
            "loyalty_threshold",
            terms.loyalty_threshold.as_ref(),
        );
    draft = draft.note(Text::new(
        "The plan draws its profit line for a customer and a year, whatever the period of its groups.",
        "计划里的盈利分界按一位顾客一年的毛利定，与群体数字所用的周期无关。",
    ));
    let loyal = row
        .retention
        .as_ref()
        .zip(terms.loyalty_threshold.as_ref())
        .is_some_and(|(stay, line)| stay.value >= line.value);
    // Who has only just come has no place yet: how long they stay is still open.
    if !loyal && id(row.name.as_ref()).is_some_and(is_new) {
        return None;
    }
    Some(draft.done())
}

/// How much of the groups' revenue hangs on the largest.
fn concentration(plan: &Plan, groups: &[OfGroup<'_, '_>], figures: &mut Vec<Figure>) {
    let mut totals = Vec::new();
    for group in groups.iter().filter(|it| it.row.customers.is_some()) {
        let label = Text::new("Profit from a group", "群体利润");
        let customers = group.row.customers.as_ref();
        totals.push(
            Draft::new("group-profit", label, Step::Relationships, &GROUP_PROFIT)
                .of(group.row, group.row.name.as_ref())
                .take("customers", group.row, "customers", customers)
                .from("margin", &group.margin, "margin")
                .from("revenue-each", &group.margin, "revenue")
                .per(per(plan))
                .done(),
        );
    }
    if totals.len() > 1 {
        let label = Text::new("Concentration of revenue", "收入集中度");
        let whole = Draft::new(
            "group-concentration",
            label,
            Step::Relationships,
            &REVENUE_CONCENTRATION,
        )
        .per(per(plan));
        let whole = totals.iter().fold(whole, |draft, total| {
            draft.from("amounts", total, "revenue")
        });
        figures.push(whole.done());
    }
    figures.extend(totals);
}
