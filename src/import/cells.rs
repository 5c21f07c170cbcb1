//! A workbook or a text of separated values as grids of cells.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use jiff::civil::Date;
use rust_decimal::Decimal;
use zip::ZipArchive;

use crate::customers::Coding;
use crate::customers::decode::{Guess, Utf8, guess};
use crate::customers::records::Records;
use crate::report::csv::acts;
use crate::words::{Lang, Text};

/// So large a file may be.
pub const LIMIT: usize = 32 << 20;
/// So large it may be unpacked: a small file can hold a very large one.
const UNPACKED: u64 = 256 << 20;
/// So many rows and columns of a sheet are read.
const ROWS: u32 = 20_000;
const COLUMNS: u32 = 500;
/// What may divide the columns of a text.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// A formula without a result.
    Fault,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// Its rows, each as long as it is filled.
    pub rows: Vec<Vec<Cell>>,
    /// The rows and columns of the cells that are computed.
    pub computed: HashSet<(usize, usize)>,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRead {
    /// It is larger than we read.
    TooLarge,
    /// It is neither a workbook nor text.
    Unknown,
    /// It says that it is a workbook, and cannot be read as one.
    Damaged,
}

impl NotRead {
    /// What is said.
    pub fn message(self, lang: Lang) -> &'static str {
        let text = match self {
            NotRead::TooLarge => Text::new("it is too large", "文件太大"),
            NotRead::Unknown => Text::new(
                "it is neither an XLSX workbook nor a text of separated values",
                "它既不是 XLSX 工作簿，也不是 CSV 文本",
            ),
            NotRead::Damaged => Text::new("the workbook is damaged", "工作簿已损坏"),
        };
        text.get(lang)
    }
}

impl Grid {
    /// A cell; nothing where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        const NONE: &Cell = &Cell::Empty;
        let row = self.rows.get(row);
        row.and_then(|row| row.get(column)).unwrap_or(NONE)
    }

    /// Where a cell stands: `Needs!C7`.
    pub fn place(&self, row: usize, column: usize) -> String {
        format!("{}!{}{}", self.name, letters(column), row + 1)
    }
}

/// The letters of a column: A to Z, then AA.
fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut out = Vec::new();
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        out.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    out.iter().rev().collect()
}

impl Cell {
    /// The text without blanks at its ends; nothing for other cells.
    pub fn text(&self) -> &str {
        match self {
            Cell::Text(text) => text.trim(),
            _ => "",
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// The sheets of a file; `name` is what a text without sheets is called.
///
/// # Errors
/// When the file is no workbook and no text, or too large to be one of ours.
pub fn grids(bytes: &[u8], name: &str) -> Result<Vec<Grid>, NotRead> {
    if bytes.len() > LIMIT {
        return Err(NotRead::TooLarge);
    }
    if bytes.starts_with(b"PK") {
        workbook(bytes)
    } else {
        Ok(vec![separated(bytes, name)?])
    }
}

fn workbook(bytes: &[u8]) -> Result<Vec<Grid>, NotRead> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotRead::Damaged)?;
    let mut unpacked = 0_u64;
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|_| NotRead::Damaged)?;
        unpacked = unpacked.saturating_add(file.size());
    }
    if unpacked > UNPACKED {
        return Err(NotRead::TooLarge);
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| NotRead::Damaged)?;
    let names = book.sheet_names();
    let mut grids = Vec::with_capacity(names.len());
    for name in names {
        // A sheet of another kind, such as a chart, holds no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        while let Some(found) = reader.next_cell().map_err(|_| NotRead::Damaged)? {
            let (row, column) = found.get_position();
            let cell = self::cell(found.get_value());
            if row >= ROWS || column >= COLUMNS || cell.is_empty() {
                continue;
            }
            let (row, column) = (row as usize, column as usize);
            if rows.len() <= row {
                rows.resize_with(row + 1, Vec::new);
            }
            if let Some(cells) = rows.get_mut(row) {
                if cells.len() <= column {
                    cells.resize_with(column + 1, Cell::default);
                }
                if let Some(place) = cells.get_mut(column) {
                    *place = cell;
                }
            }
        }
        drop(reader);
        let computed = computed(&mut book, &name);
        grids.push(Grid {
            name,
            rows,
            computed,
        });
    }
    Ok(grids)
}

