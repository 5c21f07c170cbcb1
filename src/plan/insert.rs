//! Edits of single values: set, create, remove.

use super::document::{Document, EditError, Found};
use super::edit::{Edit, Splice};
use super::encode::{Literal, dotted, key};
use super::path::Path;
use super::statement::{Shape, Value};
use super::tree::{Home, Node, Rows, Table};
use crate::catalogue::{self, Section};

impl Document {
    /// The edit that makes a path hold a value; what is missing on the way is created.
    ///
    /// # Errors
    /// When the file is broken, a table stands at the path, or a row on the way does not exist.
    pub fn set(&self, path: &Path, value: &Literal) -> Result<Edit, EditError> {
        self.editable()?;
        let (parent, name) = path
            .split_last()
            .ok_or(EditError::NotAValue(path.clone()))?;
        match self.node(path) {
            Some(Found::Value(old)) => Ok(self.replace(&parent, old, value)),
            Some(_) => Err(EditError::NotAValue(path.clone())),
            None => self.create(&parent, name, value),
        }
    }

    fn replace(&self, parent: &Path, old: &Value, value: &Literal) -> Edit {
        if let Literal::List(items) = value
            && let Some(splices) = self.list_splices(old, items)
        {
            return Edit::new(splices);
        }
        let raw = self.text().get(old.span.clone());
        let new = if self.is_inline(parent) {
            value.encode_inline(raw)
        } else {
            value.encode(raw, self.eol())
        };
        if raw == Some(new.as_str()) {
            Edit::default()
        } else {
            Edit::splice(old.span.clone(), new)
        }
    }

    /// Whether a path lies in an inline table, where a value must stay on one line.
    fn is_inline(&self, path: &Path) -> bool {
        (0..=path.names().len()).any(|depth| {
            let upper = Path::new(path.names()[..depth].iter().cloned());
            matches!(
                self.node(&upper),
                Some(Found::Table(Table {
                    home: Home::Inline(_),
                    ..
                }))
            )
        })
    }

    fn create(&self, parent: &Path, name: &str, value: &Literal) -> Result<Edit, EditError> {
        match self.node(parent) {
            Some(Found::Table(table)) => Ok(self.insert_key(parent, table, name, value)),
            Some(Found::Rows(_)) => Err(EditError::NotFound(parent.join(name))),
            Some(Found::Value(_)) => Err(EditError::InTheWay(parent.clone())),
            None => self.create_table(parent, name, value),
        }
    }

    /// Creates a missing table with its first key: a header for a section, else an inline table.
    fn create_table(&self, table: &Path, name: &str, value: &Literal) -> Result<Edit, EditError> {
        let (upper, last) = table
            .split_last()
            .ok_or(EditError::NotAValue(table.clone()))?;
        let plain = self.without_rows(table);
        // A row is added, not set into being: its list would have no header otherwise.
        let in_missing_list = (1..=plain.len()).any(|depth| {
            let upper = plain[..depth].join(".");
            catalogue::section(&upper)
                .is_some_and(|section| section.shape == catalogue::Shape::Rows)
                && !self.has(&Path::parse(&upper))
        });
        if in_missing_list {
            return Err(EditError::NotFound(table.clone()));
        }
        let below_root = plain.len() == table.names().len()
            && self.node(&upper).is_none_or(|found| {
                matches!(found, Found::Table(t) if !matches!(t.home, Home::Inline(_) | Home::Dotted(..)))
            });
        for depth in 1..table.names().len() {
            let upper = Path::new(table.names()[..depth].iter().cloned());
            if matches!(self.node(&upper), Some(Found::Value(_))) {
                return Err(EditError::InTheWay(upper));
            }
        }
        if below_root {
            let value = value.encode(None, self.eol());
            let block = format!("[{}]{}{} = {value}", dotted(&plain), self.eol(), key(name));
            return Ok(self.place_block(&plain, &block));
        }
        let inline = format!("{{ {} = {} }}", key(name), value.encode_inline(None));
        self.create(&upper, last, &Literal::Bare(inline))
    }

    /// Whether a comment stands with a value, on its line or directly above it.
    pub fn has_comment(&self, path: &Path) -> bool {
        let Some((parent, name)) = path.split_last() else {
            return false;
        };
        let Some(Found::Table(table)) = self.node(&parent) else {
            return false;
        };
        let statement = table.entries.get(name).and_then(|entry| entry.statement);
        let Some(statement) = statement.and_then(|at| self.statements.get(at)) else {
            return false;
        };
        let Some(pair) = statement.pair() else {
            return false;
        };
        let after = self.text().get(pair.value.span.end..statement.stop);
        statement.lead < statement.start || after.is_some_and(|after| after.contains('#'))
    }

