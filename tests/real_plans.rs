//! The facts of fifteen plans that people really wrote: they fit the format, bear an edit, and show
//! what the rules see and what they miss.
//!
//! What is found stands in `tests/real/expected.txt`, so that a change of a rule is seen in a diff;
//! `FARSIGHT_UPDATE=1 cargo test --test real_plans` writes it again.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::{Path as FilePath, PathBuf};

use farsight::checks::{self, Finding, Report, Severity, check_text};
use farsight::plan::{Document, Literal, Path, read};
use toml::{Table, Value};

fn folder() -> PathBuf {
    FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/real")
}

/// The plans by name, in order.
fn plans() -> Vec<(String, String)> {
    let mut plans: Vec<(String, String)> = fs::read_dir(folder())
        .expect("readable")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .filter_map(|path| {
            let name = path.file_stem()?.to_str()?.to_owned();
            (name != "gaps").then(|| (name, fs::read_to_string(path).expect("readable")))
        })
        .collect();
    plans.sort();
    plans
}

#[test]
fn every_plan_fits_the_format() {
    let plans = plans();
    assert_eq!(plans.len(), 15);
    for (name, text) in plans {
        let reading = read(&text);
        assert_eq!(reading.problems, [], "{name}");
        let report = check_text(&text);
        let broken = report
            .findings
            .iter()
            .find(|it| it.rule.code.starts_with('F'));
        assert!(broken.is_none(), "{name}: {broken:?}");
        assert!(reading.plan.frame.title.is_some(), "{name}");
        assert_eq!(Document::parse(text).broken(), None, "{name}");
    }
}

#[test]
fn every_plan_bears_an_edit() {
    let literal = Literal::Prose("Something “new” # 新的 \\ and long. ".repeat(8));
    for (name, text) in plans() {
        let mut document = Document::parse(text.as_str());
        let mut paths = vec![
            Path::parse("plan.title"),
            Path::parse("mix.totals.conditions"),
        ];
        for list in ["targeting.segments", "mix.actions", "needs.evidence"] {
            let list = Path::parse(list);
            let rows = document.rows(&list).into_iter();
            paths.extend(rows.map(|row| list.join(row).join("name")));
        }
        for path in paths {
            let edit = document.set(&path, &literal).unwrap();
            let back = document.apply(&edit);
            assert_ne!(document.text(), text, "{name} {path}");
            assert!(read(document.text()).is_sound(), "{name} {path}");
            document.apply(&back);
            assert_eq!(document.text(), text, "{name} {path}");
        }
    }
}

// -- What is seen, and what is missed -----------------------------------------------------------

/// What readers found, and what is a false alarm.
fn gaps() -> Table {
    let text = fs::read_to_string(folder().join("gaps.toml")).expect("readable");
    text.parse().expect("TOML")
}

fn list<'t>(table: &'t Table, key: &str) -> Vec<&'t Table> {
    let rows = table
        .get(key)
        .map(|rows| rows.as_array().expect("readable"));
    rows.into_iter()
        .flatten()
        .map(|row| row.as_table().expect("readable"))
        .collect()
}

fn text<'t>(row: &'t Table, key: &str) -> &'t str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn rules(gap: &Table) -> Vec<&str> {
    let rules = gap["rules"].as_array().expect("readable").iter();
    rules.filter_map(Value::as_str).collect()
}

/// The findings that show a gap.
fn shown<'r>(report: &'r Report, gap: &Table) -> Vec<&'r Finding> {
    let (names, at) = (rules(gap), text(gap, "at"));
    report
        .findings
        .iter()
        .filter(|it| names.contains(&it.rule.name) && it.path.contains(at))
        .collect()
}

fn is_false(finding: &Finding, plan: &str, alarms: &[&Table]) -> bool {
    alarms.iter().any(|alarm| {
        let here = text(alarm, "plan");
        (here.is_empty() || here == plan)
            && text(alarm, "rule") == finding.rule.name
            && finding.path.contains(text(alarm, "at"))
    })
}

