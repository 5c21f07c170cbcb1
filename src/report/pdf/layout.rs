//! A document as strips: what each block looks like on paper.

use super::drawn;
use super::flow::{Cell, Flow, Frame, Strip, row};
use super::ink::{Colour, FAINT, INK, Piece, RULE, Role, WASH};
use super::lines::{Line, Look, Setter, wrap};
use super::table;
use crate::checks::Severity;
use crate::report::document::{
    Align, Block, Callout, Document, Fact, Section, Shape, Span, Spans, text,
};
use crate::words::{Lang, Text, date};

/// A document on its way to paper.
#[derive(Debug)]
pub struct Layout<'d> {
    /// What is laid out.
    pub document: &'d Document,
    /// Sets the letters.
    pub setter: Setter,
    /// The pages.
    pub flow: Flow,
    /// How large everything is: 1 as a rule, less where a text must fit.
    pub scale: f32,
    /// How far the text stands from the left margin.
    pub indent: f32,
    /// How large plain text is before it is scaled.
    pub body: f32,
    /// Whether the words of a drawing stand beside it.
    pub beside: bool,
}

impl<'d> Layout<'d> {
    /// Nothing laid out yet.
    pub fn new(document: &'d Document, setter: Setter, frame: Frame, scale: f32) -> Layout<'d> {
        let body = match document.shape {
            Shape::Page => 9.5,
            Shape::Flow => 10.0,
            Shape::Slides => 17.0,
        };
        Layout {
            document,
            setter,
            flow: Flow::new(frame),
            scale,
            indent: 0.0,
            body,
            beside: false,
        }
    }

    /// The language of the document.
    pub fn lang(&self) -> Lang {
        self.document.lang
    }

    /// Plain letters, so much larger than those of the text.
    pub fn look(&self, times: f32) -> Look {
        Look {
            size: self.body * times * self.scale,
            bold: false,
            leans: false,
            colour: INK,
        }
    }

    /// From line to line, for letters of this size.
    pub fn leading(&self, size: f32) -> f32 {
        size * if self.lang() == Lang::Zh { 1.55 } else { 1.42 }
    }

    /// A length that shrinks with the text.
    pub fn space(&self, ems: f32) -> f32 {
        ems * self.body * self.scale
    }

    /// How wide the text is, without the indent.
    pub fn width(&self) -> f32 {
        self.flow.frame.width() - self.indent
    }

    /// Lets a strip wait for its page.
    pub fn push(&mut self, strip: Strip) {
        self.flow.waiting.push(strip);
    }

    /// The lines of some spans.
    pub fn lines(&mut self, spans: &[Span], look: Look, width: f32) -> Vec<Line> {
        wrap(&self.setter.letters(spans, look), width)
    }

    /// The title, the facts and all sections, poured onto pages.
    pub fn all(&mut self) {
        self.head();
        self.flow.pour();
        let document = self.document;
        for section in &document.sections {
            if document.shape == Shape::Slides {
                self.slide(section);
            } else {
                self.section(section);
                self.flow.pour();
            }
        }
        if self.flow.book.pages.is_empty() {
            self.push(Strip::default());
            self.flow.pour();
        }
    }

    fn head(&mut self) {
        let document = self.document;
        let times = if document.shape == Shape::Slides {
            2.2
        } else {
            2.0
        };
        self.heading(&document.title, 1, times, "", None);
        if !text(&document.subtitle).is_empty() {
            let look = Look {
                colour: FAINT,
                ..self.look(1.15)
            };
            self.prose(&document.subtitle, look, 0.2, Role::Paragraph);
        }
        let space = self.space(0.6);
        let start = self.flow.waiting.len();
        self.facts(&document.facts);
        if let Some(first) = self.flow.waiting.get_mut(start) {
            first.before += space;
        }
    }

    /// A slide is as large as it can be and still one page; beyond half its size it goes on.
    fn slide(&mut self, section: &Section) {
        let (before, scale) = (self.flow.clone(), self.scale);
        let steps = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];
        // A drawing with more words than have room beside it has them below.
        let tries = steps
            .map(|it| (it, true))
            .into_iter()
            .chain(steps.map(|it| (it, false)));
        for (times, beside) in tries {
            self.flow = before.clone();
            self.scale = scale * times;
            self.beside = beside;
            self.section(section);
            if let Some(first) = self.flow.waiting.first_mut() {
                first.breaks = true;
            }
            self.flow.pour();
            let is_one = self.flow.book.pages.len() <= before.book.pages.len() + 1;
            if is_one && !self.flow.overflows {
                break;
            }
        }
        self.scale = scale;
    }

