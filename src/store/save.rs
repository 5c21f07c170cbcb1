//! Saving a plan: whole or not at all, and never over what somebody else wrote.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::disk::{self, Mode};
use super::error::SaveError;
use super::stamp::Stamp;

/// Replaces the file by these bytes if it still says what `expected` says.
///
/// With `None` no file is expected there: a new plan takes no place that is taken
/// ([`NameTaken`](SaveError::NameTaken)). So a refusal names what a second, deliberate
/// attempt expects: after [`ChangedOutside`](SaveError::ChangedOutside) the stamp of
/// their version, after [`DeletedOutside`](SaveError::DeletedOutside) `None`.
///
/// A link is followed and stays a link; the mode stays (a new file has the mode of
/// every new file), and the owner and the group where the system lets us. A missing
/// folder is created. Readers see the old bytes or the new ones, nothing between,
/// because a complete file takes the place of the old one in one step. Two costs of
/// that: a second hard link keeps the old bytes, and extended attributes are lost.
/// Between the last look at the file and the step lie some microseconds in which
/// another program could still write unseen.
///
/// Returns the stamp of what is on disk now.
pub fn save(path: &Path, bytes: &[u8], expected: Option<&Stamp>) -> Result<Stamp, SaveError> {
    let expect = expected.map_or(Expect::Nothing, Expect::This);
    commit(path, expect, |file| file.write_all(bytes))?;
    Ok(Stamp::of(bytes))
}

/// Replaces whatever the file says: for reports and other output, never for an open plan.
///
/// It keeps every other promise of [`save`].
pub fn overwrite(path: &Path, bytes: &[u8]) -> Result<Stamp, SaveError> {
    commit(path, Expect::Anything, |file| file.write_all(bytes))?;
    Ok(Stamp::of(bytes))
}

/// Replaces a file that holds `sign`, which marks what this program made; takes no other's place.
///
/// It keeps every other promise of [`save`]: what is replaced is what was looked at.
pub fn overwrite_own(path: &Path, bytes: &[u8], sign: &[u8]) -> Result<Stamp, SaveError> {
    let refuse = |error| SaveError::from_io(path, &error);
    let target = disk::resolve(path).map_err(refuse)?;
    let old = match disk::read(&target, u64::MAX) {
        Ok(old) => old,
        Err(error) if error.kind() == ErrorKind::NotFound => return save(path, bytes, None),
        Err(error) => return Err(refuse(error)),
    };
    if holds(&old, sign) || old.is_empty() {
        return save(path, bytes, Some(&Stamp::of(&old)));
    }
    Err(SaveError::NameTaken(path.to_path_buf()))
}

/// Removes a file that holds `sign`; any other stays. Whether it is gone is the answer.
///
/// Only for what can be made again: nothing goes to the trash.
pub fn remove_own(path: &Path, sign: &[u8]) -> Result<bool, SaveError> {
    let refuse = |error| SaveError::from_io(path, &error);
    let old = disk::read(path, u64::MAX).map_err(refuse)?;
    let is_ours = holds(&old, sign);
    if is_ours {
        fs::remove_file(path).map_err(refuse)?;
    }
    Ok(is_ours)
}

fn holds(bytes: &[u8], sign: &[u8]) -> bool {
    bytes.windows(sign.len().max(1)).any(|part| part == sign)
}

/// As [`overwrite`], for output that is written while it is made, and may be larger than memory.
///
/// When `fill` fails, the old file stays.
pub fn overwrite_with(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), SaveError> {
    commit(path, Expect::Anything, fill)
}

/// The same for many files that can be made again, such as the feedback of a class.
///
/// Each is still replaced whole or not at all; but nobody waits for the disk, so that a power cut
/// may take what was written last. Waiting for four hundred files would take longer than making
/// them.
pub fn regenerate(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let refuse = |error| SaveError::from_io(path, &error);
    let (target, old) = target(path)?;
    let mode = old.as_ref().map_or(Mode::Fresh, Mode::Like);
    let temp = disk::draft(folder_of(path, &target)?, mode, |file| {
        file.write_all(bytes)
    });
    let temp = temp.map_err(refuse)?;
    temp.persist(&target)
        .map(drop)
        .map_err(|failed| refuse(failed.error))
}

/// What should be on disk before a save.
#[derive(Clone, Copy)]
enum Expect<'a> {
    Nothing,
    This(&'a Stamp),
    Anything,
}

