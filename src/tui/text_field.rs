//! A field in which a person writes, in one line or in many, in English and in Chinese.
//!
//! Three measures are kept apart: positions are bytes of the text, what one key deletes or passes
//! is a grapheme (what a reader calls a character), and columns are cells of the screen. Between
//! calls the caret and both ends of the selection stand on grapheme boundaries.
//!
//! The field keeps no history: undo is one for the whole plan. Each call reports a [`Change`], and
//! on [`Change::Text`] the caller takes over [`TextField::text`].

mod layout;
mod view;
mod words;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use self::layout::Layout;
use super::input::{Code, Key};

/// What a key, a paste or a click did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The field has no use for this key; it may mean something to the form around it.
    Ignored,
    /// The key belongs to the field, and there was nothing to do.
    None,
    /// The caret or the selection moved; the text is the same.
    Moved,
    /// The text changed.
    Text,
}

/// A text, a caret in it, perhaps a selection, and how much of it is in view.
#[derive(Debug, Clone)]
pub struct TextField {
    text: String,
    multi: bool,
    caret: usize,
    /// The end of the selection that stays while the caret moves.
    anchor: Option<usize>,
    /// The caret stands after the last glyph of a row that goes on in the next, not before it.
    late: bool,
    /// The column that moving up and down tries to keep.
    goal: Option<usize>,
    layout: Layout,
    /// The first row in view, or the first cell in a field of one line.
    top: usize,
    /// Rows in view at the last drawing: what the page keys move by.
    page: usize,
    /// Drawing brings the caret into view; the wheel turns it off until the next key.
    follow: bool,
}

impl TextField {
    /// A field with this text and the caret at its end; Enter writes a line feed if `multi`.
    ///
    /// The text is kept as it is, but every line end becomes a line feed.
    pub fn new(text: &str, multi: bool) -> TextField {
        let text = unify_line_ends(text).into_owned();
        TextField {
            multi,
            caret: text.len(),
            anchor: None,
            late: false,
            goal: None,
            layout: Layout::new(&text, multi),
            top: 0,
            page: 1,
            follow: true,
            text,
        }
    }

    /// The whole text, with line feeds between its lines.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which the next character will be written.
    pub fn position(&self) -> usize {
        self.caret
    }

