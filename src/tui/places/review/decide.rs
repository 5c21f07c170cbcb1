//! Two readings of one place, side by side, and the choice between them.
//!
//! Each choice goes into the plan's text at once, so that nothing is lost when one leaves before
//! the last; all of them are one step to take back.

use super::super::Reply;
use super::readings::{self, Reading, Single};
use crate::plan::{Document, Path, to_literal};
use crate::review::merge::resolve::{self, Choice, Open};
use crate::tui::canvas::{Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::editor::is_multi;
use crate::tui::input::{Code, Key};
use crate::tui::session::{Locked, Session};
use crate::tui::text_field::TextField;
use crate::words::{Lang, Text};

/// What is to decide, and what is decided.
#[derive(Debug, Default)]
pub struct Decide {
    /// The text as it was before the first choice.
    origin: String,
    /// The text that the choices made: another one was made by somebody else.
    made: String,
    pub(super) all: Vec<Open>,
    pub(super) choices: Vec<Option<Choice>>,
    /// Where in the plan each place is.
    pub(super) paths: Vec<Path>,
    pub(super) at: usize,
    pub(super) top: usize,
    pub(super) from: usize,
    pub(super) own: Option<Own>,
}

/// One's own reading, while it is typed.
#[derive(Debug)]
pub(super) struct Own {
    pub field: TextField,
    /// The value that is typed, and the lines in which it stands; none for whole lines.
    value: Option<(Single, String)>,
    /// Whether Enter begins a new line.
    multi: bool,
    pub error: Option<String>,
}

impl Decide {
    /// Finds what is to decide in the newest text.
    pub(super) fn look(&mut self, session: &Session) {
        let text = session.document.text();
        if self.made == text {
            return;
        }
        *self = Decide {
            origin: text.to_owned(),
            made: text.to_owned(),
            all: resolve::open(text),
            paths: readings::paths(&session.document),
            ..Decide::default()
        };
        self.choices = vec![None; self.all.len()];
    }

    /// How many places have no choice yet.
    pub(super) fn left(&self) -> usize {
        self.choices.iter().filter(|it| it.is_none()).count()
    }

    /// The two readings of the chosen place, and what stood there before.
    pub(super) fn readings(&self) -> Option<[Option<Reading>; 3]> {
        let open = self.all.get(self.at)?;
        let path = self.paths.get(self.at)?;
        let of = |text: &str| readings::reading(text, path);
        Some([
            Some(of(&open.ours)),
            Some(of(&open.theirs)),
            open.base.as_deref().map(of),
        ])
    }

    /// Whether one's own lines are being typed.
    pub const fn is_typing(&self) -> bool {
        self.own.is_some()
    }

    /// Chooses a reading of the chosen place; true when all are decided.
    pub fn choose(&mut self, choice: Choice, desk: &mut Desk) -> bool {
        let Some(session) = &mut desk.session else {
            return false;
        };
        self.look(session);
        let both = choice == Choice::Both;
        if both && !self.all.get(self.at).is_some_and(Open::takes_both) {
            let text = Text::new(
                "Both cannot stay: only rows can stand one after the other. e writes your own.",
                "无法两者都留：只有条目可以前后并存。按 e 自己写。",
            );
            desk.say(text, &[]);
            return false;
        }
        let Some(slot) = self.choices.get_mut(self.at) else {
            return false;
        };
        *slot = Some(choice);
        self.made = resolve::decided(&self.origin, &self.choices);
        session.decide(&self.made);
        let open = |at: &usize| self.choices.get(*at).is_some_and(Option::is_none);
        let count = self.all.len();
        let next = (self.at..count).chain(0..self.at).find(open);
        self.from = 0;
        let Some(next) = next else {
            session.pause();
            return true;
        };
        self.at = next;
        let left = self.left().to_string();
        desk.say(Text::new("{0} to go.", "还剩{0}处。"), &[&left]);
        false
    }

    /// Begins to type one's own reading, from the one that is chosen or else ours.
    pub fn write(&mut self, desk: &Desk) {
        let Some(session) = &desk.session else { return };
        self.look(session);
        let Some(open) = self.all.get(self.at) else {
            return;
        };
        let start = match self.choices.get(self.at) {
            Some(Some(Choice::Theirs)) => open.theirs.clone(),
            Some(Some(Choice::Own(own))) => own.clone(),
            _ if open.ours.trim().is_empty() => open.theirs.clone(),
            _ => open.ours.clone(),
        };
        let path = self.paths.get(self.at);
        let single = path.and_then(|path| readings::single(&start, path));
        let multi = single.as_ref().is_none_or(|it| is_multi(it.kind));
        let text = single.as_ref().map_or(start.trim_end(), |it| &it.text);
        self.own = Some(Own {
            field: TextField::new(text, multi),
            value: single.map(|it| (it, start)),
            multi,
            error: None,
        });
    }

    /// What was typed, as lines of the plan; an error when the field or the file cannot take it.
    fn typed(&self, desk: &Desk) -> Option<Result<String, String>> {
        let own = self.own.as_ref()?;
        let (text, lang) = (own.field.text(), desk.lang);
        let lines = match &own.value {
            Some((value, lines)) => match to_literal(value.kind, text, lang, desk.today) {
                Ok(literal) => {
                    let edit = Document::parse(lines.as_str()).set(&value.key, &literal);
                    edit.unwrap_or_default().applied(lines)
                }
                Err(expected) => {
                    let text = Text::new("This takes {0}.", "这里要填{0}。");
                    return Some(Err(text.fill(lang, &[expected.message(lang)])));
                }
            },
            None => text.trim_end().to_owned(),
        };
        let with = |choice: Choice| {
            let mut choices: Vec<Option<Choice>> = vec![Some(Choice::Ours); self.all.len()];
            if let Some(slot) = choices.get_mut(self.at) {
                *slot = Some(choice);
            }
            Document::parse(resolve::decided(&self.origin, &choices))
        };
        let broken = with(Choice::Own(lines.clone())).broken().is_some();
        // Where the rest of the text is broken too, these lines are not to blame.
        Some(if broken && with(Choice::Ours).broken().is_none() {
            let text = Text::new(
                "These lines cannot be read as part of the plan. Text stands between quotes: key = \"text\".",
                "这几行无法读作计划的内容。文字要写在引号里：key = \"文字\"。",
            );
            Err(text.get(lang).to_owned())
        } else {
            Ok(lines)
        })
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        if self.own.is_some() {
            return self.type_key(key, desk);
        }
        let at = self.at;
        match key.code {
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at += 1,
            Code::Home => self.at = 0,
            Code::End => self.at = usize::MAX,
            Code::PageUp => self.from = self.from.saturating_sub(5),
            Code::PageDown => self.from += 5,
            Code::Enter => desk.say(
                Text::new(
                    "1 takes ours, 2 takes theirs, 3 keeps both, e writes your own.",
                    "按 1 取我方，按 2 取对方，按 3 两者都留，按 e 自己写。",
                ),
                &[],
            ),
            Code::Char('?') => return Reply::Run("help"),
            _ => return Reply::Ignored,
        }
        self.at = self.at.min(self.all.len().saturating_sub(1));
        if at != self.at {
            self.from = 0;
        }
        Reply::Done
    }

    fn type_key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(own) = &mut self.own else {
            return Reply::Ignored;
        };
        match key.code {
            Code::Esc => self.own = None,
            Code::Tab => return self.take_typed(desk),
            Code::Enter if !own.multi => return self.take_typed(desk),
            _ => {
                own.field.handle(key);
                own.error = None;
            }
        }
        Reply::Done
    }

    fn take_typed(&mut self, desk: &mut Desk) -> Reply {
        match (self.typed(desk), &mut self.own) {
            (Some(Err(error)), Some(own)) => own.error = Some(error),
            (Some(Ok(lines)), _) => {
                self.own = None;
                if self.choose(Choice::Own(lines), desk) {
                    return Reply::Decided;
                }
            }
            _ => {}
        }
        Reply::Done
    }

    /// Takes pasted text into one's own lines.
    pub fn paste(&mut self, text: &str) {
        if let Some(own) = &mut self.own {
            own.field.paste(text);
            own.error = None;
        }
    }

    /// Handles a click: on a line it chooses the place, on a reading it takes that.
    pub fn click(&mut self, hit: &Hit, desk: &mut Desk) -> Reply {
        if self.own.is_some() {
            return Reply::Done;
        }
        let choice = match hit {
            Hit::Item(at) => {
                (self.at, self.from) = (*at, 0);
                return Reply::Done;
            }
            Hit::Field(0) => Choice::Ours,
            Hit::Field(_) => Choice::Theirs,
            _ => return Reply::Ignored,
        };
        if self.choose(choice, desk) {
            return Reply::Decided;
        }
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, pane: Pane, lines: isize) {
        if pane == Pane::List {
            let last = self.all.len().saturating_sub(1);
            self.at = self.at.saturating_add_signed(lines.signum()).min(last);
            self.from = 0;
        } else {
            self.from = self.from.saturating_add_signed(lines);
        }
    }
}

/// What to say when everything is decided.
pub fn done(session: &Session, lang: Lang) -> String {
    let text = match session.locked {
        Some(Locked::Syntax) => Text::new(
            "All is decided, but what was chosen does not fit together as a file. Alt-Z gives both readings back; Ctrl-E opens the file.",
            "已全部决定，但所选内容合起来有语法错误。按 Alt-Z 恢复双方写法；按 Ctrl-E 打开文件。",
        ),
        _ => Text::new(
            "All is decided: Ctrl-S saves. Alt-Z gives both readings back.",
            "已全部决定，按 Ctrl-S 保存。按 Alt-Z 恢复双方写法。",
        ),
    };
    text.get(lang).to_owned()
}
