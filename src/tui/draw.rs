//! Putting words and lines on the screen, in cells and whole glyphs.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Widget};
use unicode_segmentation::UnicodeSegmentation;

use super::theme::Theme;
use super::wrap::{self, grapheme_width};

/// How many cells this text takes on one line.
pub fn width(text: &str) -> usize {
    wrap::width(text)
}

/// The text if it fits into so many cells, else as much of it as fits before a `…`.
pub fn clip(text: &str, cells: usize) -> Cow<'_, str> {
    let mut used = 0;
    // Where the text would have to end to leave a cell for the sign.
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if used < cells {
            end = at;
        }
        used += grapheme_width(grapheme);
        if used > cells {
            let kept = text.get(..end).unwrap_or_default();
            return match cells {
                0 => Cow::Borrowed(""),
                _ => Cow::Owned(format!("{kept}…")),
            };
        }
    }
    Cow::Borrowed(text)
}

/// Prose in rows of at most so many cells, English broken between words, Chinese by its customs.
///
/// Line feeds divide paragraphs; blanks at the end of a row are dropped. An empty text has no rows.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let mut rows = Vec::new();
    for line in text.lines() {
        for row in wrap::rows(line, cells) {
            let row = line.get(row).unwrap_or_default();
            rows.push(row.trim_end().to_owned());
        }
    }
    rows
}

/// Draws a text on one row, clipped to `max` cells and to the screen, and returns the cells used.
pub fn put(buf: &mut Buffer, x: u16, y: u16, text: &str, style: Style, max: u16) -> u16 {
    let area = buf.area;
    if x < area.left() || x >= area.right() || y < area.top() || y >= area.bottom() {
        return 0;
    }
    let room = usize::from(max.min(area.right() - x));
    if room > 0 && !text.is_empty() {
        uncover(buf, x, y);
    }
    let mut used = 0;
    for grapheme in clip(text, room).graphemes(true) {
        used += put_grapheme(buf, x + used, y, grapheme, style);
    }
    used
}

/// Draws one grapheme where the caller has made sure that it fits, and returns its cells.
///
/// A tab becomes blanks, any other control character a sign, and what has no width is not drawn.
pub(crate) fn put_grapheme(buf: &mut Buffer, x: u16, y: u16, grapheme: &str, style: Style) -> u16 {
    let cells = grapheme_width(grapheme) as u16;
    let symbol = match grapheme {
        "\t" => " ",
        "\n" => "⏎",
        _ if grapheme.contains(char::is_control) => "�",
        _ => grapheme,
    };
    for ahead in 0..cells {
        if let Some(cell) = buf.cell_mut((x + ahead, y)) {
            // A wide glyph covers the cells after its first, which must then hold a blank.
            let hidden = ahead > 0 || grapheme == "\t";
            cell.reset();
            cell.set_symbol(if hidden { " " } else { symbol });
            cell.set_style(style);
        }
    }
    cells
}

/// Blanks a wide glyph whose second cell is about to be drawn on: a terminal would show the glyph
/// whole and swallow what is drawn.
fn uncover(buf: &mut Buffer, x: u16, y: u16) {
    if let Some(cell) = x.checked_sub(1).and_then(|x| buf.cell_mut((x, y)))
        && cell.cell_width() > 1
    {
        cell.set_symbol(" ");
    }
}

/// Blanks an area for something drawn over the rest, and repairs wide glyphs cut by its edges.
///
/// Without the repair the terminal keeps the whole glyph and swallows the left border.
pub fn clear_popup(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        uncover(buf, area.left(), y);
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
            }
        }
    }
}

/// Draws a box with a title into its top line, and returns the area inside.
///
/// The pane that has the keyboard is drawn in heavy lines, so that it is known without colour.
pub fn frame(buf: &mut Buffer, area: Rect, title: &str, focused: bool, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    let (lines, style, heading) = if focused {
        (BorderType::Thick, theme.focus, theme.focus)
    } else {
        (BorderType::Plain, theme.border, theme.title)
    };
    let block = Block::bordered().border_type(lines).border_style(style);
    let inside = block.inner(area);
    block.render(area, buf);
    if !title.is_empty() && area.width > 4 {
        let title = format!(" {} ", clip(title, usize::from(area.width) - 4));
        put(buf, area.x + 1, area.y, &title, heading, area.width - 2);
    }
    inside
}

