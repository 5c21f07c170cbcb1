//! Two people mark one class: what each decided since they had the same file is kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::classroom::{Marked, Marks};

/// Their marks with what was changed here since `base`; where both changed one thing, ours.
pub(super) fn merged(base: &Marks, mine: &Marks, mut theirs: Marks) -> Marks {
    if mine.exercise != base.exercise {
        theirs.exercise.clone_from(&mine.exercise);
    }
    let none = Marked::default();
    let ids: BTreeSet<&String> = base.students.keys().chain(mine.students.keys()).collect();
    for id in ids {
        let was = base.students.get(id).unwrap_or(&none);
        let is = mine.students.get(id).unwrap_or(&none);
        if was != is {
            student(was, is, theirs.student(id));
        }
    }
    theirs
}

fn student(was: &Marked, is: &Marked, theirs: &mut Marked) {
    let lines = [
        (&was.name, &is.name, &mut theirs.name),
        (&was.file, &is.file, &mut theirs.file),
        (&was.note, &is.note, &mut theirs.note),
    ];
    for (was, is, theirs) in lines {
        if was != is {
            theirs.clone_from(is);
        }
    }
    table(&was.levels, &is.levels, &mut theirs.levels);
    table(&was.comments, &is.comments, &mut theirs.comments);
    table(&was.answers, &is.answers, &mut theirs.answers);
}

fn table<T: Clone + PartialEq>(
    was: &BTreeMap<String, T>,
    is: &BTreeMap<String, T>,
    theirs: &mut BTreeMap<String, T>,
) {
    let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    for key in keys.into_iter().filter(|key| was.get(*key) != is.get(*key)) {
        match is.get(key) {
            Some(value) => theirs.insert(key.clone(), value.clone()),
            None => theirs.remove(key),
        };
    }
}
