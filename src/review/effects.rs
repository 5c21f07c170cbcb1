//! What the changes of a plan do: to its figures, and to what the checks find.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::diff::{Diff, diff};
use crate::checks::{self, Finding, Report, Settings, fingerprint};
use crate::figures::figure::with_unit;
use crate::figures::{Fault, Figure, Outcome, Output, Unit, figures};
use crate::plan::{Path, read};
use crate::words::number::{show_percent, written_percent};
use crate::words::{Lang, Text};

/// Two plans beside each other: what changed, and what that does.
#[derive(Debug, Clone)]
pub struct Review {
    /// What changed.
    pub diff: Diff,
    /// The figures that moved, in the order of the new plan.
    pub figures: Vec<Shift>,
    /// The findings that came, went or were answered, the worst first.
    pub findings: Vec<Noted>,
    /// The currency of the new plan.
    pub currency: String,
}

/// A figure that moved.
#[derive(Debug, Clone)]
pub struct Shift {
    /// The figure, in the new plan where it is there.
    pub figure: Figure,
    /// The result that is told: the one that people ask for first, if it moved.
    pub output: &'static Output,
    /// The result in the old plan.
    pub before: Option<Result<Outcome, Fault>>,
    /// The result in the new plan.
    pub after: Option<Result<Outcome, Fault>>,
}

/// What became of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It is new, or open again.
    New,
    /// It is answered now.
    Answered,
    /// It is gone.
    Gone,
}

impl Fate {
    /// The word in output for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Answered => "answered",
            Fate::Gone => "gone",
        }
    }

    /// The word on screen.
    pub const fn label(self) -> Text {
        match self {
            Fate::New => Text::new("new", "新出现"),
            Fate::Answered => Text::new("answered", "已答复"),
            Fate::Gone => Text::new("gone", "已消除"),
        }
    }
}

/// A finding that is not what it was.
#[derive(Debug, Clone)]
pub struct Noted {
    /// What became of it.
    pub fate: Fate,
    /// The finding, as the plan has it that has it last.
    pub finding: Finding,
}

/// Puts two texts beside each other; the rules run as the settings say.
pub fn review(old: &str, new: &str, settings: &Settings) -> Review {
    let diff = diff(old, new);
    let (before, after) = (read(old), read(new));
    let currency = after.plan.frame.currency.as_ref();
    let currency = currency.map_or("", |it| it.value.trim()).to_owned();
    let figures = shifts(&figures(&before.plan), figures(&after.plan), &diff);
    let reports = (
        checks::check_with(old, &before, settings),
        checks::check_with(new, &after, settings),
    );
    // A file that is not there has nothing that could be found.
    let nothing = Report::default();
    let one = if old.is_empty() { &nothing } else { &reports.0 };
    let other = if new.is_empty() { &nothing } else { &reports.1 };
    let findings = noted((one, old), (other, new), &diff);
    Review {
        diff,
        figures,
        findings,
        currency,
    }
}

fn shifts(before: &[Figure], after: Vec<Figure>, diff: &Diff) -> Vec<Shift> {
    let follow = |figure: &Figure| -> String {
        let mut key = figure.key.clone();
        for rename in &diff.renames {
            let part = format!(".{}", rename.old);
            let found = key.find(&part).filter(|at| {
                let rest = key.get(at + part.len()..).unwrap_or_default();
                rest.is_empty() || rest.starts_with('.')
            });
            if let Some(at) = found {
                key.replace_range(at..at + part.len(), &format!(".{}", rename.new));
            }
        }
        key
    };
    let old: HashMap<String, &Figure> = before.iter().map(|it| (follow(it), it)).collect();
    let keys: HashSet<String> = after.iter().map(|it| it.key.clone()).collect();
    let get = |figure: &Figure, output: &Output| {
        let results = figure.results.as_ref().ok()?;
        results.get(output.name).cloned()
    };
    let mut out = Vec::new();
    for figure in after {
        let was = old.get(&figure.key);
        let first = figure.headline().map(|(output, _)| output);
        let first = first.or_else(|| was.and_then(|was| was.headline()).map(|it| it.0));
        let outputs = first.into_iter().chain(figure.formula.outputs);
        let moved = outputs
            .map(|output| {
                let before = was.and_then(|was| get(was, output));
                (output, before, get(&figure, output))
            })
            .find(|(_, before, after)| before != after);
        if let Some((output, before, after)) = moved {
            out.push(Shift {
                figure,
                output,
                before,
                after,
            });
        }
    }
    let gone = before
        .iter()
        .filter(|figure| !keys.contains(&follow(figure)));
    for figure in gone {
        if let Some((output, outcome)) = figure.headline() {
            out.push(Shift {
                figure: figure.clone(),
                output,
                before: Some(outcome.clone()),
                after: None,
            });
        }
    }
    out
}

impl Shift {
    /// What moved, without its numbers.
    pub fn title(&self, lang: Lang) -> String {
        let title = self.figure.title(lang);
        let headline = self.figure.headline().map(|(output, _)| output.name);
        if headline.is_none_or(|name| name == self.output.name) {
            return title;
        }
        let text = Text::new("{0}, {1}", "{0}，{1}");
        text.fill(lang, &[&title, self.output.label.get(lang)])
    }

