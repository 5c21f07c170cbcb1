//! What charts are made from: a plan with its figures, and the words that charts share.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::chart::{Chart, Missing, Note, mark};
use crate::figures::{Figure, figures};
use crate::plan::{Plan, Record, Sp, Str};
use crate::words::number::{show, show_money, show_percent};
use crate::words::{Lang, Text};

/// A plan with its figures, to make charts from.
#[derive(Debug)]
pub struct Ground<'g, 'p> {
    /// The plan.
    pub plan: &'g Plan<'p>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// The day that it is, where it matters.
    pub today: Option<Date>,
    /// The language of every word.
    pub lang: Lang,
}

impl<'g, 'p> Ground<'g, 'p> {
    /// The ground of a plan's charts.
    pub fn new(plan: &'g Plan<'p>, today: Option<Date>, lang: Lang) -> Ground<'g, 'p> {
        Ground {
            plan,
            figures: figures(plan),
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

    /// The figure of this role about this row.
    pub(super) fn figure(&self, role: &str, row: &impl Record) -> Option<&Figure> {
        let path = row.path("");
        self.figures.iter().find(|figure| {
            let about = figure.subject.as_ref().is_some_and(|it| it.path == path);
            about && figure.key.split('.').next() == Some(role)
        })
    }

    /// Why there is nothing to draw.
    pub(super) fn missing(&self, text: Text, paths: Vec<String>) -> Missing {
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

/// A fraction as people read it.
pub(super) fn percent(value: Decimal) -> String {
    show_percent(value)
}

/// A name that people give to a row, in one line and without the stop of a sentence; or its id.
pub(super) fn called(row: &impl Record, name: Option<&Sp<Str<'_>>>) -> String {
    let name = name.map(|name| name.value.split_whitespace().collect::<Vec<_>>().join(" "));
    let name = name.map(|name| name.trim_end_matches(['.', '。', ' ']).to_owned());
    name.filter(|name| !name.is_empty())
        .unwrap_or_else(|| row.name().unwrap_or_default().into_owned())
}

/// The id of a row, where it has one.
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
