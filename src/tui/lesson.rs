//! The exercise that an open plan is of: what is locked in it, and which hints have unfolded.

use std::collections::BTreeSet;
use std::path::{Path as FilePath, PathBuf};

use crate::checks::progress::Next;
use crate::checks::{Finding, Report, Rule};
use crate::classroom::{self, Exercise, Hint};
use crate::plan::{Document, Edit, Path, Scalar};
use crate::store::{self, Folders, SaveError};
use crate::tui::findings::is_settled;
use crate::words::{Lang, Text};

/// An exercise that is being done.
#[derive(Debug)]
pub struct Lesson {
    /// The exercise.
    pub exercise: Exercise,
    /// The hints that have unfolded, by their place in the exercise.
    unfolded: BTreeSet<usize>,
    /// The file that keeps them; none where the system knows no folder for it.
    kept: Option<PathBuf>,
}

impl Lesson {
    /// The lesson of a plan, if its text says that it is of an exercise.
    ///
    /// Hints that unfolded earlier are there again: who has seen one cannot unsee it.
    pub fn of(text: &str, plan: &FilePath, folders: Option<&Folders>) -> Option<Lesson> {
        let folder = plan.parent().unwrap_or(FilePath::new(""));
        let file = |file: &str| store::text(&folder.join(file)).ok();
        let exercise = classroom::of_plan(text, file)?;
        let kept = folders.map(|it| it.hints(plan));
        // What cannot be read, or was kept for another exercise, begins anew: hints are no work.
        let text = kept.as_deref().and_then(|path| store::text(path).ok());
        let unfolded = text.map_or_else(BTreeSet::new, |text| unfolded(&text, &exercise));
        Some(Lesson {
            exercise,
            unfolded,
            kept,
        })
    }

    /// Keeps which hints have unfolded.
    ///
    /// # Errors
    /// When the state folder cannot be written; the hint is shown all the same.
    pub fn keep(&self) -> Result<(), SaveError> {
        let Some(path) = &self.kept else {
            return Ok(());
        };
        let numbers: Vec<String> = self
            .unfolded
            .iter()
            .map(|at| (at + 1).to_string())
            .collect();
        let text = format!(
            "exercise = \"{}\"\nunfolded = [{}]\n",
            self.exercise.name,
            numbers.join(", ")
        );
        store::overwrite(path, text.as_bytes()).map(drop)
    }

    /// Goes on in a plan that was saved under another name.
    pub fn moved(&mut self, plan: &FilePath, folders: Option<&Folders>) {
        self.kept = folders.map(|it| it.hints(plan));
    }

    /// Whether a place of the plan lies in a part that must stay as it was given.
    pub fn is_locked(&self, path: &Path) -> bool {
        self.exercise.lock_of(path).is_some() || *path == Path::parse(classroom::exercise::FIELD)
    }

    /// The locked parts that a text has changed, in words; none where all are as they were given.
    pub fn changed(&self, text: &str, lang: Lang) -> Option<String> {
        let changed = self.exercise.changed(text);
        let named: Vec<String> = changed
            .iter()
            .map(|it| format!("“{}”", classroom::named(it, lang)))
            .collect();
        let between = Text::new(", ", "、").get(lang);
        (!named.is_empty()).then(|| named.join(between))
    }

    /// Why an edit is refused: it would change a locked part that nobody has changed yet.
    pub fn refusal(&self, text: &str, edit: &Edit, lang: Lang) -> Option<String> {
        self.exercise.refusal(text, &edit.applied(text), lang)
    }

    /// What to do next: look at what a rule of the exercise found; then repair what else is wrong.
    pub fn next(&self, report: &Report, plan: Option<Next>) -> Option<Next> {
        let open = |rule: &&Rule| {
            let mut findings = report.findings.iter();
            let found = findings.find(|it| it.rule.code == rule.code && !is_settled(it))?;
            Some(Next::Repair(found.path.clone(), found.rule.title))
        };
        let rules = self.exercise.rules.iter();
        let taught = rules.copied().find_map(|rule| open(&rule));
        taught.or_else(|| plan.filter(|it| matches!(it, Next::Repair(..))))
    }

    /// Unfolds the next hint: for a rule that has found something here, otherwise for the whole.
    pub fn unfold(&mut self, here: &[&Finding]) -> Option<&Hint> {
        let wanted = |hint: &Hint| match hint.rule {
            Some(rule) => here.iter().any(|it| it.rule.code == rule.code),
            None => false,
        };
        let hints = || self.exercise.hints.iter().enumerate();
        let folded = |at: &usize| !self.unfolded.contains(at);
        let for_here = hints().find(|(at, hint)| folded(at) && wanted(hint));
        let for_all = || hints().find(|(at, hint)| folded(at) && hint.rule.is_none());
        let next = for_here.or_else(for_all).map(|(at, _)| at);
        let next = next?;
        self.unfolded.insert(next);
        self.exercise.hints.get(next)
    }

    /// The hints for a rule that have unfolded; none for a rule stands for the whole exercise.
    pub fn hints(&self, rule: Option<&Rule>) -> impl Iterator<Item = &Hint> {
        let code = rule.map(|it| it.code);
        let about = move |hint: &Hint| hint.rule.map(|it| it.code) == code;
        let open = self.unfolded.iter();
        let open = open.filter_map(|at| self.exercise.hints.get(*at));
        open.filter(move |hint| about(hint))
    }

    /// How many hints for a rule there are beside those that have unfolded; none for a rule stands
    /// for the whole exercise.
    pub fn folded(&self, rule: Option<&Rule>) -> usize {
        let code = rule.map(|it| it.code);
        let hints = self.exercise.hints.iter();
        let all = hints.filter(|it| it.rule.map(|it| it.code) == code).count();
        all.saturating_sub(self.hints(rule).count())
    }
}

/// The hints that a file says have unfolded, as places in the exercise.
fn unfolded(text: &str, exercise: &Exercise) -> BTreeSet<usize> {
    let document = Document::parse(text);
    let name = document.value("exercise").map(|it| it.plain());
    let Some(Scalar::List(numbers)) = document.value("unfolded") else {
        return BTreeSet::new();
    };
    let numbers = numbers
        .iter()
        .filter_map(|it| it.plain().parse::<usize>().ok());
    let places = numbers.filter_map(|it| it.checked_sub(1));
    places
        .filter(|at| name.as_deref() == Some(&exercise.name) && *at < exercise.hints.len())
        .collect()
}
