//! What was counted, for people.

use rust_decimal::Decimal;

use super::source::Watcher;
use super::table::Table;
use super::{Args, By, Counted};
use crate::cli::console::{BOLD, Console, visible};
use crate::cli::failure::Failure;
use crate::customers::day::{first_day, period_key};
use crate::customers::dialect::shown;
use crate::customers::report::{Group, Kind, Window};
use crate::customers::{Basis, CostIs, Day, Length, Reason, Role, report};
use crate::words::date::{self, Period};
use crate::words::number::{show_money, show_percent};
use crate::words::{Lang, Text};

/// How many cohorts and ages are shown.
const COHORTS: usize = 12;

/// A period in words.
pub(super) fn unit(length: Length) -> Text {
    match length {
        Length::Year => Text::new("year", "年"),
        Length::Quarter => Text::new("quarter", "季"),
        Length::Month => Text::new("month", "月"),
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
    groups(counted, args, console)?;
    retention(counted, console)?;
    tiers(counted, console)?;
    fifths(counted, console)
}

fn heading(console: &mut Console, text: Text, args: &[&str]) -> Result<(), Failure> {
    let text = console.paint(BOLD, &console.say(text, args));
    console.line("")?;
    console.line(&text)
}

fn note(console: &mut Console, text: Text, args: &[&str]) -> Result<(), Failure> {
    let words = visible(&console.say(text, args));
    for line in words.lines() {
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

fn percent(part: u64, of: u64) -> String {
    ratio(Decimal::from(part).checked_div(of.into()))
}

/// A share with one decimal.
fn ratio(share: Option<Decimal>) -> String {
    share.map_or_else(|| "–".to_owned(), |it| show_percent(it.round_dp(3)))
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
        "{0} customers; {1} purchases, {2} refunds, {3} rows of amount 0; {4} paid in all.",
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
            "{0} customers never bought in this file (only refunds or amounts of 0); they are in no group.",
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
                let args = [line.as_str(), reason.key(), &raw.replace('\n', " ")];
                let text = visible(&console.say(text, &args));
                console.line(&format!("    {text}"))?;
            }
            note(console, SIDE, &[])
        }
    }
}

