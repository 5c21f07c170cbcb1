//! A formula filled with the plan's own numbers, each with the place that it comes from.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::fault::Fault;
use super::formula::{Formula, Output, fill, spoken};
use super::given::{Given, Value};
use super::input::{Input, Need, Shape, Unit};
use super::results::{Outcome, Results};
use crate::catalogue::{Choice, Step};
use crate::plan::{Record, Sp, Str};
use crate::words::number::{show, show_money, show_percent};
use crate::words::{Lang, Text};

/// A number of the plan, explained.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its name in this plan: the formula's role and the id of its row, `break-even.single-bar`.
    pub key: String,
    /// The step to whose work it belongs.
    pub step: Step,
    /// What it is.
    pub label: Text,
    /// The row that it is about, where it is about one.
    pub subject: Option<Subject>,
    /// How it is computed.
    pub formula: &'static Formula,
    /// What went in, in the order of the formula.
    pub terms: Vec<Term>,
    /// What came out, or why nothing did.
    pub results: Result<Results, Lack>,
    /// The time for which it holds: `a year`, `the whole plan`.
    pub per: Option<Text>,
    /// What was assumed for this plan beyond the formula's own convention.
    pub notes: Vec<Text>,
    /// The fields, by their paths, that the formula could use and that are empty.
    pub open: Vec<String>,
}

/// The row that a figure is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The path of the row.
    pub path: String,
    /// What the plan calls it.
    pub name: String,
    /// What it is called where it is a word of a choice, such as a scenario.
    pub word: Option<Text>,
}

impl Subject {
    /// What people call it.
    pub fn called(&self, lang: Lang) -> &str {
        self.word.map_or(&self.name, |word| word.get(lang))
    }
}

/// An input with what the plan gives for it.
#[derive(Debug, Clone)]
pub struct Term {
    /// The input of the formula.
    pub input: &'static Input,
    /// One for a number, several for a list.
    pub items: Vec<Item>,
}

/// A number that went in, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The number; a word of the formula counts as its position and is said by `source`.
    pub value: Decimal,
    /// Where it comes from.
    pub source: Source,
}

