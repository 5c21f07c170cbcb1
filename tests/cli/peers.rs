//! `farsight peers`: a round shared out, filled in and collected, without a name in it.

use std::path::{Path, PathBuf};

use crate::support::class::{Dice, plan};
use crate::support::sandbox::Sandbox;
use farsight::words::Lang;

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path);
        }
    }
    all.sort();
    all
}

fn round(lang: Lang) -> String {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", lang.tag());
    let mut dice = Dice::new(9);
    for at in 0..6 {
        let name = crate::support::class::name(at, lang);
        let text = plan(&mut dice, lang, "own-task", 2);
        let text = text.replacen("[plan]\n", &format!("[plan]\nowner = \"{name}\"\n"), 1);
        let file = format!("class/{}.toml", name.replace(' ', "-"));
        sandbox.write(&file, format!("# {name}\n{text}"));
    }
    sandbox.write("class/empty.toml", "");
    let assign = ["peers", "assign", "class", "--seed", "4", "-o", "round"];
    sandbox.run(&assign).run(&assign);
    let out = files(&sandbox.path("round/reviewers"));
    assert_eq!(out.len(), 6 * 3 * 2);
    for file in &out {
        let text = std::fs::read_to_string(file).unwrap();
        for at in 0..6 {
            let name = crate::support::class::name(at, lang);
            assert!(!text.contains(&name) && !file.to_string_lossy().contains(&name));
        }
    }
    sandbox.run(&["peers", "collect", "round"]);
    let forms = out
        .iter()
        .filter(|it| it.to_string_lossy().ends_with(".review.toml"));
    for (at, file) in forms.enumerate() {
        let text = std::fs::read_to_string(file).unwrap();
        let rubric = farsight::classroom::Rubric::standard();
        let level = &rubric.levels[at % rubric.levels.len()].key;
        let text = match at {
            0 => text.replacen("level = \"\"", "level = \"great\"", 1),
            1 => "review = [".to_owned(),
            2 => text,
            _ => text.replace("level = \"\"", &format!("level = \"{level}\"")),
        };
        std::fs::write(file, text).unwrap();
    }
    sandbox
        .run(&["peers", "collect", "round", "-o", "back"])
        .run(&["peers", "collect", "class"])
        .run(&["peers", "assign", "class"])
        .run(&["peers", "assign", "class", "--reviews", "6", "-o", "more"]);
    assert_eq!(files(&sandbox.path("back")).len(), 12);
    sandbox.transcript()
}

#[test]
fn a_round_goes_out_and_comes_back() {
    told!("peers", round(Lang::En));
}

#[test]
fn 一轮互评() {
    told!("peers-zh", round(Lang::Zh));
}
