//! Strips of a text in order, poured onto pages.
//!
//! A strip is what stays in one piece: a line, a row of a table, a drawing. Strips say what they want
//! to stay with; pages are made as they are needed.

use std::rc::Rc;

use super::ink::{Book, Bookmark, Ink, Node, Page, Piece, Role};
use super::lines::Line;
use crate::report::document::Align;

/// What stays in one piece; places in it count from its upper left corner, on the left margin.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    /// How much room it wants above, unless it begins a page.
    pub before: f32,
    /// How high it is.
    pub height: f32,
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// Words in it that lead somewhere.
    pub links: Vec<(f32, f32, f32, f32, usize)>,
    /// Whether the next strip should stand on the same page.
    pub keeps_next: bool,
    /// Whether it begins a page.
    pub breaks: bool,
    /// What stands above it again where it begins a page.
    pub header: Option<Rc<Strip>>,
    /// Where a reader can jump to: depth, title, name.
    pub bookmark: Option<(u8, String, String)>,
}

/// Text in a box: some lines in a column.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Where the column begins.
    pub x: f32,
    /// How wide it is.
    pub width: f32,
    /// On which side the lines stand.
    pub align: Align,
    /// The lines.
    pub lines: Vec<Line>,
    /// The part of the text.
    pub node: Option<usize>,
}

/// The measures of a page.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// How wide and how high the page is.
    pub size: (f32, f32),
    /// The margin on both sides.
    pub side: f32,
    /// The margin above.
    pub top: f32,
    /// The margin below.
    pub bottom: f32,
}

impl Frame {
    /// How wide the text is.
    pub fn width(&self) -> f32 {
        self.size.0 - 2.0 * self.side
    }

    /// How high the text is.
    pub fn height(&self) -> f32 {
        self.size.1 - self.top - self.bottom
    }
}

/// Pages in the making.
#[derive(Debug, Clone)]
pub struct Flow {
    /// The measures of each page.
    pub frame: Frame,
    /// The pages so far.
    pub book: Book,
    /// The strips that wait for a page.
    pub waiting: Vec<Strip>,
    /// The part of the text that is open.
    pub open: Option<usize>,
    /// Whether something was higher than a page.
    pub overflows: bool,
    y: f32,
}

impl Flow {
    /// No pages yet.
    pub fn new(frame: Frame) -> Flow {
        let mut flow = Flow {
            frame,
            book: Book {
                size: frame.size,
                ..Book::default()
            },
            waiting: Vec::new(),
            open: None,
            overflows: false,
            y: 0.0,
        };
        flow.open = Some(flow.node(Role::Document));
        flow
    }

    /// A new part in the part that is open.
    pub fn node(&mut self, role: Role) -> usize {
        self.book.nodes.push(Node {
            role,
            parent: self.open,
            alt: String::new(),
        });
        self.book.nodes.len() - 1
    }

    /// Opens a part; what comes next stands in it. The one that was open comes back.
    pub fn begin(&mut self, role: Role) -> Option<usize> {
        let before = self.open;
        self.open = Some(self.node(role));
        before
    }

    /// Pours the waiting strips onto pages.
    pub fn pour(&mut self) {
        let strips = std::mem::take(&mut self.waiting);
        let mut rest = strips.as_slice();
        while let [strip, after @ ..] = rest {
            let chain = chain(rest);
            let is_fresh = self.y <= 0.0 || self.book.pages.is_empty();
            let room = self.frame.height() - self.y;
            // What cannot stay together on any page does not ask for one of its own.
            let whole = chain <= self.frame.height();
            let wanted = match (is_fresh, whole) {
                (true, _) => 0.0,
                (false, true) => chain,
                (false, false) => strip.before + strip.height,
            };
            if strip.breaks || wanted > room + 0.01 || self.book.pages.is_empty() {
                self.turn(strip.header.as_deref().filter(|_| !strip.breaks));
            }
            self.put(strip, false);
            rest = after;
        }
    }

