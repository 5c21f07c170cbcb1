//! The exercises that come with the program.

use super::exercise::{Exercise, TASK, Wrong, name_in};

/// The files of an exercise, by their names.
pub type Files = &'static [(&'static str, &'static str)];

macro_rules! exercises {
    ($($name:literal)+) => {
        &[$(($name, exercises!(files $name
            "exercise.toml" "start.en.toml" "start.zh.toml" "answer.en.toml" "answer.zh.toml"))),+]
    };
    (files $name:literal $($file:literal)+) => {
        &[$((
            $file,
            include_str!(concat!("../../plans/exercises/", $name, "/", $file)),
        )),+]
    };
}

/// The exercises in the order of the steps that they are about.
const EMBEDDED: &[(&str, Files)] = exercises! {
    "past-the-product"
    "ten-conversations"
    "choose-and-refuse"
    "promise-and-proof"
    "floor-and-ceiling"
    "one-voice"
    "numbers-that-agree"
    "kept-not-caught"
    "worth-of-a-customer"
    "follow-the-thread"
};

/// The names of the exercises that come with the program, in the order of their steps.
pub fn names() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(name, _)| *name)
}

/// The exercise whose name is this or begins with this, if it is the only one.
pub fn exercise(name: &str) -> Option<Exercise> {
    let name = named(name)?;
    read(name).ok()
}

/// The full name of the exercise whose name is this or begins with this, if it is the only one.
pub fn named(name: &str) -> Option<&'static str> {
    let mut near = names().filter(|it| !name.is_empty() && it.starts_with(name));
    let exact = names().find(|it| *it == name);
    exact.or_else(|| near.next().filter(|_| near.next().is_none()))
}

/// Every exercise that comes with the program.
pub fn exercises() -> Vec<Exercise> {
    names().filter_map(|name| read(name).ok()).collect()
}

/// The exercise that a plan says it is of, if it says so and the exercise is known.
///
/// A teacher's folder comes before what the program brings, so that a copy can allow the answer.
/// `file` gives a file by its path from the plan's folder: `exercises/NAME/exercise.toml`. A name
/// that would lead out of there is no name.
pub fn of_plan(text: &str, file: impl Fn(&str) -> Option<String>) -> Option<Exercise> {
    let name = name_in(text)?;
    let name = name.trim();
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    let own = |folder: String| {
        file(&format!("{folder}/{TASK}"))?;
        Exercise::read(name, |wanted| file(&format!("{folder}/{wanted}"))).ok()
    };
    own(format!("exercises/{name}"))
        .or_else(|| own(name.to_owned()))
        .or_else(|| read(name).ok())
}

/// The files of an exercise that comes with the program, by their names, for a copy.
pub fn files(name: &str) -> Files {
    let found = EMBEDDED.iter().find(|(it, _)| *it == name);
    found.map_or(&[], |(_, files)| files)
}

fn read(name: &str) -> Result<Exercise, Vec<Wrong>> {
    Exercise::read(name, |wanted| {
        let found = files(name).iter().find(|(file, _)| *file == wanted);
        found.map(|(_, text)| (*text).to_owned())
    })
}

#[cfg(test)]
mod tests;
