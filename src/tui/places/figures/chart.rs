//! A chart on the screen: the drawing in the theme's styles, and its numbers in words beside it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::charts::{self, Body, Chart, Picture, Role};
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::draw;
use crate::tui::theme::Theme;

/// From this width on the words stand beside the drawing.
const BESIDE: u16 = 100;
/// The words take at most so many cells beside the drawing.
const WORDS: u16 = 48;

/// How many lines of a chart can be chosen: its notes, or the fields that it lacks.
pub(super) fn count(chart: &Chart) -> usize {
    match &chart.body {
        Ok(_) => chart.notes.len(),
        Err(missing) => missing.paths.len(),
    }
}

/// The place in the plan of a line that can be chosen.
pub(super) fn path(chart: &Chart, at: usize) -> Option<&str> {
    let path = match &chart.body {
        Ok(_) => chart.notes.get(at).map(|note| note.path.as_str()),
        Err(missing) => missing.paths.get(at).map(String::as_str),
    };
    path.filter(|path| !path.is_empty())
}

/// Draws a chart into an area with a note chosen, the words from a line on; returns that line.
pub(super) fn draw(
    chart: &Chart,
    chosen: Option<usize>,
    (from, follow): (usize, bool),
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> usize {
    let theme = canvas.theme;
    canvas.hit(area, Hit::Scroll(Pane::Coach));
    let Err(missing) = &chart.body else {
        return whole(chart, chosen, (from, follow), canvas, area);
    };
    let y = canvas.prose(area, area.y, &chart.question, theme.dim) + 1;
    let y = canvas.prose(area, y, &missing.say, theme.warning) + 1;
    for (y, (n, path)) in (y..area.bottom()).zip(missing.paths.iter().enumerate()) {
        let here = chosen == Some(n);
        let (lead, style) = if here {
            ("▸ ", theme.focus)
        } else {
            ("  ", theme.text)
        };
        canvas.put(area.x, y, &format!("{lead}{path}"), style, area.width);
        canvas.hit(
            Rect {
                y,
                height: 1,
                ..area
            },
            Hit::Field(n),
        );
        if here {
            canvas.caret_at(area.x, y);
        }
    }
    0
}

fn whole(
    chart: &Chart,
    chosen: Option<usize>,
    (from, follow): (usize, bool),
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> usize {
    let theme = canvas.theme;
    let beside = area.width >= BESIDE;
    let measure = if beside { WORDS } else { area.width };
    let words = words(chart, usize::from(measure.saturating_sub(1)));
    let (plot, notes) = if beside {
        let plot = Rect {
            width: area.width - WORDS - 2,
            ..area
        };
        let notes = Rect {
            x: plot.right() + 2,
            width: WORDS,
            ..area
        };
        (plot, notes)
    } else {
        // On a small screen the drawing comes first, and a line of words for what is chosen.
        let least = (area.height / 3).max(2).min(area.height);
        let height = u16::try_from(words.len()).unwrap_or(u16::MAX).min(least);
        let plot = Rect {
            height: area.height - height,
            ..area
        };
        let notes = Rect {
            y: plot.bottom(),
            height,
            ..area
        };
        (plot, notes)
    };
    let picture = picture(chart, plot);
    let drawn = usize::from(plot.height);
    // What is longer than its room scrolls with the note that is chosen.
    let mine = picture.areas.iter().find(|it| Some(it.note) == chosen);
    let top = mine.map_or(0, |it| (it.y + 2).saturating_sub(drawn));
    let top = top.min(picture.lines.len().saturating_sub(drawn));
    lines(&picture, top, chosen, canvas, plot);
    let rows = usize::from(notes.height);
    let mut from = from.min(words.len().saturating_sub(rows));
    let here = |word: &Word| word.note.is_some() && word.note == chosen;
    if follow && let Some(first) = words.iter().position(here) {
        let last = words.iter().rposition(here).unwrap_or(first);
        from = from
            .min(first)
            .max((last + 1).saturating_sub(rows))
            .min(first);
    }
    for (y, word) in (notes.top()..notes.bottom()).zip(words.iter().skip(from)) {
        let style = match (here(word), word.note) {
            (true, _) => theme.selection,
            (false, Some(_)) => theme.text,
            (false, None) => theme.dim,
        };
        canvas.put(notes.x, y, &word.text, style, notes.width);
        if let Some(note) = word.note {
            canvas.hit(
                Rect {
                    y,
                    height: 1,
                    ..notes
                },
                Hit::Field(note),
            );
        }
        if here(word) {
            canvas.caret_at(notes.x, y);
        }
    }
    if from + rows < words.len() && notes.height > 0 {
        let (x, y) = (notes.right() - 1, notes.bottom() - 1);
        canvas.put(x, y, "▼", theme.accent, 1);
    }
    if from > 0 && notes.height > 0 {
        canvas.put(notes.right() - 1, notes.top(), "▲", theme.accent, 1);
    }
    from
}

/// The drawing: maps and lines as large as the area, the others as long as what they show.
fn picture(chart: &Chart, area: Rect) -> Picture {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    match &chart.body {
        Ok(Body::Map(_) | Body::Lines(_)) | Err(_) => charts::draw(chart, width, height),
        Ok(_) => charts::draw(chart, width, usize::MAX),
    }
}

fn lines(
    picture: &Picture,
    top: usize,
    chosen: Option<usize>,
    canvas: &mut Canvas<'_>,
    area: Rect,
) {
    let theme = canvas.theme;
    for (y, line) in (area.top()..area.bottom()).zip(picture.lines.iter().skip(top)) {
        let mut x = area.x;
        for span in line {
            let mut style = style(span.role, &theme);
            if span.note.is_some() && span.note == chosen {
                style = style.patch(theme.selection);
            }
            x += canvas.put(x, y, &span.text, style, area.right().saturating_sub(x));
        }
    }
    for mark in &picture.areas {
        let place = mark.y.checked_sub(top).and_then(|y| {
            let (x, y) = (u16::try_from(mark.x).ok()?, u16::try_from(y).ok()?);
            let width = u16::try_from(mark.width).ok()?;
            Some(Rect::new(
                area.x.checked_add(x)?,
                area.y.checked_add(y)?,
                width,
                1,
            ))
        });
        if let Some(place) = place.map(|place| place.intersection(area)) {
            canvas.hit(place, Hit::Field(mark.note));
        }
    }
}

const fn style(role: Role, theme: &Theme) -> Style {
    match role {
        Role::Text | Role::Label => theme.text,
        Role::Axis | Role::Region | Role::Faint => theme.dim,
        Role::Title | Role::Mark => theme.title,
        Role::Ours => theme.focus,
        Role::Rival => theme.warning,
        Role::Bar => theme.ok,
        Role::Negative => theme.error,
        Role::Line => theme.advice,
    }
}

/// A line of words: of a note, or a remark.
struct Word {
    text: String,
    note: Option<usize>,
}

fn words(chart: &Chart, width: usize) -> Vec<Word> {
    let mut out = Vec::new();
    for (n, note) in chart.notes.iter().enumerate() {
        let rows = draw::wrap(&note.text, width.saturating_sub(2)).into_iter();
        out.extend(rows.enumerate().map(|(at, row)| Word {
            text: if at == 0 {
                format!("{} {row}", note.mark)
            } else {
                format!("  {row}")
            },
            note: Some(n),
        }));
    }
    let remarks = chart.remarks.iter().chain(&chart.signs);
    let remarks = remarks.flat_map(|remark| draw::wrap(remark, width));
    out.extend(remarks.map(|text| Word { text, note: None }));
    out
}
