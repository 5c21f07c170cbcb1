//! The terminal room: what the person presses, what the screen shows, and nothing of plans.
//!
//! `input` and `terminal` stand between farsight and the terminal; only `terminal` names the crate
//! that talks to it. `theme`, `draw` and `wrap` put styled words into cells. `text_field` is the
//! one widget with a life of its own. Places and the application are built on these.

pub mod draw;
pub mod input;
pub mod screen;
pub mod terminal;
pub mod text_field;
pub mod theme;
mod wrap;
