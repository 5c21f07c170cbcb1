//! The command line: one file per subcommand, plain output, exit codes, machine formats.
//!
//! | file | what it does |
//! |---|---|
//! | [`mod@console`] | where output goes, in which language, coloured or not |
//! | [`failure`] | what went wrong, where, what to do next, and the exit code |
//! | [`commands`] | the table of the commands, and `farsight help` |
//! | [`help`] | what a command says of itself, laid over its bare arguments |
//! | [`usage`] | arguments that do not fit, in both languages |
//! | [`file`](mod@file) | reading and editing plans on disk |
//! | the others | one subcommand each |

mod accept;
mod add;
mod blame;
mod calc;
mod chart;
mod check;
mod commands;
mod completions;
mod console;
mod decisions;
mod diff;
mod exercises;
mod explain;
mod failure;
mod fields;
mod figures;
mod file;
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
mod lsp;
mod man;
mod markdown;
mod merge;
mod mv;
mod myopia;
mod new;
mod open;
mod peers;
mod quiz;
mod rename;
mod report;
mod review;
mod rm;
mod rules;
mod scenarios;
mod schema;
mod set;
mod similar;
mod site;
mod trace;
mod usage;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use self::console::Console;
use self::failure::{Exit, Failure};
use crate::config::{self, Settings, Warning};
use crate::store::{self, Folders};
use crate::words::{Lang, Text};

/// The arguments of the program; their words are in [`help`].
#[derive(Debug, Parser)]
#[command(name = "farsight", version)]
struct Cli {
    path: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<LangArg>,
    #[arg(long, global = true, value_name = "WHEN")]
    color: Option<When>,
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::Args),
    Check(check::Args),
    Accept(accept::Args),
    Trace(trace::Args),
    Figures(figures::Args),
    Scenarios(scenarios::Args),
    Chart(chart::Args),
    Report(report::Args),
    Import(import::Args),
    Site(site::Args),
    Diff(diff::Args),
    Get(get::Args),
    Set(set::Args),
    Add(add::Args),
    Rm(rm::Args),
    Rename(rename::Args),
    Mv(mv::Args),
    Fmt(fmt::Args),
    Log(log::Args),
    Blame(blame::Args),
    Review(review::Args),
    Merge(merge::Args),
    GitSetup(git_setup::Args),
    Explain(explain::Args),
    Myopia(myopia::Args),
    Groups(groups::Args),
    Exercises(exercises::Args),
    Grade(grade::Args),
    Gradebook(gradebook::Args),
    Similar(similar::Args),
    Peers(peers::Args),
    Quiz(quiz::Args),
    Calc(calc::Args),
    Fields(fields::Args),
    Rules(rules::Args),
    Schema(schema::Args),
    Lsp(lsp::Args),
    Info(info::Args),
    Completions(completions::Args),
    Man(man::Args),
    Help(commands::Args),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArg {
    En,
    Zh,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Lang {
        match arg {
            LangArg::En => Lang::En,
            LangArg::Zh => Lang::Zh,
        }
    }
}

/// When output is coloured.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

/// Output for people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
}

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let early = Early::of(&args);
    let mut console = early.console();
    let outcome = run(&args, &early, &mut console);
    let flushed = console.out.flush().map_err(Failure::from);
    let exit = match outcome.and_then(|exit| flushed.map(|()| exit)) {
        Ok(exit) => exit,
        Err(failure) => {
            console.fail(&failure);
            failure.exit
        }
    };
    ExitCode::from(exit as u8)
}

fn run(args: &[OsString], early: &Early, console: &mut Console) -> Result<Exit, Failure> {
    let parsed = commands::command(console.lang)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                console.styled(&error.render())?;
                return Ok(Exit::Clean);
            }
            _ => return Err(usage::failure(&error, args, console.lang)),
        },
    };
    early.warn(console);
    match cli.command {
        None => open::run(cli.path, console),
        Some(_) if cli.path.is_some() => Err(usage::path_before_command(console.lang)),
        Some(Command::New(args)) => new::run(&args, console),
        Some(Command::Check(args)) => check::run(&args, console),
        Some(Command::Accept(args)) => accept::run(&args, console),
        Some(Command::Trace(args)) => trace::run(&args, console),
        Some(Command::Figures(args)) => figures::run(&args, console),
        Some(Command::Scenarios(args)) => scenarios::run(&args, console),
        Some(Command::Chart(args)) => chart::run(&args, console),
        Some(Command::Report(args)) => report::run(&args, console),
        Some(Command::Import(args)) => import::run(&args, console),
        Some(Command::Site(args)) => site::run(&args, console),
        Some(Command::Diff(args)) => diff::run(&args, console),
        Some(Command::Get(args)) => get::run(&args, console),
        Some(Command::Set(args)) => set::run(&args, console),
        Some(Command::Add(args)) => add::run(&args, console),
        Some(Command::Rm(args)) => rm::run(&args, console),
        Some(Command::Rename(args)) => rename::run(&args, console),
        Some(Command::Mv(args)) => mv::run(&args, console),
        Some(Command::Fmt(args)) => fmt::run(&args, console),
        Some(Command::Log(args)) => log::run(&args, console),
        Some(Command::Blame(args)) => blame::run(&args, console),
        Some(Command::Review(args)) => review::run(&args, console),
        Some(Command::GitSetup(args)) => git_setup::run(&args, console),
        Some(Command::Merge(args)) => merge::run(&args, console),
        Some(Command::Explain(args)) => explain::run(&args, console),
        Some(Command::Myopia(args)) => myopia::run(&args, console),
        Some(Command::Groups(args)) => groups::run(&args, console),
        Some(Command::Exercises(args)) => exercises::run(&args, console),
        Some(Command::Grade(args)) => grade::run(&args, console),
        Some(Command::Gradebook(args)) => gradebook::run(&args, console),
        Some(Command::Similar(args)) => similar::run(&args, console),
        Some(Command::Peers(args)) => peers::run(&args, console),
        Some(Command::Quiz(args)) => quiz::run(&args, console),
        Some(Command::Calc(args)) => calc::run(&args, console),
        Some(Command::Fields(args)) => fields::run(&args, console),
        Some(Command::Rules(args)) => rules::run(&args, console),
        Some(Command::Schema(args)) => schema::run(&args, console),
        Some(Command::Lsp(args)) => lsp::run(&args, early, console),
        Some(Command::Info(args)) => info::run(&args, early, console),
        Some(Command::Completions(args)) => completions::run(&args, console),
        Some(Command::Man(args)) => man::run(&args, console),
        Some(Command::Help(args)) => commands::run(&args, console),
    }
}