    /// The whole of it: `Break-even · Breakfast box: 36,226 → 31,373 (-13.4 %)`.
    pub fn say(&self, currency: &str, lang: Lang) -> String {
        let text = Text::new("{0}: {1}", "{0}：{1}");
        text.fill(lang, &[self.title(lang), self.numbers(currency, lang)])
    }

    /// The numbers: `36,226 → 31,373 (-13.4 %)`.
    pub fn numbers(&self, currency: &str, lang: Lang) -> String {
        let shown = |outcome: Option<&Result<Outcome, Fault>>| match outcome {
            Some(Ok(Outcome::One(value))) => with_unit(*value, self.output.unit, currency, lang),
            Some(Ok(outcome)) => outcome.shown(self.output.unit, currency, lang),
            Some(Err(_)) => Text::new("no result", "无结果").get(lang).to_owned(),
            None => "–".to_owned(),
        };
        let shown = [shown(self.before.as_ref()), shown(self.after.as_ref())];
        let line = Text::new("{0} → {1}", "{0} → {1}").fill(lang, &shown);
        match self.by(lang) {
            Some(by) => Text::new("{0} ({1})", "{0}（{1}）").fill(lang, &[line, by]),
            None => line,
        }
    }

    fn by(&self, lang: Lang) -> Option<String> {
        let number = |outcome: &Option<Result<Outcome, Fault>>| match outcome {
            Some(Ok(Outcome::One(value))) => Some(*value),
            _ => None,
        };
        let (before, after) = (number(&self.before)?, number(&self.after)?);
        moved_by(before, after, self.output.unit == Unit::Rate, lang)
    }
}

/// How far a number moved: a rate in points, anything else as a part of itself.
pub fn moved_by(before: Decimal, after: Decimal, rate: bool, lang: Lang) -> Option<String> {
    let change = after.checked_sub(before)?;
    let sign = if change.is_sign_negative() { "" } else { "+" };
    if rate {
        let points = change.checked_mul(Decimal::ONE_HUNDRED)?;
        let points = crate::words::number::show(points.round_dp(2));
        let text = Text::new("{0} points", "{0}个百分点");
        return Some(text.fill(lang, &[format!("{sign}{points}")]));
    }
    let part = change.checked_div(before.abs())?.round_dp(3);
    let shown = show_percent(part);
    Some(format!("{sign}{}", written_percent(&shown, lang)))
}

/// Findings are the same by their fingerprint, or else by rule and place: a sentence that was
/// reworded and still has its gap has no new one.
fn noted(old: (&Report, &str), new: (&Report, &str), diff: &Diff) -> Vec<Noted> {
    let print = |finding: &Finding, text: &str| fingerprint(finding, "", text);
    let mut left: HashMap<String, Vec<&Finding>> = HashMap::new();
    let was: Vec<Finding> = (old.0.findings.iter())
        .map(|finding| {
            let mut finding = finding.clone();
            finding.path = diff.follow(&finding.path).into_owned();
            finding
        })
        .collect();
    for finding in &was {
        left.entry(print(finding, old.1)).or_default().push(finding);
    }
    let mut paired: Vec<(Option<&Finding>, &Finding)> = Vec::new();
    let mut rest = Vec::new();
    for finding in &new.0.findings {
        match left.get_mut(&print(finding, new.1)).and_then(Vec::pop) {
            Some(before) => paired.push((Some(before), finding)),
            None => rest.push(finding),
        }
    }
    let mut places: HashMap<(&str, &str), Vec<&Finding>> = HashMap::new();
    for finding in left.into_values().flatten() {
        let place = (finding.rule.name, finding.path.as_str());
        places.entry(place).or_default().push(finding);
    }
    for finding in rest {
        let place = (finding.rule.name, finding.path.as_str());
        let before = places.get_mut(&place).and_then(Vec::pop);
        paired.push((before, finding));
    }
    let mut out = Vec::new();
    let mut note = |fate, finding: &Finding| {
        out.push(Noted {
            fate,
            finding: finding.clone(),
        });
    };
    for (before, finding) in paired {
        let was_open = before.is_some_and(|it| it.answered.is_none());
        match (was_open, finding.answered.is_some()) {
            (true, true) => note(Fate::Answered, finding),
            (false, false) => note(Fate::New, finding),
            _ => {}
        }
    }
    for finding in places.into_values().flatten() {
        if finding.answered.is_none() {
            note(Fate::Gone, finding);
        }
    }
    out.sort_by(|a, b| {
        let order = |it: &Noted| (it.fate as u8, it.finding.severity, it.finding.span.start);
        order(a)
            .cmp(&order(b))
            .then_with(|| a.finding.rule.code.cmp(b.finding.rule.code))
            .then_with(|| Path::parse(&a.finding.path).cmp(&Path::parse(&b.finding.path)))
    });
    out
}
