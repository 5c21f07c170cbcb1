//! Finding the file of a project.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::store::folder;

/// What the file is called.
pub const NAME: &str = "farsight.toml";

/// The nearest `farsight.toml` in a folder or above it.
///
/// The search ends at the root of the repository, so that a file that somebody left in a home
/// folder does not rule over every project in it.
pub fn find(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    for folder in folder.ancestors() {
        let file = folder.join(NAME);
        if file.is_file() && !is_a_plan(&file) {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

/// Whether the file is a plan that happens to have this name.
fn is_a_plan(file: &Path) -> bool {
    let mut head = Vec::new();
    let read = std::fs::File::open(file).and_then(|file| file.take(4096).read_to_end(&mut head));
    read.is_ok() && folder::is_plan(&head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_nearest_counts_up_to_the_root_of_the_repository() {
        let outside = tempfile::tempdir().unwrap();
        let root = outside.path().join("仓库");
        let deep = root.join("plans/2027");
        fs::create_dir_all(&deep).unwrap();
        fs::create_dir_all(root.join(".git")).unwrap();
        fs::write(outside.path().join(NAME), "").unwrap();
        assert_eq!(find(&deep), None);
        fs::write(root.join(NAME), "profile = 'draft'\n").unwrap();
        assert_eq!(find(&deep), Some(root.join(NAME)));
        fs::write(deep.join(NAME), "farsight = 1\n").unwrap();
        assert_eq!(find(&deep), Some(root.join(NAME)));
        fs::write(root.join("plans").join(NAME), "").unwrap();
        assert_eq!(find(&deep), Some(root.join("plans").join(NAME)));
    }
}