/// What must be known before the arguments are read: in which language their errors are told.
#[derive(Debug)]
struct Early {
    lang: Lang,
    /// What chose the language.
    lang_from: Text,
    color: Option<bool>,
    settings: Settings,
    config: Option<PathBuf>,
    warnings: Vec<Warning>,
}

impl Early {
    fn of(args: &[OsString]) -> Early {
        let named = option(args, "--config").map(PathBuf::from);
        let named = named.map(in_folder);
        let must_exist = named.is_some();
        let config = named.or_else(default_config);
        let (settings, warnings) = match &config {
            Some(path) => load(path, must_exist, option(args, "--lang").as_deref()),
            None => Default::default(),
        };
        let var = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let by_flag = option(args, "--lang").map(|tag| (tag, Text::new("--lang", "--lang")));
        let by_var = || {
            let from = Text::new("FARSIGHT_LANG", "FARSIGHT_LANG");
            var("FARSIGHT_LANG").map(|tag| (tag, from))
        };
        let by_file = || {
            let from = Text::new("configuration", "配置文件");
            let lang = settings.language?;
            Some((lang.tag().to_owned(), from))
        };
        let by_locale = || {
            let locale = sys_locale::get_locale().unwrap_or_default();
            (locale, Text::new("locale", "系统区域"))
        };
        let (tag, lang_from) = by_flag
            .or_else(by_var)
            .or_else(by_file)
            .unwrap_or_else(by_locale);
        let lang = Lang::from_tag(&tag);
        let color = match option(args, "--color").as_deref() {
            Some("always") => Some(true),
            Some("never") => Some(false),
            Some(_) => None,
            None if var("NO_COLOR").is_some() => Some(false),
            None => settings.color,
        };
        Early {
            lang,
            lang_from,
            color,
            settings,
            config,
            warnings,
        }
    }

    /// Whether somebody chose the language for farsight; otherwise it is the system's.
    fn is_lang_chosen(&self) -> bool {
        self.lang_from.en != "locale"
    }

    fn console(&self) -> Console {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let color = |terminal: bool| self.color.unwrap_or(terminal && !dumb);
        Console::new(
            self.lang,
            color(std::io::stdout().is_terminal()),
            color(std::io::stderr().is_terminal()),
            self.settings.clone(),
        )
    }

    fn warn(&self, console: &mut Console) {
        let path = self.config.as_deref().map(store::error::shown);
        for warning in &self.warnings {
            let path = path.as_deref().unwrap_or_default();
            let place = warning.place.map_or_else(String::new, |place| {
                format!("{path}:{}:{}: ", place.line, place.column)
            });
            console.warn(&format!("{place}{}", warning.message(console.lang)));
        }
    }
}

/// The value of a long option, wherever it stands before `--`.
fn option(args: &[OsString], name: &str) -> Option<String> {
    let mut args = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    let mut found = None;
    while let Some(arg) = args.next().filter(|arg| arg != "--") {
        if arg == name {
            found = args.next().map(Cow::into_owned);
        } else if let Some(value) = arg.strip_prefix(name).and_then(|it| it.strip_prefix('=')) {
            found = Some(value.to_owned());
        }
    }
    found
}

/// The file of settings: `config.toml` in the folder that `FARSIGHT_CONFIG` or the system names.
///
/// `FARSIGHT_CONFIG` may also name the file itself.
fn default_config() -> Option<PathBuf> {
    let folder = Folders::find()?.config;
    let is_file = folder.extension().is_some_and(|end| end == "toml");
    Some(if is_file {
        in_folder(folder)
    } else {
        folder.join("config.toml")
    })
}

/// The file of settings that a path names: itself, or the one in that folder.
fn in_folder(path: PathBuf) -> PathBuf {
    if path.is_dir() {
        path.join("config.toml")
    } else {
        path
    }
}

fn load(path: &std::path::Path, must_exist: bool, tag: Option<&str>) -> (Settings, Vec<Warning>) {
    match store::open(path) {
        Ok(opened) => config::read(&opened.text),
        Err(store::OpenError::NotFound(_)) if !must_exist => Default::default(),
        Err(error) => {
            let lang = tag.map_or_else(
                || Lang::from_tag(&std::env::var("FARSIGHT_LANG").unwrap_or_default()),
                Lang::from_tag,
            );
            let said = error.message(lang);
            (Settings::default(), vec![Warning::of_file(said)])
        }
    }
}

/// The bare command, without words.
fn bare_command() -> clap::Command {
    Cli::command()
}
