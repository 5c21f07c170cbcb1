//! Files: opening, saving, recovery files and folders.
#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly

mod folder;
mod open;
mod save;
mod state;
