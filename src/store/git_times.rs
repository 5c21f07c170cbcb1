//! When files were last committed: in a checkout the disk only tells when it was made.

use std::ffi::OsString;
use std::path::PathBuf;

use foldhash::{HashMap, HashMapExt};
use jiff::Timestamp;

use super::git::{GitError, Repo, path_of};

impl Repo {
    /// The times of the last commits of the files in the repository's folder and below, by their
    /// paths from there. Files that differ from their last commit are left out.
    ///
    /// # Errors
    /// When there is no commit yet, or `git` does not answer.
    pub fn times(&self) -> Result<HashMap<PathBuf, Timestamp>, GitError> {
        let log = [
            "log",
            "-z",
            "--format=%x1e%ct",
            "--name-only",
            "--no-renames",
            "--no-show-signature",
            "--no-color",
            "--no-ext-diff",
            "--relative",
            "--",
            ".",
        ];
        let mut times = HashMap::new();
        let mut now = None;
        let out = self.answer(log.map(OsString::from).to_vec())?;
        for record in out.split(|byte| *byte == 0) {
            if let Some(second) = record.strip_prefix(b"\x1e") {
                let second = String::from_utf8_lossy(second).trim().parse().ok();
                now = second.and_then(|it| Timestamp::from_second(it).ok());
                continue;
            }
            let name = record.strip_prefix(b"\n").unwrap_or(record);
            if let Some(now) = now.filter(|_| !name.is_empty()) {
                // The newest commit comes first.
                times.entry(path_of(name)).or_insert(now);
            }
        }
        let changed = [
            "diff",
            "-z",
            "--name-only",
            "--no-ext-diff",
            "--relative",
            "HEAD",
            "--",
            ".",
        ];
        let out = self.answer(changed.map(OsString::from).to_vec())?;
        for name in out.split(|byte| *byte == 0) {
            times.remove(&path_of(name));
        }
        Ok(times)
    }
}
