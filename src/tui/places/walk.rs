//! The walk: a guided interview through the core of the plan, one question a page.
//!
//! It has no memory of its own that matters: what is answered is what stands in the plan, so it
//! resumes at the first question without an answer.

use std::collections::HashSet;

use ratatui::layout::Rect;

use super::Reply;
use super::workbench::{Workbench, keys_line};
use crate::catalogue::{self, Field, Kind, Section, Shape};
use crate::checks::Severity;
use crate::plan::Path;
use crate::tui::canvas::{Canvas, Hit, Page};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::editor;
use crate::tui::findings::is_settled;
use crate::tui::input::{Code, Key};
use crate::tui::session::Session;
use crate::tui::text_field::TextField;
use crate::tui::unknown;
use crate::words::Text;

/// A page of the interview.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Question {
    /// A field.
    Field(String),
    /// Whether the list has (another) row, and what names it.
    Row(&'static str),
}

/// The guided interview.
#[derive(Debug)]
pub struct Walk {
    at: Option<Question>,
    /// What names a new row, while it is typed.
    name: TextField,
    /// Questions left out, or put off to the end.
    skipped: HashSet<Question>,
    later: Vec<Question>,
    finished: bool,
}

impl Default for Walk {
    fn default() -> Walk {
        Walk {
            at: None,
            name: TextField::new("", false),
            skipped: HashSet::new(),
            later: Vec::new(),
            finished: false,
        }
    }
}

/// All questions of a plan as it is, in the order of the work.
fn questions(session: &Session) -> Vec<Question> {
    let mut out = Vec::new();
    for section in
        catalogue::sections().filter(|section| section.is_core() && section.path != "accept")
    {
        let base = Path::parse(section.path);
        let core = || {
            section
                .fields
                .iter()
                .filter(|field| field.core && field.kind != Kind::Slug)
        };
        if section.shape == Shape::Table {
            out.extend(core().map(|field| Question::Field(base.join(field.key).to_string())));
            continue;
        }
        for name in session.document.rows(&base) {
            let row = base.join(name);
            out.extend(core().map(|field| Question::Field(row.join(field.key).to_string())));
        }
        out.push(Question::Row(section.path));
    }
    out
}

impl Walk {
    fn is_answered(&self, question: &Question, session: &Session) -> bool {
        if self.skipped.contains(question) || self.later.contains(question) {
            return true;
        }
        match question {
            Question::Field(path) => {
                let at = Path::parse(path);
                session
                    .document
                    .get(&at)
                    .is_some_and(|value| value.is_filled())
                    || session.document.has(&at) && session.document.get(&at).is_none()
                    || unknown::is_marked(&session.document, path)
            }
            Question::Row(_) => false,
        }
    }

    /// Begins, or goes on where it stopped.
    pub fn begin(&mut self, workbench: &mut Workbench, desk: &mut Desk) {
        self.finished = false;
        let Some(session) = &desk.session else { return };
        let first = questions(session)
            .into_iter()
            .find(|question| match question {
                // A list that has rows is asked about when one comes by, not when one begins.
                Question::Row(list) => {
                    session.document.count(&Path::parse(list)) == 0
                        && !self.skipped.contains(question)
                }
                Question::Field(_) => !self.is_answered(question, session),
            });
        self.ask(first, workbench, desk);
    }

    fn ask(&mut self, question: Option<Question>, workbench: &mut Workbench, desk: &mut Desk) {
        self.name.set_text("");
        match &question {
            Some(Question::Field(path)) => workbench.go(path, desk),
            Some(Question::Row(list)) => {
                workbench.go(list, desk);
                workbench.leave_field(desk);
            }
            None => {
                workbench.leave_field(desk);
                self.finished = true;
            }
        }
        self.at = question;
    }