    /// The names of a path without those of rows.
    pub(super) fn without_rows(&self, path: &Path) -> Vec<String> {
        let mut names = Vec::new();
        let mut found = Some(Found::Table(&self.root));
        for name in path.names() {
            found = match found {
                Some(Found::Rows(rows)) => self
                    .row_at(rows, name)
                    .and_then(|at| rows.rows.get(at))
                    .map(Found::Table),
                Some(Found::Table(table)) => {
                    names.push(name.clone());
                    match table.get(name) {
                        Some(Node::Table(table)) => Some(Found::Table(table)),
                        Some(Node::Rows(rows)) => Some(Found::Rows(rows)),
                        _ => None,
                    }
                }
                _ => {
                    names.push(name.clone());
                    None
                }
            };
        }
        names
    }

    /// Puts a `[table]` or `[[row]]` block where the catalogue's order wants it.
    pub(super) fn place_block(&self, names: &[String], block: &str) -> Edit {
        let eol = self.eol();
        let wanted = dotted(names);
        let before = catalogue::sections()
            .take_while(|section| section.path != wanted)
            .filter_map(|section| self.last_header(section));
        // Answers stand at the end, also of a file whose tables have an order of their own.
        let is_answer = catalogue::plan::ANSWERS.iter().any(|it| it.path == wanted);
        let before = if is_answer {
            before.max()
        } else {
            before.last()
        };
        // An unknown section goes to the end.
        let known = catalogue::section(&wanted).is_some();
        let before = if known { before } else { None };
        if let Some(header) = before {
            let stop = self.content(header).end;
            return Edit::splice(stop..stop, format!("{eol}{eol}{block}"));
        }
        let first = self
            .statements
            .iter()
            .find(|statement| statement.is_header());
        if let (true, Some(first)) = (known, first) {
            return Edit::splice(first.lead..first.lead, format!("{block}{eol}{eol}"));
        }
        self.append_block(block)
    }

    /// Puts a block at the end of the file.
    fn append_block(&self, block: &str) -> Edit {
        let eol = self.eol();
        let text = self.text();
        let body = text.trim_end_matches(['\n', '\r', ' ', '\t']);
        let stop = body.len();
        let gap = if body.trim_start_matches('\u{feff}').is_empty() {
            String::new()
        } else {
            format!("{eol}{eol}")
        };
        let end = if text.is_empty() { eol } else { "" };
        Edit::splice(stop..stop, format!("{gap}{block}{end}"))
    }

    /// The last header that a section itself has in the file.
    fn last_header(&self, section: &Section) -> Option<usize> {
        match self.node(&Path::parse(section.path))? {
            Found::Table(Table {
                home: Home::Header(at),
                ..
            }) => Some(*at),
            Found::Rows(Rows { rows, array: None }) => {
                rows.last().and_then(|row| row.headers().last().copied())
            }
            _ => None,
        }
    }

    /// Puts a new key into a table, after the key that the catalogue names before it.
    fn insert_key(&self, path: &Path, table: &Table, name: &str, value: &Literal) -> Edit {
        match &table.home {
            Home::Inline(inline) => insert_inline(inline, &key(name), value),
            Home::Dotted(statement, depth) => {
                self.insert_dotted(path, table, (*statement, *depth), name, value)
            }
            Home::Implied => {
                let names = self.without_rows(path);
                let eol = self.eol();
                let at = table
                    .headers()
                    .first()
                    .and_then(|at| self.statements.get(*at))
                    .map_or(self.text().len(), |statement| statement.lead);
                let value = value.encode(None, eol);
                let block = format!("[{}]{eol}{} = {value}{eol}{eol}", dotted(&names), key(name));
                Edit::splice(at..at, block)
            }
            Home::Root => self.insert_line(path, None, name, value),
            Home::Header(header) => self.insert_line(path, Some(*header), name, value),
        }
    }

