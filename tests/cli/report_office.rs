//! `farsight report` as a workbook and as a document, read back by others.

use std::io::{Cursor, Read, Write};
use std::process::Command;

use crate::support::sandbox::Sandbox;
use calamine::{Data, Reader, Xlsx};
use farsight::plan::{SAMPLES, Sample, read};

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

/// Converts files into the folder `out`. It takes LibreOffice a minute for what its tests ask, so they
/// run only when asked for: `cargo test --test cli libreoffice -- --ignored`.
fn convert(sandbox: &Sandbox, files: &[String], to: &str) -> bool {
    let home = format!(
        "-env:UserInstallation=file://{}",
        sandbox.path("lo").display()
    );
    let done = Command::new("soffice")
        .args([&home, "--headless", "--convert-to", to, "--outdir"])
        .arg(sandbox.path("out"))
        .args(files.iter().map(|file| sandbox.path(file)))
        .output();
    done.expect("a LibreOffice to open files with")
        .status
        .success()
}

/// Each sample with a name of its own, one in English and the next in Chinese: LibreOffice takes its
/// time, and two tests that begin differently have opened all of them in both.
fn turns(first: usize) -> Vec<(&'static Sample, &'static str, String)> {
    let samples = SAMPLES.iter().enumerate();
    let turn = |(at, sample)| (sample, ["en", "zh"][(at + first) % 2], format!("s{at}"));
    samples.map(turn).collect()
}

#[test]
#[ignore = "opens LibreOffice"]
fn libreoffice_computes_the_same_figures() {
    let mut sandbox = Sandbox::new();
    let mut own = Vec::new();
    for (sample, lang, name) in turns(0) {
        sandbox.write("plan.toml", sample.text);
        let bytes = report(&mut sandbox, "xlsx", lang);
        sandbox.write(&format!("{name}.xlsx"), blank(&bytes));
        own.push((name, lang, bytes));
    }
    let files: Vec<String> = own
        .iter()
        .map(|(name, ..)| format!("{name}.xlsx"))
        .collect();
    assert!(convert(&sandbox, &files, "xlsx:Calc MS Excel 2007 XML"));
    for (name, lang, bytes) in own {
        let sheet = if lang == "en" { "Figures" } else { "数字" };
        let mut book = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let values = book.worksheet_range(sheet).unwrap();
        let opened = std::fs::read(sandbox.path(&format!("out/{name}.xlsx"))).unwrap();
        let mut book = Xlsx::new(Cursor::new(opened)).unwrap();
        let computed = book.worksheet_range(sheet).unwrap();
        let mut compared = 0;
        for (own, theirs) in values.rows().zip(computed.rows()) {
            if let (Data::Float(own), Data::Float(theirs)) = (&own[2], &theirs[2]) {
                let near = (own - theirs).abs() <= own.abs().max(1e-6) * 1e-9;
                assert!(near, "{name}: {own} is {theirs}");
                compared += 1;
            }
        }
        let all = values.rows().filter(|row| matches!(row[2], Data::Float(_)));
        assert_eq!(compared, all.count(), "{name}");
    }
}

#[test]
#[ignore = "opens LibreOffice"]
fn what_libreoffice_saves_again_changes_nothing() {
    let mut sandbox = Sandbox::new();
    for (sample, lang, name) in turns(1) {
        sandbox.write("plan.toml", sample.text);
        sandbox.write(&format!("{name}.toml"), sample.text);
        let bytes = report(&mut sandbox, "xlsx", lang);
        sandbox.write(&format!("{name}.xlsx"), bytes);
    }
    let files: Vec<String> = turns(1)
        .iter()
        .map(|(.., name)| format!("{name}.xlsx"))
        .collect();
    // As a workbook; and each of its sheets as a text, with the numbers as they are shown.
    let texts = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    for to in ["xlsx:Calc MS Excel 2007 XML", texts] {
        assert!(convert(&sandbox, &files, to));
    }
    for (sample, _, name) in turns(1) {
        let plan = format!("{name}.toml");
        sandbox.run(&[
            "import",
            &format!("out/{name}.xlsx"),
            &plan,
            "--write",
            "--remove",
        ]);
        let mut read = 0;
        for file in std::fs::read_dir(sandbox.path("out")).unwrap() {
            let file = file.unwrap().file_name().into_string().unwrap();
            let end = std::path::Path::new(&file).extension();
            let is_text =
                file.starts_with(&format!("{name}-")) && end.is_some_and(|it| it == "csv");
            // The first line of a table of the plan is the paths of its fields.
            let is_table = is_text && {
                let text = sandbox.read(&format!("out/{file}"));
                let first = text
                    .trim_start_matches('\u{feff}')
                    .lines()
                    .next()
                    .unwrap_or("");
                first.split(',').all(|it| it.contains('.')) && first.contains('.')
            };
            if is_table {
                sandbox.run(&[
                    "import",
                    &format!("out/{file}"),
                    &plan,
                    "--write",
                    "--remove",
                ]);
                read += 1;
            }
        }
        assert!(read > 10, "{name}: {read}");
        let told = sandbox.transcript();
        assert!(sandbox.read(&plan) == sample.text, "{name}: {told}");
    }
}

