//! Edits are lossless: over generated and hostile TOML, an edit does what it says to the values,
//! leaves every other value and every comment alone, and its inverse gives the first bytes back.

use farsight::plan::{Document, Edit, Literal, Path};
use proptest::prelude::*;
use toml::{Table, Value};

/// A scalar literal of any TOML 1.0 construct.
fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\"basic \\\"q\\\" 中文\"".to_owned()),
        Just("'literal \\ path'".to_owned()),
        Just("\"\"\"\nmany\nlines \"\" of 需要\\\n   and more\"\"\"".to_owned()),
        Just("'''\nraw # not a comment\n[not.a.table]\n'''".to_owned()),
        Just("18_500_000".to_owned()),
        Just("0x_bad".replace('_', "")),
        Just("-0.35e2".to_owned()),
        Just("inf".to_owned()),
        Just("true".to_owned()),
        Just("2027-01-01".to_owned()),
        Just("2027-01-01T07:32:00Z".to_owned()),
        Just("07:32:00".to_owned()),
        "[a-z]{0,6}".prop_map(|text| format!("\"{text}\"")),
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => scalar(),
        1 => prop::collection::vec(scalar(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
        1 => prop::collection::vec(scalar(), 1..4).prop_map(|items| {
            let lines: Vec<String> = items.iter().map(|item| format!("  {item}, # about it\n")).collect();
            format!("[\n{}  # the end\n]", lines.concat())
        }),
        1 => (scalar(), scalar()).prop_map(|(a, b)| {
            let (a, b) = (a.replace('\n', " "), b.replace('\n', " "));
            let ok = |s: &str| !s.contains("'''") && !s.contains("\"\"\"");
            if ok(&a) && ok(&b) { format!("{{ x = {a}, y.z = {b} }}") } else { "{}".to_owned() }
        }),
    ]
}

/// The body of a table: keys that do not clash, with comments and blank lines among them.
fn body(prefix: &'static str) -> impl Strategy<Value = String> {
    prop::collection::vec((value(), 0..6u8), 0..5).prop_map(move |values| {
        let mut out = String::new();
        for (at, (value, style)) in values.into_iter().enumerate() {
            match style {
                0 => out.push_str(&format!(
                    "# about {prefix}{at} 注释\n{prefix}{at} = {value}\n"
                )),
                1 => out.push_str(&format!("{prefix}{at} = {value} # trailing\n")),
                2 => out.push_str(&format!("\n\"{prefix} {at}\" = {value}\n\n")),
                3 => out.push_str(&format!("dot{at}.{prefix} = {value}\ndot{at}.other = 1\n")),
                4 => out.push_str(&format!("  {prefix}{at}  =  {value}\t\n")),
                _ => out.push_str(&format!("{prefix}{at} = {value}\n# loose comment\n\n")),
            }
        }
        out
    })
}

/// A whole document with tables, rows, rows inline, and the author's layout.
fn document() -> impl Strategy<Value = String> {
    let rows = prop::collection::vec((body("k"), any::<bool>(), any::<bool>()), 0..5);
    let more = prop::collection::vec(body("m"), 0..3);
    (body("r"), rows, body("t"), more, any::<[bool; 5]>()).prop_map(
        |(root, rows, table, more, [crlf, bom, cut, inline, split])| {
            let mut out = String::from("# the file's own head\n\nfarsight = 1 # format\n");
            out.push_str(&root);
            if inline {
                out.push_str(
                    "spots = [\n  { id = \"s1\", n = 1 }, # first\n  { id = \"s2\" },\n]\n",
                );
                out.push_str("pair = [{ id = \"p1\" }, { id = \"p2\", deep = { a = 1 } }]\n");
            }
            for (at, (body, comment, sub)) in rows.iter().enumerate() {
                if *comment {
                    out.push_str(&format!("\n# row {at}\n"));
                }
                out.push_str(&format!(
                    "[[list.rows]] # header\nid = \"row-{at}\"\n{body}"
                ));
                if *sub {
                    out.push_str("[list.rows.sub]\nq = 1\n\n");
                }
            }
            out.push_str(&format!("\n# -- banner --\n[needs.market]\n{table}"));
            if split && !rows.is_empty() {
                out.push_str("[list.rows.later]\nz = 26 # late\n");
            }
            for (at, body) in more.iter().enumerate() {
                out.push_str(&format!("[other.\"t {at}\"]\n{body}"));
            }
            if cut {
                out.truncate(out.trim_end_matches(['\n', '\t', ' ']).len());
            }
            if crlf {
                out = out.replace('\n', "\r\n");
            }
            if bom { format!("\u{feff}{out}") } else { out }
        },
    )
}

