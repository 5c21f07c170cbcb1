//! Where farsight keeps what is its own.

use std::ffi::OsString;
use std::path::{Path, PathBuf, absolute};

use directories::ProjectDirs;

use super::slot::Slot;

/// The two folders of farsight: what the user sets, and what farsight remembers.
///
/// They are passed as a value, so that tests work in a folder of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Settings of the user.
    pub config: PathBuf,
    /// Recovery files, locks and the trash.
    pub state: PathBuf,
}

impl Folders {
    /// The folders of this user; none where the system knows no home folder.
    ///
    /// `FARSIGHT_CONFIG` and `FARSIGHT_STATE` come before the habits of the system.
    /// Without folders farsight still opens and saves plans; only recovery, locks
    /// and the trash are missing.
    pub fn find() -> Option<Folders> {
        Folders::from_vars(|name| std::env::var_os(name))
    }

    /// The folders as `var` names them, and the system for what it does not name.
    ///
    /// An empty variable counts as missing; a relative path starts at the current folder.
    pub fn from_vars(var: impl Fn(&str) -> Option<OsString>) -> Option<Folders> {
        let named = |name| {
            var(name)
                .filter(|value| !value.is_empty())
                .and_then(|value| absolute(value).ok())
        };
        let system = ProjectDirs::from("", "", "farsight");
        let or_system = |own: Option<PathBuf>, pick: fn(&ProjectDirs) -> &Path| {
            own.or_else(|| system.as_ref().map(|dirs| pick(dirs).to_path_buf()))
        };
        Some(Folders {
            config: or_system(named("FARSIGHT_CONFIG"), ProjectDirs::config_dir)?,
            state: or_system(named("FARSIGHT_STATE"), |dirs| {
                dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir())
            })?,
        })
    }

    /// Both folders inside one, for tests and for a portable copy.
    pub fn inside(folder: &Path) -> Folders {
        Folders {
            config: folder.join("config"),
            state: folder.join("state"),
        }
    }

    /// What somebody knows of the quiz's terms.
    pub fn quiz(&self) -> PathBuf {
        self.state.join("quiz.toml")
    }

    /// Which hints of an exercise have unfolded for a plan, by whatever link or relative path the
    /// plan is reached.
    pub fn hints(&self, plan: &Path) -> PathBuf {
        let name = format!("{}.toml", Slot::of(plan).key());
        self.state.join("hints").join(name)
    }

    pub(super) fn recovery(&self) -> PathBuf {
        self.state.join("recovery")
    }

    pub(super) fn locks(&self) -> PathBuf {
        self.state.join("locks")
    }

    pub(super) fn trash(&self) -> PathBuf {
        self.state.join("trash")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_come_before_the_system() {
        let here = absolute("远见 state").unwrap();
        let folders = Folders::from_vars(|name| match name {
            "FARSIGHT_STATE" => Some(OsString::from("远见 state")),
            "FARSIGHT_CONFIG" => Some(OsString::from("")),
            _ => None,
        });
        let Some(folders) = folders else { return }; // no home folder here
        assert_eq!(folders.state, here);
        assert!(folders.config.is_absolute());
        assert_ne!(folders.config, absolute("").unwrap_or_default());
    }
}
