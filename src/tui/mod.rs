//! The terminal room: what the person presses, what the screen shows, and nothing of plans.
//!
//! `input` and `terminal` stand between farsight and the terminal; only `terminal` names the crate
//! that talks to it. `theme`, `draw`, `wrap` and `canvas` put styled words into cells. `text_field`
//! is the one widget with a life of its own; `editor` joins it to a field of the plan.
//!
//! `app` holds the open `session` and the `places`, one file or folder each. A key goes to the
//! overlay if there is one, then to the table of `commands`, then to the place. Nothing keeps a
//! second copy of the plan: what is typed is in the document with the next key.

mod answer_form;
pub mod app;
mod canvas;
mod chrome;
pub mod commands;
mod desk;
mod dialog;
pub mod draw;
mod editor;
mod findings;
pub mod input;
mod lacks;
mod lesson;
mod picker;
mod places;
mod rescue;
mod run;
pub mod screen;
mod session;
pub mod terminal;
pub mod text_field;
pub mod theme;
mod unknown;
mod wrap;

pub use app::{App, Options};
pub use places::marking::{Opening, ReadClass};
pub use run::run;

#[cfg(test)]
mod tests;
