//! The few movements of files that the whole room is built from.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf, absolute};

use tempfile::{Builder, NamedTempFile};

/// Who may read a file that is about to be written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mode<'a> {
    /// Only this user: farsight's own files hold the text of plans.
    Private,
    /// As every new file of this user.
    Fresh,
    /// As the file that it replaces.
    Like(&'a Metadata),
}

/// The file that `path` means, with every link followed.
///
/// A link to a missing file leads to the place where that file would be, and a
/// missing folder keeps its name, so that the answer is the same before and after
/// the file is first saved.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = absolute(path)?;
    for _ in 0..40 {
        match fs::canonicalize(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => match fs::read_link(&path) {
                Ok(target) => path = parent(&path).join(target),
                Err(_) => return Ok(with_real_parent(&path)),
            },
            found => return found,
        }
    }
    Err(io::Error::other("too many links"))
}

fn with_real_parent(path: &Path) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => fs::canonicalize(parent)
            .unwrap_or_else(|_| with_real_parent(parent))
            .join(name),
        _ => path.to_path_buf(),
    }
}

/// The folder that holds `path`.
pub(super) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// All bytes of a regular file, or of its first `limit` bytes and one more.
pub(super) fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether this file must not be written.
///
/// The bits come first, because the system lets an administrator write anything;
/// then the file is opened for writing, untouched, to hear what the system says.
pub(super) fn read_only(path: &Path, metadata: &Metadata) -> bool {
    metadata.permissions().readonly()
        || OpenOptions::new().write(true).open(path).is_err_and(|e| {
            matches!(
                e.kind(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
            )
        })
}

/// A complete file under a passing name in `folder`, safely on disk.
///
/// It removes itself when dropped, whatever went wrong. The name is short and
/// hidden: a long one would fail where the plan's own name is nearly too long.
pub(super) fn prepare(
    folder: &Path,
    mode: Mode<'_>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let temp = draft(folder, mode, fill)?;
    temp.as_file().sync_all()?;
    Ok(temp)
}

/// The same, but not yet safely on disk: for what can be made again.
pub(super) fn draft(
    folder: &Path,
    mode: Mode<'_>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".farsight-").suffix(".tmp");
    #[cfg(unix)]
    let fresh = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    if matches!(mode, Mode::Fresh) {
        builder.permissions(fresh); // the umask still applies
    }
    let mut temp = builder.tempfile_in(folder)?;
    fill(temp.as_file_mut())?;
    if let Mode::Like(old) = mode {
        imitate(temp.as_file(), old)?;
    }
    Ok(temp)
}

/// Gives a new file the owner and the mode of the old one.
#[cfg(unix)]
fn imitate(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let new = file.metadata()?;
    if new.uid() != old.uid() {
        // Only an administrator can give a file away; everybody else keeps it.
        drop(fchown(file, Some(old.uid()), None));
    }
    let mut mode = old.mode() & 0o777;
    if new.gid() != old.gid() && fchown(file, None, Some(old.gid())).is_err() {
        // The group is another one now: it may do no more than everybody may.
        mode &= !0o070 | ((mode & 0o007) << 3);
    }
    file.set_permissions(PermissionsExt::from_mode(mode))
}

#[cfg(not(unix))]
fn imitate(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// Puts a prepared file in its place; without `clobber` it takes no place that is taken.
pub(super) fn land(temp: NamedTempFile, target: &Path, clobber: bool) -> io::Result<()> {
    if clobber {
        temp.persist(target).map_err(|failed| failed.error)?;
    } else if let Err(failed) = temp.persist_noclobber(target) {
        // Some file systems have no way to rename without replacing.
        if failed.error.kind() == ErrorKind::AlreadyExists || fs::symlink_metadata(target).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        failed.file.persist(target).map_err(|failed| failed.error)?;
    }
    sync_folder(parent(target));
    Ok(())
}

/// Makes a rename last through a power cut, where the system can.
///
/// A failure is not told: the file is in its place, and some file systems refuse.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) {
    drop(File::open(folder).and_then(|folder| folder.sync_all()));
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) {}

/// Creates a folder of farsight's own, closed to other users.
pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes one of farsight's own files whole, in a folder that may be missing.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    private_folder(parent(path))?;
    let temp = prepare(parent(path), Mode::Private, |file| file.write_all(bytes))?;
    land(temp, path, true)
}

/// Moves a file over `to`, also from one file system to another.
///
/// Across file systems it is copied whole first and removed last; if it cannot be
/// removed, the copy goes and the file stays where it was.
pub(super) fn carry(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {}
        done => {
            sync_folder(parent(from));
            sync_folder(parent(to));
            return done;
        }
    }
    let old = fs::metadata(from)?;
    if !old.is_file() {
        return Err(ErrorKind::InvalidInput.into()); // to read a pipe might never end
    }
    copy(from, to, Mode::Like(&old), true)?;
    if let (Ok(file), Ok(modified)) = (OpenOptions::new().write(true).open(to), old.modified()) {
        drop(file.set_modified(modified)); // a nicety: the order by age stays
    }
    fs::remove_file(from).inspect_err(|_| drop(fs::remove_file(to)))?;
    sync_folder(parent(from));
    Ok(())
}

/// Copies a regular file whole.
pub(super) fn copy(from: &Path, to: &Path, mode: Mode<'_>, clobber: bool) -> io::Result<()> {
    let mut source = File::open(from)?;
    let temp = prepare(parent(to), mode, |file| {
        io::copy(&mut source, file).map(drop)
    })?;
    land(temp, to, clobber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_that_fails_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let full = prepare(folder.path(), Mode::Fresh, |file| {
            file.write_all("只写了一半".as_bytes())?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(full.unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_taken_place_is_not_taken_again() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("计划.toml");
        fs::write(&place, "theirs").unwrap();
        let temp = prepare(folder.path(), Mode::Fresh, |f| f.write_all(b"ours")).unwrap();
        let kind = land(temp, &place, false).unwrap_err().kind();
        assert_eq!(kind, ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&place).unwrap(), "theirs");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_file_has_the_same_place_before_and_after() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder
            .path()
            .join("新 folder")
            .join("deep")
            .join("计划.toml");
        let before = resolve(&path).unwrap();
        fs::create_dir_all(parent(&path)).unwrap();
        fs::write(&path, "").unwrap();
        assert_eq!(before, resolve(&path).unwrap());
        assert!(resolve(Path::new("")).is_err());
    }
}
