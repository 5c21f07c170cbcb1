//! The inputs of one computation, held against what the formula asks for.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::fault::Fault;
use super::formula::Formula;
use super::input::{Input, Need};
use super::results::Results;
use crate::words::Text;

/// What is given for an input.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One number.
    One(Decimal),
    /// Several, in order.
    Many(Vec<Decimal>),
    /// A word.
    Word(&'static str),
}

/// The inputs of one computation.
#[derive(Debug, Clone)]
pub struct Given {
    formula: &'static Formula,
    values: Vec<Option<Value>>,
}

impl Given {
    /// Nothing given yet.
    pub fn new(formula: &'static Formula) -> Given {
        Given {
            formula,
            values: vec![None; formula.inputs.len()],
        }
    }

    /// The formula.
    pub fn formula(&self) -> &'static Formula {
        self.formula
    }

    /// The same with one input more; an unknown name changes nothing.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Given {
        self.set(name, value.into());
        self
    }

    /// Gives an input; `false` where the formula has none of this name.
    pub fn set(&mut self, name: &str, value: Value) -> bool {
        let at = self
            .formula
            .inputs
            .iter()
            .position(|it| it.answers_to(name));
        let slot = at.and_then(|at| self.values.get_mut(at));
        slot.map(|slot| *slot = Some(value)).is_some()
    }

    /// What is given for an input, if anything.
    pub fn value(&self, name: &str) -> Option<&Value> {
        let at = self
            .formula
            .inputs
            .iter()
            .position(|it| it.answers_to(name))?;
        self.values.get(at)?.as_ref()
    }

    /// Whether something is given for an input.
    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// One number: what is given, or else its default; the reason where there is none.
    pub fn one(&self, name: &str) -> Amount {
        let Some(input) = self.input(name) else {
            return Amount::fault(Fault::NoAnswer(NO_SUCH_INPUT));
        };
        match (self.value(name), input.need) {
            (Some(Value::One(value)), _) => Amount::from(*value),
            (None, Need::Default(text)) => text
                .parse::<Decimal>()
                .map_or(Amount::fault(Fault::Missing(input)), Amount::from),
            _ => Amount::fault(Fault::Missing(input)),
        }
    }

    /// One number that may be left out.
    pub fn maybe(&self, name: &str) -> Option<Amount> {
        self.has(name).then(|| self.one(name))
    }

    /// Several numbers; none where nothing is given.
    pub fn many(&self, name: &str) -> Vec<Amount> {
        match self.value(name) {
            Some(Value::Many(values)) => values.iter().copied().map(Amount::from).collect(),
            Some(Value::One(value)) => vec![Amount::from(*value)],
            _ => Vec::new(),
        }
    }

    /// A word: what is given, or else the default.
    pub fn word(&self, name: &str) -> &'static str {
        match (self.value(name), self.input(name).map(|it| it.need)) {
            (Some(Value::Word(word)), _) => word,
            (_, Some(Need::Default(word))) => word,
            _ => "",
        }
    }

    /// The row of the table for an input.
    pub fn input(&self, name: &str) -> Option<&'static Input> {
        self.formula.inputs.iter().find(|it| it.answers_to(name))
    }

    /// Two lists that belong together, item by item; refuses them where one is longer.
    pub fn pairs(&self, one: &str, other: &str, results: &mut Results) -> Vec<(Amount, Amount)> {
        let (left, right) = (self.many(one), self.many(other));
        if let (Some(a), Some(b)) = (self.input(one), self.input(other))
            && left.len() != right.len()
        {
            results.refuse(Fault::Uneven(a, b));
        }
        left.into_iter().zip(right).collect()
    }

    /// Computes the formula.
    ///
    /// Fails where an input that is needed is missing or makes no sense; a single result may fail
    /// while others stand.
    pub fn compute(&self) -> Result<Results, Fault> {
        for (input, value) in self.formula.inputs.iter().zip(&self.values) {
            let holds = match value {
                Some(Value::One(value)) => input.range.holds(*value),
                Some(Value::Many(values)) => {
                    if values.is_empty() {
                        return Err(Fault::Empty(input));
                    }
                    values.iter().all(|value| input.range.holds(*value))
                }
                None if input.need == Need::Required => return Err(Fault::Missing(input)),
                Some(Value::Word(_)) | None => true,
            };
            if !holds {
                return Err(Fault::OutOfRange(input));
            }
        }
        let mut results = Results::new(self.formula);
        (self.formula.compute)(self, &mut results);
        match results.refused {
            Some(fault) => Err(fault),
            None => Ok(results),
        }
    }
}

const NO_SUCH_INPUT: Text = Text::new("the formula has no such input", "公式没有这个输入项");

impl From<Decimal> for Value {
    fn from(value: Decimal) -> Value {
        Value::One(value)
    }
}

impl From<Vec<Decimal>> for Value {
    fn from(values: Vec<Decimal>) -> Value {
        Value::Many(values)
    }
}
