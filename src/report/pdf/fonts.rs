//! The letters of the report: fonts that travel with the program.
//!
//! Nobody has to install a font, and the same plan gives the same pages on every machine. The bytes
//! lie in the program and are read from the disk only when a page is set.

use std::collections::BTreeSet;

use subsetter::GlyphRemapper;
use ttf_parser::{Face, GlyphId, RawFace, Tag};

/// How many fonts there are.
pub const FACES: usize = 4;

/// The font files, as they stand in the program: regular and bold, then more Latin, Greek and
/// Cyrillic letters in both.
const FILES: [(&str, &[u8]); FACES] = [
    (
        "FarsightSansSC-Regular",
        include_bytes!("fonts/farsight-sans-regular.otf"),
    ),
    (
        "FarsightSansSC-Bold",
        include_bytes!("fonts/farsight-sans-bold.otf"),
    ),
    (
        "FarsightLatin-Regular",
        include_bytes!("fonts/farsight-latin-regular.otf"),
    ),
    (
        "FarsightLatin-Bold",
        include_bytes!("fonts/farsight-latin-bold.otf"),
    ),
];

/// What stands in the place of a character that neither font has.
pub const INSTEAD: char = '\u{25a1}';

/// Signs that have a second, narrow letter.
const LATIN: [char; 6] = ['–', '—', '‘', '’', '“', '”'];
/// Where the narrow letters stand in our fonts.
const PRIVATE: char = '\u{e000}';

/// A letter as a font draws it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Glyph {
    /// Which of the fonts has it.
    pub face: usize,
    /// Its number there.
    pub id: u16,
    /// Whether it must be thickened, because the bold font has no such letter.
    pub thicken: bool,
}

/// The fonts, opened.
pub struct Fonts {
    faces: Vec<Face<'static>>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({})", self.faces.len())
    }
}

impl Fonts {
    /// Opens the fonts.
    pub fn open() -> Fonts {
        let faces = FILES
            .iter()
            .map_while(|(_, data)| Face::parse(data, 0).ok());
        Fonts {
            faces: faces.collect(),
        }
    }

    /// The letter for a character, if one of the fonts has it.
    pub fn glyph(&self, c: char, bold: bool) -> Option<Glyph> {
        let find = |face: usize| {
            let id = self.faces.get(face)?.glyph_index(c)?.0;
            (id != 0).then_some((face, id))
        };
        if matches!(c, PRIVATE..='\u{f8ff}') {
            // What others keep there is not what we keep there.
            return None;
        }
        let order: &[usize] = if bold { &[1, 3, 0, 2] } else { &[0, 2] };
        let (face, id) = order.iter().find_map(|face| find(*face))?;
        Some(Glyph {
            face,
            id,
            thicken: bold && face % 2 == 0,
        })
    }

    /// The letter for a quote, a dash or dots between Latin letters; the usual ones are as wide as an
    /// ideograph.
    pub fn latin(&self, c: char, bold: bool) -> Option<Glyph> {
        if !LATIN.contains(&c) {
            return None;
        }
        let kept = char::from_u32(u32::from(PRIVATE) + u32::from(c) % 256)?;
        let face = usize::from(bold);
        let id = self.faces.get(face)?.glyph_index(kept)?.0;
        Some(Glyph {
            face,
            id,
            thicken: false,
        })
    }

    /// How wide a letter is, as a part of its size.
    pub fn advance(&self, glyph: Glyph) -> f32 {
        let Some(face) = self.faces.get(glyph.face) else {
            return 0.0;
        };
        let advance = face.glyph_hor_advance(GlyphId(glyph.id)).unwrap_or(0);
        f32::from(advance) / f32::from(face.units_per_em().max(1))
    }

    /// What a PDF has to know of a face.
    pub fn face(&self, nth: usize) -> Option<(&'static str, &Face<'static>)> {
        Some((FILES.get(nth)?.0, self.faces.get(nth)?))
    }

    /// The outlines of the letters that were used, and of no others.
    pub fn outlines(nth: usize, used: &GlyphRemapper) -> Option<Vec<u8>> {
        let (_, data) = FILES.get(nth)?;
        let font = subsetter::subset(data, 0, used).ok()?;
        let raw = RawFace::parse(&font, 0).ok()?;
        Some(raw.table(Tag::from_bytes(b"CFF "))?.to_vec())
    }

    /// The characters of a text that no font of ours has.
    pub fn missing(&self, text: &str) -> BTreeSet<char> {
        let shown = text.chars().filter(|c| !is_silent(*c));
        shown.filter(|c| self.glyph(*c, false).is_none()).collect()
    }
}

/// Whether a character is an order to a typesetter and has no letter of its own.
pub fn is_silent(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
}
