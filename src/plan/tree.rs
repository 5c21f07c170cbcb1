//! The tables and rows that the statements of a text add up to.

use indexmap::IndexMap;

use super::statement::{DEPTH, Name, Pair, Shape, Statement, Value, What};

/// What a name of a table leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Value(Value),
    Table(Table),
    Rows(Rows),
}

/// A table: by header, by dotted keys, inline, or only implied by tables below it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    pub home: Home,
    pub entries: IndexMap<String, Entry>,
}

/// A name in a table: what it leads to, and the statement that says so (none within an inline
/// table).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub node: Node,
    pub statement: Option<usize>,
}

/// Where a table is written, and so where a new key of it goes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Home {
    Root,
    /// The statement of its header.
    Header(usize),
    /// Only headers below it exist.
    Implied,
    /// The first statement with a dotted key through it, and how many names lead to it.
    Dotted(usize, usize),
    /// The inline table that it is.
    Inline(Value),
}

/// A list of tables: `[[a]]` headers, or an array of inline tables.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rows {
    pub rows: Vec<Table>,
    /// The array that holds them; none for headers.
    pub array: Option<Value>,
}

impl Table {
    fn new(home: Home) -> Table {
        Table {
            home,
            entries: IndexMap::new(),
        }
    }

    /// A table with nothing in it, to stand in for one that is worked on.
    pub(super) fn empty() -> Table {
        Table::new(Home::Root)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        self.entries.get(name).map(|entry| &entry.node)
    }

    /// The headers of this table and of all below it, in the order of the file.
    pub(super) fn headers(&self) -> Vec<usize> {
        let mut out = Vec::new();
        self.collect_headers(&mut out);
        out.sort_unstable();
        out
    }

    fn collect_headers(&self, out: &mut Vec<usize>) {
        if let Home::Header(statement) = self.home {
            out.push(statement);
        }
        for entry in self.entries.values() {
            entry.node.collect_headers(out);
        }
    }

    /// The statements with keys of this table, when dotted keys or pairs write it.
    pub(super) fn pairs(&self) -> Vec<usize> {
        let mut out = Vec::new();
        self.collect_pairs(&mut out);
        out.sort_unstable();
        out.dedup();
        out
    }

    fn collect_pairs(&self, out: &mut Vec<usize>) {
        for entry in self.entries.values() {
            match &entry.node {
                Node::Table(table) if matches!(table.home, Home::Dotted(..)) => {
                    table.collect_pairs(out);
                }
                _ => out.extend(entry.statement),
            }
        }
    }
}

impl Node {
    fn collect_headers(&self, out: &mut Vec<usize>) {
        match self {
            Node::Value(_) => {}
            Node::Table(table) => table.collect_headers(out),
            Node::Rows(rows) => rows.rows.iter().for_each(|row| row.collect_headers(out)),
        }
    }

    /// The headers at and below this node, in the order of the file.
    pub(super) fn headers(&self) -> Vec<usize> {
        let mut out = Vec::new();
        self.collect_headers(&mut out);
        out.sort_unstable();
        out
    }
}

/// Builds the tables; the second value is where two statements contradict each other.
pub(super) fn build(statements: &[Statement]) -> (Table, Option<usize>) {
    let mut root = Table::new(Home::Root);
    let mut conflict = None;
    let mut at = 0;
    let mut clash = |statement: &Statement| {
        conflict.get_or_insert(statement.start);
    };
    // The pairs before the first header belong to the root.
    at = fill(&mut root, statements, at, &mut clash);
    while let Some(statement) = statements.get(at) {
        let table = match &statement.what {
            What::Table(names) => open(&mut root, names, false, at),
            What::Row(names) => open(&mut root, names, true, at),
            What::Pair(_) => None,
        };
        if let Some(table) = table {
            at = fill(table, statements, at + 1, &mut clash);
        } else {
            clash(statement);
            at += 1;
            while statements.get(at).is_some_and(|next| !next.is_header()) {
                at += 1;
            }
        }
    }
    (root, conflict)
}

