//! One table of the plan as separated values: to be edited anywhere, and read back.

use super::document::Document;
use super::sheets::Entry;

/// Whether a spreadsheet would compute this text instead of showing it.
///
/// Some look through blanks, and some know full-width signs. A mark in front is one of these, so
/// that reading back takes off exactly what was put on.
pub fn acts(text: &str) -> bool {
    text.trim_start()
        .starts_with(['=', '+', '-', '@', '\'', '＝', '＋', '－', '＠'])
}

/// The first sheet of a document; empty where it has none.
///
/// A mark in front tells a spreadsheet that it is UTF-8: without it Chinese is misread.
pub fn csv(document: &Document) -> String {
    let Some(sheet) = document.sheets.first() else {
        return String::new();
    };
    let mut out = String::from("\u{feff}");
    let fields = sheet.section.fields.iter();
    let keys: Vec<String> = fields
        .map(|field| format!("{}.{}", sheet.section.path, field.key))
        .collect();
    line(&mut out, keys.iter().map(String::as_str));
    let fields = sheet.section.fields.iter();
    line(&mut out, fields.map(|it| it.label.get(document.lang)));
    for row in &sheet.rows {
        let cells: Vec<String> = row.cells.iter().map(guarded).collect();
        line(&mut out, cells.iter().map(String::as_str));
    }
    out
}

fn line<'c>(out: &mut String, cells: impl Iterator<Item = &'c str>) {
    let mut apart = "";
    for cell in cells {
        out.push_str(apart);
        apart = ",";
        if cell.contains(['"', ',', ';', '\t', '\n', '\r']) {
            out.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// A text that no spreadsheet takes for a formula; reading it back takes the mark off.
fn guarded(cell: &Entry) -> String {
    if cell.value.is_none() && acts(&cell.text) {
        format!("'{}", cell.text)
    } else {
        cell.text.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheets;
    use super::*;
    use crate::plan;
    use crate::report::Shape;
    use crate::words::Lang;

    #[test]
    fn a_text_never_acts_and_keeps_its_line() {
        let plan =
            "[[mix.risks]]\nid = \"a\"\nrisk = \"=1+1\"\nresponse = \"说\\\"好\\\"，\\n再做\"\n";
        let mut document = Document::new(Lang::Zh, Shape::Flow, "");
        document.sheets = sheets::sheets(&plan::Document::parse(plan));
        let csv = csv(&document);
        assert!(csv.starts_with("\u{feff}mix.risks.id,mix.risks.risk,"));
        assert!(csv.contains("\r\na,'=1+1,"), "{csv}");
        assert!(csv.contains("\"说\"\"好\"\"，\n再做\""), "{csv}");
    }
}