    /// Takes the answer and asks the next question.
    pub fn next(&mut self, workbench: &mut Workbench, desk: &mut Desk) {
        if let Some(Question::Row(list)) = self.at
            && let Some(section) = catalogue::section(list)
            && !self.name.text().trim().is_empty()
        {
            let name = self.name.text().trim().to_owned();
            let before = desk
                .session
                .as_ref()
                .map_or(0, |session| session.document.count(&Path::parse(list)));
            workbench.add_named(section, &name, desk);
            let Some(session) = &desk.session else { return };
            if session.document.count(&Path::parse(list)) == before {
                return;
            }
            let row = Path::parse(&workbench.place());
            let row: Vec<_> = row
                .names()
                .iter()
                .take(Path::parse(list).names().len() + 1)
                .cloned()
                .collect();
            let prefix = format!("{}.", Path::new(row));
            let next = questions(session)
                .into_iter()
                .find(|question| match question {
                    Question::Field(path) => {
                        path.starts_with(&prefix) && !self.is_answered(question, session)
                    }
                    Question::Row(_) => false,
                });
            let next = next.or(Some(Question::Row(section.path)));
            self.ask(next, workbench, desk);
            return;
        }
        let Some(session) = &desk.session else { return };
        let all = questions(session);
        let here = self
            .at
            .as_ref()
            .and_then(|at| all.iter().position(|other| other == at));
        let after = here.map_or(0, |at| at + 1);
        let next = all[after.min(all.len())..]
            .iter()
            .find(|it| !self.is_answered(it, session))
            .cloned();
        let next = next.or_else(|| {
            if self.later.is_empty() {
                None
            } else {
                Some(self.later.remove(0))
            }
        });
        self.ask(next, workbench, desk);
    }

    /// Asks the question before.
    pub fn back(&mut self, workbench: &mut Workbench, desk: &mut Desk) {
        self.finished = false;
        let Some(session) = &desk.session else { return };
        let all = questions(session);
        let here = self
            .at
            .as_ref()
            .and_then(|at| all.iter().position(|other| other == at))
            .unwrap_or(all.len());
        let before = here
            .checked_sub(1)
            .and_then(|at| all.get(at))
            .or(all.first())
            .cloned();
        self.ask(before, workbench, desk);
    }

    /// Leaves the question out of this interview.
    pub fn skip(&mut self, workbench: &mut Workbench, desk: &mut Desk) {
        self.name.set_text("");
        self.skipped.extend(self.at.clone());
        self.next(workbench, desk);
    }

    /// Puts the question at the end of this interview.
    pub fn later(&mut self, workbench: &mut Workbench, desk: &mut Desk) {
        self.name.set_text("");
        let at = self.at.clone();
        self.next(workbench, desk);
        if let Some(at) = at.filter(|at| !self.later.contains(at)) {
            self.later.push(at);
            if self.finished {
                let first = self.later.remove(0);
                self.finished = false;
                self.ask(Some(first), workbench, desk);
            }
        }
    }

    /// Goes on after something was picked from a list for a single choice.
    pub fn after_pick(&mut self, workbench: &mut Workbench, desk: &mut Desk) {
        let Some(at) = self.at.clone() else { return };
        let Question::Field(path) = &at else { return };
        let Some(session) = &desk.session else { return };
        if workbench.place() == *path {
            return;
        }
        if self.is_answered(&at, session) {
            self.next(workbench, desk);
        } else {
            self.ask(Some(at), workbench, desk);
        }
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, workbench: &mut Workbench, desk: &mut Desk) -> Reply {
        if self.finished {
            return if key.code == Code::Enter {
                Reply::Run("walk")
            } else {
                Reply::Ignored
            };
        }
        match (&self.at, key.code) {
            (_, Code::Esc) => Reply::Ignored,
            (Some(Question::Row(_)), Code::Enter) => {
                self.next(workbench, desk);
                Reply::Done
            }
            (Some(Question::Row(_)), _) => {
                self.name.handle(key);
                Reply::Done
            }
            (Some(Question::Field(_)), Code::Enter | Code::Down) => {
                let kind = workbench.editor.as_ref().map(|editor| editor.field.kind);
                match kind {
                    Some(kind) if editor::is_picked(kind) && key.code == Code::Enter => {
                        workbench.key(key, desk)
                    }
                    Some(kind) if editor::is_multi(kind) && (kind != Kind::Text || key.alt) => {
                        workbench.key(key, desk)
                    }
                    _ => {
                        self.next(workbench, desk);
                        Reply::Done
                    }
                }
            }
            (Some(Question::Field(_)), Code::Up) => {
                self.back(workbench, desk);
                Reply::Done
            }
            _ => workbench.key(key, desk),
        }
    }

