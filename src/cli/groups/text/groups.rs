//! Profit × loyalty, for people.

use super::{amount, heading, named, note, percent, ratio, show_number, two, unit, whole};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::groups::table::Table;
use crate::cli::groups::{Args, By, Counted, no_window};
use crate::customers::report::{Group, Window};
use crate::customers::{Basis, CostIs, report};
use crate::words::{Relationship, Text};

/// Prints profit × loyalty, and the same by segment.
pub(super) fn show(counted: &Counted, args: &Args, console: &mut Console) -> Result<(), Failure> {
    let (lang, report) = (console.lang, &counted.report);
    let Some(window) = &report.window else {
        heading(console, Text::new("Profit × loyalty", "利润×忠诚度"), &[])?;
        let failure = no_window(counted, console);
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
        "Profitable: at least {0} a customer and year ({1}).\nLoyal: bought in both {2}.",
        "赚钱：每位顾客每年至少{0}（{1}）。\n忠诚：这{2}都买过。",
    );
    let line = amount(Some(window.threshold), lang);
    note(
        console,
        text,
        &[&line, why.get(lang), two(report.length).get(lang)],
    )?;
    let names = |group: &Group| {
        let kind = Relationship::ALL
            .into_iter()
            .find(|kind| kind.key() == group.key);
        kind.map_or(group.key.clone(), |kind| kind.name().get(lang).to_owned())
    };
    table(counted, window, &window.groups, &names, console)?;
    if window.has_before {
        let text = Text::new(
            "Retention: of those whom the same rule put into the group one {0} earlier and who bought in {1}, who bought in {2}.",
            "保留率：早一{0}按同一规则归入该群、且在{1}买过的顾客中，{2}又买过的比例。",
        );
        note(
            console,
            text,
            &[unit(report.length).get(lang), &periods[0], &periods[1]],
        )?;
    } else {
        let text = Text::new(
            "Their retention is not measured: the file does not cover the period before.",
            "各群的保留率无法测量：文件没有再早一个完整周期。",
        );
        note(console, text, &[])?;
    }
    let text = Text::new(
        "In no group: customers who bought only after {1}: {0}; only before {3}: {2}.",
        "不在任何群里：{1}之后才买过的{0}位，只在{3}之前买过的{2}位。",
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
    let by_segment = !groups.iter().any(|it| it.key == Relationship::Friend.key());
    for group in groups.iter().chain([&total(groups)]) {
        let name = if group.key == TOTAL {
            Text::new("all", "合计").get(lang).to_owned()
        } else {
            names(group)
        };
        let mut cells = vec![
            name,
            whole(group.customers),
            percent(group.customers, all, lang),
            group
                .purchases_a_period()
                .map_or_else(|| "–".to_owned(), |it| show_number(it.round_dp(2))),
            amount(group.average_purchase().map(|it| it.round_dp(2)), lang),
        ];
        if !is_revenue {
            cells.push(ratio(group.margin_rate(), lang));
        }
        if serves {
            cells.push(amount(group.cost_to_serve().map(|it| it.round_dp(2)), lang));
        }
        cells.push(amount(report::fine(group.profit()), lang));
        let measured = window.has_before || by_segment;
        cells.push(ratio(group.retention().filter(|_| measured), lang));
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
