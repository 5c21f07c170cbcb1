//! The drawings of charts as marks on a plane, which every format with pictures draws the same.
//!
//! Marks have a sign each, so that colour is never the only one. A drawing is 480 units wide, which
//! a phone shows whole and still legible; its colours are those of the page, by day and by night, so
//! a [`Mark`] only names what it is.

mod bars;
mod calendar;
mod plane;
mod profile;

use crate::charts::chart::{Side, mark};
use crate::charts::picture::{clip, width as cells};
use crate::charts::{Body, Chart};

/// How wide every drawing is.
pub const WIDTH: f64 = 480.0;
/// How wide one cell of a text is, at the size of labels.
const CELL: f64 = 6.6;

/// A chart, drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// How high it is.
    pub height: f64,
    /// What is drawn, the lowest first.
    pub marks: Vec<Mark>,
}

/// One thing in a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it is, in the words of the style sheet: `line dashed ours`.
    pub class: String,
    /// Its shape and place.
    pub form: Form,
}

/// The shape of a mark; places count from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// From one place to another.
    Line((f64, f64), (f64, f64)),
    /// The upper left corner, then width and height.
    Rect((f64, f64), (f64, f64)),
    /// The middle and the radius.
    Circle((f64, f64), f64),
    /// From place to place.
    Path(Vec<(f64, f64)>),
    /// A text, and where it stands on its line.
    Text((f64, f64), Anchor, String),
}

/// On which side of its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// Draws a chart; nothing where the plan lacks what it needs.
pub fn draw(chart: &Chart) -> Option<Drawing> {
    let mut canvas = Canvas {
        marks: Vec::new(),
        chart,
        height: 0.0,
    };
    match chart.body.as_ref().ok()? {
        Body::Map(map) => plane::map(&mut canvas, map),
        Body::Lines(lines) => plane::lines(&mut canvas, lines),
        Body::Bars(bars) => bars::draw(&mut canvas, bars),
        Body::Calendar(calendar) => calendar::draw(&mut canvas, calendar),
        Body::Profile(profile) => profile::draw(&mut canvas, profile),
    }
    Some(Drawing {
        height: canvas.height,
        marks: canvas.marks,
    })
}

/// A drawing in the making.
struct Canvas<'c> {
    marks: Vec<Mark>,
    chart: &'c Chart,
    height: f64,
}

impl Canvas<'_> {
    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.mark(class, Form::Line(from, to));
    }

    fn rect(&mut self, class: &str, at: (f64, f64), (width, height): (f64, f64)) {
        self.mark(class, Form::Rect(at, (width.max(0.0), height.max(0.0))));
    }

    fn circle(&mut self, class: &str, middle: (f64, f64), radius: f64) {
        self.mark(class, Form::Circle(middle, radius));
    }

    fn path(&mut self, class: &str, points: &[(f64, f64)]) {
        self.mark(class, Form::Path(points.to_vec()));
    }

    /// A text in at most so many units; more is cut, for the words beside have all of it.
    fn text(&mut self, class: &str, at: (f64, f64), anchor: Anchor, room: f64, text: &str) {
        let text = clip(&text.replace('\n', " "), whole(room / CELL));
        if !text.is_empty() {
            self.mark(class, Form::Text(at, anchor, text));
        }
    }

    /// The sign of a note.
    fn sign(&self, note: usize) -> String {
        let known = self.chart.notes.get(note);
        known
            .map_or_else(|| mark(note), |note| note.mark)
            .to_string()
    }

    fn mark(&mut self, class: &str, form: Form) {
        let class = class.to_owned();
        self.marks.push(Mark { class, form });
    }
}

/// The class of a mark by whose it is.
const fn class(side: Side) -> &'static str {
    match side {
        Side::Plain => "plain",
        Side::Ours => "ours",
        Side::Theirs => "theirs",
    }
}

/// How wide a text is.
fn width(text: &str) -> f64 {
    cells(text) as f64 * CELL
}

/// So many whole cells.
fn whole(value: f64) -> usize {
    crate::charts::scale::cells(value.floor())
}
