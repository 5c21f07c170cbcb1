//! What a person does at the keyboard and with the mouse, in farsight's own types.
//!
//! The rest of the program never sees the terminal library, so that keymaps can be tables of plain
//! values, tests can press keys without a terminal, and a new library touches one file.

use std::str::FromStr;

use crate::words::Lang;

/// One thing that happened since the last look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed or is repeating; releases are never reported.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text arrived in one piece, as the terminal's paste sends it; not yet cleaned.
    Paste(String),
    /// The window has a new size.
    Resize {
        /// Columns now.
        cols: u16,
        /// Rows now.
        rows: u16,
    },
    /// The window gained (`true`) or lost the keyboard.
    Focus(bool),
    /// Time passed; the terminal never sends it, the application makes it for itself.
    Tick,
    /// The system asks us to stop (SIGTERM, SIGHUP, a vanished terminal): write recovery and leave.
    Quit,
}

/// A key with its modifiers.
///
/// Made canonical by [`Key::canonical`], so that equality is enough for a keymap: a plain letter
/// carries its own case and has no `shift`; a letter with Ctrl or Alt is lower case with `shift`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl is held.
    pub ctrl: bool,
    /// Alt (Option, Meta) is held.
    pub alt: bool,
    /// Shift is held, and the character does not already say so.
    pub shift: bool,
}

/// The key itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A key that writes this character; also each character an input method commits.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab, which terminals report as a key of its own.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Insert.
    Insert,
    /// A function key, `F(1)` upwards.
    F(u8),
}

/// Something done with the mouse, at a cell counted from the top left corner of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What was done.
    pub kind: MouseKind,
    /// Column, from 0.
    pub col: u16,
    /// Row, from 0.
    pub row: u16,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Shift was held.
    pub shift: bool,
}

/// What the mouse did; only its main button counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The main button went down.
    Down,
    /// The main button came up.
    Up,
    /// The mouse moved with the main button down.
    Drag,
    /// The wheel turned away from the person.
    WheelUp,
    /// The wheel turned towards the person.
    WheelDown,
}

/// Keys with names: how a keymap writes them, and how a page prints them in English and Chinese.
const NAMES: &[(Code, &str, &str, &str)] = &[
    (Code::Enter, "enter", "Enter", "回车"),
    (Code::Esc, "esc", "Esc", "Esc"),
    (Code::Tab, "tab", "Tab", "Tab"),
    (Code::BackTab, "backtab", "Shift-Tab", "Shift-Tab"),
    (Code::Backspace, "backspace", "Backspace", "退格"),
    (Code::Delete, "delete", "Delete", "Delete"),
    (Code::Up, "up", "↑", "↑"),
    (Code::Down, "down", "↓", "↓"),
    (Code::Left, "left", "←", "←"),
    (Code::Right, "right", "→", "→"),
    (Code::Home, "home", "Home", "Home"),
    (Code::End, "end", "End", "End"),
    (Code::PageUp, "pageup", "PgUp", "PgUp"),
    (Code::PageDown, "pagedown", "PgDn", "PgDn"),
    (Code::Insert, "insert", "Insert", "Insert"),
    (Code::Char(' '), "space", "Space", "空格"),
];

impl Key {
    /// The key without modifiers.
    pub const fn new(code: Code) -> Key {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The key that writes this character.
    pub const fn char(c: char) -> Key {
        Key::new(Code::Char(c))
    }

    /// The key with Ctrl: `Key::ctrl('s')`; the letter is lower case.
    pub const fn ctrl(c: char) -> Key {
        Key {
            ctrl: true,
            ..Key::char(c)
        }
    }

    /// The key with Alt: `Key::alt('z')`; the letter is lower case.
    pub const fn alt(c: char) -> Key {
        Key {
            alt: true,
            ..Key::char(c)
        }
    }

    /// The same key with Shift.
    #[must_use]
    pub const fn shifted(self) -> Key {
        Key {
            shift: true,
            ..self
        }
    }

    /// Reads a key as keymaps write it: `ctrl-s`, `alt-z`, `shift-f8`, `pageup`, `space`, `?`, `A`.
    ///
    /// Nothing but a known name or a single character is a key; anything else is `None`.
    pub fn parse(name: &str) -> Option<Key> {
        let mut key = Key::new(Code::Esc);
        let mut rest = name;
        loop {
            let (flag, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut key.ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut key.alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut key.shift, after)
            } else {
                break;
            };
            *flag = true;
            rest = after;
        }
        key.code = code(rest)?;
        Some(key.canonical())
    }

    /// How a page names the key: `Ctrl-S`, `Alt-Z`, `Shift-F8`, `Enter` or `回车`, `↑`.
    pub fn label(&self, lang: Lang) -> String {
        let mut label = String::new();
        for (held, name) in [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ] {
            if held {
                label.push_str(name);
            }
        }
        match (NAMES.iter().find(|row| row.0 == self.code), self.code) {
            (Some((_, _, en, zh)), _) => label.push_str(if lang == Lang::Zh { zh } else { en }),
            (None, Code::F(n)) => label.extend(['F'].into_iter().chain(n.to_string().chars())),
            (None, Code::Char(c)) if self.ctrl || self.alt => label.extend(c.to_uppercase()),
            (None, Code::Char(c)) => label.push(c),
            (None, _) => {}
        }
        label
    }

