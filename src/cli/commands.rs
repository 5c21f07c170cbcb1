//! The table of the commands, and the command that shows what one of them says.

use clap::{Arg, ArgAction, Command};

use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::{Help, LAST, dress};
use crate::words::{Lang, Text};

/// The program itself.
const FARSIGHT: Help = Help {
    name: "farsight",
    about: Text::new(
        "A terminal workbench for marketing plans that see past the product.",
        "在终端里写营销计划：目光越过产品，看到顾客的需要。",
    ),
    more: Text::new(
        "With a plan or a folder, or with nothing, it opens the interface. Without a terminal it prints instead: the check report of a plan, the list of plans in a folder.\n\nExit codes: 0 clean, 1 findings, 2 usage, 3 cannot read or write.",
        "后面跟计划文件或文件夹（也可什么都不跟），打开界面；不在终端里运行时改为打印：计划的检查报告，或文件夹里的计划清单。\n\n退出码：0 无问题，1 有检查结果，2 用法有误，3 无法读写。",
    ),
    args: &[
        (
            "path",
            Text::new("A plan, or a folder of plans", "一份计划，或放计划的文件夹"),
        ),
        (
            "lang",
            Text::new(
                "The language; otherwise FARSIGHT_LANG, the configuration, the locale",
                "语言；不写则依次看 FARSIGHT_LANG、配置文件、系统区域",
            ),
        ),
        (
            "color",
            Text::new(
                "When to colour output; NO_COLOR is honoured",
                "何时使用颜色；遵从 NO_COLOR",
            ),
        ),
        (
            "config",
            Text::new(
                "The file of settings; otherwise config.toml in the folder that FARSIGHT_CONFIG names",
                "配置文件；不写则用 FARSIGHT_CONFIG 所指文件夹里的 config.toml",
            ),
        ),
    ],
    examples: &[
        (
            "farsight",
            Text::new("open the plans of this folder", "打开当前文件夹里的计划"),
        ),
        (
            "farsight new tea.toml",
            Text::new("begin a plan", "开始一份新计划"),
        ),
        (
            "farsight check",
            Text::new(
                "check every plan in this folder",
                "检查当前文件夹里的所有计划",
            ),
        ),
        (
            "farsight explain need",
            Text::new("learn what a need is", "了解什么是“需要”"),
        ),
    ],
};

/// What `help` says of itself.
const HELP: Help = Help {
    name: "help",
    about: Text::new("Show what a command does", "查看某个命令的用法"),
    more: Text::new("", ""),
    args: &[(
        "name",
        Text::new(
            "The command; otherwise all of them",
            "命令名；不写则列出全部",
        ),
    )],
    examples: &[(
        "farsight help check",
        Text::new(
            "the same as farsight check --help",
            "等同于 farsight check --help",
        ),
    )],
};

/// The words of every subcommand.
const COMMANDS: &[&Help] = &[
    &super::new::HELP,
    &super::check::HELP,
    &super::accept::HELP,
    &super::trace::HELP,
    &super::figures::HELP,
    &super::scenarios::HELP,
    &super::chart::HELP,
    &super::report::HELP,
    &super::import::HELP,
    &super::site::HELP,
    &super::diff::HELP,
    &super::get::HELP,
    &super::set::HELP,
    &super::add::HELP,
    &super::rm::HELP,
    &super::rename::HELP,
    &super::mv::HELP,
    &super::fmt::HELP,
    &super::log::HELP,
    &super::blame::HELP,
    &super::review::HELP,
    &super::merge::HELP,
    &super::git_setup::HELP,
    &super::explain::HELP,
    &super::myopia::HELP,
    &super::groups::HELP,
    &super::exercises::HELP,
    &super::grade::HELP,
    &super::gradebook::HELP,
    &super::similar::HELP,
    &super::peers::HELP,
    &super::quiz::HELP,
    &super::calc::HELP,
    &super::fields::HELP,
    &super::rules::HELP,
    &super::schema::HELP,
    &super::lsp::HELP,
    &super::info::HELP,
    &super::completions::HELP,
    &super::man::HELP,
    &HELP,
];

/// The names of the subcommands.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().map(|help| help.name)
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    name: Option<String>,
}

/// Prints the help of a command.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let mut command = subcommand(args.name.as_deref(), console.lang)?;
    console.styled(&command.render_long_help())?;
    Ok(Exit::Clean)
}

/// A subcommand by its name, ready to be shown; the program itself without a name.
pub(super) fn subcommand(name: Option<&str>, lang: Lang) -> Result<Command, Failure> {
    let mut command = command(lang);
    command.build();
    let Some(name) = name else {
        return Ok(command);
    };
    command.find_subcommand(name).cloned().ok_or_else(|| {
        let what = Text::new("There is no command “{0}”.", "没有“{0}”这个命令。");
        let next = Text::new("There are: {0}.", "可用的命令：{0}。");
        let names: Vec<&str> = names().collect();
        Failure::usage(what.fill(lang, &[name])).hint(next.fill(lang, &[names.join(", ")]))
    })
}

/// The whole command with its words.
pub(super) fn command(lang: Lang) -> Command {
    let heading = Text::new("Commands", "命令").get(lang);
    let mut command = dress(super::bare_command(), &FARSIGHT, lang)
        .bin_name("farsight")
        .disable_help_subcommand(true)
        .subcommand_help_heading(heading)
        .subcommand_value_name(Text::new("COMMAND", "命令").get(lang));
    // The version is asked of the program only.
    command = command.disable_version_flag(true).arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .display_order(2 * LAST)
            .help_heading(Text::new("Options", "选项").get(lang))
            .help(Text::new("Print the version", "显示版本").get(lang)),
    );
    for help in COMMANDS {
        command = command.mut_subcommand(help.name, |command| dress(command, help, lang));
    }
    command.mut_subcommand("calc", |calc| super::calc::with_formulas(calc, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_is_explained() {
        let bare = super::super::bare_command();
        let helps = COMMANDS.iter().copied().chain([&FARSIGHT]);
        for help in helps {
            let command = match help.name {
                "farsight" => &bare,
                name => bare.find_subcommand(name).unwrap(),
            };
            let ids: Vec<&str> = command
                .get_arguments()
                .map(|arg| arg.get_id().as_str())
                .collect();
            let told: Vec<&str> = help.args.iter().map(|(id, _)| *id).collect();
            assert_eq!(ids, told, "{}", help.name);
            assert!(!help.examples.is_empty(), "{}", help.name);
        }
        let known: Vec<&str> = bare.get_subcommands().map(Command::get_name).collect();
        assert_eq!(known, names().collect::<Vec<_>>());
    }

    #[test]
    fn clap_finds_nothing_wrong_in_either_language() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn every_example_parses() {
        for help in COMMANDS.iter().copied().chain([&FARSIGHT]) {
            // An example may be another program that calls this one, such as `git difftool`.
            let ours = help
                .examples
                .iter()
                .filter(|(line, _)| line.starts_with("farsight"));
            for (line, _) in ours {
                let line = line.split(" | ").next().unwrap();
                let line = line.split(" > ").next().unwrap();
                let words = line.split('"').enumerate().flat_map(|(at, part)| {
                    if at % 2 == 1 {
                        vec![part]
                    } else {
                        part.split_whitespace().collect()
                    }
                });
                let parsed = command(Lang::En).try_get_matches_from(words);
                assert!(parsed.is_ok(), "{line}: {}", parsed.unwrap_err());
            }
        }
    }
}
