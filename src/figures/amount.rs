//! Exact arithmetic that reads like a formula and never fails half-way.

use std::ops::{Add, Div, Mul, Neg, Sub};

use rust_decimal::Decimal;

use super::fault::Fault;
use crate::words::Text;

/// An exact number, or the reason why there is none.
///
/// Formulas are written with `+ − × ÷` as on paper. Whatever has no result (a division by nothing,
/// a number too large to hold exactly) carries its reason to the end instead of a wrong value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount(Result<Decimal, Fault>);

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(Ok(Decimal::ZERO));
    /// One.
    pub const ONE: Amount = Amount(Ok(Decimal::ONE));

    /// A number that cannot be, and why.
    pub const fn fault(fault: Fault) -> Amount {
        Amount(Err(fault))
    }

    /// The number, or why there is none.
    pub const fn get(self) -> Result<Decimal, Fault> {
        self.0
    }

    /// The number, where there is one.
    pub fn ok(self) -> Option<Decimal> {
        self.0.ok()
    }

    /// The sum of several numbers.
    pub fn sum(amounts: impl IntoIterator<Item = Amount>) -> Amount {
        amounts.into_iter().fold(Amount::ZERO, Add::add)
    }

    /// The product of several numbers.
    pub fn product(amounts: impl IntoIterator<Item = Amount>) -> Amount {
        amounts.into_iter().fold(Amount::ONE, Mul::mul)
    }

    /// The number multiplied by itself so many times.
    #[must_use]
    pub fn power(self, mut times: u32) -> Amount {
        let (mut result, mut base) = (Amount::ONE, self);
        while times > 0 {
            if times % 2 == 1 {
                result = result * base;
            }
            times /= 2;
            if times > 0 {
                base = base * base;
            }
        }
        result
    }

    /// The next whole number: who must sell 12.1 pieces must sell 13.
    #[must_use]
    pub fn ceil(self) -> Amount {
        Amount(self.0.map(|value| value.ceil()))
    }

    /// The same number without its sign.
    #[must_use]
    pub fn abs(self) -> Amount {
        Amount(self.0.map(|value| value.abs()))
    }

    /// The smaller of two numbers.
    #[must_use]
    pub fn min(self, other: Amount) -> Amount {
        self.with(other, |one, another| Some(one.min(another)))
    }

    /// Another number, if there is this one; or else the reason why there is none.
    #[must_use]
    pub fn and(self, other: Amount) -> Amount {
        match self.0 {
            Ok(_) => other,
            Err(fault) => Amount(Err(fault)),
        }
    }

    /// The larger of two numbers.
    #[must_use]
    pub fn max(self, other: Amount) -> Amount {
        self.with(other, |one, another| Some(one.max(another)))
    }

    /// The square root, to more digits than anybody reads; a negative number has none.
    #[must_use]
    pub fn root(self) -> Amount {
        let Ok(value) = self.0 else { return self };
        if value <= Decimal::ZERO {
            return self.only_if(value.is_zero(), Fault::NoAnswer(NEGATIVE_ROOT));
        }
        // Newton's steps double the right digits each time; a far first guess halves itself first.
        let mut root = value.max(Decimal::ONE);
        for _ in 0..200 {
            let next = root / Decimal::TWO + value / root / Decimal::TWO;
            if next >= root {
                break;
            }
            root = next;
        }
        Amount(Ok(root.round_dp(20).normalize()))
    }

    /// This number where it meets a condition, or else the reason why there is none.
    #[must_use]
    pub fn only_if(self, holds: bool, otherwise: Fault) -> Amount {
        if holds { self } else { Amount(Err(otherwise)) }
    }

    fn with(self, other: Amount, combine: fn(Decimal, Decimal) -> Option<Decimal>) -> Amount {
        match (self.0, other.0) {
            (Ok(left), Ok(right)) => Amount(combine(left, right).ok_or(Fault::TooLarge)),
            (Err(fault), _) | (_, Err(fault)) => Amount(Err(fault)),
        }
    }
}

const NEGATIVE_ROOT: Text = Text::new("a negative number has no square root", "负数没有平方根");

impl From<Decimal> for Amount {
    fn from(value: Decimal) -> Amount {
        Amount(Ok(value))
    }
}

impl From<u32> for Amount {
    fn from(value: u32) -> Amount {
        Amount(Ok(value.into()))
    }
}

impl From<Result<Decimal, Fault>> for Amount {
    fn from(value: Result<Decimal, Fault>) -> Amount {
        Amount(value)
    }
}

impl Add for Amount {
    type Output = Amount;
    fn add(self, other: Amount) -> Amount {
        self.with(other, Decimal::checked_add)
    }
}

impl Sub for Amount {
    type Output = Amount;
    fn sub(self, other: Amount) -> Amount {
        self.with(other, Decimal::checked_sub)
    }
}

impl Mul for Amount {
    type Output = Amount;
    fn mul(self, other: Amount) -> Amount {
        self.with(other, Decimal::checked_mul)
    }
}

impl Div for Amount {
    type Output = Amount;
    fn div(self, other: Amount) -> Amount {
        if other.0.is_ok_and(|divisor| divisor.is_zero()) && self.0.is_ok() {
            return Amount(Err(Fault::DividedByNothing));
        }
        self.with(other, Decimal::checked_div)
    }
}

impl Neg for Amount {
    type Output = Amount;
    fn neg(self) -> Amount {
        Amount(self.0.map(|value| -value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        Amount::from(text.parse::<Decimal>().expect("a number"))
    }

    #[test]
    fn a_formula_reads_as_on_paper() {
        let margin = (amount("20") - amount("8")) / amount("20");
        assert_eq!(margin.ok(), Some("0.6".parse().expect("a number")));
        assert_eq!(amount("1.1").power(2).ok(), amount("1.21").ok());
        assert_eq!(Amount::sum([]).ok(), Some(Decimal::ZERO));
        assert_eq!(Amount::product([]).ok(), Some(Decimal::ONE));
    }

    #[test]
    fn roots_are_exact_where_they_come_out_even() {
        for (square, root) in [
            ("0", "0"),
            ("2.25", "1.5"),
            ("144", "12"),
            ("0.0001", "0.01"),
        ] {
            assert_eq!(amount(square).root().ok(), amount(root).ok(), "{square}");
        }
        assert!(amount("-1").root().get().is_err());
        let large = amount("79228162514264337593543950335");
        assert!(large.root().ok() > amount("281474976710655").ok());
    }

    #[test]
    fn the_first_reason_is_the_one_that_is_told() {
        let nothing = amount("1") / (amount("2") - amount("2"));
        assert_eq!(nothing.get(), Err(Fault::DividedByNothing));
        assert_eq!((nothing + amount("1")).get(), Err(Fault::DividedByNothing));
        let large = amount("79228162514264337593543950335");
        assert_eq!((large * large).get(), Err(Fault::TooLarge));
        assert_eq!(large.power(u32::MAX).get(), Err(Fault::TooLarge));
    }
}
