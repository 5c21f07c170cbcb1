//! The tables of a plan as sheets of cells: what a spreadsheet holds, and what is read back from it.
//!
//! Writing and reading use the same function, so that a cell that nobody touched never looks
//! changed, whatever a spreadsheet cannot hold.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::clean::clean;
use crate::catalogue::{self, Field, Kind, Section, Shape};
use crate::plan::{self, Path, Scalar, entry_at};
use crate::words::number::from_toml;

/// The longest text that a cell of a spreadsheet can hold, in its own count of characters, with
/// some room for what says that there is more.
pub const LONGEST: usize = 32_000;
/// What stands below a text that is longer, whatever the language of the reader.
pub const CUT: &str = "\n[… the plan holds the rest · 其余内容见计划文件 …]";

/// One table or list of a plan.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What it is in the catalogue.
    pub section: &'static Section,
    /// The rows that the plan has; one for a table that is no list.
    pub rows: Vec<Line>,
}

/// One row of a sheet.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it stands in the plan: `mix.products.single-bar`.
    pub path: Path,
    /// The name by which it is found again; empty where the sheet has one row only.
    pub id: String,
    /// One for each field of the section.
    pub cells: Vec<Entry>,
}

/// One cell of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// As people type it; empty where the plan says nothing.
    pub text: String,
    /// The same as a value that a spreadsheet computes with, where it is one.
    pub value: Option<Held>,
    /// Whether the plan says more than the cell can hold.
    pub cut: bool,
}

/// A value that is no text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Held {
    /// A number; a rate is a fraction.
    Number(Decimal),
    /// A day.
    Day(Date),
}

/// The sheets of a plan: each section in which something is written, in the order of the work.
pub fn sheets(document: &plan::Document) -> Vec<Sheet> {
    // Answers to findings stand with the findings.
    let sections = catalogue::sections().filter(|section| section.path != "accept");
    let sheets = sections.map(|section| sheet(document, section));
    sheets.filter(Sheet::says).collect()
}

/// The sheet of one section.
pub fn sheet(document: &plan::Document, section: &'static Section) -> Sheet {
    let base = Path::parse(section.path);
    let ids = match section.shape {
        Shape::Table => vec![String::new()],
        Shape::Rows => document.rows(&base),
    };
    let rows = ids.into_iter().map(|id| {
        let path = match section.shape {
            Shape::Table => base.clone(),
            Shape::Rows => base.join(id.as_str()),
        };
        let cells = section.fields.iter().map(|field| match field.kind {
            Kind::Slug if field.key == "id" => Entry::text(&id),
            _ => entry(document, &path.join(field.key), field),
        });
        let cells = cells.collect();
        Line { path, id, cells }
    });
    Sheet {
        section,
        rows: rows.collect(),
    }
}

/// What a field of the plan says, as a cell.
pub fn entry(document: &plan::Document, path: &Path, field: &Field) -> Entry {
    let text = entry_at(document, path, field.kind).unwrap_or_default();
    let value = match document.get(path) {
        Some(Scalar::Bare(raw)) if field.kind.is_number() => from_toml(&raw).map(Held::Number),
        Some(Scalar::Bare(raw)) if field.kind == Kind::Date => raw.parse().ok().map(Held::Day),
        _ => None,
    };
    Entry {
        value,
        ..Entry::text(&text)
    }
}

impl Entry {
    /// A cell of text, as much of it as a cell can hold.
    fn text(text: &str) -> Entry {
        let text = clean(text);
        let mut room = LONGEST;
        let fits = |c: char| {
            let left = room.checked_sub(c.len_utf16());
            left.map(|left| room = left).map(|()| c)
        };
        let mut held: String = text.chars().map_while(fits).collect();
        let cut = held.len() < text.len();
        if cut {
            held.push_str(CUT);
        }
        Entry {
            text: held,
            cut,
            value: None,
        }
    }
}

impl Sheet {
    /// Whether the plan says anything here.
    fn says(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.any(|cell| !cell.text.is_empty())
    }
}
