//! Edits of names: a key that is spelt wrong, wherever the file spells it.

use std::ops::Range;

use super::document::{Document, EditError, Found};
use super::edit::{Edit, Splice};
use super::path::Path;
use super::statement::{Name, What};
use super::tree::{Home, Table};

impl Document {
    /// The edit that gives a key another name; `at` is where the reading found the key.
    ///
    /// A table may be named by several headers or dotted keys: all of them follow.
    ///
    /// # Errors
    /// When the file is broken, nothing stands at the path, or the new name is taken.
    pub fn rename_key(&self, path: &Path, at: Range<usize>, new: &str) -> Result<Edit, EditError> {
        self.editable()?;
        let Some((upper, old)) = path.split_last() else {
            return Err(EditError::NotFound(path.clone()));
        };
        if self.has(&upper.join(new)) {
            return Err(EditError::Taken(new.to_owned()));
        }
        let found = self.node(path);
        let found = found.ok_or_else(|| EditError::NotFound(path.clone()))?;
        let headers = match found {
            Found::Table(table) => table.headers(),
            Found::Rows(rows) => rows.rows.iter().flat_map(Table::headers).collect(),
            Found::Value(_) => Vec::new(),
        };
        let depth = self.without_rows(path).len();
        // Statements that write the name, each with how many names of it lead there.
        let mut places: Vec<(usize, usize)> = headers.into_iter().map(|at| (at, depth)).collect();
        if let Found::Table(table) = found
            && let Home::Dotted(_, names) = table.home
        {
            places.extend(table.pairs().into_iter().map(|at| (at, names)));
        }
        let mut ranges: Vec<Range<usize>> = places
            .into_iter()
            .filter_map(|(at, nth)| {
                let names: &[Name] = match &self.statements.get(at)?.what {
                    What::Table(names) | What::Row(names) => names,
                    What::Pair(pair) => &pair.keys,
                };
                let name = names.get(nth.checked_sub(1)?)?;
                (name.text == old).then(|| name.span.clone())
            })
            .collect();
        ranges.push(at);
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges.dedup();
        let splices = ranges.into_iter().map(|range| Splice {
            range,
            new: new.to_owned(),
        });
        Ok(Edit::new(splices.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(text: &str, path: &str, key: &str, new: &str) -> String {
        let document = Document::parse(text);
        let at = text.find(key).unwrap();
        let edit = document.rename_key(&path.into(), at..at + key.len(), new);
        edit.unwrap().applied(text)
    }

    #[test]
    fn a_key_is_renamed_where_it_stands() {
        assert_eq!(
            renamed("[a]\nx = 1 # y\n", "a.x", "x", "z"),
            "[a]\nz = 1 # y\n"
        );
        assert_eq!(
            renamed("a = { \"甲\" = 1 }\n", "a.甲", "\"甲\"", "z"),
            "a = { z = 1 }\n"
        );
    }

    #[test]
    fn every_header_and_dotted_key_follows() {
        assert_eq!(
            renamed("[x]\na = 1\n[[x.r]]\nb = 1\n[[x.r]]\n", "x", "x", "z"),
            "[z]\na = 1\n[[z.r]]\nb = 1\n[[z.r]]\n"
        );
        assert_eq!(
            renamed("[[a.x]]\nb = 1\n[[a.x]]\n", "a.x", "x", "z"),
            "[[a.z]]\nb = 1\n[[a.z]]\n"
        );
        assert_eq!(
            renamed("[a]\nx.b = 1\nx.c = 2\n", "a.x", "x", "z"),
            "[a]\nz.b = 1\nz.c = 2\n"
        );
    }

    #[test]
    fn a_name_that_is_taken_stays() {
        let document = Document::parse("[a]\nx = 1\nz = 2\n");
        assert!(document.rename_key(&"a.x".into(), 4..5, "z").is_err());
        assert!(document.rename_key(&"a.y".into(), 4..5, "w").is_err());
    }
}
