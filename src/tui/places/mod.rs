//! The places of the interface: each shows one thing and answers keys, and knows no other.

pub mod chain;
pub mod figures;
pub mod findings;
pub mod glossary;
pub mod marking;
pub mod plans;
pub mod quiz;
pub mod review;
pub mod walk;
pub mod workbench;

use super::dialog::Dialog;
use super::picker::Picker;

/// What a place asks of the application after a key, a click or the wheel.
#[derive(Debug)]
pub enum Reply {
    /// It had no use for it.
    Ignored,
    /// It is done.
    Done,
    /// Show this list; what is picked goes into the field being edited.
    Pick(Picker),
    /// Show this box.
    Show(Dialog),
    /// Go to this place in the plan.
    Go(String),
    /// Open this plan.
    Open(std::path::PathBuf),
    /// Every place where two versions disagreed is decided.
    Decided,
    /// Run the command with this name.
    Run(&'static str),
}
