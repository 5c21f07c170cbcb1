//! What the numbers of a customer group say: its margin, and which of the four relationship groups
//! it belongs to (Reinartz & Kumar 2002).

use rust_decimal::Decimal;

use crate::catalogue::choices::{PlanKind, Timing};
use crate::checks::context::called;
use crate::checks::{Context, filled};
use crate::figures::customers;
use crate::figures::lifetime::{self, Terms};
use crate::plan::Sp;
use crate::plan::records::Group;

pub(super) use crate::words::Relationship as Kind;

/// What people call a group.
pub(super) fn name(group: &Group<'_>) -> String {
    called(group.name.as_ref(), group)
}

/// A rate as a fraction: 25 can only have been meant as 25 %, while 1.2 may be anything.
///
/// The scale itself is reported elsewhere; here it must not hide what the plan says.
pub(super) fn rate(value: Option<&Sp<Decimal>>) -> Option<Decimal> {
    let value = value?.value;
    if value >= Decimal::TWO && value <= Decimal::ONE_HUNDRED {
        return value.checked_div(Decimal::ONE_HUNDRED);
    }
    (!value.is_sign_negative() && value <= Decimal::ONE).then_some(value)
}

/// What one customer pays in a period.
pub(super) fn revenue(group: &Group<'_>) -> Option<Decimal> {
    let purchases = group.purchases.as_ref()?.value;
    purchases.checked_mul(group.average_purchase.as_ref()?.value)
}

/// What one customer leaves in a period, as the lifetime value counts it.
///
/// A cost to serve that is not written counts as none: the margin is then the most it can be.
pub(super) fn margin(group: &Group<'_>) -> Option<Decimal> {
    let cost = group.cost_to_serve.as_ref();
    lifetime::margin(
        group.purchases.as_ref()?.value,
        group.average_purchase.as_ref()?.value,
        rate(group.margin_rate.as_ref())?,
        cost.map_or(Decimal::ZERO, |cost| cost.value),
    )
}

/// The terms of the plan; where it has none, those that make customers worth the most.
///
/// What is too little even then is too little by any convention.
pub(super) fn terms(context: &Context) -> Terms {
    let plan = &context.plan.value_capture;
    let horizon = plan.horizon.as_ref();
    let timing = plan.margin_timing.as_ref();
    Terms {
        discount: rate(plan.discount_rate.as_ref()).unwrap_or_default(),
        horizon: horizon.and_then(|it| it.value.try_into().ok()),
        timing: timing.map_or(Timing::Start, |it| it.value),
    }
}

/// How many periods of the groups make a year.
pub(super) fn periods_a_year(context: &Context) -> Option<u32> {
    let period = context.plan.value_capture.period.as_ref()?;
    Some(customers::periods_a_year(period.value))
}

/// What one customer leaves in a year; nothing where the plan does not say how long a period is.
pub(super) fn margin_a_year(context: &Context, group: &Group<'_>) -> Option<Decimal> {
    margin(group)?.checked_mul(periods_a_year(context)?.into())
}

/// Whether a group is loyal, by the plan's own line.
pub(super) fn is_loyal(context: &Context, group: &Group<'_>) -> Option<bool> {
    let line = rate(context.plan.value_capture.loyalty_threshold.as_ref())?;
    Some(rate(group.retention.as_ref())? >= line)
}

/// Whether a group is profitable, by the plan's own line; who leaves nothing never is.
pub(super) fn is_profitable(context: &Context, group: &Group<'_>) -> Option<bool> {
    let line = context.plan.value_capture.profit_threshold.as_ref();
    customers::is_profitable(
        margin(group)?,
        margin_a_year(context, group),
        line.map(|line| line.value),
    )
}

/// The relationship group by the numbers of the plan.
///
/// New customers who have not stayed have no place yet: how long they stay is still open.
pub(super) fn kind(context: &Context, group: &Group<'_>) -> Option<Kind> {
    if is_free(group) {
        return None;
    }
    let sides = (is_profitable(context, group)?, is_loyal(context, group)?);
    if !sides.1 && is_new(group) {
        return None;
    }
    Some(Kind::of(sides.0, sides.1))
}

