//! How a value is spaced and wrapped.

use super::super::document::exact;
use super::super::encode::{list, string};
use super::super::statement::{Shape, Value};
use crate::catalogue::Kind;

/// A value of a statement in its canonical layout.
pub(super) fn value(text: &str, value: &Value, kind: Option<Kind>, eol: &str) -> String {
    let raw = &text[value.span.clone()];
    match &value.shape {
        Shape::Scalar => scalar(raw, kind, eol),
        Shape::Array(items) => array(text, value, items, eol),
        Shape::Inline(_) => inline(text, value),
    }
}

/// A text that is prose is wrapped; all else stays as it is spelled.
fn scalar(raw: &str, kind: Option<Kind>, eol: &str) -> String {
    let prose = match kind {
        Some(Kind::Text) => true,
        Some(Kind::Line) => false,
        _ => return raw.to_owned(),
    };
    let many = raw.starts_with("\"\"\"");
    if raw.starts_with("'''") || !raw.starts_with(['"', '\'']) || !(prose || many) {
        return raw.to_owned();
    }
    let text = exact(raw).replace("\r\n", "\n");
    let new = string(&text, many.then_some(raw), prose, eol);
    let is_wrapped = many || new.starts_with("\"\"\"");
    // Where line ends are mixed the value would change with them.
    if is_wrapped && exact(&new) == exact(raw) {
        new
    } else {
        raw.to_owned()
    }
}

fn array(text: &str, value: &Value, items: &[Value], eol: &str) -> String {
    let written: Vec<String> = items.iter().map(|item| inline(text, item)).collect();
    let gaps = gaps(text, value, items);
    if !gaps.iter().any(|gap| gap.contains('#')) {
        return list(&written, eol);
    }
    let mut lines: Vec<String> = Vec::new();
    let mut written = written.into_iter();
    for (at, gap) in gaps.iter().enumerate() {
        for (row, line) in gap.lines().enumerate() {
            let Some(comment) = line.find('#').map(|at| line[at..].trim_end()) else {
                continue;
            };
            match lines.last_mut() {
                // Beside an item.
                Some(item) if row == 0 && at > 0 => {
                    item.push_str("  ");
                    item.push_str(comment);
                }
                _ => lines.push(format!("    {comment}")),
            }
        }
        lines.extend(written.next().map(|item| format!("    {item},")));
    }
    format!("[{eol}{}{eol}]", lines.join(eol))
}

/// What stands before, between and after the items of an array.
fn gaps<'t>(text: &'t str, value: &Value, items: &[Value]) -> Vec<&'t str> {
    let starts = items.iter().map(|item| item.span.start);
    let mut from = value.span.start + 1;
    let mut gaps = Vec::with_capacity(items.len() + 1);
    for (start, item) in starts.zip(items) {
        gaps.push(&text[from..start]);
        from = item.span.end;
    }
    gaps.push(&text[from..value.span.end - 1]);
    gaps
}

/// A value within another, on one line; one that has comments or lines of its own stays as it is.
fn inline(text: &str, value: &Value) -> String {
    let raw = &text[value.span.clone()];
    match &value.shape {
        _ if raw.contains('\n') && !matches!(value.shape, Shape::Scalar) => raw.to_owned(),
        Shape::Scalar => raw.to_owned(),
        Shape::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(text, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Shape::Inline(pairs) if pairs.is_empty() => String::from("{}"),
        Shape::Inline(pairs) => {
            let pairs: Vec<String> = pairs
                .iter()
                .map(|pair| {
                    let keys = pair.keys.iter().map(|name| &text[name.span.clone()]);
                    let keys: Vec<&str> = keys.collect();
                    format!("{} = {}", keys.join("."), inline(text, &pair.value))
                })
                .collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}
