//! What is told of a comparison, wherever it is told: its decisions, its other changes, its sums.

use super::change::Change;
use super::effects::{Fate, Noted, Review};
use super::pieces::Mark;
use super::say::{fields, say, weight};
use crate::catalogue::Step;
use crate::checks::Severity;
use crate::figures::Shift;
use crate::words::{Lang, Text};

/// The figures that stand beside the price that moved them, in this order.
const EFFECTS: [&str; 2] = ["contribution", "break-even"];
/// New findings, as they are counted.
const FRESH: &[(Severity, Text, Text)] = &[
    (
        Severity::Error,
        Text::new("{0} new error", "新出现{0}项错误"),
        Text::new("{0} new errors", "新出现{0}项错误"),
    ),
    (
        Severity::Warning,
        Text::new("{0} new warning", "新出现{0}项警告"),
        Text::new("{0} new warnings", "新出现{0}项警告"),
    ),
    (
        Severity::Advice,
        Text::new("{0} new piece of advice", "新出现{0}项建议"),
        Text::new("{0} new pieces of advice", "新出现{0}项建议"),
    ),
];

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
        for shift in self.effects(change) {
            let numbers = shift.numbers(currency, lang);
            let text = Text::new("{0}; {1} {2}", "{0}；{1} {2}");
            said = text.fill(lang, &[said, shift.label(lang), numbers]);
        }
        said
    }

    /// What stands below the sentence of a change: of a long text the words that differ, of a row
    /// that came or went its fields; nothing of others.
    pub fn detail(&self, change: &Change) -> String {
        if change.is_long() {
            return marked(change);
        }
        fields(change, &self.review.currency, self.lang).join(" · ")
    }

    /// The figures that stand beside a change: of a new price those of its product.
    fn effects(&self, change: &Change) -> Vec<&'r Shift> {
        let is_price = change.field.is_some_and(|field| field.key == "price");
        let row = change.path.strip_suffix(".price").filter(|_| is_price);
        let about = |shift: &&Shift| {
            let subject = shift.figure.subject.as_ref();
            subject.is_some_and(|subject| Some(subject.path.as_str()) == row)
        };
        let figures: Vec<&Shift> = self.review.figures.iter().filter(about).collect();
        let of = |role: &str| {
            let found = figures.iter().find(|shift| shift.figure.role() == role);
            found.copied()
        };
        EFFECTS.into_iter().filter_map(of).collect()
    }

    /// The figures that moved and stand beside no change.
    pub fn other_figures(&self) -> Vec<&'r Shift> {
        let content = self.review.diff.content();
        let beside: Vec<&str> = content
            .flat_map(|change| self.effects(change))
            .map(|shift| shift.figure.key.as_str())
            .collect();
        let is_told = |shift: &&Shift| beside.contains(&shift.figure.key.as_str());
        let figures = self.review.figures.iter();
        figures.filter(|shift| !is_told(shift)).collect()
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

    /// All that changed, a line each, below the headline: decisions first, then step by step.
    pub fn lines(&self) -> Vec<String> {
        let others = Step::ALL.into_iter().flat_map(|step| self.others(step));
        let changes = self.decisions().into_iter().chain(others);
        let said = changes.map(|change| format!("{} {}", change.kind.mark(), self.say(change)));
        let mut lines = vec![self.headline()];
        lines.extend(said);
        lines.extend(self.moved());
        lines
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

    /// `2 new errors, 1 answered, 3 gone`; none where no finding changed.
    pub fn findings_line(&self) -> Option<String> {
        let lang = self.lang;
        let found = |fate: Fate, severity: Option<Severity>| {
            let of = |it: &&Noted| {
                it.fate == fate && severity.is_none_or(|wanted| it.finding.severity == wanted)
            };
            self.review.findings.iter().filter(of).count()
        };
        let fresh = FRESH
            .iter()
            .map(|(severity, one, many)| (found(Fate::New, Some(*severity)), *one, *many));
        let fresh = fresh.map(|(n, one, many)| (n, count(n, one, many, lang)));
        let others = [Fate::Answered, Fate::Gone].map(|fate| {
            let n = found(fate, None);
            let text = Text::new("{0} {1}", "{1}{0}项");
            let said = text.fill(lang, &[&n.to_string(), fate.label().get(lang)]);
            (n, said)
        });
        let parts: Vec<String> = fresh
            .chain(others)
            .filter(|(n, _)| *n > 0)
            .map(|(_, said)| said)
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
