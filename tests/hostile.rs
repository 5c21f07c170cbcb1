//! Whatever is done to a plan, reading, checking, editing and counting take it without a panic, and
//! all that is said about it points into its text.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::time::{Duration, Instant};

use farsight::checks::{check, progress::progress};
use farsight::plan::{Document, Literal, Path, SAMPLES, Span, read};
use farsight::words::Lang;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// The texts that are spoilt: the samples, the plans of the classroom, the real ones.
fn plans() -> Vec<String> {
    let mut texts: Vec<String> = ["plans/class", "tests/real"]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    texts.sort();
    texts.extend(SAMPLES.iter().map(|sample| sample.text.to_owned()));
    texts
}

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
    for finding in &report.findings {
        within(text, finding.span, finding);
        for lang in [Lang::En, Lang::Zh] {
            assert!(!finding.message(lang).is_empty());
        }
        if let Some(fix) = &finding.fix {
            let mut repaired = text.to_owned();
            fix.apply(&mut repaired).apply(&mut repaired);
            assert_eq!(repaired, text, "{finding:?}");
        }
    }
    let document = Document::parse(text);
    let progress = progress(&document, &report);
    for step in progress.steps {
        assert!(step.filled <= step.wanted && (0.0..=1.0).contains(&step.share()));
    }
    let mut left = 400;
    walk(&document, &Path::default(), &mut left);
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
fn edits(text: &str, pick: &Index) {
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

/// One way to spoil a plan.
#[derive(Debug, Clone)]
enum Harm {
    /// A line is lost.
    Drop(Index),
    /// Some lines stand twice.
    Double(Index, usize),
    /// Two lines change places.
    Swap(Index, Index),
    /// A value becomes one of another type.
    Retype(Index, &'static str),
    /// A number becomes another.
    Number(Index, &'static str),
    /// Two numbers change places.
    SwapNumbers(Index, Index),
    /// A quoted word becomes another.
    Word(Index, &'static str),
    /// Bytes come in.
    Bytes(Index, Vec<u8>),
    /// A piece is lost.
    Cut(Index, usize),
}

const VALUES: &[&str] = &[
    "\"\"",
    "\"x\"",
    "\"需要\"",
    "'''a\nb'''",
    "0",
    "-1",
    "0.5",
    "1e9",
    "true",
    "[]",
    "[1, \"a\"]",
    "[[[]]]",
    "{}",
    "{ a = 1, b = { c = \"d\" } }",
    "2027-13-01",
    "2027-02-30",
    "1979-05-27",
    "07:32:00",
    "nan",
    "",
    "\"open",
    "{ id = \"x\" }",
    "[{ id = \"x\" }, { id = \"x\" }]",
];

const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1",
    "0.000000000000000000000000000001",
    "79228162514264337593543950335",
    "79228162514264337593543950336",
    "9223372036854775807",
    "-9223372036854775808",
    "1e308",
    "1e-400",
    "inf",
    "-inf",
    "nan",
    "0xffffffff",
    "1_000_000_000_000_000_000_000",
    "100",
    "0.1",
];

const WORDS: &[&str] = &[
    "nowhere",
    "",
    "待定",
    "TODO",
    "a.b",
    "Ä b",
    "\\u4e00",
    "target",
    "everyone",
    "所有人",
    "\\",
];

fn harm() -> impl Strategy<Value = Harm> {
    let index = any::<Index>;
    let pick = |from: &'static [&'static str]| prop::sample::select(from);
    prop_oneof![
        1 => index().prop_map(Harm::Drop),
        1 => (index(), 1usize..30).prop_map(|(at, many)| Harm::Double(at, many)),
        1 => (index(), index()).prop_map(|(a, b)| Harm::Swap(a, b)),
        1 => (index(), pick(VALUES)).prop_map(|(at, value)| Harm::Retype(at, value)),
        2 => (index(), pick(NUMBERS)).prop_map(|(at, number)| Harm::Number(at, number)),
        1 => (index(), index()).prop_map(|(a, b)| Harm::SwapNumbers(a, b)),
        1 => (index(), pick(WORDS)).prop_map(|(at, word)| Harm::Word(at, word)),
        1 => (index(), prop::collection::vec(any::<u8>(), 1..12)).prop_map(|(at, b)| Harm::Bytes(at, b)),
        1 => (index(), 1usize..300).prop_map(|(at, many)| Harm::Cut(at, many)),
    ]
}

/// Where the pieces stand whose characters all answer to a question.
fn runs(text: &str, is: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, sign)| is(*sign)) {
        match found.last_mut() {
            Some(last) if last.1 == at => last.1 = at + sign.len_utf8(),
            _ => found.push((at, at + sign.len_utf8())),
        }
    }
    found
}