    /// The one spelling of this key, whatever the terminal called it.
    ///
    /// Old terminals cannot tell Ctrl-7, Ctrl-/ and Ctrl-_ apart, nor Ctrl-4 to Ctrl-6 from the
    /// signs beside them, so neither do we; and Shift is dropped where the character tells it.
    #[must_use]
    pub fn canonical(mut self) -> Key {
        match self.code {
            Code::Tab if self.shift => self.code = Code::BackTab,
            Code::Char('\t') => self.code = Code::Tab,
            Code::Char('\r' | '\n') => self.code = Code::Enter,
            Code::Char(c) if self.ctrl || self.alt => {
                let plain = if self.ctrl { legacy(c) } else { c };
                self.shift &= plain.is_alphabetic() || plain == ' ';
                self.shift |= plain.is_ascii_uppercase();
                self.code = Code::Char(plain.to_ascii_lowercase());
            }
            Code::Char(' ') => {}
            Code::Char(_) => self.shift = false,
            _ => {}
        }
        if self.code == Code::BackTab {
            self.shift = false;
        }
        self
    }
}

impl FromStr for Key {
    type Err = String;

    fn from_str(name: &str) -> Result<Key, String> {
        Key::parse(name).ok_or_else(|| name.to_owned())
    }
}

/// The sign an old terminal means by Ctrl and this character.
const fn legacy(c: char) -> char {
    match c {
        '4' => '\\',
        '5' => ']',
        '6' => '^',
        '7' | '/' => '_',
        c => c,
    }
}

/// The key of a name without modifiers.
fn code(name: &str) -> Option<Code> {
    if let Some((code, ..)) = NAMES.iter().find(|row| row.1 == name) {
        return Some(*code);
    }
    let mut chars = name.chars();
    match (chars.next(), chars.as_str()) {
        (Some(c), "") if !c.is_control() => Some(Code::Char(c)),
        (Some('f'), digits) => digits
            .parse()
            .ok()
            .filter(|n| (1..=35).contains(n))
            .map(Code::F),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_keymaps_write_them() {
        let shift_f8 = Key::new(Code::F(8)).shifted();
        assert_eq!(Key::parse("ctrl-s"), Some(Key::ctrl('s')));
        assert_eq!(Key::parse("alt-z"), Some(Key::alt('z')));
        assert_eq!(Key::parse("shift-f8"), Some(shift_f8));
        assert_eq!(Key::parse("?"), Some(Key::char('?')));
        assert_eq!(Key::parse("f"), Some(Key::char('f')));
        assert_eq!(Key::parse("-"), Some(Key::char('-')));
        assert_eq!(Key::parse("ctrl--"), Some(Key::ctrl('-')));
        assert_eq!(Key::parse("shift-tab"), Some(Key::new(Code::BackTab)));
        assert_eq!(Key::parse("ctrl-S"), Some(Key::ctrl('s').shifted()));
        assert_eq!(Key::parse("ctrl-shift-z"), Some(Key::ctrl('z').shifted()));
        assert_eq!(Key::parse("中"), Some(Key::char('中')));
        for bad in ["", "ctrl-", "enterprise", "f0", "f99", "ctrl-中文"] {
            assert_eq!(Key::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_named_key_reads_back() {
        for (code, name, ..) in NAMES {
            assert_eq!(Key::parse(name), Some(Key::new(*code)), "{name}");
        }
    }

    #[test]
    fn old_terminals_mean_one_key_by_three_names() {
        for name in ["ctrl-7", "ctrl-/", "ctrl-_"] {
            assert_eq!(Key::parse(name), Some(Key::ctrl('_')), "{name}");
        }
        assert_eq!(Key::parse("ctrl-shift-_"), Some(Key::ctrl('_')));
    }

    #[test]
    fn labels_in_english() {
        let label = |name| Key::parse(name).unwrap().label(Lang::En);
        assert_eq!(label("ctrl-s"), "Ctrl-S");
        assert_eq!(label("shift-f8"), "Shift-F8");
        assert_eq!(label("enter"), "Enter");
        assert_eq!(label("up"), "↑");
        assert_eq!(label("ctrl-space"), "Ctrl-Space");
        assert_eq!(label("backtab"), "Shift-Tab");
        assert_eq!(label("a"), "a");
    }

    #[test]
    fn labels_in_chinese() {
        let label = |name| Key::parse(name).unwrap().label(Lang::Zh);
        assert_eq!(label("ctrl-s"), "Ctrl-S");
        assert_eq!(label("enter"), "回车");
        assert_eq!(label("alt-enter"), "Alt-回车");
        assert_eq!(label("space"), "空格");
        assert_eq!(label("backspace"), "退格");
        assert_eq!(label("left"), "←");
    }
}
