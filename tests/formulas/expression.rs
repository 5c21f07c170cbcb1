//! Reads the expressions that people are shown, and computes them.
//!
//! It knows nothing of the formulas' own code: a list is taken place by place, `t` counts its
//! places from 0.

use farsight::figures::Amount;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// A number or several.
#[derive(Debug, Clone)]
pub enum Worth {
    One(Amount),
    Many(Vec<Amount>),
}

use Worth::{Many, One};

/// The value of an expression; `name` knows the inputs and outputs. Fails where it cannot be read.
pub fn worth(text: &str, name: &dyn Fn(&str) -> Option<Worth>) -> Result<Worth, String> {
    let places = names(text)
        .filter_map(|it| match name(it)? {
            Many(items) => Some(items.len()),
            One(_) => None,
        })
        .max()
        .unwrap_or(0);
    let mut reader = Reader {
        text,
        at: 0,
        name,
        places,
    };
    let worth = reader.comparison()?;
    reader.blanks();
    if reader.at == text.len() {
        Ok(worth)
    } else {
        Err(format!("not understood: {}", &text[reader.at..]))
    }
}

/// The names in braces.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|it| Some(it.split_once('}')?.0))
}

type Holds = fn(Decimal, Decimal) -> bool;

struct Reader<'t> {
    text: &'t str,
    at: usize,
    name: &'t dyn Fn(&str) -> Option<Worth>,
    places: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, token: &str) -> bool {
        self.blanks();
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn need(&mut self, token: &str) -> Result<(), String> {
        if self.take(token) {
            return Ok(());
        }
        Err(format!("`{token}` is missing before “{}”", self.rest()))
    }

    fn comparison(&mut self) -> Result<Worth, String> {
        let left = self.sum()?;
        let signs: [(&str, Holds); 5] = [
            ("≥", |a, b| a >= b),
            ("≤", |a, b| a <= b),
            (">", |a, b| a > b),
            ("<", |a, b| a < b),
            ("=", |a, b| a == b),
        ];
        for (sign, holds) in signs {
            if self.take(sign) {
                let right = self.sum()?;
                return both(left, right, &|a, b| match (a.get(), b.get()) {
                    (Ok(a), Ok(b)) => Amount::from(u32::from(holds(a, b))),
                    (Err(fault), _) | (_, Err(fault)) => Amount::fault(fault),
                });
            }
        }
        Ok(left)
    }

    fn sum(&mut self) -> Result<Worth, String> {
        let mut left = self.product()?;
        loop {
            if self.take("+") {
                left = both(left, self.product()?, &|a, b| a + b)?;
            } else if self.take("−") {
                left = both(left, self.product()?, &|a, b| a - b)?;
            } else {
                return Ok(left);
            }
        }
    }

    fn product(&mut self) -> Result<Worth, String> {
        let mut left = self.power()?;
        loop {
            if self.take("×") {
                left = both(left, self.power()?, &|a, b| a * b)?;
            } else if self.take("÷") {
                left = both(left, self.power()?, &|a, b| a / b)?;
            } else {
                return Ok(left);
            }
        }
    }

    fn power(&mut self) -> Result<Worth, String> {
        if self.take("−") {
            return both(One(Amount::ZERO), self.power()?, &|a, b| a - b);
        }
        let base = self.factor()?;
        if !self.take("^") {
            return Ok(base);
        }
        both(base, self.factor()?, &|base, times| {
            let times = times.ok().and_then(|it| it.to_u32());
            times.map_or(base / Amount::ZERO, |times| base.power(times))
        })
    }

    fn factor(&mut self) -> Result<Worth, String> {
        if self.take("(") {
            let inner = self.comparison()?;
            self.need(")")?;
            return Ok(inner);
        }
        if self.take("{") {
            let (name, _) = self.rest().split_once('}').ok_or("a brace is open")?;
            self.at += name.len() + 1;
            return (self.name)(name).ok_or_else(|| format!("{{{name}}} has no value"));
        }
        if self.take("Σ") {
            return self.factor().map(|it| One(Amount::sum(list(it))));
        }
        if self.take("Π") {
            return self.factor().map(|it| One(Amount::product(list(it))));
        }
        if self.take("√") {
            return self.factor().map(|it| each(it, &root));
        }
        self.blanks();
        let word: String = self
            .rest()
            .chars()
            .take_while(|it| it.is_ascii_lowercase() || *it == '_')
            .collect();
        self.at += word.len();
        if word == "t" {
            let places = u32::try_from(self.places).map_err(|it| it.to_string())?;
            return Ok(Many((0..places).map(Amount::from).collect()));
        }
        if !word.is_empty() {
            return self.function(&word);
        }
        self.number()
    }

    fn function(&mut self, word: &str) -> Result<Worth, String> {
        self.need("(")?;
        let first = self.comparison()?;
        let second = if self.take(",") || self.take(";") {
            Some(self.comparison()?)
        } else {
            None
        };
        self.need(")")?;
        match (word, second) {
            ("round_up", None) => Ok(each(first, &Amount::ceil)),
            ("abs", None) => Ok(each(first, &Amount::abs)),
            ("count", None) => {
                let places = u32::try_from(list(first).len()).map_err(|it| it.to_string())?;
                Ok(One(places.into()))
            }
            ("sorted", None) => {
                let mut items = list(first);
                items.sort_by_key(|it| std::cmp::Reverse(it.ok()));
                Ok(Many(items))
            }
            ("running", None) => {
                let mut sum = Amount::ZERO;
                let sums = list(first).into_iter().map(|it| {
                    sum = sum + it;
                    sum
                });
                Ok(Many(sums.collect()))
            }
            ("chained", Some(factors)) => {
                let mut product = Amount::product(list(first));
                let mut all = vec![product];
                all.extend(list(factors).into_iter().map(|it| {
                    product = product * it;
                    product
                }));
                Ok(Many(all))
            }
            ("shifted", None) => Ok(Many(list(first).into_iter().skip(1).collect())),
            ("upto", None) => {
                let most = match first {
                    One(one) => one.ok().and_then(|it| it.to_u32()).ok_or("no count")?,
                    Many(_) => return Err("upto of a list".to_owned()),
                };
                Ok(Many((1..=most).map(Amount::from).collect()))
            }
            ("head", None) => {
                let head = list(first).into_iter().next().ok_or("an empty list")?;
                Ok(One(head))
            }
            ("first", Some(One(places))) => {
                let places = places.ok().and_then(|it| it.to_usize()).ok_or("no count")?;
                Ok(Many(list(first).into_iter().take(places).collect()))
            }
            ("max", Some(second)) => {
                both(first, second, &|a, b| if a.ok() < b.ok() { b } else { a })
            }
            ("min", Some(second)) => {
                both(first, second, &|a, b| if a.ok() < b.ok() { a } else { b })
            }
            (word, _) => Err(format!("there is no function {word}")),
        }
    }

    fn number(&mut self) -> Result<Worth, String> {
        let digits: String = self
            .rest()
            .chars()
            .take_while(|it| it.is_ascii_digit() || *it == '.')
            .collect();
        self.at += digits.len();
        let value: Decimal = digits
            .parse()
            .map_err(|_| format!("not understood: “{}”", self.rest()))?;
        let hundred = Amount::from(100);
        Ok(One(if self.take("%") {
            Amount::from(value) / hundred
        } else {
            value.into()
        }))
    }
}

