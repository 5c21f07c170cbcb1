//! What changed between two plans: recorded pairs, and edits of which we know how many they are.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path as FilePath;

use farsight::catalogue::Kind;
use farsight::checks::Settings;
use farsight::plan::{Document, Literal, Path, SAMPLES, Scalar, layout, place_of};
use farsight::review::{ChangeKind, diff, fields, review, say, take_back};
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
        if std::env::var_os("FARSIGHT_UPDATE").is_some() {
            fs::write(folder.join("expected.txt"), &told).unwrap();
        } else if told != read("expected.txt") {
            wrong.push(format!("{}\n{told}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An edit of a real plan: what somebody did, and the changes that it is, written by hand.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Recorded {
    /// The file that is edited.
    plan: String,
    /// The sign and the path of each change, in any order.
    changes: Vec<String>,
    /// Texts replaced in both plans, to begin from something else than the file.
    #[serde(default)]
    before: Vec<(String, String)>,
    /// Texts that stand once, and what stands there then.
    #[serde(default)]
    replace: Vec<(String, String)>,
    /// Texts replaced wherever they stand.
    #[serde(default)]
    every: Vec<(String, String)>,
    /// Rows that are taken out.
    #[serde(default)]
    drop: Vec<String>,
    /// Lists whose last row goes to the top.
    #[serde(default)]
    swap: Vec<String>,
    /// What is added at the end.
    #[serde(default)]
    append: String,
    /// Whether the text is laid out anew.
    #[serde(default)]
    layout: bool,
    /// Whether the lines end as on Windows.
    #[serde(default)]
    crlf: bool,
}

impl Recorded {
    /// The old plan and the new one.
    fn texts(&self) -> (String, String) {
        let once = |text: String, (old, new): &(String, String)| {
            assert_eq!(text.matches(old.as_str()).count(), 1, "{old}");
            text.replace(old, new)
        };
        let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join(&self.plan)).unwrap();
        let old = self.before.iter().fold(text, once);
        let new = self.replace.iter().fold(old.clone(), once);
        let each = |text: String, (old, new): &(String, String)| text.replace(old, new);
        let mut document = Document::parse(self.every.iter().fold(new, each));
        for row in &self.drop {
            let edit = document.remove(&Path::parse(row)).unwrap();
            document.apply(&edit);
        }
        for list in &self.swap {
            let list = Path::parse(list);
            let last = document.rows(&list).pop().unwrap();
            let edit = document.move_row(&list.join(last), 0).unwrap();
            document.apply(&edit);
        }
        let mut new = document.text().to_owned() + &self.append;
        if self.layout {
            new = layout(&new).unwrap();
        }
        if self.crlf {
            new = new.replace('\n', "\r\n");
        }
        (old, new)
    }
}

/// All that a person is told of two plans: changes, figures, findings.
fn summary(old: &str, new: &str, lang: Lang) -> String {
    let review = review(old, new, &Settings::default());
    let mut out = String::new();
    for change in &review.diff.changes {
        let said = say(change, &review.currency, lang);
        out += &format!("{} {said}\n", change.kind.mark());
        for piece in change.pieces().iter().filter(|_| change.is_long()) {
            out += &format!("    {:?} {}\n", piece.mark, piece.text);
        }
        for field in fields(change, &review.currency, lang) {
            out += &format!("    {field}\n");
        }
    }
    for shift in &review.figures {
        out += &format!("# {}\n", shift.say(&review.currency, lang));
    }
    for noted in &review.findings {
        let finding = &noted.finding;
        let words = [noted.fate.label(), finding.severity.label()].map(|it| it.get(lang));
        out += &format!("! {} {}: {}\n", words[0], words[1], finding.message(lang));
    }
    out
}

/// Each edit is told as exactly the changes that it is, with the summary that was recorded in
/// both languages; `FARSIGHT_UPDATE=1` records anew.
#[test]
fn every_recorded_edit_is_told_in_full_and_nothing_else() {
    let folder = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/review/edits");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    assert!(files.len() >= 20, "{}", files.len());
    for file in files {
        let name = file.display();
        let recorded: Recorded = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let (old, new) = recorded.texts();
        let found = diff(&old, &new);
        let mut told: Vec<String> = found
            .content()
            .map(|change| format!("{} {}", change.kind.mark(), change.path))
            .collect();
        let mut wanted = recorded.changes.clone();
        told.sort();
        wanted.sort();
        assert_eq!(told, wanted, "{name}");
        // The way back is as many changes.
        assert_eq!(diff(&new, &old).content().count(), wanted.len(), "{name}");
        let both = Lang::ALL.map(|lang| summary(&old, &new, lang)).join("\n");
        let expected = file.with_extension("txt");
        if std::env::var_os("FARSIGHT_UPDATE").is_some() {
            fs::write(&expected, &both).unwrap();
        }
        let expected = fs::read_to_string(expected).unwrap_or_default();
        assert_eq!(both, expected, "{name}");
    }
}

/// The paths of the texts and numbers of a plan.
fn places(document: &Document) -> Vec<(Path, Kind)> {
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
        let mut left = places(&document);
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
