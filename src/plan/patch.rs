//! The quick way to a new document: an edit inside one value moves what follows, and no more.
//!
//! Typing in a large plan would else read the whole text with every key. The outcome is the same as
//! reading it again, which a property test holds.

use super::document::Document;
use super::edit::{Edit, Splice};
use super::statement::{Name, Pair, Shape, Statement, Value, What, statements};
use super::tree::{Entry, Home, Node, Table};

/// How far what follows an edit moves.
#[derive(Debug, Clone, Copy)]
struct Shift {
    /// Bytes from here on move.
    from: usize,
    by: isize,
}

impl Shift {
    fn byte(self, byte: &mut usize) {
        if *byte >= self.from {
            *byte = byte.saturating_add_signed(self.by);
        }
    }

    fn span(self, span: &mut std::ops::Range<usize>) {
        self.byte(&mut span.start);
        self.byte(&mut span.end);
    }

    fn names(self, names: &mut [Name]) {
        for name in names {
            self.span(&mut name.span);
        }
    }

    fn value(self, value: &mut Value) {
        self.span(&mut value.span);
        match &mut value.shape {
            Shape::Scalar => {}
            Shape::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Shape::Inline(pairs) => pairs.iter_mut().for_each(|pair| self.pair(pair)),
        }
    }

    fn pair(self, pair: &mut Pair) {
        self.names(&mut pair.keys);
        self.value(&mut pair.value);
    }

    fn statement(self, statement: &mut Statement) {
        for byte in [
            &mut statement.lead,
            &mut statement.start,
            &mut statement.stop,
            &mut statement.end,
        ] {
            self.byte(byte);
        }
        match &mut statement.what {
            What::Table(names) | What::Row(names) => self.names(names),
            What::Pair(pair) => self.pair(pair),
        }
    }

    fn table(self, table: &mut Table) {
        if let Home::Inline(value) = &mut table.home {
            self.value(value);
        }
        for Entry { node, .. } in table.entries.values_mut() {
            self.node(node);
        }
    }

    fn node(self, node: &mut Node) {
        match node {
            Node::Value(value) => self.value(value),
            Node::Table(table) => self.table(table),
            Node::Rows(rows) => {
                rows.array.iter_mut().for_each(|value| self.value(value));
                rows.rows.iter_mut().for_each(|row| self.table(row));
            }
        }
    }
}

impl Document {
    /// Takes in an edit that changes one scalar of a `key = value` line and nothing else; `None`
    /// when it may do more. The text is already the new one.
    pub(super) fn patch(&mut self, edit: &Edit) -> Option<()> {
        let [Splice { range, new }] = edit.splices() else {
            return None;
        };
        self.broken().is_none().then_some(())?;
        let at = self.statements.partition_point(|it| it.stop < range.end);
        let old = self.statements.get(at)?;
        let value = old.pair()?.value.clone();
        let inside = value.span.start <= range.start && range.end <= value.span.end;
        if !inside || value.shape != Shape::Scalar || range.is_empty() {
            return None;
        }
        let by = isize::try_from(new.len()).ok()? - isize::try_from(range.len()).ok()?;
        let shift = Shift {
            from: value.span.end,
            by,
        };
        // The line by itself must say the same key with another scalar, and end where it ended.
        let stop = old.stop.checked_add_signed(by)?;
        let line = self.text().get(old.start..stop)?;
        let (alone, error) = statements(line);
        let [alone] = alone.as_slice() else {
            return None;
        };
        let pair = alone.pair()?;
        let same = error.is_none()
            && pair.value.shape == Shape::Scalar
            && (alone.start, alone.stop) == (0, line.len())
            && pair.value.span.end + old.start == value.span.end.checked_add_signed(by)?
            && pair.value.span.start + old.start == value.span.start;
        if !same {
            return None;
        }
        for statement in self.statements.get_mut(at..)? {
            shift.statement(statement);
        }
        let mut root = std::mem::replace(&mut self.root, Table::empty());
        shift.table(&mut root);
        self.root = root;
        Some(())
    }
}
