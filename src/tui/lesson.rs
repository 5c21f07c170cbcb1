//! The exercise that an open plan is of: what is locked in it, and which hints have unfolded.

use std::collections::BTreeSet;
use std::path::Path as FilePath;

use crate::checks::{Finding, Rule};
use crate::classroom::{self, Exercise, Hint};
use crate::plan::Edit;
use crate::store;
use crate::words::Lang;

/// An exercise that is being done.
#[derive(Debug)]
pub struct Lesson {
    /// The exercise.
    pub exercise: Exercise,
    /// The hints that have unfolded, by their place in the exercise.
    unfolded: BTreeSet<usize>,
}

impl Lesson {
    /// The lesson of a plan, if its text says that it is of an exercise.
    pub fn of(text: &str, plan: &FilePath) -> Option<Lesson> {
        let folder = plan.parent().unwrap_or(FilePath::new(""));
        let file = |file: &str| store::text(&folder.join(file)).ok();
        let exercise = classroom::of_plan(text, file)?;
        Some(Lesson {
            exercise,
            unfolded: BTreeSet::new(),
        })
    }

    /// Why an edit is refused: it would change a locked part that nobody has changed yet.
    pub fn refusal(&self, text: &str, edit: &Edit, lang: Lang) -> Option<String> {
        self.exercise.refusal(text, &edit.applied(text), lang)
    }

    /// Unfolds the next hint: for a rule that has found something here, otherwise for the whole.
    pub fn unfold(&mut self, here: &[&Finding]) -> bool {
        let wanted = |hint: &Hint| match hint.rule {
            Some(rule) => here.iter().any(|it| it.rule.code == rule.code),
            None => false,
        };
        let hints = || self.exercise.hints.iter().enumerate();
        let folded = |at: &usize| !self.unfolded.contains(at);
        let for_here = hints().find(|(at, hint)| folded(at) && wanted(hint));
        let for_all = || hints().find(|(at, hint)| folded(at) && hint.rule.is_none());
        let next = for_here.or_else(for_all).map(|(at, _)| at);
        next.is_some_and(|at| self.unfolded.insert(at))
    }

    /// The hints for a rule that have unfolded; none for a rule stands for the whole exercise.
    pub fn hints(&self, rule: Option<&Rule>) -> impl Iterator<Item = &Hint> {
        let code = rule.map(|it| it.code);
        let about = move |hint: &Hint| hint.rule.map(|it| it.code) == code;
        let open = self.unfolded.iter();
        let open = open.filter_map(|at| self.exercise.hints.get(*at));
        open.filter(move |hint| about(hint))
    }

    /// How many hints for a rule there are beside those that have unfolded.
    pub fn folded(&self, rule: &Rule) -> usize {
        let all = self.exercise.hints_for(rule).count();
        all.saturating_sub(self.hints(Some(rule)).count())
    }
}
