//! More sales than can be made or served.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::sales;
use crate::catalogue::Step;
use crate::catalogue::choices::CapacityPeriod;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::records::Product;
use crate::words::Text;
use crate::words::date::Period;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "M417",
    name: "volume-exceeds-capacity",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Volume exceeds capacity", "销量超过产能或人手"),
    why: Text::new(
        "A programme rests on the people, seats and machines that carry it out: sales beyond them become waiting and complaints (Kotler, on the workload method).",
        "方案要靠人手、座位和设备来支撑，超出的销量只会变成等待和投诉（科特勒的工作量法）。",
    ),
    ask: Text::new(
        "Where do the missing units come from, or what would the forecast be within capacity?",
        "缺的这些从哪里来？按现有产能，预测该是多少？",
    ),
    page: include_str!("volume_exceeds_capacity.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut compared = false;
    for product in &context.plan.products {
        compared |= compare(context, sink, product).is_some();
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a product with a capacity and a forecast",
            "有产能和预测的产品",
        ))
    }
}

/// Holds the base forecast of a product against its capacity; nothing if it cannot be held.
fn compare(context: &Context, sink: &mut Sink, product: &Product<'_>) -> Option<()> {
    let capacity = product.capacity.as_ref()?;
    let a_year = times_a_year(product.capacity_period.as_ref()?.value)?;
    let own = product.id.as_ref()?;
    let mut sold: BTreeMap<Option<Period>, Decimal> = BTreeMap::new();
    for line in sales::base_of(context, &own.value) {
        let sum = sold.entry(sales::period(line)).or_default();
        *sum = sum.checked_add(sales::units(line)?)?;
    }
    // The fullest period is told; what does not fit there is the whole gap.
    let (units, most) = sold
        .into_iter()
        .filter_map(|(period, units)| {
            let years = period.map_or_else(|| years_of_plan(context), years)?;
            Some((units, capacity.checked_mul(a_year)?.checked_mul(years)?))
        })
        .max_by_key(|(units, most)| units.checked_sub(*most))?;
    if units <= most {
        return Some(());
    }
    sink.value(
        product,
        "capacity",
        capacity,
        Text::new(
            "The forecast sells {1} of “{0}”, and the capacity for that time is {2}.",
            "“{0}”预测要卖{1}，而这段时间的产能是{2}。",
        ),
        &[
            &called(product.name.as_ref(), product),
            &show(units),
            &show(most.round()),
        ],
    );
    Some(())
}

/// How often a period comes in a year; hours are left out, for nobody says how many are open.
fn times_a_year(period: CapacityPeriod) -> Option<Decimal> {
    let times = match period {
        CapacityPeriod::Hour => return None,
        CapacityPeriod::Day => 365,
        CapacityPeriod::Week => 52,
        CapacityPeriod::Month => 12,
        CapacityPeriod::Quarter => 4,
        CapacityPeriod::Year => 1,
    };
    Some(Decimal::from(times))
}

/// The part of a year that a period lasts.
fn years(period: Period) -> Option<Decimal> {
    Decimal::from(period.months()).checked_div(Decimal::from(12))
}

/// The years that the plan lasts; a plan without dates is taken for one of a year.
fn years_of_plan(context: &Context) -> Option<Decimal> {
    let frame = &context.plan.frame;
    let (Some(starts), Some(ends)) = (&frame.starts, &frame.ends) else {
        return Some(Decimal::ONE);
    };
    let days = starts.value.until(ends.value).ok()?.get_days() + 1;
    let days = Decimal::from(days);
    (days > Decimal::ZERO).then(|| days.checked_div(Decimal::from(365)))?
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[mix.products]]\nid = \"p\"\nname = \"修伞\"\ncapacity = 60\ncapacity_period = \"week\"\n\
        [[mix.forecast]]\nid = \"f\"\nproduct = \"p\"\ncustomers = 300\npurchases = 30\n";

    #[test]
    fn a_year_is_held_against_all_its_weeks() {
        assert_eq!(paths("M417", PLAN), ["mix.products.p.capacity"]);
        let says = messages("M417", PLAN, Lang::Zh);
        assert!(says[0].contains("修伞") && says[0].contains("9,000") && says[0].contains("3,120"));
        assert_eq!(paths("M417", &PLAN.replace("= 30\n", "= 10\n")), [""; 0]);
    }

    #[test]
    fn each_period_is_held_against_its_own_time() {
        let quarter = PLAN.replace("customers = 300", "period = \"2027-Q3\"\ncustomers = 30");
        assert!(messages("M417", &quarter, Lang::En)[0].contains("is 780"));
        let three = quarter.replace("= 30\npurchases = 30", "= 26\npurchases = 30");
        assert_eq!(paths("M417", &three), [""; 0]);
        let more = format!(
            "{three}[[mix.forecast]]\nid = \"g\"\nproduct = \"p\"\nperiod = \"2027-Q3\"\ncustomers = 1\npurchases = 1\n"
        );
        assert_eq!(paths("M417", &more).len(), 1);
        assert_eq!(
            paths("M417", &more.replace("\"g\"", "\"g\"\nscenario = \"high\"")),
            [""; 0]
        );
    }

    #[test]
    fn a_long_plan_has_more_time() {
        let dates = "[plan]\nstarts = 2027-01-01\nends = 2029-12-31\n";
        assert_eq!(
            paths(
                "M417",
                &format!("{dates}{}", PLAN.replace("= 300\n", "= 310\n"))
            ),
            [""; 0]
        );
    }

    #[test]
    fn without_both_numbers_nothing_is_judged() {
        assert!(!is_checked("M417", ""));
        assert!(!is_checked("M417", &PLAN.replace("week", "hour")));
        assert!(!is_checked("M417", &PLAN.replace("purchases = 30\n", "")));
        assert!(!is_checked("M417", &PLAN.replace("capacity = 60\n", "")));
    }
}
