//! The parts beside the text: styles, numbering, the foot of a page, and what belongs to what.

use super::body::tag;
use super::xml::Xml;
use crate::report::document::{Document, text};
use crate::words::Lang;

/// What kind each part is.
pub const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

/// Where the text stands.
pub const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

/// What the text uses.
pub const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;

/// The number of the page.
pub const FOOTER: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>"#;

/// A style of paragraphs: its key, its name, the level of its heading, its spacing and its letters.
type Look = (
    &'static str,
    &'static str,
    Option<u8>,
    &'static str,
    &'static str,
);

const LOOKS: &[Look] = &[
    (
        "Title",
        "Title",
        None,
        r#"<w:keepNext/><w:spacing w:after="60"/>"#,
        r#"<w:b/><w:sz w:val="44"/>"#,
    ),
    (
        "Subtitle",
        "Subtitle",
        None,
        r#"<w:spacing w:after="160"/>"#,
        r#"<w:color w:val="595959"/><w:sz w:val="26"/>"#,
    ),
    (
        "Heading1",
        "heading 1",
        Some(0),
        r#"<w:keepNext/><w:spacing w:before="360" w:after="120"/>"#,
        r#"<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="32"/>"#,
    ),
    (
        "Heading2",
        "heading 2",
        Some(1),
        r#"<w:keepNext/><w:spacing w:before="260" w:after="80"/>"#,
        r#"<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="26"/>"#,
    ),
    (
        "Heading3",
        "heading 3",
        Some(2),
        r#"<w:keepNext/><w:spacing w:before="200" w:after="60"/>"#,
        r#"<w:b/><w:sz w:val="22"/>"#,
    ),
    (
        "Heading4",
        "heading 4",
        Some(3),
        r#"<w:keepNext/><w:spacing w:before="160" w:after="40"/>"#,
        r"<w:b/><w:i/>",
    ),
    (
        "ListParagraph",
        "List Paragraph",
        None,
        r#"<w:spacing w:after="40"/><w:ind w:left="360"/>"#,
        "",
    ),
    (
        "Caption",
        "caption",
        None,
        r#"<w:keepNext/><w:spacing w:before="120" w:after="60"/>"#,
        "<w:b/>",
    ),
    ("Fact", "Fact", None, r#"<w:spacing w:after="40"/>"#, ""),
    (
        "Cell",
        "Cell",
        None,
        r#"<w:spacing w:before="20" w:after="20"/>"#,
        r#"<w:sz w:val="18"/>"#,
    ),
    (
        "Callout",
        "Callout",
        None,
        r#"<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="B35900"/></w:pBdr><w:spacing w:before="120" w:after="0"/><w:ind w:left="200"/>"#,
        "",
    ),
    (
        "CalloutText",
        "Callout Text",
        None,
        r#"<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="B35900"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="200"/>"#,
        "",
    ),
];

/// The styles, in a language.
pub fn styles(lang: Lang) -> String {
    let mut out = Xml::default();
    out.raw(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val=""#);
    out.raw(tag(lang));
    out.raw(r#"" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#);
    for (key, name, level, paragraph, letters) in LOOKS {
        out.raw(r#"<w:style w:type="paragraph" w:styleId=""#)
            .raw(key);
        out.raw(r#""><w:name w:val=""#).raw(name);
        out.raw(r#""/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>"#)
            .raw(paragraph);
        if let Some(level) = level {
            out.raw(r#"<w:outlineLvl w:val=""#)
                .raw(&level.to_string())
                .raw(r#""/>"#);
        }
        out.raw("</w:pPr><w:rPr>")
            .raw(letters)
            .raw("</w:rPr></w:style>");
    }
    out.raw(r#"<w:style w:type="table" w:styleId="Plan"><w:name w:val="Plan Table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C8C8C8"/></w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="DDE6F0"/></w:tcPr></w:tblStylePr></w:style></w:styles>"#);
    out.done()
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
