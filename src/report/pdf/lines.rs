//! Words in lines of so many points, as English and Chinese break them.

use std::collections::BTreeSet;

use super::fonts::{Fonts, Glyph, INSTEAD, is_silent};
use super::ink::{Colour, FAINT, LINK, MARKED};
use crate::report::document::{Span, Style};
use crate::words::line_breaks;

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Their size in points.
    pub size: f32,
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they lean.
    pub leans: bool,
    /// Their colour.
    pub colour: Colour,
}

/// A letter in its place in a text.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    /// The character.
    pub c: char,
    /// Its letter in the fonts.
    pub glyph: Glyph,
    /// How wide it is, in points.
    pub wide: f32,
    /// How it looks.
    pub look: Look,
    /// Where it leads: which of the links of the document.
    pub to: Option<usize>,
}

/// A line of letters.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// The letters.
    pub letters: Vec<Letter>,
    /// How wide they are together.
    pub wide: f32,
}

/// What sets letters: the fonts, and what they lacked so far.
#[derive(Debug)]
pub struct Setter {
    /// The fonts.
    pub fonts: Fonts,
    /// Characters that no font of ours has.
    pub missing: BTreeSet<char>,
    /// The names of the sections that words lead to.
    pub links: Vec<String>,
}

impl Setter {
    /// The letters of some spans; a line end is a letter of its own.
    pub fn letters(&mut self, spans: &[Span], base: Look) -> Vec<Letter> {
        let mut out = Vec::new();
        for span in spans {
            let mut look = base;
            match span.style {
                Style::Plain => {}
                Style::Strong => look.bold = true,
                Style::Emphasis => look.leans = true,
                Style::Code | Style::Faint => look.colour = FAINT,
            }
            let to = span.to.as_ref().map(|to| {
                look.colour = LINK;
                self.link(to)
            });
            self.set(&mut out, span.as_str(), look, to);
        }
        out
    }

    /// The letters of a text in one look.
    pub fn plain(&mut self, text: &str, look: Look) -> Vec<Letter> {
        let mut out = Vec::new();
        self.set(&mut out, text, look, None);
        out
    }

    fn link(&mut self, to: &str) -> usize {
        let known = self.links.iter().position(|it| it == to);
        known.unwrap_or_else(|| {
            self.links.push(to.to_owned());
            self.links.len() - 1
        })
    }

    fn set(&mut self, out: &mut Vec<Letter>, text: &str, look: Look, to: Option<usize>) {
        let mut before = None;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let beside = [before, chars.peek().copied()];
            before = Some(c);
            if c == '…' && !beside.into_iter().flatten().any(is_wide) {
                // The dots of a Chinese font hang in the middle of the line.
                self.set(out, "...", look, to);
                continue;
            }
            let c = if c == '\t' { ' ' } else { c };
            if c != '\n' && is_silent(c) {
                continue;
            }
            let (mut look, mut glyph) = (look, Glyph::default());
            if c != '\n' {
                let latin = (!beside.into_iter().flatten().any(is_wide))
                    .then(|| self.fonts.latin(c, look.bold))
                    .flatten();
                glyph = latin
                    .or_else(|| self.fonts.glyph(c, look.bold))
                    .unwrap_or_else(|| {
                        self.missing.insert(c);
                        look.colour = MARKED;
                        self.fonts.glyph(INSTEAD, false).unwrap_or_default()
                    });
            }
            let wide = if c == '\n' {
                0.0
            } else {
                self.fonts.advance(glyph) * look.size
            };
            out.push(Letter {
                c,
                glyph,
                wide,
                look,
                to,
            });
        }
    }
}

/// Whether a character belongs to Chinese text: ideographs, kana, wide signs.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Breaks letters into lines that are at most so wide.
///
/// Lines break where Unicode and Chinese custom allow it; a word that is longer than a line is cut.
pub fn wrap(letters: &[Letter], width: f32) -> Vec<Line> {
    letters
        .split(|letter| letter.c == '\n')
        .flat_map(|line| wrap_line(line, width))
        .collect()
}

/// How wide the longest line and the longest word are.
pub fn extent(letters: &[Letter]) -> (f32, f32) {
    let (mut line, mut word) = (0.0_f32, 0.0_f32);
    for one in letters.split(|letter| letter.c == '\n') {
        line = line.max(trimmed(one).wide);
        let mut start = 0;
        for end in breaks(one) {
            word = word.max(trimmed(one.get(start..end).unwrap_or_default()).wide);
            start = end;
        }
    }
    (line, word)
}

/// Where a line may be broken, as counts of letters; its end is one of them.
fn breaks(line: &[Letter]) -> Vec<usize> {
    let text: String = line.iter().map(|letter| letter.c).collect();
    let mut at = 0;
    let mut ends = line_breaks(&text).into_iter().peekable();
    let mut out = Vec::new();
    for (nth, letter) in line.iter().enumerate() {
        at += letter.c.len_utf8();
        if ends.next_if(|end| *end <= at).is_some() {
            out.push(nth + 1);
        }
    }
    out
}

fn wrap_line(line: &[Letter], width: f32) -> Vec<Line> {
    // A hair of room, so that a text that was measured fits where it was measured for.
    let width = width + 0.01;
    let mut out = Vec::new();
    let (mut start, mut fits) = (0, 0);
    for end in breaks(line) {
        if fits > start && exceeds(line, start, end, width) {
            out.push(trimmed(line.get(start..fits).unwrap_or_default()));
            start = fits;
        }
        while exceeds(line, start, end, width) {
            let cut = cut(line, start, end, width);
            if cut >= end {
                break;
            }
            out.push(trimmed(line.get(start..cut).unwrap_or_default()));
            start = cut;
        }
        fits = end;
    }
    out.push(trimmed(line.get(start..).unwrap_or_default()));
    out
}

/// Whether these letters are wider than a line. It looks no further than it must: a word may be as
/// long as a file.
fn exceeds(line: &[Letter], start: usize, end: usize, width: f32) -> bool {
    let mut wide = 0.0;
    line.get(start..end)
        .unwrap_or_default()
        .iter()
        .any(|letter| {
            wide += letter.wide;
            letter.c != ' ' && wide > width
        })
}

/// Where a word that is too long is cut: after as much as fits, and at least one letter.
fn cut(line: &[Letter], start: usize, end: usize, width: f32) -> usize {
    let mut wide = 0.0;
    let mut at = start;
    for letter in line.get(start..end).unwrap_or_default() {
        wide += letter.wide;
        // A sign without a width belongs to the letter before it.
        if wide > width && at > start && letter.wide > 0.0 {
            break;
        }
        at += 1;
    }
    at
}

fn trimmed_of(letters: &[Letter]) -> &[Letter] {
    let end = letters
        .iter()
        .rposition(|letter| letter.c != ' ')
        .map_or(0, |at| at + 1);
    letters.get(..end).unwrap_or_default()
}

fn trimmed(letters: &[Letter]) -> Line {
    let letters = trimmed_of(letters).to_vec();
    let wide = letters.iter().map(|letter| letter.wide).sum();
    Line { letters, wide }
}
