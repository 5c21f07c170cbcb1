//! What a formula is: names, words, units, ranges, and the function that computes.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::fault::Fault;
use crate::words::{Lang, Text};

/// A formula that marketers use.
#[derive(Debug)]
pub struct Formula {
    /// The name that people type: `break-even`.
    pub name: &'static str,
    /// Other names under which people look for it, in both languages.
    pub aliases: &'static [&'static str],
    /// Which work it belongs to.
    pub topic: Topic,
    /// Its name as a phrase.
    pub title: Text,
    /// The question that it answers.
    pub answers: Text,
    /// What goes in.
    pub inputs: &'static [Input],
    /// What comes out, the most wanted first.
    pub outputs: &'static [Output],
    /// What it assumes; said wherever a result is shown.
    pub convention: Option<Text>,
    /// Its page, English and Chinese.
    pub page: &'static str,
    /// Computes the outputs.
    pub compute: fn(&Given, &mut Results),
}

/// The kinds of work that formulas belong to, in the order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// How large a market is, and whose share of it.
    Market,
    /// What an offer is worth to customers.
    Value,
    /// Prices, costs, margins, break-even.
    Price,
    /// Media, campaigns, the sales force.
    Communication,
    /// Winning customers, keeping them, what they are worth.
    Customers,
    /// Results against plans.
    Control,
}

impl Topic {
    /// All, in the order of a list.
    pub const ALL: [Topic; 6] = [
        Topic::Market,
        Topic::Value,
        Topic::Price,
        Topic::Communication,
        Topic::Customers,
        Topic::Control,
    ];

    /// Its heading.
    pub const fn label(self) -> Text {
        match self {
            Topic::Market => Text::new("Market and share", "市场与份额"),
            Topic::Value => Text::new("Value to the customer", "顾客得到的价值"),
            Topic::Price => Text::new("Price, cost and break-even", "价格、成本与盈亏平衡"),
            Topic::Communication => Text::new("Communication and selling", "传播与销售"),
            Topic::Customers => Text::new("Customers and their value", "顾客及其价值"),
            Topic::Control => Text::new("Results against plan", "实绩与计划"),
        }
    }
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// An amount of money, in the plan's currency.
    Money,
    /// A fraction, shown and taken as a percentage.
    Rate,
    /// Whole things or people.
    Count,
    /// So many times as much.
    Times,
    /// Points of an index or a score.
    Points,
    /// Periods, as long as those of the rates.
    Periods,
    /// Years.
    Years,
    /// Months.
    Months,
    /// A plain number.
    Number,
}

/// The range of an input that has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// Any number.
    Any,
    /// Zero or more.
    NotNegative,
    /// More than zero.
    Positive,
    /// From 0 to 1: a part of a whole.
    Share,
    /// From 0 to below 1: a part that leaves something.
    BelowOne,
    /// Above 0 and at most 1.
    SomeShare,
    /// Whole, zero or more.
    Whole,
}

impl Range {
    /// Whether a number lies in it.
    pub fn holds(self, value: Decimal) -> bool {
        let (zero, one) = (Decimal::ZERO, Decimal::ONE);
        match self {
            Range::Any => true,
            Range::NotNegative => value >= zero,
            Range::Positive => value > zero,
            Range::Share => (zero..=one).contains(&value),
            Range::BelowOne => (zero..one).contains(&value),
            Range::SomeShare => value > zero && value <= one,
            Range::Whole => value >= zero && value.is_integer(),
        }
    }

    /// What an input must be: ends the sentence “… must be”.
    pub const fn words(self) -> Text {
        match self {
            Range::Any => Text::new("a number", "是数字"),
            Range::NotNegative => Text::new("zero or more", "不小于零"),
            Range::Positive => Text::new("more than zero", "大于零"),
            Range::Share => Text::new("from 0 % to 100 %", "在 0% 到 100% 之间"),
            Range::BelowOne => Text::new("from 0 % to below 100 %", "不小于 0% 且小于 100%"),
            Range::SomeShare => Text::new("above 0 % and at most 100 %", "大于 0% 且不超过 100%"),
            Range::Whole => Text::new("a whole number, zero or more", "是不小于零的整数"),
        }
    }
}

/// How many numbers an input takes, or which words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// One number.
    One,
    /// A list of numbers.
    Many,
    /// One of these words.
    Word(&'static [(&'static str, Text)]),
}

/// Whether an input must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Without it there is no result.
    Required,
    /// Without it some results are left out.
    Optional,
    /// Without it this is taken, and said.
    Default(&'static str),
}

/// An input of a formula.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Input {
    /// Its name: `variable-cost`.
    pub name: &'static str,
    /// Other names: the letters of a textbook, for instance.
    pub aliases: &'static [&'static str],
    /// What people call it.
    pub label: Text,
    /// What it counts.
    pub unit: Unit,
    /// The range that has a meaning.
    pub range: Range,
    /// One or many.
    pub shape: Shape,
    /// Whether it must be given.
    pub need: Need,
}

