//! Names for plans: free ones, copies, new ones. Nothing here overwrites a file.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{self, Mode};
use super::error::SaveError;

/// The longest name made from a title, in bytes: room for a number and `.toml`.
const LONGEST: usize = 120;

/// Names that Windows keeps for devices, with whatever ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A path in `folder` for a plan with this title that no file has yet.
///
/// A plan saved there a moment later still takes no taken place, because
/// [`save`](super::save()) without an expected stamp refuses to.
pub fn free_name(folder: &Path, title: &str) -> PathBuf {
    let first = folder.join(format!("{}.toml", slug(title)));
    numbered(&first)
        .find(|path| fs::symlink_metadata(path).is_err())
        .unwrap_or(first)
}

/// A title as a file name: lower case, hyphens between words; Han characters stay.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if slug.len() + c.len_utf8() > LONGEST {
            break;
        }
        match c {
            '\'' | '’' | '\u{300}'..='\u{36f}' => {} // apostrophes and loose accents
            c if c.is_alphanumeric() => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    let port = slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt"));
    match slug {
        "" => "plan".to_owned(),
        _ if port || DEVICES.contains(&slug) => format!("{slug}-plan"),
        _ => slug.to_owned(),
    }
}

/// Copies a plan beside itself under a numbered name and returns the new path.
///
/// Nobody may read the copy who could not read the plan; the copy may be written
/// even if the plan is protected.
pub fn duplicate(path: &Path) -> Result<PathBuf, SaveError> {
    let refuse = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => SaveError::DeletedOutside(path.to_path_buf()),
        _ => SaveError::from_io(path, &error),
    };
    let old = fs::metadata(path).map_err(refuse)?;
    if !old.is_file() {
        return Err(SaveError::NotAFile(path.to_path_buf()));
    }
    for place in numbered(path).skip(1) {
        match disk::copy(path, &place, Mode::Like(&old), false) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refuse(error)),
            Ok(()) => {
                allow_writing(&place, &old);
                return Ok(place);
            }
        }
    }
    Err(SaveError::NameTaken(path.to_path_buf()))
}

#[cfg(unix)]
fn allow_writing(path: &Path, old: &fs::Metadata) {
    use std::os::unix::fs::PermissionsExt;
    let mode = old.permissions().mode() & 0o777 | 0o200;
    drop(fs::set_permissions(path, PermissionsExt::from_mode(mode)));
}

#[cfg(not(unix))]
#[allow(clippy::permissions_set_readonly_false)] // it is one bit here, not a mode
fn allow_writing(path: &Path, old: &fs::Metadata) {
    let mut permissions = old.permissions();
    permissions.set_readonly(false);
    drop(fs::set_permissions(path, permissions));
}

/// Gives a plan another name in the same folder and returns the new path.
///
/// `.toml` is added where it is missing. A name with a slash, a hidden one and one
/// that is taken are refused.
pub fn rename(path: &Path, new_name: &str) -> Result<PathBuf, SaveError> {
    let name = new_name.trim();
    let wrong = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    if name.is_empty() || name.starts_with('.') || name.contains(wrong) || name.ends_with('.') {
        return Err(SaveError::BadName(new_name.to_owned()));
    }
    let ending = if is_toml(Path::new(name)) {
        ""
    } else {
        ".toml"
    };
    let place = disk::parent(path).join(format!("{name}{ending}"));
    let refuse = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => SaveError::DeletedOutside(path.to_path_buf()),
        _ => SaveError::from_io(&place, &error),
    };
    let old = fs::symlink_metadata(path).map_err(refuse)?;
    if old.is_dir() {
        return Err(SaveError::NotAFile(path.to_path_buf()));
    }
    if path.file_name() == place.file_name() {
        return Ok(place);
    }
    let kept = !other_case(path, &place);
    if kept {
        keep_place(&place).map_err(refuse)?;
    }
    fs::rename(path, &place).map_err(|error| {
        if kept {
            drop(fs::remove_file(&place)); // only the empty file that kept the place
        }
        refuse(error)
    })?;
    disk::sync_folder(disk::parent(&place));
    Ok(place)
}

/// Whether both are one file on a disk that takes `Plan` and `plan` for the same name.
///
/// A link to the other one is not the same file: to rename over it would destroy one.
fn other_case(path: &Path, place: &Path) -> bool {
    let lower = |path: &Path| path.to_string_lossy().to_lowercase();
    if path.is_symlink() || place.is_symlink() {
        return false;
    }
    lower(path) == lower(place)
        && matches!((fs::canonicalize(path), fs::canonicalize(place)), (Ok(a), Ok(b)) if a == b)
}

/// Whether the name ends in `.toml`, in any case.
pub(super) fn is_toml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// Takes a free place at this path, or beside it under a number, with an empty file.
///
/// To create a file that must not exist yet is the one step that the system lets
/// only one program win; the file that belongs there is then moved over it.
pub(super) fn claim(wanted: &Path) -> io::Result<PathBuf> {
    for place in numbered(wanted) {
        match keep_place(&place) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            done => return done.map(|()| place),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn keep_place(place: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).open(place).map(drop)
}

/// `plan.toml`, `plan-2.toml`, `plan-3.toml` and so on, up to a number that nobody reaches.
fn numbered(path: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let stem = path.file_stem().unwrap_or_default().to_owned();
    let ending = path.extension().map(ToOwned::to_owned);
    let folder = disk::parent(path).to_path_buf();
    (1..10_000).map(move |number| {
        let mut name: OsString = stem.clone();
        if number > 1 {
            name.push(format!("-{number}"));
        }
        if let Some(ending) = &ending {
            name.push(".");
            name.push(ending);
        }
        folder.join(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_in_both_languages() {
        let cases = [
            (
                "Harbour Coffee: a warm start!",
                "harbour-coffee-a-warm-start",
            ),
            ("Ana's café / 2027", "anas-café-2027"),
            ("  港湾咖啡：通勤者的热早餐  ", "港湾咖啡-通勤者的热早餐"),
            ("《早餐》Plan Ａ", "早餐-plan-ａ"),
            ("../../etc", "etc"),
            ("……", "plan"),
            ("", "plan"),
            ("CON", "con-plan"),
            ("Lpt1", "lpt1-plan"),
        ];
        for (title, expected) in cases {
            assert_eq!(slug(title), expected);
        }
        assert!(slug(&"长".repeat(500)).len() <= LONGEST);
        assert!(slug(&"long ".repeat(500)).len() <= LONGEST);
    }
}