fn commit(
    path: &Path,
    expect: Expect<'_>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), SaveError> {
    let refuse = |error| SaveError::from_io(path, &error);
    let (target, old) = target(path)?;
    look(path, &target, expect)?;
    if old
        .as_ref()
        .is_some_and(|old| disk::read_only(&target, old))
    {
        return Err(SaveError::ReadOnly(path.to_path_buf()));
    }
    let folder = folder_of(path, &target)?;
    let mode = old.as_ref().map_or(Mode::Fresh, Mode::Like);
    let temp = disk::prepare(folder, mode, fill).map_err(refuse)?;
    look(path, &target, expect)?;
    let clobber = !matches!(expect, Expect::Nothing);
    disk::land(temp, &target, clobber).map_err(refuse)
}

/// The file that a path means, and what is known of it where it is there.
fn target(path: &Path) -> Result<(PathBuf, Option<fs::Metadata>), SaveError> {
    let refuse = |error| SaveError::from_io(path, &error);
    let target = disk::resolve(path).map_err(refuse)?;
    match fs::metadata(&target) {
        Ok(old) if old.is_file() => Ok((target, Some(old))),
        Ok(_) => Err(SaveError::NotAFile(path.to_path_buf())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok((target, None)),
        Err(error) => Err(refuse(error)),
    }
}

/// The folder of a file, made where it is missing.
fn folder_of<'t>(path: &Path, target: &'t Path) -> Result<&'t Path, SaveError> {
    let folder = disk::parent(target);
    fs::create_dir_all(folder).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => SaveError::NoFolder(path.to_path_buf()),
        _ => SaveError::from_io(path, &error),
    })?;
    Ok(folder)
}

/// Compares the file on disk with what is expected there.
fn look(path: &Path, target: &Path, expect: Expect<'_>) -> Result<(), SaveError> {
    let expected = match expect {
        Expect::Nothing if fs::symlink_metadata(target).is_ok() => {
            return Err(SaveError::NameTaken(path.to_path_buf()));
        }
        Expect::Nothing | Expect::Anything => return Ok(()),
        Expect::This(stamp) => stamp,
    };
    let theirs = disk::read(target, u64::MAX).map_err(|error| match error.kind() {
        ErrorKind::NotFound => SaveError::DeletedOutside(path.to_path_buf()),
        _ => SaveError::from_io(path, &error),
    })?;
    let stamp = Stamp::of(&theirs);
    if *expected == stamp {
        return Ok(());
    }
    Err(SaveError::ChangedOutside {
        path: path.to_path_buf(),
        theirs: String::from_utf8_lossy(&theirs).into_owned(),
        stamp,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_fills_up_halfway_harms_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("计划.toml");
        let stamp = save(&path, b"farsight = 1\n", None).unwrap();
        let full = commit(&path, Expect::This(&stamp), |file| {
            file.write_all(b"farsight = 1\ntit")?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(full, Err(SaveError::DiskFull(path.clone())));
        assert_eq!(fs::read(&path).unwrap(), b"farsight = 1\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn only_what_we_made_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("报告.html");
        overwrite_own(&path, "ours 一".as_bytes(), b"ours").unwrap();
        overwrite_own(&path, "ours 二".as_bytes(), b"ours").unwrap();
        assert_eq!(fs::read(&path).unwrap(), "ours 二".as_bytes());
        fs::write(&path, "他们的").unwrap();
        let said = overwrite_own(&path, b"ours", b"ours");
        assert_eq!(said, Err(SaveError::NameTaken(path.clone())));
        assert_eq!(fs::read(&path).unwrap(), "他们的".as_bytes());
    }

    #[test]
    fn a_change_while_the_new_text_is_written_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.toml");
        let stamp = save(&path, b"old", None).unwrap();
        let said = commit(&path, Expect::This(&stamp), |file| {
            fs::write(&path, "他们的")?;
            file.write_all(b"ours")
        });
        assert!(
            matches!(said, Err(SaveError::ChangedOutside { theirs, .. }) if theirs == "他们的")
        );
        let said = commit(&folder.path().join("new.toml"), Expect::Nothing, |file| {
            fs::write(folder.path().join("new.toml"), "theirs")?;
            file.write_all(b"ours")
        });
        assert!(matches!(said, Err(SaveError::NameTaken(_))));
    }
}
