//! `farsight chart`: the charts of a plan, as text.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use clap::builder::styling::Style;
use jiff::civil::Date;

use super::Format;
use super::console::{BOLD, CYAN, Console, FAINT, GREEN, MAGENTA, RED, YELLOW, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::charts::{CHARTS, Chart, Ground, Picture, Role, page};
use crate::store::error::shown;
use crate::tui::terminal;
use crate::words::{Lang, Text, wrap};

mod json;

/// What a plan that cannot be read whole does not give.
const LOST: Text = Text::new("its charts are not drawn", "不画图");

pub(super) const HELP: Help = Help {
    name: "chart",
    about: Text::new(
        "Draw the charts of a plan, with every number in words",
        "画出计划的图表，每个数字都有文字说明",
    ),
    more: Text::new(
        "Without a name it lists the charts: what each one shows, and what the plan lacks for it. A name may be shortened as long as only one chart begins with it.\n\nThe words for every mark stand beside the chart from 100 columns on, else below it. In a pipe a chart is 80 columns wide.",
        "不写图名，就列出所有图表：各说明什么，计划还缺什么。图名可以缩写，只要不会认错。\n\n宽度达到 100 列时，说明写在图的旁边，否则写在下面。输出到管道时，图宽 80 列。",
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
            "name",
            Text::new("The chart; otherwise a list of all", "图名；不写则列出全部"),
        ),
        (
            "all",
            Text::new("Every chart that can be drawn", "画出所有能画的图"),
        ),
        (
            "width",
            Text::new(
                "Columns; otherwise those of the terminal",
                "宽度（列）；不写则用终端的宽度",
            ),
        ),
        (
            "height",
            Text::new(
                "Lines for each drawing; otherwise as many as it needs",
                "每张图的高度（行）；不写则按需要",
            ),
        ),
        (
            "today",
            Text::new(
                "The day that the calendar marks, as 2027-06-30; otherwise the date of the machine",
                "日程图上标出的今天，如 2027-06-30；不写则用本机日期",
            ),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[
        (
            "farsight chart plan.toml",
            Text::new("which charts there are", "列出有哪些图"),
        ),
        (
            "farsight chart plan.toml opportunity",
            Text::new(
                "needs by importance and satisfaction",
                "各需要的重要性与满意度",
            ),
        ),
        (
            "farsight chart plan.toml --all --width 120",
            Text::new(
                "all of them, with the words beside",
                "画出全部，说明写在旁边",
            ),
        ),
        (
            "farsight chart plan.toml calendar --format json",
            Text::new("the data of one", "一张图的数据"),
        ),
    ],
};

/// How wide a chart is in a pipe.
const CELLS: usize = 80;
/// What a chart can be asked to be: at least a word wide, at most what a screen could be.
const LEAST: u16 = 10;
const MOST: u16 = 400;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    name: Option<String>,
    #[arg(long, conflicts_with = "name")]
    all: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(i64::from(LEAST)..=i64::from(MOST)))]
    width: Option<u16>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(3..=i64::from(MOST)))]
    height: Option<u16>,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Prints charts, or the list of them.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let text = file::text(&args.plan).map_err(|error| Failure::opening(&error, lang))?;
    let name = shown(&args.plan);
    let reading = file::whole(&text, &name, LOST, lang)?;
    let today = args.today.unwrap_or_else(Console::today);
    let ground = Ground::new(&reading.plan, Some(today), lang);
    let wanted = args.name.as_deref();
    let kinds = CHARTS
        .iter()
        .filter(|kind| wanted.is_none_or(|it| kind.key.starts_with(it)));
    let exact = CHARTS.iter().filter(|kind| Some(kind.key) == wanted);
    let kinds: Vec<_> = match exact.collect::<Vec<_>>() {
        exact if exact.is_empty() => kinds.collect(),
        exact => exact,
    };
    if let Some(wanted) = wanted.filter(|_| kinds.len() != 1) {
        return Err(unknown(
            wanted,
            &kinds.iter().map(|kind| kind.key).collect::<Vec<_>>(),
            lang,
        ));
    }
    let charts: Vec<Chart> = kinds.iter().map(|kind| kind.chart(&ground)).collect();
    if args.format == Format::Json {
        json::write(&name, &charts, console)?;
        return Ok(Exit::Clean);
    }
    let width = args.width.map_or_else(columns, usize::from);
    let height = args.height.map_or(usize::MAX, usize::from);
    let none = charts.iter().all(|chart| chart.body.is_err());
    if wanted.is_none() && (!args.all || none) {
        list(&name, &charts, width, console)?;
        return Ok(Exit::Clean);
    }
    let drawn = charts
        .iter()
        .filter(|chart| wanted.is_some() || chart.body.is_ok());
    for (at, chart) in drawn.enumerate() {
        if at > 0 {
            console.line("")?;
        }
        print(&page(chart, width, height), console)?;
    }
    Ok(Exit::Clean)
}

