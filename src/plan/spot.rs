//! From a byte of the text to the plan: which table, field or value stands there.
//!
//! The way back of [`Document::span`]. It works on broken texts as far as their statements go,
//! because whoever asks is in the middle of typing.

use std::collections::BTreeMap;
use std::ops::Range;

use super::document::{Document, Found};
use super::path::Path;
use super::statement::{Name, Pair, Shape, Value, What};
use super::tree::{Home, Node, Table};

/// What stands at a byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The table or row in which the byte lies.
    pub table: Path,
    /// What stands there: the field, or the table itself.
    pub path: Path,
    /// Where that stands: the name of the key, the value, the one item of a list.
    pub span: Range<usize>,
    /// Which part of it.
    pub part: Part,
}

/// A part of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `[a.b]` or `[[a.b]]`.
    Header,
    /// A name before the `=`, of a field or of a score.
    Key,
    /// A value, or an item of one.
    Value,
    /// Between the items of a list, or between statements.
    Gap,
}

/// A header and what it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headed {
    /// The table or row.
    pub path: Path,
    /// Whether it is a row of a list.
    pub is_row: bool,
    /// The line of the header.
    pub header: Range<usize>,
    /// The header and all that stands under it.
    pub body: Range<usize>,
}

/// Whether a cursor at a byte touches a range.
fn touches(range: &Range<usize>, at: usize) -> bool {
    range.start <= at && at <= range.end
}

impl Document {
    /// What stands at a byte.
    pub fn spot(&self, at: usize) -> Spot {
        let after = self.statements.partition_point(|it| it.start <= at);
        let before = self.statements.get(..after).unwrap_or_default();
        let header = before
            .iter()
            .rposition(super::statement::Statement::is_header);
        let table = header
            .and_then(|header| self.header_paths().remove(&header))
            .unwrap_or_default();
        let gap = Spot {
            table: table.clone(),
            path: table.clone(),
            span: at..at,
            part: Part::Gap,
        };
        let Some(statement) = before.last().filter(|it| at <= it.stop) else {
            return gap;
        };
        match &statement.what {
            What::Table(_) | What::Row(_) => Spot {
                span: statement.start..statement.stop,
                part: Part::Header,
                ..gap
            },
            What::Pair(pair) => self.in_pair(pair, &table, at).unwrap_or(gap),
        }
    }

    fn in_pair(&self, pair: &Pair, table: &Path, at: usize) -> Option<Spot> {
        let mut path = table.clone();
        for Name { text, span } in &pair.keys {
            let upper = std::mem::take(&mut path);
            path = upper.join(text);
            if touches(span, at) {
                return Some(Spot {
                    table: upper,
                    path,
                    span: span.clone(),
                    part: Part::Key,
                });
            }
        }
        let upper = path.split_last()?.0;
        touches(&pair.value.span, at).then(|| self.in_value(&pair.value, &upper, path, at))
    }

    fn in_value(&self, value: &Value, table: &Path, path: Path, at: usize) -> Spot {
        let spot = |path: Path, span: &Range<usize>, part| Spot {
            table: table.clone(),
            path,
            span: span.clone(),
            part,
        };
        match &value.shape {
            Shape::Scalar => spot(path, &value.span, Part::Value),
            Shape::Array(items) => {
                let found = items.iter().position(|item| touches(&item.span, at));
                let Some((nth, item)) = found.and_then(|nth| Some((nth, items.get(nth)?))) else {
                    return spot(path, &(at..at), Part::Gap);
                };
                match &item.shape {
                    Shape::Inline(_) => {
                        let name = self.rows(&path).into_iter().nth(nth);
                        let row = path.join(name.unwrap_or_else(|| (nth + 1).to_string()));
                        self.in_value(item, &row, row.clone(), at)
                    }
                    _ => spot(path, &item.span, Part::Value),
                }
            }
            Shape::Inline(pairs) => {
                let inside = pairs.iter().find_map(|pair| self.in_pair(pair, &path, at));
                inside.unwrap_or_else(|| Spot {
                    table: path.clone(),
                    path: path.clone(),
                    span: at..at,
                    part: Part::Gap,
                })
            }
        }
    }

