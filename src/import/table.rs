//! Which section a grid is about, and which field each of its columns.

use super::cells::{Cell, Grid};
use crate::catalogue::{self, Field, Section};
use crate::words::Lang;

/// A grid with its section.
#[derive(Debug)]
pub struct Table<'g> {
    /// The grid.
    pub grid: &'g Grid,
    /// What it is about.
    pub section: &'static Section,
    /// The columns that hold fields.
    pub columns: Vec<(usize, &'static Field)>,
    /// The columns with a heading that no field has, and the row of that heading.
    pub unknown: Vec<(usize, usize)>,
    /// The first row below the headings.
    pub first: usize,
}

/// What a grid is about; none where its headings are nobody's.
///
/// A sheet of ours says it in a hidden row. Any other is known by its headings, and by its name or
/// by what the person tells where several sections have these headings.
pub fn table<'g>(grid: &'g Grid, told: Option<&'static Section>) -> Option<Table<'g>> {
    (0..grid.rows.len().min(5))
        .find_map(|row| keyed(grid, row))
        .or_else(|| (0..grid.rows.len().min(5)).find_map(|row| headed(grid, row, told)))
}

/// A grid with the paths of the fields in this row.
fn keyed(grid: &Grid, row: usize) -> Option<Table<'_>> {
    let cells = grid.rows.get(row)?;
    let section = cells.iter().find_map(|cell| field_of(cell.text()))?.0;
    let mut columns = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        if let Some((_, field)) = field_of(cell.text()).filter(|(of, _)| of.path == section.path) {
            columns.push((at, field));
        }
    }
    // The names of the fields stand below, unless somebody took them out.
    let named = columns
        .iter()
        .any(|(at, field)| names(field, grid.cell(row + 1, *at).text()));
    let heads = if named { row + 1 } else { row };
    Some(rest(grid, section, columns, heads))
}

/// The field of a path such as `needs.customer_needs.need`.
fn field_of(path: &str) -> Option<(&'static Section, &'static Field)> {
    catalogue::field(path)
}

/// A grid with the names of the fields in this row.
fn headed<'g>(grid: &'g Grid, row: usize, told: Option<&'static Section>) -> Option<Table<'g>> {
    let section = match told.or_else(|| by_name(&grid.name)) {
        Some(section) => section,
        None => by_heads(grid.rows.get(row)?)?,
    };
    let columns = heads(section, grid.rows.get(row)?);
    (!columns.is_empty()).then(|| rest(grid, section, columns, row))
}

fn rest<'g>(
    grid: &'g Grid,
    section: &'static Section,
    columns: Vec<(usize, &'static Field)>,
    heads: usize,
) -> Table<'g> {
    let wide = grid.rows.get(heads).map_or(0, Vec::len);
    let unknown = (0..wide)
        .filter(|at| !columns.iter().any(|(known, _)| known == at))
        .filter(|at| !grid.cell(heads, *at).is_empty())
        .map(|at| (heads, at));
    Table {
        grid,
        section,
        unknown: unknown.collect(),
        columns,
        first: heads + 1,
    }
}

/// The columns whose headings name fields of a section, each field once.
fn heads(section: &'static Section, cells: &[Cell]) -> Vec<(usize, &'static Field)> {
    let mut columns: Vec<(usize, &'static Field)> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let free = |field: &&Field| !columns.iter().any(|(_, known)| known.key == field.key);
        let named = |field: &&Field| names(field, cell.text());
        let found = section.fields.iter().filter(free).find(named);
        columns.extend(found.map(|field| (at, field)));
    }
    columns
}

/// Whether a heading names a field: its key or its label in either language.
fn names(field: &Field, heading: &str) -> bool {
    let heading = heading.to_lowercase();
    !heading.is_empty()
        && (field.key == heading
            || field.label.en.to_lowercase() == heading
            || field.label.zh == heading)
}

/// The section that a sheet is named after.
fn by_name(name: &str) -> Option<&'static Section> {
    let name = name.trim().to_lowercase();
    catalogue::sections().find(|section| {
        let labels = [Lang::En, Lang::Zh].map(|lang| section.label.get(lang).to_lowercase());
        section.path == name || labels.contains(&name)
    })
}

/// The only section that has all these headings.
fn by_heads(cells: &[Cell]) -> Option<&'static Section> {
    let said = cells.iter().filter(|cell| !cell.is_empty()).count();
    let fits = |section: &&'static Section| said > 1 && heads(section, cells).len() == said;
    let mut found = catalogue::sections().filter(fits);
    let only = found.next();
    only.filter(|_| found.next().is_none())
}
