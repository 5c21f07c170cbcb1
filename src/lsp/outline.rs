//! Sections and rows as symbols and folds.

use gen_lsp_types::{DocumentSymbol, FoldingRange, SymbolKind};

use super::page::{Page, caption, section_of};
use crate::plan::{Document, Headed, Path};

/// The tables and rows of a plan, the tables inside a row counted to it.
fn blocks(document: &Document) -> Vec<Headed> {
    let mut blocks: Vec<Headed> = Vec::new();
    for headed in document.headed() {
        match blocks.last_mut() {
            Some(last) if last.is_row && headed.path.starts_with(&last.path) => {
                last.body.end = headed.body.end;
            }
            _ => blocks.push(headed),
        }
    }
    blocks
}

/// The list that a row stands in; nothing for a table.
fn list_of(block: &Headed) -> Option<Path> {
    block
        .is_row
        .then(|| block.path.split_last())?
        .map(|it| it.0)
}

/// Blocks that follow each other in one list, or one table alone.
fn runs(blocks: &[Headed]) -> impl Iterator<Item = &[Headed]> {
    blocks.chunk_by(|a, b| list_of(a).is_some() && list_of(a) == list_of(b))
}

#[allow(deprecated, reason = "the field is old and cannot be left out")]
fn symbol(
    page: &Page,
    name: String,
    detail: Option<String>,
    kind: SymbolKind,
    places: (&Headed, usize),
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    let (headed, end) = places;
    DocumentSymbol {
        name,
        detail,
        kind,
        tags: None,
        deprecated: None,
        range: page.lines.range(headed.body.start..end),
        selection_range: page.lines.range(headed.header.clone()),
        children,
    }
}

/// The sections of a plan in the order of the file, rows below their list.
pub(super) fn symbols(page: &Page) -> Vec<DocumentSymbol> {
    let document = page.document();
    let blocks = blocks(&document);
    let of_run = |run: &[Headed]| {
        let (first, last) = (run.first()?, run.last()?);
        let path = list_of(first).unwrap_or_else(|| first.path.clone());
        let label = section_of(&path).map(|it| it.label.get(page.lang).to_owned());
        let name = label.clone().unwrap_or_else(|| path.to_string());
        let rows = run.iter().filter(|row| row.is_row).map(|row| {
            let id = row
                .path
                .split_last()
                .map_or_else(String::new, |it| it.1.to_owned());
            let called = caption(&document, &row.path);
            let (name, detail) = match called {
                Some(caption) => (caption, Some(id)),
                None => (id, None),
            };
            symbol(
                page,
                name,
                detail,
                SymbolKind::Object,
                (row, row.body.end),
                None,
            )
        });
        let rows: Vec<_> = rows.collect();
        let children = (!rows.is_empty()).then_some(rows);
        let kind = if children.is_some() {
            SymbolKind::Array
        } else {
            SymbolKind::Namespace
        };
        let places = (first, last.body.end);
        Some(symbol(
            page,
            name,
            Some(path.to_string()),
            kind,
            places,
            children,
        ))
    };
    runs(&blocks).filter_map(of_run).collect()
}

/// Sections and rows that can be folded away.
pub(super) fn folds(page: &Page) -> Vec<FoldingRange> {
    let document = page.document();
    let blocks = blocks(&document);
    let mut folds: Vec<FoldingRange> = blocks
        .iter()
        .map(|block| {
            let range = page.lines.range(block.body.clone());
            FoldingRange {
                start_line: range.start.line,
                end_line: range.end.line,
                ..FoldingRange::default()
            }
        })
        .filter(|fold| fold.end_line > fold.start_line)
        .collect();
    folds.dedup();
    folds
}