/// Where a sheet has formulas; what of it cannot be read has none.
fn computed(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> HashSet<(usize, usize)> {
    let mut found = HashSet::new();
    let Ok(mut reader) = book.worksheet_cells_reader(name) else {
        return found;
    };
    while let Ok(Some(cell)) = reader.next_formula() {
        let (row, column) = cell.get_position();
        if row < ROWS && column < COLUMNS && !cell.get_value().is_empty() {
            found.insert((row as usize, column as usize));
        }
    }
    found
}

fn cell(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(value) => Cell::Number((*value).into()),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => Cell::Text(lines(text)),
        DataRef::SharedString(text) => Cell::Text(lines(text)),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            let year = i16::try_from(year).unwrap_or_default();
            let [month, day] = [month, day].map(|it| i8::try_from(it).unwrap_or_default());
            Date::new(year, month, day).map_or(Cell::Fault, Cell::Day)
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or_else(|| Cell::Text(text.clone()), Cell::Day)
        }
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(_) => Cell::Fault,
    }
}

/// A number as short as it was typed: 0.1 and not what a computer makes of it.
fn number(value: f64) -> Cell {
    let text = value.to_string();
    text.parse().map_or(Cell::Fault, Cell::Number)
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn separated(bytes: &[u8], name: &str) -> Result<Grid, NotRead> {
    let coding = match guess(bytes, true) {
        Guess::Is(coding) => coding,
        Guess::Chinese => Coding::named("gbk").ok_or(NotRead::Unknown)?,
        Guess::Unknown => Coding::named("windows-1252").ok_or(NotRead::Unknown)?,
        Guess::Binary => return Err(NotRead::Unknown),
    };
    let read = |delimiter| {
        let mut records = Records::new(Utf8::new(bytes, coding), delimiter);
        let mut rows = Vec::new();
        while rows.len() < ROWS as usize && records.advance().map_err(|_| NotRead::Unknown)? {
            let cells = 0..records.len().min(COLUMNS as usize);
            let cells = cells.map(|at| {
                let text = String::from_utf8_lossy(records.field(at)).into_owned();
                Cell::Text(unguarded(&lines(&text)).to_owned())
            });
            rows.push(cells.collect());
        }
        Ok(rows)
    };
    // What divides the columns is what gives the first row most of them.
    let mut best: Vec<Vec<Cell>> = Vec::new();
    for delimiter in DELIMITERS {
        let rows: Vec<Vec<Cell>> = read(delimiter)?;
        let wide = |rows: &[Vec<Cell>]| rows.first().map_or(0, Vec::len);
        if wide(&rows) > wide(&best) {
            best = rows;
        }
    }
    Ok(Grid {
        name: name.to_owned(),
        rows: best,
        computed: HashSet::new(),
    })
}

/// A text without the mark that keeps a spreadsheet from reading it as a formula.
fn unguarded(text: &str) -> &str {
    let rest = text.strip_prefix('\'');
    rest.filter(|rest| acts(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_separated_values_is_read_in_any_encoding() {
        let (gbk, ..) = encoding_rs::GBK.encode("编号;需要\n早餐;热饮\n");
        let grid = &grids(&gbk, "需要").unwrap()[0];
        assert_eq!(grid.cell(1, 1).text(), "热饮");
        assert_eq!(grid.place(1, 1), "需要!B2");
        let grid = &grids(b"id,need\na,'=1+1\nb,\"x, y\"\n", "needs").unwrap()[0];
        assert_eq!(grid.cell(1, 1).text(), "=1+1");
        assert_eq!(grid.cell(2, 1).text(), "x, y");
        assert_eq!(grid.cell(9, 9), &Cell::Empty);
    }

    #[test]
    fn what_is_neither_workbook_nor_text_is_told() {
        assert_eq!(grids(b"PK\x03\x04 no", "x"), Err(NotRead::Damaged));
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0";
        assert_eq!(grids(picture, "x"), Err(NotRead::Unknown));
        assert_eq!(
            letters(0) + &letters(25) + &letters(26) + &letters(701),
            "AZAAZZ"
        );
    }
}
