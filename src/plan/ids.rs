//! The ids of a file, which references are held against.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::catalogue::{self, Shape};

/// The table at a section's path.
///
/// Tables of tables are short: comparing their keys takes less time than hashing one.
fn lookup<'t, 'a>(root: &'t DeTable<'a>, path: &str) -> Option<&'t Spanned<DeValue<'a>>> {
    let inside = |table: &'t DeTable<'a>, name: &str| {
        let mut all = table.iter();
        all.find_map(|(key, value)| (key.get_ref() == name).then_some(value))
    };
    let mut names = path.split('.');
    let mut value = inside(root, names.next()?)?;
    for name in names {
        value = inside(value.get_ref().as_table()?, name)?;
    }
    Some(value)
}

/// The id of a row; most rows begin with it, and then nothing has to be looked up.
pub(super) fn id_of<'t, 'a>(row: &'t DeTable<'a>) -> Option<&'t Spanned<DeValue<'a>>> {
    match row.iter().next() {
        Some((key, value)) if key.get_ref() == "id" => Some(value),
        _ => row.get("id"),
    }
}

/// The ids that the lists of a plan have.
pub(super) struct Ids<'t> {
    /// By section, each in the order of the alphabet.
    lists: Vec<(&'static str, Vec<&'t str>)>,
}

impl<'t> Ids<'t> {
    /// Collects them from the whole file.
    pub(super) fn collect(root: &'t DeTable<'_>) -> Ids<'t> {
        let lists = catalogue::sections()
            .filter(|section| section.shape == Shape::Rows)
            .filter_map(|section| {
                let rows = lookup(root, section.path)?.get_ref().as_array()?;
                let mut ids: Vec<&str> = rows
                    .iter()
                    .filter_map(|row| id_of(row.get_ref().as_table()?)?.get_ref().as_str())
                    .collect();
                ids.sort_unstable();
                Some((section.path, ids))
            })
            .collect();
        Ids { lists }
    }

    /// The ids of some lists.
    pub(super) fn of<'s>(&'s self, lists: &'s [&'s str]) -> impl Iterator<Item = &'t str> + 's {
        self.lists
            .iter()
            .filter(|(path, _)| lists.contains(path))
            .flat_map(|(_, ids)| ids.iter().copied())
    }

    /// Whether an id comes more than once in a list.
    pub(super) fn repeat_in(&self, list: &str) -> bool {
        let ids = self.lists.iter().find(|(path, _)| *path == list);
        ids.is_some_and(|(_, ids)| !ids.is_sorted_by(|one, next| one < next))
    }

    /// Whether some list has an id.
    pub(super) fn has(&self, lists: &[&str], id: &str) -> bool {
        self.lists
            .iter()
            .any(|(path, ids)| lists.contains(path) && ids.binary_search(&id).is_ok())
    }
}
