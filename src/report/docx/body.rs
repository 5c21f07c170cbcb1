//! What is said, as paragraphs and tables.

use super::page::Page;
use super::picture;
use super::table::table;
use super::xml::Xml;
use crate::charts::Chart;
use crate::report::document::{Block, Callout, Document, Fact, Section, Shape, Span, Style, Voice};
use crate::report::{data, drawing};
use crate::words::{Lang, Text, date};

/// The names of a word processor for what the parts are written in.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>";
/// What the body of a document needs beside it.
#[derive(Debug, Default)]
pub struct Body {
    /// The text.
    pub text: String,
    /// For each of its lists whether it is numbered.
    pub lists: Vec<bool>,
    /// Its drawings.
    pub pictures: Vec<Vec<u8>>,
}

/// The text of the document, on these pages.
pub fn body(document: &Document, page: Page) -> Body {
    let mut writer = Writer {
        document,
        page,
        out: Xml::default(),
        lists: Vec::new(),
        pictures: Vec::new(),
    };
    writer.out.raw(HEAD);
    writer.paragraph("Title", &document.title);
    if !document.subtitle.is_empty() {
        writer.paragraph("Subtitle", &document.subtitle);
    }
    match document.shape {
        Shape::Page => writer.facts_in_a_row(&document.facts),
        Shape::Flow | Shape::Slides => writer.facts(&document.facts),
    }
    if document.shape == Shape::Flow && document.sections.len() > 1 {
        writer.contents();
    }
    for (at, section) in document.sections.iter().enumerate() {
        writer.section(at, section);
    }
    let end = page.end();
    writer.out.raw(&end);
    Body {
        text: writer.out.done(),
        lists: writer.lists,
        pictures: writer.pictures,
    }
}

/// The tag of a language, for hyphenation and spelling.
pub fn tag(lang: Lang) -> &'static str {
    Text::new("en-GB", "zh-CN").get(lang)
}

/// A text in the making.
#[derive(Debug)]
pub struct Writer<'d> {
    document: &'d Document,
    /// The pages on which it stands.
    pub page: Page,
    /// What is written so far.
    pub out: Xml,
    lists: Vec<bool>,
    pictures: Vec<Vec<u8>>,
}

