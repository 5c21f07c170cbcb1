//! The parts beside the text: styles, numbering, the foot of a page, and what belongs to what.

use super::body::tag;
use super::xml::Xml;
use crate::charts::picture::clip;
use crate::report::document::{Document, Shape, text};

/// What kind each part is.
pub const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

/// Where the text stands.
pub const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

/// How it is to be opened: as a program of these years writes it, so that no old layout is guessed.
pub const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#;

/// What the text uses, with so many pictures.
pub fn relations(pictures: usize) -> String {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = ["styles", "numbering", "footer", "settings"];
    let parts = (1..).zip(parts).map(|(at, kind)| {
        let file = if kind == "footer" { "footer1" } else { kind };
        (format!("rId{at}"), kind, format!("{file}.xml"))
    });
    let pictures = (1..=pictures).map(|at| {
        let file = format!("media/chart{at}.emf");
        (format!("pic{at}"), "image", file)
    });
    let mut out = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    );
    for (id, kind, file) in parts.chain(pictures) {
        out += &format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{file}"/>"#);
    }
    out + "</Relationships>"
}

/// What stands below each page: the title, and which page of how many it is.
pub fn footer(document: &Document) -> String {
    let field = |name: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let title = clip(&text(&document.title).replace('\n', " "), 60);
    let mut out = Xml::default();
    out.raw(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">"#);
    out.text(&title).raw("  ·  </w:t></w:r>");
    out.raw(&field("PAGE"));
    out.raw(r#"<w:r><w:t xml:space="preserve"> / </w:t></w:r>"#);
    out.raw(&field("NUMPAGES")).raw("</w:p></w:ftr>");
    out.done()
}

/// A style of paragraphs: its key, its name, the level of its heading, its spacing, its letters,
/// and how large they are, in twentieths of the size of the text.
type Look = (
    &'static str,
    &'static str,
    Option<u8>,
    &'static str,
    &'static str,
    u32,
);

const LOOKS: &[Look] = &[
    (
        "Title",
        "Title",
        None,
        r#"<w:keepNext/><w:spacing w:after="60"/>"#,
        r"<w:b/>",
        42,
    ),
    (
        "Subtitle",
        "Subtitle",
        None,
        r#"<w:spacing w:after="160"/>"#,
        r#"<w:color w:val="595959"/>"#,
        25,
    ),
    (
        "Heading1",
        "heading 1",
        Some(0),
        r#"<w:keepNext/><w:spacing w:before="360" w:after="120"/>"#,
        r#"<w:b/><w:color w:val="1F3A5F"/>"#,
        30,
    ),
    (
        "Heading2",
        "heading 2",
        Some(1),
        r#"<w:keepNext/><w:spacing w:before="260" w:after="80"/>"#,
        r#"<w:b/><w:color w:val="1F3A5F"/>"#,
        25,
    ),
    (
        "Heading3",
        "heading 3",
        Some(2),
        r#"<w:keepNext/><w:spacing w:before="200" w:after="60"/>"#,
        r"<w:b/>",
        21,
    ),
    (
        "Heading4",
        "heading 4",
        Some(3),
        r#"<w:keepNext/><w:spacing w:before="160" w:after="40"/>"#,
        r#"<w:b/><w:color w:val="404040"/>"#,
        20,
    ),
    (
        "ListParagraph",
        "List Paragraph",
        None,
        r#"<w:spacing w:after="40"/><w:ind w:left="360"/>"#,
        "",
        20,
    ),
    (
        "Caption",
        "caption",
        None,
        r#"<w:keepNext/><w:spacing w:before="120" w:after="60"/>"#,
        "<w:b/>",
        20,
    ),
    ("Fact", "Fact", None, r#"<w:spacing w:after="20"/>"#, "", 20),
    (
        "Cell",
        "Cell",
        None,
        r#"<w:spacing w:before="20" w:after="20"/>"#,
        "",
        17,
    ),
    (
        "After",
        "After Table",
        None,
        r#"<w:spacing w:before="0" w:after="0" w:line="140" w:lineRule="exact"/>"#,
        "",
        8,
    ),
    (
        "ContentsTitle",
        "Contents Title",
        None,
        r#"<w:keepNext/><w:spacing w:before="240" w:after="60"/>"#,
        r#"<w:b/><w:color w:val="1F3A5F"/>"#,
        23,
    ),
    (
        "TOC1",
        "toc 1",
        None,
        r#"<w:spacing w:after="20"/>"#,
        r#"<w:color w:val="1F4E8C"/>"#,
        20,
    ),
    (
        "Footer",
        "footer",
        None,
        r#"<w:spacing w:after="0"/><w:jc w:val="center"/>"#,
        r#"<w:color w:val="595959"/>"#,
        16,
    ),
    (
        "Question",
        "Chart Question",
        None,
        r#"<w:keepNext/><w:spacing w:after="80"/>"#,
        r#"<w:color w:val="595959"/>"#,
        20,
    ),
    (
        "Picture",
        "Picture",
        None,
        r#"<w:keepNext/><w:spacing w:before="60" w:after="80" w:line="240" w:lineRule="auto"/>"#,
        "",
        20,
    ),
    (
        "Note",
        "Chart Note",
        None,
        r#"<w:spacing w:after="30"/><w:ind w:left="280" w:hanging="280"/>"#,
        "",
        18,
    ),
    (
        "Callout",
        "Callout",
        None,
        r#"<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="B35900"/></w:pBdr><w:spacing w:before="120" w:after="0"/><w:ind w:left="200"/>"#,
        "",
        20,
    ),
    (
        "CalloutText",
        "Callout Text",
        None,
        r#"<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="B35900"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="200"/>"#,
        "",
        20,
    ),
];

/// The styles, in the language of the document and as large as its shape wants.
pub fn styles(document: &Document) -> String {
    let lang = document.lang;
    let base: u32 = match document.shape {
        Shape::Flow => 20,
        Shape::Page => 16,
        Shape::Slides => 26,
    };
    let size = base.to_string();
    let mut out = Xml::default();
    out.raw(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" w:cs="Arial"/><w:sz w:val=""#);
    out.raw(&size).raw(r#""/><w:szCs w:val=""#).raw(&size);
    out.raw(r#""/><w:lang w:val=""#).raw(tag(lang));
    out.raw(r#"" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" "#);
    out.raw(&match document.shape {
        Shape::Page => format!(r#"w:line="{}" w:lineRule="exact""#, base * 13),
        Shape::Flow | Shape::Slides => r#"w:line="259" w:lineRule="auto""#.to_owned(),
    });
    out.raw(r#"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#);
    for (key, name, level, paragraph, letters, twentieths) in LOOKS {
        out.raw(r#"<w:style w:type="paragraph" w:styleId=""#)
            .raw(key);
        out.raw(r#""><w:name w:val=""#).raw(name);
        out.raw(r#""/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>"#)
            .raw(&spaced(paragraph, document.shape, base * twentieths / 20));
        if let Some(level) = level {
            out.raw(r#"<w:outlineLvl w:val=""#)
                .raw(&level.to_string())
                .raw(r#""/>"#);
        }
        let size = base * twentieths / 20;
        out.raw("</w:pPr><w:rPr>").raw(letters);
        out.raw(&format!(
            r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#
        ));
    }
    out.raw(r#"<w:style w:type="table" w:styleId="Plan"><w:name w:val="Plan Table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C8C8C8"/></w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="DDE6F0"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>"#);
    out.done()
}

/// The spacing of a style with letters of this size; where a page must hold everything there is
/// less of it, and lines are as high as we say, whatever font a reader has.
fn spaced(paragraph: &str, shape: Shape, size: u32) -> String {
    if shape != Shape::Page {
        return paragraph.to_owned();
    }
    let mut pieces = paragraph.split("w:before=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let less = number.parse().unwrap_or(0) * 2 / 5;
        out += &format!("w:before=\"{less}\"{rest}");
    }
    let out = out.replace("w:after=\"120\"", "w:after=\"40\"");
    if out.contains("w:line=") {
        return out;
    }
    let exact = format!("<w:spacing w:line=\"{}\" w:lineRule=\"exact\"", size * 13);
    out.replace("<w:spacing", &exact)
}

/// How lists are counted: each numbered one begins anew.
pub fn numbering(lists: &[bool]) -> String {
    let mut out = Xml::default();
    out.raw(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>"#);
    for (at, numbered) in lists.iter().enumerate() {
        let kind = if *numbered { "1" } else { "0" };
        out.raw(r#"<w:num w:numId=""#).raw(&(at + 1).to_string());
        out.raw(r#""><w:abstractNumId w:val=""#).raw(kind);
        out.raw(
            r#""/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#,
        );
    }
    out.raw("</w:numbering>");
    out.done()
}

/// What the file says of itself.
pub fn core(document: &Document) -> String {
    let mut out = Xml::default();
    out.raw(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>"#);
    out.text(&text(&document.title));
    out.raw("</dc:title><dc:language>").raw(tag(document.lang));
    out.raw("</dc:language></cp:coreProperties>");
    out.done()
}
