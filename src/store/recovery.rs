//! Unsaved text, kept through a crash.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::disk;
use super::error::SaveError;
use super::folders::Folders;
use super::lock::held_elsewhere;
use super::slot::Slot;
use super::stamp::Stamp;

/// Text that was typed and never saved.
///
/// It is offered, never applied silently: the author sees what differs and chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// The plan on disk, with links followed; none for an untitled plan.
    pub plan: Option<PathBuf>,
    /// The content of the plan that the text was made from; none if it was never saved.
    pub base: Option<Stamp>,
    /// When it was kept.
    pub time: Timestamp,
    /// The process that kept it.
    pub pid: u32,
    /// All of the text.
    pub text: String,
    file: PathBuf,
}

/// The first line of a recovery file; the text follows as it is.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    recovery: u8,
    plan: Option<String>,
    base: Option<String>,
    time: String,
    pid: u32,
}

impl Recovery {
    /// Keeps the unsaved text of a plan, in place of what was kept before.
    ///
    /// `base` is the stamp of the file that the text was made from.
    pub fn keep(
        folders: &Folders,
        slot: &Slot,
        base: Option<&Stamp>,
        text: &str,
    ) -> Result<(), SaveError> {
        let file = place(folders, slot.key());
        let header = Header {
            recovery: 1,
            plan: slot.plan().map(|plan| plan.to_string_lossy().into_owned()),
            base: base.map(Stamp::to_string),
            time: Timestamp::now().to_string(),
            pid: std::process::id(),
        };
        let mut bytes = serde_json::to_vec(&header)
            .map_err(|error| SaveError::from_io(&file, &error.into()))?;
        bytes.push(b'\n');
        bytes.extend_from_slice(text.as_bytes());
        disk::write_private(&file, &bytes).map_err(|error| SaveError::from_io(&file, &error))
    }

    /// Forgets what was kept for a plan: after a save, and when it is closed.
    pub fn clear(folders: &Folders, slot: &Slot) {
        drop(fs::remove_file(place(folders, slot.key())));
    }

    /// The newest unsaved text of this plan that no living session is still writing.
    ///
    /// What says the same as the file on disk is worth nothing and goes silently.
    pub fn find(folders: &Folders, path: &Path) -> Option<Recovery> {
        let slot = Slot::of(path);
        let saved = disk::read(slot.plan()?, super::open::LIMIT).ok();
        let (worthless, found) = all(folders, slot.base())
            .into_iter()
            .partition::<Vec<_>, _>(|kept| saved.as_deref() == Some(kept.text.as_bytes()));
        worthless.iter().for_each(Recovery::discard);
        found.into_iter().max_by_key(|kept| kept.time)
    }

    /// The unsaved texts of untitled plans whose sessions are gone, newest first.
    pub fn untitled(folders: &Folders) -> Vec<Recovery> {
        let mut found = all(folders, Slot::base_of_untitled());
        found.sort_by_key(|kept| std::cmp::Reverse(kept.time));
        found
    }

    /// Forgets this text: once the author has taken it up or turned it down.
    pub fn discard(&self) {
        drop(fs::remove_file(&self.file));
    }

    fn read(file: PathBuf) -> Option<Recovery> {
        let text = String::from_utf8(disk::read(&file, u64::MAX).ok()?).ok()?;
        let (header, text) = text.split_once('\n')?;
        let header: Header = serde_json::from_str(header).ok()?;
        Some(Recovery {
            plan: header.plan.map(PathBuf::from),
            base: header.base.and_then(|base| base.parse().ok()),
            time: header.time.parse().ok()?,
            pid: header.pid,
            text: text.to_owned(),
            file,
        })
    }
}

fn place(folders: &Folders, key: &str) -> PathBuf {
    folders.recovery().join(format!("{key}.recovery"))
}

/// Everything kept under this base key by sessions that are gone, or by this one.
///
/// A file that cannot be read as a recovery stays where it is.
fn all(folders: &Folders, base: &str) -> Vec<Recovery> {
    let Ok(files) = fs::read_dir(folders.recovery()) else {
        return Vec::new();
    };
    files
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            let key = name.strip_suffix(".recovery")?;
            let ours = key.split('-').next() == Some(base);
            (ours && !held_elsewhere(folders, key)).then(|| place(folders, key))
        })
        .filter_map(Recovery::read)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_recovery_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::inside(home.path());
        let slot = Slot::untitled();
        for junk in ["", "{}", "{}\ntext", "不是\n", "{\"recovery\":1}\n"] {
            disk::write_private(&place(&folders, slot.key()), junk.as_bytes()).unwrap();
            assert!(Recovery::untitled(&folders).is_empty(), "{junk}");
            assert!(place(&folders, slot.key()).exists());
        }
    }
}
