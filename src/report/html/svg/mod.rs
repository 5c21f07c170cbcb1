//! The drawings of charts as SVG: marks with a sign each, so that colour is never the only one.
//!
//! A drawing is 480 units wide, which a phone shows whole and still legible; its colours are those
//! of the page, by day and by night.

mod bars;
mod calendar;
mod plane;
mod profile;

use super::markup::{Attrs, Markup};
use crate::charts::chart::{Side, mark};
use crate::charts::picture::{clip, width as cells};
use crate::charts::{Body, Chart};

/// How wide every drawing is.
const WIDTH: f64 = 480.0;
/// How wide one cell of a text is, at the size of labels.
const CELL: f64 = 6.6;

/// Draws a chart; `nth` makes its names the only ones of the page.
pub(super) fn draw(out: &mut Markup, chart: &Chart, nth: usize) {
    let Ok(body) = &chart.body else {
        return;
    };
    let mut canvas = Canvas {
        out: Markup::default(),
        chart,
        height: 0.0,
    };
    match body {
        Body::Map(map) => plane::map(&mut canvas, map),
        Body::Lines(lines) => plane::lines(&mut canvas, lines),
        Body::Bars(bars) => bars::draw(&mut canvas, bars),
        Body::Calendar(calendar) => calendar::draw(&mut canvas, calendar),
        Body::Profile(profile) => profile::draw(&mut canvas, profile),
    }
    let (title, told) = (format!("chart-{nth}-title"), format!("chart-{nth}-told"));
    let frame = format!("0 0 {} {}", number(WIDTH), number(canvas.height));
    let names = format!("{title} {told}");
    out.open(
        "svg",
        &[
            ("role", "img"),
            ("aria-labelledby", &names),
            ("viewBox", &frame),
        ],
    );
    out.leaf("title", &[("id", &title)], &chart.title.replace('\n', " "));
    let notes: Vec<String> = chart
        .notes
        .iter()
        .map(|note| format!("{} {}", note.mark, note.text.replace('\n', " ")))
        .collect();
    let words = format!("{} {}", chart.question, notes.join("; "));
    out.leaf("desc", &[("id", &told)], &words.replace('\n', " "));
    out.append(canvas.out);
    out.close("svg");
}

/// A drawing in the making.
struct Canvas<'c> {
    out: Markup,
    chart: &'c Chart,
    height: f64,
}

/// On which side of its place a text stands.
#[derive(Debug, Clone, Copy)]
enum Anchor {
    Start,
    Middle,
    End,
}

impl Canvas<'_> {
    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
        self.leaf(
            "line",
            &[
                ("class", class),
                ("x1", &x1),
                ("y1", &y1),
                ("x2", &x2),
                ("y2", &y2),
            ],
        );
    }

    fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let [x, y, width, height] = [x, y, width.max(0.0), height.max(0.0)].map(number);
        self.leaf(
            "rect",
            &[
                ("class", class),
                ("x", &x),
                ("y", &y),
                ("width", &width),
                ("height", &height),
            ],
        );
    }

    fn circle(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let [x, y, radius] = [x, y, radius].map(number);
        self.leaf(
            "circle",
            &[("class", class), ("cx", &x), ("cy", &y), ("r", &radius)],
        );
    }

    fn path(&mut self, class: &str, points: &[(f64, f64)]) {
        let points: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{},{}", number(*x), number(*y)))
            .collect();
        self.leaf(
            "polyline",
            &[("class", class), ("points", &points.join(" "))],
        );
    }

    /// A text in at most so many units; more is cut, for the words beside have all of it.
    fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, room: f64, text: &str) {
        let text = clip(&text.replace('\n', " "), whole(room / CELL));
        if text.is_empty() {
            return;
        }
        let [x, y] = [x, y].map(number);
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let attrs = [
            ("class", class),
            ("x", &x),
            ("y", &y),
            ("text-anchor", anchor),
        ];
        self.out.leaf("text", &attrs, &text);
    }

    /// The sign of a note.
    fn sign(&self, note: usize) -> String {
        let known = self.chart.notes.get(note);
        known
            .map_or_else(|| mark(note), |note| note.mark)
            .to_string()
    }

    fn leaf(&mut self, tag: &'static str, attrs: Attrs<'_>) {
        self.out.leaf(tag, attrs, "");
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

/// A number of the drawing with one decimal; what is no number is nothing.
fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.1}");
    text.trim_end_matches(".0").to_owned()
}

/// So many whole cells.
fn whole(value: f64) -> usize {
    crate::charts::scale::cells(value.floor())
}

#[cfg(test)]
mod tests;
