//! `farsight report` as a workbook and as a document, read back by others.

use std::io::{Cursor, Read, Write};
use std::process::Command;

use crate::support::sandbox::Sandbox;
use calamine::{Data, Reader, Xlsx};
use farsight::plan::{SAMPLES, read};

/// A sample as this format.
fn report(sandbox: &mut Sandbox, format: &str, lang: &str) -> Vec<u8> {
    let name = format!("plan.{format}");
    sandbox.run(&["report", "plan.toml", "--format", format, "--lang", lang]);
    std::fs::read(sandbox.path(&name)).unwrap()
}

#[test]
fn a_figure_in_a_workbook_is_the_figure_and_most_are_formulas() {
    let (mut live, mut all) = (0, 0);
    for sample in SAMPLES {
        let mut sandbox = Sandbox::new();
        sandbox.write("plan.toml", sample.text);
        let bytes = report(&mut sandbox, "xlsx", "en");
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let values = book.worksheet_range("Figures").unwrap();
        let formulas = book.worksheet_formula("Figures").unwrap();
        let reading = read(sample.text);
        for figure in farsight::figures::figures(&reading.plan) {
            let Ok(results) = &figure.results else {
                continue;
            };
            for (output, _) in results.iter() {
                let Some(number) = results.number(output.name) else {
                    continue;
                };
                let key = format!("{}.{}", figure.key, output.name);
                let is = |row: &&[Data]| row.get(4) == Some(&Data::String(key.clone()));
                let at = values.rows().position(|row| is(&row)).expect(&key);
                let at = u32::try_from(at).unwrap();
                let held = match values.get_value((at, 2)) {
                    Some(Data::Float(held)) => *held,
                    other => panic!("{key}: {other:?}"),
                };
                let exact: f64 = number.to_string().parse().unwrap();
                assert!((held - exact).abs() <= exact.abs() * 1e-15, "{key}");
                all += 1;
                let formula = formulas.get_value((at, 2));
                live += u32::from(formula.is_some_and(|it| !it.is_empty()));
            }
        }
    }
    assert!(live * 4 >= all * 3, "{live} of {all} are live");
}

#[test]
fn text_stays_text_in_a_workbook() {
    let mut sandbox = Sandbox::new();
    let evil = "=HYPERLINK(\\\"http://x\\\",\\\"点我\\\")";
    let plan = format!(
        "farsight = 1\n[plan]\ntitle = \"{evil}\"\n[[mix.risks]]\nid = \"a\"\nrisk = \"{evil}\"\n[[mix.risks]]\nid = \"b\"\nrisk = \"http://x.example\"\n"
    );
    sandbox.write("plan.toml", plan);
    for lang in ["en", "zh"] {
        let bytes = report(&mut sandbox, "xlsx", lang);
        let mut book = Xlsx::new(Cursor::new(&bytes)).unwrap();
        for name in book.sheet_names() {
            let formulas = book.worksheet_formula(&name).unwrap();
            let acts = |it: &&String| it.contains("HYPERLINK");
            assert_eq!(formulas.rows().flatten().find(acts), None);
        }
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for at in 0..archive.len() {
            let mut text = String::new();
            archive
                .by_index(at)
                .unwrap()
                .read_to_string(&mut text)
                .unwrap();
            assert!(!text.contains("<hyperlink"));
        }
    }
    let csv = "report plan.toml --format csv --section mix.risks";
    let args: Vec<&str> = csv.split(' ').collect();
    let told = sandbox.run(&args).transcript();
    assert!(told.contains("\"'=HYPERLINK"), "{told}");
}

/// A workbook whose formulas have no results yet, so that whoever opens it must compute them.
fn blank(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut pieces = text.split("</f><v>");
        let mut kept = pieces.next().unwrap().to_owned();
        for piece in pieces {
            kept += "</f>";
            kept += piece.split_once("</v>").unwrap().1;
        }
        let options = zip::write::SimpleFileOptions::default();
        out.start_file(name, options).unwrap();
        out.write_all(kept.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Converts a file, where there is a LibreOffice; says so where there is none.
fn convert(sandbox: &Sandbox, file: &str, to: &str) -> bool {
    let home = format!(
        "-env:UserInstallation=file://{}",
        sandbox.path("lo").display()
    );
    let done = Command::new("soffice")
        .args([&home, "--headless", "--convert-to", to, "--outdir"])
        .args([sandbox.path("out"), sandbox.path(file)])
        .output();
    match done {
        Ok(done) => done.status.success(),
        Err(_) => {
            eprintln!("SKIPPED: LibreOffice is not installed, so nothing was opened in it");
            false
        }
    }
}

#[test]
fn libreoffice_computes_the_same_figures() {
    let mut sandbox = Sandbox::new();
    for sample in SAMPLES.iter().take(2) {
        sandbox.write("plan.toml", sample.text);
        let bytes = report(&mut sandbox, "xlsx", "en");
        let mut book = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let values = book.worksheet_range("Figures").unwrap();
        sandbox.write("blank.xlsx", blank(&bytes));
        if !convert(&sandbox, "blank.xlsx", "xlsx:Calc MS Excel 2007 XML") {
            return;
        }
        let opened = std::fs::read(sandbox.path("out/blank.xlsx")).unwrap();
        let mut book = Xlsx::new(Cursor::new(opened)).unwrap();
        let computed = book.worksheet_range("Figures").unwrap();
        let numbers = values.rows().zip(computed.rows());
        let mut compared = 0;
        for (own, theirs) in numbers {
            if let (Data::Float(own), Data::Float(theirs)) = (&own[2], &theirs[2]) {
                let near = (own - theirs).abs() <= own.abs().max(1e-6) * 1e-9;
                assert!(near, "{own} is {theirs}");
                compared += 1;
            }
        }
        let all = values.rows().filter(|row| matches!(row[2], Data::Float(_)));
        assert_eq!(compared, all.count());
    }
}

#[test]
fn libreoffice_opens_the_document() {
    let mut sandbox = Sandbox::new();
    for (sample, lang) in SAMPLES.iter().zip(["en", "zh"]) {
        sandbox.write("plan.toml", sample.text);
        report(&mut sandbox, "docx", lang);
        if !convert(&sandbox, "plan.docx", "txt:Text (encoded):UTF8") {
            return;
        }
        let text = sandbox.read("out/plan.txt");
        let reading = read(sample.text);
        let title = reading
            .plan
            .frame
            .title
            .as_ref()
            .unwrap()
            .value
            .trim()
            .to_owned();
        assert!(text.contains(&title), "{title}");
    }
}
