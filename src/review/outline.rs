//! What a plan says, section by section and row by row.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::value::Value;
use crate::catalogue::{self, Section, Shape};
use crate::plan::{Content, Document};

/// The content of a plan, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// The values of each table by its path; those of the root have the empty path. Keys that the
    /// catalogue does not know are among them.
    pub tables: IndexMap<String, IndexMap<String, Value>>,
    /// The rows of each list that the catalogue knows, by its path.
    pub lists: IndexMap<&'static str, Vec<Row>>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name in paths: the id, or the position from 1 where it has none or it is taken.
    pub name: String,
    /// Its id, where it has one of its own.
    pub id: Option<String>,
    /// What people call it: the first caption field that is filled, or else its name.
    pub caption: String,
    /// Its values, without the id.
    pub values: IndexMap<String, Value>,
}

impl Outline {
    /// Reads the outline of a text.
    pub fn read(text: &str) -> Outline {
        Outline::of(&Document::parse(text))
    }

    /// The outline of a document.
    pub fn of(document: &Document) -> Outline {
        let mut outline = Outline::default();
        outline.table(String::new(), document.contents(), None);
        outline
    }

    /// The rows of a list; none where there is no list.
    pub fn rows(&self, list: &str) -> &[Row] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    fn table(
        &mut self,
        path: String,
        table: IndexMap<String, Content>,
        section: Option<&'static Section>,
    ) {
        let mut values = IndexMap::new();
        for (key, content) in table {
            if section.is_some_and(|section| section.field(&key).is_some()) {
                values.insert(key, Value::of(content));
                continue;
            }
            let full = match path.as_str() {
                "" => key.clone(),
                path => format!("{path}.{key}"),
            };
            let inner = catalogue::section(&full);
            match (inner.map(|it| (it, it.shape)), content) {
                (Some((list, Shape::Rows)), Content::Rows(rows)) => {
                    self.lists.insert(list.path, read_rows(list, rows));
                }
                (Some((_, Shape::Table)), Content::Table(table)) => self.table(full, table, inner),
                (None, Content::Table(table)) if leads(&full) => self.table(full, table, None),
                (_, content) => {
                    values.insert(key, Value::of(content));
                }
            }
        }
        values.retain(|_, value| value.is_filled());
        self.tables.insert(path, values);
    }
}

/// Whether sections of the catalogue stand below a table.
fn leads(path: &str) -> bool {
    catalogue::sections().any(|section| {
        let rest = section.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.starts_with('.'))
    })
}

fn read_rows(list: &Section, rows: Vec<IndexMap<String, Content>>) -> Vec<Row> {
    let mut seen = HashSet::new();
    let mut out = Vec::with_capacity(rows.len());
    for (at, row) in rows.into_iter().enumerate() {
        let mut values: IndexMap<String, Value> = row
            .into_iter()
            .map(|(key, content)| (key, Value::of(content)))
            .filter(|(_, value)| value.is_filled())
            .collect();
        let mut id = None;
        if let Some(Value::Text(text)) = values.get("id")
            && seen.insert(text.clone())
        {
            id = Some(text.clone());
            values.shift_remove("id");
        }
        let name = id.clone().unwrap_or_else(|| (at + 1).to_string());
        let mut captions = list.caption.iter().filter_map(|key| values.get(*key));
        let caption = captions.find_map(Value::as_text);
        let caption = caption.map_or_else(|| name.clone(), |text| text.trim().to_owned());
        out.push(Row {
            name,
            id,
            caption,
            values,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_place() {
        let text = "farsight = 1\n备注 = 1\n[plan]\ntitle = \"Tea\"\nmine = 2\nowner = \"\"\n\
            [targeting]\nstrategy = \"concentrated\"\n[[targeting.segments]]\nid = \"夜班\"\n\
            name = \"夜班护士\"\n[[targeting.segments]]\nid = \"夜班\"\n[other]\nx = 1\n";
        let text = text.replace("备注", "\"备注\"");
        let outline = Outline::read(&text);
        let keys =
            |path: &str| -> Vec<&str> { outline.tables[path].keys().map(String::as_str).collect() };
        assert_eq!(keys(""), ["farsight", "备注", "other"]);
        assert_eq!(keys("plan"), ["title", "mine"]);
        assert_eq!(keys("targeting"), ["strategy"]);
        let rows = outline.rows("targeting.segments");
        assert_eq!(
            (rows[0].name.as_str(), rows[0].caption.as_str()),
            ("夜班", "夜班护士")
        );
        assert_eq!((rows[1].name.as_str(), &rows[1].id), ("2", &None));
    }
}