fn table(text: &str) -> Table {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    text.parse()
        .unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Applies an edit, checks that its inverse restores every byte, and returns the new text.
fn there_and_back(text: &str, edit: &Edit) -> String {
    let mut document = Document::parse(text);
    let inverse = document.apply(edit);
    let after = document.text().to_owned();
    assert_eq!(
        document,
        Document::parse(after.clone()),
        "the quick way leads to the same"
    );
    document.apply(&inverse);
    assert_eq!(
        document,
        Document::parse(text),
        "the inverse restores every byte"
    );
    if text.contains("\r\n") {
        assert!(
            !after.replace("\r\n", "").contains('\n'),
            "line ends stay CRLF: {after:?}"
        );
    }
    assert_eq!(
        text.starts_with('\u{feff}'),
        after.starts_with('\u{feff}'),
        "the BOM stays"
    );
    assert_eq!(
        text.ends_with('\n'),
        after.ends_with('\n'),
        "the end stays: {after:?}"
    );
    after
}

fn comments(text: &str) -> usize {
    // Generated strings hold no word that generated comments hold.
    [
        "# about",
        "# trailing",
        "# loose",
        "# first",
        "# the end",
        "# row",
        "# header",
        "# -- banner",
        "# the file's",
        "# format",
        "# late",
    ]
    .iter()
    .map(|comment| text.matches(comment).count())
    .sum()
}

/// Every path of a value in a document.
fn paths(document: &Document, at: &Path, out: &mut Vec<Path>) {
    for key in document.keys(at) {
        let path = at.join(key);
        if document.get(&path).is_some() {
            out.push(path);
        } else {
            let rows = document.rows(&path);
            if rows.is_empty() {
                paths(document, &path, out);
            } else {
                for row in rows {
                    paths(document, &path.join(row), out);
                }
            }
        }
    }
}

fn lookup<'t>(table: &'t mut Table, document: &Document, path: &Path) -> Option<&'t mut Table> {
    let mut here = table;
    let mut so_far = Path::default();
    let mut names = path.names().iter().peekable();
    while let Some(name) = names.next() {
        so_far = so_far.join(name.clone());
        here = match here.get_mut(name)? {
            Value::Table(table) => table,
            Value::Array(rows) => {
                let row = names.next()?;
                let at = document
                    .rows(&so_far)
                    .iter()
                    .position(|other| other == row)?;
                so_far = so_far.join(row.clone());
                rows.get_mut(at)?.as_table_mut()?
            }
            _ => return None,
        };
    }
    Some(here)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_set_is_the_only_change(text in document(), pick: prop::sample::Index, new in "[a-z\"'\\\\需要 #\n]{0,120}") {
        let document = Document::parse(text.clone());
        prop_assert_eq!(document.broken(), None, "{}", text);
        let mut all = Vec::new();
        paths(&document, &Path::default(), &mut all);
        let path = &all[pick.index(all.len())];
        let edit = document.set(path, &Literal::Prose(new.clone())).unwrap();
        let after = there_and_back(&text, &edit);
        let mut expected = table(&text);
        let (parent, key) = path.split_last().unwrap();
        lookup(&mut expected, &document, &parent).unwrap().insert(key.to_owned(), Value::String(new));
        prop_assert_eq!(table(&after), expected, "{}\n---\n{}", text, after);
    }

    #[test]
    fn a_new_key_is_the_only_change(text in document(), pick: prop::sample::Index, name in "[a-z]{1,3}|新键|a b", nested: bool) {
        let document = Document::parse(text.clone());
        let mut all = Vec::new();
        paths(&document, &Path::default(), &mut all);
        let parent = all[pick.index(all.len())].split_last().unwrap().0;
        let parent = if nested { parent.join("fresh") } else { parent };
        let path = parent.join(name.clone());
        if document.has(&path) {
            return Ok(());
        }
        let edit = document.set(&path, &Literal::Bare("42".into())).unwrap();
        let after = there_and_back(&text, &edit);
        let mut expected = table(&text);
        if nested {
            let (upper, _) = parent.split_last().unwrap();
            let fresh = Value::Table([(name, Value::Integer(42))].into_iter().collect());
            lookup(&mut expected, &document, &upper).unwrap().insert("fresh".into(), fresh);
        } else {
            lookup(&mut expected, &document, &parent).unwrap().insert(name, Value::Integer(42));
        }
        prop_assert_eq!(table(&after), expected, "{}\n---\n{}", text, after);
        prop_assert_eq!(comments(&after), comments(&text), "{}\n---\n{}", text, after);
    }

    #[test]
    fn a_value_removed_is_the_only_change(text in document(), pick: prop::sample::Index) {
        let document = Document::parse(text.clone());
        let mut all = Vec::new();
        paths(&document, &Path::default(), &mut all);
        let path = &all[pick.index(all.len())];
        let edit = document.remove(path).unwrap();
        let after = there_and_back_but_end(&text, &edit);
        let mut expected = table(&text);
        let (parent, key) = path.split_last().unwrap();
        lookup(&mut expected, &document, &parent).unwrap().remove(key);
        prop_assert_eq!(without_empty(table(&after)), without_empty(expected), "{} from {}\n---\n{}", path, text, after);
    }

    #[test]
    fn rows_come_go_and_move_alone(text in document(), pick: prop::sample::Index, to in 0usize..6, what in 0..5u8, list in prop::sample::select(vec!["list.rows", "spots", "pair"])) {
        let document = Document::parse(text.clone());
        let list = Path::parse(list);
        let names = document.rows(&list);
        if names.is_empty() {
            return Ok(());
        }
        let at = pick.index(names.len());
        let row = list.join(names[at].clone());
        let mut expected = table(&text);
        let (upper, key) = list.split_last().unwrap();
        let rows = lookup(&mut expected, &document, &upper).unwrap().get_mut(key).unwrap().as_array_mut().unwrap();
        let fresh = |id: &str| Value::Table([("id".to_owned(), Value::String(id.into()))].into_iter().collect());
        let edit = match what {
            0 => {
                rows.insert(to.min(names.len()), fresh("fresh"));
                document.add_row(&list, to, Some("fresh"), &[]).unwrap()
            }
            1 => {
                rows.remove(at);
                document.remove(&row).unwrap()
            }
            2 => {
                let moved = rows.remove(at);
                rows.insert(to.min(names.len() - 1), moved);
                document.move_row(&row, to).unwrap()
            }
            3 => {
                let mut copy = rows[at].clone();
                copy.as_table_mut().unwrap().insert("id".into(), Value::String("copy".into()));
                rows.insert(at + 1, copy);
                document.duplicate_row(&row, "copy").unwrap()
            }
            _ => {
                rows[at].as_table_mut().unwrap().insert("id".into(), Value::String("renamed".into()));
                document.rename_row(&row, "renamed").unwrap()
            }
        };
        let after = there_and_back_but_end(&text, &edit);
        prop_assert_eq!(without_empty(table(&after)), without_empty(expected), "{} {} -> {}\n{}\n---\n{}", what, row, to, text, after);
        if matches!(what, 0 | 2 | 4) {
            prop_assert_eq!(comments(&after), comments(&text), "{}\n---\n{}", text, after);
        }
    }

    #[test]
    fn any_text_at_all_can_be_parsed_and_asked(text in "(?s).{0,300}") {
        let document = Document::parse(text);
        let mut all = Vec::new();
        paths(&document, &Path::default(), &mut all);
        for path in all {
            document.span(&path);
            document.source(&path);
            if let Ok(edit) = document.set(&path, &Literal::Line("x".into())) {
                edit.applied(document.text());
            }
        }
    }
}

