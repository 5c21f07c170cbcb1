//! A folder of many plans: every form says the same however many threads there are, and what it
//! says is well formed whatever stands in the plans.

#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly

mod support;

use crate::support::sandbox::Sandbox;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::Value;

/// More than two of the parts in which plans are checked.
const MANY: usize = 600;

/// The forms that go to files, by file.
const FILES: [&str; 6] = ["line", "json", "sarif", "github", "junit", "markdown"];

/// Whole plans, spoilt plans and files that are none, the same at every run.
fn sandbox() -> Sandbox {
    let mut runner = TestRunner::new(Config {
        rng_seed: RngSeed::Fixed(11),
        ..Config::default()
    });
    let whole = crate::support::spoil::plans();
    let sandbox = Sandbox::with_bad_input();
    for at in 0..MANY {
        let text = match at % 3 {
            0 => whole[at / 3 % whole.len()].clone(),
            _ => crate::support::spoil::spoilt()
                .new_tree(&mut runner)
                .unwrap()
                .current(),
        };
        let folder = ["", "二月/", "a & b/", "x,y:z/"][at % 4];
        sandbox.write(&format!("{folder}p-{at:03}.toml"), text);
    }
    sandbox
}

/// What a check prints in all forms, with its exit code.
fn checked(sandbox: &mut Sandbox, threads: &str, lang: &str) -> Vec<(String, Vec<u8>)> {
    sandbox.var("RAYON_NUM_THREADS", threads);
    let files = FILES.map(|form| format!("{form}=out/{form}"));
    std::fs::create_dir_all(sandbox.path("out")).unwrap();
    let mut args = vec!["check", "--today", "2026-11-01", "--lang", lang];
    for form in files.iter().map(String::as_str).chain(["text"]) {
        args.extend(["--format", form]);
    }
    let output = sandbox.command(&args).output().unwrap();
    let stderr = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!stderr.contains("panicked"), "{stderr}");
    // The files that cannot be read count more than the findings.
    assert_eq!(output.status.code(), Some(3), "{stderr}");
    let read = |form: &&str| {
        let bytes = std::fs::read(sandbox.path(&format!("out/{form}"))).unwrap();
        ((*form).to_owned(), bytes)
    };
    let mut all: Vec<(String, Vec<u8>)> = FILES.iter().map(read).collect();
    all.push(("text".to_owned(), output.stdout));
    all.push(("stderr".to_owned(), output.stderr));
    all
}

#[test]
fn threads_and_repetition_change_no_byte() {
    let mut sandbox = sandbox();
    let first = checked(&mut sandbox, "1", "en");
    for threads in ["4", "4"] {
        for ((form, one), (_, other)) in first.iter().zip(checked(&mut sandbox, threads, "en")) {
            let (one, other) = [one, &other].map(|it| String::from_utf8_lossy(it)).into();
            let mut lines = one.lines().zip(other.lines());
            let apart = lines.find(|(one, other)| one != other);
            assert!(one == other, "{form} with {threads} threads: {apart:#?}");
        }
    }
    well_formed(&first);
    well_formed(&checked(&mut sandbox, "4", "zh"));
}

fn well_formed(all: &[(String, Vec<u8>)]) {
    let text = |name: &str| {
        let (_, bytes) = all.iter().find(|(form, _)| form == name).unwrap();
        std::str::from_utf8(bytes).unwrap()
    };
    let json: Value = serde_json::from_str(text("json")).unwrap();
    assert!(json["plans"].as_array().unwrap().len() > MANY / 2);
    sarif(&serde_json::from_str(text("sarif")).unwrap());
    xml(text("junit"));
    annotations(text("github"));
    for line in text("line").lines() {
        assert!(!line.contains(|it: char| it.is_control()), "{line:?}");
    }
}