/// A bar of so many cells, filled by this share of one: `▰▰▰▱▱`.
///
/// It is empty only at nothing and full only at all, so that a first step shows and a last one is
/// missed.
pub fn bar(fraction: f64, cells: usize) -> String {
    let share = if fraction.is_finite() {
        fraction.clamp(0.0, 1.0)
    } else {
        0.0
    };
    #[allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]
    let mut full = (share * cells as f64).round() as usize;
    if share > 0.0 {
        full = full.max(1);
    }
    if share < 1.0 {
        full = full.min(cells.saturating_sub(1));
    }
    let full = full.min(cells);
    "▰".repeat(full) + &"▱".repeat(cells - full)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screen::screen_text;

    fn screen(cols: u16, rows: u16) -> Buffer {
        Buffer::empty(Rect::new(0, 0, cols, rows))
    }

    #[test]
    fn english_is_clipped_with_a_sign() {
        assert_eq!(clip("customer", 8), "customer");
        assert_eq!(clip("customer", 5), "cust…");
        assert_eq!(clip("customer", 1), "…");
        assert_eq!(clip("customer", 0), "");
        assert_eq!(clip("", 0), "");
    }

    #[test]
    fn a_mark_over_half_a_glyph_takes_its_place() {
        let mut buf = screen(6, 1);
        put(&mut buf, 0, 0, "需要欲", Style::new(), 6);
        put(&mut buf, 5, 0, "▼", Style::new(), 1);
        assert_eq!(screen_text(&buf), "需要 ▼\n");
        put(&mut buf, 0, 0, "▲", Style::new(), 1);
        assert_eq!(screen_text(&buf), "▲ 要 ▼\n");
    }

    #[test]
    fn chinese_is_clipped_between_glyphs() {
        assert_eq!(clip("顾客利益", 8), "顾客利益");
        assert_eq!(clip("顾客利益", 7), "顾客利…");
        assert_eq!(clip("顾客利益", 6), "顾客…");
        assert_eq!(clip("顾客利益", 2), "…");
        assert_eq!(clip("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3), "👨‍👩‍👧‍👦…");
    }

    #[test]
    fn prose_is_wrapped_and_paragraphs_kept() {
        assert_eq!(wrap("a felt lack\n\nyes", 7), ["a felt", "lack", "", "yes"]);
        assert_eq!(
            wrap("顾客感到缺乏，\n是需要。", 8),
            ["顾客感到", "缺乏，", "是需要。"]
        );
        assert!(wrap("", 8).is_empty());
    }

    #[test]
    fn words_outside_the_screen_are_dropped() {
        let mut buf = screen(6, 1);
        assert_eq!(put(&mut buf, 2, 0, "顾客 need", Style::new(), 99), 3);
        assert_eq!(screen_text(&buf), "  顾…\n");
        assert_eq!(put(&mut buf, 9, 9, "x", Style::new(), 9), 0);
        assert_eq!(put(&mut buf, 0, 0, "a\tb\u{1b}c", Style::new(), 99), 6);
        assert_eq!(screen_text(&buf), "a    …\n");
    }

    #[test]
    fn popups_repair_the_glyphs_that_they_cut() {
        let mut buf = screen(12, 1);
        put(&mut buf, 0, 0, "我们的目标们", Style::new(), 12);
        let area = Rect::new(3, 0, 4, 1);
        clear_popup(&mut buf, area);
        put(&mut buf, 3, 0, "│ok│", Style::new(), 4);
        assert_eq!(screen_text(&buf), "我 │ok│ 标们\n");
    }

    #[test]
    fn the_focused_box_is_known_without_colour() {
        let theme = Theme::named("mono").unwrap();
        let mut buf = screen(10, 3);
        let inside = frame(
            &mut buf,
            Rect::new(0, 0, 10, 3),
            "需要 needs",
            false,
            &theme,
        );
        assert_eq!(inside, Rect::new(1, 1, 8, 1));
        assert_eq!(screen_text(&buf), "┌ 需要 … ┐\n│        │\n└────────┘\n");
        frame(&mut buf, Rect::new(0, 0, 10, 3), "", true, &theme);
        assert!(screen_text(&buf).starts_with('┏'));
        frame(&mut buf, Rect::new(8, 2, 90, 90), "x", true, &theme);
    }

    #[test]
    fn bars_show_the_first_step_and_miss_the_last() {
        assert_eq!(bar(0.0, 5), "▱▱▱▱▱");
        assert_eq!(bar(0.01, 5), "▰▱▱▱▱");
        assert_eq!(bar(0.6, 5), "▰▰▰▱▱");
        assert_eq!(bar(0.99, 5), "▰▰▰▰▱");
        assert_eq!(bar(1.0, 5), "▰▰▰▰▰");
        assert_eq!(bar(f64::NAN, 2), "▱▱");
        assert_eq!(bar(0.5, 0), "");
    }
}
