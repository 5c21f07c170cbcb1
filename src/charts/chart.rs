//! What a chart is before anybody draws it: data, with the words that tell every number.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::words::Lang;

/// A chart of a plan, in one language.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Its name: `opportunity-map`.
    pub key: &'static str,
    /// The step to whose work it belongs.
    pub step: Step,
    /// Its heading.
    pub title: String,
    /// The question that it answers.
    pub question: String,
    /// The language of its words.
    pub lang: Lang,
    /// What is drawn, or what the plan lacks for it.
    pub body: Result<Body, Missing>,
    /// What stands beside the drawing: one for each mark, in the order of the marks.
    pub notes: Vec<Note>,
    /// How to read it, what was assumed, and what had to be left out.
    pub remarks: Vec<String>,
    /// How to read the signs of a drawing in text; other drawings have signs of their own.
    pub signs: Vec<String>,
}

/// Why there is nothing to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// One sentence that names the fields.
    pub say: String,
    /// Their paths, for a jump.
    pub paths: Vec<String>,
}

/// The numbers of one mark, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The sign in the drawing.
    pub mark: char,
    /// What it is, and its numbers.
    pub text: String,
    /// The row that it is about, or the field.
    pub path: String,
}

/// The kinds of drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Points between two axes.
    Map(Map),
    /// Bars beside their labels.
    Bars(Bars),
    /// Lines over time or over a quantity.
    Lines(Lines),
    /// Rows over months.
    Calendar(Calendar),
    /// Scores of several sides on the same factors.
    Profile(Profile),
}

/// Whose a point or a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Nobody's in particular.
    Plain,
    /// Ours, or what we chose.
    Ours,
    /// A rival's, or what we did not choose.
    Theirs,
}

/// An axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What is measured, with its unit.
    pub label: String,
    /// The lower end.
    pub low: Decimal,
    /// The upper end.
    pub high: Decimal,
    /// Whether its numbers are rates, read as percent.
    pub percent: bool,
    /// Whether only whole numbers stand beside it: points of a scale, periods, units.
    pub whole: bool,
}

/// Points between two axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// From left to right.
    pub x: Axis,
    /// From bottom to top.
    pub y: Axis,
    /// The points, in the order of the notes.
    pub points: Vec<Point>,
    /// Lines that divide the plane.
    pub dividers: Vec<[Spot; 2]>,
    /// Names of parts of the plane.
    pub regions: Vec<Region>,
}

/// A place between two axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// From left to right.
    pub x: Decimal,
    /// From bottom to top.
    pub y: Decimal,
}

/// A marked place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Where it is.
    pub at: Spot,
    /// How much it weighs, where that is shown.
    pub size: Option<Decimal>,
    /// Its note, by its place in the list.
    pub note: usize,
    /// Whose it is.
    pub side: Side,
}

/// A named part of the plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// The corner of the plane in which the name stands: right, top.
    pub corner: (bool, bool),
}

/// Bars beside their labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The names of the series; a single one needs none.
    pub series: Vec<String>,
    /// The bars, from top to bottom.
    pub rows: Vec<Bar>,
    /// How the values of a row stand to each other.
    pub form: Form,
}

/// How the values of one row of bars are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One below the other, from the same line.
    Beside,
    /// One after the other, as parts of a whole.
    Stacked,
    /// Centred, each a part of the one above.
    Funnel,
}

/// One bar, or the bars of one label.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// One value for each series.
    pub values: Vec<Decimal>,
    /// The values as people read them; for a stack its sum.
    pub shown: Vec<String>,
    /// Its note, by its place in the list.
    pub note: Option<usize>,
}

/// Lines over time or over a quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// From left to right.
    pub x: Axis,
    /// From bottom to top.
    pub y: Axis,
    /// The lines.
    pub series: Vec<Series>,
    /// Places worth a mark: where lines cross, where the plan stands.
    pub points: Vec<Point>,
}

