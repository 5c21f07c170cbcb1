//! `farsight report`.

use crate::support::sandbox::Sandbox;
use farsight::plan::{SAMPLES, sample};
use serde_json::Value;

fn with_sample() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("oat.toml", sample("omumbonde").unwrap().text);
    sandbox
}

/// Runs a line of arguments.
fn line(sandbox: &mut Sandbox, args: &str) {
    let args: Vec<&str> = args.split_whitespace().collect();
    sandbox.run(&args);
}

#[test]
fn where_reports_go() {
    let mut sandbox = with_sample();
    let day = "--today 2027-06-30";
    line(
        &mut sandbox,
        &format!("report oat.toml --format html {day}"),
    );
    line(
        &mut sandbox,
        &format!("report oat.toml --one-page --format html,json {day}"),
    );
    line(
        &mut sandbox,
        &format!("report oat.toml --slides --format html -o out/ {day}"),
    );
    line(&mut sandbox, &format!("report oat.toml -o named.htm {day}"));
    line(
        &mut sandbox,
        &format!("report oat.toml -o named.html {day} --lang zh"),
    );
    line(&mut sandbox, "report oat.toml --format html,json -o -");
    line(&mut sandbox, "report oat.toml --one-page --slides");
    line(&mut sandbox, "report oat.toml --format doc");
    for file in [
        "oat.html",
        "oat.one-page.html",
        "oat.one-page.json",
        "out/oat.slides.html",
    ] {
        assert!(sandbox.path(file).exists(), "{file}");
    }
    assert!(sandbox.read("named.html").contains("lang=\"zh-Hans\""));
    told!("report_where_reports_go", sandbox.transcript());
}

#[test]
fn only_what_farsight_wrote_is_overwritten() {
    let mut sandbox = with_sample();
    sandbox.write("mine.html", "<p>mine</p>");
    line(&mut sandbox, "report oat.toml -o mine.html");
    assert_eq!(sandbox.read("mine.html"), "<p>mine</p>");
    line(&mut sandbox, "report oat.toml -o mine.html --lang zh");
    line(&mut sandbox, "report oat.toml -o oat.toml --format json");
    line(
        &mut sandbox,
        "report oat.toml -o oat.toml --format json --force",
    );
    assert!(sandbox.read("oat.toml").contains("farsight = 1"));
    line(&mut sandbox, "report oat.toml -o mine.html --force");
    line(&mut sandbox, "report oat.toml -o mine.html --one-page");
    told!(
        "report_only_what_farsight_wrote_is_overwritten",
        sandbox.transcript()
    );
}

#[test]
fn where_no_report_can_go() {
    let mut sandbox = with_sample();
    sandbox.write("notes.txt", "mine");
    for lang in ["en", "zh"] {
        for args in [
            "-o notes.txt/oat.html",
            "--format html,json -o notes.txt",
            "--format html,json -o oat.html",
            "--format html,json -o -",
            "--format pdf --paper a5",
            "--format docs",
            "-o oat.doc",
        ] {
            line(
                &mut sandbox,
                &format!("report oat.toml {args} --lang {lang}"),
            );
        }
        line(
            &mut sandbox,
            &format!("report - --format html --lang {lang}"),
        );
    }
    let plan = sandbox.read("oat.toml");
    sandbox.run_with(
        &["report", "-", "--format", "html,json", "-o", "new/"],
        &plan,
    );
    assert!(sandbox.path("new/report.html").exists() && !sandbox.path("oat.html").exists());
    assert_eq!(sandbox.read("notes.txt"), "mine");
    told!("report_where_no_report_can_go", sandbox.transcript());
}

#[test]
fn what_is_no_plan_has_no_report() {
    let mut sandbox = Sandbox::with_bad_input();
    for bad in Sandbox::BAD {
        line(
            &mut sandbox,
            &format!("report {bad} --format json -o x.json"),
        );
    }
    assert!(!sandbox.path("x.json").exists());
    line(&mut sandbox, "report broken.toml --lang zh");
    told!("report_what_is_no_plan_has_no_report", sandbox.transcript());
}

#[test]
fn a_small_plan_as_markdown() {
    let mut sandbox = Sandbox::with_plans();
    line(&mut sandbox, "report tea.toml --today 2027-06-30");
    line(
        &mut sandbox,
        "report 茶馆.toml --one-page --lang zh --today 2027-06-30",
    );
    told!("report_a_small_plan_as_markdown", sandbox.transcript());
}

/// What a command prints.
fn printed(sandbox: &Sandbox, args: &str) -> Vec<u8> {
    let args: Vec<&str> = args.split_whitespace().collect();
    let output = sandbox.command(&args).output().unwrap();
    assert!(output.stderr.is_empty(), "{args:?}: {:?}", output.stderr);
    output.stdout
}

fn parsed(sandbox: &Sandbox, args: &str) -> Value {
    serde_json::from_slice(&printed(sandbox, &format!("{args} --format json"))).unwrap()
}

/// A text without blanks, as no format breaks its lines where another does.
fn dense(text: &str) -> String {
    let text = text.replace('…', "...");
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of a page without its tags.
fn words_of_html(page: &str) -> String {
    let (_, body) = page.split_once("</style>").unwrap();
    let mut out = String::new();
    for piece in body.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ];
    let plain = signs
        .iter()
        .fold(out, |out, (from, to)| out.replace(from, to));
    dense(&plain.replace("&amp;", "&"))
}

