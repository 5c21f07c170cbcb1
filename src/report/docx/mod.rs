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
//! | [`table`](mod@table) | tables, and how wide their columns are |
//! | [`picture`] | the drawings of charts |
//! | [`page`] | the paper |
//! | [`parts`] | styles, numbering, page, and the parts' list of each other |

mod body;
mod page;
mod parts;
mod picture;
mod table;
mod xml;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use self::page::Page;
use super::Paper;
use super::document::Document;
use super::package::signed;

/// The document as a DOCX file on this paper; nothing where it cannot be one.
pub fn docx(document: &Document, paper: Paper) -> Vec<u8> {
    packed(document, paper).map(signed).unwrap_or_default()
}

fn packed(document: &Document, paper: Paper) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The same plan gives the same bytes, so the files have no day.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let body = body::body(document, Page::new(paper, document.shape));
    let files = [
        ("[Content_Types].xml", parts::TYPES.to_owned()),
        ("_rels/.rels", parts::ROOT.to_owned()),
        ("docProps/core.xml", parts::core(document)),
        (
            "word/_rels/document.xml.rels",
            parts::relations(body.pictures.len()),
        ),
        ("word/styles.xml", parts::styles(document)),
        ("word/numbering.xml", parts::numbering(&body.lists)),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/footer1.xml", parts::footer(document)),
        ("word/document.xml", body.text),
    ];
    for (name, content) in files {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    for (at, picture) in (1..).zip(&body.pictures) {
        zip.start_file(format!("word/media/chart{at}.emf"), options)?;
        zip.write_all(picture)?;
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
        let bytes = docx(&document, Paper::A4);
        let body = part(&bytes, "word/document.xml");
        assert!(body.contains("&lt;w:p/&gt; &amp; 茶"));
        assert!(body.contains("]]&gt;&lt;a href=&quot;x&quot;&gt;\u{fffd}好"));
        assert!(body.contains("<w:pStyle w:val=\"Heading1\"/>"));
        assert!(part(&bytes, "word/styles.xml").contains("w:eastAsia=\"zh-CN\""));
    }

    #[test]
    fn the_same_document_gives_the_same_bytes_and_they_are_ours() {
        let document = Document::new(Lang::En, Shape::Page, "Ferry");
        let bytes = docx(&document, Paper::A4);
        assert_eq!(bytes, docx(&document, Paper::A4));
        assert!(bytes.ends_with(super::super::format::SIGN.as_bytes()));
    }
}