fn groups(counted: &Counted, args: &Args, console: &mut Console) -> Result<(), Failure> {
    let (lang, report) = (console.lang, &counted.report);
    let Some(window) = &report.window else {
        heading(console, Text::new("Profit × loyalty", "利润×忠诚度"), &[])?;
        let failure = super::no_window(counted, console);
        note(console, Text::new("{0}", "{0}"), &[&failure.message])?;
        let hint = failure.hints.concat();
        return note(console, Text::new("{0}", "{0}"), &[&hint]);
    };
    let periods = [window.earlier, window.latest].map(|it| named(it, report.length, lang));
    let title = if report.worth.basis == Basis::Revenue {
        Text::new("REVENUE × loyalty, {0} and {1}", "收入×忠诚度，{0}与{1}")
    } else {
        Text::new("Profit × loyalty, {0} and {1}", "利润×忠诚度，{0}与{1}")
    };
    heading(console, title, &[&periods[0], &periods[1]])?;
    let why = match (window.is_told, counted.from_plan) {
        (true, true) => Text::new(
            "the plan's threshold, or --profit-threshold",
            "取自计划或 --profit-threshold",
        ),
        (true, false) => Text::new("--profit-threshold", "--profit-threshold"),
        _ => Text::new(
            "the median of these customers; --profit-threshold sets another",
            "这些顾客的中位数；可用 --profit-threshold 指定",
        ),
    };
    let text = Text::new(
        "Profitable: at least {0} a customer and year ({1}).\nLoyal: bought in both {2}s.",
        "赚钱：每位顾客每年至少{0}（{1}）。\n忠诚：两个{2}都买过。",
    );
    let line = amount(Some(window.threshold), lang);
    note(
        console,
        text,
        &[&line, why.get(lang), unit(report.length).get(lang)],
    )?;
    let names = |group: &Group| {
        let kind = Kind::ALL.into_iter().find(|kind| kind.key() == group.key);
        kind.map_or(group.key.clone(), |kind| kind.name().get(lang).to_owned())
    };
    table(counted, window, &window.groups, &names, console)?;
    if !window.has_before {
        let text = Text::new(
            "Their retention is not measured: the file does not cover the period before.",
            "各群的保留率无法测量：文件没有再早一个完整周期。",
        );
        note(console, text, &[])?;
    } else {
        let text = Text::new(
            "Retention: of those whom the same rule put into the group one {0} earlier and who bought in {1}, who bought in {2}.",
            "保留率：早一{0}按同一规则归入该群、且在{1}买过的顾客中，{2}又买过的比例。",
        );
        note(
            console,
            text,
            &[unit(report.length).get(lang), &periods[0], &periods[1]],
        )?;
    }
    let text = Text::new(
        "Besides: {0} customers bought only since {1}, {2} only before {3}.",
        "此外：{0}位顾客在{1}之后才买过，{2}位只在{3}之前买过。",
    );
    let others = [whole(window.since), whole(window.lapsed)];
    note(
        console,
        text,
        &[&others[0], &periods[1], &others[1], &periods[0]],
    )?;
    if window.segments.is_empty() {
        return Ok(());
    }
    heading(console, Text::new("The same by segment", "按细分看"), &[])?;
    let none = Text::new("(none)", "（未填）").get(lang);
    let names = |group: &Group| match group.key.as_str() {
        "" => none.to_owned(),
        key => key.to_owned(),
    };
    table(counted, window, &window.segments, &names, console)?;
    if args.by == By::Segment {
        return Ok(());
    }
    let text = Text::new(
        "A customer's segment is that of the last purchase. --by segment counts and writes these.",
        "顾客的细分取最近一次购买的那一行。--by segment 按细分输出和写入。",
    );
    note(console, text, &[])
}

/// A table of groups, with their sum.
fn table(
    counted: &Counted,
    window: &Window,
    groups: &[Group],
    names: &dyn Fn(&Group) -> String,
    console: &mut Console,
) -> Result<(), Failure> {
    let (lang, worth) = (console.lang, &counted.report.worth);
    let is_revenue = worth.basis == Basis::Revenue;
    let serves = worth.cost == Some(CostIs::Serve);
    let mut heads = vec![
        Text::new("group", "顾客群"),
        Text::new("customers", "顾客"),
        Text::new("share", "占比"),
        Text::new("purchases", "每期次数"),
        Text::new("average", "次均金额"),
    ];
    if !is_revenue {
        heads.push(Text::new("margin", "毛利率"));
    }
    if serves {
        heads.push(Text::new("to serve", "服务成本"));
    }
    heads.push(if is_revenue {
        Text::new("revenue", "收入")
    } else {
        Text::new("profit", "利润")
    });
    heads.push(Text::new("retention", "保留率"));
    let all: u64 = groups.iter().map(|it| it.customers).sum();
    let mut table = Table::new(heads.iter().map(|it| it.get(lang).to_owned()));
    let by_segment = !groups.iter().any(|it| it.key == Kind::Friends.key());
    for group in groups.iter().chain([&total(groups)]) {
        let name = if group.key == TOTAL {
            Text::new("all", "合计").get(lang).to_owned()
        } else {
            names(group)
        };
        let mut cells = vec![
            name,
            whole(group.customers),
            percent(group.customers, all),
            group
                .purchases_a_period()
                .map_or_else(|| "–".to_owned(), |it| show_number(it.round_dp(2))),
            amount(group.average_purchase().map(|it| it.round_dp(2)), lang),
        ];
        if !is_revenue {
            cells.push(ratio(group.margin_rate()));
        }
        if serves {
            cells.push(amount(group.cost_to_serve().map(|it| it.round_dp(2)), lang));
        }
        cells.push(amount(report::fine(group.profit()), lang));
        let measured = window.has_before || by_segment;
        cells.push(ratio(group.retention().filter(|_| measured)));
        table.row(cells);
    }
    table.print(console)
}

