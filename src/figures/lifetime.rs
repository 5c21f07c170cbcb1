//! What one customer is worth over the time that he or she stays.
//!
//! Three conventions are in use, and a figure without its convention says nothing: which margin is
//! counted, when the first one comes in, and how far ahead one looks. All three are inputs here.
//! Rates belong to one period, the same for all of them.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::fault::Fault;
use crate::catalogue::choices::Timing;
use crate::words::Text;

/// How lifetime value is counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    /// By how much the money of the next period is worth less: a fraction per period.
    pub discount: Decimal,
    /// How many periods are counted; all of them where there is none.
    pub horizon: Option<u32>,
    /// When the margin of a period comes in.
    pub timing: Timing,
}

/// The margin that one customer leaves in a period; it may be negative.
///
/// What they pay, less the variable cost of the goods, less the cost of serving them.
pub fn margin(
    purchases: Decimal,
    average_purchase: Decimal,
    margin_rate: Decimal,
    cost_to_serve: Decimal,
) -> Option<Decimal> {
    let amount = Amount::from;
    (amount(purchases) * amount(average_purchase) * amount(margin_rate) - amount(cost_to_serve))
        .ok()
}

/// The lifetime value of one customer, before the cost of winning him or her.
///
/// At the start of the period: the sum of m·(r/(1+i))^t from t = 0. At its end: from t = 1, so
/// that the first margin too is earned only by those who stay (Gupta & Lehmann 2003). Nothing
/// where the sum has no end, or is too large for a number.
pub fn value(margin: Decimal, retention: Decimal, terms: &Terms) -> Option<Decimal> {
    let (margin, retention) = (Amount::from(margin), Amount::from(retention));
    let kept = retention / (Amount::ONE + terms.discount.into());
    let first = match terms.timing {
        Timing::Start => margin,
        Timing::End => margin * kept,
    };
    series(first, kept, terms.horizon).ok()
}

/// The sum of margins that shrink by the same factor each period, so many of them or all.
pub fn series(first: Amount, factor: Amount, periods: Option<u32>) -> Amount {
    let left = Amount::ONE - factor;
    let Some(periods) = periods else {
        let ends = left.ok().is_none_or(|left| left > Decimal::ZERO);
        return first / left.only_if(ends, NO_END);
    };
    if left.ok().is_some_and(|left| left.is_zero()) {
        return first * periods.into();
    }
    first * (Amount::ONE - factor.power(periods)) / left
}

/// Why some sums cannot be had.
pub const NO_END: Fault = Fault::NoAnswer(Text::new(
    "the sum has no end: with this retention and discount each period is worth at least as much as the one before; give a horizon",
    "这个和没有尽头：按这样的保留率和贴现率，每一期都不比前一期少；请给出计算期数",
));

/// A number multiplied by itself.
pub fn power(base: Decimal, times: u32) -> Option<Decimal> {
    Amount::from(base).power(times).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn worth(margin: &str, retention: &str, discount: &str, more: Terms) -> Option<Decimal> {
        let terms = Terms {
            discount: number(discount),
            ..more
        };
        let value = value(number(margin), number(retention), &terms)?;
        Some(value.round_dp(2).normalize())
    }

    const END: Terms = Terms {
        discount: Decimal::ZERO,
        horizon: None,
        timing: Timing::End,
    };
    const START: Terms = Terms {
        timing: Timing::Start,
        ..END
    };

    #[test]
    fn the_two_timings_differ_by_one_margin() {
        // 400 × 0.85 / (1 + 0.10 − 0.85) and 400 × 1.10 / (1 + 0.10 − 0.85).
        assert_eq!(worth("400", "0.85", "0.10", END), Some(number("1360")));
        assert_eq!(worth("400", "0.85", "0.10", START), Some(number("1760")));
    }

    #[test]
    fn a_horizon_counts_so_many_margins() {
        let two = Some(2);
        let end = Terms {
            horizon: two,
            ..END
        };
        let start = Terms {
            horizon: two,
            ..START
        };
        assert_eq!(worth("100", "0.5", "0", end), Some(number("75")));
        assert_eq!(worth("100", "0.5", "0", start), Some(number("150")));
        let none = Terms {
            horizon: Some(0),
            ..START
        };
        assert_eq!(worth("100", "0.5", "0.1", none), Some(number("0")));
        // A long horizon comes to the same as none.
        let long = Terms {
            horizon: Some(u32::MAX),
            ..END
        };
        assert_eq!(worth("400", "0.85", "0.10", long), Some(number("1360")));
    }

    #[test]
    fn a_loss_stays_a_loss() {
        assert_eq!(worth("-40", "0.5", "0", START), Some(number("-80")));
        let lost = margin(number("2"), number("10"), number("0.3"), number("9"));
        assert_eq!(lost, Some(number("-3")));
    }

    #[test]
    fn a_sum_without_end_has_no_value_unless_it_is_cut_off() {
        assert_eq!(worth("100", "1", "0", END), None);
        assert_eq!(worth("100", "1.2", "0.1", START), None);
        let five = Terms {
            horizon: Some(5),
            ..START
        };
        assert_eq!(worth("100", "1", "0", five), Some(number("500")));
        assert_eq!(worth("100", "1", "-1", five), None);
        assert_eq!(
            worth("79228162514264337593543950335", "0.9", "0", START),
            None
        );
    }
}
