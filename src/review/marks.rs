//! Which rows a person has looked at, and which have changed since.
//!
//! The marks stand in a file of their own beside the plan, so that looking at a plan changes no
//! byte of it. Each mark is one line with a blank line after it, and rows that nobody has looked
//! at yet have a line as well: so two people who look at different rows change different lines,
//! and git merges them. Where it cannot, both readings of a line are read and the later day wins.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::outline::Outline;
use super::value::{Value, flowing};
use crate::catalogue::{self, Section, Shape};
use crate::checks::digest;
use crate::plan::{Document, Path, Scalar};

/// How many digits of a fingerprint are written: two rows do not meet in them by chance.
const DIGITS: usize = 16;

/// That a person has looked at a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// The fingerprint of what the row said then.
    pub seen: String,
    /// What stood above it, by path, with the fingerprints of then.
    pub above: Vec<(String, String)>,
    /// Who looked.
    pub by: Option<String>,
    /// On which day.
    pub on: Option<Date>,
    /// What there was to say.
    pub note: Option<String>,
}

/// A row or table of a plan that can be looked at.
#[derive(Debug, Clone)]
pub struct Item {
    /// Where it stands.
    pub path: String,
    /// The table or list that it belongs to.
    pub section: &'static Section,
    /// What people call it; nothing for a table.
    pub caption: Option<String>,
    /// The fingerprint of what it says.
    pub says: String,
    /// What it hangs on, near and far, in the order of the plan: the need under a benefit.
    pub above: Vec<String>,
}

/// Whether a row was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Nobody has looked at it yet.
    NotYet,
    /// It is as it was when somebody looked.
    LookedAt(Mark),
    /// It was looked at, and has changed since or hangs on something that has.
    Suspect {
        /// The mark of then.
        mark: Mark,
        /// The paths of what changed; the row itself first.
        changed: Vec<String>,
    },
}

/// How many rows of a plan stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Rows that are as they were when somebody looked.
    pub looked_at: usize,
    /// Rows that have changed since, or hang on something that has.
    pub suspect: usize,
    /// Rows that nobody has looked at.
    pub not_yet: usize,
}

/// The marks of a plan, by the paths of its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks(pub BTreeMap<String, Mark>);

/// The rows and tables of a plan that say something, in the order of the catalogue.
pub fn items(outline: &Outline) -> Vec<Item> {
    let mut items = Vec::new();
    let mut direct: HashMap<String, Vec<String>> = HashMap::new();
    let is_answer = |section: &Section| {
        let answers = catalogue::plan::ANSWERS;
        answers.iter().any(|it| it.path == section.path)
    };
    for section in catalogue::sections().filter(|it| !is_answer(it)) {
        let table = outline.tables.get(section.path);
        let table = table.filter(|values| section.shape == Shape::Table && !values.is_empty());
        let at = Path::parse(section.path);
        let rows = outline.rows(section.path).iter();
        let tables = table.map(|values| (at.to_string(), None, values));
        let rows = rows.map(|row| {
            let path = at.join(&row.name).to_string();
            (path, Some(row.caption.clone()), &row.values)
        });
        for (path, caption, values) in tables.into_iter().chain(rows) {
            let mut says = String::new();
            table_said(values, &mut says);
            direct.insert(path.clone(), references(section, values, outline));
            items.push(Item {
                path,
                section,
                caption,
                says: short(&says),
                above: Vec::new(),
            });
        }
    }
    let order: HashMap<String, usize> = items
        .iter()
        .enumerate()
        .map(|(at, item)| (item.path.clone(), at))
        .collect();
    for item in &mut items {
        item.above = closure(&item.path, &direct);
        item.above.sort_by_key(|path| order.get(path));
    }
    items
}

fn short(text: &str) -> String {
    let mut digest = digest(text);
    digest.truncate(DIGITS);
    digest
}

