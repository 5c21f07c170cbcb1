//! The inputs of a figure as lines that can be chosen: what each is, what it counts, where it is.

use rust_decimal::Decimal;

use super::sheet;
use super::trial::Knob;
use crate::figures::figure::amount;
use crate::figures::figure::{Item, Source};
use crate::figures::{Figure, Given, Input, Lack, Need, Shape, Unit, Value};
use crate::plan::{Path, place_of};
use crate::words::{Lang, Text};

/// An input of a figure, or a field that it lacks.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// What it is.
    pub label: String,
    /// The input of the formula; none for a field that is missing.
    pub input: Option<&'static Input>,
    /// The number, a trial included; none where there is none, or a word instead.
    pub value: Option<Decimal>,
    /// What stands instead of a number: a word, or a list.
    pub said: Option<String>,
    /// What it and its neighbours have in common, where it is one of several.
    pub group: Option<&'static str>,
    /// Whether there is no result without it.
    pub needed: bool,
    /// Where it comes from.
    pub at: At,
    /// The same in words.
    pub origin: String,
}

/// Where an input comes from, and so what can be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum At {
    /// A field of the plan.
    Field(String),
    /// A result of another figure, by its key.
    Figure(String),
    /// Nothing that can be changed: an assumption.
    Fixed,
    /// An input of the calculator.
    Given,
}

impl Slot {
    /// What it counts.
    pub fn unit(&self) -> Unit {
        self.input.map_or(Unit::Number, |input| input.unit)
    }

    /// Its value as people read it.
    pub fn said_in(&self, lang: Lang) -> String {
        match (&self.said, self.value) {
            (Some(said), _) => said.clone(),
            (None, Some(value)) => sheet::with_unit(value, self.unit(), "", lang),
            (None, None) => String::new(),
        }
    }

    /// The path of its field, if it has one.
    pub fn path(&self) -> Option<&str> {
        match &self.at {
            At::Field(path) => Some(path),
            _ => None,
        }
    }

    /// The slider of its number, from where it stands without a trial.
    pub fn knob(&self, base: Decimal) -> Option<Knob> {
        let input = self.input.filter(|_| self.said.is_none())?;
        match &self.at {
            At::Field(path) => {
                let field = place_of(&Path::parse(path)).and_then(|(_, field)| field);
                Some(Knob::new(input, field.map(|it| it.kind), base))
            }
            At::Given => Some(Knob::new(input, None, base)),
            At::Figure(_) | At::Fixed => None,
        }
    }
}

/// The inputs of a figure, or the fields that it lacks.
pub(super) fn slots(figure: &Figure, all: &[Figure], lang: Lang) -> Vec<Slot> {
    let mut out: Vec<Slot> = Vec::new();
    for term in &figure.terms {
        let many = term.items.len() > 1;
        for item in &term.items {
            out.push(slot(term.input, item, many, all, lang));
        }
    }
    let lacks = match &figure.results {
        Err(Lack::Missing(paths)) => paths.as_slice(),
        _ => &[],
    };
    let empty = lacks.iter().map(|path| (path, true));
    for (path, needed) in empty.chain(figure.open.iter().map(|path| (path, false))) {
        if out.iter().all(|slot| slot.path() != Some(path.as_str())) {
            out.push(Slot {
                needed,
                ..missing(path, all, lang)
            });
        }
    }
    out
}

fn slot(input: &'static Input, item: &Item, many: bool, all: &[Figure], lang: Lang) -> Slot {
    let label = input.label.get(lang);
    let (at, origin, word) = match &item.source {
        Source::Plan(path) => (At::Field(path.clone()), path.clone(), None),
        Source::Figure(key, output) => {
            let origin = name_of(key, all, lang);
            let output = all
                .iter()
                .find(|it| it.key == *key)
                .and_then(|it| it.formula.outputs.iter().find(|out| out.name == *output));
            let text = Text::new("from {0}: {1}", "来自“{0}”：{1}");
            let output = output.map_or("", |it| it.label.get(lang));
            let origin = text.fill(lang, &[origin.as_str(), output]);
            (At::Figure(key.clone()), origin, None)
        }
        Source::Assumed(why) => (At::Fixed, why.get(lang).to_owned(), None),
        Source::Word(path, word) => {
            let words = match input.shape {
                Shape::Word(words) => words,
                _ => &[],
            };
            let said = words.iter().find(|(name, _)| name == word);
            let said = said.map_or(Text::new(word, word), |(_, text)| *text);
            (At::Field(path.clone()), path.clone(), Some(said))
        }
    };
    let name = match &at {
        At::Field(path) if many => row_of(path),
        At::Figure(key) if many => key.split_once('.').map(|(_, id)| id.to_owned()),
        _ => None,
    };
    Slot {
        group: many.then_some(label),
        label: name.unwrap_or_else(|| label.to_owned()),
        input: Some(input),
        value: word.is_none().then_some(item.value),
        said: word.map(|word| word.get(lang).to_owned()),
        needed: input.need == Need::Required,
        at,
        origin,
    }
}

