//! The program in a real terminal.
#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly
#![cfg(unix)]

#[path = "../support/mod.rs"]
mod support;

mod terminal;
mod workbench;
