//! What is said, as paragraphs and tables.

use super::xml::Xml;
use crate::charts::Chart;
use crate::report::data;
use crate::report::document::{
    Align, Block, Callout, Document, Fact, Shape, Span, Style, Table, Voice,
};
use crate::words::{Lang, Text, date};

/// The names of a word processor for what the parts are written in.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";
/// A4, with the number of the page below.
const PAGE: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
/// How wide the text is, in twentieths of a point.
const WIDTH: usize = 9638;

/// The text of the document, and for each of its lists whether it is numbered.
pub fn body(document: &Document) -> (String, Vec<bool>) {
    let mut writer = Writer {
        document,
        out: Xml::default(),
        lists: Vec::new(),
    };
    writer.out.raw(HEAD);
    writer.paragraph("Title", &document.title);
    if !document.subtitle.is_empty() {
        writer.paragraph("Subtitle", &document.subtitle);
    }
    writer.facts(&document.facts);
    for (at, section) in document.sections.iter().enumerate() {
        if document.shape == Shape::Slides && at > 0 {
            writer.page_break();
        }
        let number = at.to_string();
        // What links lead to; its name holds letters, digits and hyphens only.
        writer.out.raw("<w:bookmarkStart w:id=\"").raw(&number);
        writer.out.raw("\" w:name=\"").text(&section.id).raw("\"/>");
        writer.paragraph("Heading1", &section.title);
        writer
            .out
            .raw("<w:bookmarkEnd w:id=\"")
            .raw(&number)
            .raw("\"/>");
        writer.blocks(&section.blocks);
    }
    writer.out.raw(PAGE);
    (writer.out.done(), writer.lists)
}

/// The tag of a language, for hyphenation and spelling.
pub fn tag(lang: Lang) -> &'static str {
    Text::new("en-GB", "zh-CN").get(lang)
}

struct Writer<'d> {
    document: &'d Document,
    out: Xml,
    lists: Vec<bool>,
}

impl Writer<'_> {
    fn paragraph(&mut self, style: &str, spans: &[Span]) {
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

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            if let Some(to) = &span.to {
                self.out.raw("<w:hyperlink w:anchor=\"").text(to).raw("\">");
            }
            self.span(span);
            if span.to.is_some() {
                self.out.raw("</w:hyperlink>");
            }
        }
    }

    fn span(&mut self, span: &Span) {
        self.out.raw("<w:r><w:rPr>");
        self.out.raw(match span.style {
            Style::Plain => "",
            Style::Strong => "<w:b/>",
            Style::Emphasis => "<w:i/>",
            Style::Code => "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/>",
            Style::Faint => "<w:color w:val=\"595959\"/>",
        });
        // The author's words may be in another language than ours.
        let author = (span.voice == Voice::Author).then_some(self.document.author_lang.as_str());
        match author {
            Some("en") => self.lang(Lang::En),
            Some("zh") => self.lang(Lang::Zh),
            Some(_) => {}
            None => self.lang(self.document.lang),
        }
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

    fn lang(&mut self, lang: Lang) {
        self.out.raw(match lang {
            Lang::En => "<w:lang w:val=\"en-GB\"/>",
            Lang::Zh => "<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/>",
        });
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
            Block::Table(table) => self.table(table),
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
            let colon = Text::new(": ", "：").get(self.document.lang);
            let label = fact.label.iter().cloned().map(Span::strong);
            let mut spans: Vec<Span> = label.collect();
            spans.push(Span::text(colon).strong());
            spans.extend(fact.value.iter().cloned());
            self.paragraph("Fact", &spans);
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.paragraph("Caption", &table.caption);
        }
        let columns = table.columns.len().max(1);
        let width = (WIDTH / columns).to_string();
        self.out.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"Plan\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>");
        for _ in 0..columns {
            self.out.raw("<w:gridCol w:w=\"").raw(&width).raw("\"/>");
        }
        // The head stands on every page that the table reaches.
        self.out
            .raw("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for column in &table.columns {
            let head: Vec<Span> = column.head.iter().cloned().map(Span::strong).collect();
            self.cell(column.align, &head);
        }
        self.out.raw("</w:tr>");
        for row in &table.rows {
            self.out.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (column, cell) in table.columns.iter().zip(row) {
                self.cell(column.align, &cell.spans);
            }
            self.out.raw("</w:tr>");
        }
        // Two tables in a row would become one.
        self.out
            .raw("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Fact\"/></w:pPr></w:p>");
    }

    fn cell(&mut self, align: Align, spans: &[Span]) {
        self.out.raw("<w:tc><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>");
        self.out.raw(match align {
            Align::Start => "",
            Align::Centre => "<w:jc w:val=\"center\"/>",
            Align::End => "<w:jc w:val=\"right\"/>",
        });
        self.out.raw("</w:pPr>");
        self.spans(spans);
        self.out.raw("</w:p></w:tc>");
    }

    /// A chart as what it says: its question, its numbers, its notes.
    fn chart(&mut self, chart: &Chart) {
        let plain = |text: &str| vec![Span::author(text)];
        self.paragraph("Heading3", &plain(&chart.title));
        let question = Span::author(&chart.question).styled(Style::Emphasis);
        self.paragraph("Normal", &[question]);
        if let Some(mut table) = data::table(chart) {
            table.caption.clear();
            self.table(&table);
        }
        let notes = chart.notes.iter();
        let notes = notes.map(|note| plain(&format!("{} {}", note.mark, note.text)));
        let remarks = chart.remarks.iter().map(|remark| plain(remark));
        let said: Vec<Vec<Span>> = notes.chain(remarks).collect();
        if !said.is_empty() {
            self.list(false, &said);
        }
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
