//! The workbench: the sections of a step, the form of a row, and the coach beside it.

mod coach;
mod form;
mod keys;
mod new_row;
mod outline;
mod pick;

use ratatui::layout::Rect;

pub(in crate::tui) use self::coach::{answered, finding_lines, keys_line};
use self::outline::{Entry, Outline};
use crate::catalogue::{self, Field, Kind, Section, Shape, Step};
use crate::checks::{Finding, order};
use crate::plan::Path;
use crate::tui::canvas::Canvas;
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::editor::Editor;
use crate::tui::findings::is_settled;
use crate::tui::session::Session;

/// Which part has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The sections and rows at the left.
    Outline,
    /// The form in the middle.
    Form,
    /// The coach, where it has no room beside the form.
    Coach,
}

/// The place where a plan is written.
#[derive(Debug)]
pub struct Workbench {
    /// The step shown.
    pub step: Step,
    /// Which part has the keyboard.
    pub focus: Focus,
    /// Whether all fields are shown, or only the core and what is filled.
    pub show_all: bool,
    /// The field being edited.
    pub editor: Option<Editor>,
    outline: Outline,
    at: usize,
    field: usize,
    form_top: usize,
    coach_top: usize,
    /// The width at which the edited text was drawn last: up and down need it.
    text_width: u16,
}

impl Default for Workbench {
    fn default() -> Workbench {
        Workbench {
            step: Step::Plan,
            focus: Focus::Outline,
            show_all: false,
            editor: None,
            outline: Outline::default(),
            at: 0,
            field: 0,
            form_top: 0,
            coach_top: 0,
            text_width: 40,
        }
    }
}

impl Workbench {
    /// Takes in what changed in the plan.
    pub fn sync(&mut self, desk: &Desk) {
        let Some(session) = &desk.session else { return };
        self.outline
            .sync(session, self.step, self.outline.open_section(self.at));
        self.at = self.at.min(self.outline.entries().len().saturating_sub(1));
    }

    /// Reads the edited field from the plan again, after undo or a change outside.
    pub fn refresh(&mut self, desk: &mut Desk) {
        self.sync(desk);
        // A row may have moved or gone under the edited field: follow it, or leave it.
        let stands = self.stands(desk);
        if let Some(editor) = self.editor.as_ref().filter(|_| !stands) {
            let place = editor.path.to_string();
            self.go(&place, desk);
        }
        if let (Some(editor), Some(session)) = (&mut self.editor, &desk.session) {
            editor.refresh(session);
        }
    }

    /// Whether the edited field is the one that the form shows as edited.
    fn stands(&self, desk: &Desk) -> bool {
        let fields = self.fields(desk);
        match (&self.editor, self.form_path(), fields.get(self.field)) {
            (Some(editor), Some(path), Some(field)) => editor.path == path.join(field.key),
            (editor, ..) => editor.is_none(),
        }
    }

    /// Goes to a step.
    pub fn go_step(&mut self, step: Step, desk: &mut Desk) {
        self.leave_field(desk);
        self.step = step;
        self.at = 0;
        self.field = 0;
        self.focus = Focus::Outline;
        self.outline = Outline::default();
        self.sync(desk);
    }

    /// Goes to a path: its step, its row, its field.
    pub fn go(&mut self, path: &str, desk: &mut Desk) {
        let path = Path::parse(path);
        let Some(section) = section_of(&path) else {
            return;
        };
        self.leave_field(desk);
        self.step = section.step;
        self.outline = Outline::default();
        if let Some(session) = &desk.session {
            self.outline.sync(session, section.step, Some(section.path));
        }
        let rest = &path.names()[Path::parse(section.path).names().len()..];
        let (row, key) = match section.shape {
            Shape::Table => (None, rest.first()),
            Shape::Rows => (rest.first(), rest.get(1)),
        };
        self.at = self.outline.find(section, row.map(String::as_str));
        self.focus = Focus::Outline;
        self.coach_top = 0;
        if let Some(key) = key {
            if self.fields(desk).iter().all(|field| field.key != key) {
                self.show_all = true;
            }
            self.field = self
                .fields(desk)
                .iter()
                .position(|field| field.key == key)
                .unwrap_or(0);
            self.focus_form(desk);
        } else if section.shape == Shape::Table || row.is_some() {
            self.field = 0;
            self.focus_form(desk);
        }
    }

    /// The entry of the outline that is chosen.
    pub fn entry(&self) -> Option<&Entry> {
        self.outline.entries().get(self.at)
    }

