//! A plan without its author: what is handed to a reviewer.
//!
//! The file is written anew from what it says. So comments, blank lines and habits of spelling,
//! which all tell whose it is, do not have to be looked for one by one.

use crate::catalogue;
use crate::plan::Document;
use crate::plan::outline::{Meaning, Says, Tree};

/// What stands where a name stood.
const MASK: &str = "***";

/// Parts of a name shorter than this are words as well.
const SHORT: usize = 3;

/// A plan without its author: no owner, no comment, no key that the catalogue does not know in
/// `[plan]`, and each of the names masked wherever it stands.
pub fn anonymous(text: &str, names: &[&str]) -> String {
    let document = Document::parse(text);
    let names = spellings(names);
    let mut out = String::new();
    let mut table: Vec<String> = Vec::new();
    for item in document.outline() {
        match item.says {
            Says::Table | Says::Row => {
                let head = item
                    .names
                    .iter()
                    .map(|it| key(it))
                    .collect::<Vec<_>>()
                    .join(".");
                let row = item.says == Says::Row;
                let (open, close) = if row { ("[[", "]]") } else { ("[", "]") };
                out += &format!("\n{open}{head}{close}\n");
                table = item.names;
            }
            Says::Value => {
                let Some(tree) = &item.value else { continue };
                let path: Vec<&str> = table
                    .iter()
                    .chain(&item.names)
                    .map(String::as_str)
                    .collect();
                if tells(&path) {
                    continue;
                }
                let name = item
                    .names
                    .iter()
                    .map(|it| key(it))
                    .collect::<Vec<_>>()
                    .join(".");
                out += &format!("{name} = {}\n", value(tree, &path, &names));
            }
        }
    }
    out.trim_start().to_owned()
}

/// Whether a key at this path tells who wrote the plan.
fn tells(path: &[&str]) -> bool {
    match path {
        ["plan", "owner"] => true,
        ["plan", key] => {
            let plan = catalogue::section("plan");
            plan.is_some_and(|plan| plan.field(key).is_none())
        }
        [key] => *key != "farsight" && *key != "plan",
        _ => false,
    }
}

/// A value as one line of TOML, or more where it is of more lines.
fn value(tree: &Tree, path: &[&str], names: &[String]) -> String {
    said(&tree.meaning(), path, names)
}

fn said(meaning: &Meaning, path: &[&str], names: &[String]) -> String {
    match meaning {
        Meaning::Text(text) => quoted(&masked(text, names)),
        Meaning::Bare(raw) => raw.clone(),
        Meaning::List(items) => {
            let items: Vec<String> = items.iter().map(|it| said(it, path, names)).collect();
            format!("[{}]", items.join(", "))
        }
        Meaning::Table(pairs) => {
            let pairs = pairs.iter().filter_map(|(name, value)| {
                let parts: Vec<&str> = path.iter().copied().chain(name.split('.')).collect();
                let name: Vec<String> = name.split('.').map(key).collect();
                let value = said(value, &parts, names);
                (!tells(&parts)).then(|| format!("{} = {value}", name.join(".")))
            });
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

fn key(name: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(is_bare) {
        name.to_owned()
    } else {
        basic(name)
    }
}

/// A text in quotes; paragraphs keep their lines where nothing in them needs an escape.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c == '\n' || !c.is_control() && c != '\\' && c != '"';
    if text.contains('\n') && text.chars().all(is_plain) {
        format!("\"\"\"\n{text}\"\"\"")
    } else {
        basic(text)
    }
}

pub(super) fn basic(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            c if c.is_control() => out += &format!("\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out + "\""
}

/// The names and their parts, the longest first.
fn spellings(names: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names {
        let name = name.trim();
        let turned: Vec<&str> = name.split([',', '，']).rev().map(str::trim).collect();
        all.push(name.to_owned());
        all.push(turned.join(" "));
        let parts = name.split(|c: char| !c.is_alphanumeric() && c != '\'');
        all.extend(
            parts
                .filter(|it| it.chars().count() >= SHORT)
                .map(str::to_owned),
        );
    }
    all.retain(|it| it.chars().count() > 1);
    all.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    all.dedup();
    all
}

/// A text with each name masked; a name inside of a longer Latin word is none.
fn masked(text: &str, names: &[String]) -> String {
    let mut out = text.to_owned();
    for name in names {
        let mut done = String::with_capacity(out.len());
        let mut rest = out.as_str();
        while let Some(at) = rest.find(name.as_str()) {
            let (before, found) = rest.split_at(at);
            let after = found.get(name.len()..).unwrap_or_default();
            let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{2e80}');
            let inner = |c: Option<char>| c.is_some_and(|c| c < '\u{2e80}');
            let is_word = inner(name.chars().next())
                && (joins(
                    before
                        .chars()
                        .next_back()
                        .or_else(|| done.chars().next_back()),
                ) || joins(after.chars().next()));
            done += before;
            done += if is_word { name } else { MASK };
            rest = after;
        }
        done += rest;
        out = done;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Document, syntax_error};

    #[test]
    fn owner_comments_and_names_are_gone_and_the_rest_says_the_same() {
        let text = "# Ana Ruiz, group 4\nfarsight = 1\nauthor = \"Ana\"\n[plan] # mine\nowner = \"Ana Ruiz\"\nstudent = \"s123\"\ntitle = \"Tea \\\"house\\\"\" # Ana\nmission = \"\"\"\nAna Ruiz serves tea.\nAnalysis stays.\n\"\"\"\n\n[[needs.customer_needs]]\nid = \"茶\" # x\nneed = 'Ruiz asked'\nevidence = [\"e1\", # Ana\n\"e2\"]\n";
        let plain = anonymous(text, &["Ana Ruiz"]);
        assert_eq!(syntax_error(&plain), None, "{plain}");
        for gone in [
            "Ana Ruiz", "Ruiz", "group", "mine", "s123", "author", "owner", "#",
        ] {
            assert!(!plain.contains(gone), "{gone}: {plain}");
        }
        let document = Document::parse(plain.as_str());
        let value = |path: &str| document.value(path).map(|it| it.plain());
        assert_eq!(value("plan.title").as_deref(), Some("Tea \"house\""));
        assert_eq!(
            value("plan.mission").as_deref(),
            Some("*** serves tea.\nAnalysis stays.\n")
        );
        assert_eq!(
            value("needs.customer_needs.茶.need").as_deref(),
            Some("*** asked")
        );
        assert_eq!(
            value("needs.customer_needs.茶.evidence").as_deref(),
            Some("e1; e2")
        );
    }

    #[test]
    fn 中文姓名也遮住() {
        let text = "farsight = 1\n[plan]\nowner = \"周雨桐\"\nmission = \"周雨桐和同学一起做的\"\n";
        let plain = anonymous(text, &["周雨桐"]);
        assert!(
            !plain.contains("周雨桐") && plain.contains("***和同学"),
            "{plain}"
        );
        assert_eq!(syntax_error(&plain), None);
    }

    #[test]
    fn odd_texts_stay_whole() {
        let text = "farsight = 1\nplan = { owner = \"Ana\", title = \"a\\u0000b\\\\\" }\n[needs.\"a b\"]\nx = { \"c d\" = [1, { y = 2 }] }\n";
        let plain = anonymous(text, &["", "A", "Ana"]);
        assert!(!plain.contains("Ana"), "{plain}");
        assert_eq!(syntax_error(&plain), syntax_error(text), "{plain}");
        assert_eq!(anonymous("", &[]), "");
    }
}
