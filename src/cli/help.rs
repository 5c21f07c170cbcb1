//! The words of `--help`, in both languages, laid over the bare commands.
//!
//! The arguments are declared without words; each command has a [`Help`] beside it. So no
//! language can be forgotten, and a test finds every argument that nobody explains.

use clap::{Arg, ArgAction, Command};

use crate::words::{Lang, Text, wrap};

/// How wide help in Chinese may be; clap breaks lines at blanks only.
const CELLS: usize = 70;
/// Where the options begin that every command has.
pub(super) const LAST: usize = 100;

/// What a command says of itself.
#[derive(Debug)]
pub(super) struct Help {
    /// Its name.
    pub name: &'static str,
    /// One line: what it does.
    pub about: Text,
    /// More, for those who ask with `--help`; may be empty.
    pub more: Text,
    /// What each argument is, by its id.
    pub args: &'static [(&'static str, Text)],
    /// Commands to try, with what they do.
    pub examples: &'static [(&'static str, Text)],
}

/// A command with all its words.
pub(super) fn dress(command: Command, help: &Help, lang: Lang) -> Command {
    let about = help.about.get(lang);
    let more = help.more.get(lang);
    let long = if more.is_empty() {
        about.to_owned()
    } else {
        format!("{about}\n\n{}", fit(more, lang, CELLS + 10))
    };
    let mut command = framed(command, about, &long, examples(help, lang), lang)
        .next_line_help(lang == Lang::Zh && help.name != "farsight");
    for (at, (id, text)) in help.args.iter().enumerate() {
        command = command.mut_arg(id, |arg| {
            let order = if arg.is_global_set() { LAST + at } else { at };
            dress_arg(arg, *text, lang).display_order(order)
        });
    }
    with_help(command, lang)
}

/// A command with its words around the arguments.
pub(super) fn framed(
    command: Command,
    about: &'static str,
    long: &str,
    after: String,
    lang: Lang,
) -> Command {
    let opening = Text::new("Usage: ", "用法：").get(lang);
    let template =
        format!("{{about-with-newline}}\n{opening}{{usage}}\n\n{{all-args}}{{after-help}}");
    command
        .about(about)
        .long_about(long.to_owned())
        .after_help(after)
        .help_template(template)
        .disable_help_flag(true)
}

/// A command with the flag that shows its words; the order of the headings is that of the arguments.
pub(super) fn with_help(command: Command, lang: Lang) -> Command {
    command.arg(
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .display_order(2 * LAST)
            .help_heading(Text::new("Options", "选项").get(lang))
            .help(Text::new("Print this help", "显示本帮助").get(lang)),
    )
}

/// An argument with its words, its values and its default.
pub(super) fn dress_arg(arg: Arg, text: Text, lang: Lang) -> Arg {
    let mut words = text.get(lang).to_owned();
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    let default = arg.get_default_values().first();
    let is_flag = !arg.get_action().takes_values();
    let mut notes = Vec::new();
    if !values.is_empty() && !is_flag {
        notes.push(values.join(" | "));
    }
    if let Some(default) = default.filter(|_| !is_flag) {
        let text = Text::new("default {0}", "默认 {0}");
        notes.push(text.fill(lang, &[default.to_string_lossy()]));
    }
    if !notes.is_empty() {
        let notes = notes.join(Text::new("; ", "；").get(lang));
        words = Text::new("{0} [{1}]", "{0}［{1}］").fill(lang, &[words, notes]);
    }
    let heading = if arg.is_positional() {
        Text::new("Arguments", "参数")
    } else {
        Text::new("Options", "选项")
    };
    let arg = arg
        .help(fit(&words, lang, CELLS))
        .help_heading(heading.get(lang));
    if is_flag {
        return arg;
    }
    arg.hide_possible_values(true).hide_default_value(true)
}

/// A text with line ends where Chinese must break.
pub(super) fn fitted(text: &str, lang: Lang) -> String {
    fit(text, lang, CELLS)
}

fn fit(text: &str, lang: Lang, cells: usize) -> String {
    match lang {
        Lang::En => text.to_owned(),
        Lang::Zh => wrap(text, cells).join("\n"),
    }
}

fn examples(help: &Help, lang: Lang) -> String {
    let mut out = Text::new("Examples:", "示例：").get(lang).to_owned();
    for (command, text) in help.examples {
        out.extend(["\n  ", command, "\n      ", text.get(lang)]);
    }
    out
}
