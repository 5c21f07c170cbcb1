//! A drawing as a metafile: lines and letters that stay sharp, which word processors know without
//! help and which needs no reader of pictures in this program.

use crate::charts::picture::width;
use crate::report::drawing::{Anchor, Drawing, Form, Mark, WIDTH};
use crate::report::pdf::drawn::paint;
use crate::report::pdf::ink::{Colour, FAINT, INK, Shape};

/// So many points of the metafile are one unit of a drawing.
const FINE: f64 = 10.0;
/// How high letters are, in units of the drawing.
const LETTERS: f64 = 12.5;
/// How large a unit of the drawing is, in hundredths of a millimetre.
const UNIT: f64 = 27.5;

/// The records of a metafile that a drawing needs.
mod kind {
    pub const HEADER: u32 = 1;
    pub const POLYGON: u32 = 3;
    pub const POLYLINE: u32 = 4;
    pub const END: u32 = 14;
    pub const BACKGROUND: u32 = 18;
    pub const TEXT_ALIGN: u32 = 22;
    pub const TEXT_COLOUR: u32 = 24;
    pub const SELECT: u32 = 37;
    pub const BRUSH: u32 = 39;
    pub const DELETE: u32 = 40;
    pub const ELLIPSE: u32 = 42;
    pub const RECTANGLE: u32 = 43;
    pub const FONT: u32 = 82;
    pub const TEXT: u32 = 84;
    pub const PEN: u32 = 95;
}

/// What is always there: no line, no filling.
const NO_BRUSH: u32 = 0x8000_0005;
const NO_PEN: u32 = 0x8000_0008;
/// The names under which we keep a pen, a brush and a font.
const PEN: u32 = 1;
const BRUSH: u32 = 2;
const FONT: u32 = 3;

/// How wide and how high a drawing is on paper, in hundredths of a millimetre.
pub fn size(drawing: &Drawing) -> (f64, f64) {
    (WIDTH * UNIT, drawing.height.max(1.0) * UNIT)
}

/// The drawing as the bytes of an EMF file.
pub fn emf(drawing: &Drawing) -> Vec<u8> {
    let mut file = File::default();
    file.record(kind::BACKGROUND, &[1]);
    // Letters stand on their line and begin at their place.
    file.record(kind::TEXT_ALIGN, &[24]);
    for mark in &drawing.marks {
        file.mark(mark);
    }
    file.done(drawing)
}

#[derive(Debug, Default)]
struct File {
    bytes: Vec<u8>,
    records: u32,
}

impl File {
    fn record(&mut self, kind: u32, words: &[u32]) {
        let length = u32::try_from(words.len() * 4 + 8).unwrap_or_default();
        for word in [kind, length].iter().chain(words) {
            self.bytes.extend(word.to_le_bytes());
        }
        self.records += 1;
    }

    fn mark(&mut self, mark: &Mark) {
        let inked = match &mark.form {
            Form::Text(at, anchor, text) => return self.text(&mark.class, *at, *anchor, text),
            // The colours ask only whether a mark is round.
            Form::Circle(..) => Shape::Circle(0.0, 0.0, 0.0),
            _ => Shape::Path(Vec::new()),
        };
        let (fill, stroke) = paint(&mark.class, &inked);
        let pen = stroke.map_or(NO_PEN, |(colour, thick, [dash, _])| {
            let style = match dash {
                dash if dash >= 5.0 => 1,
                dash if dash > 0.0 => 2,
                _ => 0,
            };
            let thick = point(f64::from(thick)).max(1);
            // A geometric pen with flat ends.
            let style = 0x0001_0200 | style;
            self.record(
                kind::PEN,
                &[PEN, 0, 0, 0, 0, style, thick, 0, reversed(colour), 0, 0],
            );
            PEN
        });
        let brush = fill.map_or(NO_BRUSH, |colour| {
            self.record(kind::BRUSH, &[BRUSH, 0, reversed(colour), 0]);
            BRUSH
        });
        self.record(kind::SELECT, &[pen]);
        self.record(kind::SELECT, &[brush]);
        self.form(&mark.form, fill.is_some());
        // Nothing may be thrown away while it is in use.
        self.record(kind::SELECT, &[NO_PEN]);
        self.record(kind::SELECT, &[NO_BRUSH]);
        for made in [pen, brush].iter().filter(|it| **it < NO_BRUSH) {
            self.record(kind::DELETE, &[*made]);
        }
    }