    fn section(&mut self, section: &Section) {
        let outer = self.flow.begin(Role::Section);
        let times = match self.document.shape {
            Shape::Page => 1.2,
            Shape::Flow => 1.55,
            Shape::Slides => 1.6,
        };
        self.heading(&section.title, 2, times, &section.id, Some(0));
        let is_slide = self.document.shape == Shape::Slides;
        let own = is_slide && matches!(section.blocks.as_slice(), [Block::Chart(_)]);
        for block in &section.blocks {
            match block {
                // On a slide the heading is the title of the chart.
                Block::Chart(chart) if own => drawn::chart(self, chart, false),
                block => self.block(block),
            }
        }
        self.flow.open = outer;
    }

    /// A block.
    pub fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, title) => {
                let (level, times) = match level {
                    0 | 1 => (3, 1.2),
                    2 => (4, 1.08),
                    _ => (5, 1.0),
                };
                let depth = (level == 3).then_some(1);
                self.heading(title, level, times, "", depth);
            }
            Block::Paragraph(spans) => {
                let look = self.look(1.0);
                self.prose(spans, look, 0.5, Role::Paragraph);
            }
            Block::List(ordered, items) => self.list(*ordered, items),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => table::table(self, table),
            Block::Chart(chart) => drawn::chart(self, chart, true),
            Block::Callout(callout) => self.callout(callout),
            Block::Fold(title, blocks) => {
                self.heading(title, 4, 1.0, "", None);
                for block in blocks {
                    self.block(block);
                }
            }
            Block::PageBreak => self.push(Strip {
                breaks: true,
                ..Strip::default()
            }),
        }
    }

    /// A heading stays with what follows it.
    fn heading(&mut self, title: &[Span], level: u8, times: f32, id: &str, depth: Option<u8>) {
        let look = Look {
            bold: true,
            ..self.look(times)
        };
        let node = self.flow.node(Role::Heading(level));
        let lines = self.lines(title, look, self.width());
        let leading = look.size * 1.35;
        let cell = self.cell(lines, node);
        let rule = level == 2;
        let pads = (0.0, if rule { self.space(0.35) } else { 0.0 });
        // A heading without end goes on over the page.
        let in_one = cell.lines.len() as f32 * leading < self.flow.frame.height() / 2.0;
        let mut strips = row(&[cell], pads, leading, in_one);
        let count = strips.len();
        for (nth, strip) in strips.iter_mut().enumerate() {
            if nth > 0 {
                strip.keeps_next = nth + 1 == count;
                continue;
            }
            strip.before = self.space(if level == 2 { 1.6 } else { 1.0 });
            strip.keeps_next = true;
            if rule {
                let width = self.flow.frame.width();
                let line = Piece::fill(0.0, strip.height - 1.0, width, 1.0, RULE);
                strip.pieces.push(line);
            }
            strip.bookmark = depth.map(|depth| (depth, text(title), id.to_owned()));
        }
        self.flow.waiting.extend(strips);
    }

    /// The text column as a cell.
    fn cell(&self, lines: Vec<Line>, node: usize) -> Cell {
        Cell {
            x: self.indent,
            width: self.width(),
            align: Align::Start,
            lines,
            node: Some(node),
        }
    }

    /// A paragraph: no line of it stands alone on a page.
    pub fn prose(&mut self, spans: &[Span], look: Look, before: f32, role: Role) {
        let node = self.flow.node(role);
        let lines = self.lines(spans, look, self.width());
        let cell = self.cell(lines, node);
        let strips = row(&[cell], (0.0, 0.0), self.leading(look.size), false);
        let before = self.space(before);
        self.lines_of(strips, before);
    }

    /// Lets the lines of one text wait: the first two stay together, and the last two.
    pub fn lines_of(&mut self, mut strips: Vec<Strip>, before: f32) {
        let count = strips.len();
        for (nth, strip) in strips.iter_mut().enumerate() {
            strip.keeps_next |= count > 1 && (nth == 0 || nth + 2 == count);
            if nth == 0 {
                strip.before = before;
            }
        }
        self.flow.waiting.extend(strips);
    }

    fn list(&mut self, ordered: bool, items: &[Spans]) {
        let outer = self.flow.begin(Role::List);
        for (nth, item) in items.iter().enumerate() {
            let sign = if ordered {
                format!("{}.", nth + 1)
            } else {
                "•".to_owned()
            };
            let before = if nth == 0 { 0.5 } else { 0.2 };
            self.item(&sign, item, before, INK);
        }
        self.flow.open = outer;
    }

    /// An item with its sign before it.
    pub fn item(&mut self, sign: &str, spans: &[Span], before: f32, colour: Colour) {
        let look = self.look(1.0);
        let outer = self.flow.begin(Role::Item);
        let room = self.space(1.6);
        let label = self.flow.node(Role::Label);
        let body = self.flow.node(Role::Body);
        let mark = Look {
            bold: true,
            colour,
            ..look
        };
        let sign = wrap(&self.setter.plain(sign, mark), room * 2.0);
        let mut head = self.cell(sign, label);
        head.width = room;
        let lines = self.lines(spans, look, self.width() - room);
        let mut cell = self.cell(lines, body);
        cell.x += room;
        let strips = row(&[head, cell], (0.0, 0.0), self.leading(look.size), false);
        let before = self.space(before);
        self.lines_of(strips, before);
        self.flow.open = outer;
    }

    /// Labels, and beside each what is said.
    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        let look = self.look(1.0);
        let outer = self.flow.begin(Role::List);
        let faint = Look {
            colour: FAINT,
            ..look
        };
        let mut labels = Vec::new();
        let most = self.width() * 0.3;
        for fact in facts {
            labels.push(self.lines(&fact.label, faint, most));
        }
        let widest = labels
            .iter()
            .flatten()
            .map(|line| line.wide)
            .fold(0.0, f32::max);
        let room = widest + self.space(1.2);
        for (nth, (fact, label)) in facts.iter().zip(labels).enumerate() {
            let item = self.flow.begin(Role::Item);
            let (sign, body) = (self.flow.node(Role::Label), self.flow.node(Role::Body));
            let head = self.cell(label, sign);
            let lines = self.lines(&fact.value, look, self.width() - room);
            let mut cell = self.cell(lines, body);
            cell.x += room;
            let strips = row(&[head, cell], (0.0, 0.0), self.leading(look.size), false);
            let before = self.space(if nth == 0 { 0.5 } else { 0.15 });
            self.lines_of(strips, before);
            if let Some(last) = self.flow.waiting.last_mut() {
                // A heading with one line below it looks forgotten.
                last.keeps_next |= nth == 0 && facts.len() > 1;
            }
            self.flow.open = item;
        }
        self.flow.open = outer;
    }

    /// Something to notice: on a ground of its own, with a bar at its side.
    fn callout(&mut self, callout: &Callout) {
        let start = self.flow.waiting.len();
        let lang = self.lang();
        let (bar, wash) = colours(callout);
        let (indent, pad) = (self.indent, self.space(0.8));
        self.indent += pad;
        // The ground is drawn apart, to the margin: the text must not touch its edge.
        self.flow.frame.side += pad / 2.0;
        let look = self.look(1.0);
        let mut title: Spans = Vec::new();
        if let Some(severity) = callout.severity {
            let label = format!("{} {}  ", severity.mark(), severity.label().get(lang));
            title.push(Span::text(label));
        }
        title.extend(callout.title.iter().cloned().map(Span::strong));
        if !callout.code.is_empty() {
            title.push(
                Span::text(format!("  {}", callout.code)).styled(crate::report::Style::Faint),
            );
        }
        self.prose(&title, look, 0.0, Role::Paragraph);
        if !callout.text.is_empty() {
            self.prose(&callout.text, look, 0.0, Role::Paragraph);
        }
        if let Some(answer) = answered(callout, lang) {
            self.prose(&answer, look, 0.0, Role::Paragraph);
        }
        self.indent = indent;
        self.flow.frame.side -= pad / 2.0;
        let width = self.flow.frame.width() - indent;
        let (above, edge) = (self.space(0.35), self.space(0.22).max(1.0));
        let before = self.space(0.55);
        let count = self.flow.waiting.len() - start;
        for (nth, strip) in self.flow.waiting.iter_mut().skip(start).enumerate() {
            let top = if nth == 0 { above } else { 0.0 };
            let below = if nth + 1 == count { above } else { 0.0 };
            for piece in &mut strip.pieces {
                piece.shift(0.0, top);
            }
            for link in &mut strip.links {
                link.1 += top;
            }
            strip.before = if nth == 0 { before } else { 0.0 };
            // The title stays with the first line of the text.
            strip.keeps_next |= nth == 0 && count > 1;
            strip.height += top + below;
            let ground = Piece::fill(indent, 0.0, width, strip.height, wash);
            let bar = Piece::fill(indent, 0.0, edge, strip.height, bar);
            strip.pieces.splice(0..0, [ground, bar]);
        }
    }
}

/// The bar and the ground of a callout.
fn colours(callout: &Callout) -> (Colour, Colour) {
    match (callout.severity, &callout.answer) {
        (Some(Severity::Error), None) => (0xb3_261e, 0xfb_e9e7),
        (Some(Severity::Warning), None) => (0x87_5200, 0xfd_f1dc),
        _ => (RULE, WASH),
    }
}

/// What the author answers, in one paragraph.
fn answered(callout: &Callout, lang: Lang) -> Option<Spans> {
    let answer = callout.answer.as_ref()?;
    let label = Text::new("Answer: ", "答复：").get(lang);
    let mut spans = vec![Span::text(label).strong()];
    spans.extend(answer.reason.iter().cloned());
    if !text(&answer.by).is_empty() {
        spans.push(Span::text(" — "));
        spans.extend(answer.by.iter().cloned());
    }
    if let Some(until) = answer.until {
        let said = Text::new(" (until {0})", "（有效至{0}）");
        spans.push(Span::text(said.fill(lang, &[date::show(until, lang)])));
    }
    Some(spans)
}
