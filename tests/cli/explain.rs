//! `farsight explain`.

use crate::support::sandbox::Sandbox;

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
fn a_field_that_is_not_there_is_refused_with_the_nearest() {
    let sandbox = Sandbox::new();
    for (name, near) in [
        ("needs.customer_needs.nede", "needs.customer_needs.need"),
        (
            "needs.customer_needs.warm-start.nede",
            "needs.customer_needs.need",
        ),
        ("needs.market.defintion", "needs.market.definition"),
        ("needs.market.colour", "definition, "),
        ("needs.customer_needs.statemnt-x", "need, "),
        (
            "needs.customer_needs.warm-start",
            "farsight get PLAN needs.customer_needs.warm-start",
        ),
    ] {
        for (lang, said) in [("en", "No rule, field"), ("zh", "没有叫“")] {
            let args = ["explain", name, "--lang", lang];
            let output = sandbox.command(&args).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{name}");
            let told = String::from_utf8(output.stderr).unwrap();
            let near = if lang == "zh" {
                near.replace("PLAN", "计划")
            } else {
                near.to_owned()
            };
            assert!(told.contains(said) && told.contains(&near), "{told}");
        }
    }
    // A field of a row is explained whatever the row is called.
    page(&sandbox, "needs.customer_needs.warm-start.need", "en");
}

/// What `explain` prints of a name; it must know it.
fn page(sandbox: &Sandbox, name: &str, lang: &str) -> String {
    let args = ["explain", name, "--lang", lang];
    let output = sandbox.command(&args).output().unwrap();
    assert!(output.status.success(), "{name} {lang}");
    assert!(output.stdout.len() > 40, "{name} {lang}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_rule_has_a_page_by_name_code_and_former_name_in_both_languages() {
    let sandbox = Sandbox::new();
    for rule in farsight::checks::rules() {
        let code = rule.code.to_lowercase();
        for (lang, own) in [("en", [rule.name, &code]), ("zh", [rule.code, rule.name])] {
            let names = own.into_iter().chain(rule.aliases.iter().copied());
            for name in names {
                let page = page(&sandbox, name, lang);
                let title = page.lines().next().unwrap();
                assert!(title.contains(rule.code), "{name} {lang}: {title}");
            }
        }
    }
}

#[test]
fn sections_and_terms_have_a_page_in_both_languages() {
    use farsight::catalogue;
    use farsight::words::glossary::TERMS;
    let sandbox = Sandbox::new();
    let sections = catalogue::sections().map(|section| section.path.to_owned());
    let fields = catalogue::fields().map(|(section, it)| format!("{}.{}", section.path, it.key));
    let terms = TERMS.iter().map(|term| term.name.zh.to_owned());
    let names = sections.chain(fields.step_by(9)).chain(terms.step_by(9));
    for name in names {
        for lang in ["en", "zh"] {
            page(&sandbox, &name, lang);
        }
    }
}

/// A slip of a letter leads to the name that was meant.
#[test]
fn a_wrong_name_leads_to_the_right_one() {
    let sandbox = Sandbox::new();
    let hint = |name: &str, lang: &str| {
        let args = ["explain", name, "--lang", lang];
        let output = sandbox.command(&args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(output.stdout.is_empty(), "{name}");
        String::from_utf8(output.stderr).unwrap()
    };
    for (at, rule) in farsight::checks::rules().enumerate().step_by(2) {
        let lang = ["en", "zh"][at / 2 % 2];
        let mut wrong = rule.name.to_owned();
        wrong.remove(wrong.len() / 2);
        let said = hint(&wrong, lang);
        assert!(said.contains(rule.name), "{wrong}: {said}");
    }
    for (wrong, lang, right) in [
        ("N1O1", "en", "N101"),
        ("n-101", "zh", "N101"),
        ("F01", "en", "F001"),
        ("customer_neds", "en", "customer_needs"),
        ("targeting.segmnts", "zh", "targeting.segments"),
        ("营销近市", "zh", "营销近视"),
        ("marketing myopie", "en", "Marketing myopia"),
    ] {
        let said = hint(wrong, lang);
        assert!(
            said.to_lowercase().contains(&right.to_lowercase()),
            "{wrong}: {said}"
        );
    }
}
