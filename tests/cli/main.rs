//! The commands, as a person types them: one file for each.
#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly

#[macro_use]
#[path = "../support/mod.rs"]
mod support;

mod accept;
mod add;
mod calc;
mod chart;
mod check;
mod check_formats;
mod check_settings;
mod class;
mod completions;
mod diff;
mod exercises;
mod explain;
mod fields;
mod figures;
mod fmt;
mod get;
mod git_setup;
mod grade;
mod gradebook;
mod groups;
mod help;
mod import;
mod info;
mod log;
mod man;
mod merge;
mod mv;
mod myopia;
mod new;
mod open;
mod peers;
mod quiz;
mod recipes;
mod rename;
mod report;
mod report_office;
mod review;
mod rm;
mod rules;
mod scenarios;
mod schema;
mod set;
mod similar;
mod site;
mod trace;
mod watch;
