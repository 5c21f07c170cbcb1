//! A price above all that the plan says the offer is worth.

use rust_decimal::Decimal;

use super::sales;
use crate::catalogue::Step;
use crate::catalogue::choices::ProductRole;
use crate::checks::context::{called, has, id, is};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Sp;
use crate::plan::records::{ForecastLine, Product, Segment};
use crate::words::Text;
use crate::words::date::Period;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "M404",
    name: "price-above-perceived-value",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Price above perceived value", "价格高于感知价值"),
    why: Text::new(
        "What the next best alternative costs, and what the differences are worth, is the most that a customer can give and not lose by it (Forbis & Mehta; Nagle; Kotler & Armstrong: value is the ceiling).",
        "次优替代的价格加上差异的价值，是顾客付了也不吃亏的上限（福比斯与梅塔；纳格尔；科特勒与阿姆斯特朗：价值是上限）。",
    ),
    ask: Text::new(
        "Which value is not written yet, or which price would leave the customer a gain?",
        "还有哪项价值没写出来？或者定多少，顾客才有得赚？",
    ),
    page: include_str!("price_above_perceived_value.md"),
    check,
};

/// The years that a thing bought once is taken to serve; few serve longer.
const YEARS: i64 = 10;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut compared = false;
    for segment in context.targets() {
        let Some(value) = Value::of(context, segment) else {
            continue;
        };
        for product in &context.plan.products {
            compared |= value.holds(context, sink, segment, product).is_some();
        }
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a price, the price of an alternative, and the yearly worth of every benefit",
            "价格、替代办法的价格，以及每项利益一年值多少",
        ))
    }
}

/// What a plan says a customer of a segment can give.
struct Value {
    /// The dearest alternative, for one use.
    reference: Decimal,
    /// What the benefits are worth in a year.
    worth: Decimal,
    /// What one of them spends on the category in a year.
    spend: Decimal,
}

impl Value {
    /// The value for a segment; nothing if an alternative or a benefit has no number.
    fn of(context: &Context, segment: &Segment<'_>) -> Option<Value> {
        let plan = context.plan;
        let own = id(segment.id.as_ref())?;
        let (mut worth, mut benefits) = (Decimal::ZERO, 0);
        let mut reference: Option<Decimal> = None;
        for proposition in context.propositions(own) {
            for benefit in context.benefits(id(proposition.id.as_ref())?) {
                worth = worth.checked_add(benefit.worth.as_ref()?.value)?;
                benefits += 1;
            }
            let named = plan
                .alternatives
                .iter()
                .filter(|row| id(row.id.as_ref()).is_some_and(|id| has(&proposition.against, id)));
            reference = reference.max(named.filter_map(|row| number(row.price.as_ref())).max());
        }
        (benefits > 0).then_some(())?;
        Some(Value {
            reference: reference?,
            worth,
            spend: number(segment.annual_spend.as_ref()).unwrap_or_default(),
        })
    }

    /// Holds the price of a product against the value; nothing if they cannot be held.
    fn holds(
        &self,
        context: &Context,
        sink: &mut Sink,
        segment: &Segment<'_>,
        product: &Product<'_>,
    ) -> Option<()> {
        let own = id(segment.id.as_ref())?;
        let price = product
            .price
            .as_ref()
            .filter(|it| it.value > Decimal::ZERO)?;
        let image = product
            .role
            .as_ref()
            .is_some_and(|it| it.value == ProductRole::Image);
        if image || !has(&product.segments, own) {
            return None;
        }
        let times = times(context, own, product);
        let (times, worth) = match times {
            Some(times) if times > Decimal::ONE => (times, self.worth),
            // Bought once, it may serve for years: all of them count.
            _ => (Decimal::ONE, self.worth.checked_mul(Decimal::from(YEARS))?),
        };
        let ceiling = self
            .reference
            .checked_mul(times)?
            .max(self.spend)
            .checked_add(worth)?;
        let paid = price.checked_mul(times)?;
        if paid > ceiling {
            sink.value(
                product,
                "price",
                price,
                Text::new(
                    "A customer of “{1}” pays {2} for “{0}”, while the dearest alternative and all benefits written are worth {3}.",
                    "“{1}”的一位顾客为“{0}”付{2}，而最贵的替代办法加上写出的全部利益只值{3}。",
                ),
                &[
                    &called(product.name.as_ref(), product),
                    &called(segment.name.as_ref(), segment),
                    &show(paid),
                    &show(ceiling),
                ],
            );
        }
        Some(())
    }
}