/// The relationship group by the numbers, or else by what the author means to do with it.
pub(super) fn kind_or_policy(context: &Context, group: &Group<'_>) -> Option<Kind> {
    kind(context, group).or_else(|| Some(customers::of_policy(group.policy.as_ref()?.value)))
}

fn is_new(group: &Group<'_>) -> bool {
    filled(group.name.as_ref()).is_some_and(customers::is_new)
}

/// Whether a group pays nothing: its worth is no matter of margins.
pub(super) fn is_free(group: &Group<'_>) -> bool {
    group
        .average_purchase
        .as_ref()
        .is_some_and(|price| price.is_zero())
}

/// Whether the plan serves people for other ends than profit.
pub(super) fn is_for_others(context: &Context) -> bool {
    let kind = context.plan.frame.kind.as_ref();
    kind.is_some_and(|kind| kind.value != PlanKind::Business)
}

/// Whether step 5 is begun: anything of it is written but revenue streams.
pub(super) fn is_begun(context: &Context) -> bool {
    let plan = context.plan;
    let lists = [
        plan.programmes.len(),
        plan.groups.len(),
        plan.touchpoints.len(),
        plan.satisfaction.len(),
        plan.partners.len(),
        plan.accounts.len(),
    ];
    lists.iter().any(|rows| *rows > 0) || has_care(context)
}

/// Whether any care for customers is written.
pub(super) fn has_care(context: &Context) -> bool {
    let care = &context.plan.care;
    [
        &care.complaints,
        &care.after_sales,
        &care.crisis,
        &care.customer_data,
        &care.content_rights,
    ]
    .into_iter()
    .any(|text| filled(text.as_ref()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(terms: &str, group: &str) -> Option<Kind> {
        let text = format!(
            "farsight = 1\n[relationships.value_capture]\n{terms}\n[[relationships.groups]]\n\
            purchases = 10\naverage_purchase = 20\nmargin_rate = 0.5\n{group}"
        );
        let reading = crate::plan::read(&text);
        let settings = crate::checks::Settings::default();
        let context = Context::new(&text, &reading.plan, &reading.problems, &settings);
        kind(&context, reading.plan.groups.first()?)
    }

    const TERMS: &str = "period = \"year\"\nprofit_threshold = 50\nloyalty_threshold = 0.6";

    #[test]
    fn profit_and_loyalty_make_four() {
        for (group, expected) in [
            ("retention = 0.6", Kind::Friend),
            ("retention = 0.59", Kind::Butterfly),
            ("retention = 0.8\ncost_to_serve = 51", Kind::Barnacle),
            ("retention = 0.2\ncost_to_serve = 51", Kind::Stranger),
            ("retention = 80", Kind::Friend),
        ] {
            assert_eq!(kind_of(TERMS, group), Some(expected), "{group}");
        }
    }

    #[test]
    fn the_line_is_a_yearly_one_and_the_margin_a_periods() {
        let group = "retention = 0.9\ncost_to_serve = 90";
        assert_eq!(kind_of(TERMS, group), Some(Kind::Barnacle));
        let monthly = TERMS.replace("year", "month");
        assert_eq!(kind_of(&monthly, group), Some(Kind::Friend));
    }

    #[test]
    fn what_is_not_known_is_not_judged() {
        for (terms, group) in [
            (
                "loyalty_threshold = 0.6\nprofit_threshold = 50",
                "retention = 0.9",
            ),
            (
                "period = \"year\"\nprofit_threshold = 50",
                "retention = 0.9",
            ),
            (TERMS, ""),
            (TERMS, "retention = -0.1"),
            (TERMS, "retention = 0.1\nname = \"New members\""),
            (TERMS, "retention = 0.1\nname = \"刚办卡的新会员\""),
        ] {
            assert_eq!(kind_of(terms, group), None, "{terms} {group}");
        }
        // A loss needs no line.
        let lost = "retention = 0.9\ncost_to_serve = 120";
        assert_eq!(
            kind_of("loyalty_threshold = 0.6", lost),
            Some(Kind::Barnacle)
        );
    }
}
