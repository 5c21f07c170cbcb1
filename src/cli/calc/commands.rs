//! A command for each formula, made from its row: a flag for each input, its words in the help.
//!
//! They are made when `calc` is called and not before: no other command pays for them.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches, Subcommand};

use super::Asked;
use crate::cli::Format;
use crate::cli::help;
use crate::figures::{FORMULAS, Formula, Input, Need, Output, Range, Shape, Unit};
use crate::words::{Lang, Text};

/// The formulas as commands below `calc`, in one language.
pub(in crate::cli) fn with_formulas(calc: Command, lang: Lang) -> Command {
    calc.defer(match lang {
        Lang::En => |calc| all(calc, Lang::En),
        Lang::Zh => |calc| all(calc, Lang::Zh),
    })
}

fn all(calc: Command, lang: Lang) -> Command {
    FORMULAS
        .iter()
        .fold(calc, |calc, formula| calc.subcommand(one(formula, lang)))
}

fn one(formula: &'static Formula, lang: Lang) -> Command {
    let names = formula.aliases.iter().chain([&formula.name]);
    let mut command = Command::new(formula.name)
        .aliases(formula.aliases)
        .aliases(names.flat_map(|name| other_spellings(name)))
        .hide(true)
        .next_line_help(lang == Lang::Zh)
        .disable_version_flag(true);
    for (at, input) in formula.inputs.iter().enumerate() {
        command = command.arg(flag(input, lang).display_order(at));
    }
    let file = Text::new(
        "A file of many computations, JSON lines or CSV; `-` reads the standard input",
        "一份要算的清单，JSON 行或 CSV；`-` 表示读取标准输入",
    );
    let format = Text::new("How to print it", "输出格式");
    command = command
        .arg(
            Arg::new(FILE)
                .long("input")
                .value_name("FILE")
                .value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(
            Arg::new(FORMAT)
                .long("format")
                .value_name("FORMAT")
                .value_parser(clap::value_parser!(Format))
                .default_value("text"),
        );
    let title = formula.title.get(lang);
    let long = format!(
        "{title}\n\n{}",
        help::fitted(formula.answers.get(lang), lang)
    );
    for (id, words) in [(FILE, file), (FORMAT, format)] {
        command = command.mut_arg(id, |arg| {
            help::dress_arg(arg, words, lang).display_order(50)
        });
    }
    let command = help::framed(command, title, &long, page(formula, lang), lang);
    help::with_help(command, lang)
}

/// A name as others may type it: with underscores, or in capitals.
fn other_spellings(name: &str) -> impl Iterator<Item = String> {
    let snake = name.replace('-', "_");
    let mut spellings = vec![name.to_uppercase(), snake.to_uppercase(), snake];
    spellings.sort();
    spellings.dedup();
    let name = name.to_owned();
    spellings.into_iter().filter(move |it| *it != name)
}

/// Ids that no input of a formula has.
const FILE: &str = "the-file";
const FORMAT: &str = "the-format";

fn flag(input: &'static Input, lang: Lang) -> Arg {
    let mut notes = vec![unit(input).get(lang)];
    match input.range {
        Range::Any => {}
        range => notes.push(range.words().get(lang)),
    }
    let many = input.shape == Shape::Many;
    if many {
        notes.push(Text::new("several", "可以有多个").get(lang));
    }
    let default = match input.need {
        Need::Required => String::new(),
        Need::Optional => Text::new("may be left out", "可省略").get(lang).to_owned(),
        Need::Default(value) => Text::new("default {0}", "默认 {0}").fill(lang, &[value]),
    };
    if !default.is_empty() {
        notes.push(&default);
    }
    notes.retain(|note| !note.is_empty());
    let mut help = input.label.get(lang).to_owned();
    if let Shape::Word(words) = input.shape {
        for (word, says) in words {
            let text = Text::new("; {0}: {1}", "；{0}：{1}");
            help += &text.fill(lang, &[word, says.get(lang)]);
        }
    }
    if !notes.is_empty() {
        let notes = notes.join(Text::new("; ", "；").get(lang));
        help = Text::new("{0} [{1}]", "{0}［{1}］").fill(lang, &[help, notes]);
    }
    let heading = Text::new("Inputs", "输入项").get(lang);
    let arg = Arg::new(input.name)
        .long(input.name)
        .aliases(input.aliases)
        .aliases(underscored(input))
        .value_name(value_name(input, lang))
        .help(help::fitted(&help, lang))
        .help_heading(heading);
    if many {
        // A hyphen may begin the next flag: of several values only numbers may be negative.
        return arg
            .action(ArgAction::Append)
            .num_args(1..)
            .allow_negative_numbers(true);
    }
    arg.action(ArgAction::Append)
        .num_args(1)
        .allow_hyphen_values(true)
}

/// The names of an input with underscores, as other programs write them.
fn underscored(input: &'static Input) -> impl Iterator<Item = String> {
    let names = input.aliases.iter().chain([&input.name]);
    names
        .filter(|name| name.contains('-'))
        .map(|name| name.replace('-', "_"))
}

/// What an input counts, for the help.
fn unit(input: &Input) -> Text {
    if matches!(input.shape, Shape::Word(_)) {
        return Text::new("", "");
    }
    match input.unit {
        Unit::Money => Text::new("money", "金额"),
        Unit::Rate => Text::new("rate, 5% or 0.05", "比率，写 5% 或 0.05"),
        Unit::Count => Text::new("count", "数量"),
        Unit::Times => Text::new("times", "倍数"),
        Unit::Points => Text::new("points", "分数"),
        Unit::Periods => Text::new("periods", "期数"),
        Unit::Years => Text::new("years", "年"),
        Unit::Months => Text::new("months", "月"),
        Unit::Number => Text::new("number", "数"),
    }
}

fn value_name(input: &Input, lang: Lang) -> &'static str {
    let name = match (input.shape, input.unit) {
        (Shape::Word(_), _) => Text::new("WORD", "词"),
        (Shape::Many, _) => Text::new("NUMBERS", "一串数"),
        (_, Unit::Rate) => Text::new("RATE", "比率"),
        (_, Unit::Money) => Text::new("MONEY", "金额"),
        _ => Text::new("NUMBER", "数"),
    };
    name.get(lang)
}

