//! What keys, clicks, the wheel and pastes do in the workbench.

use super::{Focus, Workbench};
use crate::catalogue::{Kind, Shape, Step};
use crate::tui::canvas::{Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::editor;
use crate::tui::input::{Code, Key};
use crate::tui::places::Reply;
use crate::tui::text_field::Change;
use crate::words::Text;

impl Workbench {
    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        match self.focus {
            Focus::Outline => self.outline_key(key, desk),
            Focus::Form => self.form_key(key, desk),
            Focus::Coach => {
                match key.code {
                    Code::Up => self.coach_top = self.coach_top.saturating_sub(1),
                    Code::Down => self.coach_top += 1,
                    Code::PageUp => self.coach_top = self.coach_top.saturating_sub(8),
                    Code::PageDown => self.coach_top += 8,
                    Code::Esc | Code::Enter | Code::Tab => self.next_pane(desk),
                    _ => return Reply::Ignored,
                }
                Reply::Done
            }
        }
    }

    fn outline_key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        match key.code {
            Code::Up => self.choose(self.at.saturating_sub(1), desk),
            Code::Down => self.choose(self.at + 1, desk),
            Code::PageUp => self.choose(self.at.saturating_sub(10), desk),
            Code::PageDown => self.choose(self.at + 10, desk),
            Code::Home => self.choose(0, desk),
            Code::End => self.choose(usize::MAX, desk),
            Code::Enter | Code::Right | Code::Tab => return self.enter(desk),
            Code::Left | Code::BackTab => return self.neighbour_step(key.code == Code::Left, desk),
            Code::Delete if self.row().is_some() => return Reply::Run("delete-row"),
            Code::Char('/') => return Reply::Run("search"),
            Code::Char('?') => return Reply::Run("help"),
            Code::Char(digit @ '0'..='5') => {
                let step = Step::ALL[digit as usize - '0' as usize];
                self.go_step(step, desk);
            }
            Code::Esc => desk.say(
                Text::new(
                    "Alt-P goes back to the list of plans, Ctrl-Q quits.",
                    "Alt-P 回到计划列表，Ctrl-Q 退出。",
                ),
                &[],
            ),
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    fn neighbour_step(&mut self, back: bool, desk: &mut Desk) -> Reply {
        if back
            && let Some(entry) = self.entry()
            && entry.row.is_some()
        {
            let section = entry.section;
            self.at = self.outline.find(section, None);
            return Reply::Done;
        }
        let number = self.step.number();
        let next = if back {
            number.saturating_sub(1)
        } else {
            number
        };
        if next != number {
            self.go_step(Step::ALL[next], desk);
        }
        Reply::Done
    }

    /// Goes into what is chosen: a form, the first row, or a new one.
    pub(super) fn enter(&mut self, desk: &mut Desk) -> Reply {
        let Some(entry) = self.entry() else {
            return Reply::Done;
        };
        match (entry.section.shape, &entry.row, entry.count) {
            (Shape::Rows, None, 0) => return Reply::Run("add-row"),
            (Shape::Rows, None, _) => self.choose(self.at + 1, desk),
            _ => self.focus_form(desk),
        }
        Reply::Done
    }

    fn form_key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(editor) = &mut self.editor else {
            self.focus = Focus::Outline;
            return Reply::Ignored;
        };
        let kind = editor.field.kind;
        let plain = !key.ctrl && !key.alt;
        match key.code {
            Code::Tab => self.step_field(true, desk),
            Code::BackTab => self.step_field(false, desk),
            Code::Esc => {
                self.leave_field(desk);
                self.focus = Focus::Outline;
            }
            Code::PageUp if key.alt => self.coach_top = self.coach_top.saturating_sub(6),
            Code::PageDown if key.alt => self.coach_top += 6,
            Code::Up if !editor::is_multi(kind) => self.step_field(false, desk),
            Code::Down if !editor::is_multi(kind) => self.step_field(true, desk),
            Code::Up if plain && editor.text.caret(self.text_width).1 == 0 => {
                self.step_field(false, desk);
            }
            Code::Down
                if plain
                    && editor.text.caret(self.text_width).1 + 1
                        >= editor.text.height(self.text_width) =>
            {
                self.step_field(true, desk);
            }
            _ if editor::is_picked(kind) => return self.picked_key(key, desk),
            Code::Enter if !editor::is_multi(kind) && kind != Kind::Flag => {
                self.step_field(true, desk);
            }
            Code::Char(' ') | Code::Enter if kind == Kind::Flag => {
                let yes = editor.text.text() == "yes";
                let word = if yes { "no" } else { "yes" };
                self.put(word, desk);
            }
            Code::Left | Code::Right if matches!(kind, Kind::Scale(..)) => {
                let Kind::Scale(low, high) = kind else {
                    return Reply::Done;
                };
                let step = if key.code == Code::Left { -1 } else { 1 };
                let now: i32 = editor
                    .text
                    .text()
                    .trim()
                    .parse()
                    .unwrap_or(i32::from(low) - step.max(0));
                let word = (now + step).clamp(low.into(), high.into()).to_string();
                self.put(&word, desk);
            }
            Code::Char(digit @ '0'..='9') if matches!(kind, Kind::Scale(_, 5)) && plain => {
                self.put(&digit.to_string(), desk);
            }
            _ => return self.typed(key, desk),
        }
        Reply::Done
    }

    fn typed(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let (Some(editor), Some(session)) = (&mut self.editor, &mut desk.session) else {
            return Reply::Ignored;
        };
        match editor.key(key) {
            Change::Ignored => return Reply::Ignored,
            Change::None => {}
            Change::Moved => session.pause(),
            Change::Text => self.commit(desk),
        }
        Reply::Done
    }

    /// Writes what is typed; when the plan cannot be edited, the field shows its value again.
    pub(super) fn commit(&mut self, desk: &mut Desk) {
        let (Some(editor), Some(session)) = (&mut self.editor, &mut desk.session) else {
            return;
        };
        if let Err(why) = editor.commit(session, desk.lang, desk.today) {
            editor.refresh(session);
            desk.complain(why);
        }
    }

    /// Puts a value into the edited field.
    pub fn put(&mut self, text: &str, desk: &mut Desk) {
        let (Some(editor), Some(session)) = (&mut self.editor, &mut desk.session) else {
            return;
        };
        if let Err(why) = editor.put(text, session, desk.lang, desk.today) {
            editor.refresh(session);
            desk.complain(why);
        }
    }

    /// Takes pasted text into the edited field, as one step.
    pub fn paste(&mut self, text: &str, desk: &mut Desk) {
        let Some(editor) = &mut self.editor else {
            desk.say(
                Text::new(
                    "Choose a field first; then paste.",
                    "请先选中一个字段再粘贴。",
                ),
                &[],
            );
            return;
        };
        if editor::is_picked(editor.field.kind) {
            return;
        }
        if let Some(session) = &mut desk.session {
            session.pause();
        }
        if editor.text.paste(text) == Change::Text {
            self.commit(desk);
        }
        if let Some(session) = &mut desk.session {
            session.pause();
        }
    }

    /// Goes to the next part of the screen.
    pub fn next_pane(&mut self, desk: &mut Desk) {
        self.focus = match self.focus {
            Focus::Outline => {
                self.focus_form(desk);
                if self.editor.is_some() {
                    Focus::Form
                } else {
                    Focus::Coach
                }
            }
            Focus::Form => Focus::Coach,
            Focus::Coach => Focus::Outline,
        };
        if self.focus == Focus::Outline {
            self.leave_field(desk);
        }
    }

    /// Handles a click.
    pub fn click(&mut self, hit: &Hit, col: u16, row: u16, extend: bool, desk: &mut Desk) -> Reply {
        match hit {
            Hit::Step(step) => self.go_step(*step, desk),
            Hit::Item(at) => {
                let again = self.at == *at;
                self.leave_field(desk);
                self.focus = Focus::Outline;
                self.choose(*at, desk);
                if again {
                    return self.enter(desk);
                }
            }
            Hit::Field(at) => {
                let again = self.focus == Focus::Form && self.field == *at;
                if !again {
                    self.leave_field(desk);
                    self.field = *at;
                    self.focus_form(desk);
                }
                if self
                    .editor
                    .as_ref()
                    .is_some_and(|editor| editor::is_picked(editor.field.kind))
                {
                    return self.picker("", desk);
                }
            }
            Hit::Text(area) => {
                let field = self.editor.as_ref().map(|editor| editor.field.kind);
                if field.is_some_and(editor::is_picked) {
                    return self.picker("", desk);
                }
                if let Some(editor) = &mut self.editor {
                    editor.text.click(
                        col.saturating_sub(area.x),
                        row.saturating_sub(area.y),
                        extend,
                    );
                }
            }
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    /// Scrolls the part under the mouse.
    pub fn wheel(&mut self, pane: Pane, lines: isize, desk: &mut Desk) {
        match pane {
            Pane::List => self.outline.scroll(lines),
            Pane::Form => {
                if let Some(editor) = &mut self.editor
                    && editor.text.scroll(lines)
                {
                    return;
                }
                if self.focus == Focus::Form {
                    let count = self.fields(desk).len();
                    let next = self
                        .field
                        .saturating_add_signed(lines.signum())
                        .min(count.saturating_sub(1));
                    if next != self.field {
                        self.leave_field(desk);
                        self.field = next;
                        self.focus_form(desk);
                    }
                } else {
                    self.form_top = self.form_top.saturating_add_signed(lines);
                }
            }
            Pane::Coach => self.coach_top = self.coach_top.saturating_add_signed(lines),
        }
    }
}