/// Where an input comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A field of the plan, by its path.
    Plan(String),
    /// A result of another figure: its key and the name of the output.
    Figure(String, &'static str),
    /// Nothing in the plan: what is taken, and why.
    Assumed(Text),
    /// A word of the plan, by its path, and the word of the formula.
    Word(String, &'static str),
}

/// Why a figure has no result.
#[derive(Debug, Clone, PartialEq)]
pub enum Lack {
    /// These fields of the plan are empty, by their paths.
    Missing(Vec<String>),
    /// What is there makes no sense together.
    Fault(Fault),
}

/// Figures from which others are added up.
const PARTS: &[&str] = &[
    "forecast",
    "budget-line",
    "budget-by-month",
    "customer-margin",
    "group-equity",
    "group-profit",
    "new-customers",
];

impl Figure {
    /// The part of its key that all figures of its kind share: `break-even`.
    pub fn role(&self) -> &str {
        self.key.split_once('.').map_or(&self.key, |(role, _)| role)
    }

    /// A single number among the results.
    pub fn number(&self, output: &str) -> Option<Decimal> {
        self.results.as_ref().ok()?.number(output)
    }

    /// What the formula takes for an input that the plan leaves out.
    fn default(&self, name: &str, lang: Lang) -> String {
        let input = self.formula.inputs.iter().find(|it| it.name == name);
        let taken = input.and_then(|input| match input.need {
            Need::Default(text) => Some(amount(text.parse().ok()?, input.unit, "", lang)),
            _ => None,
        });
        taken.unwrap_or_else(|| name.to_owned())
    }

    /// The result that people ask for first: whole units where only whole ones can be sold, or else
    /// the first.
    pub fn headline(&self) -> Option<(&'static Output, &Result<Outcome, Fault>)> {
        let results = self.results.as_ref().ok()?;
        let whole = results
            .iter()
            .find(|(output, _)| output.name == "units-to-sell");
        whole.or_else(|| results.iter().next())
    }

    /// Whether it has the result that gives it its name.
    pub fn has_result(&self) -> bool {
        self.headline().is_some_and(|(_, outcome)| outcome.is_ok())
    }

    /// Whether it is one of those from which others are added up: a short list leaves it out.
    pub fn is_part(&self) -> bool {
        PARTS.contains(&self.role())
    }

    /// What it is, which of its results is shown, and for what time.
    pub fn heading(&self, output: &Output, lang: Lang) -> String {
        let label = self.label.get(lang);
        let result = output.label.get(lang);
        let mut heading = label.to_owned();
        // A sum says no more than what is summed.
        let says_more = output.name != "total";
        if says_more
            && !label.to_lowercase().contains(&result.to_lowercase())
            && !result.contains(label)
        {
            let spoken = self.formula.label(output.name, lang);
            let result = spoken.map_or_else(|| result.to_owned(), Cow::into_owned);
            let text = Text::new("{0}, {1}", "{0}，{1}");
            heading = text.fill(lang, &[heading, result]);
        }
        if let Some(per) = self.per {
            let text = Text::new("{0} ({1})", "{0}（{1}）");
            heading = text.fill(lang, &[heading.as_str(), per.get(lang)]);
        }
        heading
    }

    /// What it is and what it is about: `Lifetime value · Regulars`.
    pub fn title(&self, lang: Lang) -> String {
        let label = self.label.get(lang);
        match &self.subject {
            Some(subject) => format!("{label} · {}", subject.called(lang)),
            None => label.to_owned(),
        }
    }

    /// An expression with the plan's own numbers filled in: `1,870,000 ÷ (15.65 − 7.9)`.
    ///
    /// Lists are shown as far as they are short; results of the same figure stand as numbers too.
    pub fn filled(&self, expression: &'static str, currency: &str, lang: Lang) -> String {
        let spoken = spoken(expression, lang);
        fill(&spoken, |name| {
            let term = self.terms.iter().find(|term| term.input.name == name);
            if let Some(term) = term {
                return Cow::Owned(term.shown(currency, lang));
            }
            let output = self.formula.outputs.iter().find(|it| it.name == name);
            let value = self.results.as_ref().ok().and_then(|it| it.number(name));
            if output.is_none() {
                return Cow::Owned(self.default(name, lang));
            }
            match (output, value) {
                (Some(output), Some(value)) => Cow::Owned(amount(value, output.unit, "", lang)),
                _ => Cow::Owned(name.to_owned()),
            }
        })
    }
}

impl Term {
    /// The numbers as people read them.
    pub fn shown(&self, _currency: &str, lang: Lang) -> String {
        const SHORT: usize = 4;
        let mut shown: Vec<String> = self
            .items
            .iter()
            .take(SHORT)
            .map(|item| amount(item.value, self.input.unit, "", lang))
            .collect();
        if self.items.len() > SHORT {
            shown.push("…".to_owned());
        }
        shown.join(Text::new("; ", "；").get(lang))
    }
}

/// A number with its unit, as people read it; money with its currency where one is given.
pub fn amount(value: Decimal, unit: Unit, currency: &str, lang: Lang) -> String {
    match unit {
        Unit::Money => show_money(value, currency, lang),
        Unit::Rate => show_percent(value),
        _ => show(value),
    }
}

/// A result with its unit, as it stands in a sentence: `3.5 times`, `8 points`.
pub fn with_unit(value: Decimal, unit: Unit, currency: &str, lang: Lang) -> String {
    let text = match unit {
        Unit::Times => Text::new("{0} times", "{0}倍"),
        Unit::Points => Text::new("{0} points", "{0}分"),
        Unit::Periods => Text::new("{0} periods", "{0}期"),
        Unit::Years => Text::new("{0} years", "{0}年"),
        Unit::Months => Text::new("{0} months", "{0}个月"),
        Unit::Money | Unit::Rate | Unit::Count | Unit::Number => Text::new("{0}", "{0}"),
    };
    text.fill(lang, &[amount(value, unit, currency, lang)])
}

/// A figure in the making: inputs are taken from rows one after the other.
#[derive(Debug)]
pub struct Draft {
    figure: Figure,
    given: Given,
    missing: Vec<String>,
    /// Why a figure that this one needs has no result.
    fault: Option<Fault>,
}

impl Draft {
    /// A figure of the whole plan.
    pub fn new(key: &str, label: Text, step: Step, formula: &'static Formula) -> Draft {
        Draft {
            figure: Figure {
                key: key.to_owned(),
                step,
                label,
                subject: None,
                formula,
                terms: Vec::new(),
                results: Err(Lack::Missing(Vec::new())),
                per: None,
                notes: Vec::new(),
                open: Vec::new(),
            },
            given: Given::new(formula),
            missing: Vec::new(),
            fault: None,
        }
    }

    /// The same about one row, by its id and the name that people give it; a second row makes the
    /// two a pair.
    #[must_use]
    pub fn of(self, row: &impl Record, name: Option<&Sp<Str<'_>>>) -> Draft {
        let id = row.name().unwrap_or_default();
        let name = name
            .map(|name| name.value.trim())
            .filter(|name| !name.is_empty());
        self.about(&id, name.unwrap_or(&id), row.path(""))
    }

    /// The same about something that a name and a path tell.
    #[must_use]
    pub fn about(mut self, id: &str, name: &str, path: String) -> Draft {
        self.figure.key = format!("{}.{id}", self.figure.key);
        let name = match self.figure.subject {
            Some(first) => format!("{} · {name}", first.name),
            None => name.to_owned(),
        };
        self.figure.subject = Some(Subject {
            path,
            name,
            word: None,
        });
        self
    }

    /// The same about something that has a name in both languages.
    #[must_use]
    pub fn about_word(self, id: &str, word: Text, path: &str) -> Draft {
        let mut draft = self.about(id, id, path.to_owned());
        if let Some(subject) = &mut draft.figure.subject {
            subject.word = Some(word);
        }
        draft
    }

    /// The same about a word of a choice.
    #[must_use]
    pub fn about_choice(self, choice: &Choice, path: &str) -> Draft {
        self.about_word(choice.key, choice.label, path)
    }

    /// The time for which it holds.
    #[must_use]
    pub fn per(mut self, per: Text) -> Draft {
        self.figure.per = Some(per);
        self
    }

    /// Something that is assumed, said beside the result.
    #[must_use]
    pub fn note(mut self, note: Text) -> Draft {
        self.figure.notes.push(note);
        self
    }

    /// Takes an input from a field; an empty field is missing, unless the formula can do without.
    #[must_use]
    pub fn take(
        mut self,
        name: &str,
        row: &impl Record,
        key: &str,
        value: Option<&Sp<Decimal>>,
    ) -> Draft {
        match value {
            Some(value) => self.put(name, value.value, Source::Plan(row.path(key))),
            None if self.is_required(name) => self.missing.push(row.path(key)),
            None => self.figure.open.push(row.path(key)),
        }
        self
    }

    /// Takes an input without which this figure says nothing, though the formula has other ways.
    #[must_use]
    pub fn need(
        self,
        name: &str,
        row: &impl Record,
        key: &str,
        value: Option<&Sp<Decimal>>,
    ) -> Draft {
        match value {
            Some(_) => self.take(name, row, key, value),
            None => self.lacks(row.path(key)),
        }
    }

    /// Takes an input from a number that the plan tells in another way than as itself: a score of
    /// a list, or the months of a period.
    #[must_use]
    pub fn number(mut self, name: &str, value: Decimal, path: String) -> Draft {
        self.put(name, value, Source::Plan(path));
        self
    }

    /// Notes a field that must be filled before there is a result.
    #[must_use]
    pub fn lacks(mut self, path: String) -> Draft {
        self.missing.push(path);
        self
    }

    /// Notes a field that some results would need, while others stand without it.
    #[must_use]
    pub fn could_use(mut self, path: String) -> Draft {
        self.figure.open.push(path);
        self
    }

    /// Takes an input from a result of another figure; where that has none, neither has this one,
    /// unless the formula can do without.
    #[must_use]
    pub fn from(mut self, name: &str, other: &Figure, output: &'static str) -> Draft {
        if let Some(value) = other.number(output) {
            self.put(name, value, Source::Figure(other.key.clone(), output));
        } else if self.is_required(name) {
            match &other.results {
                Err(Lack::Missing(paths)) => self.missing.extend(paths.iter().cloned()),
                Err(Lack::Fault(fault)) => self.fault = Some(*fault),
                Ok(results) => match results.get(output) {
                    Some(Err(fault)) => self.fault = Some(*fault),
                    // A result that was left out for want of an input that may be left out.
                    _ if other.open.is_empty() => self.missing.push(other.key.clone()),
                    _ => self.missing.extend(other.open.iter().cloned()),
                },
            }
        }
        self
    }

    /// Takes a number that the plan does not give, and says so.
    #[must_use]
    pub fn assume(mut self, name: &str, value: Decimal, why: Text) -> Draft {
        self.put(name, value, Source::Assumed(why));
        self
    }

    /// Takes a word of the formula from a choice of the plan.
    #[must_use]
    pub fn word(mut self, name: &str, path: String, word: &'static str) -> Draft {
        self.given.set(name, Value::Word(word));
        let source = Source::Word(path, word);
        self.item(
            name,
            Item {
                value: Decimal::ZERO,
                source,
            },
        );
        self
    }

    /// Computes it.
    #[must_use]
    pub fn done(mut self) -> Figure {
        self.figure.results = match self.fault {
            _ if !self.missing.is_empty() => {
                self.missing.sort();
                self.missing.dedup();
                Err(Lack::Missing(self.missing))
            }
            Some(fault) => Err(Lack::Fault(fault)),
            None => self.given.compute().map_err(Lack::Fault),
        };
        self.figure
    }

    /// Computes it, where the plan gives any of its numbers; what nobody has begun lacks nothing.
    pub fn begun(self) -> Option<Figure> {
        let items = self.figure.terms.iter().flat_map(|term| &term.items);
        let mut sources = items.map(|item| &item.source);
        sources
            .any(|source| matches!(source, Source::Plan(_) | Source::Figure(..)))
            .then(|| self.done())
    }

    /// Computes it, where the plan gives something for this input.
    pub fn begun_with(self, name: &str) -> Option<Figure> {
        self.given.has(name).then(|| self.done())
    }

    fn is_required(&self, name: &str) -> bool {
        let input = self.given.input(name);
        input.is_some_and(|input| input.need == Need::Required)
    }

    fn put(&mut self, name: &str, value: Decimal, source: Source) {
        let Some(input) = self.given.input(name) else {
            return;
        };
        let given = match (input.shape, self.given.value(name)) {
            (Shape::Many, Some(Value::Many(values))) => {
                let mut values = values.clone();
                values.push(value);
                Value::Many(values)
            }
            (Shape::Many, _) => Value::Many(vec![value]),
            _ => Value::One(value),
        };
        self.given.set(name, given);
        self.item(name, Item { value, source });
    }

    fn item(&mut self, name: &str, item: Item) {
        let Some(input) = self.given.input(name) else {
            return;
        };
        match self
            .figure
            .terms
            .iter_mut()
            .find(|term| term.input == input)
        {
            Some(term) => term.items.push(item),
            None => self.figure.terms.push(Term {
                input,
                items: vec![item],
            }),
        }
    }
}
