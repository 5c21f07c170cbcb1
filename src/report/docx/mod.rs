//! A report as a document for word processors: headings to navigate by, styles to change, lists and
//! tables that are lists and tables.
//!
//! Written by hand: a handful of small XML files in a zip. The crates that write such documents
//! bring readers of pictures along, which would be a third of the program.
//!
//! | file | what it holds |
//! |---|---|
//! | [`xml`] | text that cannot become markup |
//! | [`body`] | what is said |
//! | [`parts`] | styles, numbering, page, and the parts' list of each other |

mod body;
mod parts;
mod xml;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::document::Document;
use super::package::signed;

/// The document as a DOCX file; nothing where it cannot be one.
pub fn docx(document: &Document) -> Vec<u8> {
    packed(document).map(signed).unwrap_or_default()
}

fn packed(document: &Document) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The same plan gives the same bytes, so the files have no day.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let (body, lists) = body::body(document);
    let files = [
        ("[Content_Types].xml", parts::TYPES.to_owned()),
        ("_rels/.rels", parts::ROOT.to_owned()),
        ("docProps/core.xml", parts::core(document)),
        ("word/_rels/document.xml.rels", parts::RELATIONS.to_owned()),
        ("word/styles.xml", parts::styles(document.lang)),
        ("word/numbering.xml", parts::numbering(&lists)),
        ("word/footer1.xml", parts::FOOTER.to_owned()),
        ("word/document.xml", body),
    ];
    for (name, content) in files {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::super::document::{Block, Section, Shape, Span};
    use super::*;
    use crate::words::Lang;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    }

    #[test]
    fn what_an_author_writes_is_never_markup() {
        let mut document = Document::new(Lang::Zh, Shape::Flow, "<w:p/> & 茶");
        let mut section = Section::new("needs", "需要");
        section.push(Block::Paragraph(vec![Span::author(
            "]]><a href=\"x\">\u{1}好",
        )]));
        document.push(section);
        let bytes = docx(&document);
        let body = part(&bytes, "word/document.xml");
        assert!(body.contains("&lt;w:p/&gt; &amp; 茶"));
        assert!(body.contains("]]&gt;&lt;a href=&quot;x&quot;&gt;\u{fffd}好"));
        assert!(body.contains("<w:pStyle w:val=\"Heading1\"/>"));
        assert!(part(&bytes, "word/styles.xml").contains("w:eastAsia=\"zh-CN\""));
    }

    #[test]
    fn the_same_document_gives_the_same_bytes_and_they_are_ours() {
        let document = Document::new(Lang::En, Shape::Page, "Ferry");
        let bytes = docx(&document);
        assert_eq!(bytes, docx(&document));
        assert!(bytes.ends_with(super::super::format::SIGN.as_bytes()));
    }
}
