//! `farsight figures`: the numbers of a plan, each with its formula and the places it comes from.

pub(super) use json::{exact, shift_json};
pub(super) use text::clip;

mod changed;
mod json;
mod text;

use std::path::PathBuf;

use super::Format;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::catalogue::Step;
use crate::figures::figure::Subject;
use crate::figures::results::told;
use crate::figures::{self, Fault, Figure, Outcome, Output};
use crate::plan::{self, Document, Lines, Path};
use crate::store::error::shown;
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "figures",
    about: Text::new(
        "Show the numbers of a plan, and how each is computed",
        "显示计划里的数字，以及每个数字是怎么算出来的",
    ),
    more: Text::new(
        "Market size, segment potential, value against each alternative, contribution, break-even, budget, revenue, lifetime value and more, as far as the plan gives their inputs. One line a figure; --full or a KEY shows the formula, the formula with the plan's numbers, and the file and line of every input. What lacks an input stands last, with the fields to fill.\n\n--set asks “what if”: values are typed as people write them (80%, 30k), the answer shows what would move, and the plan stays as it is.",
        "包括市场规模、细分潜量、与各替代选择的价值对比、单位贡献、盈亏平衡、预算、收入、终身价值等，计划给出输入项的都会算。每个数字一行；加 --full 或写出键名，会显示公式、代入数字的公式，以及每个输入项在文件里的行号。缺输入项的排在最后，并写明该填哪些字段。\n\n--set 用来问“如果……会怎样”：值按平常写法写（80%、3万），只显示会变的数字，计划文件不受影响。",
    ),
    args: &[
        (
            "plan",
            Text::new(
                "The plan; `-` reads the standard input",
                "计划文件；`-` 表示读取标准输入",
            ),
        ),
        (
            "key",
            Text::new(
                "Show these figures only, in full: lifetime-value, or lifetime-value.regulars",
                "只看这些数字并显示详情：如 lifetime-value 或 lifetime-value.regulars",
            ),
        ),
        (
            "step",
            Text::new(
                "Only one step: 1 to 5, or its name",
                "只看一步：1～5，或步骤名",
            ),
        ),
        (
            "full",
            Text::new(
                "Show formulas and the places of the inputs",
                "显示公式和输入项的位置",
            ),
        ),
        (
            "set",
            Text::new(
                "Ask what would change if a field had another value; may be repeated",
                "问某个字段换个值会怎样；可以写多个",
            ),
        ),
        (
            "movers",
            Text::new(
                "Show which fields move this figure most when each changes by a tenth",
                "看哪些字段各变动一成时，对这个数字影响最大",
            ),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[
        (
            "farsight figures plan.toml",
            Text::new("every number of the plan", "计划里的全部数字"),
        ),
        (
            "farsight figures plan.toml break-even",
            Text::new("one kind, with formulas", "只看一类，带公式"),
        ),
        (
            "farsight figures plan.toml --set relationships.groups.regulars.retention=80%",
            Text::new(
                "what a higher retention would change",
                "保留率提高后哪些数字会变",
            ),
        ),
        (
            "farsight figures plan.toml --movers profit.base",
            Text::new("what the profit hangs on", "利润主要取决于什么"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    key: Option<String>,
    #[arg(long, value_name = "STEP")]
    step: Option<String>,
    #[arg(long)]
    full: bool,
    #[arg(long, value_name = "PATH=VALUE", conflicts_with = "movers")]
    set: Vec<String>,
    #[arg(long, value_name = "KEY")]
    movers: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Prints the figures of a plan.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let step = args.step.as_deref().map(|step| self::step(step, lang));
    let step = step.transpose()?;
    let text = read(&args.plan, lang)?;
    let reading = plan::read(&text);
    let currency = reading.plan.frame.currency.as_ref();
    let page = Page {
        name: shown(&args.plan),
        currency: currency.map_or(String::new(), |it| it.value.trim().to_owned()),
        document: Document::parse(text.as_str()),
        lines: Lines::of(&text),
        console,
    };
    if let Some(key) = &args.movers {
        return changed::movers(page, &text, key, args.format);
    }
    if !args.set.is_empty() {
        let picked = |figure: &Figure| {
            step.is_none_or(|step| figure.step == step)
                && args.key.as_ref().is_none_or(|key| answers(figure, key))
        };
        return changed::set(page, &text, &args.set, &picked, args.format);
    }
    let all = figures::figures(&reading.plan);
    let mut figures: Vec<&Figure> = all
        .iter()
        .filter(|figure| step.is_none_or(|step| figure.step == step))
        .collect();
    if let Some(key) = &args.key {
        figures.retain(|figure| answers(figure, key));
        if figures.is_empty() {
            return Err(unknown(key, &all, lang));
        }
    }
    match args.format {
        Format::Text => page.text(&figures, args.full || args.key.is_some())?,
        Format::Json => page.json(&figures)?,
    }
    Ok(Exit::Clean)
}

/// The text of a plan that can be read whole: half a plan has wrong sums.
pub(super) fn read(path: &std::path::Path, lang: Lang) -> Result<String, Failure> {
    let text = file::text(path).map_err(|error| Failure::opening(&error, lang))?;
    let reading = plan::read(&text);
    if reading.is_sound() && !reading.is_newer() {
        return Ok(text);
    }
    let what = Text::new(
        "{0} cannot be read whole, so nothing is computed from it.",
        "{0} 未能完整读取，因此不作计算。",
    );
    let next = Text::new(
        "`farsight check {0}` shows what is wrong.",
        "运行 `farsight check {0}` 可以看到哪里有问题。",
    );
    let name = shown(path);
    Err(Failure::files(what.fill(lang, &[&name])).hint(next.fill(lang, &[&name])))
}

/// The step that a number or a name means.
fn step(name: &str, lang: Lang) -> Result<Step, Failure> {
    let wanted = name.trim().to_lowercase();
    let steps = Step::ALL.into_iter().filter(|step| *step != Step::Plan);
    let found = steps.clone().find(|step| {
        let label = step.label();
        let names = [label.get(Lang::En), label.get(Lang::Zh)].map(str::to_lowercase);
        names.contains(&wanted) || step.number().to_string() == wanted
    });
    found.ok_or_else(|| {
        let what = Text::new("There is no step “{0}”.", "没有“{0}”这一步。");
        let names: Vec<String> = steps
            .map(|step| format!("{} {}", step.number(), step.label().get(lang)))
            .collect();
        let next = Text::new("The steps are: {0}.", "五步是：{0}。");
        let names = names.join(Text::new(", ", "、").get(lang));
        Failure::usage(what.fill(lang, &[name])).hint(next.fill(lang, &[names]))
    })
}

/// Whether a figure is meant: by its whole key, the beginning of it, or the row that it is about.
fn answers(figure: &Figure, wanted: &str) -> bool {
    let wanted = wanted.trim();
    figure.key == wanted
        || figure.role() == wanted
        || figure
            .key
            .strip_prefix(wanted)
            .is_some_and(|rest| rest.starts_with('.'))
        || figure.key.split('.').any(|part| part == wanted)
        || figure.formula.name == wanted
}

/// No figure of this name: those that are most like it.
fn unknown(key: &str, all: &[Figure], lang: Lang) -> Failure {
    let what = Text::new(
        "This plan has no figure “{0}”.",
        "这份计划里没有名为“{0}”的数字。",
    );
    let failure = Failure::usage(what.fill(lang, &[key]));
    let mut near: Vec<(f64, &str)> = all
        .iter()
        .flat_map(|figure| [figure.key.as_str(), figure.role()])
        .map(|name| (strsim::jaro_winkler(key, name), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup_by_key(|(_, name)| *name);
    let names: Vec<&str> = near.into_iter().take(3).map(|(_, name)| name).collect();
    let next = if names.is_empty() {
        Text::new(
            "Without a KEY all figures are listed, with their keys.",
            "不写键名会列出全部数字及其键名。",
        )
        .get(lang)
        .to_owned()
    } else {
        let names = names.join(Text::new(", ", "、").get(lang));
        Text::new("Did you mean {0}?", "你是不是要写 {0}？").fill(lang, &[names])
    };
    failure.hint(next)
}

/// What the output of one plan needs.
struct Page<'c, 't> {
    console: &'c mut Console,
    name: String,
    currency: String,
    document: Document,
    lines: Lines<'t>,
}

impl Page<'_, '_> {
    /// The line of the file on which a field stands.
    fn line_of(&self, path: &str) -> Option<usize> {
        let span = self.document.span(&Path::parse(path))?;
        Some(self.lines.place(span.start).line)
    }

    /// A result as people read it.
    fn shown(&self, output: &Output, outcome: &Result<Outcome, Fault>) -> String {
        told(outcome, output.unit, &self.currency, self.console.lang)
    }
}

/// The name of a figure's subject, for programs and people.
fn called(subject: &Subject, lang: Lang) -> &str {
    subject.called(lang)
}
