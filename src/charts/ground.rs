//! What charts are made from: a plan with its figures, and the words that charts share.

use std::collections::HashMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::chart::{Chart, Missing, Note, mark};
use crate::catalogue::choices::Choose;
use crate::figures::{Figure, Lack, figures};
use crate::plan::{Plan, Record, Sp, Str};
use crate::words::number::{percent_in, show, show_money};
use crate::words::{Lang, Text};

/// A plan with its figures, to make charts from.
#[derive(Debug)]
pub struct Ground<'g, 'p> {
    /// The plan.
    pub plan: &'g Plan<'p>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Where each figure stands, by its key.
    keys: HashMap<String, usize>,
    /// The day that it is, where it matters.
    pub today: Option<Date>,
    /// The language of every word.
    pub lang: Lang,
}

impl<'g, 'p> Ground<'g, 'p> {
    /// The ground of a plan's charts.
    pub fn new(plan: &'g Plan<'p>, today: Option<Date>, lang: Lang) -> Ground<'g, 'p> {
        let figures = figures(plan);
        let keys = figures.iter().enumerate();
        Ground {
            plan,
            keys: keys.map(|(at, it)| (it.key.clone(), at)).collect(),
            figures,
            today,
            lang,
        }
    }

    /// A text in the language, its places filled.
    pub(super) fn say<S: AsRef<str>>(&self, text: Text, args: &[S]) -> String {
        text.fill(self.lang, args)
    }

    /// A word in the language.
    pub(super) fn word(&self, text: Text) -> String {
        text.get(self.lang).to_owned()
    }

    /// An amount with the plan's currency.
    pub(super) fn money(&self, value: Decimal) -> String {
        show_money(value, self.currency(), self.lang)
    }

    /// A fraction as the language writes it.
    pub(super) fn percent(&self, value: Decimal) -> String {
        percent_in(value, self.lang)
    }

    /// The plan's currency; empty where it has none.
    pub(super) fn currency(&self) -> &str {
        let currency = self.plan.frame.currency.as_ref();
        currency.map_or("", |currency| currency.value.trim())
    }

    /// The label of an axis or a bar of money: what it is, and the currency.
    pub(super) fn in_money(&self, text: Text) -> String {
        let unit = match (self.currency(), self.lang) {
            ("", _) => return self.word(text),
            (currency, Lang::En) => format!(", {currency}"),
            (currency, Lang::Zh) => format!("（{currency}）"),
        };
        self.word(text) + &unit
    }

    /// Several names in a row.
    pub(super) fn list(&self, names: &[String]) -> String {
        names.join(Text::new(", ", "、").get(self.lang))
    }

    /// The figure of this key: `budget`, `lifetime-value.regulars`.
    pub(super) fn figure(&self, key: &str) -> Option<&Figure> {
        self.figures.get(*self.keys.get(key)?)
    }

    /// The figure of this role about a row.
    pub(super) fn about(&self, role: &str, row: &impl Record) -> Option<&Figure> {
        self.figure(&format!("{role}.{}", row.name().unwrap_or_default()))
    }

    /// A result of the figure of this role about a row.
    pub(super) fn of(&self, role: &str, row: &impl Record, output: &str) -> Option<Decimal> {
        self.about(role, row)?.number(output)
    }

    /// The figures of a role, in the order of the plan.
    pub(super) fn all<'f>(&'f self, role: &'f str) -> impl Iterator<Item = &'f Figure> {
        let of = move |key: &str| {
            key.strip_prefix(role)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        self.figures.iter().filter(move |figure| of(&figure.key))
    }

    /// The fields for want of which a figure about a row has no result; the row where it has no
    /// such figure at all.
    pub(super) fn lacks(&self, role: &str, row: &impl Record, key: &str) -> Vec<String> {
        match self.about(role, row).map(|figure| &figure.results) {
            Some(Err(Lack::Missing(paths))) => paths.clone(),
            _ => vec![row.path(key)],
        }
    }

    /// Why there is nothing to draw, and the fields; where there is no row yet, their section.
    pub(super) fn missing(&self, text: Text, mut paths: Vec<String>, section: &str) -> Missing {
        if paths.is_empty() {
            paths.push(section.to_owned());
        }
        paths.dedup();
        Missing {
            say: self.word(text),
            paths,
        }
    }
}

/// A number as people read it.
pub(super) fn number(value: Decimal) -> String {
    show(value)
}

/// A name that people give to a row, in one line and without the stop of a sentence; or its id.
pub(super) fn called(row: &impl Record, name: Option<&Sp<Str<'_>>>) -> String {
    let name = name.map(|name| name.value.split_whitespace().collect::<Vec<_>>().join(" "));
    let name = name.map(|name| name.trim_end_matches(['.', '。', ' ']).to_owned());
    name.filter(|name| !name.is_empty())
        .unwrap_or_else(|| row.name().unwrap_or_default().into_owned())
}

/// The word of a choice on screen.
pub(super) fn choice<T: Choose + PartialEq>(value: T) -> Text {
    let at = T::VALUES.iter().position(|it| *it == value);
    let choice = at.and_then(|at| T::CHOICES.get(at));
    choice.map_or(Text::new("", ""), |choice| choice.label)
}

/// The id that a reference names.
pub(super) fn id<'r>(id: Option<&'r Sp<Str<'_>>>) -> &'r str {
    id.map_or("", |id| id.value.as_ref())
}

impl Chart {
    /// Adds a note with the next mark; its place in the list comes back.
    pub(super) fn note(&mut self, text: String, path: String) -> usize {
        let at = self.notes.len();
        self.note_as(mark(at), text, path)
    }

    /// Adds a note with a mark of its own.
    pub(super) fn note_as(&mut self, mark: char, text: String, path: String) -> usize {
        self.notes.push(Note { mark, text, path });
        self.notes.len() - 1
    }

    /// Says what a figure takes for granted.
    pub(super) fn remarks_of(&mut self, ground: &Ground<'_, '_>, figure: &Figure) {
        let said = figure.formula.convention.iter().chain(&figure.notes);
        self.remarks.extend(said.map(|text| ground.word(*text)));
    }

    /// Says which rows could not be drawn, and for want of what.
    pub(super) fn left_out(&mut self, ground: &Ground<'_, '_>, paths: &[String]) {
        const MOST: usize = 4;
        if paths.is_empty() {
            return;
        }
        let mut named: Vec<String> = paths.iter().take(MOST).cloned().collect();
        if let Some(more) = paths.len().checked_sub(MOST).filter(|more| *more > 0) {
            let text = Text::new("{0} more", "另有 {0} 处");
            named.push(ground.say(text, &[more.to_string()]));
        }
        let text = Text::new("Not drawn, because empty: {0}", "因为空缺而没有画出：{0}");
        let said = ground.say(text, &[ground.list(&named)]);
        self.remarks.push(said);
    }
}