    /// The section that is chosen.
    pub fn section(&self) -> Option<&'static Section> {
        self.entry().map(|entry| entry.section)
    }

    /// The path of the row that is chosen.
    pub fn row(&self) -> Option<Path> {
        let entry = self.entry()?;
        Some(Path::parse(entry.section.path).join(entry.row.clone()?))
    }

    /// Where the chosen form is in the plan: a table, or a row.
    fn form_path(&self) -> Option<Path> {
        let entry = self.entry()?;
        match entry.section.shape {
            Shape::Table => Some(Path::parse(entry.section.path)),
            Shape::Rows => self.row(),
        }
    }

    /// The path of the field that has the keyboard, or of what is chosen.
    pub fn place(&self) -> String {
        match (&self.editor, self.form_path(), self.section()) {
            (Some(editor), _, _) => editor.path.to_string(),
            (None, Some(path), _) => path.to_string(),
            (None, None, Some(section)) => section.path.to_owned(),
            _ => String::new(),
        }
    }

    /// The findings that the coach shows: those of the field, or those below what is chosen; what
    /// to do first stands first.
    pub fn findings_here<'s>(&self, session: &'s Session) -> Vec<&'s Finding> {
        let place = self.place();
        let mut found: Vec<&Finding> = match &self.editor {
            Some(_) => session.findings_at(&place).collect(),
            None => {
                let all = session.report.findings.iter();
                all.filter(|finding| finding.is_at(&place)).collect()
            }
        };
        found.sort_by_key(|finding| (is_settled(finding), order::rank(finding)));
        found
    }

    /// The fields that the form shows.
    fn fields(&self, desk: &Desk) -> Vec<&'static Field> {
        let (Some(section), Some(path), Some(session)) =
            (self.section(), self.form_path(), &desk.session)
        else {
            return Vec::new();
        };
        let only_full = !section.is_core();
        let keys = session.document.keys(&path);
        section
            .fields
            .iter()
            .filter(|field| field.kind != Kind::Slug)
            .filter(|field| {
                self.show_all || only_full || field.core || keys.iter().any(|key| key == field.key)
            })
            .collect()
    }

    /// Gives the form the keyboard, with the chosen field's editor.
    fn focus_form(&mut self, desk: &mut Desk) {
        let fields = self.fields(desk);
        self.field = self.field.min(fields.len().saturating_sub(1));
        let (Some(field), Some(section), Some(path), Some(session)) = (
            fields.get(self.field),
            self.section(),
            self.form_path(),
            &mut desk.session,
        ) else {
            self.editor = None;
            self.focus = Focus::Outline;
            return;
        };
        session.pause();
        self.coach_top = 0;
        self.editor = Some(Editor::new(session, section, field, path.join(field.key)));
        self.focus = Focus::Form;
    }

    /// Ends the editing of a field; its typed form becomes the usual one.
    pub fn leave_field(&mut self, desk: &mut Desk) {
        self.editor = None;
        if let Some(session) = &mut desk.session {
            session.pause();
        }
    }

    /// Moves to the field after (or before) this one; past the last, to the next section or row.
    fn step_field(&mut self, forward: bool, desk: &mut Desk) {
        let count = self.fields(desk).len();
        self.leave_field(desk);
        if forward && self.field + 1 < count {
            self.field += 1;
            self.focus_form(desk);
        } else if !forward && self.field > 0 {
            self.field -= 1;
            self.focus_form(desk);
        } else {
            // The end of a form leads back to the outline, on what comes next.
            self.focus = Focus::Outline;
            let next = if forward { self.at + 1 } else { self.at };
            self.choose(next, desk);
        }
    }

    /// Chooses an entry of the outline.
    fn choose(&mut self, at: usize, desk: &mut Desk) {
        let before = self.outline.open_section(self.at);
        let wanted = self
            .outline
            .entries()
            .get(at)
            .map(|entry| (entry.section, entry.row.clone()));
        self.at = at.min(self.outline.entries().len().saturating_sub(1));
        self.field = 0;
        self.form_top = 0;
        self.coach_top = 0;
        if self.outline.open_section(self.at) != before {
            self.sync(desk);
            if let Some((section, row)) = wanted {
                self.at = self.outline.find(section, row.as_deref());
            }
        }
    }

    /// Draws the panes into an area, as many as have room.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        self.sync(desk);
        if self.focus == Focus::Form && self.editor.is_none() {
            self.focus = Focus::Outline;
        }
        let wide = area.width >= 100;
        let medium = area.width >= 60 && area.height >= 12;
        if wide {
            let outline = 26.min(area.width / 4);
            let coach = 38.min(area.width / 3);
            let middle = area.width - outline - coach;
            self.draw_outline(
                desk,
                canvas,
                Rect {
                    width: outline,
                    ..area
                },
            );
            self.draw_form(
                desk,
                canvas,
                Rect {
                    x: area.x + outline,
                    width: middle,
                    ..area
                },
            );
            self.draw_coach(
                desk,
                canvas,
                Rect {
                    x: area.x + outline + middle,
                    width: coach,
                    ..area
                },
            );
        } else if medium {
            let outline = 22;
            let coach = (area.height / 3).clamp(5, 9);
            let right = Rect {
                x: area.x + outline,
                width: area.width - outline,
                ..area
            };
            self.draw_outline(
                desk,
                canvas,
                Rect {
                    width: outline,
                    ..area
                },
            );
            self.draw_form(
                desk,
                canvas,
                Rect {
                    height: area.height - coach,
                    ..right
                },
            );
            self.draw_coach(
                desk,
                canvas,
                Rect {
                    y: right.bottom() - coach,
                    height: coach,
                    ..right
                },
            );
        } else {
            match self.focus {
                Focus::Outline => self.draw_outline(desk, canvas, area),
                Focus::Form => self.draw_form(desk, canvas, area),
                Focus::Coach => self.draw_coach(desk, canvas, area),
            }
        }
    }

    fn draw_outline(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let title = self.step.label().get(canvas.lang);
        let inner = draw::frame(
            canvas.buf,
            area,
            title,
            self.focus == Focus::Outline,
            &canvas.theme,
        );
        let caret = self.focus == Focus::Outline;
        self.outline.draw(canvas, inner, self.at, caret, desk);
    }
}

/// The section that holds a path.
pub fn section_of(path: &Path) -> Option<&'static Section> {
    (1..=path.names().len())
        .rev()
        .find_map(|depth| {
            let upper = path.names()[..depth].join(".");
            catalogue::section(&upper)
        })
        .or_else(|| {
            let first = path.names().first()?;
            catalogue::sections().find(|section| section.path.split('.').next() == Some(first))
        })
}
