//! Charts on paper: the same marks as on the screen, with their words below.

use super::flow::Strip;
use super::ink::{Area, Colour, FAINT, INK, Ink, LINK, Piece, RULE, Role, Shape};
use super::layout::Layout;
use super::lines::Look;
use super::table;
use crate::charts::Chart;
use crate::report::data;
use crate::report::document::{self, Span};
use crate::report::drawing::{self, Anchor, Drawing, Form, Mark, WIDTH};

/// A chart: its title, its question, the drawing, the words of each mark.
pub fn chart(layout: &mut Layout<'_>, chart: &Chart, titled: bool) {
    let look = layout.look(1.0);
    if titled {
        let bold = Look { bold: true, ..look };
        let title = vec![Span::author(&chart.title)];
        layout.prose(&title, bold, 1.0, Role::Heading(4));
        stay(layout);
    }
    let faint = Look {
        colour: FAINT,
        ..look
    };
    let question = vec![Span::author(&chart.question)];
    layout.prose(&question, faint, 0.2, Role::Paragraph);
    match (&chart.body, drawing::draw(chart)) {
        (_, Some(drawing)) => {
            stay(layout);
            picture(layout, chart, &drawing);
        }
        (Err(missing), None) => {
            let said = vec![Span::author(&missing.say)];
            layout.prose(&said, look, 0.3, Role::Paragraph);
        }
        (Ok(_), None) => {}
    }
    let is_slide = layout.document.shape == document::Shape::Slides;
    let (indent, start) = (layout.indent, layout.flow.waiting.len());
    let beside = is_slide && layout.beside && chart.body.is_ok() && start > 0;
    if beside {
        layout.indent += layout.width() * DRAWN + layout.space(1.0);
    }
    words(layout, chart, faint);
    layout.indent = indent;
    if beside {
        put_beside(layout, start);
    }
    if let Some(mut numbers) = data::table(chart).filter(|_| is_long(layout)) {
        // The title stands above the drawing already.
        numbers.caption.clear();
        table::table(layout, &numbers);
    }
}

/// How much of the width of a slide a drawing has.
const DRAWN: f32 = 0.56;

fn is_long(layout: &Layout<'_>) -> bool {
    layout.document.shape == document::Shape::Flow
}

/// The words of each mark, and how to read the drawing.
fn words(layout: &mut Layout<'_>, chart: &Chart, faint: Look) {
    let outer = layout.flow.open;
    if !chart.notes.is_empty() {
        layout.flow.begin(Role::List);
    }
    for (nth, note) in chart.notes.iter().enumerate() {
        let said = vec![Span::author(&note.text)];
        let before = if nth == 0 { 0.5 } else { 0.1 };
        layout.item(&note.mark.to_string(), &said, before, LINK);
    }
    layout.flow.open = outer;
    for remark in &chart.remarks {
        layout.prose(&[Span::author(remark)], faint, 0.3, Role::Paragraph);
    }
}

/// Moves the strips from here on up, beside the drawing before them.
fn put_beside(layout: &mut Layout<'_>, start: usize) {
    let strips = layout
        .flow
        .waiting
        .split_off(start.min(layout.flow.waiting.len()));
    let Some(drawing) = layout.flow.waiting.last_mut() else {
        return;
    };
    let mut y = 0.0;
    for (nth, strip) in strips.into_iter().enumerate() {
        y += if nth == 0 { 0.0 } else { strip.before };
        for mut piece in strip.pieces {
            piece.shift(0.0, y);
            drawing.pieces.push(piece);
        }
        y += strip.height;
    }
    drawing.height = drawing.height.max(y);
    drawing.keeps_next = false;
}

/// What was said last stays with what follows.
fn stay(layout: &mut Layout<'_>) {
    if let Some(last) = layout.flow.waiting.last_mut() {
        last.keeps_next = true;
    }
}

fn picture(layout: &mut Layout<'_>, chart: &Chart, drawing: &Drawing) {
    let frame = layout.flow.frame;
    let height = points(drawing.height).max(1.0);
    // A drawing has a page at most, with its title above it. Beside its words it keeps its size.
    let (high, wide, scale) = if layout.beside {
        (0.76, DRAWN, 1.0)
    } else {
        (0.55, 1.0, layout.scale)
    };
    let by_height = frame.height() * high / height;
    let by_width = layout.width() * wide / points(WIDTH);
    let largest = 0.8 * layout.body / 10.0;
    let times = by_width.min(by_height).min(largest) * scale;
    let node = layout.flow.node(Role::Figure);
    if let Some(it) = layout.flow.book.nodes.get_mut(node) {
        let notes = chart
            .notes
            .iter()
            .map(|note| format!("{} {}", note.mark, note.text));
        let words: Vec<String> = std::iter::once(chart.title.clone()).chain(notes).collect();
        it.alt = words.join("; ");
    }
    let mut strip = Strip {
        before: layout.space(0.5),
        height: height * times,
        keeps_next: !chart.notes.is_empty(),
        ..Strip::default()
    };
    let indent = layout.indent;
    for mark in &drawing.marks {
        let at = Place {
            indent,
            times,
            node,
        };
        strip.pieces.extend(at.piece(layout, mark));
    }
    layout.push(strip);
}

/// Where a drawing lies, and how large it is.
struct Place {
    indent: f32,
    times: f32,
    node: usize,
}

