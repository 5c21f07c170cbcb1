//! `farsight info`, and the settings.

use crate::support::sandbox::Sandbox;

#[test]
fn paths_and_settings_are_shown() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["info"]);
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox.run(&["info"]);
    told!("info", sandbox.transcript());
}

#[test]
fn the_sample_is_a_configuration() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["info", "--sample-config"]);
    sandbox.run(&["info", "--sample-config", "--lang", "zh"]);
    told!("info-sample", sandbox.transcript());
}

#[test]
fn a_configuration_is_found_by_folder_by_variable_and_by_option() {
    let mut sandbox = Sandbox::new();
    sandbox.write(".home/config/farsight/config.toml", "language = \"zh\"\n");
    sandbox.write("own/config.toml", "theme = \"mono\"\ncolor = \"never\"\n");
    sandbox.run(&["info"]);
    sandbox.run(&["info", "--config", "own/config.toml"]);
    let folder = sandbox.path("own").to_string_lossy().into_owned();
    sandbox.var("FARSIGHT_CONFIG", &folder);
    sandbox.run(&["info"]);
    let file = sandbox
        .path("own/config.toml")
        .to_string_lossy()
        .into_owned();
    sandbox.var("FARSIGHT_CONFIG", &file);
    sandbox.run(&["info"]);
    told!("info-config", sandbox.transcript());
}

#[test]
fn a_bad_configuration_stops_nothing() {
    let mut sandbox = Sandbox::with_bad_input();
    let text = "theme = \"drak\"\n\"颜色\" = 1\nlanguage = \"zh\"\ncolor = 3\n";
    sandbox.write("bad.toml", text);
    sandbox.run(&[
        "rename", "--config", "bad.toml", "--lang", "en", "tea.toml", "plan", "x",
    ]);
    for bad in [
        "bad.toml",
        "broken.toml",
        "missing.toml",
        "gbk.toml",
        "folder",
        "deep.toml",
    ] {
        for lang in ["en", "zh"] {
            sandbox.run(&[
                "get",
                "tea.toml",
                "plan.owner",
                "--config",
                bad,
                "--lang",
                lang,
            ]);
        }
    }
    told!("info-bad-config", sandbox.transcript());
}
