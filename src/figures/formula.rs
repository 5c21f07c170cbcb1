//! What a formula is: names, words, units, ranges, and the function that computes.

use std::borrow::Cow;

use super::given::Given;
use super::input::{Input, Unit};
use super::results::Results;
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
    /// `+ − × ÷ ^ ( )` and the functions of [`FUNCTIONS`]; in a list, t counts its places from 0.
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

    /// The command of the worked example on its page.
    pub fn example(&self, lang: Lang) -> Option<&'static str> {
        let (_, block) = self.page(lang).split_once("```calc\n")?;
        block.lines().next()
    }

    /// An input by its name or another.
    pub fn input(&self, name: &str) -> Option<&'static Input> {
        self.inputs.iter().find(|it| it.answers_to(name))
    }

    /// The label of an input or output, as it reads inside a sentence.
    pub fn label(&self, name: &str, lang: Lang) -> Option<Cow<'static, str>> {
        let input = self.inputs.iter().find(|it| it.name == name);
        let label = input
            .map(|it| it.label)
            .or_else(|| Some(self.outputs.iter().find(|it| it.name == name)?.label));
        Some(within(label?.get(lang)))
    }

    /// An expression of this formula in words: `fixed costs ÷ (net price − variable cost)`.
    pub fn in_words(&self, expression: &'static str, lang: Lang) -> String {
        let spoken = spoken(expression, lang);
        fill(&spoken, |name| {
            self.label(name, lang)
                .unwrap_or_else(|| Cow::Owned(name.to_owned()))
        })
    }
}

/// A label inside a sentence: its capital goes, unless it is an abbreviation.
fn within(label: &'static str) -> Cow<'static, str> {
    let mut chars = label.chars();
    let first = chars.next().unwrap_or_default();
    if !first.is_ascii_uppercase() || chars.clone().next().is_none_or(char::is_uppercase) {
        return Cow::Borrowed(label);
    }
    Cow::Owned(first.to_ascii_lowercase().to_string() + chars.as_str())
}

/// The functions that an expression may use beside Σ, Π and √, and how they read.
///
/// Those of a list: `count` its length, `sorted` the largest first, `first(list, n)` its beginning, `head` its first place,
/// `running` its sums so far, `chained(start, list)` a start and its products so far,
/// `shifted(list)` each place's next one; `upto(n)` the numbers from 1 to n. A comparison counts as
/// 1 or 0.
pub const FUNCTIONS: &[(&str, Text)] = &[
    ("round_up(", Text::new("rounded up(", "向上取整(")),
    ("max(", Text::new("the larger of(", "较大者(")),
    ("min(", Text::new("the smaller of(", "较小者(")),
    ("abs(", Text::new("size of(", "绝对值(")),
    ("count(", Text::new("number of(", "个数(")),
    ("sorted(", Text::new("largest first(", "从大到小(")),
    ("Σfirst(", Text::new("sum of the first(", "前几项之和(")),
    ("first(", Text::new("the first of(", "前几项(")),
    ("head(", Text::new("the first of(", "第一项(")),
    ("running(", Text::new("running total(", "累计(")),
    ("upto(", Text::new("1 to(", "1 到(")),
    ("chained(", Text::new("running product(", "累乘(")),
    ("shifted(", Text::new("the next of(", "后一个(")),
];

/// An expression with its functions in words.
pub(super) fn spoken(expression: &str, lang: Lang) -> String {
    let mut out = expression.to_owned();
    for (function, words) in FUNCTIONS {
        if out.contains(function) {
            out = out.replace(function, words.get(lang));
        }
    }
    if lang == Lang::En {
        out = out.replace('Σ', "Σ ").replace("Σ (", "Σ(");
    }
    out
}

/// A template with its names in braces replaced.
pub(super) fn fill<'n>(
    template: &'n str,
    mut word: impl FnMut(&'n str) -> Cow<'static, str>,
) -> String {
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
