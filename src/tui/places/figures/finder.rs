//! The line in which a list is narrowed by typing.

use ratatui::layout::Rect;

use crate::tui::canvas::Canvas;
use crate::tui::input::{Code, Key};
use crate::tui::text_field::{Change, TextField};

/// Words that what is listed must have.
#[derive(Debug)]
pub(super) struct Finder {
    words: TextField,
    /// Whether it has the keyboard.
    pub typing: bool,
}

impl Default for Finder {
    fn default() -> Finder {
        Finder {
            words: TextField::new("", false),
            typing: false,
        }
    }
}

impl Finder {
    /// Whether anything is left out.
    pub fn is_narrow(&self) -> bool {
        !self.words.text().trim().is_empty()
    }

    /// Whether a text has every word that is typed.
    pub fn keeps(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let wanted = self.words.text().to_lowercase();
        wanted.split_whitespace().all(|word| text.contains(word))
    }

    /// Lists everything again.
    pub fn clear(&mut self) {
        self.words.set_text("");
        self.typing = false;
    }

    /// Handles a key: `/` begins, Enter keeps what is typed, Esc lists everything; false where it
    /// has no use for it.
    pub fn key(&mut self, key: &Key) -> bool {
        match key.code {
            Code::Char('/') if !self.typing => self.typing = true,
            Code::Esc if self.typing || self.is_narrow() => self.clear(),
            Code::Enter if self.typing => self.typing = false,
            Code::Up | Code::Down | Code::PageUp | Code::PageDown => return false,
            _ if self.typing => return self.words.handle(key) != Change::Ignored,
            _ => return false,
        }
        true
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.typing = true;
        self.words.paste(text);
    }

    /// Draws the line where there is one; returns what is left of the area.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
        if !self.typing && !self.is_narrow() || area.height < 2 {
            return area;
        }
        let theme = canvas.theme;
        canvas.put(area.x, area.y, "/", theme.accent, 1);
        let line = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(2),
            height: 1,
            ..area
        };
        let caret = self.words.draw(canvas.buf, line, &theme, &[]);
        if self.typing {
            canvas.caret = caret;
        }
        Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        }
    }
}
