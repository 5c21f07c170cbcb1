//! Plans on disk: the only room that writes files.
//!
//! It knows bytes and paths, not TOML. Its promises: a file is replaced whole or
//! not at all, nothing that somebody else wrote is overwritten unseen, and what
//! was typed survives a crash. Everything of farsight's own (recovery files,
//! locks, the trash) lives in the [state folder](Folders), never beside a plan.
//!
//! | file | what it does |
//! |---|---|
//! | [`open`](mod@open) | reads a plan, or says why it cannot be read |
//! | [`save`](mod@save) | replaces a plan atomically, unless it changed meanwhile |
//! | [`watch`] | notices that an open plan was changed or deleted outside |
//! | [`recovery`] | keeps unsaved text through a crash |
//! | [`lock`] | notices that a plan is open twice |
//! | [`trash`] | deletes so that it can be undone |
//! | [`folder`] | finds the plans in a folder |
//! | [`names`] | free names, duplicates, new names |
//! | [`name_from`] | the name of a file in another file |
//! | [`diff`] | two texts, line by line, for a choice between them |
//! | [`git_setup`] | telling `git` to merge plans by row and field |
//! | [`git`] | what a repository keeps of a plan, asked of the program `git` |
//! | [`git_times`] | when files were last committed |
//! | [`error`] | what happened, where, and what to do next |

pub mod age;
pub mod diff;
mod disk;
pub mod error;
pub mod folder;
pub mod folders;
pub mod git;
pub mod git_setup;
mod git_times;
pub mod lock;
pub mod names;
pub mod open;
pub mod recovery;
mod relative;
pub mod save;
mod scratch;
pub mod slot;
pub mod stamp;
pub mod trash;
pub mod watch;

pub use diff::{DiffKind, DiffLine};
pub use error::{OpenError, SaveError};
pub use folders::Folders;
pub use git::{Commit, GitError, Repo};
pub use lock::Lock;
pub use open::{Opened, open, text};
pub use recovery::Recovery;
pub use relative::name_from;
pub use save::{overwrite, overwrite_own, overwrite_with, regenerate, remove_own, save};
pub use scratch::scratch;
pub use slot::Slot;
pub use stamp::Stamp;
pub use watch::{Guard, Outside};
