//! `farsight man`.

use crate::support::sandbox::Sandbox;

#[test]
fn a_command_has_a_page_in_both_languages() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["man", "rename"]);
    sandbox.run(&["man", "rename", "--lang", "zh"]);
    sandbox.run(&["man", "nothing"]);
    sandbox.run(&["man", "nothing", "--lang", "zh"]);
    told!("man", sandbox.transcript());
}

#[test]
fn the_program_has_a_page() {
    let sandbox = Sandbox::new();
    let output = sandbox.command(&["man"]).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains(".TH farsight 1") && page.contains("farsight\\-check(1)"));
}