    /// Puts `name = value` on a line of its own below a header, or among the root's keys.
    fn insert_line(&self, path: &Path, header: Option<usize>, name: &str, value: &Literal) -> Edit {
        let eol = self.eol();
        let first = header.map_or(0, |header| header + 1);
        let body: Vec<usize> = (first..self.statements.len())
            .take_while(|at| self.statements.get(*at).is_some_and(|it| !it.is_header()))
            .collect();
        let first_name = |at: &usize| {
            let pair = self.statements.get(*at).and_then(|it| it.pair())?;
            pair.keys.first().map(|key| key.text.as_str())
        };
        let order = self.order(path);
        let rank = |name: &str| order.iter().position(|key| *key == name);
        let after = match rank(name) {
            Some(mine) => body
                .iter()
                .filter(|at| {
                    first_name(at)
                        .and_then(rank)
                        .is_some_and(|other| other < mine)
                })
                .max_by_key(|at| first_name(at).and_then(rank)),
            None => body.last(),
        };
        let after = after.copied().or(header);
        let indent = body
            .first()
            .and_then(|at| self.statements.get(*at))
            .and_then(|it| {
                let line = self.text().get(it.start..it.stop)?;
                Some(line[..line.len() - line.trim_start().len()].to_owned())
            })
            .unwrap_or_default();
        let line = format!("{indent}{} = {}", key(name), value.encode(None, eol));
        match after.and_then(|at| self.statements.get(at)) {
            Some(statement) => Edit::splice(statement.stop..statement.stop, format!("{eol}{line}")),
            // The root has no key yet: the line goes to the top of the file.
            None => {
                let bom = if self.text().starts_with('\u{feff}') {
                    3
                } else {
                    0
                };
                let gap = if self.statements.is_empty() { "" } else { eol };
                Edit::splice(bom..bom, format!("{line}{eol}{gap}"))
            }
        }
    }