    /// The selected bytes, if there are any.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|&anchor| anchor != self.caret)?;
        Some(anchor.min(self.caret)..anchor.max(self.caret))
    }

    /// Takes over a text that was changed elsewhere: undo, an editor, another program.
    ///
    /// The caret goes to the end of what changed, so that the person sees it; if nothing did, it
    /// stays.
    pub fn set_text(&mut self, text: &str) {
        let text = unify_line_ends(text);
        let (old, new) = difference(&self.text, &text);
        if let Some(inserted) = text.get(new) {
            self.replace(old, inserted);
        }
    }

    /// Selects these bytes and puts the caret at their end; an empty range only moves the caret.
    ///
    /// Ends inside a character are moved back to its beginning.
    pub fn select(&mut self, range: Range<usize>) {
        self.go(range.start, false);
        if !range.is_empty() {
            self.go(range.end, true);
        }
    }

    /// The selected text, empty if there is none.
    pub fn copy(&self) -> String {
        let selected = self.selection().and_then(|range| self.text.get(range));
        selected.unwrap_or_default().to_owned()
    }

    /// Removes the selected text and returns it; the text changed if it is not empty.
    pub fn cut(&mut self) -> String {
        let cut = self.copy();
        if let Some(range) = self.selection() {
            self.replace(range, "");
        }
        cut
    }

    /// Writes a text over the selection or at the caret, cleaned of whatever does not belong in it.
    ///
    /// Line ends become line feeds, or blanks in a field of one line. Control characters and
    /// characters that reverse the direction of what follows are dropped.
    pub fn paste(&mut self, text: &str) -> Change {
        let text = clean(text, self.multi);
        if text.is_empty() {
            return Change::None;
        }
        let range = self.selection().unwrap_or(self.caret..self.caret);
        self.replace(range, &text)
    }

    /// Does what a key asks for.
    pub fn handle(&mut self, key: &Key) -> Change {
        match (key.code, key.ctrl, key.alt) {
            (Code::Char(c), false, false) => self.paste(c.encode_utf8(&mut [0; 4])),
            (Code::Enter, false, _) if self.multi => self.paste("\n"),
            (Code::Char('a'), true, false) => self.select_all(),
            (Code::Esc, false, false) if self.selection().is_some() => self.go(self.caret, false),
            (Code::Up, false, false) if self.multi => self.vertical(1, true, key.shift),
            (Code::Down, false, false) if self.multi => self.vertical(1, false, key.shift),
            (Code::PageUp, false, false) if self.multi => self.vertical(self.page, true, key.shift),
            (Code::PageDown, false, false) if self.multi => {
                self.vertical(self.page, false, key.shift)
            }
            (Code::End, false, false) => self.end_of_row(key.shift),
            _ => {
                if let Some(to) = self.motion(key) {
                    self.go(to, key.shift)
                } else if let Some(range) = self.deletion(key) {
                    self.replace(range, "")
                } else {
                    Change::Ignored
                }
            }
        }
    }

    /// Puts the caret at a cell counted from where the field was drawn; `extend` for a drag.
    pub fn click(&mut self, col: u16, row: u16, extend: bool) -> Change {
        let (to, late) = self.at_cell(col, row);
        let change = self.go(to, extend);
        self.late = late;
        change
    }

    /// Selects the word at a cell counted from where the field was drawn.
    pub fn double_click(&mut self, col: u16, row: u16) -> Change {
        let (at, _) = self.at_cell(col, row);
        self.select(words::around(&self.text, at));
        Change::Moved
    }

    /// Where a key that moves the caret leads.
    fn motion(&self, key: &Key) -> Option<usize> {
        let selected = self.selection().filter(|_| !key.shift);
        Some(match (key.code, key.ctrl, key.alt) {
            (Code::Left, false, false) => match selected {
                Some(range) => range.start,
                None => before(&self.text, self.caret),
            },
            (Code::Right, false, false) => match selected {
                Some(range) => range.end,
                None => after(&self.text, self.caret),
            },
            (Code::Left, true, false) | (Code::Char('b'), false, true) => {
                words::left(&self.text, self.caret)
            }
            (Code::Right, true, false) | (Code::Char('f'), false, true) => {
                words::right(&self.text, self.caret)
            }
            (Code::Home, false, false) => {
                let row = self.row().range.start;
                // Pressed again at the start of the row, it goes on to the start of the line.
                if row == self.caret {
                    line_start(&self.text, self.caret)
                } else {
                    row
                }
            }
            (Code::Home, true, false) => 0,
            (Code::End, true, false) => self.text.len(),
            _ => return None,
        })
    }

    /// What a key that deletes would delete.
    fn deletion(&self, key: &Key) -> Option<Range<usize>> {
        let caret = self.caret;
        let range = match (key.code, key.ctrl, key.alt) {
            (Code::Backspace, false, false) | (Code::Char('h'), true, false) => {
                before(&self.text, caret)..caret
            }
            (Code::Delete, false, false) => caret..after(&self.text, caret),
            (Code::Backspace, ..) | (Code::Char('w'), true, false) => {
                words::left(&self.text, caret)..caret
            }
            (Code::Delete, ..) | (Code::Char('d'), false, true) => {
                caret..words::right(&self.text, caret)
            }
            (Code::Char('u'), true, false) => line_start(&self.text, caret)..caret,
            (Code::Char('k'), true, false) => match line_end(&self.text, caret) {
                // Pressed again at the end of the line, it joins the next one.
                end if end == caret => caret..after(&self.text, caret),
                end => caret..end,
            },
            _ => return None,
        };
        Some(self.selection().unwrap_or(range))
    }

    /// Puts the caret at a byte, or at the beginning of the character around it.
    fn go(&mut self, to: usize, extend: bool) -> Change {
        let to = boundary_at_or_before(&self.text, to);
        let was = (self.caret, self.selection(), self.late);
        if extend {
            self.anchor.get_or_insert(self.caret);
        } else {
            self.anchor = None;
        }
        self.caret = to;
        self.late = false;
        self.goal = None;
        self.follow = true;
        if was == (self.caret, self.selection(), false) {
            Change::None
        } else {
            Change::Moved
        }
    }

    fn select_all(&mut self) -> Change {
        let was = (self.caret, self.anchor);
        self.select(0..self.text.len());
        if was == (self.caret, self.anchor) {
            Change::None
        } else {
            Change::Moved
        }
    }

    /// Moves to the end of the row, or from there to the end of the line.
    fn end_of_row(&mut self, extend: bool) -> Change {
        let row = self.row();
        if self.caret == row.range.end {
            return self.go(line_end(&self.text, self.caret), extend);
        }
        let change = self.go(row.range.end, extend);
        self.late = row.goes_on;
        change
    }

    /// Moves up or down by rows, keeping to the column from which the moving began.
    ///
    /// Past the first or last row it goes to the end of the text; from there the key is the form's.
    fn vertical(&mut self, by: usize, up: bool, extend: bool) -> Change {
        let here = self.row();
        let goal = self.goal.unwrap_or_else(|| self.column(&here));
        let edge = if up { 0 } else { self.text.len() };
        let target = if up {
            here.index.checked_sub(by).or((here.index > 0).then_some(0))
        } else {
            let last = self.layout.height() - 1;
            (here.index < last).then(|| last.min(here.index.saturating_add(by)))
        };
        let Some(target) = target else {
            return match self.go(edge, extend) {
                Change::None => Change::Ignored,
                change => change,
            };
        };
        let (to, late) = self.at_column(target, goal);
        let change = self.go(to, extend);
        self.late = late;
        self.goal = Some(goal);
        change
    }

    /// The one way in which the text changes.
    fn replace(&mut self, range: Range<usize>, new: &str) -> Change {
        let Some(old) = self.text.get(range.clone()) else {
            return Change::None;
        };
        let change = match (old == new, old.is_empty()) {
            (true, true) => return Change::None,
            (true, false) => Change::Moved,
            (false, _) => Change::Text,
        };
        self.text.replace_range(range.clone(), new);
        self.layout.replace(&self.text, range.clone(), new.len());
        // What was written may have joined the character after it: the caret goes behind that.
        let end = range.start + new.len();
        let whole = boundary_at_or_before(&self.text, end);
        self.caret = if whole < end {
            after(&self.text, whole)
        } else {
            whole
        };
        self.anchor = None;
        self.late = false;
        self.goal = None;
        self.follow = true;
        change
    }
}

