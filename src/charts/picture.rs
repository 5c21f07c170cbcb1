//! A drawing in cells: lines of spans, and where the marks are.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::words::wrap;

/// What a part of a drawing is, so that a theme can colour it; colour is never the only sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Blanks and plain words.
    Text,
    /// Axes, their ticks and numbers.
    Axis,
    /// Names: of an axis, a bar, a row.
    Label,
    /// A heading.
    Title,
    /// A mark whose note stands beside the drawing.
    Mark,
    /// Ours, or what we chose.
    Ours,
    /// A rival's, or what we did not choose.
    Rival,
    /// A bar.
    Bar,
    /// A bar below zero.
    Negative,
    /// A line.
    Line,
    /// What divides the plane, and the names of its parts.
    Region,
    /// What is read second.
    Faint,
}

/// A piece of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it says.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// The note that it belongs to, by its place in the list.
    pub note: Option<usize>,
}

/// Cells that belong to a note: a click on them means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The note, by its place in the list.
    pub note: usize,
    /// The first column.
    pub x: usize,
    /// The line.
    pub y: usize,
    /// How many columns.
    pub width: usize,
}

/// A drawing of lines that are at most as wide as was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    /// The lines, from top to bottom; blanks at their ends are left out.
    pub lines: Vec<Vec<Span>>,
    /// Where the notes are: a note may have several areas.
    pub areas: Vec<Area>,
    /// The notes for whose marks there was no room.
    pub hidden: Vec<usize>,
}

impl Picture {
    /// The note that stands in a cell.
    pub fn note_at(&self, x: usize, y: usize) -> Option<usize> {
        let inside = |area: &&Area| area.y == y && (area.x..area.x + area.width).contains(&x);
        self.areas.iter().find(inside).map(|area| area.note)
    }

    /// How many cells the widest line has.
    pub fn width(&self) -> usize {
        let width = |line: &Vec<Span>| line.iter().map(|it| it.text.width()).sum();
        self.lines.iter().map(width).max().unwrap_or_default()
    }
}

impl fmt::Display for Picture {
    /// Writes the plain text, each line with its end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            for span in line {
                f.write_str(&span.text)?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// One cell: a glyph, or the second half of a wide one, which is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    glyph: String,
    role: Role,
    note: Option<usize>,
}

/// Cells to draw on; what lies outside is not drawn.
#[derive(Debug)]
pub(super) struct Grid {
    width: usize,
    cells: Vec<Vec<Cell>>,
    areas: Vec<Area>,
}

impl Grid {
    /// Blank cells.
    pub fn new(width: usize, height: usize) -> Grid {
        let blank = Cell {
            glyph: String::from(" "),
            role: Role::Text,
            note: None,
        };
        Grid {
            width,
            cells: vec![vec![blank; width]; height],
            areas: Vec::new(),
        }
    }

    /// The glyph in a cell; nothing outside.
    pub fn glyph(&self, x: usize, y: usize) -> Option<&str> {
        Some(&self.cells.get(y)?.get(x)?.glyph)
    }

    /// Whether these cells are blank, or hold nothing but what may be covered.
    pub fn is_free(&self, x: usize, y: usize, width: usize) -> bool {
        let role = |x: usize| Some(self.cells.get(y)?.get(x)?).map(|cell| cell.role);
        (x..x + width).all(|x| matches!(role(x), Some(Role::Text | Role::Line)))
    }

    /// Whether the cell belongs to a note.
    pub fn has_note(&self, x: usize, y: usize) -> bool {
        let cell = self.cells.get(y).and_then(|row| row.get(x));
        cell.is_some_and(|cell| cell.note.is_some())
    }

    /// Copies a drawing to a place.
    pub fn paste(&mut self, picture: &Picture, x: usize, y: usize) {
        for (nth, line) in picture.lines.iter().enumerate() {
            let mut at = x;
            for span in line {
                at += self.write(at, y + nth, &span.text, span.role, span.note);
            }
        }
        let moved = picture.areas.iter().map(|area| Area {
            x: area.x + x,
            y: area.y + y,
            ..*area
        });
        self.areas.extend(moved);
    }

    /// Writes a text into cells and returns how many it took.
    pub fn put(&mut self, x: usize, y: usize, text: &str, role: Role) -> usize {
        self.write(x, y, text, role, None)
    }

    /// Writes what belongs to a note.
    pub fn mark(&mut self, x: usize, y: usize, text: &str, role: Role, note: usize) -> usize {
        let width = self.write(x, y, text, role, Some(note));
        if width > 0 {
            self.areas.push(Area { note, x, y, width });
        }
        width
    }