impl Place {
    fn at(&self, (x, y): (f64, f64)) -> (f32, f32) {
        (self.indent + points(x) * self.times, points(y) * self.times)
    }

    fn piece(&self, layout: &mut Layout<'_>, mark: &Mark) -> Option<Piece> {
        let shape = match &mark.form {
            Form::Line(from, to) => Shape::Path(vec![self.at(*from), self.at(*to)]),
            Form::Rect(at, (width, height)) => {
                let (x, y) = self.at(*at);
                let size = (points(*width) * self.times, points(*height) * self.times);
                Shape::Rect(x, y, size.0, size.1)
            }
            Form::Circle(middle, radius) => {
                let (x, y) = self.at(*middle);
                Shape::Circle(x, y, points(*radius) * self.times)
            }
            Form::Path(places) => Shape::Path(places.iter().map(|at| self.at(*at)).collect()),
            Form::Text(at, anchor, text) => {
                return self.text(layout, &mark.class, *at, *anchor, text);
            }
        };
        let (fill, stroke) = paint(&mark.class, &shape);
        let stroke = stroke.map(|(colour, thick, [dash, gap])| {
            let [thick, dash, gap] = [thick, dash, gap].map(|it| it * self.times);
            (colour, thick, [dash, gap])
        });
        Some(Piece {
            node: Some(self.node),
            ink: Ink::Area(Area {
                shape,
                fill,
                stroke,
            }),
        })
    }

    fn text(
        &self,
        layout: &mut Layout<'_>,
        class: &str,
        at: (f64, f64),
        anchor: Anchor,
        text: &str,
    ) -> Option<Piece> {
        let has = |word: &str| class.split(' ').any(|it| it == word);
        let colour = match class {
            "tick" | "region" | "name" => FAINT,
            "now" => 0xb3_261e,
            "inside" => 0xff_ffff,
            _ => INK,
        };
        let look = Look {
            size: 12.5 * self.times,
            bold: has("sign") || has("group") || has("inside"),
            leans: false,
            colour,
        };
        let letters = layout.setter.plain(text, look);
        let wide: f32 = letters.iter().map(|letter| letter.wide).sum();
        let (x, y) = self.at(at);
        let x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        (!letters.is_empty()).then_some(Piece {
            node: Some(self.node),
            ink: Ink::Letters(x, y, letters),
        })
    }
}

/// What a line is drawn with: colour, width, lengths of dash and gap.
pub type Stroke = (Colour, f32, [f32; 2]);
type Paint = (&'static str, Option<Colour>, Option<Stroke>);

const WHOLE: [f32; 2] = [0.0, 0.0];

/// How each class of marks is painted; the first of its words that is here counts.
const PAINTS: &[Paint] = &[
    ("grid", None, Some((RULE, 1.0, WHOLE))),
    ("axis", None, Some((FAINT, 1.2, WHOLE))),
    ("divider", None, Some((FAINT, 1.2, [6.0, 5.0]))),
    ("today", None, Some((0xb3_261e, 1.6, WHOLE))),
    ("negative", Some(0xb3_261e), None),
    ("a", Some(0x2f_6fb0), None),
    ("b", Some(0xd9_8a1f), None),
    ("c", Some(0x3d_8f6d), None),
    ("d", Some(0x9a_5ea8), None),
    ("planned", Some(0xd5_e5f6), Some((0x2f_6fb0, 1.2, WHOLE))),
    ("done", Some(0x3d_8f6d), None),
    ("dropped", None, Some((FAINT, 1.2, [3.0, 3.0]))),
    ("offer", Some(0xfd_f1dc), Some((0xd9_8a1f, 1.2, WHOLE))),
    ("event", Some(0x2f_6fb0), None),
    ("milestone", Some(INK), None),
    ("season-0", None, None),
    ("season-1", Some(0xc2_dad2), None),
    ("season-2", Some(0x78_aea0), None),
    ("season-3", Some(0x0a_6b4c), None),
    ("plain", Some(0xd5_e5f6), Some((0x1d_5a9e, 2.0, WHOLE))),
    ("ours", Some(0xcf_eadf), Some((0x0a_6b4c, 2.0, WHOLE))),
    (
        "theirs",
        Some(0xf3_d9ea),
        Some((0x94_306f, 2.0, [4.0, 2.5])),
    ),
];

/// What a mark is filled and drawn with.
pub fn paint(class: &str, shape: &Shape) -> (Option<Colour>, Option<Stroke>) {
    let has = |word: &str| class.split(' ').any(|it| it == word);
    let found = PAINTS.iter().find(|(name, ..)| has(name));
    let (fill, stroke) = found.map_or((Some(FAINT), None), |(_, fill, stroke)| (*fill, *stroke));
    if !has("line") || matches!(shape, Shape::Circle(..)) {
        return (fill, stroke);
    }
    let dash = match (has("dashed"), has("dotted")) {
        (true, _) => [9.0, 5.0],
        (_, true) => [2.5, 4.0],
        _ => WHOLE,
    };
    (None, stroke.map(|(colour, ..)| (colour, 2.4, dash)))
}

/// A length of the drawing as one of the page; what is no number is nothing.
fn points(value: f64) -> f32 {
    if value.is_finite() { value as f32 } else { 0.0 }
}