/// One number that must be given.
pub const fn one(name: &'static str, unit: Unit, en: &'static str, zh: &'static str) -> Input {
    Input {
        name,
        aliases: &[],
        label: Text::new(en, zh),
        unit,
        range: Range::Any,
        shape: Shape::One,
        need: Need::Required,
    }
}

/// A list of numbers that must be given.
pub const fn many(name: &'static str, unit: Unit, en: &'static str, zh: &'static str) -> Input {
    Input {
        shape: Shape::Many,
        ..one(name, unit, en, zh)
    }
}

/// A word that decides how to count; the first is taken where none is given.
pub const fn word(
    name: &'static str,
    words: &'static [(&'static str, Text)],
    default: &'static str,
    en: &'static str,
    zh: &'static str,
) -> Input {
    Input {
        shape: Shape::Word(words),
        need: Need::Default(default),
        ..one(name, Unit::Number, en, zh)
    }
}

impl Input {
    /// The same with a range.
    #[must_use]
    pub const fn in_range(self, range: Range) -> Input {
        Input { range, ..self }
    }

    /// The same, but it may be left out.
    #[must_use]
    pub const fn optional(self) -> Input {
        Input {
            need: Need::Optional,
            ..self
        }
    }

    /// The same with what is taken where it is left out.
    #[must_use]
    pub const fn or(self, default: &'static str) -> Input {
        Input {
            need: Need::Default(default),
            ..self
        }
    }

    /// The same with other names.
    #[must_use]
    pub const fn also(self, aliases: &'static [&'static str]) -> Input {
        Input { aliases, ..self }
    }

    /// Whether a name, with hyphens or underscores, means this input.
    pub fn answers_to(&self, name: &str) -> bool {
        let same = |known: &str| {
            known.len() == name.len()
                && known
                    .bytes()
                    .zip(name.bytes())
                    .all(|(a, b)| a == b || (a == b'-' && b == b'_'))
        };
        same(self.name) || self.aliases.iter().any(|alias| same(alias))
    }
}

/// A result of a formula.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Output {
    /// Its name: `units`.
    pub name: &'static str,
    /// What people call it.
    pub label: Text,
    /// What it counts.
    pub unit: Unit,
    /// How it is computed: names of inputs and of other outputs in braces, in terms of
    /// `+ − × ÷ ^ ( )` and the functions Σ, Π, `round_up`, √.
    pub expression: &'static str,
}

/// A result of a formula.
pub const fn out(
    name: &'static str,
    unit: Unit,
    en: &'static str,
    zh: &'static str,
    expression: &'static str,
) -> Output {
    Output {
        name,
        label: Text::new(en, zh),
        unit,
        expression,
    }
}

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

/// The results of one computation, by the names of the outputs.
#[derive(Debug, Clone)]
pub struct Results {
    formula: &'static Formula,
    outcomes: Vec<Option<Result<Outcome, Fault>>>,
    expressions: Vec<(&'static str, &'static str)>,
    refused: Option<Fault>,
}

impl Results {
    fn new(formula: &'static Formula) -> Results {
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

impl Formula {
    /// Whether a name means this formula: its own or another under which people look for it.
    pub fn answers_to(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase().replace([' ', '_'], "-");
        self.name == name || self.aliases.iter().any(|alias| *alias == name)
    }

    /// The part of the page in one language.
    pub fn page(&self, lang: Lang) -> &'static str {
        let (en, zh) = self
            .page
            .split_once("\n---\n")
            .unwrap_or((self.page, self.page));
        match lang {
            Lang::En => en.trim(),
            Lang::Zh => zh.trim(),
        }
    }

    /// An expression of this formula in words: `fixed costs ÷ (net price − variable cost)`.
    pub fn in_words(&self, expression: &'static str, lang: Lang) -> String {
        let zh = lang == Lang::Zh;
        fill(expression, |name| {
            let input = self.inputs.iter().find(|it| it.name == name);
            let label = input
                .map(|it| it.label)
                .or_else(|| Some(self.outputs.iter().find(|it| it.name == name)?.label));
            let label = label.map_or(name, |label| label.get(lang));
            // An English label begins a line with a capital; inside a formula it is a noun.
            if zh || label.chars().nth(1).is_some_and(char::is_uppercase) {
                return Cow::Borrowed(label);
            }
            let mut chars = label.chars();
            let first = chars.next().map(|c| c.to_lowercase().to_string());
            Cow::Owned(first.unwrap_or_default() + chars.as_str())
        })
    }
}

/// A template with its names in braces replaced.
pub(super) fn fill<'n>(template: &'n str, mut word: impl FnMut(&'n str) -> Cow<'n, str>) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, more)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(&word(name));
        rest = more;
    }
    out.push_str(rest);
    out
}
