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
