//! `farsight` alone, without a terminal.

use crate::support::sandbox::Sandbox;

#[test]
fn a_folder_is_listed_and_a_plan_is_checked() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&[]);
    sandbox.write("a.toml", "farsight = 1\n[plan]\ntitle = \"Tea\n");
    sandbox.write("b/c.toml", "farsight = 1\n\"\n");
    sandbox.run(&[]);
    sandbox.run(&["b"]);
    sandbox.run(&["a.toml"]);
    sandbox.run(&["chekc"]);
    sandbox.run(&["zzz"]);
    told!("open", sandbox.transcript());
}

#[test]
fn 没有终端时列出或检查() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox.run(&[]);
    sandbox.write("茶馆.toml", "farsight = 1\n[plan]\ntitle = \"茶\n");
    sandbox.run(&[]);
    sandbox.run(&["茶馆.toml"]);
    sandbox.run(&["chekc"]);
    told!("open-zh", sandbox.transcript());
}

#[test]
fn the_folder_of_the_settings_opens() {
    let mut sandbox = Sandbox::new();
    sandbox.write("计划/茶.toml", "farsight = 1\n[plan]\ntitle = \"茶\n");
    sandbox.write("config.toml", "plans = \"计划\"\n");
    sandbox.run(&["--config", "config.toml"]);
    told!("open-settings", sandbox.transcript());
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!("open-bad", sandbox.try_bad_input(|bad| vec![bad]));
}
