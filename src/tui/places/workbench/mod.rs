//! The workbench: the sections of a step, the form of a row, and the coach beside it.

mod coach;
mod form;
mod outline;

use ratatui::layout::Rect;

pub(in crate::tui) use self::coach::finding_lines;
use self::outline::{Entry, Outline};
use super::Reply;
use crate::catalogue::{self, Field, Kind, Section, Shape, Step};
use crate::plan::{Path, rows};
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::dialog::{Dialog, Purpose};
use crate::tui::draw;
use crate::tui::editor::{self, Editor};
use crate::tui::input::{Code, Key};
use crate::tui::picker::{Item, Pick, Picker};
use crate::tui::text_field::Change;
use crate::words::Text;

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
    fn enter(&mut self, desk: &mut Desk) -> Reply {
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
                self.step_field(false, desk)
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
                self.step_field(true, desk)
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
    fn commit(&mut self, desk: &mut Desk) {
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

    fn picked_key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        match key.code {
            Code::Enter | Code::Char(' ') => self.picker("", desk),
            Code::Char(c) if !key.ctrl && !key.alt => self.picker(&c.to_string(), desk),
            Code::Backspace | Code::Delete => {
                self.put("", desk);
                Reply::Done
            }
            _ => Reply::Ignored,
        }
    }

    /// The list to pick the edited field's value from.
    fn picker(&self, typed: &str, desk: &Desk) -> Reply {
        let (Some(editor), Some(session)) = (&self.editor, &desk.session) else {
            return Reply::Done;
        };
        let lang = desk.lang;
        let now: Vec<&str> = editor
            .text
            .text()
            .split([';', '\n'])
            .map(str::trim)
            .collect();
        let title = editor.field.label.get(lang);
        let item = |label: String, detail: String, word: &str| Item {
            checked: now.contains(&word),
            ..Item::new(label, detail, Pick::Word(word.to_owned()))
        };
        match editor.field.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => {
                let mut items: Vec<Item> = choices
                    .iter()
                    .map(|choice| {
                        item(
                            choice.label.get(lang).to_owned(),
                            choice.key.to_owned(),
                            choice.key,
                        )
                    })
                    .collect();
                let many = matches!(editor.field.kind, Kind::Choices(_));
                if many {
                    items.extend(strays(&now, &items));
                }
                let picker = Picker::new(title, items);
                let picker = if many {
                    picker.multi()
                } else {
                    picker.on(now.first().unwrap_or(&""))
                };
                Reply::Pick(picker.typed(typed))
            }
            Kind::Ref(lists) | Kind::Refs(lists) => {
                let mut items = Vec::new();
                for list in lists {
                    let keys =
                        catalogue::section(list).map_or(&[] as &[&str], |section| section.caption);
                    for (name, row) in session.document.each_row(&Path::parse(list)) {
                        let caption = row.caption(keys).unwrap_or_default();
                        items.push(item(name.clone(), caption, &name));
                    }
                }
                let many = matches!(editor.field.kind, Kind::Refs(_));
                if many {
                    items.extend(strays(&now, &items));
                }
                let picker = Picker::new(title, items)
                    .with_new(Text::new("make a new one: {0}", "新建：{0}"));
                let picker = if many {
                    picker.multi()
                } else {
                    picker.on(now.first().unwrap_or(&""))
                };
                Reply::Pick(picker.typed(typed))
            }
            _ => Reply::Done,
        }
    }

    /// Takes what was picked from the list into the field.
    pub fn picked(&mut self, words: &[String], desk: &mut Desk) {
        self.put(&self.in_order(words).join("; "), desk);
        let single = self
            .editor
            .as_ref()
            .is_some_and(|editor| matches!(editor.field.kind, Kind::Choice(_) | Kind::Ref(_)));
        if single
            && self
                .editor
                .as_ref()
                .is_some_and(|editor| editor.expected.is_none())
        {
            self.step_field(true, desk);
        }
    }

    /// The words picked: those that the field holds already in their own order, then the new ones.
    fn in_order<'w>(&'w self, words: &'w [String]) -> Vec<&'w str> {
        let held = self.editor.as_ref().map_or("", |editor| editor.text.text());
        let held = || held.split([';', '\n']).map(str::trim);
        let kept = held().filter(|word| words.iter().any(|other| other == word));
        let new = words.iter().map(String::as_str);
        kept.chain(new.filter(|word| held().all(|other| other != *word)))
            .collect()
    }

    /// Makes a row in the list that the edited field points to, and points to it.
    pub fn picked_new(&mut self, name: &str, mut chosen: Vec<String>, desk: &mut Desk) {
        let (Some(editor), Some(session)) = (&self.editor, &mut desk.session) else {
            return;
        };
        let Some(section) = editor
            .field
            .kind
            .targets()
            .first()
            .and_then(|list| catalogue::section(list))
        else {
            return;
        };
        match new_row(session, section, name, usize::MAX, desk.lang) {
            Ok(id) => {
                chosen.push(id);
                self.put(&chosen.join("; "), desk);
                desk.say(
                    Text::new(
                        "New row in “{0}”: fill it in when you come to it.",
                        "已在“{0}”新建一条，稍后请补全。",
                    ),
                    &[section.label.get(desk.lang)],
                );
            }
            Err(why) => desk.complain(why),
        }
    }

    /// Asks what names the new row of the chosen list.
    pub fn add_row(&mut self, desk: &mut Desk) -> Reply {
        let Some(section) = self.section() else {
            return Reply::Done;
        };
        if section.shape != Shape::Rows {
            desk.say(
                Text::new(
                    "“{0}” has no rows: fill in its fields.",
                    "“{0}”没有条目，直接填写字段即可。",
                ),
                &[section.label.get(desk.lang)],
            );
            return Reply::Done;
        }
        let lang = desk.lang;
        let field = section.caption.iter().find_map(|key| section.field(key));
        let (title, hint) = match field {
            Some(field) => (
                Text::new("{0}: {1}", "{0}：{1}")
                    .fill(lang, &[section.label.get(lang), field.label.get(lang)]),
                Text::new("{0} For example: {1}", "{0}例如：{1}")
                    .fill(lang, &[field.help.get(lang), field.good.get(lang)]),
            ),
            None => (
                section.label.get(lang).to_owned(),
                section.help.get(lang).to_owned(),
            ),
        };
        Reply::Show(Dialog::prompt(title, hint, "", Purpose::AddRow(section)))
    }

    /// Adds the row after the chosen one and goes into it.
    pub fn add_named(&mut self, section: &'static Section, name: &str, desk: &mut Desk) {
        let Some(session) = &mut desk.session else {
            return;
        };
        let at = match self.entry() {
            Some(entry) if entry.section.path == section.path => {
                entry.nth.map_or(usize::MAX, |nth| nth + 1)
            }
            _ => usize::MAX,
        };
        match new_row(session, section, name, at, desk.lang) {
            Ok(id) => {
                let path = Path::parse(section.path).join(id).to_string();
                self.go(&path, desk);
                // The field that names the row is filled: the next one is to be written.
                if self
                    .editor
                    .as_ref()
                    .is_some_and(|editor| !editor.text.text().is_empty())
                {
                    self.step_field(true, desk);
                }
            }
            Err(why) => desk.complain(why),
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

/// What a field holds that the list to pick from does not have, ticked: picking loses nothing.
fn strays(held: &[&str], items: &[Item]) -> Vec<Item> {
    let known = |word: &str| {
        items
            .iter()
            .any(|item| item.pick == Pick::Word(word.to_owned()))
    };
    held.iter()
        .filter(|word| !word.is_empty() && !known(word))
        .map(|word| Item {
            checked: true,
            ..Item::new(*word, "", Pick::Word((*word).to_owned()))
        })
        .collect()
}

/// Adds a row whose caption is a text and whose id is made of it; returns the id.
fn new_row(
    session: &mut crate::tui::session::Session,
    section: &'static Section,
    name: &str,
    at: usize,
    lang: crate::words::Lang,
) -> Result<String, String> {
    let list = Path::parse(section.path);
    let fallback = section
        .path
        .rsplit('.')
        .next()
        .unwrap_or("row")
        .replace('_', "-");
    let id = session
        .document
        .free_id(&list, &rows::id_from(name, &fallback));
    let field = section.caption.iter().find_map(|key| section.field(key));
    let literal = field.filter(|_| !name.is_empty()).and_then(|field| {
        let literal = crate::plan::entry::to_literal(field.kind, name, lang, None).ok()?;
        Some((field.key, literal))
    });
    let fields: Vec<_> = literal.into_iter().collect();
    let has_id = section.field("id").is_some();
    let edit = session
        .document
        .add_row(&list, at, has_id.then_some(&*id), &fields);
    let place = list.join(id.as_str()).to_string();
    session.pause();
    session.edit(edit, &place, None, lang)?;
    Ok(if has_id {
        id
    } else {
        session.document.count(&list).to_string()
    })
}
