//! Tables: columns as wide as their content wants, a head on every page, rows in one piece.

use super::body::Writer;
use crate::charts::picture::width;
use crate::report::document::{Align, Cell, Span, Table, text};

/// How wide half a Chinese letter is in a table, in twentieths of a point.
const CELL: usize = 112;
/// What stays free beside the text of a cell.
const PADDING: usize = 220;
/// More text than this may go on over the page.
const LONG: usize = 900;

/// Writes a table.
pub fn table(writer: &mut Writer<'_>, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    if !text(&table.caption).is_empty() {
        writer.paragraph("Caption", &table.caption);
    }
    let room = usize::try_from(writer.page.width()).unwrap_or_default();
    let widths = widths(table, room);
    let whole: usize = widths.iter().sum();
    let look = if table.total { "0060" } else { "0020" };
    let last = u8::from(table.total);
    writer.out.raw(&format!("<w:tbl><w:tblPr><w:tblStyle w:val=\"Plan\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"{look}\" w:firstRow=\"1\" w:lastRow=\"{last}\"/></w:tblPr><w:tblGrid>"));
    for width in &widths {
        let column = format!("<w:gridCol w:w=\"{width}\"/>");
        writer.out.raw(&column);
    }
    writer.out.raw("</w:tblGrid>");
    let heads = table.columns.iter().map(|column| Cell {
        spans: column.head.iter().cloned().map(Span::strong).collect(),
        ..Cell::default()
    });
    let heads: Vec<Cell> = heads.collect();
    if heads.iter().any(|cell| !text(&cell.spans).is_empty()) {
        // The head stands on every page that the table reaches.
        let kind = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        row(writer, table, &widths, &heads, kind, true);
    }
    for (at, cells) in table.rows.iter().enumerate() {
        let is_long = cells.iter().any(|it| text(&it.spans).len() > LONG);
        let kind = if is_long {
            ""
        } else {
            "<w:trPr><w:cantSplit/></w:trPr>"
        };
        // The first rows stand with their head, and a sum with what it sums.
        let stays = at == 0 || table.total && at + 2 == table.rows.len();
        row(writer, table, &widths, cells, kind, stays && !is_long);
    }
    writer.out.raw("</w:tbl>");
    // Without a paragraph between them two tables would become one.
    writer.paragraph("After", &[]);
}

fn row(
    writer: &mut Writer<'_>,
    table: &Table,
    widths: &[usize],
    cells: &[Cell],
    kind: &str,
    stays: bool,
) {
    writer.out.raw("<w:tr>").raw(kind);
    for ((column, cell), width) in table.columns.iter().zip(cells).zip(widths) {
        let head = format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>"
        );
        writer.out.raw(&head);
        if stays && table.rows.len() > 1 {
            writer.out.raw("<w:keepNext/>");
        }
        writer.out.raw(match column.align {
            Align::Start => "",
            Align::Centre => "<w:jc w:val=\"center\"/>",
            Align::End => "<w:jc w:val=\"right\"/>",
        });
        writer.out.raw("</w:pPr>");
        writer.spans(&cell.spans);
        writer.out.raw("</w:p></w:tc>");
    }
    writer.out.raw("</w:tr>");
}

/// How wide each column is.
///
/// Each has its longest line where there is room; otherwise its longest word, and a share of the
/// rest by how much more it wants. Numbers are read in one line.
fn widths(table: &Table, room: usize) -> Vec<usize> {
    let count = table.columns.len().max(1);
    let most = room / if count > 4 { 4 } else { 2 };
    let wants = table.columns.iter().enumerate().map(|(at, column)| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let texts: Vec<String> = cells.map(|cell| text(&cell.spans)).collect();
        let head = text(&column.head);
        let most_of = |measure: fn(&str) -> usize| {
            let widest = texts.iter().map(|text| measure(text)).max();
            widest.unwrap_or_default() * CELL + PADDING
        };
        let wide = |text: &str| text.lines().map(width).max().unwrap_or_default();
        let [whole, word] = [wide(&head), longest_word(&head)].map(|it| it * CELL + PADDING);
        let line = most_of(wide).max(whole);
        let fair = line.min(room * 7 / 10 / count);
        let least = match column.align {
            Align::End => most_of(wide).max(word),
            _ => most_of(longest_word).max(word).max(fair),
        };
        (line, least.min(most))
    });
    let wants: Vec<(usize, usize)> = wants.collect();
    let lines: usize = wants.iter().map(|(line, _)| line).sum();
    if lines <= room {
        // Nearly as wide as the page is as wide as the page.
        let times = if lines * 3 > room * 2 { room } else { lines };
        let line = |(line, _): (usize, usize)| line * times / lines.max(1);
        return wants.into_iter().map(line).collect();
    }
    let least: usize = wants.iter().map(|(_, least)| least).sum();
    if least >= room {
        return wants
            .iter()
            .map(|(_, it)| it * room / least.max(1))
            .collect();
    }
    let rest = room - least;
    let more: usize = wants
        .iter()
        .map(|(line, least)| line - least.min(line))
        .sum();
    let wide =
        |(line, least): &(usize, usize)| least + (line - least.min(line)) * rest / more.max(1);
    wants.iter().map(wide).collect()
}

/// How wide the longest piece is that no line end may cut; Chinese may be cut anywhere.
fn longest_word(text: &str) -> usize {
    let may_cut = |c: char| c.is_whitespace() || !c.is_ascii() || c == '-' || c == '/';
    let words = text.split(may_cut).map(width).max();
    words.unwrap_or_default().clamp(2, 24)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Column;

    fn table(rows: &[[&str; 3]]) -> Table {
        let mut table = Table::new(vec![
            Column::text("需要"),
            Column::text("What it is"),
            Column::money("Amount"),
        ]);
        for row in rows {
            table.row(row.iter().map(|text| Cell::author(*text)).collect());
        }
        table
    }

    #[test]
    fn columns_fill_the_page_and_never_leave_it() {
        let long = "a long sentence of many words that goes on ".repeat(9);
        let endless = "无尽".repeat(400) + &"x".repeat(4000);
        for text in [long.as_str(), &endless, "short", ""] {
            let widths = widths(&table(&[["热饮", text, "EUR 1,200.00"]]), 9638);
            assert!(widths.iter().sum::<usize>() <= 9638, "{widths:?}");
            assert!(widths[2] >= 12 * CELL, "{widths:?}");
        }
    }
}
