//! The list at the left: figures below the headings of their steps, each with its main result.

use std::cmp::Ordering;

use ratatui::layout::Rect;

use super::sheet::pad;
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::draw;
use crate::words::Text;

/// A line that can be chosen.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The heading above it, where it is the first below one.
    pub head: Option<String>,
    /// What it and its neighbours have in common, where it is the first of several.
    pub group: Option<String>,
    /// Whether it stands below such a group.
    pub is_member: bool,
    /// What it is.
    pub label: String,
    /// Its result in a few cells; none where there is none.
    pub value: Option<String>,
    /// How a trial moves it.
    pub moved: Option<Ordering>,
}

/// A line on the screen.
enum Line<'r> {
    Head(&'r str),
    Group(&'r str),
    Row(usize, &'r Row),
}

/// Draws the list with the chosen line in view; returns the first line drawn.
pub(super) fn draw(
    rows: &[Row],
    at: usize,
    top: usize,
    focused: bool,
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> usize {
    canvas.hit(area, Hit::Scroll(Pane::List));
    let mut lines = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        lines.extend(row.head.as_deref().map(Line::Head));
        lines.extend(row.group.as_deref().map(Line::Group));
        lines.push(Line::Row(n, row));
    }
    let height = usize::from(area.height);
    let here = lines
        .iter()
        .position(|line| matches!(line, Line::Row(n, _) if *n == at))
        .unwrap_or(0);
    // The heads above the first below them come into view with it.
    let above = lines.get(..here).unwrap_or_default().iter().rev();
    let heads = above.take_while(|line| !matches!(line, Line::Row(..)));
    let from = here - heads.count().min(height.saturating_sub(1));
    let top = if from < top {
        from
    } else {
        top.max((here + 1).saturating_sub(height))
    };
    let top = top.min(lines.len().saturating_sub(height));
    for (y, line) in (area.top()..area.bottom()).zip(lines.iter().skip(top)) {
        let place = Rect {
            y,
            height: 1,
            ..area
        };
        match line {
            Line::Head(text) => {
                canvas.put(area.x, y, text, canvas.theme.title, area.width);
            }
            Line::Group(text) => {
                let text = format!("  {text}");
                canvas.put(area.x, y, &text, canvas.theme.dim, area.width);
            }
            Line::Row(n, row) => {
                canvas.hit(place, Hit::Item(*n));
                line_of(row, *n == at, focused, canvas, place);
            }
        }
    }
    let accent = canvas.theme.accent;
    if top + height < lines.len() && height > 0 && area.width > 2 {
        canvas.put(area.right() - 1, area.bottom() - 1, "▼", accent, 1);
    }
    if top > 0 && area.width > 2 {
        canvas.put(area.right() - 1, area.top(), "▲", accent, 1);
    }
    top
}

fn line_of(row: &Row, chosen: bool, focused: bool, canvas: &mut Canvas<'_>, area: Rect) {
    let (lang, theme) = (canvas.lang, canvas.theme);
    // The last cell belongs to the signs that there is more.
    let width = usize::from(area.width.saturating_sub(1));
    let value = row
        .value
        .as_deref()
        .unwrap_or(Text::new("–", "–").get(lang));
    let mark = match row.moved {
        Some(Ordering::Greater) => " ↑",
        Some(Ordering::Less) => " ↓",
        Some(Ordering::Equal) => " ≠",
        None => "",
    };
    // A long result leaves the label half of the line.
    let value = draw::clip(value, width / 2);
    let value = format!("{value}{mark}");
    let room = width.saturating_sub(2 + draw::width(&value) + 1);
    let indent = if row.is_member { "  " } else { "" };
    let label = pad(&format!("{indent}{}", row.label), room);
    let lead = if chosen { "▸ " } else { "  " };
    let (name, number) = match (chosen, focused) {
        (true, true) => (theme.selection, theme.selection),
        (true, false) => (theme.title, theme.title),
        _ if row.moved.is_some() => (theme.text, theme.accent),
        _ if row.value.is_none() => (theme.dim, theme.dim),
        _ => (theme.text, theme.text),
    };
    let used = canvas.put(area.x, area.y, &format!("{lead}{label} "), name, area.width);
    let left = area.width.saturating_sub(used);
    canvas.put(area.x + used, area.y, &value, number, left);
    if chosen && focused {
        canvas.caret_at(area.x, area.y);
    }
}

/// The list and the sheet: beside each other on a wide screen, one below the other on a usual one,
/// on a small one only what has the keyboard.
pub(super) fn split(area: Rect, on_list: bool) -> (Option<Rect>, Option<Rect>) {
    if area.width >= 100 {
        let width = (area.width * 2 / 5).min(56);
        let list = Rect { width, ..area };
        let sheet = Rect {
            x: list.right(),
            width: area.width - width,
            ..area
        };
        return (Some(list), Some(sheet));
    }
    if area.width < 50 || area.height < 16 {
        return if on_list {
            (Some(area), None)
        } else {
            (None, Some(area))
        };
    }
    // What has the keyboard has the room.
    let height = if on_list { area.height / 2 } else { 6 };
    let list = Rect { height, ..area };
    let sheet = Rect {
        y: list.bottom(),
        height: area.height - height,
        ..area
    };
    (Some(list), Some(sheet))
}
