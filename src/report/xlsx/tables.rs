//! One sheet for each section of the plan: to be worked in, and read back by `farsight import`.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{DataValidation, ExcelDateTime, Worksheet, XlsxError};

use super::looks::{Looks, height};
use super::{FIRST, HEADS, KEYS, charts, figures, pages};
use crate::catalogue::{Field, Kind, Shape};
use crate::plan::Path;
use crate::report::document::Document;
use crate::report::sheets::{Entry, Held, Sheet};
use crate::words::Lang;

/// So many rows below a table help whoever adds one.
const ROOM: u32 = 200;
/// So many characters the names of a list to choose from may have together.
const CHOICES: usize = 255;
/// So many digits beside each other are still read on a page that lies.
const WIDEST: f64 = 210.0;
/// So many characters the name of a sheet may have.
const NAME: usize = 31;

/// Where each number of the plan stands in the workbook.
#[derive(Debug)]
pub struct Places {
    names: Vec<String>,
    cells: HashMap<String, (String, Decimal)>,
}

impl Places {
    /// The places of all sheets.
    pub fn new(document: &Document) -> Places {
        let own = [
            pages::SUMMARY,
            figures::TITLE,
            pages::FINDINGS,
            charts::TITLE,
        ];
        let mut taken: HashSet<String> = own
            .iter()
            .map(|title| title.get(document.lang).to_lowercase())
            .collect();
        let names = document.sheets.iter().map(|sheet| {
            let name = sheet_name(sheet.section.label.get(document.lang), &taken);
            taken.insert(name.to_lowercase());
            name
        });
        let names: Vec<String> = names.collect();
        let mut cells = HashMap::new();
        for (sheet, name) in document.sheets.iter().zip(&names) {
            for (row, line) in (FIRST..).zip(&sheet.rows) {
                for ((column, field), cell) in (0..).zip(sheet.section.fields).zip(&line.cells) {
                    if let Some(Held::Number(value)) = cell.value {
                        let place = row_col_to_cell_absolute(row, column);
                        let place = format!("{}!{place}", quoted(name));
                        cells.insert(line.path.join(field.key).to_string(), (place, value));
                    }
                }
            }
        }
        Places { names, cells }
    }

    /// The name of a sheet.
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// The cell that holds this number of the plan.
    pub fn cell(&self, path: &str, value: Decimal) -> Option<&str> {
        let path = Path::parse(path).to_string();
        let (place, held) = self.cells.get(&path)?;
        (*held == value).then_some(place)
    }
}

/// A name of a sheet inside a formula.
pub fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

/// A name that a sheet can have and no other has.
fn sheet_name(label: &str, taken: &HashSet<String>) -> String {
    let allowed = |c: char| if "[]:*?/\\'".contains(c) { '-' } else { c };
    let short = |most: usize| -> String { label.chars().map(allowed).take(most).collect() };
    let mut name = short(NAME);
    let mut at = 2;
    while taken.contains(&name.to_lowercase()) {
        name = format!("{} {at}", short(NAME - 4));
        at += 1;
    }
    name
}

/// Writes the sheet of a section.
pub fn write(
    page: &mut Worksheet,
    sheet: &Sheet,
    name: &str,
    lang: Lang,
    looks: &Looks,
) -> Result<(), XlsxError> {
    page.set_name(name)?;
    page.set_row_hidden(KEYS)?;
    let last = FIRST + u32::try_from(sheet.rows.len()).unwrap_or_default();
    let columns = sheet.section.fields;
    for (column, field) in (0..).zip(columns) {
        let path = format!("{}.{}", sheet.section.path, field.key);
        page.set_column_width(column, width(field))?;
        page.set_column_format(column, looks.field(field.kind))?;
        page.write_string_with_format(KEYS, column, path, &looks.faint)?;
        let head = field.label.get(lang);
        page.write_string_with_format(HEADS, column, head, &looks.head)?;
        if let Some(choices) = choices(field)? {
            page.add_data_validation(FIRST, column, last + ROOM, column, &choices)?;
        }
    }
    for (row, line) in (FIRST..).zip(&sheet.rows) {
        for ((column, field), cell) in (0..).zip(columns).zip(&line.cells) {
            self::cell(page, row, column, cell, field, looks)?;
        }
        let texts = columns.iter().zip(&line.cells);
        let texts = texts.map(|(field, cell)| (cell.text.as_str(), width(field)));
        page.set_row_height(row, height(texts))?;
    }
    let heads = columns.iter();
    let heads = heads.map(|field| (field.label.get(lang), width(field)));
    page.set_row_height(HEADS, height(heads))?;
    // The first column names the row: it stays in sight.
    let named = u16::from(sheet.section.shape == Shape::Rows);
    page.set_freeze_panes(FIRST, named)?;
    if let (Shape::Rows, Ok(width)) = (sheet.section.shape, u16::try_from(columns.len())) {
        page.autofilter(HEADS, 0, last.max(FIRST + 1) - 1, width.saturating_sub(1))?;
    }
    page.set_landscape();
    page.set_repeat_rows(HEADS, HEADS)?;
    page.set_repeat_columns(0, 0)?;
    // What is much wider than a page goes on beside it, so that it stays large enough to read.
    let whole: f64 = columns.iter().map(width).sum();
    let beside = (1..9).find(|pages| whole <= f64::from(*pages) * WIDEST);
    page.set_print_fit_to_pages(beside.unwrap_or(9), 0);
    Ok(())
}

fn cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    entry: &Entry,
    field: &Field,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = looks.field(field.kind);
    let number = match entry.value {
        Some(Held::Number(value)) => value.to_f64(),
        _ => None,
    };
    let day = match entry.value {
        Some(Held::Day(day)) => day_of(day),
        _ => None,
    };
    if let (Some(number), Some(Held::Number(value))) = (number, entry.value) {
        let look = looks.number(field.kind, value);
        page.write_number_with_format(row, column, number, look)?;
    } else if let Some(day) = day {
        page.write_datetime_with_format(row, column, &day, look)?;
    } else if !entry.text.is_empty() {
        page.write_string_with_format(row, column, &entry.text, &looks.words)?;
    }
    Ok(())
}

/// A day as spreadsheets count them: those before 1900 stay text.
pub fn day_of(day: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    let [month, day] = [day.month(), day.day()].map(i8::unsigned_abs);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// The words that a cell may be chosen from; what else is typed is read, or told, on import.
fn choices(field: &Field) -> Result<Option<DataValidation>, XlsxError> {
    let Kind::Choice(choices) = field.kind else {
        return Ok(None);
    };
    let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
    if keys.join(",").len() > CHOICES {
        return Ok(None);
    }
    let list = DataValidation::new().allow_list_strings(&keys)?;
    Ok(Some(list.show_error_message(false)))
}

/// How wide a column is, in digits.
fn width(field: &Field) -> f64 {
    match field.kind {
        Kind::Text | Kind::Lines => 44.0,
        Kind::Line | Kind::Scores(_) | Kind::Refs(_) | Kind::Choices(_) => 26.0,
        Kind::Slug | Kind::Ref(_) | Kind::Choice(_) => 20.0,
        Kind::Money | Kind::Number | Kind::Count => 16.0,
        Kind::Date | Kind::Period | Kind::Percent | Kind::Flag | Kind::Scale(..) => 13.0,
    }
}
