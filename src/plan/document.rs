//! The lossless plan file: its text, and where everything stands in it.

use std::fmt;
use std::ops::Range;

use toml_parser::Source;

use super::edit::Edit;
use super::markers;
use super::path::Path;
use super::statement::{Shape, Statement, Value, statements};
use super::tree::{Home, Node, Rows, Table, build};
use crate::words::Text;

/// A plan's text and the places of its tables, rows and values.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    text: String,
    pub(super) statements: Vec<Statement>,
    pub(super) root: Table,
    broken: Option<usize>,
}

/// A value as it stands in the file, decoded.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// A string, its line ends as `\n`.
    Text(String),
    /// A number, date, time or boolean, as it is written.
    Bare(String),
    /// A list.
    List(Vec<Scalar>),
    /// An inline table inside a list.
    Table,
}

impl Scalar {
    /// The value as a person would type it; list items are divided by `; `.
    pub fn plain(&self) -> String {
        match self {
            Scalar::Text(text) | Scalar::Bare(text) => text.clone(),
            Scalar::List(items) => items
                .iter()
                .map(Scalar::plain)
                .collect::<Vec<_>>()
                .join("; "),
            Scalar::Table => String::from("{…}"),
        }
    }

    /// Whether it holds something: text that is not blank, a list with items, any other value.
    pub fn is_filled(&self) -> bool {
        match self {
            Scalar::Text(text) => !text.trim().is_empty(),
            Scalar::List(items) => !items.is_empty(),
            _ => true,
        }
    }
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The file has a syntax error at this byte: it can be read, not edited.
    Broken(usize),
    /// Nothing stands at this path.
    NotFound(Path),
    /// Something that is no table stands on the way to this path.
    InTheWay(Path),
    /// The path names a table or list of rows where a value is needed.
    NotAValue(Path),
    /// The path does not name a row of a list.
    NotARow(Path),
    /// This id is taken in the list.
    Taken(String),
    /// The text cannot be an id: lower-case letters, digits and hyphens, or Chinese.
    BadId(String),
}

impl EditError {
    /// What happened, for a person.
    pub fn message(&self) -> (Text, Vec<String>) {
        match self {
            EditError::Broken(at) => (
                Text::new(
                    "The file has a syntax error (byte {0}), so it is not edited. Mend it first.",
                    "文件有语法错误（第{0}字节），暂不能修改。请先修正。",
                ),
                vec![at.to_string()],
            ),
            EditError::NotFound(path) => (
                Text::new("There is nothing at {0}.", "{0} 处没有内容。"),
                vec![path.to_string()],
            ),
            EditError::InTheWay(path) => (
                Text::new(
                    "{0} is a value, so nothing fits below it.",
                    "{0} 是一个值，下面放不了内容。",
                ),
                vec![path.to_string()],
            ),
            EditError::NotAValue(path) => (
                Text::new(
                    "{0} is a table or a list of rows, not a value.",
                    "{0} 是表或列表，不是一个值。",
                ),
                vec![path.to_string()],
            ),
            EditError::NotARow(path) => (
                Text::new("{0} is not a row of a list.", "{0} 不是列表中的一条。"),
                vec![path.to_string()],
            ),
            EditError::Taken(id) => (
                Text::new(
                    "The id “{0}” is taken in this list.",
                    "编号“{0}”在本列表中已被使用。",
                ),
                vec![id.clone()],
            ),
            EditError::BadId(id) => (
                Text::new(
                    "“{0}” cannot be an id: use lower-case letters, digits and hyphens, such as weekday-commuters.",
                    "“{0}”不能作编号：请用小写字母、数字和连字符，如 weekday-commuters。",
                ),
                vec![id.clone()],
            ),
        }
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, args) = self.message();
        f.write_str(&text.fill(crate::words::Lang::En, &args))
    }
}

impl std::error::Error for EditError {}

