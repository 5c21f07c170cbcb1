//! What a plan says, without how it is written: the tables, rows and values of its text.

use indexmap::IndexMap;

use super::document::{Document, Scalar};
use super::statement::{Shape, Value};
use super::tree::{Node, Table};

/// What a name of a table leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A value; a list that holds tables among other things stands as it is written.
    Value(Scalar),
    /// A table, in the order of the file.
    Table(IndexMap<String, Content>),
    /// A list of rows.
    Rows(Vec<IndexMap<String, Content>>),
}

impl Document {
    /// Everything that the text says, for readers who want all of it at once.
    pub fn contents(&self) -> IndexMap<String, Content> {
        self.table_content(&self.root)
    }

    fn table_content(&self, table: &Table) -> IndexMap<String, Content> {
        let entries = table.entries.iter();
        entries
            .map(|(name, entry)| (name.clone(), self.node_content(&entry.node)))
            .collect()
    }

    fn node_content(&self, node: &Node) -> Content {
        match node {
            Node::Value(value) if holds_table(value) => {
                let raw = self.text().get(value.span.clone()).unwrap_or_default();
                Content::Value(Scalar::Bare(raw.to_owned()))
            }
            Node::Value(value) => Content::Value(self.decode(value)),
            Node::Table(table) => Content::Table(self.table_content(table)),
            Node::Rows(rows) => {
                let rows = rows.rows.iter().map(|row| self.table_content(row));
                Content::Rows(rows.collect())
            }
        }
    }
}

fn holds_table(value: &Value) -> bool {
    match &value.shape {
        Shape::Scalar => false,
        Shape::Inline(_) => true,
        Shape::Array(items) => items.iter().any(holds_table),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_says_the_same_however_it_is_written() {
        let headers = "[a]\nx = 1\n[[a.r]]\nid = \"茶\"\n";
        let inline = "a = { x = 1, r = [{ id = '茶' }] }\n";
        let content = |text| Document::parse(text).contents();
        assert_eq!(content(headers), content(inline));
        let Some(Content::Table(a)) = content(headers).shift_remove("a") else {
            panic!("no table");
        };
        assert!(matches!(&a["r"], Content::Rows(rows) if rows.len() == 1));
    }

    #[test]
    fn a_table_among_other_items_is_not_lost() {
        let content = Document::parse("a = [1, { \"茶\" = 2 }]\n").contents();
        assert!(matches!(&content["a"], Content::Value(Scalar::Bare(_))));
    }
}