fn words_of_markdown(page: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let words = Parser::new_ext(page, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.into_string()),
        _ => None,
    });
    dense(&words.collect::<String>())
}

/// The words of a PDF as another program reads them, where there is one.
fn words_of_pdf(sandbox: &Sandbox, file: &str) -> Option<String> {
    let mut command = std::process::Command::new("pdftotext");
    let read = command
        .arg("-raw")
        .arg(sandbox.path(file))
        .arg("-")
        .output();
    Some(dense(&String::from_utf8_lossy(&read.ok()?.stdout)))
}

/// The objects of a report in which `key` says one of `values`, wherever they stand.
fn each<'v>(value: &'v Value, key: &str, wanted: &str, found: &mut Vec<&'v Value>) {
    if value[key] == wanted {
        found.push(value);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|it| each(it, key, wanted, found)),
        Value::Object(map) => map.values().for_each(|it| each(it, key, wanted, found)),
        _ => {}
    }
}

fn all<'v>(value: &'v Value, key: &str, wanted: &str) -> Vec<&'v Value> {
    let mut found = Vec::new();
    each(value, key, wanted, &mut found);
    found
}

/// The figures of the report, each as one row of words: what, of what, and how much as
/// `farsight figures` shows it.
fn rows_of_figures(report: &Value, figures: &Value) -> Vec<String> {
    let mut rows = Vec::new();
    for table in all(report, "type", "table") {
        for row in table["rows"].as_array().unwrap() {
            let Some(cell) = row.as_array().unwrap().last() else {
                continue;
            };
            let Some(key) = cell["figure"].as_str() else {
                continue;
            };
            let figure = all(figures, "key", key)[0];
            let same = |result: &&Value| {
                let shown = result["shown"].as_str().unwrap_or_default();
                dense(shown) == dense(cell["text"].as_str().unwrap())
            };
            let results = figure["results"].as_array().unwrap();
            let result = results.iter().find(same);
            let result = result.unwrap_or_else(|| panic!("{key}: {cell}"));
            if let (Some(ours), Some(theirs)) = (cell["value"].as_str(), result["value"].as_str()) {
                let number = |value: &str| value.parse::<f64>().unwrap();
                let (ours, theirs) = (number(ours), number(theirs));
                let apart = (ours - theirs).abs();
                assert!(apart <= theirs.abs() * 1e-12, "{key}: {ours} {theirs}");
            }
            let words = row
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it["text"].as_str().unwrap());
            rows.push(dense(&words.collect::<String>()));
        }
    }
    rows
}

#[test]
fn every_format_says_what_figures_check_and_chart_say() {
    let mut sandbox = Sandbox::new();
    for sample in SAMPLES {
        sandbox.write("plan.toml", sample.text);
        for lang in ["en", "zh"] {
            let day = format!("--lang {lang} --today 2027-06-30");
            let figures = parsed(&sandbox, &format!("figures plan.toml --lang {lang}"));
            let check = parsed(&sandbox, &format!("check plan.toml {day}"));
            let charts = parsed(&sandbox, &format!("chart plan.toml {day}"));
            line(
                &mut sandbox,
                &format!("report plan.toml --format html,markdown,json,pdf -o . {day}"),
            );
            let report: Value = serde_json::from_str(&sandbox.read("plan.json")).unwrap();
            let mut pages = vec![
                ("html", words_of_html(&sandbox.read("plan.html"))),
                ("markdown", words_of_markdown(&sandbox.read("plan.md"))),
            ];
            match words_of_pdf(&sandbox, "plan.pdf") {
                Some(words) => pages.push(("pdf", words)),
                None => eprintln!("skipped for PDF: there is no pdftotext on this machine"),
            }
            let mut wanted = rows_of_figures(&report, &figures);
            assert!(wanted.len() > 10, "{}", sample.name);
            let findings = check["plans"][0]["findings"].as_array().unwrap();
            let told = all(&report, "type", "finding");
            assert_eq!(findings.len(), told.len(), "{}", sample.name);
            for finding in findings {
                let message = finding["message"].as_str().unwrap();
                let of_code = all(&report, "code", finding["code"].as_str().unwrap());
                assert!(
                    of_code
                        .iter()
                        .any(|it| it["text"].as_str().unwrap().starts_with(message))
                );
                wanted.push(dense(message));
                if let Some(reason) = finding["answered"]["reason"].as_str() {
                    wanted.push(dense(reason));
                }
            }
            for chart in charts["charts"].as_array().unwrap() {
                if chart["data"].is_null() {
                    continue;
                }
                let ours = all(&report, "key", chart["name"].as_str().unwrap())[0];
                assert_eq!(
                    ours["notes"].as_array().map(Vec::len),
                    chart["notes"].as_array().map(Vec::len)
                );
                let notes = chart["notes"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|note| &note["text"]);
                // How to read the signs of a drawing in letters is of no use elsewhere.
                let said = chart["remarks"].as_array().unwrap();
                let remarks = ours["remarks"].as_array().unwrap().iter();
                let remarks = remarks.inspect(|it| assert!(said.contains(it), "{it}"));
                let words = notes
                    .chain(remarks)
                    .chain([&chart["title"], &chart["question"]]);
                wanted.extend(words.map(|it| dense(it.as_str().unwrap())));
            }
            for (format, page) in &pages {
                for words in &wanted {
                    assert!(
                        page.contains(words),
                        "{} {lang} {format}: {words}",
                        sample.name
                    );
                }
            }
        }
    }
}