impl Writer<'_> {
    /// What stands in the document, with links to it.
    ///
    /// A word processor makes it anew, with the numbers of the pages, when it is asked to.
    fn contents(&mut self) {
        let title = Text::new("Contents", "目录").get(self.document.lang);
        self.paragraph("ContentsTitle", &[Span::text(title)]);
        let last = self.document.sections.len().saturating_sub(1);
        for (at, section) in self.document.sections.iter().enumerate() {
            self.out
                .raw("<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>");
            if at == 0 {
                self.out.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\n \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
            }
            self.out.raw(&format!("<w:hyperlink w:anchor=\"s{at}\">"));
            for span in &section.title {
                self.span(span);
            }
            self.out.raw("</w:hyperlink>");
            if at == last {
                self.out
                    .raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            self.out.raw("</w:p>");
        }
    }

    fn section(&mut self, at: usize, section: &Section) {
        // A slide begins a page without an empty paragraph before it.
        let breaks = self.document.shape == Shape::Slides && at > 0;
        let breaks = if breaks { "<w:pageBreakBefore/>" } else { "" };
        self.out.raw(&format!("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/>{breaks}</w:pPr><w:bookmarkStart w:id=\"{at}\" w:name=\"s{at}\"/>"));
        self.spans(&section.title);
        self.out
            .raw(&format!("<w:bookmarkEnd w:id=\"{at}\"/></w:p>"));
        self.blocks(&section.blocks);
    }

    /// A paragraph of this style.
    pub fn paragraph(&mut self, style: &str, spans: &[Span]) {
        self.out
            .raw("<w:p><w:pPr><w:pStyle w:val=\"")
            .raw(style)
            .raw("\"/></w:pPr>");
        self.spans(spans);
        self.out.raw("</w:p>");
    }

    fn page_break(&mut self) {
        self.out
            .raw("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    /// Words in a row, with what they lead to.
    pub fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            let to = span.to.as_ref();
            // What nobody can find is no link.
            let to = to.and_then(|to| self.document.sections.iter().position(|it| it.id == *to));
            if let Some(at) = to {
                self.out.raw(&format!("<w:hyperlink w:anchor=\"s{at}\">"));
            }
            self.span(span);
            if to.is_some() {
                self.out.raw("</w:hyperlink>");
            }
        }
    }

    fn span(&mut self, span: &Span) {
        // The author's words may be in another language than ours.
        let lang = match (span.voice, self.document.author_lang.as_str()) {
            (Voice::Ours, _) => Some(self.document.lang),
            (Voice::Author, "en") => Some(Lang::En),
            (Voice::Author, "zh") => Some(Lang::Zh),
            (Voice::Author, _) => None,
        };
        // Quotation marks and dashes are as wide as Chinese letters among Chinese ones only.
        let hint = match lang {
            Some(Lang::Zh) => " w:hint=\"eastAsia\"",
            _ => "",
        };
        let face = match span.style {
            Style::Code => " w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"",
            _ => "",
        };
        self.out.raw("<w:r><w:rPr>");
        if !(hint.is_empty() && face.is_empty()) {
            self.out.raw("<w:rFonts").raw(hint).raw(face).raw("/>");
        }
        self.out.raw(match span.style {
            Style::Plain | Style::Code => "",
            Style::Strong => "<w:b/>",
            // Chinese letters do not lean.
            Style::Emphasis if lang == Some(Lang::Zh) => "",
            Style::Emphasis => "<w:i/>",
            Style::Faint => "<w:color w:val=\"595959\"/>",
        });
        self.out.raw(match lang {
            Some(Lang::En) => "<w:lang w:val=\"en-GB\"/>",
            Some(Lang::Zh) => "<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/>",
            None => "",
        });
        self.out.raw("</w:rPr>");
        for (at, line) in span.as_str().split('\n').enumerate() {
            if at > 0 {
                self.out.raw("<w:br/>");
            }
            self.out
                .raw("<w:t xml:space=\"preserve\">")
                .text(line)
                .raw("</w:t>");
        }
        self.out.raw("</w:r>");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(depth, spans) => {
                let style = match depth {
                    0 | 1 => "Heading2",
                    2 => "Heading3",
                    _ => "Heading4",
                };
                self.paragraph(style, spans);
            }
            Block::Paragraph(spans) => self.paragraph("Normal", spans),
            Block::List(numbered, items) => self.list(*numbered, items),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(it) => table(self, it),
            Block::Chart(chart) => self.chart(chart),
            Block::Callout(callout) => self.callout(callout),
            // Paper does not fold: what may be skipped stands under a heading of its own.
            Block::Fold(title, inner) => {
                self.paragraph("Heading3", title);
                self.blocks(inner);
            }
            Block::PageBreak => self.page_break(),
        }
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Span>]) {
        self.lists.push(numbered);
        let number = self.lists.len().to_string();
        for item in items {
            self.out.raw("<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"");
            self.out.raw(&number).raw("\"/></w:numPr></w:pPr>");
            self.spans(item);
            self.out.raw("</w:p>");
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            let spans = self.fact(fact);
            self.paragraph("Fact", &spans);
        }
    }

    fn fact(&self, fact: &Fact) -> Vec<Span> {
        let colon = Text::new(": ", "：").get(self.document.lang);
        let label = fact.label.iter().cloned().map(Span::strong);
        let mut spans: Vec<Span> = label.collect();
        spans.push(Span::text(colon).strong());
        spans.extend(fact.value.iter().cloned());
        spans
    }

    /// What the document is, where a page must hold everything: in a row.
    fn facts_in_a_row(&mut self, facts: &[Fact]) {
        let mut spans = Vec::new();
        for fact in facts {
            if !spans.is_empty() {
                spans.push(Span::text("    "));
            }
            spans.extend(self.fact(fact));
        }
        if !spans.is_empty() {
            self.paragraph("Fact", &spans);
        }
    }

    /// A chart: its question, its drawing, what each mark is, its numbers.
    fn chart(&mut self, chart: &Chart) {
        let plain = |text: &str| vec![Span::author(text)];
        let slides = self.document.shape == Shape::Slides;
        if !slides {
            self.paragraph("Heading3", &[Span::text(&chart.title)]);
        }
        let question = Span::text(&chart.question).styled(Style::Emphasis);
        self.paragraph("Question", &[question]);
        match (&chart.body, drawing::draw(chart)) {
            (_, Some(drawing)) if slides => return self.beside(chart, &drawing),
            (_, Some(drawing)) => self.picture(chart, &drawing, 1.0),
            (Err(missing), None) => self.paragraph("Normal", &plain(&missing.say)),
            (Ok(_), None) => {}
        }
        self.words(chart);
        let numbers = data::table(chart).filter(|_| self.document.shape == Shape::Flow);
        if let Some(mut numbers) = numbers {
            numbers.caption.clear();
            table(self, &numbers);
        }
    }

    /// What each mark is, and how to read the drawing.
    fn words(&mut self, chart: &Chart) {
        for note in &chart.notes {
            let said = format!("{} {}", note.mark, note.text);
            self.paragraph("Note", &[Span::author(said)]);
        }
        for remark in &chart.remarks {
            let said = Span::text(remark).styled(Style::Faint);
            self.paragraph("Note", &[said]);
        }
    }

    /// A drawing with its words on the right, as a slide is wide and not high.
    fn beside(&mut self, chart: &Chart, drawing: &drawing::Drawing) {
        let room = self.page.width();
        let left = room * 58 / 100;
        self.out.raw(&format!("<w:tbl><w:tblPr><w:tblW w:w=\"{room}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{left}\"/><w:gridCol w:w=\"{}\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"{left}\" w:type=\"dxa\"/></w:tcPr>", room - left));
        self.picture(chart, drawing, 0.56);
        self.out.raw(&format!(
            "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>",
            room - left
        ));
        self.words(chart);
        if chart.notes.is_empty() && chart.remarks.is_empty() {
            // A cell holds a paragraph at least.
            self.paragraph("Note", &[]);
        }
        self.out.raw("</w:tc></w:tr></w:tbl>");
        self.paragraph("After", &[]);
    }

    /// The drawing, in this share of the width of the text.
    fn picture(&mut self, chart: &Chart, drawing: &drawing::Drawing, share: f64) {
        /// The measure of pictures: this many are a hundredth of a millimetre.
        const EMU: f64 = 360.0;
        /// And this many are a twentieth of a point.
        const TWENTIETH: f64 = 635.0;
        self.pictures.push(picture::emf(drawing));
        let at = self.pictures.len();
        let (wide, high) = picture::size(drawing);
        let rooms = [
            f64::from(self.page.width()) * share * TWENTIETH / (wide * EMU),
            f64::from(self.page.height()) * 0.72 * TWENTIETH / (high * EMU),
        ];
        // On a wall a drawing is as large as its place; in a text it keeps its size.
        let largest = if share < 1.0 { 2.0 } else { 1.0 };
        let times = rooms.into_iter().fold(largest, f64::min) * EMU;
        let size = format!("cx=\"{:.0}\" cy=\"{:.0}\"", wide * times, high * times);
        let notes = chart.notes.iter();
        let notes = notes.map(|note| format!("{} {}", note.mark, note.text));
        let words: Vec<String> = std::iter::once(chart.title.clone()).chain(notes).collect();
        self.out.raw("<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
        self.out.raw(&format!(
            "<wp:extent {size}/><wp:docPr id=\"{at}\" name=\"Chart {at}\" descr=\""
        ));
        self.out.text(&words.join("; ").replace('\n', " "));
        self.out.raw(&format!("\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{at}\" name=\"Chart {at}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"pic{at}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"));
    }

    fn callout(&mut self, callout: &Callout) {
        let lang = self.document.lang;
        let mut head = Vec::new();
        if let Some(severity) = callout.severity {
            let label = severity.label().get(lang);
            head.push(Span::text(format!("{} {label} ", severity.mark())).strong());
        }
        head.extend(callout.title.iter().cloned());
        if !callout.code.is_empty() {
            head.push(Span::text(format!(" {}", callout.code)).styled(Style::Faint));
        }
        self.paragraph("Callout", &head);
        self.paragraph("CalloutText", &callout.text);
        if let Some(answer) = &callout.answer {
            let label = Text::new("Answer: ", "答复：").get(lang);
            let mut said = vec![Span::text(label).strong()];
            said.extend(answer.reason.iter().cloned());
            if !answer.by.is_empty() {
                said.push(Span::text(Text::new(" (", "（").get(lang)));
                said.extend(answer.by.iter().cloned());
                said.push(Span::text(Text::new(")", "）").get(lang)));
            }
            if let Some(day) = answer.until {
                let until = Text::new(", until {0}", "，至{0}");
                said.push(Span::text(until.fill(lang, &[date::show(day, lang)])));
            }
            self.paragraph("CalloutText", &said);
        }
    }
}
