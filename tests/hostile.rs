//! Whatever is done to a plan, reading, checking, editing and counting take it without a panic, and
//! all that is said about it points into its text.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::time::{Duration, Instant};

use farsight::checks::{Finding, Settings, check, fingerprint, myopia, progress::progress, repair};
use farsight::plan::{Document, Lines, Literal, Path, Span, read};
use farsight::words::Lang;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::support::spoil::{plans, spoilt};

fn within(text: &str, span: Span, what: &dyn std::fmt::Debug) {
    let piece = text.get(span.start..span.end);
    assert!(piece.is_some(), "{span:?} is no place: {what:?}");
}

/// Does to a text all that the program does when a plan is opened.
fn survives(text: &str) {
    let reading = read(text);
    for problem in &reading.problems {
        within(text, problem.span, problem);
    }
    let report = check(text, &reading);
    let lines = Lines::of(text);
    for finding in &report.findings {
        within(text, finding.span, finding);
        for lang in Lang::ALL {
            told(&finding.message(lang), finding);
        }
        let place = lines.place(finding.span.end);
        assert!(place.line > 0 && place.column > 0, "{finding:?}");
        assert_eq!(fingerprint(finding, "p.toml", text).len(), 32);
        if let Some(fix) = &finding.fix {
            let mut repaired = text.to_owned();
            let back = fix.apply(&mut repaired);
            let sound = read(&repaired).is_sound();
            assert!(sound || !reading.is_sound(), "{finding:?}\n{repaired}");
            back.apply(&mut repaired);
            assert_eq!(repaired, text, "{finding:?}");
        }
    }
    for lang in Lang::ALL {
        myopia::sentence(&myopia::signals(&report), lang);
    }
    let repaired = repair(text, &Settings::default()).text;
    assert!(
        read(&repaired).is_sound() || !reading.is_sound(),
        "{repaired}"
    );
    let document = Document::parse(text);
    let progress = progress(&document, &report);
    for step in progress.steps {
        assert!(step.filled <= step.wanted && (0.0..=1.0).contains(&step.share()));
    }
    let mut left = 400;
    walk(&document, &Path::default(), &mut left);
}

/// A sentence that is told: it says something, and nothing in it waits to be filled in.
///
/// A plan's own words can have braces; those of ours are told from them by the sentence itself.
fn told(message: &str, finding: &Finding) {
    assert!(!message.trim().is_empty(), "{finding:?}");
    let own = |hole: &str| finding.say.args.iter().any(|word| word.contains(hole));
    let open = (0..9).map(|at| format!("{{{at}}}"));
    let mut open = open.filter(|hole| message.contains(hole.as_str()));
    assert!(open.all(|hole| own(&hole)), "{message}: {finding:?}");
}

/// Asks a document for all that stands below a path.
fn walk(document: &Document, at: &Path, left: &mut usize) {
    for key in document.keys(at) {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let path = at.join(key);
        if let Some(span) = document.span(&path) {
            within(document.text(), span.into(), &path);
        }
        document.source(&path);
        if document.get(&path).is_some() {
            continue;
        }
        let rows = document.rows(&path);
        if rows.is_empty() {
            walk(document, &path, left);
        }
        for row in rows {
            walk(document, &path.join(row), left);
        }
    }
}

/// Edits one value of a document; the way back gives the first bytes.
fn edits(text: &str, pick: Index) {
    let mut document = Document::parse(text);
    let section = Path::parse(["plan", "needs.market", "targeting", "mix.totals"][pick.index(4)]);
    for path in [
        section.join("title"),
        section.join("definition"),
        section.join("zz"),
    ] {
        for literal in [Literal::Line("新 \"x\"".into()), Literal::Bare("1".into())] {
            if let Ok(edit) = document.set(&path, &literal) {
                let back = document.apply(&edit);
                document.apply(&back);
                assert_eq!(document.text(), text);
            }
        }
        if let Ok(edit) = document.remove(&path) {
            let back = document.apply(&edit);
            document.apply(&back);
            assert_eq!(document.text(), text);
        }
    }
}

// -- Plans that are spoilt --------------------------------------------------------------------

fn endure(text: &str, pick: Index) {
    survives(text);
    edits(text, pick);
}

/// As many plans as a seed gives; a fault is told with the least text that has it.
fn endured(seed: u64, cases: u32) {
    let config = ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 200,
        rng_seed: RngSeed::Fixed(seed),
        ..ProptestConfig::with_cases(cases)
    };
    let outcome = TestRunner::new(config).run(&(spoilt(), any::<Index>()), |(text, pick)| {
        endure(&text, pick);
        Ok(())
    });
    assert!(outcome.is_ok(), "seed {seed}: {}", outcome.unwrap_err());
}

/// A thousand, several at a time.
#[test]
fn spoilt_plans_survive() {
    std::thread::scope(|scope| {
        for seed in 7..11 {
            scope.spawn(move || endured(seed, 250));
        }
    });
}

