//! What several tests stand on: sandboxes, a terminal that is none, plans to spoil, a class.

#![allow(dead_code, unused_macros)] // each test uses some of it
#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly

pub mod class;
pub mod git;
pub mod harness;
#[cfg(unix)]
pub mod pty;
pub mod purchases;
#[macro_use]
pub mod sandbox;
pub mod spoil;
