//! The exercises that come with the program.

use super::exercise::{Exercise, Wrong};

/// The files of an exercise, by their names.
type Files = &'static [(&'static str, &'static str)];

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

fn read(name: &str) -> Result<Exercise, Vec<Wrong>> {
    let files = EMBEDDED.iter().find(|(it, _)| *it == name);
    let files = files.map_or(&[] as Files, |(_, files)| files);
    Exercise::read(name, |wanted| {
        let found = files.iter().find(|(file, _)| *file == wanted);
        found.map(|(_, text)| (*text).to_owned())
    })
}

#[cfg(test)]
mod tests;
