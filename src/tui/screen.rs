//! A screen as text, for tests and for whoever wants to read one without a terminal.

use ratatui::buffer::{Buffer, CellWidth};

/// The words on the screen, one line a row, without trailing blanks.
///
/// A cell that a wide glyph hides is skipped, so that Chinese reads as it was written.
pub fn screen_text(buf: &Buffer) -> String {
    let area = buf.area;
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        let mut line = String::new();
        while let Some(cell) = buf.cell((x, y)) {
            line.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn lines_end_where_their_words_end() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 2));
        buf.set_string(1, 0, "need", Style::new());
        assert_eq!(screen_text(&buf), " need\n\n");
    }

    #[test]
    fn chinese_reads_as_it_was_written() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        buf.set_string(0, 0, "顾客need欲", Style::new());
        assert_eq!(screen_text(&buf), "顾客need欲\n");
    }
}
