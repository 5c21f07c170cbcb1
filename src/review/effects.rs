//! What the changes of a plan do: to its figures, and to what the checks find.

use std::collections::HashMap;

use super::diff::{Diff, diff_outlines};
use super::outline::Outline;
use crate::checks::{self, Finding, Report, Settings, fingerprint};
use crate::figures::{Figure, Shift, figures, shifts};
use crate::plan::{Document, Path, Plan, Reading, read};
use crate::words::Text;

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

/// A version of a plan, read once for all that a comparison asks of it.
#[derive(Debug)]
pub struct Version<'t> {
    text: &'t str,
    reading: Reading<'t>,
    outline: Outline,
    broken: Option<usize>,
}

impl<'t> Version<'t> {
    /// Reads a text; an empty one is a file that is not there.
    pub fn read(text: &'t str) -> Version<'t> {
        let (reading, document) = (read(text), Document::parse(text));
        Version {
            text,
            outline: Outline::of(&document),
            broken: reading.broken().or(document.broken()),
            reading,
        }
    }

    /// Reads two texts at the same time.
    pub fn both(old: &'t str, new: &'t str) -> (Version<'t>, Version<'t>) {
        rayon::join(|| Version::read(old), || Version::read(new))
    }

    /// What it says, section by section and row by row.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The first byte of a syntax error, if it has one.
    pub fn broken(&self) -> Option<usize> {
        self.broken
    }

    /// Its figures, and what is found in it; a file that is not there has nothing that could be
    /// found.
    fn judged(&self, settings: &Settings) -> (Vec<Figure>, Report) {
        let report = match self.text {
            "" => Report::default(),
            text => checks::check_with(text, &self.reading, settings),
        };
        (figures(&self.reading.plan), report)
    }
}

/// Puts two texts beside each other; the rules run as the settings say.
pub fn review(old: &str, new: &str, settings: &Settings) -> Review {
    let (old, new) = Version::both(old, new);
    compare(&old, &new, settings)
}

/// Puts two versions beside each other; the rules run as the settings say.
pub fn compare(old: &Version<'_>, new: &Version<'_>, settings: &Settings) -> Review {
    let currency = new.reading.plan.frame.currency.as_ref();
    let mut review = Review {
        diff: Diff::default(),
        figures: Vec::new(),
        findings: Vec::new(),
        currency: currency.map_or("", |it| it.value.trim()).to_owned(),
    };
    // What is the same to the byte does the same: there is nothing to compute.
    if old.text == new.text {
        return review;
    }
    review.diff = diff_outlines(&old.outline, &new.outline);
    let (before, after) = rayon::join(|| old.judged(settings), || new.judged(settings));
    review.figures = shifts(&before.0, &after.0, |it| follow(it, &review.diff));
    review.findings = noted((&before.1, old.text), (&after.1, new.text), &review.diff);
    review
}

/// The figures that moved between two plans whose changes are known.
pub fn moved(old: &Plan<'_>, new: &Plan<'_>, diff: &Diff) -> Vec<Shift> {
    shifts(&figures(old), &figures(new), |figure| follow(figure, diff))
}

/// The key that a figure has in the new plan: the names of rows in it are followed.
fn follow(figure: &Figure, diff: &Diff) -> String {
    let key = &figure.key;
    let mut found = Vec::new();
    for rename in &diff.names {
        // A place in a list is a number like another: it counts where the figure is of that row.
        let is_place = rename.old.parse::<usize>().is_ok();
        let subject = figure.subject.as_ref().map(|it| Path::parse(&it.path));
        let row = Path::parse(rename.list).join(&rename.old);
        if is_place && subject.is_none_or(|subject| !subject.starts_with(&row)) {
            continue;
        }
        let part = format!(".{}", rename.old);
        let at = key.find(&part).filter(|at| {
            let rest = key.get(at + part.len()..).unwrap_or_default();
            rest.is_empty() || rest.starts_with('.')
        });
        found.extend(at.map(|at| (at, rename)));
    }
    // From the last to the first, so that the places hold.
    found.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    found.dedup_by_key(|(at, _)| *at);
    let mut key = key.clone();
    for (at, rename) in found {
        let end = at + 1 + rename.old.len();
        key.replace_range(at..end, &format!(".{}", rename.new));
    }
    key
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