/// The rows that a row names and hangs on.
///
/// What comes earlier in the work is above: a benefit hangs on its need, no need on a benefit.
/// Evidence is above whatever it is evidence of.
fn references(
    section: &Section,
    values: &indexmap::IndexMap<String, Value>,
    outline: &Outline,
) -> Vec<String> {
    let place = |path: &str| catalogue::sections().position(|it| it.path == path);
    let mut out = Vec::new();
    for field in section.fields {
        let Some(value) = values.get(field.key) else {
            continue;
        };
        for list in field.kind.targets() {
            if place(list) >= place(section.path) && *list != "needs.evidence" {
                continue;
            }
            let named = named(value);
            let rows = outline.rows(list).iter();
            let rows = rows.filter(|row| named.iter().any(|name| **name == row.name));
            out.extend(rows.map(|row| Path::parse(list).join(&row.name).to_string()));
        }
    }
    out
}

/// The ids that a value names.
fn named(value: &Value) -> Vec<&str> {
    match value {
        Value::Text(text) => vec![text.as_str()],
        Value::List(items) => items.iter().filter_map(Value::as_text).collect(),
        Value::Table(table) => table.keys().map(String::as_str).collect(),
        Value::Number(_) | Value::Bare(_) => Vec::new(),
    }
}

fn closure(start: &str, direct: &HashMap<String, Vec<String>>) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen: HashSet<&str> = HashSet::from([start]);
    let mut open = vec![start];
    while let Some(path) = open.pop() {
        for above in direct.get(path).into_iter().flatten() {
            if seen.insert(above) {
                found.push(above.clone());
                open.push(above);
            }
        }
    }
    found
}

/// What a value says, as a text in which equal content is equal: the order of a list, the order
/// of keys and the line ends of prose are left out.
fn said(value: &Value, out: &mut String) {
    match value {
        Value::Text(text) => part('t', &flowing(text), out),
        Value::Number(number) => part('n', &number.normalize().to_string(), out),
        Value::Bare(raw) => part('b', raw, out),
        Value::List(items) => {
            let mut said_items: Vec<String> = items
                .iter()
                .map(|item| {
                    let mut text = String::new();
                    said(item, &mut text);
                    text
                })
                .collect();
            said_items.sort_unstable();
            part('l', &said_items.concat(), out);
        }
        Value::Table(table) => {
            let mut text = String::new();
            table_said(table, &mut text);
            part('m', &text, out);
        }
    }
}

fn table_said(table: &indexmap::IndexMap<String, Value>, out: &mut String) {
    let mut entries: Vec<(&String, &Value)> =
        table.iter().filter(|(_, it)| it.is_filled()).collect();
    entries.sort_by_key(|(key, _)| *key);
    for (key, value) in entries {
        part('k', key, out);
        said(value, out);
    }
}

/// A piece with its length before it, so that no two different contents run into the same text.
fn part(kind: char, text: &str, out: &mut String) {
    out.push_str(&format!("{kind}{}:{text}", text.len()));
}

impl Marks {
    /// Reads marks; what is no mark, such as the lines of a merge conflict, is passed over.
    pub fn read(text: &str) -> Marks {
        let mut marks = BTreeMap::new();
        for line in text.lines().filter(|line| line.starts_with('"')) {
            let document = Document::parse(line);
            if document.broken().is_some() {
                continue;
            }
            for row in document.keys(&Path::default()) {
                let mark = read_mark(&document, &Path::new([row.clone()]));
                let newer = |old: &Mark| old.on <= mark.on;
                if marks.get(&row).is_none_or(newer) {
                    marks.insert(row, mark);
                }
            }
        }
        Marks(marks)
    }

