//! `farsight fields`.

use crate::support::sandbox::Sandbox;

#[test]
fn a_section_or_a_step_is_listed() {
    let mut sandbox = Sandbox::new();
    sandbox
        .run(&["fields", "targeting.segments", "--core"])
        .run(&["fields", "needs.market"])
        .run(&["fields", "2", "--core"])
        .run(&["fields", "tactics"]);
    told!("fields", sandbox.transcript());
}

#[test]
fn 列出一步或一部分() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["fields", "targeting.segments", "--core"])
        .run(&["fields", "价值", "--core"])
        .run(&["fields", "战术"]);
    told!("fields-zh", sandbox.transcript());
}

#[test]
fn every_field_is_listed_for_programs_too() {
    use farsight::catalogue;
    let sandbox = Sandbox::new();
    let output = sandbox.command(&["fields"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let output = sandbox
        .command(&["fields", "--format", "json"])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["schema"], "farsight.fields/1");
    let mut listed = 0;
    for section in json["sections"].as_array().unwrap() {
        listed += section["fields"].as_array().unwrap().len();
        assert!(text.contains(section["path"].as_str().unwrap()));
    }
    assert_eq!(listed, catalogue::fields().count());
}
