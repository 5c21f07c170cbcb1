//! `farsight completions`: words that a shell completes.

use clap_complete::Shell;

use super::commands;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "completions",
    about: Text::new("Print completions for a shell", "输出 shell 补全脚本"),
    more: Text::new("", ""),
    args: &[("shell", Text::new("The shell", "shell 名称"))],
    examples: &[
        (
            "farsight completions bash > farsight.bash",
            Text::new("then source the file", "再 source 该文件"),
        ),
        (
            "farsight completions fish > farsight.fish",
            Text::new(
                "for ~/.config/fish/completions",
                "放入 ~/.config/fish/completions",
            ),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    use std::io::Write;
    let mut command = commands::command(console.lang);
    // The generator cannot be told that nobody reads any more: it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "farsight", &mut script);
    console.out.write_all(&script)?;
    Ok(Exit::Clean)
}
