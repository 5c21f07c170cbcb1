//! A formula with numbers of its own: its worked example, until others are typed or tried.

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::figures::figure::{Item, Source};
use crate::figures::{Figure, Formula, Given, Input, Lack, Shape, Term, Unit, Value, read};
use crate::words::number::{entry, entry_percent};
use crate::words::{Lang, Text};

/// What is given to a formula, and what is tried.
#[derive(Debug)]
pub(super) struct Worked {
    base: Given,
    /// What counts: the same, with what is tried.
    pub now: Given,
}

impl Worked {
    /// The worked example of the formula's page; nothing where it has none.
    pub fn example(formula: &'static Formula, lang: Lang) -> Worked {
        let mut given = Given::new(formula);
        let command = formula.example(lang).unwrap_or_default();
        for flag in command.split(" --").skip(1) {
            let (name, text) = flag.split_once([' ', '=']).unwrap_or((flag, ""));
            if let Some(input) = formula.input(name)
                && let Ok(value) = read::read(input, text)
            {
                given.set(name, value);
            }
        }
        Worked {
            base: given.clone(),
            now: given,
        }
    }

    /// Whether anything is tried.
    pub fn is_trial(&self) -> bool {
        let inputs = self.now.formula().inputs;
        let mut inputs = inputs.iter();
        inputs.any(|input| self.now.taken(input) != self.base.taken(input))
    }

    /// Forgets what is tried.
    pub fn drop_trial(&mut self) {
        self.now = self.base.clone();
    }

    /// Takes a typed value: it is given, and no trial.
    pub fn give(&mut self, input: &Input, value: Value) {
        self.base.set(input.name, value.clone());
        self.now.set(input.name, value);
    }

    /// Leaves an input out.
    pub fn clear(&mut self, input: &Input) {
        self.base = without(&self.base, input);
        self.now = without(&self.now, input);
    }

    /// The word after the one that counts, or before it.
    pub fn next_word(&mut self, input: &Input, words: &[(&'static str, Text)], presses: i32) {
        let at = words
            .iter()
            .position(|(name, _)| *name == self.now.word(input.name));
        let at = at
            .unwrap_or(0)
            .saturating_add_signed(presses.signum() as isize);
        if let Some((name, _)) = words.get(at.min(words.len().saturating_sub(1))) {
            self.now.set(input.name, Value::Word(name));
        }
    }

    /// The number of an input without the trial.
    pub fn base_of(&self, input: &Input) -> Option<Decimal> {
        match self.base.taken(input)? {
            Value::One(value) => Some(value),
            Value::Many(_) | Value::Word(_) => None,
        }
    }

    /// What counts for an input, as it is typed.
    pub fn entry(&self, input: &Input) -> String {
        let number = |value: &Decimal| match input.unit {
            Unit::Rate => entry_percent(*value),
            _ => entry(value.normalize()),
        };
        match self.now.taken(input) {
            Some(Value::One(value)) => number(&value),
            Some(Value::Many(values)) => {
                let values: Vec<String> = values.iter().map(number).collect();
                values.join("; ")
            }
            Some(Value::Word(word)) => word.to_owned(),
            None => String::new(),
        }
    }

    /// It as a figure, so that it is explained in the same way.
    pub fn figure(&self) -> Figure {
        figure(&self.now)
    }

    /// The same without the trial, where one runs.
    pub fn before(&self) -> Option<Figure> {
        self.is_trial().then(|| figure(&self.base))
    }
}

fn without(given: &Given, input: &Input) -> Given {
    let formula = given.formula();
    let mut out = Given::new(formula);
    for other in formula
        .inputs
        .iter()
        .filter(|other| other.name != input.name)
    {
        if let Some(value) = given.value(other.name) {
            out.set(other.name, value.clone());
        }
    }
    out
}

fn figure(given: &Given) -> Figure {
    let formula = given.formula();
    let item = |value| Item {
        value,
        source: Source::Assumed(formula.title),
    };
    let terms = formula.inputs.iter().filter_map(|input| {
        let items = match given.taken(input)? {
            Value::One(value) => vec![item(value)],
            Value::Many(values) => values.into_iter().map(item).collect(),
            Value::Word(word) => vec![Item {
                value: Decimal::ZERO,
                source: Source::Word(String::new(), word),
            }],
        };
        Some(Term { input, items })
    });
    Figure {
        key: formula.name.to_owned(),
        step: Step::Plan,
        label: formula.title,
        subject: None,
        formula,
        terms: terms.collect(),
        open: Vec::new(),
        results: given.compute().map_err(Lack::Fault),
        per: None,
        notes: Vec::new(),
    }
}

/// The three inputs that move the result most when each alone is changed by a tenth of itself.
pub(super) fn movers(work: &Worked, lang: Lang) -> Vec<(String, [Option<Decimal>; 2])> {
    let stands = figure(&work.now);
    let Some((output, stands)) = stands
        .headline()
        .and_then(|(output, _)| Some((output, stands.number(output.name)?)))
    else {
        return Vec::new();
    };
    let result = |input: &Input, tenths: i64| {
        let Some(Value::One(value)) = work.now.taken(input) else {
            return None;
        };
        let value = value.checked_mul(Decimal::new(tenths, 1))?;
        let given = work.now.clone().with(input.name, value);
        given.compute().ok()?.number(output.name)
    };
    let inputs = work.now.formula().inputs.iter();
    let mut movers: Vec<_> = inputs
        .filter(|input| input.shape == Shape::One)
        .map(|input| {
            let ends = [result(input, 9), result(input, 11)];
            let reach = ends
                .iter()
                .flatten()
                .filter_map(|end| end.checked_sub(stands));
            let reach = reach.map(|it| it.abs()).max().unwrap_or_default();
            (reach, input.label.get(lang).to_owned(), ends)
        })
        .filter(|(reach, ..)| !reach.is_zero())
        .collect();
    movers.sort_by_key(|(reach, ..)| std::cmp::Reverse(*reach));
    let told = movers.into_iter().take(3);
    told.map(|(_, label, ends)| (label, ends)).collect()
}