    fn form(&mut self, form: &Form, filled: bool) {
        match form {
            Form::Line(from, to) => self.path(kind::POLYLINE, &[*from, *to]),
            Form::Path(places) if filled => self.path(kind::POLYGON, places),
            Form::Path(places) => self.path(kind::POLYLINE, places),
            Form::Rect((x, y), (wide, high)) => {
                self.record(kind::RECTANGLE, &corners((*x, *y), (x + wide, y + high)));
            }
            Form::Circle((x, y), radius) => {
                let (from, to) = ((x - radius, y - radius), (x + radius, y + radius));
                self.record(kind::ELLIPSE, &corners(from, to));
            }
            Form::Text(..) => {}
        }
    }

    fn path(&mut self, kind: u32, places: &[(f64, f64)]) {
        let mut words = vec![0; 4];
        words.push(u32::try_from(places.len()).unwrap_or_default());
        words.extend(places.iter().flat_map(|(x, y)| [point(*x), point(*y)]));
        self.record(kind, &words);
    }

    fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let has = |word: &str| class.split(' ').any(|it| it == word);
        let colour = match class {
            "tick" | "region" | "name" => FAINT,
            "now" => 0xb3_261e,
            "inside" => 0xff_ffff,
            _ => INK,
        };
        let bold = has("sign") || has("group") || has("inside");
        self.record(kind::TEXT_COLOUR, &[reversed(colour)]);
        let pieces = runs(text);
        let wide: f64 = pieces.iter().map(|(_, piece)| extent(piece)).sum();
        let mut x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        for (is_wide, piece) in pieces {
            let face = if is_wide { "Microsoft YaHei" } else { "Arial" };
            self.font(face, bold);
            self.letters((x, y), piece);
            self.record(kind::SELECT, &[0x8000_000d]);
            self.record(kind::DELETE, &[FONT]);
            x += extent(piece);
        }
    }

    fn font(&mut self, face: &str, bold: bool) {
        let weight = if bold { 700 } else { 400 };
        let high = point(LETTERS).wrapping_neg();
        // Height and weight, then the character set that is every one.
        let mut words = vec![FONT, high, 0, 0, 0, weight, 0x0100_0000, 0];
        let mut name: Vec<u16> = face.encode_utf16().take(31).collect();
        // The face, its full name, its style, and what else nobody asks for.
        name.resize(128, 0);
        words.extend(pairs(&name));
        words.extend([0; 9]);
        self.record(kind::FONT, &words);
        self.record(kind::SELECT, &[FONT]);
    }

    fn letters(&mut self, (x, y): (f64, f64), text: &str) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let count = u32::try_from(units.len()).unwrap_or_default();
        let mut string = pairs(&units);
        let spacing = 76 + u32::try_from(string.len() * 4).unwrap_or_default();
        let mut words = vec![0, 0, 0, 0, 1, 0x3f80_0000, 0x3f80_0000];
        words.extend([point(x), point(y), count, 76, 0, 0, 0, 0, 0, spacing]);
        words.append(&mut string);
        for c in text.chars() {
            words.push(point(advance(c)));
            words.extend(vec![0; c.len_utf16() - 1]);
        }
        self.record(kind::TEXT, &words);
    }

    /// The whole file: what it is comes first, and is known last.
    fn done(mut self, drawing: &Drawing) -> Vec<u8> {
        self.record(kind::END, &[0, 16, 20]);
        let body = std::mem::take(&mut self.bytes);
        let right = [point(WIDTH), point(drawing.height)];
        let (wide, high) = size(drawing);
        let frame = [wide, high].map(whole);
        let length = u32::try_from(body.len() + 88).unwrap_or_default();
        // A device as fine as our points: what it measures follows from the size on paper.
        let millimetres = whole(WIDTH * UNIT / 10.0);
        let device = point(WIDTH).saturating_mul(10);
        self.record(
            kind::HEADER,
            &[
                0,
                0,
                right[0],
                right[1],
                0,
                0,
                frame[0],
                frame[1],
                0x464d_4520,
                0x0001_0000,
                length,
                self.records + 1,
                4,
                0,
                0,
                0,
                device,
                device,
                millimetres,
                millimetres,
            ],
        );
        self.bytes.extend(body);
        self.bytes
    }
}