/// What the rules say about all plans, as people read it.
fn findings() -> String {
    let mut out = String::new();
    let table = gaps();
    let (gaps, alarms) = (list(&table, "gap"), list(&table, "false_alarm"));
    let [
        mut all,
        mut visible,
        mut built,
        mut seen,
        mut said,
        mut wrong,
    ] = [0; 6];
    for (name, plan) in plans() {
        let report = check_text(&plan);
        let _ = writeln!(out, "== {name}");
        for finding in &report.findings {
            let alarm = is_false(finding, &name, &alarms);
            if finding.severity != Severity::Advice {
                said += 1;
                wrong += usize::from(alarm);
            }
            let mark = if alarm { "  (false alarm)" } else { "" };
            let (code, name, path) = (finding.rule.code, finding.rule.name, &finding.path);
            let _ = writeln!(out, "{code} {name} {path}{mark}");
        }
        for gap in gaps.iter().filter(|gap| text(gap, "plan") == name) {
            let rules = rules(gap);
            let there = rules.iter().any(|rule| checks::rule(rule).is_some());
            let found = !shown(&report, gap).is_empty();
            let word = match (rules.is_empty(), there, found) {
                (true, ..) => "beyond rules",
                (_, false, _) => "not built",
                (_, _, true) => "seen",
                (_, _, false) => "missed",
            };
            all += 1;
            visible += usize::from(!rules.is_empty());
            built += usize::from(there);
            seen += usize::from(found);
            let _ = writeln!(out, "  gap {word}: {}", text(gap, "gap"));
        }
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "{all} gaps, {visible} within reach of rules, {built} of rules that exist, {seen} seen\n\
         {said} errors and warnings, {wrong} false alarms"
    );
    out
}

#[test]
fn what_is_found_is_what_was_found() {
    let file = folder().join("expected.txt");
    let now = findings();
    if std::env::var_os("FARSIGHT_UPDATE").is_some() {
        fs::write(&file, &now).unwrap();
    }
    let before = fs::read_to_string(&file).unwrap();
    if now != before {
        let diff = similar::TextDiff::from_lines(&before, &now);
        let diff = diff.unified_diff().context_radius(1).to_string();
        panic!("FARSIGHT_UPDATE=1 writes tests/real/expected.txt again, if this is right:\n{diff}");
    }
}

/// A name that no rule of the catalogue has would make a gap look as if nothing could see it.
#[test]
fn every_false_alarm_is_still_one() {
    let table = gaps();
    let plans = plans();
    for gap in list(&table, "gap") {
        assert!(
            plans.iter().any(|(name, _)| name == text(gap, "plan")),
            "{gap:?}"
        );
    }
    for alarm in list(&table, "false_alarm") {
        let still = plans.iter().any(|(name, plan)| {
            let findings = check_text(plan).findings;
            findings.iter().any(|it| is_false(it, name, &[alarm]))
        });
        assert!(still, "no longer a false alarm, take it out: {alarm:?}");
    }
}

/// What must stay silent: sums that are right, and groups that are left out for a reason.
#[test]
fn what_is_right_is_left_alone() {
    for (plan, rule, at) in [
        ("08-focus-fitness-levittown", "budget-does-not-sum", ""),
        (
            "06-haiku-os-promotion",
            "target-chosen-without-criteria",
            "businesses",
        ),
        (
            "06-haiku-os-promotion",
            "target-without-proposition",
            "businesses",
        ),
        ("09-mvurwi-taxis", "target-chosen-without-criteria", ""),
        ("09-mvurwi-taxis", "rivals-same-category-only", ""),
        ("09-mvurwi-taxis", "segment-not-measured", "passengers"),
        (
            "09-mvurwi-taxis",
            "market-or-mission-named-after-product",
            "",
        ),
        ("07-nyack-today", "market-size-without-derivation", ""),
        ("07-nyack-today", "need-without-evidence", ""),
        (
            "13-mozilla-webmaker-2015",
            "kpi-incomplete",
            "retention.target",
        ),
        ("28-changjiang-univ-wahaha", "mix-element-missing", ""),
        ("17-verb-cdc", "rivals-same-category-only", ""),
    ] {
        let text = fs::read_to_string(folder().join(format!("{plan}.toml"))).unwrap();
        let report = check_text(&text);
        let found = report
            .findings
            .iter()
            .find(|it| it.rule.name == rule && it.path.contains(at));
        assert!(found.is_none(), "{plan}: {found:?}");
    }
}
