//! What came out of one computation.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::fault::Fault;
use super::figure::{amount, with_unit};
use super::formula::{Formula, Output};
use super::given::{bracketed, listed};
use super::input::Unit;
use crate::words::{Lang, Text};

/// A result: a number, several, or a word.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// One number.
    One(Decimal),
    /// Several, in the order of the list that went in.
    Many(Vec<Decimal>),
    /// A word, such as the name of a group.
    Word(Text),
}

impl Outcome {
    /// The result as people read it.
    pub fn shown(&self, unit: Unit, currency: &str, lang: Lang) -> String {
        match self {
            Outcome::One(value) => amount(*value, unit, currency, lang),
            Outcome::Many(values) => {
                let shown = values.iter().map(|it| amount(*it, unit, currency, lang));
                let shown: Vec<String> = shown.collect();
                shown.join(Text::new("; ", "；").get(lang))
            }
            Outcome::Word(word) => word.get(lang).to_owned(),
        }
    }

    /// The result inside an expression.
    pub(super) fn inside(&self, unit: Unit, lang: Lang) -> String {
        match self {
            Outcome::One(value) => bracketed(*value, unit, lang),
            Outcome::Many(values) => listed(values, unit, lang),
            Outcome::Word(word) => word.get(lang).to_owned(),
        }
    }
}

/// A result with its unit, or why there is none.
pub fn told(outcome: &Result<Outcome, Fault>, unit: Unit, currency: &str, lang: Lang) -> String {
    match outcome {
        Ok(Outcome::One(value)) => with_unit(*value, unit, currency, lang),
        Ok(Outcome::Many(values)) => {
            let shown = values.iter().map(|it| with_unit(*it, unit, currency, lang));
            let shown: Vec<String> = shown.collect();
            shown.join(Text::new("; ", "；").get(lang))
        }
        Ok(Outcome::Word(word)) => word.get(lang).to_owned(),
        Err(fault) => {
            let text = Text::new("no result: {0}", "无结果：{0}");
            text.fill(lang, &[fault.message(lang)])
        }
    }
}

/// The results of one computation, by the names of the outputs.
#[derive(Debug, Clone)]
pub struct Results {
    formula: &'static Formula,
    outcomes: Vec<Option<Result<Outcome, Fault>>>,
    expressions: Vec<(&'static str, &'static str)>,
    pub(super) refused: Option<Fault>,
}

impl Results {
    pub(super) fn new(formula: &'static Formula) -> Results {
        Results {
            formula,
            outcomes: vec![None; formula.outputs.len()],
            expressions: Vec::new(),
            refused: None,
        }
    }

    fn put(&mut self, name: &str, outcome: Result<Outcome, Fault>) {
        let at = self.formula.outputs.iter().position(|it| it.name == name);
        debug_assert!(at.is_some(), "{} has no output {name}", self.formula.name);
        if let Some(slot) = at.and_then(|at| self.outcomes.get_mut(at)) {
            *slot = Some(outcome);
        }
    }

    /// Notes a result and hands it on to the next one.
    pub fn one(&mut self, name: &str, amount: Amount) -> Amount {
        self.put(name, amount.get().map(Outcome::One));
        amount
    }

    /// Notes a list of results; the first reason stands for all.
    pub fn many(&mut self, name: &str, amounts: &[Amount]) {
        let values = amounts
            .iter()
            .map(|amount| amount.get())
            .collect::<Result<_, _>>();
        self.put(name, values.map(Outcome::Many));
    }

    /// Notes a word.
    pub fn word(&mut self, name: &str, word: Text) {
        self.put(name, Ok(Outcome::Word(word)));
    }

    /// Refuses the inputs as a whole: they make no sense together, so there is no result at all.
    pub fn refuse(&mut self, fault: Fault) {
        self.refused.get_or_insert(fault);
    }

    /// Says that a result was computed in another way than the table shows: by another convention,
    /// or without an input that may be left out.
    pub fn by(&mut self, name: &'static str, expression: &'static str) {
        self.expressions.push((name, expression));
    }

    /// How a result was computed.
    pub fn expression(&self, output: &Output) -> &'static str {
        let other = self
            .expressions
            .iter()
            .rfind(|(name, _)| *name == output.name);
        other.map_or(output.expression, |(_, expression)| expression)
    }

    /// A result; none where the formula left it out.
    pub fn get(&self, name: &str) -> Option<&Result<Outcome, Fault>> {
        let at = self.formula.outputs.iter().position(|it| it.name == name)?;
        self.outcomes.get(at)?.as_ref()
    }

    /// A single number.
    pub fn number(&self, name: &str) -> Option<Decimal> {
        match self.get(name)? {
            Ok(Outcome::One(value)) => Some(*value),
            _ => None,
        }
    }

    /// Every result that there is, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Output, &Result<Outcome, Fault>)> {
        let outputs = self.formula.outputs.iter();
        outputs
            .zip(&self.outcomes)
            .filter_map(|(output, outcome)| Some((output, outcome.as_ref()?)))
    }
}
