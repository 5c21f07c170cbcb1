//! What stands on a page: letters, lines and areas, each with the part of the text it belongs to.

use super::lines::Letter;

/// A colour: red, green and blue.
pub type Colour = u32;

/// The colours of the reports on paper.
pub const INK: Colour = 0x1c_1d21;
/// Read second.
pub const FAINT: Colour = 0x59_5b63;
/// Lines between things.
pub const RULE: Colour = 0xd9_dade;
/// Behind what is set apart.
pub const WASH: Colour = 0xf4_f4f1;
/// Words that lead somewhere.
pub const LINK: Colour = 0x0b_57a4;
/// A character that no font of ours has.
pub const MARKED: Colour = 0xb3_261e;

/// A piece of a page; places count from its upper left corner.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The part of the text that it belongs to; none for what only adorns the page.
    pub node: Option<usize>,
    /// What is there.
    pub ink: Ink,
}

/// What is there.
#[derive(Debug, Clone)]
pub enum Ink {
    /// Letters from a place on their base line.
    Letters(f32, f32, Vec<Letter>),
    /// An area or a line.
    Area(Area),
}

/// An area or a line.
#[derive(Debug, Clone)]
pub struct Area {
    /// Its shape.
    pub shape: Shape,
    /// What it is filled with.
    pub fill: Option<Colour>,
    /// What it is drawn with: colour, width, lengths of dash and gap.
    pub stroke: Option<(Colour, f32, [f32; 2])>,
}

/// The shape of an area.
#[derive(Debug, Clone)]
pub enum Shape {
    /// The upper left corner, then width and height.
    Rect(f32, f32, f32, f32),
    /// The middle and the radius.
    Circle(f32, f32, f32),
    /// From place to place.
    Path(Vec<(f32, f32)>),
}

impl Piece {
    /// An area that only adorns the page.
    pub fn fill(x: f32, y: f32, width: f32, height: f32, fill: Colour) -> Piece {
        let area = Area {
            shape: Shape::Rect(x, y, width, height),
            fill: Some(fill),
            stroke: None,
        };
        Piece {
            node: None,
            ink: Ink::Area(area),
        }
    }

    /// Moves the piece.
    pub fn shift(&mut self, right: f32, down: f32) {
        match &mut self.ink {
            Ink::Letters(x, y, _) => {
                *x += right;
                *y += down;
            }
            Ink::Area(area) => match &mut area.shape {
                Shape::Rect(x, y, ..) | Shape::Circle(x, y, _) => {
                    *x += right;
                    *y += down;
                }
                Shape::Path(points) => {
                    for (x, y) in points {
                        *x += right;
                        *y += down;
                    }
                }
            },
        }
    }
}

/// A part of the text, for readers who hear it: what it is and where it belongs.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// The part that it stands in; none for the document.
    pub parent: Option<usize>,
    /// What to say instead of it: the words of a drawing.
    pub alt: String,
}

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// A part with a heading.
    Section,
    /// A heading: 1 for the title.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, and what it is made of.
    List,
    /// An item of a list.
    Item,
    /// The sign of an item.
    Label,
    /// What an item says.
    Body,
    /// A table, and what it is made of.
    Table,
    /// A row of a table.
    Row,
    /// A heading of a column.
    HeadCell,
    /// A cell.
    Cell,
    /// A drawing.
    Figure,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// What stands on it.
    pub pieces: Vec<Piece>,
    /// Words that lead somewhere: left, top, width, height, and which link.
    pub links: Vec<(f32, f32, f32, f32, usize)>,
}

/// A place that a reader can jump to.
#[derive(Debug, Clone)]
pub struct Bookmark {
    /// How deep it is in the outline: 0 for a section.
    pub depth: u8,
    /// What it is called.
    pub title: String,
    /// Which page, counted from nothing.
    pub page: usize,
    /// How far down.
    pub y: f32,
    /// The name of the section, for links; empty for a part of one.
    pub id: String,
}

/// Pages with all that belongs to them.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// How wide and how high each page is.
    pub size: (f32, f32),
    /// The pages.
    pub pages: Vec<Page>,
    /// The parts of the text, each after the one it stands in.
    pub nodes: Vec<Node>,
    /// The outline.
    pub bookmarks: Vec<Bookmark>,
}
