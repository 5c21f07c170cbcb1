//! A report as a workbook: what leaders read, the figures as live formulas, and every table of the
//! plan to work in.
//!
//! | file | what it holds |
//! |---|---|
//! | [`tables`] | one sheet for each section of the plan, to be edited and read back |
//! | [`figures`] | the figures, computed from those sheets |
//! | [`formula`](mod@formula) | an expression as a formula over cells |
//! | [`pages`] | the summary, and what the check found |
//! | [`charts`] | the charts, drawn by the spreadsheet from their numbers |
//! | [`looks`] | how cells look |

mod charts;
mod figures;
pub mod formula;
mod looks;
mod pages;
mod tables;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::looks::Looks;
use self::tables::Places;
use super::Paper;
use super::document::{Document, text};
use super::package::signed;

/// The row with the paths of the fields, hidden from people.
pub const KEYS: u32 = 0;
/// The row with the names of the fields.
pub const HEADS: u32 = 1;
/// The first row of a table.
pub const FIRST: u32 = 2;

/// The document as a workbook to be printed on this paper; nothing where it cannot be one.
pub fn xlsx(document: &Document, paper: Paper) -> Vec<u8> {
    workbook(document, paper).map(signed).unwrap_or_default()
}

fn workbook(document: &Document, paper: Paper) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same plan gives the same bytes, so the day of the file is none.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties =
        DocProperties::new().set_title(text(&document.title).chars().take(200).collect::<String>());
    book.set_properties(&properties.set_creation_datetime(&day));
    let looks = Looks::new(&document.currency);
    let places = Places::new(document);
    let results = figures::results(document);
    pages::summary(book.add_worksheet(), document, &results, &looks)?;
    figures::write(book.add_worksheet(), document, &places, &results, &looks)?;
    for (at, sheet) in document.sheets.iter().enumerate() {
        tables::write(
            book.add_worksheet(),
            sheet,
            places.name(at),
            document.lang,
            &looks,
        )?;
    }
    charts::write(&mut book, document, &results, &looks)?;
    pages::findings(&mut book, document, &looks)?;
    for page in book.worksheets_mut() {
        page.set_paper_size(match paper {
            Paper::A4 => 9,
            Paper::Letter => 1,
        });
        // The name of the sheet, and which page of how many it is.
        page.set_footer("&C&A · &P / &N");
    }
    book.save_to_buffer()
}
