//! What a place draws on: the cells, the theme, and what can be clicked where.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::commands::Command;
use super::draw;
use super::theme::Theme;
use super::wrap;
use crate::catalogue::Step;
use crate::words::{Lang, Text};

/// What a click on an area means.
#[derive(Debug, Clone, PartialEq)]
pub enum Hit {
    /// A command: a key hint.
    Command(&'static Command),
    /// A step above the workbench.
    Step(Step),
    /// The line of a list, counted over the whole list.
    Item(usize),
    /// A field of the form.
    Field(usize),
    /// The text of the field that is being edited, from its top left cell.
    Text(Rect),
    /// The list, form or text that the wheel scrolls.
    Scroll(Pane),
    /// The button of a dialog.
    Button(usize),
    /// The next thing to do.
    Next,
}

/// A part of the screen that scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The outline, or any single list.
    List,
    /// The form.
    Form,
    /// The coach, or a preview.
    Coach,
}

/// One frame being drawn.
#[derive(Debug)]
pub struct Canvas<'f> {
    /// The cells.
    pub buf: &'f mut Buffer,
    /// The styles.
    pub theme: Theme,
    /// The language.
    pub lang: Lang,
    /// What can be clicked, the topmost last.
    pub hits: Vec<(Rect, Hit)>,
    /// Where the terminal's own cursor belongs.
    pub caret: Option<Position>,
}

impl Canvas<'_> {
    /// The whole screen.
    pub fn area(&self) -> Rect {
        self.buf.area
    }

    /// Draws one line of text and returns the cells used.
    pub fn put(&mut self, x: u16, y: u16, text: &str, style: Style, max: u16) -> u16 {
        draw::put(self.buf, x, y, text, style, max)
    }

    /// Draws one line of a text in both languages.
    pub fn say(&mut self, x: u16, y: u16, text: Text, style: Style, max: u16) -> u16 {
        draw::put(self.buf, x, y, text.get(self.lang), style, max)
    }

    /// Remembers what a click on an area means.
    pub fn hit(&mut self, area: Rect, hit: Hit) {
        self.hits.push((area, hit));
    }

    /// Draws prose from a row on and returns the row after it; stops at the area's end.
    pub fn prose(&mut self, area: Rect, y: u16, text: &str, style: Style) -> u16 {
        let mut y = y;
        for line in draw::wrap(text, usize::from(area.width)) {
            if y >= area.bottom() {
                break;
            }
            self.put(area.x, y, &line, style, area.width);
            y += 1;
        }
        y
    }

    /// Puts the terminal's cursor at a cell, so that screen readers and input methods find it.
    pub fn caret_at(&mut self, x: u16, y: u16) {
        self.caret = Some(Position::new(x, y));
    }
}

/// Lines of styled text that may be longer than their pane.
#[derive(Debug, Clone, Default)]
pub struct Page {
    lines: Vec<Vec<(String, Style)>>,
    width: usize,
}

impl Page {
    /// A page that wraps at a width in cells.
    pub fn new(width: u16) -> Page {
        Page {
            lines: Vec::new(),
            width: usize::from(width),
        }
    }

    /// Adds prose, wrapped.
    pub fn prose(&mut self, text: &str, style: Style) {
        self.indented("", text, style);
    }

    /// Adds prose whose first line has a mark before it and whose others align with the first.
    pub fn indented(&mut self, mark: &str, text: &str, style: Style) {
        let indent = draw::width(mark);
        for (at, line) in draw::wrap(text, self.width.saturating_sub(indent).max(4))
            .iter()
            .enumerate()
        {
            let lead = if at == 0 {
                mark.to_owned()
            } else {
                " ".repeat(indent)
            };
            self.lines.push(vec![(format!("{lead}{line}"), style)]);
        }
    }

    /// Adds prose of several styles, wrapped as one text.
    pub fn styled(&mut self, pieces: &[(String, Style)]) {
        let text: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let shown = line.trim_end_matches(['\n', '\r']);
            for row in wrap::rows(shown, self.width.max(4)) {
                // Blanks at the end of a row may hang over its edge.
                let end = shown.get(row.clone()).unwrap_or_default().trim_end().len();
                let row = start + row.start..start + row.start + end;
                self.lines.push(cut(pieces, &row));
            }
            start += line.len();
        }
    }

    /// Adds a line of pieces, not wrapped.
    pub fn line(&mut self, pieces: Vec<(String, Style)>) {
        self.lines.push(pieces);
    }

    /// Adds an empty line, unless the page begins or already has one.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
    }

    /// How many lines the page has.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// Draws the page from a line on; returns the first line that could be shown, which is less
    /// than wished when the page is short. A mark says that there is more.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, from: usize) -> usize {
        let rows = usize::from(area.height);
        let from = from.min(self.lines.len().saturating_sub(rows));
        for (y, line) in (area.top()..area.bottom()).zip(self.lines.iter().skip(from)) {
            let mut x = area.x;
            for (text, style) in line {
                x += canvas.put(x, y, text, *style, area.right().saturating_sub(x));
            }
        }
        if from + rows < self.lines.len() && area.width > 2 && area.height > 0 {
            let style = canvas.theme.accent;
            canvas.put(area.right() - 1, area.bottom() - 1, "▼", style, 1);
        }
        if from > 0 && area.width > 2 {
            let style = canvas.theme.accent;
            canvas.put(area.right() - 1, area.top(), "▲", style, 1);
        }
        from
    }
}

/// What of several pieces lies within these bytes of all of them.
fn cut(pieces: &[(String, Style)], row: &std::ops::Range<usize>) -> Vec<(String, Style)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (text, style) in pieces {
        let from = row.start.clamp(start, start + text.len()) - start;
        let to = row.end.clamp(start, start + text.len()) - start;
        if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
            out.push((part.to_owned(), *style));
        }
        start += text.len();
    }
    out
}