/// The inputs of a formula in the calculator.
pub(super) fn given(given: &Given, lang: Lang) -> Vec<Slot> {
    let inputs = given.formula().inputs.iter();
    let slot = |input: &'static Input| {
        let taken = given.taken(input);
        let said = match (&taken, input.shape) {
            (Some(Value::Word(word)), Shape::Word(words)) => {
                let said = words.iter().find(|(name, _)| name == word);
                said.map(|(_, text)| text.get(lang).to_owned())
            }
            (Some(Value::Many(values)), _) => {
                let said = values.iter().map(|it| amount(*it, input.unit, "", lang));
                let said: Vec<String> = said.collect();
                Some(said.join(Text::new("; ", "；").get(lang)))
            }
            _ => None,
        };
        Slot {
            label: input.label.get(lang).to_owned(),
            input: Some(input),
            value: match taken {
                Some(Value::One(value)) => Some(value),
                _ => None,
            },
            said,
            group: None,
            needed: input.need == Need::Required,
            at: At::Given,
            origin: takes(input, lang),
        }
    };
    inputs.map(slot).collect()
}

/// What an input of a formula takes, and whether it may be left out.
fn takes(input: &Input, lang: Lang) -> String {
    let range = match input.shape {
        Shape::One => input.range.words(),
        Shape::Many => Text::new("a list: 1,500; 500; 2,000", "一列数：1,500；500；2,000"),
        Shape::Word(_) => Text::new("← → chooses", "按 ← → 选择"),
    };
    let left_out = match input.need {
        Need::Required => return range.get(lang).to_owned(),
        Need::Optional => Text::new("may be left out", "可以不填"),
        Need::Default(_) => Text::new("has a usual value", "有默认值"),
    };
    let text = Text::new("{0}; {1}", "{0}；{1}");
    text.fill(lang, &[range.get(lang), left_out.get(lang)])
}

/// What a field of the plan is called among the inputs of a figure, or else in its form.
pub(super) fn label_of(path: &str, slots: &[Slot], lang: Lang) -> String {
    let slot = slots.iter().find(|slot| slot.path() == Some(path));
    let of_one = slot.filter(|slot| slot.group.is_none());
    of_one.map_or_else(
        || {
            let label = missing(path, &[], lang).label;
            match row_of(path) {
                Some(row) => Text::new("{0}, {1}", "{0}，{1}").fill(lang, &[label, row]),
                None => label,
            }
        },
        |slot| slot.label.clone(),
    )
}

/// What the form calls the field of a path.
pub(super) fn field_of(path: &str, lang: Lang) -> String {
    let field = place_of(&Path::parse(path)).and_then(|(_, field)| field);
    field.map_or_else(|| path.to_owned(), |it| it.label.get(lang).to_owned())
}

/// A field that is empty; a lack may also be another figure.
fn missing(path: &str, all: &[Figure], lang: Lang) -> Slot {
    let figure = all.iter().find(|it| it.key == path);
    let field = place_of(&Path::parse(path));
    let label = match (figure, field) {
        (Some(_), _) => name_of(path, all, lang),
        (None, Some((_, Some(field)))) => field.label.get(lang).to_owned(),
        (None, Some((section, None))) => section.label.get(lang).to_owned(),
        (None, None) => path.to_owned(),
    };
    Slot {
        label,
        input: None,
        value: None,
        said: None,
        group: None,
        needed: true,
        at: match figure {
            Some(_) => At::Figure(path.to_owned()),
            None => At::Field(path.to_owned()),
        },
        origin: path.to_owned(),
    }
}

/// The id of the row that a path goes through.
fn row_of(path: &str) -> Option<String> {
    let path = Path::parse(path);
    let (section, _) = place_of(&path)?;
    let depth = section.path.split('.').count();
    let names = path.names().get(depth..)?;
    // What stands below the field itself is a score, named by the row that it is for.
    match names {
        [_, _, score] => Some(score.clone()),
        [row, _] => Some(row.clone()),
        _ => None,
    }
}

/// What a figure is called: `Break-even, Single bar`.
pub(super) fn name_of(key: &str, all: &[Figure], lang: Lang) -> String {
    let figure = all.iter().find(|it| it.key == key);
    figure.map_or_else(|| key.to_owned(), |figure| figure.title(lang))
}
