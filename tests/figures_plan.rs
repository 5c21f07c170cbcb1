//! The figures of whole plans: every one computed a second time by other means, and none that
//! panics or makes no sense.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use farsight::figures::steps::ROLES;
use farsight::figures::{
    Fault, Figure, Lack, Outcome, figures, formula, movers, scenarios, what_if,
};
use farsight::plan::{self, Document, Literal};
use farsight::words::Lang;
use proptest::prelude::*;
use rust_decimal::Decimal;

type Expected = BTreeMap<String, BTreeMap<String, Option<BTreeMap<String, String>>>>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join("plans").join(format!("{name}.toml"))).unwrap()
}

/// Every plan of the repository.
fn plans() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["plans", "plans/class", "tests/real"] {
        let Ok(entries) = fs::read_dir(root().join(folder)) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "toml") {
                found.push((
                    path.display().to_string(),
                    fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    found.sort();
    assert!(found.len() > 15, "only {} plans found", found.len());
    found
}

fn of(text: &str) -> Vec<Figure> {
    figures(&plan::read(text).plan)
}

/// What is said of a figure whose outcome is not the expected one; nothing where all is well.
fn differences(figure: &Figure, expected: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    let key = &figure.key;
    let Ok(results) = &figure.results else {
        return vec![format!("{key}: no result")];
    };
    let mut told = 0;
    for (output, outcome) in results.iter() {
        told += 1;
        let Some(wanted) = expected.get(output.name) else {
            faults.push(format!("{key}: {} has no counterpart", output.name));
            continue;
        };
        let holds = match outcome {
            Ok(Outcome::One(value)) => {
                let wanted: Decimal = wanted.parse().unwrap();
                (*value - wanted).abs() <= Decimal::new(1, 6)
            }
            Ok(Outcome::Word(word)) => word.get(Lang::En).starts_with(wanted.as_str()),
            _ => false,
        };
        if !holds {
            faults.push(format!(
                "{key}: {} is {outcome:?}, not {wanted}",
                output.name
            ));
        }
    }
    if told != expected.len() {
        faults.push(format!(
            "{key}: {told} results, {} expected",
            expected.len()
        ));
    }
    faults
}

/// `tests/figures/complete.py`, run by hand, computes the same from the same files in another way.
#[test]
fn every_figure_of_the_complete_plans_is_the_one_that_another_program_finds() {
    let path = root().join("tests/figures/complete.json");
    let expected: Expected = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(expected.len(), 2);
    let mut faults = Vec::new();
    for (name, expected) in &expected {
        let found = of(&text(name));
        for figure in &found {
            match expected.get(&figure.key) {
                None => faults.push(format!("{name}: {} has no counterpart", figure.key)),
                Some(None) if matches!(figure.results, Err(Lack::Missing(_))) => {}
                Some(None) => faults.push(format!("{name}: {} has a result", figure.key)),
                Some(Some(outputs)) => faults.extend(differences(figure, outputs)),
            }
        }
        let known = |key: &&String| !found.iter().any(|figure| figure.key == **key);
        let missing = expected.keys().filter(known);
        faults.extend(missing.map(|key| format!("{name}: {key} is not computed")));
        assert!(found.len() > 100, "{name}: only {}", found.len());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_plan_has_a_figure_that_makes_no_sense() {
    for (name, text) in plans() {
        let found = of(&text);
        let mut keys: Vec<&str> = found.iter().map(|figure| figure.key.as_str()).collect();
        keys.sort_unstable();
        let all = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), all, "{name}: two figures have one key");
        for figure in &found {
            let told = format!("{name}: {}", figure.key);
            assert!(
                ROLES.contains(&figure.role()),
                "{told} has no place in the list"
            );
            match &figure.results {
                Err(Lack::Missing(paths)) => assert!(!paths.is_empty(), "{told}"),
                // Some plans for teaching say 80 where they mean 80 %.
                Err(Lack::Fault(Fault::OutOfRange(_))) => {}
                Err(Lack::Fault(fault)) => panic!("{told}: {}", fault.message(Lang::En)),
                Ok(results) => {
                    assert!(figure.headline().is_some(), "{told}");
                    for (output, outcome) in results.iter() {
                        let absurd = matches!(outcome, Err(Fault::DividedByNothing));
                        assert!(!absurd, "{told}: {} divides by nothing", output.name);
                    }
                }
            }
            assert!(!figure.title(Lang::Zh).is_empty() && !figure.title(Lang::En).is_empty());
        }
    }
}

#[test]
fn every_figure_is_computed_by_a_formula_with_a_page() {
    for (name, text) in plans() {
        for figure in of(&text) {
            let told = format!("{name}: {}", figure.key);
            // Whoever asks by the name that a figure shows gets the page of what it computes.
            let known = formula(figure.formula.name).unwrap_or_else(|| panic!("{told}: no page"));
            assert!(std::ptr::eq(known, figure.formula), "{told}: another one");
            for lang in [Lang::En, Lang::Zh] {
                assert!(known.page(lang).contains(figure.formula.name), "{told}");
            }
        }
    }
}

#[test]
fn a_rate_of_eighty_is_refused_and_said() {
    let text = "farsight = 1\n[relationships.value_capture]\ndiscount_rate = 0.1\n\
        [[relationships.groups]]\nid = \"g\"\npurchases = 2\naverage_purchase = 10\n\
        margin_rate = 0.5\nretention = 80\n";
    let all = of(text);
    let figure = all.iter().find(|it| it.key == "lifetime-value.g").unwrap();
    let Err(Lack::Fault(fault)) = &figure.results else {
        panic!("{figure:?}");
    };
    assert!(fault.message(Lang::En).contains("from 0 % to 100 %"));
    assert!(fault.message(Lang::Zh).contains("保留率"));
    let margin = of(&text.replace("0.5", "50").replace("= 80", "= 0.8"));
    let margin = margin
        .iter()
        .find(|it| it.key == "customer-margin.g")
        .unwrap();
    assert!(matches!(margin.results, Err(Lack::Fault(_))));
}

#[test]
fn only_what_is_begun_can_lack_something() {
    let bare = "farsight = 1\n[[mix.products]]\nid = \"p\"\n[[targeting.segments]]\nid = \"s\"\n\
        [[relationships.groups]]\nid = \"g\"\n[[mix.objectives]]\nid = \"o\"\n[[mix.budget]]\nid = \"b\"\n\
        [[needs.customer_needs]]\nid = \"n\"\n[[relationships.satisfaction]]\nid = \"q\"\n";
    assert!(of(bare).is_empty(), "{:?}", of(bare));
    let priced = bare.replace("id = \"p\"", "id = \"p\"\nprice = 20");
    let lacks: Vec<_> = of(&priced).into_iter().map(|it| it.results.err()).collect();
    let cost = Lack::Missing(vec!["mix.products.p.unit_cost".to_owned()]);
    assert_eq!(lacks, [Some(cost)]);
}

#[test]
fn what_is_given_away_has_no_break_even() {
    let text = "farsight = 1\n[mix.totals]\nfixed_costs = 100\n[[mix.products]]\nid = \"p\"\n\
        price = 0\nunit_cost = 3\n[[mix.forecast]]\nid = \"f\"\nproduct = \"p\"\ncustomers = 5\n\
        purchases = 2\nprice = 0\n";
    let keys: Vec<String> = of(text).into_iter().map(|it| it.key).collect();
    assert_eq!(keys, ["forecast.f"]);
}

#[test]
fn a_scenario_takes_the_base_line_where_it_has_none() {
    let text = text("omumbonde-oat-bars");
    let reading = plan::read(&text);
    let cases = scenarios(&reading.plan);
    let taken: Vec<&[String]> = cases.iter().map(|case| case.taken.as_slice()).collect();
    assert_eq!(taken.len(), 3);
    assert_eq!(taken[0], ["packs-base"]);
    assert_eq!(taken[1], [""; 0]);
    assert_eq!(taken[2], ["singles-base", "packs-base"]);
}

#[test]
fn what_moves_a_result_is_found_through_other_figures() {
    let found = movers(&text("omumbonde-oat-bars"), "customer-equity", "equity");
    let paths: Vec<&str> = found.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(
        paths.first(),
        Some(&"relationships.groups.term-orders.retention")
    );
    assert!(paths.contains(&"relationships.groups.home-delivered.cost_to_serve"));
    // An equity is not moved by what is spent on winning customers.
    assert!(!paths.iter().any(|path| path.ends_with("acquisition_spend")));
}

/// The paths of the numbers from which figures are computed.
fn fields(text: &str) -> Vec<String> {
    use farsight::figures::Source;
    let mut paths: Vec<String> = of(text)
        .iter()
        .flat_map(|figure| &figure.terms)
        .flat_map(|term| &term.items)
        .filter_map(|item| match &item.source {
            Source::Plan(path) => Some(path.clone()),
            _ => None,
        })
        .collect();
    paths.sort();
    paths.dedup();
    let document = Document::parse(text);
    paths.retain(|path| {
        let value = document.value(path);
        value.is_some_and(|it| it.plain().parse::<Decimal>().is_ok())
    });
    paths
}

/// A figure in a form that can be compared.
fn told(all: &[Figure]) -> Vec<String> {
    let told = |figure: &Figure| format!("{} {:?} {:?}", figure.key, figure.terms, figure.results);
    all.iter().map(told).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_question_has_the_answer_of_the_edited_text(at in 0usize..1000, value in 0u32..6) {
        let text = text("weiting-paddy-spraying");
        let fields = fields(&text);
        let path = plan::Path::parse(&fields[at % fields.len()]);
        // A bare 0 to 5 is taken by every kind of number; of a percentage it is a hundredth.
        let asked = what_if(&text, &[(path.clone(), value.to_string())], Lang::En, None);
        prop_assume!(asked.is_ok());
        let asked = asked.unwrap();
        let mut document = Document::parse(text.as_str());
        let written = Document::parse(asked.text.as_str()).get(&path).unwrap().plain();
        let edit = document.set(&path, &Literal::Bare(written)).unwrap();
        document.apply(&edit);
        prop_assert_eq!(told(&asked.after), told(&of(document.text())));
        prop_assert_eq!(told(&asked.before), told(&of(&text)));
    }

    #[test]
    fn no_number_makes_a_figure_panic(
        at in 0usize..1000,
        value in prop::sample::select(vec![
            "0", "-1", "1", "80", "1e27", "-79228162514264337593543950335", "0.0000000000000000000000000001",
            "79228162514264337593543950335", "nan", "inf", "\"x\"", "[]", "true", "2027-01-01",
        ]),
    ) {
        let text = text("omumbonde-oat-bars");
        let fields = fields(&text);
        let mut document = Document::parse(text.as_str());
        let path = plan::Path::parse(&fields[at % fields.len()]);
        let edit = document.set(&path, &Literal::Bare(value.to_owned())).unwrap();
        document.apply(&edit);
        let reading = plan::read(document.text());
        for figure in figures(&reading.plan) {
            for lang in [Lang::En, Lang::Zh] {
                if let Ok(results) = &figure.results {
                    for (output, _) in results.iter() {
                        let expression = results.expression(output);
                        let filled = figure.filled(expression, "EUR", lang);
                        prop_assert!(!filled.contains('{'), "{} {filled}", figure.key);
                    }
                }
            }
        }
        scenarios(&reading.plan);
    }

    #[test]
    fn no_half_plan_makes_a_figure_panic(from in 0usize..40_000, length in 0usize..4000) {
        let mut text = text("omumbonde-oat-bars");
        let edge = |at: usize| {
            let mut at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (from, to) = (edge(from), edge(from + length));
        text.replace_range(from..to, "");
        of(&text);
    }
}
