//! The inputs of one computation, held against what the formula asks for.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::fault::Fault;
use super::figure::amount;
use super::formula::{Formula, fill, spoken};
use super::input::{Input, Need, Shape, Unit};
use super::results::Results;
use crate::words::{Lang, Text};

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

    /// Refuses two of these inputs at once: they say the same in two ways, which may disagree.
    pub fn apart(&self, names: &[&str], results: &mut Results) {
        let mut told = names.iter().filter(|name| self.has(name));
        let told = [told.next(), told.next()].map(|name| self.input(name?));
        if let [Some(one), Some(other)] = told {
            results.refuse(Fault::NotBoth(one, other));
        }
    }

    /// The inputs that must be given and are not.
    pub fn missing(&self) -> Vec<&'static Input> {
        let inputs = self.formula.inputs.iter();
        inputs
            .filter(|input| input.need == Need::Required && !self.has(input.name))
            .collect()
    }

    /// The value that counts for an input: what is given, or else its default.
    pub fn taken(&self, input: &Input) -> Option<Value> {
        let given = self.value(input.name).cloned();
        given.or_else(|| match (input.need, input.shape) {
            (Need::Default(word), Shape::Word(_)) => Some(Value::Word(word)),
            (Need::Default(text), _) => text.parse::<Decimal>().ok().map(Value::One),
            _ => None,
        })
    }

    /// An expression with the numbers filled in: `20,700 ÷ (18 − 6.5)`.
    ///
    /// Results stand as numbers too; long lists are cut short.
    pub fn filled(&self, results: &Results, expression: &str, lang: Lang) -> String {
        let spoken = spoken(expression, lang);
        fill(&spoken, |name| {
            let formula = self.formula;
            if let Some(input) = formula.inputs.iter().find(|it| it.name == name)
                && let Some(value) = self.taken(input)
            {
                return value.shown(input.unit, lang).into();
            }
            let output = formula.outputs.iter().find(|it| it.name == name);
            match (output, results.get(name)) {
                (Some(output), Some(Ok(outcome))) => outcome.inside(output.unit, lang).into(),
                _ => formula.label(name, lang).unwrap_or_default(),
            }
        })
    }

    /// Refuses lists that belong together and differ in length.
    pub fn even(&self, names: &[&str], results: &mut Results) {
        for pair in names.windows(2) {
            if let [one, other] = pair {
                self.pairs(one, other, results);
            }
        }
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

impl Value {
    /// The value inside an expression: a negative number stands in brackets.
    pub fn shown(&self, unit: Unit, lang: Lang) -> String {
        match self {
            Value::One(value) => bracketed(*value, unit, lang),
            Value::Many(values) => listed(values, unit, lang),
            Value::Word(word) => (*word).to_owned(),
        }
    }
}

/// A number as it stands inside an expression.
pub(super) fn bracketed(value: Decimal, unit: Unit, lang: Lang) -> String {
    let shown = amount(value, unit, "", lang);
    if shown.starts_with(['-', '−']) {
        return format!("({shown})");
    }
    shown
}

/// A list as it stands inside an expression, cut short where it is long.
pub(super) fn listed(values: &[Decimal], unit: Unit, lang: Lang) -> String {
    const SHORT: usize = 6;
    let shown = values.iter().take(SHORT);
    let mut shown: Vec<String> = shown.map(|it| amount(*it, unit, "", lang)).collect();
    if values.len() > SHORT {
        shown.push("…".to_owned());
    }
    let shown = shown.join(Text::new("; ", "；").get(lang));
    format!("[{shown}]")
}

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
