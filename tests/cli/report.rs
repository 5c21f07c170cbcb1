//! `farsight report`.

use crate::support::sandbox::Sandbox;
use farsight::plan::sample;

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
