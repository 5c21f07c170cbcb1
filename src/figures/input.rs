//! What goes into a formula: names, words, units and the ranges that have a meaning.

use rust_decimal::Decimal;

use crate::words::Text;

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

impl Unit {
    /// Its name for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Unit::Money => "money",
            Unit::Rate => "rate",
            Unit::Count => "count",
            Unit::Times => "times",
            Unit::Points => "points",
            Unit::Periods => "periods",
            Unit::Years => "years",
            Unit::Months => "months",
            Unit::Number => "number",
        }
    }
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
    /// At most 1, and below 0 where it is a loss.
    AtMostOne,
    /// Whole, zero or more.
    Whole,
    /// A score from 1 to 5.
    OneToFive,
    /// A score from 0 to 10.
    ToTen,
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
            Range::AtMostOne => value <= one,
            Range::Whole => value >= zero && value.is_integer(),
            Range::OneToFive => (one..=Decimal::from(5)).contains(&value),
            Range::ToTen => (zero..=Decimal::TEN).contains(&value),
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
            Range::AtMostOne => Text::new("at most 100 %", "不超过 100%"),
            Range::Whole => Text::new("a whole number, zero or more", "是不小于零的整数"),
            Range::OneToFive => Text::new("from 1 to 5", "在 1 到 5 之间"),
            Range::ToTen => Text::new("from 0 to 10", "在 0 到 10 之间"),
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
