//! The plans that come with the program: the samples are clean and use all of the format, their
//! numbers are right, and the plans of the classroom have the gaps that their teacher is told.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path as FilePath;

use farsight::catalogue::choices::Scenario;
use farsight::catalogue::{self, Shape};
use farsight::checks::{self, Finding, Severity, check_text};
use farsight::plan::records::{BudgetLine, Factor, ForecastLine};
use farsight::plan::{Document, Path, Plan, SAMPLES, Sp, read, sample};
use rust_decimal::Decimal;

// -- The samples ----------------------------------------------------------------------------------

/// An error or warning that a sample keeps on purpose, with the reason.
const KEPT: &[(&str, &str, &str)] = &[
    // Its answer is to `evidence-stale-or-single`; the row goes when that rule is there.
    (
        "omumbonde-oat-bars",
        "answer-to-unknown-rule",
        "accept.1.check",
    ),
];

#[test]
fn the_samples_are_clean() {
    let mut faults = Vec::new();
    for sample in SAMPLES {
        let report = check_text(sample.text);
        let loud = |it: &&Finding| it.severity != Severity::Advice;
        for finding in report.open().filter(loud) {
            let (rule, path) = (finding.rule.name, finding.path.as_str());
            if !KEPT.contains(&(sample.name, rule, path)) {
                faults.push(format!("{}: {rule} at {path}", sample.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // The reader of a sample has better things to look at.
    for sample in SAMPLES {
        let kept = KEPT.iter().filter(|(name, ..)| *name == sample.name);
        assert!(kept.count() <= 3, "{}", sample.name);
    }
}

#[test]
fn the_complete_sample_uses_every_section_and_field() {
    let document = Document::parse(sample("omumbonde-oat-bars").unwrap().text);
    let mut missing = Vec::new();
    for section in catalogue::sections() {
        let base = Path::parse(section.path);
        let keys: BTreeSet<String> = match section.shape {
            Shape::Table => document.keys(&base).into_iter().collect(),
            Shape::Rows => document
                .rows(&base)
                .into_iter()
                .flat_map(|row| document.keys(&base.join(row)))
                .collect(),
        };
        for field in section.fields {
            // A sample is nobody's exercise.
            let is_set = field.key != "exercise" || section.path != "plan";
            if is_set && !keys.contains(field.key) {
                missing.push(format!("{}.{}", section.path, field.key));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

// -- Their numbers ----------------------------------------------------------------------------------

fn value(number: Option<&Sp<Decimal>>) -> Option<Decimal> {
    number.map(|number| number.value)
}

fn amounts(lines: &[BudgetLine<'_>]) -> Decimal {
    lines
        .iter()
        .filter_map(|line| value(line.amount.as_ref()))
        .sum()
}

/// What a line of the forecast brings.
fn sold(line: &ForecastLine<'_>) -> Option<Decimal> {
    let (customers, price) = (value(line.customers.as_ref())?, value(line.price.as_ref())?);
    Some(customers * value(line.purchases.as_ref())? * price)
}

fn is_of(line: &ForecastLine<'_>, scenario: Scenario) -> bool {
    line.scenario
        .as_ref()
        .is_some_and(|it| it.value == scenario)
}

#[test]
fn the_numbers_of_the_samples_are_right() {
    for sample in SAMPLES {
        let (name, reading) = (sample.name, read(sample.text));
        let plan = &reading.plan;
        for line in &plan.budget {
            let parts = (value(line.quantity.as_ref()), value(line.rate.as_ref()));
            let (Some(quantity), Some(rate)) = parts else {
                continue;
            };
            assert_eq!(
                value(line.amount.as_ref()),
                Some(quantity * rate),
                "{name}: {line:?}"
            );
        }
        let budget = value(plan.totals.budget.as_ref()).unwrap();
        assert_eq!(amounts(&plan.budget), budget, "{name}");
        let costs: Decimal = plan
            .actions
            .iter()
            .filter_map(|it| value(it.cost.as_ref()))
            .sum();
        let care: Decimal = plan
            .programmes
            .iter()
            .filter_map(|it| value(it.cost.as_ref()))
            .sum();
        assert!(
            costs + care <= budget + care,
            "{name}: the actions cost {costs}, {budget} is there"
        );
        let base = plan.forecast.iter().filter(|it| is_of(it, Scenario::Base));
        let base: Decimal = base.filter_map(sold).sum();
        assert_eq!(Some(base), value(plan.totals.revenue.as_ref()), "{name}");
        scenarios_are_ordered(name, plan);
        weights_are_whole(name, plan);
        spans_are_ordered(name, plan);
    }
}

/// A line of the low scenario is not above the base line that it answers to, one of the high not below.
fn scenarios_are_ordered(name: &str, plan: &Plan<'_>) {
    let key = |line: &ForecastLine<'_>| {
        let key = [&line.product, &line.segment, &line.channel, &line.period];
        key.map(|it| it.as_ref().map(|it| it.value.to_string()))
    };
    for base in plan
        .forecast
        .iter()
        .filter(|line| is_of(line, Scenario::Base))
    {
        for line in plan.forecast.iter().filter(|line| key(line) == key(base)) {
            if is_of(line, Scenario::Low) {
                assert!(sold(line) <= sold(base), "{name}: {line:?}");
            }
            if is_of(line, Scenario::High) {
                assert!(sold(line) >= sold(base), "{name}: {line:?}");
            }
        }
    }
}

/// The weights of the factors of a segment make one.
fn weights_are_whole(name: &str, plan: &Plan<'_>) {
    let of = |row: &Factor<'_>| row.segment.as_ref().map(|it| it.value.to_string());
    let segments: BTreeSet<_> = plan.factors.iter().map(of).collect();
    for segment in segments {
        let rows = plan.factors.iter().filter(|row| of(row) == segment);
        let sum: Decimal = rows.filter_map(|row| value(row.weight.as_ref())).sum();
        assert_eq!(sum, Decimal::ONE, "{name}: the weights of {segment:?}");
    }
}

/// What begins ends later, within the plan.
fn spans_are_ordered(name: &str, plan: &Plan<'_>) {
    let (begin, end) = (plan.frame.starts.as_ref(), plan.frame.ends.as_ref());
    let (begin, end) = (begin.expect("dated").value, end.expect("dated").value);
    assert!(begin < end, "{name}");
    for action in &plan.actions {
        if let (Some(starts), Some(ends)) = (&action.starts, &action.ends) {
            assert!(
                starts.value <= ends.value && ends.value <= end,
                "{name}: {action:?}"
            );
        }
    }
    for objective in &plan.objectives {
        let by = objective.by.as_ref().expect("dated").value;
        assert!(begin <= by && by <= end, "{name}: {objective:?}");
    }
}

// -- The plans of the classroom ------------------------------------------------------------------

/// Where a rule and the teacher's page differ, and why both stay.
const DIFFERENT: &[(&str, &str, &str)] = &[];

/// Gaps of a page that a rule finds elsewhere but not here, with the reason.
const MISSED: &[(&str, &str, &str)] = &[];

/// A gap of a teacher's page: the rule, and the paths where it is.
struct Planted {
    rule: String,
    paths: Vec<String>,
}

/// The rows of the table of a page: `| rule | where | … |`.
fn planted(page: &str) -> Vec<Planted> {
    page.lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let mut cells = line.trim_matches('|').split(" | ");
            let mut words = || -> Vec<String> {
                let cell = cells.next().unwrap_or_default();
                cell.split('`')
                    .skip(1)
                    .step_by(2)
                    .map(str::to_owned)
                    .collect()
            };
            let rule = words().remove(0);
            Planted {
                rule,
                paths: words(),
            }
        })
        .collect()
}

/// Whether two paths are the same or one lies within the other; `*` is any name.
fn meets(a: &str, b: &str) -> bool {
    a.split('.')
        .zip(b.split('.'))
        .all(|(a, b)| a == b || a == "*" || b == "*")
}

fn class(name: &str) -> (Vec<Planted>, Vec<Finding>) {
    let folder = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("plans/class");
    let file =
        |end: &str| fs::read_to_string(folder.join(format!("{name}.{end}"))).expect("readable");
    (planted(&file("md")), check_text(&file("toml")).findings)
}

#[test]
fn the_plans_of_the_classroom_have_the_gaps_that_are_written_beside_them() {
    let mut faults = Vec::new();
    for name in ["jiexiang-laundry", "velquo-smart-bottle"] {
        let (planted, findings) = class(name);
        assert!(planted.len() > 20, "{name}");
        let differs = |rule: &str| {
            DIFFERENT
                .iter()
                .any(|(plan, other, _)| (*plan, *other) == (name, rule))
        };
        for gap in planted
            .iter()
            .filter(|gap| checks::rule(&gap.rule).is_some())
        {
            let found = findings.iter().any(|it| {
                it.rule.answers_to(&gap.rule) && gap.paths.iter().any(|path| meets(path, &it.path))
            });
            let missed = MISSED
                .iter()
                .any(|(plan, path, _)| *plan == name && gap.paths.iter().any(|it| it == path));
            if found == (differs(&gap.rule) || missed) {
                let word = if found { "found after all" } else { "missed" };
                faults.push(format!("{name}: {word}: {} at {:?}", gap.rule, gap.paths));
            }
        }
        for it in findings.iter().filter(|it| it.severity != Severity::Advice) {
            let rule = it.rule.name;
            let known = planted.iter().any(|gap| it.rule.answers_to(&gap.rule));
            if !known && !differs(rule) {
                faults.push(format!("{name}: not on the page: {rule} at {}", it.path));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
