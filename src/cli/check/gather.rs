//! The files that a check looks at.

use std::collections::HashSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::super::file::STDIN;
use crate::store::{OpenError, folder};

/// How much of a file is read to see whether it is a plan.
const HEAD: u64 = 4096;

/// A file that may be a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Candidate {
    /// The file; `-` for the standard input.
    pub path: PathBuf,
    /// Whether the user named it, so that it must be a plan.
    pub named: bool,
}

/// The files that these paths name, each once, folders in the order of names; and what is
/// unreadable. Whether a file found in a folder is a plan shows when it is read.
pub(in crate::cli) fn candidates(paths: &[PathBuf]) -> (Vec<Candidate>, Vec<OpenError>) {
    let mut found: Vec<Candidate> = Vec::new();
    let mut unread = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN || !path.is_dir() {
            found.push(Candidate {
                path: path.clone(),
                named: true,
            });
        } else if let Err(error) = std::fs::read_dir(path) {
            unread.push(OpenError::from_io(path, &error));
        } else {
            found.extend(inside(path).map(|path| Candidate { path, named: false }));
        }
    }
    let mut seen = HashSet::new();
    found.retain(|candidate| seen.insert(candidate.path.clone()));
    (found, unread)
}

/// The TOML files in a folder and the folders inside it, less those that git ignores.
pub(in crate::cli) fn inside(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let walk = WalkBuilder::new(folder)
        .require_git(false)
        .sort_by_file_path(Path::cmp)
        .build();
    walk.filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .map(ignore::DirEntry::into_path)
        .filter(|path| {
            path.extension()
                .is_some_and(|end| end.eq_ignore_ascii_case("toml"))
        })
}

/// Whether the first bytes are those of a plan; a file that cannot be read is told of later.
pub(in crate::cli) fn begins_as_a_plan(path: &Path) -> bool {
    let mut head = Vec::new();
    match std::fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)) {
        Ok(_) => folder::is_plan(&head),
        Err(_) => true,
    }
}