/// A line through its points.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The sign at its points.
    pub sign: char,
    /// What it is.
    pub name: String,
    /// Its points, from left to right.
    pub points: Vec<Spot>,
    /// Its note, by its place in the list.
    pub note: Option<usize>,
    /// Whose it is.
    pub side: Side,
}

/// Rows over months.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// The first day shown.
    pub first: Date,
    /// The last day shown.
    pub last: Date,
    /// The day that it is, where it is known.
    pub today: Option<Date>,
    /// Times of the year with their weight in the forecast, from 0 (least) to 3.
    pub seasons: Vec<([Date; 2], u8)>,
    /// The rows, from top to bottom.
    pub rows: Vec<Event>,
}

/// One row of a calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What it is.
    pub label: String,
    /// What kind of thing it is.
    pub kind: EventKind,
    /// Its times: one, or several where it comes back.
    pub times: Vec<[Date; 2]>,
    /// The notes of the rows after which it can begin.
    pub after: Vec<usize>,
    /// Its note, by its place in the list.
    pub note: usize,
}

/// What stands in a row of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// Work to come.
    Planned,
    /// Work under way.
    Running,
    /// Work done.
    Done,
    /// Work that was given up.
    Dropped,
    /// A limited offer.
    Offer,
    /// A day on which something must stand where it should.
    Milestone,
}

/// Scores of several sides on the same factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The scale of the scores.
    pub scale: Axis,
    /// The sides: we first.
    pub sides: Vec<Rated>,
    /// The factors, from top to bottom.
    pub factors: Vec<Factor>,
}

/// A side of a profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Rated {
    /// What people call it.
    pub name: String,
    /// Its note, by its place in the list.
    pub note: usize,
    /// Whose it is.
    pub side: Side,
}

/// A factor of a profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// The group under whose heading it stands; empty where there is only one.
    pub group: String,
    /// What customers weigh.
    pub name: String,
    /// One score for each side that has one: its place in the list of sides.
    pub scores: Vec<(usize, Decimal)>,
    /// Its note, by its place in the list.
    pub note: usize,
}

impl Axis {
    /// An axis that holds all of these values, with a margin so that no mark stands on the edge.
    pub fn around(label: String, percent: bool, values: impl IntoIterator<Item = Decimal>) -> Axis {
        let mut ends: Option<(Decimal, Decimal)> = None;
        for value in values {
            let (low, high) = ends.unwrap_or((value, value));
            ends = Some((low.min(value), high.max(value)));
        }
        let (low, high) = ends.unwrap_or_default();
        let span = high.checked_sub(low).unwrap_or(Decimal::MAX);
        let margin = if span.is_zero() {
            Decimal::ONE.max(high.abs() / Decimal::TEN)
        } else {
            span / Decimal::TEN
        };
        Axis {
            label,
            low: low.saturating_sub(margin),
            high: high.saturating_add(margin),
            percent,
            whole: false,
        }
    }

    /// An axis of shares from nothing to all, longer only where a value lies beyond it.
    pub fn share(label: String, values: impl IntoIterator<Item = Decimal>) -> Axis {
        let mut axis = Axis {
            label,
            low: Decimal::ZERO,
            high: Decimal::ONE,
            percent: true,
            whole: false,
        };
        for value in values {
            axis.low = axis.low.min(value);
            axis.high = axis.high.max(value);
        }
        axis
    }

    /// An axis of a fixed scale, longer only where a value lies beyond it.
    pub fn scale(
        label: String,
        (low, high): (Decimal, Decimal),
        values: impl IntoIterator<Item = Decimal>,
    ) -> Axis {
        let half = Decimal::new(5, 1);
        let mut axis = Axis {
            label,
            low: low - half,
            high: high + half,
            percent: false,
            whole: true,
        };
        for value in values {
            axis.low = axis.low.min(value);
            axis.high = axis.high.max(value);
        }
        axis
    }
}

/// The sign of the mark at a place in a list: 1 to 9, then letters; one sign for all beyond.
pub fn mark(at: usize) -> char {
    const SIGNS: &[u8] = b"123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    SIGNS.get(at).map_or('•', |sign| char::from(*sign))
}
