//! What came back from a round: the reviews of each plan, and who has done how many.

use super::form::{self, Review};
use super::round::Round;
use crate::classroom::Fault;

/// What became of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Every criterion has a level.
    Done(Review),
    /// Something stands in it.
    Begun(Review),
    /// It is as it was given out, or not there.
    Missing,
    /// It cannot be used as it is.
    Broken(Vec<Fault>),
}

/// A form of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its path in the folder of the round.
    pub path: String,
    /// Whose it is to fill in, by place.
    pub by: usize,
    /// Whose plan it is about, by place.
    pub about: usize,
    /// What became of it.
    pub state: State,
}

/// What came back from a round.
#[derive(Debug, Clone, Default)]
pub struct Collected {
    /// All forms, in the order of the reviewers.
    pub forms: Vec<Form>,
}

/// What reviewers say of one criterion of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// The criterion.
    pub code: String,
    /// The levels, the highest first, as places in [`Round::levels`].
    pub levels: Vec<usize>,
    /// The level in the middle; of two in the middle the lower, so that no praise is rounded up.
    pub median: Option<usize>,
    /// Whether reviewers are more than one level apart.
    pub is_apart: bool,
}

/// Where a form lies in the folder of its round.
pub fn path(reviewer: &str, plan: &str) -> String {
    format!("reviewers/{reviewer}/{plan}.review.toml")
}

/// Collects a round; `file` gives the text of a form by its path, or nothing.
pub fn collect(round: &Round, file: impl Fn(&str) -> Option<String>) -> Collected {
    let mut forms = Vec::new();
    for (by, author) in round.authors.iter().enumerate() {
        for plan in &author.reviews {
            let Some(about) = round.of_plan(plan) else {
                continue;
            };
            let path = path(&author.reviewer, plan);
            let state = match file(&path).map(|text| form::read(&text, round)) {
                None => State::Missing,
                Some(Err(faults)) => State::Broken(faults),
                Some(Ok(review)) if review.is_empty() => State::Missing,
                Some(Ok(review)) if review.is_done(round) => State::Done(review),
                Some(Ok(review)) => State::Begun(review),
            };
            forms.push(Form {
                path,
                by,
                about,
                state,
            });
        }
    }
    Collected { forms }
}

impl Form {
    /// What was said, where it can be read.
    pub fn review(&self) -> Option<&Review> {
        match &self.state {
            State::Done(review) | State::Begun(review) => Some(review),
            State::Missing | State::Broken(_) => None,
        }
    }
}

impl Collected {
    /// The reviews of an author's plan.
    ///
    /// They come in the order of the codes of reviewers, which tells nothing.
    pub fn about(&self, author: usize, round: &Round) -> Vec<&Review> {
        let code = |form: &&Form| round.authors.get(form.by).map(|it| it.reviewer.as_str());
        let mut forms: Vec<&Form> = self.forms.iter().filter(|it| it.about == author).collect();
        forms.sort_by_key(code);
        forms.into_iter().filter_map(Form::review).collect()
    }

    /// How many reviews somebody has done, and of how many.
    pub fn done(&self, author: usize) -> (usize, usize) {
        let mine = self.forms.iter().filter(|it| it.by == author);
        let done = mine.clone().filter(|it| matches!(it.state, State::Done(_)));
        (done.count(), mine.count())
    }

    /// What reviewers say of each criterion of an author's plan.
    pub fn of(&self, author: usize, round: &Round) -> Vec<Of> {
        let reviews = self.about(author, round);
        let of = |code: &String| {
            let mut levels: Vec<usize> = reviews
                .iter()
                .filter_map(|it| it.levels.get(code).copied())
                .collect();
            levels.sort_unstable();
            let apart = levels
                .first()
                .zip(levels.last())
                .map_or(0, |(high, low)| low - high);
            Of {
                code: code.clone(),
                median: levels.get(levels.len() / 2).copied(),
                is_apart: apart > 1,
                levels,
            }
        };
        round.criteria.iter().map(of).collect()
    }
}
