//! What every place of the interface shares: the open plan, the language, the folders.

use std::path::PathBuf;

use jiff::civil::Date;

use super::session::Session;
use super::theme::Theme;
use crate::store::Folders;
use crate::words::{Lang, Text};

/// A sentence in the bottom line, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// Whether something went wrong.
    pub bad: bool,
}

/// What the places share.
#[derive(Debug)]
pub struct Desk {
    /// The plan that is open.
    pub session: Option<Session>,
    /// The language of the interface.
    pub lang: Lang,
    /// The styles.
    pub theme: Theme,
    /// Where settings and recovery files live; none when the system names no home.
    pub folders: Option<Folders>,
    /// The folder whose plans are listed.
    pub folder: PathBuf,
    /// The day, for dates such as "+2w".
    pub today: Option<Date>,
    /// The person's name, with which answers to findings are signed.
    pub name: Option<String>,
    /// What the bottom line says.
    pub notice: Option<Notice>,
}

impl Desk {
    /// Says something in the bottom line.
    pub fn say(&mut self, text: Text, args: &[&str]) {
        self.notice = Some(Notice {
            text: text.fill(self.lang, args),
            bad: false,
        });
    }

    /// Says in the bottom line that something went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            bad: true,
        });
    }
}