/// How many pages a PDF of LibreOffice has.
fn pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.matches("/Type/Page/").count()
}

#[test]
#[ignore = "opens LibreOffice"]
fn libreoffice_opens_the_document_on_paper() {
    let mut sandbox = Sandbox::new();
    let mut files = Vec::new();
    let one_page = (0..2).flat_map(turns).map(|it| (it, "one-page", "letter"));
    let full = turns(0).into_iter().take(2).map(|it| (it, "full", "a4"));
    let slides = turns(1).into_iter().take(1).map(|it| (it, "slides", "a4"));
    for ((sample, lang, name), shape, paper) in one_page.chain(full).chain(slides) {
        sandbox.write(&format!("{name}.toml"), sample.text);
        let file = format!("{name}-{lang}-{shape}.docx");
        let args = format!(
            "report {name}.toml --{shape} --paper {paper} --format docx --lang {lang} -o {file}"
        );
        sandbox.run(&args.split(' ').collect::<Vec<&str>>());
        files.push(file);
    }
    assert!(convert(&sandbox, &files, "pdf"));
    for file in &files {
        let pdf =
            std::fs::read(sandbox.path(&format!("out/{}", file.replace("docx", "pdf")))).unwrap();
        let count = pages(&pdf);
        assert!(count > 0, "{file}");
        assert!(
            count == 1 || !file.contains("one-page"),
            "{file}: {count} pages"
        );
    }
    let (sample, lang, name) = &turns(0)[1];
    let file = format!("{name}-{lang}-full");
    convert(
        &sandbox,
        &[format!("{file}.docx")],
        "txt:Text (encoded):UTF8",
    );
    let text = sandbox.read(&format!("out/{file}.txt"));
    let title = read(sample.text).plan.frame.title.unwrap().value;
    assert!(text.contains(title.trim()), "{title}");
}

#[test]
fn a_document_stands_on_the_paper_that_is_asked_for() {
    let mut sandbox = Sandbox::with_plans();
    for (paper, size) in [
        ("a4", "w:w=\"11906\" w:h=\"16838\""),
        ("letter", "w:w=\"12240\" w:h=\"15840\""),
    ] {
        for (plan, lang) in [("tea.toml", "en"), ("茶馆.toml", "zh")] {
            sandbox.run(&[
                "report", plan, "--format", "docx", "--paper", paper, "--lang", lang, "-o",
                "p.docx",
            ]);
            let body = part(
                &std::fs::read(sandbox.path("p.docx")).unwrap(),
                "word/document.xml",
            );
            assert!(body.contains(size), "{paper}");
        }
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn hostile_texts_break_no_office_file() {
    hostile(&mut Sandbox::new());
}

#[test]
#[ignore = "opens LibreOffice"]
fn libreoffice_opens_hostile_texts() {
    let mut sandbox = Sandbox::new();
    let files = hostile(&mut sandbox);
    assert!(convert(&sandbox, &files, "pdf"));
    for lang in ["en", "zh"] {
        assert!(pages(&std::fs::read(sandbox.path(&format!("out/{lang}.pdf"))).unwrap()) > 0);
    }
}

/// Office files of a plan whose words try to be something else; no part of a file may break.
fn hostile(sandbox: &mut Sandbox) -> Vec<String> {
    let evil = [
        "]]></w:t></w:r></w:p><w:p/>",
        "a\\u0001b\\u000Bc\\u001F",
        "_x000D_ =HYPERLINK(1)",
        "\u{202e}txt\u{202c} \u{ffff} 👩\u{200d}🌾",
        "第一行\\r\\n=第二行\\t]]>",
    ];
    let mut plan = String::from("farsight = 1\n[plan]\ntitle = \"<w:p> & 茶 ]]>\"\n");
    for (at, text) in evil.iter().enumerate() {
        plan += &format!(
            "[[needs.customer_needs]]\nid = \"n{at}\"\nwho = \"{text}\"\nneed = \"{text}\"\n"
        );
        plan += &format!(
            "[[mix.risks]]\nid = \"r{at}\"\nrisk = \"{text}\"\nresponse = \"{}\"\n",
            "长x".repeat(if at == 0 { 1_000 } else { 1 })
        );
    }
    sandbox.write("plan.toml", plan);
    let mut files = Vec::new();
    for lang in ["en", "zh"] {
        for format in ["docx", "xlsx"] {
            let bytes = report(sandbox, format, lang);
            let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
            for at in 0..archive.len() {
                let mut file = archive.by_index(at).unwrap();
                let name = file.name().unwrap().into_owned();
                let mut text = Vec::new();
                file.read_to_end(&mut text).unwrap();
                if name.ends_with("emf") {
                    continue;
                }
                let text = String::from_utf8(text).unwrap();
                let acts = |c: char| c.is_control() && !"\n\t\r".contains(c) || c == '\u{ffff}';
                assert!(!text.contains(acts), "{name}");
                assert!(!text.contains("]]>"), "{name}");
                let (opened, closed) = (
                    text.matches("<w:p>").count(),
                    text.matches("</w:p>").count(),
                );
                assert_eq!(opened, closed, "{name}");
            }
            let file = format!("{lang}.{format}");
            sandbox.write(&file, bytes);
            files.push(file);
        }
    }
    files
}
