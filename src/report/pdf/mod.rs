//! A document on paper: PDF with Chinese type that nobody has to install.
//!
//! | file | what it holds |
//! |---|---|
//! | [`fonts`] | the fonts that travel with the program |
//! | [`lines`] | words in lines, as English and Chinese break them |
//! | [`flow`] | strips poured onto pages |
//! | [`layout`] | what each block looks like; [`table`](mod@table) and [`drawn`] for the long ones |
//! | [`ink`] | what stands on a page |
//! | [`file`](mod@file) | pages as bytes |
//!
//! The engine below is `pdf-writer` with `subsetter`, the two crates on which the larger engines
//! stand. They know the format and nothing of pages, which costs us this room and saves whoever
//! builds farsight two dozen crates and most of the time. The fonts are 3.2 megabytes of the program.

pub mod drawn;
pub mod file;
pub mod flow;
pub mod fonts;
pub mod ink;
pub mod layout;
pub mod lines;
pub mod table;

use std::collections::BTreeSet;

use flow::Frame;
use fonts::Fonts;
use ink::{Book, FAINT, Ink, Piece};
use layout::Layout;
use lines::{Look, Setter, wrap};

use super::document::{Document, Shape, text};
use super::format::SIGN;
use crate::words::{Lang, Text};

/// The paper of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// The word for it on the command line, and what it is.
    pub const NAMES: [(&'static str, Paper); 2] = [("a4", Paper::A4), ("letter", Paper::Letter)];

    /// How wide and how high it is, in points.
    pub(super) const fn points(self) -> (f32, f32) {
        match self {
            Paper::A4 => (595.276, 841.89),
            Paper::Letter => (612.0, 792.0),
        }
    }

    /// The measures of a page of this paper.
    fn frame(self, shape: Shape) -> Frame {
        let (width, height) = self.points();
        match shape {
            Shape::Flow => Frame {
                size: (width, height),
                side: 57.0,
                top: 54.0,
                bottom: 62.0,
            },
            Shape::Page => Frame {
                size: (width, height),
                side: 48.0,
                top: 40.0,
                bottom: 44.0,
            },
            Shape::Slides => Frame {
                size: (height, width),
                side: 60.0,
                top: 46.0,
                bottom: 54.0,
            },
        }
    }
}

/// A document as a PDF.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that our fonts do not have, shown as an empty square.
    pub missing: BTreeSet<char>,
}

/// Prints a document; the same document always gives the same bytes.
pub fn pdf(document: &Document, paper: Paper) -> Printed {
    let mut layout = laid_out(document, paper);
    let mut book = std::mem::take(&mut layout.flow.book);
    let body = layout.body;
    footers(&mut layout, &mut book, body);
    let about = file::About {
        title: &text(&document.title),
        lang: match document.lang {
            Lang::En => "en",
            Lang::Zh => "zh-CN",
        },
        producer: SIGN,
    };
    Printed {
        bytes: file::bytes(&book, &layout.setter, &about),
        pages: book.pages.len(),
        missing: std::mem::take(&mut layout.setter.missing),
    }
}

/// The characters of a document that our fonts do not have.
pub fn missing(document: &Document) -> BTreeSet<char> {
    laid_out(document, Paper::A4).setter.missing
}

/// Lays out a document. What must stand on one page shrinks until it does.
fn laid_out(document: &Document, paper: Paper) -> Layout<'_> {
    let frame = paper.frame(document.shape);
    let mut scale = 1.0;
    loop {
        let setter = Setter {
            fonts: Fonts::open(),
            missing: BTreeSet::new(),
            links: Vec::new(),
        };
        let mut layout = Layout::new(document, setter, frame, scale);
        layout.all();
        let fits = document.shape != Shape::Page || layout.flow.book.pages.len() < 2;
        // Smaller than this nothing is read, and nothing that `one_page` cuts needs it.
        if fits || scale < 0.2 {
            return layout;
        }
        scale *= 0.94;
    }
}

/// The foot of each page: what it belongs to, and which it is.
fn footers(layout: &mut Layout<'_>, book: &mut Book, body: f32) {
    let frame = layout.flow.frame;
    let count = book.pages.len();
    if count < 2 {
        return;
    }
    let look = Look {
        size: (body * 0.8).min(10.0),
        bold: false,
        leans: false,
        colour: FAINT,
    };
    let y = frame.size.1 - frame.bottom * 0.5;
    let title = text(&layout.document.title).replace('\n', " ");
    let title = layout.setter.plain(&title, look);
    let said = Text::new("{0} of {1}", "第{0}页，共{1}页");
    for (nth, page) in book.pages.iter_mut().enumerate() {
        let number = said.fill(
            layout.document.lang,
            &[(nth + 1).to_string(), count.to_string()],
        );
        let number = layout.setter.plain(&number, look);
        let wide: f32 = number.iter().map(|letter| letter.wide).sum();
        let right = frame.size.0 - frame.side - wide;
        let mut put = |x, letters| {
            let ink = Ink::Letters(x, y, letters);
            page.pieces.push(Piece { node: None, ink });
        };
        put(right, number);
        let lines = wrap(&title, frame.width() - wide - 24.0);
        if let Some(line) = lines.into_iter().next() {
            put(frame.side, line.letters);
        }
    }
}

#[cfg(test)]
mod tests;