/// What stands below the flags: the formula, its results, its convention and an example.
fn page(formula: &'static Formula, lang: Lang) -> String {
    let mut out = Text::new("Results:", "结果：").get(lang).to_owned();
    for output in formula.outputs {
        let Output {
            name,
            label,
            expression,
            ..
        } = output;
        let words = formula.in_words(expression, lang);
        let row = format!("{} = {words}", label.get(lang));
        out += &format!(
            "\n  {name}\n      {}",
            help::fitted(&row, lang).replace('\n', "\n      ")
        );
    }
    if let Some(convention) = formula.convention {
        let text = Text::new("Convention:\n  ", "约定：\n  ").get(lang);
        let convention = help::fitted(convention.get(lang), lang);
        out += &format!("\n\n{text}{}", convention.replace('\n', "\n  "));
    }
    if let Some(example) = formula.example(lang) {
        let text = Text::new("Example:", "示例：").get(lang);
        out += &format!("\n\n{text}\n  {example}");
    }
    out
}

impl Subcommand for Asked {
    // The flags are made in the language of the person: see `with_formulas`.
    fn augment_subcommands(command: Command) -> Command {
        command.allow_external_subcommands(true)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    // A name that is no formula is ours too: we say what is near it.
    fn has_subcommand(_: &str) -> bool {
        true
    }
}

impl FromArgMatches for Asked {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Asked, clap::Error> {
        let Some((name, matches)) = matches.subcommand() else {
            return Err(clap::Error::new(clap::error::ErrorKind::MissingSubcommand));
        };
        let mut asked = Asked {
            name: name.to_owned(),
            given: Vec::new(),
            input: None,
            format: Format::Text,
        };
        // A name that is no formula is told of later, with what is near it.
        let Some(formula) = FORMULAS.iter().find(|it| it.name == name) else {
            return Ok(asked);
        };
        asked.input = matches.get_one::<PathBuf>(FILE).cloned();
        asked.format = matches
            .get_one::<Format>(FORMAT)
            .copied()
            .unwrap_or_default();
        for input in formula.inputs {
            if let Some(texts) = matches.get_many::<String>(input.name) {
                asked.given.push((input.name, texts.cloned().collect()));
            }
        }
        Ok(asked)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Asked::from_arg_matches(matches)?;
        Ok(())
    }
}