/// The beginning of the grapheme before this boundary.
fn before(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The end of the grapheme after this boundary.
fn after(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    let next = cursor.next_boundary(text, 0).ok().flatten();
    next.unwrap_or(text.len())
}

/// This byte if a grapheme begins there, else where the grapheme around it begins.
fn boundary_at_or_before(text: &str, at: usize) -> usize {
    let at = char_at_or_before(text, at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        at
    } else {
        before(text, at)
    }
}

/// This byte if a character begins there, else where the character around it begins.
fn char_at_or_before(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    let starts = (0..=at).rev().find(|&at| text.is_char_boundary(at));
    starts.unwrap_or(0)
}

/// Where the line around this byte begins.
fn line_start(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.rfind('\n').map_or(0, |feed| feed + 1)
}

/// Where the line around this byte ends, before its line feed.
fn line_end(text: &str, at: usize) -> usize {
    let tail = text.get(at..).unwrap_or_default();
    tail.find('\n').map_or(text.len(), |feed| at + feed)
}

/// The bytes in which two texts differ: of the old one, and of the new one.
fn difference(old: &str, new: &str) -> (Range<usize>, Range<usize>) {
    let same =
        |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut old.bytes().zip(new.bytes()));
    let head = char_at_or_before(old, head);
    let (old_rest, new_rest) = (old.len() - head, new.len() - head);
    let tail = same(&mut old.bytes().rev().zip(new.bytes().rev()));
    let mut tail = tail.min(old_rest).min(new_rest);
    while !old.is_char_boundary(old.len() - tail) {
        tail -= 1;
    }
    (head..old.len() - tail, head..new.len() - tail)
}

/// The text with a line feed for every kind of line end.
fn unify_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What of a pasted text may enter a plan.
fn clean(text: &str, multi: bool) -> String {
    let text = unify_line_ends(text);
    let hidden = |c: char| {
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            || (c.is_control() && !matches!(c, '\n' | '\t'))
    };
    let text = if multi {
        text.as_ref()
    } else {
        text.trim_end_matches('\n')
    };
    text.chars()
        .map(|c| match c {
            '\n' | '\t' | '\u{2028}' | '\u{2029}' if !multi => ' ',
            '\u{2028}' | '\u{2029}' => '\n',
            c => c,
        })
        .filter(|&c| !hidden(c))
        .collect()
}
