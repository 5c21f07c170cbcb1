//! Edits of rows: add, duplicate, move, remove, rename with the references that follow.

use super::document::{Document, EditError, Found};
use super::edit::{Edit, Splice};
use super::encode::{Literal, dotted, key, string};
use super::insert::removal;
use super::path::Path;
use super::statement::{Shape, Value};
use super::tree::{Home, Node, Rows, Table};
use unicode_width::UnicodeWidthStr;

use crate::catalogue;

/// Whether a text can be an id: lower-case letters (of any script), digits and hyphens, not
/// beginning with a digit or a hyphen.
pub fn is_id(text: &str) -> bool {
    // Most are of this kind, and then no letter has to be looked up.
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if text.bytes().all(plain) {
        return text
            .bytes()
            .next()
            .is_some_and(|it| it.is_ascii_lowercase());
    }
    let first = text.chars().next();
    first.is_some_and(char::is_alphabetic)
        && text
            .chars()
            .all(|c| c == '-' || (c.is_alphanumeric() && !c.is_uppercase() && !c.is_whitespace()))
}

/// An id is not longer than this many cells, which is half as many Chinese characters: it stands in
/// every row that points to it.
const ID: usize = 32;

/// An id made of a text: its first words in lower case, hyphens between them; `fallback` where
/// nothing is left.
pub fn id_from(text: &str, fallback: &str) -> String {
    let mut id = String::new();
    let mut whole_words = 0;
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if id.is_empty() && !c.is_alphabetic() {
                continue;
            }
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') && c != '\'' && c != '’' {
            whole_words = id.len();
            id.push('-');
        }
        if id.width() > ID {
            // A word is not cut, unless it is the only one.
            if whole_words > 0 {
                id.truncate(whole_words);
            } else {
                id.pop();
            }
            break;
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() {
        fallback.to_owned()
    } else {
        id.to_owned()
    }
}

impl Document {
    /// An id like `wanted` that no row of the list has yet: `wanted`, `wanted-2` …
    pub fn free_id(&self, list: &Path, wanted: &str) -> String {
        let taken = self.rows(list);
        let mut id = wanted.to_owned();
        let mut n = 2;
        while taken.contains(&id) {
            id = format!("{wanted}-{n}");
            n += 1;
        }
        id
    }

    /// The edit that adds a row at a place of a list (at the end when `at` is too large).
    ///
    /// The fields stand in the order given; `id` comes first.
    ///
    /// # Errors
    /// When the file is broken, the id is taken or cannot be one, or something else stands there.
    pub fn add_row(
        &self,
        list: &Path,
        at: usize,
        id: Option<&str>,
        fields: &[(&str, Literal)],
    ) -> Result<Edit, EditError> {
        self.editable()?;
        if let Some(id) = id {
            if !is_id(id) {
                return Err(EditError::BadId(id.to_owned()));
            }
            if self.rows(list).iter().any(|other| other == id) {
                return Err(EditError::Taken(id.to_owned()));
            }
        }
        let id = id.map(|id| ("id", Literal::Line(id.to_owned())));
        let fields: Vec<(&str, &Literal)> = id
            .iter()
            .map(|(k, v)| (*k, v))
            .chain(fields.iter().map(|(k, v)| (*k, v)))
            .collect();
        match self.node(list) {
            Some(Found::Rows(rows)) => match &rows.array {
                Some(array) => Ok(self.add_inline_row(array, at, &fields)),
                None => Ok(self.add_header_row(list, rows, at, &fields)),
            },
            Some(Found::Value(value)) => match &value.shape {
                Shape::Array(items) if items.is_empty() => Ok(Edit::splice(
                    value.span.clone(),
                    format!("[{}]", inline_row(&fields)),
                )),
                _ => Err(EditError::InTheWay(list.clone())),
            },
            Some(Found::Table(_)) => Err(EditError::InTheWay(list.clone())),
            None => {
                for depth in 1..list.names().len() {
                    let upper = Path::new(list.names()[..depth].iter().cloned());
                    match self.node(&upper) {
                        Some(Found::Value(_)) => return Err(EditError::InTheWay(upper)),
                        Some(Found::Table(Table {
                            home: Home::Inline(_) | Home::Dotted(..),
                            ..
                        })) => {
                            let list_value = format!("[{}]", inline_row(&fields));
                            return self.set(list, &Literal::Bare(list_value));
                        }
                        _ => {}
                    }
                }
                let names = self.without_rows(list);
                Ok(self.place_block(&names, &self.row_block(&names, &fields)))
            }
        }
    }

    fn row_block(&self, names: &[String], fields: &[(&str, &Literal)]) -> String {
        let eol = self.eol();
        let mut block = format!("[[{}]]", dotted(names));
        for (name, value) in fields {
            block.push_str(&format!("{eol}{} = {}", key(name), value.encode(None, eol)));
        }
        block
    }

    fn add_header_row(
        &self,
        list: &Path,
        rows: &Rows,
        at: usize,
        fields: &[(&str, &Literal)],
    ) -> Edit {
        let eol = self.eol();
        let block = self.row_block(&self.without_rows(list), fields);
        if let Some(next) = rows
            .rows
            .get(at)
            .and_then(|row| row.headers().first().copied())
        {
            let start = self.content(next).start;
            return Edit::splice(start..start, format!("{block}{eol}{eol}"));
        }
        let last = rows
            .rows
            .last()
            .and_then(|row| row.headers().last().copied());
        let stop = last.map_or(self.text().len(), |header| self.content(header).end);
        Edit::splice(stop..stop, format!("{eol}{eol}{block}"))
    }

    fn add_inline_row(&self, array: &Value, at: usize, fields: &[(&str, &Literal)]) -> Edit {
        let Shape::Array(items) = &array.shape else {
            return Edit::default();
        };
        Edit::new(vec![self.insertion(items, at, &[inline_row(fields)])])
    }

    /// The edit that removes a row; used by `remove`.
    pub(super) fn remove_row(&self, rows: &Rows, at: usize) -> Edit {
        if let Some(array) = &rows.array {
            let Shape::Array(items) = &array.shape else {
                return Edit::default();
            };
            return Edit::new(self.removals(array, items, at..at + 1));
        }
        let headers = rows.rows.get(at).map(Table::headers).unwrap_or_default();
        removal(
            headers
                .into_iter()
                .map(|header| self.piece(header))
                .collect(),
        )
    }

    fn list_and_row(&self, path: &Path) -> Result<(&Rows, usize, Path), EditError> {
        self.editable()?;
        let (list, name) = path
            .split_last()
            .ok_or_else(|| EditError::NotARow(path.clone()))?;
        match self.node(&list) {
            Some(Found::Rows(rows)) => {
                let at = self
                    .row_at(rows, name)
                    .ok_or_else(|| EditError::NotFound(path.clone()))?;
                Ok((rows, at, list))
            }
            Some(_) => Err(EditError::NotARow(path.clone())),
            None => Err(EditError::NotFound(path.clone())),
        }
    }

    /// The text of a row: its header and keys with their comments, and its tables below.
    fn row_text(&self, row: &Table) -> String {
        let pieces: Vec<&str> = row
            .headers()
            .into_iter()
            .filter_map(|header| self.text().get(self.content(header)))
            .collect();
        pieces.join(&self.eol().repeat(2))
    }

    /// The edit that moves a row to another place of its list, the rows between shifting by one.
    ///
    /// The gaps between rows stay where they are.
    ///
    /// # Errors
    /// When the file is broken or the path is not a row.
    pub fn move_row(&self, path: &Path, to: usize) -> Result<Edit, EditError> {
        let (rows, from, _) = self.list_and_row(path)?;
        let to = to.min(rows.rows.len() - 1);
        if from == to {
            return Ok(Edit::default());
        }
        let mut order: Vec<usize> = (0..rows.rows.len()).collect();
        let row = order.remove(from);
        order.insert(to, row);
        let window = from.min(to)..=from.max(to);
        let mut splices = Vec::new();
        for slot in window {
            let (Some(old), Some(new)) = (
                rows.rows.get(slot),
                order.get(slot).and_then(|at| rows.rows.get(*at)),
            ) else {
                continue;
            };
            match (&old.home, &new.home) {
                (Home::Inline(old), Home::Inline(new)) => splices.push(Splice {
                    range: old.span.clone(),
                    new: self
                        .text()
                        .get(new.span.clone())
                        .unwrap_or_default()
                        .to_owned(),
                }),
                _ => {
                    let mut headers = old.headers().into_iter();
                    let first = headers.next().map_or(0..0, |header| self.content(header));
                    splices.push(Splice {
                        range: first,
                        new: self.row_text(new),
                    });
                    splices.extend(headers.map(|header| Splice {
                        range: self.piece(header),
                        new: String::new(),
                    }));
                }
            }
        }
        Ok(Edit::new(merged(splices)))
    }

    /// The edit that puts a copy of a row after it, under another id.
    ///
    /// # Errors
    /// When the file is broken, the path is not a row, or the id is taken.
    pub fn duplicate_row(&self, path: &Path, id: &str) -> Result<Edit, EditError> {
        let (rows, at, list) = self.list_and_row(path)?;
        if !is_id(id) {
            return Err(EditError::BadId(id.to_owned()));
        }
        if self.rows(&list).iter().any(|other| other == id) {
            return Err(EditError::Taken(id.to_owned()));
        }
        let Some(row) = rows.rows.get(at) else {
            return Err(EditError::NotARow(path.clone()));
        };
        if let (Some(array), Home::Inline(own)) = (&rows.array, &row.home) {
            let Shape::Array(items) = &array.shape else {
                return Ok(Edit::default());
            };
            let copy = self.with_id(own.span.clone(), row, id);
            return Ok(Edit::new(vec![self.insertion(items, at + 1, &[copy])]));
        }
        let headers = row.headers();
        let pieces: Vec<String> = headers
            .iter()
            .map(|header| self.with_id(self.content(*header), row, id))
            .collect();
        let eol = self.eol();
        let copy = pieces.join(&eol.repeat(2));
        let stop = headers
            .last()
            .map_or(self.text().len(), |header| self.content(*header).end);
        Ok(Edit::splice(stop..stop, format!("{eol}{eol}{copy}")))
    }

    /// A piece of a row's text with another id, if the id stands in it.
    fn with_id(&self, range: std::ops::Range<usize>, row: &Table, id: &str) -> String {
        let mut text = self
            .text()
            .get(range.clone())
            .unwrap_or_default()
            .to_owned();
        if let Some(Node::Value(value)) = row.get("id")
            && range.start <= value.span.start
            && value.span.end <= range.end
        {
            let raw = self.text().get(value.span.clone());
            let own = value.span.start - range.start..value.span.end - range.start;
            text.replace_range(own, &string(id, raw, false, self.eol()));
        }
        text
    }

    /// The edit that gives a row another id; every reference to it follows.
    ///
    /// # Errors
    /// When the file is broken, the path is not a row, or the id is taken or cannot be one.
    pub fn rename_row(&self, path: &Path, id: &str) -> Result<Edit, EditError> {
        let (rows, at, list) = self.list_and_row(path)?;
        let Some(row) = rows.rows.get(at) else {
            return Err(EditError::NotARow(path.clone()));
        };
        let old = self.row_id(row);
        if old.as_deref() == Some(id) {
            return Ok(Edit::default());
        }
        if !is_id(id) {
            return Err(EditError::BadId(id.to_owned()));
        }
        if self.rows(&list).iter().any(|other| other == id) {
            return Err(EditError::Taken(id.to_owned()));
        }
        let Some(old) = old else {
            return self.set(&path.join("id"), &Literal::Line(id.into()));
        };
        let mut splices = Vec::new();
        if let Some(Node::Value(value)) = row.get("id") {
            splices.push(self.respell(value, id));
        }
        splices.extend(self.reference_splices(&dotted(list.names()), &old, id));
        splices.sort_by_key(|splice| splice.range.start);
        splices.dedup();
        Ok(Edit::new(splices))
    }

    fn respell(&self, value: &Value, new: &str) -> Splice {
        let raw = self.text().get(value.span.clone());
        Splice {
            range: value.span.clone(),
            new: string(new, raw, false, self.eol()),
        }
    }

    /// Where rows of the catalogue's lists point to a row, with what stands there.
    pub fn references(&self, list: &str, id: &str) -> Vec<Path> {
        let mut out = Vec::new();
        self.each_reference(list, id, &mut |path, _, _| out.push(path));
        out
    }

    fn reference_splices(&self, list: &str, old: &str, new: &str) -> Vec<Splice> {
        let mut splices = Vec::new();
        self.each_reference(list, old, &mut |_, span, is_key| {
            let raw = self.text().get(span.clone());
            let new = if is_key {
                key(new)
            } else {
                string(new, raw, false, self.eol())
            };
            splices.push(Splice { range: span, new });
        });
        // Answers and unknown fields name places by path.
        let prefix = Path::parse(list).join(old);
        let moved = |text: &str| {
            let path = Path::parse(text);
            path.starts_with(&prefix).then(|| {
                let names = path.names().iter().enumerate().map(|(at, name)| {
                    if at + 1 == prefix.names().len() {
                        new.to_owned()
                    } else {
                        name.clone()
                    }
                });
                Path::new(names).to_string()
            })
        };
        let mut respell = |value: &Value| {
            if let Some(text) = moved(&self.decode(value).plain()) {
                splices.push(self.respell(value, &text));
            }
        };
        if let Some(Found::Value(Value {
            shape: Shape::Array(items),
            ..
        })) = self.node(&Path::parse("plan.unknown"))
        {
            items.iter().for_each(&mut respell);
        }
        if let Some(Found::Rows(rows)) = self.node(&Path::parse("accept")) {
            for row in &rows.rows {
                if let Some(Node::Value(value)) = row.get("at") {
                    respell(value);
                }
            }
        }
        splices
    }

    pub(super) fn each_reference(
        &self,
        list: &str,
        id: &str,
        found: &mut impl FnMut(Path, std::ops::Range<usize>, bool),
    ) {
        for section in catalogue::sections() {
            let fields: Vec<_> = section
                .fields
                .iter()
                .filter(|field| field.kind.targets().contains(&list))
                .collect();
            if fields.is_empty() {
                continue;
            }
            let base = Path::parse(section.path);
            let tables: Vec<(Path, &Table)> = match self.node(&base) {
                Some(Found::Table(table)) => vec![(base, table)],
                Some(Found::Rows(rows)) => self
                    .rows(&base)
                    .into_iter()
                    .map(|name| base.join(name))
                    .zip(&rows.rows)
                    .collect(),
                _ => continue,
            };
            for (path, table) in tables {
                for field in &fields {
                    match table.get(field.key) {
                        Some(Node::Value(value)) => {
                            let items = match &value.shape {
                                Shape::Array(items) => items.iter().collect(),
                                _ => vec![value],
                            };
                            for item in items {
                                if self.decode(item).plain() == id {
                                    found(path.join(field.key), item.span.clone(), false);
                                }
                            }
                        }
                        Some(Node::Table(scores)) => {
                            if let Some(span) = self.key_span(scores, id) {
                                found(path.join(field.key).join(id), span, true);
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    /// Where a key of a table is written.
    fn key_span(&self, table: &Table, name: &str) -> Option<std::ops::Range<usize>> {
        let entry = table.entries.get(name)?;
        let pair = match &table.home {
            Home::Inline(Value {
                shape: Shape::Inline(pairs),
                ..
            }) => pairs
                .iter()
                .find(|pair| pair.keys.len() == 1 && pair.keys.iter().any(|key| key.text == name)),
            _ => entry
                .statement
                .and_then(|at| self.statements.get(at))
                .and_then(|it| it.pair()),
        }?;
        pair.keys
            .iter()
            .rev()
            .find(|key| key.text == name)
            .map(|key| key.span.clone())
    }
}

/// Sorts splices and lets one that lies within another's range give way.
fn merged(mut splices: Vec<Splice>) -> Vec<Splice> {
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let mut out: Vec<Splice> = Vec::with_capacity(splices.len());
    for splice in splices {
        match out.last_mut() {
            Some(last) if splice.range.start < last.range.end => {
                last.range.end = last.range.end.max(splice.range.end);
                last.new.push_str(&splice.new);
            }
            _ => out.push(splice),
        }
    }
    out
}

fn inline_row(fields: &[(&str, &Literal)]) -> String {
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{} = {}", key(name), value.encode_inline(None)))
        .collect();
    format!("{{ {} }}", pairs.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_whole_words() {
        let long = "Cross in twelve quiet minutes, seated, with your coffee";
        assert_eq!(id_from(long, "row"), "cross-in-twelve-quiet-minutes");
        assert_eq!(id_from("Driver's seat", "row"), "drivers-seat");
        assert_eq!(id_from("24 hours", "row"), "hours");
        assert_eq!(id_from("!?", "row"), "row");
    }

    #[test]
    fn a_chinese_id_keeps_whole_phrases() {
        assert_eq!(id_from("不挤不慌，准时到岗", "row"), "不挤不慌-准时到岗");
        let long = "十二分钟安静过江，有座，能喝完一杯咖啡";
        assert_eq!(id_from(long, "row"), "十二分钟安静过江-有座");
        assert!(id_from("早班过江族早班过江族早班过江族早班过江族", "row").width() <= ID);
    }
}