    /// Begins a page; a table goes on below its heading.
    fn turn(&mut self, header: Option<&Strip>) {
        let is_empty = self
            .book
            .pages
            .last()
            .is_some_and(|page| page.pieces.is_empty());
        if !is_empty {
            self.book.pages.push(Page::default());
        }
        self.y = 0.0;
        // A page must go on even below a heading that fills it.
        if let Some(header) = header.filter(|it| it.height < self.frame.height() / 2.0) {
            self.put(header, true);
        }
    }

    fn put(&mut self, strip: &Strip, is_repeat: bool) {
        if self.y > 0.0 {
            self.y += strip.before;
        }
        let (left, top) = (self.frame.side, self.frame.top + self.y);
        let number = self.book.pages.len().saturating_sub(1);
        if let Some((depth, title, id)) = &strip.bookmark {
            self.book.bookmarks.push(Bookmark {
                depth: *depth,
                title: title.clone(),
                page: number,
                y: top,
                id: id.clone(),
            });
        }
        if let Some(page) = self.book.pages.last_mut() {
            for piece in &strip.pieces {
                let mut piece = piece.clone();
                piece.shift(left, top);
                if is_repeat {
                    // Who hears the text heard this already.
                    piece.node = None;
                }
                page.pieces.push(piece);
            }
            for (x, y, width, height, to) in &strip.links {
                page.links.push((x + left, y + top, *width, *height, *to));
            }
        }
        self.y += strip.height;
        self.overflows |= self.y > self.frame.height() + 0.5;
    }
}

/// How much room the first strip needs with all that must stay with it.
fn chain(strips: &[Strip]) -> f32 {
    let mut height = 0.0;
    for strip in strips {
        height += strip.before + strip.height;
        if !strip.keeps_next {
            break;
        }
    }
    height
}

/// Cells beside each other as strips: in one piece, or a strip for each line.
pub fn row(cells: &[Cell], pads: (f32, f32), leading: f32, in_one: bool) -> Vec<Strip> {
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let size = if in_one { count.max(1) } else { 1 };
    let mut strips = Vec::new();
    let mut first = 0;
    while first < count.max(1) {
        let last = first + size >= count;
        let above = if first == 0 { pads.0 } else { 0.0 };
        let below = if last { pads.1 } else { 0.0 };
        let mut strip = Strip {
            height: above + leading * size as f32 + below,
            ..Strip::default()
        };
        for cell in cells {
            let lines = cell.lines.iter().skip(first).take(size);
            for (nth, line) in lines.enumerate() {
                let top = above + leading * nth as f32;
                set(&mut strip, cell, line, top, leading);
            }
        }
        strips.push(strip);
        first += size;
    }
    strips
}

/// Sets a line into a strip.
fn set(strip: &mut Strip, cell: &Cell, line: &Line, top: f32, leading: f32) {
    let Some(first) = line.letters.first() else {
        return;
    };
    let x = cell.x
        + match cell.align {
            Align::Start => 0.0,
            Align::Centre => (cell.width - line.wide) / 2.0,
            Align::End => cell.width - line.wide,
        };
    // The letters of our fonts reach from 0.12 below the base line to 0.88 above it.
    let size = line
        .letters
        .iter()
        .map(|it| it.look.size)
        .fold(first.look.size, f32::max);
    let base = top + (leading - size) / 2.0 + 0.88 * size;
    let mut at = x;
    for letter in &line.letters {
        if let Some(to) = letter.to {
            match strip.links.last_mut() {
                Some(last)
                    if last.4 == to && (last.0 + last.2 - at).abs() < 0.1 && last.1 >= top =>
                {
                    last.2 += letter.wide;
                }
                _ => strip.links.push((at, top, letter.wide, leading, to)),
            }
        }
        at += letter.wide;
    }
    strip.pieces.push(Piece {
        node: cell.node,
        ink: Ink::Letters(x, base, line.letters.clone()),
    });
}
