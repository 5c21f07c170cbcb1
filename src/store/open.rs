//! Opening a plan: its text, or a plain reason why not.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk;
use super::error::OpenError;
use super::stamp::Stamp;

/// No plan has more bytes than this: 64 MB.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// A plan as it was found on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The path by which it was asked for: the one to show.
    pub path: PathBuf,
    /// All of the text, byte for byte, with its BOM and its line ends.
    pub text: String,
    /// The stamp of the text: what the next save expects to find.
    pub stamp: Stamp,
    /// Whether the file is protected against writing, so that this is known before an
    /// hour of typing and not after it.
    pub read_only: bool,
}

/// Reads a plan from disk.
///
/// It returns at once whatever the path names: a pipe or a device is refused
/// unread, because reading it might wait for ever.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let (bytes, metadata) = read(path)?;
    let stamp = Stamp::of(&bytes);
    Ok(Opened {
        text: decode(path, bytes)?,
        path: path.to_path_buf(),
        stamp,
        read_only: disk::read_only(path, &metadata),
    })
}

/// Reads the text of a plan that will not be saved: no stamp is taken, and nothing is asked about
/// writing.
pub fn text(path: &Path) -> Result<String, OpenError> {
    let (bytes, _) = read(path)?;
    decode(path, bytes)
}

fn read(path: &Path) -> Result<(Vec<u8>, fs::Metadata), OpenError> {
    let refuse = |error| OpenError::from_io(path, &error);
    let here = || path.to_path_buf();
    let metadata = fs::metadata(path).map_err(refuse)?;
    if metadata.is_dir() {
        return Err(OpenError::IsFolder(here()));
    }
    if !metadata.is_file() {
        return Err(OpenError::NotAFile(here()));
    }
    if metadata.len() > LIMIT {
        return Err(OpenError::TooLarge(here()));
    }
    let bytes = disk::read(path, LIMIT).map_err(refuse)?;
    if bytes.len() as u64 > LIMIT {
        return Err(OpenError::TooLarge(here()));
    }
    Ok((bytes, metadata))
}

/// The bytes of a plan as text, or why they are none.
pub fn decode(path: &Path, bytes: Vec<u8>) -> Result<String, OpenError> {
    if bytes.contains(&0) {
        return Err(OpenError::Binary(path.to_path_buf()));
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(byte);
        OpenError::NotUtf8 {
            path: path.to_path_buf(),
            byte,
            line: 1 + before.filter(|byte| **byte == b'\n').count(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_encoding_is_told_with_its_place() {
        let path = Path::new("计划.toml");
        let gbk = b"farsight = 1\ntitle = \"\xbc\xc6\xbb\xae\"\n".to_vec();
        let told = decode(path, gbk).unwrap_err();
        let path = path.to_path_buf();
        assert_eq!(
            told,
            OpenError::NotUtf8 {
                path: path.clone(),
                byte: 22,
                line: 2
            }
        );
        let utf16 = b"\xff\xfef\0a\0r\0".to_vec();
        assert_eq!(decode(&path, utf16), Err(OpenError::Binary(path)));
    }
}
