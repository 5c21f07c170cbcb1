//! The formulas: what is shown is what is computed, pages tell the truth, published cases come out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod cases;
mod customers;
mod expression;
mod market;
mod pages;
mod samples;
mod words;

use farsight::figures::results::Outcome;
use farsight::figures::{Given, formula, read};
use rust_decimal::Decimal;

/// A number in a test.
fn dec(text: &str) -> Decimal {
    text.parse().expect(text)
}

/// The formula with these inputs, as they would be typed.
fn given(name: &str, inputs: &[(&str, &str)]) -> Given {
    let formula = formula(name).unwrap_or_else(|| panic!("no formula {name}"));
    let mut given = Given::new(formula);
    for (input, text) in inputs {
        let row = formula
            .input(input)
            .unwrap_or_else(|| panic!("{name} has no input {input}"));
        let value = read::read(row, text).unwrap_or_else(|it| panic!("{name} {input}: {it:?}"));
        given.set(input, value);
    }
    given
}

/// One result of a formula; nothing where it has no answer.
fn result(name: &str, inputs: &[(&str, &str)], output: &str) -> Option<Decimal> {
    match given(name, inputs).compute().ok()?.get(output) {
        Some(Ok(Outcome::One(value))) => Some(*value),
        _ => None,
    }
}

/// Whether two numbers are the same but for the last digits.
fn same(one: Decimal, other: Decimal, relative: Decimal) -> bool {
    let apart = one.checked_sub(other).map(|it| it.abs());
    let size = one.abs().max(other.abs());
    let most = size.checked_mul(relative).unwrap_or(Decimal::MAX);
    apart.is_some_and(|apart| apart <= most.max(dec("0.000000000001")))
}
