//! What is told of a comparison, wherever it is told: its decisions, its other changes, its sums.

use super::change::Change;
use super::effects::{Fate, Review};
use super::pieces::Mark;
use super::say::{say, weight};
use crate::catalogue::Step;
use crate::words::{Lang, Text};

/// So many figures stand beside the price that moved them.
const EFFECTS: usize = 3;

/// A comparison in one language.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'r> {
    /// The comparison.
    pub review: &'r Review,
    /// The language.
    pub lang: Lang,
}

impl<'r> Summary<'r> {
    /// The decisions, the most important first.
    pub fn decisions(&self) -> Vec<&'r Change> {
        let mut found: Vec<(usize, &Change)> = self
            .review
            .diff
            .content()
            .filter_map(|change| Some((weight(change)?, change)))
            .collect();
        found.sort_by_key(|(weight, _)| *weight);
        found.into_iter().map(|(_, change)| change).collect()
    }

    /// The other changes of a step.
    pub fn others(&self, step: Step) -> Vec<&'r Change> {
        let content = self.review.diff.content();
        content
            .filter(|change| change.step() == step && weight(change).is_none())
            .collect()
    }

    /// The sentence of a change; a new price is told with what it does to its product.
    pub fn say(&self, change: &Change) -> String {
        let (currency, lang) = (&self.review.currency, self.lang);
        let mut said = say(change, currency, lang);
        let is_price = change.field.is_some_and(|field| field.key == "price");
        if let Some(row) = change.path.strip_suffix(".price").filter(|_| is_price) {
            let figures = self.review.figures.iter().filter(|shift| {
                let subject = shift.figure.subject.as_ref();
                subject.is_some_and(|subject| subject.path == row)
            });
            for shift in figures.take(EFFECTS) {
                let label = shift.figure.label.get(lang);
                let numbers = shift.numbers(currency, lang);
                let text = Text::new("{0}; {1} {2}", "{0}；{1} {2}");
                said = text.fill(lang, &[said.as_str(), label, &numbers]);
            }
        }
        said
    }

    /// `5 changes, decisions among them: 2`, or that there is none.
    pub fn headline(&self) -> String {
        let lang = self.lang;
        let all = self.review.diff.content().count();
        if all == 0 {
            let text = Text::new("No change in content.", "内容没有改动。");
            return text.get(lang).to_owned();
        }
        let one = Text::new("{0} change", "{0}处改动");
        let many = Text::new("{0} changes", "{0}处改动");
        let changes = count(all, one, many, lang);
        let decisions = self.decisions().len();
        if decisions == 0 {
            return changes;
        }
        let text = Text::new("{0}, decisions among them: {1}", "{0}，其中决策{1}项");
        text.fill(lang, &[changes, decisions.to_string()])
    }

    /// How many rows stand elsewhere, where some do.
    pub fn moved(&self) -> Option<String> {
        let moved = self.review.diff.moved();
        let one = Text::new(
            "{0} row stands at another place of its list.",
            "有{0}条在列表中换了位置。",
        );
        let many = Text::new(
            "{0} rows stand at other places of their lists.",
            "有{0}条在列表中换了位置。",
        );
        (moved > 0).then(|| count(moved, one, many, self.lang))
    }

    /// `2 new, 1 gone`; none where no finding changed.
    pub fn findings_line(&self) -> Option<String> {
        let lang = self.lang;
        let parts: Vec<String> = [Fate::New, Fate::Answered, Fate::Gone]
            .into_iter()
            .filter_map(|fate| {
                let findings = self.review.findings.iter();
                let found = findings.filter(|it| it.fate == fate).count();
                let text = Text::new("{0} {1}", "{1}{0}项");
                (found > 0).then(|| text.fill(lang, &[&found.to_string(), fate.label().get(lang)]))
            })
            .collect();
        (!parts.is_empty()).then(|| parts.join(Text::new(", ", "，").get(lang)))
    }
}

/// A long text with the words that differ: `[-gone-]` and `{+new+}`.
pub fn marked(change: &Change) -> String {
    let shown = change.pieces().into_iter().map(|piece| match piece.mark {
        Mark::Same => piece.text,
        Mark::Gone => format!("[-{}-]", piece.text),
        Mark::New => format!("{{+{}+}}", piece.text),
    });
    shown.collect()
}

/// `1 change`, `2 changes`; Chinese has one form.
fn count(n: usize, one: Text, many: Text, lang: Lang) -> String {
    let text = if n == 1 { one } else { many };
    text.fill(lang, &[n.to_string()])
}