fn corners(from: (f64, f64), to: (f64, f64)) -> [u32; 4] {
    [point(from.0), point(from.1), point(to.0), point(to.1)]
}

/// A length of the drawing in points of the metafile; negative ones as computers write them.
fn point(length: f64) -> u32 {
    whole(length * FINE)
}

/// A whole number near this one; what is no number is nothing.
fn whole(value: f64) -> u32 {
    // The limits keep the meaning of a number that no page could hold.
    (value.clamp(-1e8, 1e8).round() as i32).cast_unsigned()
}

/// A colour with blue first, as metafiles have it.
fn reversed(colour: Colour) -> u32 {
    let [_, red, green, blue] = colour.to_be_bytes();
    u32::from_be_bytes([0, blue, green, red])
}

/// Two letters in each word.
fn pairs(units: &[u16]) -> Vec<u32> {
    let pair = |pair: &[u16]| {
        let high = pair.get(1).copied().unwrap_or_default();
        u32::from(pair.first().copied().unwrap_or_default()) | u32::from(high) << 16
    };
    units.chunks(2).map(pair).collect()
}

/// A text in pieces of wide letters and of others, for each has a font of its own.
fn runs(text: &str) -> Vec<(bool, &str)> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let is_wide = is_wide(c);
        if before.is_some_and(|it| it != is_wide) {
            runs.push((!is_wide, text.get(start..at).unwrap_or_default()));
            start = at;
        }
        before = Some(is_wide);
    }
    if let Some(is_wide) = before {
        runs.push((is_wide, text.get(start..).unwrap_or_default()));
    }
    runs
}

fn is_wide(c: char) -> bool {
    !c.is_ascii() && width(c.encode_utf8(&mut [0; 4])) == 2
}

fn extent(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

/// How far a letter moves the next one.
fn advance(c: char) -> f64 {
    let at = usize::try_from(u32::from(c)).unwrap_or_default();
    let known = at.checked_sub(32).and_then(|at| ADVANCES.get(at));
    let thousandths = match known {
        Some(known) => *known,
        None if is_wide(c) => 1000,
        None => 556,
    };
    f64::from(thousandths) * LETTERS / 1000.0
}

/// How wide the letters of Arial are from the space on, in thousandths of their height; the fonts
/// that stand in for it have the same widths.
#[rustfmt::skip]
const ADVANCES: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(text: &str) -> Drawing {
        let mark = |class: &str, form| Mark {
            class: class.to_owned(),
            form,
        };
        Drawing {
            height: 100.0,
            marks: vec![
                mark("plain", Form::Rect((0.0, 0.0), (10.0, f64::NAN))),
                mark("ours", Form::Circle((5.0, f64::MAX), 3.0)),
                mark("line dashed ours", Form::Path(vec![(0.0, 0.0), (1.0, 1.0)])),
                mark(
                    "label",
                    Form::Text((5.0, 5.0), Anchor::End, text.to_owned()),
                ),
            ],
        }
    }

    #[test]
    fn a_metafile_is_a_chain_of_records_that_ends() {
        for text in ["Oat bars 3 kg", "燕麦棒 3 公斤", "👩‍🌾\u{200f}", ""] {
            let bytes = emf(&drawing(text));
            let word =
                |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
            assert_eq!(word(48), bytes.len());
            let (mut at, mut count, mut last) = (0, 0, 0);
            while at < bytes.len() {
                (last, count) = (word(at), count + 1);
                at += word(at + 4);
            }
            assert_eq!((at, last), (bytes.len(), 14));
            assert_eq!(count, word(52));
        }
    }

    #[test]
    fn chinese_and_other_letters_have_their_own_fonts() {
        assert_eq!(
            runs("第2季 Q2"),
            [(true, "第"), (false, "2"), (true, "季"), (false, " Q2")]
        );
        assert!(runs("").is_empty());
    }
}
