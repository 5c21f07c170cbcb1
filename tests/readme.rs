//! The README tells the truth: its keys are the program's, its plan is a plan.
//!
//! The table of keys is kept in step by `FARSIGHT_UPDATE=1 cargo test --test readme`.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use farsight::checks::check_text;
use farsight::plan;
use farsight::settings::Project;
use farsight::tui::commands::{COMMANDS, Command, Scope};
use farsight::tui::input::Key;
use farsight::words::{Lang, Text};

const READMES: [(&str, Lang); 2] = [("README.md", Lang::En), ("README.zh.md", Lang::Zh)];
const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->\n";

const PLACES: &[(Scope, Text)] = &[
    (Scope::Always, Text::new("Everywhere", "任何地方")),
    (Scope::Plan, Text::new("With a plan open", "打开计划后")),
    (Scope::Workbench, Text::new("Workbench", "工作台")),
    (Scope::Walk, Text::new("Walk", "引导")),
    (Scope::Findings, Text::new("Findings", "问题列表")),
    (Scope::Chain, Text::new("Chain", "链条")),
    (Scope::Figures, Text::new("Figures", "数字")),
    (Scope::Review, Text::new("Review", "审阅")),
    (
        Scope::Conflicts,
        Text::new("Where two versions disagree", "两个版本有分歧时"),
    ),
    (Scope::Calculator, Text::new("Calculator", "计算器")),
    (Scope::Plans, Text::new("List of plans", "计划列表")),
    (Scope::Quiz, Text::new("Quiz", "测验")),
    (Scope::Marking, Text::new("Marking a class", "给全班评分")),
];

fn readme(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(path).unwrap().replace('\r', "")
}

fn keys(command: &Command, lang: Lang) -> String {
    let labels = command.keys.iter().filter_map(|name| Key::parse(name));
    let labels: Vec<String> = labels.map(|key| format!("`{}`", key.label(lang))).collect();
    labels.join(" ")
}

fn table(lang: Lang) -> String {
    let head = Text::new("| Key | What it does |", "| 按键 | 作用 |");
    let mut table = format!("{}\n|---|---|\n", head.get(lang));
    for (scope, place) in PLACES {
        let rows = COMMANDS.iter().filter(|command| command.scope == *scope);
        table += &format!("| **{}** | |\n", place.get(lang));
        for command in rows.filter(|command| !command.keys.is_empty()) {
            table += &format!(
                "| {} | {} |\n",
                keys(command, lang),
                command.label.get(lang)
            );
        }
    }
    table
}

#[test]
fn the_keys_are_those_of_the_program() {
    for (file, lang) in READMES {
        let text = readme(file);
        let (before, rest) = text.split_once(BEGIN).unwrap();
        let (kept, after) = rest.split_once(END).unwrap();
        let table = table(lang);
        // Written only when it changed: the other tests read the file at the same time.
        if kept != table && std::env::var_os("FARSIGHT_UPDATE").is_some() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            fs::write(path, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        } else {
            assert!(
                kept == table,
                "the keys in {file} are out of step; FARSIGHT_UPDATE=1 cargo test --test readme"
            );
        }
    }
    assert!(
        COMMANDS
            .iter()
            .all(|command| PLACES.iter().any(|(scope, _)| *scope == command.scope)),
        "a scope has no place in the table"
    );
}

/// The blocks of TOML.
fn toml_blocks(text: &str) -> Vec<&str> {
    let blocks = text.split("```toml\n").skip(1);
    blocks
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect()
}

#[test]
fn the_settings_shown_hold() {
    for (file, lang) in READMES {
        let text = readme(file);
        let is_settings = |block: &&str| block.contains("[severity]");
        let toml = toml_blocks(&text).into_iter().find(is_settings).unwrap();
        let faults = Project::read(toml, Path::new("")).err().unwrap_or_default();
        let faults: Vec<String> = faults.iter().map(|it| it.wrong.message(lang)).collect();
        assert!(faults.is_empty(), "{file}: {faults:?}");
    }
}

#[test]
fn the_plan_shown_is_a_plan() {
    for (file, lang) in READMES {
        let text = readme(file);
        let is_plan = |block: &&str| block.contains("farsight = 1");
        let toml = toml_blocks(&text).into_iter().find(is_plan).unwrap();
        assert_eq!(plan::read(toml).problems, [], "{file}");
        let report = check_text(toml);
        let about_the_file: Vec<_> = report
            .findings
            .iter()
            .filter(|finding| finding.rule.is_about_the_file())
            .map(|finding| finding.message(lang))
            .collect();
        assert!(about_the_file.is_empty(), "{file}: {about_the_file:?}");
    }
}

#[test]
fn what_is_linked_is_there() {
    for (file, _) in READMES {
        for link in readme(file).split("](").skip(1) {
            let link = link.split([')', '#']).next().unwrap_or_default();
            let here = Path::new(env!("CARGO_MANIFEST_DIR")).join(link);
            assert!(link.starts_with("http") || here.exists(), "{file}: {link}");
        }
    }
}

#[test]
fn the_rust_that_is_asked_for_is_the_rust_that_is_needed() {
    let needed = env!("CARGO_PKG_RUST_VERSION");
    for (file, _) in READMES {
        assert!(readme(file).contains(&format!("Rust {needed}")), "{file}");
    }
}
