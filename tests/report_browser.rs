//! Reports in a real browser: run with `cargo test --test report_browser -- --ignored` where a
//! Chromium is installed; `CHROMIUM` names another program than `chromium`.
#![allow(clippy::unwrap_used)]

mod support;

use crate::support::sandbox::Sandbox;
use std::path::Path;
use std::process::Command;

use farsight::plan::SAMPLES;

/// Chromium, asked for one thing of a page; what it wrote comes back.
fn chromium(sandbox: &Sandbox, page: &str, wants: &str, out: &str, more: &[&str]) -> Vec<u8> {
    let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let target = sandbox.path(out);
    let status = Command::new(program)
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .args(["--disable-background-networking", "--hide-scrollbars"])
        .arg("--no-pdf-header-footer")
        .arg(format!(
            "--user-data-dir={}",
            sandbox.path("profile").display()
        ))
        .args(more)
        .arg(format!("--{wants}={}", target.display()))
        .arg(format!("file://{}", sandbox.path(page).display()))
        .output()
        .expect("a Chromium to look at pages with")
        .status;
    assert!(status.success());
    std::fs::read(&target).unwrap()
}

/// How many pages a PDF of Chromium has.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page\n").count()
}

fn report(sandbox: &mut Sandbox, plan: &str, kind: &str, lang: &str, out: &str) {
    sandbox.run(&[
        "report",
        plan,
        kind,
        "--lang",
        lang,
        "-o",
        out,
        "--today",
        "2027-06-30",
    ]);
    assert!(Path::new(&sandbox.path(out)).exists());
}

/// A plan that says far too much everywhere.
fn endless(long: &str, word: &str) -> String {
    let mut plan = format!(
        "farsight = 1\n[plan]\ntitle = \"{long}\"\norganisation = \"{word}\"\nowner = \"{word}\"\n\
         summary = \"{long}\"\ncurrency = \"EUR\"\n[mix.customer_view]\nsolution = \"{long}\"\n\
         cost = \"{word}\"\nconvenience = \"{long}\"\ncommunication = \"{word}\"\n"
    );
    for nth in 0..30 {
        plan += &format!(
            "[[needs.customer_needs]]\nid = \"n{nth}\"\nneed = \"{long}\"\nwho = \"{word}\"\nimportance = 5\n\
             [[targeting.segments]]\nid = \"s{nth}\"\nname = \"{word}\"\nreason = \"{long}\"\ndecision = \"target\"\n\
             [[value.propositions]]\nid = \"p{nth}\"\nsegment = \"s{nth}\"\nstatement = \"{word}\"\n\
             [[mix.objectives]]\nid = \"o{nth}\"\nstatement = \"{word}\"\ntarget = 79228162514264337593543950335\nunit = \"{word}\"\nowner = \"{long}\"\nby = 2027-09-30\n\
             [[relationships.programmes]]\nid = \"r{nth}\"\nsegment = \"s{nth}\"\nwhat = \"{long}\"\n"
        );
    }
    plan
}

#[test]
#[ignore = "needs Chromium"]
fn one_page_is_one_page() {
    let mut sandbox = Sandbox::new();
    let words = "Donaudampfschifffahrtsgesellschaft".repeat(40);
    let sentence = "A sentence that says far too much and never ends. ".repeat(80);
    sandbox.write("endless.toml", endless(&sentence, &words));
    let sentence = "这句话说得太多，怎么也说不完。".repeat(80);
    sandbox.write("没完.toml", endless(&sentence, &"永远说不完".repeat(100)));
    let mut plans = vec!["endless.toml".to_owned(), "没完.toml".to_owned()];
    for sample in SAMPLES {
        let name = format!("{}.toml", sample.name);
        sandbox.write(&name, sample.text);
        plans.push(name);
    }
    for plan in &plans {
        for lang in ["en", "zh"] {
            let page = format!("{plan}.{lang}.html");
            report(&mut sandbox, plan, "--one-page", lang, &page);
            let pdf = chromium(&sandbox, &page, "print-to-pdf", "page.pdf", &[]);
            assert_eq!(pages(&pdf), 1, "{plan} {lang}");
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn a_report_can_be_looked_at_and_printed() {
    let mut sandbox = Sandbox::new();
    for sample in SAMPLES.iter().take(2) {
        sandbox.write("plan.toml", sample.text);
        for kind in ["--full", "--slides"] {
            report(&mut sandbox, "plan.toml", kind, "zh", "plan.html");
            let size = ["--window-size=390,844"];
            let picture = chromium(&sandbox, "plan.html", "screenshot", "plan.png", &size);
            assert!(picture.starts_with(b"\x89PNG") && picture.len() > 10_000);
            let pdf = chromium(&sandbox, "plan.html", "print-to-pdf", "plan.pdf", &[]);
            assert!(pages(&pdf) > 5, "{}", sample.name);
        }
    }
}
