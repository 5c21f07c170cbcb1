//! `farsight calc`: a formula with numbers, and how it came to its answer.

mod commands;
mod lines;
mod list;
mod told;

use std::path::PathBuf;

use super::Format;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::figures::{Fault, Formula, Given, read};
use crate::words::Text;

pub(super) use commands::with_formulas;

pub(super) const HELP: Help = Help {
    name: "calc",
    about: Text::new(
        "Compute a formula and show how it came to its answer",
        "套用一个公式，并说明结果怎么来的",
    ),
    more: Text::new(
        "`farsight calc --list` names the formulas; `farsight calc FORMULA --help` says what one needs; `farsight explain FORMULA` shows its page.\n\nA rate has a percent sign or is a fraction: 80% or 0.8. A list is given as `1500,500,2000`, or number by number.\n\nA file for --input has one JSON object per line, `{\"formula\": \"break-even\", \"inputs\": {\"price\": 18}}`, where `formula` may be left out if the command names one; or it is a CSV table whose first line names the inputs of the formula. Each line gives one line of JSON, in the same order; one that cannot be computed has `error`, and the exit code is then 3.\n\nExit codes: 0 computed, 1 no answer for these numbers, 2 usage, 3 cannot read.",
        "`farsight calc --list` 列出公式；`farsight calc 公式 --help` 说明要给什么；`farsight explain 公式` 查看公式的说明页。\n\n比率要带百分号，或写成小数：80% 或 0.8。一串数可写作 `1500,500,2000`，也可逐个给出。\n\n--input 的文件每行一个 JSON 对象：`{\"formula\": \"break-even\", \"inputs\": {\"price\": 18}}`，命令里写了公式时可省去 `formula`；也可以是 CSV 表格，首行为公式的输入项名称。结果逐行以 JSON 返回，顺序不变；算不出的一行含 `error`，这时退出码为 3。\n\n退出码：0 已算出，1 这些数没有答案，2 用法有误，3 无法读取。",
    ),
    args: &[
        (
            "list",
            Text::new(
                "List the formulas, or those that have this word",
                "列出公式；写上词则只列含该词的公式",
            ),
        ),
        (
            "input",
            Text::new(
                "A file of many computations, JSON lines or CSV; `-` reads the standard input",
                "一份要算的清单，JSON 行或 CSV；`-` 表示读取标准输入",
            ),
        ),
        ("format", Text::new("How to print it", "输出格式")),
    ],
    examples: &[
        (
            "farsight calc break-even --price 18 --variable-cost 6.5 --fixed-costs 20,700",
            Text::new("one formula", "算一个公式"),
        ),
        (
            "farsight calc lifetime-value --margin 60 --retention 70% --discount 5%",
            Text::new("a rate has a percent sign", "比率带百分号"),
        ),
        (
            "farsight calc --list loyalty",
            Text::new("look for a formula", "查找公式"),
        ),
        (
            "farsight calc break-even --input products.csv",
            Text::new("a whole table", "算一整张表"),
        ),
    ],
};

/// The arguments; those of each formula are in [`commands`].
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "WORD", num_args = 0..=1, default_missing_value = "")]
    list: Option<String>,
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(subcommand)]
    formula: Option<Asked>,
}

/// A formula that was called by name, with what was given for each of its inputs.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    name: String,
    /// The name of an input and the texts given for it.
    given: Vec<(&'static str, Vec<String>)>,
    input: Option<PathBuf>,
    format: Format,
}

/// Computes, or lists what can be computed.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    if let Some(word) = &args.list {
        return list::print(word, args.format, console);
    }
    let Some(asked) = &args.formula else {
        let Some(file) = &args.input else {
            return Err(nothing_asked(console));
        };
        return lines::run(file, None, &[], console);
    };
    let Some(formula) = crate::figures::formula(&asked.name) else {
        return Err(list::unknown(&asked.name, console.lang));
    };
    if let Some(file) = asked.input.as_ref().or(args.input.as_ref()) {
        return lines::run(file, Some(formula), &asked.given, console);
    }
    let given = given(formula, &asked.given, console)?;
    let format = if args.format == Format::Json {
        args.format
    } else {
        asked.format
    };
    compute(&given, format, console)
}

fn nothing_asked(console: &Console) -> Failure {
    let what = Text::new("No formula is named.", "没有写公式。");
    let next = Text::new(
        "`farsight calc --list` names them.",
        "`farsight calc --list` 会列出全部公式。",
    );
    Failure::usage(console.say(what, &[])).hint(console.say(next, &[]))
}

/// What was typed, as the inputs of the formula.
fn given(
    formula: &'static Formula,
    typed: &[(&'static str, Vec<String>)],
    console: &Console,
) -> Result<Given, Failure> {
    let mut given = Given::new(formula);
    for (name, texts) in typed {
        let Some(input) = formula.input(name) else {
            continue;
        };
        let text = texts.join("\n");
        let value = read::read(input, &text).map_err(|fault| {
            let what = Text::new("--{0} {1}: {2}.", "--{0} {1}：{2}。");
            let said = fault.message(console.lang);
            Failure::usage(console.say(what, &[name, &texts.join(" "), &said]))
                .hint(help_of(formula, console))
        })?;
        given.set(name, value);
    }
    let missing = given.missing();
    if missing.is_empty() {
        return Ok(given);
    }
    let missing: Vec<String> = missing
        .iter()
        .map(|input| {
            let text = Text::new("--{0} ({1})", "--{0}（{1}）");
            let label = formula.label(input.name, console.lang).unwrap_or_default();
            console.say(text, &[input.name, &label])
        })
        .collect();
    let what = Text::new("Missing: {0}.", "缺少：{0}。");
    let missing = missing.join(Text::new(", ", "、").get(console.lang));
    Err(Failure::usage(console.say(what, &[&missing])).hint(help_of(formula, console)))
}

fn help_of(formula: &Formula, console: &Console) -> String {
    let next = Text::new(
        "`farsight calc {0} --help` shows what fits.",
        "用法见 `farsight calc {0} --help`。",
    );
    console.say(next, &[formula.name])
}

fn compute(given: &Given, format: Format, console: &mut Console) -> Result<Exit, Failure> {
    let results = given.compute();
    let formula = given.formula();
    if format == Format::Json {
        use std::io::Write;
        let out = told::json(given, &results, console.lang);
        serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
        writeln!(console.out)?;
    }
    match &results {
        Err(Fault::OutOfRange(input)) => {
            let what = Text::new("--{0} {1}: {2}.", "--{0} {1}：{2}。");
            let value = given.taken(input);
            let value = value.map_or_else(String::new, |it| it.shown(input.unit, console.lang));
            let said = Fault::OutOfRange(input).message(console.lang);
            let what = console.say(what, &[input.name, &value, &said]);
            Err(Failure::usage(what).hint(help_of(formula, console)))
        }
        Err(fault) => {
            let mut said = fault.message(console.lang);
            said.push_str(Text::new(".", "。").get(console.lang));
            Err(Failure::usage(said).hint(help_of(formula, console)))
        }
        Ok(results) => {
            if format == Format::Text {
                told::text(given, results, console)?;
            }
            let answered = results.iter().any(|(_, outcome)| outcome.is_ok());
            let first = results.iter().next();
            let first = first.is_some_and(|(_, outcome)| outcome.is_ok());
            Ok(if first && answered {
                Exit::Clean
            } else {
                Exit::Findings
            })
        }
    }
}
