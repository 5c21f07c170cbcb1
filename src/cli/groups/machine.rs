//! What was counted, for programs.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{By, Counted};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::customers::day::period_key;
use crate::customers::report::{Group, Quintile, Tier};
use crate::customers::{Basis, CostIs, Reason, Role, dialect, report, sql};

/// An exact amount as text: no reader may turn it into a fraction of twos.
fn exact(value: Option<Decimal>) -> String {
    value.map_or_else(String::new, |it| it.normalize().to_string())
}

/// Prints the groups as separated values, in the columns that the query has.
pub(super) fn csv(counted: &Counted, by: By, console: &mut Console) -> Result<(), Failure> {
    let Some(window) = &counted.report.window else {
        return Err(super::no_window(counted, console));
    };
    let groups = match by {
        By::Relationship => &window.groups,
        By::Segment if window.segments.is_empty() => return Err(super::no_segment(console)),
        By::Segment => &window.segments,
    };
    console.line(&sql::COLUMNS.join(","))?;
    for group in groups {
        let cells = [
            quoted(&group.key),
            group.customers.to_string(),
            group.purchases.to_string(),
            exact(report::money(group.revenue)),
            exact(report::fine(group.margin)),
            exact(report::fine(group.serve)),
            exact(report::fine(group.profit())),
            group.at_risk.to_string(),
            group.retained.to_string(),
        ];
        console.line(&cells.join(","))?;
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

/// Prints all of it as JSON.
pub(super) fn json(counted: &Counted, console: &mut Console) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&value(counted)).unwrap_or_default();
    console.line(&text)
}

fn value(counted: &Counted) -> Value {
    let (report, outcome) = (&counted.report, &counted.outcome);
    let length = report.length;
    let key = |period: u16| period_key(period, length);
    let basis = match report.worth.basis {
        Basis::Margin => "margin",
        Basis::Rate => "margin-rate",
        Basis::LessCost => "amount-less-cost",
        Basis::Revenue => "revenue",
    };
    let cost = report.worth.cost.map(|cost| match cost {
        CostIs::Goods => "goods",
        CostIs::Serve => "serve",
    });
    let (retained, at_risk) = report.retention.pooled();
    json!({
        "source": counted.name,
        "read_as": read_as(counted),
        "rows": {
            "all": outcome.rows,
            "purchases": outcome.purchases,
            "refunds": outcome.refunds,
            "zeros": outcome.zeros,
            "bad": bad(counted),
        },
        "first_day": report.first.date().to_string(),
        "reference_day": report.reference.date().to_string(),
        "period": length.key(),
        "profit_basis": basis,
        "cost_is": cost,
        "customers": report.customers,
        "customers_without_purchase": report.without,
        "purchases": report.purchases,
        "revenue": exact(report::money(report.money)),
        "groups": report.window.as_ref().map(|window| json!({
            "periods": [key(window.earlier), key(window.latest)],
            "profit_threshold": exact(Some(window.threshold)),
            "threshold_is": if window.is_told { "told" } else { "median" },
            "retention_is_measured": window.has_before,
            "relationship": window.groups.iter().map(group).collect::<Vec<_>>(),
            "segment": window.segments.iter().map(group).collect::<Vec<_>>(),
            "bought_only_since": window.since,
            "bought_only_before": window.lapsed,
        })),
        "retention": {
            "pairs": report.retention.pairs.iter().map(|pair| json!({
                "from": key(pair.from),
                "at_risk": pair.at_risk,
                "retained": pair.retained,
                "rate": rate(pair.retained, pair.at_risk),
            })).collect::<Vec<_>>(),
            "at_risk": at_risk,
            "retained": retained,
            "rate": rate(retained, at_risk),
        },
        "cohorts": report.retention.cohorts.iter().map(|cohort| json!({
            "period": key(cohort.period),
            "bought": cohort.bought,
        })).collect::<Vec<_>>(),
        "tiers": {
            "up_to": counted.tiers.map(|it| exact(Some(Decimal::new(it, 4)))),
            "A": tier(&report.tiers.tiers[0]),
            "B": tier(&report.tiers.tiers[1]),
            "C": tier(&report.tiers.tiers[2]),
            "best_fifth": tier(&report.tiers.best_fifth),
            "all": tier(&report.tiers.all),
            "losing": tier(&report.tiers.losing),
        },
        "fifths": {
            "recency": report.fifths[0].map(|it| it.map(|it| days(&it))),
            "frequency": report.fifths[1].map(|it| it.map(|it| days(&it))),
            "money": report.fifths[2].map(|it| it.map(|it| json!({
                "best": exact(report::money(it.best.into())),
                "worst": exact(report::money(it.worst.into())),
                "customers": it.customers,
            }))),
        },
    })
}

fn read_as(counted: &Counted) -> Value {
    let dialect = &counted.dialect;
    let columns: serde_json::Map<String, Value> = Role::ALL
        .into_iter()
        .filter_map(|role| {
            let name = dialect.header.get(dialect.columns.at(role)?)?;
            Some((role.key().to_owned(), json!(name)))
        })
        .collect();
    json!({
        "encoding": dialect.coding.name(),
        "delimiter": dialect::shown(dialect.delimiter),
        "decimal": counted.outcome.mark.map(|mark| mark.sign().to_string()),
        "date_form": dialect.form.key(),
        "columns": columns,
    })
}

fn bad(counted: &Counted) -> Value {
    let rows = Reason::ALL.iter().zip(&counted.outcome.bad);
    let rows = rows.filter(|(_, it)| it.count > 0).map(|(reason, it)| {
        let about = json!({ "count": it.count, "first_lines": it.lines });
        (reason.key().to_owned(), about)
    });
    Value::Object(rows.collect())
}

fn rate(part: u64, of: u64) -> Option<String> {
    let rate = Decimal::from(part).checked_div(of.into())?;
    Some(exact(Some(rate.round_dp(6))))
}

fn group(group: &Group) -> Value {
    let short =
        |value: Option<Decimal>, decimals: u32| value.map(|it| exact(Some(it.round_dp(decimals))));
    json!({
        "group": group.key,
        "customers": group.customers,
        "purchases": group.purchases,
        "revenue": exact(report::money(group.revenue)),
        "margin": exact(report::fine(group.margin)),
        "cost_to_serve": exact(report::fine(group.serve)),
        "profit": exact(report::fine(group.profit())),
        "at_risk": group.at_risk,
        "retained": group.retained,
        "purchases_per_customer_and_period": short(group.purchases_a_period(), 4),
        "average_purchase": short(group.average_purchase(), 4),
        "margin_rate": short(group.margin_rate(), 6),
        "cost_to_serve_per_customer_and_period": short(group.cost_to_serve(), 4),
        "retention": short(group.retention(), 6),
    })
}

fn tier(tier: &Tier) -> Value {
    json!({ "customers": tier.customers, "profit": exact(report::fine(tier.profit)) })
}

fn days(it: &Quintile) -> Value {
    json!({ "best": it.best, "worst": it.worst, "customers": it.customers })
}
