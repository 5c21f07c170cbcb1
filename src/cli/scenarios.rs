//! `farsight scenarios`: low, base and high side by side.

use std::io::Write;
use std::path::PathBuf;

use rust_decimal::Decimal;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::Format;
use super::console::{BOLD, Console, visible};
use super::failure::{Exit, Failure};
use super::figures::{clip, exact, read};
use super::help::Help;
use crate::catalogue::Choice;
use crate::catalogue::choices::{Choose, Scenario};
use crate::figures::{Case, scenarios};
use crate::plan;
use crate::store::error::shown;
use crate::words::number::show_money;
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "scenarios",
    about: Text::new(
        "Compare the low, base and high forecast",
        "把低、基准、高三种预测并排比较",
    ),
    more: Text::new(
        "Revenue, its parts by product and segment, contribution, profit after fixed costs, and whether break-even is reached. A scenario that has no line of its own for a product, segment and channel takes the base line, and says so.",
        "比较收入、按产品和细分的构成、贡献毛益、扣除固定成本后的利润，以及是否达到盈亏平衡。某个情景没有为某产品、细分、渠道单独写行时，沿用基准预测，并会说明。",
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
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[(
        "farsight scenarios plan.toml",
        Text::new("the scenarios side by side", "各情景并排比较"),
    )],
};

/// The name and version of the format.
const SCHEMA: &str = "farsight.scenarios/1";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Prints the scenarios of a plan.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let text = read(&args.plan, console.lang)?;
    let reading = plan::read(&text);
    let currency = reading.plan.frame.currency.as_ref();
    let currency = currency.map_or("", |it| it.value.trim());
    let cases = scenarios(&reading.plan);
    match args.format {
        Format::Text => text_out(&cases, currency, console)?,
        Format::Json => json_out(&shown(&args.plan), &cases, currency, console)?,
    }
    Ok(Exit::Clean)
}

/// The words of a scenario.
fn choice(scenario: Scenario) -> Option<&'static Choice> {
    let at = Scenario::VALUES.iter().position(|it| *it == scenario)?;
    Scenario::CHOICES.get(at)
}

fn text_out(cases: &[Case], currency: &str, console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    if cases.is_empty() {
        let text = Text::new(
            "The plan has no forecast yet: rows of mix.forecast tell who buys how often at which price.",
            "计划还没有预测：请在 mix.forecast 里写明谁、按什么价格、买多少次。",
        );
        return console.line(text.get(lang));
    }
    let rows = rows(cases, currency, lang);
    let column = |at: usize| {
        let widths = rows.iter().filter_map(|row| Some(row.get(at)?.width()));
        widths.max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..=cases.len()).map(column).collect();
    for (nth, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let width = widths.get(at).copied().unwrap_or_default();
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            line += &if at == 0 {
                format!("{cell}{pad}")
            } else {
                format!("  {pad}{cell}")
            };
        }
        let line = line.trim_end();
        let line = if nth == 0 {
            console.paint(BOLD, line)
        } else {
            line.to_owned()
        };
        console.line(&line)?;
    }
    for case in cases.iter().filter(|case| !case.taken.is_empty()) {
        let text = Text::new(
            "{0} takes from the base forecast: {1}.",
            "“{0}”沿用基准预测的：{1}。",
        );
        let name = choice(case.scenario).map_or("", |it| it.label.get(lang));
        let taken = case.taken.join(Text::new(", ", "、").get(lang));
        console.line(&visible(&text.fill(lang, &[name, &taken])))?;
    }
    if let [only] = cases {
        let name = choice(only.scenario).map_or("", |it| it.label.get(lang));
        let text = Text::new(
            "Only the scenario “{0}” is told: what would the others be?",
            "只写了“{0}”这一种情景：其他情景会怎样？",
        );
        console.line(&text.fill(lang, &[name]))?;
    }
    Ok(())
}

/// The table as it is printed: a heading, and a row for each number.
fn rows(cases: &[Case], currency: &str, lang: Lang) -> Vec<Vec<String>> {
    let money = |value: Option<Decimal>| {
        value.map_or("–".to_owned(), |value| show_money(value, currency, lang))
    };
    let mut rows = Vec::new();
    let mut row = |label: String, cell: &dyn Fn(&Case) -> String| {
        rows.push(
            std::iter::once(label)
                .chain(cases.iter().map(cell))
                .collect(),
        );
    };
    row(String::new(), &|case| {
        choice(case.scenario).map_or(String::new(), |it| it.label.get(lang).to_owned())
    });
    let label = |text: Text| text.get(lang).to_owned();
    row(label(Text::new("Revenue", "收入")), &|case| {
        money(case.revenue)
    });
    for part in [
        |case: &Case| case.by_product.clone(),
        |case: &Case| case.by_segment.clone(),
    ] {
        let mut names: Vec<(String, String)> = Vec::new();
        // In the order of the base case: the others replace some of its lines.
        let base = |case: &&Case| case.scenario == Scenario::Base;
        let ordered = cases.iter().filter(base).chain(cases);
        for one in ordered.flat_map(part) {
            if !names.iter().any(|(id, _)| *id == one.id) {
                names.push((one.id, one.name));
            }
        }
        // One product or one segment is the whole.
        if names.len() < 2 {
            continue;
        }
        for (id, name) in names {
            let name = clip(&visible(&name), 32);
            row(format!("  {name}"), &|case| {
                let own = part(case).into_iter().find(|it| it.id == id);
                money(own.and_then(|own| own.revenue))
            });
        }
    }
    row(label(Text::new("Contribution", "贡献毛益")), &|case| {
        money(case.contribution)
    });
    row(
        label(Text::new(
            "Profit after fixed costs",
            "扣除固定成本后的利润",
        )),
        &|case| money(case.profit),
    );
    row(
        label(Text::new("Break-even reached", "是否达到盈亏平衡")),
        &|case| {
            let text = match case.profit {
                Some(profit) if profit >= Decimal::ZERO => Text::new("yes", "是"),
                Some(_) => Text::new("no", "否"),
                None => Text::new("–", "–"),
            };
            text.get(lang).to_owned()
        },
    );
    rows
}

fn json_out(
    name: &str,
    cases: &[Case],
    currency: &str,
    console: &mut Console,
) -> Result<(), Failure> {
    let number = |value: Option<Decimal>| value.map(exact);
    let parts = |parts: &[crate::figures::steps::Part]| -> Vec<Value> {
        let part = |part: &crate::figures::steps::Part| json!({ "id": part.id, "name": part.name, "revenue": number(part.revenue) });
        parts.iter().map(part).collect()
    };
    let cases: Vec<Value> = cases
        .iter()
        .map(|case| {
            json!({
                "scenario": choice(case.scenario).map(|it| it.key),
                "revenue": number(case.revenue),
                "contribution": number(case.contribution),
                "profit": number(case.profit),
                "reaches_break_even": case.profit.map(|profit| profit >= Decimal::ZERO),
                "by_product": parts(&case.by_product),
                "by_segment": parts(&case.by_segment),
                "taken_from_base": case.taken,
            })
        })
        .collect();
    let out = json!({ "schema": SCHEMA, "file": name, "currency": currency, "scenarios": cases });
    serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
    Ok(writeln!(console.out)?)
}
