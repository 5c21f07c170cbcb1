//! The plans in a folder.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::disk;
use super::error::OpenError;
use super::names::is_toml;

/// A plan that was found in a folder; its text has not been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The plan.
    pub path: PathBuf,
    /// When it was written last, where the system tells.
    pub modified: Option<SystemTime>,
}

/// The plans of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The plans, the one written last first.
    pub plans: Vec<Found>,
    /// Whether the folder holds so much that not all of it was looked at.
    pub cut: bool,
}

/// How deep the folders inside are looked at.
const DEPTH: usize = 3;

/// How many entries are looked at: a slip of the hand must not read a whole disk.
const ENTRIES: usize = 20_000;

/// Folders that hold what programs made.
const SKIPPED: [&str; 2] = ["target", "node_modules"];

/// How much of a file is read to see whether it is a plan.
const HEAD: u64 = 4096;

/// The plans in this folder and in the folders inside it, three deep.
///
/// Near folders come before deep ones. Hidden files and folders are skipped, links to
/// folders too (they may lead round in a circle), and inner folders that cannot be read.
pub fn plans(folder: &Path) -> Result<Listing, OpenError> {
    let refuse = |error| OpenError::from_io(folder, &error);
    let mut listing = Listing::default();
    let mut looked = 0;
    let mut inner = VecDeque::new();
    let mut next = Some((0, fs::read_dir(folder).map_err(refuse)?));
    while let Some((depth, entries)) = next {
        for entry in entries.flatten() {
            let (name, path) = (entry.file_name(), entry.path());
            looked += 1;
            if looked > ENTRIES {
                listing.cut = true;
                inner.clear();
                break;
            }
            if name.as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                listing.plans.extend(look(path));
            } else if depth < DEPTH && !SKIPPED.iter().any(|skipped| name == *skipped) {
                inner.push_back((depth + 1, path));
            }
        }
        next = std::iter::from_fn(|| inner.pop_front())
            .find_map(|(depth, folder)| Some((depth, fs::read_dir(folder).ok()?)));
    }
    listing
        .plans
        .sort_by(|a, b| (Reverse(a.modified), &a.path).cmp(&(Reverse(b.modified), &b.path)));
    Ok(listing)
}

fn look(path: PathBuf) -> Option<Found> {
    if !is_toml(&path) {
        return None;
    }
    let metadata = fs::metadata(&path).ok()?; // follows a link to a file
    let head = metadata.is_file().then(|| disk::read(&path, HEAD).ok())??;
    is_plan(&head).then(|| Found {
        path,
        modified: metadata.modified().ok(),
    })
}

/// Whether the first bytes of a file are those of a plan: a key `farsight` before any table.
///
/// It is a look, not a reading: a plan with a slip in it is still listed.
pub fn is_plan(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    head.split(|byte| matches!(byte, b'\n' | b'\r'))
        .map(<[u8]>::trim_ascii)
        .take_while(|line| !line.starts_with(b"["))
        .filter_map(|line| {
            let key: &[_] = &line[..line.iter().position(|byte| *byte == b'=')?];
            Some(key.trim_ascii())
        })
        .any(|key| matches!(key, b"farsight" | b"\"farsight\"" | b"'farsight'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_known_by_its_first_key() {
        let plans = [
            "farsight = 1",
            "\u{feff}# 港湾咖啡\r\n\r\nfarsight=1\r\n[plan]",
            "  \"farsight\"  = 1",
            "# a comment\nother = 2\nfarsight = 99",
        ];
        let others = [
            "",
            "# farsight = 1",
            "[plan]\nfarsight = 1",
            "farsighted = 1",
            "name = \"farsight\"",
            "farsight",
            "远见 = 1",
        ];
        for text in plans {
            assert!(is_plan(text.as_bytes()), "{text}");
        }
        for text in others {
            assert!(!is_plan(text.as_bytes()), "{text}");
        }
    }
}
