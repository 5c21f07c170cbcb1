//! A plan as a document for people who read and do not clone: one intermediate, one file per format.
//!
//! | file | what it holds |
//! |---|---|
//! | [`document`] | what a report is before it has a format: sections, blocks, spans |
//! | [`clean`](mod@clean) | texts that cannot move, hide or turn the text beside them |
//! | [`told`] | a plan, read and checked, and what each of its fields says to a reader |
//! | [`decisions`], [`numbers`], [`findings`] | what reports are put together from |
//! | [`full`](mod@full), [`one_page`](mod@one_page), [`slides`](mod@slides) | which of it a report holds |
//! | [`data`] | a chart as a table of its numbers |
//! | [`drawing`] | a chart as marks on a plane, the same in every format with pictures |
//! | [`format`](mod@format) | the formats there are |
//! | [`sheets`] | the tables of a plan as cells, for formats in which people work on |
//! | [`xlsx`](mod@xlsx) | a workbook with live formulas |
//! | [`csv`](mod@csv), [`docx`](mod@docx) | one table as text, a document for a word processor |
//! | [`markdown`](mod@markdown), [`html`], [`json`](mod@json), [`pdf`](mod@pdf) | one format each |
//!
//! Whoever builds a [`Document`] chooses what is said; whoever writes one chooses how it looks. The
//! two meet nowhere else, so that every format says the same.

pub mod clean;
pub mod csv;
pub mod data;
pub mod decisions;
pub mod document;
pub mod docx;
pub mod drawing;
pub mod findings;
pub mod format;
pub mod full;
pub mod html;
pub mod json;
pub mod markdown;
pub mod numbers;
pub mod one_page;
mod package;
pub mod pdf;
pub mod sheets;
pub mod slides;
#[cfg(test)]
mod tests;
pub mod told;
pub mod xlsx;

pub use clean::clean;
pub use document::{
    Align, Answer, Block, Callout, Cell, Column, Document, Exact, Fact, Kind, Section, Shape, Span,
    Spans, Style, Table, Voice, text,
};
pub use format::{FORMATS, Format, format};
pub use pdf::Paper;
pub use told::Told;

/// A plan as a document of this shape; with its findings and answers, or without.
pub fn report(told: &Told<'_>, shape: Shape, with_findings: bool) -> Document {
    let mut document = match shape {
        Shape::Page => one_page::one_page(told, with_findings),
        Shape::Flow => full::full(told, with_findings),
        Shape::Slides => slides::slides(told, with_findings),
    };
    document.figures.clone_from(&told.ground.figures);
    document.sheets = sheets::sheets(told.document);
    document
}
