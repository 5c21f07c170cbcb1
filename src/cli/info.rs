//! `farsight info`: what the program knows of this machine and its user.

use std::io::{IsTerminal, Write};

use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use super::{Early, console};
use crate::config::{self, SETTINGS};
use crate::plan::SAMPLES;
use crate::store::{Folders, error::shown};
use crate::words::{Text, glossary};
use crate::{catalogue, checks};

pub(super) const HELP: Help = Help {
    name: "info",
    about: Text::new("Show paths, settings and versions", "显示路径、设置和版本"),
    more: Text::new(
        "What to send along when something does not work.",
        "遇到问题求助时，请附上这里的内容。",
    ),
    args: &[(
        "sample_config",
        Text::new(
            "Print a configuration with every setting explained",
            "输出带说明的配置样例",
        ),
    )],
    examples: &[
        ("farsight info", Text::new("all of it", "全部信息")),
        (
            "farsight info --sample-config > config.toml",
            Text::new("a configuration to begin with", "生成一份配置"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long)]
    sample_config: bool,
}

/// Prints what is known.
pub(super) fn run(args: &Args, early: &Early, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    if args.sample_config {
        write!(console.out, "{}", config::sample(lang))?;
        return Ok(Exit::Clean);
    }
    let none = Text::new("none", "无").get(lang);
    let yes_no = |flag: bool| {
        let text = if flag {
            Text::new("yes", "是")
        } else {
            Text::new("no", "否")
        };
        text.get(lang).to_owned()
    };
    let config = early.config.as_deref().map_or(none.to_owned(), |path| {
        let missing = Text::new("(not there)", "（不存在）").get(lang);
        let mark = if path.exists() { "" } else { missing };
        format!("{} {mark}", shown(path)).trim_end().to_owned()
    });
    let state = Folders::find().map_or(none.to_owned(), |folders| shown(&folders.state));
    let term = std::env::var("TERM").unwrap_or_else(|_| none.to_owned());
    let counts = Text::new(
        "{0} fields, {1} rules, {2} terms, {3} samples",
        "{0}个字段，{1}条规则，{2}个术语，{3}份样例",
    );
    let counts = counts.fill(
        lang,
        &[
            catalogue::fields().count(),
            checks::rules().count(),
            glossary::TERMS.len(),
            SAMPLES.len(),
        ]
        .map(|n| n.to_string()),
    );
    let language = Text::new("{0} (by {1})", "{0}（依据：{1}）");
    let language = language.fill(lang, &[lang.tag(), early.lang_from.get(lang)]);
    let rows = [
        (
            Text::new("version", "版本"),
            env!("CARGO_PKG_VERSION").to_owned(),
        ),
        (
            Text::new("plan format", "计划格式"),
            catalogue::FORMAT.to_string(),
        ),
        (Text::new("knows", "内容"), counts),
        (Text::new("language", "语言"), language),
        (Text::new("configuration", "配置文件"), config),
        (Text::new("state folder", "状态文件夹"), state),
        (
            Text::new("input is a terminal", "输入是终端"),
            yes_no(std::io::stdin().is_terminal()),
        ),
        (
            Text::new("output is a terminal", "输出是终端"),
            yes_no(std::io::stdout().is_terminal()),
        ),
        (Text::new("terminal type", "终端类型"), term),
        (Text::new("colour", "颜色"), yes_no(console.color)),
    ];
    let row = Text::new("{0}: {1}", "{0}：{1}");
    for (name, value) in rows {
        let line = row.fill(lang, &[name.get(lang), &console::visible(&value)]);
        console.line(&line)?;
    }
    for setting in SETTINGS {
        let name = Text::new("setting {0}", "设置 {0}").fill(lang, &[setting.key]);
        let value = format!("\"{}\"", setting.show(&early.settings));
        console.line(&row.fill(lang, &[name, console::visible(&value).into_owned()]))?;
    }
    Ok(Exit::Clean)
}