fn spoil(text: &str, harm: &Harm) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return "x".to_owned();
    }
    let numbers = || {
        runs(text, |sign| {
            sign.is_ascii_digit() || matches!(sign, '.' | '_')
        })
    };
    let replaced = |(start, end): (usize, usize), new: &str| {
        format!("{}{new}{}", &text[..start], &text[end..])
    };
    match harm {
        Harm::Drop(at) => {
            lines.remove(at.index(lines.len()));
        }
        Harm::Double(at, many) => {
            let at = at.index(lines.len());
            let copy = lines[at..(at + many).min(lines.len())].to_vec();
            lines.splice(at..at, copy);
        }
        Harm::Swap(a, b) => {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
        }
        Harm::Retype(at, value) => {
            let values: Vec<usize> = (0..lines.len())
                .filter(|at| lines[*at].contains(" = "))
                .collect();
            if values.is_empty() {
                return text.to_owned();
            }
            let at = values[at.index(values.len())];
            let key = lines[at].split(" = ").next().unwrap_or_default();
            let line = format!("{key} = {value}\n");
            lines[at] = &line;
            return lines.concat();
        }
        Harm::Number(at, number) => {
            let all = numbers();
            if !all.is_empty() {
                return replaced(all[at.index(all.len())], number);
            }
        }
        Harm::SwapNumbers(a, b) => {
            let all = numbers();
            if !all.is_empty() {
                let (a, b) = (all[a.index(all.len())], all[b.index(all.len())]);
                let (a, b) = if a <= b { (a, b) } else { (b, a) };
                if a != b {
                    let (low, high) = (&text[a.0..a.1], &text[b.0..b.1]);
                    let (start, middle, end) = (&text[..a.0], &text[a.1..b.0], &text[b.1..]);
                    return [start, high, middle, low, end].concat();
                }
            }
        }
        Harm::Word(at, word) => {
            let quotes: Vec<(usize, usize)> = runs(text, |sign| !matches!(sign, '"' | '\n'))
                .into_iter()
                .filter(|(start, end)| {
                    text[..*start].ends_with('"') && text[*end..].starts_with('"')
                })
                .collect();
            if !quotes.is_empty() {
                return replaced(quotes[at.index(quotes.len())], word);
            }
        }
        Harm::Bytes(at, bytes) => {
            let mut all = text.as_bytes().to_vec();
            let at = at.index(all.len() + 1);
            all.splice(at..at, bytes.iter().copied());
            return String::from_utf8_lossy(&all).into_owned();
        }
        Harm::Cut(at, many) => {
            let mut all = text.as_bytes().to_vec();
            let at = at.index(all.len());
            all.drain(at..(at + many).min(all.len()));
            return String::from_utf8_lossy(&all).into_owned();
        }
    }
    lines.concat()
}

fn spoilt() -> impl Strategy<Value = (String, Index)> {
    let harms = prop::collection::vec(harm(), 1..6);
    (prop::sample::select(plans()), harms, any::<Index>()).prop_map(|(plan, harms, pick)| {
        let text = harms.iter().fold(plan, |text, harm| spoil(&text, harm));
        (text, pick)
    })
}

fn endure(text: &str, pick: &Index) {
    survives(text);
    edits(text, pick);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::with_cases(200)
    })]

    #[test]
    fn spoilt_plans_survive((text, pick) in spoilt()) {
        endure(&text, &pick);
    }
}

/// `FARSIGHT_FUZZ_SECONDS=600 cargo test --release --test hostile -- --ignored --nocapture`
#[test]
#[ignore = "runs as long as it is told to"]
fn spoilt_plans_survive_for_long() {
    let seconds = std::env::var("FARSIGHT_FUZZ_SECONDS").map_or(10, |it| it.parse().unwrap());
    let (begin, strategy) = (Instant::now(), spoilt());
    let mut runner = TestRunner::default();
    let (mut cases, mut faults) = (0u64, BTreeSet::new());
    std::panic::set_hook(Box::new(|_| {}));
    while begin.elapsed() < Duration::from_secs(seconds) {
        let (text, pick) = strategy.new_tree(&mut runner).unwrap().current();
        let result = std::panic::catch_unwind(|| endure(&text, &pick));
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
