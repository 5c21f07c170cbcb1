//! The plans that paths and folders name.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::super::file::STDIN;
use crate::store::{OpenError, folder};

/// The plans that these paths name, each once, folders in the order of names; and what is unreadable.
pub(super) fn gather(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<OpenError>) {
    let mut plans: Vec<PathBuf> = Vec::new();
    let mut unread = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN || !path.is_dir() {
            plans.push(path.clone());
            continue;
        }
        if let Err(error) = std::fs::read_dir(path) {
            unread.push(OpenError::from_io(path, &error));
            continue;
        }
        let walk = WalkBuilder::new(path)
            .require_git(false)
            .sort_by_file_path(Path::cmp)
            .build();
        let found = walk
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
            .map(ignore::DirEntry::into_path)
            .filter(|path| {
                path.extension()
                    .is_some_and(|end| end.eq_ignore_ascii_case("toml"))
            });
        plans.extend(found.filter(|path| looks_like_a_plan(path)));
    }
    let mut seen = std::collections::HashSet::new();
    plans.retain(|path| seen.insert(path.clone()));
    (plans, unread)
}

/// Whether the first bytes are those of a plan; a file that cannot be read is told of later.
fn looks_like_a_plan(path: &Path) -> bool {
    use std::io::Read;
    let mut head = Vec::new();
    match std::fs::File::open(path).and_then(|file| file.take(4096).read_to_end(&mut head)) {
        Ok(_) => folder::is_plan(&head),
        Err(_) => true,
    }
}
