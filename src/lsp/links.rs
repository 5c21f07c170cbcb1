//! Rows and the references to them: go to a row, list its references, rename it everywhere.

use std::ops::Range;

use gen_lsp_types::{Location, Position, RenameParams, WorkspaceEdit};
use serde_json::{Value, json};

use super::page::{Page, rows_of};
use super::server::Refused;
use crate::catalogue::Kind;
use crate::plan::{Document, Part, Path, place_of};
use crate::words::Text;

/// A row that is named under the cursor, and where its name stands there.
pub(super) struct Named {
    pub row: Path,
    /// The name without its quotes.
    pub span: Range<usize>,
}

/// Decodes a value as it is written.
pub(super) fn decoded(raw: &str) -> String {
    let value = Document::parse(format!("a = {raw}\n")).value("a");
    value.map_or_else(String::new, |it| it.plain())
}

/// The row that is named at a byte: by its own id, by a reference, or by a path.
pub(super) fn named(document: &Document, at: usize) -> Option<Named> {
    let spot = document.spot(at);
    let raw = document.text().get(spot.span.clone())?;
    let quotes = usize::from(raw.len() > 1 && raw.starts_with(['"', '\'']));
    let span = spot.span.start + quotes..spot.span.end - quotes;
    let (section, field) = place_of(&spot.path)?;
    let Some(field) = field else {
        let is_row = spot.part == Part::Header && document.is_row(&spot.path);
        return is_row.then_some(Named {
            row: spot.path,
            span: spot.span,
        });
    };
    let row = match (spot.part, field.kind) {
        (Part::Value, Kind::Slug) => Some(spot.table),
        (Part::Value, Kind::Ref(_) | Kind::Refs(_)) => {
            rows_of(document, field, &decoded(raw)).into_iter().next()
        }
        (Part::Key, Kind::Scores(_)) => {
            let (_, id) = spot.path.split_last()?;
            rows_of(document, field, id).into_iter().next()
        }
        // Answers and fields that are not known name places by their paths.
        (Part::Value, _)
            if matches!(
                (section.path, field.key),
                ("accept", "at") | ("plan", "unknown")
            ) =>
        {
            let path = Path::parse(&decoded(raw));
            document.has(&path).then_some(path)
        }
        _ => None,
    };
    row.map(|row| Named { row, span })
}

/// Where a row says its own name; its header where it has none.
fn home(document: &Document, row: &Path) -> Option<Range<usize>> {
    document
        .span(&row.join("id"))
        .or_else(|| document.span(row))
}

/// Where the row under the cursor is defined.
pub(super) fn definition(page: &Page, position: Position) -> Option<Location> {
    let document = page.document();
    let named = named(&document, page.lines.offset(position))?;
    Some(page.location(home(&document, &named.row)?))
}

/// Every place that names the row under the cursor, its own among them where that is asked.
pub(super) fn references(page: &Page, position: Position, own: bool) -> Vec<Location> {
    let document = page.document();
    let Some(named) = named(&document, page.lines.offset(position)) else {
        return Vec::new();
    };
    let Some((list, id)) = named.row.split_last() else {
        return Vec::new();
    };
    let mut spans = document.reference_spans(&list.to_string(), id);
    spans.extend(home(&document, &named.row).filter(|_| own));
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    spans.into_iter().map(|span| page.location(span)).collect()
}

/// What would be renamed: only where the name itself stands, not on a header or a path.
pub(super) fn renamed_range(page: &Page, position: Position) -> Option<Value> {
    let document = page.document();
    let named = named(&document, page.lines.offset(position))?;
    let (_, id) = named.row.split_last()?;
    let is_name = page.text().get(named.span.clone()) == Some(id);
    is_name.then(|| json!({ "range": page.lines.range(named.span), "placeholder": id }))
}

/// Renames the row under the cursor with every reference to it.
pub(super) fn rename(page: &Page, params: &RenameParams) -> Result<WorkspaceEdit, Refused> {
    let document = page.document();
    let position = params.text_document_position_params.position;
    let named = named(&document, page.lines.offset(position));
    let Some(named) = named.filter(|it| document.is_row(&it.row)) else {
        let text = Text::new(
            "No row is named here: put the cursor on an id or on a reference to one.",
            "这里没有编号：请把光标移到编号或对编号的引用上。",
        );
        return Err(Refused::failed(page.say(text, &[])));
    };
    match document.rename_row(&named.row, params.new_name.trim()) {
        Ok(edit) => Ok(page.edit(&edit)),
        Err(error) => {
            let (text, args) = error.message();
            Err(Refused::failed(text.fill(page.lang, &args)))
        }
    }
}