/// The columns of the terminal, or those of a pipe.
fn columns() -> usize {
    let size = std::io::stdout().is_terminal().then(terminal::columns);
    let columns = size.flatten().map_or(CELLS, usize::from);
    columns.clamp(LEAST.into(), MOST.into())
}

/// The charts with what each one shows, or what the plan lacks for it.
fn list(name: &str, charts: &[Chart], width: usize, console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    for chart in charts {
        let (sign, said) = match &chart.body {
            Ok(_) => ("✓", &chart.question),
            Err(missing) => ("·", &missing.say),
        };
        let key = console.paint(BOLD, chart.key);
        console.line(&format!("{sign} {key}"))?;
        for line in wrap(&visible(said), width.saturating_sub(2).min(CELLS)) {
            console.line(&format!("  {line}"))?;
        }
    }
    let drawn = charts.iter().filter(|chart| chart.body.is_ok()).count();
    let none = Text::new(
        "None of the {1} charts can be drawn yet: each says what it needs.",
        "{1} 张图现在都还画不了：各自还缺什么，见上面的说明。",
    );
    let some = Text::new(
        "{0} of {1} charts can be drawn: `farsight chart {2} NAME` draws one, --all draws them.",
        "{1} 张图中有 {0} 张可以画：`farsight chart {2} 图名` 画一张，--all 全部画出。",
    );
    let text = if drawn == 0 { none } else { some };
    let args = [drawn.to_string(), charts.len().to_string(), name.to_owned()];
    console.line("")?;
    for line in wrap(&visible(&text.fill(lang, &args)), width.min(CELLS)) {
        console.line(line)?;
    }
    Ok(())
}

/// Prints a drawing in the colours of its parts.
fn print(picture: &Picture, console: &mut Console) -> Result<(), Failure> {
    for line in &picture.lines {
        for span in line {
            let painted = match style(span.role) {
                Some(style) => console.paint(style, &span.text),
                None => span.text.clone(),
            };
            write!(console.out, "{painted}")?;
        }
        writeln!(console.out)?;
    }
    Ok(())
}

/// What a part of a drawing looks like.
const fn style(role: Role) -> Option<Style> {
    match role {
        Role::Text | Role::Label => None,
        Role::Title => Some(BOLD),
        Role::Mark => Some(YELLOW),
        Role::Ours => Some(GREEN),
        Role::Rival => Some(MAGENTA),
        Role::Bar => Some(CYAN),
        Role::Negative => Some(RED),
        Role::Axis | Role::Line | Role::Region | Role::Faint => Some(FAINT),
    }
}

/// A name that is no chart's, or the beginning of several.
fn unknown(wanted: &str, near: &[&str], lang: Lang) -> Failure {
    let what = if near.is_empty() {
        Text::new("There is no chart “{0}”.", "没有“{0}”这张图。")
    } else {
        Text::new(
            "Several charts begin with “{0}”.",
            "有几张图都以“{0}”开头。",
        )
    };
    let known: Vec<&str> = match near {
        [] => CHARTS.iter().map(|kind| kind.key).collect(),
        near => near.to_vec(),
    };
    let next = Text::new("Charts: {0}.", "可选的图：{0}。");
    let known = known.join(Text::new(", ", "、").get(lang));
    Failure::usage(what.fill(lang, &[wanted])).hint(next.fill(lang, &[known]))
}
