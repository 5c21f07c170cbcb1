//! Reports in a real browser: run with `cargo test --test report_browser -- --ignored` where a
//! Chromium is installed; `CHROMIUM` names another program than `chromium`.
//!
//! Pages are also given to a validator and to an accessibility checker where `PAGE_CHECKERS` names a
//! folder in which `npm install html-validate axe-core puppeteer-core` was run.
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

/// What became of a page after its scripts ran.
fn dom(sandbox: &Sandbox, page: &str) -> String {
    let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let output = Command::new(program)
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .args(["--disable-background-networking", "--dump-dom"])
        .arg(format!(
            "--user-data-dir={}",
            sandbox.path("profile").display()
        ))
        .arg(format!("file://{}", sandbox.path(page).display()))
        .output()
        .expect("a Chromium to look at pages with");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What a script of ours wrote into a page.
fn told_by(dom: &str) -> &str {
    let (_, rest) = dom.split_once("data-told=\"").expect("a script that ran");
    rest.split_once('"').unwrap().0
}

/// The page for the other paper: Chromium prints on Letter where nothing is said.
fn on_a4(page: &str) -> String {
    page.replace("@page {", "@page { size: A4;")
        .replace("@page sheet {", "@page sheet { size: A4;")
        .replace("size: landscape", "size: A4 landscape")
}

/// How many pages a report takes, on Letter and on A4.
fn printed(sandbox: &Sandbox, page: &str) -> [usize; 2] {
    let a4 = on_a4(&sandbox.read(page));
    sandbox.write("a4.html", a4);
    [page, "a4.html"].map(|page| pages(&chromium(sandbox, page, "print-to-pdf", "page.pdf", &[])))
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
    let mut plans = Vec::new();
    let mut add = |sandbox: &Sandbox, name: String, text: &str| {
        sandbox.write(&name, text);
        plans.push(name);
    };
    for times in [1, 2, 4, 80] {
        let words = "Donaudampfschiff".repeat(times);
        let sentence = "A sentence that says too much. ".repeat(times);
        let plan = endless(&sentence, &words);
        add(&sandbox, format!("endless-{times}.toml"), &plan);
        let sentence = "这句话说得太多，怎么也说不完。".repeat(times);
        let plan = endless(&sentence, &"永远说不完".repeat(times));
        add(&sandbox, format!("没完-{times}.toml"), &plan);
    }
    for sample in SAMPLES {
        add(&sandbox, format!("{}.toml", sample.name), sample.text);
    }
    for plan in &plans {
        for lang in ["en", "zh"] {
            report(&mut sandbox, plan, "--one-page", lang, "page.html");
            assert_eq!(printed(&sandbox, "page.html"), [1, 1], "{plan} {lang}");
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn every_slide_is_one_page() {
    let mut sandbox = Sandbox::new();
    for sample in SAMPLES {
        sandbox.write("plan.toml", sample.text);
        for lang in ["en", "zh"] {
            report(&mut sandbox, "plan.toml", "--slides", lang, "page.html");
            let slides = sandbox.read("page.html").matches("<section").count() + 1;
            let name = sample.name;
            assert_eq!(printed(&sandbox, "page.html"), [slides; 2], "{name} {lang}");
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn a_report_can_be_looked_at_and_printed() {
    let mut sandbox = Sandbox::new();
    for sample in SAMPLES.iter().take(2) {
        sandbox.write("plan.toml", sample.text);
        for (kind, lang) in [("--full", "en"), ("--full", "zh"), ("--slides", "zh")] {
            report(&mut sandbox, "plan.toml", kind, lang, "plan.html");
            let looks: [&[&str]; 3] = [
                &["--window-size=1280,900"],
                &["--window-size=390,844"],
                &["--window-size=1280,900", "--force-dark-mode"],
            ];
            for look in looks {
                let picture = chromium(&sandbox, "plan.html", "screenshot", "plan.png", look);
                assert!(picture.starts_with(b"\x89PNG") && picture.len() > 10_000);
            }
            let counts = printed(&sandbox, "plan.html");
            assert!(counts.iter().all(|count| *count > 5), "{}", sample.name);
        }
    }
}

/// Measures a page in a frame of each width, everything unfolded.
const MEASURE: &str = r#"<script>
addEventListener("load", function () {
  var told = Array.prototype.map.call(document.querySelectorAll("iframe"), function (frame) {
    var page = frame.contentDocument;
    page.querySelectorAll("details").forEach(function (it) { it.open = true; });
    var wide = page.documentElement.scrollWidth > frame.clientWidth;
    var cut = Array.prototype.filter.call(page.querySelectorAll(".scroll"), function (it) {
      // On a larger screen a table with words without end may be moved in its frame.
      return frame.clientWidth < 640 && it.scrollWidth > it.clientWidth + 1;
    });
    return wide || cut.length ? frame.id + ": " + page.documentElement.scrollWidth + ", " + cut.length : "";
  });
  document.body.setAttribute("data-told", told.join(""));
});
</script>"#;

#[test]
#[ignore = "needs Chromium"]
fn no_page_is_wider_than_a_phone() {
    let mut sandbox = Sandbox::new();
    let long = "永远说不完".repeat(60);
    let sentence = "A sentence that says too much. ".repeat(8);
    let words = "Donaudampfschiff".repeat(30);
    let mut plans = vec![endless(&sentence, &words), endless(&long, &long)];
    plans.extend(SAMPLES.iter().map(|sample| sample.text.to_owned()));
    for plan in &plans {
        sandbox.write("plans/plan.toml", plan);
        let mut frames = String::new();
        let mut frame = |page: &str, name: &str| {
            let page = page.replace('&', "&amp;").replace('"', "&quot;");
            for width in [340, 390, 768] {
                frames += &format!(
                    "<iframe id=\"{name} {width}\" style=\"width: {width}px; height: 800px; border: 0\" srcdoc=\"{page}\"></iframe>"
                );
            }
        };
        for lang in ["en", "zh"] {
            for kind in ["--full", "--one-page", "--slides"] {
                report(&mut sandbox, "plans/plan.toml", kind, lang, "page.html");
                frame(&sandbox.read("page.html"), &format!("{kind} {lang}"));
            }
            sandbox.run(&["site", "plans", "-o", "site", "--lang", lang]);
            frame(&sandbox.read("site/index.html"), &format!("site {lang}"));
        }
        let page = format!("<!DOCTYPE html><body>{frames}{MEASURE}");
        sandbox.write("frames.html", page);
        assert_eq!(told_by(&dom(&sandbox, "frames.html")), "", "{plan:.60}");
    }
}

/// Types into the search and the filters of a site, and notes how many plans are left.
const ASK: &str = r#"<script>
var told = [["search", "zephyr17x"], ["search", "ＺＥＰＨＹＲ１７Ｘ"], ["search", "苇汀17号 zephyr"],
  ["search", "nowhere"], ["search", "<b>"], ["owner", "<b>Owner</b> 3"], ["status", "adopted"],
  ["severity", "cannot be read"], ["severity", "errors"], ["search", ""]].map(function (pair) {
  document.querySelectorAll(".tools input, .tools select").forEach(function (it) { it.value = ""; });
  var field = document.getElementById(pair[0]);
  field.value = pair[1];
  field.dispatchEvent(new Event("input", { bubbles: true }));
  var shown = document.querySelectorAll("tbody tr:not([hidden])").length;
  var said = parseInt(document.getElementById("count").textContent, 10);
  return shown === said ? shown : "?";
});
document.body.setAttribute("data-told", told.join(" "));
</script></body>"#;

#[test]
#[ignore = "needs Chromium"]
fn many_plans_can_be_searched_and_filtered() {
    let mut sandbox = Sandbox::new();
    for nth in 0..300 {
        let (owner, status) = (nth % 7, ["adopted", "draft"][nth % 2]);
        let plan = format!(
            "farsight = 1\n[plan]\ntitle = \"Zephyr{nth}x 苇汀{nth}号\"\nowner = \"<b>Owner</b> {owner}\"\n\
             status = \"{status}\"\n"
        );
        sandbox.write(&format!("plans/{nth}.toml"), plan);
    }
    for name in ["broken", "坏"] {
        sandbox.write(
            &format!("plans/{name}.toml"),
            "farsight = 1\n[plan]\ntitle = \"\n",
        );
    }
    sandbox.run(&["site", "plans", "-o", "site", "--today", "2027-06-30"]);
    let index = sandbox.read("site/index.html");
    let errors = index.matches("data-severity=\"errors").count();
    sandbox.write("site/ask.html", index.replace("</body>", ASK));
    let told = dom(&sandbox, "site/ask.html");
    let wanted = format!("1 1 1 0 300 43 150 2 {errors} 302");
    assert_eq!(told_by(&told), wanted);
}

#[test]
#[ignore = "needs Chromium and the checkers of pages"]
fn pages_are_valid_and_accessible() {
    let Ok(folder) = std::env::var("PAGE_CHECKERS") else {
        eprintln!("SKIPPED: PAGE_CHECKERS names no folder with html-validate and axe-core");
        return;
    };
    let mut sandbox = Sandbox::new();
    let mut pages = Vec::new();
    for sample in SAMPLES {
        let plan = format!("class/{}.toml", sample.name);
        sandbox.write(&plan, sample.text);
        for lang in ["en", "zh"] {
            for kind in ["--full", "--one-page", "--slides"] {
                let page = format!("{}{kind}.{lang}.html", sample.name);
                report(&mut sandbox, &plan, kind, lang, &page);
                pages.push(page);
            }
        }
    }
    sandbox.write("class/broken.toml", "farsight = 1\n[plan]\ntitle = \"\n");
    for lang in ["en", "zh"] {
        let (site, marked) = (format!("site-{lang}"), format!("marked-{lang}"));
        sandbox.run(&["site", "class", "-o", &site, "--lang", lang]);
        sandbox.run(&["grade", "class", "-o", &marked, "--lang", lang]);
        pages.push(format!("{site}/index.html"));
        pages.push(format!("{marked}/class.html"));
        let feedback = std::fs::read_dir(sandbox.path(&marked).join("feedback")).unwrap();
        let files = feedback.map(|it| it.unwrap().file_name().into_string().unwrap());
        let files = files.filter(|name| Path::new(name).extension().is_some_and(|it| it == "html"));
        pages.extend(files.map(|name| format!("{marked}/feedback/{name}")));
    }
    let paths: Vec<_> = pages.iter().map(|page| sandbox.path(page)).collect();
    let modules = Path::new(&folder).join("node_modules");
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/axe.cjs");
    let mut validator = Command::new(modules.join(".bin/html-validate"));
    let mut checker = Command::new("node");
    checker.arg(axe).env("NODE_PATH", &modules);
    for command in [&mut validator, &mut checker] {
        let run = command.args(&paths).output().expect("a checker of pages");
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(
            run.status.success(),
            "{said}{}",
            String::from_utf8_lossy(&run.stderr)
        );
    }
}
