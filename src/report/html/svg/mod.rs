//! The drawings of charts as SVG.

use super::markup::Markup;
use crate::charts::Chart;
use crate::report::drawing::{self, Anchor, Drawing, Form, WIDTH};

/// Draws a chart; `nth` makes its names the only ones of the page.
pub(super) fn draw(out: &mut Markup, chart: &Chart, nth: usize) {
    let Some(Drawing { height, marks }) = drawing::draw(chart) else {
        return;
    };
    let (title, told) = (format!("chart-{nth}-title"), format!("chart-{nth}-told"));
    let frame = format!("0 0 {} {}", number(WIDTH), number(height));
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
    for mark in &marks {
        form(out, &mark.class, &mark.form);
    }
    out.close("svg");
}

fn form(out: &mut Markup, class: &str, form: &Form) {
    let class = ("class", class);
    match form {
        Form::Line(from, to) => {
            let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
            let ends = [class, ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)];
            out.leaf("line", &ends, "");
        }
        Form::Rect((x, y), (width, height)) => {
            let [x, y, width, height] = [*x, *y, *width, *height].map(number);
            let size = [("width", width.as_str()), ("height", &height)];
            let [width, height] = size;
            out.leaf("rect", &[class, ("x", &x), ("y", &y), width, height], "");
        }
        Form::Circle((x, y), radius) => {
            let [x, y, radius] = [*x, *y, *radius].map(number);
            out.leaf(
                "circle",
                &[class, ("cx", &x), ("cy", &y), ("r", &radius)],
                "",
            );
        }
        Form::Path(points) => {
            let points: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{},{}", number(*x), number(*y)))
                .collect();
            out.leaf("polyline", &[class, ("points", &points.join(" "))], "");
        }
        Form::Text((x, y), anchor, text) => {
            let [x, y] = [*x, *y].map(number);
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let attrs = [class, ("x", &x), ("y", &y), ("text-anchor", anchor)];
            out.leaf("text", &attrs, text);
        }
    }
}

/// A number of the drawing with one decimal; what is no number is nothing.
fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.1}");
    text.trim_end_matches(".0").to_owned()
}

#[cfg(test)]
mod tests;
