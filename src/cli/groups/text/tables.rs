//! Retention, cohorts, tiers, and recency, frequency and money, for people.

use rust_decimal::Decimal;

use super::{amount, heading, note, percent, ratio, show_number, unit, whole};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::groups::Counted;
use crate::cli::groups::table::Table;
use crate::customers::day::{first_day, period_key};
use crate::customers::{Basis, report};
use crate::words::Text;
use crate::words::number::percent_in;

/// How many cohorts and ages are shown.
const COHORTS: usize = 12;

/// Prints retention from period to period, and by cohort.
pub(super) fn retention(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
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
            percent(pair.retained, pair.at_risk, lang),
        ]);
    }
    let (retained, at_risk) = report.retention.pooled();
    table.row([
        Text::new("all pairs", "全部").get(lang).to_owned(),
        whole(at_risk),
        whole(retained),
        percent(retained, at_risk, lang),
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
                percent(*bought, size, lang)
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

/// Prints the tiers.
pub(super) fn tiers(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
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
    let lines = counted
        .tiers
        .map(|it| percent_in(Decimal::new(it, 4), lang));
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
            lang,
        )
    };
    for (name, tier) in ["A", "B", "C"].into_iter().zip(&tiers.tiers) {
        table.row([
            name.to_owned(),
            whole(tier.customers),
            percent(tier.customers, tiers.all.customers, lang),
            amount(report::fine(tier.profit), lang),
            share(tier.profit),
        ]);
    }
    table.print(console)?;
    let text = Text::new(
        "Measured: the best fifth of the customers ({0}) brings {1} of it all.",
        "实测：最好的五分之一，即{0}位顾客，带来全部的{1}。",
    );
    let args = [
        &whole(tiers.best_fifth.customers),
        &share(tiers.best_fifth.profit),
    ];
    note(console, text, &args.map(String::as_str))?;
    if tiers.losing.customers > 0 {
        let text = Text::new(
            "Customers who cost more than they bring: {0}, in all {1}.",
            "有{0}位顾客入不敷出：{1}。",
        );
        let sum = amount(report::fine(tiers.losing.profit), lang);
        note(console, text, &[&whole(tiers.losing.customers), &sum])?;
    }
    Ok(())
}

/// Prints recency, frequency and money.
pub(super) fn fifths(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
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