/// The items of a list; a number is a list of one.
fn list(worth: Worth) -> Vec<Amount> {
    match worth {
        One(one) => vec![one],
        Many(many) => many,
    }
}

fn each(worth: Worth, function: &dyn Fn(Amount) -> Amount) -> Worth {
    match worth {
        One(one) => One(function(one)),
        Many(many) => Many(many.into_iter().map(function).collect()),
    }
}

/// Two values place by place; a number goes with each place of a list.
fn both(a: Worth, b: Worth, combine: &dyn Fn(Amount, Amount) -> Amount) -> Result<Worth, String> {
    Ok(match (a, b) {
        (One(a), One(b)) => One(combine(a, b)),
        (One(a), Many(b)) => Many(b.into_iter().map(|b| combine(a, b)).collect()),
        (Many(a), One(b)) => Many(a.into_iter().map(|a| combine(a, b)).collect()),
        // `shifted` leaves one place less: the last place has no next one.
        (Many(a), Many(b)) if a.len().abs_diff(b.len()) <= 1 => {
            Many(a.into_iter().zip(b).map(|(a, b)| combine(a, b)).collect())
        }
        (Many(a), Many(b)) => return Err(format!("{} places and {}", a.len(), b.len())),
    })
}

/// A square root, by Newton's rule from a near beginning.
fn root(of: Amount) -> Amount {
    let Ok(value) = of.get() else { return of };
    if value.is_zero() {
        return of;
    }
    let near = value.to_f64().map(f64::sqrt).and_then(Decimal::from_f64);
    let Some(near) = near.filter(|it| *it > Decimal::ZERO) else {
        return of / Amount::ZERO;
    };
    (0..4).fold(Amount::from(near), |root, _| {
        (root + of / root) / Amount::from(2)
    })
}

#[test]
fn expressions_are_read_as_on_paper() {
    let lists = |name: &str| match name {
        "shares" => Some(Many(vec![
            Amount::from(5),
            Amount::from(1),
            Amount::from(3),
        ])),
        "rate" => Some(One(Amount::from(Decimal::new(5, 1)))),
        _ => None,
    };
    for (text, expected) in [
        ("1 + 2 × 3", "7"),
        ("(1 + 2) × 3 − −1", "10"),
        ("12 ÷ 3 ÷ 2", "2"),
        ("2 × 3 ^ 2", "18"),
        ("20 % × 10", "2"),
        ("{rate} × 4", "2"),
        ("Σ{shares}", "9"),
        ("Π({shares} + 1)", "48"),
        ("Σ({shares} × t)", "7"),
        ("Σfirst(sorted({shares}), 2)", "8"),
        ("round_up(5 ÷ 2)", "3"),
        ("√(4 × 4)", "4"),
        ("max(2, 3) + min(2; 3)", "5"),
        ("Σ({shares} ≥ 3)", "2"),
        ("count({shares})", "3"),
        ("Σshifted({shares})", "4"),
        ("Σchained(2, {shares})", "52"),
        ("abs(2 − 3)", "1"),
    ] {
        match worth(text, &lists) {
            Ok(One(one)) => assert_eq!(one.ok(), Some(super::dec(expected)), "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    assert!(worth("{unknown}", &lists).is_err());
    assert!(worth("1 +", &lists).is_err());
    assert!(worth("1 2", &lists).is_err());
}
