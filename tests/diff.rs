//! What changed between two plans: recorded pairs, and edits of which we know how many they are.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path as FilePath;

use farsight::catalogue::Kind;
use farsight::plan::{Document, Literal, Path, SAMPLES, Scalar, place_of};
use farsight::review::{ChangeKind, diff, say, take_back};
use farsight::words::Lang;

/// What the summary of a pair says, in both languages.
fn told(old: &str, new: &str) -> String {
    let diff = diff(old, new);
    let mut out = String::new();
    for lang in Lang::ALL {
        if diff.is_empty() {
            let same = ["no change in content", "内容没有改动"];
            out += same[usize::from(lang == Lang::Zh)];
            out.push('\n');
        }
        for change in diff.content() {
            out += &format!("{} {}\n", change.kind.mark(), say(change, "EUR", lang));
        }
    }
    out
}

#[test]
fn every_recorded_pair_is_told_as_it_was() {
    let pairs = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/review/pairs");
    let mut folders: Vec<_> = fs::read_dir(pairs)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 20, "{}", folders.len());
    let mut wrong = Vec::new();
    for folder in folders {
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let told = told(&read("old.toml"), &read("new.toml"));
        if std::env::var_os("UPDATE_PAIRS").is_some() {
            fs::write(folder.join("expected.txt"), &told).unwrap();
        } else if told != read("expected.txt") {
            wrong.push(format!("{}\n{told}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The paths of the texts and numbers of a plan.
fn fields(document: &Document) -> Vec<(Path, Kind)> {
    fn below(document: &Document, path: &Path, out: &mut Vec<(Path, Kind)>) {
        let rows = document.rows(path);
        let names = if rows.is_empty() {
            document.keys(path)
        } else {
            rows
        };
        for name in names {
            let path = path.join(name);
            match (place_of(&path), document.get(&path)) {
                (Some((_, Some(field))), Some(_)) => out.push((path, field.kind)),
                (_, None) => below(document, &path, out),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    below(document, &Path::default(), &mut out);
    let plain = |kind: &Kind| kind.is_number() || matches!(kind, Kind::Line | Kind::Text);
    out.retain(|(_, kind)| plain(kind));
    out
}

#[test]
fn so_many_edits_are_so_many_changes() {
    let mut seed: u64 = 7;
    let mut random = move |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for round in 0..30 {
        let sample = &SAMPLES[round % SAMPLES.len()];
        let mut document = Document::parse(sample.text);
        let mut left = fields(&document);
        let mut edited = Vec::new();
        for _ in 0..=random(12) {
            let (path, _) = left.swap_remove(random(left.len()));
            let literal = match document.get(&path).unwrap() {
                Scalar::Text(text) => Literal::Line(format!("{text} 改动 more")),
                other => Literal::Bare(format!("{}1", other.plain())),
            };
            let edit = document.set(&path, &literal).unwrap();
            document.apply(&edit);
            edited.push(path.to_string());
        }
        let diff = diff(sample.text, document.text());
        let mut found: Vec<&str> = diff.content().map(|it| it.path.as_str()).collect();
        found.sort_unstable();
        edited.sort();
        assert_eq!(found, edited, "{}", sample.name);
    }
}

#[test]
fn rows_in_another_order_and_comments_change_nothing() {
    for sample in SAMPLES {
        let mut document = Document::parse(sample.text);
        for list in ["targeting.segments", "mix.actions", "needs.customer_needs"] {
            let rows = document.rows(&list.into());
            let Some(last) = rows.last().filter(|_| rows.len() > 1) else {
                continue;
            };
            let edit = document.move_row(&Path::parse(list).join(last), 0).unwrap();
            document.apply(&edit);
        }
        let text = format!("# 说明\n{}", document.text().replace('\n', "\r\n"));
        let diff = diff(sample.text, &text);
        assert!(diff.is_empty(), "{}: {:?}", sample.name, diff.changes);
        assert!(diff.moved() > 0);
    }
}

/// What becomes of the changes of a pair when each is taken back: the texts after it, or nothing
/// where it cannot be.
fn taken_back(old: &str, new: &str) -> Vec<(String, Option<String>)> {
    let changes = diff(old, new);
    let (before, after) = (Document::parse(old), Document::parse(new));
    let told = changes.changes.iter().map(|change| {
        let name = format!("{} {}", change.kind.mark(), change.path);
        let edit = take_back(change, &changes, &before, &after).ok();
        (name, edit.map(|edit| edit.applied(new)))
    });
    told.collect()
}

#[test]
fn each_change_can_be_taken_back_and_the_others_stay() {
    let pairs = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/review/pairs");
    let (mut all, mut stuck) = (0, Vec::new());
    for folder in fs::read_dir(pairs).unwrap() {
        let folder = folder.unwrap().path();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let (old, new) = (read("old.toml"), read("new.toml"));
        if old.is_empty() || new.is_empty() {
            continue;
        }
        let count = diff(&old, &new).changes.len();
        for (name, text) in taken_back(&old, &new) {
            all += 1;
            let Some(text) = text else {
                stuck.push(format!("{} {name}", folder.display()));
                continue;
            };
            let left = diff(&old, &text);
            let is_left = |it: &farsight::review::Change| {
                it.kind != ChangeKind::Moved && format!("{} {}", it.kind.mark(), it.path) == name
            };
            assert!(
                left.changes.len() < count && !left.changes.iter().any(is_left),
                "{} {name}\n{:#?}",
                folder.display(),
                left.changes
            );
        }
    }
    assert!(all >= 20, "{all}");
    assert!(stuck.is_empty(), "of {all}:\n{}", stuck.join("\n"));
}

#[test]
fn all_changes_taken_back_one_after_another_leave_the_old_plan() {
    let pairs = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/review/pairs");
    for folder in fs::read_dir(pairs).unwrap() {
        let folder = folder.unwrap().path();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let (old, mut new) = (read("old.toml"), read("new.toml"));
        if old.is_empty() || new.is_empty() {
            continue;
        }
        let most = diff(&old, &new).changes.len() + 5;
        for _ in 0..most {
            let next = taken_back(&old, &new).into_iter().find_map(|it| it.1);
            match next {
                Some(text) => new = text,
                None => break,
            }
        }
        let left: Vec<String> = diff(&old, &new)
            .content()
            .map(|it| it.path.clone())
            .collect();
        assert!(left.is_empty(), "{}: {left:?}", folder.display());
    }
}