/// The key of a sum of groups, which no segment has.
const TOTAL: &str = "\u{0}";

fn total(groups: &[Group]) -> Group {
    let sum = |of: fn(&Group) -> u64| groups.iter().map(of).sum();
    let money = |of: fn(&Group) -> i128| groups.iter().map(of).sum();
    Group {
        key: TOTAL.to_owned(),
        customers: sum(|it| it.customers),
        purchases: sum(|it| it.purchases),
        revenue: money(|it| it.revenue),
        margin: money(|it| it.margin),
        serve: money(|it| it.serve),
        at_risk: sum(|it| it.at_risk),
        retained: sum(|it| it.retained),
    }
}

fn retention(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
    let (lang, report) = (console.lang, &counted.report);
    let length = report.length;
    heading(console, Text::new("Retention", "保留率"), &[])?;
    let text = Text::new(
        "At risk: bought in the {0}. Retained: bought in the next one too.",
        "基数：该{0}买过的顾客。保留：下一{0}又买过。",
    );
    note(console, text, &[unit(length).get(lang)])?;
    let heads = [
        Text::new("from", "从"),
        Text::new("at risk", "基数"),
        Text::new("retained", "保留"),
        Text::new("rate", "保留率"),
    ];
    let mut table = Table::new(heads.map(|it| it.get(lang).to_owned()));
    let pairs = &report.retention.pairs;
    for pair in pairs.iter().skip(pairs.len().saturating_sub(COHORTS)) {
        table.row([
            period_key(pair.from, length),
            whole(pair.at_risk),
            whole(pair.retained),
            percent(pair.retained, pair.at_risk),
        ]);
    }
    let (retained, at_risk) = report.retention.pooled();
    table.row([
        Text::new("all pairs", "全部").get(lang).to_owned(),
        whole(at_risk),
        whole(retained),
        percent(retained, at_risk),
    ]);
    table.print(console)?;
    cohorts(counted, console)
}

fn cohorts(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
    let (lang, report) = (console.lang, &counted.report);
    let length = report.length;
    let title = Text::new(
        "Cohorts: by the {0} of the first purchase, who bought so many {0}s later",
        "同期群：按首次购买的{0}分组，之后第几{0}仍在购买",
    );
    heading(console, title, &[unit(length).get(lang)])?;
    let all = &report.retention.cohorts;
    let cohorts: Vec<_> = all.iter().skip(all.len().saturating_sub(COHORTS)).collect();
    let ages = cohorts.iter().map(|it| it.bought.len()).max().unwrap_or(0);
    let ages = ages.min(COHORTS + 1);
    let mut heads = vec![
        Text::new("cohort", "同期群").get(lang).to_owned(),
        Text::new("customers", "顾客").get(lang).to_owned(),
    ];
    heads.extend((1..ages).map(|age| format!("+{age}")));
    let mut table = Table::new(heads);
    let mut has_running = false;
    for cohort in &cohorts {
        let size = cohort.bought.first().copied().unwrap_or(0);
        let mut cells = vec![period_key(cohort.period, length), whole(size)];
        for (age, bought) in cohort.bought.iter().enumerate().skip(1).take(ages - 1) {
            let period = usize::from(cohort.period) + age;
            let is_over = period < usize::from(report.running);
            if !is_over && first_day(report.running, length) > report.reference.date() {
                continue;
            }
            has_running |= !is_over;
            let mark = if is_over { "" } else { "*" };
            cells.push(format!(
                "{} ({}){mark}",
                whole(*bought),
                percent(*bought, size)
            ));
        }
        table.row(cells);
    }
    table.print(console)?;
    if has_running {
        let text = Text::new("* a {0} that is not over", "* 该{0}尚未结束");
        note(console, text, &[unit(length).get(lang)])?;
    }
    if all.len() > COHORTS {
        let text = Text::new(
            "The last {0} of {1} cohorts; --format json has all.",
            "共{1}个同期群，仅列最近{0}个；--format json 给出全部。",
        );
        note(
            console,
            text,
            &[&COHORTS.to_string(), &all.len().to_string()],
        )?;
    }
    Ok(())
}