    /// The headers of the file in its order, each with what it opens.
    pub fn headed(&self) -> Vec<Headed> {
        let of = |(at, path): (usize, Path)| {
            let statement = self.statements.get(at)?;
            let body = self.content(at);
            Some(Headed {
                path,
                is_row: matches!(statement.what, What::Row(_)),
                header: statement.start..statement.stop,
                body: statement.start..body.end,
            })
        };
        self.header_paths().into_iter().filter_map(of).collect()
    }

    /// Where rows of the catalogue's lists point to a row.
    pub fn reference_spans(&self, list: &str, id: &str) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        self.each_reference(list, id, &mut |_, span, _| out.push(span));
        out
    }

    /// The paths of the tables and rows that have a header, by the header's statement.
    fn header_paths(&self) -> BTreeMap<usize, Path> {
        let mut paths = BTreeMap::new();
        self.collect_paths(&self.root, &Path::default(), &mut paths);
        paths
    }

    fn collect_paths(&self, table: &Table, path: &Path, paths: &mut BTreeMap<usize, Path>) {
        if let Home::Header(at) = table.home {
            paths.insert(at, path.clone());
        }
        for (name, entry) in &table.entries {
            let path = path.join(name);
            match &entry.node {
                Node::Value(_) => {}
                Node::Table(table) => self.collect_paths(table, &path, paths),
                Node::Rows(rows) => {
                    for (name, row) in self.rows(&path).into_iter().zip(&rows.rows) {
                        self.collect_paths(row, &path.join(name), paths);
                    }
                }
            }
        }
    }

    /// Whether a list of rows or a row stands at a path.
    pub fn is_row(&self, path: &Path) -> bool {
        let list = path.split_last().map(|(list, _)| list);
        list.is_some_and(|list| matches!(self.node(&list), Some(Found::Rows(_)))) && self.has(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, what: &str) -> (String, String, Part) {
        let document = Document::parse(text);
        let spot = document.spot(text.find(what).unwrap() + 1);
        let said = text[spot.span].to_owned();
        (spot.path.to_string(), said, spot.part)
    }

    const PLAN: &str = "farsight = 1\n[plan]\ntitle = \"茶馆\"\n\n[[needs.customer_needs]]\n\
        id = \"warm\"\nsegments = [\n  \"夜班护士\",\n  \"b\",\n]\nscores = { chai = 3 }\n\n\
        [[needs.customer_needs]]\nneed = \"歇脚\"\n";

    #[test]
    fn a_byte_leads_to_its_field() {
        let list = "needs.customer_needs";
        assert_eq!(
            at(PLAN, "title"),
            ("plan.title".into(), "title".into(), Part::Key)
        );
        assert_eq!(
            at(PLAN, "\"夜班"),
            (
                format!("{list}.warm.segments"),
                "\"夜班护士\"".into(),
                Part::Value
            )
        );
        assert_eq!(
            at(PLAN, "chai"),
            (format!("{list}.warm.scores.chai"), "chai".into(), Part::Key)
        );
        assert_eq!(
            at(PLAN, "\"歇脚"),
            (format!("{list}.2.need"), "\"歇脚\"".into(), Part::Value)
        );
        assert_eq!(at(PLAN, "[[needs").2, Part::Header);
        assert_eq!(
            at(PLAN, "\n\n[["),
            ("plan".into(), String::new(), Part::Gap)
        );
    }

    #[test]
    fn rows_in_one_line_and_broken_texts_have_places_too() {
        let text = "[plan]\nteam = [{ id = \"a\", who = \"沈\" }]\ntit";
        assert_eq!(at(text, "\"沈").0, "plan.team.a.who");
        let document = Document::parse(text);
        assert_eq!(document.spot(text.len()).table.to_string(), "plan");
        for text in ["", "[", "[[", "= 1", "a = [", "a = {", "a = \"", "[a]\nb.c"] {
            let document = Document::parse(text);
            for at in 0..=text.len() + 1 {
                document.spot(at);
            }
            document.headed();
        }
    }
}
