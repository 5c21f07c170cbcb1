//! What the students had handed in before the last feedback.

use std::path::Path;

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

use super::class::{Asked, Loaded};
use crate::classroom::Marks;
use crate::classroom::student::{self, Handed, Matter, handle};
use crate::cli::failure::Failure;
use crate::store::{GitError, Repo};
use crate::words::Lang;

/// The earlier text of each file, from the folder of an earlier round or from a commit; none where
/// there was no such file.
pub(super) fn texts(
    since: &str,
    folder: &Path,
    handed: &[Handed],
    loaded: &Loaded,
    lang: Lang,
) -> Result<Vec<Option<String>>, Failure> {
    let other = Path::new(since);
    if other.is_dir() {
        return of_folder(other, handed, loaded, lang);
    }
    let failed = |error: GitError| Failure::files(error.message(lang)).hint(error.hint(lang));
    // Any file of the class will do to find the repository around it.
    let first = handed.first().map_or("-", |it| it.file.as_str());
    let repo = Repo::find(&folder.join(first)).map_err(failed)?;
    let id = repo.commit(since).map_err(failed)?;
    let text = |it: &Handed| -> Result<Option<String>, GitError> {
        let path = folder.join(&it.file);
        // A repository is asked from the folder of the file, which may be one of its own.
        let own = it
            .file
            .contains('/')
            .then(|| Repo::find(&path))
            .transpose()?;
        match own.as_ref().unwrap_or(&repo).show(&id, &path) {
            Err(GitError::Unreadable(_)) => Ok(None),
            told => told,
        }
    };
    let texts: Result<Vec<_>, _> = handed.par_iter().map(text).collect();
    texts.map_err(failed)
}

/// The texts of an earlier round: of the file of the same name, else of the same student, for
/// platforms give each version a name of its own.
fn of_folder(
    folder: &Path,
    handed: &[Handed],
    loaded: &Loaded,
    lang: Lang,
) -> Result<Vec<Option<String>>, Failure> {
    let files = Asked::of(folder).files(folder, lang)?;
    let (roster, exercise) = (loaded.roster.as_ref(), loaded.exercise.as_ref());
    let class = student::class(files, roster, exercise, &Marks::default(), None);
    let is_last = |it: &&Handed| !it.matters.iter().any(|it| matches!(it, Matter::Earlier(_)));
    let mut of_name: HashMap<String, Vec<&Handed>> = HashMap::new();
    for it in class.handed.iter().filter(is_last) {
        of_name
            .entry(handle(&it.student.name))
            .or_default()
            .push(it);
    }
    let before = |it: &Handed| {
        let same = class.handed.iter().find(|earlier| earlier.file == it.file);
        // Of two people of one name it cannot be told whose the file is.
        let only = || match of_name.get(&handle(&it.student.name)).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        };
        let found = same.or_else(only).filter(|it| !it.text.is_empty());
        found.map(|it| it.text.clone())
    };
    Ok(handed.iter().map(before).collect())
}
