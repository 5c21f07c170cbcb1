//! What was counted, for people.

mod groups;
mod tables;

use rust_decimal::Decimal;

use super::source::Watcher;
use super::{Args, Counted};
use crate::cli::console::{BOLD, Console, visible};
use crate::cli::failure::Failure;
use crate::customers::day::{first_day, period_key};
use crate::customers::dialect::shown;
use crate::customers::{Basis, CostIs, Day, Length, Reason, Role, report};
use crate::words::date::{self, Period};
use crate::words::number::{percent_in, show_money};
use crate::words::{Lang, Text};

/// A period in words.
pub(super) fn unit(length: Length) -> Text {
    match length {
        Length::Year => Text::new("year", "年"),
        Length::Quarter => Text::new("quarter", "季"),
        Length::Month => Text::new("month", "月"),
    }
}

/// Two periods in words.
pub(super) fn two(length: Length) -> Text {
    match length {
        Length::Year => Text::new("years", "两年"),
        Length::Quarter => Text::new("quarters", "两季"),
        Length::Month => Text::new("months", "两个月"),
    }
}

/// Prints all of it.
pub(super) fn show(
    counted: &Counted,
    args: &Args,
    watcher: &Watcher<'_>,
    console: &mut Console,
) -> Result<(), Failure> {
    head(counted, console)?;
    bad_rows(counted, args, watcher, console)?;
    groups::show(counted, args, console)?;
    tables::retention(counted, console)?;
    tables::tiers(counted, console)?;
    tables::fifths(counted, console)
}

fn heading(console: &mut Console, text: Text, args: &[&str]) -> Result<(), Failure> {
    let text = console.paint(BOLD, &console.say(text, args));
    console.line("")?;
    console.line(&text)
}

fn note(console: &mut Console, text: Text, args: &[&str]) -> Result<(), Failure> {
    let words = console.say(text, args);
    for line in visible(&words).lines() {
        for line in crate::words::wrap(line, 96) {
            console.line(&format!("  {}", line.trim_end()))?;
        }
    }
    Ok(())
}

fn whole(n: u64) -> String {
    show_number(n.into())
}

fn show_number(n: Decimal) -> String {
    crate::words::number::show(n)
}

fn percent(part: u64, of: u64, lang: Lang) -> String {
    ratio(Decimal::from(part).checked_div(of.into()), lang)
}

/// A share with one decimal.
fn ratio(share: Option<Decimal>, lang: Lang) -> String {
    share.map_or_else(|| "–".to_owned(), |it| percent_in(it.round_dp(3), lang))
}

/// An amount as people read it.
fn amount(value: Option<Decimal>, lang: Lang) -> String {
    value.map_or_else(|| "–".to_owned(), |it| show_money(it, "", lang))
}

fn day(day: Day, lang: Lang) -> String {
    date::show(day.date(), lang)
}

/// A period in words.
fn named(period: u16, length: Length, lang: Lang) -> String {
    let key = period_key(period, length);
    Period::parse(&key).map_or(key, |it| it.show(lang))
}

fn head(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
    let (lang, dialect, report) = (console.lang, &counted.dialect, &counted.report);
    let outcome = &counted.outcome;
    let rows = whole(outcome.rows);
    let text = Text::new("{0}: {1} rows, {2} to {3}", "{0}：{1}行，{2}至{3}");
    let days = [outcome.first, outcome.last].map(|it| day(it, lang));
    let title = console.say(text, &[&visible(&counted.name), &rows, &days[0], &days[1]]);
    let title = console.paint(BOLD, &title);
    console.line(&title)?;
    let mark = outcome.mark.map_or_else(
        || Text::new("none seen", "未出现").get(lang).to_owned(),
        |mark| mark.sign().to_string(),
    );
    let text = Text::new(
        "Read as: {0}, delimiter {1}, decimal mark {2}, dates {3}.",
        "读法：{0}，分隔符 {1}，小数点 {2}，日期 {3}。",
    );
    let form = dialect.form.key();
    let args = [
        dialect.coding.name(),
        &shown(dialect.delimiter),
        &mark,
        form,
    ];
    note(console, text, &args)?;
    let columns: Vec<String> = Role::ALL
        .into_iter()
        .filter_map(|role| {
            let name = dialect.header.get(dialect.columns.at(role)?)?;
            let text = Text::new("{0} = {1}", "{0}＝{1}");
            Some(text.fill(lang, &[role.name().get(lang), name]))
        })
        .collect();
    let joint = Text::new(", ", "，").get(lang);
    note(
        console,
        Text::new("Columns: {0}.", "各列：{0}。"),
        &[&columns.join(joint)],
    )?;
    let text = Text::new(
        "Customers: {0}. Purchases: {1}; refunds: {2}; rows of amount 0: {3}. Paid in all: {4}.",
        "{0}位顾客；{1}次购买，{2}笔退款，{3}行金额为0；合计实收{4}。",
    );
    let args = [
        &whole(report.customers),
        &whole(outcome.purchases),
        &whole(outcome.refunds),
        &whole(outcome.zeros),
        &amount(report::money(report.money), lang),
    ];
    note(console, text, &args.map(String::as_str))?;
    if report.without > 0 {
        let text = Text::new(
            "Without a purchase in this file (refunds or amounts of 0 only), and so in no group: {0}.",
            "有{0}位顾客在文件里没有购买（只有退款或金额为0），不计入任何群。",
        );
        note(console, text, &[&whole(report.without)])?;
    }
    terms(counted, console)
}

