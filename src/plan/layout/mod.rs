//! The canonical layout of a plan: one order and one spacing, so that a diff shows decisions only.
//!
//! Tables stand in the order of the catalogue, rows as written, keys in the order of the
//! catalogue; what the catalogue does not know comes last, in its own order. A comment goes
//! with what it stands above or beside. No value changes, which is not only meant but looked at:
//! the text that comes out is read and compared before anybody gets it.
//!
//! | file | what it does |
//! |---|---|
//! | [`pieces`] | every statement with the comments that belong to it |
//! | [`order`] | where tables and keys stand |
//! | [`values`] | how a value is spaced and wrapped |
//! | [`same`] | whether two texts say the same |

mod order;
mod pieces;
mod same;
mod values;

use self::order::{Block, root_and_units};
use self::pieces::{Piece, pieces};
use super::document::Document;
use super::encode::key_of;
use super::entry::syntax_error;
use super::statement::{Name, What};
use crate::catalogue;

/// Why a text is not laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlaid {
    /// The TOML has a syntax error at this byte.
    Broken(usize),
    /// The result would not say the same; that is a fault of this program, and the text stays.
    Unsafe,
}

/// The text in its canonical layout: the same values and comments, and laid out twice it stays.
///
/// # Errors
/// When the text has a syntax error, or when the result would not say the same.
pub fn layout(text: &str) -> Result<String, Unlaid> {
    if let Some(byte) = syntax_error(text) {
        return Err(Unlaid::Broken(byte));
    }
    let document = Document::parse(text);
    let laid = laid_out(&document);
    if same::say_the_same(text, &laid) {
        Ok(laid)
    } else {
        Err(Unlaid::Unsafe)
    }
}

fn laid_out(document: &Document) -> String {
    let text = document.text();
    let all = pieces(text, &document.statements);
    let (root, units) = root_and_units(&all.body);
    let mut page = Page {
        source: text,
        out: String::new(),
        eol: document.eol(),
        blank: true,
    };
    for group in &all.head {
        page.group(group);
        page.part();
    }
    page.block(&root);
    for block in units.iter().flat_map(|unit| &unit.blocks) {
        page.part();
        page.block(block);
    }
    for group in &all.tail {
        page.part();
        page.group(group);
    }
    // A blank line at the end parts nothing.
    let end = page.out.trim_end_matches(['\r', '\n']).len();
    if page.blank && end > 0 {
        page.out.truncate(end);
        page.out.push_str(page.eol);
    }
    let bom = if text.starts_with('\u{feff}') {
        "\u{feff}"
    } else {
        ""
    };
    format!("{bom}{}", page.out)
}

/// The text that comes into being.
struct Page<'t> {
    source: &'t str,
    out: String,
    eol: &'static str,
    /// Whether a blank line or the beginning of the text stands above.
    blank: bool,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push_str(self.eol);
        self.blank = false;
    }

    /// Sees to one blank line between what stands above and what comes.
    fn part(&mut self) {
        if !self.blank {
            self.out.push_str(self.eol);
            self.blank = true;
        }
    }

    fn group(&mut self, comments: &[&str]) {
        for comment in comments {
            self.line(comment);
        }
    }

    fn block(&mut self, block: &Block<'_, '_>) {
        let names = block.names();
        if let Some(header) = block.header {
            self.piece(header, &self.header(header));
        }
        for piece in &block.pairs {
            let line = self.pair(names, piece);
            self.piece(piece, &line);
        }
    }

    /// A statement with its comments.
    fn piece(&mut self, piece: &Piece<'_>, line: &str) {
        for group in &piece.above {
            self.part();
            self.group(group);
            self.part();
        }
        self.group(&piece.lead);
        self.line(line);
        if !piece.below.is_empty() {
            self.group(&piece.below);
            self.part();
        }
    }

    fn header(&self, piece: &Piece<'_>) -> String {
        let (open, names, close) = match &piece.statement.what {
            What::Table(names) => ("[", names, "]"),
            What::Row(names) => ("[[", names, "]]"),
            What::Pair(_) => return String::new(),
        };
        let end = names.last().map_or(0, |name| name.span.end);
        let rest = &self.source[end..piece.statement.stop];
        let comment = rest.find('#').map_or("", |at| rest[at..].trim_end());
        let gap = if comment.is_empty() { "" } else { gap_of(rest) };
        format!("{open}{}{close}{gap}{comment}", self.dotted(names))
    }

    fn pair(&self, table: &[Name], piece: &Piece<'_>) -> String {
        let Some(pair) = piece.statement.pair() else {
            return String::new();
        };
        let path = key_of(table.iter().chain(&pair.keys).map(|name| &name.text));
        let field = catalogue::field(&path).map(|(_, field)| field.kind);
        let raw = &self.source[pair.value.span.clone()];
        let value = values::value(self.source, &pair.value, field, self.eol);
        let rest = &self.source[pair.value.span.end..piece.statement.stop];
        let comment = rest.find('#').map_or("", |at| rest[at..].trim_end());
        let gap = match comment {
            "" => "",
            _ if value == raw => gap_of(rest),
            _ => "  ",
        };
        format!("{} = {value}{gap}{comment}", self.dotted(&pair.keys))
    }

    /// Names as they are spelled, without blanks between them.
    fn dotted(&self, names: &[Name]) -> String {
        let names: Vec<&str> = names
            .iter()
            .map(|name| &self.source[name.span.clone()])
            .collect();
        names.join(".")
    }
}

/// The blanks that an author put before a comment, at least one: columns of comments stay.
fn gap_of(rest: &str) -> &str {
    let before = rest.split('#').next().unwrap_or_default();
    let gap = &before[before.trim_end().len()..];
    if gap.is_empty() { " " } else { gap }
}

#[cfg(test)]
mod tests;