impl Document {
    /// Reads a text; never fails. A text with errors can be looked at but not edited.
    pub fn parse(text: impl Into<String>) -> Document {
        let text = text.into();
        let marked = markers::conflicts(&text);
        let (statements, error) = if marked.is_empty() {
            statements(&text)
        } else {
            statements(&markers::masked(&text, &marked))
        };
        // What is undecided is seen first: it is what a person has to do.
        let error = marked.first().map(|it| it.span.start).or(error);
        let (root, conflict) = build(&statements);
        Document {
            text,
            statements,
            root,
            broken: error.or(conflict),
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The first byte of a syntax error or contradiction, if the text has one.
    pub fn broken(&self) -> Option<usize> {
        self.broken
    }

    /// The line end of the file: that of its first line.
    pub fn eol(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// Applies an edit and returns the one that takes it back.
    pub fn apply(&mut self, edit: &Edit) -> Edit {
        let mut text = std::mem::take(&mut self.text);
        let inverse = edit.apply(&mut text);
        self.text = text;
        if self.patch(edit).is_none() {
            *self = Document::parse(std::mem::take(&mut self.text));
        }
        inverse
    }

    pub(super) fn editable(&self) -> Result<(), EditError> {
        self.broken.map_or(Ok(()), |at| Err(EditError::Broken(at)))
    }

    pub(super) fn node(&self, path: &Path) -> Option<Found<'_>> {
        let mut found = Found::Table(&self.root);
        for name in path.names() {
            found = match found {
                Found::Table(table) => Found::of(table.get(name)?),
                Found::Rows(rows) => Found::Table(rows.rows.get(self.row_at(rows, name)?)?),
                Found::Value(_) => return None,
            };
        }
        Some(found)
    }

    /// The place of a row in its list: by id, or by its position from 1.
    pub(super) fn row_at(&self, rows: &Rows, name: &str) -> Option<usize> {
        rows.rows
            .iter()
            .position(|row| self.has_id(row, name))
            .or_else(|| {
                let position: usize = name.parse().ok()?;
                let at = position.checked_sub(1)?;
                (at < rows.rows.len()).then_some(at)
            })
    }

    /// Whether a row's id is this; the usual spelling is compared without decoding it.
    fn has_id(&self, row: &Table, name: &str) -> bool {
        let Some(Node::Value(value)) = row.get("id") else {
            return false;
        };
        let raw = self.text.get(value.span.clone()).unwrap_or_default();
        if raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) == Some(name) {
            return true;
        }
        (raw.contains('\\')
            || raw.starts_with(['\'', '"']) && raw.len() != name.len() + 2
            || raw.starts_with('\''))
            && self.row_id(row).as_deref() == Some(name)
    }

    pub(super) fn row_id(&self, row: &Table) -> Option<String> {
        match row.get("id")? {
            Node::Value(value) => match self.decode(value) {
                Scalar::Text(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn decode(&self, value: &Value) -> Scalar {
        match &value.shape {
            Shape::Scalar => {
                let raw = self.text.get(value.span.clone()).unwrap_or_default();
                if raw.starts_with(['"', '\'']) {
                    Scalar::Text(decode_string(raw))
                } else {
                    Scalar::Bare(raw.to_owned())
                }
            }
            Shape::Array(items) => {
                Scalar::List(items.iter().map(|item| self.decode(item)).collect())
            }
            Shape::Inline(_) => Scalar::Table,
        }
    }

    /// The value at a path; `None` when nothing or a table stands there.
    pub fn get(&self, path: &Path) -> Option<Scalar> {
        match self.node(path)? {
            Found::Value(value) => Some(self.decode(value)),
            _ => None,
        }
    }

    /// The value at a path, given as text.
    pub fn value(&self, path: &str) -> Option<Scalar> {
        self.get(&Path::parse(path))
    }

    /// The text at a path as it stands in the file: a value, a table with its rows, a whole list.
    pub fn source(&self, path: &Path) -> Option<String> {
        let found = self.node(path)?;
        let pieces: Vec<Range<usize>> = match found {
            Found::Value(value)
            | Found::Table(Table {
                home: Home::Inline(value),
                ..
            })
            | Found::Rows(Rows {
                array: Some(value), ..
            }) => vec![value.span.clone()],
            Found::Table(Table {
                home: Home::Root, ..
            }) => return Some(self.text.clone()),
            Found::Table(table) if !table.headers().is_empty() => table
                .headers()
                .into_iter()
                .map(|at| self.content(at))
                .collect(),
            Found::Table(table) => table
                .pairs()
                .into_iter()
                .filter_map(|at| self.statements.get(at))
                .map(|statement| statement.start..statement.stop)
                .collect(),
            Found::Rows(rows) => rows
                .rows
                .iter()
                .flat_map(Table::headers)
                .map(|at| self.content(at))
                .collect(),
        };
        let pieces: Vec<&str> = pieces
            .into_iter()
            .filter_map(|range| self.text.get(range))
            .collect();
        Some(pieces.join("\n\n"))
    }

    /// The bytes at a path: a value, or the header of a table or row.
    pub fn span(&self, path: &Path) -> Option<Range<usize>> {
        match self.node(path)? {
            Found::Value(value) => Some(value.span.clone()),
            Found::Table(table) => self.table_span(table),
            Found::Rows(rows) => match &rows.array {
                Some(value) => Some(value.span.clone()),
                None => self.table_span(rows.rows.first()?),
            },
        }
    }

    fn table_span(&self, table: &Table) -> Option<Range<usize>> {
        let at = match &table.home {
            Home::Inline(value) => return Some(value.span.clone()),
            Home::Header(at) | Home::Dotted(at, _) => *at,
            Home::Implied => *table.headers().first()?,
            Home::Root => return Some(0..0),
        };
        self.statements
            .get(at)
            .map(|statement| statement.start..statement.stop)
    }

    /// Whether anything stands at a path.
    pub fn has(&self, path: &Path) -> bool {
        self.node(path).is_some()
    }

    /// How many rows the list at a path has; 0 when there is no list.
    pub fn count(&self, list: &Path) -> usize {
        match self.node(list) {
            Some(Found::Rows(rows)) => rows.rows.len(),
            _ => 0,
        }
    }

    /// The names of the rows of a list, in order: ids, or positions from 1 where there is none.
    ///
    /// Of two rows with one id, the later goes by its position.
    pub fn rows(&self, list: &Path) -> Vec<String> {
        let Some(Found::Rows(rows)) = self.node(list) else {
            return Vec::new();
        };
        let mut names: Vec<String> = Vec::with_capacity(rows.rows.len());
        let mut seen = std::collections::HashSet::with_capacity(rows.rows.len());
        for (at, row) in rows.rows.iter().enumerate() {
            let name = self
                .row_id(row)
                .filter(|id| !id.is_empty() && seen.insert(id.clone()))
                .unwrap_or_else(|| (at + 1).to_string());
            names.push(name);
        }
        names
    }

    /// The rows of a list with their names, to be asked one by one in one pass.
    pub fn each_row(&self, list: &Path) -> Vec<(String, Row<'_>)> {
        let Some(Found::Rows(rows)) = self.node(list) else {
            return Vec::new();
        };
        let views = rows.rows.iter().map(|table| Row {
            document: self,
            table,
        });
        self.rows(list).into_iter().zip(views).collect()
    }

    /// The keys at a table or row, in the order of the file.
    pub fn keys(&self, path: &Path) -> Vec<String> {
        match self.node(path) {
            Some(Found::Table(table)) => table.entries.keys().cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// Where the content under a header begins (with its comments) and ends (without the blank
    /// lines and the line end after it).
    pub(super) fn content(&self, header: usize) -> Range<usize> {
        let Some(first) = self.statements.get(header) else {
            return 0..0;
        };
        let last = self.statements[header + 1..]
            .iter()
            .take_while(|statement| !statement.is_header())
            .last()
            .unwrap_or(first);
        first.lead..self.with_comments(last.stop, last.end)
    }

    /// Extends a statement's end over the comment lines that follow it without a blank line.
    pub(super) fn with_comments(&self, mut stop: usize, mut end: usize) -> usize {
        while end < self.text.len() {
            let line = self.text[end..].split('\n').next().unwrap_or_default();
            if !line.trim_start().starts_with('#') {
                break;
            }
            let next = end + line.len();
            // The comments right above a header belong to that header.
            if self.leads_header(end) {
                break;
            }
            stop = end + line.trim_end_matches('\r').len();
            end = (next + 1).min(self.text.len());
        }
        stop
    }

    fn leads_header(&self, line: usize) -> bool {
        let after = self
            .statements
            .partition_point(|statement| statement.end <= line);
        self.statements
            .get(after)
            .is_some_and(|next| next.lead <= line && line < next.start && next.is_header())
    }

    /// Where the line after the blank lines that follow `stop` begins.
    pub(super) fn after_blank(&self, stop: usize) -> usize {
        let mut at = self.line_end(stop);
        while at < self.text.len() {
            let line = self.text[at..]
                .split_inclusive('\n')
                .next()
                .unwrap_or_default();
            if !line.trim().is_empty() {
                break;
            }
            at += line.len();
        }
        at
    }

    /// Where the line that `at` stands in ends, its line end included.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |offset| at + offset + 1)
    }
}

/// One row of a list.
#[derive(Debug, Clone, Copy)]
pub struct Row<'d> {
    document: &'d Document,
    table: &'d Table,
}

impl Row<'_> {
    /// The value of a field.
    pub fn get(&self, key: &str) -> Option<Scalar> {
        match self.table.get(key)? {
            Node::Value(value) => Some(self.document.decode(value)),
            _ => None,
        }
    }

    /// Whether a field holds something that is not blank.
    pub fn holds(&self, key: &str) -> bool {
        match self.table.get(key) {
            Some(Node::Value(value)) => self.document.decode(value).is_filled(),
            Some(Node::Table(table)) => !table.entries.is_empty(),
            Some(Node::Rows(rows)) => !rows.rows.is_empty(),
            None => false,
        }
    }

    /// The first of these fields that is filled, as plain text; what names the row in a list.
    pub fn caption(&self, keys: &[&str]) -> Option<String> {
        keys.iter()
            .filter(|key| self.holds(key))
            .find_map(|key| self.get(key))
            .map(|value| value.plain())
    }
}

/// What stands at a path.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found<'d> {
    Value(&'d Value),
    Table(&'d Table),
    Rows(&'d Rows),
}

impl<'d> Found<'d> {
    fn of(node: &'d Node) -> Found<'d> {
        match node {
            Node::Value(value) => Found::Value(value),
            Node::Table(table) => Found::Table(table),
            Node::Rows(rows) => Found::Rows(rows),
        }
    }
}

/// Decodes a TOML string literal; line ends become `\n`.
fn decode_string(raw: &str) -> String {
    let out = exact(raw);
    if out.contains('\r') {
        out.replace("\r\n", "\n")
    } else {
        out
    }
}

/// Decodes a TOML string literal; line ends stay as they are.
pub(super) fn exact(raw: &str) -> String {
    let source = Source::new(raw);
    let tokens = source.lex().into_vec();
    let mut out = std::borrow::Cow::Borrowed("");
    let mut errors: Vec<toml_parser::ParseError> = Vec::new();
    if let Some(raw) = tokens.first().and_then(|token| source.get(token)) {
        let _ = raw.decode_scalar(&mut out, &mut errors);
    }
    out.into_owned()
}