/// Takes the pairs from `at` on into a table; returns where the next header stands.
fn fill(
    table: &mut Table,
    statements: &[Statement],
    mut at: usize,
    clash: &mut impl FnMut(&Statement),
) -> usize {
    while let Some(statement) = statements.get(at) {
        let Some(pair) = statement.pair() else { break };
        if put(table, pair, Some(at)).is_none() {
            clash(statement);
        }
        at += 1;
    }
    at
}

/// The table that a header opens; `None` when something else stands there.
fn open<'t>(
    root: &'t mut Table,
    names: &[Name],
    row: bool,
    statement: usize,
) -> Option<&'t mut Table> {
    let (last, before) = split(names)?;
    let mut table = root;
    for name in before {
        let entry = table
            .entries
            .entry(name.text.clone())
            .or_insert_with(|| Entry {
                node: Node::Table(Table::new(Home::Implied)),
                statement: None,
            });
        table = match &mut entry.node {
            Node::Value(_) => return None,
            Node::Table(table) if matches!(table.home, Home::Inline(_)) => return None,
            Node::Table(table) => table,
            Node::Rows(rows) if rows.array.is_some() => return None,
            Node::Rows(rows) => rows.rows.last_mut()?,
        };
    }
    let fresh = Table::new(Home::Header(statement));
    if !table.entries.contains_key(&last.text) {
        let node = if row {
            Node::Rows(Rows {
                rows: vec![fresh],
                array: None,
            })
        } else {
            Node::Table(fresh)
        };
        let (at, _) = table.entries.insert_full(
            last.text.clone(),
            Entry {
                node,
                statement: Some(statement),
            },
        );
        return match &mut table.entries.get_index_mut(at)?.1.node {
            Node::Table(table) => Some(table),
            Node::Rows(rows) => rows.rows.last_mut(),
            Node::Value(_) => None,
        };
    }
    match &mut table.entries.get_mut(&last.text)?.node {
        Node::Table(table) if !row && matches!(table.home, Home::Implied) => {
            table.home = Home::Header(statement);
            Some(table)
        }
        Node::Rows(rows) if row && rows.array.is_none() => {
            rows.rows.push(fresh);
            rows.rows.last_mut()
        }
        _ => None,
    }
}

/// The last name of a key or header and those before it; `None` when there are so many that tables
/// would be nested deeper than the stack can follow.
fn split(names: &[Name]) -> Option<(&Name, &[Name])> {
    names
        .split_last()
        .filter(|(_, before)| before.len() < DEPTH as usize)
}

/// Puts a pair into a table; `None` when its place is taken.
fn put(table: &mut Table, pair: &Pair, statement: Option<usize>) -> Option<()> {
    let (last, before) = split(&pair.keys)?;
    let mut table = table;
    for (depth, name) in before.iter().enumerate() {
        let home = Home::Dotted(statement.unwrap_or(usize::MAX), depth + 1);
        let entry = table
            .entries
            .entry(name.text.clone())
            .or_insert_with(|| Entry {
                node: Node::Table(Table::new(home)),
                statement,
            });
        table = match &mut entry.node {
            Node::Table(table) if matches!(table.home, Home::Dotted(..)) => table,
            _ => return None,
        };
    }
    if table.entries.contains_key(&last.text) {
        return None;
    }
    let node = node_of(&pair.value)?;
    table
        .entries
        .insert(last.text.clone(), Entry { node, statement });
    Some(())
}

fn node_of(value: &Value) -> Option<Node> {
    Some(match &value.shape {
        Shape::Inline(_) => Node::Table(inline(value)?),
        Shape::Array(items)
            if !items.is_empty()
                && items
                    .iter()
                    .all(|item| matches!(item.shape, Shape::Inline(_))) =>
        {
            let rows = items.iter().map(inline).collect::<Option<Vec<_>>>()?;
            Node::Rows(Rows {
                rows,
                array: Some(value.clone()),
            })
        }
        _ => Node::Value(value.clone()),
    })
}

fn inline(value: &Value) -> Option<Table> {
    let mut table = Table::new(Home::Inline(value.clone()));
    if let Shape::Inline(pairs) = &value.shape {
        for pair in pairs {
            put(&mut table, pair, None)?;
        }
    }
    Some(table)
}