    /// The file: a line for each row of the plan, the marks of rows that are gone left out.
    pub fn write(&self, plan: &str, items: &[Item]) -> String {
        let mut paths: Vec<&str> = items.iter().map(|item| item.path.as_str()).collect();
        paths.sort_unstable();
        let mut out = format!("# {plan}: farsight review\n");
        for path in paths {
            let key = quoted(path);
            out.push('\n');
            match self.0.get(path) {
                Some(mark) => out.push_str(&format!("{key} = {}\n", written(mark))),
                None => out.push_str(&format!("# {key}\n")),
            }
        }
        out
    }

    /// Notes that a person has looked at a row as it is.
    pub fn mark(
        &mut self,
        item: &Item,
        items: &[Item],
        by: Option<&str>,
        on: Date,
        note: Option<&str>,
    ) {
        let says = |path: &String| items.iter().find(|it| it.path == *path);
        let above = item.above.iter().filter_map(says);
        let mark = Mark {
            seen: item.says.clone(),
            above: above.map(|it| (it.path.clone(), it.says.clone())).collect(),
            by: by.map(str::to_owned),
            on: Some(on),
            note: note.map(str::to_owned),
        };
        self.0.insert(item.path.clone(), mark);
    }

    /// Follows rows to new ids: a mark of a row that is gone belongs to the unmarked row of the
    /// same list that says just the same.
    pub fn follow(&mut self, items: &[Item]) {
        let there: HashSet<&str> = items.iter().map(|it| it.path.as_str()).collect();
        for item in items {
            if self.0.contains_key(&item.path) {
                continue;
            }
            let list = format!("{}.", item.section.path);
            let gone = self.0.iter().find(|(path, mark)| {
                !there.contains(path.as_str()) && path.starts_with(&list) && mark.seen == item.says
            });
            if let Some(path) = gone.map(|(path, _)| path.clone())
                && let Some(mark) = self.0.remove(&path)
            {
                self.0.insert(item.path.clone(), mark);
            }
        }
    }

    /// How many rows stand how.
    pub fn tally(&self, items: &[Item]) -> Tally {
        let mut tally = Tally::default();
        for item in items {
            *match self.state(item, items) {
                State::NotYet => &mut tally.not_yet,
                State::LookedAt(_) => &mut tally.looked_at,
                State::Suspect { .. } => &mut tally.suspect,
            } += 1;
        }
        tally
    }

    /// How it stands with a row.
    pub fn state(&self, item: &Item, items: &[Item]) -> State {
        let Some(mark) = self.0.get(&item.path) else {
            return State::NotYet;
        };
        let mut changed = Vec::new();
        if mark.seen != item.says {
            changed.push(item.path.clone());
        }
        for (path, seen) in &mark.above {
            let now = items.iter().find(|it| it.path == *path);
            if now.is_none_or(|now| now.says != *seen) {
                changed.push(path.clone());
            }
        }
        let mark = mark.clone();
        if changed.is_empty() {
            State::LookedAt(mark)
        } else {
            State::Suspect { mark, changed }
        }
    }
}

fn read_mark(document: &Document, at: &Path) -> Mark {
    let text = |key: &str| match document.get(&at.join(key)) {
        Some(Scalar::Text(text) | Scalar::Bare(text)) => Some(text),
        _ => None,
    };
    let above = match document.get(&at.join("above")) {
        Some(Scalar::List(items)) => items
            .iter()
            .filter_map(|item| match item {
                Scalar::Text(text) => text.rsplit_once(' '),
                _ => None,
            })
            .map(|(path, says)| (path.to_owned(), says.to_owned()))
            .collect(),
        _ => Vec::new(),
    };
    Mark {
        seen: text("seen").unwrap_or_default(),
        above,
        by: text("by"),
        on: text("on").and_then(|day| day.parse().ok()),
        note: text("note"),
    }
}

