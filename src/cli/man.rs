//! `farsight man`: a manual page.

use std::io::Write;

use clap_mangen::Man;

use super::commands;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "man",
    about: Text::new("Print a manual page", "输出手册页"),
    more: Text::new("", ""),
    args: &[(
        "name",
        Text::new(
            "The page of one command; otherwise of the program",
            "某个命令的手册页；不写则为整个程序",
        ),
    )],
    examples: &[
        (
            "farsight man > farsight.1",
            Text::new("the page of the program", "程序的手册页"),
        ),
        (
            "farsight man check > farsight-check.1",
            Text::new("the page of a command", "某个命令的手册页"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "COMMAND")]
    name: Option<String>,
}

/// Prints the page.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let command = commands::subcommand(args.name.as_deref(), console.lang)?;
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    console.out.write_all(&page)?;
    Ok(Exit::Clean)
}
