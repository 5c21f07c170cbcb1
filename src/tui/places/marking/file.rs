//! The file of marks on the disk: saved soon after every decision, and never over anybody else's.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::classroom::{Fault, Marking};
use crate::store::{self, Folders, Recovery, SaveError, Slot, Stamp};
use crate::tui::rescue::Rescued;
use crate::words::{Lang, Text};

/// Decisions rest this long before they are saved; well under the promised two seconds.
const REST: Duration = Duration::from_millis(900);

/// After a save that failed, the next is tried later: the reason seldom goes at once.
const AGAIN: Duration = Duration::from_secs(15);

/// The file of marks.
#[derive(Debug)]
pub(super) struct MarksFile {
    path: PathBuf,
    slot: Slot,
    /// What the file said when it was last read or written; nothing where there was none.
    base: Option<Stamp>,
    base_text: String,
    due: Option<Instant>,
    /// A recovery file holds what the file does not.
    kept: bool,
}

/// Why marks are not saved.
#[derive(Debug)]
pub enum Trouble {
    /// The disk says so.
    Disk(SaveError),
    /// Somebody wrote what is no file of marks.
    Broken(PathBuf, Vec<Fault>),
    /// Somebody wrote what cannot be read.
    Unreadable(store::OpenError),
}

impl Trouble {
    /// What happened and what to do next.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Trouble::Disk(error) => format!("{} {}", error.message(lang), error.hint(lang)),
            Trouble::Broken(path, faults) => broken(path, faults, lang),
            Trouble::Unreadable(error) => format!("{} {}", error.message(lang), error.hint(lang)),
        }
    }
}

/// A file of marks with mistakes, in a sentence with the first of them.
pub(super) fn broken(path: &Path, faults: &[Fault], lang: Lang) -> String {
    let first = faults.first().map_or_else(String::new, |it| {
        format!(
            "{}:{}: {}",
            it.place.line,
            it.place.column,
            it.message(lang)
        )
    });
    let text = Text::new(
        "{0} cannot be used as it is: {1} Nothing is written over it.",
        "{0} 还不能用：{1} 不会覆盖它。",
    );
    text.fill(lang, &[store::error::shown(path), first])
}

impl MarksFile {
    /// Reads the file, which need not be there yet.
    pub(super) fn open(path: &Path, lang: Lang) -> Result<(MarksFile, String), String> {
        let (base, text) = if path.exists() {
            let opened = store::open(path)
                .map_err(|error| format!("{} {}", error.message(lang), error.hint(lang)))?;
            (Some(opened.stamp), opened.text)
        } else {
            (None, String::new())
        };
        let file = MarksFile {
            path: path.to_owned(),
            slot: Slot::of(path),
            base,
            base_text: text.clone(),
            due: None,
            kept: false,
        };
        Ok((file, text))
    }

    /// What a crash left.
    pub(super) fn recovery(&self, folders: Option<&Folders>) -> Option<Recovery> {
        let found = Recovery::find(folders?, &self.path)?;
        (found.text != self.base_text).then_some(found)
    }

    /// Says that something was decided.
    pub(super) fn touch(&mut self) {
        self.due.get_or_insert_with(|| Instant::now() + REST);
    }

    pub(super) const fn due(&self) -> Option<Instant> {
        self.due
    }

    pub(super) fn is_dirty(&self, text: &str) -> bool {
        text != self.base_text
    }

    /// Saves; true where somebody else's marks came in.
    pub(super) fn save(
        &mut self,
        work: &mut Marking,
        folders: Option<&Folders>,
    ) -> Result<bool, Trouble> {
        self.due = None;
        if !self.is_dirty(work.text()) {
            return Ok(false);
        }
        let outcome = self.write(work);
        match (&outcome, folders) {
            (Ok(_), Some(folders)) if self.kept => {
                Recovery::clear(folders, &self.slot);
                self.kept = false;
            }
            (Err(_), folders) => {
                self.due = Some(Instant::now() + AGAIN);
                let base = self.base.as_ref();
                self.kept |= folders.is_some_and(|folders| {
                    Recovery::keep(folders, &self.slot, base, work.text()).is_ok()
                });
            }
            _ => {}
        }
        outcome
    }

    fn write(&mut self, work: &mut Marking) -> Result<bool, Trouble> {
        let mut merged = false;
        // Somebody may write between two tries; after some of them the next save goes on.
        for _ in 0..3 {
            match store::save(&self.path, work.text().as_bytes(), self.base.as_ref()) {
                Ok(stamp) => {
                    self.base = Some(stamp);
                    work.text().clone_into(&mut self.base_text);
                    return Ok(merged);
                }
                Err(SaveError::DeletedOutside(_)) => self.base = None,
                Err(SaveError::ChangedOutside { .. } | SaveError::NameTaken(_)) => {
                    let theirs = store::open(&self.path).map_err(Trouble::Unreadable)?;
                    work.merge(&self.base_text, &theirs.text)
                        .map_err(|faults| Trouble::Broken(self.path.clone(), faults))?;
                    self.base = Some(theirs.stamp);
                    self.base_text = theirs.text;
                    merged = true;
                }
                Err(error) => return Err(Trouble::Disk(error)),
            }
        }
        self.touch();
        Ok(merged)
    }

    /// What must be written when the program ends against its will.
    pub(super) fn rescue(&self, text: &str, folders: &Folders) -> Rescued {
        Rescued {
            folders: folders.clone(),
            slot: self.slot.clone(),
            base: self.base,
            text: text.to_owned(),
        }
    }
}