    /// The keys of a table or row in the catalogue's order.
    fn order(&self, path: &Path) -> Vec<&'static str> {
        if path.is_root() {
            return vec!["farsight"];
        }
        catalogue::section(&dotted(&self.without_rows(path)))
            .map(|section| section.fields.iter().map(|field| field.key).collect())
            .unwrap_or_default()
    }

    fn insert_dotted(
        &self,
        path: &Path,
        table: &Table,
        (statement, depth): (usize, usize),
        name: &str,
        value: &Literal,
    ) -> Edit {
        let first = self.statements.get(statement);
        let prefix = first.and_then(|it| it.pair()).and_then(|pair| {
            let start = pair.keys.first()?.span.start;
            let end = pair.keys.get(depth.checked_sub(1)?)?.span.end;
            self.text().get(start..end)
        });
        let last = table.pairs().last().and_then(|at| self.statements.get(*at));
        if let (Some(prefix), Some(first), Some(last)) = (prefix, first, last) {
            let line = self.text().get(first.start..first.stop).unwrap_or_default();
            let indent = &line[..line.len() - line.trim_start().len()];
            let eol = self.eol();
            let value = value.encode(None, eol);
            let new = format!("{eol}{indent}{prefix}.{} = {value}", key(name));
            return Edit::splice(last.stop..last.stop, new);
        }
        // Dotted keys within an inline table: the new key goes there with its dots.
        let mut upper = path.clone();
        let mut names = vec![name.to_owned()];
        while let Some((next, last)) = upper.split_last() {
            names.insert(0, last.to_owned());
            if let Some(Found::Table(Table {
                home: Home::Inline(inline),
                ..
            })) = self.node(&next)
            {
                return insert_inline(inline, &dotted(&names), value);
            }
            upper = next;
        }
        Edit::default()
    }

    /// The edit that removes what stands at a path: a value, a row, a table, a whole list.
    ///
    /// The comment lines above a value stay; those above a row or table go with it.
    ///
    /// # Errors
    /// When the file is broken or nothing stands at the path.
    pub fn remove(&self, path: &Path) -> Result<Edit, EditError> {
        self.editable()?;
        let not_found = || EditError::NotFound(path.clone());
        let (parent, name) = path.split_last().ok_or_else(not_found)?;
        match self.node(&parent).ok_or_else(not_found)? {
            Found::Value(_) => Err(not_found()),
            Found::Rows(rows) => {
                let at = self.row_at(rows, name).ok_or_else(not_found)?;
                Ok(self.remove_row(rows, at))
            }
            Found::Table(table) => {
                let entry = table.entries.get(name).ok_or_else(not_found)?;
                if let Home::Inline(inline) = &table.home {
                    return Ok(self.remove_inline(inline, name));
                }
                let mut ranges: Vec<_> = entry
                    .node
                    .headers()
                    .iter()
                    .map(|at| self.piece(*at))
                    .collect();
                match &entry.node {
                    Node::Table(table) if matches!(table.home, Home::Dotted(..)) => {
                        ranges.extend(table.pairs().iter().map(|at| self.line(*at)));
                    }
                    Node::Table(table) => {
                        if matches!(table.home, Home::Inline(_)) {
                            ranges.extend(entry.statement.map(|at| self.line(at)));
                        }
                    }
                    Node::Rows(rows) if rows.array.is_none() => {}
                    _ => match entry.statement {
                        Some(at) => ranges.push(self.line(at)),
                        None => return Ok(self.remove_nested_pair(&parent, name)),
                    },
                }
                Ok(removal(ranges))
            }
        }
    }

    /// A statement's line with its line end, or with the one before it at the end of the file.
    fn line(&self, statement: usize) -> std::ops::Range<usize> {
        let Some(it) = self.statements.get(statement) else {
            return 0..0;
        };
        if it.end > it.stop {
            return it.start..it.end;
        }
        let before = self.text().get(..it.start).unwrap_or_default();
        let before = before.strip_suffix('\n').unwrap_or(before);
        before.strip_suffix('\r').unwrap_or(before).len()..it.end
    }

    /// What goes when a header goes: its content and the blank lines after it, or before it at
    /// the end of the file.
    pub(super) fn piece(&self, header: usize) -> std::ops::Range<usize> {
        let content = self.content(header);
        let end = self.after_blank(content.end);
        if end < self.text().len() {
            return content.start..end;
        }
        let before = self.text().get(..content.start).unwrap_or_default();
        let kept = before.trim_end_matches(['\n', '\r']);
        if kept.trim_start_matches('\u{feff}').is_empty() {
            return kept.len()..end;
        }
        // The line end of what stands before stays when the file ends with one.
        let keeps = self.text().ends_with('\n');
        let first_eol = before[kept.len()..].find('\n').map_or(0, |at| at + 1);
        kept.len() + if keeps { first_eol } else { 0 }..end
    }

    fn remove_inline(&self, inline: &Value, name: &str) -> Edit {
        let Shape::Inline(pairs) = &inline.shape else {
            return Edit::default();
        };
        let mine = |at: &usize| {
            pairs
                .get(*at)
                .and_then(|pair| pair.keys.first())
                .is_some_and(|key| key.text == name)
        };
        let keep: Vec<&str> = (0..pairs.len())
            .filter(|at| !mine(at))
            .filter_map(|at| self.text().get(pairs.get(at)?.span()))
            .collect();
        if keep.is_empty() {
            return Edit::splice(inline.span.clone(), "{}");
        }
        let Some(first) = (0..pairs.len()).find(|at| mine(at)) else {
            return Edit::default();
        };
        let many = (0..pairs.len()).filter(|at| mine(at)).count();
        if many > 1 {
            // Several dotted keys share the name: the rest is written anew.
            return Edit::splice(inline.span.clone(), format!("{{ {} }}", keep.join(", ")));
        }
        let span = |at: usize| pairs.get(at).map(super::statement::Pair::span);
        let range = match (
            first.checked_sub(1).and_then(span),
            span(first),
            span(first + 1),
        ) {
            (Some(before), Some(this), _) => before.end..this.end,
            (None, Some(this), Some(next)) => this.start..next.start,
            _ => return Edit::default(),
        };
        Edit::splice(range, "")
    }

    /// Removes a dotted key within an inline table.
    fn remove_nested_pair(&self, parent: &Path, name: &str) -> Edit {
        let full = parent.join(name);
        for depth in (0..parent.names().len()).rev() {
            let upper = Path::new(parent.names()[..depth].iter().cloned());
            let Some(Found::Table(Table {
                home: Home::Inline(inline),
                ..
            })) = self.node(&upper)
            else {
                continue;
            };
            let Shape::Inline(pairs) = &inline.shape else {
                continue;
            };
            let rest = &full.names()[depth..];
            let at = pairs
                .iter()
                .position(|pair| pair.keys.iter().map(|key| &key.text).eq(rest.iter()));
            let Some(at) = at else { continue };
            let span = |at: usize| pairs.get(at).map(super::statement::Pair::span);
            let range = match (at.checked_sub(1).and_then(span), span(at), span(at + 1)) {
                (Some(before), Some(this), _) => before.end..this.end,
                (None, Some(this), Some(next)) => this.start..next.start,
                (None, Some(_), None) => return Edit::splice(inline.span.clone(), "{}"),
                _ => continue,
            };
            return Edit::splice(range, "");
        }
        Edit::default()
    }
}

fn insert_inline(inline: &Value, key: &str, value: &Literal) -> Edit {
    let Shape::Inline(pairs) = &inline.shape else {
        return Edit::default();
    };
    let pair = format!("{key} = {}", value.encode_inline(None));
    match pairs.last() {
        Some(last) => {
            let end = last.value.span.end;
            Edit::splice(end..end, format!(", {pair}"))
        }
        None => Edit::splice(inline.span.clone(), format!("{{ {pair} }}")),
    }
}

/// An edit that removes ranges; those that touch or overlap become one.
pub(super) fn removal(mut ranges: Vec<std::ops::Range<usize>>) -> Edit {
    ranges.sort_by_key(|range| range.start);
    let mut splices: Vec<Splice> = Vec::new();
    for range in ranges {
        match splices.last_mut() {
            Some(last) if range.start <= last.range.end => {
                last.range.end = last.range.end.max(range.end);
            }
            _ => splices.push(Splice {
                range,
                new: String::new(),
            }),
        }
    }
    Edit::new(splices)
}
