//! `farsight rules`: every check by name.

use std::io::Write;

use super::Format;
use super::console::{BOLD, Console, FAINT};
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::catalogue::Step;
use crate::checks::{self, Rule};
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "rules",
    about: Text::new("List the rules of the check", "列出检查规则"),
    more: Text::new("", ""),
    args: &[(
        "format",
        Text::new("For people or for programs", "给人看，或给程序读"),
    )],
    examples: &[
        (
            "farsight rules",
            Text::new("all rules by step", "按步骤列出全部规则"),
        ),
        (
            "farsight rules --format json",
            Text::new("the same for a program", "同样内容，供程序读取"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Prints the rules.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    match args.format {
        Format::Json => json(console)?,
        Format::Text => text(console)?,
    }
    Ok(Exit::Clean)
}

fn text(console: &mut Console) -> Result<(), Failure> {
    let mut first = true;
    for step in Step::ALL {
        let rules: Vec<&Rule> = checks::rules().filter(|rule| rule.step == step).collect();
        if rules.is_empty() {
            continue;
        }
        if !first {
            console.line("")?;
        }
        first = false;
        let heading = console.paint(BOLD, step.title().get(console.lang));
        console.line(&heading)?;
        for rule in rules {
            let severity = rule.severity.label().get(console.lang);
            let title = rule.title.get(console.lang);
            let about = console.paint(FAINT, &format!("{severity}, {title}"));
            console.line(&format!("  {} {}  {about}", rule.code, rule.name))?;
        }
    }
    Ok(())
}

fn json(console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let rules: Vec<serde_json::Value> = checks::rules()
        .map(|rule| {
            serde_json::json!({
                "code": rule.code,
                "name": rule.name,
                "aliases": rule.aliases,
                "severity": rule.severity.key(),
                "step": rule.step.number(),
                "title": rule.title.get(lang),
                "why": rule.why.get(lang),
                "ask": rule.ask.get(lang),
            })
        })
        .collect();
    let out = serde_json::json!({ "schema": "farsight.rules/1", "rules": rules });
    serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
    Ok(writeln!(console.out)?)
}
