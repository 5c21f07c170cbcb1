//! `farsight explain`.

mod cli;
use cli::Sandbox;

const NAMES: [&str; 6] = [
    "F001",
    "syntax-error",
    "needs.customer_needs.warm-start.need",
    "needs.customer_needs",
    "营销近视",
    "myopa",
];

#[test]
fn rules_fields_and_terms_have_a_page() {
    let mut sandbox = Sandbox::new();
    for name in NAMES {
        sandbox.run(&["explain", name]);
    }
    sandbox.run(&["explain", "marketing", "myopia"]);
    sandbox.run(&["explain"]);
    told!("explain", sandbox.transcript());
}

#[test]
fn 规则字段和术语都有说明() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    for name in NAMES {
        sandbox.run(&["explain", name]);
    }
    sandbox.run(&["explain", "近视"]);
    sandbox.run(&["explain", "龘"]);
    told!("explain-zh", sandbox.transcript());
}

#[test]
fn everything_that_has_a_name_has_a_page_in_both_languages() {
    use farsight::words::glossary::TERMS;
    use farsight::{catalogue, checks};
    let sandbox = Sandbox::new();
    let names: Vec<String> = checks::rules()
        .map(|rule| rule.code.to_owned())
        .chain(catalogue::sections().map(|section| section.path.to_owned()))
        .chain(TERMS.iter().step_by(20).map(|term| term.name.zh.to_owned()))
        .step_by(7)
        .collect();
    for name in &names {
        for lang in ["en", "zh"] {
            let output = sandbox
                .command(&["explain", name, "--lang", lang])
                .output()
                .unwrap();
            assert!(output.status.success(), "{name}");
            assert!(output.stdout.len() > 40, "{name}");
        }
    }
}
