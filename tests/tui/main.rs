//! The interface: keys in, screens and bytes of files out.
#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly

#[path = "../support/mod.rs"]
mod support;

mod chain;
mod editing;
mod exercises;
mod figures;
mod files;
mod findings;
mod marking;
mod review;
mod screens;
