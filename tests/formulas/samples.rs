//! Every formula with a thousand random inputs: what is shown is what is computed.

use std::collections::BTreeSet;

use farsight::figures::given::Value;
use farsight::figures::input::{Input, Need, Range, Shape, Unit};
use farsight::figures::results::Outcome;
use farsight::figures::{Amount, FORMULAS, Formula, Given, Results};
use rust_decimal::Decimal;

use super::expression::{Worth, names, worth};
use super::{dec, same};

/// Numbers that only look random: the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn number(&mut self, input: &Input) -> Decimal {
        let part = Decimal::new(i64::try_from(self.below(1001)).unwrap(), 3);
        let minus = self.below(6) == 0;
        let value = match (input.range, input.unit) {
            (Range::Whole, _) => Decimal::from(self.below(20)),
            (Range::Share, _) => return part,
            (Range::BelowOne | Range::SomeShare, _) => {
                let part = part.min(dec("0.999"));
                return part.max(dec("0.001"));
            }
            (_, Unit::Rate) => part,
            (_, Unit::Points) => Decimal::from(self.below(11)),
            (_, Unit::Count) => Decimal::from(self.below(5000)),
            (_, Unit::Years | Unit::Months | Unit::Periods) => part * dec("30"),
            _ => part * Decimal::from(self.below(20_000)),
        };
        match input.range {
            Range::Any if minus => -value,
            Range::Positive => value + dec("0.25"),
            _ => value,
        }
    }

    fn given(&mut self, formula: &'static Formula) -> Given {
        let mut given = Given::new(formula);
        let places = 1 + self.below(6);
        for input in formula.inputs {
            if input.need != Need::Required && self.below(5) < 2 {
                continue;
            }
            let value = match input.shape {
                Shape::One => Value::One(self.number(input)),
                Shape::Many => Value::Many((0..places).map(|_| self.number(input)).collect()),
                Shape::Word(words) => {
                    let at = usize::try_from(self.below(words.len() as u64)).unwrap();
                    Value::Word(words[at].0)
                }
            };
            given.set(input.name, value);
        }
        given
    }
}

/// The value of a name in the braces of an expression.
fn value(given: &Given, results: &Results, name: &str) -> Option<Worth> {
    let many = |items: Vec<Decimal>| Worth::Many(items.into_iter().map(Amount::from).collect());
    let formula = given.formula();
    if let Some(input) = formula.inputs.iter().find(|it| it.name == name) {
        return match given.taken(input)? {
            Value::One(one) => Some(Worth::One(one.into())),
            Value::Many(items) => Some(many(items)),
            Value::Word(_) => None,
        };
    }
    match results.get(name)? {
        Ok(Outcome::One(one)) => Some(Worth::One((*one).into())),
        Ok(Outcome::Many(items)) => Some(many(items.clone())),
        Ok(Outcome::Word(_)) => None,
        Err(fault) => Some(Worth::One(Amount::fault(*fault))),
    }
}

fn agree(outcome: &Outcome, shown: &Worth) -> bool {
    let near = |one: Decimal, other: &Amount| {
        let other = other.ok();
        other.is_some_and(|other| same(one, other, dec("0.000000001")))
    };
    match (outcome, shown) {
        (Outcome::One(one), Worth::One(other)) => near(*one, other),
        (Outcome::Many(items), Worth::Many(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(a, b)| near(*a, b))
        }
        _ => false,
    }
}

#[test]
fn what_is_shown_is_what_is_computed() {
    let mut faults = Vec::new();
    for formula in FORMULAS {
        let mut dice = Dice(0x5eed_1234_5678);
        let mut reached = BTreeSet::new();
        let mut used = BTreeSet::new();
        'samples: for _ in 0..1000 {
            let given = dice.given(formula);
            let Ok(results) = given.compute() else {
                continue;
            };
            for (output, outcome) in results.iter() {
                let Ok(outcome) = outcome else { continue };
                reached.insert(output.name);
                let expression = results.expression(output);
                used.extend(names(expression));
                if matches!(outcome, Outcome::Word(_)) || expression.is_empty() {
                    continue;
                }
                let shown = worth(expression, &|name| value(&given, &results, name));
                if !shown.as_ref().is_ok_and(|shown| agree(outcome, shown)) {
                    faults.push(format!(
                        "{} {}: computed {outcome:?}, shown {shown:?} by {expression} of {given:?}",
                        formula.name, output.name
                    ));
                    break 'samples;
                }
            }
        }
        for output in formula.outputs {
            if !reached.contains(output.name) {
                faults.push(format!("{} {} is never reached", formula.name, output.name));
            }
        }
        let convention = formula.convention.map_or("", |it| it.en);
        for input in formula.inputs {
            let is_word = matches!(input.shape, Shape::Word(_));
            if !is_word && !used.contains(input.name) && !convention.contains(input.name) {
                faults.push(format!("{} {} is never used", formula.name, input.name));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_number_makes_a_formula_panic() {
    let edges = [
        Decimal::MAX,
        Decimal::MIN,
        Decimal::ZERO,
        Decimal::ONE,
        Decimal::NEGATIVE_ONE,
        Decimal::new(1, 28),
        Decimal::new(-1, 28),
        dec("0.5"),
        dec("7922816251426433759354395033.5"),
        Decimal::from(u32::MAX),
    ];
    for formula in FORMULAS {
        let mut dice = Dice(0xdec1_4a15);
        for _ in 0..400 {
            let mut given = Given::new(formula);
            for input in formula.inputs {
                if dice.below(6) == 0 {
                    continue;
                }
                let places = dice.below(5);
                let mut edge = || {
                    let at = usize::try_from(dice.below(edges.len() as u64)).unwrap();
                    edges[at]
                };
                let value = match input.shape {
                    Shape::One => Value::One(edge()),
                    Shape::Many => Value::Many((0..places).map(|_| edge()).collect()),
                    Shape::Word(words) => Value::Word(words[0].0),
                };
                given.set(input.name, value);
            }
            if let Ok(results) = given.compute() {
                for (output, _) in results.iter() {
                    let lang = farsight::words::Lang::En;
                    given.filled(&results, results.expression(output), lang);
                }
            }
        }
    }
}