    /// Takes pasted text into the name of a new row; false when a field is asked.
    pub fn paste(&mut self, text: &str) -> bool {
        let row = matches!(self.at, Some(Question::Row(_)));
        if row {
            self.name.paste(text);
        }
        row
    }

    /// Draws the question.
    #[allow(clippy::too_many_lines, reason = "one screen, from top to bottom")]
    pub fn draw(
        &mut self,
        workbench: &mut Workbench,
        desk: &mut Desk,
        canvas: &mut Canvas<'_>,
        area: Rect,
    ) {
        // Undo or a change outside may have taken away what was asked about.
        if matches!(self.at, Some(Question::Field(_))) && workbench.editor.is_none() {
            self.begin(workbench, desk);
        }
        let Some(session) = &desk.session else { return };
        let lang = canvas.lang;
        let theme = canvas.theme;
        let width = area.width.saturating_sub(2).min(76);
        let column = Rect {
            x: area.x + (area.width - width) / 2,
            width,
            y: area.y,
            height: area.height,
        };
        if self.finished {
            Self::draw_end(canvas, column, session.report.count(Severity::Error));
            return;
        }
        let all = questions(session);
        let (question, section, field) = match &self.at {
            Some(question @ Question::Field(_)) => {
                let Some(editor) = &workbench.editor else {
                    return;
                };
                (question, editor.section, Some(editor.field))
            }
            Some(question @ Question::Row(list)) => {
                let Some(section) = catalogue::section(list) else {
                    return;
                };
                (
                    question,
                    section,
                    section.caption.iter().find_map(|key| section.field(key)),
                )
            }
            None => return,
        };
        let number = all
            .iter()
            .position(|other| other == question)
            .map_or(0, |at| at + 1);
        let done = all
            .iter()
            .filter(|it| matches!(it, Question::Field(_)) && self.is_answered(it, session))
            .count();
        let fields = all
            .iter()
            .filter(|it| matches!(it, Question::Field(_)))
            .count()
            .max(1);
        let head = Text::new("Question {0} of {1} · {2}", "第{0}题，共{1}题 · {2}");
        let head = head.fill(
            lang,
            &[
                number.to_string(),
                all.len().to_string(),
                section.step.title().get(lang).to_owned(),
            ],
        );
        canvas.put(
            column.x,
            column.y,
            &draw::clip(&head, usize::from(width)),
            theme.dim,
            width,
        );
        let bar = draw::bar(done as f64 / fields as f64, usize::from(width.min(40)));
        let roomy = column.height >= 16;
        let mut y = column.y + 1;
        if roomy {
            canvas.put(column.x, y, &bar, theme.ok, width);
            y += 2;
        }
        let asked = heading(question, section, field, session, lang);
        // However small the window, the line to type in has room.
        let above = Rect {
            height: column.height.saturating_sub(3),
            ..column
        };
        y = canvas.prose(above, y, &asked, theme.title);
        let help = field
            .filter(|_| matches!(question, Question::Field(_)))
            .map_or(section.help, |field| field.help);
        y = canvas.prose(above, y, help.get(lang), theme.text);
        if roomy {
            y = (y + 1).min(above.bottom());
        }
        let room = column.bottom().saturating_sub(y);
        let below = if roomy { 6 } else { 3 };
        let tall = match &mut workbench.editor {
            Some(editor) if editor::is_multi(editor.field.kind) => {
                (editor.text.height(width.saturating_sub(2)) as u16 + 1).max(3)
            }
            _ => 1,
        };
        let boxed = Rect {
            y,
            height: (tall + 2).min(room.saturating_sub(below).max(3)).min(room),
            ..column
        };
        let inner = draw::frame(canvas.buf, boxed, "", true, &theme);
        match question {
            Question::Row(_) => {
                canvas.hit(inner, Hit::Text(inner));
                canvas.caret = self.name.draw(canvas.buf, inner, &theme, &[]);
            }
            Question::Field(_) => workbench.draw_question(desk, canvas, inner),
        }
        let rest = Rect {
            y: boxed.bottom(),
            height: column.bottom().saturating_sub(boxed.bottom()),
            ..column
        };
        let mut page = Page::new(width);
        if let Some(field) = field {
            page.indented(
                Text::new("✓ Good: ", "✓ 好：").get(lang),
                field.good.get(lang),
                theme.ok,
            );
            page.indented(
                Text::new("✗ Avoid: ", "✗ 避免：").get(lang),
                field.bad.get(lang),
                theme.dim,
            );
        }
        if let Some(session) = &desk.session {
            let found = match question {
                Question::Field(_) => workbench.findings_here(session),
                Question::Row(_) => Vec::new(),
            };
            for finding in found.iter().filter(|finding| !is_settled(finding)) {
                page.gap();
                page.prose(&finding.message(lang), theme.severity(finding.severity));
                page.indented("→ ", finding.rule.ask.get(lang), theme.accent);
            }
            keys_line(&mut page, &found, lang, &theme);
        }
        page.draw(canvas, rest, 0);
    }

