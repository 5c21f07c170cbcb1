//! What must be written when the program ends against its will.

use crate::store::{Folders, Recovery, Slot, Stamp};

/// A text that the disk does not have yet, and where it would be looked for.
#[derive(Debug)]
pub struct Rescued {
    /// Where recovery files live.
    pub folders: Folders,
    /// What it belongs to.
    pub slot: Slot,
    /// What the file said when it was read; nothing where there was none.
    pub base: Option<Stamp>,
    /// The text.
    pub text: String,
}

impl Rescued {
    /// Writes the recovery file.
    pub fn keep(&self) {
        // There is nobody left to tell.
        let _ = Recovery::keep(&self.folders, &self.slot, self.base.as_ref(), &self.text);
    }
}
