//! A report for programs: the document as it is, with every number in full beside its words.

use serde_json::{Value, json};

use super::data;
use super::document::{
    Answer, Block, Callout, Cell, Document, Exact, Fact, Shape, Span, Style, Table, Voice, text,
};
use crate::words::date;

/// The name and version of the format.
pub const SCHEMA: &str = super::format::SIGN;

/// The document as JSON.
pub fn json(document: &Document) -> String {
    let sections = document.sections.iter().map(|section| {
        json!({
            "id": section.id,
            "title": text(&section.title),
            "blocks": section.blocks.iter().map(block).collect::<Vec<_>>(),
        })
    });
    let out = json!({
        "schema": SCHEMA,
        "kind": match document.shape {
            Shape::Page => "one-page",
            Shape::Flow => "full",
            Shape::Slides => "slides",
        },
        "language": document.lang.tag(),
        "plan_language": document.author_lang,
        "currency": document.currency,
        "title": text(&document.title),
        "subtitle": text(&document.subtitle),
        "facts": facts(&document.facts),
        "sections": sections.collect::<Vec<_>>(),
    });
    // What is made of texts and lists can always be written.
    serde_json::to_string_pretty(&out).unwrap_or_default() + "\n"
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(level, spans) => {
            json!({ "type": "heading", "level": level, "text": text(spans) })
        }
        Block::Paragraph(spans) => json!({ "type": "paragraph", "spans": self::spans(spans) }),
        Block::List(ordered, items) => json!({
            "type": "list",
            "ordered": ordered,
            "items": items.iter().map(|item| self::spans(item)).collect::<Vec<_>>(),
        }),
        Block::Facts(facts) => json!({ "type": "facts", "facts": self::facts(facts) }),
        Block::Table(table) => self::table(table),
        Block::Chart(chart) => json!({
            "type": "chart",
            "key": chart.key,
            "title": chart.title,
            "question": chart.question,
            "data": data::table(chart).as_ref().map(self::table),
            "notes": chart.notes.iter().map(|note| json!({
                "mark": note.mark.to_string(),
                "text": note.text,
                "path": note.path,
            })).collect::<Vec<_>>(),
            "remarks": chart.remarks,
        }),
        Block::Callout(callout) => self::callout(callout),
        Block::Fold(title, blocks) => json!({
            "type": "fold",
            "title": text(title),
            "blocks": blocks.iter().map(self::block).collect::<Vec<_>>(),
        }),
        Block::PageBreak => json!({ "type": "page-break" }),
    }
}

fn spans(spans: &[Span]) -> Vec<Value> {
    let span = |span: &Span| {
        json!({
            "text": span.as_str(),
            "style": match span.style {
                Style::Plain => "plain",
                Style::Strong => "strong",
                Style::Emphasis => "emphasis",
                Style::Code => "code",
                Style::Faint => "faint",
            },
            "author": span.voice == Voice::Author,
            "to": span.to,
        })
    };
    spans.iter().map(span).collect()
}

fn facts(facts: &[Fact]) -> Vec<Value> {
    let fact = |fact: &Fact| json!({ "label": text(&fact.label), "value": text(&fact.value) });
    facts.iter().map(fact).collect()
}

fn table(table: &Table) -> Value {
    let rows = table.rows.iter();
    json!({
        "type": "table",
        "caption": text(&table.caption),
        "columns": table.columns.iter().map(|it| text(&it.head)).collect::<Vec<_>>(),
        "rows": rows.map(|row| row.iter().map(cell).collect::<Vec<_>>()).collect::<Vec<_>>(),
        "total": table.total,
    })
}

fn cell(cell: &Cell) -> Value {
    let mut out = json!({ "text": text(&cell.spans) });
    let Some(object) = out.as_object_mut() else {
        return out;
    };
    match &cell.exact {
        Some(Exact::Amount(value, unit)) => {
            // A text: a JSON number would lose digits on its way.
            let value = value.round_dp(18).normalize().to_string();
            object.insert("value".to_owned(), value.into());
            object.insert("unit".to_owned(), unit.key().into());
        }
        Some(Exact::Day(day)) => {
            object.insert("value".to_owned(), date::entry(*day).into());
        }
        None => {}
    }
    if let Some(figure) = &cell.figure {
        object.insert("figure".to_owned(), figure.as_str().into());
    }
    out
}

fn callout(callout: &Callout) -> Value {
    let answer = |answer: &Answer| {
        json!({
            "reason": text(&answer.reason),
            "by": text(&answer.by),
            "until": answer.until.map(date::entry),
        })
    };
    json!({
        "type": "finding",
        "severity": callout.severity.map(crate::checks::Severity::key),
        "code": callout.code,
        "title": text(&callout.title),
        "text": text(&callout.text),
        "answer": callout.answer.as_ref().map(answer),
    })
}