    fn write(&mut self, x: usize, y: usize, text: &str, role: Role, note: Option<usize>) -> usize {
        let Some(row) = self.cells.get_mut(y) else {
            return 0;
        };
        let mut at = x;
        for glyph in text.graphemes(true) {
            let (glyph, width) = visible(glyph);
            if width == 0 || at + width > self.width {
                continue;
            }
            uncover(row, at);
            uncover(row, at + width - 1);
            for (nth, cell) in row.iter_mut().skip(at).take(width).enumerate() {
                *cell = Cell {
                    glyph: if nth == 0 {
                        glyph.to_owned()
                    } else {
                        String::new()
                    },
                    role,
                    note,
                };
            }
            at += width;
        }
        at - x
    }

    /// The drawing; which of so many notes are nowhere in it is said.
    pub fn done(self, notes: usize) -> Picture {
        let shown = |note: &usize| self.areas.iter().any(|area| area.note == *note);
        Picture {
            hidden: (0..notes).filter(|note| !shown(note)).collect(),
            lines: self.cells.iter().map(|row| spans(row)).collect(),
            areas: self.areas,
        }
    }
}

/// Blanks the other half of a wide glyph of which a half will be written over.
fn uncover(row: &mut [Cell], at: usize) {
    let second = row.get(at).is_some_and(|cell| cell.glyph.is_empty());
    let first = if second { at.saturating_sub(1) } else { at };
    let wide = row.get(first + 1).is_some_and(|cell| cell.glyph.is_empty());
    if wide {
        for cell in row.iter_mut().skip(first).take(2) {
            cell.glyph = String::from(" ");
        }
    }
}

/// The spans of a row of cells, without the blanks at its end.
fn spans(row: &[Cell]) -> Vec<Span> {
    let is_blank = |cell: &Cell| cell.glyph == " ";
    let end = row.iter().rposition(|cell| !is_blank(cell));
    let mut spans: Vec<Span> = Vec::new();
    for cell in row.iter().take(end.map_or(0, |end| end + 1)) {
        match spans.last_mut() {
            Some(last) if last.role == cell.role && last.note == cell.note => {
                last.text.push_str(&cell.glyph);
            }
            _ => spans.push(Span {
                text: cell.glyph.clone(),
                role: cell.role,
                note: cell.note,
            }),
        }
    }
    spans
}

/// A glyph that cannot move the cursor, and its cells.
fn visible(glyph: &str) -> (&str, usize) {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match glyph {
        "\n" | "\r\n" | "\t" => (" ", 1),
        _ if glyph.contains(|c: char| c.is_control() || turns(c)) => ("\u{fffd}", 1),
        _ => (glyph, glyph.width().min(2)),
    }
}

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(|glyph| visible(glyph).1).sum()
}

/// As much of a text as fits; a sign says that there is more.
pub fn clip(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for glyph in text.graphemes(true) {
        used += visible(glyph).1;
        if used > cells {
            break;
        }
        out.push_str(glyph);
    }
    let out = out.trim_end();
    if cells == 0 {
        String::new()
    } else {
        format!("{out}…")
    }
}

/// Prose in lines of so many cells; a word that is longer than a line is broken.
pub(super) fn lines(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut out = Vec::new();
    // A number and its sign stay together.
    let text = text.replace(" %", "\u{a0}%");
    for line in wrap(&text, cells) {
        let mut rest = String::new();
        let mut used = 0;
        for glyph in line.graphemes(true) {
            let wide = visible(glyph).1;
            if used + wide > cells {
                out.push(std::mem::take(&mut rest));
                used = 0;
            }
            rest.push_str(if glyph == "\u{a0}" { " " } else { glyph });
            used += wide;
        }
        out.push(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_wide_glyph_is_never_left() {
        let mut grid = Grid::new(6, 1);
        grid.put(0, 0, "顾客需", Role::Label);
        grid.mark(3, 0, "1", Role::Mark, 0);
        grid.put(5, 0, "值", Role::Label);
        let picture = grid.done(2);
        assert_eq!(picture.to_string(), "顾 1需\n");
        assert_eq!(picture.note_at(3, 0), Some(0));
        assert_eq!(picture.hidden, [1]);
    }

    #[test]
    fn text_is_clipped_and_broken_by_cells() {
        assert_eq!(clip("顾客的需要", 7), "顾客的…");
        assert_eq!(clip("needs", 5), "needs");
        assert_eq!(clip("needs", 0), "");
        assert_eq!(
            lines("needs.customer_needs.x", 8),
            ["needs.cu", "stomer_n", "eeds.x"]
        );
        assert_eq!(lines("a\u{1b}b", 8), ["a\u{1b}b"]);
    }
}
