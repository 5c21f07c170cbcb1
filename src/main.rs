//! The program: everything is in [`farsight::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    farsight::cli::main()
}