fn terms(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
    let (lang, report) = (console.lang, &counted.report);
    let text = Text::new(
        "Day of reference: {0}. Periods: {1}s (--period).",
        "计算截止日：{0}。周期：{1}（--period）。",
    );
    let args = [&day(report.reference, lang), unit(report.length).get(lang)];
    note(console, text, &args)?;
    let running = first_day(report.running, report.length);
    if running <= report.reference.date() {
        let text = Text::new(
            "{0} is not complete on that day and is left out of groups and retention (--today sets the day).",
            "到该日为止{0}尚未结束，不计入分群和保留率（--today 可指定截止日）。",
        );
        note(
            console,
            text,
            &[&named(report.running, report.length, lang)],
        )?;
    }
    if report.first_complete > report.first.period(report.length) {
        let text = Text::new(
            "{0} is left out of retention too: the file begins within it.",
            "{0}也不计入保留率：文件从中途开始。",
        );
        let period = report.first.period(report.length);
        note(console, text, &[&named(period, report.length, lang)])?;
    }
    note(console, profit(counted), &[])
}

/// What profit is here.
fn profit(counted: &Counted) -> Text {
    let worth = &counted.report.worth;
    let serves = worth.cost == Some(CostIs::Serve);
    match (worth.basis, serves) {
        (Basis::Margin, false) => Text::new("Profit is the margin.", "利润＝毛利。"),
        (Basis::Margin, true) => Text::new(
            "Profit is the margin less the cost, which is taken as cost to serve (--cost).",
            "利润＝毛利−成本；成本按服务成本计（--cost）。",
        ),
        (Basis::Rate, false) => Text::new(
            "Profit is the amount times --margin-rate.",
            "利润＝金额×--margin-rate。",
        ),
        (Basis::Rate, true) => Text::new(
            "Profit is the amount times --margin-rate, less the cost to serve.",
            "利润＝金额×--margin-rate−服务成本。",
        ),
        (Basis::LessCost, _) => Text::new(
            "Profit is the amount less the cost, which is taken as cost of the goods (--cost).",
            "利润＝金额−成本；成本按货品成本计（--cost）。",
        ),
        (Basis::Revenue, _) => REVENUE,
    }
}

const REVENUE: Text = Text::new(
    "NO PROFIT IS KNOWN: customers are ranked by REVENUE. A margin column or --margin-rate gives profit.",
    "没有利润数据：以下按“收入”排列，不是利润。补上毛利列，或写 --margin-rate，才有利润。",
);

/// Says it on the error output, where the output is for programs.
pub(super) fn warn_of_revenue(counted: &Counted, console: &mut Console) {
    if counted.report.worth.basis == Basis::Revenue {
        console.warn(REVENUE.get(console.lang));
    }
}

/// Says on the error output how many rows do not count.
pub(super) fn warn_of_bad_rows(counted: &Counted, args: &Args, console: &mut Console) {
    if counted.outcome.bad_rows() == 0 {
        return;
    }
    let first = bad_head(counted, console);
    console.warn(&first);
    for line in bad_reasons(counted, console.lang) {
        console.warn(&line);
    }
    if args.bad_rows.is_none() {
        console.hint(SIDE.get(console.lang));
    }
}

const SIDE: Text = Text::new(
    "--bad-rows FILE writes each of them with its line and reason.",
    "--bad-rows 文件 会写出每一行，附行号和原因。",
);

fn bad_head(counted: &Counted, console: &Console) -> String {
    let text = Text::new("{0} of {1} rows do not count.", "{1}行中有{0}行不计入。");
    let (bad, rows) = (counted.outcome.bad_rows(), counted.outcome.rows);
    console.say(text, &[&whole(bad), &whole(rows)])
}

fn bad_reasons(counted: &Counted, lang: Lang) -> Vec<String> {
    let text = Text::new("{0} × {1} (line {2})", "{0}行{1}（第{2}行）");
    let lines = |lines: &[u64], more: bool| {
        let lines: Vec<String> = lines.iter().map(u64::to_string).collect();
        let joint = Text::new(", ", "、").get(lang);
        lines.join(joint) + if more { " …" } else { "" }
    };
    let rows = Reason::ALL.iter().zip(&counted.outcome.bad);
    rows.filter(|(_, it)| it.count > 0)
        .map(|(reason, it)| {
            let lines = lines(&it.lines, it.count > it.lines.len() as u64);
            let args = [whole(it.count), reason.name().get(lang).to_owned(), lines];
            text.fill(lang, &args)
        })
        .collect()
}

fn bad_rows(
    counted: &Counted,
    args: &Args,
    watcher: &Watcher<'_>,
    console: &mut Console,
) -> Result<(), Failure> {
    if counted.outcome.bad_rows() == 0 {
        return Ok(());
    }
    let lang = console.lang;
    heading(console, Text::new("Bad rows", "有问题的行"), &[])?;
    let first = bad_head(counted, console);
    console.line(&format!("  {first}"))?;
    for line in bad_reasons(counted, lang) {
        console.line(&format!("  {line}"))?;
    }
    match &args.bad_rows {
        Some(path) => {
            let text = Text::new("All of them are in {0}.", "全部写在 {0}。");
            note(console, text, &[&crate::store::error::shown(path)])
        }
        None => {
            for (line, reason, raw) in &watcher.kept {
                let raw: String = raw.chars().take(70).collect();
                let text = Text::new("line {0}, {1}: {2}", "第{0}行，{1}：{2}");
                let line = line.to_string();
                let raw = raw.replace('\n', " ");
                let args = [line.as_str(), reason.name().get(lang), &raw];
                let text = console.say(text, &args);
                console.line(&format!("    {}", visible(&text)))?;
            }
            note(console, SIDE, &[])
        }
    }
}