fn tiers(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
    let (lang, report) = (console.lang, &counted.report);
    let tiers = &report.tiers;
    let title = if report.worth.basis == Basis::Revenue {
        Text::new("Tiers by REVENUE, whole file", "分级：按收入，整个文件")
    } else {
        Text::new("Tiers by profit, whole file", "分级：按利润，整个文件")
    };
    heading(console, title, &[])?;
    let text = Text::new(
        "A: the best customers, up to {0} of what profitable customers bring; B: up to {1} (--tiers); C: the rest.",
        "A：最好的顾客，累计到赚钱顾客总额的{0}；B：累计到{1}（--tiers）；C：其余。",
    );
    let lines = counted.tiers.map(|it| show_percent(Decimal::new(it, 4)));
    note(console, text, &[&lines[0], &lines[1]])?;
    let heads = [
        Text::new("tier", "等级"),
        Text::new("customers", "顾客"),
        Text::new("share", "占比"),
        if report.worth.basis == Basis::Revenue {
            Text::new("revenue", "收入")
        } else {
            Text::new("profit", "利润")
        },
        Text::new("share", "占比"),
    ];
    let mut table = Table::new(heads.map(|it| it.get(lang).to_owned()));
    let all = report::fine(tiers.all.profit);
    let share = |profit: i128| {
        let all = all.filter(|it| *it > Decimal::ZERO);
        ratio(
            report::fine(profit)
                .zip(all)
                .and_then(|(it, all)| it.checked_div(all)),
        )
    };
    for (name, tier) in ["A", "B", "C"].into_iter().zip(&tiers.tiers) {
        table.row([
            name.to_owned(),
            whole(tier.customers),
            percent(tier.customers, tiers.all.customers),
            amount(report::fine(tier.profit), lang),
            share(tier.profit),
        ]);
    }
    table.print(console)?;
    let text = Text::new(
        "Measured: the best fifth, {0} customers, bring {1} of it all.",
        "实测：最好的五分之一，即{0}位顾客，带来全部的{1}。",
    );
    let args = [
        &whole(tiers.best_fifth.customers),
        &share(tiers.best_fifth.profit),
    ];
    note(console, text, &args.map(String::as_str))?;
    if tiers.losing.customers > 0 {
        let text = Text::new(
            "{0} customers cost more than they bring: {1}.",
            "有{0}位顾客入不敷出：{1}。",
        );
        let sum = amount(report::fine(tiers.losing.profit), lang);
        note(console, text, &[&whole(tiers.losing.customers), &sum])?;
    }
    Ok(())
}

fn fifths(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
    let (lang, report) = (console.lang, &counted.report);
    heading(
        console,
        Text::new(
            "Recency, frequency, money: fifths of the customers, equal values together",
            "近度、频度、金额：顾客五等分，同值同组",
        ),
        &[],
    )?;
    let heads = [
        Text::new("score", "分值"),
        Text::new("days since", "距今天数"),
        Text::new("customers", "顾客"),
        Text::new("purchases", "购买次数"),
        Text::new("customers", "顾客"),
        Text::new("money", "金额"),
        Text::new("customers", "顾客"),
    ];
    let mut table = Table::new(heads.map(|it| it.get(lang).to_owned()));
    for at in 0..5 {
        let mut cells = vec![(5 - at).to_string()];
        for (measure, fifths) in report.fifths.iter().enumerate() {
            let show = |value: i64| match measure {
                2 => amount(report::money(value.into()), lang),
                _ => show_number(value.into()),
            };
            match fifths[at] {
                None => cells.extend(["–".to_owned(), "0".to_owned()]),
                Some(it) => {
                    let range = if it.best == it.worst {
                        show(it.best)
                    } else {
                        format!("{} … {}", show(it.best), show(it.worst))
                    };
                    cells.extend([range, whole(it.customers)]);
                }
            }
        }
        table.row(cells);
    }
    table.print(console)
}
