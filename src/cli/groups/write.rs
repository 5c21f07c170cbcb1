//! What was counted, written into a plan: rows of groups, and the evidence they rest on.

use std::path::Path as FilePath;

use rust_decimal::Decimal;

use super::{Args, By, Counted};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::file;
use crate::customers::report::{Group, Window};
use crate::customers::{Basis, CostIs, report};
use crate::plan::{Document, Edit, EditError, Literal, Path, rows};
use crate::store::error::shown;
use crate::words::number::{percent_in, show_money, to_toml, written_percent};
use crate::words::{Lang, Relationship, Text};

/// What is written at a path, unless the author has already said it.
struct Change {
    key: &'static str,
    value: Literal,
    /// Whether a value that stands there stays.
    keeps: bool,
}

/// A row to write.
struct Row {
    list: &'static str,
    id: String,
    changes: Vec<Change>,
}

/// Writes the groups into the plan, or shows what would be written.
pub(super) fn run(counted: &Counted, args: &Args, console: &mut Console) -> Result<(), Failure> {
    let Some(plan) = &args.plan else {
        return Ok(());
    };
    let Some(window) = &counted.report.window else {
        return Err(super::no_window(counted, console));
    };
    let lang = console.lang;
    let name = shown(plan);
    let mut told = Vec::new();
    let mut make = |document: &Document| {
        let (after, lines) = written(document, counted, window, args, &name, lang)?;
        told = lines;
        Ok(Edit::between(document.text(), after.text()))
    };
    if args.dry_run {
        make(&file::document(plan, lang)?)?;
    } else {
        file::edit(plan, lang, make)?;
    }
    let text = match (told.is_empty(), args.dry_run) {
        (true, _) => Text::new("{0}: nothing changes", "{0}：没有变化"),
        (false, true) => Text::new(
            "{0}: would change (nothing is written)",
            "{0}：将会改动（未写入）",
        ),
        (false, false) => Text::new("{0}: changed", "{0}：已改动"),
    };
    // Output for programs is one document: what was written is told beside it.
    if args.format != super::Format::Text {
        console.hint(&text.fill(lang, &[name]));
        return Ok(());
    }
    console.line("")?;
    console.line(&text.fill(lang, &[name]))?;
    for line in told {
        console.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// The plan after all changes, and a line for each.
fn written(
    document: &Document,
    counted: &Counted,
    window: &Window,
    args: &Args,
    name: &str,
    lang: Lang,
) -> Result<(Document, Vec<String>), Failure> {
    let mut after = Document::parse(document.text().to_owned());
    let mut lines = Vec::new();
    let failure =
        |error: &EditError, document: &Document| Failure::editing(error, document, name, lang);
    let period = Path::parse("relationships.value_capture.period");
    if !after.get(&period).is_some_and(|it| it.is_filled()) {
        let value = Literal::Line(counted.report.length.key().to_owned());
        let edit = after.set(&period, &value);
        after.apply(&edit.map_err(|error| failure(&error, &after))?);
        lines.push(line(&after, None, &period, lang));
    }
    let groups = match args.by {
        By::Relationship => &window.groups,
        By::Segment => &window.segments,
    };
    let mut all: Vec<Row> = groups
        .iter()
        .filter_map(|group| row(group, counted, window, document, args.by, lang))
        .collect();
    all.push(evidence(counted, window, lang));
    for row in all {
        let list = Path::parse(row.list);
        let at = list.join(row.id.as_str());
        if !after.has(&at) {
            let fields: Vec<(&str, Literal)> = row
                .changes
                .into_iter()
                .map(|it| (it.key, it.value))
                .collect();
            let edit = after.add_row(&list, usize::MAX, Some(&row.id), &fields);
            after.apply(&edit.map_err(|error| failure(&error, &after))?);
            for (key, _) in fields {
                lines.push(line(&after, None, &at.join(key), lang));
            }
            continue;
        }
        for change in row.changes {
            let path = at.join(change.key);
            let before = file::shown(&after, &path).filter(|it| !it.is_empty());
            if change.keeps && before.is_some() {
                continue;
            }
            let edit = after.set(&path, &change.value);
            let edit = edit.map_err(|error| failure(&error, &after))?;
            if edit.is_empty() {
                continue;
            }
            let old = before.clone();
            after.apply(&edit);
            if file::shown(&after, &path) != old {
                lines.push(line(&after, before, &path, lang));
            }
        }
    }
    Ok((after, lines))
}

/// `relationships.groups.butterflies.customers: 12 → 14`
fn line(after: &Document, before: Option<String>, path: &Path, lang: Lang) -> String {
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let none = Text::new("(empty)", "（空）").get(lang).to_owned();
    let before = before.map_or(none, one_line);
    let new = one_line(file::shown(after, path).unwrap_or_default());
    let [before, new] = [&before, &new].map(|it| written_percent(it, lang));
    crate::cli::console::visible(&format!("{path}: {before} → {new}")).into_owned()
}

fn number(value: Option<Decimal>, decimals: u32) -> Option<Literal> {
    Some(Literal::Bare(to_toml(value?.round_dp(decimals), false)))
}

/// The row of a group; none for a group of nobody that the plan does not have.
fn row(
    group: &Group,
    counted: &Counted,
    window: &Window,
    document: &Document,
    by: By,
    lang: Lang,
) -> Option<Row> {
    let kind = Relationship::ALL
        .into_iter()
        .find(|it| it.key() == group.key);
    let id = match by {
        By::Relationship => group.key.clone(),
        By::Segment => rows::id_from(&group.key, "without-segment"),
    };
    let at = Path::parse("relationships.groups").join(id.as_str());
    if group.customers == 0 && !document.has(&at) {
        return None;
    }
    let name = match (by, kind) {
        (By::Relationship, Some(kind)) => kind.name().get(lang).to_owned(),
        _ => group.key.clone(),
    };
    let mut changes = Vec::new();
    let mut put = |key: &'static str, value: Option<Literal>, keeps: bool| {
        changes.extend(value.map(|value| Change { key, value, keeps }));
    };
    put(
        "name",
        (!name.is_empty()).then_some(Literal::Line(name)),
        true,
    );
    let segment = Path::parse("targeting.segments").join(id.as_str());
    let is_segment = by == By::Segment && document.has(&segment);
    put(
        "segment",
        is_segment.then(|| Literal::Line(id.clone())),
        true,
    );
    let customers = Literal::Bare(group.customers.to_string());
    put("customers", Some(customers), false);
    let worth = &counted.report.worth;
    put("purchases", number(group.purchases_a_period(), 2), false);
    put(
        "average_purchase",
        number(group.average_purchase(), 2),
        false,
    );
    if worth.basis != Basis::Revenue {
        put("margin_rate", number(group.margin_rate(), 4), false);
    }
    if worth.cost == Some(CostIs::Serve) {
        put("cost_to_serve", number(group.cost_to_serve(), 2), false);
    }
    if window.has_before || by == By::Segment {
        put("retention", number(group.retention(), 4), false);
    }
    let policy = kind
        .filter(|_| by == By::Relationship)
        .map(|kind| match kind {
            Relationship::Friend => "invest",
            Relationship::Butterfly => "harvest",
            Relationship::Barnacle => "reprice",
            Relationship::Stranger => "leave",
        });
    put(
        "policy",
        policy.map(|it| Literal::Line(it.to_owned())),
        true,
    );
    Some(Row {
        list: "relationships.groups",
        id,
        changes,
    })
}

/// Where the numbers come from.
fn evidence(counted: &Counted, window: &Window, lang: Lang) -> Row {
    let stem = FilePath::new(&counted.name).file_stem();
    let stem = stem.map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let id = rows::id_from(&format!("purchases {stem}"), "purchases");
    let source = FilePath::new(&counted.name).file_name();
    let source = source.map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let texts = [
        ("method", Literal::Line("sales-data".to_owned())),
        ("respondents", Literal::Line("customers".to_owned())),
        (
            "sample",
            Literal::Bare(counted.report.customers.to_string()),
        ),
        (
            "date",
            Literal::Bare(counted.report.reference.date().to_string()),
        ),
        ("source", Literal::Line(source)),
        ("finding", Literal::Prose(finding(counted, window, lang))),
    ];
    Row {
        list: "needs.evidence",
        id,
        changes: texts
            .into_iter()
            .map(|(key, value)| Change {
                key,
                value,
                keeps: false,
            })
            .collect(),
    }
}

/// One sentence with numbers.
fn finding(counted: &Counted, window: &Window, lang: Lang) -> String {
    let report = &counted.report;
    let customers: u64 = window.groups.iter().map(|it| it.customers).sum();
    let loyal: u64 = [Relationship::Friend, Relationship::Barnacle]
        .into_iter()
        .filter_map(|kind| window.groups.get(kind as usize))
        .map(|it| it.customers)
        .sum();
    let (retained, at_risk) = report.retention.pooled();
    let share = |part: Option<Decimal>, of: Option<Decimal>| {
        let share = part.zip(of).and_then(|(part, of)| part.checked_div(of));
        share.map_or_else(|| "–".to_owned(), |it| percent_in(it.round_dp(3), lang))
    };
    let best = share(
        report::fine(report.tiers.best_fifth.profit),
        report::fine(report.tiers.all.profit),
    );
    let kept = share(Some(retained.into()), Some(at_risk.into()));
    let text = if report.worth.basis == Basis::Revenue {
        Text::new(
            "Of {0} customers {1} bought in both of the last two complete {2}; {3} are retained from one to the next, and the best fifth brings {4} of all revenue, {5}.",
            "{0}位顾客中有{1}位在最近完整的{2}里都买过；各期之间的保留率为{3}；最好的五分之一顾客带来全部收入{5}的{4}。",
        )
    } else {
        Text::new(
            "Of {0} customers {1} bought in both of the last two complete {2}; {3} are retained from one to the next, and the best fifth brings {4} of all profit, {5}.",
            "{0}位顾客中有{1}位在最近完整的{2}里都买过；各期之间的保留率为{3}；最好的五分之一顾客带来全部利润{5}的{4}。",
        )
    };
    let all = report::fine(report.tiers.all.profit).unwrap_or_default();
    let args = [
        customers.to_string(),
        loyal.to_string(),
        super::text::two(report.length).get(lang).to_owned(),
        kept,
        best,
        show_money(all, "", lang),
    ];
    text.fill(lang, &args)
}
