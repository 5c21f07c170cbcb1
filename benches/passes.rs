//! How long the passes over a plan take, beside the bare parse that none of them can beat.
//!
//! `cargo bench` prints how a full check compares with the parse, then the figures of each pass.
//! Nothing here is a test: a slow machine breaks no build.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use divan::Bencher;
use farsight::checks::{check, check_text};
use farsight::lsp::Server;
use farsight::plan::{Document, Literal, Path, SAMPLES, read, sample};
use lsp_server::{Message, Notification, Request};
use serde_json::{Value, json};
use toml::de::DeTable;

/// Sizes of a plan in kilobytes: a short one, a long one, and one beyond reason.
const SIZES: [usize; 3] = [8, 100, 500];
/// A real plan of the smallest size; the larger ones repeat the rows of a sample.
const SHORT: &str = include_str!("../tests/real/02-cosmos-atom-2021.toml");
const LONG: &str = "aldran";

fn main() {
    ratios();
    divan::main();
}

/// A table or a row of a list, from its header to the next.
struct Block<'a> {
    header: &'a str,
    text: &'a str,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut starts: Vec<usize> = text.match_indices("\n[").map(|(at, _)| at + 1).collect();
    starts.push(text.len());
    let block = |pair: &[usize]| {
        let text = &text[pair[0]..pair[1]];
        let header = text.lines().next().unwrap_or_default();
        Block { header, text }
    };
    starts.windows(2).map(block).collect()
}

/// A plan of about so many kilobytes: a real one as it is, or the rows of a sample again and again,
/// with ids of their own each time, so that every reference holds within its repetition.
fn plan_of(kilobytes: usize) -> String {
    if kilobytes * 1000 <= SHORT.len() {
        return SHORT.to_owned();
    }
    let sample = sample(LONG).expect("the sample is in the program").text;
    let blocks = blocks(sample);
    let is_row = |block: &&Block<'_>| block.header.starts_with("[[");
    let rows: usize = blocks.iter().filter(is_row).map(|it| it.text.len()).sum();
    let wanted = (kilobytes * 1000).saturating_sub(sample.len() - rows);
    let repetitions = (wanted / rows).max(1);
    let ids: Vec<&str> = sample
        .lines()
        .filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'))
        .collect();

    let head = sample.find("\n[").map_or(0, |at| at + 1);
    let mut plan = sample[..head].to_owned();
    let mut seen = Vec::new();
    for block in &blocks {
        if !is_row(&block) {
            plan += block.text;
        } else if !seen.contains(&block.header) {
            seen.push(block.header);
            for repetition in 0..repetitions {
                let list = blocks.iter().filter(|it| it.header == block.header);
                list.for_each(|row| plan += &repeated(row.text, repetition, &ids));
            }
        }
    }
    plan
}

/// A row with the ids of its repetition; the first keeps those of the sample.
fn repeated(row: &str, repetition: usize, ids: &[&str]) -> String {
    let mut row = row.to_owned();
    if repetition > 0 {
        for id in ids {
            row = row.replace(&format!("\"{id}\""), &format!("\"{id}-{repetition}\""));
            // A table of scores has ids as its keys.
            for open in ["{ ", ", "] {
                let key = format!("{open}{id} = ");
                row = row.replace(&key, &format!("{open}{id}-{repetition} = "));
            }
        }
    }
    row
}