fn written(mark: &Mark) -> String {
    let mut parts = Vec::new();
    parts.extend(mark.on.map(|day| format!("on = {day}")));
    let texts = [("by", &mark.by), ("note", &mark.note)];
    for (key, text) in texts {
        parts.extend(
            text.as_ref()
                .map(|text| format!("{key} = {}", quoted(text))),
        );
    }
    parts.push(format!("seen = {}", quoted(&mark.seen)));
    if !mark.above.is_empty() {
        let above = mark.above.iter();
        let above: Vec<String> = above
            .map(|(path, says)| quoted(&format!("{path} {says}")))
            .collect();
        parts.push(format!("above = [{}]", above.join(", ")));
    }
    format!("{{ {} }}", parts.join(", "))
}

/// A text of one line in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "farsight = 1\n[plan]\ntitle = \"茶馆\"\n\
        [[needs.customer_needs]]\nid = \"安静\"\nneed = \"睡前放松下来\"\n\
        [[targeting.segments]]\nid = \"护士\"\nneeds = [\"安静\"]\n\
        [[value.propositions]]\nid = \"一小时\"\nsegment = \"护士\"\nlead = \"calm\"\n\
        [[value.benefits]]\nid = \"calm\"\nproposition = \"一小时\"\nneed = \"安静\"\nbenefit = \"心静下来\"\n";

    fn of(text: &str) -> Vec<Item> {
        items(&Outline::read(text))
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn all_marked(text: &str) -> Marks {
        let items = of(text);
        let mut marks = Marks::default();
        for item in &items {
            marks.mark(
                item,
                &items,
                Some("周雨桐"),
                day("2027-02-01"),
                Some("看过 \"全文\""),
            );
        }
        marks
    }

    fn state(marks: &Marks, text: &str, path: &str) -> State {
        let items = of(text);
        let item = items.iter().find(|item| item.path == path).unwrap();
        marks.state(item, &items)
    }

    #[test]
    fn a_change_of_the_need_makes_what_hangs_on_it_suspect() {
        let marks = all_marked(PLAN);
        let file = marks.write("茶馆.toml", &of(PLAN));
        assert_eq!(Marks::read(&file), marks, "{file}");
        assert!(crate::plan::syntax_error(&file).is_none());
        let changed = PLAN.replace("睡前放松下来", "下班后安静一小时");
        let suspect = |path: &str| match state(&marks, &changed, path) {
            State::Suspect { changed, .. } => changed,
            _ => Vec::new(),
        };
        for path in ["targeting.segments.护士", "value.benefits.calm"] {
            assert_eq!(suspect(path), ["needs.customer_needs.安静"], "{path}");
        }
        assert_eq!(suspect("plan"), Vec::<String>::new());
        // A benefit is under nothing that its proposition hangs on.
        let changed = PLAN.replace("心静下来", "睡得着");
        let state = state(&marks, &changed, "value.propositions.一小时");
        assert!(matches!(state, State::LookedAt(_)));
    }

    #[test]
    fn layout_and_a_new_id_are_no_change() {
        let mut marks = all_marked(PLAN);
        let other = PLAN.replace("needs = [\"安静\"]", "needs = [ '安静', ] # 一项");
        assert!(matches!(
            state(&marks, &other, "targeting.segments.护士"),
            State::LookedAt(_)
        ));
        let renamed = PLAN.replace("id = \"calm\"", "id = \"静心\"");
        marks.follow(&of(&renamed));
        assert!(matches!(
            state(&marks, &renamed, "value.benefits.静心"),
            State::LookedAt(_)
        ));
    }

    #[test]
    fn 冲突里的两行都读_日子晚的为准() {
        let text = "<<<<<<< ours\n\"plan\" = { on = 2027-02-01, by = \"甲\", seen = \"1\" }\n=======\n\
            \"plan\" = { on = 2027-02-03, by = \"乙\", seen = \"2\" }\n>>>>>>> theirs\n\"broken\n\
            \"needs.market\" = { on = 2027-02-02, seen = \"3\" }\n";
        let marks = Marks::read(text);
        assert_eq!(marks.0.len(), 2);
        assert_eq!(marks.0["plan"].by.as_deref(), Some("乙"));
    }
}