/// `FARSIGHT_FUZZ_SECONDS=600 cargo test --release --test hostile -- --ignored --nocapture`
#[test]
#[ignore = "runs as long as it is told to"]
fn spoilt_plans_survive_for_long() {
    let seconds = std::env::var("FARSIGHT_FUZZ_SECONDS").map_or(10, |it| it.parse().unwrap());
    let (begin, strategy) = (Instant::now(), (spoilt(), any::<Index>()));
    let mut runner = TestRunner::default();
    let (mut cases, mut faults) = (0u64, BTreeSet::new());
    std::panic::set_hook(Box::new(|_| {}));
    while begin.elapsed() < Duration::from_secs(seconds) {
        let (text, pick) = strategy.new_tree(&mut runner).unwrap().current();
        let result = std::panic::catch_unwind(|| endure(&text, pick));
        if let Err(fault) = result {
            let said = fault.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| fault.downcast_ref::<&str>().copied());
            let said: String = said.unwrap_or("?").chars().take(200).collect();
            if faults.len() < 20 && faults.insert(said.clone()) {
                let name = format!("hostile-{}.toml", faults.len());
                let file = std::env::temp_dir().join(name);
                fs::write(&file, &text).unwrap();
                println!("{}: {said}", file.display());
            }
        }
        cases += 1;
    }
    let _ = std::panic::take_hook();
    println!("{cases} spoilt plans in {seconds} seconds");
    assert!(faults.is_empty(), "{faults:#?}");
}

// -- Texts at the end of the scale --------------------------------------------------------------

#[test]
fn five_megabytes_of_noise_survive() {
    // A generator of numbers in a line, so that the noise is the same each time.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut noise = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let bytes: Vec<u8> = (0..5_000_000).map(|_| (noise() >> 32) as u8).collect();
    survives(&String::from_utf8_lossy(&bytes));
    let signs: Vec<char> = "[]{}=\"'#.,abc1 \n\r\\需".chars().collect();
    let text: String = (0..500_000)
        .map(|_| signs[(noise() >> 32) as usize % signs.len()])
        .collect();
    survives(&text);
}

#[test]
fn ten_thousand_levels_survive() {
    for open in ["[", "{ a = ", "a."] {
        survives(&format!("farsight = 1\nx = {}1", open.repeat(10_000)));
        survives(&format!("farsight = 1\n{}x = 1", open.repeat(10_000)));
    }
    let (open, close) = ("[".repeat(10_000), "]".repeat(10_000));
    survives(&format!(
        "farsight = 1\n[plan]\nbrands = {open}\"a\"{close}\n"
    ));
    let (open, close) = ("{ a = ".repeat(10_000), "}".repeat(10_000));
    survives(&format!("farsight = 1\n[plan]\ntitle = {open}1{close}\n"));
}

/// Both readings of a text refuse the same depth, so that nothing is edited that cannot be read.
#[test]
fn a_key_of_too_many_names_breaks_a_file() {
    for names in [2, 79, 80, 81, 82, 500] {
        let path = vec!["a"; names].join(".");
        for text in [
            format!("{path} = 1\n"),
            format!("[{path}]\nx = 1\n"),
            format!("[[{path}]]\nx = 1\n"),
            format!("x = {{ {path} = 1 }}\n"),
        ] {
            let text = format!("farsight = 1\n{text}");
            let document = Document::parse(text.as_str());
            assert_eq!(
                document.broken().is_none(),
                read(&text).is_sound(),
                "{names}"
            );
            assert_eq!(document.broken().is_none(), names <= 80, "{names}");
            survives(&text);
        }
    }
    // The deepest that both take: tables within tables, each behind as many names as may be.
    let deep = format!("{{ {} = ", vec!["a"; 79].join("."));
    for levels in [1, 40, 78, 79, 80, 81] {
        survives(&format!(
            "farsight = 1\nx = {}1{}\n",
            deep.repeat(levels),
            "}".repeat(levels)
        ));
    }
}

#[test]
fn a_text_of_a_megabyte_survives() {
    let long = "A warm start. 热的早餐。 ".repeat(35_000);
    assert!(long.len() > 1_000_000);
    for path in [
        "plan]\nmission",
        "needs.market]\ndefinition",
        "targeting]\ncriteria",
    ] {
        survives(&format!("farsight = 1\n[{path} = \"{long}\"\n"));
    }
    survives(&format!(
        "farsight = 1\n[plan]\ntitle = \"{}\"\n",
        "长".repeat(400_000)
    ));
}

#[test]
fn ten_thousand_rows_survive() {
    let mut text = String::from("farsight = 1\n[plan]\ntitle = \"many\"\n");
    for at in 0..5_000 {
        let _ = write!(
            text,
            "[[needs.customer_needs]]\nid = \"n-{at}\"\nneed = \"to rest\"\n\
             [[targeting.segments]]\nid = \"s-{at}\"\nneeds = [\"n-{at}\"]\ndecision = \"target\"\n"
        );
    }
    let reading = read(&text);
    assert_eq!(
        reading.plan.customer_needs.len() + reading.plan.segments.len(),
        10_000
    );
    assert_eq!(reading.problems, []);
    survives(&text);
}

// -- The same plan, written another way ----------------------------------------------------------

/// What is found, without its place.
fn found(text: &str) -> BTreeSet<(&'static str, String, String)> {
    let report = farsight::checks::check_text(text);
    report
        .findings
        .iter()
        .map(|it| (it.rule.code, it.path.clone(), it.message(Lang::Zh)))
        .collect()
}

#[test]
fn line_ends_and_a_byte_order_mark_change_no_finding() {
    for text in plans() {
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(found(&windows), found(&text), "{}", &text[..200]);
        let plan = |text: &str| {
            let report = farsight::checks::check_text(text);
            progress(&Document::parse(text), &report)
        };
        let (ours, theirs) = (plan(&text), plan(&windows));
        assert_eq!(ours.steps, theirs.steps);
        assert_eq!(ours.next, theirs.next);
    }
}
