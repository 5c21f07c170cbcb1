//! `farsight rules`.

use crate::support::sandbox::Sandbox;
use farsight::checks;

#[test]
fn every_rule_is_listed_in_both_languages() {
    let sandbox = Sandbox::new();
    for lang in ["en", "zh"] {
        let output = sandbox
            .command(&["rules", "--lang", lang])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        for rule in checks::rules() {
            let title = rule.title.get(farsight::words::Lang::from_tag(lang));
            assert!(
                text.contains(rule.name) && text.contains(title),
                "{}",
                rule.name
            );
        }
        assert!(output.status.success() && output.stderr.is_empty());
    }
}

#[test]
fn the_first_lines() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["rules"]);
    sandbox.run(&["rules", "--lang", "zh"]);
    let transcript = sandbox.transcript();
    let lines: Vec<&str> = transcript
        .lines()
        .filter(|line| line.starts_with(['$', '[']) || line.contains("F001"))
        .collect();
    told!("rules", lines.join("\n"));
}

#[test]
fn programs_get_json() {
    let sandbox = Sandbox::new();
    let output = sandbox
        .command(&["rules", "--format", "json"])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["schema"], "farsight.rules/1");
    assert_eq!(
        json["rules"].as_array().unwrap().len(),
        checks::rules().count()
    );
}
