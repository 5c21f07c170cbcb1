//! Edited sheets, read back into a plan: what somebody changed in a spreadsheet, as edits of the
//! text.
//!
//! | file | what it holds |
//! |---|---|
//! | [`cells`] | a file as grids of cells, whatever it is written in |
//! | [`table`] | which section a grid is about, and which field each column |
//! | [`mod@changes`] | the edits that bring a plan to what the grids say |
//!
//! A cell that says what the plan says changes nothing, so everything in the file that nobody
//! touched stays as it is, byte for byte. Whatever cannot be read is told with its cell, and then
//! nothing is changed at all.

pub mod cells;
pub mod changes;
pub mod table;

use crate::words::{Lang, Text};

pub use cells::{Cell, Grid, NotRead, grids};
pub use changes::{Imported, Wishes, changes};

/// Something to say about a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where: `Needs!C7`.
    pub place: String,
    /// What is said.
    pub text: Text,
    /// What fills its places.
    pub args: Vec<String>,
}

impl Note {
    /// The whole sentence.
    pub fn message(&self, lang: Lang) -> String {
        let said = self.text.fill(lang, &self.args);
        Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[self.place.as_str(), &said])
    }
}