/// What the schema of SARIF 2.1.0 asks of the parts that are used.
fn sarif(log: &Value) {
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().starts_with("https://"));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{rule}");
        }
    }
    let base = |it: &Value| run["originalUriBaseIds"][it["uriBaseId"].as_str().unwrap()].clone();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let level = result["level"].as_str().unwrap();
        assert!(["error", "warning", "note"].contains(&level), "{result}");
        let message = result["message"]["text"].as_str().unwrap();
        assert!(!message.is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert!(base(&place["artifactLocation"]).is_object());
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        let plain = |it: u8| it.is_ascii_alphanumeric() || b"/-_.~%".contains(&it);
        assert!(uri.bytes().all(plain), "{uri}");
        region(&place["region"]);
        for fix in result["fixes"].as_array().into_iter().flatten() {
            for change in fix["artifactChanges"].as_array().unwrap() {
                let all = change["replacements"].as_array().unwrap();
                assert!(!all.is_empty(), "{result}");
                for it in all {
                    region(&it["deletedRegion"]);
                }
            }
        }
        for suppression in result["suppressions"].as_array().into_iter().flatten() {
            let kind = suppression["kind"].as_str().unwrap();
            assert!(["inSource", "external"].contains(&kind));
        }
        let prints = result["partialFingerprints"].as_object().unwrap();
        assert!(prints.values().all(|it| it.as_str().unwrap().len() == 32));
    }
}

fn region(region: &Value) {
    let of = |key: &str| region[key].as_u64().unwrap();
    let start = (of("startLine"), of("startColumn"));
    let end = (of("endLine"), of("endColumn"));
    assert!(start.0 > 0 && start.1 > 0 && start <= end, "{region}");
}

/// Every annotation is one line: a level, properties, a message.
fn annotations(text: &str) {
    for line in text.lines() {
        let rest = line.strip_prefix("::").unwrap_or_else(|| panic!("{line}"));
        let (head, message) = rest.split_once("::").unwrap();
        let (level, properties) = head.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&level), "{line}");
        assert!(!message.is_empty(), "{line}");
        for property in properties.split(',') {
            let (key, value) = property.split_once('=').unwrap();
            let keys = ["file", "line", "endLine", "col", "endColumn", "title"];
            assert!(keys.contains(&key), "{line}");
            assert!(!value.is_empty() && !value.contains(':'), "{line}");
            if !["file", "title"].contains(&key) {
                assert!(value.parse::<usize>().unwrap() > 0, "{line}");
            }
        }
        // Nothing is escaped but what has to be, and all of that.
        let mut escapes = line.split('%').skip(1);
        assert!(escapes.all(|it| ["25", "0D", "0A", "3A", "2C"].contains(&&it[..2])));
        assert!(!line.contains('\r'), "{line:?}");
    }
}

/// Tags that close in their order, attributes in quotes, no bare `<` or `&`, no stray character.
fn xml(text: &str) {
    let mut rest = text
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .unwrap();
    let allowed =
        |it: char| matches!(it, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    assert!(rest.chars().all(allowed));
    let (mut open, mut roots) = (Vec::new(), 0);
    while let Some(at) = rest.find('<') {
        content(&rest[..at], !open.is_empty());
        let inside = &rest[at + 1..];
        let end = inside.find('>').unwrap();
        let tag = &inside[..end];
        rest = &inside[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{tag}");
            continue;
        }
        roots += usize::from(open.is_empty());
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |it| (it, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(
            name.bytes().all(|it| it.is_ascii_lowercase() || it == b'-'),
            "{tag}"
        );
        let mut parts: Vec<&str> = attributes.split('"').collect();
        assert_eq!(parts.pop().map(str::trim), Some(""), "{tag}");
        let mut seen = std::collections::BTreeSet::new();
        for pair in parts.chunks(2) {
            let key = pair[0].trim().strip_suffix('=').unwrap();
            assert!(key.bytes().all(|it| it.is_ascii_lowercase()), "{tag}");
            assert!(seen.insert(key), "{tag}");
            content(pair[1], true);
        }
        if !closed {
            open.push(name);
        }
    }
    assert!(open.is_empty() && roots == 1, "{open:?} {roots}");
    content(rest, false);
}

fn content(text: &str, inside: bool) {
    assert!(inside || text.trim().is_empty(), "{text}");
    let known = ["amp;", "lt;", "gt;", "quot;"];
    let mut entities = text.split('&').skip(1);
    assert!(
        entities.all(|it| known.iter().any(|known| it.starts_with(known))),
        "{text}"
    );
}