/// Removing the last thing of a file may take the end of the file with it.
fn there_and_back_but_end(text: &str, edit: &Edit) -> String {
    let mut document = Document::parse(text);
    let inverse = document.apply(edit);
    let after = document.text().to_owned();
    document.apply(&inverse);
    assert_eq!(document.text(), text, "the inverse restores every byte");
    after
}

/// Tables that only dotted keys wrote are gone with their last key; a list with its last row.
fn without_empty(table: Table) -> Table {
    table
        .into_iter()
        .filter_map(|(key, value)| match value {
            Value::Table(table) => {
                let table = without_empty(table);
                (!table.is_empty()).then_some((key, Value::Table(table)))
            }
            Value::Array(items) if items.is_empty() => None,
            Value::Array(items) => {
                let items = items
                    .into_iter()
                    .map(|item| match item {
                        Value::Table(table) => Value::Table(without_empty(table)),
                        other => other,
                    })
                    .collect();
                Some((key, Value::Array(items)))
            }
            value => Some((key, value)),
        })
        .collect()
}

#[test]
fn what_cannot_be_decoded_is_not_edited() {
    for text in [
        "a = \"open\n",
        "需要 = 1\n",
        "a = 1__0\n",
        "a = 2027-13-99\n",
    ] {
        assert!(Document::parse(text).broken().is_some(), "{text}");
    }
}

#[test]
fn a_row_is_added_and_not_set_into_being() {
    let document = Document::parse("farsight = 1\n");
    let path = Path::parse("needs.customer_needs.x.need");
    assert!(document.set(&path, &Literal::Line("y".into())).is_err());
}
