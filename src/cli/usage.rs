//! Arguments that do not fit, told in both languages.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::commands;
use super::failure::Failure;
use crate::figures;
use crate::words::{Lang, Text};

/// What `clap` refused, in our words.
pub(super) fn failure(error: &clap::Error, called: &[OsString], lang: Lang) -> Failure {
    let context = |kind| error.get(kind).map(words).unwrap_or_default();
    // The dots say that there may be several; nobody misses them here.
    let argument = context(ContextKind::InvalidArg).replace("...", "");
    let value = context(ContextKind::InvalidValue);
    let (text, args) = match error.kind() {
        ErrorKind::UnknownArgument => (
            Text::new("“{0}” is not expected here.", "这里不该出现“{0}”。"),
            vec![argument.clone()],
        ),
        ErrorKind::InvalidValue if value.is_empty() => (
            Text::new("{0} needs a value.", "{0} 需要一个值。"),
            vec![argument],
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (
            Text::new("{0} cannot be “{1}”.", "{0} 不能是“{1}”。"),
            vec![argument, value],
        ),
        ErrorKind::MissingRequiredArgument => {
            (Text::new("Missing: {0}.", "缺少：{0}。"), vec![argument])
        }
        ErrorKind::ArgumentConflict => (
            Text::new("{0} cannot be used with {1}.", "{0} 不能与 {1} 同时使用。"),
            vec![argument, context(ContextKind::PriorArg)],
        ),
        ErrorKind::InvalidUtf8 => (
            Text::new(
                "An argument is not UTF-8 text.",
                "有一个参数不是 UTF-8 文本。",
            ),
            vec![],
        ),
        _ => (
            Text::new("The arguments do not fit: {0}.", "参数不合用：{0}。"),
            vec![error.kind().to_string()],
        ),
    };
    let mut failure = Failure::usage(text.fill(lang, &args));
    let valid = context(ContextKind::ValidValue);
    if !valid.is_empty() {
        let text = Text::new("It can be: {0}.", "可以是：{0}。");
        failure = failure.hint(text.fill(lang, &[valid]));
    }
    let near = context(ContextKind::SuggestedArg);
    if !near.is_empty() {
        let text = Text::new("Did you mean {0}?", "你是不是要用 {0}？");
        failure = failure.hint(text.fill(lang, &[near]));
    } else if error.kind() == ErrorKind::UnknownArgument
        && args.first().is_some_and(|arg| arg.starts_with('-'))
    {
        let text = Text::new(
            "A value that begins with a hyphen stands after `--`.",
            "以连字符开头的值，要写在 `--` 之后。",
        );
        failure = failure.hint(text.get(lang).to_owned());
    }
    let text = Text::new("`{0} --help` shows what fits.", "用法见 `{0} --help`。");
    failure.hint(text.fill(lang, &[command_of(called)]))
}

/// A path followed by a command: which of them was meant?
pub(super) fn path_before_command(lang: Lang) -> Failure {
    let what = Text::new("A path stands before the command.", "路径写在了命令前面。");
    let next = Text::new(
        "Put it after the command: `farsight check plan.toml`.",
        "请写在命令之后：`farsight check plan.toml`。",
    );
    Failure::usage(what.get(lang).to_owned()).hint(next.get(lang).to_owned())
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            let words: Vec<String> = texts.iter().map(ToString::to_string).collect();
            words.join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

/// The command that was called, as far as it can be told from the arguments.
fn command_of(args: &[OsString]) -> String {
    let mut args = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let called = args.find_map(|arg| commands::names().find(|name| *name == arg));
    match called {
        Some("calc") => match args.find_map(figures::formula) {
            Some(formula) => format!("farsight calc {}", formula.name),
            None => String::from("farsight calc"),
        },
        Some(name) => format!("farsight {name}"),
        None => String::from("farsight"),
    }
}
