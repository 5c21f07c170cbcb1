//! What the students had handed in before the last feedback.

use std::path::Path;

use rayon::prelude::*;

use crate::classroom::student::Handed;
use crate::cli::failure::Failure;
use crate::store::{self, GitError, Repo};
use crate::words::Lang;

/// The earlier text of each file, from a folder with files of the same names or from a commit;
/// none where there was no such file.
pub(super) fn texts(
    since: &str,
    folder: &Path,
    handed: &[Handed],
    lang: Lang,
) -> Result<Vec<Option<String>>, Failure> {
    let other = Path::new(since);
    if other.is_dir() {
        let text = |it: &Handed| store::text(&other.join(&it.file)).ok();
        return Ok(handed.par_iter().map(text).collect());
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
