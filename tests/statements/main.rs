//! The reader of statements: its model is made here, from the statements in `tests/statements/`.
//!
//! `FARSIGHT_UPDATE=1 cargo test --test statements` writes the model again;
//! `cargo test --test statements -- --ignored --nocapture` prints how well it reads.

#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly
#![allow(clippy::needless_range_loop)] // a place among three labels goes through several arrays

mod figures;
mod train;

use std::path::Path;

use farsight::prose::reader::{Field, Label, Statement, features, read};
use figures::Figures;
use train::{Example, Model, train};

/// A labelled statement.
struct Row {
    lang: String,
    theme: String,
    hard: String,
    example: Example,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The texts of the files with statements, in the order of their names.
fn files() -> Vec<String> {
    let folder = root().join("tests/statements");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .collect();
    paths.sort();
    let text = |path| std::fs::read_to_string(path).unwrap();
    paths.iter().map(text).collect()
}

fn rows() -> Vec<Row> {
    let files = files();
    files
        .iter()
        .flat_map(|text| text.lines())
        .map(row)
        .collect()
}

fn row(line: &str) -> Row {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    let get = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let (text, offering) = (get("text"), get("offering"));
    let statement = Statement {
        text: &text,
        field: Field::named(&get("field")),
        offering: &offering,
        ..Statement::default()
    };
    let label = Label::named(&get("label")).expect("a label");
    Row {
        lang: get("lang"),
        theme: get("theme"),
        hard: get("hard"),
        example: Example {
            features: features(&statement),
            label: label as usize,
        },
    }
}

/// What the model was made of: a number that changes with any statement or word of the lists.
fn source() -> String {
    let lists = ["words.en.txt", "words.zh.txt"]
        .map(|name| std::fs::read_to_string(root().join("src/prose/reader").join(name)).unwrap());
    let files = files();
    let bytes = files.iter().chain(&lists).flat_map(|text| text.bytes());
    let key = bytes
        .filter(|byte| *byte != b'\r')
        .fold(0xcbf2_9ce4_8422_2325_u64, |key, byte| {
            (key ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    let count: usize = files.iter().map(|text| text.lines().count()).sum();
    format!("# Made of {count} statements and the lists of words: {key:016x}.")
}

#[test]
fn the_model_was_made_of_these_statements() {
    let path = root().join("src/prose/reader/model.txt");
    if std::env::var_os("FARSIGHT_UPDATE").is_some() {
        let rows = rows();
        let examples: Vec<&Example> = rows.iter().map(|row| &row.example).collect();
        let text = format!(
            "{}\n# A feature, and what it adds to product, customer and mixed, in hundredths.\n{}",
            source(),
            train(&examples).text()
        );
        std::fs::write(path, text).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        kept.lines().next(),
        Some(source().as_str()),
        "the model is out of step; FARSIGHT_UPDATE=1 cargo test --test statements writes it anew"
    );
}

/// Every theme goes into one part, so that no trade is learned from and measured at once.
fn parts(rows: &[Row], count: usize) -> Vec<usize> {
    let mut themes: Vec<&str> = rows.iter().map(|row| row.theme.as_str()).collect();
    themes.sort_unstable();
    themes.dedup();
    let place = |row: &Row| {
        themes
            .binary_search(&row.theme.as_str())
            .unwrap_or_default()
    };
    rows.iter().map(|row| place(row) % count).collect()
}

/// Reads each part with a model of the others; of these, only one in `every` is learned from.
fn held_out(rows: &[Row], count: usize, every: usize) -> Figures {
    let parts = parts(rows, count);
    let mut figures = Figures::default();
    for part in 0..count {
        let others = rows.iter().zip(&parts).filter(|(_, it)| **it != part);
        let examples: Vec<&Example> = others.step_by(every).map(|(row, _)| &row.example).collect();
        let model = train(&examples);
        for (row, _) in rows.iter().zip(&parts).filter(|(_, it)| **it == part) {
            figures.count(
                row.example.label,
                model.label(&row.example.features),
                &row.lang,
                &row.hard,
            );
        }
    }
    figures
}

#[test]
fn themes_that_were_never_seen_are_read_well() {
    let rows = rows();
    let figures = held_out(&rows, 3, 1);
    assert!(figures.two() > 0.89, "{figures}");
}

#[test]
#[ignore = "prints figures and takes a while"]
fn figures() {
    let rows = rows();
    println!("themes held out, six parts:\n{}", held_out(&rows, 6, 1));
    for every in [8, 4, 2, 1] {
        let figures = held_out(&rows, 6, every);
        println!("of the statements, 1 in {every}: {:.3}", figures.two());
    }
}

/// The file says what the trained model says, but for what was rounded.
#[test]
fn the_program_reads_as_the_model_was_trained() {
    let files = files();
    let lines: Vec<&str> = files
        .iter()
        .flat_map(|text| text.lines())
        .step_by(7)
        .collect();
    let right = lines.iter().filter(|line| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let get = |key: &str| value[key].as_str().unwrap_or_default();
        let statement = Statement {
            text: get("text"),
            field: Field::named(get("field")),
            offering: get("offering"),
            ..Statement::default()
        };
        read(&statement).is_some_and(|verdict| verdict.label.key() == get("label"))
    });
    assert!(right.count() * 100 > lines.len() * 95);
}

/// Training gives the same model whatever the machine does.
#[test]
fn the_same_statements_make_the_same_model() {
    let rows = rows();
    let examples: Vec<&Example> = rows.iter().step_by(20).map(|row| &row.example).collect();
    let (one, two): (Model, Model) = (train(&examples), train(&examples));
    assert_eq!(one.text(), two.text());
}