/// How often a customer of the segment buys the product in a year, by the base forecast.
fn times(context: &Context, segment: &str, product: &Product<'_>) -> Option<Decimal> {
    let own = id(product.id.as_ref())?;
    let sells = |line: &&ForecastLine<'_>| {
        is(line.product.as_ref(), own) && line.segment.as_ref().is_none_or(|it| it.value == segment)
    };
    let a_year = |line: &ForecastLine<'_>| {
        let purchases = number(line.purchases.as_ref())?;
        let months = sales::period(line).map_or(12, Period::months);
        purchases
            .checked_mul(Decimal::from(12))?
            .checked_div(Decimal::from(months))
    };
    // The rarest buyer has the most value in each purchase.
    sales::base(context.plan)
        .filter(sells)
        .filter_map(a_year)
        .min()
}

fn number(number: Option<&Sp<Decimal>>) -> Option<Decimal> {
    number.map(|number| number.value)
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[needs.alternatives]]\nid = \"a\"\nprice = 30\n\
        [[targeting.segments]]\nid = \"s\"\nname = \"果农\"\ndecision = \"target\"\n\
        [[value.propositions]]\nid = \"v\"\nsegment = \"s\"\nagainst = [\"a\"]\n\
        [[value.benefits]]\nid = \"b\"\nproposition = \"v\"\nworth = 650\n\
        [[mix.products]]\nid = \"p\"\nname = \"Leaf test\"\nsegments = [\"s\"]\nprice = 105\n\
        [[mix.forecast]]\nid = \"f\"\nproduct = \"p\"\ncustomers = 9\npurchases = 10\nprice = 105\n";

    #[test]
    fn a_year_of_purchases_is_held_against_a_year_of_value() {
        assert_eq!(paths("M404", PLAN), ["mix.products.p.price"]);
        assert!(messages("M404", PLAN, Lang::En)[0].contains("pays 1,050 for “Leaf test”"));
        assert!(messages("M404", PLAN, Lang::Zh)[0].contains("“果农”的一位顾客"));
        assert_eq!(
            paths("M404", &PLAN.replace("price = 105", "price = 95")),
            [""; 0]
        );
    }

    #[test]
    fn what_is_bought_once_serves_for_years() {
        let once = PLAN.replace("purchases = 10", "purchases = 1");
        assert_eq!(paths("M404", &once.replace("= 105\n", "= 6000\n")), [""; 0]);
        assert_eq!(paths("M404", &once.replace("= 105\n", "= 7000\n")).len(), 1);
    }

    #[test]
    fn spending_today_image_and_free_offers_are_silent() {
        for (old, new) in [
            ("name = \"果农\"", "annual_spend = 2000"),
            ("name = \"Leaf test\"", "role = \"image\""),
            ("price = 105", "price = 0"),
            ("decision = \"target\"", "decision = \"later\""),
        ] {
            assert_eq!(paths("M404", &PLAN.replace(old, new)), [""; 0], "{new}");
        }
    }

    #[test]
    fn a_value_that_is_not_whole_is_not_judged() {
        assert!(!is_checked("M404", ""));
        let second = "[[value.benefits]]\nid = \"c\"\nproposition = \"v\"\nbenefit = \"安心\"\n";
        assert!(!is_checked("M404", &format!("{PLAN}{second}")));
        assert!(!is_checked("M404", &PLAN.replace("price = 30", "")));
    }
}
