//! Deleting a plan so that it can be undone.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf, absolute};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::disk;
use super::error::SaveError;
use super::folders::Folders;
use super::names;

/// A plan in the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trashed {
    /// Where it was, and where it goes back to.
    pub original: PathBuf,
    /// When it was deleted.
    pub time: Timestamp,
    /// Where it is now: under its own name, so that it can be opened and read.
    pub file: PathBuf,
}

/// What lies beside a plan in the trash.
#[derive(Debug, Serialize, Deserialize)]
struct Ticket {
    original: String,
    time: String,
}

const TICKET: &str = ".ticket.json";

/// Moves a plan to the trash; a link goes there itself, not what it points to.
///
/// Each plan lies in a folder of its own there, so names and times stay as they are.
pub fn delete(folders: &Folders, path: &Path) -> Result<Trashed, SaveError> {
    let refuse = |error| match io::Error::kind(&error) {
        ErrorKind::NotFound => SaveError::DeletedOutside(path.to_path_buf()),
        _ => SaveError::from_io(path, &error),
    };
    let original = absolute(path).map_err(refuse)?;
    let metadata = fs::symlink_metadata(&original).map_err(refuse)?;
    let (true, Some(name)) = (!metadata.is_dir(), original.file_name()) else {
        return Err(SaveError::NotAFile(path.to_path_buf()));
    };
    let time = Timestamp::now();
    let ticket = Ticket {
        original: original.to_string_lossy().into_owned(),
        time: time.to_string(),
    };
    let trash = folders.trash();
    let kept = new_folder(&trash, time).map_err(|error| SaveError::from_io(&trash, &error))?;
    let file = kept.join(name);
    serde_json::to_vec(&ticket)
        .map_err(io::Error::from)
        .and_then(|ticket| disk::write_private(&kept.join(TICKET), &ticket))
        .and_then(|()| disk::carry(&original, &file))
        .map_err(|error| {
            forget(&kept);
            refuse(error)
        })?;
    Ok(Trashed {
        original,
        time,
        file,
    })
}

/// The plans in the trash, the last deleted first.
pub fn list(folders: &Folders) -> Vec<Trashed> {
    let Ok(kept) = fs::read_dir(folders.trash()) else {
        return Vec::new();
    };
    let mut found: Vec<Trashed> = kept
        .filter_map(|folder| read(&folder.ok()?.path()))
        .collect();
    found.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| b.file.cmp(&a.file)));
    found
}

/// Puts a plan back where it was and returns its path.
///
/// If another file has taken the place, it comes back beside it under a numbered
/// name; a missing folder is created.
pub fn restore(trashed: &Trashed) -> Result<PathBuf, SaveError> {
    let refuse = |error| SaveError::from_io(&trashed.original, &error);
    let folder = disk::parent(&trashed.original);
    fs::create_dir_all(folder).map_err(refuse)?;
    let place = names::claim(&trashed.original).map_err(refuse)?;
    disk::carry(&trashed.file, &place).map_err(|error| {
        drop(fs::remove_file(&place)); // the empty file that kept the place
        match error.kind() {
            ErrorKind::NotFound => SaveError::DeletedOutside(trashed.file.clone()),
            _ => refuse(error),
        }
    })?;
    forget(disk::parent(&trashed.file));
    Ok(place)
}

fn read(folder: &Path) -> Option<Trashed> {
    let ticket = disk::read(&folder.join(TICKET), 64 * 1024).ok()?;
    let ticket: Ticket = serde_json::from_slice(&ticket).ok()?;
    let file = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.file_name() != Some(TICKET.as_ref()))?;
    Some(Trashed {
        original: PathBuf::from(ticket.original),
        time: ticket.time.parse().ok()?,
        file,
    })
}

/// A new, empty folder in the trash: its name begins with the time and is nobody else's.
fn new_folder(trash: &Path, time: Timestamp) -> io::Result<PathBuf> {
    disk::private_folder(trash)?;
    let prefix = format!("{:013}-", time.as_millisecond());
    let kept = tempfile::Builder::new().prefix(&prefix).tempdir_in(trash)?;
    Ok(kept.keep())
}

/// Removes the ticket and its folder, and nothing else that may be there.
fn forget(kept: &Path) {
    drop(fs::remove_file(kept.join(TICKET)));
    drop(fs::remove_dir(kept));
}