/// The shortest time of a pass: what it costs when nothing else runs.
fn shortest(mut pass: impl FnMut()) -> Duration {
    let times = (0..41).map(|_| {
        let start = Instant::now();
        pass();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// Prints how often the bare parse fits into a reading and into a full check, in one process.
fn ratios() {
    let mut said = String::from("size      bare parse  reading  full check\n");
    for kilobytes in SIZES {
        let plan = plan_of(kilobytes);
        let floor = shortest(|| drop(black_box(DeTable::parse(black_box(&plan)))));
        let reading = shortest(|| drop(black_box(read(black_box(&plan)))));
        let full = shortest(|| drop(black_box(check_text(black_box(&plan)))));
        let times = |pass: Duration| pass.as_secs_f64() / floor.as_secs_f64();
        let _ = writeln!(
            said,
            "{:>4} KB {:>9} µs  {:>5.2} ×  {:>8.2} ×",
            plan.len() / 1000,
            floor.as_micros(),
            times(reading),
            times(full)
        );
    }
    println!("{said}");
}

/// The floor: TOML into values with their places, and nothing else.
#[divan::bench(args = SIZES)]
fn bare_parse(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let plan = plan_of(kilobytes);
    bencher.bench(|| drop(black_box(DeTable::parse(black_box(&plan)))));
}

/// Text into a typed plan.
#[divan::bench(args = SIZES)]
fn reading(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let plan = plan_of(kilobytes);
    bencher.bench(|| drop(black_box(read(black_box(&plan)))));
}

/// All rules over a plan that is read already.
#[divan::bench(args = SIZES)]
fn checking(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let plan = plan_of(kilobytes);
    let reading = read(&plan);
    bencher.bench(|| check(black_box(&plan), black_box(&reading)));
}

/// Text into the lossless document.
#[divan::bench(args = SIZES)]
fn document(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let plan = plan_of(kilobytes);
    bencher.bench(|| Document::parse(black_box(plan.as_str())));
}

/// Making an edit, without applying it.
#[divan::bench(args = SIZES)]
fn edit(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let document = Document::parse(plan_of(kilobytes));
    let (path, value) = field(&document);
    bencher.bench(|| document.set(black_box(&path), black_box(&value)));
}

/// What a key costs before its letter is on the screen: an edit, and the places found anew.
#[divan::bench(args = SIZES)]
fn keystroke(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let (path, value) = field(&Document::parse(plan_of(kilobytes)));
    bencher
        .with_inputs(|| Document::parse(plan_of(kilobytes)))
        .bench_local_refs(|document| {
            if let Ok(edit) = document.set(&path, &value) {
                black_box(document.apply(&edit));
            }
        });
}

/// What opening a file costs once it is in memory: places, reading, all rules.
#[divan::bench(args = SAMPLES.iter().map(|sample| sample.name))]
fn open(bencher: Bencher<'_, '_>, name: &str) {
    let text = sample(name).map_or("", |sample| sample.text);
    bencher.bench(|| {
        (
            Document::parse(black_box(text)),
            check_text(black_box(text)),
        )
    });
}

/// The first need of a plan, and what somebody makes of it.
fn field(document: &Document) -> (Path, Literal) {
    let list = Path::parse("needs.customer_needs");
    let first = document.rows(&list).into_iter().next();
    let value = Literal::Line("Eat properly to the very end of the month".to_owned());
    (list.join(first.unwrap_or_default()).join("need"), value)
}

/// From a key typed in an editor to the findings that go back to it: to stay below 20 ms at 100 KB.
#[divan::bench(args = SIZES)]
fn editor(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let tell = |server: &mut Server, method: &str, params: Value| {
        server.handle(Message::from(Notification::new(method.to_owned(), params)));
    };
    let mut server = Server::default();
    let hello = Request::new(1.into(), String::from("initialize"), json!({}));
    server.handle(Message::from(hello));
    let (uri, text) = ("untitled:plan", plan_of(kilobytes));
    let plan = json!({ "uri": uri, "languageId": "toml", "version": 1, "text": text });
    let opened = json!({ "textDocument": plan });
    tell(&mut server, "textDocument/didOpen", opened);
    let start = json!({ "line": 0, "character": 0 });
    let typed = json!({
        "textDocument": { "uri": uri, "version": 2 },
        "contentChanges": [{ "range": { "start": start, "end": start }, "text": "#\n" }],
    });
    bencher.bench_local(|| {
        tell(&mut server, "textDocument/didChange", typed.clone());
        let said = server.rest();
        assert_eq!(said.len(), 1, "findings come back");
        said
    });
}
