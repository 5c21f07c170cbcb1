//! Noticing that the same plan is open twice.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::age::ago;
use super::disk;
use super::error::{SaveError, shown};
use super::folders::Folders;
use super::slot::Slot;
use crate::words::{Lang, Text};

/// Whether a plan is open here alone.
///
/// A lock never forbids: opening goes on, with a notice. What protects the plan is
/// that a [save](super::save()) looks at the file first.
#[derive(Debug)]
pub enum Lock {
    /// Nobody else has it open; it stays ours until this is dropped.
    Mine(Held),
    /// Another session has it open; who, where that can be read.
    Other(Option<Holder>),
    /// It cannot be known: the state folder cannot be written, or knows no locks.
    Unknown(SaveError),
}

/// A session that has a plan open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The process.
    pub pid: u32,
    /// The computer, because a state folder may be shared over a network; may be empty.
    pub host: String,
    /// Since when, as RFC 3339.
    since: String,
}

/// A lock that is ours; dropping it lets go.
///
/// The system lets go as well when the process dies, however it dies, so a lock
/// is never stale. The empty lock file stays behind: removing a file that another
/// process is about to lock would let both have it.
#[derive(Debug)]
pub struct Held {
    file: File,
    lock: PathBuf,
    holder: PathBuf,
    passing: bool,
}

impl Lock {
    /// Takes the lock of a plan, or tells who has it.
    pub fn take(folders: &Folders, slot: &Slot) -> Lock {
        let [lock, holder] = paths(folders, slot.key());
        let taken = disk::private_folder(&folders.locks()).and_then(|()| try_lock(&lock));
        match taken {
            Ok(Some(file)) => {
                // Who we are is a courtesy to others; without it the lock holds all the same.
                drop(
                    serde_json::to_vec(&Holder::here()).map(|me| disk::write_private(&holder, &me)),
                );
                Lock::Mine(Held {
                    file,
                    lock,
                    holder,
                    passing: slot.passing(),
                })
            }
            Ok(None) => Lock::Other(read_holder(&holder)),
            Err(error) => Lock::Unknown(SaveError::from_io(&lock, &error)),
        }
    }

    /// The sentence for the author when another session has the plan open.
    pub fn notice(&self, lang: Lang) -> Option<String> {
        let Lock::Other(holder) = self else {
            return None;
        };
        let Some(holder) = holder else {
            return Some(ANONYMOUS.get(lang).to_owned());
        };
        let since = holder.since().unwrap_or_else(Timestamp::now);
        let since = ago(since, Timestamp::now(), lang);
        let host = shown(Path::new(&holder.host));
        let notice = if holder.host == host_name() {
            HERE
        } else {
            THERE
        };
        Some(notice.fill(lang, &[holder.pid.to_string(), since, host]))
    }
}

const ANONYMOUS: Text = Text::new(
    "This plan is open in another farsight as well.",
    "这份计划也在另一个 farsight 中打开着。",
);
const HERE: Text = Text::new(
    "This plan is open in another farsight as well (process {0}, opened {1}). Save in one of them only.",
    "这份计划也在另一个 farsight 中打开着（进程 {0}，{1}打开）。请只在其中一处保存。",
);
const THERE: Text = Text::new(
    "This plan is open in another farsight as well (process {0} on {2}, opened {1}). Save in one of them only.",
    "这份计划也在另一台电脑 {2} 的 farsight 中打开着（进程 {0}，{1}打开）。请只在其中一处保存。",
);

impl Holder {
    fn here() -> Holder {
        Holder {
            pid: std::process::id(),
            host: host_name(),
            since: Timestamp::now().to_string(),
        }
    }

    /// Since when the session has the plan open.
    pub fn since(&self) -> Option<Timestamp> {
        self.since.parse().ok()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.holder));
        drop(self.file.unlock());
        if self.passing {
            drop(fs::remove_file(&self.lock));
        }
    }
}

/// Whether another session, and not this process, holds the lock of a key.
pub(super) fn held_elsewhere(folders: &Folders, key: &str) -> bool {
    let [lock, holder] = paths(folders, key);
    let Ok(file) = File::open(lock) else {
        return false;
    };
    let held = matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock));
    let ours = |holder: Holder| holder.pid == std::process::id() && holder.host == host_name();
    held && !read_holder(&holder).is_some_and(ours)
}

fn paths(folders: &Folders, key: &str) -> [PathBuf; 2] {
    ["lock", "json"].map(|end| folders.locks().join(format!("{key}.{end}")))
}

/// Locks the file; none if another session holds it.
///
/// A session that only asks holds it for a moment too, so a refusal is tried again.
fn try_lock(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    for wait in [2, 10, 0] {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(wait)),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}

fn read_holder(path: &Path) -> Option<Holder> {
    let bytes = disk::read(path, 4096).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The name of this computer as the system tells it without asking the network; may be empty.
fn host_name() -> String {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .iter()
        .find_map(|file| fs::read_to_string(file).ok())
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .map(|name| name.trim().to_owned())
        .unwrap_or_default()
}
