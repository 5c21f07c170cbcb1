//! Why a number cannot be had.

use rust_decimal::Decimal;

use super::input::{Input, Shape};
use crate::words::number::{entry, entry_percent};
use crate::words::{Lang, Text};

/// Why a formula has no answer, or not this one.
///
/// A negative result is an answer: a loss, a shrinking group, a price below cost. Only what has no
/// meaning is refused.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    /// An input is not given.
    Missing(&'static Input),
    /// An input is outside the range that has a meaning.
    OutOfRange(&'static Input),
    /// Lists that belong together have different lengths.
    Uneven(&'static Input, &'static Input),
    /// Two inputs that say the same in two ways.
    NotBoth(&'static Input, &'static Input),
    /// A list of nothing.
    Empty(&'static Input),
    /// What was written is no number.
    NotANumber(&'static Input),
    /// A comma in a list that may group the digits of one number or stand between two.
    OneOrTwo(&'static Input),
    /// A rate without a percent sign that can only be meant as a percentage.
    BareRate(&'static Input, Decimal),
    /// A word that the formula does not know.
    NotAWord(&'static Input),
    /// What was given has no answer; the text says why and what would have one.
    NoAnswer(Text),
    /// Something would have to be shared among nobody.
    DividedByNothing,
    /// A number is too large to hold exactly.
    TooLarge,
}

impl Fault {
    /// The sentence that tells it.
    pub fn message(&self, lang: Lang) -> String {
        let label = |input: &Input| input.label.get(lang);
        match self {
            Fault::Missing(input) => {
                Text::new("{0} is not given", "缺少“{0}”").fill(lang, &[label(input)])
            }
            Fault::OutOfRange(input) => Text::new("{0} must be {1}", "“{0}”必须{1}")
                .fill(lang, &[label(input), input.range.words().get(lang)]),
            Fault::Uneven(one, other) => Text::new(
                "{0} and {1} must be as many as each other",
                "“{0}”和“{1}”的个数必须相同",
            )
            .fill(lang, &[label(one), label(other)]),
            Fault::NotBoth(one, other) => Text::new(
                "give either {0} or {1}, not both: one follows from the other",
                "“{0}”和“{1}”只给一个：另一个由它得出",
            )
            .fill(lang, &[label(one), label(other)]),
            Fault::Empty(input) => {
                Text::new("{0} is an empty list", "“{0}”一个数也没有").fill(lang, &[label(input)])
            }
            Fault::NotANumber(input) => {
                Text::new("{0} must be a number", "“{0}”必须是数字").fill(lang, &[label(input)])
            }
            Fault::OneOrTwo(input) => Text::new(
                "{0}: a comma before three digits, as in 1,500, may mean one number or two; write 1500 for one, and 1 500 or 1;500 for two",
                "“{0}”：三位数字前的逗号（如 1,500）可能是一个数，也可能是两个数；一个数请写 1500，两个数请写 1；500",
            )
            .fill(lang, &[label(input)]),
            Fault::BareRate(input, value) => Text::new(
                "{0} is a rate: write {1} or {2}",
                "“{0}”是比率：请写 {1} 或 {2}",
            )
            .fill(lang, &bare(label(input), *value)),
            Fault::NotAWord(input) => {
                Text::new("{0} must be one of: {1}", "“{0}”必须是其中之一：{1}")
                    .fill(lang, &[label(input), &words(input, lang)])
            }
            Fault::NoAnswer(text) => text.get(lang).to_owned(),
            Fault::DividedByNothing => Text::new("this would divide by zero", "除数为零")
                .get(lang)
                .to_owned(),
            Fault::TooLarge => Text::new(
                "the number is too large to be exact",
                "数字太大，无法精确计算",
            )
            .get(lang)
            .to_owned(),
        }
    }
}

/// The two ways to write the percentage that somebody meant.
fn bare(label: &str, value: Decimal) -> [String; 3] {
    let fraction = value.checked_div(Decimal::ONE_HUNDRED).unwrap_or(value);
    let percent = entry_percent(fraction).replace(' ', "");
    [label.to_owned(), percent, entry(fraction.normalize())]
}

fn words(input: &Input, lang: Lang) -> String {
    let Shape::Word(words) = input.shape else {
        return String::new();
    };
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    names.join(Text::new(", ", "、").get(lang))
}
