//! Published cases, worked by others: each comes out to a millionth.
//!
//! `tests/figures/names.toml` says which of our formulas and names each of theirs is.

use std::collections::BTreeMap;

use farsight::figures::given::Value as Given;
use farsight::figures::results::Outcome;
use farsight::figures::{self, Formula, Shape};
use rust_decimal::Decimal;
use serde_json::Value as Json;
use toml::{Table, Value as Toml};

use super::{dec, same};

const CASES: &str = include_str!("../figures/cases.json");
const NAMES: &str = include_str!("../figures/names.toml");
/// How many formulas the table of the field has.
const KEYS: usize = 82;

fn names() -> Table {
    NAMES.parse().expect("a table")
}

fn text<'t>(row: &'t Table, key: &str) -> &'t str {
    row.get(key).and_then(Toml::as_str).unwrap_or_default()
}

fn pairs(row: &Table, key: &str) -> Vec<(String, String)> {
    let table = row.get(key).and_then(Toml::as_table);
    let pairs = table.into_iter().flatten();
    pairs
        .map(|(theirs, ours)| (theirs.clone(), ours.as_str().unwrap_or_default().to_owned()))
        .collect()
}

/// A name of ours with what turns their number into ours: `rate/100`.
fn scaled(ours: &str) -> (&str, Decimal) {
    match (ours.split_once('/'), ours.split_once('*')) {
        (Some((name, by)), _) => (name, Decimal::ONE / dec(by)),
        (_, Some((name, by))) => (name, dec(by)),
        _ => (ours, Decimal::ONE),
    }
}

fn number(value: &Json) -> Decimal {
    let text = value.to_string();
    text.parse()
        .or_else(|_| Decimal::from_scientific(&text))
        .expect("a number")
}

/// The numbers at a path of their inputs: `a.customers`, `groups.*.0`, `customers.1..`.
fn at(value: &Json, path: &str) -> Vec<Decimal> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    if path.is_empty() {
        return match value {
            Json::Array(items) => items.iter().map(number).collect(),
            Json::Null => Vec::new(),
            one => vec![number(one)],
        };
    }
    match value {
        Json::Array(items) if name == "*" => items.iter().flat_map(|it| at(it, rest)).collect(),
        Json::Array(items) if rest == "." => items
            .iter()
            .skip(name.parse().unwrap())
            .map(number)
            .collect(),
        Json::Array(items) => items
            .get(name.parse::<usize>().unwrap())
            .map_or_else(Vec::new, |it| at(it, rest)),
        Json::Object(map) => map.get(name).map_or_else(Vec::new, |it| at(it, rest)),
        _ => Vec::new(),
    }
}

/// Our computation of a case.
fn computed(row: &Table, formula: &'static Formula, case: &Json) -> figures::Given {
    let mut given = figures::Given::new(formula);
    for (name, word) in pairs(row, "set") {
        let input = formula.input(&name).expect(&name);
        given.set(&name, figures::read::read(input, &word).expect(&word));
    }
    for (theirs, ours) in pairs(row, "inputs") {
        let (name, by) = scaled(&ours);
        let numbers: Vec<Decimal> = at(&case["inputs"], &theirs)
            .iter()
            .map(|it| it * by)
            .collect();
        let Some(first) = numbers.first() else {
            continue;
        };
        let input = formula.input(name).expect(name);
        if input.shape != Shape::Many {
            given.set(name, Given::One(*first));
            continue;
        }
        let mut all = match given.value(name) {
            Some(Given::Many(known)) => known.clone(),
            _ => Vec::new(),
        };
        all.extend(numbers);
        given.set(name, Given::Many(all));
    }
    given
}

/// Whether a result is what they print.
fn fits(outcome: &Outcome, ours: &str, expected: &Json) -> bool {
    if let (Some((_, word)), Json::Bool(expected)) = (ours.split_once(" == "), expected) {
        return matches!(outcome, Outcome::Word(it) if (it.en == word) == *expected);
    }
    let (name, by) = scaled(ours);
    let values = match outcome {
        Outcome::One(one) => vec![*one],
        Outcome::Many(many) => match name.split_once('[') {
            Some((_, place)) => {
                let place: usize = place.trim_end_matches(']').parse().unwrap();
                many.get(place).copied().into_iter().collect()
            }
            None => many.clone(),
        },
        Outcome::Word(_) => return false,
    };
    let expected = match expected {
        Json::Array(items) => items.iter().map(number).collect(),
        one => vec![number(one)],
    };
    values.len() == expected.len()
        && values
            .iter()
            .zip(&expected)
            .all(|(ours, theirs)| same(ours * by, *theirs, dec("0.000001")))
}

/// Our name without what is done to it.
fn bare(ours: &str) -> &str {
    ours.split(['*', '/', '[', ' ']).next().unwrap_or_default()
}

/// Runs a case; says what does not fit.
fn run(case: &Json, names: &Table) -> Result<(), String> {
    let key = case["formula_id"].as_str().unwrap();
    let row = names.get(key).and_then(Toml::as_table).ok_or("no row")?;
    let formula = figures::formula(text(row, "formula")).ok_or("no formula")?;
    let results = computed(row, formula, case).compute();
    let results = results.map_err(|fault| fault.message(farsight::words::Lang::En))?;
    let outputs: BTreeMap<String, String> = pairs(row, "outputs").into_iter().collect();
    let expected = case["expected"].as_object().unwrap();
    let expected = expected.iter().map(|(name, it)| (name, &it["exact"]));
    let also = case["also_true"].as_object().unwrap().iter();
    for (theirs, value) in expected.chain(also) {
        let ours = outputs.get(theirs).ok_or(format!("no name for {theirs}"))?;
        let outcome = results.get(bare(ours)).ok_or(format!("no result {ours}"))?;
        let outcome = outcome.as_ref().map_err(|it| format!("{ours}: {it:?}"))?;
        if !fits(outcome, ours, value) {
            return Err(format!("{theirs} is {value}, {ours} is {outcome:?}"));
        }
    }
    Ok(())
}

#[test]
fn published_cases_come_out() {
    let cases: Json = serde_json::from_str(CASES).unwrap();
    let cases = cases["public"].as_array().unwrap();
    let names = names();
    let faults: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let why = run(case, &names).err()?;
            Some(format!("{} {}: {why}", case["id"], case["formula_id"]))
        })
        .collect();
    let right = cases.len() - faults.len();
    assert!(
        faults.is_empty(),
        "{right} of {} come out\n{}",
        cases.len(),
        faults.join("\n")
    );
    assert_eq!(cases.len(), 78);
}

#[test]
fn every_formula_of_the_field_has_a_name_here() {
    let names = names();
    let mut faults = Vec::new();
    for (key, row) in &names {
        let row = row.as_table().unwrap();
        let Some(formula) = figures::formula(text(row, "formula")) else {
            faults.push(format!("{key}: no formula {}", text(row, "formula")));
            continue;
        };
        if formula.name != text(row, "formula") {
            faults.push(format!("{key}: call it {}", formula.name));
        }
        for (_, ours) in pairs(row, "inputs") {
            if formula.inputs.iter().all(|it| it.name != bare(&ours)) {
                faults.push(format!("{key}: {} has no input {ours}", formula.name));
            }
        }
        for (_, ours) in pairs(row, "outputs") {
            if formula.outputs.iter().all(|it| it.name != bare(&ours)) {
                faults.push(format!("{key}: {} has no result {ours}", formula.name));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert_eq!(names.len(), KEYS);
}