    fn draw_end(canvas: &mut Canvas<'_>, area: Rect, errors: usize) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let mut page = Page::new(area.width);
        page.line(vec![(String::new(), theme.text)]);
        page.prose(
            Text::new("That was the last question.", "问题都问完了。").get(lang),
            theme.title,
        );
        let text = Text::new(
            "Enter goes to the workbench, where every field can be changed and the others unfold with F3. F6 shows what the checks found. Ctrl-S saves.",
            "按回车进入工作台，可修改任何字段，按 F3 展开其他字段。按 F6 查看检查发现的问题。按 Ctrl-S 保存。",
        );
        page.prose(text.get(lang), theme.text);
        // The end of the questions is not the end of the work while something is wrong.
        if errors > 0 {
            let text = if errors == 1 {
                Text::new("✗ 1 error still stands.", "✗ 还有1个错误。")
            } else {
                Text::new("✗ {0} errors still stand.", "✗ 还有{0}个错误。")
            };
            page.gap();
            page.prose(&text.fill(lang, &[errors.to_string()]), theme.error);
        }
        page.draw(canvas, area, 0);
        canvas.caret_at(area.x, area.y);
    }
}

/// What the page asks.
fn heading(
    question: &Question,
    section: &Section,
    field: Option<&Field>,
    session: &Session,
    lang: crate::words::Lang,
) -> String {
    let label = section.label.get(lang);
    match question {
        Question::Field(path) => {
            let field = field.map_or("", |field| field.label.get(lang));
            let names = Path::parse(path);
            let row = (section.shape == Shape::Rows)
                .then(|| names.names().iter().rev().nth(1))
                .flatten();
            match row {
                Some(row) => format!("{label} · {row} · {field}"),
                None => format!("{label} · {field}"),
            }
        }
        Question::Row(list) => {
            let count = session.document.count(&Path::parse(list));
            let row = section.row.get(lang);
            let what = field.map_or("", |field| field.label.get(lang));
            if count == 0 {
                let text = Text::new("Name the first {0} ({1})", "写下第一条{0}（{1}）");
                return text.fill(lang, &[row, what]);
            }
            let text = Text::new(
                "Is there another {0}? There are {1} now. Write it ({2}), or go on with Tab.",
                "还有别的{0}吗？现在有{1}条。请写下（{2}），或按 Tab 继续。",
            );
            text.fill(lang, &[row.to_owned(), count.to_string(), what.to_owned()])
        }
    }
}
