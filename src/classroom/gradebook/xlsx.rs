//! The table of [`super::plain`] for a spreadsheet: one sheet in a small package.
//!
//! Such a file is a ZIP archive of XML. This one needs five parts and no compression, so it is
//! written here rather than by a library many times its size. Words are written as text cells, and
//! no spreadsheet computes those.

use rust_decimal::Decimal;

use super::Entry;
use super::plain::{HEADINGS, Value, rows};
use crate::report::clean;

/// The longest text that a cell may hold.
const LONGEST: usize = 32_000;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Grades" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

const WORKBOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// The table as a file for spreadsheets, out of `worth` points.
pub fn xlsx(entries: &[Entry], worth: Decimal) -> Vec<u8> {
    let sheet = sheet(entries, worth);
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn sheet(entries: &[Entry], worth: Decimal) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>",
    );
    let head = HEADINGS.map(|it| Value::Words(it.to_owned()));
    for (at, row) in std::iter::once(head)
        .chain(rows(entries, worth))
        .enumerate()
    {
        out += &format!("<row r=\"{}\">", at + 1);
        for (letter, value) in ('A'..='Z').zip(&row) {
            let place = format!("{letter}{}", at + 1);
            match value {
                Value::Words(words) => {
                    let words: String = words.chars().take(LONGEST).collect();
                    out += &format!(
                        "<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                        escaped(&words)
                    );
                }
                Value::Number(Some(number)) => {
                    out += &format!("<c r=\"{place}\"><v>{number}</v></c>");
                }
                Value::Number(None) => {}
            }
        }
        out += "</row>";
    }
    out + "</sheetData></worksheet>"
}

fn escaped(text: &str) -> String {
    let text = clean(text);
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Parts as a ZIP archive that stores them as they are, always the same bytes.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in parts {
        let offset = length(out.len());
        // Version 2.0, names in UTF-8, stored; the first day that such archives know.
        let mut head = Vec::new();
        for half in [20_u16, 1 << 11, 0, 0, 0x21] {
            head.extend(half.to_le_bytes());
        }
        let size = length(text.len());
        for word in [checksum(text.as_bytes()), size, size] {
            head.extend(word.to_le_bytes());
        }
        head.extend(u16::try_from(name.len()).unwrap_or_default().to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(text.as_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        // No remark, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (
        length(out.len()),
        u16::try_from(parts.len()).unwrap_or_default(),
    );
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length(directory.len()).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// A length as archives write it; a class is far below four gigabytes.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// CRC-32 as archives use it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        let bits = 0..8;
        bits.fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn words_are_text_and_nothing_acts() {
        let entry = Entry {
            id: "王".into(),
            name: "=HYPERLINK(\"x\")<b>&\u{1}".into(),
            given: Some(Decimal::new(825, 1)),
            ..Entry::default()
        };
        let sheet = sheet(&[entry], 20.into());
        assert!(
            sheet.contains("=HYPERLINK(\"x\")&lt;b&gt;&amp;\u{fffd}"),
            "{sheet}"
        );
        assert!(sheet.contains("<c r=\"B2\"><v>16.5</v></c>"));
        assert!(!sheet.contains("<f>"));
    }
}
