//! What all customers together are worth, today and when the plan ends.

use rust_decimal::Decimal;

use super::groups::OfGroup;
use crate::catalogue::Step;
use crate::catalogue::choices::Cycle;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::of_plans::equity::{EQUITY_OF_GROUPS, GROUP_EQUITY};
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
        let label = Text::new("Customer equity of a group", "群体的顾客资产");
        let mut draft = Draft::new("group-equity", label, Step::Relationships, &GROUP_EQUITY)
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
    let mut whole = Draft::new(
        "customer-equity",
        label,
        Step::Relationships,
        &EQUITY_OF_GROUPS,
    );
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
